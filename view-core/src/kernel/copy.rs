//! Copies between two geometries, over any kind of byte: which of the loops in [`gather`], [`transpose`] and [`planes`] an
//! operation is.

use core::marker::PhantomData;

use super::axes::{Axes, Axis};
use super::gather::{gather, scatter};
use super::planes::{JoinPlanes, SplitPlanes};
use super::row::Row;
use super::simd::dispatch;
use super::transpose::{Plane, Word, transpose};
use crate::bytes::{Byte, BytesMut};

/// What becomes of the bytes of each element.
pub(crate) trait Change: Copy {
    /// Whether they stay what they are.
    const IS_SAME: bool;
    fn change<const K: usize>(raw: [u8; K]) -> [u8; K];
}

/// They stay.
#[derive(Clone, Copy)]
pub(crate) struct Same;
impl Change for Same {
    const IS_SAME: bool = true;
    #[inline(always)]
    fn change<const K: usize>(raw: [u8; K]) -> [u8; K] {
        raw
    }
}

/// They change places: from little-endian to big-endian and back.
#[derive(Clone, Copy)]
pub(crate) struct Swapped;
impl Change for Swapped {
    const IS_SAME: bool = false;
    #[inline(always)]
    fn change<const K: usize>(mut raw: [u8; K]) -> [u8; K] {
        raw.reverse();
        raw
    }
}

/// Copies every element of `size` bytes from its place in geometry `a`, which lies in `from`, to that in geometry `b`, which
/// lies in `to`. The two must not share bytes. [`Swapped`] are elements of 1, 2, 4 or 8 bytes.
pub(crate) fn copy<U: Byte, C: Change>(from: &[U], to: &mut impl BytesMut, axes: Axes, size: usize, _: C) {
    if size == 0 {
        return;
    }
    let simple = axes.clone().simplify();
    let is_apart = simple.is_apart(size);
    match to.plain_mut() {
        Some(to) if is_apart => match size {
            1 => apart::<U, C, u8, 1>(from, to, simple),
            2 => apart::<U, C, u16, 2>(from, to, simple),
            4 => apart::<U, C, u32, 4>(from, to, simple),
            8 => apart::<U, C, u64, 8>(from, to, simple),
            16 => apart::<U, C, u128, 16>(from, to, simple),
            _ => runs(from, to, simple, size),
        },
        // Others see the bytes, or elements share them, of which then the last one stays: each at its turn.
        _ => {
            let mut axes = if is_apart { simple } else { axes.merge() };
            let run = if C::IS_SAME { axes.take_run(size) } else { size };
            match size {
                2 => axes.each(|a, b| each_item::<U, C, 2>(&from[a..][..run], to, b)),
                4 => axes.each(|a, b| each_item::<U, C, 4>(&from[a..][..run], to, b)),
                8 => axes.each(|a, b| each_item::<U, C, 8>(&from[a..][..run], to, b)),
                16 => axes.each(|a, b| each_item::<U, C, 16>(&from[a..][..run], to, b)),
                _ => axes.each(|a, b| each_item::<U, C, 1>(&from[a..][..run], to, b)),
            }
        }
    }
}

/// Items one after the other, to bytes that others may see.
fn each_item<U: Byte, C: Change, const K: usize>(from: &[U], to: &mut impl BytesMut, mut at: usize) {
    for item in from.as_chunks::<K>().0 {
        to.store(at, C::change(U::load(item)));
        at += K;
    }
}

/// Items of any size.
fn runs<U: Byte>(from: &[U], to: &mut [u8], mut axes: Axes, size: usize) {
    let run = axes.take_run(size);
    axes.each(|a, b| U::copy_to(&from[a..][..run], &mut to[b..][..run]));
}

/// Items of `K` bytes, no two of which share a byte of `to`.
fn apart<U: Byte, C: Change, W: Word<K>, const K: usize>(from: &[U], to: &mut [u8], mut axes: Axes) {
    if C::IS_SAME {
        let run = axes.take_run(K);
        // Short runs are items of another size.
        match run {
            _ if run == K => {}
            2 => return apart::<U, C, u16, 2>(from, to, axes),
            4 => return apart::<U, C, u32, 4>(from, to, axes),
            8 => return apart::<U, C, u64, 8>(from, to, axes),
            16 => return apart::<U, C, u128, 16>(from, to, axes),
            3 => return apart::<U, C, [u8; 3], 3>(from, to, axes),
            12 => return apart::<U, C, [u8; 12], 12>(from, to, axes),
            _ => {
                axes.each(|a, b| U::copy_to(&from[a..][..run], &mut to[b..][..run]));
                return;
            }
        }
    }
    let inner = axes.take_row();
    let k = K as isize;
    if inner.b == k && inner.a.unsigned_abs() > K {
        // An axis along which the source lies in a row, while the target does along the innermost one.
        if let Some(place) = axes.axes.iter().position(|axis| axis.a == k) {
            let outer = axes.axes.remove(place);
            axes.each(|a, b| plane::<U, C, W, K>(from, to, (a, b), outer, inner));
            return;
        }
    }
    axes.each(|a, b| {
        if inner.b == k {
            let row = Row { start: a, stride: inner.a, length: inner.length };
            gather::<U, C, K>(from, row, &mut to[b..][..inner.length * K]);
        } else {
            scatter::<U, C, K>(from, (a, inner.a), to, (b, inner.b), inner.length);
        }
    });
}

/// Two axes, along one of which the source lies in a row, along the other one the target.
fn plane<U: Byte, C: Change, W: Word<K>, const K: usize>(
    from: &[U],
    to: &mut [u8],
    (a, b): (usize, usize),
    outer: Axis,
    inner: Axis,
) {
    let (rows, columns) = (outer.length, inner.length);
    if rows <= 4 && inner.a == (rows * K) as isize {
        let from = &from[a..][..rows * columns * K];
        let (to, stride) = (&mut to[b..], outer.b as usize);
        dispatch(SplitPlanes::<U, C, K> { from, to, rows, columns, stride, change: PhantomData });
    } else if columns <= 4 && inner.a > 0 && outer.b == (columns * K) as isize {
        let to = &mut to[b..][..rows * columns * K];
        let (from, stride) = (&from[a..], inner.a as usize);
        dispatch(JoinPlanes::<U, C, K> { from, to, rows, columns, stride, change: PhantomData });
    } else if rows < 4 || columns < 4 {
        for i in 0..rows {
            let row = Row { start: a + i * K, stride: inner.a, length: columns };
            gather::<U, C, K>(from, row, &mut to[b + i * outer.b as usize..][..columns * K]);
        }
    } else {
        let plane = Plane { from: a, from_stride: inner.a, to: b, to_stride: outer.b as usize, rows, columns };
        transpose::<U, C, W, K>(from, to, plane);
    }
}
