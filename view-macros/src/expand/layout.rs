//! A layout spelled as a constant expression.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::Context;
use crate::model::{Element, Field, Order, Record};

/// An expression of type `Layout`, made of constants only. Nested records name the constant of their own type.
pub(super) fn layout(cx: &Context, record: &Record) -> TokenStream {
    let path = &cx.path;
    let (size, align) = (cx.number(&record.size), cx.number(&record.align));
    let fields = record.fields.iter().map(|it| field(cx, it));
    quote!({
        const FIELDS: &[#path::Field] = &[#(#fields),*];
        #path::Layout::baked(#size, #align, FIELDS)
    })
}

/// One field of a layout.
pub(super) fn field(cx: &Context, field: &Field) -> TokenStream {
    let path = &cx.path;
    let name = match &field.written_name {
        Some(name) => quote!(::core::option::Option::Some(#name)),
        None => quote!(::core::option::Option::None),
    };
    let kind = match &field.element {
        Element::Record(record) => {
            let name = &record.name;
            quote!(#path::Kind::Record(<#name>::LAYOUT))
        }
        Element::Own { own, .. } => cx.nested(own, "KIND"),
        Element::Scalar { scalar, order, size } => {
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
    };
    let (offset, repeat) = (cx.number(&field.offset), field.repeat);
    let shape = field.shape.iter().map(|length| cx.number(length));
    quote!(#path::Field::baked(#name, #offset, #kind, #repeat, &[#(#shape),*]))
}
