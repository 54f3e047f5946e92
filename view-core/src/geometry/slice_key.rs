//! What `slice` takes: a plain range of the first axis, which has to fit, or a key for all axes, with Python's rules.

use core::ops::{Bound, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use super::change::{Leads, Same, Unknown};
use super::{Grow, Index, Key, resolve_range, select};
use crate::error::ViewError;

/// What a view can be sliced by: a range of `usize`, or a key, `s![..]`. Sealed.
#[diagnostic::on_unimplemented(
    message = "cannot slice by `{Self}`",
    label = "neither a range of `usize` nor a key",
    note = "a range has to fit: `2..5`; `s![2..5]`, `s![-3..]`, `s![.., 0, ..;-1]` have Python's rules"
)]
pub trait SliceKey: sealed::SliceKey {}

/// A [`SliceKey`] that makes a view of `Q` dimensions of one of `R`. Sealed.
#[diagnostic::on_unimplemented(
    message = "a slice by `{Self}` of a view of {R} dimensions does not have {Q}",
    label = "gives another number of dimensions",
    note = "a range keeps all dimensions; of a key, `s![.., 0]`, each number drops one and each `NewAxis` adds one"
)]
pub trait SliceTo<const R: usize, const Q: usize>: SliceKey {}

#[diagnostic::do_not_recommend]
impl<K: SliceKey<Change: Leads<R, Q>>, const R: usize, const Q: usize> SliceTo<R, Q> for K {}

pub(crate) mod sealed {
    use super::{Grow, ViewError};

    /// Keeps the traits to this crate, and does the work.
    pub trait SliceKey {
        /// What it does to the number of dimensions.
        type Change;
        fn apply<G: Grow>(&self, shape: &[usize], strides: &[isize], offset: usize) -> Result<G::Out, ViewError>;
    }
}

/// The elements of the first axis in a range.
fn apply_range<G: Grow>(
    range: &impl RangeBounds<usize>,
    shape: &[usize],
    strides: &[isize],
    offset: usize,
) -> Result<G::Out, ViewError> {
    let (Some((&length, rest)), Some(&stride)) = (shape.split_first(), strides.first()) else {
        return Err(ViewError::NoAxis);
    };
    let range = resolve_range(range, length).map_err(|range| ViewError::Range { range, length })?;
    let mut out = G::start();
    out.push(range.len(), stride);
    rest.iter().zip(&strides[1..]).for_each(|(&length, &stride)| out.push(length, stride));
    let is_empty = range.is_empty() || rest.contains(&0);
    let shift = (range.start as isize).wrapping_mul(stride);
    Ok(out.finish(if is_empty { offset } else { offset.wrapping_add_signed(shift) })?)
}

macro_rules! ranges {
    ($($range:ty)*) => { $(
        impl sealed::SliceKey for $range {
            type Change = Same;

            #[inline]
            fn apply<G: Grow>(&self, shape: &[usize], strides: &[isize], offset: usize) -> Result<G::Out, ViewError> {
                apply_range::<G>(self, shape, strides, offset)
            }
        }
        #[diagnostic::do_not_recommend]
        impl SliceKey for $range {}
    )* };
}
ranges! {
    Range<usize> RangeFrom<usize> RangeTo<usize> RangeFull RangeInclusive<usize> RangeToInclusive<usize>
    (Bound<usize>, Bound<usize>)
}

macro_rules! keys {
    ($([$($generics:tt)*] $key:ty, $change:ty;)*) => { $(
        impl<$($generics)*> sealed::SliceKey for $key {
            type Change = $change;

            #[inline]
            fn apply<G: Grow>(&self, shape: &[usize], strides: &[isize], offset: usize) -> Result<G::Out, ViewError> {
                Ok(select::<G>(shape, strides, offset, &self[..])?)
            }
        }
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> SliceKey for $key {}
    )* };
}
keys! {
    [const N: usize, C] Key<N, C>, C;
    [const N: usize, C] &Key<N, C>, C;
    // Lists say it at run time.
    [const N: usize] [Index; N], Unknown;
    [const N: usize] &[Index; N], Unknown;
    [] &[Index], Unknown;
}
#[cfg(feature = "alloc")]
keys! {
    [] &alloc::vec::Vec<Index>, Unknown;
}
