//! Which bytes a geometry touches.

use core::ops::Range;

/// The range from the lowest to one past the highest byte of any element; `None` where it reaches below 0, or where a
/// number overflows. Without elements it is empty, at `offset`.
#[inline]
pub(crate) fn reach(shape: &[usize], strides: &[isize], offset: usize, itemsize: usize) -> Option<Range<usize>> {
    let span = span(shape, strides, offset, itemsize)?;
    Some(usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?)
}

/// As [`reach`], also where it begins below 0.
#[inline]
pub(crate) fn span(shape: &[usize], strides: &[isize], offset: usize, itemsize: usize) -> Option<Range<isize>> {
    let first = isize::try_from(offset).ok()?;
    if shape.contains(&0) {
        return Some(first..first);
    }
    let (mut low, mut high) = (first, first.checked_add_unsigned(itemsize)?);
    for (&length, &stride) in shape.iter().zip(strides) {
        let span = isize::try_from(length - 1).ok()?.checked_mul(stride)?;
        if span < 0 {
            low = low.checked_add(span)?;
        } else {
            high = high.checked_add(span)?;
        }
    }
    Some(low..high)
}
