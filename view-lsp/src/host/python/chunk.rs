//! A source in chunks: each is one or more statements of the file's own level, parsed, with what they bind and do. An edit costs
//! the chunks that it touches; the others are kept.
//!
//! All that is said of a chunk hangs on its own text alone: places are counted from its start, and nothing is looked up outside.
//! So a chunk is right wherever it stands, as long as the parser, when it reads the whole file, stands between two statements where
//! the chunk starts and where it ends. [`Chunks`] sees to that.

use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{ModModule, PySourceType, Suite};
use ruff_python_parser::{Parsed, parse_unchecked_source};
use ruff_text_size::{Ranged, TextSize};

use super::bind::Bindings;
use super::range;
use crate::source::SourceRange;

/// Bytes that a chunk has at least, where there is a place to end it. In tests there are more edges to go wrong at.
const LEAST: u32 = if cfg!(test) { 16 } else { 2048 };

self_cell::self_cell!(
    /// A tree, and what was read off it.
    struct Tree {
        owner: Suite,

        #[covariant]
        dependent: Bindings,
    }
);

/// Statements of the file's own level.
pub(super) struct Chunk {
    /// Its name among the chunks of a source; not its place.
    pub(super) number: u32,
    tree: Tree,
    /// From the start of the chunk, as all places in it.
    pub(super) comments: Vec<SourceRange>,
    /// Where the parser found something missing.
    pub(super) errors: Vec<u32>,
}

impl Chunk {
    /// All of a text.
    pub(super) fn of(text: &str, number: u32) -> Chunk {
        Chunk::of_parsed(parse(text), number, u32::MAX)
    }

    /// What stands before `end`.
    fn of_parsed(parsed: Parsed<ModModule>, number: u32, end: u32) -> Chunk {
        let comments = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
        let comments = comments.map(|token| range(token.range())).filter(|comment| comment.start < end).collect();
        let errors = parsed.errors().iter().map(|error| error.range().start().to_u32()).collect();
        let mut suite = parsed.into_suite();
        suite.retain(|statement| statement.start().to_u32() < end);
        let tree = Tree::new(suite, |suite| Bindings::of(suite, number));
        Chunk { number, tree, comments, errors }
    }

    /// What it binds and does.
    pub(super) fn bindings(&self) -> &Bindings<'_> {
        self.tree.borrow_dependent()
    }
}

pub(super) fn parse(text: &str) -> Parsed<ModModule> {
    parse_unchecked_source(text, PySourceType::Python)
}

/// A stretch of a source.
struct Piece {
    length: u32,
    /// `None` where it has to be parsed yet.
    chunk: Option<Chunk>,
}

/// The chunks of a source that is edited.
///
/// Invariant: where a piece with a chunk starts and ends, the parser of the whole file stands between two statements, as at the
/// start of a file. It is kept so:
///
/// * A text without a mistake that starts so, and ends with a line, ends so, unless what follows belongs to it: lines that are
///   indented, `else` and the like. A text that starts with those has a mistake.
/// * A text with a mistake ends so where what follows is read to the same tokens with it and alone, has no mistake of its own, and
///   all mistakes lie before it.
/// * How the parser comes out of a mistake hangs on what follows it, so a chunk with mistakes does not outlive a change of the next.
#[derive(Default)]
pub(crate) struct Chunks {
    pieces: Vec<Piece>,
    /// The lowest number that no chunk ever had.
    next: u32,
}

impl std::fmt::Debug for Chunks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.pieces.iter().map(|piece| (piece.length, piece.chunk.is_some()))).finish()
    }
}

impl Chunks {
    fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.length as usize).sum()
    }

    /// Says that `inserted` bytes stand in the place of a range now.
    pub(in crate::host) fn edit(&mut self, edited: SourceRange, inserted: u32) {
        // What it touches: at the edge of two chunks, both.
        let mut end = 0;
        let ends: Vec<u32> = self
            .pieces
            .iter()
            .map(|piece| {
                end += piece.length;
                end
            })
            .collect();
        let first = ends.partition_point(|&end| end < edited.start);
        let last = ends.partition_point(|&end| end <= edited.end).min(self.pieces.len().saturating_sub(1));
        self.join(first, last);
        let Some(piece) = self.pieces.get_mut(first) else { return };
        piece.length = (piece.length + inserted).saturating_sub(edited.len());
    }

    /// Makes one piece of several, which is to be parsed.
    fn join(&mut self, first: usize, last: usize) {
        if first > last || last >= self.pieces.len() {
            return;
        }
        let length = self.pieces[first..=last].iter().map(|piece| piece.length).sum();
        self.pieces.splice(first..=last, [Piece { length, chunk: None }]);
    }

    /// The chunks of a source, with where they start. What was edited is parsed.
    pub(super) fn of(&mut self, source: &str) -> Vec<(u32, &Chunk)> {
        // Numbers do not run out within one source, of which each chunk takes a byte at least.
        if self.length() != source.len() || self.next > u32::MAX / 2 {
            *self = Chunks::default();
            self.pieces.push(Piece { length: source.len() as u32, chunk: None });
        }
        let mut start = 0;
        let mut at = 0;
        while let Some(piece) = self.pieces.get(at) {
            if piece.chunk.is_none() {
                (at, start) = self.settle(source, at, start);
            }
            start += self.pieces.get(at).map_or(0, |piece| piece.length);
            at += 1;
        }
        let mut start = 0;
        let placed = self.pieces.iter().filter_map(|piece| {
            start += piece.length;
            Some((start - piece.length, piece.chunk.as_ref()?))
        });
        placed.collect()
    }

    /// Parses the piece `at`, which starts at `start`, and as much around it as it takes. Gives the last piece that was parsed, and
    /// where it starts.
    fn settle(&mut self, source: &str, mut at: usize, mut start: u32) -> (usize, u32) {
        let has_errors = |piece: &Piece| piece.chunk.as_ref().is_some_and(|chunk| !chunk.errors.is_empty());
        // The pieces before it do not have to be parsed any more.
        let begin_before = |chunks: &mut Chunks, at: &mut usize, start: &mut u32| {
            *at -= 1;
            *start -= chunks.pieces[*at].length;
            chunks.join(*at, *at + 1);
        };
        while at > 0 && has_errors(&self.pieces[at - 1]) {
            begin_before(self, &mut at, &mut start);
        }
        let mut parts = self.parts(source, at, start, at == 0);
        if parts.is_none() {
            // It may belong to what stands before it, where it starts with a statement.
            begin_before(self, &mut at, &mut start);
            while at > 0 && has_errors(&self.pieces[at - 1]) {
                begin_before(self, &mut at, &mut start);
            }
            parts = self.parts(source, at, start, true);
        }
        let (parts, end) = parts.unwrap_or_default();
        // It may have taken whole pieces behind it, too.
        let mut last = at;
        let mut behind = start + self.pieces[at].length;
        while behind < end && last + 1 < self.pieces.len() {
            last += 1;
            behind += self.pieces[last].length;
        }
        self.join(at, last);
        let count = parts.len().max(1);
        let length = parts.last().map_or(0, |(length, _)| *length);
        let pieces = parts.into_iter().map(|(length, chunk)| Piece { length, chunk: Some(chunk) });
        self.pieces.splice(at..=at, pieces);
        (at + count - 1, end - length)
    }

    /// What the piece `at`, which starts at `start`, is to be cut into, with the length of each part, and where the last one ends:
    /// where the piece ends, or another behind it. `None` where it may belong to what stands before it, unless it surely does not.
    fn parts(&mut self, source: &str, at: usize, start: u32, is_apart: bool) -> Option<(Vec<(u32, Chunk)>, u32)> {
        let mut parts: Vec<(u32, Chunk)> = Vec::new();
        let end = start + self.pieces[at].length;
        // Where a part may end: between statements, as it looks, and where pieces do.
        let mut stops = lines_that_may_start_statements(source, start, end);
        stops.push(end);
        for piece in &self.pieces[at + 1..] {
            stops.push(stops.last().unwrap_or(&end) + piece.length);
        }
        let mut from = start;
        let mut next = 0;
        while from < end || parts.is_empty() {
            // How many stops further the parser is led, where there are mistakes.
            let mut steps = 1;
            let (to, chunk) = loop {
                let reach = (next + steps - 1).min(stops.len() - 1);
                let text = &source[from as usize..stops[reach] as usize];
                let parsed = parse(text);
                let is_all = reach + 1 == stops.len();
                let is_right = parsed.errors().is_empty() && (is_all || ends_with_line(text));
                // Of all chunks, only the first may have no statement.
                let is_right = is_right && (from == 0 || !parsed.suite().is_empty());
                if !is_right && !is_apart && parts.is_empty() {
                    return None;
                }
                if is_right {
                    let number = self.number();
                    break (reach, Chunk::of_parsed(parsed, number, u32::MAX));
                }
                let found =
                    (next..reach).find(|&stop| is_same_alone(source, from, &parsed, stops[stop], stops[stop + 1]));
                if let Some(stop) = found {
                    let number = self.number();
                    break (stop, Chunk::of_parsed(parsed, number, stops[stop] - from));
                }
                if is_all {
                    let number = self.number();
                    break (reach, Chunk::of_parsed(parsed, number, u32::MAX));
                }
                // Who does not come out of a mistake soon hardly ever does: an open parenthesis may hold all that follows.
                steps = match steps {
                    1 => 2,
                    2 => 16,
                    _ => stops.len(),
                };
            };
            parts.push((stops[to] - from, chunk));
            from = stops[to];
            next = to + 1;
        }
        Some((parts, from))
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
}

/// Where lines start, in a stretch of a source, that look like statements of the file's own level, [some way](LEAST) from each other.
/// Some of them may stand in strings of many lines, or in parentheses.
fn lines_that_may_start_statements(source: &str, start: u32, end: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut last = start;
    let mut at = start;
    let mut is_decorated = false;
    for line in source[start as usize..end as usize].split_inclusive('\n') {
        let first = line.as_bytes().first().copied().unwrap_or(b'\n');
        let is_word = first.is_ascii_alphabetic() || first == b'_';
        let goes_on = || {
            let word = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
            matches!(word, Some("else" | "elif" | "except" | "finally" | "case"))
        };
        if is_word || first == b'@' {
            if !is_decorated && at >= last + LEAST && at + LEAST <= end && !goes_on() {
                found.push(at);
                last = at;
            }
            is_decorated = first == b'@';
        }
        at += line.len() as u32;
    }
    found
}

/// Whether nothing of its last line is to come.
fn ends_with_line(text: &str) -> bool {
    text.strip_suffix('\n').is_some_and(|text| !text.strip_suffix('\r').unwrap_or(text).ends_with('\\'))
}

/// Whether the parser, in a text that starts at `from`, came out of all mistakes before it read what stands from `start` to `end`.
fn is_same_alone(source: &str, from: u32, parsed: &Parsed<ModModule>, start: u32, end: u32) -> bool {
    let at = TextSize::from(start - from);
    if !ends_with_line(&source[from as usize..start as usize])
        || parsed.errors().iter().any(|error| error.range().start() >= at)
    {
        return false;
    }
    let of_file = parsed.suite();
    // Nothing reaches over the place.
    if of_file.iter().any(|statement| statement.start() < at && at < statement.end()) {
        return false;
    }
    let alone = parse(&source[start as usize..end as usize]);
    let mut statements = of_file.iter().filter(|statement| statement.start() >= at).zip(alone.suite());
    alone.errors().is_empty()
        && statements.clone().next().is_some_and(|(one, _)| one.start() == at)
        && statements.all(|(one, other)| one.range() == other.range() + at)
        && is_same_from(parsed.tokens(), alone.tokens(), at)
}

/// Whether the tokens from `at` on are those of another text that starts there.
fn is_same_from(tokens: &Tokens, alone: &Tokens, at: TextSize) -> bool {
    let first = tokens.partition_point(|token| token.start() < at);
    // Where blocks end whose lines end at this place.
    let rest = tokens[first..].iter().skip_while(|token| token.kind() == TokenKind::Dedent && token.start() == at);
    let mut rest = rest.map(|token| (token.kind(), token.range()));
    // Where a text ends, so do its blocks.
    let is_end = |kind| matches!(kind, TokenKind::Dedent | TokenKind::EndOfFile);
    let count = alone.iter().rposition(|token| !is_end(token.kind())).map_or(0, |last| last + 1);
    alone[..count].iter().all(|token| rest.next() == Some((token.kind(), token.range() + at)))
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
    use ruff_python_ast::{AnyNodeRef, NodeKind};

    use super::*;
    use crate::analysis::tests::{python, rounds, seeds};

    /// How many chunks there are, and how many of them were parsed anew after an edit.
    #[track_caller]
    fn parsed_after(source: &str, at: &str, typed: &str) -> (usize, usize) {
        let mut chunks = Chunks::default();
        let last = chunks.of(source).iter().map(|(_, chunk)| chunk.number).max().unwrap();
        let at = source.find(at).unwrap();
        let mut edited = source.to_owned();
        edited.insert_str(at, typed);
        chunks.edit(SourceRange::empty(at as u32), typed.len() as u32);
        let after = chunks.of(&edited);
        assert_eq!(
            after.iter().map(|&(start, _)| start).max(),
            chunks_start(&edited, &mut Chunks::default()),
            "{edited}"
        );
        let after = chunks.of(&edited);
        (after.len(), after.iter().filter(|(_, chunk)| chunk.number > last).count())
    }

    /// Where the last chunk starts.
    fn chunks_start(source: &str, chunks: &mut Chunks) -> Option<u32> {
        chunks.of(source).iter().map(|&(start, _)| start).max()
    }

    #[test]
    fn an_edit_costs_the_chunks_it_touches() {
        let source: String = (0..20)
            .map(|i| format!("class C{i}:\n    def f(self, a):\n        return [a, 'text {i}']\n\n\n"))
            .collect();
        assert_eq!(parsed_after(&source, "text 10", "B"), (20, 1), "in a string");
        assert_eq!(parsed_after(&source, "    def f", "    x = 1\n"), (20, 1), "in the first of all");
        assert_eq!(parsed_after(&source, "class C10", "x = 1\n"), (20, 2), "at an edge");
        // While it is broken, a chunk or two around it are read with it.
        for (at, typed) in [("text 10", "'"), ("self, a):\n        return [a, 'text 10", "("), ("a, 'text 10", "[(")] {
            let (count, parsed) = parsed_after(&source, at, typed);
            assert!(count >= 18 && parsed <= 3, "{typed} before {at}: {parsed} of {count}");
        }
    }

    /// What the parser says, from the start of the file: each node with its place, comments, mistakes.
    type Said = (Vec<(NodeKind, SourceRange)>, Vec<SourceRange>, Vec<u32>);

    struct Nodes(Vec<(NodeKind, SourceRange)>, u32);

    impl<'a> SourceOrderVisitor<'a> for Nodes {
        fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
            self.0.push((node.kind(), range(node.range()).moved(self.1)));
            TraversalSignal::Traverse
        }
    }

    fn said<'c>(chunks: impl IntoIterator<Item = (u32, &'c Chunk)>) -> Said {
        let (mut nodes, mut comments, mut errors) = (Nodes(Vec::new(), 0), Vec::new(), Vec::new());
        for (start, chunk) in chunks {
            nodes.1 = start;
            nodes.visit_body(chunk.tree.borrow_owner());
            comments.extend(chunk.comments.iter().map(|comment| comment.moved(start)));
            errors.extend(chunk.errors.iter().map(|error| error + start));
        }
        errors.sort_unstable();
        (nodes.0, comments, errors)
    }

    /// The parser says of the chunks what it says of the whole file, down to each node.
    #[test]
    fn chunks_are_what_the_parser_says_of_the_whole() {
        let check = |chunks: &mut Chunks, source: &str, when: &str| {
            let (found, expected) = (said(chunks.of(source)), said([(0, &Chunk::of(source, 0))]));
            let first = found.0.iter().zip(&expected.0).find(|(one, other)| one != other);
            assert!(
                found == expected,
                "{when}: {first:?}, {:?} for {:?}\nin {chunks:?} of\n{source}",
                found.2,
                expected.2
            );
        };
        let told = |chunks: &mut Chunks, edited: Range<usize>, inserted: usize| {
            chunks.edit(SourceRange::new(edited.start as u32, edited.end as u32), inserted as u32);
        };
        for seed in 100..100 + 3 * seeds() {
            rounds(&python(), seed, 400, &mut Chunks::default(), told, check);
        }
    }
}
