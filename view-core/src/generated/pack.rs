//! Values of derived structs and enums, into arrays and slices and back: what their methods call.

use super::Nested;
use crate::source::{SizeError, Source};
use crate::unpack::UnpackError;

/// The values in exactly `N` bytes.
#[doc(hidden)]
#[inline]
pub fn unpack_exact<T: Nested, S: Source<N>, const N: usize>(bytes: S) -> Result<T, UnpackError> {
    T::read(&bytes.exact().map_err(SizeError::or_unpack_from)?, 0)
}

/// The values in the `N` bytes from `offset` on.
#[doc(hidden)]
#[inline]
pub fn unpack_at<T: Nested, S: Source<N>, const N: usize>(bytes: S, offset: usize) -> Result<T, UnpackError> {
    T::read(&bytes.at(offset)?, 0)
}

/// The values as bytes. Padding is zero.
#[doc(hidden)]
#[inline]
pub fn pack<T: Nested, const N: usize>(values: &T) -> [u8; N] {
    let mut bytes = [0; N];
    values.write(&mut bytes, 0);
    bytes
}

/// Writes the values to the first `N` bytes, or nothing where there are fewer.
#[doc(hidden)]
#[inline]
pub fn pack_into<T: Nested, const N: usize>(values: &T, bytes: &mut [u8]) -> Result<(), SizeError> {
    let got = bytes.len();
    match bytes.first_chunk_mut::<N>() {
        Some(bytes) => {
            *bytes = pack(values);
            Ok(())
        }
        None => Err(SizeError::new(N, got)),
    }
}
