//! Sources with markers.

use std::fs;
use std::path::{Path, PathBuf};

use view_lsp::settings::Settings;
use view_lsp::source::apply;
use view_lsp::{Finding, Language, analysis};

/// All fixtures.
fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let mut found = Vec::new();
    for folder in ["python", "rust"] {
        found.extend(fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    found.sort();
    assert!(found.len() > 8);
    found
}

fn is_marker(line: &str, comment: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix(comment) else { return false };
    let rest = rest.trim_start();
    rest.starts_with('^') || rest.starts_with('@') && rest[1..].starts_with(|c: char| c.is_ascii_digit())
}

/// All rules where the first line says so, else the default.
fn settings(source: &str) -> Settings {
    let mut settings = Settings::default();
    if let Some(first) = source.lines().next()
        && let Some((_, selectors)) = first.split_once("select: ")
    {
        for selector in selectors.split_whitespace() {
            settings.rules.select(selector).unwrap();
        }
    }
    settings
}

/// The source with markers for what is found.
fn marked(source: &str, findings: &[Finding], comment: &str) -> String {
    let mut text = String::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        text.push_str(line);
        let here = |finding: &&Finding| {
            let at = finding.range.start as usize;
            start <= at && (at < start + line.len() || at == source.len())
        };
        for finding in findings.iter().filter(here) {
            let range = finding.range;
            let from = line[..range.start as usize - start].chars().count();
            let marked = source[range.range()].split('\n').next().unwrap();
            let width = marked.chars().count().max(1);
            let more = if source[range.range()].contains('\n') { "..." } else { "" };
            let place = match from.checked_sub(comment.len()) {
                Some(indent) => format!("{}{}", " ".repeat(indent), "^".repeat(width)),
                None => format!(" @{from}-{}", from + width),
            };
            text.push_str(&format!("{comment}{place}{more} {}: {}\n", finding.rule.name, finding.message));
        }
        start += line.len();
    }
    text
}

#[test]
fn what_is_found_stands_below_it() {
    for path in fixtures() {
        let language = Language::of_path(&path).unwrap();
        let comment = if language == Language::Python { "#" } else { "//" };
        let text = fs::read_to_string(&path).unwrap();
        let source: String = text.split_inclusive('\n').filter(|line| !is_marker(line, comment)).collect();
        let findings = analysis::of(&source, language, &settings(&source)).findings;
        expect_test::expect_file![path.clone()].assert_eq(&marked(&source, &findings, comment));
        for finding in &findings {
            let format = finding.format.as_ref().map(|format| format.text.escape_debug().to_string());
            let names_it = format.is_none_or(|format| finding.message.contains(format.get(..30).unwrap_or(&format)));
            assert!(names_it, "{}: {} does not name its format", path.display(), finding.message);
        }
    }
}

/// What has a safe fix is gone when all of them are made, and nothing new is found.
#[test]
fn fixes_leave_nothing_that_they_mend() {
    for path in fixtures() {
        let language = Language::of_path(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let settings = settings(&text);
        let mut mended = text.clone();
        let before = analysis::of(&text, language, &settings).findings.len();
        for _ in 0..8 {
            let findings = analysis::of(&mended, language, &settings).findings;
            let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.is_safe);
            let (next, made) = apply(&mended, fixes.map(|fix| fix.edits.as_slice()));
            if made == 0 {
                break;
            }
            mended = next;
        }
        let left = analysis::of(&mended, language, &settings).findings;
        let fixable = left.iter().find(|finding| finding.fix.as_ref().is_some_and(|fix| fix.is_safe));
        assert!(fixable.is_none(), "{}: {fixable:?}", path.display());
        assert!(left.len() <= before, "{}", path.display());
    }
}

/// Nothing is found, and nothing breaks, wherever a source ends.
#[test]
fn half_sources_are_read() {
    for path in fixtures() {
        let language = Language::of_path(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let step = (text.len() / 400).max(1);
        for end in (0..text.len()).step_by(step).filter(|&end| text.is_char_boundary(end)) {
            let analysis = analysis::of(&text[..end], language, &Settings::default());
            for finding in &analysis.findings {
                assert!(text[..end].get(finding.range.range()).is_some(), "{}: {end}", path.display());
            }
            for site in &analysis.sites {
                assert!(text[..end].get(site.range.range()).is_some(), "{}: {end}", path.display());
            }
        }
    }
}
