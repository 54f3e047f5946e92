//! Settings as people write them, in TOML.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::{Glob, GlobMatcher, GlobSet, GlobSetBuilder};
use serde::{Deserialize, Serialize};

use super::{RuleSet, Settings};

/// What a file of settings may say. Everything may be left out.
///
/// It stands in `viewfmt.toml`, in `pyproject.toml` under `[tool.viewfmt]`, or in `Cargo.toml` under
/// `[package.metadata.viewfmt]` or `[workspace.metadata.viewfmt]`.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Options {
    /// The machine that native sizes are of: `lp64` (the default), `llp64`, `ilp32` or `i386`, each also with `-be` or `-le`,
    /// or `host`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What is looked for, in place of the default: codes (`VF201`), starts of codes (`VF2`), names, or `ALL`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<Vec<String>>,
    /// What is looked for besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extend_select: Vec<String>,
    /// What is not looked for. Of two selectors the more specific one wins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<String>,
    /// What is not looked for in some files: globs, relative to the file of settings, and rules.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub per_file_ignores: BTreeMap<String, Vec<String>>,
    /// Files and directories that are passed over, as globs, in place of the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclude: Option<Vec<String>>,
    /// Files and directories that are passed over besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extend_exclude: Vec<String>,
    /// Whether files that are named on the command line are passed over as well if they are excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_exclude: Option<bool>,
    /// Whether files that git ignores are passed over. They are by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respect_gitignore: Option<bool>,
    /// Whether mistakes that the Rust compiler tells of itself, in `view!` and derives, are left to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leave_to_compiler: Option<bool>,
}

/// What is passed over unless somebody says otherwise.
pub const DEFAULT_EXCLUDE: [&str; 14] = [
    ".git",
    ".hg",
    ".svn",
    ".venv",
    "venv",
    "node_modules",
    "__pycache__",
    "__pypackages__",
    ".tox",
    ".nox",
    ".eggs",
    "site-packages",
    "_build",
    "target",
];

/// Settings, ready for use.
#[derive(Clone, Debug)]
pub struct Project {
    /// The file that they are from; `None` where there is none.
    pub file: Option<PathBuf>,
    /// As they were written.
    pub options: Options,
    /// For files that nothing special is said about.
    pub settings: Settings,
    per_file: Vec<(Globs, Vec<String>)>,
    exclude: Globs,
    /// What globs are relative to.
    root: PathBuf,
}

/// A glob for paths relative to a root, and for names alone.
#[derive(Clone, Debug)]
struct Globs {
    paths: GlobSet,
    names: Vec<GlobMatcher>,
}

impl Globs {
    fn new<'g>(globs: impl IntoIterator<Item = &'g String>) -> Result<Globs, String> {
        let mut paths = GlobSetBuilder::new();
        let mut names = Vec::new();
        for text in globs {
            let glob = Glob::new(text.trim_end_matches('/'))
                .map_err(|error| format!("bad glob `{text}`: {}", error.kind()))?;
            if !text.trim_end_matches('/').contains('/') {
                names.push(glob.compile_matcher());
            }
            paths.add(glob);
        }
        let paths = paths.build().map_err(|error| format!("bad globs: {error}"))?;
        Ok(Globs { paths, names })
    }

    /// Whether the path is meant; `path` is relative to the root.
    fn is_match(&self, path: &Path) -> bool {
        let name = path.file_name().map(Path::new);
        self.paths.is_match(path) || name.is_some_and(|name| self.names.iter().any(|glob| glob.is_match(name)))
    }
}

impl Project {
    /// The settings that `options` say, of globs relative to `root`.
    ///
    /// # Errors
    /// A sentence, where they mean nothing.
    ///
    /// ```
    /// use view_lsp::settings::{Options, Project};
    ///
    /// let options = Options { extend_select: vec!["native-order".into()], ..Options::default() };
    /// let project = Project::new(options, "/home/me/project".into(), None)?;
    /// assert!(project.settings.rules.iter().any(|rule| rule.name == "native-order"));
    /// # Ok::<(), String>(())
    /// ```
    pub fn new(options: Options, root: PathBuf, file: Option<PathBuf>) -> Result<Project, String> {
        let mut settings =
            Settings { leave_to_compiler: options.leave_to_compiler == Some(true), ..Settings::default() };
        if let Some(target) = &options.target {
            settings.target = target.parse().map_err(|error: crate::target::UnknownTarget| error.to_string())?;
        }
        let default: Vec<String> = RuleSet::default().iter().map(|rule| rule.code.into()).collect();
        let mut select = options.select.clone().unwrap_or_default();
        select.extend(options.extend_select.iter().cloned());
        settings.rules = match options.select {
            Some(_) => RuleSet::of(&select, &options.ignore)?,
            // The default is what everything else wins over.
            None => {
                let mut rules = RuleSet::of(&default, &[])?;
                for (selector, is_ignored) in RuleSet::in_order(&select, &options.ignore) {
                    if is_ignored { rules.ignore(selector)? } else { rules.select(selector)? }
                }
                rules
            }
        };
        let mut per_file = Vec::new();
        for (glob, selectors) in &options.per_file_ignores {
            for selector in selectors {
                RuleSet::none().select(selector)?;
            }
            per_file.push((Globs::new([glob])?, selectors.clone()));
        }
        let excluded = match &options.exclude {
            Some(exclude) => exclude.clone(),
            None => DEFAULT_EXCLUDE.map(String::from).to_vec(),
        };
        let exclude = Globs::new(excluded.iter().chain(&options.extend_exclude))?;
        Ok(Project { file, options, settings, per_file, exclude, root })
    }

    /// The settings for one file.
    pub fn settings_for(&self, path: &Path) -> Settings {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let mut settings = self.settings.clone();
        for (globs, selectors) in &self.per_file {
            if path.ancestors().any(|path| globs.is_match(path)) {
                for selector in selectors {
                    // They were all looked up when the settings were made.
                    _ = settings.rules.ignore(selector);
                }
            }
        }
        settings
    }

    /// Whether a file or directory is passed over, itself or with one that it is in.
    pub fn excludes(&self, path: &Path) -> bool {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.ancestors().any(|path| !path.as_os_str().is_empty() && self.exclude.is_match(path))
    }
}
