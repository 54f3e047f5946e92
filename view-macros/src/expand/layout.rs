//! A layout spelled as a constant expression.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use view_format::{Scalar, ScalarKind};

use super::Context;
use super::words::Words;
use crate::model::{Element, Field, Number, Order, Record};

/// An expression of type `Layout`, made of constants only. Nested records name the constant of their own type.
pub(super) fn layout(cx: &Context, record: &Record) -> TokenStream {
    let path = &cx.path;
    let (size, align) = (cx.number(&record.size), cx.number(&record.align));
    let fields = fields(cx, record);
    quote!({
        const FIELDS: &[#path::Field] = #fields;
        #path::Layout::baked(#size, #align, FIELDS)
    })
}

/// All fields of a layout, as a constant of type `&'static [Field]`.
pub(super) fn fields(cx: &Context, record: &Record) -> TokenStream {
    let path = &cx.path;
    // One call for all, where they are as most are: a call for each takes the compiler longer.
    let plain: Option<Vec<_>> = record.fields.iter().map(|field| plain(cx, field)).collect();
    if let Some(plain) = plain.filter(|plain| !plain.is_empty()) {
        let names = plain.iter().map(|(name, _, _)| name);
        let offsets = plain.iter().map(|(_, offset, _)| offset);
        let of = plain.iter().map(|(_, _, of)| of);
        return quote!(&#path::named([#(#names),*], [#(#offsets),*], [#(#of),*]));
    }
    let fields = record.fields.iter().map(|it| field(cx, it));
    quote!(&[#(#fields),*])
}

/// A field that is one value of a kind with a short name, and has a name itself: name, offset, kind.
fn plain<'f>(cx: &Context, field: &'f Field) -> Option<(&'f str, Words, TokenStream)> {
    let (Some(name), 1, []) = (&field.written_name, field.repeat, &field.shape[..]) else { return None };
    let Element::Scalar { scalar, order, size } = &field.element else { return None };
    let (path, short) = (&cx.path, short_kind(scalar, *order, size)?);
    Some((name, cx.number(&field.offset), quote!(#path::baked::#short)))
}

/// One field of a layout.
pub(super) fn field(cx: &Context, field: &Field) -> TokenStream {
    let path = &cx.path;
    let (offset, repeat, kind) = (cx.number(&field.offset), field.repeat, kind(cx, &field.element));
    let name = match &field.written_name {
        Some(name) => quote!(::core::option::Option::Some(#name)),
        None => quote!(::core::option::Option::None),
    };
    let shape = field.shape.iter().map(|length| cx.number(length));
    quote!(#path::Field::baked(#name, #offset, #kind, #repeat, &[#(#shape),*]))
}

/// What one value of a field is.
fn kind(cx: &Context, element: &Element) -> TokenStream {
    let path = &cx.path;
    match element {
        Element::Record(record) => {
            let name = &record.name;
            quote!(#path::Kind::Record(<#name>::LAYOUT))
        }
        Element::Own { own, .. } => cx.nested(own, "KIND"),
        Element::Scalar { scalar, order, size } => {
            if let Some(short) = short_kind(scalar, *order, size) {
                return quote!(#path::Kind::Scalar(#path::baked::#short));
            }
            let kind = Ident::new(&format!("{:?}", scalar.kind()), Span::call_site());
            let size = cx.number(size);
            let order = match order {
                Order::Little => quote!(Little),
                Order::Big => quote!(Big),
                Order::Native => quote!(NATIVE),
            };
            let native = scalar.saturates().then(|| quote!(.under(#path::Mark::Native)));
            quote!(#path::Kind::Scalar(
                #path::LayoutScalar::new(#path::ScalarKind::#kind, #size, #path::ByteOrder::#order) #native
            ))
        }
    }
}

/// The name that the library has for it, if it has one: most fields of most records are of few kinds.
fn short_kind(scalar: &Scalar, order: Order, size: &Number) -> Option<TokenStream> {
    let size = size.known()?;
    let kind = scalar.kind();
    let order = match (order, size) {
        (Order::Little, 1) => "",
        (Order::Little, _) => "_LE",
        (Order::Big, 2..) => "_BE",
        _ => return None,
    };
    let has_name = match kind {
        _ if scalar.saturates() => false,
        ScalarKind::Bytes => return (order != "_BE").then(|| quote!(text(#size))),
        ScalarKind::Bool | ScalarKind::Char => size == 1,
        ScalarKind::Int | ScalarKind::Uint => matches!(size, 1 | 2 | 4 | 8),
        ScalarKind::Float => matches!(size, 4 | 8),
        _ => false,
    };
    has_name.then(|| {
        let name = Ident::new(&format!("{kind:?}{size}{order}").to_uppercase(), Span::call_site());
        quote!(#name)
    })
}
