//! Writes the comments that keep findings quiet.

mod silencer;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::analysis;
use crate::finding::Finding;
use crate::language::Language;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::source::{Edit, apply};
pub use silencer::Silencer;
use silencer::{Place, is_meant};

/// A source in which comments keep quiet what was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Silenced {
    /// The source.
    pub source: String,
    /// How many findings are quiet that were not.
    pub count: usize,
}

/// Writes a comment for each finding: above its line, or behind it where a comment above would be in a string or break a
/// continued line; rules are added to a comment that is there already. What unused comments are found is left.
///
/// Nothing but comments changes, which is checked token by token; where no comment can stand the finding is left.
///
/// ```
/// use view_lsp::{Language, Settings, silence};
///
/// let source = "import struct\ndef f():\n    struct.pack('<B', 300)\n";
/// let silenced = silence::silence(source, Language::Python, &Settings::default());
/// assert_eq!(
///     silenced.source,
///     "import struct\ndef f():\n    # view: ignore[pack-range]\n    struct.pack('<B', 300)\n"
/// );
/// assert_eq!(silence::silence(&silenced.source, Language::Python, &Settings::default()).count, 0);
/// ```
pub fn silence(source: &str, language: Language, settings: &Settings) -> Silenced {
    let unchanged = || Silenced { source: source.into(), count: 0 };
    let found = analysis::of(source, language, settings);
    if count(&found.findings) == 0 {
        return unchanged();
    }
    let silencer = Silencer::new(source, language, &found);
    let mut rules: BTreeMap<Place, Vec<&Rule>> = BTreeMap::new();
    let mut placed = 0;
    for finding in found.findings.iter().filter(|finding| is_meant(finding)) {
        let Some(place) = silencer.place(finding) else { continue };
        let named = rules.entry(place).or_default();
        if !named.contains(&finding.rule) {
            named.push(finding.rule);
        }
        placed += 1;
    }
    let edits = rules.iter().filter_map(|(place, rules)| silencer.edit(*place, rules));
    let edits: Vec<Edit> = edits.collect();
    let (after, _) = apply(source, edits.iter().map(std::slice::from_ref));
    let (before, left) = (count(&found.findings), count(&analysis::of(&after, language, settings).findings));
    let is_same = silencer.is_same_but_comments(&after);
    match placed > 0 && is_same && left + placed <= before {
        true => Silenced { source: after, count: before - left },
        false => unchanged(),
    }
}

fn count(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| is_meant(finding)).count()
}
