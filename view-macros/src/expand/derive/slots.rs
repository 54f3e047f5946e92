//! Which field of a struct holds which item of a format, and whether it can.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, Lit, Type};
use view_format::diagnostic::{Drawing, Label};
use view_format::{Scalar, ScalarKind};

use crate::expand::scalar::c_integer;
use crate::literal::FormatLiteral;
use crate::model::{self, Element, Number, Record};
use crate::read::structs::{Field, Struct};
use crate::report::Report;

/// A field of the struct with what it holds.
pub(super) struct Slot<'m> {
    pub(super) member: &'m syn::Member,
    pub(super) field_type: &'m Type,
    /// Where generated code about it is shown. Names in that code are the macro's own, even where the type itself came out of
    /// somebody's macro.
    pub(super) span: Span,
    /// Where the user's type stands.
    pub(super) type_span: Span,
    pub(super) offset: Number,
    pub(super) element: &'m Element,
    pub(super) dimensions: Vec<Number>,
}

impl Slot<'_> {
    /// The type of one record in a field of records: what is left when the arrays that its shape asks for are taken off.
    pub(super) fn record_type(&self) -> &Type {
        self.dimensions.iter().fold(self.field_type, |outer, _| match outer {
            Type::Array(array) => &array.elem,
            other => other,
        })
    }
}

/// Goes through fields and items side by side. `None` after a mistake, which has been reported.
pub(super) fn assign<'m>(
    item: &'m Struct,
    model: &'m Record,
    format: &FormatLiteral,
    report: &mut Report,
) -> Option<Vec<Slot<'m>>> {
    let mut fields = item.fields.iter();
    let mut slots = Vec::new();
    let mut is_sound = true;
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
                let help = format!("`{}` has {} fields: add one for each value", item.name, item.fields.len());
                format.draw(&headline, &[label], Some(&help), report);
                return None;
            };
            let takes_all = of.repeat > 1 && taken == 0 && matches!(field.field_type, Type::Array(_));
            let mut slot = Slot {
                member: &field.member,
                field_type: &field.field_type,
                span: field.span.resolved_at(Span::call_site()),
                type_span: field.span,
                offset: of.offset.clone(),
                element: &of.element,
                dimensions: of.shape.clone(),
            };
            if let Element::Scalar { scalar, .. } = &of.element
                && scalar.kind() == ScalarKind::Ucs4
            {
                report
                    .error(field.span, "a string of UCS-4 characters (`w`) has no field type: read it through `view`");
                return None;
            }
            if takes_all {
                slot.dimensions.insert(0, Number::Known(of.repeat));
            }
            slot.offset = after(&slot, of, taken);
            taken += if takes_all { of.repeat } else { 1 };
            // A swap would be told twice, and what stands in the wrong place has the wrong type as well.
            if !has_its_name(field, of, report) {
                return None;
            }
            is_sound &= fits(field, &slot, of, format, report);
            slots.push(slot);
        }
    }
    for field in fields {
        report.error(field.span, format!("the format has no item for this field: `{}` ends before it", format.text()));
        is_sound = false;
    }
    is_sound.then_some(slots)
}

/// Where a value starts that has `taken` others of the same item before it.
fn after(slot: &Slot<'_>, of: &model::Field, taken: usize) -> Number {
    let one = of.shape.iter().filter_map(Number::known).product::<usize>();
    let before = of.element.size().times(one).and_then(|one| one.times(taken));
    // The layout is checked: all that is in it has a place.
    before.and_then(|before| slot.offset.plus(&before)).unwrap_or_else(|| slot.offset.clone())
}

/// A name in the format is that of the field.
fn has_its_name(field: &Field, of: &model::Field, report: &mut Report) -> bool {
    let (syn::Member::Named(name), Some(written)) = (&field.member, &of.written_name) else { return true };
    let bare = name.unraw().to_string();
    if bare == *written {
        return true;
    }
    report.error(
        name.span(),
        format!("field `{bare}` stands where the format has `{written}`: fields and items are in the same order"),
    );
    false
}

/// Reports a type that cannot hold its item, as far as tokens tell; names of types that somebody has defined are left to
/// the compiler.
fn fits(field: &Field, slot: &Slot<'_>, of: &model::Field, format: &FormatLiteral, report: &mut Report) -> bool {
    let element = match slot.element {
        Element::Record(_) => None,
        Element::Scalar { scalar, .. } => Some(*scalar),
    };
    let mut dimensions: Vec<usize> = slot.dimensions.iter().filter_map(Number::known).collect();
    if let Some(scalar) = element
        && is_byte_string(scalar)
    {
        dimensions.push(scalar.size());
    }
    let one = element
        .map(|scalar| c_integer(scalar.kind(), &slot.element.size()).map_or_else(|| one_type(scalar), Into::into));
    if could_be(&field.field_type, &dimensions, one.as_deref()) {
        return true;
    }
    let expected = match one {
        Some(one) => dimensions.iter().rev().fold(one, |one, length| format!("[{one}; {length}]")),
        None => dimensions.iter().rev().fold("a record".into(), |one, length| format!("[{one}; {length}]")),
    };
    let found = shown(&field.field_type);
    let name = match &field.member {
        syn::Member::Named(name) => format!("`{name}`"),
        syn::Member::Unnamed(index) => index.index.to_string(),
    };
    let label = Label { span: of.item_span, text: format!("reads as `{expected}`"), is_primary: true };
    let help = match element.and_then(|_| item_of(&field.field_type)) {
        Some(code) => format!("make the field `{expected}`, or write `{code}` in the format"),
        None => format!("make the field `{expected}`"),
    };
    let headline = format!("field {name} is `{found}`, but its item in the format reads as `{expected}`");
    let drawing =
        Drawing { text: format.text(), headline: &headline, labels: &[label], help: Some(&help), origin: None };
    report.error(field.span, drawing.to_string());
    false
}

fn is_byte_string(scalar: Scalar) -> bool {
    model::is_text(scalar.kind())
}

/// The type of one item; of a byte string that of one byte.
fn one_type(scalar: Scalar) -> String {
    let bits = 8 * scalar.size();
    match scalar.kind() {
        ScalarKind::Int => format!("i{bits}"),
        ScalarKind::Uint | ScalarKind::Pointer => format!("u{bits}"),
        ScalarKind::Float if bits == 16 => "f32".into(),
        ScalarKind::Float => format!("f{bits}"),
        ScalarKind::Bool => "bool".into(),
        ScalarKind::Complex => format!("Complex<f{}>", bits / 2),
        ScalarKind::Pascal => format!("PascalText<[u8; {}]>", scalar.size()),
        _ => "u8".into(),
    }
}

/// Names that can only be the primitive types, in practice.
const PRIMITIVES: [&str; 17] = [
    "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "u128", "i128", "usize", "isize", "f32", "f64", "bool",
    "char", "String",
];

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

fn literal(length: &Expr) -> Option<usize> {
    match length {
        Expr::Lit(ExprLit { lit: Lit::Int(length), .. }) => length.base10_parse().ok(),
        _ => None,
    }
}

/// The item of a format that a type stands for, where tokens tell: `u32` is `I`, `[u8; 4]` is `4s`, `[[f32; 4]; 3]` is
/// `(3,4)f`.
pub(super) fn item_of(field_type: &Type) -> Option<String> {
    let (mut dimensions, mut inner) = (Vec::new(), field_type);
    loop {
        match inner {
            Type::Array(array) => {
                dimensions.push(literal(&array.len)?);
                inner = &array.elem;
            }
            Type::Paren(paren) => inner = &paren.elem,
            Type::Group(group) => inner = &group.elem,
            _ => break,
        }
    }
    let Type::Path(path) = inner else { return None };
    let name = path.path.get_ident()?.to_string();
    // The innermost array of bytes is a byte string.
    let text = if name == "u8" { dimensions.pop().map(|length| format!("{length}s")) } else { None };
    let code = match &*name {
        "i8" => "b",
        "u8" => text.as_deref().unwrap_or("B"),
        "i16" => "h",
        "u16" => "H",
        "i32" => "i",
        "u32" => "I",
        "i64" => "q",
        "u64" => "Q",
        "f32" => "f",
        "f64" => "d",
        "bool" => "?",
        _ => return None,
    }
    .to_string();
    if dimensions.is_empty() {
        return Some(code);
    }
    let shape: Vec<_> = dimensions.iter().map(ToString::to_string).collect();
    Some(format!("({}){code}", shape.join(",")))
}

/// A type as the user wrote it, near enough.
fn shown(of: &Type) -> String {
    let tokens = quote::quote!(#of).to_string();
    tokens
        .replace(" ;", ";")
        .replace("[ ", "[")
        .replace(" ]", "]")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
}
