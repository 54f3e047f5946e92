//! Format strings.
#![no_std]
#![forbid(unsafe_code)]
#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod code;
pub mod dialect;
pub mod layout;
pub mod order;
pub mod span;
pub mod target;

pub use code::Code;
pub use dialect::Dialect;
pub use layout::{Field, Kind, Layout, Scalar, ScalarKind};
pub use order::{ByteOrder, Mark};
pub use span::Span;
pub use target::Target;
