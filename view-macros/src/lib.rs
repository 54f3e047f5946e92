//! The macros of `view-core`, which re-exports them: depend on that crate, and use them from there.
//!
//! ```
//! use view_core::{Record, view};
//!
//! view! {
//!     /// A header as a view of its bytes: a getter and a setter for each field, no copy.
//!     struct Header = "<2s:magic: H:version: I:size:";
//! }
//! /// A header as values.
//! #[derive(Record, Debug, PartialEq)]
//! #[view(format = "<2sHI")]
//! struct Values {
//!     magic: [u8; 2],
//!     version: u16,
//!     size: u32,
//! }
//!
//! # fn main() -> Result<(), view_core::UnpackError> {
//! let bytes = *b"HD\x01\0\x10\0\0\0";
//! assert_eq!(Header::new(&bytes).version(), 1);
//! assert_eq!(Values::unpack(&bytes)?, Values { magic: *b"HD", version: 1, size: 16 });
//! # Ok(())
//! # }
//! ```
//!
//! Here are the doors only. The way through a macro is: `read` (tokens to what the user wrote), `model` (formats checked,
//! fields named), `expand` (the output). `report` collects what is wrong on the way; after a mistake the output is what
//! could be understood, so that the rest of the user's file stays quiet.
#![forbid(unsafe_code)]

use proc_macro::TokenStream;

// In reading order: each module knows only those above it.
mod expand;
mod literal;
mod model;
mod names;
mod read;
mod report;

/// What `view_core::view!` calls, with the path of the crate in front.
#[doc(hidden)]
#[proc_macro]
pub fn view_impl(tokens: TokenStream) -> TokenStream {
    expand::view(tokens.into()).into()
}

// Docs are at the re-export in view-core.
#[doc(hidden)]
#[proc_macro_derive(Record, attributes(view))]
pub fn derive_record(tokens: TokenStream) -> TokenStream {
    expand::derive_record(tokens.into()).into()
}

// Docs are at the re-export in view-core.
#[doc(hidden)]
#[proc_macro_derive(Buffer, attributes(buffer))]
pub fn derive_buffer(tokens: TokenStream) -> TokenStream {
    expand::derive_buffer(tokens.into(), false).into()
}

// Docs are at the re-export in view-core.
#[doc(hidden)]
#[proc_macro_derive(BufferMut, attributes(buffer))]
pub fn derive_buffer_mut(tokens: TokenStream) -> TokenStream {
    expand::derive_buffer(tokens.into(), true).into()
}
