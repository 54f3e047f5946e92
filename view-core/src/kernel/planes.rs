//! Items that lie two, three or four together (the colours of a pixel) to planes of one each, and back.

use core::marker::PhantomData;

use super::copy::Change;
use super::simd::Loop;
use crate::bytes::Byte;

/// Copies `columns` groups of `rows` items each, which lie one after the other, to as many planes, which start `stride` bytes
/// apart.
pub(super) struct SplitPlanes<'r, U, C, const K: usize> {
    pub(super) from: &'r [U],
    pub(super) to: &'r mut [u8],
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) stride: usize,
    pub(super) change: PhantomData<C>,
}

impl<U: Byte, C: Change, const K: usize> Loop for SplitPlanes<'_, U, C, K> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        let SplitPlanes { to, columns, stride, .. } = self;
        let items = self.from.as_chunks::<K>().0;
        let (a, to) = to.split_at_mut(stride);
        let a = cut(a, columns);
        match self.rows {
            2 => split_two::<U, C, K>(items.as_chunks().0, a, cut(to, columns)),
            3 => {
                let (b, c) = to.split_at_mut(stride);
                split_three::<U, C, K>(items.as_chunks().0, a, cut(b, columns), cut(c, columns));
            }
            4 => {
                let (b, to) = to.split_at_mut(stride);
                let (c, d) = to.split_at_mut(stride);
                split_four::<U, C, K>(items.as_chunks().0, a, cut(b, columns), cut(c, columns), cut(d, columns));
            }
            _ => {}
        }
    }
}

/// The first `length` items.
#[inline(always)]
fn cut<const K: usize>(plane: &mut [u8], length: usize) -> &mut [[u8; K]] {
    plane[..length * K].as_chunks_mut().0
}

#[inline(always)]
fn split_two<U: Byte, C: Change, const K: usize>(groups: &[[[U; K]; 2]], a: &mut [[u8; K]], b: &mut [[u8; K]]) {
    for ((group, a), b) in groups.iter().zip(a).zip(b) {
        *a = C::change(U::load(&group[0]));
        *b = C::change(U::load(&group[1]));
    }
}

#[inline(always)]
fn split_three<U: Byte, C: Change, const K: usize>(
    groups: &[[[U; K]; 3]],
    a: &mut [[u8; K]],
    b: &mut [[u8; K]],
    c: &mut [[u8; K]],
) {
    // Without wide shuffles, blocks that are unrolled whole are faster than the loop.
    #[cfg(not(feature = "simd"))]
    if K == 1 {
        let (blocks, groups) = groups.as_chunks::<32>();
        let ((a_blocks, a), (b_blocks, b)) = (a.as_chunks_mut::<32>(), b.as_chunks_mut::<32>());
        let (c_blocks, c) = c.as_chunks_mut::<32>();
        for (((block, a), b), c) in blocks.iter().zip(a_blocks).zip(b_blocks).zip(c_blocks) {
            *a = core::array::from_fn(|i| C::change(U::load(&block[i][0])));
            *b = core::array::from_fn(|i| C::change(U::load(&block[i][1])));
            *c = core::array::from_fn(|i| C::change(U::load(&block[i][2])));
        }
        return zip_three::<U, C, K>(groups, a, b, c);
    }
    zip_three::<U, C, K>(groups, a, b, c);
}

#[inline(always)]
fn zip_three<U: Byte, C: Change, const K: usize>(
    groups: &[[[U; K]; 3]],
    a: &mut [[u8; K]],
    b: &mut [[u8; K]],
    c: &mut [[u8; K]],
) {
    for (((group, a), b), c) in groups.iter().zip(a).zip(b).zip(c) {
        *a = C::change(U::load(&group[0]));
        *b = C::change(U::load(&group[1]));
        *c = C::change(U::load(&group[2]));
    }
}

#[inline(always)]
fn split_four<U: Byte, C: Change, const K: usize>(
    groups: &[[[U; K]; 4]],
    a: &mut [[u8; K]],
    b: &mut [[u8; K]],
    c: &mut [[u8; K]],
    d: &mut [[u8; K]],
) {
    for ((((group, a), b), c), d) in groups.iter().zip(a).zip(b).zip(c).zip(d) {
        *a = C::change(U::load(&group[0]));
        *b = C::change(U::load(&group[1]));
        *c = C::change(U::load(&group[2]));
        *d = C::change(U::load(&group[3]));
    }
}

/// Copies `columns` planes of `rows` items each, which start `stride` bytes apart, to groups of one of each, which lie one after
/// the other.
pub(super) struct JoinPlanes<'r, U, C, const K: usize> {
    pub(super) from: &'r [U],
    pub(super) to: &'r mut [u8],
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) stride: usize,
    pub(super) change: PhantomData<C>,
}

impl<U: Byte, C: Change, const K: usize> Loop for JoinPlanes<'_, U, C, K> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        let plane = |i: usize| self.from[i * self.stride..][..self.rows * K].as_chunks::<K>().0;
        let items = self.to.as_chunks_mut::<K>().0;
        match self.columns {
            2 => {
                for ((to, a), b) in items.as_chunks_mut::<2>().0.iter_mut().zip(plane(0)).zip(plane(1)) {
                    *to = [a, b].map(|item| C::change(U::load(item)));
                }
            }
            3 => {
                let groups = items.as_chunks_mut::<3>().0.iter_mut();
                for (((to, a), b), c) in groups.zip(plane(0)).zip(plane(1)).zip(plane(2)) {
                    *to = [a, b, c].map(|item| C::change(U::load(item)));
                }
            }
            4 => {
                let groups = items.as_chunks_mut::<4>().0.iter_mut();
                for ((((to, a), b), c), d) in groups.zip(plane(0)).zip(plane(1)).zip(plane(2)).zip(plane(3)) {
                    *to = [a, b, c, d].map(|item| C::change(U::load(item)));
                }
            }
            _ => {}
        }
    }
}
