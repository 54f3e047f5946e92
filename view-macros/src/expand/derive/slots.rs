//! Which field of a struct holds which item of a format, and whether it can.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Path, Type};
use view_format::diagnostic::{Drawing, Label};
use view_format::record::{RESERVED, item_type};
use view_format::{Scalar, ScalarKind};

use super::items::{item, literal};
use crate::expand::scalar::c_integer;
use crate::literal::FormatLiteral;
use crate::model::{self, Element, Number, Record};
use crate::read::structs::{Field, Struct};
use crate::report::Report;

/// A field of the struct with what it holds.
pub(super) struct Slot<'m> {
    pub(super) field: &'m Field,
    pub(super) of: &'m model::Field,
    /// Where generated code about it is shown. Names in that code are the macro's own, even where the type itself came out of
    /// somebody's macro.
    pub(super) span: Span,
    pub(super) dimensions: Vec<Number>,
    pub(super) way: Way<'m>,
}

/// How a value comes out of the bytes.
pub(super) enum Way<'m> {
    /// It is what was read.
    Plain,
    /// Whether its type can hold what was read, rustc knows.
    Checked,
    /// Its type reads itself.
    Nested,
    /// The functions of a module make it of what was read.
    With(&'m Path),
}

impl Slot<'_> {
    /// The type of one record in a field of records: what is left when the arrays that its shape asks for are taken off.
    pub(super) fn record_type(&self) -> &Type {
        self.dimensions.iter().fold(&self.field.field_type, |outer, _| match outer {
            Type::Array(array) => &array.elem,
            other => other,
        })
    }

    /// Whether any bytes are a value.
    pub(super) fn is_infallible(&self) -> bool {
        matches!(self.way, Way::Plain)
    }
}

/// The fields that have bytes.
pub(super) fn stored(item: &Struct) -> impl Iterator<Item = &Field> {
    item.fields.iter().filter(|field| field.options.skip.is_none())
}

/// What the view calls it.
pub(super) fn name_of(field: &Field) -> Ident {
    match &field.member {
        syn::Member::Named(name) => name.clone(),
        syn::Member::Unnamed(index) => format_ident!("f{}", index.index, span = field.span),
    }
}

/// Gives the fields of the record the names of those of the struct, one for each. Whether there is one for each; what is
/// missing has been reported.
pub(super) fn pair(item: &Struct, model: &mut Record, format: &FormatLiteral, report: &mut Report) -> bool {
    let mut fields = stored(item);
    let mut paired: Vec<model::Field> = Vec::new();
    for of in &model.fields {
        // An unnamed count is that many values: one field each, or one field that is an array of them.
        let mut taken = 0;
        while taken < of.repeat {
            let Some(field) = fields.next() else {
                let missing = of.repeat - taken;
                let headline = match missing {
                    1 => "no field holds this item".into(),
                    _ => format!("no fields hold {missing} values of this item"),
                };
                let label = Label { span: of.item_span, text: String::new(), is_primary: true };
                let help = format!("`{}` has {} fields: add one for each value", item.name, stored(item).count());
                format.draw(&headline, &[label], Some(&help), report);
                return false;
            };
            // A swap would be told twice, and what stands in the wrong place has the wrong type as well.
            if !has_its_name(field, of, report) {
                return false;
            }
            let takes_all = of.repeat > 1 && taken == 0 && matches!(field.field_type, Type::Array(_));
            paired.push(model::Field {
                name: name_of(field),
                offset: after(of, taken),
                repeat: if takes_all { of.repeat } else { 1 },
                ..of.clone()
            });
            taken += if takes_all { of.repeat } else { 1 };
        }
    }
    let before = report.len();
    for field in fields {
        report.error(field.span, format!("the format has no item for this field: `{}` ends before it", format.text()));
    }
    drop_clashes(&mut paired, report);
    model.fields = paired;
    report.len() == before
}

/// Reports fields whose methods of the view would have the name of another method, and leaves them out.
fn drop_clashes(fields: &mut Vec<model::Field>, report: &mut Report) {
    let mut methods: Vec<(String, Ident)> = Vec::new();
    fields.retain(|field| {
        let (name, bare) = (field.name.to_string(), field.name.unraw());
        if let Some((_, what)) = RESERVED.iter().find(|(reserved, _)| *reserved == name) {
            report.error(
                field.name.span(),
                format!("field `{name}` would hide the {what} `{name}` of the view of these bytes: call it `{name}_`"),
            );
            return false;
        }
        let own = [name.clone(), format!("set_{bare}"), format!("{bare}_mut")];
        if let Some((method, other)) = methods.iter().find(|(method, _)| own.contains(method)) {
            report.error(
                field.name.span(),
                format!(
                    "the view of these bytes would have two methods called `{method}`, for the fields `{other}` and `{name}`: \
                     give one of the two another name"
                ),
            );
            return false;
        }
        methods.extend(own.map(|method| (method, field.name.clone())));
        true
    });
}

/// Each field with what it holds. `None` after a mistake, which has been reported.
pub(super) fn assign<'m>(
    item: &'m Struct,
    model: &'m Record,
    format: &FormatLiteral,
    report: &mut Report,
) -> Option<Vec<Slot<'m>>> {
    let before = report.len();
    let mut slots = Vec::new();
    for (field, of) in stored(item).zip(&model.fields) {
        let mut slot = Slot {
            field,
            of,
            span: field.span.resolved_at(Span::call_site()),
            dimensions: of.dimensions(),
            way: Way::Nested,
        };
        match (&of.element, &field.options.with) {
            (Element::Scalar { scalar, .. }, None) if scalar.kind() == ScalarKind::Ucs4 => report.error(
                field.span,
                "a string of UCS-4 characters (`w`) has no field type: read it through `view`, or take `(4)I` code points",
            ),
            (Element::Scalar { .. }, Some(module)) => slot.way = Way::With(module),
            (_, Some(module)) => {
                report.error(
                    syn::spanned::Spanned::span(module),
                    "`with` converts what a code reads as: say which one, `#[view(format = \"I\", with = module)]`",
                );
            }
            (Element::Scalar { scalar, .. }, None) => {
                if fits(&slot, *scalar, format, report) {
                    slot.way = if is_primitive(&field.field_type) { Way::Plain } else { Way::Checked };
                }
            }
            (Element::Record(_), None) => {
                let dimensions = known(&slot.dimensions);
                if !could_be(&field.field_type, &dimensions, None) {
                    refuse(&slot, &dimensions, None, format, report);
                }
            }
            (Element::Own { .. }, None) => {}
        }
        slots.push(slot);
    }
    (report.len() == before).then_some(slots)
}

/// Where a value starts that has `taken` others of the same item before it.
fn after(of: &model::Field, taken: usize) -> Number {
    let one = known(&of.shape).iter().product::<usize>();
    let before = of.element.size().times(one).and_then(|one| one.times(taken));
    match before {
        Some(before) if taken > 0 => before.plus(&of.offset),
        _ => None,
    }
    // The layout is checked: all that is in it has a place.
    .unwrap_or_else(|| of.offset.clone())
}

fn known(lengths: &[Number]) -> Vec<usize> {
    lengths.iter().filter_map(Number::known).collect()
}

/// A name in the format is that of the field.
fn has_its_name(field: &Field, of: &model::Field, report: &mut Report) -> bool {
    let Some(written) = &of.written_name else { return true };
    let name = match (&field.options.rename, &field.member) {
        (Some(rename), _) => rename.value(),
        (None, syn::Member::Named(name)) => name.unraw().to_string(),
        (None, syn::Member::Unnamed(_)) => return true,
    };
    if name == *written {
        return true;
    }
    report.error(
        field.name_span(),
        format!("field `{name}` stands where the format has `{written}`: fields and items are in the same order"),
    );
    false
}

/// Reports a type that cannot hold its item, as far as tokens tell; names of types that somebody has defined are left to
/// the compiler.
fn fits(slot: &Slot<'_>, scalar: Scalar, format: &FormatLiteral, report: &mut Report) -> bool {
    let is_computed = |number: &Number| matches!(number, Number::Computed(_));
    if slot.dimensions.iter().any(is_computed) || is_computed(&slot.of.element.size()) {
        // The item was made of the type itself.
        return true;
    }
    let mut dimensions = known(&slot.dimensions);
    if model::is_text(scalar.kind()) {
        dimensions.push(scalar.size());
    }
    let c_name = c_integer(scalar.kind(), &slot.of.element.size());
    let one = c_name.map_or_else(|| item_type(scalar), Into::into);
    if could_be(&slot.field.field_type, &dimensions, Some(&one)) {
        return true;
    }
    refuse(slot, &dimensions, Some(&one), format, report);
    false
}

fn refuse(slot: &Slot<'_>, dimensions: &[usize], one: Option<&str>, format: &FormatLiteral, report: &mut Report) {
    let field = slot.field;
    let one_shown = one.unwrap_or("a record").to_string();
    let expected = dimensions.iter().rev().fold(one_shown, |one, length| format!("[{one}; {length}]"));
    let (found, name) = (shown(&field.field_type), field.shown());
    let label = Label { span: slot.of.item_span, text: format!("reads as `{expected}`"), is_primary: true };
    let help = match item(&field.field_type).ok().and_then(|item| item.text()) {
        Some(code) if one.is_some() => format!("make the field `{expected}`, or write `{code}` in the format"),
        _ => format!("make the field `{expected}`"),
    };
    let headline = format!("field {name} is `{found}`, but its item in the format reads as `{expected}`");
    let drawing =
        Drawing { text: format.text(), headline: &headline, labels: &[label], help: Some(&help), origin: None };
    report.error(field.span, drawing.to_string());
}

/// Names that can only be the primitive types, in practice.
const PRIMITIVES: [&str; 17] = [
    "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "u128", "i128", "usize", "isize", "f32", "f64", "bool",
    "char", "String",
];

/// Whether a type is a primitive one, in arrays or not.
fn is_primitive(of: &Type) -> bool {
    match of {
        Type::Array(array) => is_primitive(&array.elem),
        Type::Paren(inner) => is_primitive(&inner.elem),
        Type::Group(inner) => is_primitive(&inner.elem),
        Type::Path(path) => path.path.get_ident().is_some_and(|name| PRIMITIVES.contains(&&*name.to_string())),
        _ => false,
    }
}

/// Whether a type may be an array of these dimensions of `one` (`None`: a record).
fn could_be(found: &Type, dimensions: &[usize], one: Option<&str>) -> bool {
    match (found, dimensions) {
        (Type::Array(array), [length, rest @ ..]) => {
            literal(&array.len).is_none_or(|found| found == *length) && could_be(&array.elem, rest, one)
        }
        (Type::Array(_), []) | (Type::Reference(_) | Type::Slice(_) | Type::Tuple(_) | Type::Ptr(_), _) => false,
        (Type::Path(path), dimensions) => match path.path.get_ident().map(ToString::to_string) {
            Some(name) if PRIMITIVES.contains(&&*name) => dimensions.is_empty() && one == Some(&*name),
            // An alias or a struct: `[u32; 4]` may hide behind it.
            _ => true,
        },
        (Type::Paren(inner), _) => could_be(&inner.elem, dimensions, one),
        (Type::Group(inner), _) => could_be(&inner.elem, dimensions, one),
        _ => true,
    }
}

/// A type as the user wrote it, near enough.
fn shown(of: &Type) -> String {
    let tokens: TokenStream = of.to_token_stream();
    tokens
        .to_string()
        .replace(" ;", ";")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
}
