//! Sums in lanes.

use core::ops::Add;

use super::row::{Row, fold_chunk, fold_row};
use crate::bytes::Byte;
use crate::element::Raw;

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
