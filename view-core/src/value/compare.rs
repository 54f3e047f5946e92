//! Equality by value, as in Python: numbers of all types compare as numbers, strings of bytes as bytes, records by
//! their values whatever the names.

use super::{Member, Value};

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        use Value::*;
        if let (Some(a), Some(b)) = (self.as_integer(), other.as_integer()) {
            return a == b;
        }
        match (self, other) {
            (Complex(a, b), Complex(c, d)) => a == c && b == d,
            (&Complex(re, im), real) | (real, &Complex(re, im)) => im == 0.0 && *real == Float(re),
            (Float(a), Float(b)) => a == b,
            (&Float(float), integer) | (integer, &Float(float)) => {
                integer.as_integer().is_some_and(|integer| is_equal(integer, float))
            }
            (Text(a), Text(b)) => a == b,
            (List(a), List(b)) => a == b,
            (Record(a), Record(b)) => a == b,
            _ => match (self.as_bytes(), other.as_bytes()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }
}

impl PartialEq for Member {
    fn eq(&self, other: &Member) -> bool {
        self.value == other.value
    }
}

impl Value {
    pub(crate) fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Value::Char(byte) => Some(core::slice::from_ref(byte)),
            Value::Bytes(bytes) | Value::Void(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// Exactly: an integer that `f64` would round is equal to no float.
fn is_equal(integer: i128, float: f64) -> bool {
    // The cast back is exact, since no float of this size has a fraction that the first cast could have dropped.
    float == integer as f64 && float as i128 == integer
}
