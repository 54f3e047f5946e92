//! What the user wants looked for, and on which machine the formats are read.

mod discover;
mod options;
mod rules;
#[cfg(test)]
mod tests;

pub use discover::{FILES, Finder, Over};
pub use options::{DEFAULT_EXCLUDE, Options, Project};
pub use rules::RuleSet;

use view_format::Target;

use crate::target::NamedTarget;

/// The settings that the analysis of one source needs.
///
/// ```
/// use view_lsp::{Language, analysis, settings::Settings};
///
/// let source = "import struct\nstruct.unpack('@l', data)\n";
/// let mut settings = Settings::default();
/// assert_eq!(analysis::of(source, Language::Python, &settings).findings.len(), 1);
/// settings.rules.ignore("native-size")?;
/// assert_eq!(analysis::of(source, Language::Python, &settings).findings.len(), 0);
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The machine that native sizes are of: 64-bit Unix unless somebody says otherwise, so that what is found does not hang on
    /// the machine that looks.
    pub target: NamedTarget,
    /// What is looked for.
    pub rules: RuleSet,
    /// Whether mistakes that the Rust compiler tells of itself are left to it.
    pub leave_to_compiler: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        let target = NamedTarget { name: "lp64".into(), target: Target::LP64 };
        Settings { target, rules: RuleSet::default(), leave_to_compiler: false }
    }
}
