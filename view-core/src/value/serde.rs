//! Values to and from whatever serde writes and reads: with feature `serde`.

use alloc::{string::String, vec::Vec};
use core::fmt;

use ::serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use ::serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeTuple, Serializer};

use super::{Member, Value};

/// Numbers as numbers, strings of bytes as bytes, text as text; a complex number as its two parts; a list, and a record
/// whose fields have no names, as a sequence; a record with names as a map.
///
/// ```
/// use view_core::View;
///
/// let view = View::new(b"\x01\0\0\0\x80\x3f").cast("<H:id: f:price:")?;
/// assert_eq!(serde_json::to_string(&view.get([0])?)?, r#"{"id":1,"price":1.0}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Int(number) => to.serialize_i64(*number),
            Value::Uint(number) | Value::Pointer(number) => to.serialize_u64(*number),
            Value::Float(number) => to.serialize_f64(*number),
            Value::Complex(re, im) => {
                let mut parts = to.serialize_tuple(2)?;
                parts.serialize_element(re)?;
                parts.serialize_element(im)?;
                parts.end()
            }
            Value::Bool(truth) => to.serialize_bool(*truth),
            Value::Char(byte) => to.serialize_bytes(&[*byte]),
            Value::Bytes(bytes) | Value::Void(bytes) => to.serialize_bytes(bytes),
            Value::Text(text) => to.serialize_str(text),
            Value::List(values) => to.collect_seq(values),
            // Unnamed fields between named ones have no key; then the order is all there is.
            Value::Record(members) if members.is_empty() || members.iter().any(|member| member.name.is_none()) => {
                let mut fields = to.serialize_seq(Some(members.len()))?;
                members.iter().try_for_each(|member| fields.serialize_element(&member.value))?;
                fields.end()
            }
            Value::Record(members) => {
                let mut fields = to.serialize_map(Some(members.len()))?;
                for member in members {
                    fields.serialize_entry(member.name.as_deref().unwrap_or_default(), &member.value)?;
                }
                fields.end()
            }
        }
    }
}

/// What [`Serialize`] writes: numbers, truth values, strings, bytes, sequences as lists, and maps as records with names.
/// A format decides by its own rules then what it takes: a list of numbers packs as a field with a shape, and also as a
/// record.
///
/// ```
/// use view_core::{Struct, Value};
///
/// let value: Value = serde_json::from_str(r#"{"id": 1, "price": 0.5}"#)?;
/// assert_eq!(value.field("price"), Some(&Value::from(0.5)));
/// assert_eq!(Struct::new("<Hf")?.pack(value)?, b"\x01\0\0\0\0\x3f");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What no format has, such as `null`, is an error.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Value, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a truth value, a string, bytes, a sequence or a map with text for keys")
    }
    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Uint(number))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Float(number))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }
    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }
    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Value, E> {
        Ok(Value::Bytes(bytes.into()))
    }
    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Value, E> {
        Ok(Value::Bytes(bytes))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        // Not as many as the hint says: it is the sender's word.
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        while let Some((name, value)) = entries.next_entry::<String, Value>()? {
            members.push(Member { name: Some(name), value });
        }
        Ok(Value::Record(members))
    }
}
