//! Single fields of a derived struct, in and out of bytes.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::slots::{Slot, Way};
use crate::expand::Context;
use crate::expand::scalar::{Access, scalar};
use crate::model::Element;

/// The value of a field, decoded; in a function that gives a `Result`.
pub(super) fn read_slot(cx: &Context, slot: &Slot<'_>) -> TokenStream {
    let path = &cx.path;
    let (field_type, offset) = (&slot.field.field_type, cx.running(&slot.of.offset));
    if matches!(slot.way, Way::Nested) {
        let record = slot.record_type();
        let indices = indices(slot);
        let at = place(cx, slot, &indices);
        let read = cx.nested(&quote!(#record), "read");
        let one = quote!(#read(bytes, #at));
        let all = indices.iter().rev().fold(one, |value, index| quote!(#path::try_array(|#index| #value)));
        return quote!(#all?);
    }
    let indices = indices(slot);
    let one = read_scalar(cx, slot, &place(cx, slot, &indices));
    let value = indices.iter().rev().fold(one, |value, index| quote!(::core::array::from_fn(|#index| #value)));
    let item = item_type(cx, slot);
    match slot.way {
        Way::Checked => quote_spanned! {slot.span=>
            match <#field_type as #path::FieldOf<#item>>::from_item(#value) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    return ::core::result::Result::Err(#path::UnpackError::Variant { offset: at + #offset, error });
                }
            }
        },
        Way::With(module) => {
            let shown = slot.field.shown();
            let shown = shown.trim_matches('`');
            quote_spanned! {slot.span=> {
                let item: #item = #value;
                match #path::Unpacked::<#field_type>::value(#module::unpack(item)) {
                    ::core::option::Option::Some(value) => value,
                    ::core::option::Option::None => {
                        return ::core::result::Result::Err(#path::UnpackError::Refused { offset: at + #offset, field: #shown });
                    }
                }
            }}
        }
        _ => value,
    }
}

fn indices(slot: &Slot<'_>) -> Vec<Ident> {
    (0..slot.dimensions.len()).map(|axis| format_ident!("i{axis}")).collect()
}

/// Where the element with these indices starts.
fn place(cx: &Context, slot: &Slot<'_>, indices: &[Ident]) -> TokenStream {
    let offset = cx.running(&slot.of.offset);
    let position = indices.iter().zip(&slot.dimensions).fold(None, |position, (index, length)| match position {
        None => Some(quote!(#index)),
        Some(position) => {
            let length = cx.running(length);
            Some(quote!((#position) * #length + #index))
        }
    });
    let size = cx.running(&slot.of.element.size());
    match position {
        None => quote!(at + #offset),
        Some(position) => quote!(at + #offset + (#position) * #size),
    }
}

fn read_scalar(cx: &Context, slot: &Slot<'_>, at: &TokenStream) -> TokenStream {
    let path = &cx.path;
    let Element::Scalar { scalar: of, order, size } = &slot.of.element else { return TokenStream::new() };
    let tokens = scalar(cx, *of, *order, size);
    let element = &tokens.element;
    match &tokens.access {
        Access::Loaded { load, .. } => quote!(#path::Bytes::#load(bytes, #at)),
        Access::Native { value } => quote!(<#value>::from_ne_bytes(#path::Bytes::load(bytes, #at))),
        Access::ByElement { .. } => quote!(<#element as #path::Element>::read(bytes, #at, ())),
        Access::Text { length } => quote!(#path::Bytes::load::<#length>(bytes, #at)),
        Access::Pascal { length } => quote!(#path::PascalText::new(#path::Bytes::load::<#length>(bytes, #at))),
    }
}

/// What one item is in Rust, arrays and all.
fn item_type(cx: &Context, slot: &Slot<'_>) -> TokenStream {
    let path = &cx.path;
    let one = match &slot.of.element {
        Element::Record(record) => {
            let name = &record.name;
            quote!(#name)
        }
        Element::Own { own, .. } => own.clone(),
        Element::Scalar { scalar: of, order, size } => scalar(cx, *of, *order, size).access.owned_type(path),
    };
    slot.dimensions.iter().rev().fold(one, |one, length| {
        let length = cx.number(length);
        quote!([#one; #length])
    })
}

/// The statement that writes a field.
pub(super) fn write_slot(cx: &Context, slot: &Slot<'_>) -> TokenStream {
    let path = &cx.path;
    let (member, field_type) = (&slot.field.member, &slot.field.field_type);
    let indices = indices(slot);
    let at = place(cx, slot, &indices);
    let item = item_type(cx, slot);
    let value = match slot.way {
        Way::Nested => quote!(&self.#member),
        Way::Plain => quote!(self.#member),
        Way::Checked => quote_spanned!(slot.span=> <#field_type as #path::FieldOf<#item>>::to_item(&self.#member)),
        Way::With(module) => quote_spanned!(slot.span=> #module::pack(&self.#member)),
    };
    let (item_type, one) = match &slot.of.element {
        Element::Record(_) | Element::Own { .. } => {
            let record = slot.record_type();
            let write = cx.nested(&quote!(#record), "write");
            (None, quote!(#write(item, bytes, #at);))
        }
        Element::Scalar { scalar: of, order, size } => {
            let tokens = scalar(cx, *of, *order, size);
            let element = &tokens.element;
            let one = match &tokens.access {
                Access::Loaded { store, .. } => quote!(#path::BytesMut::#store(bytes, #at, item);),
                Access::Native { .. } => quote!(#path::BytesMut::store(bytes, #at, item.to_ne_bytes());),
                Access::ByElement { .. } => {
                    quote!(#path::Raw::store(<#element as #path::Scalar>::encode(item, ()), bytes, #at);)
                }
                Access::Text { .. } => quote!(#path::BytesMut::store(bytes, #at, item);),
                Access::Pascal { length } => {
                    quote!(#path::BytesMut::store(bytes, #at, #path::pascal_bytes::<#length>(&item));)
                }
            };
            (Some(quote!(: #item)), one)
        }
    };
    let loops = indices.iter().rev().fold(one, |body, index| {
        quote! {
            for (#index, item) in ::core::iter::Iterator::enumerate(::core::iter::IntoIterator::into_iter(item)) {
                #body
            }
        }
    });
    // The fields of most records are such, and cost the compiler half of what they would in a block.
    if indices.is_empty()
        && let (Way::Plain, Element::Scalar { scalar: of, order, size }) = (&slot.way, &slot.of.element)
        && let Access::Loaded { store, .. } = &scalar(cx, *of, *order, size).access
    {
        return quote!(#path::BytesMut::#store(bytes, #at, #value););
    }
    quote!({ let item #item_type = #value; #loops })
}

/// That a nested struct of the user's lays its bytes out as the `T{...}` here says.
pub(super) fn nested_layout(cx: &Context, slot: &Slot<'_>) -> Option<TokenStream> {
    let path = &cx.path;
    let Element::Record(record) = &slot.of.element else { return None };
    let inner = slot.record_type();
    let (view, format) = (&record.name, record.written.trim());
    let kind = cx.nested(&quote!(#inner), "KIND");
    // The message is itself a format string, in which braces are written twice.
    let format = format.replace('{', "{{").replace('}', "}}");
    let message = format!("the format of this field, `{format}`, is not the format of its type");
    Some(quote_spanned! {slot.field.span=>
        const _: () = {
            const KIND: &#path::Kind = &#kind;
            const HERE: &#path::Layout = &<#view>::LAYOUT;
            ::core::assert!(#path::same_kind(KIND, HERE), #message);
        };
    })
}
