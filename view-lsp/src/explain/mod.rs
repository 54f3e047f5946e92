//! What a format means, all of it: bytes, fields in C, Rust, Python and numpy, and where targets differ.
//!
//! ```
//! use view_format::Dialect;
//! use view_lsp::explain::Explanation;
//! use view_lsp::target::NamedTarget;
//!
//! let explanation = Explanation::new("<2sI", Dialect::Pep3118, &NamedTarget::host());
//! let layout = explanation.layout().unwrap();
//! assert_eq!(layout.size(), 6);
//! assert!(explanation.to_svg().unwrap().starts_with("<svg"));
//! ```

mod compare;
mod fields;
mod json;
mod svg;
mod text;

use view_format::{Diagnostic, Dialect, Layout, Parse, Severity, check::Checked, parse};

pub use compare::{Comparison, Difference};
pub use fields::FieldRow;
pub use text::Targets;
pub(crate) use text::shown;

use crate::target::NamedTarget;

/// A format, read for one target.
#[derive(Clone, Debug)]
pub struct Explanation {
    parse: Parse,
    checked: Checked,
    target: NamedTarget,
}

impl Explanation {
    /// Reads `text`. It never fails: what is wrong with a format is a part of its explanation.
    pub fn new(text: &str, dialect: Dialect, target: &NamedTarget) -> Explanation {
        let parse = parse(text, dialect);
        let checked = parse.format.check(&target.target);
        Explanation { parse, checked, target: target.clone() }
    }

    /// The format.
    pub fn text(&self) -> &str {
        self.parse.format.text()
    }

    /// What it means; `None` where it cannot be used.
    pub fn layout(&self) -> Option<&Layout> {
        self.checked.layout.as_ref().filter(|_| self.parse.diagnostics.iter().all(|diagnostic| !diagnostic.is_error()))
    }

    /// What is wrong with it, and what it gets warnings for, in the order of the text.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let lints = self.parse.format.lint(&self.target.target);
        let lints = lints.into_iter().filter(|lint| lint.severity() >= Severity::Warning);
        let mut all: Vec<_> = self.parse.diagnostics.iter().chain(&self.checked.diagnostics).cloned().collect();
        all.extend(lints);
        all.sort_by_key(|diagnostic| diagnostic.span);
        all
    }

    /// One row for each field and each gap, those of structs after them.
    pub fn rows(&self) -> Vec<FieldRow> {
        self.layout().map_or_else(Vec::new, |layout| fields::rows(self.text(), layout, &self.checked.origins))
    }
}
