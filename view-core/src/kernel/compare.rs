//! Equality of rows: as bits, with the bytes swapped, as numbers.

use core::marker::PhantomData;

#[cfg(feature = "alloc")]
use super::axes::Axes;
use super::row::Row;
use super::simd::{Loop, dispatch};
use crate::bytes::Byte;
use crate::element::{Difference, Raw};

/// Whether all pairs of elements of two rows of one length, `size` bytes each, are equal: whether their differences are nothing.
#[inline(always)]
pub(crate) fn equal_rows<U: Byte, V: Byte, W: Raw, D: Difference>(
    (a, a_row): (&[U], Row),
    (b, b_row): (&[V], Row),
    size: usize,
    difference: impl Fn(W, W) -> D,
) -> bool {
    let is_packed = |row: Row| row.stride == size as isize;
    if is_packed(a_row) && is_packed(b_row) {
        let (a, b) = (&a[a_row.start..][..a_row.length * size], &b[b_row.start..][..b_row.length * size]);
        return dispatch(EqualPacked { a, b, difference, raw: PhantomData });
    }
    let at = |row: Row, i: usize| row.start.wrapping_add_signed((i as isize).wrapping_mul(row.stride));
    (0..a_row.length).all(|i| match (W::first(&a[at(a_row, i)..]), W::first(&b[at(b_row, i)..])) {
        (Some(a), Some(b)) => difference(a, b) == D::default(),
        _ => true,
    })
}

struct EqualPacked<'r, U, V, W, F> {
    a: &'r [U],
    b: &'r [V],
    difference: F,
    raw: PhantomData<W>,
}

impl<U: Byte, V: Byte, W: Raw, D: Difference, F: Fn(W, W) -> D> Loop for EqualPacked<'_, U, V, W, F> {
    type Output = bool;
    #[inline(always)]
    fn run(self) -> bool {
        W::equal_packed(self.a, self.b, self.difference)
    }
}

/// Calls `each` with the rows of the last axis of two geometries of one shape, in C order, as long as it says so.
pub(crate) fn all_row_pairs(
    shape: &[usize],
    a: (&[isize], usize),
    b: (&[isize], usize),
    each: &mut impl FnMut(Row, Row) -> bool,
) -> bool {
    match (shape, a.0, b.0) {
        (&[length], &[a_stride], &[b_stride]) => {
            each(Row { start: a.1, stride: a_stride, length }, Row { start: b.1, stride: b_stride, length })
        }
        ([length, shape @ ..], [a_stride, a_strides @ ..], [b_stride, b_strides @ ..]) => {
            (0..*length as isize).all(|i| {
                let a = (a_strides, a.1.wrapping_add_signed(i.wrapping_mul(*a_stride)));
                all_row_pairs(shape, a, (b_strides, b.1.wrapping_add_signed(i.wrapping_mul(*b_stride))), each)
            })
        }
        _ => each(Row { start: a.1, stride: 0, length: 1 }, Row { start: b.1, stride: 0, length: 1 }),
    }
}

/// Whether all pairs of elements have the same bytes.
#[cfg(feature = "alloc")]
pub(crate) fn equal_bits<U: Byte, V: Byte>(a: &[U], b: &[V], mut axes: Axes, size: usize) -> bool {
    let run = axes.take_run(size);
    if run == size && size <= 8 {
        match size {
            1 => return equal_elements(a, b, axes, 1, |a: [u8; 1], b| a != b),
            2 => return equal_elements(a, b, axes, 2, |a: [u8; 2], b| a != b),
            4 => return equal_elements(a, b, axes, 4, |a: [u8; 4], b| a != b),
            8 => return equal_elements(a, b, axes, 8, |a: [u8; 8], b| a != b),
            _ => {}
        }
    }
    axes.all(&mut |at_a, at_b| {
        let (a, b) = (&a[at_a..][..run], &b[at_b..][..run]);
        match (U::plain(a), V::plain(b)) {
            (Some(a), Some(b)) => a == b,
            _ => a.iter().zip(b).all(|(a, b)| a.get() == b.get()),
        }
    })
}

/// Whether all pairs of elements have the same bytes, one in the reverse order of the other; of 2, 4 or 8 bytes.
#[cfg(feature = "alloc")]
pub(crate) fn equal_swapped<U: Byte, V: Byte>(a: &[U], b: &[V], axes: Axes, size: usize) -> bool {
    match size {
        2 => equal_elements(a, b, axes, 2, |a, b| u16::from_be_bytes(a) ^ u16::from_le_bytes(b)),
        4 => equal_elements(a, b, axes, 4, |a, b| u32::from_be_bytes(a) ^ u32::from_le_bytes(b)),
        _ => equal_elements(a, b, axes, 8, |a, b| u64::from_be_bytes(a) ^ u64::from_le_bytes(b)),
    }
}

/// Whether all pairs of floats of 4 or 8 bytes are equal, each side big-endian or not.
#[cfg(feature = "alloc")]
pub(crate) fn equal_floats<U: Byte, V: Byte>(a: &[U], b: &[V], axes: Axes, size: usize, is_big: (bool, bool)) -> bool {
    macro_rules! floats {
        ($t:ident, $size:literal) => {
            match is_big {
                (false, false) => {
                    equal_elements(a, b, axes, $size, |a, b| $t::from_le_bytes(a) != $t::from_le_bytes(b))
                }
                (false, true) => equal_elements(a, b, axes, $size, |a, b| $t::from_le_bytes(a) != $t::from_be_bytes(b)),
                (true, false) => equal_elements(a, b, axes, $size, |a, b| $t::from_be_bytes(a) != $t::from_le_bytes(b)),
                (true, true) => equal_elements(a, b, axes, $size, |a, b| $t::from_be_bytes(a) != $t::from_be_bytes(b)),
            }
        };
    }
    match size {
        4 => floats!(f32, 4),
        _ => floats!(f64, 8),
    }
}

#[cfg(feature = "alloc")]
#[inline(always)]
fn equal_elements<U: Byte, V: Byte, W: Raw, D: Difference>(
    a: &[U],
    b: &[V],
    mut axes: Axes,
    size: usize,
    difference: impl Fn(W, W) -> D + Copy,
) -> bool {
    let row = axes.take_row();
    axes.all(&mut |at_a, at_b| {
        let a_row = Row { start: at_a, stride: row.a, length: row.length };
        let b_row = Row { start: at_b, stride: row.b, length: row.length };
        equal_rows((a, a_row), (b, b_row), size, difference)
    })
}
