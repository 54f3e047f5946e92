//! A layout as lines: offset, size, type and name of each field and of each gap between them.

use core::fmt;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::meaning::Bytes;
use crate::code::Code;
use crate::layout::{Field, Kind, Layout};
use crate::order::ByteOrder;
use crate::scalar::{Scalar, ScalarKind};

/// Lines that are shown.
const LINES: usize = 40;

/// Columns that are used.
pub(super) const COLUMNS: usize = 80;

/// One line for each field and each gap, nested structs further in. At most 80 columns; of a long layout the first lines.
///
/// ```
/// use view_format::Layout;
///
/// let layout = Layout::parse("<2s:signature: I:file_size: 4x I:data_offset:")?;
/// assert_eq!(layout.table().to_string(), "\
/// offset  size  type  name
///      0     2  2s    signature
///      2     4  <I    file_size
///      6     4  4x    (padding)
///     10     4  <I    data_offset
///     14 bytes");
/// # Ok::<(), view_format::FormatError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FieldTable<'l>(&'l Layout);

impl Layout {
    /// The fields as a table in plain text.
    pub fn table(&self) -> FieldTable<'_> {
        FieldTable(self)
    }
}

/// A line, before the widths of the columns are known.
struct Line {
    offset: usize,
    size: usize,
    text: String,
    name: String,
}

impl fmt::Display for FieldTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = Vec::new();
        structure(self.0, 0, 0, &mut lines);
        let hidden = lines.len() > LINES;
        lines.truncate(LINES);
        let width = |of: &dyn Fn(&Line) -> usize, least: usize| lines.iter().map(of).fold(least, usize::max);
        let offset = width(&|line| digits(line.offset), 6);
        let size = width(&|line| digits(line.size), 4);
        let text = width(&|line| line.text.chars().count(), 4);
        writeln!(f, "{:>offset$}  {:>size$}  {:text$}  name", "offset", "size", "type")?;
        let room = COLUMNS.saturating_sub(offset + size + text + 6);
        for line in &lines {
            let (at, bytes, of) = (line.offset, line.size, &line.text);
            let text = format!("{at:>offset$}  {bytes:>size$}  {of:text$}  {}", clip(&line.name, room));
            writeln!(f, "{}", text.trim_end())?;
        }
        if hidden {
            writeln!(f, "{:>offset$}  and more fields", "...")?;
        }
        write!(f, "{:>offset$} {}", self.0.size(), if self.0.size() == 1 { "byte" } else { "bytes" })
    }
}

/// The lines of a struct that begins at `base`, until there are more than enough.
fn structure(layout: &Layout, base: usize, depth: usize, lines: &mut Vec<Line>) {
    let mut at = 0;
    for field in layout.fields() {
        gap(base + at, field.offset().saturating_sub(at), depth, lines);
        if lines.len() > LINES {
            return;
        }
        lines.push(Line {
            offset: base + field.offset(),
            size: field.size(),
            text: clip(&type_text(field, true), 24),
            name: format!("{:indent$}{}", "", field.name().map_or_else(String::new, shown), indent = 2 * depth.min(12)),
        });
        if let Kind::Record(inner) = field.kind() {
            structure(inner, base + field.offset(), depth + 1, lines);
        }
        at = field.offset() + field.size();
    }
    gap(base + at, layout.size().saturating_sub(at), depth, lines);
}

fn gap(offset: usize, size: usize, depth: usize, lines: &mut Vec<Line>) {
    if size > 0 && lines.len() <= LINES {
        let text = if size == 1 { "x".into() } else { format!("{size}x") };
        lines.push(Line { offset, size, text, name: format!("{:indent$}(padding)", "", indent = 2 * depth.min(12)) });
    }
}

/// What a field is, as it would be written: `(3,4)<f`, `5s`, `2T{}`.
pub(super) fn type_text(field: &Field, with_order: bool) -> String {
    let mut text = String::new();
    for (i, n) in field.shape().iter().enumerate() {
        text.push_str(&format!("{}{n}", if i == 0 { '(' } else { ',' }));
    }
    if !field.shape().is_empty() {
        text.push(')');
    }
    let strings = matches!(field.kind(), Kind::Scalar(scalar) if length(*scalar).is_some());
    if field.repeat() != 1 {
        text.push_str(&format!("{}{}", field.repeat(), if strings { " x " } else { "" }));
    }
    match field.kind() {
        Kind::Record(_) => text.push_str("T{}"),
        Kind::Scalar(scalar) => {
            if with_order && scalar.size() > 1 && scalar.kind().has_byte_order() {
                text.push(scalar.order().mark());
            }
            if let Some(length) = length(*scalar).filter(|&length| length != 1) {
                text.push_str(&format!("{length}"));
            }
            text.push_str(Code::of(*scalar).text());
        }
    }
    text
}

/// The count that is part of a value.
fn length(scalar: Scalar) -> Option<usize> {
    match scalar.kind() {
        ScalarKind::Bytes | ScalarKind::Pascal | ScalarKind::Void => Some(scalar.size()),
        ScalarKind::Ucs4 => Some(scalar.size() / 4),
        _ => None,
    }
}

/// The one byte order of all numbers, as far as `budget` fields tell.
pub(super) fn one_order(layout: &Layout, budget: &mut usize) -> Result<Option<ByteOrder>, ()> {
    let mut found = None;
    for field in layout.fields() {
        *budget = budget.checked_sub(1).ok_or(())?;
        let order = match field.kind() {
            Kind::Record(inner) => one_order(inner, budget)?,
            Kind::Scalar(scalar) if scalar.size() > 1 && scalar.kind().has_byte_order() => Some(scalar.order()),
            Kind::Scalar(_) => None,
        };
        match (found, order) {
            (Some(a), Some(b)) if a != b => return Err(()),
            _ => found = found.or(order),
        }
    }
    Ok(found)
}

/// The headline of a picture.
pub(super) fn summary(layout: &Layout) -> (String, bool) {
    let mut text = format!("{}", Bytes(layout.size()));
    if layout.align() > 1 {
        text.push_str(&format!(", aligned to {}", layout.align()));
    }
    let order = one_order(layout, &mut 1000);
    if let Ok(Some(order)) = order {
        text.push_str(&format!(", {order}"));
    }
    (text, order.is_err())
}

/// A name as it is shown: nothing that moves the cursor or takes two columns.
pub(super) fn shown(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars().take(COLUMNS) {
        // East Asian scripts and symbols, which may be wide, begin at U+1100.
        if c >= '\u{1100}' { text.extend(c.escape_unicode()) } else { text.extend(c.escape_debug()) }
    }
    text
}

/// At most `room` characters, the last of them `~` where some are missing.
pub(super) fn clip(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.into();
    }
    let mut clipped: String = text.chars().take(room.saturating_sub(1)).collect();
    if room > 0 {
        clipped.push('~');
    }
    clipped
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}
