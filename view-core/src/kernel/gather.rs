//! Rows of items that lie apart, copied to where they lie one after the other, and back.

use core::marker::PhantomData;

use super::copy::Change;
use super::row::{Row, map_row};
use super::simd::{Loop, dispatch};
use crate::bytes::Byte;

/// Copies the items of one row, of `K` bytes each, to `to`, which has room for exactly these.
#[inline]
pub(super) fn gather<U: Byte, C: Change, const K: usize>(units: &[U], row: Row, to: &mut [u8]) {
    let (to, _) = to.as_chunks_mut::<K>();
    let Some(last) = row.length.checked_sub(1) else { return };
    let step = row.stride.unsigned_abs();
    let low = if row.stride < 0 { row.start.wrapping_sub(last * step) } else { row.start };
    if step.is_multiple_of(K) && row.stride != 0 {
        let (items, _) = units[low..][..last * step + K].as_chunks::<K>();
        match (step / K, row.stride > 0) {
            (1, true) => return dispatch(Every::<U, C, K, 1> { items, to, change: PhantomData }),
            (1, false) => return reverse::<U, C, K>(items, to),
            (2, true) => return dispatch(Every::<U, C, K, 2> { items, to, change: PhantomData }),
            (3, true) => return dispatch(Every::<U, C, K, 3> { items, to, change: PhantomData }),
            (4, true) => return dispatch(Every::<U, C, K, 4> { items, to, change: PhantomData }),
            _ => {}
        }
    }
    map_row(units, row, K, to, C::change::<K>);
}

/// The first of every `S` items. (Whole items are copied, not their bytes one by one: those loops become seven times slower
/// with wider instructions.)
struct Every<'r, U, C, const K: usize, const S: usize> {
    items: &'r [[U; K]],
    to: &'r mut [[u8; K]],
    change: PhantomData<C>,
}

impl<U: Byte, C: Change, const K: usize, const S: usize> Loop for Every<'_, U, C, K, S> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        let (groups, tail) = self.items.as_chunks::<S>();
        for (to, group) in self.to.iter_mut().zip(groups) {
            *to = C::change(U::load(&group[0]));
        }
        if let (Some(to), Some(item)) = (self.to.get_mut(groups.len()), tail.first()) {
            *to = C::change(U::load(item));
        }
    }
}

/// A function of its own, in which the compiler takes the loop for one that runs often, and aligns it: among all the others it
/// lay as it happened to, and took up to 1.4 times as long.
#[inline(never)]
fn reverse<U: Byte, C: Change, const K: usize>(items: &[[U; K]], to: &mut [[u8; K]]) {
    dispatch(Reverse::<U, C, K> { items, to, change: PhantomData });
}

struct Reverse<'r, U, C, const K: usize> {
    items: &'r [[U; K]],
    to: &'r mut [[u8; K]],
    change: PhantomData<C>,
}

impl<U: Byte, C: Change, const K: usize> Loop for Reverse<'_, U, C, K> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        for (to, item) in self.to.iter_mut().zip(self.items.iter().rev()) {
            *to = C::change(U::load(item));
        }
    }
}

/// Copies items of `K` bytes each from where they lie apart to where they lie apart, upwards.
#[inline]
pub(super) fn scatter<U: Byte, C: Change, const K: usize>(
    from: &[U],
    (a, a_stride): (usize, isize),
    to: &mut [u8],
    (b, b_stride): (usize, isize),
    length: usize,
) {
    if length == 1 {
        if let (Some(item), Some(to)) = (from[a..].first_chunk(), to[b..].first_chunk_mut::<K>()) {
            *to = C::change(U::load(item));
        }
        return;
    }
    let step = b_stride.unsigned_abs();
    let to = to[b..][..(length - 1) * step + K].chunks_mut(step);
    if a_stride == K as isize {
        for (to, item) in to.zip(from[a..][..length * K].as_chunks::<K>().0) {
            if let Some(to) = to.first_chunk_mut() {
                *to = C::change(U::load(item));
            }
        }
        return;
    }
    for (i, to) in to.enumerate() {
        let at = a.wrapping_add_signed((i as isize).wrapping_mul(a_stride));
        if let (Some(item), Some(to)) = (from[at..].first_chunk(), to.first_chunk_mut::<K>()) {
            *to = C::change(U::load(item));
        }
    }
}
