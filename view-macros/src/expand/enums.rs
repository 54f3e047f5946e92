//! `#[derive(Record)]` on enums: numbers in and out of bytes, of which only some are a variant.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use syn::ext::IdentExt;

use super::Context;
use super::code::doc;
use super::record::Parameters;
use crate::read::enums::{Enum, Number};
use crate::read::options::Mark;

pub(super) fn expand(cx: &Context, item: &Enum) -> TokenStream {
    let path = &cx.path;
    let Enum { visibility, name, number, mark, variants, .. } = item;
    let Number { size, .. } = *number;
    let number_name = format_ident!("{}", number.name);
    let number_type = quote!(#path::#number_name);
    let (result, option) = (quote!(::core::result::Result), quote!(::core::option::Option));
    let shown = name.to_string();
    let Parameters { bytes: b, source: s, .. } = Parameters::free_of([name.to_token_stream()]);
    let constants: Vec<_> = (0..variants.len()).map(|position| format_ident!("V{position}")).collect();
    let names: Vec<_> = variants.iter().map(|variant| variant.unraw().to_string()).collect();
    let name_of = (!item.is_broken).then(|| quote!(#(#result::Ok(#name::#variants) => #option::Some(#names),)*));
    let (from_item, to_item) = match item.is_broken {
        true => (quote!(let _ = item; #path::fallback()), quote!(#path::fallback())),
        false => (
            quote! {
                #(const #constants: #number_type = #name::#variants as #number_type;)*
                #[allow(unreachable_patterns)]
                match item {
                    #(#constants => #result::Ok(#name::#variants),)*
                    _ => {
                        const VARIANTS: &[(&'static #path::str, #path::i128)] = &[#((#names, #constants as #path::i128)),*];
                        #result::Err(#path::VariantError::new(#shown, item as #path::i128, VARIANTS))
                    }
                }
            },
            quote!(match self { #(#name::#variants => #name::#variants as #number_type,)* }),
        ),
    };
    let accessor = |verb: &str| match (mark, size) {
        (_, 1) => Some(format_ident!("{verb}_{}", number.name)),
        (Mark::Little, _) => Some(format_ident!("{verb}_{}_le", number.name)),
        (Mark::Big, _) => Some(format_ident!("{verb}_{}_be", number.name)),
        (Mark::Native, _) => None,
    };
    let load = match accessor("load") {
        Some(load) => quote!(#path::Bytes::#load(bytes, at)),
        None => quote!(<#number_type>::from_ne_bytes(#path::Bytes::load(bytes, at))),
    };
    let store = match accessor("store") {
        Some(store) => quote!(#path::BytesMut::#store(bytes, at, item)),
        None => quote!(#path::BytesMut::store(bytes, at, item.to_ne_bytes())),
    };
    let (code, order) = (
        number.code,
        match mark {
            Mark::Little => quote!(Little),
            Mark::Big => quote!(Big),
            Mark::Native => quote!(NATIVE),
        },
    );
    let (format, codes) = (
        format!("{}{code}", mark.as_str()),
        match (mark, size) {
            (_, 1) => quote!([#option::Some(#code), #option::Some(#code)]),
            (Mark::Little, _) => quote!([#option::Some(#code), #option::None]),
            (Mark::Big, _) => quote!([#option::None, #option::Some(#code)]),
            (Mark::Native, _) => quote!(if ::core::cfg!(target_endian = "big") {
                [#option::None, #option::Some(#code)]
            } else {
                [#option::Some(#code), #option::None]
            }),
        },
    );
    let kind = format_ident!("{}", if number.name.starts_with('i') { "Int" } else { "Uint" });
    let scalar = quote!(#path::LayoutScalar::new(#path::ScalarKind::#kind, #size, #path::ByteOrder::#order));
    let bytes = if size == 1 { "byte".into() } else { format!("{size} bytes") };
    let [unpack, unpack_from, pack, pack_into] = [
        format!("The variant in exactly {bytes}.\n\n# Errors\nWhere there are fewer or more, or the number is of no variant."),
        format!("The variant in the {bytes} from `offset` on.\n\n# Errors\nWhere there are fewer, or the number is of no variant."),
        format!("Its number, as {bytes}."),
        format!("Writes its number to the first {bytes}.\n\n# Errors\nWhere there are fewer; then nothing is written."),
    ]
    .map(|text| doc(&text));
    cx.inside(quote! {
        #[allow(dead_code)]
        impl #name {
            /// The format.
            #visibility const FORMAT: &'static #path::str = #format;
            /// The format, as Python's `struct` reads it.
            #visibility const STRUCT_FORMAT: &'static #path::str = #format;
            /// Bytes of one.
            #visibility const SIZE: #path::usize = #size;
            /// The number that it is in bytes.
            #visibility const LAYOUT: #path::Layout = {
                const FIELDS: &[#path::Field] =
                    &[#path::Field::baked(#option::None, 0, #path::Kind::Scalar(#scalar), 1, &[])];
                #path::Layout::baked(#size, 1, FIELDS)
            };
            #unpack
            #[inline]
            #visibility fn unpack<#s: #path::Source<#size>>(bytes: #s) -> #result<Self, #path::UnpackError> {
                #path::unpack_exact(bytes)
            }
            #unpack_from
            #[inline]
            #visibility fn unpack_from<#s: #path::Source<#size>>(
                bytes: #s,
                offset: #path::usize,
            ) -> #result<Self, #path::UnpackError> {
                #path::unpack_at(bytes, offset)
            }
            #pack
            #[inline]
            #visibility fn pack(&self) -> [#path::u8; #size] {
                #path::pack(self)
            }
            #pack_into
            #[inline]
            #visibility fn pack_into(&self, bytes: &mut [#path::u8]) -> #result<(), #path::SizeError> {
                #path::pack_into::<_, #size>(self, bytes)
            }
        }

        impl #path::FieldOf<#number_type> for #name {
            #[inline]
            fn from_item(item: #number_type) -> #result<Self, #path::VariantError> {
                #from_item
            }
            #[inline]
            fn to_item(&self) -> #number_type {
                #to_item
            }
            fn name_of(item: &#number_type) -> #option<&'static #path::str> {
                match <#name as #path::FieldOf<#number_type>>::from_item(*item) {
                    #name_of
                    _ => #option::None,
                }
            }
        }

        impl #path::Nested for #name {
            const SIZE: #path::usize = #size;
            const KIND: #path::Kind = #path::Kind::Scalar(#scalar);
            const ITEM: &'static #path::str = #format;
            const CODES: [#option<&'static #path::str>; 2] = #codes;
            type View = #name;
            #[inline]
            fn read<#b: #path::Bytes>(bytes: &#b, at: #path::usize) -> #result<Self, #path::UnpackError> {
                match <#name as #path::FieldOf<#number_type>>::from_item(#load) {
                    #result::Ok(variant) => #result::Ok(variant),
                    #result::Err(error) => #result::Err(#path::UnpackError::Variant { offset: at, error }),
                }
            }
            #[inline]
            fn write<#b: #path::BytesMut>(&self, bytes: &mut #b, at: #path::usize) {
                let item = <#name as #path::FieldOf<#number_type>>::to_item(self);
                #store;
            }
        }

        impl #path::Element for #name {
            const SIZE: #path::usize = #size;
            type Order = ();
            type Of<'s, #b: #path::Bytes + 's> = #result<#name, #path::VariantError>;
            #[inline]
            fn read<'s, #b: #path::Bytes>(bytes: &'s #b, at: #path::usize, _: ()) -> #result<#name, #path::VariantError> {
                <#name as #path::FieldOf<#number_type>>::from_item(#load)
            }
            fn accept(layout: &#path::Layout) -> #option<()> {
                if *layout == <#name>::LAYOUT { #option::Some(()) } else { #option::None }
            }
            fn describe(_: ()) -> (#option<&'static #path::str>, #path::Layout) {
                (#option::Some(<#name>::FORMAT), <#name>::LAYOUT)
            }
            fn debug<#b: #path::Bytes>(
                bytes: &#b,
                at: #path::usize,
                _: (),
                f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                let shown = #path::ShownVariant::<#name, #number_type>(#load, ::core::marker::PhantomData);
                ::core::fmt::Debug::fmt(&shown, f)
            }
        }
    })
}
