//! The bytes of one scalar.

use crate::bytes::{Byte, Bytes, BytesMut};

/// What two scalars differ by: nothing (the default) if they are equal. `bool`, or the bits that differ.
#[doc(hidden)]
pub trait Difference: Copy + Default + PartialEq + core::ops::BitOr<Output = Self> {}
impl<D: Copy + Default + PartialEq + core::ops::BitOr<Output = D>> Difference for D {}

/// The bytes of one scalar: `[u8; K]`, as a type that traits can name.
#[doc(hidden)]
pub trait Raw: Copy {
    /// From the front of a slice; `None` where that is too short.
    fn first<U: Byte>(of: &[U]) -> Option<Self>;
    /// From `at` on.
    fn load<B: Bytes>(from: &B, at: usize) -> Self;
    /// Writes them from `at` on.
    fn store<B: BytesMut>(self, to: &mut B, at: usize);
    /// Stores what `map` makes of those that lie one after the other.
    fn map_packed<U: Byte, V>(from: &[U], to: &mut [V], map: impl Fn(Self) -> V);
    /// Whether all pairs of those that lie one after the other are equal: whether their differences are nothing.
    fn equal_packed<U: Byte, V: Byte, D: Difference>(a: &[U], b: &[V], difference: impl Fn(Self, Self) -> D) -> bool;
    /// Writes `values` one after the other, as many as there is room for.
    fn write_packed(to: &mut [u8], values: impl Iterator<Item = Self>);
    /// Writes it at the front of a slice, unless that is too short.
    fn write_first(self, to: &mut [u8]);
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
    #[inline(always)]
    fn map_packed<U: Byte, V>(from: &[U], to: &mut [V], map: impl Fn(Self) -> V) {
        for (to, raw) in to.iter_mut().zip(from.as_chunks::<K>().0) {
            *to = map(U::load(raw));
        }
    }
    #[inline(always)]
    fn equal_packed<U: Byte, V: Byte, D: Difference>(a: &[U], b: &[V], difference: impl Fn(Self, Self) -> D) -> bool {
        // A test for each block and none for each element, so that the compiler can vectorise.
        let (a, a_rest) = a.as_chunks::<K>().0.as_chunks::<64>();
        let (b, b_rest) = b.as_chunks::<K>().0.as_chunks::<64>();
        let none = D::default();
        a.iter()
            .zip(b)
            .all(|(a, b)| a.iter().zip(b).fold(none, |all, (a, b)| all | difference(U::load(a), V::load(b))) == none)
            && a_rest.iter().zip(b_rest).all(|(a, b)| difference(U::load(a), V::load(b)) == none)
    }
    #[inline(always)]
    fn write_packed(to: &mut [u8], values: impl Iterator<Item = Self>) {
        for (to, raw) in to.as_chunks_mut::<K>().0.iter_mut().zip(values) {
            *to = raw;
        }
    }
    #[inline(always)]
    fn write_first(self, to: &mut [u8]) {
        if let Some(to) = to.first_chunk_mut() {
            *to = self;
        }
    }
}
