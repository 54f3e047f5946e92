//! A layout spelled as a constant expression.

use proc_macro2::Ident;
use view_format::{Scalar, ScalarKind};

use super::Context;
use super::code::{Code, Fragment};
use crate::model::{Element, Field, Number, Order, Record};

/// An expression of type `Layout`, made of constants only. Nested records name the constant of their own type.
pub(super) fn layout(cx: &Context, record: &Record) -> Fragment {
    let (mut code, path) = (Code::default(), &cx.path);
    let (size, align) = (code.part(&cx.number(&record.size)), code.part(&cx.number(&record.align)));
    let fields = code.part(&fields(cx, record));
    code.fragment(format!(
        "{{ const FIELDS: &[{path}::Field] = {fields}; {path}::Layout::baked({size}, {align}, FIELDS) }}"
    ))
}

/// All fields of a layout, as a constant of type `&'static [Field]`.
pub(super) fn fields(cx: &Context, record: &Record) -> Fragment {
    // One call for all, where they are as most are: a call for each takes the compiler longer.
    let path = &cx.path;
    let plain: Option<Vec<_>> = record.fields.iter().map(|field| plain(path, field)).collect();
    if let Some(plain) = plain.filter(|plain| !plain.is_empty()) {
        let names: Vec<_> = plain.iter().map(|(name, _)| name).collect();
        let kinds: Vec<_> = plain.iter().map(|(_, kind)| kind.as_str()).collect();
        let mut code = Code::default();
        let offsets: Vec<_> = record.fields.iter().map(|field| code.part(&cx.number(&field.offset))).collect();
        let text = format!("&{path}::named({names:?}, [{}], [{}])", offsets.join(", "), kinds.join(", "));
        return code.fragment(text);
    }
    let mut code = Code::default();
    let fields: Vec<_> = record.fields.iter().map(|it| code.part(&field(cx, it))).collect();
    let text = format!("&[{}]", fields.join(", "));
    code.fragment(text)
}

/// A field that is one value of a kind with a short name, and has a name itself: name, kind.
fn plain<'f>(path: &Ident, field: &'f Field) -> Option<(&'f str, String)> {
    let (Some(name), 1, []) = (&field.written_name, field.repeat, &field.shape[..]) else { return None };
    let Element::Scalar { scalar, order, size } = &field.element else { return None };
    Some((name, short_kind(path, scalar, *order, size)?))
}

/// One field of a layout.
pub(super) fn field(cx: &Context, field: &Field) -> Fragment {
    let (mut code, path) = (Code::default(), &cx.path);
    let (offset, repeat) = (code.part(&cx.number(&field.offset)), field.repeat);
    let kind = code.part(&kind(cx, &field.element));
    let name = match &field.written_name {
        Some(name) => format!("{path}::Option::Some({name:?})"),
        None => format!("{path}::Option::None"),
    };
    let shape: Vec<_> = field.shape.iter().map(|length| code.part(&cx.number(length))).collect();
    code.fragment(format!("{path}::Field::baked({name}, {offset}, {kind}, {repeat}, &[{}])", shape.join(", ")))
}

/// What one value of a field is.
fn kind(cx: &Context, element: &Element) -> Fragment {
    let path = &cx.path;
    match element {
        Element::Record(record) => format!("{path}::Kind::Record(<{}>::LAYOUT)", record.name).into(),
        Element::Own { own, .. } => cx.nested(own, "KIND").into(),
        Element::Scalar { scalar, order, size } => {
            if let Some(short) = short_kind(path, scalar, *order, size) {
                return format!("{path}::Kind::Scalar({short})").into();
            }
            let order = match order {
                Order::Little => "Little",
                Order::Big => "Big",
                Order::Native => "NATIVE",
            };
            let native = if scalar.saturates() { format!(".under({path}::Mark::Native)") } else { String::new() };
            let kind = scalar.kind();
            cx.number(size).within(
                &format!("{path}::Kind::Scalar({path}::LayoutScalar::new({path}::ScalarKind::{kind:?}, "),
                &format!(", {path}::ByteOrder::{order}){native})"),
            )
        }
    }
}

/// What the library calls it, if it has a name for it: most fields of most records are of few kinds.
fn short_kind(path: &Ident, scalar: &Scalar, order: Order, size: &Number) -> Option<String> {
    let size = size.known()?;
    let kind = scalar.kind();
    let order = match (order, size) {
        (Order::Little, 1) => "",
        (Order::Little, _) => "_LE",
        (Order::Big, 2..) => "_BE",
        _ => return None,
    };
    let has_name = match kind {
        _ if scalar.saturates() => false,
        ScalarKind::Bytes => return (order != "_BE").then(|| format!("{path}::baked::text({size})")),
        ScalarKind::Bool | ScalarKind::Char => size == 1,
        ScalarKind::Int | ScalarKind::Uint => matches!(size, 1 | 2 | 4 | 8),
        ScalarKind::Float => matches!(size, 4 | 8),
        _ => false,
    };
    has_name.then(|| format!("{path}::baked::{}", format!("{kind:?}{size}{order}").to_uppercase()))
}
