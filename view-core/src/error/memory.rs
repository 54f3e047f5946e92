//! Memory that may not be there: a view that repeats its elements takes a few bytes, and copies of it any number.

use alloc::vec::Vec;

use super::ViewError;

/// That there is memory for so many items of a copy of `bytes` bytes. No more of them than there are bytes is not looked at: that is
/// for whoever holds these.
pub(crate) fn check_memory<T>(count: usize, bytes: usize) -> Result<(), ViewError> {
    if count <= bytes || Vec::<T>::new().try_reserve_exact(count).is_ok() {
        return Ok(());
    }
    Err(ViewError::Memory { needed: count.checked_mul(size_of::<T>()) })
}

/// As [`check_memory`], for calls that return what they fill.
#[track_caller]
pub(crate) fn expect_memory<T>(count: usize, bytes: usize) {
    if let Err(error) = check_memory::<T>(count, bytes) {
        panic!("{error}");
    }
}
