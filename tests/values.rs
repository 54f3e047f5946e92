//! Answers written by CPython, held against ours: the bytes that values are packed to, and the values that bytes are
//! unpacked to.
//!
//! The answers stand in `vectors/`, whose README says how values are written down; `VIEW_VECTORS` names another directory
//! of the same schema.

use std::path::PathBuf;

use serde_json::Value as Json;
use view_core::{Layout, Target, Value, View};
use view_format::Dialect;

fn lines(file: &str) -> Vec<Json> {
    let directory = std::env::var_os("VIEW_VECTORS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors"), PathBuf::from);
    let path = directory.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn bytes(hex: &Json) -> Vec<u8> {
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
fn value(of: &Json) -> Value {
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
fn agrees(expected: &Json, got: &Value) -> bool {
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

/// What `unpack` gives: one value for each field.
fn unpacked(layout: &Layout, text: &str, data: &[u8]) -> Vec<Value> {
    let view = View::from_layout(data, text, layout.clone(), &[]).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    match view.get([]).unwrap() {
        Value::Record(members) => members.into_iter().map(|member| member.value).collect(),
        value => vec![value],
    }
}

fn packed(layout: &Layout, text: &str, values: Vec<Value>) -> Vec<u8> {
    let mut data = vec![0; layout.size()];
    let mut view = View::from_layout(&mut data, text, layout.clone(), &[]).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    let value = match <[Value; 1]>::try_from(values) {
        Ok([value]) => value,
        Err(values) => Value::tuple(values),
    };
    view.set([], value).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    data
}

#[track_caller]
fn check_unpacked(id: &Json, text: &str, layout: &Layout, data: &Json, expected: &Json) {
    let got = unpacked(layout, text, &bytes(data));
    let expected = expected.as_array().unwrap();
    let all = got.len() == expected.len() && expected.iter().zip(&got).all(|(expected, got)| agrees(expected, got));
    assert!(all, "line {id}: {text:?} unpacks {data} to {got:?}, not {expected:?}");
}

#[track_caller]
fn check(file: &str, target: &Target) {
    let lines = lines(file);
    assert!(lines.len() >= 100, "{file} holds {} lines", lines.len());
    for line in lines {
        let (id, text) = (&line["id"], line["fmt"].as_str().unwrap());
        let layout = Layout::parse_as(text, Dialect::Struct, target).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        let values = line["values"].as_array().unwrap();
        let got = packed(&layout, text, values.iter().map(value).collect());
        assert_eq!(got, bytes(&line["packed"]), "line {id}: {text:?} of {values:?}");
        check_unpacked(id, text, &layout, &line["packed"], &line["unpacked"]);
        if line["raw"].is_string() {
            check_unpacked(id, text, &layout, &line["raw"], &line["raw_unpacked"]);
        }
    }
}

#[test]
fn values_pack_and_unpack_as_in_cpython() {
    check("struct_valid.jsonl", &Target::LP64);
}

#[test]
fn values_pack_and_unpack_as_in_cpython_on_wasm32() {
    check("wasm32-struct_valid.jsonl", &Target::ILP32);
}
