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

/// The elements that each stride steps over are counted apart from their size: elements of no bytes could be more than a
/// number holds, and later products take no care.
#[inline(always)]
fn fill<'g>(axes: impl Iterator<Item = (&'g usize, &'g mut isize)>, itemsize: usize) -> Option<()> {
    let itemsize = isize::try_from(itemsize).ok()?;
    let mut elements: isize = 1;
    for (&length, stride) in axes {
        *stride = elements.checked_mul(itemsize)?;
        elements = elements.checked_mul(isize::try_from(length.max(1)).ok()?)?;
    }
    elements.checked_mul(itemsize).map(|_| ())
}
