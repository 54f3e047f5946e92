//! What makes a record an element of views: the traits, its columns, and where its fields start.

use std::ops::RangeInclusive;

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::code::{Code, Fragment};
use super::field::{FieldTokens, field_tokens};
use super::record::{Parameters, Surroundings, free_name, type_names};
use super::texts::Texts;
use super::{Context, layout};
use crate::model::{Field, Record};

/// The offset of each field, as a constant that has a field of the same name.
fn offsets(cx: &Context, record: &Record, around: &Surroundings, offsets: &Ident, code: &mut Code) {
    let (path, name) = (&cx.path, &record.name);
    write!(
        code,
        "#[allow(dead_code, non_snake_case, unreachable_pub, missing_debug_implementations, missing_copy_implementations)]
        pub struct {offsets} "
    );
    code.braces(|code| {
        for field in &record.fields {
            write!(code, "pub ");
            code.tokens(&field.name);
            write!(code, ": {path}::usize, ");
        }
    });
    let visibility = code.part(&Fragment::placeless(&around.visibility));
    write!(code, "#[allow(dead_code)] impl {name} {{");
    code.doc("The byte at which each field starts.");
    write!(code, "{visibility} const OFFSETS: {offsets} = {offsets} {{");
    for field in &record.fields {
        let offset = code.part(&cx.number(&field.offset));
        write!(code, "{}: {offset},", field.name);
    }
    write!(code, "}}; }}");
}

/// For views of which ranks there are columns of fields that are arrays. Their rank is a sum, which stable Rust has no
/// type for, so that each is written out.
const ARRAY_COLUMNS: RangeInclusive<usize> = 1..=3;

/// The columns of fields that are arrays, of views of `rank` dimensions: the field's dimensions follow those.
fn array_columns(cx: &Context, fields: &[(&Field, FieldTokens)], bytes: &Ident, rank: usize, code: &mut Code) {
    for (field, tokens) in fields.iter().filter(|(_, tokens)| !tokens.dimensions.is_empty()) {
        let (inner, all) = (tokens.dimensions.len(), rank + tokens.dimensions.len());
        start(code, field);
        let view = tokens.element.typed_view(cx, code, &bytes.to_string(), &all.to_string());
        let (offset, element) = (code.part(&cx.running(&field.offset)), code.part(&tokens.element.element()));
        let lengths: Vec<_> = tokens.dimensions.iter().map(|length| code.part(&cx.running(length))).collect();
        let lengths = lengths.join(", ");
        write!(code, "(self) -> {view} {{ self.0.__field_array::<{element}, {inner}, {all}>({offset}, [{lengths}]) }}");
    }
}

/// A column, up to its name.
fn start(code: &mut Code, field: &Field) {
    code.doc(&format!("`{}` of all records.", field.item.trim()));
    write!(code, "#[inline(always)] pub fn ");
    code.tokens(&field.name);
}

/// To be an element of views, and to have columns.
pub(super) fn element(cx: &Context, record: &Record, around: &Surroundings, names: &Parameters, code: &mut Code) {
    let (path, name) = (&cx.path, &record.name);
    let Parameters { bytes: b, rank, .. } = names;
    let mut taken = Vec::new();
    type_names(record, &mut taken);
    let [columns, offsets] = ["Columns", "Offsets"].map(|what| free_name(&format!("{}{what}", name.unraw()), &taken));

    code.doc(&format!("The columns of many [`{name}`]s."));
    write!(
        code,
        "#[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[allow(missing_debug_implementations, unreachable_pub)]
        pub struct {columns}<{b}>({b});

        #[allow(dead_code, non_snake_case, unreachable_pub)]
        impl<{b}: {path}::Bytes, const {rank}: {path}::usize> {columns}<{path}::TypedView<{b}, {name}, {{ {rank} }}>> "
    );
    let fields: Vec<_> = record.fields.iter().map(|field| (field, field_tokens(cx, field))).collect();
    code.braces(|code| {
        for (field, tokens) in fields.iter().filter(|(_, tokens)| tokens.dimensions.is_empty()) {
            start(code, field);
            let view = tokens.element.typed_view(cx, code, &b.to_string(), &format!("{{ {rank} }}"));
            let offset = code.part(&cx.running(&field.offset));
            write!(code, "(self) -> {view} {{ self.0.__field({offset}) }}");
        }
    });
    if fields.iter().any(|(_, tokens)| !tokens.dimensions.is_empty()) {
        for rank in ARRAY_COLUMNS {
            write!(
                code,
                "#[allow(dead_code, non_snake_case, unreachable_pub)]
                impl<{b}: {path}::Bytes> {columns}<{path}::TypedView<{b}, {name}, {rank}>> "
            );
            code.braces(|code| array_columns(cx, &fields, b, rank, code));
        }
    }
    self::offsets(cx, record, around, &offsets, code);

    let (size, align) = (code.part(&cx.number(&record.size)), code.part(&cx.number(&record.align)));
    let fields = code.part(&layout::fields(cx, record));
    let [item, codes] = around.texts.clone().unwrap_or_else(|| {
        let Texts { item, codes, .. } = Texts::of(cx, record);
        [item.into(), codes.into()]
    });
    let [item, codes] = [item, codes].map(|text| code.part(&text));
    let debug = if around.derives.debug {
        format!(
            "fn debug<{b}: {path}::Bytes>(bytes: {b}, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{
                ::core::fmt::Debug::fmt(&{name}(bytes), f)
            }}"
        )
    } else {
        String::new()
    };
    write!(
        code,
        "impl {path}::RecordType for {name} {{
            type By = {path}::ByView;
        }}
        impl {path}::Viewed for {name} {{
            type Array = [{path}::u8; {size}];
            type Over<{b}> = {name}<{b}>;
            type Columns<{b}> = {columns}<{b}>;
            const FACTS: {path}::Facts = {path}::Facts {{
                format: <{name}>::FORMAT,
                size: {size},
                align: {align},
                fields: {fields},
                item: {item},
                codes: {codes},
            }};
            #[inline(always)]
            fn over<{b}>(bytes: {b}) -> {name}<{b}> {{
                {name}(bytes)
            }}
            #[inline(always)]
            fn columns<{b}>(view: {b}) -> {columns}<{b}> {{
                {columns}(view)
            }}
            #[inline(always)]
            fn bytes(&self) -> &[{path}::u8; {size}] {{
                &self.0
            }}
            {debug}
        }}
        {path}::export_record!({name});"
    );
}
