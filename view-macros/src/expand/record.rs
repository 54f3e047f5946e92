//! A record type: the struct over what holds the bytes, its constants, constructors and fields.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::code::{Code, Fragment, doc};
use super::element::element;
use super::field::methods;
use super::layout::layout;
use super::traits::{self, Derives};
use super::{Context, broken, native};
use crate::model::{Element, Record};

/// What surrounds a record besides its format.
pub(super) struct Surroundings {
    /// The user's attributes, `derive`s of ours taken out.
    pub(super) attributes: TokenStream,
    /// `#[cfg(..)]` among them, which holds for all that belongs to the type, and an `#[allow(..)]` where the type is
    /// deprecated.
    pub(super) conditions: TokenStream,
    pub(super) visibility: TokenStream,
    pub(super) derives: Derives,
    /// Whether views of many of them, and so columns, can be asked for.
    pub(super) is_element: bool,
    /// What it is in the format of another, and what `struct` calls it, where only rustc knows.
    pub(super) texts: Option<[Fragment; 2]>,
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
    pub(super) fn new(record: &Record) -> Parameters {
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

/// A record, with those nested in it.
#[derive(Default)]
pub(super) struct Output {
    /// The types and their methods. Those in a block would be told of by longer names.
    pub(super) types: Code,
    /// The traits, and what has names that the user is not to see.
    pub(super) traits: Code,
}

impl Output {
    pub(super) fn of(cx: &Context, record: &Record, around: &Surroundings) -> Output {
        let mut output = Output::default();
        output.add(cx, record, around);
        output
    }

    /// As items. `conditions` hold for all that belongs to the type.
    pub(super) fn items(self, cx: &Context, conditions: &TokenStream) -> TokenStream {
        let (import, types, traits) = (cx.import(), self.types.finish(), self.traits.finish());
        quote!(#conditions #import #types #conditions const _: () = { #traits };)
    }

    /// As statements of a block.
    pub(super) fn statements(self, cx: &Context) -> TokenStream {
        let (import, types, traits) = (cx.import(), self.types.finish(), self.traits.finish());
        quote!(#import #types #traits)
    }

    /// The type and all that belongs to it; types of nested records first.
    fn add(&mut self, cx: &Context, record: &Record, around: &Surroundings) {
        // Fields of one repeated item share their type.
        let mut seen = Vec::new();
        for field in &record.fields {
            let Element::Record(nested) = &field.element else { continue };
            if seen.contains(&&nested.name) {
                continue;
            }
            seen.push(&nested.name);
            let (doc, conditions) = (doc(&format!("A record inside [`{}`].", record.name)), &around.conditions);
            let around = Surroundings {
                attributes: quote!(#doc #conditions),
                conditions: around.conditions.clone(),
                visibility: around.visibility.clone(),
                derives: around.derives,
                is_element: around.is_element,
                texts: None,
            };
            self.add(cx, nested, &around);
        }
        if record.is_broken {
            return broken::record(cx, record, around, self);
        }
        let parameters = Parameters::new(record);
        definition(cx, record, around, &parameters, &mut self.types);
        inherent(cx, record, around, &parameters, &mut self.types);
        let code = &mut self.traits;
        if let Some(check) = native::check(cx, record) {
            code.tokens(check);
        }
        traits::derived(cx, record, &around.derives, &parameters, code);
        if around.is_element {
            element(cx, record, around, &parameters, code);
        }
    }
}

fn definition(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters, code: &mut Code) {
    let Record { name, size, .. } = record;
    let (path, bytes) = (&cx.path, &parameters.bytes);
    code.tokens(&around.attributes);
    // Of others, only rustc knows where the fields are.
    if record.owner.is_none() {
        // The picture says the order of the machine it was drawn for, which may not be the target's, and has its places.
        let picture = record.layouts[0][0].picture().to_string();
        let picture = picture.split_once('\n').map_or("", |(_, picture)| picture);
        let machine = if size.known().is_some() { "" } else { " Drawn for 64-bit Unix:" };
        let written = record.written.trim();
        code.doc(&format!("\n`{written}`, {size} bytes.{machine}\n\n```text\n{picture}\n```"));
    }
    write!(code, "#[derive(::core::clone::Clone, ::core::marker::Copy)] #[repr(transparent)]");
    code.tokens(&around.visibility);
    write!(code, "struct ");
    code.tokens(name);
    let length = code.part(&cx.number(size));
    write!(code, "<{bytes} = [{path}::u8; {length}]>({bytes});");
}

/// The constants, which derived structs have too, behind their docs.
pub(super) fn constants(code: &mut Code, path: &Ident, visibility: &str, [format, size, layout]: [&str; 3]) {
    code.doc("The format.");
    write!(code, "{visibility} const FORMAT: &'static {path}::str = {format};");
    code.doc("Bytes of one.");
    write!(code, "{visibility} const SIZE: {path}::usize = {size};");
    code.doc("Where the fields lie, and what they hold.");
    write!(code, "{visibility} const LAYOUT: {path}::Layout = {layout};");
}

fn inherent(cx: &Context, record: &Record, around: &Surroundings, parameters: &Parameters, code: &mut Code) {
    let path = &cx.path;
    let Record { name, .. } = record;
    let visibility = &Fragment::placeless(&around.visibility);
    let Parameters { bytes: b, source: s, rest: r, .. } = parameters;
    let format = match &record.owner {
        Some(owner) => code.part(&quote!(#owner::FORMAT).into()),
        None => cx.text(&record.format),
    };
    let layout = match around.is_element {
        // Called rather than written out: the compiler computes it where it is asked for.
        true => format!("{path}::layout_of::<Self>()"),
        false => code.part(&layout(cx, record)),
    };
    let (vis, size) = (code.part(visibility), code.part(&cx.number(&record.size)));
    let conditions =
        if around.conditions.is_empty() { String::new() } else { code.part(&around.conditions.clone().into()) };
    write!(code, "{conditions} #[allow(dead_code)] impl {name} {{");
    constants(code, path, &vis, [&format, &size, &layout]);
    write!(code, "}} {conditions} #[allow(dead_code)] impl<{b}: {path}::Bytes> {name}<{b}> ");
    code.braces(|code| {
        let (vis, size, shown) = (code.part(visibility), code.part(&cx.number(&record.size)), &record.size);
        code.doc(&format!("Over an array of {shown} bytes, owned or by reference. The compiler checks the size."));
        write!(code, "#[inline(always)] {vis} const fn new(bytes: {b}) -> Self where {b}: {path}::Holds<{size}> {{ {name}(bytes) }}");
        code.doc(&format!("Over exactly {shown} bytes.\n\n# Errors\nWhere there are fewer or more."));
        write!(
            code,
            "#[inline(always)]
            {vis} fn from_bytes<{s}: {path}::Source<{size}, Array = {b}>>(bytes: {s}) -> {path}::Result<Self, {path}::SizeError> {{
                bytes.exact().map({name})
            }}"
        );
        code.doc(&format!("Over the first {shown} bytes, and what follows them.\n\n# Errors\nWhere there are fewer."));
        write!(
            code,
            "#[inline(always)]
            {vis} fn from_prefix<{s}: {path}::Source<{size}, Array = {b}, Rest = {r}>, {r}>(
                bytes: {s},
            ) -> {path}::Result<(Self, {r}), {path}::SizeError> {{
                bytes.prefix_as({name})
            }}"
        );
        code.doc(&format!("Over the {shown} bytes from `offset` on.\n\n# Errors\nWhere there are fewer."));
        write!(
            code,
            "#[inline(always)]
            {vis} fn from_offset<{s}: {path}::Source<{size}, Array = {b}>>(
                bytes: {s},
                offset: {path}::usize,
            ) -> {path}::Result<Self, {path}::SizeError> {{
                bytes.at(offset).map({name})
            }}"
        );
        code.doc("What holds the bytes.");
        write!(code, "#[inline(always)] {vis} fn into_inner(self) -> {b} {{ self.0 }}");
        for field in &record.fields {
            methods(cx, visibility, b, field, code);
        }
    });
}
