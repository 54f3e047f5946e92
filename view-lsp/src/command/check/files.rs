//! The files that are checked: found by several threads, and checked by the one that finds them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ignore::{DirEntry, WalkBuilder, WalkState};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::super::Failure;
use super::fix::Change;
use super::problems::Problems;
use super::read;
use crate::analysis;
use crate::language::Language;
use crate::report::FileReport;
use crate::settings::{Broken, Finder, Project};

/// What came of all files.
#[derive(Default)]
pub(super) struct Checked {
    /// Files with findings, in order.
    pub(super) reports: Vec<FileReport>,
    /// Files that fixes change.
    pub(super) fixed: Vec<Fixed>,
    /// What was not checked.
    pub(super) problems: Problems,
}

/// A file that fixes change.
pub(super) struct Fixed {
    pub(super) path: PathBuf,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) count: usize,
}

/// A file to check.
pub(in crate::command) struct Listed {
    pub(in crate::command) path: PathBuf,
    pub(in crate::command) language: Language,
    /// Whether it was named itself, and not found below a directory.
    pub(in crate::command) is_named: bool,
}

/// The files that would be checked, and what is wrong with the paths.
pub(in crate::command) fn list(paths: &[PathBuf], finder: &Finder) -> Result<(Vec<Listed>, Problems), Failure> {
    let files = Mutex::new(Vec::new());
    let failures = walk(paths, finder, &|path, language, _, is_named| {
        lock(&files).push(Listed { path: path.to_owned(), language, is_named });
    })?;
    let mut files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
    unique(&mut files, |file| &file.path, |kept, other| kept.is_named |= other.is_named);
    let mut problems = Problems { failures, ..Problems::default() };
    problems.sort();
    Ok((files, problems))
}

/// Checks all files. With a change, it is made in memory; whether it `is_written` afterwards is for the caller.
pub(super) fn check(
    paths: &[PathBuf],
    finder: &Finder,
    change: Option<Change>,
    is_written: bool,
    is_quiet: bool,
) -> Result<Checked, Failure> {
    let checked = Mutex::new(Checked::default());
    let progress = Progress::new(is_quiet);
    let failures = walk(paths, finder, &|path, language, project, is_named| {
        progress.step();
        let source = match read::file(path, language, is_written) {
            Ok(source) => source,
            Err(failed) => return lock(&checked).problems.unread(path, failed, is_named),
        };
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let settings = project.settings_for(&absolute);
        let mut text = source.text;
        let mut fixed = None;
        if let Some(change) = change {
            let (after, count) = change.made(&text, language, &settings);
            if count > 0 && source.is_utf8 {
                let before = std::mem::replace(&mut text, after.clone());
                fixed = Some(Fixed { path: path.to_owned(), before, after, count });
            } else if count > 0 {
                lock(&checked).problems.warnings.push(format!("{}: {}", shown(path).display(), read::NOT_CHANGED));
            }
        }
        let findings = analysis::of(&text, language, &settings).findings;
        if findings.is_empty() && fixed.is_none() {
            return;
        }
        let mut checked = lock(&checked);
        if !findings.is_empty() {
            checked.reports.push(FileReport::new(path.to_owned(), text, findings));
        }
        checked.fixed.extend(fixed);
    })?;
    progress.finish();
    let mut checked = checked.into_inner().unwrap_or_else(PoisonError::into_inner);
    checked.problems.failures.extend(failures);
    // Threads come in any order, and one file may be below two paths.
    unique(&mut checked.reports, |report| &report.path, |_, _| {});
    unique(&mut checked.fixed, |fixed| &fixed.path, |_, _| {});
    checked.problems.sort();
    Ok(checked)
}

/// Sorts by path, and keeps one of each file, called as it is from where we are; it may take something over from the others.
fn unique<T>(all: &mut Vec<T>, path: impl Fn(&T) -> &Path, take_over: impl Fn(&mut T, &T)) {
    let absolute = |one: &T| std::path::absolute(path(one)).unwrap_or_else(|_| path(one).to_owned());
    all.sort_by_cached_key(|one| (absolute(one), path(one).is_absolute(), path(one).to_owned()));
    all.dedup_by(|other, kept| {
        let is_same = absolute(other) == absolute(kept);
        if is_same {
            take_over(kept, other);
        }
        is_same
    });
}

/// A path as people write it, without the directory that they are in.
pub(super) fn shown(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is done with a file: its path, its language, its settings, and whether it was named itself.
type Visit<'v> = dyn Fn(&Path, Language, &Arc<Project>, bool) + Sync + 'v;

/// Goes through all paths; gives what could not be read.
fn walk(paths: &[PathBuf], finder: &Finder, visit: &Visit<'_>) -> Result<Vec<String>, Failure> {
    let mut failures = Vec::new();
    let mut directories = Vec::new();
    for path in paths {
        let absolute = super::absolute(path)?;
        let metadata = match std::fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                let is_link = error.kind() == ErrorKind::NotFound && path.is_symlink();
                let why = if is_link { "a link to nothing".into() } else { error.to_string() };
                failures.push(format!("{}: {why}", shown(path).display()));
                continue;
            }
        };
        let project = if metadata.is_dir() { finder.of_directory(&absolute) } else { finder.of_file(&absolute) };
        let project = project?;
        if project.options.force_exclude == Some(true) && project.excludes(&absolute) {
            continue;
        }
        if metadata.is_dir() {
            directories.push((path, project));
        } else if let Some(language) = Language::of_path(path) {
            visit(path, language, &project, true);
        } else {
            failures.push(format!("{}: neither Python (.py, .pyi, .pyw) nor Rust (.rs)", path.display()));
        }
    }
    // Settings say which files are heeded, so paths that differ in that are gone through by themselves.
    for respects in [true, false] {
        let mut roots =
            directories.iter().filter(|(_, project)| (project.options.respect_gitignore != Some(false)) == respects);
        let Some((first, _)) = roots.next() else { continue };
        let mut builder = WalkBuilder::new(first);
        roots.for_each(|(path, _)| _ = builder.add(path));
        failures.extend(walk_directories(builder, respects, finder, visit)?);
    }
    Ok(failures)
}

fn walk_directories(
    mut builder: WalkBuilder,
    respects: bool,
    finder: &Finder,
    visit: &Visit<'_>,
) -> Result<Vec<String>, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    builder.standard_filters(respects).hidden(false).threads(threads);
    let failures = Mutex::new(Vec::new());
    // Settings that mean nothing end the run.
    let broken = Mutex::new(None);
    builder.build_parallel().run(|| {
        Box::new(|entry| {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    lock(&failures).push(error.to_string());
                    return WalkState::Continue;
                }
            };
            match step(&entry, finder, visit) {
                Ok(state) => state,
                Err(error) => {
                    lock(&broken).get_or_insert(error);
                    WalkState::Quit
                }
            }
        })
    });
    match broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(broken) => Err(broken.into()),
        None => Ok(failures.into_inner().unwrap_or_else(PoisonError::into_inner)),
    }
}

fn step(entry: &DirEntry, finder: &Finder, visit: &Visit<'_>) -> Result<WalkState, Arc<Broken>> {
    let path = entry.path();
    let is_directory = entry.file_type().is_some_and(|kind| kind.is_dir());
    let language = match is_directory {
        true => None,
        false => match Language::of_path(path) {
            Some(language) => Some(language),
            None => return Ok(WalkState::Continue),
        },
    };
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // A directory is judged by the settings that are in force around it.
    let project = finder.of_file(&absolute)?;
    if entry.depth() > 0 && project.excludes(&absolute) {
        return Ok(WalkState::Skip);
    }
    // A link to a directory is none; links to files are followed, broken ones are told. Pipes may never end.
    let is_source = match std::fs::metadata(path) {
        Ok(metadata) => metadata.is_file(),
        Err(_) => true,
    };
    if let Some(language) = language.filter(|_| is_source) {
        visit(path, language, &project, false);
    }
    Ok(WalkState::Continue)
}

/// How many files were checked, on runs that take long enough for somebody to wait.
struct Progress {
    bar: ProgressBar,
    files: AtomicUsize,
}

impl Progress {
    fn new(is_quiet: bool) -> Progress {
        let target = if is_quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} files checked, {elapsed}") {
            bar.set_style(style);
        }
        Progress { bar, files: AtomicUsize::new(0) }
    }

    fn step(&self) {
        let files = self.files.fetch_add(1, Ordering::Relaxed) + 1;
        if files.is_multiple_of(64) && self.bar.elapsed() > Duration::from_secs(1) {
            self.bar.set_position(files as u64);
        }
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
