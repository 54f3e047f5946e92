//! The same elements in another shape, where strides can say it.

use super::GeometryError;
use super::shape::elements;
use crate::error::Numbers;

/// Fills `strides`, one for each axis of `to`, so that the elements keep their order (the last index fastest) and their
/// place.
///
/// Axes that lie as one (each steps over exactly what the next one spans) form a run, and a new axis divides what is left
/// of a run; one that would take from two runs needs a copy.
pub(crate) fn reshape(
    shape: &[usize],
    from: &[isize],
    itemsize: usize,
    to: &[usize],
    strides: &mut [isize],
) -> Result<(), GeometryError> {
    let (count, needed) = (elements(shape), elements(to));
    if count != needed {
        let (from, to) = (Numbers::new(shape), Numbers::new(to));
        return Err(GeometryError::Reshape { from, to, needed, got: count.unwrap_or(usize::MAX) });
    }
    if count == Some(0) {
        return match super::row_major(to, itemsize, strides) {
            Some(_) => Ok(()),
            None => Err(GeometryError::TooLarge { shape: Numbers::new(to) }),
        };
    }
    // From the last axis to the first. Axes of length 1 are in no one's way.
    let mut axes = shape.iter().copied().zip(from.iter().copied()).rev().filter(|(length, _)| *length != 1).peekable();
    let (mut left, mut stride) = (1, itemsize as isize);
    for (&length, out) in to.iter().zip(strides).rev() {
        if left == 1
            && length != 1
            && let Some((first, step)) = axes.next()
        {
            (left, stride) = (first, step);
            let mut span = step.wrapping_mul(first as isize);
            while let Some((length, _)) = axes.next_if(|(_, stride)| *stride == span) {
                left *= length;
                span = span.wrapping_mul(length as isize);
            }
        }
        if !left.is_multiple_of(length) {
            return Err(GeometryError::Scattered { from: Numbers::new(shape), to: Numbers::new(to) });
        }
        *out = stride;
        left /= length;
        stride = stride.wrapping_mul(length as isize);
    }
    Ok(())
}

/// The length that makes a shape of so many elements, where one axis is left open: what stands for it is not read.
#[cfg(feature = "alloc")]
pub(crate) fn infer(shape: &[usize], axis: usize, count: usize) -> Result<usize, GeometryError> {
    super::check_axis(axis, shape.len())?;
    let others = elements(&shape[..axis]).zip(elements(&shape[axis + 1..])).and_then(|(a, b)| a.checked_mul(b));
    match others {
        Some(others) if others != 0 && count.is_multiple_of(others) => Ok(count / others),
        _ => Err(GeometryError::Inferred { shape: Numbers::new(shape), axis, elements: count }),
    }
}
