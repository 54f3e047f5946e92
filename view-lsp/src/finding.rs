//! What is found in a source: the rule, the place, the words, and an edit that mends it.

use view_format::{Severity, Span};

use crate::rule::Rule;
use crate::source::{Edit, SourceRange};

/// One finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The rule that it is of.
    pub rule: &'static Rule,
    /// How much it weighs: as its rule, unless the settings say otherwise.
    pub severity: Severity,
    /// Where.
    pub range: SourceRange,
    /// What is wrong, in one line.
    pub message: String,
    /// A few words for the place itself, perhaps none.
    pub label: String,
    /// Other places that have to do with it, with a few words for each.
    pub related: Vec<Related>,
    /// What would do.
    pub help: Option<String>,
    /// An edit that mends it.
    pub fix: Option<Fix>,
    /// The format that it is about.
    pub format: Option<FormatFacts>,
}

/// Another place that has to do with a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Where.
    pub range: SourceRange,
    /// What is there.
    pub text: String,
}

/// Edits that mend a finding, all of them together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What they do, for a menu: "write `H`".
    pub title: String,
    /// The edits.
    pub edits: Vec<Edit>,
    /// Whether the program does what it did before, or did not run at all. If not, somebody has to look at it.
    pub is_safe: bool,
}

/// The format that a finding is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatFacts {
    /// Its text, decoded, with placeholders for what is not known.
    pub text: String,
    /// The part of the text that the finding is about, if it is about one.
    pub span: Option<Span>,
    /// Bytes of one element, where they are certain.
    pub size: Option<usize>,
    /// How many values unpacking gives, where that is certain.
    pub values: Option<usize>,
}

impl Finding {
    /// A finding without anything but place and words.
    pub(crate) fn new(rule: &'static str, range: SourceRange, message: impl Into<String>) -> Option<Finding> {
        let rule = Rule::find(rule)?;
        Some(Finding {
            rule,
            severity: rule.severity,
            range,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            help: None,
            fix: None,
            format: None,
        })
    }
}
