//! Positions of the protocol, which count lines and units of an encoding, to and from offsets in bytes.

use std::ops::Range;

use gen_lsp_types as lsp;
use line_index::{LineCol, LineIndex, TextSize, WideEncoding, WideLineCol};

/// What a character of a position counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every client understands.
    #[default]
    Utf16,
    /// Code points.
    Utf32,
}

impl Encoding {
    /// The cheapest that a client offers.
    pub(super) fn of_offered<'a>(offered: impl Iterator<Item = &'a str> + Clone) -> Encoding {
        let has = |name| offered.clone().any(|offered| offered == name);
        match () {
            () if has("utf-8") => Encoding::Utf8,
            () if has("utf-32") => Encoding::Utf32,
            () => Encoding::Utf16,
        }
    }

    pub(super) fn kind(self) -> lsp::PositionEncodingKind {
        match self {
            Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
            Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
            Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
        }
    }

    fn wide(self) -> Option<WideEncoding> {
        match self {
            Encoding::Utf8 => None,
            Encoding::Utf16 => Some(WideEncoding::Utf16),
            Encoding::Utf32 => Some(WideEncoding::Utf32),
        }
    }

    /// Units of `text`, which lies in one line.
    pub(super) fn measure(self, text: &str) -> u32 {
        self.wide().map_or(text.len(), |wide| wide.measure(text)) as u32
    }
}

/// A text with its lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    pub(super) index: &'t LineIndex,
    pub(super) encoding: Encoding,
}

impl Lines<'_> {
    /// The position of a byte; inside a character, of its start.
    pub(super) fn position(&self, offset: usize) -> lsp::Position {
        let offset = self.text.floor_char_boundary(offset);
        let line_col = self.index.line_col(TextSize::from(offset as u32));
        let wide = self.encoding.wide().and_then(|wide| self.index.to_wide(wide, line_col));
        let col = wide.map_or(line_col.col, |wide| wide.col);
        lsp::Position { line: line_col.line, character: col }
    }

    /// The byte of a position. One past the end of its line is the end of the line, and one past the last line the end of
    /// the text, as the protocol wants it.
    pub(super) fn offset(&self, position: lsp::Position) -> usize {
        let Some(line) = self.index.line(position.line) else { return self.text.len() };
        let (start, end) = (usize::from(line.start()), usize::from(line.end()));
        let content = self.text[start..end].trim_end_matches('\n');
        let content = content.strip_suffix('\r').unwrap_or(content);
        let col = match self.encoding.wide() {
            None => Some(position.character),
            Some(wide) => {
                let position = WideLineCol { line: position.line, col: position.character };
                self.index.to_utf8(wide, position).map(|LineCol { col, .. }| col)
            }
        };
        let col = col.map_or(content.len(), |col| content.len().min(col as usize));
        start + content.floor_char_boundary(col)
    }

    pub(super) fn range(&self, span: &Range<usize>) -> lsp::Range {
        lsp::Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The bytes of a range, empty where its end lies before its start.
    pub(super) fn span(&self, range: lsp::Range) -> Range<usize> {
        let start = self.offset(range.start);
        start..self.offset(range.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::line_index;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    /// The text that lies before a position, counted by hand.
    fn model(text: &str, offset: usize, encoding: Encoding) -> (u32, u32) {
        let before = &text[..offset];
        let ends = |(at, c): (usize, char)| c == '\n' || c == '\r' && !text[at + 1..].starts_with('\n');
        let ends: Vec<usize> = before.char_indices().filter(|&end| ends(end)).map(|(at, _)| at + 1).collect();
        let line = ends.len() as u32;
        let col = &before[ends.last().copied().unwrap_or(0)..];
        (
            line,
            match encoding {
                Encoding::Utf8 => col.len(),
                Encoding::Utf16 => col.encode_utf16().count(),
                Encoding::Utf32 => col.chars().count(),
            } as u32,
        )
    }

    #[test]
    fn positions_and_offsets_are_those_counted_by_hand() {
        let texts =
            ["", "a", "é\"<I\"", "𝕒é𝕒\nx𝕒", "\u{feff}a\r\né\r\n\r\n𝕒", "\n\n", "a\rb\nc", "é\r\ra\r\n𝕒\r", "日本\n語"];
        for text in texts {
            let index = line_index(text);
            for encoding in ALL {
                let lines = Lines { text, index: &index, encoding };
                for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                    let position = lines.position(offset);
                    assert_eq!((position.line, position.character), model(text, offset, encoding), "{text:?} {offset}");
                    let is_inside_ending = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
                    let expected = if is_inside_ending { offset - 1 } else { offset };
                    assert_eq!(lines.offset(position), expected, "{text:?} {offset} {encoding:?}");
                }
            }
        }
    }

    #[test]
    fn positions_that_are_nowhere() {
        let text = "é𝕒\r\nb";
        let index = line_index(text);
        for encoding in ALL {
            let lines = Lines { text, index: &index, encoding };
            let at = |line, character| lines.offset(lsp::Position { line, character });
            assert_eq!(at(0, u32::MAX), 6, "past the end of the line");
            assert_eq!(at(1, 7), 9);
            assert_eq!(at(2, 0), 9, "past the last line");
            assert_eq!(at(u32::MAX, u32::MAX), 9);
            assert_eq!(lines.span(lsp::Range::new(lsp::Position::new(1, 1), lsp::Position::new(0, 0))), 9..9);
        }
        // In the middle of a character: its start.
        assert_eq!(Lines { text, index: &index, encoding: Encoding::Utf8 }.offset(lsp::Position::new(0, 1)), 0);
        assert_eq!(Lines { text, index: &index, encoding: Encoding::Utf16 }.offset(lsp::Position::new(0, 2)), 2);
        assert_eq!(Lines { text, index: &index, encoding: Encoding::Utf16 }.position(4).character, 1);
    }

    #[test]
    fn the_cheapest_encoding_that_is_offered() {
        let of = |offered: &[&str]| Encoding::of_offered(offered.iter().copied());
        assert_eq!(of(&[]), Encoding::Utf16);
        assert_eq!(of(&["utf-16"]), Encoding::Utf16);
        assert_eq!(of(&["utf-16", "utf-32"]), Encoding::Utf32);
        assert_eq!(of(&["utf-32", "utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(of(&["utf-7"]), Encoding::Utf16);
        assert_eq!(Encoding::Utf16.measure("é𝕒"), 3);
    }
}
