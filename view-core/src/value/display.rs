//! Values in Python's notation.

use alloc::string::String;
use core::fmt::{Display, Formatter, Result, Write};

use super::{Member, Value};

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Value::Int(value) => value.fmt(f),
            Value::Uint(value) => value.fmt(f),
            Value::Pointer(value) => write!(f, "{value:#x}"),
            Value::Float(value) => float(f, *value),
            Value::Complex(re, im) => {
                f.write_str("(")?;
                part(f, *re)?;
                if !im.is_sign_negative() || im.is_nan() {
                    f.write_str("+")?;
                }
                part(f, *im)?;
                f.write_str("j)")
            }
            Value::Bool(value) => f.write_str(if *value { "True" } else { "False" }),
            Value::Char(byte) => bytes(f, &[*byte]),
            Value::Bytes(value) | Value::Void(value) => bytes(f, value),
            Value::Text(value) => text(f, value),
            Value::Record(members) => record(f, members),
            Value::List(values) => {
                f.write_str("[")?;
                for (i, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if i == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
        }
    }
}

/// A tuple, as a named one where there are names.
fn record(f: &mut Formatter<'_>, members: &[Member]) -> Result {
    f.write_str("(")?;
    for (i, Member { name, value }) in members.iter().enumerate() {
        f.write_str(if i == 0 { "" } else { ", " })?;
        match name {
            Some(name) => write!(f, "{name}={value}")?,
            None => value.fmt(f)?,
        }
    }
    let is_lone = matches!(members, [Member { name: None, .. }]);
    f.write_str(if is_lone { ",)" } else { ")" })
}

/// The shortest digits that read back, as Python's `repr` writes them: of 1e16 on, and below 1e-4, with an exponent.
fn float(f: &mut Formatter<'_>, value: f64) -> Result {
    let magnitude = value.abs();
    if value.is_nan() {
        return f.write_str("nan");
    }
    if magnitude.is_finite() && magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        let text = nearest(value, alloc::format!("{value:e}"), |places| alloc::format!("{value:.places$e}"));
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
        return write!(f, "{digits}e{sign}{exponent:0>2}");
    }
    f.write_str(&nearest(value, alloc::format!("{value:?}"), |places| alloc::format!("{value:.places$}")))
}

/// Of several shortest texts that read back the one that is nearest to the number, and of two that are equally near the even one.
/// Rust takes the upper one then; there can be two from 16 digits on.
fn nearest(value: f64, shortest: String, rounded: impl Fn(usize) -> String) -> String {
    let digits = shortest.split('e').next().unwrap_or_default();
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    if digits.len() < 17 {
        return shortest;
    }
    let rounded = rounded(places);
    if rounded.parse() == Ok(value) { rounded } else { shortest }
}

/// A part of a complex number: as a float, without `.0`.
fn part(f: &mut Formatter<'_>, value: f64) -> Result {
    if value.abs() < 1e16 && value as i64 as f64 == value { write!(f, "{value}") } else { float(f, value) }
}

fn bytes(f: &mut Formatter<'_>, value: &[u8]) -> Result {
    let quote = quote(value);
    write!(f, "b{quote}")?;
    for &byte in value {
        match byte {
            b' '..=b'~' | b'\n' | b'\r' | b'\t' => character(f, byte.into(), quote)?,
            _ => write!(f, "\\x{byte:02x}")?,
        }
    }
    f.write_char(quote)
}

fn text(f: &mut Formatter<'_>, value: &str) -> Result {
    let quote = quote(value.as_bytes());
    f.write_char(quote)?;
    for c in value.chars() {
        character(f, c, quote)?;
    }
    f.write_char(quote)
}

/// Single quotes, unless there are such in the text and no double ones.
fn quote(text: &[u8]) -> char {
    if text.contains(&b'\'') && !text.contains(&b'"') { '"' } else { '\'' }
}

fn character(f: &mut Formatter<'_>, c: char, quote: char) -> Result {
    match c {
        '\n' => f.write_str("\\n"),
        '\r' => f.write_str("\\r"),
        '\t' => f.write_str("\\t"),
        '\\' => f.write_str("\\\\"),
        _ if c == quote => write!(f, "\\{c}"),
        _ if is_printable(c) => f.write_char(c),
        _ => match u32::from(c) {
            code @ ..=0xff => write!(f, "\\x{code:02x}"),
            code @ ..=0xffff => write!(f, "\\u{code:04x}"),
            code => write!(f, "\\U{code:08x}"),
        },
    }
}

/// What `str.isprintable` says, as far as both know the same version of Unicode: letters, marks, numbers, punctuation, symbols and
/// the space of ASCII; no other spaces, nothing for control, format or private use, and nothing that is not assigned.
fn is_printable(c: char) -> bool {
    // The standard library knows, and tells by what it escapes; of marks, only those that a text starts with.
    let mut text = [b'a'; 5];
    let length = c.encode_utf8(&mut text[1..]).len();
    let is_kept = || core::str::from_utf8(&text[..=length]).is_ok_and(|text| text.escape_debug().nth(1) == Some(c));
    matches!(c, ' '..='~') || !c.is_ascii() && is_kept()
}
