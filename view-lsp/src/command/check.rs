//! `viewfmt check`: what is found in files and directories.

use std::path::PathBuf;

use super::{Console, Failure, Outcome};
use crate::analysis;
use crate::language::Language;
use crate::settings::Settings;

/// Check the formats in files and directories
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Files and directories
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Clean;
    for path in &args.paths {
        let Some(language) = Language::of_path(path) else { continue };
        let text =
            std::fs::read_to_string(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
        for finding in analysis::of(&text, language, &Settings::default()).findings {
            outcome = Outcome::Findings;
            writeln!(console.out, "{}: {} {}", path.display(), finding.rule.code, finding.message)?;
        }
    }
    Ok(outcome)
}
