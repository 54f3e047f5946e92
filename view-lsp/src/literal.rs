//! The text of a format as the program sees it, and where each byte of it stands in the source.

use view_format::{Dialect, Holds, Hole, Outline, Span, Target};

use crate::source::{Edit, SourceRange};

/// The decoded text of one or more literals, with a map to the source and back. Where a part is not known (`{order}` in an
/// f-string, `%d`, another operand of `+`), the text has a placeholder, which is a hole.
///
/// ```
/// use view_format::Span;
/// use view_lsp::{Language, SourceRange, host};
///
/// let source = r#"import struct; struct.unpack("<\x49" 'H', data)"#;
/// let site = &host::sites(source, Language::Python)[0];
/// assert_eq!(site.map.text(), "<IH");
/// assert_eq!(&source[site.map.to_source(Span::new(1, 2)).range()], r"\x49");
/// assert_eq!(&source[site.map.to_source(Span::new(2, 3)).range()], "H");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LiteralMap {
    text: String,
    pieces: Vec<Piece>,
    /// Where an empty text stands.
    empty_at: u32,
}

/// A run of the text that maps in one way.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Piece {
    /// In the decoded text.
    text: Span,
    /// In the source.
    source: SourceRange,
    kind: PieceKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum PieceKind {
    /// Byte for byte.
    Same,
    /// One escape, as a whole.
    Escape,
    /// Not known.
    Hole(Fill),
}

/// What may stand in a hole, as far as the source tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fill {
    /// A byte order mark, or nothing.
    Order,
    /// A number.
    Count,
    /// Items.
    Items,
    /// One of these texts.
    OneOf(Vec<String>),
    /// Any of the above.
    Open,
}

impl Fill {
    /// The same for [`view_format::outline`].
    fn holds<'f>(&self, texts: &'f [&'f str]) -> Holds<'f> {
        match self {
            Fill::Order => Holds::Order,
            Fill::Count => Holds::Count,
            Fill::Items => Holds::Items,
            Fill::OneOf(_) => Holds::OneOf(texts),
            Fill::Open => Holds::Any,
        }
    }
}

impl LiteralMap {
    /// Nothing yet, at a place in the source.
    pub(crate) fn new(at: u32) -> LiteralMap {
        LiteralMap { text: String::new(), pieces: Vec::new(), empty_at: at }
    }

    /// The text as the program sees it, with placeholders in the place of holes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether all of the text is known.
    pub fn is_whole(&self) -> bool {
        self.holes().next().is_none()
    }

    /// The holes, with their placeholders in the text.
    pub fn holes(&self) -> impl Iterator<Item = (Span, &Fill)> {
        self.pieces.iter().filter_map(|piece| match &piece.kind {
            PieceKind::Hole(fill) => Some((piece.text, fill)),
            PieceKind::Same | PieceKind::Escape => None,
        })
    }

    /// Whether nothing but holes is in it.
    pub fn is_all_holes(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece.kind, PieceKind::Hole(_)) || piece.text.is_empty())
    }

    /// Text that stands in the source as it is.
    pub(crate) fn push_same(&mut self, text: &str, source: u32) {
        // An empty literal has a place too: for a cursor in it.
        let start = self.text.len() as u32;
        let source = SourceRange::new(source, source + text.len() as u32);
        self.text.push_str(text);
        let end = self.text.len() as u32;
        if let Some(last) = self.pieces.last_mut()
            && last.kind == PieceKind::Same
            && last.source.end == source.start
        {
            (last.text.end, last.source.end) = (end, source.end);
        } else {
            // Nearly all texts are of one.
            self.pieces.reserve_exact(usize::from(self.pieces.is_empty()));
            self.pieces.push(Piece { text: Span::new(start, end), source, kind: PieceKind::Same });
        }
    }

    /// Text that an escape in the source stands for.
    pub(crate) fn push_escape(&mut self, text: &str, source: SourceRange) {
        self.push(text, source, PieceKind::Escape);
    }

    /// An unknown part, shown as `placeholder`.
    pub(crate) fn push_hole(&mut self, placeholder: &str, source: SourceRange, fill: Fill) {
        self.push(placeholder, source, PieceKind::Hole(fill));
    }

    fn push(&mut self, text: &str, source: SourceRange, kind: PieceKind) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.pieces.push(Piece { text: Span::new(start, self.text.len() as u32), source, kind });
    }

    /// All of another text behind this one.
    pub(crate) fn extend(&mut self, other: LiteralMap) {
        if self.pieces.is_empty() && self.text.is_empty() {
            *self = other;
            return;
        }
        let base = self.text.len() as u32;
        self.text.push_str(&other.text);
        let moved = |piece: Piece| {
            let text = Span::new(piece.text.start + base, piece.text.end + base);
            Piece { text, ..piece }
        };
        self.pieces.extend(other.pieces.into_iter().map(moved));
    }

    /// The text as a template: `directive` is asked at each `mark` with what follows it, and says how many bytes of that
    /// belong to the directive and what may stand in its place; nothing, where it stands for the mark itself. Where it says
    /// nothing at all, the mark is kept.
    pub(crate) fn rewrite(
        &self,
        mark: char,
        mut directive: impl FnMut(&str) -> Option<(usize, Option<Fill>)>,
    ) -> LiteralMap {
        let mut map = LiteralMap::new(self.empty_at);
        let mut at = 0;
        while at < self.text.len() {
            let known = |offset: usize| !self.holes().any(|(hole, _)| hole.range().contains(&offset));
            let next = self.text[at..].match_indices(mark).map(|(next, _)| at + next).find(|&next| known(next));
            let Some(next) = next else { break };
            let behind = next + mark.len_utf8();
            match directive(&self.text[behind..]) {
                Some((length, fill)) => {
                    let span = Span::new(next as u32, (behind + length) as u32);
                    map.copy(self, Span::new(at as u32, next as u32));
                    match fill {
                        Some(fill) => map.push_hole(&self.text[span.range()], self.to_source(span), fill),
                        None => map.push_escape(mark.encode_utf8(&mut [0; 4]), self.to_source(span)),
                    }
                    at = behind + length;
                }
                None => {
                    map.copy(self, Span::new(at as u32, behind as u32));
                    at = behind;
                }
            }
        }
        map.copy(self, Span::new(at as u32, self.text.len() as u32));
        map
    }

    /// A part of another text behind this one.
    fn copy(&mut self, other: &LiteralMap, span: Span) {
        for piece in other.pieces.iter().filter(|piece| span.start < piece.text.end && piece.text.start < span.end) {
            let part = Span::new(span.start.max(piece.text.start), span.end.min(piece.text.end));
            let text = &other.text[part.range()];
            match &piece.kind {
                PieceKind::Same => self.push_same(text, piece.source.start + (part.start - piece.text.start)),
                kind => self.push(text, piece.source, kind.clone()),
            }
        }
    }

    /// The part of the source that a piece of the text was written as. Escapes and holes are taken whole. At a seam between
    /// two literals an empty span belongs to the left one.
    pub fn to_source(&self, span: Span) -> SourceRange {
        if span.is_empty() {
            return SourceRange::empty(self.source_at(span.start));
        }
        let start = self.pieces.iter().find(|piece| span.start < piece.text.end);
        let start = start.map_or(self.source_end(), |piece| match piece.kind {
            PieceKind::Same => piece.source.start + (span.start.max(piece.text.start) - piece.text.start),
            PieceKind::Escape | PieceKind::Hole(_) => piece.source.start,
        });
        let end = self.pieces.iter().rev().find(|piece| piece.text.start < span.end);
        let end = end.map_or(start, |piece| match piece.kind {
            PieceKind::Same => piece.source.start + (span.end.min(piece.text.end) - piece.text.start),
            PieceKind::Escape | PieceKind::Hole(_) => piece.source.end,
        });
        SourceRange::new(start, end.max(start))
    }

    fn source_end(&self) -> u32 {
        self.pieces.last().map_or(self.empty_at, |piece| piece.source.end)
    }

    fn source_at(&self, at: u32) -> u32 {
        let piece = self.pieces.iter().find(|piece| at <= piece.text.end);
        match piece {
            None => self.source_end(),
            Some(piece) if at <= piece.text.start => piece.source.start,
            Some(Piece { kind: PieceKind::Same, text, source }) => source.start + (at - text.start),
            Some(piece) => piece.source.end,
        }
    }

    /// The offset in the text that a cursor in the source is at; `None` outside of the literals, and inside of escapes and
    /// holes.
    pub fn to_text(&self, offset: u32) -> Option<u32> {
        if self.pieces.is_empty() {
            return (offset == self.empty_at).then_some(0);
        }
        self.pieces.iter().find_map(|piece| match piece.kind {
            PieceKind::Same if piece.source.touches(offset) => Some(piece.text.start + (offset - piece.source.start)),
            _ if offset == piece.source.start => Some(piece.text.start),
            _ if offset == piece.source.end => Some(piece.text.end),
            _ => None,
        })
    }

    /// The parts of the source that a piece of the text was written as, one for each literal that it reaches into.
    pub fn to_sources(&self, span: Span) -> Vec<SourceRange> {
        let mut found: Vec<SourceRange> = Vec::new();
        let reached =
            |piece: &&Piece| span.start < piece.text.end && piece.text.start < span.end && !piece.text.is_empty();
        for piece in self.pieces.iter().filter(reached) {
            let part = Span::new(span.start.max(piece.text.start), span.end.min(piece.text.end));
            let source = self.to_source(part);
            match found.last_mut() {
                Some(last) if last.end == source.start => last.end = source.end,
                _ => found.push(source),
            }
        }
        found
    }

    /// The edit of the source that replaces a piece of the text. `None` where the piece is not all in one literal, reaches
    /// into a hole, or the replacement would have to be escaped.
    pub fn edit(&self, span: Span, replacement: &str) -> Option<Edit> {
        let plain = |c: char| {
            c.is_alphanumeric()
                || matches!(c, '<' | '>' | '=' | '@' | '!' | '^' | '?' | '(' | ')' | ',' | ':' | '_' | ' ' | '&')
        };
        let has_braces_to_double = !self.is_whole();
        let is_safe = |c: char| plain(c) || (matches!(c, '{' | '}') && !has_braces_to_double);
        if !replacement.chars().all(is_safe) {
            return None;
        }
        let touches_hole = self.holes().any(|(hole, _)| hole.start < span.end && span.start < hole.end);
        if touches_hole || self.to_sources(span).len() > 1 {
            return None;
        }
        Some(Edit::new(self.to_source(span), replacement))
    }

    /// What is certain of the format, whatever stands in the holes.
    pub(crate) fn outline(&self, dialect: Dialect, target: &Target) -> Outline {
        let texts = self.hole_texts();
        let holes = self.holes().zip(&texts).map(|((span, fill), texts)| Hole { span, holds: fill.holds(texts) });
        view_format::outline(&self.text, dialect, target, &holes.collect::<Vec<_>>())
    }

    /// The texts of [`Fill::OneOf`], for each hole in turn.
    fn hole_texts(&self) -> Vec<Vec<&str>> {
        self.holes()
            .map(|(_, fill)| match fill {
                Fill::OneOf(texts) => texts.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            })
            .collect()
    }
}
