//! Why a file cannot be described, and the few words that lead there.

use std::fmt;

use view_core::{SizeError, Value, ViewError};

/// Why a file cannot be described.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The file is of another kind.
    Foreign {
        /// The kind asked for.
        wanted: &'static str,
        /// How the file starts.
        start: Vec<u8>,
    },
    /// A part of the file ends early, or does not hold what it has to.
    Part {
        /// The part.
        part: String,
        /// What is wrong with its bytes.
        cause: ViewError,
    },
    /// A part of the file says something that cannot be, or that nobody here can read.
    Content {
        /// The part.
        part: String,
        /// What it says.
        says: String,
    },
}

impl Error {
    /// `bytes` are those of another kind of file.
    pub(crate) fn foreign(wanted: &'static str, bytes: &[u8]) -> Error {
        Error::Foreign { wanted, start: bytes[..bytes.len().min(8)].to_vec() }
    }

    /// `part` says something that cannot be.
    pub(crate) fn content(part: impl fmt::Display, says: impl fmt::Display) -> Error {
        Error::Content { part: part.to_string(), says: says.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Foreign { wanted, start } => {
                write!(f, "not a {wanted} file: it starts with {}", Value::from(&start[..]))
            }
            Error::Part { part, cause } => write!(f, "{part}: {cause}"),
            Error::Content { part, says } => write!(f, "{part}: {says}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Part { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

/// Errors of views, told with the part of the file that they are about.
pub(crate) trait Part<T> {
    /// The value, or the error about `part`.
    fn part(self, part: impl fmt::Display) -> Result<T, Error>;
}

impl<T, E: Into<ViewError>> Part<T> for Result<T, E> {
    fn part(self, part: impl fmt::Display) -> Result<T, Error> {
        self.map_err(|cause| Error::Part { part: part.to_string(), cause: cause.into() })
    }
}

/// The `length` bytes from `offset` on. Files tell both, so that both may be anything.
pub(crate) fn bytes_at(bytes: &[u8], offset: u64, length: u64) -> Result<&[u8], SizeError> {
    let [offset, length] = [offset, length].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
    let rest = bytes.get(offset..).unwrap_or_default();
    rest.get(..length).ok_or(SizeError::at(offset, length, rest.len()))
}
