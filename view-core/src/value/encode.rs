//! From values to bytes, by layout, with the ranges of Python's `struct`.

use view_format::{ByteOrder, Code, Field, Kind, Layout, Scalar, ScalarKind};

use super::{Value, ValueError};
use crate::element::{f64_to_half, write_pascal};

/// Writes `value` over the bytes of one element. Padding stays as it is. After an error some of `to` may be written: it
/// is a copy, which the caller then drops.
pub(crate) fn encode(layout: &Layout, value: &Value, to: &mut [u8]) -> Result<(), ValueError> {
    if let [field] = layout.fields()
        && field.name().is_none()
        && field.repeat() == 1
    {
        return item(field, value, to, &mut field.offset());
    }
    let needed = layout.values();
    let values: &mut dyn ExactSizeIterator<Item = &Value> = match value {
        Value::Record(members) => &mut members.iter().map(|member| &member.value),
        Value::List(values) => &mut values.iter(),
        // A record of a single field can be given as the value of that.
        other if needed == 1 => &mut core::iter::once(other),
        other => return Err(ValueError::Type { code: "", needed: "a record", got: other.noun() }),
    };
    if values.len() != needed {
        return Err(ValueError::Count { needed, got: values.len() });
    }
    for field in layout.fields() {
        let mut at = field.offset();
        for _ in 0..field.repeat() {
            if let Some(value) = values.next() {
                item(field, value, to, &mut at)?;
            }
        }
    }
    Ok(())
}

/// One value of a field, with its whole shape. `at` moves past it.
fn item(field: &Field, value: &Value, to: &mut [u8], at: &mut usize) -> Result<(), ValueError> {
    nested(field.shape(), value, &mut |value| {
        let size = field.scalar_size();
        let to = to.get_mut(*at..).and_then(|rest| rest.get_mut(..size)).unwrap_or_default();
        *at += size;
        match field.kind() {
            Kind::Scalar(scalar) => self::scalar(*scalar, value, to),
            Kind::Record(layout) => encode(layout, value, to),
        }
    })
}

/// The items of nested lists of a shape, in C order.
fn nested(
    shape: &[usize],
    value: &Value,
    each: &mut impl FnMut(&Value) -> Result<(), ValueError>,
) -> Result<(), ValueError> {
    let [length, shape @ ..] = shape else { return each(value) };
    match value {
        Value::List(values) if values.len() == *length => {
            values.iter().try_for_each(|value| nested(shape, value, each))
        }
        Value::List(values) => Err(ValueError::Count { needed: *length, got: values.len() }),
        other => Err(ValueError::Type { code: "", needed: "a list", got: other.noun() }),
    }
}

/// One scalar, over all bytes of `to`.
fn scalar(scalar: Scalar, value: &Value, to: &mut [u8]) -> Result<(), ValueError> {
    let order = scalar.order();
    let wrong = |needed| ValueError::Type { code: code(scalar), needed, got: value.noun() };
    match scalar.kind() {
        ScalarKind::Int | ScalarKind::Uint | ScalarKind::Pointer => {
            let number = value.as_integer().ok_or_else(|| wrong("an integer"))?;
            let bits = 8 * scalar.size().clamp(1, 8) as u32;
            let (low, high) = match scalar.kind() {
                ScalarKind::Int => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
                _ => (0, (1 << bits) - 1),
            };
            if !(low..=high).contains(&number) {
                return Err(ValueError::Range { code: code(scalar), low, high, number });
            }
            put(number as u64, to, order);
        }
        ScalarKind::Bool => {
            let truth = match value {
                Value::Float(number) => *number != 0.0,
                other => other.as_integer().ok_or_else(|| wrong("a bool or a number"))? != 0,
            };
            to.fill(truth.into());
        }
        ScalarKind::Float => float(scalar, real(value).ok_or_else(|| wrong("a number"))?, to)?,
        ScalarKind::Complex => {
            let (re, im) = match *value {
                Value::Complex(re, im) => (re, im),
                ref other => (real(other).ok_or_else(|| wrong("a number"))?, 0.0),
            };
            let (first, second) = to.split_at_mut(scalar.size() / 2);
            float(scalar, re, first)?;
            float(scalar, im, second)?;
        }
        ScalarKind::Char => match value.as_bytes().ok_or_else(|| wrong("a string of 1 byte"))? {
            [byte] => to.fill(*byte),
            other => return Err(ValueError::Length { code: code(scalar), needed: 1, got: other.len() }),
        },
        ScalarKind::Bytes => {
            let bytes = value.as_bytes().ok_or_else(|| wrong("bytes"))?;
            let kept = bytes.len().min(to.len());
            to.fill(0);
            to[..kept].copy_from_slice(&bytes[..kept]);
        }
        ScalarKind::Pascal => write_pascal(value.as_bytes().ok_or_else(|| wrong("bytes"))?, to),
        ScalarKind::Ucs4 => {
            let Value::Text(text) = value else { return Err(wrong("a string")) };
            let (needed, got) = (scalar.size() / 4, text.chars().count());
            if got > needed {
                return Err(ValueError::Length { code: code(scalar), needed, got });
            }
            to.fill(0);
            for (character, unit) in text.chars().zip(to.chunks_exact_mut(4)) {
                put(u32::from(character).into(), unit, order);
            }
        }
        _ => match value.as_bytes().ok_or_else(|| wrong("bytes"))? {
            bytes if bytes.len() == to.len() => to.copy_from_slice(bytes),
            bytes => return Err(ValueError::Length { code: code(scalar), needed: to.len(), got: bytes.len() }),
        },
    }
    Ok(())
}

/// The float nearest to a number.
fn real(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number) => Some(*number),
        other => other.as_integer().map(|number| number as f64),
    }
}

/// One float over all bytes of `to`, which for a complex number are half of the scalar's.
fn float(scalar: Scalar, number: f64, to: &mut [u8]) -> Result<(), ValueError> {
    let (bits, fits) = match to.len() {
        2 => (f64_to_half(number).into(), f64_to_half(number) & 0x7fff != 0x7c00),
        4 => ((number as f32).to_bits().into(), (number as f32).is_finite()),
        _ => (number.to_bits(), true),
    };
    if number.is_finite() && !fits {
        return Err(ValueError::TooLarge { code: code(scalar), number });
    }
    put(bits, to, scalar.order());
    Ok(())
}

/// The lowest bytes of a number, as many as there is room for.
fn put(number: u64, to: &mut [u8], order: ByteOrder) {
    let bytes = number.to_le_bytes();
    match order {
        ByteOrder::Little => to.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte),
        ByteOrder::Big => to.iter_mut().rev().zip(bytes).for_each(|(to, byte)| *to = byte),
    }
}

/// The code, among those of standard sizes, that reads such a scalar. It is looked up for errors only.
fn code(scalar: Scalar) -> &'static str {
    let rows = || Code::all().iter().filter(|row| row.kind == Some(scalar.kind()));
    let sized = rows().find(|row| row.standard_size.map(usize::from) == Some(scalar.size()));
    sized.or_else(|| rows().next()).map_or("", |row| row.text)
}
