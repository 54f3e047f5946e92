//! `viewfmt check`: what is found in files and directories.

pub(super) mod files;
mod fix;
pub(super) mod read;

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use view_format::Severity;

use super::{Console, Failure, Outcome};
use crate::analysis;
use crate::colour;
use crate::finding::Finding;
use crate::language::Language;
use crate::report::{FileReport, Format, Report};
use crate::settings::{Finder, Options, Over};

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
  viewfmt check --output-format sarif -o viewfmt.sarif
  viewfmt check --select ALL --ignore VF103 --statistics
  git show HEAD:a.py | viewfmt check - --stdin-filename a.py")]
pub(super) struct Args {
    /// Files and directories; `-` reads standard input
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Make the fixes that are safe
    #[arg(long)]
    fix: bool,
    /// With --fix or --diff: make unsafe fixes as well
    #[arg(long)]
    unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long)]
    diff: bool,
    /// How findings are written
    #[arg(long, value_enum, default_value_t, env = "VIEWFMT_OUTPUT_FORMAT", value_name = "FORMAT")]
    output_format: Format,
    /// Write findings to a file
    #[arg(long, short, value_name = "FILE")]
    output_file: Option<PathBuf>,
    /// Count the findings of each rule in place of showing them
    #[arg(long)]
    statistics: bool,
    /// Exit with 0 even if something was found
    #[arg(long)]
    exit_zero: bool,
    /// Exit with 1 only for findings that weigh this much or more
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY", conflicts_with = "exit_zero")]
    fail_on: FailOn,
    /// Show findings alone
    #[arg(long, short)]
    quiet: bool,
    /// What standard input is called, which says its language and finds its settings
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,
    /// Show the files that would be checked
    #[arg(long)]
    show_files: bool,
    /// Show the settings for the first path
    #[arg(long)]
    show_settings: bool,
    #[command(flatten)]
    settings: SettingArgs,
}

/// From which weight on findings make a run fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
enum FailOn {
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
    fn is_met_by(self, finding: &Finding) -> bool {
        finding.severity
            >= match self {
                FailOn::Hint => Severity::Hint,
                FailOn::Warning => Severity::Warning,
                FailOn::Error => Severity::Error,
            }
    }
}

/// What wins over files of settings.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Settings")]
struct SettingArgs {
    /// What is looked for: codes, starts of codes, names, ALL
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    select: Vec<String>,
    /// What is looked for besides
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    extend_select: Vec<String>,
    /// What is not looked for
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    ignore: Vec<String>,
    /// The machine that native sizes are of: lp64, llp64, ilp32, i386, each also with -be; host
    #[arg(long)]
    target: Option<String>,
    /// A file of settings in place of the nearest one, or a setting: `target = "llp64"`
    #[arg(long, value_name = "FILE|KEY=VALUE")]
    config: Vec<String>,
    /// Read no files of settings
    #[arg(long)]
    isolated: bool,
    /// Pass over these files and directories, in place of the default
    #[arg(long, value_delimiter = ',', value_name = "GLOB")]
    exclude: Vec<String>,
    /// Pass over these files and directories besides
    #[arg(long, value_delimiter = ',', value_name = "GLOB")]
    extend_exclude: Vec<String>,
    /// Pass over excluded files even if they are named here, as by a pre-commit hook
    #[arg(long)]
    force_exclude: bool,
    /// Check files that git ignores as well
    #[arg(long)]
    no_respect_gitignore: bool,
    /// Leave to the Rust compiler what it says itself about `view!` and derives
    #[arg(long)]
    leave_to_compiler: bool,
}

impl SettingArgs {
    fn over(&self) -> Result<Over, Failure> {
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

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let finder = Finder::with(args.settings.over()?);
    if args.show_settings {
        return show_settings(args, &finder, console);
    }
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        if args.paths.len() > 1 {
            return Err(Failure::new("`-` stands for standard input, which is checked by itself"));
        }
        return standard_input(args, &finder, console);
    }
    if args.show_files {
        for file in files::list(&args.paths, &finder)?.files {
            writeln!(console.out, "{}", files::shown(&file).display())?;
        }
        return Ok(Outcome::Clean);
    }
    let wants = if args.fix || args.diff { Some(args.unsafe_fixes) } else { None };
    let mut checked = files::check(&args.paths, &finder, wants, args.quiet)?;
    let mut changed = 0;
    if args.diff {
        for file in &checked.fixed {
            fix::diff(&file.path, &file.before, &file.after, &mut console.out)?;
        }
    } else if args.fix {
        for file in &checked.fixed {
            match fix::write(&file.path, &file.before, &file.after) {
                Ok(()) => changed += file.count,
                Err(error) => checked.failures.push(format!("{}: cannot write: {error}", file.path.display())),
            }
        }
    }
    for warning in &checked.warnings {
        let style = colour::WARNING;
        writeln!(console.err, "{style}warning:{style:#} {warning}")?;
    }
    let outcome = match args.diff {
        true => {
            let count: usize = checked.fixed.iter().map(|file| file.count).sum();
            if !args.quiet {
                writeln!(console.err, "Would fix {}.", counted(count, "finding"))?;
            }
            if count > 0 { Outcome::Findings } else { Outcome::Clean }
        }
        false => report(args, &checked.reports, changed, !checked.failures.is_empty(), console)?,
    };
    match checked.failures.split_last() {
        None => Ok(if args.exit_zero { Outcome::Clean } else { outcome }),
        Some((last, others)) => {
            console.out.flush()?;
            for failure in others {
                let style = colour::ERROR;
                writeln!(console.err, "{style}error:{style:#} {failure}")?;
            }
            Err(Failure::new(last))
        }
    }
}

/// Writes what was found.
fn report(
    args: &Args,
    files: &[FileReport],
    fixed: usize,
    has_failed: bool,
    console: &mut Console,
) -> Result<Outcome, Failure> {
    let root = std::env::current_dir().map_err(|error| Failure::new(format!("no current directory: {error}")))?;
    let report = Report { files, root: &root, unsafe_fixes: args.unsafe_fixes };
    match &args.output_file {
        Some(path) => {
            let mut text = Vec::new();
            write(args, &report, &mut text)?;
            // A file is no terminal.
            let text = anstream::adapter::strip_bytes(&text).into_vec();
            fs::write(path, text)
                .map_err(|error| Failure::new(format!("{}: cannot write: {error}", path.display())))?;
        }
        None => write(args, &report, &mut console.out)?,
    }
    let is_for_people = matches!(args.output_format, Format::Full | Format::Concise | Format::Grouped);
    // Where something could not be read, nobody knows whether all is well.
    if is_for_people && !args.quiet && !(has_failed && report.is_empty()) {
        summary(args, &report, fixed, console)?;
    }
    let fails = report.findings().any(|(_, finding)| args.fail_on.is_met_by(finding));
    Ok(if fails { Outcome::Findings } else { Outcome::Clean })
}

fn write(args: &Args, report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !args.statistics {
        return report.write(args.output_format, out);
    }
    let counts = report.statistics();
    if matches!(args.output_format, Format::Json | Format::JsonLines) {
        let entry = |(rule, count, fixable): &(&crate::rule::Rule, usize, usize)| serde_json::json!({ "code": rule.code, "name": rule.name, "count": count, "fixable": fixable });
        serde_json::to_writer_pretty(&mut *out, &counts.iter().map(entry).collect::<Vec<_>>())?;
        return writeln!(out);
    }
    let width = counts.first().map_or(1, |(_, count, _)| count.to_string().len());
    for (rule, count, fixable) in counts {
        let mark = if fixable > 0 { "[*]" } else { "[ ]" };
        writeln!(out, "{count:>width$}  {}  {mark} {}", rule.code, rule.name)?;
    }
    Ok(())
}

fn summary(args: &Args, report: &Report<'_>, fixed: usize, console: &mut Console) -> io::Result<()> {
    let found = report.len();
    // Beside a report in a file, or after a fixed source, they are notes.
    let out = match args.output_file {
        Some(_) => &mut console.err,
        None => &mut console.out,
    };
    match (found, fixed) {
        (0, 0) => writeln!(out, "All checks passed!"),
        (0, fixed) => writeln!(out, "Found {} (all fixed).", counted(fixed, "finding")),
        (found, 0) => writeln!(out, "Found {}.", counted(found, "finding")),
        (found, fixed) => writeln!(out, "Found {} ({fixed} fixed, {found} left).", counted(found + fixed, "finding")),
    }?;
    let safe = report.findings().filter(|(_, finding)| finding.fix.as_ref().is_some_and(|fix| fix.is_safe)).count();
    let unsafe_ones =
        report.findings().filter(|(_, finding)| finding.fix.as_ref().is_some_and(|fix| !fix.is_safe)).count();
    if args.fix {
        return Ok(());
    }
    match (safe, unsafe_ones) {
        (0, 0) => Ok(()),
        (safe, unsafe_ones) if args.unsafe_fixes => {
            writeln!(out, "[*] {} fixable with `--fix --unsafe-fixes`.", safe + unsafe_ones)
        }
        (0, hidden) => writeln!(out, "{hidden} fixable with `--fix --unsafe-fixes`."),
        (safe, 0) => writeln!(out, "[*] {safe} fixable with `--fix`."),
        (safe, hidden) => writeln!(out, "[*] {safe} fixable with `--fix` ({hidden} more with `--unsafe-fixes`)."),
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn standard_input(args: &Args, finder: &Finder, console: &mut Console) -> Result<Outcome, Failure> {
    let name = args.stdin_filename.clone().unwrap_or_else(|| "stdin.py".into());
    let language = Language::of_path(&name).ok_or_else(|| {
        Failure::new(format!("--stdin-filename {}: neither Python (.py, .pyi) nor Rust (.rs)", name.display()))
    })?;
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(read::LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("standard input: {error}")))?;
    let read = read::decode(bytes, language).map_err(|reason| Failure::new(format!("standard input: {reason}")))?;
    let path = absolute(&name)?;
    let project = finder.of_file(&path)?;
    if project.options.force_exclude == Some(true) && project.excludes(&path) {
        if args.fix {
            write!(console.out, "{}", read.text)?;
        }
        return Ok(Outcome::Clean);
    }
    let settings = project.settings_for(&path);
    let wants_fix = args.fix || args.diff;
    let (after, fixed) = match wants_fix && read.is_utf8 {
        true => fix::fixed(&read.text, language, &settings, args.unsafe_fixes),
        false => (read.text.clone(), 0),
    };
    if args.diff {
        fix::diff(&name, &read.text, &after, &mut console.out)?;
        return Ok(if fixed > 0 && !args.exit_zero { Outcome::Findings } else { Outcome::Clean });
    }
    let findings = analysis::of(&after, language, &settings).findings;
    let reports = [FileReport::new(name, after, findings)];
    if args.fix {
        // The source is the output, findings are notes.
        write!(console.out, "{}", reports[0].source)?;
        std::mem::swap(&mut console.out, &mut console.err);
    }
    let outcome = report(args, &reports, fixed, false, console);
    if args.fix {
        std::mem::swap(&mut console.out, &mut console.err);
    }
    outcome.map(|outcome| if args.exit_zero { Outcome::Clean } else { outcome })
}

fn show_settings(args: &Args, finder: &Finder, console: &mut Console) -> Result<Outcome, Failure> {
    let first = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let path = absolute(first)?;
    let project = if path.is_dir() { finder.of_directory(&path) } else { finder.of_file(&path) };
    let project = project?;
    match &project.file {
        Some(file) => writeln!(console.out, "# from {}", file.display())?,
        None => writeln!(console.out, "# no file of settings")?,
    }
    let options = toml::to_string(&project.options).map_err(|error| Failure::new(error.to_string()))?;
    write!(console.out, "{options}")?;
    let settings = project.settings_for(&path);
    writeln!(console.out, "\n# target {}\n# rules", settings.target)?;
    for rule in settings.rules.iter() {
        writeln!(console.out, "#   {rule}, {}", settings.severity(rule))?;
    }
    Ok(Outcome::Clean)
}
