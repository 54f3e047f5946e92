//! The methods of a derived struct: values in and out of bytes.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::access::{nested_layout, read_slot, write_slot};
use super::made::Computed;
use super::slots::Slot;
use crate::expand::layout;
use crate::expand::record::Parameters;
use crate::expand::texts::Texts;
use crate::expand::words::Words;
use crate::expand::{Context, documented};
use crate::model::Record;
use crate::read::structs::Struct;

/// The constants of a struct.
pub(super) struct Constants {
    hidden: TokenStream,
    format: TokenStream,
    size: TokenStream,
    layout: TokenStream,
    struct_format: Option<TokenStream>,
    item: TokenStream,
    codes: TokenStream,
}

impl Constants {
    /// What it is in the format of another, and what `struct` calls it.
    pub(super) fn texts(&self) -> [TokenStream; 2] {
        [self.item.clone(), self.codes.clone()]
    }

    /// Those of a format that is known here.
    pub(super) fn known(cx: &Context, model: &Record) -> Constants {
        let (path, view) = (&cx.path, &model.name);
        let Texts { item, codes, struct_format } = Texts::of(cx, model);
        Constants {
            hidden: TokenStream::new(),
            format: quote!(<#view>::FORMAT),
            size: cx.number(&model.size).into_token_stream(),
            layout: quote!(#path::layout_of::<#view>()),
            struct_format,
            item,
            codes,
        }
    }

    /// What stands for those of a struct that could not be understood.
    pub(super) fn nothing(cx: &Context) -> Constants {
        let path = &cx.path;
        Constants {
            hidden: TokenStream::new(),
            format: quote!(""),
            size: quote!(0),
            layout: quote!(#path::Layout::baked(0, 1, &[])),
            struct_format: Some(quote!("")),
            item: quote!(""),
            codes: quote!([::core::option::Option::None; 2]),
        }
    }

    /// Those that rustc computes.
    pub(super) fn computed(cx: &Context, item: &Struct, model: &Record, computed: Computed) -> Constants {
        let path = &cx.path;
        let Computed { hidden, format, size, item: item_text, codes, struct_format } = computed;
        let (hidden, layout) = if item.generics.params.is_empty() {
            let view = &model.name;
            (hidden, quote!(#path::layout_of::<#view>()))
        } else {
            let fields = model.fields.iter().map(|field| layout::field(cx, field));
            let hidden = quote!(#hidden const __FIELDS: &'static [#path::Field] = &[#(#fields),*];);
            (hidden, quote!(#path::Layout::baked(Self::SIZE, 1, Self::__FIELDS)))
        };
        let hidden = quote! {
            #hidden
            const __ITEM: &'static str = #item_text;
            const __ITEM_CODES: [::core::option::Option<&'static str>; 2] = #codes;
        };
        let (name, (_, arguments, _)) = (&item.name, item.generics.split_for_impl());
        let (item_text, codes) = (quote!(<#name #arguments>::__ITEM), quote!(<#name #arguments>::__ITEM_CODES));
        let struct_format = Some(struct_format);
        Constants { hidden, format, size, layout, struct_format, item: item_text, codes }
    }
}

/// The methods of the struct itself. Without slots, after a mistake, they are there but have no body to run.
pub(super) fn values(
    cx: &Context,
    item: &Struct,
    model: &Record,
    constants: &Constants,
    slots: Option<&[Slot<'_>]>,
) -> TokenStream {
    let path = &cx.path;
    let names = Parameters::free_of(
        item.fields
            .iter()
            .map(|field| field.field_type.to_token_stream())
            .chain([item.name.to_token_stream(), item.generics.to_token_stream()]),
    );
    let (name, visibility) = (&item.name, &item.visibility);
    let (parameters, arguments, _) = item.generics.split_for_impl();
    let result = Words::from(quote!(::core::result::Result));
    let is_generic = !item.generics.params.is_empty();
    let (read, write) = match slots {
        Some(slots) => {
            let reads = slots.iter().map(|slot| {
                let (member, value) = (&slot.field.member, read_slot(cx, slot));
                quote!(#member: #value)
            });
            let skipped = item.fields.iter().filter(|field| field.options.skip.is_some()).map(|field| {
                let member = &field.member;
                quote_spanned!(field.span.resolved_at(proc_macro2::Span::call_site())=>
                    #member: ::core::default::Default::default()
                )
            });
            let writes = slots.iter().map(|slot| write_slot(cx, slot));
            (quote!(#result::Ok(#name { #(#reads,)* #(#skipped,)* })), quote!(#(#writes)*))
        }
        None => (quote!(#path::fallback()), quote!()),
    };
    let layouts = slots.into_iter().flatten().filter_map(|slot| nested_layout(cx, slot));
    let struct_format = constants.struct_format.as_ref().map(|text| {
        quote! {
            /// The format without names and nesting, as Python's `struct` reads it.
            #visibility const STRUCT_FORMAT: &'static str = #text;
        }
    });
    let Constants { hidden, format, size, layout, item: item_text, codes, .. } = constants;
    let hidden = (!hidden.is_empty())
        .then(|| quote!(#[doc(hidden)] #[allow(dead_code)] impl #parameters #name #arguments { #hidden }));
    let constants = [
        (documented("The format."), quote!(FORMAT: &'static str = #format)),
        (documented("Bytes of one."), quote!(SIZE: usize = #size)),
        (documented("Where the fields lie, and what they hold."), quote!(LAYOUT: #path::Layout = #layout)),
    ];
    let constants = constants.iter().map(|(doc, constant)| quote!(#doc #visibility const #constant;));
    let methods = if is_generic { generic_methods(cx, item, &names) } else { methods(cx, item, model, &names) };
    let is_infallible = slots.is_some_and(|slots| slots.iter().all(Slot::is_infallible));
    let has_fields = slots.is_some_and(|slots| !slots.is_empty());
    let traits = Traits { read, write, is_infallible, has_fields };
    let traits = match is_generic {
        true => generic_traits(cx, item, &names, traits, item_text, codes),
        false => made_traits(cx, item, model, &names, traits),
    };
    quote! {
        #[allow(dead_code)]
        impl #parameters #name #arguments {
            #(#constants)*
            #struct_format
            #methods
        }
        #hidden
        #traits
        #(#layouts)*
    }
}

/// What the traits of a struct are made of.
struct Traits {
    read: TokenStream,
    write: TokenStream,
    /// Whether all bytes are values.
    is_infallible: bool,
    /// Whether there is a use for the bytes.
    has_fields: bool,
}

/// Those of a struct that has a record type as its view, from which all else follows.
fn made_traits(cx: &Context, item: &Struct, model: &Record, names: &Parameters, traits: Traits) -> TokenStream {
    let path = &cx.path;
    let (name, view, b) = (&item.name, &model.name, &names.bytes);
    let Traits { read, write, is_infallible, has_fields } = traits;
    let result = Words::from(quote!(::core::result::Result));
    let of = match is_infallible {
        true => quote!(Self),
        false => quote!(#result<Self, #path::UnpackError>),
    };
    let unused = (!has_fields).then(|| quote!(let _ = (&bytes, at);));
    quote! {
        impl #path::RecordType for #name {
            type By = #path::ByValue;
        }

        impl #path::Values for #name {
            type View = #view;
            type Of = #of;
            #[inline]
            fn read<#b: #path::Bytes>(bytes: &#b, at: usize) -> #result<Self, #path::UnpackError> {
                #unused
                #read
            }
            #[inline]
            fn write<#b: #path::BytesMut>(&self, bytes: &mut #b, at: usize) {
                #unused
                #write
            }
        }
    }
}

/// Those of a generic struct, which has no such type.
fn generic_traits(
    cx: &Context,
    item: &Struct,
    names: &Parameters,
    traits: Traits,
    item_text: &TokenStream,
    codes: &TokenStream,
) -> TokenStream {
    let path = &cx.path;
    let (name, b) = (&item.name, &names.bytes);
    let (parameters, arguments, _) = item.generics.split_for_impl();
    let Traits { read, write, is_infallible, .. } = traits;
    let result = Words::from(quote!(::core::result::Result));
    // Reading many gives the values themselves where all bytes are some.
    let (of, of_read) = match is_infallible {
        true => (
            quote!(#name #arguments),
            quote!(match #path::Nested::read(bytes, at) {
                #result::Ok(values) => values,
                #result::Err(_) => #path::fallback(),
            }),
        ),
        false => (quote!(#result<#name #arguments, #path::UnpackError>), quote!(#path::Nested::read(bytes, at))),
    };
    quote! {
        impl #parameters #path::Nested for #name #arguments {
            const SIZE: usize = <#name #arguments>::SIZE;
            const KIND: #path::Kind = #path::Kind::Record(<#name #arguments>::LAYOUT);
            const ITEM: &'static str = #item_text;
            const CODES: [::core::option::Option<&'static str>; 2] = #codes;
            type View = Self;
            #[inline]
            fn read<#b: #path::Bytes>(bytes: &#b, at: usize) -> #result<Self, #path::UnpackError> {
                let _ = (bytes, at);
                #read
            }
            #[inline]
            fn write<#b: #path::BytesMut>(&self, bytes: &mut #b, at: usize) {
                let _ = (&bytes, at);
                #write
            }
        }

        impl #parameters #path::Element for #name #arguments {
            const SIZE: usize = <#name #arguments>::SIZE;
            type Order = ();
            type Of<'s, #b: #path::Bytes + 's> = #of;
            #[inline]
            fn read<'s, #b: #path::Bytes>(bytes: &'s #b, at: usize, _: ()) -> #of {
                #of_read
            }
            fn accept(layout: &#path::Layout) -> ::core::option::Option<()> {
                if *layout == Self::LAYOUT { ::core::option::Option::Some(()) } else { ::core::option::Option::None }
            }
            fn describe(_: ()) -> (::core::option::Option<&'static str>, #path::Layout) {
                (::core::option::Option::Some(<#name #arguments>::FORMAT), <#name #arguments>::LAYOUT)
            }
        }
    }
}

/// Those of a struct whose size is one number.
fn methods(cx: &Context, item: &Struct, model: &Record, names: &Parameters) -> TokenStream {
    let path = &cx.path;
    let Parameters { bytes: b, source: s, .. } = names;
    let (visibility, view) = (&item.visibility, &model.name);
    let (size, shown) = (cx.number(&model.size), &model.size);
    let result = Words::from(quote!(::core::result::Result));
    let unpack = documented(&format!(
        "The values in exactly {shown} bytes.\n\n# Errors\nWhere there are fewer or more, or a field does not take what it finds."
    ));
    let unpack_from = documented(&format!(
        "The values in the {shown} bytes from `offset` on.\n\n# Errors\nWhere there are fewer, or a field does not take what it \
         finds."
    ));
    let pack = documented(&format!("The values as {shown} bytes. Padding is zero."));
    let pack_into = documented(&format!(
        "Writes the values to the first {shown} bytes. Padding becomes zero.\n\n# Errors\nWhere there are fewer bytes; then \
         nothing is written."
    ));
    let view_doc = documented(&format!(
        "A view of exactly {shown} bytes, no values read. It writes where the bytes can be written.\n\n# Errors\nWhere there are \
         fewer or more."
    ));
    let view_mut_doc =
        documented(&format!("A view of exactly {shown} bytes, to write.\n\n# Errors\nWhere there are fewer or more."));
    quote! {
        #unpack
        #[inline]
        #visibility fn unpack<#s: #path::Source<#size>>(bytes: #s) -> #result<Self, #path::UnpackError> {
            #path::unpack_exact(bytes)
        }
        #unpack_from
        #[inline]
        #visibility fn unpack_from<#s: #path::Source<#size>>(bytes: #s, offset: usize) -> #result<Self, #path::UnpackError> {
            #path::unpack_at(bytes, offset)
        }
        #pack
        #[inline]
        #visibility fn pack(&self) -> [u8; #size] {
            #path::pack(self)
        }
        #pack_into
        #[inline]
        #visibility fn pack_into(&self, bytes: &mut [u8]) -> #result<(), #path::SizeError> {
            #path::pack_into::<_, #size>(self, bytes)
        }
        #view_doc
        #[inline]
        #visibility fn view<#s: #path::Source<#size, Array = #b>, #b: #path::Bytes>(
            bytes: #s,
        ) -> #result<#view<#b>, #path::SizeError> {
            #view::from_bytes(bytes)
        }
        #view_mut_doc
        #[inline]
        #visibility fn view_mut<#s: #path::Source<#size, Array = #b>, #b: #path::BytesMut>(
            bytes: #s,
        ) -> #result<#view<#b>, #path::SizeError> {
            #view::from_bytes(bytes)
        }
    }
}

/// Those of a struct whose size depends on a parameter, which stable Rust cannot make the length of an array.
fn generic_methods(cx: &Context, item: &Struct, names: &Parameters) -> TokenStream {
    let path = &cx.path;
    let s = &names.source;
    let visibility = &item.visibility;
    let result = Words::from(quote!(::core::result::Result));
    quote! {
        /// The values in exactly `SIZE` bytes.
        ///
        /// # Errors
        /// Where there are fewer or more, or a field does not take what it finds.
        #[inline]
        #visibility fn unpack<#s: #path::SliceSource>(bytes: #s) -> #result<Self, #path::UnpackError> {
            let bytes = #path::SliceSource::into_bytes(bytes);
            match #path::Bytes::units(&bytes).len() {
                got if got != Self::SIZE => {
                    #result::Err(#path::UnpackError::Size(#path::SizeError::new(Self::SIZE, got)))
                }
                _ => #path::Nested::read(&bytes, 0),
            }
        }
        /// The values in the `SIZE` bytes from `offset` on.
        ///
        /// # Errors
        /// Where there are fewer, or a field does not take what it finds.
        #[inline]
        #visibility fn unpack_from(bytes: &[u8], offset: usize) -> #result<Self, #path::UnpackError> {
            match bytes.get(offset..) {
                ::core::option::Option::Some(rest) if rest.len() >= Self::SIZE => {
                    #path::Nested::read(&rest, 0)
                }
                rest => {
                    let got = match rest {
                        ::core::option::Option::Some(rest) => rest.len(),
                        ::core::option::Option::None => 0,
                    };
                    #result::Err(#path::UnpackError::Size(#path::SizeError::at(offset, Self::SIZE, got)))
                }
            }
        }
        /// Writes the values to the first `SIZE` bytes. Padding becomes zero.
        ///
        /// # Errors
        /// Where there are fewer bytes; then nothing is written.
        #[inline]
        #visibility fn pack_into(&self, bytes: &mut [u8]) -> #result<(), #path::SizeError> {
            let got = bytes.len();
            match bytes.get_mut(..Self::SIZE) {
                ::core::option::Option::Some(bytes) => {
                    bytes.fill(0);
                    let mut bytes = bytes;
                    #path::Nested::write(self, &mut bytes, 0);
                    #result::Ok(())
                }
                ::core::option::Option::None => #result::Err(#path::SizeError::new(Self::SIZE, got)),
            }
        }
    }
}
