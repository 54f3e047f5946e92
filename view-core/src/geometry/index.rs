//! From an index to a byte offset.

/// Where the element at `index` starts; `None` where the index has another rank than the shape, or lies outside.
///
/// The geometry reaches only bytes that exist, so that the sums cannot overflow.
#[inline(always)]
pub(crate) fn locate(shape: &[usize], strides: &[isize], offset: usize, index: &[usize]) -> Option<usize> {
    if index.len() != shape.len() {
        return None;
    }
    let mut at = offset;
    for ((&index, &length), &stride) in index.iter().zip(shape).zip(strides) {
        if index >= length {
            return None;
        }
        at = at.wrapping_add_signed((index as isize).wrapping_mul(stride));
    }
    Some(at)
}
