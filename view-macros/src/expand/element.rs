//! What makes a record an element of views: the traits, its columns, and where its fields start.

use std::ops::RangeInclusive;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::field::{FieldTokens, field_tokens};
use super::record::{Parameters, Surroundings, free_name, type_names};
use super::texts::Texts;
use super::{Context, documented, layout};
use crate::model::{Field, Record};

/// The offset of each field, as a constant that has a field of the same name.
fn offsets(cx: &Context, record: &Record, around: &Surroundings) -> TokenStream {
    let (name, visibility) = (&record.name, &around.visibility);
    let mut taken = Vec::new();
    type_names(record, &mut taken);
    let offsets = free_name("Offsets", &taken);
    let names: Vec<_> = record.fields.iter().map(|field| &field.name).collect();
    let values = record.fields.iter().map(|field| cx.number(&field.offset));
    let doc = documented("The byte at which each field starts.");
    quote! {
        #[allow(dead_code, non_snake_case, unreachable_pub, missing_debug_implementations, missing_copy_implementations)]
        pub struct #offsets {
            #(pub #names: usize,)*
        }

        #[allow(dead_code)]
        impl #name {
            #doc
            #visibility const OFFSETS: #offsets = #offsets { #(#names: #values),* };
        }
    }
}

/// For views of which ranks there are columns of fields that are arrays. Their rank is a sum, which stable Rust has no
/// type for, so that each is written out.
const ARRAY_COLUMNS: RangeInclusive<usize> = 1..=3;

/// The columns of fields that are arrays, of views of `rank` dimensions: the field's dimensions follow those.
fn array_columns(
    cx: &Context,
    name: &Ident,
    fields: &[(&Field, FieldTokens)],
    columns: &Ident,
    bytes: &Ident,
    rank: usize,
) -> Option<TokenStream> {
    let path = &cx.path;
    let methods: Vec<_> = fields
        .iter()
        .filter(|(_, tokens)| !tokens.dimensions.is_empty())
        .map(|(field, FieldTokens { element, dimensions, .. })| {
            let (field_name, offset) = (&field.name, cx.running(&field.offset));
            let lengths = dimensions.iter().map(|length| cx.running(length));
            let doc = documented(&format!("`{}` of all records.", field.item.trim()));
            let (inner, all) = (dimensions.len(), rank + dimensions.len());
            let (view, element) = (element.typed_view(cx, quote!(#bytes), quote!(#all)), element.element());
            quote! {
                #doc
                #[inline(always)]
                pub fn #field_name(self) -> #view {
                    self.0.__field_array::<#element, #inner, #all>(#offset, [#(#lengths),*])
                }
            }
        })
        .collect();
    (!methods.is_empty()).then(|| {
        quote! {
            #[allow(dead_code, non_snake_case, unreachable_pub)]
            impl<#bytes: #path::Bytes> #columns<#path::TypedView<#bytes, #name, #rank>> {
                #(#methods)*
            }
        }
    })
}

/// To be an element of views, and to have columns. The name of the columns' type is hidden in a block.
pub(super) fn element(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters) -> TokenStream {
    let path = &cx.path;
    let name = &record.name;
    let size = cx.number(&record.size);
    let Parameters { bytes: b, rank, .. } = parameters;
    let mut taken = Vec::new();
    type_names(record, &mut taken);
    let columns = free_name(&format!("{name}Columns"), &taken);
    let tokens: Vec<_> = record.fields.iter().map(|field| (field, field_tokens(cx, field))).collect();
    let fields = tokens.iter().filter(|(_, tokens)| tokens.dimensions.is_empty()).map(|(field, tokens)| {
        let (field_name, offset) = (&field.name, cx.running(&field.offset));
        let view = tokens.element.typed_view(cx, quote!(#b), quote!({ #rank }));
        let doc = documented(&format!("`{}` of all records.", field.item.trim()));
        quote! {
            #doc
            #[inline(always)]
            pub fn #field_name(self) -> #view {
                self.0.__field(#offset)
            }
        }
    });
    let array_columns: TokenStream =
        ARRAY_COLUMNS.filter_map(|rank| array_columns(cx, name, &tokens, &columns, b, rank)).collect();
    let debug = around.derives.debug.then(|| {
        quote! {
            fn debug<#b: #path::Bytes>(bytes: #b, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&#name(bytes), f)
            }
        }
    });
    let offsets = offsets(cx, record, around);
    let doc = documented(&format!("The columns of many [`{name}`]s."));
    let (layout_fields, align) = (layout::fields(cx, record), cx.number(&record.align));
    let [item, codes] = around.texts.clone().unwrap_or_else(|| {
        let Texts { item, codes, .. } = Texts::of(cx, record);
        [item, codes]
    });
    quote! {
        const _: () = {
            #doc
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[allow(missing_debug_implementations, unreachable_pub)]
            pub struct #columns<#b>(#b);

            #[allow(dead_code, non_snake_case, unreachable_pub)]
            impl<#b: #path::Bytes, const #rank: usize> #columns<#path::TypedView<#b, #name, { #rank }>> {
                #(#fields)*
            }
            #array_columns
            #offsets

            impl #path::RecordType for #name {
                type By = #path::ByView;
            }

            impl #path::Viewed for #name {
                type Array = [u8; #size];
                type Over<#b> = #name<#b>;
                type Columns<#b> = #columns<#b>;
                const FACTS: #path::Facts = #path::Facts {
                    format: <#name>::FORMAT,
                    size: #size,
                    align: #align,
                    fields: #layout_fields,
                    item: #item,
                    codes: #codes,
                };
                #[inline(always)]
                fn over<#b>(bytes: #b) -> #name<#b> {
                    #name(bytes)
                }
                #[inline(always)]
                fn columns<#b>(view: #b) -> #columns<#b> {
                    #columns(view)
                }
                #[inline(always)]
                fn bytes(&self) -> &[u8; #size] {
                    &self.0
                }
                #debug
            }
            #path::export_record!(#name);
        };
    }
}
