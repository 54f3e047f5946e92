//! The bytes of one scalar.

use crate::bytes::{Byte, Bytes, BytesMut};

/// What two scalars differ by: nothing (the default) if they are equal. `bool`, or the bits that differ.
#[doc(hidden)]
pub trait Difference: Copy + Default + PartialEq + core::ops::BitOr<Output = Self> {}
impl<D: Copy + Default + PartialEq + core::ops::BitOr<Output = D>> Difference for D {}

/// The bytes of one scalar: `[u8; K]`, or an array of such, as a type that traits can name.
#[doc(hidden)]
pub trait Raw: Copy {
    /// How many bytes.
    const SIZE: usize;
    /// All of them 0.
    const ZERO: Self;
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

/// Elements at regular places, to be folded in order: a row of the kernels, which stand below.
#[doc(hidden)]
pub trait RawRow {
    /// By where each one starts.
    fn fold_places<A>(self, init: A, each: impl FnMut(A, usize) -> A) -> A;
    /// By the bytes of each, `size` of them: a loop without tests.
    fn fold_raw<U: Byte, W: Raw, A>(self, units: &[U], size: usize, init: A, each: impl FnMut(A, W) -> A) -> A;
}

impl<const K: usize> Raw for [u8; K] {
    const SIZE: usize = K;
    const ZERO: Self = [0; K];
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

impl<R: Raw, const N: usize> Raw for [R; N] {
    const SIZE: usize = N * R::SIZE;
    const ZERO: Self = [R::ZERO; N];

    #[inline(always)]
    fn first<U: Byte>(of: &[U]) -> Option<Self> {
        let of = of.get(..Self::SIZE)?;
        let mut parts = Self::ZERO;
        for (i, part) in parts.iter_mut().enumerate() {
            *part = R::first(of.get(i * R::SIZE..)?)?;
        }
        Some(parts)
    }
    #[inline(always)]
    #[track_caller]
    fn load<B: Bytes>(from: &B, at: usize) -> Self {
        core::array::from_fn(|i| R::load(from, at + i * R::SIZE))
    }
    #[inline(always)]
    #[track_caller]
    fn store<B: BytesMut>(self, to: &mut B, at: usize) {
        for (i, part) in self.into_iter().enumerate() {
            part.store(to, at + i * R::SIZE);
        }
    }
    #[inline(always)]
    fn map_packed<U: Byte, V>(from: &[U], to: &mut [V], map: impl Fn(Self) -> V) {
        for (i, to) in to.iter_mut().enumerate() {
            if let Some(raw) = from.get(i * Self::SIZE..).and_then(Self::first) {
                *to = map(raw);
            }
        }
    }
    #[inline(always)]
    fn equal_packed<U: Byte, V: Byte, D: Difference>(a: &[U], b: &[V], difference: impl Fn(Self, Self) -> D) -> bool {
        // Elements without bytes are equal.
        let size = Self::SIZE.max(1);
        a.chunks_exact(size).zip(b.chunks_exact(size)).all(|(a, b)| match (Self::first(a), Self::first(b)) {
            (Some(a), Some(b)) => difference(a, b) == D::default(),
            _ => true,
        })
    }
    #[inline(always)]
    fn write_packed(to: &mut [u8], values: impl Iterator<Item = Self>) {
        for (to, raw) in to.chunks_exact_mut(Self::SIZE.max(1)).zip(values) {
            raw.write_first(to);
        }
    }
    #[inline(always)]
    fn write_first(self, to: &mut [u8]) {
        if let Some(to) = to.get_mut(..Self::SIZE) {
            for (i, part) in self.into_iter().enumerate() {
                part.write_first(&mut to[i * R::SIZE..]);
            }
        }
    }
}
