//! What makes a record an element of views: the traits, its columns, and where its fields start.

use std::ops::RangeInclusive;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::field::{ElementTokens, FieldTokens, field_tokens};
use super::record::{Parameters, Surroundings, free_name, type_names};
use super::texts::Texts;
use super::{Context, documented};
use crate::model::Record;

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

/// To be a field of a derived struct, which holds the bytes.
fn nested(cx: &Context, record: &Record, bytes: &Ident) -> TokenStream {
    let path = &cx.path;
    let name = &record.name;
    let size = cx.number(&record.size);
    let Texts { item, codes, .. } = Texts::of(cx, record);
    quote! {
        impl #path::Nested for #name {
            const SIZE: usize = #size;
            const KIND: #path::Kind = #path::Kind::Record(<#name>::LAYOUT);
            const ITEM: &'static str = #item;
            const CODES: [::core::option::Option<&'static str>; 2] = #codes;
            type View = #name;
            #[inline]
            fn read<#bytes: #path::Bytes>(bytes: &#bytes, at: usize) -> ::core::result::Result<Self, #path::UnpackError> {
                ::core::result::Result::Ok(#name(#path::Bytes::load(bytes, at)))
            }
            #[inline]
            fn write<#bytes: #path::BytesMut>(&self, bytes: &mut #bytes, at: usize) {
                #path::BytesMut::store(bytes, at, self.0);
            }
        }
    }
}

/// For views of which ranks there are columns of fields that are arrays. Their rank is a sum, which stable Rust has no
/// type for, so that each is written out.
const ARRAY_COLUMNS: RangeInclusive<usize> = 1..=3;

/// The columns of fields that are arrays, of views of `rank` dimensions: the field's dimensions follow those.
fn array_columns(cx: &Context, record: &Record, columns: &Ident, bytes: &Ident, rank: usize) -> Option<TokenStream> {
    let path = &cx.path;
    let methods: Vec<_> = record
        .fields
        .iter()
        .map(|field| (field, field_tokens(cx, field)))
        .filter(|(_, tokens)| !tokens.dimensions.is_empty())
        .map(|(field, FieldTokens { element, dimensions, .. })| {
            let (name, offset) = (&field.name, cx.running(&field.offset));
            let lengths = dimensions.iter().map(|length| cx.running(length));
            let doc = documented(&format!("`{}` of all records.", field.item.trim()));
            let (inner, all) = (dimensions.len(), rank + dimensions.len());
            let (view, element) = (element.typed_view(cx, quote!(#bytes), quote!(#all)), element.element());
            quote! {
                #doc
                #[inline(always)]
                pub fn #name(self) -> #view {
                    self.0.__field_array::<#element, #inner, #all>(#offset, [#(#lengths),*])
                }
            }
        })
        .collect();
    (!methods.is_empty()).then(|| {
        quote! {
            #[allow(dead_code, non_snake_case, unreachable_pub)]
            impl<#bytes: #path::Bytes> #columns<#bytes, #rank> {
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
    let option = quote!(::core::option::Option);
    let fields = record.fields.iter().filter_map(|field| {
        let tokens = field_tokens(cx, field);
        tokens.dimensions.is_empty().then(|| {
            let (field_name, offset) = (&field.name, cx.running(&field.offset));
            // Said rather than inferred, which takes the compiler longer; a type of the user's is said once, so that what is
            // wrong with it is.
            let element = match &tokens.element {
                ElementTokens::Own { .. } => None,
                other => Some(other.element()),
            };
            let turbofish = element.map(|element| quote!(::<#element>));
            let view = tokens.element.typed_view(cx, quote!(#b), quote!({ #rank }));
            let doc = documented(&format!("`{}` of all records.", field.item.trim()));
            quote! {
                #doc
                #[inline(always)]
                pub fn #field_name(self) -> #view {
                    self.0.__field #turbofish (#offset)
                }
            }
        })
    });
    let array_columns: TokenStream =
        ARRAY_COLUMNS.filter_map(|rank| array_columns(cx, record, &columns, b, rank)).collect();
    let debug = around.derives.debug.then(|| {
        quote! {
            fn debug<#b: #path::Bytes>(
                bytes: &#b,
                at: usize,
                _: (),
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&#name(bytes.part::<#size>(at)), f)
            }
        }
    });
    let offsets = offsets(cx, record, around);
    let doc = documented(&format!("The columns of many [`{name}`]s."));
    let nested = around.is_nested.then(|| nested(cx, record, b));
    quote! {
        const _: () = {
            #doc
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[allow(missing_debug_implementations, unreachable_pub)]
            pub struct #columns<#b, const #rank: usize = 1>(#path::TypedView<#b, #name, { #rank }>);

            #[allow(dead_code, non_snake_case, unreachable_pub)]
            impl<#b: #path::Bytes, const #rank: usize> #columns<#b, { #rank }> {
                #(#fields)*
            }
            #array_columns
            #offsets

            impl #path::Element for #name {
                const SIZE: usize = #size;
                type Order = ();
                type Of<'s, #b: #path::Bytes + 's> = #name<#b::Part<'s, #size>>;
                #[inline(always)]
                fn read<'s, #b: #path::Bytes>(bytes: &'s #b, at: usize, _: ()) -> Self::Of<'s, #b> {
                    #name(bytes.part(at))
                }
                fn accept(layout: &#path::Layout) -> #option<()> {
                    if *layout == <#name>::LAYOUT { #option::Some(()) } else { #option::None }
                }
                fn describe(_: ()) -> (#option<&'static str>, #path::Layout) {
                    (#option::Some(<#name>::FORMAT), <#name>::LAYOUT)
                }
                #debug
            }

            #nested

            impl #path::Record for #name {
                const FORMAT: &'static str = <#name>::FORMAT;
                type Columns<#b: #path::Bytes, const #rank: usize> = #columns<#b, { #rank }>;
                type Mut<'s, #b: #path::Bytes + 's> = #name<#b::PartMut<'s, #size>>;
                #[inline(always)]
                fn __columns<#b: #path::Bytes, const #rank: usize>(of: #path::TypedView<#b, Self, { #rank }>) -> #columns<#b, { #rank }> {
                    #columns(of)
                }
                #[inline(always)]
                fn __read_mut<'s, #b: #path::BytesMut>(bytes: &'s mut #b, at: usize) -> Self::Mut<'s, #b> {
                    #name(bytes.part_mut(at))
                }
            }
        };
    }
}
