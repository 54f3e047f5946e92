//! From values to bytes, by layout. What is accepted are the rules of Python's `struct`, [`Accepts`].

use view_format::rule::{Accepts, Given, Refusal};
use view_format::{ByteOrder, Kind, Layout, Scalar};

use super::{Value, ValueError};
use crate::element::{f64_to_half, write_pascal};

/// Writes `value` over the bytes of one element. Padding stays as it is. After an error some of `to` may be written: it
/// is a copy, which the caller then drops.
pub(crate) fn encode(layout: &Layout, value: &Value, to: &mut [u8]) -> Result<(), ValueError> {
    if let [field] = layout.fields()
        && field.name().is_none()
        && field.repeat() == 1
    {
        return item(field.kind(), field.shape(), value, part(to, field.offset(), field.item_size()));
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
        for i in 0..field.repeat() {
            if let Some(value) = values.next() {
                item(
                    field.kind(),
                    field.shape(),
                    value,
                    part(to, field.offset() + i * field.item_size(), field.item_size()),
                )?;
            }
        }
    }
    Ok(())
}

/// `size` bytes from `at` on. Where they are missing, none: the caller has made room for a whole element.
pub(crate) fn part(of: &mut [u8], at: usize, size: usize) -> &mut [u8] {
    of.get_mut(at..).and_then(|rest| rest.get_mut(..size)).unwrap_or_default()
}

/// One value of a field, with its whole shape, over all bytes of `to`.
pub(crate) fn item(kind: &Kind, shape: &[usize], value: &Value, to: &mut [u8]) -> Result<(), ValueError> {
    let [length, shape @ ..] = shape else {
        return match kind {
            Kind::Scalar(scalar) => self::scalar(*scalar, value, to),
            Kind::Record(layout) => encode(layout, value, to),
        };
    };
    let Value::List(values) = value else {
        return Err(ValueError::Type { code: "", needed: "a list", got: value.noun() });
    };
    let mut parts = Parts::new(*length, values.len(), to)?;
    values.iter().try_for_each(|value| item(kind, shape, value, parts.next()))
}

/// The bytes of the items of a field with a shape, along its first dimension.
pub(crate) struct Parts<'t> {
    rest: &'t mut [u8],
    size: usize,
}

impl<'t> Parts<'t> {
    /// `needed` parts of `to`, one for each of the values that were given.
    pub(crate) fn new(needed: usize, got: usize, to: &'t mut [u8]) -> Result<Parts<'t>, ValueError> {
        let size = to.len().checked_div(needed).unwrap_or(0);
        if needed == got { Ok(Parts { rest: to, size }) } else { Err(ValueError::Count { needed, got }) }
    }

    /// The next part.
    pub(crate) fn next(&mut self) -> &'t mut [u8] {
        let (now, later) = core::mem::take(&mut self.rest).split_at_mut_checked(self.size).unwrap_or_default();
        self.rest = later;
        now
    }
}

/// One scalar, over all bytes of `to`.
pub(crate) fn scalar(scalar: Scalar, value: &Value, to: &mut [u8]) -> Result<(), ValueError> {
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
        Accepts::OneByte | Accepts::Bytes { .. } | Accepts::Exactly { .. } | Accepts::Pascal { .. } => {
            string(rule, value.as_bytes().ok_or_else(wrong)?, to);
        }
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

/// One string of bytes, over all bytes of `to`: what [`scalar`] does with `Value::Bytes`, without a copy of them.
pub(crate) fn bytes(scalar: Scalar, given: &[u8], to: &mut [u8]) -> Result<(), ValueError> {
    let rule = scalar.accepts();
    let refused = |refusal| ValueError::new(scalar, refusal, &given.into());
    rule.check(Given::Bytes(given.len())).map_err(refused)?;
    match rule {
        Accepts::OneByte | Accepts::Bytes { .. } | Accepts::Exactly { .. } | Accepts::Pascal { .. } => {
            string(rule, given, to);
            Ok(())
        }
        _ => Err(refused(Refusal::Type { needed: rule.needed() })),
    }
}

/// Bytes that the rule takes, cut to the field or filled up with zeros.
fn string(rule: Accepts, given: &[u8], to: &mut [u8]) {
    if let Accepts::Pascal { .. } = rule {
        return write_pascal(given, to);
    }
    let kept = given.len().min(to.len());
    to.fill(0);
    to[..kept].copy_from_slice(&given[..kept]);
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
