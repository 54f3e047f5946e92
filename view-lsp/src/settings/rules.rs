//! Which rules are looked for.

use std::collections::BTreeSet;

use crate::rule::Rule;

/// A set of rules. By default the ones that are on unless somebody says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleSet {
    codes: BTreeSet<&'static str>,
}

impl Default for RuleSet {
    fn default() -> RuleSet {
        RuleSet { codes: Rule::all().filter(|rule| rule.is_default).map(|rule| rule.code).collect() }
    }
}

impl RuleSet {
    /// No rule.
    pub fn none() -> RuleSet {
        RuleSet { codes: BTreeSet::new() }
    }

    /// Whether the rule is looked for.
    pub fn contains(&self, rule: &Rule) -> bool {
        self.codes.contains(rule.code)
    }

    /// The rules, by their codes.
    pub fn iter(&self) -> impl Iterator<Item = &'static Rule> {
        self.codes.iter().filter_map(|code| Rule::find(code))
    }

    /// Puts in what a selector means: a code, the start of one, a name, `ALL`.
    ///
    /// # Errors
    /// A sentence, where it means nothing.
    pub fn select(&mut self, selector: &str) -> Result<(), String> {
        self.codes.extend(selected(selector)?);
        Ok(())
    }

    /// Keeps those that `is_kept` says of.
    pub(super) fn retain(&mut self, is_kept: impl Fn(&Rule) -> bool) {
        self.codes.retain(|code| Rule::find(code).is_some_and(&is_kept));
    }

    /// Takes out what a selector means.
    ///
    /// # Errors
    /// A sentence, where it means nothing.
    pub fn ignore(&mut self, selector: &str) -> Result<(), String> {
        for code in selected(selector)? {
            self.codes.remove(code);
        }
        Ok(())
    }

    /// Made of selectors as settings have them. More specific selectors win over less specific ones, whichever list they
    /// stand in; of two equally specific ones `ignore` wins.
    ///
    /// # Errors
    /// A sentence, where a selector means nothing.
    pub fn of(select: &[String], ignore: &[String]) -> Result<RuleSet, String> {
        let mut rules = RuleSet::none();
        for (selector, is_ignored) in RuleSet::in_order(select, ignore) {
            if is_ignored { rules.ignore(selector)? } else { rules.select(selector)? }
        }
        Ok(rules)
    }

    /// Selectors in the order in which they have to be heeded, the ones that win last, and whether they are to be ignored.
    pub(super) fn in_order<'s>(select: &'s [String], ignore: &'s [String]) -> impl Iterator<Item = (&'s str, bool)> {
        let mut all: Vec<(usize, bool, &str)> = Vec::new();
        all.extend(select.iter().map(|selector| (specificity(selector), false, selector.as_str())));
        all.extend(ignore.iter().map(|selector| (specificity(selector), true, selector.as_str())));
        all.sort();
        all.into_iter().map(|(_, is_ignored, selector)| (selector, is_ignored))
    }
}

/// How few rules a selector means.
fn specificity(selector: &str) -> usize {
    match selector {
        "ALL" => 0,
        name if Rule::all().any(|rule| rule.name == name) => usize::MAX,
        code if code.len() >= 5 => usize::MAX,
        prefix => prefix.len(),
    }
}

fn selected(selector: &str) -> Result<Vec<&'static str>, String> {
    let codes: Vec<_> = Rule::all().filter(|rule| rule.is_selected_by(selector)).map(|rule| rule.code).collect();
    match codes.is_empty() {
        false => Ok(codes),
        true => Err(format!(
            "`{selector}` is no rule: rules are selected by code (`VF201`), by the start of one (`VF2`), by name \
             (`unpack-targets`), or by `ALL`"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.into()).collect::<Vec<String>>();
        RuleSet::of(&owned(select), &owned(ignore)).unwrap().iter().map(|rule| rule.code).collect()
    }

    #[test]
    fn the_more_specific_selector_wins() {
        assert_eq!(names(&["VF20"], &["VF2"]).len(), 9);
        assert_eq!(
            names(&["VF1"], &["VF103", "implicit-padding", "VF106"]),
            ["VF101", "VF102", "VF105", "VF107", "VF108"]
        );
        assert_eq!(names(&["idle-mark"], &["VF1"]), ["VF108"]);
        assert_eq!(names(&["VF108"], &["VF108"]), [""; 0]);
        assert_eq!(names(&["ALL"], &["VF"]), [""; 0]);
    }

    #[test]
    fn a_selector_that_means_nothing_is_told() {
        for selector in ["", "V", "XY1", "VF5", "VF2011", "unpack", "all"] {
            assert!(RuleSet::none().select(selector).unwrap_err().contains("is no rule"), "{selector}");
        }
    }
}
