//! A source in pieces, each with its [`Chunk`]. An edit costs the chunks that it touches; the others are kept.

use super::chunk::{Chunk, parse};
use super::cut::{Start, ends_with_line, is_same_alone, lines_that_may_start_statements, next_start};
use crate::source::SourceRange;

/// A stretch of a source.
struct Piece {
    length: u32,
    /// `None` where it has to be parsed yet.
    chunk: Option<Chunk>,
}

/// The chunks of a source that is edited.
///
/// Invariant: where a piece with a chunk starts and ends, the source [may be cut](super::cut). Where it is read anew behind a
/// mistake hangs on what follows, as does how the parser comes out of one, so a chunk with mistakes does not outlive a change of the
/// next.
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
        let own = stops.len();
        stops.push(end);
        for piece in &self.pieces[at + 1..] {
            stops.push(stops.last().unwrap_or(&end) + piece.length);
        }
        let mut from = start;
        while parts.is_empty() || stops[own..].binary_search(&from).is_err() {
            let next = stops.partition_point(|&stop| stop <= from).min(stops.len() - 1);
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
                let number = self.number();
                if is_right {
                    break (stops[reach], Chunk::of_parsed(parsed, number, u32::MAX));
                }
                let start = next_start(text, &parsed);
                if let Start::At(length) = start {
                    break (from + length, Chunk::of(&text[..length as usize], number));
                }
                let is_same = |stop: usize| is_same_alone(source, from, &parsed, stops[stop], stops[stop + 1]);
                let found = (next..reach).find(|&stop| start == Start::Nowhere && is_same(stop));
                if let Some(stop) = found {
                    break (stops[stop], Chunk::of_parsed(parsed, number, stops[stop] - from));
                }
                if is_all {
                    break (stops[reach], Chunk::of_parsed(parsed, number, u32::MAX));
                }
                // Who does not come out of a mistake soon hardly ever does: a string of many lines may hold all that follows.
                steps = match steps {
                    1 => 2,
                    2 => 16,
                    _ => stops.len(),
                };
            };
            parts.push((to - from, chunk));
            from = to;
        }
        Some((parts, from))
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
    use ruff_python_ast::{AnyNodeRef, NodeKind};
    use ruff_text_size::Ranged;

    use super::super::range;
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

    /// The chunks of a source as their definition says, with all of the rest read each time.
    fn read_at_once(source: &str) -> Vec<(u32, Chunk)> {
        let (mut chunks, mut from) = (Vec::new(), 0);
        while let Start::At(length) = next_start(&source[from..], &parse(&source[from..])) {
            chunks.push((from as u32, Chunk::of(&source[from..][..length as usize], 0)));
            from += length as usize;
        }
        chunks.push((from as u32, Chunk::of(&source[from..], 0)));
        chunks
    }

    /// The parser says of the chunks what it says of the whole file, down to each node.
    #[test]
    fn chunks_are_what_the_parser_says_of_the_whole() {
        let check = |chunks: &mut Chunks, source: &str, when: &str| {
            let expected = read_at_once(source);
            let expected = said(expected.iter().map(|(start, chunk)| (*start, chunk)));
            let found = said(chunks.of(source));
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
