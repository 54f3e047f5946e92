//! Format strings of Python's `struct` module and of PEP 3118 where people meet them: in sources, in terminals, in files.
//!
//! What the command `viewfmt` does, as a library; all that is known of formats themselves comes from `view-format`.
#![forbid(unsafe_code)]

pub mod colour;
pub mod command;
pub mod convert;
pub mod explain;
pub mod leaf;
pub mod target;
