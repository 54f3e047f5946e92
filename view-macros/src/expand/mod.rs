//! The output. Every path in it starts at the library's `__private` module or at `::core`, so that nothing depends on what
//! the user has in scope.

mod broken;
mod buffer;
mod code;
mod derive;
mod element;
mod enums;
mod field;
mod in_place;
mod layout;
mod native;
mod record;
mod scalar;
mod texts;
mod traits;

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use view_format::ScalarKind;

use crate::model::{self, Element, Number, Record, Texts};
use crate::read::{self, View};
use crate::report::Report;
use code::Fragment;
use record::{Output, Surroundings};
use scalar::Scalars;

/// What all of the output has in common.
struct Context {
    /// The library's module for generated code, from where the user is.
    krate: TokenStream,
    /// The short name that the output imports it under.
    path: Ident,
    /// The type that what is not known has after a mistake.
    error: Ident,
    /// Scalars so far, which several parts of the output ask for.
    scalars: Scalars,
}

impl Context {
    /// For code in a block of its own.
    fn new(krate: TokenStream) -> Context {
        let [path, error] = ["__view", "__view_error"].map(|name| Ident::new(name, Span::call_site()));
        Context { krate, path, error, scalars: Scalars::default() }
    }

    /// For a type and what belongs to it, where the user has other items, and other types like it.
    fn of_type(krate: TokenStream, name: &Ident) -> Context {
        let path = format_ident!("__view_{}", name.unraw(), span = Span::call_site());
        Context { path, error: broken::error(name), ..Context::new(krate) }
    }

    /// What gives the library its short name.
    fn import(&self) -> TokenStream {
        let (krate, path) = (&self.krate, &self.path);
        quote!(use #krate as #path;)
    }

    /// Implementations, in a block that has the short name.
    fn inside(&self, code: TokenStream) -> TokenStream {
        let import = self.import();
        quote!(const _: () = { #import #code };)
    }

    /// A number as an argument of a type, the length of an array or the value of a constant.
    fn number(&self, number: &Number) -> Fragment {
        match number {
            Number::Known(number) => number.to_string().into(),
            Number::ByTarget(numbers) => format!("{{ {}::by_target({numbers:?}) }}", self.path).into(),
            Number::Computed(number) => quote!({ #number }).into(),
        }
    }

    /// A number in code that runs, where it is computed before.
    fn running(&self, number: &Number) -> Fragment {
        match (number, self.number(number)) {
            (Number::Known(_), number) => number,
            (_, Fragment::Text(text)) => format!("const {text}").into(),
            (_, Fragment::Tokens(tokens)) => quote!(const #tokens).into(),
        }
    }

    /// A constant or type that a type of the user's has for being a field. What is wrong with the type is shown at it, once.
    fn nested(&self, own: &TokenStream, item: &str) -> TokenStream {
        let path = &self.path;
        let span = code::span(own);
        let item = Ident::new(item, span);
        quote_spanned!(span=> <#own as #path::Nested>::#item)
    }

    /// Both numbers multiplied; `None` where no number holds that.
    fn product(&self, a: &Number, b: &Number) -> Option<Number> {
        match (a, b) {
            (number, Number::Known(times)) | (Number::Known(times), number) => number.times(*times),
            _ => {
                let (a, b) = (self.number(a), self.number(b));
                Some(Number::Computed(quote!((#a) * (#b))))
            }
        }
    }

    /// A text that may depend on the target, as a constant expression.
    fn text(&self, texts: &Texts) -> String {
        let path = &self.path;
        let by_order = |end: usize| {
            let texts: Vec<_> = texts.iter().map(|texts| &texts[end]).collect();
            match &texts[..] {
                [first, others @ ..] if others.iter().all(|other| other == first) => format!("{first:?}"),
                texts => format!("{path}::by_target({texts:?})"),
            }
        };
        if texts.iter().all(|[little, big]| little == big) {
            return by_order(0);
        }
        by_end([0, 1].map(by_order))
    }
}

/// One expression on little-endian machines, another one on the others.
fn by_end([little, big]: [String; 2]) -> String {
    format!("if ::core::cfg!(target_endian = \"big\") {{ {big} }} else {{ {little} }}")
}

/// `view!`, with the path of the crate in front.
pub(crate) fn view(tokens: TokenStream) -> TokenStream {
    let (krate, view) = read::view(tokens);
    let krate = quote!(#krate::__private);
    let mut report = Report::default();
    match view {
        View::Call(tokens) => {
            let call = read::call::Call::read(tokens, &mut report);
            in_place::in_place(&Context::new(krate), call, report)
        }
        View::Items(tokens) => {
            let items = read::items::read(tokens, &mut report);
            let mut names = HashMap::new();
            let error = items.first().map(|first| broken::error(&first.name));
            let types: TokenStream = items
                .iter()
                .map(|item| {
                    let mut cx = Context::of_type(krate.clone(), &item.name);
                    cx.error = error.clone().unwrap_or(cx.error);
                    named(&cx, item, &mut names, &mut report)
                })
                .collect();
            let errors = broken::tell(error.as_ref(), report);
            quote!(#errors #types)
        }
    }
}

/// One named record. Without a format it is a type without fields, so that its name is known. `names` are those of the types
/// so far, with what they are.
fn named(
    cx: &Context,
    item: &read::items::Item,
    names: &mut HashMap<String, String>,
    report: &mut Report,
) -> TokenStream {
    let (attributes, derives) = traits::split(&item.attributes, report);
    let (visibility, conditions) = (&item.visibility, traits::conditions(&item.attributes));
    let mut around = Surroundings {
        attributes,
        conditions,
        visibility: quote!(#visibility),
        derives,
        is_element: true,
        texts: None,
    };
    let Some(format) = &item.format else {
        // What other macros derive is not known to be there for this type.
        around.attributes = around.conditions.clone();
        let mut output = Output::default();
        broken::type_of(cx, &item.name, &around, &[], &mut output);
        return output.items(cx, &around.conditions);
    };
    let mut record = model::check(format, report).record(&item.name, format, report);
    for (field, value) in &item.values {
        read_as(&mut record, field, value, report);
    }
    if let Some(message) = taken(&record, names) {
        report.error(item.name.span(), message);
        return TokenStream::new();
    }
    Output::of(cx, &record, &around).items(cx, &around.conditions)
}

/// Takes the names of a record and of those inside, or says which one is taken, and by what.
fn taken(record: &Record, names: &mut HashMap<String, String>) -> Option<String> {
    let mut own = vec![(record.name.to_string(), format!("the record `{}`", record.name))];
    record.nested(&mut |outer, field, nested| {
        own.push((nested.name.to_string(), format!("the type of the field `{}` of `{}`", field.name, outer.name)));
    });
    for (name, what) in &own {
        if let Some(other) = names.get(name) {
            return Some(format!("two types called `{name}`: {other}, and {what}"));
        }
    }
    names.extend(own);
    None
}

/// Lets a field be read as an enum.
fn read_as(record: &mut Record, name: &Ident, value: &Type, report: &mut Report) {
    let bare = name.unraw();
    let Some(field) = record.fields.iter_mut().find(|field| field.name.unraw() == bare) else {
        if !record.is_broken {
            let names: Vec<_> = record.fields.iter().map(|field| format!("`{}`", field.name)).collect();
            report.error(name.span(), format!("the format has no field `{bare}`; there are {}", names.join(", ")));
            // One of the others is read as what it is not to be.
            (record.is_broken, record.may_miss) = (true, true);
        }
        return;
    };
    if field.value.is_some() {
        report.error(name.span(), format!("what `{bare}` is read as is already given"));
        record.is_broken = true;
        return record.lose(name.clone(), false);
    }
    match &field.element {
        Element::Scalar { scalar, .. }
            if matches!(scalar.kind(), ScalarKind::Int | ScalarKind::Uint) && field.dimensions().is_empty() =>
        {
            field.value = Some(quote!(#value));
        }
        _ => {
            report.error(
                name.span(),
                format!(
                    "`{}` is not one integer: an enum is read from a code such as `B`, `H` or `i`",
                    field.item.trim()
                ),
            );
            record.is_broken = true;
            record.lose(name.clone(), false);
        }
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

#[cfg(test)]
mod tests;
