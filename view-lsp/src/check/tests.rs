//! Every rule finds its bad example, and nothing in its good one.

use view_format::diagnostic::all_examples;
use view_format::{DiagnosticKind, Severity};

use crate::analysis;
use crate::rule::{GROUPS, Rule};
use crate::settings::Settings;
use crate::source::apply;

/// The default rules, and one that may be off by default.
fn with(rule: &Rule) -> Settings {
    let mut settings = Settings::default();
    settings.rules.select(rule.code).unwrap();
    settings
}

/// Those of rules whose examples are long: made here.
fn long_example(rule: &Rule) -> Option<(String, String)> {
    let item = |format: String| format!("view_core::view! {{ struct Item = \"{format}\"; }}");
    match rule.name {
        "too-many-items" => Some((item("<".to_owned() + &"bB".repeat(8193)), item("<16386b".into()))),
        "text-too-long" => Some((item(format!("<b{}", " ".repeat(1 << 20))), item("<b".into()))),
        _ => None,
    }
}

#[test]
fn every_rule_finds_its_bad_example_and_nothing_in_its_good_one() {
    for rule in Rule::all() {
        let (bad, good) = long_example(rule).unwrap_or((rule.bad.source.into(), rule.good.source.into()));
        let language = rule.bad.language;
        let settings = with(rule);
        let found = analysis::of(&bad, language, &settings).findings;
        let names: Vec<_> = found.iter().map(|finding| finding.rule.name).collect();
        assert_eq!(names, [rule.name], "{bad:.200}");
        let left = analysis::of(&good, rule.good.language, &settings).findings;
        assert!(left.is_empty(), "{rule}: {good:.200}: {}", left[0].message);
    }
}

/// A fix mends what it is a fix of, and brings nothing new.
#[test]
fn fixes_mend() {
    let mut fixed = Vec::new();
    for rule in Rule::all().filter(|rule| long_example(rule).is_none()) {
        let settings = with(rule);
        let found = analysis::of(rule.bad.source, rule.bad.language, &settings).findings;
        let Some(fix) = found.first().and_then(|finding| finding.fix.as_ref()) else { continue };
        let (mended, made) = apply(rule.bad.source, [fix.edits.as_slice()]);
        let left = analysis::of(&mended, rule.bad.language, &settings).findings;
        let is_left = |finding: &crate::Finding| finding.rule == rule || finding.rule.severity == Severity::Error;
        assert!(made == 1 && !left.iter().any(is_left), "{rule}: {mended}");
        fixed.push(rule.name);
    }
    expect_test::expect!["unknown-code indefinite-code native-only-code space-in-item stray-brace stray-parenthesis stray-comma empty-name nul non-ascii misread-name native-size native-alignment native-order implicit-padding partial-padding end-padding idle-mark unpack-compared pack-type data-length memoryview-cast unused-suppression"].assert_eq(&fixed.join(" "));
}

#[test]
fn every_mistake_of_a_format_has_a_rule() {
    // What only a reader of buffers can find.
    let of_buffers = ["larger-than-item", "missing-bytes", "hidden-padding"];
    for example in all_examples() {
        let found = view_format::parse(&example.text(), example.dialect);
        let target = view_format::Target::LP64;
        let mut all = found.diagnostics;
        all.extend(found.format.check(&target).diagnostics);
        all.extend(found.format.lint(&target));
        for diagnostic in all.iter().filter(|diagnostic| !of_buffers.contains(&diagnostic.id())) {
            let rule = Rule::find(diagnostic.id()).unwrap_or_else(|| panic!("no rule {}", diagnostic.id()));
            assert_eq!(rule.severity, diagnostic.severity(), "{rule}");
            let is_hint = rule.severity == Severity::Hint;
            assert_eq!(rule.is_default, !is_hint, "{rule}");
            assert_eq!(rule.code.starts_with("VF1"), matches!(diagnostic.kind, DiagnosticKind::Lint(_)), "{rule}");
        }
    }
}

#[test]
fn codes_and_names_are_told_apart_and_stand_in_order() {
    let rules: Vec<_> = Rule::all().collect();
    assert!(rules.is_sorted_by(|a, b| a.code < b.code));
    for rule in &rules {
        assert_eq!(rules.iter().filter(|other| other.name == rule.name).count(), 1, "{rule}");
        assert!(GROUPS.iter().any(|group| rule.code.starts_with(group.prefix)), "{rule}");
        assert!(rule.name.bytes().all(|c| c.is_ascii_lowercase() || c == b'-'), "{rule}");
        assert!(!rule.why.is_empty() && rule.why.ends_with(['.', '`', ')']) && !rule.summary.ends_with('.'), "{rule}");
    }
}
