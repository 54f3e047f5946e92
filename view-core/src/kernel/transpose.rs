//! Transposition in tiles that fit the cache.
//!
//! A tile is read in pieces of four items, which lie in a row in the source, into a scratch where the pieces of one strip lie
//! one after the other; then four rows of the target are written from each strip. The compiler makes shuffles of the second
//! loop, and both touch whole cache lines.
//!
//! Pieces are read eight at a time, in a loop of a known length, and items stand as integers in the scratch: of arrays of bytes the
//! compiler makes loops that wait for each line, which out of the caches takes a quarter more time.

use alloc::vec;

use super::copy::Change;
use super::gather::gather;
use super::row::Row;
use crate::bytes::Byte;

/// Two axes of items: along `rows` the source lies in a row, along `columns` the target.
#[derive(Clone, Copy)]
pub(super) struct Plane {
    pub(super) from: usize,
    /// Bytes from one column to the next, in the source.
    pub(super) from_stride: isize,
    pub(super) to: usize,
    /// Bytes from one row to the next, in the target; at least those of a row.
    pub(super) to_stride: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// An item of `K` bytes on its way.
pub(super) trait Word<const K: usize>: Copy + Default {
    fn new(raw: [u8; K]) -> Self;
    fn raw(self) -> [u8; K];
}

macro_rules! words {
    ($($word:ident $size:literal)*) => { $(
        impl Word<$size> for $word {
            #[inline(always)]
            fn new(raw: [u8; $size]) -> $word {
                $word::from_ne_bytes(raw)
            }
            #[inline(always)]
            fn raw(self) -> [u8; $size] {
                self.to_ne_bytes()
            }
        }
    )* };
}
words! { u8 1 u16 2 u32 4 u64 8 u128 16 }

/// An item of a size that no integer has.
macro_rules! arrays {
    ($($size:literal)*) => { $(
        impl Word<$size> for [u8; $size] {
            #[inline(always)]
            fn new(raw: [u8; $size]) -> [u8; $size] {
                raw
            }
            #[inline(always)]
            fn raw(self) -> [u8; $size] {
                self
            }
        }
    )* };
}
arrays! { 3 12 }

/// Items in a piece, and rows that are written side by side.
const PIECE: usize = 4;
/// Columns of a tile.
const COLUMNS: usize = 128;
/// Bytes from which on the lines of the source are taken four at a time and not two: then each is fetched once.
const LARGE: usize = 1 << 20;

pub(super) fn transpose<U: Byte, C: Change, W: Word<K>, const K: usize>(from: &[U], to: &mut [u8], plane: Plane) {
    if plane.rows.saturating_mul(plane.columns).saturating_mul(K) < LARGE {
        in_tiles::<U, C, W, 32, K>(from, to, plane);
    } else {
        in_tiles::<U, C, W, 64, K>(from, to, plane);
    }
}

/// In tiles of so many rows.
fn in_tiles<U: Byte, C: Change, W: Word<K>, const ROWS: usize, const K: usize>(
    from: &[U],
    to: &mut [u8],
    plane: Plane,
) {
    let Plane { rows, columns, from_stride, to_stride, .. } = plane;
    let whole = rows - rows % PIECE;
    let mut scratch = vec![[W::default(); PIECE]; ROWS.min(rows) / PIECE * COLUMNS];
    for i in (0..whole).step_by(ROWS) {
        let tile_rows = ROWS.min(whole - i);
        for j in (0..columns).step_by(COLUMNS) {
            let tile_columns = COLUMNS.min(columns - j);
            let tile = Plane {
                from: plane.from.wrapping_add_signed((j as isize).wrapping_mul(from_stride)) + i * K,
                to: plane.to + i * to_stride + j * K,
                rows: tile_rows,
                columns: tile_columns,
                ..plane
            };
            one_tile::<U, C, W, K>(from, to, tile, &mut scratch);
        }
    }
    for i in whole..rows {
        let row = Row { start: plane.from + i * K, stride: from_stride, length: columns };
        gather::<U, C, K>(from, row, &mut to[plane.to + i * to_stride..][..columns * K]);
    }
}

#[inline(always)]
fn one_tile<U: Byte, C: Change, W: Word<K>, const K: usize>(
    from: &[U],
    to: &mut [u8],
    tile: Plane,
    scratch: &mut [[W; PIECE]],
) {
    for column in 0..tile.columns {
        let at = tile.from.wrapping_add_signed((column as isize).wrapping_mul(tile.from_stride));
        let pieces = from[at..][..tile.rows * K].as_chunks::<K>().0.as_chunks::<PIECE>().0;
        let (eights, rest) = pieces.as_chunks::<8>();
        for (i, eight) in eights.iter().enumerate() {
            // Of a known length, so that eight pieces are on their way at once.
            let places = &mut scratch[i * 8 * COLUMNS + column..][..7 * COLUMNS + 1];
            for (i, piece) in eight.iter().enumerate() {
                places[i * COLUMNS] = piece_of(piece);
            }
        }
        for (i, piece) in rest.iter().enumerate() {
            scratch[(8 * eights.len() + i) * COLUMNS + column] = piece_of(piece);
        }
    }
    for (strip, four) in scratch.chunks_exact(COLUMNS).zip((0..tile.rows).step_by(PIECE)) {
        let to = &mut to[tile.to + four * tile.to_stride..];
        write_strip::<C, W, K>(&strip[..tile.columns], to, tile.to_stride);
    }
}

#[inline(always)]
fn piece_of<U: Byte, W: Word<K>, const K: usize>([a, b, c, d]: &[[U; K]; PIECE]) -> [W; PIECE] {
    [W::new(U::load(a)), W::new(U::load(b)), W::new(U::load(c)), W::new(U::load(d))]
}

/// Writes four rows.
#[inline(always)]
fn write_strip<C: Change, W: Word<K>, const K: usize>(strip: &[[W; PIECE]], to: &mut [u8], stride: usize) {
    let (first, to) = to.split_at_mut(stride);
    let (second, to) = to.split_at_mut(stride);
    let (third, fourth) = to.split_at_mut(stride);
    let [first, second, third, fourth] =
        [first, second, third, fourth].map(|row| row[..strip.len() * K].as_chunks_mut::<K>().0);
    for ((((piece, a), b), c), d) in strip.iter().zip(first).zip(second).zip(third).zip(fourth) {
        *a = C::change(piece[0].raw());
        *b = C::change(piece[1].raw());
        *c = C::change(piece[2].raw());
        *d = C::change(piece[3].raw());
    }
}

#[cfg(test)]
mod tests {
    use super::super::copy::{Same, Swapped};
    use super::*;
    use std::vec::Vec;

    /// Planes about the ends of tiles, and larger than the caches, against indexing one by one.
    #[track_caller]
    fn check<C: Change, W: Word<K>, const K: usize>(rows: usize, columns: usize) {
        // With a gap behind each line of the source, and of the target.
        let (from_stride, to_stride) = (rows * K + 3, columns * K + 5);
        let from: Vec<u8> =
            (0..columns * from_stride).map(|i| (i as u32).wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let mut to = std::vec![0xee; rows * to_stride];
        let plane = Plane { from: 0, from_stride: from_stride as isize, to: 0, to_stride, rows, columns };
        transpose::<u8, C, W, K>(&from, &mut to, plane);
        for (i, row) in to.chunks_exact(to_stride).enumerate() {
            let (items, gap) = row.split_at(columns * K);
            for (j, item) in items.as_chunks::<K>().0.iter().enumerate() {
                let expected = from[j * from_stride + i * K..].first_chunk().copied().map(C::change);
                assert_eq!(Some(*item), expected, "{rows} x {columns} of {K}: {i}, {j}");
            }
            assert_eq!(gap, [0xee; 5]);
        }
    }

    #[test]
    fn planes_are_transposed() {
        for rows in [4, 5, 31, 32, 33, 36, 63, 64, 71] {
            for columns in [4, 7, 127, 128, 129, 140] {
                check::<Same, u8, 1>(rows, columns);
                check::<Same, [u8; 3], 3>(rows, columns);
                check::<Same, u32, 4>(rows, columns);
                check::<Swapped, u64, 8>(rows, columns);
            }
        }
        check::<Swapped, u16, 2>(901, 600);
        check::<Same, u32, 4>(700, 525);
        check::<Same, [u8; 12], 12>(300, 301);
        check::<Same, u128, 16>(263, 260);
    }
}
