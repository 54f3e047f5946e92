//! Settings as people write them, in TOML.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::{Glob, GlobMatcher, GlobSet, GlobSetBuilder};
use serde::{Deserialize, Serialize};

use view_format::Severity;

use super::broken::{OptionError, Step};
use super::{RuleSet, Settings};
use crate::rule::Rule;

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
    /// How much rules weigh, in place of the default: for a rule (a code, the start of one, a name, or `ALL`) `error`,
    /// `warning`, `hint`, or `off`. Of two selectors the more specific one wins.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, Weight>,
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

/// How much a rule is to weigh.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// As what cannot be used.
    Error,
    /// As what may be meant, and differs from what it looks like.
    Warning,
    /// As what is fine, unless it is meant for other machines too.
    #[serde(alias = "info")]
    Hint,
    /// It is not looked for.
    Off,
}

impl Weight {
    /// The severity of findings, if there are to be any.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Weight::Error => Some(Severity::Error),
            Weight::Warning => Some(Severity::Warning),
            Weight::Hint => Some(Severity::Hint),
            Weight::Off => None,
        }
    }
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
    /// Where one is bad, the error says which and why.
    fn new<'g>(globs: impl IntoIterator<Item = &'g String>) -> Result<Globs, (usize, String)> {
        let mut paths = GlobSetBuilder::new();
        let mut names = Vec::new();
        for (i, text) in globs.into_iter().enumerate() {
            let glob = Glob::new(text.trim_end_matches('/'))
                .map_err(|error| (i, format!("bad glob `{text}`: {}", error.kind())))?;
            if !text.trim_end_matches('/').contains('/') {
                names.push(glob.compile_matcher());
            }
            paths.add(glob);
        }
        let paths = paths.build().map_err(|error| (0, format!("bad globs: {error}")))?;
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
    /// The first value that means nothing.
    ///
    /// ```
    /// use view_lsp::settings::{Options, Project};
    ///
    /// let options = Options { extend_select: vec!["native-order".into()], ..Options::default() };
    /// let project = Project::new(options, "/home/me/project".into(), None)?;
    /// assert!(project.settings.rules.iter().any(|rule| rule.name == "native-order"));
    /// # Ok::<(), view_lsp::settings::OptionError>(())
    /// ```
    pub fn new(options: Options, root: PathBuf, file: Option<PathBuf>) -> Result<Project, OptionError> {
        let mut settings =
            Settings { leave_to_compiler: options.leave_to_compiler == Some(true), ..Settings::default() };
        if let Some(target) = &options.target {
            let unknown = |error: crate::target::UnknownTarget| OptionError::new([key("target")], error.to_string());
            settings.target = target.parse().map_err(unknown)?;
        }
        let lists = [
            ("select", options.select.as_deref().unwrap_or_default()),
            ("extend-select", &options.extend_select),
            ("ignore", &options.ignore),
        ];
        for (name, selectors) in lists {
            check_selectors([key(name)], selectors)?;
        }
        let all = |error| OptionError::new([], error);
        let default: Vec<String> = RuleSet::default().iter().map(|rule| rule.code.into()).collect();
        let mut select = options.select.clone().unwrap_or_default();
        select.extend(options.extend_select.iter().cloned());
        settings.rules = match options.select {
            Some(_) => RuleSet::of(&select, &options.ignore).map_err(all)?,
            // The default is what everything else wins over.
            None => {
                let mut rules = RuleSet::of(&default, &[]).map_err(all)?;
                for (selector, is_ignored) in RuleSet::in_order(&select, &options.ignore) {
                    if is_ignored { rules.ignore(selector) } else { rules.select(selector) }.map_err(all)?;
                }
                rules
            }
        };
        weigh(&mut settings, &options.severity)?;
        let mut per_file = Vec::new();
        for (glob, selectors) in &options.per_file_ignores {
            check_selectors([key("per-file-ignores"), key(glob)], selectors)?;
            let globs = Globs::new([glob])
                .map_err(|(_, error)| OptionError::new([key("per-file-ignores"), Step::Name(glob.clone())], error))?;
            per_file.push((globs, selectors.clone()));
        }
        let excluded = match &options.exclude {
            Some(exclude) => exclude.clone(),
            None => DEFAULT_EXCLUDE.map(String::from).to_vec(),
        };
        let exclude = Globs::new(excluded.iter().chain(&options.extend_exclude)).map_err(|(bad, error)| {
            let at = |name, index| OptionError::new([key(name), Step::Index(index)], error.clone());
            match bad.checked_sub(excluded.len()) {
                None => at("exclude", bad),
                Some(index) => at("extend-exclude", index),
            }
        })?;
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

fn key(name: &str) -> Step {
    Step::Key(name.into())
}

/// Refuses the first of a list that is no rule.
fn check_selectors(list: impl IntoIterator<Item = Step> + Clone, selectors: &[String]) -> Result<(), OptionError> {
    for (i, selector) in selectors.iter().enumerate() {
        let at = || list.clone().into_iter().chain([Step::Index(i)]);
        RuleSet::none().select(selector).map_err(|error| OptionError::new(at(), error))?;
    }
    Ok(())
}

/// Gives rules the weights that are asked for; what is off is not looked for, whoever selects it.
fn weigh(settings: &mut Settings, weights: &BTreeMap<String, Weight>) -> Result<(), OptionError> {
    let selectors: Vec<String> = weights.keys().cloned().collect();
    for selector in &selectors {
        let at = [key("severity"), Step::Name(selector.clone())];
        RuleSet::none().select(selector).map_err(|error| OptionError::new(at, error))?;
    }
    for (selector, _) in RuleSet::in_order(&selectors, &[]) {
        for rule in Rule::all().filter(|rule| rule.is_selected_by(selector)) {
            _ = settings.severities.insert(rule.code, weights[selector]);
        }
    }
    settings.rules.retain(|rule| settings.severities.get(rule.code) != Some(&Weight::Off));
    Ok(())
}
