//! Reading the answers that stand in this directory, whose README says how values are written down; `VIEW_VECTORS` names
//! another directory of the same schema.

use std::path::PathBuf;

use serde_json::Value as Json;
use view_core::Value;

pub(crate) fn lines(file: &str) -> Vec<Json> {
    let directory = std::env::var_os("VIEW_VECTORS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors"), PathBuf::from);
    let path = directory.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub(crate) fn bytes(hex: &Json) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// `3ff0000000000000`, or `nan` for any NaN.
fn float(bits: &Json) -> f64 {
    match bits.as_str().unwrap() {
        "nan" => f64::NAN,
        bits => f64::from_bits(u64::from_str_radix(bits, 16).unwrap()),
    }
}

/// A value as it was given to `pack`.
pub(crate) fn value(of: &Json) -> Value {
    let (kind, of) = of.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "i" => {
            let number: i128 = of.as_str().unwrap().parse().unwrap();
            i64::try_from(number).map_or_else(|_| Value::Uint(number.try_into().unwrap()), Value::Int)
        }
        "f" => Value::Float(float(of)),
        "c" => Value::Complex(float(&of[0]), float(&of[1])),
        "b" => Value::Bytes(bytes(of)),
        "?" => Value::Bool(of.as_bool().unwrap()),
        other => panic!("{other:?} is not packed"),
    }
}

/// Bits and all, but for NaNs: of those neither payload nor sign counts.
fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Whether a value of ours is the one that `unpack` gave, and of the same type.
pub(crate) fn agrees(expected: &Json, got: &Value) -> bool {
    match (got, value(expected)) {
        (Value::Float(a), Value::Float(b)) => same(*a, b),
        (Value::Complex(a, b), Value::Complex(c, d)) => same(*a, c) && same(*b, d),
        (Value::Bool(a), Value::Bool(b)) => *a == b,
        (Value::Int(_) | Value::Uint(_) | Value::Pointer(_), expected @ (Value::Int(_) | Value::Uint(_))) => {
            *got == expected
        }
        (Value::Char(_) | Value::Bytes(_), expected @ Value::Bytes(_)) => *got == expected,
        _ => false,
    }
}
