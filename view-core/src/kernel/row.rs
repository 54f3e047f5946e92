//! Rows: the elements of the last axis, read one after the other.

use core::marker::PhantomData;

use super::simd::{Loop, dispatch};
use crate::bytes::Byte;
use crate::element::{Raw, RawRow};

/// The elements of one axis: where the first starts, how far apart they are, how many.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) start: usize,
    pub(crate) stride: isize,
    pub(crate) length: usize,
}

impl From<(usize, isize, usize)> for Row {
    #[inline(always)]
    fn from((start, stride, length): (usize, isize, usize)) -> Row {
        Row { start, stride, length }
    }
}

impl RawRow for Row {
    #[inline(always)]
    fn fold_places<A>(self, init: A, mut each: impl FnMut(A, usize) -> A) -> A {
        let at = |i: usize| self.start.wrapping_add_signed((i as isize).wrapping_mul(self.stride));
        (0..self.length).fold(init, |state, i| each(state, at(i)))
    }
    #[inline(always)]
    fn fold_raw<U: Byte, W: Raw, A>(self, units: &[U], size: usize, init: A, each: impl FnMut(A, W) -> A) -> A {
        fold_row(units, self, size, init, each)
    }
}

/// Calls `each` with the offset of every index of the axes given, in C order.
#[cfg(feature = "alloc")]
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

/// The element at the front of a chunk. Only what follows the last element is too short to hold one.
#[inline(always)]
pub(super) fn fold_chunk<U: Byte, W: Raw, A>(chunk: &[U], state: A, each: &mut impl FnMut(A, W) -> A) -> A {
    match W::first(chunk) {
        Some(raw) => each(state, raw),
        None => state,
    }
}

/// Stores what `map` makes of the raw bytes of the elements of one row, `size` bytes each, in `to`, which has room for exactly
/// these.
#[inline(always)]
pub(crate) fn map_row<U: Byte, W: Raw, V>(units: &[U], row: Row, size: usize, to: &mut [V], map: impl Fn(W) -> V) {
    if row.length == 0 {
        return;
    }
    if row.stride == size as isize {
        let units = &units[row.start..][..row.length * size];
        return dispatch(MapPacked { units, to, map, raw: PhantomData });
    }
    let step = row.stride.unsigned_abs();
    if row.stride > 0 && step >= size && size > 0 {
        let chunks = units[row.start..][..(row.length - 1) * step + size].chunks_exact(step);
        let tail = chunks.remainder();
        for (to, chunk) in to.iter_mut().zip(chunks) {
            if let Some(raw) = W::first(chunk) {
                *to = map(raw);
            }
        }
        if let (Some(to), Some(raw)) = (to.last_mut(), W::first(tail)) {
            *to = map(raw);
        }
        return;
    }
    let mut places = to.iter_mut();
    fold_row(units, row, size, (), |(), raw| {
        if let Some(place) = places.next() {
            *place = map(raw);
        }
    });
}

struct MapPacked<'r, U, W, V, F> {
    units: &'r [U],
    to: &'r mut [V],
    map: F,
    raw: PhantomData<W>,
}

impl<U: Byte, W: Raw, V, F: Fn(W) -> V> Loop for MapPacked<'_, U, W, V, F> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        W::map_packed(self.units, self.to, self.map);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sum_row;
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
                let mut mapped = std::vec![[0; 2]; length];
                map_row(&bytes, row, 2, &mut mapped, |raw: [u8; 2]| raw);
                assert_eq!(mapped, read);
                let expected = (0..length as isize).map(|i| {
                    let at = (start as isize + i * stride) as u8;
                    [at, at + 1]
                });
                assert!(expected.eq(read), "{start} {stride} {length}");
            }
        }
    }
}
