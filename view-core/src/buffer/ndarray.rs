//! Arrays of ndarray export themselves, and views are lent as such.

use ::ndarray::{ArrayBase, ArrayView, ArrayViewMut, Axis, Data, DataMut, Dimension, IxDyn, ShapeBuilder, StrideShape};
use core::ops::Range;
use smallvec::SmallVec;

use super::slice::{check_type, misaligned, not_a_slice};
use super::{Buffer, BufferElement, BufferElementMut, BufferMut, Plain};
use crate::bytes::{Bytes, BytesMut};
use crate::error::{Numbers, ViewError};
use crate::geometry::{Dynamic, Geometry, GeometryError, MAX_RANK};
use crate::view::{ElementType, View};

/// Where the elements of an array lie in the slice of all of them, those of each element included.
fn geometry<A: BufferElement>(shape: &[usize], strides: &[isize]) -> Result<Dynamic, ViewError> {
    let itemsize = A::layout().size();
    let mut inner: SmallVec<[usize; 4]> = SmallVec::new();
    A::axes(&mut |length| inner.push(length));
    let dimensions = shape.len() + inner.len();
    if dimensions > MAX_RANK {
        return Err(GeometryError::TooManyDimensions { dimensions }.into());
    }
    let mut all: Dynamic = Geometry { shape: shape.into(), strides: SmallVec::new(), offset: 0 };
    let size = size_of::<A>() as isize;
    // No overflow: the elements are in memory.
    let is_empty = shape.contains(&0) || size == 0;
    for (&length, &stride) in shape.iter().zip(strides) {
        let stride = if is_empty { size } else { stride * size };
        all.strides.push(stride);
        if stride < 0 {
            all.offset += (length - 1) * stride.unsigned_abs();
        }
    }
    let mut stride = size;
    for &length in &inner {
        stride = stride.checked_div(length as isize).unwrap_or(itemsize as isize);
        all.strides.push(stride);
    }
    all.shape.extend(inner);
    Ok(all)
}

/// That the elements of an array do not lie one after the other.
fn scattered<A>(shape: &[usize], strides: &[isize]) -> ViewError {
    let itemsize = size_of::<A>();
    let strides = strides.iter().map(|stride| stride.wrapping_mul(itemsize as isize)).collect();
    ViewError::NotASlice { shape: Numbers::new(shape), strides, itemsize }
}

/// With feature `ndarray`. In any order of axes, also reversed; but the elements have to lie one after the other, since
/// ndarray lends no others in a row: where they do not, it is [`ViewError::NotASlice`], and `as_standard_layout` copies.
#[diagnostic::do_not_recommend]
impl<A: BufferElement, S: Data<Elem = A>, D: Dimension> Buffer for ArrayBase<S, D> {
    fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
        let geometry = geometry::<A>(self.shape(), self.strides())?;
        let elements = if self.is_empty() { Some(&[][..]) } else { self.as_slice_memory_order() };
        let bytes = A::bytes(elements.ok_or_else(|| scattered::<A>(self.shape(), self.strides()))?);
        Ok(View::<&[u8]>::with_geometry(bytes, geometry, &ElementType::baked(A::FORMAT, A::layout())))
    }
}

/// With feature `ndarray`, as its [`Buffer`].
#[diagnostic::do_not_recommend]
impl<A: BufferElementMut, S: DataMut<Elem = A>, D: Dimension> BufferMut for ArrayBase<S, D> {
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
        let geometry = geometry::<A>(self.shape(), self.strides())?;
        let error = scattered::<A>(self.shape(), self.strides());
        let elements = if self.is_empty() { Some(&mut [][..]) } else { self.as_slice_memory_order_mut() };
        let bytes = A::bytes_mut(elements.ok_or(error)?);
        Ok(View::<&mut [u8]>::with_geometry(bytes, geometry, &ElementType::baked(A::FORMAT, A::layout())))
    }
}

/// How ndarray finds the elements of a view.
struct Plan<D: Dimension> {
    /// The bytes from the lowest element to the end of the highest.
    range: Range<usize>,
    /// With all strides positive.
    shape: StrideShape<D>,
    /// Axes to turn round afterwards.
    reversed: SmallVec<[usize; 4]>,
}

impl<D: Dimension> Plan<D> {
    fn new<T: Plain, B: Bytes>(view: &View<B>) -> Result<Plan<D>, ViewError> {
        check_type::<T, B>(view)?;
        let rank = |dimensions| ViewError::Rank { dimensions, shape: Numbers::new(view.shape()) };
        let dimension = |of: &[usize]| D::from_dimension(&IxDyn(of)).ok_or_else(|| rank(D::NDIM.unwrap_or(of.len())));
        let size = view.itemsize();
        let shape = dimension(view.shape())?;
        if view.nbytes() == 0 {
            return Ok(Plan { range: 0..0, shape: shape.into(), reversed: SmallVec::new() });
        }
        let mut strides: SmallVec<[usize; 4]> = SmallVec::new();
        let mut reversed = SmallVec::new();
        let (mut low, mut high) = (view.offset(), view.offset() + size);
        for (axis, (&length, &stride)) in view.shape().iter().zip(view.strides()).enumerate() {
            let step = stride.unsigned_abs();
            // An axis of one element is not walked along, so that its stride may be any.
            let items = if length == 1 { 1 } else { step / size };
            if length != 1 && items * size != step {
                return Err(not_a_slice(view));
            }
            strides.push(items);
            // No overflow, and inside of the bytes: the elements of a view are.
            let reach = if length == 1 { 0 } else { (length - 1) * step };
            if stride < 0 {
                reversed.push(axis);
                low -= reach;
            } else {
                high += reach;
            }
        }
        Ok(Plan { range: low..high, shape: shape.strides(dimension(&strides)?), reversed })
    }
}

impl<B: Bytes<Unit = u8>> View<B> {
    /// The elements as an array of [ndarray](::ndarray), in place: with feature `ndarray`.
    ///
    /// ```
    /// use ndarray::{Ix2, array};
    /// use view_core::View;
    ///
    /// let numbers = [[1, 2, 3], [4, 5, 6]];
    /// let view = View::of(&numbers)?;
    /// assert_eq!(view.as_array::<i32, Ix2>()?, array![[1, 2, 3], [4, 5, 6]]);
    ///
    /// // And back: an array exports itself.
    /// let array = array![[0.5, 1.5], [2.5, 3.5]];
    /// assert_eq!(View::of(&array.t())?.to_list().to_string(), "[[0.5, 2.5], [1.5, 3.5]]");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// `IxDyn` takes any number of dimensions. Axes may be in any order, reversed, or repeated without a copy.
    ///
    /// # Errors
    ///
    /// Where the format is not that of `T` in the machine's byte order; where an element is not aligned; where a stride
    /// is no whole number of elements, as in a column of records; and where `D` is another number of dimensions. A column
    /// of records can be read by [`typed`](View::typed), and be copied by [`to_vec`](View::to_vec).
    pub fn as_array<T: Plain, D: Dimension>(&self) -> Result<ArrayView<'_, T, D>, ViewError> {
        let plan = Plan::<D>::new::<T, B>(self)?;
        let bytes = &self.units()[plan.range];
        let elements = if bytes.is_empty() { &[] } else { T::slice(bytes).ok_or_else(|| misaligned::<T>(bytes))? };
        let mut array = ArrayView::from_shape(plan.shape, elements).map_err(|_| not_a_slice(self))?;
        plan.reversed.iter().for_each(|&axis| array.invert_axis(Axis(axis)));
        Ok(array)
    }

    /// As [`as_array`](View::as_array), to write.
    ///
    /// ```
    /// use ndarray::Ix2;
    /// use view_core::View;
    ///
    /// let mut numbers = [[1, 2, 3], [4, 5, 6]];
    /// let mut view = View::of_mut(&mut numbers)?;
    /// view.as_array_mut::<i32, Ix2>()?.column_mut(1).fill(0);
    /// assert_eq!(numbers, [[1, 0, 3], [4, 0, 6]]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`as_array`](View::as_array); and where elements share bytes.
    pub fn as_array_mut<T: Plain, D: Dimension>(&mut self) -> Result<ArrayViewMut<'_, T, D>, ViewError>
    where
        B: BytesMut,
    {
        let plan = Plan::<D>::new::<T, B>(self)?;
        let scattered = not_a_slice(self);
        let elements = match plan.range.is_empty() {
            true => &mut [],
            false => {
                let error = misaligned::<T>(&self.units()[plan.range.clone()]);
                self.plain_mut().and_then(|bytes| T::slice_mut(&mut bytes[plan.range])).ok_or(error)?
            }
        };
        let mut array = ArrayViewMut::from_shape(plan.shape, elements).map_err(|_| scattered)?;
        plan.reversed.iter().for_each(|&axis| array.invert_axis(Axis(axis)));
        Ok(array)
    }
}
