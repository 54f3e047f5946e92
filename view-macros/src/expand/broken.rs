//! What stands for a type whose definition has a mistake, so that the compiler tells of that and of nothing else.
//!
//! ```text
//! type __view_Header_error = <[(); { compile_error!("unknown code `Y`") }] as Iterator>::Item;
//! struct Header<B = __view_Header_error>(B);
//! impl<B> Header<B> {
//!     fn kind(&self) -> __view_Header_error { ... }
//! }
//! ```
//!
//! The alias is the compiler's own type for what it has told an error of, since it cannot know the length of the array, and it is
//! quiet about all that is done with such a type. (A `compile_error!` in the place of a type itself stands for `()`.) Whatever a
//! constructor makes has it as a parameter, and so the compiler is quiet about that too; fields that are certain keep their
//! methods for functions that say what holds the bytes, and for editors to complete.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Generics;
use syn::ext::IdentExt;

use super::Context;
use super::code::{Code, Fragment, doc};
use super::field::methods;
use super::record::{Output, Parameters, Surroundings};
use super::traits;
use crate::model::{Element, Field, Lost, Record};
use crate::names::{is_snake_case, nested_type};
use crate::report::Report;

/// The name of the error type beside a type.
pub(super) fn error(name: &Ident) -> Ident {
    format_ident!("__view_{}_error", name.unraw(), span = Span::call_site())
}

/// Tells all mistakes, in an error type of this name.
pub(super) fn tell(error: Option<&Ident>, report: Report) -> TokenStream {
    let is_empty = report.is_empty();
    let errors = report.finish();
    match error {
        Some(error) if !is_empty => quote! {
            #[allow(dead_code, non_camel_case_types)]
            type #error = <[(); { #errors }] as ::core::iter::Iterator>::Item;
        },
        _ => errors,
    }
}

/// A record of which some is certain.
pub(super) fn record(cx: &Context, record: &Record, around: &Surroundings, output: &mut Output) {
    let Record { name, fields, lost, .. } = record;
    let names = Parameters::new(record);
    definition(cx, name, around, &names, &mut output.types);
    for lost in lost.iter().filter(|lost| lost.is_record) {
        let doc = doc(&format!("A record inside [`{name}`]."));
        let conditions = &around.conditions;
        let inside = Surroundings {
            attributes: quote!(#doc #conditions),
            conditions: conditions.clone(),
            visibility: around.visibility.clone(),
            texts: None,
            ..*around
        };
        type_of(cx, &nested_type(name, &lost.name), &inside, &[], output);
    }
    let Parameters { bytes: b, .. } = &names;
    let (path, code) = (&cx.path, &mut output.types);
    let conditions = condition(around, code);
    write!(code, "{conditions} #[allow(dead_code)] impl<{b}: {path}::Bytes> {name}<{b}> ");
    let visibility = &Fragment::placeless(&around.visibility);
    code.braces(|code| {
        for field in fields {
            match &field.element {
                Element::Record(inside) if inside.is_broken => open(visibility, field, inside, cx, code),
                _ => methods(cx, visibility, b, field, code),
            }
        }
    });
    stubs(cx, name, around, lost, &names, code);
    if record.may_miss {
        any_name(cx, name, &names, &mut output.traits);
    }
    traits::derived(cx, record, &around.derives, &names, &mut output.traits);
}

/// The methods of a field of records of which some is certain, but not how many bytes they take.
fn open(visibility: &Fragment, field: &Field, inside: &Record, cx: &Context, code: &mut Code) {
    let (vis, error, name, bare) = (code.part(visibility), &cx.error, &field.name, field.name.unraw());
    let value = if field.dimensions().is_empty() { &inside.name } else { error };
    write!(
        code,
        "#[allow(missing_docs, non_snake_case)] {vis} fn {name}(&self) -> {value} {{ <{error}>::VALUE }}
        #[allow(missing_docs, non_snake_case)] {vis} fn {bare}_mut(&mut self) -> {value} {{ <{error}>::VALUE }}"
    );
}

/// A type of which nothing is certain but its name, and what fields there may be.
pub(super) fn type_of(cx: &Context, name: &Ident, around: &Surroundings, lost: &[Lost], output: &mut Output) {
    let names = Parameters::free_of([name.to_token_stream()]);
    definition(cx, name, around, &names, &mut output.types);
    stubs(cx, name, around, lost, &names, &mut output.types);
    any_name(cx, name, &names, &mut output.traits);
}

fn condition(around: &Surroundings, code: &mut Code) -> String {
    if around.conditions.is_empty() { String::new() } else { code.part(&around.conditions.clone().into()) }
}

/// The type, what makes one, and that it is an element of views.
fn definition(cx: &Context, name: &Ident, around: &Surroundings, names: &Parameters, code: &mut Code) {
    let (Context { path, error, .. }, Parameters { bytes: b, source: s, .. }) = (cx, names);
    code.tokens(&around.attributes);
    write!(code, "#[derive(::core::clone::Clone, ::core::marker::Copy)]");
    code.tokens(&around.visibility);
    write!(code, "struct ");
    code.tokens(name);
    let (vis, conditions) = (code.part(&Fragment::placeless(&around.visibility)), condition(around, code));
    write!(
        code,
        "<{b} = {error}>({b});
        {conditions} #[allow(dead_code, missing_docs)] impl {name} {{
            {vis} const FORMAT: &'static {path}::str = <{error}>::VALUE;
            {vis} const SIZE: {path}::usize = <{error}>::VALUE;
            {vis} const LAYOUT: {path}::Layout = <{error}>::VALUE;
            {vis} const OFFSETS: {error} = <{error}>::VALUE;
            {vis} const fn new<{s}>(_: {s}) -> Self {{ <{error}>::VALUE }}
            {vis} fn from_bytes<{s}>(_: {s}) -> {path}::Result<Self, {path}::SizeError> {{ <{error}>::VALUE }}
            {vis} fn from_prefix<{s}>(_: {s}) -> {path}::Result<(Self, {error}), {path}::SizeError> {{ <{error}>::VALUE }}
            {vis} fn from_offset<{s}>(_: {s}, _: {path}::usize) -> {path}::Result<Self, {path}::SizeError> {{ <{error}>::VALUE }}
        }}
        {conditions} impl<{b}> {path}::RecordType for {name}<{b}> {{ type By = {error}; }}
        {conditions} const _: () = {{ {path}::export_record!({name}); }};"
    );
}

/// The methods of fields of which only the names are known, and of a record without fields.
fn stubs(cx: &Context, name: &Ident, around: &Surroundings, lost: &[Lost], names: &Parameters, code: &mut Code) {
    let (error, b) = (&cx.error, &names.bytes);
    let (vis, conditions) = (code.part(&Fragment::placeless(&around.visibility)), condition(around, code));
    write!(
        code,
        "{conditions} #[allow(dead_code, missing_docs)] impl<{b}> {name}<{b}> {{
            {vis} fn into_inner(self) -> {b} {{ <{error}>::VALUE }}"
    );
    for Lost { name, .. } in lost {
        let bare = name.unraw().to_string();
        let allow = if is_snake_case(&bare) { "" } else { "#[allow(non_snake_case)]" };
        write!(
            code,
            "{allow} {vis} fn {name}(&self) -> {error} {{ <{error}>::VALUE }}
            {allow} {vis} fn set_{bare}(&mut self, _: {error}) {{}}
            {allow} {vis} fn {bare}_mut(&mut self) -> {error} {{ <{error}>::VALUE }}"
        );
    }
    write!(code, "}}");
}

/// Whatever method is asked for, the compiler looks for it in the error type too.
fn any_name(cx: &Context, name: &Ident, names: &Parameters, code: &mut Code) {
    let (error, b) = (&cx.error, &names.bytes);
    write!(
        code,
        "impl<{b}> ::core::ops::Deref for {name}<{b}> {{
            type Target = {error};
            fn deref(&self) -> &{error} {{ <{error}>::VALUE }}
        }}
        impl<{b}> ::core::ops::DerefMut for {name}<{b}> {{
            fn deref_mut(&mut self) -> &mut {error} {{ <{error}>::VALUE }}
        }}"
    );
}

/// The methods of a struct or enum of the user's, of which nothing is certain; `view` is the type of its views.
pub(super) fn values(
    cx: &Context,
    [name, view]: [&Ident; 2],
    generics: &Generics,
    visibility: &impl ToTokens,
) -> Output {
    let (Context { path, error, .. }, mut output) = (cx, Output::default());
    let Parameters { source: s, .. } = Parameters::free_of([name.to_token_stream(), generics.to_token_stream()]);
    let code = &mut output.types;
    let (parameters, arguments, clause) = generics.split_for_impl();
    let vis = code.part(&Fragment::placeless(visibility));
    let head = code.part(&quote!(impl #parameters).into());
    let of = code.part(&quote!(#name #arguments #clause).into());
    write!(
        code,
        "#[allow(dead_code, missing_docs)] {head} {of} {{
            {vis} const FORMAT: &'static {path}::str = <{error}>::VALUE;
            {vis} const STRUCT_FORMAT: &'static {path}::str = <{error}>::VALUE;
            {vis} const SIZE: {path}::usize = <{error}>::VALUE;
            {vis} const LAYOUT: {path}::Layout = <{error}>::VALUE;
            {vis} fn unpack<{s}>(_: {s}) -> {path}::Result<Self, {path}::UnpackError> {{ <{error}>::VALUE }}
            {vis} fn unpack_from<{s}>(_: {s}, _: {path}::usize) -> {path}::Result<Self, {path}::UnpackError> {{ <{error}>::VALUE }}
            {vis} fn pack(&self) -> {error} {{ <{error}>::VALUE }}
            {vis} fn pack_into(&self, _: &mut [{path}::u8]) -> {path}::Result<(), {path}::SizeError> {{ <{error}>::VALUE }}
            {vis} fn view<{s}>(_: {s}) -> {path}::Result<{view}, {path}::SizeError> {{ <{error}>::VALUE }}
            {vis} fn view_mut<{s}>(_: {s}) -> {path}::Result<{view}, {path}::SizeError> {{ <{error}>::VALUE }}
        }}
        {head} {path}::RecordType for {of} {{ type By = {error}; }}"
    );
    let mut generics = generics.clone();
    generics.params.push(syn::parse_quote!(#s));
    let (parameters, ..) = generics.split_for_impl();
    let head = code.part(&quote!(impl #parameters).into());
    write!(
        code,
        "{head} {path}::FieldOf<{s}> for {of} {{
            fn from_item(_: {s}) -> {path}::Result<Self, {path}::VariantError> {{ <{error}>::VALUE }}
            fn to_item(&self) -> {s} {{ <{error}>::VALUE }}
        }}"
    );
    output
}
