//! Changes of sources: fixes made in rounds until nothing is left to mend, shown, or written without ever leaving half a file.

use std::fmt;
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
    let now = fs::read(&path)?;
    if now == after.as_bytes() {
        // By another of its names.
        return Ok(());
    }
    if now != before.as_bytes() {
        return Err(io::Error::other("it has changed meanwhile"));
    }
    let metadata = fs::metadata(&path)?;
    if metadata.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let beside = beside(&path);
    let result =
        write_new(&beside, after, metadata.permissions()).and_then(|()| match stays_same(&metadata, &beside)? {
            true => fs::rename(&beside, &path),
            false => overwrite(&path, after).map_err(|error| Overwrite { error, beside: beside.clone() }.into()),
        });
    // What may be the last whole copy stays.
    if !result.as_ref().is_err_and(|error| error.get_ref().is_some_and(|error| error.is::<Overwrite>())) {
        // It may never have been there, or be in its place.
        _ = fs::remove_file(&beside);
    }
    result
}

fn write_new(path: &Path, text: &str, permissions: fs::Permissions) -> io::Result<()> {
    let mut file = fs::File::create_new(path)
        .map_err(|error| io::Error::new(error.kind(), format!("no file can be made beside it: {error}")))?;
    file.write_all(text.as_bytes())?;
    file.set_permissions(permissions)
}

/// Whether a file in the place of another one is the same to everybody: of the same owner, and by all its names.
#[cfg(unix)]
fn stays_same(old: &fs::Metadata, new: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let new = fs::metadata(new)?;
    Ok(old.nlink() == 1 && (old.uid(), old.gid()) == (new.uid(), new.gid()))
}

#[cfg(not(unix))]
fn stays_same(_: &fs::Metadata, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Writes into a file that is there.
fn overwrite(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::options().write(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)?;
    file.sync_all()
}

/// A file was perhaps written in half.
#[derive(Debug)]
struct Overwrite {
    error: io::Error,
    beside: PathBuf,
}

impl std::error::Error for Overwrite {}

impl fmt::Display for Overwrite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; all of it stands in {}", self.error, self.beside.display())
    }
}

impl From<Overwrite> for io::Error {
    fn from(error: Overwrite) -> io::Error {
        io::Error::new(error.error.kind(), error)
    }
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.viewfmt-{}", std::process::id()))
}
