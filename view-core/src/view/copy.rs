//! Copies into a view: of bytes, of the elements of another view, of lists of values. Nothing is written when any element is
//! bad.

use super::{ElementType, View, convert};
use alloc::vec::Vec;
use smallvec::SmallVec;

use crate::bytes::{Byte, Bytes, BytesMut, Writable};
use crate::element::Element;
use crate::error::{Numbers, ViewError, check_memory};
use crate::geometry::{Dynamic, once_in_both, reach, resolve_range, row_major};
use crate::kernel::{self, Axes, Same, fold_offsets};
use crate::source::SliceSource;
use crate::typed::TypedView;
use crate::value::{Value, ValueError, encode};

mod sealed {
    /// Keeps [`CopySource`](super::CopySource) to this crate.
    pub trait Sealed {}
}

/// What [`View::copy_from`] and [`TypedView::copy_from`] take: bytes, a reference to another view, typed or not, or a reference
/// to a [`Value`] that is a list. Sealed.
#[diagnostic::on_unimplemented(
    message = "elements cannot be copied from `{Self}`",
    label = "neither bytes nor a reference to a view or a `Value`",
    note = "give `&[u8]` and the like for bytes as they are, `&View` or `&TypedView` for values of any format, \
            `&Value::list(..)` for values; slices of numbers go by `copy_from_slice` of a typed view, or by `View::of`"
)]
pub trait CopySource: sealed::Sealed {
    /// Overwrites all elements of `view`, or none.
    #[doc(hidden)]
    fn copy_to<B: Writable>(self, view: &mut View<B>) -> Result<(), ViewError>;
}

impl<B: Bytes> View<B> {
    /// Overwrites all elements: Python's `view[...] = source`.
    ///
    /// | source | what is written |
    /// |---|---|
    /// | bytes: `&[u8]`, `&[u8; N]`, `&Vec<u8>`, `&[Cell<u8>]` | these bytes, as they are, in C order |
    /// | another view: `&View`, `&TypedView` | its values, whatever its format, as if each was read and set |
    /// | a list: `&Value` | its values, nested as the shape is |
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let mut data = *b"ABCDEFGH";
    /// let mut view = View::new(&mut data);
    /// view.slice_mut(2..4)?.copy_from(b"XY")?;
    /// let error = view.copy_from(b"XY").unwrap_err();
    /// assert_eq!(error.to_string(), "cannot copy 2 bytes into a view of 8");
    ///
    /// let mut shorts = view.cast(">h")?;
    /// shorts.copy_from(&View::new(&[1, 0, 0, 0, 2, 0, 0, 0]).cast("<H")?)?;
    /// assert_eq!(shorts.to_list(), Value::list([1, 0, 2, 0]));
    /// shorts.slice_mut(..2)?.copy_from(&Value::list([-1, 7]))?;
    /// assert_eq!(shorts.to_bytes(), [255, 255, 0, 7, 0, 2, 0, 0]);
    ///
    /// // One value that does not fit, and nothing is written.
    /// let error = shorts.copy_from(&Value::list([9, 9, 40_000, 9])).unwrap_err();
    /// assert_eq!(error.to_string(), "element [2]: `h` requires -32768 <= number <= 32767, got 40000");
    /// assert_eq!(shorts.get([0])?, Value::from(-1));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Over cells the source may lie in the same bytes: all of it is read before any of it is written. Padding in records is copied
    /// where the formats are the same, and stays as it is where they are not. What is of one kind and size is copied byte for byte,
    /// as `memoryview` does, so that a `?` of byte 2 stays 2, and a NaN the one that it is.
    ///
    /// # Errors
    ///
    /// Where the number of bytes, or the shape, differs; where a value does not fit the format, by the rules of Python's `struct`;
    /// and where the bytes turn out to be read-only. Nothing is written then.
    pub fn copy_from<S: CopySource>(&mut self, source: S) -> Result<(), ViewError>
    where
        B: Writable,
    {
        source.copy_to(self)
    }

    /// Copies the elements whose first index lies in a range to where the first index is `to` and following: Python's
    /// `view[to:to + n] = view[range]`. The two may overlap.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut data = *b"ABCDEFGH";
    /// View::new(&mut data).copy_within(0..6, 2)?;
    /// assert_eq!(&data, b"ABABCDEF");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the range, or what it is copied to, reaches outside; and where the view has no dimensions, or its bytes turn out to be
    /// read-only.
    pub fn copy_within(&mut self, range: impl core::ops::RangeBounds<usize>, to: usize) -> Result<(), ViewError>
    where
        B: Writable,
    {
        let mut target = self.bytes.writable()?;
        let &length = self.geometry.shape.first().ok_or(ViewError::NoAxis)?;
        let from = resolve_range(&range, length).map_err(|range| ViewError::Range { range, length })?;
        let end = to.saturating_add(from.len());
        if end > length {
            return Err(ViewError::Range { range: to..end, length });
        }
        let part = |start: usize| self.geometry.clone().slice_axis(0, start, 1, from.len()).once().0;
        let (from, to) = (part(from.start), part(to));
        let itemsize = self.element.itemsize();
        let packed = packed(target.units(), &from, itemsize);
        put(&packed, &mut target, &to, itemsize);
        Ok(())
    }
}

/// All elements, in C order.
fn packed<U: Byte>(units: &[U], geometry: &Dynamic, itemsize: usize) -> Vec<u8> {
    let mut bytes = alloc::vec![0; geometry.elements() * itemsize];
    let mut strides = geometry.strides.clone();
    row_major(&geometry.shape, itemsize, &mut strides);
    if let Some(axes) = Axes::new(&geometry.shape, (&geometry.strides, geometry.offset), (&strides, 0)) {
        kernel::copy(units, &mut &mut bytes[..], axes, itemsize, Same);
    }
    bytes
}

/// Overwrites all elements with `bytes`, which hold exactly these in C order.
fn put<U: Byte>(bytes: &[U], to: &mut impl BytesMut, geometry: &Dynamic, itemsize: usize) {
    let mut strides = geometry.strides.clone();
    row_major(&geometry.shape, itemsize, &mut strides);
    if let Some(axes) = Axes::new(&geometry.shape, (&strides, 0), (&geometry.strides, geometry.offset)) {
        kernel::copy(bytes, to, axes, itemsize, Same);
    }
}

/// Whether two stretches of memory share a byte.
fn overlap<U, V>(a: &[U], b: &[V]) -> bool {
    let (a, b) = (a.as_ptr_range(), b.as_ptr_range());
    a.start.addr() < b.end.addr() && b.start.addr() < a.end.addr()
}

/// The bytes that the elements of a geometry lie in.
fn reached<'u, U>(units: &'u [U], geometry: &Dynamic, itemsize: usize) -> &'u [U] {
    let range = reach(&geometry.shape, &geometry.strides, geometry.offset, itemsize);
    range.and_then(|range| units.get(range)).unwrap_or(units)
}

impl<S: SliceSource> sealed::Sealed for S {}
#[diagnostic::do_not_recommend]
impl<S: SliceSource> CopySource for S {
    fn copy_to<B: Writable>(self, view: &mut View<B>) -> Result<(), ViewError> {
        let (to, itemsize) = (view.nbytes(), view.itemsize());
        let mut target = view.bytes.writable()?;
        let source = self.into_bytes();
        let units = source.units();
        if units.len() != to {
            return Err(ViewError::CopySize { from: units.len(), to });
        }
        if overlap(units, reached(target.units(), &view.geometry, itemsize)) {
            let copy: Vec<u8> = units.iter().map(Byte::get).collect();
            put(&copy, &mut target, &view.geometry, itemsize);
        } else {
            put(units, &mut target, &view.geometry, itemsize);
        }
        Ok(())
    }
}

impl<C: Bytes> sealed::Sealed for &View<C> {}
#[diagnostic::do_not_recommend]
impl<C: Bytes> CopySource for &View<C> {
    fn copy_to<B: Writable>(self, view: &mut View<B>) -> Result<(), ViewError> {
        let mut target = view.bytes.writable()?;
        if self.shape() != view.geometry.shape.as_slice() {
            return Err(ViewError::CopyShape {
                from: Numbers::new(self.shape()),
                to: Numbers::new(&view.geometry.shape),
            });
        }
        // What both repeat is copied once.
        let shape = once_in_both(&self.geometry.shape, &self.geometry.strides, &view.geometry.strides);
        let once = |geometry: &Dynamic| Dynamic { shape: shape.clone(), ..geometry.clone() };
        let (from, to) =
            (View::<C>::with_geometry(self.bytes.slice(), once(&self.geometry), &self.element), once(&view.geometry));
        let read = reached(from.bytes.units(), &from.geometry, from.itemsize());
        let written = reached(target.units(), &to, view.element.itemsize());
        if overlap(read, written) {
            // All of it is read before any of it is written.
            check_memory::<u8>(from.nbytes(), from.bytes.units().len())?;
            let bytes = from.to_bytes();
            let geometry = Dynamic::row_major(from.shape(), from.itemsize());
            let geometry = geometry.unwrap_or_else(|| from.geometry.clone());
            let copy = View::<&[u8]>::with_geometry(&bytes[..], geometry, &from.element);
            return convert::convert(&copy, &mut target, &to, &view.element);
        }
        convert::convert(&from, &mut target, &to, &view.element)
    }
}

impl<C: Bytes, E: Element, const R: usize> sealed::Sealed for &TypedView<C, E, R> {}
#[diagnostic::do_not_recommend]
impl<C: Bytes, E: Element, const R: usize> CopySource for &TypedView<C, E, R> {
    fn copy_to<B: Writable>(self, view: &mut View<B>) -> Result<(), ViewError> {
        (&self.view().into_view()).copy_to(view)
    }
}

impl sealed::Sealed for &Value {}
#[diagnostic::do_not_recommend]
impl CopySource for &Value {
    fn copy_to<B: Writable>(self, view: &mut View<B>) -> Result<(), ViewError> {
        view.bytes.writable()?;
        let shape = view.geometry.shape.clone();
        let mut writer = if has_shape(self, &shape) { Writer::new(view) } else { Writer::dry(view) };
        writer.list(&shape, self, &mut SmallVec::new())?;
        writer.finish(view)
    }
}

/// Whether lists are nested and as long as a shape says.
fn has_shape(value: &Value, shape: &[usize]) -> bool {
    match (value, shape) {
        (_, []) => true,
        (Value::List(values), [length, shape @ ..]) => {
            values.len() == *length && values.iter().all(|value| has_shape(value, shape))
        }
        _ => false,
    }
}

/// Elements that are written in a copy of all of them, which then goes to the view as a whole.
pub(super) struct Writer {
    element: ElementType,
    bytes: Vec<u8>,
    written: usize,
    /// Bytes from one element to the next in the copy.
    step: usize,
}

impl Writer {
    pub(super) fn new(view: &View<impl Bytes>) -> Writer {
        // Padding stays as it is, so that the elements are written over what they hold.
        Writer { element: view.element.clone(), bytes: view.to_bytes(), written: 0, step: view.itemsize() }
    }

    /// One that only looks at what it is given, which is known not to fit: a copy may take more memory than the view and the values.
    fn dry(view: &View<impl Bytes>) -> Writer {
        Writer { element: view.element.clone(), bytes: alloc::vec![0; view.itemsize()], written: 0, step: 0 }
    }

    pub(super) fn over(units: &[impl Byte], geometry: &Dynamic, element: &ElementType) -> Writer {
        let step = element.itemsize();
        Writer { element: element.clone(), bytes: packed(units, geometry, step), written: 0, step }
    }

    /// The next element, in C order.
    pub(super) fn push(&mut self, value: &Value) -> Result<(), ValueError> {
        let size = self.element.itemsize();
        let place = self.bytes.get_mut(self.written * self.step..).and_then(|rest| rest.get_mut(..size));
        self.written += 1;
        encode::encode(self.element.layout(), value, place.unwrap_or_default())
    }

    /// Nested lists of a shape.
    fn list(&mut self, shape: &[usize], value: &Value, index: &mut SmallVec<[usize; 4]>) -> Result<(), ViewError> {
        let [length, shape @ ..] = shape else {
            return self.push(value).map_err(|error| wrong(index, error));
        };
        let error = match value {
            Value::List(values) if values.len() == *length => {
                for (i, value) in values.iter().enumerate() {
                    index.push(i);
                    self.list(shape, value, index)?;
                    index.pop();
                }
                return Ok(());
            }
            Value::List(values) => ValueError::Count { needed: *length, got: values.len() },
            other => ValueError::Type { code: "", needed: "a list", got: other.noun() },
        };
        Err(wrong(index, error))
    }

    fn finish(self, view: &mut View<impl Writable>) -> Result<(), ViewError> {
        self.put(&mut view.bytes.writable()?, &view.geometry);
        Ok(())
    }

    pub(super) fn put(&self, to: &mut impl BytesMut, geometry: &Dynamic) {
        put(&self.bytes[..], to, geometry, self.element.itemsize());
    }
}

/// That the value at an index does not fit.
fn wrong(index: &[usize], error: ValueError) -> ViewError {
    ViewError::Element { index: Numbers::new(index), error: error.into() }
}

/// The index of an element whose number in C order is known.
pub(super) fn index_of(shape: &[usize], mut number: usize) -> Numbers {
    let mut index: SmallVec<[usize; 4]> = shape.into();
    for (place, &length) in index.iter_mut().zip(shape).rev() {
        *place = number.checked_rem(length).unwrap_or(0);
        number = number.checked_div(length).unwrap_or(0);
    }
    Numbers::new(&index)
}

/// Calls `each` with the number and the offset of every element, in C order, until one fails.
pub(super) fn try_each<E>(geometry: &Dynamic, mut each: impl FnMut(usize, usize) -> Result<(), E>) -> Result<(), E> {
    let mut number = 0;
    fold_offsets(&geometry.shape, &geometry.strides, geometry.offset, Ok(()), &mut |result: Result<(), E>, at| {
        result?;
        number += 1;
        each(number - 1, at)
    })
}
