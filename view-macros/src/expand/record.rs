//! A record type: the struct over what holds the bytes, its constants, constructors and fields.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::element::element;
use super::field::methods;
use super::layout::layout;
use super::traits::{self, Derives};
use super::words::Words;
use super::{Context, documented, native};
use crate::model::{Element, Record};

/// What surrounds a record besides its format.
pub(super) struct Surroundings {
    /// The user's attributes, `derive`s of ours taken out.
    pub(super) attributes: TokenStream,
    /// `#[cfg(..)]` among them, which holds for all that belongs to the type, and an `#[allow(..)]` where the type is
    /// deprecated.
    pub(super) conditions: TokenStream,
    pub(super) visibility: Words,
    pub(super) derives: Derives,
    /// Whether views of many of them, and so columns, can be asked for.
    pub(super) is_element: bool,
    /// What it is in the format of another, and what `struct` calls it, where only rustc knows.
    pub(super) texts: Option<[TokenStream; 2]>,
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
pub(super) fn free_name(wanted: &str, taken: &[String]) -> Ident {
    let mut name = String::from(wanted);
    while taken.contains(&name) {
        name.push('_');
    }
    Ident::new(&name, Span::call_site())
}

pub(super) fn type_names(record: &Record, names: &mut Vec<String>) {
    names.push(record.name.to_string());
    identifiers(record.owner.clone().unwrap_or_default(), names);
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

/// A type without a format: only what every record has, so that mistakes stay one error.
pub(super) fn stub(name: &Ident, attributes: &TokenStream, visibility: &TokenStream) -> TokenStream {
    let result = Words::from(quote!(::core::result::Result));
    quote! {
        #attributes
        #visibility struct #name<B = ()>(B);

        #[allow(dead_code, missing_docs)]
        impl<B> #name<B> {
            #visibility const fn new(bytes: B) -> Self {
                #name(bytes)
            }
            #visibility fn from_bytes(bytes: B) -> #result<Self, ()> {
                #result::Ok(#name(bytes))
            }
            #visibility fn from_prefix(bytes: B) -> #result<(Self, B), ()> where B: ::core::clone::Clone {
                #result::Ok((#name(bytes.clone()), bytes))
            }
            #visibility fn from_offset(bytes: B, _: usize) -> #result<Self, ()> {
                #result::Ok(#name(bytes))
            }
            #visibility fn into_inner(self) -> B {
                self.0
            }
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
            let (visibility, conditions) = (around.visibility.clone(), around.conditions.clone());
            let doc = documented(&format!("A record inside [`{}`].", record.name));
            let attributes = quote!(#doc #conditions);
            let around = Surroundings {
                attributes,
                conditions,
                visibility,
                derives: around.derives,
                is_element: around.is_element,
                texts: None,
            };
            self::record(cx, nested, &around)
        })
        .collect();
    let parameters = Parameters::new(record);
    let definition = definition(cx, record, around, &parameters);
    let check = native::check(cx, record);
    let inherent = inherent(cx, record, around, &parameters);
    let traits = traits::derived(cx, record, &around.derives, &parameters);
    let element = around.is_element.then(|| element(cx, record, around, &parameters));
    let conditions = &around.conditions;
    if conditions.is_empty() {
        return quote!(#nested #definition #check #inherent #traits #element);
    }
    quote!(#nested #definition #conditions const _: () = { #check #inherent #traits #element };)
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
        Some(_) => None,
        None => {
            let written = record.written.trim();
            Some(documented(&format!("\n`{written}`, {size} bytes.{machine}\n\n```text\n{picture}\n```")))
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
    let layout = match around.is_element {
        // Called rather than written out: the compiler computes it where it is asked for.
        true => quote!(#path::layout_of::<Self>()),
        false => layout(cx, record),
    };
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
    let result = Words::from(quote!(::core::result::Result));
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
                bytes.exact().map(#name)
            }
            #from_prefix
            #[inline(always)]
            #visibility fn from_prefix<#s: #path::Source<#size, Array = #b, Rest = #r>, #r>(
                bytes: #s,
            ) -> #result<(Self, #r), #path::SizeError> {
                bytes.prefix_as(#name)
            }
            #from_offset
            #[inline(always)]
            #visibility fn from_offset<#s: #path::Source<#size, Array = #b>>(
                bytes: #s,
                offset: usize,
            ) -> #result<Self, #path::SizeError> {
                bytes.at(offset).map(#name)
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
