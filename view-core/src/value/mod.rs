//! Values: one element read without knowing its type at build time.

pub(crate) mod brief;
mod compare;
pub(crate) mod decode;
mod display;
pub(crate) mod encode;
mod error;
#[cfg(feature = "serde")]
mod serde;

pub use error::ValueError;

use alloc::{string::String, vec::Vec};

use view_format::rule::Given;

use crate::element::Complex;

/// What one element of a [`View`](crate::View) holds, as Python would show it.
///
/// ```
/// use view_core::{Value, View};
///
/// let view = View::new(b"\x02\0ab\x01").cast("<h2s?")?;
/// let value = view.get([0])?;
/// assert_eq!(value.to_string(), "(2, b'ab', True)");
/// assert_eq!(value, Value::tuple([2.into(), b"ab".into(), true.into()]));
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// Values compare as Python's do: by what they mean, so that `1`, `1.0` and `True` are equal.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Value {
    /// A signed integer (`b h i l q n`).
    Int(i64),
    /// An unsigned integer (`B H I L Q N`).
    Uint(u64),
    /// A number (`e f d`). Narrower ones are widened.
    Float(f64),
    /// Real and imaginary part (`F D Zf Zd`).
    Complex(f64, f64),
    /// True if the byte is not zero (`?`).
    Bool(bool),
    /// One byte as a string of length 1 (`c`).
    Char(u8),
    /// A string of bytes (`s`, `p`).
    Bytes(Vec<u8>),
    /// An address (`P`).
    Pointer(u64),
    /// A string of characters (`w`), without the zeros at its end. What is no character reads as U+FFFD.
    Text(String),
    /// Bytes without a meaning (`4x:reserved:`), and numbers that Rust has no type for (`g`).
    Void(Vec<u8>),
    /// The fields of a record, in order.
    Record(Vec<Member>),
    /// The items of a field with a shape, or of a whole view; nested, where there are several dimensions.
    List(Vec<Value>),
}

/// One value of a record, with the name of its field if it has one.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name.
    pub name: Option<String>,
    /// The value.
    pub value: Value,
}

impl Value {
    /// A record without names.
    pub fn tuple(values: impl IntoIterator<Item = Value>) -> Value {
        Value::Record(values.into_iter().map(|value| Member { name: None, value }).collect())
    }

    /// A list.
    pub fn list<T: Into<Value>>(values: impl IntoIterator<Item = T>) -> Value {
        Value::List(values.into_iter().map(Into::into).collect())
    }

    /// The value of the field called `name`, of a record.
    pub fn field(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Record(members) => {
                members.iter().find(|member| member.name.as_deref() == Some(name)).map(|member| &member.value)
            }
            _ => None,
        }
    }

    /// The integer that it is, if it is one: also of `true`, as in Python.
    pub(crate) fn as_integer(&self) -> Option<i128> {
        match *self {
            Value::Int(value) => Some(value.into()),
            Value::Uint(value) | Value::Pointer(value) => Some(value.into()),
            Value::Bool(value) => Some(value.into()),
            _ => None,
        }
    }

    /// The integer that it is, if it is one that an `i64` holds: also of `true`, as in Python.
    ///
    /// ```
    /// use view_core::Value;
    ///
    /// assert_eq!(Value::from(7u8).as_i64(), Some(7));
    /// assert_eq!((Value::from(u64::MAX).as_i64(), Value::from(0.5).as_i64()), (None, None));
    /// ```
    pub fn as_i64(&self) -> Option<i64> {
        self.as_integer().and_then(|value| value.try_into().ok())
    }

    /// The number that it is, if it is one that is not complex; integers of more than 53 bits are rounded.
    ///
    /// ```
    /// use view_core::Value;
    ///
    /// assert_eq!(Value::from(0.5).as_f64(), Some(0.5));
    /// assert_eq!((Value::from(7).as_f64(), Value::from("7").as_f64()), (Some(7.0), None));
    /// ```
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Value::Float(value) => Some(value),
            _ => self.as_integer().map(|value| value as f64),
        }
    }

    /// As the rules of packing see it.
    pub(crate) fn given(&self) -> Given {
        match self {
            Value::Int(value) => Given::Integer((*value).into()),
            Value::Uint(value) | Value::Pointer(value) => Given::Integer((*value).into()),
            Value::Float(value) => Given::Float(*value),
            Value::Complex(re, im) => Given::Complex(*re, *im),
            Value::Bool(value) => Given::Bool(*value),
            Value::Char(_) => Given::Bytes(1),
            Value::Bytes(value) | Value::Void(value) => Given::Bytes(value.len()),
            Value::Text(value) => Given::Characters(value.chars().count()),
            Value::Record(_) | Value::List(_) => Given::Other,
        }
    }

    /// What Python calls it.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Value::Int(_) | Value::Uint(_) | Value::Pointer(_) => "an integer",
            Value::Float(_) => "a float",
            Value::Complex(..) => "a complex number",
            Value::Bool(_) => "a bool",
            Value::Char(_) | Value::Bytes(_) | Value::Void(_) => "bytes",
            Value::Text(_) => "a string",
            Value::Record(_) => "a record",
            Value::List(_) => "a list",
        }
    }
}

macro_rules! from {
    ($($variant:ident: $($t:ty)+;)*) => { $($(
        impl From<$t> for Value {
            fn from(value: $t) -> Value {
                Value::$variant(value.into())
            }
        }
    )+)* };
}
from! {
    Int: i8 i16 i32 i64;
    Uint: u8 u16 u32 u64;
    Float: f32 f64;
    Bool: bool;
    Bytes: &[u8] Vec<u8>;
    Text: &str String;
}

#[cfg(feature = "half")]
impl From<half::f16> for Value {
    fn from(value: half::f16) -> Value {
        Value::Float(value.to_f64())
    }
}

impl<T: Into<f64>> From<Complex<T>> for Value {
    fn from(value: Complex<T>) -> Value {
        Value::Complex(value.re.into(), value.im.into())
    }
}

#[cfg(feature = "num-complex")]
impl<T: Into<f64>> From<num_complex::Complex<T>> for Value {
    fn from(value: num_complex::Complex<T>) -> Value {
        Value::Complex(value.re.into(), value.im.into())
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Uint(value as u64)
    }
}

impl From<isize> for Value {
    fn from(value: isize) -> Value {
        Value::Int(value as i64)
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Value {
        Value::Bytes(value.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Value {
        Value::Bytes(value.to_vec())
    }
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Value {
        value.clone()
    }
}

#[cfg(test)]
mod tests;
