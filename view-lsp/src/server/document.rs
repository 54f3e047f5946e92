//! The texts that the client has open, kept as it changes them.

use std::cell::OnceCell;
use std::ops::Range;

use gen_lsp_types as lsp;
use line_index::LineIndex;

use super::position::{Encoding, Lines};
use crate::source::line_index;

/// A text and its lines, which are counted when they are first asked for.
#[derive(Debug, Default)]
pub(super) struct Text {
    text: String,
    index: OnceCell<LineIndex>,
}

impl Text {
    pub(super) fn new(text: String) -> Text {
        Text { text, index: OnceCell::new() }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn lines(&self, encoding: Encoding) -> Lines<'_> {
        let index = self.index.get_or_init(|| line_index(&self.text));
        Lines { text: &self.text, index, encoding }
    }

    /// One after the other, each about the text that the one before it left. `edited` is told of each: the bytes that were there,
    /// and how many are there now.
    pub(super) fn change(
        &mut self,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
        encoding: Encoding,
        mut edited: impl FnMut(Range<usize>, usize),
    ) {
        for change in changes {
            match change {
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let span = self.lines(encoding).span(part.range);
                    self.text.replace_range(span.clone(), &part.text);
                    edited(span, part.text.len());
                }
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    edited(0..self.text.len(), whole.text.len());
                    self.text = whole.text;
                }
            }
            self.index.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use lsp::{Position, TextDocumentContentChangeEvent, TextDocumentContentChangePartial};

    use super::*;

    fn part(start: (u32, u32), end: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        let range = lsp::Range::new(Position::new(start.0, start.1), Position::new(end.0, end.1));
        TextDocumentContentChangePartial { range, text: text.into(), ..Default::default() }.into()
    }

    #[track_caller]
    fn check(before: &str, changes: Vec<TextDocumentContentChangeEvent>, after: &str) {
        let mut text = Text::new(before.into());
        // What is told of the changes is what happened.
        let mut length = before.len();
        text.change(changes, Encoding::Utf16, |edited, inserted| {
            assert!(edited.end <= length, "{edited:?} of {length}");
            length = length - edited.len() + inserted;
        });
        assert_eq!((text.as_str(), length), (after, after.len()));
        assert_eq!(*text.lines(Encoding::Utf16).index, line_index(after));
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        check("ab", vec![part((0, 1), (0, 1), "x")], "axb");
        check("a\r\nb", vec![part((0, 1), (1, 0), "")], "ab");
        check("é𝕒\"<I\"", vec![part((0, 6), (0, 6), "H")], "é𝕒\"<IH\"");
        // The second is about what the first left.
        check("a\nb\n", vec![part((0, 0), (1, 0), ""), part((0, 1), (0, 1), "\nc")], "b\nc\n");
        check("", vec![part((0, 0), (0, 0), "x\n"), part((1, 0), (1, 0), "y")], "x\ny");
    }

    #[test]
    fn a_whole_text_replaces_all() {
        let whole = lsp::TextDocumentContentChangeWholeDocument { text: "new".into() };
        check("old\nold", vec![whole.into(), part((0, 3), (0, 3), "er")], "newer");
    }

    /// Clients that are wrong about the text do no harm.
    #[test]
    fn changes_of_what_is_not_there() {
        check("ab", vec![part((5, 0), (9, 9), "x")], "abx");
        check("ab", vec![part((0, 2), (0, 1), "x")], "abx");
        check("ab\r\n", vec![part((0, 99), (0, 99), "x")], "abx\r\n");
    }
}
