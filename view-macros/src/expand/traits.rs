//! Traits that a user derives on a record, implemented over the fields: derived ones would see raw bytes and padding.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token};
use view_format::ScalarKind;

use super::Context;
use super::code::Code;
use super::field::{ElementTokens, field_tokens};
use super::record::Parameters;
use crate::model::{Element, Field, Record};
use crate::report::Report;

/// The derives that are taken over.
#[derive(Clone, Copy, Default)]
pub(super) struct Derives {
    pub(super) debug: bool,
    partial_eq: bool,
    eq: bool,
    hash: bool,
    default: bool,
}

impl Derives {
    /// What one-off records in expressions have.
    pub(super) const DEBUG: Derives =
        Derives { debug: true, partial_eq: false, eq: false, hash: false, default: false };
}

/// Takes our derives out of the attributes. `Clone` and `Copy` every record has.
pub(super) fn split(attributes: &[Attribute], report: &mut Report) -> (TokenStream, Derives) {
    let mut derives = Derives::default();
    let mut rest = TokenStream::new();
    for attribute in attributes {
        if !attribute.path().is_ident("derive") {
            attribute.to_tokens(&mut rest);
            continue;
        }
        let paths = match attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) {
            Ok(paths) => paths,
            Err(error) => {
                report.absorb(error);
                continue;
            }
        };
        let mut others = Vec::new();
        for path in paths {
            let last = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            match &*last {
                "Debug" => derives.debug = true,
                "PartialEq" => derives.partial_eq = true,
                "Eq" => derives.eq = true,
                "Hash" => derives.hash = true,
                "Default" => derives.default = true,
                "Clone" | "Copy" => {}
                "PartialOrd" | "Ord" => report.error(
                    last_span(&path),
                    format!("`{last}` would order the raw bytes, not the fields: sort by a field, `sort_by_key(|row| row.id())`"),
                ),
                _ => others.push(path),
            }
        }
        if !others.is_empty() {
            rest.extend(quote!(#[derive(#(#others),*)]));
        }
    }
    (rest, derives)
}

/// What holds for the type and so for its implementations: whether it is there, and that they may use it.
pub(super) fn conditions(attributes: &[Attribute]) -> TokenStream {
    let mut conditions = TokenStream::new();
    for attribute in attributes {
        if attribute.path().is_ident("cfg") {
            attribute.to_tokens(&mut conditions);
        } else if attribute.path().is_ident("deprecated") {
            conditions.extend(quote!(#[allow(deprecated)]));
        }
    }
    conditions
}

/// Where the last word of a path stands.
fn last_span(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
}

pub(super) fn derived(cx: &Context, record: &Record, derives: &Derives, parameters: &Parameters, out: &mut Code) {
    let path = &cx.path;
    let Parameters { bytes: b, other, .. } = parameters;
    let Record { name, fields, .. } = record;
    if derives.debug {
        debug(cx, record, b, out);
    }
    if derives.partial_eq {
        let equal = fields.iter().map(|field| {
            let getter = &field.name;
            let tokens = field_tokens(cx, field);
            if field.value.is_some() {
                let [ours, theirs] = [quote!(self), quote!(other)].map(|of| raw(cx, field, &of));
                return quote!(#ours == #theirs);
            }
            match &tokens.element {
                ElementTokens::Record(_) if !tokens.dimensions.is_empty() => all(&quote!(a == b), getter),
                ElementTokens::Scalar(scalar) if !tokens.dimensions.is_empty() && scalar.access.is_bytes() => {
                    all(&same_bytes(path, &quote!(a), &quote!(b)), getter)
                }
                ElementTokens::Scalar(scalar) if scalar.access.is_bytes() => {
                    same_bytes(path, &quote!(self.#getter()), &quote!(other.#getter()))
                }
                _ => quote!(self.#getter() == other.#getter()),
            }
        });
        out.tokens(quote! {
            impl<#b: #path::Bytes, #other: #path::Bytes> ::core::cmp::PartialEq<#name<#other>> for #name<#b> {
                fn eq(&self, other: &#name<#other>) -> #path::bool {
                    true #(&& #equal)*
                }
            }
        });
    }
    if (derives.eq || derives.hash) && has_floats(record) {
        // A nested record, whose type stands before this one, has told of its own.
        let own = fields.iter().find(|field| is_float(&field.element));
        out.tokens(own.map(|field| {
            let what = if derives.eq { "Eq" } else { "Hash" };
            let message = format!(
                "`{what}` cannot be derived: field `{}` of `{name}` is a float, and NaN is not equal to itself",
                field.name
            );
            quote_spanned!(name.span()=> ::core::compile_error! { #message })
        }));
        return;
    }
    if derives.eq {
        out.tokens(quote!(impl<#b: #path::Bytes> ::core::cmp::Eq for #name<#b> {}));
    }
    if derives.hash {
        let hashed = fields.iter().map(|field| {
            let getter = &field.name;
            let tokens = field_tokens(cx, field);
            let is_bytes = matches!(&tokens.element, ElementTokens::Scalar(scalar) if scalar.access.is_bytes());
            if field.value.is_some() {
                let number = raw(cx, field, &quote!(self));
                return quote!(::core::hash::Hash::hash(&#number, state));
            }
            // Equal records hash alike whatever holds their bytes, and so do strings.
            let hash = |of: &TokenStream| match is_bytes {
                true => quote!(::core::hash::Hash::hash(::core::convert::AsRef::<[#path::u8]>::as_ref(#of), state)),
                false => quote!(::core::hash::Hash::hash(#of, state)),
            };
            match tokens.dimensions.is_empty() {
                true => hash(&quote!(&self.#getter())),
                false => {
                    let one = hash(&quote!(&element));
                    quote!(for element in self.#getter().__flat().iter() { #one })
                }
            }
        });
        out.tokens(quote! {
            impl<#b: #path::Bytes> ::core::hash::Hash for #name<#b> {
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    #(#hashed;)*
                }
            }
        });
    }
    if derives.default {
        let size = cx.number(&record.size);
        out.tokens(quote! {
            impl ::core::default::Default for #name {
                /// All bytes zero.
                fn default() -> Self {
                    #name([0; #size])
                }
            }
        });
    }
}

fn debug(cx: &Context, record: &Record, b: &Ident, code: &mut Code) {
    let (path, name) = (&cx.path, &record.name);
    let mut entries = String::new();
    for field in &record.fields {
        let (getter, name) = (&field.name, field.name.unraw().to_string());
        let tokens = field_tokens(cx, field);
        let value = match (&tokens.element, &field.value) {
            (ElementTokens::Scalar(scalar), Some(own)) => {
                let [own, number] = [own.clone().into(), scalar.access.owned_type(path)].map(|part| code.part(&part));
                let raw = code.part(&raw(cx, field, &quote!(self)).into());
                format!("{path}::ShownVariant::<{own}, {number}>({raw}, ::core::marker::PhantomData)")
            }
            (ElementTokens::Scalar(scalar), _) if tokens.dimensions.is_empty() && scalar.access.is_bytes() => {
                format!("{path}::Shown(self.{getter}())")
            }
            (ElementTokens::Own { view, .. }, _) if tokens.dimensions.is_empty() => {
                let [view, offset] = [view.clone().into(), cx.running(&field.offset)].map(|part| code.part(&part));
                format!("{path}::ShownElement::<_, {view}>(&self.0, {offset}, ::core::marker::PhantomData)")
            }
            _ => format!("self.{getter}()"),
        };
        entries.push_str(&format!(".field({name:?}, &{value})"));
    }
    let shown = name.to_string();
    write!(
        code,
        "impl<{b}: {path}::Bytes> ::core::fmt::Debug for {name}<{b}> {{
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{
                f.debug_struct({shown:?}){entries}.finish()
            }}
        }}"
    );
}

/// The number of a field that is read as an enum.
fn raw(cx: &Context, field: &Field, of: &TokenStream) -> TokenStream {
    let (path, offset, element) = (&cx.path, cx.running(&field.offset), field_tokens(cx, field).element.element());
    quote!(<#element as #path::Element>::read(&#of.0, #offset, ()))
}

fn is_float(element: &Element) -> bool {
    matches!(element, Element::Scalar { scalar, .. } if matches!(scalar.kind(), ScalarKind::Float | ScalarKind::Complex))
}

/// Whether there are floats among the fields, also inside nested records.
fn has_floats(record: &Record) -> bool {
    record.fields.iter().any(|field| match &field.element {
        Element::Record(nested) => has_floats(nested),
        Element::Own { .. } => false,
        scalar => is_float(scalar),
    })
}

/// That two strings, of types that depend on what holds the bytes, are the same bytes.
fn same_bytes(path: &Ident, a: &TokenStream, b: &TokenStream) -> TokenStream {
    quote!(::core::convert::AsRef::<[#path::u8]>::as_ref(&#a) == ::core::convert::AsRef::<[#path::u8]>::as_ref(&#b))
}

/// That `same` holds for `a` and `b`, all elements of a field of `self` and of `other`.
fn all(same: &TokenStream, getter: &Ident) -> TokenStream {
    quote!({
        let (ours, theirs) = (self.#getter().__flat(), other.#getter().__flat());
        ::core::iter::Iterator::all(&mut ::core::iter::Iterator::zip(ours.iter(), theirs.iter()), |(a, b)| #same)
    })
}
