//! The bytes of a layout as boxes, as RFCs draw headers: 8 bytes a row.

use core::fmt;
use core::ops::Range;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::table::{COLUMNS, clip, shown, summary, type_text};
use crate::layout::{Field, Kind, Layout};

/// Bytes in a row.
const ROW: usize = 8;

/// Columns of a byte, one of them its border. Beside offsets of more than 14 digits there is room for one less.
const BYTE: usize = 8;

/// Columns beside the offsets.
const BESIDE: usize = COLUMNS - (ROW * BYTE + 2);

/// Rows that are drawn.
const ROWS: usize = 24;

/// Boxes that are looked at: more would not fit in the rows.
const BOXES: usize = ROWS * ROW + 1;

/// From how many rows that one field fills they are told rather than drawn.
const LONG: usize = 3;

/// The bytes of an element, 8 in a row, each field a box. At most 80 columns wide; long repeats are told, not drawn.
///
/// ```
/// use view_format::Layout;
///
/// let layout = Layout::parse("<2s:signature: I:file_size: 4x I:data_offset:")?;
/// assert_eq!(layout.picture().to_string(), "\
/// 14 bytes, little-endian
///    +---------------+-------------------------------+---------------+
///  0 | signature 2s  | file_size I                   | padding       |
///    +---------------+-------------------------------+---------------+
///  8 | (padding)     | data_offset I                 |
///    +---------------+-------------------------------+");
/// # Ok::<(), view_format::FormatError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BytePicture<'l>(&'l Layout);

impl Layout {
    /// The bytes of an element as boxes in plain text.
    pub fn picture(&self) -> BytePicture<'_> {
        BytePicture(self)
    }
}

impl fmt::Display for BytePicture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (headline, with_order) = summary(self.0);
        f.write_str(&headline)?;
        let mut boxes = Boxes { found: Vec::new(), with_order };
        boxes.structure(self.0, 0, "");
        let drawn = rows(&boxes.found, self.0.size());
        let end = drawn.last().map_or(0, |row| row.end);
        let margin = drawn.last().map_or(0, |row| format!("{}", row.start).len()).max(2);
        let byte = if margin > BESIDE { BYTE - 1 } else { BYTE };
        let inside = ROW * byte - 3;
        let mut above: Option<&Row> = None;
        for row in &drawn {
            let text = border(above, Some(row), byte);
            write!(f, "\n{:margin$} {text}\n{:>margin$} {}", "", row.start, row.text(&boxes.found, byte))?;
            if row.end - row.start > ROW {
                let bytes = row.end - row.start;
                let told = clip(&format!("... {} rows, {bytes} bytes of it", bytes / ROW), inside);
                write!(
                    f,
                    "
{:margin$} : {told:inside$} :",
                    ""
                )?;
            }
            above = Some(row);
        }
        if above.is_some() {
            write!(f, "\n{:margin$} {}", "", border(above, None, byte))?;
        }
        if end < self.0.size() {
            write!(f, "\n{:margin$} ... {} bytes more", "", self.0.size() - end)?;
        }
        Ok(())
    }
}

/// A piece of the element that is one box.
struct Piece {
    bytes: Range<usize>,
    label: String,
    /// The label without the type, for where there is less room.
    short: String,
}

impl Piece {
    /// What stands in it in the row that begins at `row`: its label in its first row, or in the second where that has more
    /// room for it. Where the second part does not lie under the first, the label is repeated in parentheses.
    fn label_at(&self, row: usize, byte: usize) -> String {
        let column = self.bytes.start % ROW;
        let first = self.bytes.len().min(ROW - column);
        let second = (self.bytes.len() - first).min(ROW);
        let room = |bytes: usize| (bytes * byte).saturating_sub(3);
        let in_first = room(first) >= self.label.chars().count() || second <= first;
        let fitting = |room: usize| match self.label.chars().count() <= room {
            true => self.label.clone(),
            false => clip(&self.short, room),
        };
        match (self.bytes.start >= row, in_first) {
            (true, true) => fitting(room(first)),
            (false, false) if row - self.bytes.start < ROW => fitting(room(second)),
            (false, true) if row - self.bytes.start < ROW && second <= column => {
                format!("({})", fitting(room(second).saturating_sub(2)))
            }
            _ => String::new(),
        }
    }
}

struct Boxes {
    found: Vec<Piece>,
    with_order: bool,
}

impl Boxes {
    fn push(&mut self, start: usize, size: usize, label: String, short: &str) {
        if size > 0 && self.has_room() {
            self.found.push(Piece { bytes: start..start + size, label, short: short.into() });
        }
    }

    fn has_room(&self) -> bool {
        self.found.len() < BOXES
    }

    fn structure(&mut self, layout: &Layout, base: usize, path: &str) {
        let mut at = 0;
        for field in layout.fields() {
            if !self.has_room() {
                return;
            }
            self.push(base + at, field.offset().saturating_sub(at), "padding".into(), "pad");
            self.field(field, base + field.offset(), path);
            at = field.offset() + field.size();
        }
        self.push(base + at, layout.size().saturating_sub(at), "padding".into(), "pad");
    }

    fn field(&mut self, field: &Field, start: usize, path: &str) {
        let name = field.name().map_or_else(String::new, shown);
        let name = match (path, &*name) {
            ("", _) => name,
            (_, "") => path.into(),
            _ => clip(&format!("{path}.{name}"), 60),
        };
        match field.kind() {
            // Of several records the first one is drawn, and how much the others take is told.
            Kind::Record(layout) => {
                let one = layout.size();
                let is_many = field.size() > one;
                let first = if is_many { format!("{name}[0]") } else { name.clone() };
                self.structure(layout, start, &first);
                if is_many {
                    let rest = field.size() / one.max(1) - 1;
                    let told = format!("{rest} more of {one} bytes");
                    let label = if name.is_empty() { told } else { format!("{name}: {told}") };
                    self.push(start + one, field.size() - one, label, &format!("{rest} more"));
                }
            }
            // A few values are a box each.
            Kind::Scalar(scalar) if field.repeat() > 1 && field.size() <= ROW * BYTE && field.shape().is_empty() => {
                let one = Field::single(*scalar);
                for i in 0..field.repeat() {
                    let (label, short) = self.label(path, &one);
                    self.push(start + i * scalar.size(), scalar.size(), label, &short);
                }
            }
            Kind::Scalar(_) => {
                let (label, short) = self.label(&name, field);
                self.push(start, field.size(), label, &short);
            }
        }
    }

    /// Name and type, and the name alone.
    fn label(&self, name: &str, field: &Field) -> (String, String) {
        let text = type_text(field, self.with_order);
        if name.is_empty() { (text.clone(), text) } else { (format!("{name} {text}"), name.into()) }
    }
}

/// A row of boxes: indices of the pieces that lie in it, and the bytes that it stands for; more than 8 where one field
/// goes on.
struct Row {
    start: usize,
    end: usize,
    /// For each byte of the row its piece; `None` past the end.
    pieces: [Option<usize>; ROW],
}

fn rows(pieces: &[Piece], size: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let (mut start, mut next) = (0, 0);
    while start < size && rows.len() < ROWS && next < pieces.len() {
        let mut row = Row { start, end: (start + ROW).min(size), pieces: [None; ROW] };
        for (i, piece) in row.pieces.iter_mut().enumerate() {
            while pieces.get(next).is_some_and(|piece| piece.bytes.end <= start + i) {
                next += 1;
            }
            *piece = pieces.get(next).filter(|piece| piece.bytes.contains(&(start + i))).map(|_| next);
        }
        // Where one piece fills this row and several after it, they are told in one line.
        if let [Some(only), ..] = row.pieces
            && row.pieces.iter().all(|piece| *piece == Some(only))
        {
            let full = (pieces[only].bytes.end - start) / ROW;
            if full > LONG {
                row.end = start + full * ROW;
            }
        }
        start = row.end;
        rows.push(row);
    }
    rows
}

impl Row {
    fn text(&self, pieces: &[Piece], byte: usize) -> String {
        let mut text = String::from("|");
        let mut i = 0;
        while let Some(Some(piece)) = self.pieces.get(i) {
            let bytes = self.pieces[i..].iter().take_while(|other| **other == Some(*piece)).count();
            let room = bytes * byte - 3;
            let label = pieces[*piece].label_at(self.start, byte);
            text.push_str(&format!(" {label:room$} |"));
            i += bytes;
        }
        text
    }
}

/// The line between two rows: corners where a box of either ends, and nothing where a box goes on.
fn border(above: Option<&Row>, below: Option<&Row>, byte: usize) -> String {
    let at = |row: Option<&Row>, i: usize| row.and_then(|row| row.pieces.get(i).copied().flatten());
    let goes_on = |i: usize| at(above, i).is_some() && at(above, i) == at(below, i);
    let mut text = String::new();
    for i in 0..=ROW {
        let left = |row: Option<&Row>| i.checked_sub(1).and_then(|i| at(row, i));
        let ends = |row: Option<&Row>| left(row) != at(row, i);
        let (before, after) = (i.checked_sub(1).is_some_and(goes_on), i < ROW && goes_on(i));
        let is_edge = ends(above) || ends(below);
        text.push(match is_edge {
            true if (before || i == 0) && (after || i == ROW) => '|',
            true => '+',
            false if before && after => ' ',
            false => '-',
        });
        if i < ROW {
            let is_drawn = at(above, i).is_some() || at(below, i).is_some();
            if !is_drawn {
                break;
            }
            let fill = if goes_on(i) { " " } else { "-" };
            text.push_str(&fill.repeat(byte - 1));
        }
    }
    text
}
