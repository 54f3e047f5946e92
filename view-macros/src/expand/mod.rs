//! The output. Every path in it starts at the library's `__private` module or at `::core`, so that nothing depends on what
//! the user has in scope.

mod derive;
mod field;
mod in_place;
mod layout;
mod record;
mod scalar;
mod traits;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model;
use crate::read::{self, View};
use crate::report::Report;
use record::Surroundings;

/// What all of the output has in common.
struct Context {
    /// The library's module for generated code.
    path: TokenStream,
}

/// `view!`, with the path of the crate in front.
pub(crate) fn view(tokens: TokenStream) -> TokenStream {
    let (krate, view) = read::view(tokens);
    let cx = Context { path: quote!(#krate::__private) };
    let mut report = Report::default();
    match view {
        View::Call(tokens) => {
            let call = read::call::Call::read(tokens, &mut report);
            in_place::in_place(&cx, call, report)
        }
        View::Items(tokens) => {
            let items = read::items::read(tokens, &mut report);
            let types: TokenStream = items.iter().map(|item| named(&cx, item, &mut report)).collect();
            let errors = report.finish();
            quote!(#errors #types)
        }
    }
}

/// One named record. Without a format it is a type without fields, so that its name is known.
fn named(cx: &Context, item: &read::items::Item, report: &mut Report) -> TokenStream {
    let (attributes, derives) = traits::split(&item.attributes, report);
    let visibility = &item.visibility;
    let Some(format) = &item.format else {
        let name = &item.name;
        return quote!(#attributes #visibility struct #name<B = [u8; 0]>(B););
    };
    let record = model::check(format, report).record(&item.name, format, report);
    let around = Surroundings { attributes, visibility: quote!(#visibility), derives, is_element: true };
    record::record(cx, &record, &around)
}

/// `#[derive(Record)]`.
pub(crate) fn derive_record(tokens: TokenStream) -> TokenStream {
    derive::derive(tokens)
}

/// A doc comment.
fn documented(text: &str) -> TokenStream {
    let text: String =
        text.lines().map(|line| if line.is_empty() { "\n".into() } else { format!(" {line}\n") }).collect();
    let text = text.trim_end_matches('\n');
    quote!(#[doc = #text])
}
