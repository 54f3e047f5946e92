//! The programs that must not compile: what the macros draw into a literal, the checker finds, at the same place.

use std::fs;
use std::path::{Path, PathBuf};

use view_format::Severity;
use view_lsp::report::FileReport;
use view_lsp::settings::Settings;
use view_lsp::{Language, analysis};

fn programs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("tests/ui");
    let mut found = Vec::new();
    for folder in ["access", "buffer", "derive", "format", "item", "size"] {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        found.extend(entries.filter(|path| path.extension().is_some_and(|extension| extension == "rs")));
    }
    found.sort();
    found
}

/// The headlines that the compiler gives with a place inside of a literal: `--> name.rs:3:51`, without a folder. And those
/// with a picture of the literal but without a place in it, since they are about a field.
fn told(words: &str) -> Vec<(String, Option<(u32, u32)>)> {
    let lines: Vec<_> = words.lines().collect();
    let mut told = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let Some(headline) = line.strip_prefix("error: ") else { continue };
        let next = lines.get(number + 1).map_or("", |next| next.trim());
        if let Some(place) = next.strip_prefix("--> ").filter(|place| !place.contains('/')) {
            let mut numbers = place.rsplitn(3, ':').map(|number| number.parse::<u32>());
            let (column, row) = (numbers.next().unwrap().unwrap(), numbers.next().unwrap().unwrap());
            told.push((headline.into(), Some((row, column))));
        } else if next == "|" {
            told.push((headline.into(), None));
        }
    }
    told
}

#[test]
fn what_macros_tell_inside_of_literals_is_found() {
    let mut count = 0;
    for path in programs() {
        let source = fs::read_to_string(&path).unwrap();
        let words = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let findings = analysis::of(&source, Language::Rust, &Settings::default()).findings;
        let file = FileReport::new(path.clone(), source, findings);
        let told = told(&words);
        for (headline, place) in &told {
            let found = file.findings.iter().find(|finding| {
                let at = file.place(finding.range.start);
                let message = finding.message.replace(" of format ", " in format ");
                let words = headline.split(" in the format").next().unwrap();
                message.starts_with(words) && place.is_none_or(|place| place == (at.row, at.column))
            });
            assert!(found.is_some(), "{}: not found: {headline} {place:?}\n{:#?}", path.display(), file.findings);
            count += 1;
        }
        // What the compiler says of types is its own matter; all else that is found was told.
        for finding in &file.findings {
            let is_told = told.iter().any(|(headline, _)| {
                let words = headline.split(" in the format").next().unwrap();
                finding.message.replace(" of format ", " in format ").starts_with(words)
            });
            let is_about_fields = matches!(finding.rule.name, "extra-field" | "other-name");
            assert!(is_told || is_about_fields, "{}: {}", path.display(), finding.message);
        }
    }
    assert!(count >= 15, "{count} places in literals");
}

/// Programs that must compile, and the examples, are clean.
#[test]
fn nothing_is_found_in_what_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sites = 0;
    for folder in ["tests/ui/pass", "examples", "view-core/tests", "view-core/src", "benches"] {
        let mut folders = vec![root.join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if Language::of_path(&path) == Some(Language::Rust) {
                    let source = fs::read_to_string(&path).unwrap();
                    let analysis = analysis::of(&source, Language::Rust, &Settings::default());
                    // Not one that is there to fail, and no mark that has no effect in a test of that.
                    let is_refused = |finding: &&view_lsp::Finding| {
                        if finding.rule.severity != Severity::Error {
                            return false;
                        }
                        let line = source[finding.range.end as usize..].split(';').next().unwrap();
                        !line.contains("unwrap_err") && !line.contains("is_err")
                    };
                    let found: Vec<_> = analysis.findings.iter().filter(is_refused).map(|f| &f.message).collect();
                    assert!(found.is_empty(), "{}: {found:#?}", path.display());
                    sites += analysis.sites.len();
                }
            }
        }
    }
    assert!(sites > 100, "{sites} sites");
}
