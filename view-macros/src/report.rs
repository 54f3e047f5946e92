//! What is wrong with the user's code. All of it is reported at once.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// Collects errors. Dropping one that holds unreported errors is a bug in this crate.
#[derive(Default)]
pub(crate) struct Report {
    errors: Vec<(Span, String)>,
}

impl Report {
    /// One more error, in the user's words, at the user's tokens.
    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push((span, message.into()));
    }

    /// An error of syn's.
    pub(crate) fn absorb(&mut self, error: syn::Error) {
        self.errors.extend(error.into_iter().map(|error| (error.span(), error.to_string())));
    }

    /// How many there are so far.
    pub(crate) fn len(&self) -> usize {
        self.errors.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// One `compile_error!` for each, as items or statements.
    pub(crate) fn finish(mut self) -> TokenStream {
        let errors = std::mem::take(&mut self.errors);
        errors.into_iter().map(|(span, message)| quote_spanned!(span=> ::core::compile_error! { #message })).collect()
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        assert!(self.errors.is_empty() || std::thread::panicking(), "errors were not reported");
    }
}
