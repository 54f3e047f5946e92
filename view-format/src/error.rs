//! The error of the front doors: the text, and everything that is wrong with it.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use crate::diagnostic::{Diagnostic, Picture};

/// A format that cannot be used: the text, and at least one [`Diagnostic`].
///
/// ```
/// use view_format::Layout;
///
/// let error = Layout::parse("<2I 3y").unwrap_err();
/// assert_eq!(error.text(), "<2I 3y");
/// assert_eq!(error.diagnostics()[0].id(), "unknown-code");
/// // `Display` draws the picture of all mistakes.
/// assert!(error.to_string().contains("      ^ not a code"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FormatError(Box<Parts>);

#[derive(Clone, PartialEq, Eq)]
struct Parts {
    text: Box<str>,
    diagnostics: Vec<Diagnostic>,
}

impl FormatError {
    /// About `text`. Should `diagnostics` be empty, the error says no more than that the format is bad.
    pub fn new(text: &str, diagnostics: Vec<Diagnostic>) -> FormatError {
        FormatError(Box::new(Parts { text: text.into(), diagnostics }))
    }

    /// The format.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// What is wrong with it, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0.diagnostics
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Picture::new(self.text(), self.diagnostics()).fmt(f)
    }
}

/// The picture as well: `unwrap` and `main() -> Result` print this.
impl fmt::Debug for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "bad format:")?;
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for FormatError {}
