//! `viewfmt man`: pages of the manual.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Cli, Console, Failure, Outcome};

/// Print a page of the manual, or write all of them
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Examples:
  viewfmt man | man -l -                              # viewfmt(1)
  viewfmt man check > viewfmt-check.1
  viewfmt man --output ~/.local/share/man/man1        # all pages")]
pub(super) struct Args {
    /// The command that the page is of; viewfmt itself where none is named
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Write the pages of viewfmt and of all its commands to this directory
    #[arg(long, short, value_name = "DIRECTORY", conflicts_with = "command")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let mut root = Cli::command();
    root.build();
    if let Some(directory) = &args.output {
        let failed = |error| Failure::new(format!("{}: cannot write: {error}", directory.display()));
        fs::create_dir_all(directory).map_err(failed)?;
        for (name, page) in pages(&root) {
            fs::write(directory.join(format!("{name}.1")), page).map_err(failed)?;
        }
        return Ok(Outcome::Clean);
    }
    let name = match &args.command {
        Some(command) => format!("viewfmt-{command}"),
        None => "viewfmt".into(),
    };
    match pages(&root).into_iter().find(|(page, _)| *page == name) {
        Some((_, page)) => console.out.write_all(&page)?,
        None => {
            let known: Vec<_> = root.get_subcommands().map(clap::Command::get_name).collect();
            let message = format!("no page of that name; there are {}, and viewfmt itself", known.join(", "));
            return Err(Failure::new(message));
        }
    }
    Ok(Outcome::Clean)
}

/// The names of the pages and what stands in them: one of viewfmt and one of each command.
fn pages(root: &clap::Command) -> Vec<(String, Vec<u8>)> {
    let commands = root.get_subcommands().map(|command| (format!("viewfmt-{}", command.get_name()), command.clone()));
    let all = [("viewfmt".to_owned(), root.clone())].into_iter().chain(commands);
    all.filter_map(|(name, command)| {
        let mut page = Vec::new();
        let source = concat!("viewfmt ", env!("CARGO_PKG_VERSION"));
        Man::new(command.display_name(name.clone())).source(source).render(&mut page).ok()?;
        Some((name, with_lines_of_examples(&String::from_utf8(page).ok()?).into_bytes()))
    })
    .collect()
}

/// Examples are no text whose lines may be broken anew.
fn with_lines_of_examples(page: &str) -> String {
    let page = page.replace("\n.SH EXTRA\n", "\n.SH NOTES\n");
    let Some((before, examples)) = page.split_once("\nExamples:\n") else { return page };
    let (examples, behind) = match examples.find("\n.SH ") {
        Some(end) => examples.split_at(end),
        None => (examples.trim_end(), "\n"),
    };
    format!("{before}\n.nf\nExamples:\n{examples}\n.fi{behind}")
}
