//! A record type: the struct over what holds the bytes, its constants, constructors and fields.

use std::ops::RangeInclusive;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::field::{FieldTokens, field_tokens, methods};
use super::layout::layout;
use super::texts::Texts;
use super::traits::{self, Derives};
use super::{Context, documented, native};
use crate::model::{Element, Record};

/// What surrounds a record besides its format.
pub(super) struct Surroundings {
    /// The user's attributes, `derive`s of ours taken out.
    pub(super) attributes: TokenStream,
    pub(super) visibility: TokenStream,
    pub(super) derives: Derives,
    /// Whether views of many of them, and so columns, can be asked for.
    pub(super) is_element: bool,
    /// Whether it can be a field of a derived struct.
    pub(super) is_nested: bool,
}

/// The names of type parameters, chosen so that none is the record's own or that of a nested one.
pub(super) struct Parameters {
    pub(super) bytes: Ident,
    pub(super) source: Ident,
    pub(super) rest: Ident,
    pub(super) rank: Ident,
    /// What holds the bytes of another record.
    pub(super) other: Ident,
}

impl Parameters {
    fn new(record: &Record) -> Parameters {
        let mut taken = Vec::new();
        type_names(record, &mut taken);
        Parameters::free(&taken)
    }

    /// None of which stands in any of these.
    pub(super) fn free_of(tokens: impl IntoIterator<Item = TokenStream>) -> Parameters {
        let mut taken = Vec::new();
        tokens.into_iter().for_each(|tokens| identifiers(tokens, &mut taken));
        Parameters::free(&taken)
    }

    fn free(taken: &[String]) -> Parameters {
        let free = |wanted: &str| free_name(wanted, taken);
        Parameters { bytes: free("B"), source: free("S"), rest: free("R"), rank: free("RANK"), other: free("C") }
    }
}

/// A name that is not taken: this one, or with `_` after it.
fn free_name(wanted: &str, taken: &[String]) -> Ident {
    let mut name = String::from(wanted);
    while taken.contains(&name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

fn type_names(record: &Record, names: &mut Vec<String>) {
    names.push(record.name.to_string());
    for field in &record.fields {
        identifiers(field.value.clone().unwrap_or_default(), names);
        match &field.element {
            Element::Record(nested) => type_names(nested, names),
            Element::Own { own, .. } => identifiers(own.clone(), names),
            Element::Scalar { .. } => {}
        }
    }
}

/// Names in a type of the user's.
fn identifiers(tokens: TokenStream, names: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => names.push(name.to_string()),
            TokenTree::Group(group) => identifiers(group.stream(), names),
            _ => {}
        }
    }
}

/// The type and all that belongs to it; types of nested records first.
pub(super) fn record(cx: &Context, record: &Record, around: &Surroundings) -> TokenStream {
    let nested = record.fields.iter().filter_map(|field| match &field.element {
        Element::Record(nested) => Some(nested),
        Element::Scalar { .. } | Element::Own { .. } => None,
    });
    // Fields of one repeated item share their type.
    let mut seen = Vec::new();
    let nested = nested.filter(|nested| {
        let is_new = !seen.contains(&nested.name);
        seen.push(nested.name.clone());
        is_new
    });
    let nested: TokenStream = nested
        .collect::<Vec<_>>()
        .into_iter()
        .map(|nested| {
            let attributes = documented(&format!("A record inside [`{}`].", record.name));
            let around = Surroundings { attributes, visibility: around.visibility.clone(), ..*around };
            self::record(cx, nested, &around)
        })
        .collect();
    let parameters = Parameters::new(record);
    let definition = definition(cx, record, around, &parameters);
    let check = native::check(cx, record);
    let inherent = inherent(cx, record, around, &parameters);
    let traits = traits::derived(cx, record, &around.derives, &parameters);
    let element = around.is_element.then(|| element(cx, record, around, &parameters));
    quote!(#nested #definition #check #inherent #traits #element)
}

fn definition(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters) -> TokenStream {
    let Record { name, size, .. } = record;
    let length = cx.number(size);
    let Surroundings { attributes, visibility, .. } = around;
    let bytes = &parameters.bytes;
    // The picture says the order of the machine it was drawn for, which may not be the target's, and has its places.
    let picture = record.layouts[0][0].picture().to_string();
    let picture = picture.split_once('\n').map_or("", |(_, picture)| picture);
    let machine = if size.known().is_some() { "" } else { " Drawn for 64-bit Unix:" };
    let docs = match &record.owner {
        // Only rustc knows where the fields are.
        Some(_) => TokenStream::new(),
        None => {
            let written = record.written.trim();
            documented(&format!("\n`{written}`, {size} bytes.{machine}\n\n```text\n{picture}\n```"))
        }
    };
    quote! {
        #attributes
        #docs
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(transparent)]
        #visibility struct #name<#bytes = [u8; #length]>(#bytes);
    }
}

fn inherent(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters) -> TokenStream {
    let path = &cx.path;
    let Record { name, .. } = record;
    let format = match &record.owner {
        Some(owner) => quote!(#owner::FORMAT),
        None => cx.text(&record.format),
    };
    let visibility = &around.visibility;
    let Parameters { bytes: b, source: s, rest: r, .. } = parameters;
    let layout = layout(cx, record);
    let fields = record.fields.iter().map(|field| methods(cx, visibility, b, field));
    let size = cx.number(&record.size);
    let shown = &record.size;
    // After a mistake the size is not certain, and asking for it would only give more errors.
    let holds = (!record.is_broken).then(|| quote!(where #b: #path::Holds<#size>));
    let constants = [
        (documented("The format."), quote!(FORMAT: &'static str = #format)),
        (documented("Bytes of one."), quote!(SIZE: usize = #size)),
        (documented("Where the fields lie, and what they hold."), quote!(LAYOUT: #path::Layout = #layout)),
    ];
    let constants = constants.iter().map(|(doc, constant)| quote!(#doc #visibility const #constant;));
    let new =
        documented(&format!("Over an array of {shown} bytes, owned or by reference. The compiler checks the size."));
    let from_bytes = documented(&format!("Over exactly {shown} bytes.\n\n# Errors\nWhere there are fewer or more."));
    let from_prefix = documented(&format!(
        "Over the first {shown} bytes, and what follows them.\n\n# Errors\nWhere there are fewer."
    ));
    let from_offset =
        documented(&format!("Over the {shown} bytes from `offset` on.\n\n# Errors\nWhere there are fewer."));
    let into_inner = documented("What holds the bytes.");
    let result = quote!(::core::result::Result);
    quote! {
        #[allow(dead_code)]
        impl #name {
            #(#constants)*
        }
        #[allow(dead_code)]
        impl<#b: #path::Bytes> #name<#b> {
            #new
            #[inline(always)]
            #visibility const fn new(bytes: #b) -> Self #holds {
                #name(bytes)
            }
            #from_bytes
            #[inline(always)]
            #visibility fn from_bytes<#s: #path::Source<#size, Array = #b>>(bytes: #s) -> #result<Self, #path::SizeError> {
                #path::Source::<#size>::exact(bytes).map(#name)
            }
            #from_prefix
            #[inline(always)]
            #visibility fn from_prefix<#s: #path::Source<#size, Array = #b, Rest = #r>, #r>(
                bytes: #s,
            ) -> #result<(Self, #r), #path::SizeError> {
                #path::Source::<#size>::prefix(bytes).map(|(bytes, rest)| (#name(bytes), rest))
            }
            #from_offset
            #[inline(always)]
            #visibility fn from_offset<#s: #path::Source<#size, Array = #b>>(
                bytes: #s,
                offset: usize,
            ) -> #result<Self, #path::SizeError> {
                #path::Source::<#size>::at(bytes, offset).map(#name)
            }
            #into_inner
            #[inline(always)]
            #visibility fn into_inner(self) -> #b {
                self.0
            }
            #(#fields)*
        }
    }
}

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
fn element(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters) -> TokenStream {
    let path = &cx.path;
    let name = &record.name;
    let size = cx.number(&record.size);
    let Parameters { bytes: b, rank, .. } = parameters;
    let columns = format_ident!("{name}Columns");
    let option = quote!(::core::option::Option);
    let fields = record.fields.iter().filter_map(|field| {
        let tokens = field_tokens(cx, field);
        tokens.dimensions.is_empty().then(|| {
            let (field_name, offset) = (&field.name, cx.running(&field.offset));
            let view = tokens.element.typed_view(cx, quote!(#b), quote!({ #rank }));
            let doc = documented(&format!("`{}` of all records.", field.item.trim()));
            quote! {
                #doc
                #[inline(always)]
                pub fn #field_name(self) -> #view {
                    self.0.__field(#offset)
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
