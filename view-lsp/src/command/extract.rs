//! `viewfmt extract`: the formats in sources, wherever they stand.

use std::path::PathBuf;

use serde_json::json;

use super::check::files::{self, Listed};
use super::check::read;
use super::{Console, Failure, Outcome};
use crate::host;
use crate::report::FileReport;
use crate::settings::{Finder, Options, Over};
use crate::site::Site;
use crate::target::NamedTarget;

/// List the formats in Python and Rust sources
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
What is not known of a format is shown as it is written in the source, in braces or as `%d`.

Examples:
  viewfmt extract src                          # path:line:column: struct.unpack \"<2sI4xI\"
  viewfmt extract --json | jq -r .format | sort | uniq -c")]
pub(super) struct Args {
    /// Files and directories
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Write JSON, one object a line
    #[arg(long)]
    json: bool,
    /// The machine that native sizes are of: lp64, llp64, ilp32, i386, each also with -be; host
    #[arg(long, default_value = "lp64")]
    target: NamedTarget,
    /// Pass over these files and directories, in place of the default
    #[arg(long, value_delimiter = ',', value_name = "GLOB")]
    exclude: Vec<String>,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let exclude = (!args.exclude.is_empty()).then(|| args.exclude.clone());
    let finder = Finder::with(Over { options: Options { exclude, ..Options::default() }, ..Over::default() });
    let (files, mut problems) = files::list(&args.paths, &finder)?;
    for Listed { path, language, is_named } in files {
        let source = match read::file(&path, language, false) {
            Ok(source) => source,
            Err(failed) => {
                problems.unread(&path, failed, is_named);
                continue;
            }
        };
        let file = FileReport::new(path, source.text, Vec::new());
        for site in host::sites(&file.source, language) {
            one(&file, &site, args, console)?;
        }
    }
    problems.sort();
    problems.warn(console)?;
    problems.fail(console)?;
    Ok(Outcome::Clean)
}

fn one(file: &FileReport, site: &Site, args: &Args, console: &mut Console) -> Result<(), Failure> {
    let (start, end) = file.places(site.range);
    let (path, operation, text) = (file.shown_path(), site.operation.name(), site.map.text());
    if !args.json {
        let text = text.escape_debug();
        writeln!(console.out, "{path}:{}:{}: {operation} \"{text}\"", start.row, start.column)?;
        return Ok(());
    }
    let outline = site.outline(&args.target.target);
    let line = json!({
        "filename": path,
        "location": { "row": start.row, "column": start.column },
        "end_location": { "row": end.row, "column": end.column },
        "operation": operation,
        "format": text,
        "holes": site.map.holes().map(|(span, _)| [span.start, span.end]).collect::<Vec<_>>(),
        "size": outline.size,
        "values": outline.most_values.filter(|most| *most == outline.least_values),
        "in_place": site.uses.iter().any(|one| !one.is_method && one.range.contains(site.range)),
    });
    writeln!(console.out, "{line}")?;
    Ok(())
}
