//! The loops that everything bulk runs through: rows of a geometry, one row at a time, over any kind of byte.
//!
//! A row is one checked slice, cut by `as_chunks` or `chunks_exact`: then there is no test for each element, and the
//! compiler can vectorise. (`chunks` costs a division for each element; a test for each element three times the time.)

use core::ops::Add;

use crate::bytes::Byte;
#[cfg(feature = "alloc")]
use crate::bytes::BytesMut;
use crate::element::Raw;

/// The elements of one axis: where the first starts, how far apart they are, how many.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) start: usize,
    pub(crate) stride: isize,
    pub(crate) length: usize,
}

/// Calls `each` with the offset of every index of the axes given, in C order.
pub(crate) fn fold_offsets<A, F: FnMut(A, usize) -> A>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    init: A,
    each: &mut F,
) -> A {
    match (shape, strides) {
        ([length, shape @ ..], [stride, strides @ ..]) => (0..*length).fold(init, |state, i| {
            let offset = offset.wrapping_add_signed((i as isize).wrapping_mul(*stride));
            fold_offsets(shape, strides, offset, state, each)
        }),
        _ => each(init, offset),
    }
}

/// Calls `each` with every row of the last axis, in C order. A geometry of no dimensions is one row of one element.
#[inline]
pub(crate) fn fold_rows<A>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    init: A,
    mut each: impl FnMut(A, Row) -> A,
) -> A {
    match (shape, strides) {
        ([outer @ .., length], [outer_strides @ .., stride]) => {
            fold_offsets(outer, outer_strides, offset, init, &mut |state, start| {
                each(state, Row { start, stride: *stride, length: *length })
            })
        }
        _ => each(init, Row { start: offset, stride: 0, length: 1 }),
    }
}

/// Folds the raw bytes of the elements of one row, `size` bytes each, in order.
///
/// The row must lie in `units`, which the geometry of a view promises.
#[inline(always)]
pub(crate) fn fold_row<U: Byte, W: Raw, A>(
    units: &[U],
    row: Row,
    size: usize,
    init: A,
    mut each: impl FnMut(A, W) -> A,
) -> A {
    let Some(last) = row.length.checked_sub(1) else { return init };
    let step = row.stride.unsigned_abs();
    if step < size || size == 0 {
        // The elements overlap, or are all the same.
        return (0..row.length).fold(init, |state, i| {
            let at = row.start.wrapping_add_signed(i as isize * row.stride);
            fold_chunk(&units[at..], state, &mut each)
        });
    }
    if row.stride > 0 {
        let units = &units[row.start..][..last * step + size];
        macro_rules! dispatch {
            ($($step:literal)*) => {
                match step {
                    $($step => {
                        let (chunks, tail) = units.as_chunks::<$step>();
                        let state = chunks.iter().fold(init, |state, chunk| fold_chunk(chunk, state, &mut each));
                        fold_chunk(tail, state, &mut each)
                    })*
                    _ => {
                        let chunks = units.chunks_exact(step);
                        let tail = chunks.remainder();
                        let state = chunks.fold(init, |state, chunk| fold_chunk(chunk, state, &mut each));
                        fold_chunk(tail, state, &mut each)
                    }
                }
            };
        }
        dispatch!(1 2 4 8 12 16)
    } else {
        let lowest = row.start - last * step;
        let chunks = units[lowest..row.start + size].chunks_exact(step);
        let state = fold_chunk(chunks.remainder(), init, &mut each);
        chunks.rev().fold(state, |state, chunk| fold_chunk(chunk, state, &mut each))
    }
}

/// Sums that grow side by side, so that no addition has to wait for the one before.
const LANES: usize = 8;

/// The sum of the elements of one row, in eight interleaved lanes, which are then added to `total` in order. What does
/// not fill the lanes is added at the end.
#[inline(always)]
pub(crate) fn sum_row<U: Byte, W: Raw, S: Copy + Default + Add<Output = S>>(
    units: &[U],
    row: Row,
    size: usize,
    total: S,
    summand: impl Fn(W) -> S,
) -> S {
    let step = row.stride.unsigned_abs();
    if row.length < 2 * LANES || row.stride < 0 || step < size || size == 0 {
        return fold_row(units, row, size, total, |total, raw| total + summand(raw));
    }
    let blocks = units[row.start..][..(row.length - 1) * step + size].chunks_exact(LANES * step);
    let summed = LANES * blocks.len();
    let mut lanes = [S::default(); LANES];
    for block in blocks {
        for (lane, chunk) in lanes.iter_mut().zip(block.chunks_exact(step)) {
            *lane = fold_chunk(chunk, *lane, &mut |lane, raw| lane + summand(raw));
        }
    }
    let total = lanes.into_iter().fold(total, |total, lane| total + lane);
    let rest = Row { start: row.start + summed * step, length: row.length - summed, ..row };
    fold_row(units, rest, size, total, |total, raw| total + summand(raw))
}

/// The element at the front of a chunk. Only what follows the last element is too short to hold one.
#[inline(always)]
fn fold_chunk<U: Byte, W: Raw, A>(chunk: &[U], state: A, each: &mut impl FnMut(A, W) -> A) -> A {
    match W::first(chunk) {
        Some(raw) => each(state, raw),
        None => state,
    }
}

/// How many axes at the end lie in a row, and the bytes they take together: what can be copied at once.
#[cfg(feature = "alloc")]
fn packed_axes(shape: &[usize], strides: &[isize], itemsize: usize) -> (usize, usize) {
    let mut run = itemsize;
    for (axes, (&length, &stride)) in shape.iter().zip(strides).rev().enumerate() {
        if length != 1 && usize::try_from(stride) != Ok(run) {
            return (axes, run);
        }
        run *= length;
    }
    (shape.len(), run)
}

/// Copies all elements, in C order, to `to`, which has room for exactly these.
#[cfg(feature = "alloc")]
pub(crate) fn copy_out<U: Byte>(
    units: &[U],
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    itemsize: usize,
    to: &mut [u8],
) {
    if to.is_empty() {
        return;
    }
    let (packed, run) = packed_axes(shape, strides, itemsize);
    if packed > 0 || shape.is_empty() {
        let outer = shape.len() - packed;
        fold_offsets(&shape[..outer], &strides[..outer], offset, to, &mut |to: &mut [u8], at| {
            let (now, later) = to.split_at_mut(run);
            U::copy_to(&units[at..][..run], now);
            later
        });
        return;
    }
    fold_rows(shape, strides, offset, to, |to: &mut [u8], row| {
        let (now, later) = to.split_at_mut(row.length * itemsize);
        match itemsize {
            1 => gather::<U, 1>(units, row, now),
            2 => gather::<U, 2>(units, row, now),
            4 => gather::<U, 4>(units, row, now),
            8 => gather::<U, 8>(units, row, now),
            16 => gather::<U, 16>(units, row, now),
            _ => {
                for (i, item) in now.chunks_exact_mut(itemsize).enumerate() {
                    let at = row.start.wrapping_add_signed(i as isize * row.stride);
                    U::copy_to(&units[at..][..itemsize], item);
                }
            }
        }
        later
    });
}

/// Copies the elements of one row, of `K` bytes each.
#[cfg(feature = "alloc")]
fn gather<U: Byte, const K: usize>(units: &[U], row: Row, to: &mut [u8]) {
    let mut items = to.as_chunks_mut::<K>().0.iter_mut();
    fold_row(units, row, K, (), |(), raw: [u8; K]| {
        if let Some(item) = items.next() {
            *item = raw;
        }
    });
}

/// Copies `from`, which holds exactly all elements in C order, to where they belong.
#[cfg(feature = "alloc")]
pub(crate) fn copy_in(
    bytes: &mut impl BytesMut,
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    itemsize: usize,
    from: &[u8],
) {
    if from.is_empty() {
        return;
    }
    let (packed, run) = packed_axes(shape, strides, itemsize);
    let outer = shape.len() - packed;
    fold_offsets(&shape[..outer], &strides[..outer], offset, from, &mut |from: &[u8], at| {
        let (now, later) = from.split_at(run);
        bytes.write(at, now);
        later
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    /// Every start, stride and length that fits 100 bytes, against indexing one by one.
    #[test]
    fn rows_are_read_in_order() {
        let bytes: Vec<u8> = (0..100).collect();
        for stride in -18_isize..=18 {
            for (start, length) in (0..99).flat_map(|start| (0..40).map(move |length| (start, length))) {
                let ends = [start as isize, start as isize + (length as isize - 1).max(0) * stride];
                if ends.iter().any(|&end| !(0..99).contains(&end)) {
                    continue;
                }
                let row = Row { start, stride, length };
                let sum = sum_row(&bytes, row, 2, 0, |raw: [u8; 2]| u64::from(raw[0]));
                assert_eq!(sum, (0..length as i64).map(|i| (start as i64 + i * stride as i64) as u64).sum());
                let mut read = Vec::new();
                fold_row(&bytes, row, 2, (), |(), raw: [u8; 2]| read.push(raw));
                let expected = (0..length as isize).map(|i| {
                    let at = (start as isize + i * stride) as u8;
                    [at, at + 1]
                });
                assert!(expected.eq(read), "{start} {stride} {length}");
            }
        }
    }
}
