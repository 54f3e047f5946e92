//! One value of each record: records of a size that is known at run time only, four at a time.
//!
//! Four pieces of a slice that was looked at once take four loads, or stores, without a test between them: that is as fast as a
//! loop compiled for the size, and there is one loop for all sizes.

use alloc::vec::Vec;

/// Four records of `step` units each, and what follows.
#[inline(always)]
pub(crate) fn four<U>(records: &[U], step: usize) -> [&[U]; 4] {
    let (front, back) = records.split_at(2 * step);
    let ((a, b), (c, d)) = (front.split_at(step), back.split_at(step));
    [a, b, c, d]
}

#[inline(always)]
pub(crate) fn four_mut<U>(records: &mut [U], step: usize) -> [&mut [U]; 4] {
    let (front, back) = records.split_at_mut(2 * step);
    let ((a, b), (c, d)) = (front.split_at_mut(step), back.split_at_mut(step));
    [a, b, c, d]
}

/// Reads the value at the front of each record, as many as there is room for. What follows the last value may be shorter than a
/// record.
#[inline(always)]
pub(crate) fn read_records<'b, T>(from: &'b [u8], step: usize, to: &mut [T], read: impl Fn(&'b [u8]) -> T) {
    let fours = to.as_chunks_mut::<4>().0.iter_mut().zip(from.chunks_exact(4 * step));
    let done = 4 * fours.len();
    for (to, records) in fours {
        for (to, record) in to.iter_mut().zip(four(records, step)) {
            *to = read(record);
        }
    }
    for (i, to) in to.iter_mut().enumerate().skip(done) {
        *to = read(&from[i * step..]);
    }
}

/// As [`read_records`], of so many records, to the end of a vector.
#[inline(always)]
pub(crate) fn extend_records<'b, T>(
    from: &'b [u8],
    step: usize,
    rows: usize,
    to: &mut Vec<T>,
    read: impl Fn(&'b [u8]) -> T,
) {
    let whole = from.chunks_exact(step).take(rows);
    let done = whole.len();
    to.extend(whole.map(&read));
    to.extend((done..rows).map(|i| read(&from[i * step..])));
}

/// Writes a value at the front of each record.
#[inline(always)]
pub(crate) fn write_records<T: Copy>(from: &[T], to: &mut [u8], step: usize, write: impl Fn(T, &mut [u8])) {
    let fours = from.as_chunks::<4>().0.iter().zip(to.chunks_exact_mut(4 * step));
    let done = 4 * fours.len();
    for (values, records) in fours {
        for (value, record) in values.iter().zip(four_mut(records, step)) {
            write(*value, record);
        }
    }
    for (i, value) in from.iter().enumerate().skip(done) {
        write(*value, &mut to[i * step..]);
    }
}
