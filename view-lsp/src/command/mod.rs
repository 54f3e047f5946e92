//! The command `viewfmt`: arguments, streams, exit codes. What it does is the library's.

mod check;
mod completions;
mod convert;
mod dump;
mod explain;
mod extract;
mod lsp;
mod man;
mod rule;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, Subcommand, ValueEnum};

use crate::settings::Broken;

/// Format strings of Python's struct module and PEP 3118: checked, explained, applied to files, converted.
#[derive(Parser, Debug)]
#[command(name = "viewfmt", version, propagate_version = true, disable_help_subcommand = true)]
pub struct Cli {
    /// When to use colours; `auto` heeds NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum, Default, Debug)]
enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
enum Command {
    Check(check::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Dump(dump::Args),
    Convert(convert::Args),
    Rule(rule::Args),
    Completions(completions::Args),
    Man(man::Args),
    Lsp(lsp::Args),
}

/// How a run ended that did what it was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Nothing was found.
    Clean,
    /// Something was found that somebody has to look at.
    Findings,
}

/// Why a run could not do what it was asked, in one sentence.
#[derive(Debug)]
pub enum Failure {
    /// The reader of the output has gone away: nothing to tell, and nobody to tell it to.
    Closed,
    /// Bad usage, or a file that cannot be read.
    Message(String),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Failure {
        Failure::Message(message.into())
    }
}

/// Only of writing to standard output; a file that cannot be read is told with its name.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Closed,
            _ => Failure::new(format!("cannot write: {error}")),
        }
    }
}

impl From<Arc<Broken>> for Failure {
    fn from(broken: Arc<Broken>) -> Failure {
        Failure::new(broken.to_string())
    }
}

/// Standard output and error, with colours or without.
pub(crate) struct Console {
    pub(crate) out: Box<dyn Write>,
    pub(crate) err: Box<dyn Write>,
}

impl Console {
    fn new(color: Color) -> Console {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Console {
            out: Box::new(io::BufWriter::with_capacity(1 << 16, AutoStream::new(io::stdout().lock(), choice))),
            err: Box::new(AutoStream::new(io::stderr(), choice)),
        }
    }
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    // It has standard output for itself.
    if let Command::Lsp(args) = &cli.command {
        return lsp::run(args);
    }
    let mut console = Console::new(cli.color);
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args, &mut console),
        Command::Extract(args) => extract::run(&args, &mut console),
        Command::Explain(args) => explain::run(&args, &mut console),
        Command::Dump(args) => dump::run(&args, &mut console),
        Command::Convert(args) => convert::run(&args, &mut console),
        Command::Rule(args) => rule::run(&args, &mut console),
        Command::Completions(args) => completions::run(&args, &mut console),
        Command::Man(args) => man::run(&args, &mut console),
        Command::Lsp(_) => Ok(Outcome::Clean),
    };
    let outcome = outcome.and_then(|outcome| Ok(console.out.flush().map(|()| outcome)?));
    match outcome {
        Ok(Outcome::Clean) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure::Message(message)) => {
            let error = crate::colour::ERROR;
            // There is nobody left to tell.
            let _ = writeln!(console.err, "{error}error:{error:#} {message}");
            ExitCode::from(2)
        }
    }
}
