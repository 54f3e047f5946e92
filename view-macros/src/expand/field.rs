//! The methods of one field.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use view_format::ScalarKind;

use super::scalar::{Access, ScalarTokens, scalar};
use super::words::Words;
use super::{Context, documented};
use crate::model::{Element, Field, Number, Order};
use crate::names::is_snake_case;

/// What a field is made of, once strings of UCS-4 characters are seen as arrays of numbers.
pub(super) struct FieldTokens {
    pub(super) element: ElementTokens,
    /// Bytes of one element.
    pub(super) element_size: Number,
    pub(super) dimensions: Vec<Number>,
}

pub(super) enum ElementTokens {
    Scalar(Rc<ScalarTokens>),
    Record(Ident),
    /// A type of the user's, which says what its views are.
    Own {
        own: TokenStream,
        view: TokenStream,
    },
}

impl ElementTokens {
    /// Views of such elements, as a type. What is wrong with a type of the user's is shown at that type, once.
    pub(super) fn typed_view(&self, cx: &Context, bytes: TokenStream, rank: TokenStream) -> TokenStream {
        let (path, element) = (&cx.path, self.element());
        let view = quote!(#path::TypedView<#bytes, #element, #rank>);
        match self {
            ElementTokens::Own { own, .. } => {
                let span = own.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
                view.into_iter()
                    .map(|mut token| {
                        token.set_span(span);
                        token
                    })
                    .collect()
            }
            _ => view,
        }
    }

    /// The type that implements `Element`.
    pub(super) fn element(&self) -> Words {
        match self {
            ElementTokens::Scalar(scalar) => scalar.element.clone(),
            ElementTokens::Record(name) => quote!(#name).into(),
            ElementTokens::Own { view, .. } => view.clone().into(),
        }
    }
}

pub(super) fn field_tokens(cx: &Context, field: &Field) -> FieldTokens {
    let mut dimensions = field.dimensions();
    let mut element_size = field.element.size();
    let element = match &field.element {
        Element::Record(record) => ElementTokens::Record(record.name.clone()),
        Element::Own { own, .. } => ElementTokens::Own { own: own.clone(), view: cx.nested(own, "View") },
        Element::Scalar { scalar: of, order, .. } if of.kind() == ScalarKind::Ucs4 => {
            dimensions.push(Number::Known(of.size() / 4));
            element_size = Number::Known(4);
            let character = view_format::Scalar::new(ScalarKind::Uint, 4, of.order());
            ElementTokens::Scalar(scalar(cx, character, *order, &element_size))
        }
        Element::Scalar { scalar: of, order, size } => ElementTokens::Scalar(scalar(cx, *of, *order, size)),
    };
    FieldTokens { element, element_size, dimensions }
}

/// The getter and, over bytes that can be written, the setter or the way in.
pub(super) fn methods(cx: &Context, visibility: &Words, bytes: &Ident, field: &Field) -> TokenStream {
    let path = &cx.path;
    let name = &field.name;
    let offset = cx.running(&field.offset);
    let bare = &name.unraw().to_string();
    let set = format_ident!("set_{bare}", span = name.span());
    let name_mut = format_ident!("{bare}_mut", span = name.span());
    let tokens = field_tokens(cx, field);
    let allow = (!is_snake_case(bare)).then(|| quote!(#[allow(non_snake_case)]));
    let can_write = Words::from(quote!(where #bytes: #path::BytesMut));
    let item = field.item.trim();
    let place = |what: &str| match &field.offset {
        Number::Computed(_) => format!("`{item}`: {what}"),
        offset => format!("`{item}` at {offset}: {what}"),
    };
    let method = |doc: String, signature: TokenStream, body: TokenStream| {
        let doc = documented(&doc);
        quote! { #doc #allow #[inline(always)] #visibility fn #signature { #body } }
    };

    if !tokens.dimensions.is_empty() {
        let rank = tokens.dimensions.len();
        let dimensions: Vec<_> = tokens.dimensions.iter().map(|length| cx.running(length)).collect();
        let length = cx.number(&product(&tokens.element_size, &tokens.dimensions));
        let shape = shown_shape(&tokens.dimensions);
        let what = match &tokens.element {
            ElementTokens::Scalar(scalar) => format!("{shape} of `{}`", scalar.doc),
            ElementTokens::Record(name) => format!("{shape} of [`{name}`]"),
            ElementTokens::Own { own, .. } => format!("{shape} of `{own}`"),
        };
        let get = method(
            place(&what),
            {
                let view = tokens.element.typed_view(cx, quote!(#bytes::Part<'_, #length>), quote!(#rank));
                quote!(#name(&self) -> #view)
            },
            quote!(#path::TypedView::__contiguous(self.0.part(#offset), [#(#dimensions),*])),
        );
        let get_mut = method(
            format!("{}, to write", place(&what)),
            {
                let view = tokens.element.typed_view(cx, quote!(#bytes::PartMut<'_, #length>), quote!(#rank));
                quote!(#name_mut(&mut self) -> #view #can_write)
            },
            quote!(#path::TypedView::__contiguous(self.0.part_mut(#offset), [#(#dimensions),*])),
        );
        return quote!(#get #get_mut);
    }
    match &tokens.element {
        ElementTokens::Record(record) => {
            let size = cx.number(&tokens.element_size);
            let what = format!("[`{record}`]");
            let get = method(
                place(&what),
                quote!(#name(&self) -> #record<#bytes::Part<'_, #size>>),
                quote!(#record(self.0.part(#offset))),
            );
            let get_mut = method(
                format!("{}, to write", place(&what)),
                quote!(#name_mut(&mut self) -> #record<#bytes::PartMut<'_, #size>> #can_write),
                quote!(#record(self.0.part_mut(#offset))),
            );
            quote!(#get #get_mut)
        }
        ElementTokens::Own { own, view } => {
            let what = format!("`{own}`");
            let span = own.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
            let [of, read] = ["Of", "read"].map(|item| Ident::new(item, span));
            let of = quote_spanned!(span=> <#view as #path::Element>::#of<'_, #bytes>);
            let read = quote_spanned!(span=> <#view as #path::Element>::#read);
            let get = method(place(&what), quote!(#name(&self) -> #of), quote!(#read(&self.0, #offset, ())));
            let set = method(
                format!("Sets {}", place(&what)),
                quote!(#set(&mut self, value: impl ::core::borrow::Borrow<#own>) #can_write),
                {
                    let write = cx.nested(own, "write");
                    quote!(#write(::core::borrow::Borrow::<#own>::borrow(&value), &mut self.0, #offset))
                },
            );
            // Where the type is a record; an enum is set.
            let get_mut = method(
                format!("{}, to write its fields", place(&what)),
                quote!(#name_mut<V_: #path::Record>(&mut self) -> V_::Mut<'_, #bytes>
                    where #own: #path::NestedAs<V_>, #bytes: #path::BytesMut),
                quote!(V_::__read_mut(&mut self.0, #offset)),
            );
            quote!(#get #set #get_mut)
        }
        ElementTokens::Scalar(scalar) => {
            let what = format!("`{}`{}", scalar.doc, order_words(field));
            let element = &scalar.element;
            if let Some(own) = &field.value {
                let place = place(&format!("`{own}`, a {what}"));
                return variant(cx, &method, place, [name, &set], own, scalar, &offset, &can_write);
            }
            let (value, load, argument, store) = match &scalar.access {
                Access::Loaded { value, load, store } => (
                    quote!(#value),
                    quote!(self.0.#load(#offset)),
                    quote!(#value),
                    quote!(self.0.#store(#offset, value)),
                ),
                Access::Native { value } => (
                    value.clone(),
                    quote!(<#value>::from_ne_bytes(self.0.load(#offset))),
                    value.clone(),
                    quote!(self.0.store(#offset, value.to_ne_bytes())),
                ),
                Access::ByElement { value } => (
                    value.clone(),
                    quote!(<#element as #path::Element>::read(&self.0, #offset, ())),
                    value.clone(),
                    quote!(#path::Raw::store(<#element as #path::Scalar>::encode(value, ()), &mut self.0, #offset)),
                ),
                Access::Text { length } => (
                    quote!(#bytes::Text<'_, #length>),
                    quote!(self.0.text(#offset)),
                    quote!(&[u8; #length]),
                    quote!(self.0.store(#offset, *value)),
                ),
                Access::Pascal { length } => (
                    quote!(#path::PascalText<#bytes::Text<'_, #length>>),
                    quote!(#path::PascalText::new(self.0.text(#offset))),
                    quote!(&[u8]),
                    quote!(self.0.store(#offset, #path::pascal_bytes::<#length>(value))),
                ),
            };
            let get = method(place(&what), quote!(#name(&self) -> #value), load);
            let set =
                method(format!("Sets {}", place(&what)), quote!(#set(&mut self, value: #argument) #can_write), store);
            quote!(#get #set)
        }
    }
}

/// The getter and the setter of a number that is read as an enum.
#[expect(clippy::too_many_arguments, reason = "what the caller has worked out already")]
fn variant(
    cx: &Context,
    method: &dyn Fn(String, TokenStream, TokenStream) -> TokenStream,
    place: String,
    [get, set]: [&Ident; 2],
    own: &TokenStream,
    scalar: &ScalarTokens,
    offset: &Words,
    can_write: &Words,
) -> TokenStream {
    let path = &cx.path;
    let (element, number) = (&scalar.element, scalar.access.owned_type(path));
    let span = own.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let span = span.resolved_at(Span::call_site());
    let field_of = quote_spanned!(span=> <#own as #path::FieldOf<#number>>);
    let getter = method(
        place.clone(),
        quote!(#get(&self) -> ::core::result::Result<#own, #path::VariantError>),
        quote!(#field_of::from_item(<#element as #path::Element>::read(&self.0, #offset, ()))),
    );
    let item = quote!(#field_of::to_item(::core::borrow::Borrow::borrow(&value)));
    let setter = method(
        format!("Sets {place}"),
        quote!(#set(&mut self, value: impl ::core::borrow::Borrow<#own>) #can_write),
        quote!(#path::Raw::store(<#element as #path::Scalar>::encode(#item, ()), &mut self.0, #offset)),
    );
    quote!(#getter #setter)
}

/// As much as all elements of these dimensions take.
pub(super) fn product(one: &Number, dimensions: &[Number]) -> Number {
    dimensions.iter().fold(one.clone(), |size, length| match (size, length) {
        // Layouts are checked: what they hold has a size.
        (size, Number::Known(length)) => size.times(*length).unwrap_or(Number::Known(0)),
        (Number::Known(size), length) => length.times(size).unwrap_or(Number::Known(0)),
        (Number::Computed(size), Number::Computed(length)) => Number::Computed(quote!((#size) * (#length))),
        (size, _) => size,
    })
}

fn shown_shape(dimensions: &[Number]) -> String {
    let lengths = dimensions.iter().map(|length| match length {
        Number::Computed(length) => length.to_string(),
        length => length.to_string(),
    });
    format!("[{}]", lengths.collect::<Vec<_>>().join(", "))
}

/// The byte order of a field, for its docs.
fn order_words(field: &Field) -> &'static str {
    match &field.element {
        Element::Scalar { scalar, order, .. } if scalar.size() > 1 && scalar.kind().has_byte_order() => match order {
            Order::Little => ", little-endian",
            Order::Big => ", big-endian",
            Order::Native => ", in the target's byte order",
        },
        _ => "",
    }
}
