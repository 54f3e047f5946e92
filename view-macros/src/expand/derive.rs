//! `#[derive(Record)]`: values in and out of bytes for a struct of the user's, and the record type that views them.

mod slots;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::DeriveInput;
use syn::ext::IdentExt;
use view_format::{Dialect, Layout, Target};

use super::record::{Surroundings, record};
use super::scalar::{Access, scalar};
use super::traits::Derives;
use super::{Context, documented};
use crate::literal::FormatLiteral;
use crate::model::{self, Element, Record, Texts};
use crate::read::structs::{Options, Source, Struct};
use crate::report::Report;
use slots::Slot;

pub(super) fn derive(tokens: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let parsed = syn::parse2::<DeriveInput>(tokens);
    let output = match parsed {
        Ok(input) => Struct::read(input, &mut report).map(|item| expand(&item, &mut report)),
        Err(error) => {
            report.absorb(error);
            None
        }
    };
    let errors = report.finish();
    quote!(#errors #output)
}

fn expand(item: &Struct, report: &mut Report) -> TokenStream {
    let cx = Context { path: path(&item.options) };
    let Some(format) = format(item, report) else { return TokenStream::new() };
    let view_name = format_ident!("{}View", item.name);
    let meaning = model::check(&format, report);
    let model = meaning.record(&view_name, &format, report);
    let slots = if model.is_broken { None } else { slots::assign(item, &model, &format, report) };
    let attributes = documented(&format!("A view of the bytes of a [`{}`].", item.name));
    let visibility = &item.visibility;
    let around =
        Surroundings { attributes, visibility: quote!(#visibility), derives: Derives::DEBUG, is_element: true };
    let view = record(&cx, &model, &around);
    let values = values(&cx, item, &model, slots.as_deref());
    quote!(#view #values)
}

fn path(options: &Options) -> TokenStream {
    match &options.krate {
        Some(krate) => quote!(#krate::__private),
        None => quote!(::view_core::__private),
    }
}

/// The format, written or made from the types.
fn format(item: &Struct, report: &mut Report) -> Option<FormatLiteral> {
    match &item.options.source {
        Some(Source::Format(format)) => Some(format.clone()),
        Some(Source::Types(mark, span)) => {
            let mut text = String::from(mark.as_str());
            for field in &item.fields {
                match slots::item_of(&field.field_type) {
                    Some(code) => text.push_str(&code),
                    None => report.error(
                        field.span,
                        "the format of this type is not known here: numbers, `bool`, `[u8; N]` and arrays of numbers \
                         have one; for others write the whole format, `#[view(format = \"...\")]`",
                    ),
                }
                if let syn::Member::Named(name) = &field.member {
                    text.push_str(&format!(":{}: ", name.unraw()));
                }
            }
            report.is_empty().then(|| FormatLiteral::made(text.trim_end().into(), *span))
        }
        None if item.options.is_broken => None,
        None => {
            report.error(
                item.name.span(),
                "the layout is missing: add `#[view(format = \"<I:id: d:price:\")]`, or `#[view(little_endian)]` or \
                 `#[view(big_endian)]` to take it from the fields' types",
            );
            None
        }
    }
}

/// The methods of the struct itself. Without slots, after a mistake, they are there but have no body to run.
fn values(cx: &Context, item: &Struct, model: &Record, slots: Option<&[Slot<'_>]>) -> TokenStream {
    let path = &cx.path;
    let (name, view, visibility) = (&item.name, &model.name, &item.visibility);
    let (size, shown) = (cx.number(&model.size), &model.size);
    let result = quote!(::core::result::Result);
    let (read, write) = match slots {
        Some(slots) => {
            let reads = slots.iter().map(|slot| {
                let (member, value) = (slot.member, read_slot(cx, slot));
                quote!(#member: #value)
            });
            let writes = slots.iter().map(|slot| write_slot(cx, slot));
            (quote!(#name { #(#reads),* }), quote!(#(#writes)*))
        }
        None => (quote!(#path::fallback()), quote!()),
    };
    let layouts = slots.into_iter().flatten().filter_map(|slot| nested_layout(cx, slot));
    let struct_format = struct_format(&model.written).map(|formats| {
        let text = cx.text(&formats);
        quote! {
            /// The format without names and nesting, as Python's `struct` reads it.
            #visibility const STRUCT_FORMAT: &'static str = #text;
        }
    });
    let unpack =
        documented(&format!("The values in exactly {shown} bytes.\n\n# Errors\nWhere there are fewer or more."));
    let unpack_from =
        documented(&format!("The values in the {shown} bytes from `offset` on.\n\n# Errors\nWhere there are fewer."));
    let pack = documented(&format!("The values as {shown} bytes. Padding is zero."));
    let pack_into = documented(&format!(
        "Writes the values to the first {shown} bytes. Padding becomes zero.\n\n# Errors\nWhere there are fewer bytes; then \
         nothing is written."
    ));
    let view_doc = documented(&format!(
        "A view of exactly {shown} bytes, no values read.\n\n# Errors\nWhere there are fewer or more."
    ));
    let constants = [
        (documented("The format."), quote!(FORMAT: &'static str = <#view>::FORMAT)),
        (documented("Bytes of one."), quote!(SIZE: usize = #size)),
        (documented("Where the fields lie, and what they hold."), quote!(LAYOUT: #path::Layout = <#view>::LAYOUT)),
    ];
    let constants = constants.iter().map(|(doc, constant)| quote!(#doc #visibility const #constant;));
    quote! {
        #[allow(dead_code)]
        impl #name {
            #(#constants)*
            #struct_format
            #unpack
            #[inline]
            #visibility fn unpack<S: #path::Source<#size>>(bytes: S) -> #result<Self, #path::SizeError> {
                #path::Source::<#size>::exact(bytes).map(|bytes| #path::Nested::read(&bytes, 0))
            }
            #unpack_from
            #[inline]
            #visibility fn unpack_from<S: #path::Source<#size>>(bytes: S, offset: usize) -> #result<Self, #path::SizeError> {
                #path::Source::<#size>::at(bytes, offset).map(|bytes| #path::Nested::read(&bytes, 0))
            }
            #pack
            #[inline]
            #visibility fn pack(&self) -> [u8; #size] {
                let mut bytes = [0; #size];
                #path::Nested::write(self, &mut bytes, 0);
                bytes
            }
            #pack_into
            #[inline]
            #visibility fn pack_into(&self, bytes: &mut [u8]) -> #result<(), #path::SizeError> {
                let (bytes, _) = #path::Source::<#size>::prefix(bytes)?;
                *bytes = self.pack();
                #result::Ok(())
            }
            #view_doc
            #[inline]
            #visibility fn view<S: #path::Source<#size, Array = B>, B: #path::Bytes>(
                bytes: S,
            ) -> #result<#view<B>, #path::SizeError> {
                #view::from_bytes(bytes)
            }
        }

        impl #path::Nested for #name {
            const LAYOUT: &'static #path::Layout = &<#view>::LAYOUT;
            #[inline]
            fn read<B: #path::Bytes>(bytes: &B, at: usize) -> Self {
                let _ = (bytes, at);
                #read
            }
            #[inline]
            fn write<B: #path::BytesMut>(&self, bytes: &mut B, at: usize) {
                let _ = (&bytes, at);
                #write
            }
        }

        impl #path::Element for #name {
            const SIZE: usize = #size;
            type Order = ();
            type Of<'s, B: #path::Bytes + 's> = #name;
            #[inline]
            fn read<'s, B: #path::Bytes>(bytes: &'s B, at: usize, _: ()) -> #name {
                #path::Nested::read(bytes, at)
            }
            fn accept(layout: &#path::Layout) -> ::core::option::Option<()> {
                <#view as #path::Element>::accept(layout)
            }
            fn describe(_: ()) -> (::core::option::Option<&'static str>, #path::Layout) {
                <#view as #path::Element>::describe(())
            }
        }

        impl #path::Record for #name {
            const FORMAT: &'static str = <#view>::FORMAT;
            type Columns<B: #path::Bytes, const RANK: usize> = <#view as #path::Record>::Columns<B, { RANK }>;
            type Mut<'s, B: #path::Bytes + 's> = <#view as #path::Record>::Mut<'s, B>;
            #[inline(always)]
            fn __columns<B: #path::Bytes, const RANK: usize>(of: #path::TypedView<B, Self, { RANK }>) -> Self::Columns<B, { RANK }> {
                <#view as #path::Record>::__columns(of.__field(0))
            }
            #[inline(always)]
            fn __read_mut<'s, B: #path::BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B> {
                <#view as #path::Record>::__read_mut(bytes, at)
            }
        }

        #(#layouts)*
    }
}

/// What Python's `struct` would read the format as; `None` where it cannot.
fn struct_format(format: &str) -> Option<Texts> {
    let of = |target: Target| Layout::parse_as(format, Dialect::Pep3118, &target).ok()?.to_struct_format();
    Target::ALL.iter().map(|(_, _, target)| Some([of(*target)?, of(target.big_endian())?])).collect()
}

/// The value of a field, decoded.
fn read_slot(cx: &Context, slot: &Slot<'_>) -> TokenStream {
    let path = &cx.path;
    let field_type = slot.field_type;
    if let Element::Record(_) = slot.element {
        let record = slot.record_type();
        return in_arrays(cx, slot, &|at| quote_spanned!(slot.span=> <#record as #path::Nested>::read(bytes, #at)));
    }
    let (item, value) = (item_type(cx, slot), in_arrays(cx, slot, &|at| read_scalar(cx, slot, &at)));
    quote_spanned!(slot.span=> <#field_type as #path::FieldOf<#item>>::from_item(#value))
}

/// `from_fn(|i0| from_fn(|i1| one(at + offset + (i0 * 4 + i1) * size)))`
fn in_arrays(cx: &Context, slot: &Slot<'_>, one: &dyn Fn(TokenStream) -> TokenStream) -> TokenStream {
    let indices: Vec<Ident> = (0..slot.dimensions.len()).map(|axis| format_ident!("i{axis}")).collect();
    let value = one(place(cx, slot, &indices));
    indices.iter().rev().fold(value, |value, index| quote!(::core::array::from_fn(|#index| #value)))
}

/// Where the element with these indices starts.
fn place(cx: &Context, slot: &Slot<'_>, indices: &[Ident]) -> TokenStream {
    let offset = cx.running(&slot.offset);
    let position = indices.iter().zip(&slot.dimensions).fold(None, |position, (index, length)| match position {
        None => Some(quote!(#index)),
        Some(position) => {
            let length = cx.running(length);
            Some(quote!((#position) * #length + #index))
        }
    });
    let size = cx.running(&slot.element.size());
    match position {
        None => quote!(at + #offset),
        Some(position) => quote!(at + #offset + (#position) * #size),
    }
}

fn read_scalar(cx: &Context, slot: &Slot<'_>, at: &TokenStream) -> TokenStream {
    let path = &cx.path;
    let Element::Scalar { scalar: of, order, size } = slot.element else { return TokenStream::new() };
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
    let one = match slot.element {
        Element::Record(record) => {
            let name = &record.name;
            quote!(#name)
        }
        Element::Scalar { scalar: of, order, size } => scalar(cx, *of, *order, size).access.owned_type(path),
    };
    slot.dimensions.iter().rev().fold(one, |one, length| {
        let length = cx.number(length);
        quote!([#one; #length])
    })
}

/// The statement that writes a field.
fn write_slot(cx: &Context, slot: &Slot<'_>) -> TokenStream {
    let path = &cx.path;
    let (member, field_type) = (slot.member, slot.field_type);
    let indices: Vec<Ident> = (0..slot.dimensions.len()).map(|axis| format_ident!("i{axis}")).collect();
    let at = place(cx, slot, &indices);
    let (value, one) = match slot.element {
        Element::Record(_) => {
            let record = slot.record_type();
            (quote!(&self.#member), quote_spanned!(slot.span=> <#record as #path::Nested>::write(item, bytes, #at);))
        }
        Element::Scalar { scalar: of, order, size } => {
            let item = item_type(cx, slot);
            let value = quote_spanned!(slot.span=> <#field_type as #path::FieldOf<#item>>::to_item(&self.#member));
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
            (value, one)
        }
    };
    let loops = indices.iter().rev().fold(one, |body, index| {
        quote! {
            for (#index, item) in ::core::iter::Iterator::enumerate(::core::iter::IntoIterator::into_iter(item)) {
                #body
            }
        }
    });
    quote!({ let item = #value; #loops })
}

/// That a nested struct of the user's lays its bytes out as the `T{...}` here says.
fn nested_layout(cx: &Context, slot: &Slot<'_>) -> Option<TokenStream> {
    let path = &cx.path;
    let Element::Record(record) = slot.element else { return None };
    let inner = slot.record_type();
    let (view, format) = (&record.name, record.written.trim());
    // The message is itself a format string, in which braces are written twice.
    let format = format.replace('{', "{{").replace('}', "}}");
    let message = format!("the format of this field, `{format}`, is not the format of its type");
    Some(quote_spanned! {slot.type_span=>
        const _: () = {
            const HERE: &#path::Layout = &<#view>::LAYOUT;
            ::core::assert!(#path::same_layout(<#inner as #path::Nested>::LAYOUT, HERE), #message);
        };
    })
}
