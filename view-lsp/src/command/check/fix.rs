//! Changes of sources: fixes made in rounds until nothing is left to mend, shown, or written without ever leaving half a file.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::analysis;
use crate::language::Language;
use crate::settings::Settings;
use crate::silence::{self, Silenced};
use crate::source::apply;

/// Rounds after which fixes that bring each other back are left alone.
const ROUNDS: usize = 10;

/// What is done to sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// Fixes are made, unsafe ones too where that is said.
    Fix { is_unsafe: bool },
    /// Comments are written that keep findings quiet.
    Silence,
}

impl Change {
    /// The source after it, and how many findings are gone.
    pub(super) fn made(self, source: &str, language: Language, settings: &Settings) -> (String, usize) {
        match self {
            Change::Fix { is_unsafe } => fixed(source, language, settings, is_unsafe),
            Change::Silence => {
                let Silenced { source, count } = silence::silence(source, language, settings);
                (source, count)
            }
        }
    }
}

/// The source with all fixes made, and how many they were.
fn fixed(source: &str, language: Language, settings: &Settings, unsafe_fixes: bool) -> (String, usize) {
    let mut text = source.to_owned();
    let mut count = 0;
    for _ in 0..ROUNDS {
        let findings = analysis::of(&text, language, settings).findings;
        let fixes =
            findings.iter().filter_map(|finding| finding.fix.as_ref()).filter(|fix| fix.is_safe || unsafe_fixes);
        let (next, made) = apply(&text, fixes.map(|fix| fix.edits.as_slice()));
        if made == 0 {
            break;
        }
        text = next;
        count += made;
    }
    (text, count)
}

/// Shows the change.
pub(super) fn diff(path: &Path, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
    if before == after {
        return Ok(());
    }
    let name = path.strip_prefix(".").unwrap_or(path).display().to_string();
    let diff = TextDiff::from_lines(before, after);
    write!(out, "{}", diff.unified_diff().header(&name, &name))
}

/// Writes a file beside the old one and puts it in its place. If the old one has changed since it was read, it stays.
pub(super) fn write(path: &Path, before: &str, after: &str) -> io::Result<()> {
    // Behind a link is the file.
    let path = fs::canonicalize(path)?;
    if fs::read(&path)? != before.as_bytes() {
        return Err(io::Error::other("it has changed meanwhile"));
    }
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let beside = beside(&path);
    let result = fs::write(&beside, after)
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &path));
    if result.is_err() {
        // It may never have been there.
        _ = fs::remove_file(&beside);
    }
    result
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.viewfmt-{}", std::process::id()))
}
