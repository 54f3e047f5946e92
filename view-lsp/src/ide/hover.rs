//! What stands under the cursor, and what the bytes look like.

use view_format::Span;
use view_format::outline::{OutlineField, OutlineKind};
use view_format::query::{Place, values};
use view_format::syntax::{Leaf, LeafKind};

use super::File;
use super::reading::Reading;
use crate::site::Operation;
use crate::source::SourceRange;

/// How many runs of values are named.
const RUNS: usize = 8;

/// What stands under a cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The code, or another piece of the format.
    pub range: SourceRange,
    /// What it means, in a few lines; names of codes and the like in backticks.
    pub meaning: Option<String>,
    /// The values of the whole format, in one line.
    pub values: Option<String>,
    /// The bytes of the whole format as boxes, in lines of at most 80 characters.
    pub picture: Option<String>,
}

impl File<'_> {
    /// What stands under a cursor; `None` outside of formats.
    pub fn hover(&self, offset: u32) -> Option<Hover> {
        let (reading, at) = self.place(offset)?;
        let place = reading.format.place_at(&reading.checked, at);
        let meaning = reading.meaning(&place);
        let span = match (place.leaf, place.item) {
            (Some(Leaf { kind: LeafKind::Code, .. }), Some(item)) => item.code_span,
            (Some(leaf), _) => leaf.span,
            (None, _) => Span::new(0, reading.format.text().len() as u32),
        };
        let layout = reading.checked.layout.as_ref().filter(|_| reading.is_whole() && reading.is_right);
        let hover = Hover {
            range: reading.site.map.to_source(span),
            meaning,
            values: reading.values_line(),
            picture: layout.map(|layout| layout.picture().to_string()),
        };
        (hover.meaning.is_some() || hover.values.is_some() || hover.picture.is_some()).then_some(hover)
    }
}

impl Reading<'_> {
    fn meaning(&self, place: &Place<'_>) -> Option<String> {
        if let Some(leaf) = place.leaf.filter(|leaf| self.is_unknown(leaf.span)) {
            let text = self.site.map.text().get(leaf.span.range())?;
            return Some(format!("`{text}`: not known before the program runs"));
        }
        if let Some(Leaf { kind: LeafKind::Mark, span }) = place.leaf {
            let mark = self.text(span).chars().next().and_then(view_format::Mark::from_char)?;
            return Some(format!("`{mark}`: {}", mark.words()));
        }
        let meaning = place.meaning(&self.checked, self.target)?;
        let Some(outline) = &self.outline else { return Some(meaning.to_string()) };
        // What the tree says of sizes and places hangs on what was put in the holes: only what is certain is told.
        let mut lines = format!("`{}`: {}", meaning.text, meaning.c);
        let field = field_over(&outline.fields, meaning.span);
        let certain = field.and_then(|field| field.scalar_size.map(|size| (field, size)));
        if certain.is_some() && !meaning.rust.is_empty() {
            lines += &format!(", Rust {}", meaning.rust);
        }
        if !meaning.python.is_empty() {
            lines += &format!(", Python {}", meaning.python);
        }
        if let Some((field, size)) = certain {
            lines += &format!("\n{size} byte{}", if size == 1 { "" } else { "s" });
            if let OutlineKind::Scalar(kind, Some(order)) = field.holds
                && kind.has_byte_order()
                && size > 1
            {
                lines += &format!(", {order}");
            }
        }
        if let Some(offset) = field.and_then(|field| field.offset) {
            lines += &format!("\nat offset {offset}");
        }
        Some(lines)
    }

    /// `5 bytes, 3 values: bytes, 2 x int`
    fn values_line(&self) -> Option<String> {
        if !self.is_right || matches!(self.site.operation, Operation::Array | Operation::MemoryviewCast) {
            return None;
        }
        let count = self.values()?;
        let values_or_fields = if self.site.operation.is_rust() { "field" } else { "value" };
        let plural = if count == 1 { "" } else { "s" };
        let counted = format!("{count} {values_or_fields}{plural}");
        if !self.is_whole() {
            let size = self.size().map_or_else(String::new, |size| format!("{size} bytes, "));
            return Some(format!("{size}{counted}, whatever is filled in"));
        }
        let runs = values(self.checked.layout.as_ref()?);
        let is_rust = self.site.operation.is_rust();
        let mut shown: Vec<_> = runs
            .iter()
            .take(RUNS)
            .map(|run| {
                let (count, name) = (run.count, run.name.as_deref().map(str::escape_debug));
                let of = if is_rust { &*run.rust } else { run.python };
                match (name, count) {
                    (Some(name), _) => format!("{name}: {of}"),
                    (None, 1) => of.to_owned(),
                    (None, count) => format!("{count} x {of}"),
                }
            })
            .collect();
        if runs.len() > RUNS {
            shown.push("...".into());
        }
        Some(match shown.as_slice() {
            [] => counted,
            shown => format!("{counted}: {}", shown.join(", ")),
        })
    }
}

fn field_over(fields: &[OutlineField], code: Span) -> Option<&OutlineField> {
    fields.iter().find_map(|field| match &field.holds {
        _ if field.code == code => Some(field),
        OutlineKind::Record(inner) => field_over(inner, code),
        _ => None,
    })
}
