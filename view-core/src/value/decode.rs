//! From bytes to values, by layout.

use alloc::{string::String, vec::Vec};

use view_format::{ByteOrder, Field, Kind, Layout, Scalar, ScalarKind};

use super::{Member, Value};
use crate::bytes::Byte;
use crate::element::{half_to_f32, pascal_text};

/// The value of one element, whose bytes are the first of `units`. Bytes that are missing read as zeros; the geometry of
/// a view sees to it that there are none.
pub(crate) fn decode<U: Byte>(layout: &Layout, units: &[U]) -> Value {
    match layout.fields() {
        // A single value without a name is that value; `struct.unpack` would give a tuple of one.
        [field] if field.name().is_none() && field.repeat() == 1 => {
            item(field.kind(), field.shape(), from(units, field.offset()))
        }
        fields => {
            let mut members = Vec::new();
            for field in fields {
                for i in 0..field.repeat() {
                    let at = field.offset() + i * field.item_size();
                    let value = item(field.kind(), field.shape(), from(units, at));
                    members.push(Member { name: field.name().map(String::from), value });
                }
            }
            Value::Record(members)
        }
    }
}

/// As [`decode`], over a value that is there: lists, records and strings of it are used again.
pub(crate) fn decode_into<U: Byte>(layout: &Layout, units: &[U], to: &mut Value) {
    let fields = match layout.fields() {
        [field] if field.name().is_none() && field.repeat() == 1 => {
            return item_into(field.kind(), field.shape(), &mut from(units, field.offset()), to);
        }
        fields => fields,
    };
    if !matches!(to, Value::Record(_)) {
        *to = Value::Record(Vec::new());
    }
    let Value::Record(members) = to else { return };
    members.truncate(fields.iter().map(Field::repeat).sum());
    let mut index = 0;
    for field in fields {
        for i in 0..field.repeat() {
            let mut units = from(units, field.offset() + i * field.item_size());
            match members.get_mut(index) {
                Some(member) => {
                    if member.name.as_deref() != field.name() {
                        member.name = field.name().map(String::from);
                    }
                    item_into(field.kind(), field.shape(), &mut units, &mut member.value);
                }
                None => {
                    let value = item(field.kind(), field.shape(), units);
                    members.push(Member { name: field.name().map(String::from), value });
                }
            }
            index += 1;
        }
    }
}

/// As [`item`], over a value that is there. It takes its bytes off `units`.
pub(crate) fn item_into<U: Byte>(kind: &Kind, shape: &[usize], units: &mut &[U], to: &mut Value) {
    if let [length, shape @ ..] = shape {
        if !matches!(to, Value::List(_)) {
            *to = Value::List(Vec::with_capacity(*length));
        }
        if let Value::List(values) = to {
            values.resize(*length, Value::Bool(false));
            values.iter_mut().for_each(|value| item_into(kind, shape, units, value));
        }
        return;
    }
    let size = match kind {
        Kind::Scalar(scalar) => {
            scalar_into(*scalar, units, to);
            scalar.size()
        }
        Kind::Record(layout) => {
            decode_into(layout, units, to);
            layout.size()
        }
    };
    *units = units.get(size..).unwrap_or_default();
}

fn scalar_into<U: Byte>(scalar: Scalar, units: &[U], to: &mut Value) {
    let units = units.get(..scalar.size()).unwrap_or(units);
    match (scalar.kind(), to) {
        (ScalarKind::Bytes, Value::Bytes(bytes)) | (ScalarKind::Void | ScalarKind::LongDouble, Value::Void(bytes)) => {
            bytes.clear();
            bytes.extend(units.iter().map(Byte::get));
        }
        (ScalarKind::Pascal, Value::Bytes(bytes)) => {
            bytes.clear();
            let length = units.first().map_or(0, |length| usize::from(length.get()));
            bytes.extend(units.iter().skip(1).take(length).map(Byte::get));
        }
        (ScalarKind::Ucs4, Value::Text(text)) => {
            text.clear();
            text.extend(characters(scalar, units));
            text.truncate(text.trim_end_matches('\0').len());
        }
        (_, to) => *to = self::scalar(scalar, units),
    }
}

/// One value of a field, with its whole shape: the first bytes of `units`.
pub(crate) fn item<U: Byte>(kind: &Kind, shape: &[usize], mut units: &[U]) -> Value {
    list(shape, &mut || match kind {
        Kind::Scalar(scalar) => {
            let value = self::scalar(*scalar, units);
            units = units.get(scalar.size()..).unwrap_or_default();
            value
        }
        Kind::Record(layout) => {
            let value = decode(layout, units);
            units = units.get(layout.size()..).unwrap_or_default();
            value
        }
    })
}

/// The bytes from `at` on.
pub(crate) fn from<U: Byte>(units: &[U], at: usize) -> &[U] {
    units.get(at..).unwrap_or_default()
}

/// Nested lists of a shape, in C order.
fn list(shape: &[usize], next: &mut impl FnMut() -> Value) -> Value {
    match shape {
        [] => next(),
        [length, shape @ ..] => Value::List((0..*length).map(|_| list(shape, next)).collect()),
    }
}

/// One scalar.
fn scalar<U: Byte>(scalar: Scalar, units: &[U]) -> Value {
    let size = scalar.size();
    match scalar.kind() {
        ScalarKind::Int => Value::Int(signed(unsigned(units, size, scalar.order()), size)),
        ScalarKind::Uint => Value::Uint(unsigned(units, size, scalar.order())),
        ScalarKind::Pointer => Value::Pointer(unsigned(units, size, scalar.order())),
        ScalarKind::Bool => Value::Bool(units.first().is_some_and(|byte| byte.get() != 0)),
        ScalarKind::Char => Value::Char(units.first().map_or(0, Byte::get)),
        ScalarKind::Float => Value::Float(float(units, size, scalar.order())),
        ScalarKind::Complex => {
            let half = size / 2;
            let im = units.get(half..).unwrap_or_default();
            Value::Complex(float(units, half, scalar.order()), float(im, half, scalar.order()))
        }
        ScalarKind::Bytes => Value::Bytes(copy(units, size)),
        ScalarKind::Pascal => Value::Bytes(pascal_text(&copy(units, size)).to_vec()),
        ScalarKind::Ucs4 => {
            let text: String = characters(scalar, units).collect();
            Value::Text(text.trim_end_matches('\0').into())
        }
        // Also a kind that this crate does not know yet.
        _ => Value::Void(copy(units, size)),
    }
}

fn characters<U: Byte>(scalar: Scalar, units: &[U]) -> impl Iterator<Item = char> {
    let codes = units.chunks_exact(4).take(scalar.size() / 4).map(move |unit| unsigned(unit, 4, scalar.order()));
    codes.map(|code| u32::try_from(code).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// The first `size` bytes, at most 8, as a number.
fn unsigned<U: Byte>(units: &[U], size: usize, order: ByteOrder) -> u64 {
    let bytes = units.iter().take(size.min(8)).map(|byte| u64::from(byte.get()));
    match order {
        ByteOrder::Little => bytes.enumerate().fold(0, |number, (i, byte)| number | byte << (8 * i)),
        ByteOrder::Big => bytes.fold(0, |number, byte| number << 8 | byte),
    }
}

/// The number in two's complement of `size` bytes.
fn signed(number: u64, size: usize) -> i64 {
    let unused = 64 - 8 * size.clamp(1, 8) as u32;
    (number << unused) as i64 >> unused
}

fn float<U: Byte>(units: &[U], size: usize, order: ByteOrder) -> f64 {
    let bits = unsigned(units, size, order);
    match size {
        2 => half_to_f32(bits as u16).into(),
        4 => f32::from_bits(bits as u32).into(),
        _ => f64::from_bits(bits),
    }
}

fn copy<U: Byte>(units: &[U], size: usize) -> Vec<u8> {
    units.iter().take(size).map(Byte::get).collect()
}
