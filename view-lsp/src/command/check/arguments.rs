//! The arguments of `viewfmt check`.

use std::path::{Path, PathBuf};

use view_format::Severity;

use super::super::Failure;
use super::absolute;
use super::fix::Change;
use crate::finding::Finding;
use crate::report::Format;
use crate::settings::{Options, Over};

/// Check the formats in Python and Rust sources
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Exit code: 0 if nothing was found, 1 if something was (see --fail-on, --exit-zero), 2 if something could not be read or a
setting means nothing.
Lines and columns count from 1; columns are characters (code points).

Settings are in the nearest viewfmt.toml, pyproject.toml ([tool.viewfmt]) or Cargo.toml ([package.metadata.viewfmt] or
[workspace.metadata.viewfmt]). Comments keep findings quiet: `# noqa: VF201`, `# view: ignore[unpack-targets]`,
`// view: ignore(unknown-code)`.

Examples:
  viewfmt check                                # all below the current directory
  viewfmt check --fix src tests
  viewfmt check --add-ignore                   # start with what is there, and hear of what is new
  viewfmt check --output-format sarif -o viewfmt.sarif
  viewfmt check --select ALL --ignore VF103 --statistics
  git show HEAD:a.py | viewfmt check - --stdin-filename a.py")]
pub(in crate::command) struct Args {
    /// Files and directories; `-` reads standard input
    #[arg(default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Make the fixes that are safe
    #[arg(long)]
    pub(super) fix: bool,
    /// With --fix or --diff: make unsafe fixes as well
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    /// Show what --fix or --add-ignore would change, and change nothing
    #[arg(long)]
    pub(super) diff: bool,
    /// Write comments that keep quiet what is found
    #[arg(long, conflicts_with_all = ["fix", "unsafe_fixes", "statistics"])]
    pub(super) add_ignore: bool,
    /// How findings are written
    #[arg(long, value_enum, default_value_t, env = "VIEWFMT_OUTPUT_FORMAT", value_name = "FORMAT")]
    pub(super) output_format: Format,
    /// Write findings to a file
    #[arg(long, short, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
    /// Count the findings of each rule in place of showing them
    #[arg(long)]
    pub(super) statistics: bool,
    /// Exit with 0 even if something was found
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Exit with 1 only for findings that weigh this much or more
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY", conflicts_with = "exit_zero")]
    pub(super) fail_on: FailOn,
    /// Show findings alone
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// What standard input is called, which says its language and finds its settings
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// Show the files that would be checked
    #[arg(long)]
    pub(super) show_files: bool,
    /// Show the settings for the first path
    #[arg(long)]
    pub(super) show_settings: bool,
    #[command(flatten)]
    pub(super) settings: SettingArgs,
}

/// From which weight on findings make a run fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub(super) enum FailOn {
    /// Any finding
    #[default]
    #[value(alias = "info")]
    Hint,
    /// Warnings and errors
    Warning,
    /// Errors alone
    Error,
}

impl FailOn {
    pub(super) fn is_met_by(self, finding: &Finding) -> bool {
        finding.severity
            >= match self {
                FailOn::Hint => Severity::Hint,
                FailOn::Warning => Severity::Warning,
                FailOn::Error => Severity::Error,
            }
    }
}

impl Args {
    /// What is to be done to sources.
    pub(super) fn change(&self) -> Option<Change> {
        match (self.add_ignore, self.fix || self.diff) {
            (true, _) => Some(Change::Silence),
            (false, true) => Some(Change::Fix { is_unsafe: self.unsafe_fixes }),
            (false, false) => None,
        }
    }
}

/// What wins over files of settings.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Settings")]
pub(super) struct SettingArgs {
    /// What is looked for: codes, starts of codes, names, ALL
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(super) select: Vec<String>,
    /// What is looked for besides
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(super) extend_select: Vec<String>,
    /// What is not looked for
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(super) ignore: Vec<String>,
    /// The machine that native sizes are of: lp64, llp64, ilp32, i386, each also with -be; host
    #[arg(long)]
    pub(super) target: Option<String>,
    /// A file of settings in place of the nearest one, or a setting: `target = "llp64"`
    #[arg(long, value_name = "FILE|KEY=VALUE")]
    pub(super) config: Vec<String>,
    /// Read no files of settings
    #[arg(long)]
    pub(super) isolated: bool,
    /// Pass over these files and directories, in place of the default
    #[arg(long, value_delimiter = ',', value_name = "GLOB")]
    pub(super) exclude: Vec<String>,
    /// Pass over these files and directories besides
    #[arg(long, value_delimiter = ',', value_name = "GLOB")]
    pub(super) extend_exclude: Vec<String>,
    /// Pass over excluded files even if they are named here, as by a pre-commit hook
    #[arg(long)]
    pub(super) force_exclude: bool,
    /// Check files that git ignores as well
    #[arg(long)]
    pub(super) no_respect_gitignore: bool,
    /// Leave to the Rust compiler what it says itself about `view!` and derives
    #[arg(long)]
    pub(super) leave_to_compiler: bool,
}

impl SettingArgs {
    pub(super) fn over(&self) -> Result<Over, Failure> {
        let list = |list: &[String]| (!list.is_empty()).then(|| list.to_vec());
        let mut options = Options::default();
        let mut file = None;
        for config in &self.config {
            if config.contains('=') {
                let read = toml::from_str::<Options>(config);
                let one = read.map_err(|error| Failure::new(format!("--config {config}: {}", error.message())))?;
                options = options.under(one);
            } else if !Path::new(config).is_file() {
                return Err(Failure::new(format!("--config {config}: no such file, and no `key = value`")));
            } else {
                file = Some(absolute(Path::new(config))?);
            }
        }
        let given = Options {
            target: self.target.clone(),
            select: list(&self.select),
            extend_select: self.extend_select.clone(),
            ignore: self.ignore.clone(),
            exclude: list(&self.exclude),
            extend_exclude: self.extend_exclude.clone(),
            force_exclude: self.force_exclude.then_some(true),
            respect_gitignore: self.no_respect_gitignore.then_some(false),
            leave_to_compiler: self.leave_to_compiler.then_some(true),
            ..Options::default()
        };
        Ok(Over { options: options.under(given), file, is_isolated: self.isolated })
    }
}
