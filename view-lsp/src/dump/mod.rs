//! Files read by a format, an element at a time: as bytes with the values beside them, as a table, as JSON.
//!
//! No more than an element is held, so that a file of any size will do.
//!
//! ```
//! use view_format::Layout;
//! use view_lsp::dump::{Dump, Elements, Plan};
//!
//! let layout = Layout::parse("<H:id: B:kind:")?;
//! let plan = Plan::new(&layout);
//! let mut elements = Elements::of_stream(&b"\x01\0\x02\x03\0"[..], &plan)?;
//! let mut out = Vec::new();
//! let end = Dump::Json.write(&mut elements, &plan, &mut out)?;
//! assert_eq!(String::from_utf8(out)?, "\
//! {\"id\":1,\"kind\":2}
//! {\"$partial\":{\"index\":1,\"offset\":3,\"size\":2,\"itemsize\":3,\"bytes\":\"0300\"}}
//! ");
//! assert_eq!(end.partial, Some((3, 2)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod elements;
mod hex;
mod json;
mod plan;
mod table;

use std::fmt;
use std::io::{self, Read, Write};

pub use elements::Elements;
pub use plan::{BadPlan, Plan};

/// How elements are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dump {
    /// Their bytes, with the values beside them.
    Hex {
        /// Bytes in a row.
        width: usize,
        /// Whether elements that are equal to the one before are written too.
        all: bool,
    },
    /// A line for each, a column for each value.
    Table,
    /// A line of JSON for each.
    Json,
}

/// Where reading ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct End {
    /// Whole elements.
    pub elements: u64,
    /// Bytes from the start of the file to the end of what was read.
    pub offset: u64,
    /// Of an element that the file ends in the midst of: where it starts, and how many of its bytes there are.
    pub partial: Option<(u64, usize)>,
}

/// Why a dump ends early.
#[derive(Debug)]
pub enum DumpError {
    /// What is read cannot be read on, at this offset.
    Read(u64, io::Error),
    /// There is nothing at the offset to start from: it, and where the file ends.
    PastEnd(u64, u64),
    /// What is written to takes no more.
    Write(io::Error),
}

impl fmt::Display for DumpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DumpError::Read(at, error) => write!(f, "cannot read at offset {at}: {error}"),
            DumpError::PastEnd(at, end) => write!(f, "offset {at} lies past the end, which is at {end}"),
            DumpError::Write(error) => write!(f, "cannot write: {error}"),
        }
    }
}

impl std::error::Error for DumpError {}

impl From<io::Error> for DumpError {
    fn from(error: io::Error) -> DumpError {
        DumpError::Write(error)
    }
}

impl Dump {
    /// Writes all elements.
    ///
    /// # Errors
    ///
    /// Where reading or writing fails; what was read before has been written.
    pub fn write<R: Read>(
        self,
        elements: &mut Elements<R>,
        plan: &Plan,
        out: &mut dyn Write,
    ) -> Result<End, DumpError> {
        match self {
            Dump::Hex { width, all } => hex::write(elements, plan, width.max(1), all, out)?,
            Dump::Table => table::write(elements, plan, out)?,
            Dump::Json => json::write(elements, plan, out)?,
        }
        Ok(elements.end())
    }
}
