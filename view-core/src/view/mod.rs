//! Views whose format and rank are known at run time: what `memoryview` is to Python. This file makes them and answers
//! what they are; the others add reading, writing, slices, casts and whole-view operations.

mod axes;
mod cast;
mod columns;
mod compare;
mod convert;
mod copy;
mod debug;
mod element_type;
mod fill;
mod find;
mod hash;
mod hex;
mod item;
mod iter;
mod pair;
mod reduce;
#[cfg(feature = "serde")]
mod serde;
mod slice;
mod split;
mod suggest;
mod typed;
mod values;
mod whole;

pub use copy::CopySource;
pub(crate) use element_type::ElementType;
pub use iter::{Elements, IndexedElements, Parts, PartsMut};
pub(crate) use typed::reads_as;

use core::cell::Cell;

use smallvec::smallvec;
use view_format::Layout;

use crate::bytes::{Bytes, BytesMut, Writable};
use crate::error::ViewError;
use crate::geometry::{Dynamic, Geometry, MAX_RANK};
use crate::source::SliceSource;

/// An n-dimensional view over bytes, with a format: Python's `memoryview`.
///
/// ```
/// use view_core::{Value, View};
///
/// // Over the bytes themselves, without a copy.
/// let mut data = *b"ABCDEFGH";
/// let mut view = View::new(&mut data);
/// view.slice_mut(2..4)?.copy_from(b"XY")?;
/// assert_eq!(data, *b"ABXYEFGH");
///
/// // Over cells, views live side by side, all of them writing the same bytes.
/// let mut view = View::cells(&mut data);
/// let mut part = view.slice(1..5)?;
/// part.set([0], b'Z')?;
/// view.set([1], b'B')?;
/// assert_eq!(part.get([0])?, Value::from(b'B'));
///
/// // Cast to any format and shape.
/// let numbers = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
/// let grid = View::new(&numbers).cast_shape("<i", &[3, 1])?;
/// assert_eq!(grid.get([2, 0])?, Value::from(3));
/// assert_eq!(grid.to_list().to_string(), "[[1], [2], [3]]");
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// What holds the bytes is the type parameter, which nobody has to write: `View<&[u8]>` reads, `View<&mut [u8]>` and
/// `View<&[Cell<u8>]>` write too, `View<Vec<u8>>` owns. Writing through the first does not compile:
///
/// ```compile_fail,E0277
/// # use view_core::View;
/// let world = *b"World";
/// let mut view = View::new(&world);
/// view.set([0], 119)?; // cannot write through `&[u8]`: these bytes are read-only
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// Nor does a view that outlives its bytes:
///
/// ```compile_fail,E0597
/// # use view_core::View;
/// let view = {
///     let world = *b"World";
///     View::new(&world) // `world` does not live long enough
/// };
/// view.to_bytes();
/// ```
#[derive(Clone)]
pub struct View<B> {
    bytes: B,
    geometry: Dynamic,
    element: ElementType,
}

impl<B: Bytes> View<B> {
    /// A view of all the bytes: format `B`, shape `[n]`, strides `[1]`.
    ///
    /// It takes references to slices, arrays, `Vec`, `Box` and `Arc`, and the last three also by value.
    #[inline]
    pub fn new<S: SliceSource<Bytes = B>>(bytes: S) -> Self {
        let bytes = bytes.into_bytes();
        let shape = smallvec![bytes.units().len()];
        View { bytes, geometry: Geometry { shape, strides: smallvec![1], offset: 0 }, element: ElementType::BYTE }
    }

    /// A view of elements of a layout, the last index fastest. `format` is the text it was made of.
    ///
    /// ```
    /// use view_core::{Layout, View};
    ///
    /// let layout = Layout::parse("<H")?;
    /// let view = View::from_layout(b"\x01\0\x02\0", "<H", layout, &[2])?;
    /// assert_eq!(view.to_list().to_string(), "[1, 2]");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`cast_shape`](View::cast_shape).
    pub fn from_layout<S: SliceSource<Bytes = B>>(
        bytes: S,
        format: &str,
        layout: Layout,
        shape: &[usize],
    ) -> Result<Self, ViewError> {
        View::new(bytes).recast(ElementType::new(format, layout), Some(shape.into()))
    }

    /// The format of the elements, as it was given.
    #[inline]
    pub fn format(&self) -> &str {
        self.element.format()
    }

    /// What the format means.
    #[inline]
    pub fn layout(&self) -> &Layout {
        self.element.layout()
    }

    /// Bytes of one element.
    #[inline]
    pub fn itemsize(&self) -> usize {
        self.element.itemsize()
    }

    /// The number of dimensions.
    #[inline]
    pub fn ndim(&self) -> usize {
        self.geometry.shape.len()
    }

    /// The length of each dimension.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        &self.geometry.shape
    }

    /// For each dimension, the bytes from one element to the next.
    #[inline]
    pub fn strides(&self) -> &[isize] {
        &self.geometry.strides
    }

    /// Where the element at index 0 starts, in bytes from the start of what holds them. Without elements it says nothing.
    ///
    /// ```
    /// use view_core::{View, s};
    ///
    /// let view = View::new(b"ABCDEF").cast("<H")?;
    /// assert_eq!(view.slice(s![..;-1])?.offset(), 4);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    #[inline]
    pub fn offset(&self) -> usize {
        self.geometry.offset
    }

    /// Bytes of all elements together.
    #[inline]
    pub fn nbytes(&self) -> usize {
        self.geometry.elements() * self.itemsize()
    }

    /// Whether nothing can be written through this view.
    #[inline]
    pub fn readonly(&self) -> bool {
        self.bytes.readonly()
    }

    /// Whether the elements lie one after the other, the last index fastest.
    #[inline]
    pub fn is_c_contiguous(&self) -> bool {
        self.geometry.is_row_major(self.itemsize())
    }

    /// Whether the elements lie one after the other, the first index fastest.
    #[inline]
    pub fn is_f_contiguous(&self) -> bool {
        self.geometry.is_column_major(self.itemsize())
    }

    /// Whether the elements lie one after the other, in either order.
    #[inline]
    pub fn is_contiguous(&self) -> bool {
        self.is_c_contiguous() || self.is_f_contiguous()
    }

    /// The same view, with the bytes borrowed.
    #[inline]
    pub fn view(&self) -> View<B::Slice<'_>> {
        View { bytes: self.bytes.slice(), geometry: self.geometry.clone(), element: self.element.clone() }
    }

    /// The same view, with the bytes borrowed to write.
    #[inline]
    pub fn view_mut(&mut self) -> View<B::SliceMut<'_>>
    where
        B: BytesMut,
    {
        View { bytes: self.bytes.slice_mut(), geometry: self.geometry.clone(), element: self.element.clone() }
    }

    /// As [`view_mut`](View::view_mut), also where only the run time knows whether the bytes can be written.
    ///
    /// # Errors
    ///
    /// Where they cannot: "cannot modify read-only memory".
    #[inline]
    pub fn writable(&mut self) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let bytes = self.bytes.writable()?;
        Ok(View { bytes, geometry: self.geometry.clone(), element: self.element.clone() })
    }

    /// The same view, for reading only: Python's `toreadonly`. Over cells there is none, since others may write them.
    #[inline]
    pub fn as_readonly(&self) -> View<&[u8]>
    where
        B: Bytes<Unit = u8>,
    {
        View { bytes: self.bytes.units(), geometry: self.geometry.clone(), element: self.element.clone() }
    }

    /// What holds the bytes.
    #[inline]
    pub fn into_inner(self) -> B {
        self.bytes
    }

    /// This view in another geometry, all of whose elements lie in the bytes.
    fn moved(self, geometry: Dynamic) -> Self {
        Self::with_geometry(self.bytes, geometry, &self.element)
    }

    /// The elements without their repetitions, and how often each is there.
    fn once(&self) -> (View<B::Slice<'_>>, usize) {
        let (geometry, times) = self.geometry.clone().once();
        (Self::with_geometry(self.bytes.slice(), geometry, &self.element), times)
    }

    /// All the bytes, also those between the elements.
    pub(crate) fn units(&self) -> &[B::Unit] {
        self.bytes.units()
    }

    /// As [`units`](View::units), to write, where nobody else sees them.
    pub(crate) fn plain_mut(&mut self) -> Option<&mut [u8]>
    where
        B: BytesMut,
    {
        self.bytes.plain_mut()
    }

    /// Where the elements lie, if they do so one after the other, the last index fastest.
    pub(crate) fn packed_range(&self) -> Option<core::ops::Range<usize>> {
        let start = self.geometry.offset;
        self.is_c_contiguous().then(|| start..start + self.nbytes())
    }

    /// The same bytes and elements in another geometry, all of whose elements lie in the bytes.
    pub(crate) fn with_geometry<C: Bytes>(bytes: C, geometry: Dynamic, element: &ElementType) -> View<C> {
        debug_assert!(geometry.shape.len() <= MAX_RANK);
        debug_assert!(geometry.fits(element.itemsize(), bytes.units().len()));
        View { bytes, geometry, element: element.clone() }
    }
}

impl<'a> View<&'a [Cell<u8>]> {
    /// A view of all the bytes that shares them with its sub-views: all of them can be alive at once, and each sees what
    /// the others write.
    #[inline]
    pub fn cells(bytes: &'a mut [u8]) -> Self {
        View::new(bytes).into_cells()
    }
}

impl<'a> View<&'a mut [u8]> {
    /// The same view, sharing its bytes with its sub-views from now on.
    #[inline]
    pub fn into_cells(self) -> View<&'a [Cell<u8>]> {
        let bytes = Cell::from_mut(self.bytes).as_slice_of_cells();
        View { bytes, geometry: self.geometry, element: self.element }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod whole_tests;
