//! The values of a format one by one, each with the item that it comes from.

use view_format::outline::{OutlineField, OutlineKind};
use view_format::query::values;
use view_format::rule::Accepts;
use view_format::{ByteOrder, Code, Kind, Scalar, ScalarKind, Span};

use super::reading::Reading;
use crate::literal::LiteralMap;
use crate::source::SourceRange;

/// How many values are looked at.
const MOST: usize = 256;

/// One value that packing takes and unpacking gives.
pub(super) struct Slot {
    /// The item that it is of.
    pub(super) item: Span,
    /// The name of its field.
    pub(super) name: Option<String>,
    /// Its type as it is written: `I`, `2s`, `(3,4)f`.
    pub(super) text: String,
    /// Its type in Python; empty where that is not certain.
    pub(super) python: &'static str,
    /// Its type in Rust; empty where that is not certain.
    pub(super) rust: String,
    /// What packing takes.
    pub(super) accepts: Option<Accepts>,
    pub(super) offset: Option<usize>,
    pub(super) size: Option<usize>,
}

impl Slot {
    /// Its name, else its type.
    pub(super) fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.text)
    }

    /// Where its item stands in the source, in as many parts as there are literals.
    pub(super) fn sources(&self, map: &LiteralMap) -> Vec<SourceRange> {
        map.to_sources(self.item)
    }

    /// What it is in one line: `u32, 4 bytes at offset 2`.
    pub(super) fn facts(&self) -> String {
        let types = [&*self.rust, self.python].into_iter().find(|name| !name.is_empty()).unwrap_or(&self.text);
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        match (self.size, self.offset) {
            (Some(size), Some(offset)) => format!("{types}, {size} byte{} at offset {offset}", plural(size)),
            (Some(size), None) => format!("{types}, {size} byte{}", plural(size)),
            (None, _) => types.to_owned(),
        }
    }
}

impl Reading<'_> {
    /// The values, from the first on as far as they are certain.
    pub(super) fn slots(&self) -> Vec<Slot> {
        match &self.outline {
            Some(outline) => self.certain(&outline.fields),
            None => self.all(),
        }
    }

    fn all(&self) -> Vec<Slot> {
        let layout = &self.checked.partial;
        let is_placed = self.checked.layout.is_some();
        let mut slots = Vec::new();
        for run in values(layout) {
            // Equal neighbours are one run; each of them has an item of its own.
            let mut left = run.count;
            for (field, origin) in layout.fields().iter().zip(&self.checked.origins).skip(run.field) {
                if left == 0 || slots.len() >= MOST {
                    break;
                }
                for i in 0..field.repeat().min(MOST) {
                    slots.push(Slot {
                        item: origin.item,
                        name: field.name().map(Into::into),
                        text: self.written(origin.code, field.shape(), field.kind()),
                        python: run.python,
                        rust: run.rust.clone(),
                        accepts: run.accepts,
                        offset: is_placed.then(|| field.offset() + i * field.item_size()),
                        size: Some(field.item_size()),
                    });
                }
                left = left.saturating_sub(field.repeat());
            }
        }
        slots
    }

    fn written(&self, code: Span, shape: &[usize], kind: &Kind) -> String {
        let shape = match shape {
            [] => String::new(),
            shape => format!("({})", shape.iter().map(usize::to_string).collect::<Vec<_>>().join(",")),
        };
        match kind {
            Kind::Record(_) => shape + "T{}",
            Kind::Scalar(scalar) => shape + &length(*scalar) + self.text(code),
        }
    }

    fn certain(&self, fields: &[OutlineField]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for field in fields {
            // How many come before the next one hangs on a hole.
            let Some(repeat) = field.repeat.filter(|_| slots.len() < MOST) else { break };
            let scalar = match (&field.holds, field.scalar_size) {
                (OutlineKind::Scalar(kind, order), Some(size)) => {
                    Some(Scalar::new(*kind, size, order.unwrap_or(ByteOrder::Little)))
                }
                _ => None,
            };
            let is_array = field.shape.as_ref().is_none_or(|shape| !shape.is_empty());
            let one = scalar.filter(|_| !is_array);
            let python = match &field.holds {
                _ if is_array => "",
                OutlineKind::Record(_) => "tuple",
                // The type of a value in Python hangs on its kind only.
                OutlineKind::Scalar(kind, order) => {
                    Scalar::new(*kind, 1, order.unwrap_or(ByteOrder::Little)).gives().python()
                }
                OutlineKind::Open => "",
            };
            for i in 0..repeat.min(MOST) {
                slots.push(Slot {
                    item: field.item,
                    name: field.name.map(|name| self.text(name).to_owned()),
                    text: one.map(length).unwrap_or_default() + self.text(field.code),
                    python,
                    rust: one.map_or_else(String::new, |scalar| rust(scalar).into()),
                    accepts: one.map(Scalar::accepts),
                    offset: field.offset.zip(field.scalar_size).map(|(offset, size)| offset + i * size),
                    size: field.scalar_size.filter(|_| !is_array),
                });
            }
        }
        slots
    }
}

/// The count that is part of one value.
fn length(scalar: Scalar) -> String {
    match scalar.kind() {
        ScalarKind::Bytes | ScalarKind::Pascal | ScalarKind::Void if scalar.size() != 1 => scalar.size().to_string(),
        ScalarKind::Ucs4 if scalar.size() != 4 => (scalar.size() / 4).to_string(),
        _ => String::new(),
    }
}

fn rust(scalar: Scalar) -> &'static str {
    match scalar.kind() {
        ScalarKind::Bytes | ScalarKind::Pascal | ScalarKind::Void | ScalarKind::Pointer => "",
        _ => Code::of(scalar).info().rust,
    }
}
