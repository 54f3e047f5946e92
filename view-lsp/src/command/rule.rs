//! `viewfmt rule`: what is looked for, and why.

use serde::Serialize;
use view_format::Severity;

use super::{Console, Failure, Outcome};
use crate::colour::{self, BOLD, DIM};
use crate::rule::{GROUPS, Rule};

/// List the rules of `check`, or show the page of some: what they find, why, a bad and a good example
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Examples:
  viewfmt rule                    # all of them, one a line
  viewfmt rule native-size        # the page of one, by name
  viewfmt rule VF201              # or by code
  viewfmt rule VF1                # the pages of a group
  viewfmt rule --json | jq '.[] | select(.default)'")]
pub(super) struct Args {
    /// Codes, starts of codes, names, or `ALL`
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    default: bool,
    summary: &'static str,
    url: String,
    page: String,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    if let Some(unknown) = args.rules.iter().find(|name| !Rule::all().any(|rule| rule.is_selected_by(name))) {
        return Err(Failure::new(format!(
            "no rule is called `{}`; `viewfmt rule` lists all of them",
            unknown.escape_debug()
        )));
    }
    let is_asked = |rule: &&Rule| args.rules.is_empty() || args.rules.iter().any(|name| rule.is_selected_by(name));
    let rules: Vec<&Rule> = Rule::all().filter(is_asked).collect();
    if args.json {
        let entries: Vec<_> = rules.into_iter().map(entry).collect();
        // Strings and truth values.
        let text = serde_json::to_string_pretty(&entries).unwrap_or_default();
        writeln!(console.out, "{text}")?;
    } else if args.rules.is_empty() {
        list(&rules, console)?;
    } else {
        for (i, rule) in rules.iter().enumerate() {
            let gap = if i > 0 { "\n" } else { "" };
            write!(console.out, "{gap}{}", rule.page())?;
        }
    }
    Ok(Outcome::Clean)
}

fn entry(rule: &Rule) -> Entry {
    Entry {
        code: rule.code,
        name: rule.name,
        severity: severity(rule).0,
        default: rule.is_default,
        summary: rule.summary,
        url: rule.url(),
        page: rule.page(),
    }
}

fn severity(rule: &Rule) -> (&'static str, anstyle::Style) {
    match rule.severity {
        Severity::Error => ("error", colour::ERROR),
        Severity::Warning => ("warning", colour::WARNING),
        Severity::Hint => ("hint", DIM),
    }
}

/// A line for each, under the title of its group.
fn list(rules: &[&Rule], console: &mut Console) -> Result<(), Failure> {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for (i, group) in GROUPS.iter().enumerate() {
        let gap = if i > 0 { "\n" } else { "" };
        writeln!(console.out, "{gap}{BOLD}{}: {}{BOLD:#}", group.prefix, group.title)?;
        for rule in rules.iter().filter(|rule| rule.code.starts_with(group.prefix)) {
            let (word, style) = severity(rule);
            let off = if rule.is_default { "" } else { " (off unless selected)" };
            let Rule { code, name, summary, .. } = rule;
            writeln!(console.out, "  {code}  {name:width$}  {style}{word:7}{style:#}  {summary}{DIM}{off}{DIM:#}")?;
        }
    }
    Ok(())
}
