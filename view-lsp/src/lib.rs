//! Format strings of Python's `struct` module and of PEP 3118 where people meet them: in sources, in terminals, in files.
//!
//! What the command `viewfmt` does, as a library; all that is known of formats themselves comes from `view-format`.
//!
//! ```
//! use view_lsp::{Language, Operation, host};
//!
//! let source = "import struct\nwidth, height = struct.unpack('<HH', data)\n";
//! let site = &host::sites(source, Language::Python)[0];
//! assert_eq!((site.map.text(), site.operation), ("<HH", Operation::Unpack));
//! assert_eq!(site.outline(&view_format::Target::LP64).size, Some(4));
//! ```
#![forbid(unsafe_code)]

pub mod analysis;
mod check;
pub mod colour;
pub mod command;
pub mod convert;
pub mod dump;
pub mod explain;
pub mod finding;
pub mod host;
pub mod ide;
pub mod language;
pub mod leaf;
pub mod literal;
pub mod report;
pub mod rule;
pub mod server;
pub mod settings;
pub mod silence;
pub mod site;
pub mod source;
mod suppress;
pub mod target;
mod xml;

pub use analysis::Analysis;
pub use finding::Finding;
pub use language::Language;
pub use literal::{Fill, LiteralMap};
pub use settings::Settings;
pub use site::{Operation, Site, Use};
pub use source::{Edit, SourceRange};
