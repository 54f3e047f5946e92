//! Slices of all axes at once.

use super::{GeometryError, Grow, Index};

/// The elements that `keys` select: one key for each axis, in order, as in Python.
pub(crate) fn select<G: Grow>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    keys: &[Index],
) -> Result<G::Out, GeometryError> {
    let indices = keys.iter().filter(|key| matches!(key, Index::At(_) | Index::Slice(_))).count();
    let Some(mut others) = shape.len().checked_sub(indices) else {
        return Err(GeometryError::TooManyIndices { indices, dimensions: shape.len() });
    };
    if keys.iter().filter(|key| matches!(key, Index::Ellipsis)).count() > 1 {
        return Err(GeometryError::TwoEllipses);
    }
    let mut axes = shape.iter().copied().zip(strides.iter().copied()).enumerate();
    let mut out = G::start();
    let mut shift = 0_isize;
    let mut is_empty = shape.contains(&0);
    for key in keys {
        match key {
            Index::NewAxis => out.push(1, 0),
            Index::Ellipsis => {
                axes.by_ref().take(others).for_each(|(_, (length, stride))| out.push(length, stride));
                others = 0;
            }
            Index::At(index) => {
                let Some((axis, (length, stride))) = axes.next() else { break };
                let at = if *index < 0 { length.checked_sub(index.unsigned_abs()) } else { Some(index.unsigned_abs()) };
                match at.filter(|&at| at < length) {
                    Some(at) => shift = shift.wrapping_add((at as isize).wrapping_mul(stride)),
                    None => return Err(GeometryError::Index { index: *index, axis, length }),
                }
            }
            Index::Slice(slice) => {
                let Some((axis, (length, stride))) = axes.next() else { break };
                let (start, count) = slice.resolve(length).ok_or(GeometryError::StepZero { axis })?;
                is_empty |= count == 0;
                shift = shift.wrapping_add((start as isize).wrapping_mul(stride));
                // Only a stride that no index uses can overflow: of an axis of length 0 or 1.
                out.push(count, stride.wrapping_mul(slice.step));
            }
        }
    }
    axes.for_each(|(_, (length, stride))| out.push(length, stride));
    // Strides between nothing may lead outside: the offset of a view without elements stays what it is.
    out.finish(if is_empty { offset } else { offset.wrapping_add_signed(shift) })
}
