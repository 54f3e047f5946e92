//! Geometry: shape, byte strides and offset, and all computation on them. Pure integers: no bytes are touched here.
//!
//! Every computation is written once, over slices, in the modules below; [`Geometry`] is generic over what stores the
//! numbers, so that views of known rank keep theirs in arrays.
//!
//! Invariants of a geometry in a view of `length` bytes, for its itemsize:
//! 1. `shape` and `strides` have the same length, the rank, at most [`MAX_RANK`].
//! 2. No element reaches below byte 0 or past byte `length`, nor does any number on the way overflow.
//! 3. The product of all lengths that are not 0, and of the itemsize, fits an `isize`.
//! 4. Where there are elements, `offset` is where the first one starts; where there are none, it is at most `length`.

mod axes;
mod change;
mod elide;
mod error;
mod form;
mod grow;
mod index;
mod indices;
mod key;
mod offsets;
mod once;
mod reach;
mod reshape;
mod select;
mod shape;
mod slice;
mod slice_key;
mod split;
mod strided;
mod strides;

#[cfg(feature = "alloc")]
pub(crate) use axes::squeeze;
pub(crate) use axes::{broadcast, check_axis, insert_axis, permute, windows};
pub(crate) use elide::Shown;
pub use error::GeometryError;
pub(crate) use form::{is_column_major, is_row_major};
pub(crate) use grow::{Grow, GrowFixed};
pub(crate) use index::locate;
pub(crate) use indices::Indices;
pub use key::{Ellipsis, Index, Key, NewAxis, Slice, literal};
pub(crate) use offsets::Offsets;
#[cfg(feature = "alloc")]
pub(crate) use once::once_in_both;
pub(crate) use once::{compared, renumber};
pub(crate) use reach::reach;
#[cfg(feature = "alloc")]
pub(crate) use reshape::infer;
pub(crate) use reshape::reshape;
pub(crate) use select::select;
#[cfg(feature = "alloc")]
pub use shape::Shape;
pub(crate) use shape::{extent, is_bounded};
pub(crate) use slice::resolve_range;
pub use slice_key::{SliceKey, SliceTo};
pub(crate) use strided::check_strided;
pub(crate) use strides::{column_major, row_major};

/// The most dimensions that a view can have, as in CPython.
pub const MAX_RANK: usize = 64;

/// Shape, byte strides and offset. `S` and `T` store the numbers: arrays where the rank is known, short vectors where
/// it is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Geometry<S, T> {
    pub(crate) shape: S,
    pub(crate) strides: T,
    pub(crate) offset: usize,
}

/// A geometry whose rank the compiler knows.
pub(crate) type Fixed<const R: usize> = Geometry<[usize; R], [isize; R]>;

/// A geometry whose rank is known at run time only. Up to four dimensions need no heap.
#[cfg(feature = "alloc")]
pub(crate) type Dynamic = Geometry<smallvec::SmallVec<[usize; 4]>, smallvec::SmallVec<[isize; 4]>>;

impl<const R: usize> Fixed<R> {
    /// Elements one after the other, the last index fastest; `None` where their size overflows.
    #[inline(always)]
    pub(crate) fn row_major(shape: [usize; R], itemsize: usize) -> Option<Self> {
        let mut strides = [0; R];
        row_major(&shape, itemsize, &mut strides)?;
        Some(Geometry { shape, strides, offset: 0 })
    }

    /// Elements one after the other, the first index fastest; `None` where their size overflows.
    #[inline]
    pub(crate) fn column_major(shape: [usize; R], itemsize: usize) -> Option<Self> {
        let mut strides = [0; R];
        column_major(&shape, itemsize, &mut strides)?;
        Some(Geometry { shape, strides, offset: 0 })
    }
}

#[cfg(feature = "alloc")]
impl Dynamic {
    /// Elements one after the other, the last index fastest; `None` where their size overflows.
    pub(crate) fn row_major(shape: &[usize], itemsize: usize) -> Option<Self> {
        let mut strides = smallvec::smallvec![0; shape.len()];
        row_major(shape, itemsize, &mut strides)?;
        Some(Geometry { shape: shape.into(), strides, offset: 0 })
    }

    /// The part where the first indices are `index`: a geometry of as many dimensions less. `None` where the index
    /// does not fit.
    pub(crate) fn at(&self, index: &[usize]) -> Option<Self> {
        let rank = index.len();
        let mut offset = locate(self.shape.get(..rank)?, self.strides.get(..rank)?, self.offset, index)?;
        let shape: smallvec::SmallVec<[usize; 4]> = self.shape[rank..].into();
        if shape.contains(&0) {
            // Strides between nothing may lead outside: see invariant 4.
            offset = self.offset;
        }
        Some(Geometry { shape, strides: self.strides[rank..].into(), offset })
    }
}

impl<S: AsRef<[usize]> + AsMut<[usize]>, T: AsRef<[isize]> + AsMut<[isize]>> Geometry<S, T> {
    /// How many elements there are.
    #[inline]
    pub(crate) fn elements(&self) -> usize {
        // No overflow: see invariant 3.
        self.shape.as_ref().iter().product()
    }

    /// Where the element at `index` starts, if there is one.
    #[inline(always)]
    pub(crate) fn locate(&self, index: &[usize]) -> Option<usize> {
        locate(self.shape.as_ref(), self.strides.as_ref(), self.offset, index)
    }

    /// Whether all elements lie in `length` bytes.
    #[cfg(any(test, feature = "alloc"))]
    pub(crate) fn fits(&self, itemsize: usize, length: usize) -> bool {
        reach(self.shape.as_ref(), self.strides.as_ref(), self.offset, itemsize).is_some_and(|r| r.end <= length)
    }

    /// The indices `start`, `start + step`, ... of one axis, `length` of them. The caller has checked that they exist,
    /// as [`resolve_range`] does.
    #[inline]
    pub(crate) fn slice_axis(mut self, axis: usize, start: usize, step: isize, length: usize) -> Self {
        slice::slice_axis(self.shape.as_mut(), self.strides.as_mut(), &mut self.offset, axis, start, step, length);
        self
    }

    /// Whether the elements lie one after the other, the last index fastest.
    #[inline]
    pub(crate) fn is_row_major(&self, itemsize: usize) -> bool {
        is_row_major(self.shape.as_ref(), self.strides.as_ref(), itemsize)
    }

    /// Whether the elements lie one after the other, the first index fastest.
    #[inline]
    pub(crate) fn is_column_major(&self, itemsize: usize) -> bool {
        is_column_major(self.shape.as_ref(), self.strides.as_ref(), itemsize)
    }
}

#[cfg(test)]
mod tests;
