//! What the user wants looked for, and on which machine the formats are read.

mod broken;
mod discover;
mod options;
mod rules;
#[cfg(test)]
mod tests;

pub use broken::{Broken, OptionError};
pub use discover::{FILES, Finder, Over};
pub use options::{DEFAULT_EXCLUDE, Options, Project, Weight};
pub use rules::RuleSet;

use std::collections::BTreeMap;

use view_format::{Severity, Target};

use crate::finding::Finding;
use crate::rule::Rule;
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
    /// How much rules weigh that weigh more or less than by default.
    severities: BTreeMap<&'static str, Weight>,
    /// Whether mistakes that the Rust compiler tells of itself are left to it.
    pub leave_to_compiler: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        let target = NamedTarget { name: "lp64".into(), target: Target::LP64 };
        Settings { target, rules: RuleSet::default(), severities: BTreeMap::new(), leave_to_compiler: false }
    }
}

impl Settings {
    /// How much a rule weighs.
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.severities.get(rule.code).and_then(|weight| weight.severity()).unwrap_or(rule.severity)
    }

    /// Gives findings the weights that their rules have here.
    pub(crate) fn weigh(&self, findings: &mut [Finding]) {
        if self.severities.is_empty() {
            return;
        }
        for finding in findings {
            finding.severity = self.severity(finding.rule);
        }
    }
}
