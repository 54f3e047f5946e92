//! Byte strides of elements that lie one after the other.

/// Strides for the last index fastest (C order), and the number of bytes; `None` where a number does not fit.
///
/// An axis of length 0 counts as 1, as in numpy: the other strides then stay what they would be.
#[inline(always)]
pub(crate) fn row_major(shape: &[usize], itemsize: usize, strides: &mut [isize]) -> Option<usize> {
    fill(shape.iter().zip(strides).rev(), itemsize)?;
    super::extent(shape, itemsize)
}

/// Strides for the first index fastest (Fortran order), and the number of bytes; `None` where a number does not fit.
#[inline]
pub(crate) fn column_major(shape: &[usize], itemsize: usize, strides: &mut [isize]) -> Option<usize> {
    fill(shape.iter().zip(strides), itemsize)?;
    super::extent(shape, itemsize)
}

#[inline(always)]
fn fill<'g>(axes: impl Iterator<Item = (&'g usize, &'g mut isize)>, itemsize: usize) -> Option<()> {
    let mut next = isize::try_from(itemsize).ok()?;
    for (&length, stride) in axes {
        *stride = next;
        next = next.checked_mul(isize::try_from(length.max(1)).ok()?)?;
    }
    Some(())
}
