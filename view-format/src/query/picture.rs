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
        f.write_str(&self.headline())?;
        for line in self.lines() {
            f.write_str("\n")?;
            line.iter().try_for_each(|segment| f.write_str(&segment.text))?;
        }
        Ok(())
    }
}

impl BytePicture<'_> {
    /// The first line: size, alignment and byte order.
    pub fn headline(&self) -> String {
        summary(self.0).0
    }

    /// The boxes, in the order of their bytes. Of a long layout as many as are drawn.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut boxes = Boxes { found: Vec::new(), with_order: summary(self.0).1 };
        boxes.structure(self.0, 0, "", &mut 0);
        boxes.found
    }

    /// The rows of `pieces`, 8 bytes each; those that one piece fills are one.
    pub fn rows(&self, pieces: &[Piece]) -> Vec<Row> {
        rows(pieces, self.0.size())
    }

    /// The lines after the first, cut where colours could change.
    ///
    /// ```
    /// use view_format::Layout;
    ///
    /// let layout = Layout::parse("<H:id: B:kind:")?;
    /// let lines = layout.picture().lines();
    /// let inside: Vec<_> = lines[1].iter().filter(|segment| segment.piece.is_some()).map(|s| s.text.trim()).collect();
    /// assert_eq!(inside, ["id H", "kind"]);
    /// # Ok::<(), view_format::FormatError>(())
    /// ```
    pub fn lines(&self) -> Vec<Vec<Segment>> {
        let pieces = self.pieces();
        let drawn = self.rows(&pieces);
        let end = drawn.last().map_or(0, |row| row.bytes.end);
        let margin = drawn.last().map_or(0, |row| format!("{}", row.bytes.start).len()).max(2);
        let byte = if margin > BESIDE { BYTE - 1 } else { BYTE };
        let inside = ROW * byte - 3;
        let mut lines = Vec::new();
        let mut above: Option<&Row> = None;
        for row in &drawn {
            lines.push(alloc::vec![Segment::frame(format!("{:margin$} {}", "", border(above, Some(row), byte)))]);
            let mut line = alloc::vec![Segment::frame(format!("{:>margin$} ", row.bytes.start))];
            row.draw(&pieces, byte, &mut line);
            lines.push(line);
            if row.bytes.len() > ROW {
                let bytes = row.bytes.len();
                let told = clip(&format!("... {} rows, {bytes} bytes of it", bytes / ROW), inside);
                lines.push(alloc::vec![
                    Segment::frame(format!("{:margin$} :", "")),
                    Segment { text: format!(" {told:inside$} "), piece: row.pieces[0] },
                    Segment::frame(":".into()),
                ]);
            }
            above = Some(row);
        }
        if above.is_some() {
            lines.push(alloc::vec![Segment::frame(format!("{:margin$} {}", "", border(above, None, byte)))]);
        }
        if end < self.0.size() {
            lines.push(alloc::vec![Segment::frame(format!("{:margin$} ... {} bytes more", "", self.0.size() - end))]);
        }
        lines
    }
}

/// Some text of a picture's line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// The index of the piece whose box it fills; `None` for the frame.
    pub piece: Option<usize>,
}

impl Segment {
    fn frame(text: String) -> Segment {
        Segment { text, piece: None }
    }
}

/// A piece of the element that is one box.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Its bytes in the element.
    pub bytes: Range<usize>,
    /// Name and type.
    pub label: String,
    /// The label without the type, for where there is less room.
    pub short: String,
    /// Which of all the scalar fields it belongs to, those in structs counted in their place: the same in each record of an
    /// array. `None` for padding, and for what stands for several.
    pub scalar: Option<usize>,
    /// Whether it has no meaning.
    pub is_padding: bool,
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
    fn push(&mut self, start: usize, size: usize, label: String, short: &str, scalar: Option<usize>) {
        if size > 0 && self.has_room() {
            let short = short.into();
            self.found.push(Piece { bytes: start..start + size, label, short, scalar, is_padding: false });
        }
    }

    fn padding(&mut self, start: usize, size: usize) {
        if size > 0 && self.has_room() {
            let (label, short) = ("padding".into(), "pad".into());
            self.found.push(Piece { bytes: start..start + size, label, short, scalar: None, is_padding: true });
        }
    }

    fn has_room(&self) -> bool {
        self.found.len() < BOXES
    }

    /// The fields of a struct that begins at `base`; `scalar` counts the scalar fields.
    fn structure(&mut self, layout: &Layout, base: usize, path: &str, scalar: &mut usize) {
        let mut at = 0;
        for field in layout.fields() {
            if !self.has_room() {
                return;
            }
            self.padding(base + at, field.offset().saturating_sub(at));
            self.field(field, base + field.offset(), path, scalar);
            at = field.offset() + field.size();
        }
        self.padding(base + at, layout.size().saturating_sub(at));
    }

    fn field(&mut self, field: &Field, start: usize, path: &str, scalar: &mut usize) {
        let name = field.name().map_or_else(String::new, shown);
        let name = match (path, &*name) {
            ("", _) => name,
            (_, "") => path.into(),
            _ => clip(&format!("{path}.{name}"), 60),
        };
        if matches!(field.kind(), Kind::Scalar(_)) {
            *scalar += 1;
        }
        let own = scalar.checked_sub(1);
        match field.kind() {
            // Of several records the first one is drawn, and how much the others take is told.
            Kind::Record(layout) => {
                let one = layout.size();
                let is_many = field.size() > one;
                let first = if is_many { format!("{name}[0]") } else { name.clone() };
                self.structure(layout, start, &first, scalar);
                if is_many {
                    let rest = field.size() / one.max(1) - 1;
                    let told = format!("{rest} more of {one} bytes");
                    let label = if name.is_empty() { told } else { format!("{name}: {told}") };
                    self.push(start + one, field.size() - one, label, &format!("{rest} more"), None);
                }
            }
            // A few values are a box each.
            Kind::Scalar(one) if field.repeat() > 1 && field.size() <= ROW * BYTE && field.shape().is_empty() => {
                let size = one.size();
                let one = Field::single(*one);
                for i in 0..field.repeat() {
                    let (label, short) = self.label(path, &one);
                    self.push(start + i * size, size, label, &short, own);
                }
            }
            Kind::Scalar(_) => {
                let (label, short) = self.label(&name, field);
                self.push(start, field.size(), label, &short, own);
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
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The bytes.
    pub bytes: Range<usize>,
    /// For each of the first 8 bytes its piece; `None` past the end.
    pub pieces: [Option<usize>; ROW],
}

fn rows(pieces: &[Piece], size: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let (mut start, mut next) = (0, 0);
    while start < size && rows.len() < ROWS && next < pieces.len() {
        let mut row = Row { bytes: start..(start + ROW).min(size), pieces: [None; ROW] };
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
                row.bytes.end = start + full * ROW;
            }
        }
        start = row.bytes.end;
        rows.push(row);
    }
    rows
}

impl Row {
    /// The boxes that lie in it: index of the piece, and which of the 8 bytes.
    pub fn boxes(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut i = 0;
        core::iter::from_fn(move || {
            let piece = (*self.pieces.get(i)?)?;
            let bytes = self.pieces[i..].iter().take_while(|other| **other == Some(piece)).count();
            i += bytes;
            Some((piece, i - bytes..i))
        })
    }

    fn draw(&self, pieces: &[Piece], byte: usize, line: &mut Vec<Segment>) {
        line.push(Segment::frame("|".into()));
        for (piece, bytes) in self.boxes() {
            let room = bytes.len() * byte - 3;
            let label = pieces[piece].label_at(self.bytes.start, byte);
            line.push(Segment { text: format!(" {label:room$} "), piece: Some(piece) });
            line.push(Segment::frame("|".into()));
        }
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
