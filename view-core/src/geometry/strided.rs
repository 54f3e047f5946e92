//! Strides that somebody asks for.

use super::reach::span;
use super::{GeometryError, MAX_RANK, is_bounded};
use crate::error::Numbers;

/// That a view can have this shape and these strides from byte `offset` on: every element lies in `bytes` bytes.
pub(crate) fn check_strided(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    itemsize: usize,
    bytes: usize,
) -> Result<(), GeometryError> {
    if shape.len() != strides.len() {
        return Err(GeometryError::Strides { shape: Numbers::new(shape), strides: strides.len() });
    }
    if shape.len() > MAX_RANK {
        return Err(GeometryError::TooManyDimensions { dimensions: shape.len() });
    }
    if !is_bounded(shape.iter().copied(), itemsize) {
        return Err(GeometryError::TooLarge { shape: Numbers::new(shape) });
    }
    match span(shape, strides, offset, itemsize) {
        Some(span) if span.start >= 0 && span.end.unsigned_abs() <= bytes => Ok(()),
        span => Err(GeometryError::Outside { itemsize, shape: Numbers::new(shape), span, bytes }),
    }
}
