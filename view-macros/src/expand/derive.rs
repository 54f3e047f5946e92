//! `#[derive(Record)]` on structs: values in and out of bytes, and the record type that views them.

mod access;
mod constants;
mod items;
mod made;
mod slots;
mod values;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Path};

use super::code::{Fragment, doc};
use super::enums;
use super::record::{Output, Surroundings};
use super::traits::Derives;
use super::{Context, broken};
use crate::literal::FormatLiteral;
use crate::model::{self, Lost};
use crate::read::enums::Enum;
use crate::read::options::Source;
use crate::read::structs::Struct;
use crate::report::Report;
use constants::Constants;
use made::Made;

pub(super) fn derive(tokens: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let (error, output) = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => (Some(broken::error(&input.ident)), item(input, &mut report)),
        Err(error) => {
            report.absorb(error);
            (None, TokenStream::new())
        }
    };
    let errors = broken::tell(error.as_ref(), report);
    quote!(#errors #output)
}

fn item(input: DeriveInput, report: &mut Report) -> TokenStream {
    let DeriveInput { attrs, vis, ident, generics, data } = input;
    let name = ident.clone();
    match data {
        Data::Struct(data) => {
            let item = Struct::read(&attrs, vis, ident, generics, data, report);
            let cx = &Context::of_type(library(item.options.krate.as_ref()), &item.name);
            expand(cx, &item, report).unwrap_or_else(|| stub(cx, &item))
        }
        Data::Enum(data) => {
            let item = Enum::read(&attrs, vis, ident, &generics, data, report);
            let cx = &Context::of_type(library(item.krate.as_ref()), &item.name);
            match report.is_empty() {
                true => enums::expand(cx, &item),
                false => {
                    broken::values(cx, [&name, &cx.error], &generics, &item.visibility).items(cx, &TokenStream::new())
                }
            }
        }
        Data::Union(data) => {
            report.error(
                data.union_token.span,
                "`Record` is derived for structs and enums; the bytes of a union mean more than one thing: give each of them a \
                 struct",
            );
            let cx = &Context::of_type(library(None), &name);
            broken::values(cx, [&name, &cx.error], &generics, &vis).items(cx, &TokenStream::new())
        }
    }
}

/// After a mistake, which has been reported.
fn stub(cx: &Context, item: &Struct) -> TokenStream {
    let Struct { name, generics, visibility, .. } = item;
    if !generics.params.is_empty() {
        return broken::values(cx, [name, &cx.error], generics, visibility).items(cx, &TokenStream::new());
    }
    let view = view_name(item);
    let lost = Lost::all(slots::stored(item).map(slots::name_of));
    let mut output = broken::values(cx, [name, &view], generics, visibility);
    broken::type_of(cx, &view, &around(item, None), &lost, &mut output);
    output.items(cx, &TokenStream::new())
}

/// The library's module for generated code.
pub(super) fn library(krate: Option<&Path>) -> TokenStream {
    match krate {
        Some(krate) => quote!(#krate::__private),
        None => quote!(::view_core::__private),
    }
}

/// `None` after a mistake.
fn expand(cx: &Context, item: &Struct, report: &mut Report) -> Option<TokenStream> {
    if item.options.is_broken {
        return None;
    }
    let (format, made) = layout(item, report)?;
    let mut model = model::check(&format, report).record_without_names(&view_name(item), &format, report);
    if model.is_broken || !slots::pair(item, &mut model, &format, report) {
        return None;
    }
    let is_generic = !item.generics.params.is_empty();
    let computed = match &made {
        Some(made) if made.is_computed || is_generic => Some(made.compute(cx, item, &mut model)),
        _ => None,
    };
    let slots = slots::assign(item, &model, &format, report)?;
    let constants = match computed {
        Some(computed) => Constants::computed(cx, item, &model, computed),
        None => Constants::known(cx, &model),
    };
    let mut output = match is_generic {
        true => Output::default(),
        false => Output::of(cx, &model, &around(item, Some(constants.texts()))),
    };
    values::values(cx, item, &model, &constants, &slots, &mut output);
    Some(output.items(cx, &TokenStream::new()))
}

/// The type of views of such structs.
fn view_name(item: &Struct) -> Ident {
    format_ident!("{}View", item.name)
}

/// What surrounds it.
fn around(item: &Struct, texts: Option<[Fragment; 2]>) -> Surroundings {
    let visibility = &item.visibility;
    Surroundings {
        attributes: doc(&format!("A view of the bytes of a [`{}`].", item.name)),
        conditions: TokenStream::new(),
        visibility: quote!(#visibility),
        derives: Derives::DEBUG,
        is_element: true,
        texts,
    }
}

/// The format, written or made from the types.
fn layout<'s>(item: &'s Struct, report: &mut Report) -> Option<(FormatLiteral, Option<Made<'s>>)> {
    match &item.options.source {
        Some(Source::Format(format)) => {
            let before = report.len();
            if !item.generics.params.is_empty() {
                report.error(
                    format.whole(),
                    "a format has fixed lengths: for those of a generic struct say the byte order only, \
                     `#[view(little_endian)]`, and the types tell the rest",
                );
            }
            for field in slots::stored(item) {
                let options = &field.options;
                for (_, span) in options.pad_before.iter().chain(&options.pad_after) {
                    report.error(*span, "the format of the struct says where padding is: write it there, `4x`");
                }
                if let Some(own) = &options.format {
                    report.error(own.whole(), "the format of the struct already says what this field is");
                }
            }
            (report.len() == before).then(|| (format.clone(), None))
        }
        Some(Source::Types(mark, span)) => {
            let made = Made::new(item, *mark, *span, report)?;
            Some((made.format.clone(), Some(made)))
        }
        None => {
            report.error(
                item.name.span(),
                "the layout is missing: add `#[view(format = \"<I:id: d:price:\")]`, or `#[view(little_endian)]` or \
                 `#[view(big_endian)]` to take it from the fields' types",
            );
            None
        }
    }
}
