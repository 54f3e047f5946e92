//! What could not be read, or was passed over: told beside what is asked for, which is still answered for all other files.

use std::io::ErrorKind;
use std::path::Path;

use super::super::{Console, Failure};
use super::files::shown;
use super::read::Failed;
use crate::colour;

/// What went wrong, a sentence each.
#[derive(Default)]
pub(in crate::command) struct Problems {
    /// What was passed over though it looked like a source.
    pub(super) warnings: Vec<String>,
    /// What could not be read or written.
    pub(super) failures: Vec<String>,
}

impl Problems {
    /// A file was not read. What somebody named should have been a source; what was found may be passed over.
    pub(in crate::command) fn unread(&mut self, path: &Path, failed: Failed, is_named: bool) {
        let path = shown(path).display();
        match failed {
            // Editors leave such links beside files that they have open.
            Failed::Io(error) if !is_named && error.kind() == ErrorKind::NotFound => {
                self.warnings.push(format!("{path}: passed over: a link to nothing"));
            }
            Failed::Io(error) => self.failures.push(format!("{path}: {error}")),
            Failed::Unfit(reason) if is_named => self.failures.push(format!("{path}: {reason}")),
            Failed::Unfit(reason) => self.warnings.push(format!("{path}: passed over: {reason}")),
        }
    }

    /// Threads come in any order, and one file may be below two paths.
    pub(in crate::command) fn sort(&mut self) {
        for all in [&mut self.warnings, &mut self.failures] {
            all.sort();
            all.dedup();
        }
    }

    /// Tells what was passed over.
    pub(in crate::command) fn warn(&self, console: &mut Console) -> Result<(), Failure> {
        for warning in &self.warnings {
            let style = colour::WARNING;
            writeln!(console.err, "{style}warning:{style:#} {warning}")?;
        }
        Ok(())
    }

    /// Tells what failed, behind all that is written already; the last of it is why the run has failed.
    pub(in crate::command) fn fail(&self, console: &mut Console) -> Result<(), Failure> {
        let Some((last, others)) = self.failures.split_last() else { return Ok(()) };
        console.out.flush()?;
        for failure in others {
            let style = colour::ERROR;
            writeln!(console.err, "{style}error:{style:#} {failure}")?;
        }
        Err(Failure::new(last))
    }
}
