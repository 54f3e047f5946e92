//! Values out of records.

use alloc::vec::Vec;

use smallvec::SmallVec;
use view_format::{ByteOrder, Kind, Layout, Scalar, ScalarKind};

use super::count::{Any, Count, Fixed, Records, with_count};
use super::{block_rows, is_large, touch};
use crate::compiled::{Place, places};
use crate::element::{half_to_f32, pascal_text};
use crate::value::{Value, decode};

/// Reads whole records over their values. There are as many of these.
pub(super) fn unpack(layout: &Layout, bytes: &[u8], to: &mut [Value]) {
    let (step, count) = (layout.size(), layout.values());
    if step == 0 || count == 0 {
        return;
    }
    let columns: SmallVec<[_; 8]> = places(layout).map(|place| (place, filler(place, count))).collect();
    let (rows, at_once, is_large) = (bytes.len() / step, block_rows(layout), is_large(to));
    for from in (0..rows).step_by(at_once) {
        let (rows, to) = (at_once.min(rows - from), &mut to[from * count..]);
        touch(&to[..rows * count], is_large);
        for (index, (place, filler)) in columns.iter().enumerate() {
            let records = Records { bytes: &bytes[from * step + place.at..], step, rows };
            let to = &mut to[index..];
            match (filler, place.kind, place.shape) {
                (Some(fill), ..) => fill(count, records, to),
                (None, Kind::Scalar(scalar), []) if scalar.kind() == ScalarKind::Bytes => {
                    records.each(to, count, |bytes, to| copy(&bytes[..scalar.size()], to));
                }
                (None, Kind::Scalar(scalar), []) if scalar.kind() == ScalarKind::Pascal => {
                    records.each(to, count, |bytes, to| copy(pascal_text(&bytes[..scalar.size()]), to));
                }
                (None, kind, shape) => records.each(to, count, |bytes, to| *to = decode::item(kind, shape, bytes)),
            }
        }
    }
}

/// Fills one value of each record, of so many each.
type Filler = fn(usize, Records<'_>, &mut [Value]);

/// The loop for a value that is one number.
fn filler(place: Place<'_>, count: usize) -> Option<Filler> {
    match (place.kind, place.shape) {
        (Kind::Scalar(scalar), []) => with_count!(count, filler_of(*scalar)),
        _ => None,
    }
}

/// Over a value of the same kind only the number is written: the memory of another may have to be freed, which is a call.
macro_rules! put {
    ($kind:ident) => {
        |number, to| match to {
            Value::$kind(to) => *to = number,
            to => replace(to, Value::$kind(number)),
        }
    };
}

#[cold]
#[inline(never)]
fn replace(to: &mut Value, value: Value) {
    *to = value;
}

fn filler_of<C: Count>(scalar: Scalar) -> Option<Filler> {
    macro_rules! fill {
        ($kind:ident, $number:expr) => {
            |count, records, to| C::new(count).fill(records, to, $number, put!($kind))
        };
    }
    macro_rules! ordered {
        ($kind:ident $wide:ty: $narrow:ident) => {
            match scalar.order() {
                ByteOrder::Little => fill!($kind, |raw| <$wide>::from($narrow::from_le_bytes(raw))),
                ByteOrder::Big => fill!($kind, |raw| <$wide>::from($narrow::from_be_bytes(raw))),
            }
        };
    }
    Some(match (scalar.kind(), scalar.size()) {
        (ScalarKind::Int, 1) => fill!(Int, |[byte]| i64::from(byte as i8)),
        (ScalarKind::Int, 2) => ordered!(Int i64: i16),
        (ScalarKind::Int, 4) => ordered!(Int i64: i32),
        (ScalarKind::Int, 8) => ordered!(Int i64: i64),
        (ScalarKind::Uint, 1) => fill!(Uint, |[byte]| u64::from(byte)),
        (ScalarKind::Uint, 2) => ordered!(Uint u64: u16),
        (ScalarKind::Uint, 4) => ordered!(Uint u64: u32),
        (ScalarKind::Uint, 8) => ordered!(Uint u64: u64),
        (ScalarKind::Pointer, 4) => ordered!(Pointer u64: u32),
        (ScalarKind::Pointer, 8) => ordered!(Pointer u64: u64),
        (ScalarKind::Float, 2) => match scalar.order() {
            ByteOrder::Little => fill!(Float, |raw| f64::from(half_to_f32(u16::from_le_bytes(raw)))),
            ByteOrder::Big => fill!(Float, |raw| f64::from(half_to_f32(u16::from_be_bytes(raw)))),
        },
        (ScalarKind::Float, 4) => ordered!(Float f64: f32),
        (ScalarKind::Float, 8) => ordered!(Float f64: f64),
        (ScalarKind::Bool, _) => fill!(Bool, |[byte]| byte != 0),
        (ScalarKind::Char, _) => fill!(Char, |[byte]| byte),
        _ => return None,
    })
}

/// A string, in the memory that one has which is there already.
fn copy(bytes: &[u8], to: &mut Value) {
    match to {
        Value::Bytes(to) => {
            to.clear();
            to.extend_from_slice(bytes);
        }
        to => *to = Value::Bytes(Vec::from(bytes)),
    }
}
