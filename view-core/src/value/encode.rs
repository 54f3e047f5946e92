//! From values to bytes, by layout. What is accepted are the rules of Python's `struct`, [`Accepts`].

use view_format::rule::{Accepts, Refusal};
use view_format::{ByteOrder, Field, Kind, Layout, Scalar};

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
    let rule = scalar.accepts();
    let refused = |refusal| ValueError::new(scalar, refusal, value);
    rule.check(value.given()).map_err(refused)?;
    let wrong = || refused(Refusal::Type { needed: rule.needed() });
    match rule {
        Accepts::Integer { .. } | Accepts::Address { .. } => {
            // The lowest bytes of two's complement, so that a negative address wraps.
            put(value.as_integer().ok_or_else(wrong)? as u64, to, order);
        }
        // Python takes the truth of any object; here only numbers have one, since a string is more likely a mistake.
        Accepts::Truth => to.fill(real(value).ok_or_else(wrong)?.ne(&0.0).into()),
        Accepts::Float(_) => float(real(value).ok_or_else(wrong)?, to, order),
        Accepts::Complex(_) => {
            let (re, im) = match *value {
                Value::Complex(re, im) => (re, im),
                ref other => (real(other).ok_or_else(wrong)?, 0.0),
            };
            let (first, second) = to.split_at_mut(scalar.size() / 2);
            float(re, first, order);
            float(im, second, order);
        }
        Accepts::OneByte | Accepts::Bytes { .. } | Accepts::Exactly { .. } => {
            let bytes = value.as_bytes().ok_or_else(wrong)?;
            let kept = bytes.len().min(to.len());
            to.fill(0);
            to[..kept].copy_from_slice(&bytes[..kept]);
        }
        Accepts::Pascal { .. } => write_pascal(value.as_bytes().ok_or_else(wrong)?, to),
        Accepts::Characters { .. } => {
            let Value::Text(text) = value else { return Err(wrong()) };
            to.fill(0);
            for (character, unit) in text.chars().zip(to.chunks_exact_mut(4)) {
                put(u32::from(character).into(), unit, order);
            }
        }
        // A rule that this crate does not know yet.
        _ => return Err(wrong()),
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
fn float(number: f64, to: &mut [u8], order: ByteOrder) {
    let bits = match to.len() {
        2 => f64_to_half(number).into(),
        4 => (number as f32).to_bits().into(),
        _ => number.to_bits(),
    };
    put(bits, to, order);
}

/// The lowest bytes of a number, as many as there is room for.
fn put(number: u64, to: &mut [u8], order: ByteOrder) {
    let bytes = number.to_le_bytes();
    match order {
        ByteOrder::Little => to.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte),
        ByteOrder::Big => to.iter_mut().rev().zip(bytes).for_each(|(to, byte)| *to = byte),
    }
}
