//! Views made over bytes: contiguous ones, and those with strides of their own.

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::{Fixed, Geometry, check_strided};
use crate::source::{SizeError, SliceSource};

impl<B: Bytes, E: Element<Order = ()>, const R: usize> TypedView<B, E, R> {
    /// Elements one after the other, the last index fastest, of which the shape takes all the bytes.
    ///
    /// # Errors
    ///
    /// Where the shape takes fewer or more bytes than there are.
    #[inline]
    pub fn contiguous<S: SliceSource<Bytes = B>>(bytes: S, shape: [usize; R]) -> Result<Self, SizeError> {
        TypedView::exactly(bytes.into_bytes(), Fixed::row_major(shape, E::SIZE))
    }

    /// As [`contiguous`](TypedView::contiguous), with the first index fastest: Fortran order.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous_f(&[1, 2, 3, 4, 5, 6], [2, 3])?;
    /// assert_eq!(format!("{grid:?}"), "[[1, 3, 5], [2, 4, 6]]");
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the shape takes fewer or more bytes than there are.
    #[inline]
    pub fn contiguous_f<S: SliceSource<Bytes = B>>(bytes: S, shape: [usize; R]) -> Result<Self, SizeError> {
        TypedView::exactly(bytes.into_bytes(), Fixed::column_major(shape, E::SIZE))
    }

    /// Elements one after the other from byte `offset` on: a table inside a file. What stands before and behind it is not
    /// looked at.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let file = b"HEAD\x01\0\x02\0tail";
    /// let table = TypedView::<_, Le<u16>>::from_offset(file, 4, [2])?;
    /// assert_eq!(table.iter().collect::<Vec<_>>(), [1, 2]);
    ///
    /// let error = TypedView::<_, Le<u16>>::from_offset(file, 4, [5]).unwrap_err();
    /// assert_eq!(error.to_string(), "10 bytes needed at offset 4, 8 there");
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are fewer bytes.
    #[inline]
    pub fn from_offset<S: SliceSource<Bytes = B>>(
        bytes: S,
        offset: usize,
        shape: [usize; R],
    ) -> Result<Self, SizeError> {
        let bytes = bytes.into_bytes();
        let got = bytes.units().len().saturating_sub(offset);
        match Fixed::row_major(shape, E::SIZE) {
            // An empty table may lie anywhere, as an empty slice may; its offset is then not kept.
            Some(geometry) if geometry.elements() * E::SIZE == 0 => Ok(TypedView { bytes, geometry, order: () }),
            Some(geometry) if geometry.elements() * E::SIZE <= got => {
                Ok(TypedView { bytes, geometry: Geometry { offset, ..geometry }, order: () })
            }
            Some(geometry) => Err(SizeError::at(offset, geometry.elements() * E::SIZE, got)),
            None => Err(SizeError::at(offset, usize::MAX, got)),
        }
    }

    /// Elements with strides of their own, in bytes, from byte `offset` on. All of them have to lie in the bytes; which they
    /// are, and how often, is free: strides may be negative, 0, or no multiple of the size of an element.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// // Numbers of 2 bytes, 3 bytes apart, the last one first.
    /// let numbers = TypedView::<_, Be<u16>>::strided(b"\x00\x01-\x00\x02-\x00\x03", [3], [-3], 6)?;
    /// assert!(numbers.iter().eq([3, 2, 1]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where an element lies outside; and where the elements, those at the same place counted apart, are more than a number
    /// holds.
    pub fn strided<S: SliceSource<Bytes = B>>(
        bytes: S,
        shape: [usize; R],
        strides: [isize; R],
        offset: usize,
    ) -> Result<Self, ViewError> {
        let bytes = bytes.into_bytes();
        check_strided(&shape, &strides, offset, E::SIZE, bytes.units().len())?;
        Ok(TypedView { bytes, geometry: Geometry { shape, strides, offset }, order: () })
    }

    /// As [`contiguous`](TypedView::contiguous), where the caller knows that the bytes hold the shape: fields of
    /// records, and views in place.
    #[doc(hidden)]
    #[inline(always)]
    #[track_caller]
    pub fn __contiguous(bytes: B, shape: [usize; R]) -> Self {
        TypedView::within(bytes, Fixed::row_major(shape, E::SIZE), shape)
    }

    /// As [`contiguous_f`](TypedView::contiguous_f), where the caller knows that the bytes hold the shape.
    #[doc(hidden)]
    #[inline(always)]
    #[track_caller]
    pub fn __contiguous_f(bytes: B, shape: [usize; R]) -> Self {
        TypedView::within(bytes, Fixed::column_major(shape, E::SIZE), shape)
    }

    /// Where the caller knows that the bytes hold the elements.
    #[inline(always)]
    #[track_caller]
    fn within(bytes: B, geometry: Option<Fixed<R>>, shape: [usize; R]) -> Self {
        let got = bytes.units().len();
        match geometry {
            Some(geometry) if geometry.elements() * E::SIZE <= got => TypedView { bytes, geometry, order: () },
            _ => too_short(&shape, E::SIZE, got),
        }
    }

    /// As [`contiguous`](TypedView::contiguous), with the length of one axis as long as the bytes make it; what stands
    /// for it in the shape is not read.
    #[doc(hidden)]
    #[inline]
    pub fn __inferred<S: SliceSource<Bytes = B>>(
        bytes: S,
        mut shape: [usize; R],
        axis: usize,
        is_column_major: bool,
    ) -> Result<Self, SizeError> {
        let bytes = bytes.into_bytes();
        let got = bytes.units().len();
        if let Some(length) = shape.get_mut(axis) {
            *length = 1;
            let one = Fixed::row_major(shape, E::SIZE).ok_or(SizeError::new(usize::MAX, got))?.elements() * E::SIZE;
            // Where one takes no bytes, no bytes make none of them.
            shape[axis] = got.checked_div(one).unwrap_or(0);
            if shape[axis] * one != got {
                return Err(if one == 0 { SizeError::new(0, got) } else { SizeError::multiple(one, got) });
            }
        }
        let geometry = if is_column_major { Fixed::column_major } else { Fixed::row_major };
        TypedView::exactly(bytes, geometry(shape, E::SIZE))
    }

    /// Where the elements take all the bytes.
    #[inline]
    fn exactly(bytes: B, geometry: Option<Fixed<R>>) -> Result<Self, SizeError> {
        let got = bytes.units().len();
        match geometry {
            Some(geometry) if geometry.elements() * E::SIZE == got => Ok(TypedView { bytes, geometry, order: () }),
            Some(geometry) => Err(SizeError::new(geometry.elements() * E::SIZE, got)),
            None => Err(SizeError::new(usize::MAX, got)),
        }
    }
}

impl<B: Bytes, E: Element<Order = ()>> TypedView<B, E> {
    /// As many elements as there are, one after the other.
    ///
    /// # Errors
    ///
    /// Where the bytes end in the middle of an element.
    #[inline]
    pub fn from_bytes<S: SliceSource<Bytes = B>>(bytes: S) -> Result<Self, SizeError> {
        TypedView::__inferred(bytes, [0], 0, false)
    }
}

#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn too_short(shape: &[usize], size: usize, got: usize) -> ! {
    panic!("elements of {size} bytes and shape {shape:?} do not lie in {got} bytes")
}
