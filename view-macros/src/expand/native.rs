//! What holds the numbers of native formats to the target: that its C types are those of a data model that the macro has laid
//! the format out for, and that C's own struct has the fields at the same places.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;
use crate::model::{CName, CStruct, Record};

/// Assertions that the compiler of the target evaluates; nothing for formats of standard sizes.
pub(super) fn check(cx: &Context, record: &Record) -> Option<TokenStream> {
    if !record.is_native {
        return None;
    }
    let path = &cx.path;
    let Some(CStruct { members }) = &record.c_struct else {
        return Some(quote!(const _: () = #path::by_target([(); 4]);));
    };
    let names: Vec<_> = (0..members.len()).map(|position| format_ident!("f{position}")).collect();
    let types = members.iter().map(|(name, count)| {
        let one = match name {
            CName::Ffi(name) => {
                let name = format_ident!("{name}");
                quote!(::core::ffi::#name)
            }
            CName::Own(name) => {
                let name = format_ident!("{name}");
                quote!(#path::#name)
            }
        };
        if *count == 1 { one } else { quote!([#one; #count]) }
    });
    let offsets = record.fields.iter().map(|field| cx.number(&field.offset));
    Some(quote! {
        const _: () = {
            #[repr(C)]
            #[allow(dead_code)]
            struct C { #(#names: #types),* }
            #path::by_target([(); 4]);
            #(::core::assert!(
                ::core::mem::offset_of!(C, #names) == #offsets,
                "C lays this field out elsewhere on this target"
            );)*
        };
    })
}
