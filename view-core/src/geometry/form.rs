//! Contiguity, as CPython defines it.
//!
//! * 0-d: contiguous.
//! * 1-d: if the length is 1 or the stride is the itemsize. An empty slice with a step is not, a reversed one of length
//!   1 is.
//! * n-d: if there are no bytes; otherwise if the strides are those of elements in a row, where axes of length 1 may
//!   have any.

/// Whether the elements lie one after the other, the last index fastest (C order).
#[inline]
pub(crate) fn is_row_major(shape: &[usize], strides: &[isize], itemsize: usize) -> bool {
    is_packed(shape, itemsize, shape.iter().zip(strides).rev())
}

/// Whether the elements lie one after the other, the first index fastest (Fortran order).
#[inline]
pub(crate) fn is_column_major(shape: &[usize], strides: &[isize], itemsize: usize) -> bool {
    is_packed(shape, itemsize, shape.iter().zip(strides))
}

#[inline]
fn is_packed<'g>(shape: &[usize], itemsize: usize, axes: impl Iterator<Item = (&'g usize, &'g isize)>) -> bool {
    if shape.len() > 1 && (itemsize == 0 || shape.contains(&0)) {
        return true;
    }
    let mut next = itemsize;
    for (&length, &stride) in axes {
        if length != 1 && usize::try_from(stride) != Ok(next) {
            return false;
        }
        next = next.saturating_mul(length);
    }
    true
}
