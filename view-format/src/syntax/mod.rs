//! From text to tree. Parsing never fails: what cannot be read is a hole in the tree and a diagnostic beside it.

pub mod ast;
mod context;
mod grammar;
mod reread;
#[cfg(test)]
mod tests;
mod walk;

use alloc::vec::Vec;

pub use walk::{Leaf, LeafKind};

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::dialect::Dialect;
use crate::limit::MAX_TEXT;
use crate::span::Span;
use ast::{Format, Node};

/// A tree, and what is wrong with the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parse {
    /// What was written, with holes where it cannot be read.
    pub format: Format,
    /// All mistakes of writing, in the order of the text. Mistakes of meaning come from [`Format::check`].
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a format. It never fails and never panics: mistakes are in [`Parse::diagnostics`], all of them at once, and the
/// rest of the text is read all the same.
///
/// ```
/// use view_format::{Dialect, parse};
///
/// let parse = parse("<2I ~H", Dialect::Pep3118);
/// assert_eq!(parse.diagnostics[0].to_string(), "unknown code `~`");
/// assert_eq!(parse.format.to_string(), "<2I ~H");
/// ```
pub fn parse(text: &str, dialect: Dialect) -> Parse {
    if text.len() > MAX_TEXT {
        let end = floor_char_boundary(text, MAX_TEXT);
        let span = Span::new(0, end as u32);
        return Parse {
            format: Format {
                text: text[..end].into(),
                dialect,
                nodes: alloc::vec![Node::Error(span)],
                is_right: false,
            },
            diagnostics: alloc::vec![Diagnostic::new(DiagnosticKind::TextTooLong { limit: MAX_TEXT }, Span::empty(0))],
        };
    }
    let (nodes, mut diagnostics) = reread::read(text, dialect);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    let is_right = !diagnostics.iter().any(Diagnostic::is_error);
    Parse { format: Format { text: text.into(), dialect, nodes, is_right }, diagnostics }
}

/// The last character boundary up to `at`. (`str::floor_char_boundary` is younger than the oldest compiler we build with.)
fn floor_char_boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
