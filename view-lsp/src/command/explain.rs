//! `viewfmt explain`: what a format means.

use std::io::Read;

use clap::ValueEnum;
use view_format::{Dialect, Severity};

use super::{Console, Failure, Outcome};
use crate::explain::{Explanation, Targets};
use crate::target::NamedTarget;

/// Show what a format means: its bytes, its fields, and where targets differ
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Exit code: 0, or 1 if the format cannot be used; then all mistakes are shown.

Examples:
  viewfmt explain '<2sI4xI'
  viewfmt explain '<2s:signature: I:file_size: 4x I:data_offset:'
  viewfmt explain 'T{<H:width: <H:height: (3,4)<f:matrix:}' --svg > matrix.svg
  viewfmt explain '@bql' --target all          # which machines agree
  viewfmt explain '(2)h' --dialect struct      # as struct.calcsize would see it")]
pub(super) struct Args {
    /// The format; `-` reads it from standard input
    format: String,
    /// The grammar: what Python's `struct` reads, or all of PEP 3118
    #[arg(long, value_enum, default_value_t)]
    dialect: DialectName,
    /// The machine whose native sizes count (lp64, llp64, ilp32, i386, each also with -be; host), or `all` to compare them
    #[arg(long)]
    target: Option<String>,
    /// Write JSON
    #[arg(long, conflicts_with = "svg")]
    json: bool,
    /// Write a drawing of the bytes, as SVG
    #[arg(long)]
    svg: bool,
}

/// A grammar, as it is called on the command line.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Default, Debug)]
pub(super) enum DialectName {
    /// Names, structs and shapes, as numpy and ctypes write them
    #[default]
    Pep3118,
    /// What the struct module reads
    Struct,
}

impl From<DialectName> for Dialect {
    fn from(name: DialectName) -> Dialect {
        match name {
            DialectName::Pep3118 => Dialect::Pep3118,
            DialectName::Struct => Dialect::Struct,
        }
    }
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let (target, targets) = match args.target.as_deref() {
        None => (NamedTarget::host(), Targets::Differing),
        Some("all") => (NamedTarget::host(), Targets::All),
        Some(name) => (target(name)?, Targets::One),
    };
    let text = format(&args.format)?;
    let explanation = Explanation::new(&text, args.dialect.into(), &target);
    let outcome = if explanation.layout().is_some() { Outcome::Clean } else { Outcome::Findings };
    if args.json {
        writeln!(console.out, "{}", explanation.to_json())?;
    } else if outcome == Outcome::Findings {
        explanation.write_diagnostics(&mut console.err, Severity::Warning)?;
    } else if let (true, Some(svg)) = (args.svg, explanation.to_svg()) {
        console.out.write_all(svg.as_bytes())?;
    } else {
        explanation.write_text(&mut console.out, targets)?;
    }
    Ok(outcome)
}

/// The target of that name.
pub(super) fn target(name: &str) -> Result<NamedTarget, Failure> {
    name.parse().map_err(|error: crate::target::UnknownTarget| Failure::new(error.to_string()))
}

/// A format as it was given, or from standard input, the end of its last line left out.
pub(super) fn format(given: &str) -> Result<String, Failure> {
    if given != "-" {
        return Ok(given.into());
    }
    let text = read_text(&mut std::io::stdin().lock(), "standard input")?;
    Ok(text.trim_end_matches(['\n', '\r']).into())
}

/// All of a text that is no longer than a format may be.
pub(super) fn read_text(from: &mut dyn Read, name: &str) -> Result<String, Failure> {
    let mut text = String::new();
    let most = view_format::MAX_TEXT as u64 + 2;
    match from.take(most).read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Err(Failure::new(format!("{name} holds no text in UTF-8")))
        }
        Err(error) => Err(Failure::new(format!("cannot read {name}: {error}"))),
    }
}
