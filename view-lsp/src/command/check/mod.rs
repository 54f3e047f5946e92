//! `viewfmt check`: what is found in files and directories.

mod arguments;
pub(super) mod files;
mod fix;
mod problems;
pub(super) mod read;

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

pub(super) use arguments::Args;

use super::{Console, Failure, Outcome};
use crate::analysis;
use crate::colour;
use crate::language::Language;
use crate::report::{FileReport, Format, Report};
use crate::settings::Finder;

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
        let (files, problems) = files::list(&args.paths, &finder)?;
        for file in files {
            writeln!(console.out, "{}", files::shown(&file.path).display())?;
        }
        return problems.fail(console).map(|()| Outcome::Clean);
    }
    let is_written = (args.fix || args.add_ignore) && !args.diff;
    let mut checked = files::check(&args.paths, &finder, args.change(), is_written, args.quiet)?;
    let mut changed = 0;
    if args.diff {
        for file in &checked.fixed {
            fix::diff(&file.path, &file.before, &file.after, &mut console.out)?;
        }
    } else if is_written {
        for file in &checked.fixed {
            match fix::write(&file.path, &file.before, &file.after) {
                Ok(()) => changed += file.count,
                Err(error) => checked
                    .problems
                    .failures
                    .push(format!("{}: cannot write: {error}", files::shown(&file.path).display())),
            }
        }
    }
    checked.problems.warn(console)?;
    let outcome = match args.diff {
        true => {
            let count: usize = checked.fixed.iter().map(|file| file.count).sum();
            if !args.quiet {
                let verb = if args.add_ignore { "keep quiet" } else { "fix" };
                writeln!(console.err, "Would {verb} {}.", counted(count, "finding"))?;
            }
            if count > 0 { Outcome::Findings } else { Outcome::Clean }
        }
        false => report(args, &checked.reports, changed, !checked.problems.failures.is_empty(), console)?,
    };
    checked.problems.fail(console)?;
    Ok(if args.exit_zero { Outcome::Clean } else { outcome })
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
        (0, quiet) if args.add_ignore => writeln!(out, "Kept {} quiet.", counted(quiet, "finding")),
        (found, 0) if args.add_ignore => {
            writeln!(out, "Found {}, where no comment can stand.", counted(found, "finding"))
        }
        (found, quiet) if args.add_ignore => {
            writeln!(out, "Kept {} quiet, {found} left.", counted(quiet, "finding"))
        }
        (0, fixed) => writeln!(out, "Found {} (all fixed).", counted(fixed, "finding")),
        (found, 0) => writeln!(out, "Found {}.", counted(found, "finding")),
        (found, fixed) => writeln!(out, "Found {} ({fixed} fixed, {found} left).", counted(found + fixed, "finding")),
    }?;
    let safe = report.findings().filter(|(_, finding)| finding.fix.as_ref().is_some_and(|fix| fix.is_safe)).count();
    let unsafe_ones =
        report.findings().filter(|(_, finding)| finding.fix.as_ref().is_some_and(|fix| !fix.is_safe)).count();
    if args.change().is_some() {
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
    let is_filter = (args.fix || args.add_ignore) && !args.diff;
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
        if is_filter {
            console.out.write_all(&read.bytes())?;
        }
        return Ok(Outcome::Clean);
    }
    let settings = project.settings_for(&path);
    let change = args.change().map(|change| change.made(&read.text, language, &settings));
    if change.as_ref().is_some_and(|(_, count)| *count > 0) && !read.is_utf8 && !args.quiet {
        let style = colour::WARNING;
        writeln!(console.err, "{style}warning:{style:#} standard input: {}", read::NOT_CHANGED)?;
    }
    let (after, fixed) = change.filter(|_| read.is_utf8).unwrap_or_else(|| (read.text.clone(), 0));
    if args.diff {
        fix::diff(&name, &read.text, &after, &mut console.out)?;
        return Ok(if fixed > 0 && !args.exit_zero { Outcome::Findings } else { Outcome::Clean });
    }
    let findings = analysis::of(&after, language, &settings).findings;
    let reports = [FileReport::new(name, after, findings)];
    if is_filter {
        // The source is the output, findings are notes.
        match read.is_utf8 {
            true => write!(console.out, "{}", reports[0].source)?,
            false => console.out.write_all(&read.bytes())?,
        }
        std::mem::swap(&mut console.out, &mut console.err);
    }
    let outcome = report(args, &reports, fixed, false, console);
    if is_filter {
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
