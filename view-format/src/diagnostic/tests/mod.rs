//! One snapshot for each kind of mistake: the picture, and the text with the fix made. `UPDATE_EXPECT=1` blesses them.

mod code;
mod name;
mod once;
mod shape;

use std::fmt::Write;
use std::vec::Vec;

use expect_test::Expect;

use crate::{Diagnostic, Dialect, Picture, Target, parse};

fn diagnostics(text: &str, dialect: Dialect) -> Vec<Diagnostic> {
    let parse = parse(text, dialect);
    let mut diagnostics = parse.diagnostics;
    diagnostics.extend(parse.format.check(&Target::LP64).diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics
}

/// The picture of all mistakes in `text`; each fix must remove its own.
#[track_caller]
fn check(text: &str, expect: Expect) {
    let (text, dialect) = match text.strip_prefix("Struct:") {
        Some(text) => (text, Dialect::Struct),
        None => (text, Dialect::Pep3118),
    };
    let found = diagnostics(text, dialect);
    let mut out = std::format!("{}\n", Picture::new(text, &found));
    for diagnostic in &found {
        if let Some(fix) = diagnostic.fix() {
            let mended = fix.apply(text);
            writeln!(out, "  fix of {}: {} -> {mended:?}", diagnostic.id(), fix.title).unwrap();
            let left = diagnostics(&mended, dialect);
            assert!(left.len() < found.len(), "{mended:?} is no better: {left:?}");
        }
    }
    expect.assert_eq(&out);
}
