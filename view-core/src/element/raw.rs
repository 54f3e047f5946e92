//! The bytes of one scalar.

use crate::bytes::{Byte, Bytes, BytesMut};

/// The bytes of one scalar: `[u8; K]`, as a type that traits can name.
#[doc(hidden)]
pub trait Raw: Copy {
    /// From the front of a slice; `None` where that is too short.
    fn first<U: Byte>(of: &[U]) -> Option<Self>;
    /// From `at` on.
    fn load<B: Bytes>(from: &B, at: usize) -> Self;
    /// Writes them from `at` on.
    fn store<B: BytesMut>(self, to: &mut B, at: usize);
}

impl<const K: usize> Raw for [u8; K] {
    #[inline(always)]
    fn first<U: Byte>(of: &[U]) -> Option<Self> {
        of.first_chunk().map(U::load)
    }
    #[inline(always)]
    #[track_caller]
    fn load<B: Bytes>(from: &B, at: usize) -> Self {
        from.load(at)
    }
    #[inline(always)]
    #[track_caller]
    fn store<B: BytesMut>(self, to: &mut B, at: usize) {
        to.store(at, self);
    }
}
