//! Rust sources: what the macros refuse is reported with their own words, at the same place; what they take is clean.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use view_format::Severity;
use view_lsp::{Finding, Language, Settings, analysis};

fn sources(directory: &str) -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(directory);
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    files
}

/// Line and column of a byte, both from 1, the column in characters.
fn place(source: &str, offset: u32) -> (usize, usize) {
    let before = &source[..offset as usize];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// What the compiler says of one mistake inside a literal: the headline, and where the macro says that it is.
#[derive(Debug)]
struct Said {
    headline: String,
    place: (usize, usize),
}

/// The macro's own errors have a place of their own, further in than the compiler's.
fn said(stderr: &str) -> Vec<Said> {
    let lines: Vec<_> = stderr.lines().collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let headline = pair[0].strip_prefix("error: ")?.to_owned();
        let (_, place) = pair[1].strip_prefix("    ")?.trim_start().strip_prefix("--> ")?.split_once(".rs:")?;
        let (line, column) = place.split_once(':')?;
        Some(Said { headline, place: (line.parse().ok()?, column.parse().ok()?) })
    });
    pairs.collect()
}

fn errors(source: &str) -> Vec<Finding> {
    let findings = analysis::of(source, Language::Rust, &Settings::default()).findings;
    findings.into_iter().filter(|finding| finding.rule.severity == Severity::Error).collect()
}

/// Each mistake that a macro draws inside a literal is found by the rule of its kind, at its place, with its words; and
/// nothing else is found.
#[test]
fn what_the_macros_refuse() {
    let mut seen = String::new();
    let mut mistakes = 0;
    for directory in ["access", "buffer", "derive", "format", "item", "size"] {
        for path in sources(&format!("tests/ui/{directory}")) {
            let source = fs::read_to_string(&path).unwrap();
            let said = said(&fs::read_to_string(path.with_extension("stderr")).unwrap());
            let errors = errors(&source);
            let name = format!("{directory}/{}", path.file_name().unwrap().to_string_lossy());
            for Said { headline, place: at } in &said {
                let is_it = |finding: &&Finding| {
                    place(&source, finding.range.start) == *at && finding.message.starts_with(headline)
                };
                let found: Vec<_> = errors.iter().filter(is_it).collect();
                assert_eq!(found.len(), 1, "{name}: {headline} at {at:?}\n{errors:#?}");
            }
            mistakes += said.len();
            for finding in &errors {
                let (line, column) = place(&source, finding.range.start);
                let text = &source[finding.range.range()];
                writeln!(seen, "{name}:{line}:{column} {} {text:?}: {}", finding.rule.name, finding.message).unwrap();
            }
        }
    }
    assert!(mistakes >= 13, "{mistakes}");
    expect_file!["rust.txt"].assert_eq(&seen);
}

/// Nor is anything said of programs that compile: the examples, and those of the tests.
#[test]
fn what_the_macros_take() {
    let mut sites = 0;
    for path in ["examples", "tests/ui/pass", "tests", "benches"].into_iter().flat_map(sources) {
        let source = fs::read_to_string(&path).unwrap();
        let analysis = analysis::of(&source, Language::Rust, &Settings::default());
        let errors: Vec<_> =
            analysis.findings.iter().filter(|finding| finding.rule.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let is_example = path.parent().is_some_and(|parent| parent.ends_with("examples"));
        assert!(!is_example || analysis.findings.is_empty(), "{}: {:#?}", path.display(), analysis.findings);
        sites += analysis.sites.len();
    }
    assert!(sites > 50, "{sites}");
}
