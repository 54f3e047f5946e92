//! The rules: what is looked for, under which code, how much it weighs, and why. Data; who looks for it is in `check`.

mod call;
mod format;
mod page;
mod portability;
mod record;
mod suppression;

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use view_format::Severity;

use crate::language::Language;

/// Something that is looked for.
///
/// ```
/// use view_lsp::rule::Rule;
///
/// let rule = Rule::find("VF204").unwrap();
/// assert_eq!(rule.name, "pack-arguments");
/// assert_eq!(Rule::find("pack-arguments"), Some(rule));
/// ```
#[derive(Debug)]
pub struct Rule {
    /// A stable short code: `VF001`. The first digit is the group.
    pub code: &'static str,
    /// A stable name: `unknown-code`. Of a mistake in a format it is the id that `view-format` gives it.
    pub name: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Whether it is looked for unless somebody says otherwise.
    pub is_default: bool,
    /// What it finds, in a few words.
    pub summary: &'static str,
    /// What happens where it is not heeded.
    pub why: &'static str,
    /// A source with one finding of it.
    pub bad: Example,
    /// The same source without.
    pub good: Example,
}

/// A source that shows a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example {
    /// Its language.
    pub language: Language,
    /// The source.
    pub source: &'static str,
}

/// A group of rules, by the first digit of their codes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Group {
    /// The start of the codes: `VF0`.
    pub prefix: &'static str,
    /// What they are about.
    pub title: &'static str,
}

/// What the rules are about.
pub const GROUPS: [Group; 5] = [
    Group { prefix: "VF0", title: "formats that cannot be used" },
    Group { prefix: "VF1", title: "formats that differ between machines, or look like something else" },
    Group { prefix: "VF2", title: "what a Python program does with a format" },
    Group { prefix: "VF3", title: "records in Rust" },
    Group { prefix: "VF9", title: "comments that keep findings quiet" },
];

impl Rule {
    /// All rules, in the order of their codes.
    pub fn all() -> impl Iterator<Item = &'static Rule> {
        let groups: [&[Rule]; 5] = [format::RULES, portability::RULES, call::RULES, record::RULES, suppression::RULES];
        groups.into_iter().flatten()
    }

    /// The rule with this code or name.
    pub fn find(code_or_name: &str) -> Option<&'static Rule> {
        // Each finding asks for its rule by name.
        static BY_NAME: LazyLock<FxHashMap<&str, &Rule>> =
            LazyLock::new(|| Rule::all().map(|rule| (rule.name, rule)).collect());
        let by_name = BY_NAME.get(code_or_name).copied();
        by_name.or_else(|| Rule::all().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name)))
    }

    /// Whether a selector means it: its code, the start of its code (`VF2`), its name, or `ALL`.
    pub fn is_selected_by(&self, selector: &str) -> bool {
        let is_prefix = selector.len() <= self.code.len()
            && selector.len() >= 2
            && self.code.as_bytes()[..selector.len()].eq_ignore_ascii_case(selector.as_bytes());
        selector == "ALL" || selector == self.name || is_prefix
    }

    /// Where its page is.
    pub fn url(&self) -> String {
        format!("{}/blob/main/docs/rules.md#{}", env!("CARGO_PKG_REPOSITORY"), self.name)
    }
}

/// Rules are told apart by their codes.
impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.code, self.name)
    }
}

const fn python(source: &'static str) -> Example {
    Example { language: Language::Python, source }
}

const fn rust(source: &'static str) -> Example {
    Example { language: Language::Rust, source }
}
