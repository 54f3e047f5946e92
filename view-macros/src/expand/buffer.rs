//! `#[derive(Buffer)]` and `#[derive(BufferMut)]`: a type of the user's exports what one of its fields holds.

use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::DeriveInput;
use syn::spanned::Spanned;

use super::Context;
use super::derive::library;
use crate::model;
use crate::read::buffers::Exporter;
use crate::report::Report;

/// To read, or to write.
pub(super) fn derive(tokens: TokenStream, is_mut: bool) -> TokenStream {
    let mut report = Report::default();
    let output = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => {
            let (name, generics) = (input.ident.clone(), input.generics.clone());
            match Exporter::read(input, &mut report) {
                Ok(exporter) => expand(&exporter, is_mut, &mut report),
                // So that the rest of the file need not be told that it is no buffer.
                Err(krate) => {
                    implement(&Context::new(library(krate.as_ref())), &name, &generics, is_mut, None, &quote!())
                }
            }
        }
        Err(error) => {
            report.absorb(error);
            TokenStream::new()
        }
    };
    let errors = report.finish();
    quote!(#errors #output)
}

fn expand(exporter: &Exporter, is_mut: bool, report: &mut Report) -> TokenStream {
    let Exporter { name, generics, krate, member, field_type, format, shape, strides, offset, is_column_major } =
        exporter;
    let cx = &Context::new(library(krate.as_ref()));
    let path = &cx.path;
    let option = quote!(::core::option::Option);
    let format = match format {
        Some(format) => {
            model::check(format, report);
            let text = format.text();
            quote!(#option::Some(#text))
        }
        None => quote!(#option::None),
    };
    let lengths = shape.iter().flat_map(|shape| &shape.items).map(|length| number(cx, "extent", length));
    let steps = strides.iter().flat_map(|strides| &strides.items).map(|stride| number(cx, "stride", stride));
    let offset = offset.as_ref().map_or_else(|| quote!(0), |offset| number(cx, "extent", offset));
    let shape = match shape {
        Some(_) => quote!(#option::Some((lengths, #is_column_major))),
        None => quote!(#option::None),
    };
    let strides = match strides {
        Some(_) => quote!(#option::Some((steps, #offset))),
        None => quote!(#option::None),
    };
    let span = field_type.span().resolved_at(Span::call_site());
    let (buffer, borrow) = match is_mut {
        true => (quote!(BufferMut), quote!(&mut self.#member)),
        false => (quote!(Buffer), quote!(&self.#member)),
    };
    let method = format_ident!("{}", if is_mut { "buffer_mut" } else { "buffer" });
    let view = quote_spanned!(span=> <#field_type as #path::#buffer>::#method(#borrow)?);
    // Shape and strides are read before the bytes are borrowed.
    let body = quote! {
        let lengths: &[#path::usize] = &[#(#lengths),*];
        let steps: &[#path::isize] = &[#(#steps),*];
        let (shape, strides) = (#shape, #strides);
        #path::exported(#view, #format, shape, strides)
    };
    let bound = generics.type_params().next().is_some().then(|| quote!(#field_type: #path::#buffer,));
    implement(cx, name, generics, is_mut, bound, &body)
}

/// An integer expression of the user's as a length or a stride.
fn number(cx: &Context, of: &str, expression: &TokenStream) -> TokenStream {
    let path = &cx.path;
    // A literal has no type of its own to convert.
    let tokens: Vec<TokenTree> = expression.clone().into_iter().collect();
    if let [TokenTree::Literal(literal)] = &tokens[..]
        && literal.to_string().parse::<u64>().is_ok()
    {
        let literal = Literal::clone(literal);
        return quote!(#literal);
    }
    let of = format_ident!("{of}");
    quote!(#path::Integer::#of(#expression))
}

fn implement(
    cx: &Context,
    name: &proc_macro2::Ident,
    generics: &syn::Generics,
    is_mut: bool,
    bound: Option<TokenStream>,
    body: &TokenStream,
) -> TokenStream {
    let path = &cx.path;
    let (parameters, arguments, clause) = generics.split_for_impl();
    let predicates = clause.map(|clause| &clause.predicates).into_iter().flatten();
    let clause = quote!(where #(#predicates,)* #bound);
    let body = if body.is_empty() { quote!(#path::fallback()) } else { body.clone() };
    let result = quote!(::core::result::Result);
    let implementation = match is_mut {
        true => quote! {
            impl #parameters #path::BufferMut for #name #arguments #clause {
                fn buffer_mut(&mut self) -> #result<#path::View<&mut [#path::u8]>, #path::ViewError> {
                    #body
                }
            }
        },
        false => quote! {
            impl #parameters #path::Buffer for #name #arguments #clause {
                fn buffer(&self) -> #result<#path::View<&[#path::u8]>, #path::ViewError> {
                    #body
                }
            }
        },
    };
    cx.inside(implementation)
}
