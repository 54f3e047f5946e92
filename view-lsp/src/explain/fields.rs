//! The rows of a layout's table: each field and each gap, in the notations of C, Rust, Python and numpy.

use serde::Serialize;
use view_format::check::Origin;
use view_format::query::Values;
use view_format::{Code, Field, Kind, Layout, ScalarKind};

use crate::convert::numpy_scalar;

/// A field of a format, or a gap between fields.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FieldRow {
    /// Bytes from the start of the element; of a record that repeats, in the first one.
    pub offset: usize,
    /// Bytes, of all that it repeats.
    pub size: usize,
    /// As it is written, without its name: `3h`, `(3,4)<f`, `T{}`; of padding that is not written the code for it.
    pub code: String,
    /// The type in C.
    pub c: String,
    /// The type in Rust.
    pub rust: String,
    /// The type of each value in Python.
    pub python: &'static str,
    /// The type in numpy; empty where it has none.
    pub numpy: String,
    /// How the field is reached: `shape.size`. Without a name, its index.
    pub path: String,
    /// The name alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// In how many structs it lies.
    #[serde(skip)]
    pub depth: usize,
    /// Which of all the scalar fields it is.
    #[serde(skip)]
    pub scalar: Option<usize>,
    /// Whether it is padding.
    #[serde(rename = "padding", skip_serializing_if = "std::ops::Not::not")]
    pub is_padding: bool,
}

/// The rows of `layout`, whose fields stand in `text` where `origins` say.
pub(super) fn rows(text: &str, layout: &Layout, origins: &[Origin]) -> Vec<FieldRow> {
    let mut rows = Rows { text, rows: Vec::new(), scalars: 0 };
    rows.structure(layout, origins, 0, 0, "");
    rows.rows
}

struct Rows<'t> {
    text: &'t str,
    rows: Vec<FieldRow>,
    scalars: usize,
}

impl Rows<'_> {
    fn structure(&mut self, layout: &Layout, origins: &[Origin], base: usize, depth: usize, path: &str) {
        let (mut at, mut index) = (0, 0);
        for (field, origin) in layout.fields().iter().zip(origins) {
            self.gap(base + at, field.offset().saturating_sub(at), depth);
            let path = match field.name() {
                Some(name) if path.is_empty() => name.to_string(),
                Some(name) => format!("{path}.{name}"),
                None => format!("{path}[{index}]"),
            };
            self.field(field, origin, base + field.offset(), depth, path);
            index += field.repeat();
            at = field.offset() + field.size();
        }
        self.gap(base + at, layout.size().saturating_sub(at), depth);
    }

    fn field(&mut self, field: &Field, origin: &Origin, offset: usize, depth: usize, path: String) {
        let before = self.text[origin.item.start as usize..origin.code.start as usize].trim();
        let written = &self.text[origin.code.range()];
        let (code, scalar) = match field.kind() {
            Kind::Record(_) => ("T{}", None),
            Kind::Scalar(_) => {
                self.scalars += 1;
                (written, Some(self.scalars - 1))
            }
        };
        let values = Values::of(field);
        self.rows.push(FieldRow {
            offset,
            size: field.size(),
            code: format!("{before}{code}"),
            c: c_type(field, written),
            rust: match field.repeat() {
                1 => values.rust,
                n => format!("{n} x {}", values.rust),
            },
            python: values.python,
            numpy: numpy_type(field).unwrap_or_default(),
            path: path.clone(),
            name: field.name().map(Into::into),
            depth,
            scalar,
            is_padding: false,
        });
        if let Kind::Record(inner) = field.kind() {
            self.structure(inner, &origin.fields, offset, depth + 1, &path);
        }
    }

    fn gap(&mut self, offset: usize, size: usize, depth: usize) {
        if size > 0 {
            self.rows.push(FieldRow {
                offset,
                size,
                code: if size == 1 { "x".into() } else { format!("{size}x") },
                c: String::new(),
                rust: String::new(),
                python: "",
                numpy: String::new(),
                path: String::new(),
                name: None,
                depth,
                scalar: None,
                is_padding: true,
            });
        }
    }
}

/// The type of the code as it is written, with its length, count and shape: `char[2]`, `float[3][4]`.
fn c_type(field: &Field, written: &str) -> String {
    let mut text = match field.kind() {
        Kind::Record(_) => "struct".to_string(),
        Kind::Scalar(scalar) => {
            let code = match written.chars().next() {
                Some('Z') => written.chars().nth(1).and_then(Code::from_complex),
                Some(c) => Code::from_char(c),
                None => None,
            };
            let name = code.unwrap_or(Code::of(*scalar)).info().c;
            match scalar.kind() {
                ScalarKind::Bytes | ScalarKind::Pascal => name.replacen("[]", &format!("[{}]", scalar.size()), 1),
                ScalarKind::Void => format!("char[{}]", scalar.size()),
                ScalarKind::Ucs4 => format!("{name}[{}]", scalar.size() / 4),
                _ => name.into(),
            }
        }
    };
    if field.repeat() != 1 {
        text = format!("{} x {text}", field.repeat());
    }
    field.shape().iter().for_each(|n| text.push_str(&format!("[{n}]")));
    text
}

/// As numpy's strings write it: `<f4`, `(3,4)<f4`. A struct has no string of its own.
fn numpy_type(field: &Field) -> Option<String> {
    let one = match field.kind() {
        Kind::Scalar(scalar) => numpy_scalar(*scalar)?,
        Kind::Record(layout) => format!("V{}", layout.size()),
    };
    let one = if field.repeat() == 1 { one } else { format!("{} x {one}", field.repeat()) };
    Some(match field.shape() {
        [] => one,
        [n] => format!("({n},){one}"),
        shape => format!("({}){one}", shape.iter().map(usize::to_string).collect::<Vec<_>>().join(",")),
    })
}
