//! From tree to layout: what a format means for one target. Here a format may be refused.

mod buffer;
mod hidden;
mod names;
mod origins;
mod place;
mod plain;
pub mod reading;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

pub use buffer::BufferLayout;
pub use origins::Origin;
pub use reading::Reading;

use crate::diagnostic::{Diagnostic, Severity};
use crate::dialect::Dialect;
use crate::error::FormatError;
use crate::layout::Layout;
use crate::syntax::ast::Format;
use crate::syntax::parse;
use crate::target::Target;
pub(crate) use place::Placement;
use reading::Codes;

/// What checking gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// The layout; `None` where a mistake leaves it open.
    pub layout: Option<Layout>,
    /// What could be laid out, mistakes left out. Where there is no [`layout`](Checked::layout), the names and kinds of
    /// its fields are certain; their offsets are not.
    pub partial: Layout,
    /// For each field of the (partial) layout, in the same order, where it stands in the text.
    pub origins: Vec<Origin>,
    /// Mistakes of meaning, in the order of the text. Mistakes of writing are in
    /// [`Parse::diagnostics`](crate::Parse::diagnostics).
    pub diagnostics: Vec<Diagnostic>,
}

impl Format {
    /// What it means on `target`. About what could not be read nothing is said a second time, but there is no layout.
    pub fn check(&self, target: &Target) -> Checked {
        self.check_as(target, Reading::Aligned)
    }

    /// What it means on `target` to a reader who takes padding as `reading` says.
    ///
    /// ```
    /// use view_format::{Dialect, Reading, Target, parse};
    ///
    /// let format = parse("T{b:kind:i:size:h:rest:}", Dialect::Pep3118).format;
    /// let size = |reading| format.check_as(&Target::LP64, reading).layout.unwrap().size();
    /// assert_eq!((size(Reading::Packed), size(Reading::Aligned), size(Reading::Padded)), (7, 10, 12));
    /// ```
    pub fn check_as(&self, target: &Target, reading: Reading) -> Checked {
        self.check_with(target, reading, Codes::Agreed).checked
    }

    /// As [`check`](Format::check), with what only lints ask for.
    pub(crate) fn place(&self, target: &Target) -> Placement {
        self.check_with(target, Reading::Aligned, Codes::Agreed)
    }

    fn check_with(&self, target: &Target, reading: Reading, codes: Codes) -> Placement {
        let mut placement = place::place(self, target, reading, codes);
        let checked = &mut placement.checked;
        if self.dialect == Dialect::Pep3118 {
            names::check(self, &checked.origins, &mut checked.diagnostics);
        }
        checked.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        if checked.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error) {
            checked.layout = None;
        }
        placement
    }
}

impl Layout {
    /// The layout of a format (of PEP 3118, and so also of `struct`) on the machine that runs this.
    ///
    /// A format without an order mark has the sizes and the alignment of that machine; start it with `<` or `>` where
    /// bytes come from elsewhere.
    ///
    /// # Errors
    /// [`FormatError`] with all that is wrong, drawn under the text.
    ///
    /// ```
    /// use view_format::Layout;
    ///
    /// let layout = Layout::parse("T{<H:width: <H:height: (3,4)<f:matrix:}")?;
    /// assert_eq!(layout.size(), 2 + 2 + 3 * 4 * 4);
    /// assert_eq!(layout.field("matrix").unwrap().shape(), [3, 4]);
    /// # Ok::<(), view_format::FormatError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Layout, FormatError> {
        Layout::parse_for(text, &Target::HOST)
    }

    /// The layout of a format on `target`.
    ///
    /// # Errors
    /// As [`parse`](Layout::parse).
    pub fn parse_for(text: &str, target: &Target) -> Result<Layout, FormatError> {
        Layout::parse_as(text, Dialect::Pep3118, target)
    }

    /// The layout of a format of one dialect on `target`.
    ///
    /// # Errors
    /// As [`parse`](Layout::parse); under [`Dialect::Struct`] also for what only PEP 3118 has.
    ///
    /// ```
    /// use view_format::{Dialect, Layout, Target};
    ///
    /// assert!(Layout::parse_as("(3,4)f", Dialect::Pep3118, &Target::LP64).is_ok());
    /// let error = Layout::parse_as("(3,4)f", Dialect::Struct, &Target::LP64).unwrap_err();
    /// assert_eq!(error.diagnostics()[0].to_string(), "shapes are not in `struct`");
    /// ```
    pub fn parse_as(text: &str, dialect: Dialect, target: &Target) -> Result<Layout, FormatError> {
        if let Some(layout) = plain::layout(text, target) {
            return Ok(layout);
        }
        let parse = parse(text, dialect);
        let checked = parse.format.check(target);
        let mut diagnostics = parse.diagnostics;
        diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
        match checked.layout {
            Some(layout) if diagnostics.is_empty() => Ok(layout),
            _ => {
                diagnostics.extend(checked.diagnostics.into_iter().filter(|d| d.severity() == Severity::Error));
                diagnostics.sort_by_key(|diagnostic| diagnostic.span);
                Err(FormatError::new(text, diagnostics))
            }
        }
    }
}
