//! The macros of `view-core`. Their docs stand at the re-exports there; use them from there.
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
