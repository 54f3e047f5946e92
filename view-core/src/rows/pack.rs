//! Records out of values.

use alloc::{vec, vec::Vec};

use smallvec::SmallVec;
use view_format::rule::Accepts;
use view_format::{ByteOrder, Kind, Layout, Scalar, ScalarKind};

use super::count::{Any, Count, Fixed, RecordsMut, with_count};
use super::{block_rows, is_large, touch};
use crate::compiled::{Place, StructError, places};
use crate::element::f64_to_half;
use crate::value::{Value, encode};

/// Writes whole records over `to`, which has room for exactly these. After an error some of it may be written.
pub(super) fn pack(layout: &Layout, values: &[Value], to: &mut [u8]) -> Result<(), StructError> {
    let (step, count) = (layout.size(), layout.values());
    if step == 0 || count == 0 {
        return check(layout, values);
    }
    let columns = columns(layout);
    let at_once = block_rows(layout);
    // Each column writes a piece of every line, so that lines which no cache holds are made elsewhere.
    let is_large = is_large(values);
    let mut block: Vec<u8> = if is_large { vec![0; at_once * step] } else { Vec::new() };
    for (number, (from, to)) in values.chunks(count * at_once).zip(to.chunks_mut(step * at_once)).enumerate() {
        touch(from, is_large);
        let rows = to.len() / step;
        let records = if block.is_empty() { &mut *to } else { &mut block[..rows * step] };
        for (index, column) in columns.iter().enumerate() {
            if !column.write(&from[index..], records, step, count) {
                // The first one in the order of the values may be another.
                return rows_of(layout, from, number * at_once * count);
            }
        }
        if !block.is_empty() {
            to.copy_from_slice(&block[..rows * step]);
        }
    }
    Ok(())
}

/// Whether every value fits its code.
pub(super) fn check(layout: &Layout, values: &[Value]) -> Result<(), StructError> {
    let count = layout.values();
    if count == 0 {
        return Ok(());
    }
    let columns = columns(layout);
    let (at_once, is_large) = (block_rows(layout), is_large(values));
    for (number, from) in values.chunks(count * at_once).enumerate() {
        touch(from, is_large);
        if !columns.iter().enumerate().all(|(index, column)| column.fits(&from[index..], count)) {
            rows_of(layout, from, number * at_once * count)?;
        }
    }
    Ok(())
}

/// Whether every value fits its code, one after the other. The first of them has the index `first`.
#[cold]
fn rows_of(layout: &Layout, values: &[Value], first: usize) -> Result<(), StructError> {
    let mut room: SmallVec<[u8; 64]> = SmallVec::new();
    for (number, row) in values.chunks(layout.values()).enumerate() {
        for (index, (value, place)) in row.iter().zip(places(layout)).enumerate() {
            room.resize(place.size, 0);
            encode::item(place.kind, place.shape, value, &mut room)
                .map_err(|error| StructError::Value { index: first + number * layout.values() + index, error })?;
        }
    }
    Ok(())
}

/// One value of each record: where it lies, and its loops where it is one number.
struct Column<'l> {
    place: Place<'l>,
    number: Option<Number>,
}

fn columns(layout: &Layout) -> SmallVec<[Column<'_>; 8]> {
    let count = layout.values();
    places(layout).map(|place| Column { place, number: number(place, count) }).collect()
}

impl Column<'_> {
    /// Writes the first of every `count` values to records; `false` where one does not fit.
    fn write(&self, values: &[Value], to: &mut [u8], step: usize, count: usize) -> bool {
        let Place { kind, shape, at, size } = self.place;
        let rows = to.len() / step;
        if let Some(number) = &self.number
            && number
                .write
                .iter()
                .any(|write| write(number.overflow, count, values, RecordsMut { bytes: &mut to[at..], step, rows }))
        {
            return true;
        }
        // Also numbers in places of others, as `struct` takes them.
        values
            .iter()
            .step_by(count)
            .zip(to.chunks_exact_mut(step))
            .all(|(value, record)| encode::item(kind, shape, value, encode::part(record, at, size)).is_ok())
    }

    /// Whether these are numbers of the usual kinds, and all fit. Others may, too.
    fn fits(&self, values: &[Value], count: usize) -> bool {
        let Some(number) = &self.number else { return false };
        number.fits.iter().any(|fits| fits(number.overflow, count, values, values.len().div_ceil(count)))
    }
}

/// The loops for values that are one number: they say whether all are such that the code takes. The first ones know only the kind
/// of value that the code gives, the second ones others too. What all of them refuse may be taken all the same.
#[derive(Clone, Copy)]
struct Number {
    /// From which magnitude on a float is refused.
    overflow: f64,
    write: [Write; 2],
    fits: [Fits; 2],
}

type Write = fn(f64, usize, &[Value], RecordsMut<'_>) -> bool;
type Fits = fn(f64, usize, &[Value], usize) -> bool;

fn number(place: Place<'_>, count: usize) -> Option<Number> {
    match (place.kind, place.shape) {
        (Kind::Scalar(scalar), []) => with_count!(count, number_of(*scalar)),
        _ => None,
    }
}

/// The number of one kind of value.
macro_rules! own {
    ($kind:ident $t:ident, $value:expr) => {
        match *$value {
            Value::$kind(number) => $t::try_from(number).ok(),
            _ => None,
        }
    };
}
fn number_of<C: Count>(scalar: Scalar) -> Option<Number> {
    let accepts = scalar.accepts();
    let overflow = match accepts {
        Accepts::Float(range) => range.overflow,
        _ => 0.0,
    };
    macro_rules! number {
        (|$value:ident, $overflow:ident| $own:expr, $any:expr, $raw:expr) => {
            Number {
                overflow,
                write: [
                    |$overflow, count, from, to| C::new(count).write(from, to, |$value| $own, $raw),
                    |$overflow, count, from, to| Any(count).write(from, to, |$value| $any, $raw),
                ],
                fits: [
                    |$overflow, count, of, rows| C::new(count).all(of, rows, |$value| $own),
                    |$overflow, count, of, rows| Any(count).all(of, rows, |$value| $any),
                ],
            }
        };
    }
    // Of integers the range is that of a type, as a constant.
    macro_rules! integer {
        ($kind:ident $t:ident) => {{
            match accepts {
                Accepts::Integer { low, high } if (low, high) == ($t::MIN.into(), $t::MAX.into()) => {}
                Accepts::Address { high, .. } if high == $t::MAX.into() => {}
                _ => return None,
            }
            match scalar.order() {
                ByteOrder::Little => {
                    number!(|value, _overflow| own!($kind $t, value), integer::<$t>(value), $t::to_le_bytes)
                }
                ByteOrder::Big => number!(|value, _overflow| own!($kind $t, value), integer::<$t>(value), $t::to_be_bytes),
            }
        }};
    }
    macro_rules! float {
        ($fits:ident, |$number:ident| $narrow:expr) => {
            match scalar.order() {
                ByteOrder::Little => number!(
                    |value, overflow| own!(Float f64, value).filter(|number| $fits(*number, overflow)),
                    float(value).filter(|number| $fits(*number, overflow)),
                    |$number: f64| ($narrow).to_le_bytes()
                ),
                ByteOrder::Big => number!(
                    |value, overflow| own!(Float f64, value).filter(|number| $fits(*number, overflow)),
                    float(value).filter(|number| $fits(*number, overflow)),
                    |$number: f64| ($narrow).to_be_bytes()
                ),
            }
        };
    }
    Some(match (scalar.kind(), scalar.size()) {
        (ScalarKind::Int, 1) => integer!(Int i8),
        (ScalarKind::Int, 2) => integer!(Int i16),
        (ScalarKind::Int, 4) => integer!(Int i32),
        (ScalarKind::Int, 8) => integer!(Int i64),
        (ScalarKind::Uint, 1) => integer!(Uint u8),
        (ScalarKind::Uint, 2) => integer!(Uint u16),
        (ScalarKind::Uint, 4) => integer!(Uint u32),
        (ScalarKind::Uint, 8) => integer!(Uint u64),
        (ScalarKind::Pointer, 4) => integer!(Pointer u32),
        (ScalarKind::Pointer, 8) => integer!(Pointer u64),
        (ScalarKind::Float, 2) => float!(is_below, |number| f64_to_half(number)),
        (ScalarKind::Float, 4) => float!(is_below, |number| number as f32),
        (ScalarKind::Float, 8) => float!(is_any, |number| number),
        (ScalarKind::Bool, _) => {
            number!(|value, _overflow| own!(Bool bool, value), own!(Bool bool, value), |truth: bool| [u8::from(truth)])
        }
        _ => return None,
    })
}

#[inline(always)]
fn integer<T: TryFrom<u64> + TryFrom<i64>>(value: &Value) -> Option<T> {
    match *value {
        Value::Uint(number) | Value::Pointer(number) => number.try_into().ok(),
        Value::Int(number) => number.try_into().ok(),
        _ => None,
    }
}

#[inline(always)]
fn float(value: &Value) -> Option<f64> {
    match *value {
        Value::Float(number) => Some(number),
        Value::Int(number) => Some(number as f64),
        Value::Uint(number) => Some(number as f64),
        _ => None,
    }
}

/// Infinity and NaN fit everywhere.
#[inline(always)]
fn is_below(number: f64, overflow: f64) -> bool {
    number.abs() < overflow || !number.is_finite()
}

/// Every number of 64 bits fits.
#[inline(always)]
fn is_any(_: f64, _: f64) -> bool {
    true
}
