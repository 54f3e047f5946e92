//! The methods of one field.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use view_format::ScalarKind;

use super::Context;
use super::code::{Code, Fragment, span};
use super::scalar::{Access, ScalarTokens, scalar};
use crate::model::{Element, Field, Number, Order};
use crate::names::is_snake_case;

/// What a field is made of, once strings of UCS-4 characters are seen as arrays of numbers.
pub(super) struct FieldTokens {
    pub(super) element: ElementTokens,
    /// Bytes of one element.
    pub(super) element_size: Number,
    pub(super) dimensions: Vec<Number>,
}

pub(super) enum ElementTokens {
    Scalar(Rc<ScalarTokens>),
    Record(Ident),
    /// A type of the user's, which says what its views are.
    Own {
        own: TokenStream,
        view: TokenStream,
    },
}

impl ElementTokens {
    /// Views of such elements, as a type. What is wrong with a type of the user's is shown at that type, once.
    pub(super) fn typed_view(&self, cx: &Context, code: &mut Code, bytes: &str, rank: &str) -> String {
        let path = &cx.path;
        let ElementTokens::Own { own, view } = self else {
            let element = code.part(&self.element());
            return format!("{path}::TypedView<{bytes}, {element}, {rank}>");
        };
        let span = span(own);
        let path = Ident::new(&path.to_string(), span);
        let start = code.part(&quote_spanned!(span=> #path::TypedView<).into());
        let view = code.part(&view.clone().into());
        let end = code.part(&quote_spanned!(span=> >).into());
        format!("{start}{bytes}, {view}, {rank}{end}")
    }

    /// The type that implements `Element`.
    pub(super) fn element(&self) -> Fragment {
        match self {
            ElementTokens::Scalar(scalar) => scalar.element.clone(),
            ElementTokens::Record(name) => name.to_string().into(),
            ElementTokens::Own { view, .. } => view.clone().into(),
        }
    }
}

pub(super) fn field_tokens(cx: &Context, field: &Field) -> FieldTokens {
    let mut dimensions = field.dimensions();
    let mut element_size = field.element.size();
    let element = match &field.element {
        Element::Record(record) => ElementTokens::Record(record.name.clone()),
        Element::Own { own, .. } => ElementTokens::Own { own: own.clone(), view: cx.nested(own, "View") },
        Element::Scalar { scalar: of, order, .. } if of.kind() == ScalarKind::Ucs4 => {
            dimensions.push(Number::Known(of.size() / 4));
            element_size = Number::Known(4);
            let character = view_format::Scalar::new(ScalarKind::Uint, 4, of.order());
            ElementTokens::Scalar(scalar(cx, character, *order, &element_size))
        }
        Element::Scalar { scalar: of, order, size } => ElementTokens::Scalar(scalar(cx, *of, *order, size)),
    };
    FieldTokens { element, element_size, dimensions }
}

/// The getters and setters of a field, as they are written.
struct Methods<'m> {
    path: &'m Ident,
    visibility: &'m Fragment,
    /// What holds the bytes.
    bytes: &'m Ident,
    field: &'m Field,
    name: &'m Ident,
    set: Ident,
    name_mut: Ident,
    is_snake_case: bool,
}

impl Methods<'_> {
    /// One of them, up to its name.
    fn start(&self, code: &mut Code, doc: &str, name: &Ident) {
        code.doc(doc);
        let visibility = code.part(self.visibility);
        let allow = if self.is_snake_case { "" } else { "#[allow(non_snake_case)]" };
        write!(code, "{allow} #[inline(always)] {visibility} fn ");
        code.tokens(name);
    }

    fn get(&self, code: &mut Code, what: &str, value: &str, body: &str) {
        self.start(code, &self.place(what), self.name);
        write!(code, "(&self) -> {value} {{ {body} }}");
    }

    fn set(&self, code: &mut Code, what: &str, argument: &str, body: &str) {
        self.start(code, &format!("Sets {}", self.place(what)), &self.set);
        let Methods { bytes, path, .. } = self;
        write!(code, "(&mut self, value: {argument}) where {bytes}: {path}::BytesMut {{ {body} }}");
    }

    fn get_mut(&self, code: &mut Code, what: &str, value: &str, body: &str) {
        self.start(code, &format!("{}, to write", self.place(what)), &self.name_mut);
        let Methods { bytes, path, .. } = self;
        write!(code, "(&mut self) -> {value} where {bytes}: {path}::BytesMut {{ {body} }}");
    }

    /// The item and where it is.
    fn place(&self, what: &str) -> String {
        let item = self.field.item.trim();
        match &self.field.offset {
            Number::Computed(_) => format!("`{item}`: {what}"),
            offset => format!("`{item}` at {offset}: {what}"),
        }
    }
}

/// The getter and, over bytes that can be written, the setter or the way in.
pub(super) fn methods(cx: &Context, visibility: &Fragment, bytes: &Ident, field: &Field, code: &mut Code) {
    let name = &field.name;
    let bare = &name.unraw().to_string();
    let tokens = field_tokens(cx, field);
    let methods = Methods {
        path: &cx.path,
        visibility,
        bytes,
        field,
        name,
        set: format_ident!("set_{bare}", span = name.span()),
        name_mut: format_ident!("{bare}_mut", span = name.span()),
        is_snake_case: is_snake_case(bare),
    };
    if !tokens.dimensions.is_empty() {
        return array(cx, &methods, &tokens, code);
    }
    match &tokens.element {
        ElementTokens::Record(record) => {
            let what = format!("[`{record}`]");
            let (size, offset) = (code.part(&cx.number(&tokens.element_size)), code.part(&cx.running(&field.offset)));
            let value = |part: &str| format!("{record}<{bytes}::{part}<'_, {size}>>");
            methods.get(code, &what, &value("Part"), &format!("{record}(self.0.part({offset}))"));
            methods.get_mut(code, &what, &value("PartMut"), &format!("{record}(self.0.part_mut({offset}))"));
        }
        ElementTokens::Own { own, view } => nested(cx, &methods, [own, view], code),
        ElementTokens::Scalar(scalar) => match &field.value {
            Some(own) => variant(cx, &methods, own, scalar, code),
            None => one(cx, &methods, scalar, code),
        },
    }
}

/// Of one scalar.
fn one(cx: &Context, methods: &Methods<'_>, scalar: &ScalarTokens, code: &mut Code) {
    let what = format!("`{}`{}", scalar.doc, order_words(methods.field));
    let path = &cx.path;
    let (bytes, offset) = (methods.bytes, code.part(&cx.running(&methods.field.offset)));
    let (value, load, argument, store) = match &scalar.access {
        Access::Loaded { value, load, store } => {
            (value.clone(), format!("self.0.{load}({offset})"), None, format!("self.0.{store}({offset}, value)"))
        }
        Access::Native { value } => (
            value.clone(),
            format!("<{value}>::from_ne_bytes(self.0.load({offset}))"),
            None,
            format!("self.0.store({offset}, value.to_ne_bytes())"),
        ),
        Access::ByElement { value } => {
            let element = code.part(&scalar.element);
            (
                value.clone(),
                format!("<{element} as {path}::Element>::read(&self.0, {offset}, ())"),
                None,
                format!("{path}::Raw::store(<{element} as {path}::Scalar>::encode(value, ()), &mut self.0, {offset})"),
            )
        }
        Access::Text { length } => {
            let length = code.part(length);
            (
                format!("{bytes}::Text<'_, {length}>"),
                format!("self.0.text({offset})"),
                Some(format!("&[{path}::u8; {length}]")),
                format!("self.0.store({offset}, *value)"),
            )
        }
        Access::Pascal { length } => {
            let length = code.part(length);
            (
                format!("{path}::PascalText<{bytes}::Text<'_, {length}>>"),
                format!("{path}::PascalText::new(self.0.text({offset}))"),
                Some(format!("&[{path}::u8]")),
                format!("self.0.store({offset}, {path}::pascal_bytes::<{length}>(value))"),
            )
        }
    };
    methods.get(code, &what, &value, &load);
    methods.set(code, &what, &argument.unwrap_or(value), &store);
}

/// Of an array: views of its elements.
fn array(cx: &Context, methods: &Methods<'_>, tokens: &FieldTokens, code: &mut Code) {
    let shape = shown_shape(&tokens.dimensions);
    let what = match &tokens.element {
        ElementTokens::Scalar(scalar) => format!("{shape} of `{}`", scalar.doc),
        ElementTokens::Record(name) => format!("{shape} of [`{name}`]"),
        ElementTokens::Own { own, .. } => format!("{shape} of `{own}`"),
    };
    let (path, bytes, rank) = (&cx.path, methods.bytes, tokens.dimensions.len().to_string());
    let offset = code.part(&cx.running(&methods.field.offset));
    let lengths: Vec<_> = tokens.dimensions.iter().map(|length| code.part(&cx.running(length))).collect();
    let lengths = lengths.join(", ");
    let length = code.part(&cx.number(&product(&tokens.element_size, &tokens.dimensions)));
    let body = |part: &str| format!("{path}::TypedView::__contiguous(self.0.{part}({offset}), [{lengths}])");
    let view = tokens.element.typed_view(cx, code, &format!("{bytes}::Part<'_, {length}>"), &rank);
    methods.get(code, &what, &view, &body("part"));
    let view = tokens.element.typed_view(cx, code, &format!("{bytes}::PartMut<'_, {length}>"), &rank);
    methods.get_mut(code, &what, &view, &body("part_mut"));
}

/// Of a type of the user's.
fn nested(cx: &Context, methods: &Methods<'_>, [own, view]: [&TokenStream; 2], code: &mut Code) {
    let (path, bytes, what) = (&cx.path, methods.bytes, format!("`{own}`"));
    let span = span(own);
    let [of, read] = ["Of", "read"].map(|item| Ident::new(item, span));
    let of = code.part(&quote_spanned!(span=> <#view as #path::Element>::#of<'_, #bytes>).into());
    let read = code.part(&quote_spanned!(span=> <#view as #path::Element>::#read).into());
    let write = code.part(&cx.nested(own, "write").into());
    let own = code.part(&own.clone().into());
    let offset = code.part(&cx.running(&methods.field.offset));
    methods.get(code, &what, &of, &format!("{read}(&self.0, {offset}, ())"));
    let borrow = format!("::core::borrow::Borrow<{own}>");
    methods.set(
        code,
        &what,
        &format!("impl {borrow}"),
        &format!("{write}(::core::borrow::Borrow::<{own}>::borrow(&value), &mut self.0, {offset})"),
    );
    // Where the type is a record; an enum is set.
    methods.start(code, &format!("{}, to write its fields", methods.place(&what)), &methods.name_mut);
    write!(
        code,
        "<V_: {path}::Record>(&mut self) -> V_::Mut<'_, {bytes}> where {own}: {path}::NestedAs<V_>, {bytes}: {path}::BytesMut {{
            V_::__read_mut(&mut self.0, {offset})
        }}"
    );
}

/// Of a number that is read as an enum.
fn variant(cx: &Context, methods: &Methods<'_>, own: &TokenStream, scalar: &ScalarTokens, code: &mut Code) {
    let path = &cx.path;
    let what = format!("`{own}`, a `{}`{}", scalar.doc, order_words(methods.field));
    let number = scalar.access.owned_type(path);
    let span = span(own).resolved_at(Span::call_site());
    let field_of = code.part(&quote_spanned!(span=> <#own as #path::FieldOf<#number>>).into());
    let (own, element) = (code.part(&own.clone().into()), code.part(&scalar.element));
    let offset = code.part(&cx.running(&methods.field.offset));
    methods.get(
        code,
        &what,
        &format!("{path}::Result<{own}, {path}::VariantError>"),
        &format!("{field_of}::from_item(<{element} as {path}::Element>::read(&self.0, {offset}, ()))"),
    );
    let item = format!("{field_of}::to_item(::core::borrow::Borrow::borrow(&value))");
    methods.set(
        code,
        &what,
        &format!("impl ::core::borrow::Borrow<{own}>"),
        &format!("{path}::Raw::store(<{element} as {path}::Scalar>::encode({item}, ()), &mut self.0, {offset})"),
    );
}

/// As much as all elements of these dimensions take.
pub(super) fn product(one: &Number, dimensions: &[Number]) -> Number {
    dimensions.iter().fold(one.clone(), |size, length| match (size, length) {
        // Layouts are checked: what they hold has a size.
        (size, Number::Known(length)) => size.times(*length).unwrap_or(Number::Known(0)),
        (Number::Known(size), length) => length.times(size).unwrap_or(Number::Known(0)),
        (Number::Computed(size), Number::Computed(length)) => Number::Computed(quote!((#size) * (#length))),
        (size, _) => size,
    })
}

fn shown_shape(dimensions: &[Number]) -> String {
    let lengths = dimensions.iter().map(|length| match length {
        Number::Computed(length) => length.to_string(),
        length => length.to_string(),
    });
    format!("[{}]", lengths.collect::<Vec<_>>().join(", "))
}

/// The byte order of a field, for its docs.
fn order_words(field: &Field) -> &'static str {
    match &field.element {
        Element::Scalar { scalar, order, .. } if scalar.size() > 1 && scalar.kind().has_byte_order() => match order {
            Order::Little => ", little-endian",
            Order::Big => ", big-endian",
            Order::Native => ", in the target's byte order",
        },
        _ => "",
    }
}
