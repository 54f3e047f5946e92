//! Single fields of a derived struct, in and out of bytes.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::slots::{Slot, Way};
use crate::expand::Context;
use crate::expand::code::{Code, Fragment};
use crate::expand::scalar::{Access, scalar};
use crate::model::Element;

/// The value of a field, decoded; in a function that gives a `Result`.
pub(super) fn read_slot(cx: &Context, slot: &Slot<'_>) -> Fragment {
    let path = &cx.path;
    let (field_type, offset) = (&slot.field.field_type, cx.running(&slot.of.offset));
    let indices = indices(slot);
    let at = place(cx, slot, &indices);
    if matches!(slot.way, Way::Nested) {
        let record = slot.record_type();
        let read = cx.nested(&quote!(#record), "read");
        let one = quote!(#read(bytes, #at));
        let all = indices.iter().rev().fold(one, |value, index| quote!(#path::try_array(|#index| #value)));
        return quote!(#all?).into();
    }
    let one = read_scalar(cx, slot, &at);
    let value =
        indices.iter().rev().fold(one, |value, index| value.within(&format!("::core::array::from_fn(|{index}| "), ")"));
    let item = item_type(cx, slot);
    match slot.way {
        Way::Checked => quote_spanned! {slot.span=>
            match <#field_type as #path::FieldOf<#item>>::from_item(#value) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => {
                    return ::core::result::Result::Err(#path::UnpackError::Variant { offset: at + #offset, error });
                }
            }
        }
        .into(),
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
            .into()
        }
        Way::Nested | Way::Plain => value,
    }
}

fn indices(slot: &Slot<'_>) -> Vec<Ident> {
    (0..slot.dimensions.len()).map(|axis| format_ident!("i{axis}")).collect()
}

/// Where the element with these indices starts.
fn place(cx: &Context, slot: &Slot<'_>, indices: &[Ident]) -> Fragment {
    let mut code = Code::default();
    let offset = code.part(&cx.running(&slot.of.offset));
    let position = indices.iter().zip(&slot.dimensions).fold(None, |position, (index, length)| match position {
        None => Some(index.to_string()),
        Some(position) => {
            let length = code.part(&cx.running(length));
            Some(format!("({position}) * {length} + {index}"))
        }
    });
    match position {
        None => code.fragment(format!("at + {offset}")),
        Some(position) => {
            let size = code.part(&cx.running(&slot.of.element.size()));
            code.fragment(format!("at + {offset} + ({position}) * {size}"))
        }
    }
}

fn read_scalar(cx: &Context, slot: &Slot<'_>, at: &Fragment) -> Fragment {
    let path = &cx.path;
    let Element::Scalar { scalar: of, order, size } = &slot.of.element else { return "".into() };
    let tokens = scalar(cx, *of, *order, size);
    let mut code = Code::default();
    let at = code.part(at);
    let text = match &tokens.access {
        Access::Loaded { load, .. } => format!("{path}::Bytes::{load}(bytes, {at})"),
        Access::Native { value } => format!("<{value}>::from_ne_bytes({path}::Bytes::load(bytes, {at}))"),
        Access::ByElement { .. } => {
            let element = code.part(&tokens.element);
            format!("<{element} as {path}::Element>::read(bytes, {at}, ())")
        }
        Access::Text { length } => format!("{path}::Bytes::load::<{}>(bytes, {at})", code.part(length)),
        Access::Pascal { length } => {
            format!("{path}::PascalText::new({path}::Bytes::load::<{}>(bytes, {at}))", code.part(length))
        }
    };
    code.fragment(text)
}

/// What one item is in Rust, arrays and all.
fn item_type(cx: &Context, slot: &Slot<'_>) -> Fragment {
    let one = match &slot.of.element {
        Element::Record(record) => record.name.to_string().into(),
        Element::Own { own, .. } => own.clone().into(),
        Element::Scalar { scalar: of, order, size } => scalar(cx, *of, *order, size).access.owned_type(&cx.path),
    };
    slot.dimensions.iter().rev().fold(one, |one, length| {
        let mut code = Code::default();
        let [one, length] = [one, cx.number(length)].map(|part| code.part(&part));
        code.fragment(format!("[{one}; {length}]"))
    })
}

/// The statement that writes a field.
pub(super) fn write_slot(cx: &Context, slot: &Slot<'_>) -> Fragment {
    let path = &cx.path;
    let (member, field_type) = (&slot.field.member, &slot.field.field_type);
    let indices = indices(slot);
    let at = place(cx, slot, &indices);
    let item = item_type(cx, slot);
    let value: Fragment = match slot.way {
        Way::Nested => format!("&self.{}", member.to_token_stream()).into(),
        Way::Plain => format!("self.{}", member.to_token_stream()).into(),
        Way::Checked => {
            quote_spanned!(slot.span=> <#field_type as #path::FieldOf<#item>>::to_item(&self.#member)).into()
        }
        Way::With(module) => quote_spanned!(slot.span=> #module::pack(&self.#member)).into(),
    };
    let mut code = Code::default();
    let [at, value] = [&at, &value].map(|part| code.part(part));
    // The fields of most records are such, and cost the compiler half of what they would in a block.
    let is_one = indices.is_empty() && matches!(slot.way, Way::Plain);
    let stored = if is_one { &*value } else { "item" };
    let (item_type, one) = match &slot.of.element {
        Element::Record(_) | Element::Own { .. } => {
            let record = slot.record_type();
            let write = code.part(&cx.nested(&quote!(#record), "write").into());
            (String::new(), format!("{write}(item, bytes, {at});"))
        }
        Element::Scalar { scalar: of, order, size } => {
            let tokens = scalar(cx, *of, *order, size);
            let one = match &tokens.access {
                Access::Loaded { store, .. } => format!("{path}::BytesMut::{store}(bytes, {at}, {stored});"),
                Access::Native { .. } => format!("{path}::BytesMut::store(bytes, {at}, {stored}.to_ne_bytes());"),
                Access::ByElement { .. } => {
                    let element = code.part(&tokens.element);
                    format!("{path}::Raw::store(<{element} as {path}::Scalar>::encode({stored}, ()), bytes, {at});")
                }
                Access::Text { .. } => format!("{path}::BytesMut::store(bytes, {at}, {stored});"),
                Access::Pascal { length } => {
                    let length = code.part(length);
                    format!("{path}::BytesMut::store(bytes, {at}, {path}::pascal_bytes::<{length}>(&{stored}));")
                }
            };
            (format!(": {}", code.part(&item)), one)
        }
    };
    if is_one {
        return code.fragment(one);
    }
    let loops = indices.iter().rev().fold(one, |body, index| {
        format!(
            "for ({index}, item) in ::core::iter::Iterator::enumerate(::core::iter::IntoIterator::into_iter(item)) {{
                {body}
            }}"
        )
    });
    code.fragment(format!("{{ let item{item_type} = {value}; {loops} }}"))
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
