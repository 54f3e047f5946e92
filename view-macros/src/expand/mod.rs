//! The output. Every path in it starts at the library's `__private` module or at `::core`, so that nothing depends on what
//! the user has in scope.

mod buffer;
mod derive;
mod enums;
mod field;
mod in_place;
mod layout;
mod native;
mod record;
mod scalar;
mod texts;
mod traits;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use view_format::ScalarKind;

use crate::model::{self, Element, Number, Texts};
use crate::read::{self, View};
use crate::report::Report;
use record::Surroundings;

/// What all of the output has in common.
struct Context {
    /// The library's module for generated code.
    path: TokenStream,
}

impl Context {
    /// A number as an argument of a type, the length of an array or the value of a constant.
    fn number(&self, number: &Number) -> TokenStream {
        let path = &self.path;
        match number {
            Number::Known(number) => quote!(#number),
            Number::ByTarget(numbers) => quote!({ #path::by_target([#(#numbers),*]) }),
            Number::Computed(number) => quote!({ #number }),
        }
    }

    /// A number in code that runs, where it is computed before.
    fn running(&self, number: &Number) -> TokenStream {
        match number {
            Number::Known(number) => quote!(#number),
            _ => {
                let number = self.number(number);
                quote!(const #number)
            }
        }
    }

    /// A constant or type that a type of the user's has for being a field. What is wrong with the type is shown at it, once.
    fn nested(&self, own: &TokenStream, item: &str) -> TokenStream {
        let path = &self.path;
        let span = own.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
        let item = Ident::new(item, span);
        quote_spanned!(span=> <#own as #path::Nested>::#item)
    }

    /// A text that may depend on the target, as a constant expression.
    fn text(&self, texts: &Texts) -> TokenStream {
        let path = &self.path;
        let by_order = |end: usize| {
            let texts: Vec<_> = texts.iter().map(|texts| &texts[end]).collect();
            match &texts[..] {
                [first, others @ ..] if others.iter().all(|other| other == first) => quote!(#first),
                texts => quote!(#path::by_target([#(#texts),*])),
            }
        };
        if texts.iter().all(|[little, big]| little == big) {
            return by_order(0);
        }
        let [little, big] = [0, 1].map(by_order);
        quote!(if ::core::cfg!(target_endian = "big") { #big } else { #little })
    }
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
    let mut record = model::check(format, report).record(&item.name, format, report);
    for (field, value) in &item.values {
        read_as(&mut record, field, value, report);
    }
    let around =
        Surroundings { attributes, visibility: quote!(#visibility), derives, is_element: true, is_nested: true };
    record::record(cx, &record, &around)
}

/// Lets a field be read as an enum.
fn read_as(record: &mut model::Record, name: &Ident, value: &Type, report: &mut Report) {
    let bare = name.unraw();
    let is_broken = record.is_broken;
    let Some(field) = record.fields.iter_mut().find(|field| field.name.unraw() == bare) else {
        if !is_broken {
            let names: Vec<_> = record.fields.iter().map(|field| format!("`{}`", field.name)).collect();
            report.error(name.span(), format!("the format has no field `{bare}`; there are {}", names.join(", ")));
        }
        return;
    };
    if field.value.is_some() {
        return report.error(name.span(), format!("what `{bare}` is read as is already given"));
    }
    match &field.element {
        Element::Scalar { scalar, .. }
            if matches!(scalar.kind(), ScalarKind::Int | ScalarKind::Uint) && field.dimensions().is_empty() =>
        {
            field.value = Some(quote!(#value));
        }
        _ => report.error(
            name.span(),
            format!("`{}` is not one integer: an enum is read from a code such as `B`, `H` or `i`", field.item.trim()),
        ),
    }
}

/// `#[derive(Record)]`.
pub(crate) fn derive_record(tokens: TokenStream) -> TokenStream {
    derive::derive(tokens)
}

/// `#[derive(Buffer)]`, and `#[derive(BufferMut)]`.
pub(crate) fn derive_buffer(tokens: TokenStream, is_mut: bool) -> TokenStream {
    buffer::derive(tokens, is_mut)
}

/// A doc comment.
fn documented(text: &str) -> TokenStream {
    let text: String =
        text.lines().map(|line| if line.is_empty() { "\n".into() } else { format!(" {line}\n") }).collect();
    let text = text.trim_end_matches('\n');
    quote!(#[doc = #text])
}
