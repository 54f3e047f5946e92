//! A struct with `#[derive(Record)]`, and its `#[view(...)]` attributes.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, LitStr, Meta, Path, Token, Type, Visibility};

use crate::literal::FormatLiteral;
use crate::report::Report;

/// A struct of the user's.
pub(crate) struct Struct {
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) options: Options,
    pub(crate) fields: Vec<Field>,
}

/// One field of it.
pub(crate) struct Field {
    /// The name; of a tuple struct its number.
    pub(crate) member: syn::Member,
    pub(crate) field_type: Type,
    pub(crate) span: Span,
}

/// What `#[view(...)]` says.
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
#[derive(Clone, Copy)]
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

impl Struct {
    /// Reads the item; `None` where nothing can be made of it, which has been reported.
    pub(crate) fn read(input: DeriveInput, report: &mut Report) -> Option<Struct> {
        let options = Options::read(&input.attrs, report);
        if !input.generics.params.is_empty() {
            report.error(
                input.generics.span(),
                "`Record` cannot be derived for generic structs: the format decides what each field is",
            );
            return None;
        }
        let fields = match input.data {
            Data::Struct(data) => match data.fields {
                Fields::Named(fields) => fields.named,
                Fields::Unnamed(fields) => fields.unnamed,
                Fields::Unit => Punctuated::new(),
            },
            Data::Enum(data) => {
                report.error(
                    data.enum_token.span,
                    "`Record` is derived for structs; read the number that stands for a variant, and match on it",
                );
                return None;
            }
            Data::Union(data) => {
                report.error(
                    data.union_token.span,
                    "`Record` is derived for structs; a union's bytes mean more than one thing",
                );
                return None;
            }
        };
        let fields = fields.into_iter().enumerate().map(|(position, field)| {
            for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("view")) {
                report.error(
                    attribute.span(),
                    "`#[view(...)]` belongs on the struct: the format says all that is to say about a field",
                );
            }
            let span = field.ty.span();
            let member = match field.ident {
                Some(name) => syn::Member::Named(name),
                None => syn::Member::Unnamed(syn::Index { index: position as u32, span }),
            };
            Field { member, field_type: field.ty, span }
        });
        let fields = fields.collect();
        Some(Struct { visibility: input.vis, name: input.ident, options, fields })
    }
}

impl Options {
    fn read(attributes: &[Attribute], report: &mut Report) -> Options {
        let mut options = Options::default();
        let before = report.len();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("view")) {
            match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
                Ok(metas) => metas.into_iter().for_each(|meta| options.one(meta, report)),
                Err(error) => report.absorb(error),
            }
        }
        options.is_broken = report.len() > before;
        options
    }

    fn one(&mut self, meta: Meta, report: &mut Report) {
        let name = meta.path().get_ident().map(Ident::to_string).unwrap_or_default();
        let span = meta.path().span();
        let source = match &*name {
            "crate" => return self.krate(meta, report),
            "format" => match string(&meta) {
                Some(literal) => Source::Format(FormatLiteral::new(literal)),
                None => return report.error(meta.span(), "expected a format: `format = \"<I:id: d:price:\"`"),
            },
            "little_endian" => Source::Types(Mark::Little, span),
            "big_endian" => Source::Types(Mark::Big, span),
            "native_endian" => Source::Types(Mark::Native, span),
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

    fn krate(&mut self, meta: Meta, report: &mut Report) {
        let parsed = match &meta {
            Meta::NameValue(pair) => match string(&meta) {
                Some(literal) => literal.parse::<Path>().ok(),
                None => {
                    let value = &pair.value;
                    syn::parse2::<Path>(quote::quote!(#value)).ok()
                }
            },
            _ => None,
        };
        match parsed {
            Some(path) => self.krate = Some(path),
            None => report.error(meta.span(), "expected the path of view-core: `crate = my_name_for_view_core`"),
        }
    }
}

/// The string of `name = "..."`.
fn string(meta: &Meta) -> Option<LitStr> {
    match meta {
        Meta::NameValue(pair) => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(literal), .. }) => Some(literal.clone()),
            _ => None,
        },
        _ => None,
    }
}
