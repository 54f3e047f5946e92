//! `#[derive(Record)]` on structs: values in and out of bytes, and the record type that views them.

mod access;
mod constants;
mod items;
mod made;
mod slots;
mod values;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Path};

use super::Context;
use super::code::doc;
use super::enums;
use super::record::{Output, Surroundings};
use super::traits::Derives;
use crate::literal::FormatLiteral;
use crate::model;
use crate::read::enums::Enum;
use crate::read::options::Source;
use crate::read::structs::Struct;
use crate::report::Report;
use constants::Constants;
use made::Made;

pub(super) fn derive(tokens: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let output = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => item(input, &mut report),
        Err(error) => {
            report.absorb(error);
            TokenStream::new()
        }
    };
    let errors = report.finish();
    quote!(#errors #output)
}

fn item(input: DeriveInput, report: &mut Report) -> TokenStream {
    let DeriveInput { attrs, vis, ident, generics, data } = input;
    match data {
        Data::Struct(data) => {
            let item = Struct::read(&attrs, vis, ident, generics, data, report);
            expand(&Context::of_type(library(item.options.krate.as_ref()), &item.name), &item, report)
        }
        Data::Enum(data) => {
            let item = Enum::read(&attrs, vis, ident, &generics, data, report);
            enums::expand(&Context::new(library(item.krate.as_ref())), &item)
        }
        Data::Union(data) => {
            report.error(
                data.union_token.span,
                "`Record` is derived for structs and enums; the bytes of a union mean more than one thing: give each of them a \
                 struct",
            );
            TokenStream::new()
        }
    }
}

/// The library's module for generated code.
pub(super) fn library(krate: Option<&Path>) -> TokenStream {
    match krate {
        Some(krate) => quote!(#krate::__private),
        None => quote!(::view_core::__private),
    }
}

fn expand(cx: &Context, item: &Struct, report: &mut Report) -> TokenStream {
    let layout = if item.options.is_broken { None } else { layout(item, report) };
    // Without a format the output is what a struct without fields would have, so that its methods are known.
    let nothing = || (FormatLiteral::made("<".into(), Span::call_site()), None);
    let is_known = layout.is_some();
    let (format, made) = layout.unwrap_or_else(nothing);
    let view_name = format_ident!("{}View", item.name);
    let mut model = model::check(&format, report).record_without_names(&view_name, &format, report);
    let is_paired = is_known && !model.is_broken && slots::pair(item, &mut model, &format, report);
    model.is_broken |= !is_paired;
    let computed = match &made {
        Some(made) if is_paired && (made.is_computed || !item.generics.params.is_empty()) => {
            Some(made.compute(cx, item, &mut model))
        }
        _ => None,
    };
    let slots = if is_paired { slots::assign(item, &model, &format, report) } else { None };
    let is_generic = !item.generics.params.is_empty();
    let constants = match computed {
        Some(computed) => Constants::computed(cx, item, &model, computed),
        None if is_generic => Constants::nothing(cx),
        None => Constants::known(cx, &model),
    };
    if is_generic {
        let mut output = Output::default();
        values::values(cx, item, &model, &constants, slots.as_deref(), &mut output);
        return output.items(cx, &TokenStream::new());
    }
    let visibility = &item.visibility;
    let around = Surroundings {
        attributes: doc(&format!("A view of the bytes of a [`{}`].", item.name)),
        conditions: TokenStream::new(),
        visibility: quote!(#visibility),
        derives: Derives::DEBUG,
        is_element: true,
        texts: Some(constants.texts()),
    };
    let mut output = Output::of(cx, &model, &around);
    values::values(cx, item, &model, &constants, slots.as_deref(), &mut output);
    output.items(cx, &TokenStream::new())
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
