//! Transposition in tiles that fit the cache.
//!
//! A tile is read in pieces of four items, which lie in a row in the source, into a scratch where the pieces of one strip lie
//! one after the other; then four rows of the target are written from each strip. The compiler makes shuffles of the second
//! loop, and both touch whole cache lines.

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

/// Items in a piece, and rows that are written side by side.
const PIECE: usize = 4;
/// Rows of a tile.
const ROWS: usize = 64;
/// Columns of a tile.
const COLUMNS: usize = 128;

pub(super) fn transpose<U: Byte, C: Change, const K: usize>(from: &[U], to: &mut [u8], plane: Plane) {
    let Plane { rows, columns, .. } = plane;
    let column = |j: usize| plane.from.wrapping_add_signed((j as isize).wrapping_mul(plane.from_stride));
    let whole = rows - rows % PIECE;
    let mut scratch = vec![[[0; K]; PIECE]; ROWS.min(rows) / PIECE * COLUMNS];
    for i in (0..whole).step_by(ROWS) {
        let tile_rows = ROWS.min(whole - i);
        for j in (0..columns).step_by(COLUMNS) {
            let tile_columns = COLUMNS.min(columns - j);
            for k in 0..tile_columns {
                let pieces = from[column(j + k) + i * K..][..tile_rows * K].as_chunks::<K>().0.as_chunks::<PIECE>().0;
                for (place, [a, b, c, d]) in scratch[k..].iter_mut().step_by(COLUMNS).zip(pieces) {
                    *place = [U::load(a), U::load(b), U::load(c), U::load(d)];
                }
            }
            for (strip, four) in scratch.chunks_exact(COLUMNS).zip((i..i + tile_rows).step_by(PIECE)) {
                let to = &mut to[plane.to + four * plane.to_stride + j * K..];
                write_strip::<C, K>(&strip[..tile_columns], to, plane.to_stride);
            }
        }
    }
    for i in whole..rows {
        let row = Row { start: plane.from + i * K, stride: plane.from_stride, length: columns };
        gather::<U, C, K>(from, row, &mut to[plane.to + i * plane.to_stride..][..columns * K]);
    }
}

/// Writes four rows.
#[inline]
fn write_strip<C: Change, const K: usize>(strip: &[[[u8; K]; PIECE]], to: &mut [u8], stride: usize) {
    let (first, to) = to.split_at_mut(stride);
    let (second, to) = to.split_at_mut(stride);
    let (third, fourth) = to.split_at_mut(stride);
    let [first, second, third, fourth] =
        [first, second, third, fourth].map(|row| row[..strip.len() * K].as_chunks_mut::<K>().0);
    for ((((piece, a), b), c), d) in strip.iter().zip(first).zip(second).zip(third).zip(fourth) {
        *a = C::change(piece[0]);
        *b = C::change(piece[1]);
        *c = C::change(piece[2]);
        *d = C::change(piece[3]);
    }
}
