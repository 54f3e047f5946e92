//! Numbers of all widths as three: `i64`, `u64`, `f64`. What copies and compares numbers of different formats reads blocks of
//! these.

use view_format::{ByteOrder, Scalar, ScalarKind};

use super::fill::write_row;
use super::row::{Row, map_row};
use crate::bytes::{Byte, BytesMut};
use crate::element::{f64_to_half, half_to_f32};

/// Numbers that are read at once.
pub(crate) const BLOCK: usize = 64;

/// Which of the three holds all numbers of a format.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Domain {
    Signed,
    Unsigned,
    Float,
}

impl Domain {
    /// That of a scalar; `None` where it is no number, or one of two parts.
    pub(crate) fn of(scalar: Scalar) -> Option<Domain> {
        match scalar.kind() {
            ScalarKind::Int => Some(Domain::Signed),
            ScalarKind::Uint | ScalarKind::Pointer | ScalarKind::Bool => Some(Domain::Unsigned),
            ScalarKind::Float => Some(Domain::Float),
            _ => None,
        }
    }
}

/// One of the three.
pub(crate) trait Wide: Copy + Default {
    /// Reads the numbers of one row of a format of this domain.
    fn read<U: Byte>(scalar: Scalar, units: &[U], row: Row, to: &mut [Self]);
    /// The lowest 64 bits in two's complement; of a float none.
    fn bits(self) -> u64;
    fn real(self) -> f64;
    /// Whether it is the integer; a float may be one, too.
    fn is_integer(self, integer: i128) -> bool;

    /// Writes numbers, which the format can hold, over one row.
    fn write(from: &[Self], scalar: Scalar, to: &mut impl BytesMut, row: Row) {
        let is_little = scalar.order() == ByteOrder::Little;
        macro_rules! write {
            ($size:literal, $value:expr, |$number:ident: $t:ty| $bits:expr) => {{
                let values = from.iter().map($value);
                if is_little {
                    write_row(to, row, $size, values.map(|$number: $t| $bits.to_le_bytes()));
                } else {
                    write_row(to, row, $size, values.map(|$number: $t| $bits.to_be_bytes()));
                }
            }};
        }
        match (scalar.kind(), scalar.size()) {
            (ScalarKind::Bool, _) => {
                write_row(to, row, 1, from.iter().map(|number| [u8::from(number.real() != 0.0)]));
            }
            (ScalarKind::Float, 2) => write!(2, |number| number.real(), |number: f64| f64_to_half(number)),
            (ScalarKind::Float, 4) => write!(4, |number| number.real(), |number: f64| (number as f32)),
            (ScalarKind::Float, _) => write!(8, |number| number.real(), |number: f64| number),
            (_, 1) => write!(1, |number| number.bits(), |number: u64| (number as u8)),
            (_, 2) => write!(2, |number| number.bits(), |number: u64| (number as u16)),
            (_, 4) => write!(4, |number| number.bits(), |number: u64| (number as u32)),
            _ => write!(8, |number| number.bits(), |number: u64| number),
        }
    }
}

macro_rules! integers {
    ($($wide:ident: $one:ident $two:ident $four:ident $eight:ident;)*) => { $(
        impl Wide for $wide {
            fn read<U: Byte>(scalar: Scalar, units: &[U], row: Row, to: &mut [$wide]) {
                let is_little = scalar.order() == ByteOrder::Little;
                match (scalar.size(), is_little) {
                    _ if scalar.kind() == ScalarKind::Bool => {
                        map_row(units, row, 1, to, |raw: [u8; 1]| (raw != [0]).into());
                    }
                    (1, _) => map_row(units, row, 1, to, |raw| $one::from_le_bytes(raw).into()),
                    (2, true) => map_row(units, row, 2, to, |raw| $two::from_le_bytes(raw).into()),
                    (2, false) => map_row(units, row, 2, to, |raw| $two::from_be_bytes(raw).into()),
                    (4, true) => map_row(units, row, 4, to, |raw| $four::from_le_bytes(raw).into()),
                    (4, false) => map_row(units, row, 4, to, |raw| $four::from_be_bytes(raw).into()),
                    (_, true) => map_row(units, row, 8, to, $eight::from_le_bytes),
                    (_, false) => map_row(units, row, 8, to, $eight::from_be_bytes),
                }
            }
            #[inline(always)]
            fn bits(self) -> u64 {
                self as u64
            }
            #[inline(always)]
            fn real(self) -> f64 {
                self as f64
            }
            #[inline(always)]
            fn is_integer(self, integer: i128) -> bool {
                i128::from(self) == integer
            }
        }
    )* };
}
integers! { i64: i8 i16 i32 i64; u64: u8 u16 u32 u64; }

impl Wide for f64 {
    fn read<U: Byte>(scalar: Scalar, units: &[U], row: Row, to: &mut [f64]) {
        match (scalar.size(), scalar.order()) {
            (2, ByteOrder::Little) => map_row(units, row, 2, to, |raw| half_to_f32(u16::from_le_bytes(raw)).into()),
            (2, ByteOrder::Big) => map_row(units, row, 2, to, |raw| half_to_f32(u16::from_be_bytes(raw)).into()),
            (4, ByteOrder::Little) => map_row(units, row, 4, to, |raw| f32::from_le_bytes(raw).into()),
            (4, ByteOrder::Big) => map_row(units, row, 4, to, |raw| f32::from_be_bytes(raw).into()),
            (_, ByteOrder::Little) => map_row(units, row, 8, to, f64::from_le_bytes),
            (_, ByteOrder::Big) => map_row(units, row, 8, to, f64::from_be_bytes),
        }
    }
    #[inline(always)]
    fn bits(self) -> u64 {
        0
    }
    #[inline(always)]
    fn real(self) -> f64 {
        self
    }
    #[inline(always)]
    fn is_integer(self, integer: i128) -> bool {
        // The cast back is exact, since no float of this size has a fraction that the first cast could have dropped.
        self == integer as f64 && self as i128 == integer
    }
}

/// Reads one row in blocks, and calls `each` with the number of the first one and with the numbers, as long as it says so.
#[inline]
pub(crate) fn blocks<U: Byte, W: Wide>(
    scalar: Scalar,
    units: &[U],
    row: Row,
    mut each: impl FnMut(usize, &[W]) -> bool,
) -> bool {
    let mut block = [W::default(); BLOCK];
    (0..row.length).step_by(BLOCK).all(|from| {
        let length = BLOCK.min(row.length - from);
        let start = row.start.wrapping_add_signed((from as isize).wrapping_mul(row.stride));
        W::read(scalar, units, Row { start, length, ..row }, &mut block[..length]);
        each(from, &block[..length])
    })
}
