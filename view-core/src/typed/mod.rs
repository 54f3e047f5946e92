//! Views whose element and rank are known at build time. This file says what they are and reads single elements; the others make
//! them and add writing, iteration and whole-view operations.

mod axes;
mod compare;
mod debug;
mod find;
mod iter;
mod make;
mod parts;
mod rank;
#[cfg(feature = "alloc")]
mod raw_parts;
mod reduce;
mod slice;
mod split;
mod whole;
mod write;

pub use iter::{IndexedIter, Iter};
pub use parts::{AxisIter, AxisIterMut, Chunks, ChunksMut};
pub use rank::{OneLess, OneMore, Rank};
#[cfg(feature = "alloc")]
pub(crate) use split::split;

use crate::bytes::Bytes;
use crate::element::{Element, Record};
use crate::geometry::{Fixed, Geometry};
use make::too_short;

/// An n-dimensional view of elements `E` over bytes held by `B`: rows of records, a column of them, a field with a
/// shape.
///
/// ```
/// use view_core::{Le, TypedView};
///
/// let bytes = [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0];
/// let numbers = TypedView::<_, Le<u16>>::from_bytes(&bytes)?;
/// assert_eq!(numbers.at(2), 3);
/// assert_eq!(numbers.sum(), 21);
///
/// let grid = TypedView::<_, Le<u16>, 2>::contiguous(&bytes, [2, 3])?;
/// assert_eq!(grid.get([1, 0]), Some(4));
/// assert_eq!(grid.get([2, 0]), None);
/// # Ok::<(), view_core::SizeError>(())
/// ```
///
/// It is as small as its bytes and its numbers, and `Copy`, `Send` and `Sync` where the bytes are.
pub struct TypedView<B, E: Element, const R: usize = 1> {
    bytes: B,
    geometry: Fixed<R>,
    order: E::Order,
}

impl<B: Copy, E: Element, const R: usize> Copy for TypedView<B, E, R> {}

impl<B: Clone, E: Element, const R: usize> Clone for TypedView<B, E, R> {
    #[inline]
    fn clone(&self) -> Self {
        TypedView { bytes: self.bytes.clone(), ..*self }
    }
}

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The length of each axis.
    #[inline]
    pub fn shape(&self) -> [usize; R] {
        self.geometry.shape
    }

    /// For each axis, the bytes from one element to the next.
    #[inline]
    pub fn strides(&self) -> [isize; R] {
        self.geometry.strides
    }

    /// Where the element at index 0 starts, in bytes from the start of what holds them. Without elements it says nothing.
    #[inline]
    pub fn offset(&self) -> usize {
        self.geometry.offset
    }

    /// Whether the elements lie one after the other, the last index fastest.
    #[inline]
    pub fn is_c_contiguous(&self) -> bool {
        self.geometry.is_row_major(E::SIZE)
    }

    /// Whether the elements lie one after the other, the first index fastest.
    #[inline]
    pub fn is_f_contiguous(&self) -> bool {
        self.geometry.is_column_major(E::SIZE)
    }

    /// Whether the elements lie one after the other, in either order.
    #[inline]
    pub fn is_contiguous(&self) -> bool {
        self.is_c_contiguous() || self.is_f_contiguous()
    }

    /// Bytes of all elements together.
    #[inline]
    pub fn nbytes(&self) -> usize {
        self.geometry.elements() * E::SIZE
    }

    /// Whether nothing can be written through this view.
    #[inline]
    pub fn readonly(&self) -> bool {
        self.bytes.readonly()
    }

    /// The element at an index, if there is one.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u16>>::from_bytes(b"\x01\0\x02\0")?;
    /// assert_eq!((numbers.get([1]), numbers.get([2])), (Some(2), None));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    ///
    /// An index is an array of one number for each dimension, also where there is one. There, [`at`](TypedView::at) takes the number
    /// alone, and panics where there is no such element.
    #[inline(always)]
    pub fn get(&self, index: [usize; R]) -> Option<E::Of<'_, B>> {
        Some(E::read(&self.bytes, self.geometry.locate(&index)?, self.order))
    }

    /// The same view, with the bytes borrowed.
    #[inline(always)]
    pub fn view(&self) -> TypedView<B::Slice<'_>, E, R> {
        TypedView { bytes: self.bytes.slice(), geometry: self.geometry, order: self.order }
    }

    /// One view for each field: `trades.columns().price()` is the price of every trade, without a copy.
    #[inline(always)]
    pub fn columns(&self) -> E::Columns<B::Slice<'_>, R>
    where
        E: Record,
    {
        E::__columns(self.view())
    }

    /// The field `F` that starts at byte `at` of every element.
    #[doc(hidden)]
    #[inline(always)]
    pub fn __field<F: Element<Order = ()>>(self, at: usize) -> TypedView<B, F, R> {
        // Without elements the offset may be the end of the bytes, and stays there.
        let offset = if self.geometry.elements() == 0 { self.geometry.offset } else { self.geometry.offset + at };
        TypedView { bytes: self.bytes, geometry: Geometry { offset, ..self.geometry }, order: () }
    }

    /// The field with a shape that starts at byte `at` of every element, as a view of `Q` dimensions: those of this
    /// view, then the field's `K`.
    #[doc(hidden)]
    #[inline]
    #[track_caller]
    pub fn __field_array<F: Element<Order = ()>, const K: usize, const Q: usize>(
        self,
        at: usize,
        shape: [usize; K],
    ) -> TypedView<B, F, Q> {
        const { assert!(Q == R + K, "the dimensions of the field come after those of the view") };
        let Some(inner) = Fixed::row_major(shape, F::SIZE) else { too_short(&shape, F::SIZE, E::SIZE) };
        let outer = self.__field::<F>(at);
        let Fixed { shape, strides, offset } = outer.geometry;
        let geometry = Geometry {
            shape: core::array::from_fn(|i| if i < R { shape[i] } else { inner.shape[i - R] }),
            strides: core::array::from_fn(|i| if i < R { strides[i] } else { inner.strides[i - R] }),
            offset,
        };
        TypedView { bytes: outer.bytes, geometry, order: () }
    }

    /// What holds the bytes.
    #[inline]
    pub fn into_inner(self) -> B {
        self.bytes
    }
}

impl<B: Bytes, E: Element> TypedView<B, E, 0> {
    /// The one element of a view without dimensions.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// let number = TypedView::<_, Be<u16>, 0>::contiguous(&[1, 2], [])?;
    /// assert_eq!(number.value(), 258);
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline(always)]
    pub fn value(&self) -> E::Of<'_, B> {
        E::read(&self.bytes, self.geometry.offset, self.order)
    }
}

impl<B: Bytes, E: Element> TypedView<B, E> {
    /// How many elements there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.geometry.shape[0]
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`.
    ///
    /// # Panics
    ///
    /// Where there is none, as slices do.
    #[inline(always)]
    #[track_caller]
    pub fn at(&self, index: usize) -> E::Of<'_, B> {
        match self.get([index]) {
            Some(element) => element,
            None => out_of_bounds(index, self.len()),
        }
    }
}

// Out of line, so that an access stays small.
#[cold]
#[inline(never)]
#[track_caller]
fn out_of_bounds(index: usize, length: usize) -> ! {
    panic!("index {index} is out of bounds for {length} elements")
}

#[cfg(test)]
mod tests;
