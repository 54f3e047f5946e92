//! Places in a source file, and edits of it.

use std::fmt;
use std::ops::Range;

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

/// Comments on lines of their own above the line that holds `at`, indented and ended as that line is.
pub(crate) fn comment_above(source: &str, at: u32, mark: &str, lines: &[String]) -> Edit {
    let start = source.get(..at as usize).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = source.get(start..).unwrap_or_default();
    // A byte order mark stays in front.
    let start = start + if start == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let line = source.get(start..).unwrap_or_default();
    let indent = &line[..line.len() - line.trim_start_matches([' ', '\t', '\u{c}']).len()];
    let whole = line.find('\n').map(|end| &line[..end]);
    let is_crlf = whole.map_or(source.contains("\r\n"), |line| line.ends_with('\r'));
    let ending = if is_crlf { "\r\n" } else { "\n" };
    let text: String = lines.iter().map(|line| format!("{indent}{mark} {line}{ending}")).collect();
    Edit::new(SourceRange::empty(start as u32), text)
}

#[cfg(test)]
mod tests {
    use super::*;

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
