//! How many elements a shape has, and how many bytes they take.

/// The number of elements; `None` where it overflows. One axis of length 0 makes it 0, whatever the others are.
#[inline]
pub(crate) fn elements(shape: &[usize]) -> Option<usize> {
    if shape.contains(&0) {
        return Some(0);
    }
    shape.iter().try_fold(1_usize, |product, &length| product.checked_mul(length))
}

/// The number of bytes of that many elements in a row; `None` where it does not fit an `isize`.
#[inline]
pub(crate) fn extent(shape: &[usize], itemsize: usize) -> Option<usize> {
    let bytes = elements(shape)?.checked_mul(itemsize)?;
    isize::try_from(bytes).is_ok().then_some(bytes)
}
