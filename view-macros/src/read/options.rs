//! `#[view(...)]` on what derives `Record`, and on its fields.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Lit, LitStr, Meta, Path, Token};

use crate::literal::FormatLiteral;
use crate::report::Report;

/// What stands on the struct or enum.
#[derive(Default)]
pub(crate) struct Options {
    /// The path of view-core, where it is not `::view_core`.
    pub(crate) krate: Option<Path>,
    pub(crate) source: Option<Source>,
    /// Whether something in the attributes was wrong, so that what is missing may have been meant there.
    pub(crate) is_broken: bool,
}

/// Where the layout comes from.
pub(crate) enum Source {
    Format(FormatLiteral),
    /// From the fields' types, in this byte order.
    Types(Mark, Span),
}

/// The byte orders that attributes can ask for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Little,
    Big,
    Native,
}

impl Mark {
    /// As a format has it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Mark::Little => "<",
            Mark::Big => ">",
            Mark::Native => "=",
        }
    }
}

/// What stands on a field.
#[derive(Default)]
pub(crate) struct FieldOptions {
    /// Its item in the format, where its type does not tell, or tells another.
    pub(crate) format: Option<FormatLiteral>,
    /// Its name in the format.
    pub(crate) rename: Option<LitStr>,
    /// Bytes of padding.
    pub(crate) pad_before: Option<(usize, Span)>,
    pub(crate) pad_after: Option<(usize, Span)>,
    /// The module that converts it.
    pub(crate) with: Option<Path>,
    /// It has no bytes.
    pub(crate) skip: Option<Span>,
}

/// Calls `one` for everything in `#[view(...)]`. Whether all of it was understood.
fn each(attributes: &[Attribute], report: &mut Report, mut one: impl FnMut(Meta, &mut Report)) -> bool {
    let before = report.len();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("view")) {
        match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
            Ok(metas) => metas.into_iter().for_each(|meta| one(meta, report)),
            Err(error) => report.absorb(error),
        }
    }
    report.len() == before
}

fn name_of(meta: &Meta) -> String {
    meta.path().get_ident().map(Ident::to_string).unwrap_or_default()
}

impl Options {
    pub(crate) fn read(attributes: &[Attribute], report: &mut Report) -> Options {
        let mut options = Options::default();
        options.is_broken = !each(attributes, report, |meta, report| options.one(meta, report));
        options
    }

    fn one(&mut self, meta: Meta, report: &mut Report) {
        let (name, span) = (name_of(&meta), meta.path().span());
        let source = match &*name {
            "crate" => {
                match path(&meta) {
                    Some(path) => self.krate = Some(path),
                    None => {
                        report.error(meta.span(), "expected the path of view-core: `crate = my_name_for_view_core`");
                    }
                }
                return;
            }
            "format" => match string(&meta) {
                Some(literal) => Source::Format(FormatLiteral::new(literal)),
                None => return report.error(meta.span(), "expected a format: `format = \"<I:id: d:price:\"`"),
            },
            "little_endian" => Source::Types(Mark::Little, span),
            "big_endian" => Source::Types(Mark::Big, span),
            "native_endian" => Source::Types(Mark::Native, span),
            "rename" | "pad_before" | "pad_after" | "with" | "skip" => {
                return report.error(span, format!("`{name}` belongs on a field"));
            }
            _ => {
                return report.error(
                    span,
                    "unknown option; there are `format = \"...\"`, `little_endian`, `big_endian`, `native_endian` and `crate = path`",
                );
            }
        };
        if matches!(source, Source::Types(..)) && !matches!(meta, Meta::Path(_)) {
            return report.error(meta.span(), format!("`{name}` takes no value"));
        }
        match self.source {
            None => self.source = Some(source),
            Some(Source::Format(_)) if matches!(source, Source::Types(..)) => {
                report.error(span, "the format already says the byte order");
            }
            Some(_) => report.error(
                span,
                "the layout is already given: one of `format`, `little_endian`, `big_endian`, `native_endian`",
            ),
        }
    }
}

impl FieldOptions {
    pub(crate) fn read(attributes: &[Attribute], report: &mut Report) -> FieldOptions {
        let mut options = FieldOptions::default();
        let mut seen: Vec<String> = Vec::new();
        each(attributes, report, |meta, report| {
            let name = name_of(&meta);
            if seen.contains(&name) {
                return report.error(meta.path().span(), format!("`{name}` is already given for this field"));
            }
            options.one(&name, &meta, report);
            seen.push(name);
        });
        if let (Some(_), Some(other)) = (options.skip, seen.iter().find(|name| *name != "skip")) {
            let span = options.skip.unwrap_or_else(Span::call_site);
            report.error(span, format!("a field that is skipped has no bytes, and so no `{other}`"));
        }
        options
    }

    fn one(&mut self, name: &str, meta: &Meta, report: &mut Report) {
        let span = meta.path().span();
        match name {
            "format" => match string(meta) {
                Some(literal) => self.format = Some(FormatLiteral::new(literal)),
                None => report.error(meta.span(), "expected the item of this field: `format = \"16s\"`"),
            },
            "rename" => match string(meta) {
                Some(literal) if literal.value().is_empty() || literal.value().contains(':') => {
                    report.error(literal.span(), "a name in a format has at least one character, and no `:`");
                }
                Some(literal) => self.rename = Some(literal),
                None => report.error(meta.span(), "expected a name: `rename = \"file size\"`"),
            },
            "pad_before" => self.pad_before = bytes(name, meta, report),
            "pad_after" => self.pad_after = bytes(name, meta, report),
            "with" => match path(meta) {
                Some(path) => self.with = Some(path),
                None => report.error(
                    meta.span(),
                    "expected the path of a module with the functions `unpack` and `pack`: `with = my_module`",
                ),
            },
            "skip" => match meta {
                Meta::Path(_) => self.skip = Some(span),
                _ => report.error(
                    meta.span(),
                    "`skip` takes no value: the field becomes `Default::default()`; to skip bytes there are \
                     `pad_before = 4` and `pad_after = 4`",
                ),
            },
            "little_endian" | "big_endian" | "native_endian" => report.error(
                span,
                "the byte order belongs on the struct; for one field alone give its item: `format = \">I\"`",
            ),
            "crate" => report.error(span, "`crate` belongs on the struct"),
            "pad" | "padding" => {
                report.error(span, "unknown option; write `pad_before = 4` or `pad_after = 4`, in bytes")
            }
            "string" | "len" | "length" | "size" | "count" => report.error(
                span,
                "unknown option; the length of a string is in its type, `[u8; 16]`, or in its item, `format = \"16p\"`",
            ),
            _ => report.error(
                span,
                "unknown option of a field; there are `format = \"16s\"`, `rename = \"name\"`, `pad_before = 4`, \
                 `pad_after = 4`, `with = module` and `skip`",
            ),
        }
    }
}

/// `name = 4`
fn bytes(name: &str, meta: &Meta, report: &mut Report) -> Option<(usize, Span)> {
    let number = match literal(meta) {
        Some(Lit::Int(literal)) => literal.base10_parse().ok(),
        _ => None,
    };
    if number.is_none() {
        report.error(meta.span(), format!("expected a number of bytes: `{name} = 4`"));
    }
    number.map(|number| (number, meta.span()))
}

/// The string of `name = "..."`.
fn string(meta: &Meta) -> Option<LitStr> {
    match literal(meta) {
        Some(Lit::Str(literal)) => Some(literal.clone()),
        _ => None,
    }
}

/// The literal of `name = literal`, also inside the invisible group that a `$item:literal` of somebody's macro makes.
fn literal(meta: &Meta) -> Option<&Lit> {
    let Meta::NameValue(pair) = meta else { return None };
    let mut value = &pair.value;
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    match value {
        Expr::Lit(value) => Some(&value.lit),
        _ => None,
    }
}

/// The path of `name = path`, or of `name = "path"`.
fn path(meta: &Meta) -> Option<Path> {
    let Meta::NameValue(pair) = meta else { return None };
    match string(meta) {
        Some(literal) => literal.parse::<Path>().ok(),
        None => {
            let value = &pair.value;
            syn::parse2::<Path>(quote::quote!(#value)).ok()
        }
    }
}
