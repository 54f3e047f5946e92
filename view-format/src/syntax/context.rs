//! What the productions share: the text, the sink for diagnostics, and the glue between nom's world and ours.
//!
//! nom's own error carries nothing, since a branch that does not match is no news. Every message is a
//! [`Diagnostic`], made where the grammar still knows what it wanted, and put into the sink.

use core::cell::{Cell, RefCell};

use alloc::vec::Vec;
use nom::error::{ErrorKind, ParseError};

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::dialect::Dialect;
use crate::limit::{MAX_DEPTH, MAX_DIAGNOSTICS, MAX_ITEMS};
use crate::span::Span;

/// A production did not match here.
#[derive(Debug, PartialEq)]
pub(super) struct Reject;

impl ParseError<&str> for Reject {
    fn from_error_kind(_: &str, _: ErrorKind) -> Reject {
        Reject
    }
    fn append(_: &str, _: ErrorKind, _: Reject) -> Reject {
        Reject
    }
}

/// What a production gives: the rest of the text, and what it read.
pub(super) type Parsed<'s, T> = nom::IResult<&'s str, T, Reject>;

/// One run over one text.
pub(super) struct Context<'s> {
    pub(super) text: &'s str,
    pub(super) dialect: Dialect,
    pub(super) depth: Cell<usize>,
    /// The names, as they would be read, that end before the white space in them.
    misread: &'s [Span],
    /// How many `{` without a `T` are open at this depth: each takes its `}` along, about which nothing is said.
    pub(super) stray_braces: Cell<usize>,
    items: Cell<usize>,
    is_too_deep: Cell<bool>,
    sink: RefCell<Vec<Diagnostic>>,
}

impl<'s> Context<'s> {
    pub(super) fn new(text: &'s str, dialect: Dialect, misread: &'s [Span]) -> Context<'s> {
        Context {
            text,
            dialect,
            misread,
            depth: Cell::new(0),
            stray_braces: Cell::new(0),
            items: Cell::new(0),
            is_too_deep: Cell::new(false),
            sink: RefCell::new(Vec::new()),
        }
    }

    /// Where `rest`, a tail of the text, begins.
    pub(super) fn at(&self, rest: &str) -> u32 {
        (self.text.len() - rest.len()) as u32
    }

    /// The byte before `rest`, a tail of the text.
    pub(super) fn before(&self, rest: &str) -> Option<u8> {
        self.text.as_bytes().get((self.at(rest) as usize).checked_sub(1)?).copied()
    }

    /// The name that begins with `inside`, a tail of the text, where it is one that was misread.
    pub(super) fn misread(&self, inside: &str) -> Option<Span> {
        let at = self.at(inside);
        self.misread.iter().find(|name| name.start == at).copied()
    }

    /// What lies between two tails of the text.
    pub(super) fn span(&self, from: &str, to: &str) -> Span {
        Span::new(self.at(from), self.at(to))
    }

    pub(super) fn report(&self, kind: DiagnosticKind, span: Span) {
        if self.dialect == Dialect::Pep3118 || !kind.is_beyond_struct() {
            self.sink.borrow_mut().push(Diagnostic::new(kind, span));
        }
    }

    /// Counts one more item; whether there may be one.
    pub(super) fn one_more_item(&self, at: &str) -> bool {
        let items = self.items.get() + 1;
        self.items.set(items);
        if items == MAX_ITEMS + 1 {
            self.report(DiagnosticKind::TooManyItems { limit: MAX_ITEMS }, Span::empty(self.at(at)));
        }
        items <= MAX_ITEMS
    }

    /// From here on nothing is read, and nothing more is said about what is open.
    pub(super) fn too_deep(&self, span: Span) {
        self.is_too_deep.set(true);
        self.report(DiagnosticKind::TooDeep { limit: MAX_DEPTH }, span);
    }

    /// Whether so much is wrong that reading on helps nobody.
    pub(super) fn has_given_up(&self) -> bool {
        self.items.get() > MAX_ITEMS || self.is_too_deep.get() || self.sink.borrow().len() >= MAX_DIAGNOSTICS
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.sink.into_inner()
    }
}
