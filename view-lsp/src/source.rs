//! Places in a source file, and edits of it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use line_index::LineIndex;

/// A range of bytes in a source file, on character boundaries. (A [`Span`](view_format::Span) is one in the text of a format.)
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct SourceRange {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl SourceRange {
    /// From `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> SourceRange {
        SourceRange { start, end }
    }

    /// The empty range at `at`.
    pub const fn empty(at: u32) -> SourceRange {
        SourceRange { start: at, end: at }
    }

    /// From the start of the first to the end of the second.
    pub const fn to(self, other: SourceRange) -> SourceRange {
        SourceRange { start: self.start, end: other.end }
    }

    /// Bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// As far behind as `by`.
    pub(crate) const fn moved(self, by: u32) -> SourceRange {
        SourceRange { start: self.start + by, end: self.end + by }
    }

    /// Whether `offset` lies inside, the end included.
    pub const fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether all of `other` lies inside.
    pub const fn contains(self, other: SourceRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// To slice the source with.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for SourceRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A replacement of a piece of a source.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub range: SourceRange,
    /// With what.
    pub replacement: String,
}

impl Edit {
    /// `replacement` in place of `range`.
    pub fn new(range: SourceRange, replacement: impl Into<String>) -> Edit {
        Edit { range, replacement: replacement.into() }
    }
}

/// The edits that can be made together: those of each group, all or none, that do not touch those of an earlier one. In the
/// order of the source, and how many groups they are of.
pub fn chosen<'e>(source: &str, groups: impl IntoIterator<Item = &'e [Edit]>) -> (Vec<&'e Edit>, usize) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut made = 0;
    for group in groups {
        let overlaps = |edit: &Edit| {
            taken.iter().any(|other| {
                let (a, b) = (edit.range, other.range);
                a.start < b.end && b.start < a.end || a.start == b.start
            })
        };
        // The same edit may be asked for twice, by two mistakes of one kind.
        let fresh: Vec<_> = group.iter().filter(|edit| !taken.contains(edit)).collect();
        if fresh.is_empty() || fresh.iter().any(|edit| overlaps(edit) || source.get(edit.range.range()).is_none()) {
            continue;
        }
        taken.extend(fresh);
        made += 1;
    }
    taken.sort_by_key(|edit| edit.range);
    (taken, made)
}

/// The source with all edits made that do not touch an earlier one. Edits are taken in groups: all of one or none.
///
/// Gives the new source and how many groups were made.
pub fn apply<'e>(source: &str, groups: impl IntoIterator<Item = &'e [Edit]>) -> (String, usize) {
    let (taken, made) = chosen(source, groups);
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    for edit in taken {
        let range = edit.range.range();
        text.push_str(&source[at..range.start]);
        text.push_str(&edit.replacement);
        at = range.end;
    }
    text.push_str(&source[at..]);
    (text, made)
}

/// Text in which each line ends with `\n` or `\r\n`: where a `\r` stands alone, a `\n` stands. No place moves.
///
/// `\r` alone ends a line for Python and for the protocol of editors, and for hardly anybody else.
pub(crate) fn with_newlines(text: &str) -> Cow<'_, str> {
    if !has_lone_returns(text) {
        return text.into();
    }
    let mut chars = text.chars().peekable();
    let mut fresh = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        fresh.push(if c == '\r' && chars.peek() != Some(&'\n') { '\n' } else { c });
    }
    fresh.into()
}

/// Whether a `\r` ends a line alone.
pub(crate) fn has_lone_returns(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| !text[at + 1..].starts_with('\n'))
}

/// The lines of a text, whichever way they end.
pub(crate) fn line_index(text: &str) -> LineIndex {
    LineIndex::new(&with_newlines(text))
}

/// Where the line starts that holds a byte.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    let (before, behind) = text.split_at(at);
    let before = if behind.starts_with('\n') { before.strip_suffix('\r').unwrap_or(before) } else { before };
    before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// Where the line ends that holds a byte, before what ends it.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end)
}

/// What ends a line: `\n`, `\r\n`, `\r`, or nothing at the end of the text.
fn ending(text: &str) -> &str {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        [b'\n', ..] => "\n",
        _ => "",
    }
}

/// Comments on lines of their own above the line that holds `at`, indented and ended as that line is. `None` where a line does not
/// end where a comment does.
pub(crate) fn comment_above(source: &str, at: u32, mark: &str, lines: &[String]) -> Option<Edit> {
    if mark == "//" && has_lone_returns(source) {
        return None;
    }
    let start = line_start(source, at as usize);
    let line = source.get(start..).unwrap_or_default();
    // A byte order mark stays in front.
    let start = start + if start == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let line = source.get(start..).unwrap_or_default();
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t', '\u{c}']).len()];
    // The last line is ended as the first.
    let ending = [&source[line_end(source, start)..], &source[line_end(source, 0)..]].map(ending);
    let ending = ending.into_iter().find(|ending| !ending.is_empty()).unwrap_or("\n");
    let text: String = lines.iter().map(|line| format!("{indent}{mark} {line}{ending}")).collect();
    Some(Edit::new(SourceRange::empty(start as u32), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        let text = "é\r\nb\rc\n\r\r\nd";
        assert_eq!(with_newlines(text), "é\r\nb\nc\n\n\r\nd");
        assert_eq!(with_newlines("a\r"), "a\n");
        assert!(matches!(with_newlines("a\r\nb"), Cow::Borrowed("a\r\nb")));
        let of = |at: usize| (line_start(text, at), line_end(text, at));
        let lines: Vec<_> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).map(of).collect();
        assert_eq!(
            lines,
            [(0, 2), (0, 2), (0, 3), (4, 5), (4, 5), (6, 7), (6, 7), (8, 8), (9, 9), (9, 10), (11, 12), (11, 12)]
        );
    }

    #[test]
    fn edits_that_meet_wait_for_the_next_round() {
        let edit = |start, end, text: &str| Edit::new(SourceRange::new(start, end), text);
        let groups = [vec![edit(0, 1, "A")], vec![edit(0, 2, "X")], vec![edit(2, 2, "-")], vec![edit(0, 1, "A")]];
        let (text, made) = apply("abc", groups.iter().map(Vec::as_slice));
        assert_eq!((&*text, made), ("Ab-c", 2));
    }

    #[test]
    fn an_edit_outside_the_source_is_not_made() {
        let groups = [vec![Edit::new(SourceRange::new(2, 9), "x")]];
        assert_eq!(apply("abc", groups.iter().map(Vec::as_slice)), ("abc".into(), 0));
    }
}
