//! An enum with `#[derive(Record)]`: a number, each of whose values has a name.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, DataEnum, Fields, Generics, Path, Token, Visibility};

use super::options::{Mark, Options, Source};
use crate::report::Report;

/// An enum of the user's.
pub(crate) struct Enum {
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) krate: Option<Path>,
    pub(crate) number: Number,
    pub(crate) mark: Mark,
    pub(crate) variants: Vec<Ident>,
    /// Whether something was wrong, so that it can be neither read nor written.
    pub(crate) is_broken: bool,
}

/// The integer that a variant is in bytes.
#[derive(Clone, Copy)]
pub(crate) struct Number {
    /// `u16`
    pub(crate) name: &'static str,
    /// `H`
    pub(crate) code: &'static str,
    /// In bytes.
    pub(crate) size: usize,
}

const NUMBERS: [Number; 8] = [
    Number { name: "u8", code: "B", size: 1 },
    Number { name: "i8", code: "b", size: 1 },
    Number { name: "u16", code: "H", size: 2 },
    Number { name: "i16", code: "h", size: 2 },
    Number { name: "u32", code: "I", size: 4 },
    Number { name: "i32", code: "i", size: 4 },
    Number { name: "u64", code: "Q", size: 8 },
    Number { name: "i64", code: "q", size: 8 },
];

impl Enum {
    pub(crate) fn read(
        attributes: &[Attribute],
        visibility: Visibility,
        name: Ident,
        generics: &Generics,
        data: DataEnum,
        report: &mut Report,
    ) -> Enum {
        let before = report.len();
        let options = Options::read(attributes, report);
        if !generics.params.is_empty() {
            report.error(generics.span(), "`Record` is derived for enums that are plain numbers, without parameters");
        }
        for variant in &data.variants {
            if !matches!(variant.fields, Fields::Unit) {
                report.error(
                    variant.fields.span(),
                    format!(
                        "variant `{0}` holds values, but an enum in bytes is a number: write `{0},`, and keep the values in \
                         structs that are read after the number",
                        variant.ident
                    ),
                );
            }
        }
        let is_empty = data.variants.is_empty();
        let number = number(attributes, &name, report);
        let size = number.map_or(1, |number| number.size);
        let mark = match options.source {
            Some(Source::Types(mark, _)) => mark,
            Some(Source::Format(format)) => {
                report.error(
                    format.whole(),
                    "the format of an enum is that of its `repr`: say the byte order only, `#[view(little_endian)]`",
                );
                Mark::Little
            }
            None if size > 1 && !options.is_broken => {
                report.error(
                    name.span(),
                    format!(
                        "the byte order is missing: `{name}` has {size} bytes; add `#[view(little_endian)]` or \
                         `#[view(big_endian)]`"
                    ),
                );
                Mark::Little
            }
            None => Mark::Little,
        };
        Enum {
            visibility,
            name,
            krate: options.krate,
            number: number.unwrap_or(NUMBERS[0]),
            mark,
            variants: data.variants.into_iter().map(|variant| variant.ident).collect(),
            // An enum without variants cannot have a `repr`, says the compiler.
            is_broken: report.len() > before || is_empty,
        }
    }
}

/// What `#[repr(...)]` says.
fn number(attributes: &[Attribute], name: &Ident, report: &mut Report) -> Option<Number> {
    let mut found: Option<(String, Span)> = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("repr")) {
        let Ok(reprs) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { continue };
        for repr in &reprs {
            let Some(repr_name) = repr.get_ident().map(Ident::to_string) else { continue };
            if let Some(number) = NUMBERS.iter().find(|number| number.name == repr_name) {
                return Some(*number);
            }
            found = Some((repr_name, repr.span()));
        }
    }
    match found {
        None => report.error(
            name.span(),
            format!("`{name}` needs an integer type, so that its size is known: add `#[repr(u8)]`, `#[repr(u16)]` or another"),
        ),
        Some((repr, span)) if matches!(&*repr, "u128" | "i128") => {
            report.error(span, format!("no format has integers of 128 bits; `{repr}` can be `{}64` at most", &repr[..1]));
        }
        Some((repr, span)) => {
            report.error(span, format!("the size of `repr({repr})` depends on the target: write `u32`, `u64` or another"));
        }
    }
    None
}
