//! A struct with `#[derive(Record)]`.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, DataStruct, Fields, GenericParam, Generics, Type, Visibility};

use super::options::{FieldOptions, Options};
use crate::names::in_any_edition;
use crate::report::Report;

/// A struct of the user's.
pub(crate) struct Struct {
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) options: Options,
    /// Lengths that are parameters: `<const N: usize>`.
    pub(crate) generics: Generics,
    pub(crate) fields: Vec<Field>,
}

/// One field of it.
pub(crate) struct Field {
    /// The name; of a tuple struct its number.
    pub(crate) member: syn::Member,
    pub(crate) field_type: Type,
    pub(crate) options: FieldOptions,
    pub(crate) span: Span,
}

impl Struct {
    /// Reads the item. Parameters that cannot be are reported, and are there all the same.
    pub(crate) fn read(
        attributes: &[Attribute],
        visibility: Visibility,
        name: Ident,
        generics: Generics,
        data: DataStruct,
        report: &mut Report,
    ) -> Struct {
        let mut options = Options::read(attributes, report);
        for parameter in &generics.params {
            match parameter {
                GenericParam::Const(_) => continue,
                GenericParam::Type(parameter) => report.error(
                    parameter.ident.span(),
                    "`Record` cannot be derived for structs with type parameters: what their fields take in bytes depends \
                     on the type; lengths can be parameters, `<const N: usize>`",
                ),
                GenericParam::Lifetime(parameter) => report.error(
                    parameter.lifetime.span(),
                    "`Record` cannot be derived for structs that borrow: their values are copied out of the bytes; to look \
                     into bytes without a copy there is `view`",
                ),
            }
            options.is_broken = true;
        }
        let fields = match data.fields {
            Fields::Named(fields) => fields.named,
            Fields::Unnamed(fields) => fields.unnamed,
            Fields::Unit => Punctuated::new(),
        };
        let fields = fields.into_iter().enumerate().map(|(position, field)| {
            let span = field.ty.span();
            let member = match field.ident {
                Some(name) => syn::Member::Named(in_any_edition(name)),
                None => syn::Member::Unnamed(syn::Index { index: position as u32, span }),
            };
            let before = report.len();
            let field_options = FieldOptions::read(&field.attrs, report);
            options.is_broken |= report.len() > before;
            Field { member, field_type: field.ty, options: field_options, span }
        });
        let fields = fields.collect();
        Struct { visibility, name: in_any_edition(name), options, generics, fields }
    }
}

impl Field {
    /// The name for people: `size`, or the number.
    pub(crate) fn shown(&self) -> String {
        match &self.member {
            syn::Member::Named(name) => format!("`{name}`"),
            syn::Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// Where its name stands; of a field without one, its type.
    pub(crate) fn name_span(&self) -> Span {
        match &self.member {
            syn::Member::Named(name) => name.span(),
            syn::Member::Unnamed(_) => self.span,
        }
    }
}
