//! Mistakes: what is wrong, where, what would do.
//!
//! # All of them
//!
#![doc = include_str!("kinds.md")]

mod example;
mod help;
mod kind;
mod lint;
mod render;
pub mod suggest;
#[cfg(test)]
mod tests;

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

pub use example::{Example, Finder, all_examples};
pub use kind::{DiagnosticKind, Feature, IndefiniteCode};
pub use lint::Lint;
pub use render::{Drawing, Picture};

use crate::span::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// It is fine, unless the format is meant for other machines or programs too.
    Hint,
    /// It may be meant, but has no effect or differs from what it looks like.
    Warning,
    /// The format cannot be used.
    Error,
}

/// One mistake in a format, at one place.
///
/// ```
/// use view_format::{Dialect, Span, parse};
///
/// let text = "<I:size: f4:rate:";
/// let mistake = &parse(text, Dialect::Pep3118).diagnostics[0];
/// assert_eq!((mistake.id(), mistake.span), ("unknown-code", Span::new(9, 11)));
/// assert_eq!(mistake.to_string(), "unknown code `f4`");
/// assert_eq!(mistake.help().unwrap(), "for a single-precision float write `f`");
/// assert_eq!(mistake.fix().unwrap().apply(text), "<I:size: f:rate:");
/// ```
///
/// [`Display`](fmt::Display) is the headline alone; [`Picture`] draws the text with carets and help.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What is wrong, with the facts.
    pub kind: DiagnosticKind,
    /// Where.
    pub span: Span,
}

impl Diagnostic {
    /// `kind` at `span`.
    pub fn new(kind: DiagnosticKind, span: Span) -> Diagnostic {
        Diagnostic { kind, span }
    }

    /// The stable name of the kind: `unknown-code`.
    pub fn id(&self) -> &'static str {
        self.kind.id()
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// Whether the format cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// The same about a text in which everything stands elsewhere.
    pub(crate) fn moved(mut self, to: &dyn Fn(Span) -> Span) -> Diagnostic {
        self.span = to(self.span);
        if let Some(span) = self.kind.other_span() {
            *span = to(*span);
        }
        self
    }

    /// What stands under the text: first at the place itself, then at other places that have to do with it.
    pub fn labels(&self) -> Vec<Label> {
        let mut labels = alloc::vec![Label { span: self.span, text: self.kind.label(), is_primary: true }];
        if let Some((span, text)) = self.kind.other_place() {
            labels.push(Label { span, text: text.into(), is_primary: false });
        }
        labels
    }

    /// What to do.
    pub fn help(&self) -> Option<String> {
        self.kind.help()
    }

    /// What to do, as an edit of the text, where one edit is surely meant or at least always valid.
    pub fn fix(&self) -> Option<Fix> {
        self.kind.fix(self.span)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

/// Words under a piece of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The piece.
    pub span: Span,
    /// The words, perhaps none.
    pub text: String,
    /// Whether this is the place of the mistake, rather than another that has to do with it.
    pub is_primary: bool,
}

/// An edit that mends a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, for a menu: "write `H`".
    pub title: String,
    /// What it replaces; empty to insert.
    pub span: Span,
    /// With what.
    pub replacement: String,
}

impl Fix {
    /// The text with the edit made.
    pub fn apply(&self, text: &str) -> String {
        let range = self.span.range();
        let mut mended = String::from(&text[..range.start]);
        mended.push_str(&self.replacement);
        mended.push_str(&text[range.end..]);
        mended
    }
}
