//! Slices of one axis.

use core::ops::{Bound, Range, RangeBounds};

/// Takes the indices `start`, `start + step`, ... of an axis, `length` of them, all of which exist.
///
/// A slice without elements keeps the offset, since it may start one past the end, where a stride would lead outside.
#[inline]
pub(crate) fn slice_axis(
    shape: &mut [usize],
    strides: &mut [isize],
    offset: &mut usize,
    axis: usize,
    start: usize,
    step: isize,
    length: usize,
) {
    if length > 0 && !shape.contains(&0) {
        *offset = offset.wrapping_add_signed((start as isize).wrapping_mul(strides[axis]));
    }
    shape[axis] = length;
    // Only a stride that no index uses can overflow: of an axis of length 0 or 1.
    strides[axis] = strides[axis].wrapping_mul(step);
}

/// A range of indices of an axis of `length`, in plain numbers. Strict: `Err` holds the numbers where it does not fit.
#[inline]
pub(crate) fn resolve_range(range: &impl RangeBounds<usize>, length: usize) -> Result<Range<usize>, Range<usize>> {
    let start = match range.start_bound() {
        Bound::Unbounded => 0,
        Bound::Included(&start) => start,
        Bound::Excluded(&before) => before.saturating_add(1),
    };
    let end = match range.end_bound() {
        Bound::Unbounded => length,
        Bound::Excluded(&end) => end,
        // `..=usize::MAX` is out of range anyway: no axis is that long.
        Bound::Included(&last) => last.saturating_add(1),
    };
    let range = start..end;
    if start <= end && end <= length { Ok(range) } else { Err(range) }
}
