//! What all the programs do besides reading: find a file, print, and fail with one line.

use std::env;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::Error;

/// Describes the file that the first argument names, else the first of `defaults` that exists.
///
/// # Errors
///
/// Where there is no file, it cannot be read, or it cannot be described.
pub fn run(describe: fn(&[u8]) -> Result<String, Error>, defaults: &[PathBuf]) -> Result<(), Failure> {
    let path = match env::args_os().nth(1) {
        Some(path) => PathBuf::from(path),
        None => defaults.iter().find(|path| path.exists()).cloned().ok_or(Failure("which file?".into()))?,
    };
    let in_file = |error: &dyn fmt::Display| Failure(format!("{}: {error}", path.display()));
    let bytes = fs::read(&path).map_err(|error| in_file(&error))?;
    let text = describe(&bytes).map_err(|error| in_file(&error))?;
    // Not `println!`, which panics where the reader of a pipe has gone away.
    match write!(io::stdout(), "{}\n{text}", path.display()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The path of a file that comes with the examples.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

/// Any error, as `main` returns it: printed as its sentence, with exit code 1.
pub struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure(error.to_string())
    }
}

/// `main` prints what it returns by `Debug`.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
