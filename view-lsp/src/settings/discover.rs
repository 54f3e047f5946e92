//! Which file the settings for a source are in: the nearest one, in its directory or above.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;

use super::{Broken, Options, Project};

/// The files that settings may be in. In one directory the first one wins.
pub const FILES: [&str; 4] = ["viewfmt.toml", ".viewfmt.toml", "pyproject.toml", "Cargo.toml"];

/// For each directory.
type Found = HashMap<PathBuf, Result<Arc<Project>, Arc<Broken>>>;

/// Finds settings, and remembers what it found.
#[derive(Debug, Default)]
pub struct Finder {
    /// For each directory. An error is told once, and to everybody who asks.
    found: Mutex<Found>,
    /// What the command line says, over all files.
    over: Option<Over>,
}

/// What wins over files of settings.
#[derive(Clone, Debug, Default)]
pub struct Over {
    /// These options, where they are there.
    pub options: Options,
    /// This file in place of the nearest one.
    pub file: Option<PathBuf>,
    /// No file at all.
    pub is_isolated: bool,
}

impl Finder {
    /// Finds settings in files alone.
    pub fn new() -> Finder {
        Finder::default()
    }

    /// Finds settings in files, and lets `over` win.
    pub fn with(over: Over) -> Finder {
        Finder { over: Some(over), ..Finder::default() }
    }

    /// The settings for the files in a directory, which is absolute.
    ///
    /// # Errors
    /// What is wrong with the settings, where they cannot be read or mean nothing.
    pub fn of_directory(&self, directory: &Path) -> Result<Arc<Project>, Arc<Broken>> {
        if let Some(known) = self.lock().get(directory) {
            return known.clone();
        }
        let found = self.find(directory);
        self.lock().insert(directory.to_owned(), found.clone());
        found
    }

    /// The settings for a file, whose path is absolute.
    ///
    /// # Errors
    /// As [`of_directory`](Finder::of_directory).
    pub fn of_file(&self, path: &Path) -> Result<Arc<Project>, Arc<Broken>> {
        self.of_directory(path.parent().unwrap_or(path))
    }

    /// Forgets what was found, since files have changed.
    pub fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Found> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, directory: &Path) -> Result<Arc<Project>, Arc<Broken>> {
        let over = self.over.clone().unwrap_or_default();
        if over.is_isolated {
            return self.project(Options::default(), directory, None);
        }
        if let Some(file) = over.file {
            let (options, text) = read(&file)?.unwrap_or_default();
            let root = file.parent().unwrap_or(directory).to_owned();
            return self.project(options, &root, Some((file, text)));
        }
        for name in FILES {
            let file = directory.join(name);
            // A pipe that happens to have its name may never end.
            let is_special = |metadata: fs::Metadata| !metadata.is_file() && !metadata.is_dir();
            if fs::metadata(&file).is_ok_and(is_special) {
                continue;
            }
            if let Some((options, text)) = read(&file)? {
                return self.project(options, directory, Some((file, text)));
            }
        }
        match directory.parent() {
            Some(parent) => self.of_directory(parent),
            None => self.project(Options::default(), directory, None),
        }
    }

    fn project(
        &self,
        options: Options,
        root: &Path,
        from: Option<(PathBuf, String)>,
    ) -> Result<Arc<Project>, Arc<Broken>> {
        let merged = match &self.over {
            Some(over) => options.clone().under(over.options.clone()),
            None => options.clone(),
        };
        let file = from.as_ref().map(|(file, _)| file.clone());
        Project::new(merged, root.to_owned(), file).map(Arc::new).map_err(|error| {
            // What the file says means nothing by itself, or it is the command line that does.
            let alone = Project::new(options, root.to_owned(), None).err();
            Arc::new(match (from, alone) {
                (Some((file, text)), Some(error)) => Broken::in_options(&file, &text, error),
                _ => Broken::in_arguments(error),
            })
        })
    }
}

/// The settings in a file, and its text; `None` where it is not there or has none for us.
fn read(file: &Path) -> Result<Option<(Options, String)>, Broken> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(Broken::unreadable(file, &error)),
    };
    Ok(parse(file, &text)?.map(|options| (options, text)))
}

/// The tables that lead to settings.
pub(super) type Section = &'static [&'static str];

/// Where settings stand in a file of this name, the first that is there.
pub(super) fn sections(file: &Path) -> &'static [Section] {
    match file.file_name().and_then(|name| name.to_str()) {
        Some("pyproject.toml") => &[&["tool", "viewfmt"]],
        Some("Cargo.toml") => &[&["package", "metadata", "viewfmt"], &["workspace", "metadata", "viewfmt"]],
        _ => &[&[]],
    }
}

/// The settings in the text of a file; `None` where it has none for us.
pub(super) fn parse(file: &Path, text: &str) -> Result<Option<Options>, Broken> {
    let options = match file.file_name().and_then(|name| name.to_str()) {
        Some("pyproject.toml" | "Cargo.toml") if !text.contains("viewfmt") => Ok(None),
        Some("pyproject.toml") => toml::from_str(text).map(|file: PyProject| file.tool.and_then(|tool| tool.viewfmt)),
        Some("Cargo.toml") => toml::from_str(text).map(|file: Cargo| {
            let of = |table: Option<Table>| table?.metadata?.viewfmt;
            of(file.package).or_else(|| of(file.workspace))
        }),
        _ => toml::from_str(text).map(Some),
    };
    options.map_err(|error| Broken::in_text(file, text, &error))
}

#[derive(Deserialize)]
struct PyProject {
    tool: Option<Metadata>,
}

#[derive(Deserialize)]
struct Cargo {
    package: Option<Table>,
    workspace: Option<Table>,
}

#[derive(Deserialize)]
struct Table {
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    viewfmt: Option<Options>,
}

impl Options {
    /// These options, but where `over` says something.
    #[must_use]
    pub fn under(self, over: Options) -> Options {
        let joined = |mut one: Vec<String>, other: Vec<String>| {
            one.extend(other);
            one
        };
        let mut per_file_ignores = self.per_file_ignores;
        per_file_ignores.extend(over.per_file_ignores);
        let mut severity = self.severity;
        severity.extend(over.severity);
        // Another selection starts anew.
        let (extend_select, ignore) = match over.select {
            Some(_) => (over.extend_select, over.ignore),
            None => (joined(self.extend_select, over.extend_select), joined(self.ignore, over.ignore)),
        };
        Options {
            target: over.target.or(self.target),
            select: over.select.or(self.select),
            extend_select,
            ignore,
            per_file_ignores,
            severity,
            exclude: over.exclude.or(self.exclude),
            extend_exclude: joined(self.extend_exclude, over.extend_exclude),
            force_exclude: over.force_exclude.or(self.force_exclude),
            respect_gitignore: over.respect_gitignore.or(self.respect_gitignore),
            leave_to_compiler: over.leave_to_compiler.or(self.leave_to_compiler),
        }
    }
}
