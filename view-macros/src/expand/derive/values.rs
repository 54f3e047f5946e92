//! The methods of a derived struct: values in and out of bytes.

use std::fmt::Write as _;

use proc_macro2::Span;
use quote::{ToTokens, quote, quote_spanned};

use super::access::{nested_layout, read_slot, write_slot};
use super::constants::Constants;
use super::slots::Slot;
use crate::expand::Context;
use crate::expand::code::{Code, Fragment};
use crate::expand::record::{Output, Parameters, constants};
use crate::model::Record;
use crate::read::structs::Struct;

/// The methods of the struct itself.
pub(super) fn values(
    cx: &Context,
    item: &Struct,
    model: &Record,
    constants: &Constants,
    slots: &[Slot<'_>],
    output: &mut Output,
) {
    let names = Parameters::free_of(
        item.fields
            .iter()
            .map(|field| field.field_type.to_token_stream())
            .chain([item.name.to_token_stream(), item.generics.to_token_stream()]),
    );
    let (path, Constants { hidden, item: item_text, codes, .. }) = (&cx.path, constants);
    let is_generic = !item.generics.params.is_empty();
    let (of, code) = (Of::new(item), &mut output.types);
    let head = of.head(code);
    let vis = code.part(&Fragment::placeless(&item.visibility));
    let [format, size, layout] =
        [&constants.format, &constants.size, &constants.layout].map(|constant| code.part(constant));
    write!(code, "#[allow(dead_code)] impl {head} {{");
    self::constants(code, path, &vis, [&format, &size, &layout]);
    if let Some(text) = &constants.struct_format {
        let text = code.part(text);
        code.doc("The format without names and nesting, as Python's `struct` reads it.");
        write!(code, "{vis} const STRUCT_FORMAT: &'static {path}::str = {text};");
    }
    match is_generic {
        true => generic_methods(cx, &vis, &names, code),
        false => methods(cx, &vis, model, &names, code),
    }
    write!(code, "}}");
    if !hidden.is_empty() {
        let (head, hidden) = (of.head(code), code.part(&hidden.clone().into()));
        write!(code, "#[doc(hidden)] #[allow(dead_code)] impl {head} {{ {hidden} }}");
    }
    let (bodies, code) = (Bodies { cx, item, slots }, &mut output.traits);
    match is_generic {
        true => generic_traits(&of, &names, &bodies, [item_text, codes], code),
        false => made_traits(item, model, &names, &bodies, code),
    }
    for layout in slots.iter().filter_map(|slot| nested_layout(cx, slot)) {
        code.tokens(layout);
    }
}

/// The struct with its generics.
struct Of {
    parameters: Fragment,
    itself: Fragment,
}

impl Of {
    fn new(item: &Struct) -> Of {
        let (name, (parameters, arguments, _)) = (&item.name, item.generics.split_for_impl());
        if item.generics.params.is_empty() {
            return Of { parameters: "".into(), itself: name.to_string().into() };
        }
        Of { parameters: quote!(#parameters).into(), itself: quote!(#name #arguments).into() }
    }

    /// What stands behind `impl`.
    fn head(&self, code: &mut Code) -> String {
        let [parameters, itself] = [&self.parameters, &self.itself].map(|part| code.part(part));
        format!("{parameters} {itself}")
    }
}

/// What reads the values and writes them.
struct Bodies<'b> {
    cx: &'b Context,
    item: &'b Struct,
    slots: &'b [Slot<'b>],
}

impl Bodies<'_> {
    /// Whether all bytes are values.
    fn is_infallible(&self) -> bool {
        self.slots.iter().all(Slot::is_infallible)
    }

    /// Whether there is a use for the bytes.
    fn has_fields(&self) -> bool {
        !self.slots.is_empty()
    }

    fn read(&self, code: &mut Code) -> String {
        let path = &self.cx.path;
        let mut values = String::new();
        for slot in self.slots {
            let value = code.part(&read_slot(self.cx, slot));
            _ = write!(values, "{}: {value}, ", slot.field.member.to_token_stream());
        }
        for field in self.item.fields.iter().filter(|field| field.options.skip.is_some()) {
            let (member, span) = (&field.member, field.span.resolved_at(Span::call_site()));
            let default = quote_spanned!(span=> #member: ::core::default::Default::default(),);
            values.push_str(&code.part(&default.into()));
        }
        format!("{path}::Result::Ok({} {{ {values} }})", self.item.name)
    }

    fn write(&self, code: &mut Code) -> String {
        self.slots.iter().map(|slot| code.part(&write_slot(self.cx, slot))).collect::<Vec<_>>().join(" ")
    }
}

/// Those of a struct that has a record type as its view, from which all else follows.
fn made_traits(item: &Struct, model: &Record, names: &Parameters, bodies: &Bodies<'_>, code: &mut Code) {
    let (name, view, b) = (&item.name, &model.name, &names.bytes);
    let path = &bodies.cx.path;
    let of = match bodies.is_infallible() {
        true => "Self".into(),
        false => format!("{path}::Result<Self, {path}::UnpackError>"),
    };
    let unused = if bodies.has_fields() { "" } else { "let _ = (&bytes, at);" };
    let (read, write) = (bodies.read(code), bodies.write(code));
    write!(
        code,
        "impl {path}::RecordType for {name} {{
            type By = {path}::ByValue;
        }}
        impl {path}::Values for {name} {{
            type View = {view};
            type Of = {of};
            #[inline]
            fn read<{b}: {path}::Bytes>(bytes: &{b}, at: {path}::usize) -> {path}::Result<Self, {path}::UnpackError> {{
                {unused}
                {read}
            }}
            #[inline]
            fn write<{b}: {path}::BytesMut>(&self, bytes: &mut {b}, at: {path}::usize) {{
                {unused}
                {write}
            }}
        }}"
    );
}

/// Those of a generic struct, which has no such type.
fn generic_traits(of: &Of, names: &Parameters, bodies: &Bodies<'_>, texts: [&Fragment; 2], code: &mut Code) {
    let (path, b) = (&bodies.cx.path, &names.bytes);
    let [parameters, itself, item_text, codes] =
        [&of.parameters, &of.itself, texts[0], texts[1]].map(|part| code.part(part));
    let (read, write) = (bodies.read(code), bodies.write(code));
    write!(
        code,
        "impl {parameters} {path}::Nested for {itself} {{
            const SIZE: {path}::usize = <{itself}>::SIZE;
            const KIND: {path}::Kind = {path}::Kind::Record(<{itself}>::LAYOUT);
            const ITEM: &'static {path}::str = {item_text};
            const CODES: [{path}::Option<&'static {path}::str>; 2] = {codes};
            type View = Self;
            #[inline]
            fn read<{b}: {path}::Bytes>(bytes: &{b}, at: {path}::usize) -> {path}::Result<Self, {path}::UnpackError> {{
                let _ = (bytes, at);
                {read}
            }}
            #[inline]
            fn write<{b}: {path}::BytesMut>(&self, bytes: &mut {b}, at: {path}::usize) {{
                let _ = (&bytes, at);
                {write}
            }}
        }}"
    );
    // Reading many gives the values themselves where all bytes are some.
    let (of, read) = match bodies.is_infallible() {
        true => (
            itself.clone(),
            format!(
                "match {path}::Nested::read(bytes, at) {{
                    {path}::Result::Ok(values) => values,
                    {path}::Result::Err(_) => {path}::fallback(),
                }}"
            ),
        ),
        false => (format!("{path}::Result<{itself}, {path}::UnpackError>"), format!("{path}::Nested::read(bytes, at)")),
    };
    write!(
        code,
        "impl {parameters} {path}::Element for {itself} {{
            const SIZE: {path}::usize = <{itself}>::SIZE;
            type Order = ();
            type Of<'s, {b}: {path}::Bytes + 's> = {of};
            #[inline]
            fn read<'s, {b}: {path}::Bytes>(bytes: &'s {b}, at: {path}::usize, _: ()) -> {of} {{
                {read}
            }}
            fn accept(layout: &{path}::Layout) -> {path}::Option<()> {{
                if *layout == Self::LAYOUT {{ {path}::Option::Some(()) }} else {{ {path}::Option::None }}
            }}
            fn describe(_: ()) -> ({path}::Option<&'static {path}::str>, {path}::Layout) {{
                ({path}::Option::Some(<{itself}>::FORMAT), <{itself}>::LAYOUT)
            }}
        }}"
    );
}

/// Those of a struct whose size is one number.
fn methods(cx: &Context, vis: &str, model: &Record, names: &Parameters, code: &mut Code) {
    let Parameters { bytes: b, source: s, .. } = names;
    let path = &cx.path;
    let (view, size, shown) = (&model.name, code.part(&cx.number(&model.size)), &model.size);
    code.doc(&format!(
        "The values in exactly {shown} bytes.\n\n# Errors\nWhere there are fewer or more, or a field does not take what it finds."
    ));
    write!(
        code,
        "#[inline]
        {vis} fn unpack<{s}: {path}::Source<{size}>>(bytes: {s}) -> {path}::Result<Self, {path}::UnpackError> {{
            {path}::unpack_exact(bytes)
        }}"
    );
    code.doc(&format!(
        "The values in the {shown} bytes from `offset` on.\n\n# Errors\nWhere there are fewer, or a field does not take what it \
         finds."
    ));
    write!(
        code,
        "#[inline]
        {vis} fn unpack_from<{s}: {path}::Source<{size}>>(
            bytes: {s},
            offset: {path}::usize,
        ) -> {path}::Result<Self, {path}::UnpackError> {{
            {path}::unpack_at(bytes, offset)
        }}"
    );
    code.doc(&format!("The values as {shown} bytes. Padding is zero."));
    write!(code, "#[inline] {vis} fn pack(&self) -> [{path}::u8; {size}] {{ {path}::pack(self) }}");
    code.doc(&format!(
        "Writes the values to the first {shown} bytes. Padding becomes zero.\n\n# Errors\nWhere there are fewer bytes; then \
         nothing is written."
    ));
    write!(
        code,
        "#[inline]
        {vis} fn pack_into(&self, bytes: &mut [{path}::u8]) -> {path}::Result<(), {path}::SizeError> {{
            {path}::pack_into::<_, {size}>(self, bytes)
        }}"
    );
    let views = [
        ("view", "Bytes", "no values read. It writes where the bytes can be written."),
        ("view_mut", "BytesMut", "to write."),
    ];
    for (name, bound, what) in views {
        code.doc(&format!("A view of exactly {shown} bytes, {what}\n\n# Errors\nWhere there are fewer or more."));
        write!(
            code,
            "#[inline]
            {vis} fn {name}<{s}: {path}::Source<{size}, Array = {b}>, {b}: {path}::{bound}>(
                bytes: {s},
            ) -> {path}::Result<{view}<{b}>, {path}::SizeError> {{
                {view}::from_bytes(bytes)
            }}"
        );
    }
}

/// Those of a struct whose size depends on a parameter, which stable Rust cannot make the length of an array.
fn generic_methods(cx: &Context, vis: &str, names: &Parameters, code: &mut Code) {
    let (path, s) = (&cx.path, &names.source);
    code.doc(
        "The values in exactly `SIZE` bytes.\n\n# Errors\nWhere there are fewer or more, or a field does not take what it finds.",
    );
    write!(
        code,
        "#[inline]
        {vis} fn unpack<{s}: {path}::SliceSource>(bytes: {s}) -> {path}::Result<Self, {path}::UnpackError> {{
            let bytes = {path}::SliceSource::into_bytes(bytes);
            match {path}::Bytes::units(&bytes).len() {{
                got if got != Self::SIZE => {{
                    {path}::Result::Err({path}::UnpackError::Size({path}::SizeError::new(Self::SIZE, got)))
                }}
                _ => {path}::Nested::read(&bytes, 0),
            }}
        }}"
    );
    code.doc(
        "The values in the `SIZE` bytes from `offset` on.\n\n# Errors\nWhere there are fewer, or a field does not take what it finds.",
    );
    write!(
        code,
        "#[inline]
        {vis} fn unpack_from(bytes: &[{path}::u8], offset: {path}::usize) -> {path}::Result<Self, {path}::UnpackError> {{
            match bytes.get(offset..) {{
                {path}::Option::Some(rest) if rest.len() >= Self::SIZE => {path}::Nested::read(&rest, 0),
                rest => {{
                    let got = match rest {{
                        {path}::Option::Some(rest) => rest.len(),
                        {path}::Option::None => 0,
                    }};
                    {path}::Result::Err({path}::UnpackError::Size({path}::SizeError::at(offset, Self::SIZE, got)))
                }}
            }}
        }}"
    );
    code.doc(
        "Writes the values to the first `SIZE` bytes. Padding becomes zero.\n\n# Errors\nWhere there are fewer bytes; then \
         nothing is written.",
    );
    write!(
        code,
        "#[inline]
        {vis} fn pack_into(&self, bytes: &mut [{path}::u8]) -> {path}::Result<(), {path}::SizeError> {{
            let got = bytes.len();
            match bytes.get_mut(..Self::SIZE) {{
                {path}::Option::Some(bytes) => {{
                    bytes.fill(0);
                    let mut bytes = bytes;
                    {path}::Nested::write(self, &mut bytes, 0);
                    {path}::Result::Ok(())
                }}
                {path}::Option::None => {path}::Result::Err({path}::SizeError::new(Self::SIZE, got)),
            }}
        }}"
    );
}
