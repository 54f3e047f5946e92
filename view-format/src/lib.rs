//! Format strings of Python's `struct` module and of PEP 3118: from text to layout, with diagnostics.
//!
//! ```
//! use view_format::{Layout, Kind, Target};
//!
//! // What `struct.calcsize` knows, and where each field lies.
//! let layout = Layout::parse("<2s:signature: I:file_size: 4x I:data_offset:")?;
//! assert_eq!(layout.size(), 14);
//! assert_eq!(layout.field("data_offset").unwrap().offset(), 10);
//!
//! // Native sizes are those of the target that is asked for.
//! assert_eq!(Layout::parse_for("@hl", &Target::LP64)?.size(), 16);
//! assert_eq!(Layout::parse_for("@hl", &Target::ILP32)?.size(), 8);
//!
//! // All mistakes at once, each drawn where it is, with what would do.
//! let error = Layout::parse("<2I uHz").unwrap_err();
//! assert_eq!(error.diagnostics().len(), 2);
//! assert!(error.to_string().starts_with("\
//! code `u` has no agreed size
//!   |
//!   | \"<2I uHz\"
//!   |      ^ no layout
//!   |
//!   = help: for an unsigned 16-bit integer write `H`"));
//! # Ok::<(), view_format::FormatError>(())
//! ```
//!
//! # Three stages
//!
//! 1. [`parse`] turns text into a tree, a [`Format`](syntax::ast::Format). It never fails: every node has its span, what
//!    cannot be read is a hole and a [`Diagnostic`], and the tree prints back to the same text.
//! 2. [`Format::check`](syntax::ast::Format::check) says what the tree means on a [`Target`]: a [`Layout`], which has offsets
//!    but no spans, and a table of where each field stands in the text. Here a format may be refused.
//! 3. [`Picture`] draws diagnostics under the text. Nothing else draws carets.
//!
//! [`Layout::parse`] is all three in one.
//!
//! # Grammar
//!
//! ```ebnf
//! format   = { space | mark | item } ;
//! item     = { shape | count | mark } , code , [ name ] ;       (* the first of them is no mark *)
//! mark     = "@" | "=" | "<" | ">" | "!" | "^" ;
//! shape    = "(" , length , { "," , length } , [ "," , { space } ] , ")" ;
//! length   = { space } , count , { space } ;
//! count    = digit , { digit } ;
//! code     = "Z" , ( "f" | "d" | "g" ) | "T{" , format , "}" | "X{" , { character - "}" } , "}" | "&" , item | letter ;
//! name     = ":" , { character - ":" } , ":" ;
//! space    = " " | "\t" | "\n" | "\v" | "\f" | "\r" ;
//! ```
//!
//! That is [`Dialect::Pep3118`]. [`Dialect::Struct`] is the part of it that Python's `struct` reads: one mark, as the first
//! character; counts; codes but `g w u z Z O t & X{} T{}`; no shapes and no names. A string that both read means the same
//! in both: an unnamed count is that many values, a named one is one field of that shape. The letters are the table
//! [`Code::all`].
//!
//! Sources: the `struct` module's docs and `Modules/_struct.c`; PEP 3118, "Additions to the struct string-syntax"; and what
//! numpy (`numpy/_core/src/multiarray/buffer.c`) and ctypes (`Modules/_ctypes/_ctypes.c`) really write.
//!
//! # Codes
//!
//! Sizes in bytes: in standard modes (`= < > !`), and in native ones (`@`, `^`, or no mark) on four targets; where the
//! alignment differs from the size it follows a slash. Rust's type is the one of standard size, and a code without one is
//! refused where a layout is asked for.
//!
#![doc = include_str!("codes.md")]
//!
//! # Limits
//!
//! Text, items, nesting and dimensions are bounded (module `limit`); sizes are checked against `isize`. A hostile format
//! costs no more than reading it.
//!
//! # Features
//!
//! * `std` (on by default): implies `alloc`.
//! * `alloc`: parsing and diagnostics. Without it there are the table of codes, and layouts that macros have baked.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
extern crate std;

// Which of them knows which others: ARCHITECTURE.md has them in reading order.
#[cfg(feature = "alloc")]
pub mod check;
pub mod code;
#[cfg(feature = "alloc")]
pub mod diagnostic;
pub mod dialect;
#[cfg(feature = "alloc")]
mod error;
pub mod layout;
#[cfg(feature = "alloc")]
pub mod limit;
#[cfg(feature = "alloc")]
mod lint;
pub mod order;
#[cfg(feature = "alloc")]
pub mod outline;
#[cfg(feature = "alloc")]
pub mod query;
#[cfg(feature = "alloc")]
pub mod record;
pub mod rule;
pub mod scalar;
pub mod span;
#[cfg(feature = "alloc")]
pub mod syntax;
pub mod target;

#[cfg(feature = "alloc")]
pub use check::{BufferLayout, Checked, Reading};
pub use code::Code;
#[cfg(feature = "alloc")]
pub use diagnostic::{Diagnostic, DiagnosticKind, Lint, Picture, Severity};
pub use dialect::Dialect;
#[cfg(feature = "alloc")]
pub use error::FormatError;
pub use layout::{Field, Kind, Layout};
#[cfg(feature = "alloc")]
pub use limit::MAX_TEXT;
pub use order::{ByteOrder, Mark};
#[cfg(feature = "alloc")]
pub use outline::{Holds, Hole, Outline, outline};
pub use scalar::{Scalar, ScalarKind};
pub use span::Span;
#[cfg(feature = "alloc")]
pub use syntax::{Parse, parse};
pub use target::Target;
