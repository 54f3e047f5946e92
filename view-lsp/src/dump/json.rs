//! A line of JSON for each element: an object where fields have names, else a list, of a lone value the value.

use std::io::{Read, Write};

use view_core::{Value, View};
use view_format::{Field, Kind, Layout};

use super::{DumpError, Elements, Plan};

pub(super) fn write<R: Read>(elements: &mut Elements<R>, plan: &Plan, out: &mut dyn Write) -> Result<(), DumpError> {
    let itemsize = plan.itemsize();
    let mut line = Vec::new();
    while let Some(element) = elements.next()? {
        line.clear();
        if element.bytes.len() < itemsize {
            let (index, offset, size) = (element.index, element.offset, element.bytes.len());
            write!(
                line,
                r#"{{"$partial":{{"index":{index},"offset":{offset},"size":{size},"itemsize":{itemsize},"bytes":""#
            )?;
            element.bytes.iter().try_for_each(|byte| write!(line, "{byte:02x}"))?;
            line.extend_from_slice(b"\"}}");
        } else if let Some(scalar) = plan.layout.as_scalar() {
            self::scalar(&Layout::scalar(scalar), element.bytes, &mut line)?;
        } else {
            record(&plan.layout, element.bytes, &mut line)?;
        }
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

/// The values of a struct whose bytes are the first of `bytes`.
fn record(layout: &Layout, bytes: &[u8], line: &mut Vec<u8>) -> Result<(), DumpError> {
    let has_names = layout.fields().iter().any(|field| field.name().is_some());
    line.push(if has_names { b'{' } else { b'[' });
    let mut index = 0_usize;
    for field in layout.fields() {
        let (one, inner) = (field.item_size(), Inner::of(field));
        for i in 0..field.repeat() {
            if index > 0 {
                line.push(b',');
            }
            match field.name() {
                Some(name) => string(name, line),
                None if has_names => write!(line, "\"{index}\"")?,
                None => {}
            }
            if has_names {
                line.push(b':');
            }
            let bytes = bytes.get(field.offset() + i * one..).unwrap_or_default();
            inner.list(field.shape(), &mut { bytes }, line)?;
            index += 1;
        }
    }
    line.push(if has_names { b'}' } else { b']' });
    Ok(())
}

/// What one item of a field is.
enum Inner<'l> {
    Scalar(Layout),
    Record(&'l Layout),
}

impl<'l> Inner<'l> {
    fn of(field: &'l Field) -> Inner<'l> {
        match field.kind() {
            Kind::Scalar(scalar) => Inner::Scalar(Layout::scalar(*scalar)),
            Kind::Record(layout) => Inner::Record(layout),
        }
    }

    /// Nested lists of a shape in C order; `bytes` moves on.
    fn list(&self, shape: &[usize], bytes: &mut &[u8], line: &mut Vec<u8>) -> Result<(), DumpError> {
        let Some((length, shape)) = shape.split_first() else {
            let size = match self {
                Inner::Scalar(layout) => {
                    scalar(layout, bytes, line)?;
                    layout.size()
                }
                Inner::Record(layout) => {
                    record(layout, bytes, line)?;
                    layout.size()
                }
            };
            *bytes = bytes.get(size..).unwrap_or_default();
            return Ok(());
        };
        line.push(b'[');
        for i in 0..*length {
            if i > 0 {
                line.push(b',');
            }
            self.list(shape, bytes, line)?;
        }
        line.push(b']');
        Ok(())
    }
}

fn scalar(layout: &Layout, bytes: &[u8], line: &mut Vec<u8>) -> Result<(), DumpError> {
    let bytes = bytes.get(..layout.size()).unwrap_or_default();
    if bytes.is_empty() {
        line.extend_from_slice(b"\"\"");
        return Ok(());
    }
    let value = View::from_layout(bytes, "", layout.clone(), &[]).map(|view| view.to_list());
    match value {
        Ok(Value::Int(value)) => write!(line, "{value}")?,
        Ok(Value::Uint(value) | Value::Pointer(value)) => write!(line, "{value}")?,
        Ok(Value::Bool(value)) => write!(line, "{value}")?,
        Ok(Value::Float(value)) => float(value, line)?,
        Ok(Value::Complex(re, im)) => {
            line.push(b'[');
            float(re, line)?;
            line.push(b',');
            float(im, line)?;
            line.push(b']');
        }
        Ok(Value::Text(text)) => string(&text, line),
        Ok(Value::Char(byte)) => latin1(&[byte], line),
        Ok(Value::Bytes(bytes) | Value::Void(bytes)) => latin1(&bytes, line),
        // A scalar is nothing else, and its bytes are there.
        _ => line.extend_from_slice(b"null"),
    }
    Ok(())
}

/// JSON has no infinities and no NaN: they are strings, as in JavaScript and in protobuf's JSON.
fn float(value: f64, line: &mut Vec<u8>) -> Result<(), DumpError> {
    match serde_json::Number::from_f64(value) {
        Some(number) => write!(line, "{number}")?,
        None if value.is_nan() => line.extend_from_slice(b"\"NaN\""),
        None if value > 0.0 => line.extend_from_slice(b"\"Infinity\""),
        None => line.extend_from_slice(b"\"-Infinity\""),
    }
    Ok(())
}

/// Bytes as a string of the characters up to U+00FF: nothing is lost, and ASCII can be read.
fn latin1(bytes: &[u8], line: &mut Vec<u8>) {
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    string(&text, line);
}

fn string(text: &str, line: &mut Vec<u8>) {
    // A string of JSON goes into memory without fail; control characters beyond ASCII are escaped too.
    let Ok(quoted) = serde_json::to_string(text) else { return };
    for c in quoted.chars() {
        match c {
            '\u{7f}'..='\u{9f}' => line.extend_from_slice(format!("\\u{:04x}", u32::from(c)).as_bytes()),
            _ => line.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}
