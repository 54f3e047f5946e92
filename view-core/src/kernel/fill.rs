//! Writing rows: one value everywhere, or one after the other.

use super::row::Row;
use crate::bytes::BytesMut;
use crate::element::Raw;

/// Writes `raw` over every element of one row, `size` bytes each.
#[inline(always)]
pub(crate) fn fill_row<W: Raw>(to: &mut impl BytesMut, row: Row, size: usize, raw: W) {
    write_row(to, row, size, core::iter::repeat_n(raw, row.length));
}

/// Writes `values`, one for each element of one row, `size` bytes each, in order.
#[inline(always)]
pub(crate) fn write_row<W: Raw>(to: &mut impl BytesMut, row: Row, size: usize, values: impl Iterator<Item = W>) {
    if row.length == 0 || size == 0 {
        return;
    }
    let step = row.stride.unsigned_abs();
    if row.stride > 0
        && step >= size
        && let Some(bytes) = to.plain_mut()
    {
        let bytes = &mut bytes[row.start..][..(row.length - 1) * step + size];
        if step == size {
            W::write_packed(bytes, values);
            return;
        }
        // The last element is short of a step.
        for (chunk, raw) in bytes.chunks_mut(step).zip(values) {
            raw.write_first(chunk);
        }
        return;
    }
    for (i, raw) in values.take(row.length).enumerate() {
        raw.store(to, row.start.wrapping_add_signed((i as isize).wrapping_mul(row.stride)));
    }
}
