//! Every answer on small sources; `$0` is the cursor. `UPDATE_EXPECT=1` blesses.

mod action;
mod anywhere;
mod completion;
mod highlight;
mod hint;
mod hover;
mod selection;
mod signature;
mod token;

use std::fmt::Write;

use expect_test::{Expect, expect};
use view_format::Target;

use super::*;
use crate::host;
use crate::language::Language::{self, Python, Rust};
use crate::source::{SourceRange, apply};

/// A source without its mark, and where that stood.
fn read(marked: &str) -> (String, u32) {
    let offset = marked.find("$0").unwrap();
    (marked.replacen("$0", "", 1), offset as u32)
}

fn with<T>(language: Language, marked: &str, of: impl FnOnce(File<'_>, u32) -> T) -> T {
    let (source, offset) = read(marked);
    let sites = host::sites(&source, language);
    of(File { source: &source, sites: &sites, target: &Target::LP64 }, offset)
}

/// The source with ranges in brackets.
fn marked(source: &str, ranges: impl IntoIterator<Item = (SourceRange, &'static str)>) -> String {
    let mut ends: Vec<(u32, bool, String)> = Vec::new();
    for (range, after) in ranges {
        ends.push((range.start, true, "[".into()));
        ends.push((range.end, false, format!("]{after}")));
    }
    ends.sort();
    let (mut text, mut at) = (String::new(), 0);
    for (offset, _, mark) in ends {
        text += &source[at..offset as usize];
        text += &mark;
        at = offset as usize;
    }
    text + &source[at..]
}
