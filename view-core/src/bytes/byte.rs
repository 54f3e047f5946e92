//! One byte in memory, and how a few of them in a row are read: the only places that touch bytes one by one.

use core::cell::Cell;

/// One byte in memory: `u8`, or `Cell<u8>` where others may write it too. Sealed.
///
/// Everything that reads many bytes is written once, over `&[U]` with `U: Byte`.
pub trait Byte: super::sealed::Sealed + Sized + 'static {
    /// Its value now.
    fn get(&self) -> u8;

    /// The values of `K` bytes in a row.
    #[doc(hidden)]
    fn load<const K: usize>(from: &[Self; K]) -> [u8; K];

    /// Copies to a slice of the same length.
    #[doc(hidden)]
    fn copy_to(from: &[Self], to: &mut [u8]);

    /// As plain bytes, where nobody else can write them.
    #[doc(hidden)]
    fn plain(from: &[Self]) -> Option<&[u8]>;
}

impl super::sealed::Sealed for u8 {}
impl Byte for u8 {
    #[inline(always)]
    fn get(&self) -> u8 {
        *self
    }
    #[inline(always)]
    fn load<const K: usize>(from: &[u8; K]) -> [u8; K] {
        *from
    }
    #[inline]
    fn copy_to(from: &[u8], to: &mut [u8]) {
        to.copy_from_slice(from);
    }
    #[inline]
    fn plain(from: &[u8]) -> Option<&[u8]> {
        Some(from)
    }
}

impl super::sealed::Sealed for Cell<u8> {}
impl Byte for Cell<u8> {
    #[inline(always)]
    fn get(&self) -> u8 {
        Cell::get(self)
    }
    #[inline(always)]
    fn load<const K: usize>(from: &[Cell<u8>; K]) -> [u8; K] {
        // Compiles to one load, as the tests of the assembly show.
        core::array::from_fn(|i| from[i].get())
    }
    #[inline]
    fn copy_to(from: &[Cell<u8>], to: &mut [u8]) {
        for (to, from) in to.iter_mut().zip(from) {
            *to = from.get();
        }
    }
    #[inline]
    fn plain(_: &[Cell<u8>]) -> Option<&[u8]> {
        None
    }
}

/// The `K` items from `at` on. Holders of known size make the test vanish; for the others their maker has seen to it
/// that the bytes are there. An end that overflows lies before the start, which is no range.
#[inline(always)]
#[track_caller]
pub(super) fn chunk<T, const K: usize>(of: &[T], at: usize) -> &[T; K] {
    match of.get(at..at.wrapping_add(K)).and_then(<[T]>::first_chunk) {
        Some(chunk) => chunk,
        None => short(K, at, of.len()),
    }
}

/// As [`chunk`], to write.
#[inline(always)]
#[track_caller]
pub(super) fn chunk_mut<const K: usize>(of: &mut [u8], at: usize) -> &mut [u8; K] {
    let length = of.len();
    match of.get_mut(at..at.wrapping_add(K)).and_then(<[u8]>::first_chunk_mut) {
        Some(chunk) => chunk,
        None => short(K, at, length),
    }
}

/// Out of line, so that a load stays one load.
#[cold]
#[inline(never)]
#[track_caller]
fn short(needed: usize, at: usize, got: usize) -> ! {
    panic!("{needed} bytes needed at offset {at}, the holder has {got} in all")
}
