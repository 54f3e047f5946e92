//! Records in Rust: what `view!` and `#[derive(Record)]` ask of a format beyond its being valid.

use view_format::Severity;

use super::{Rule, rust};

const fn error(code: &'static str, name: &'static str, summary: &'static str, why: &'static str) -> Rule {
    let none = rust("");
    Rule { code, name, severity: Severity::Error, is_default: true, summary, why, bad: none, good: none }
}

macro_rules! view {
    ($format:literal) => {
        rust(concat!("view_core::view! {\n    struct Point = ", $format, ";\n}\n"))
    };
}

macro_rules! derive {
    ($format:literal, $field:literal) => {
        rust(concat!(
            "#[derive(view_core::Record)]\n#[view(format = ",
            $format,
            ")]\nstruct Size {\n    ",
            $field,
            "\n}\n"
        ))
    };
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        bad: view!(r#""@g:x:""#),
        good: view!(r#""@16s:x:""#),
        ..error(
            "VF301",
            "long-double",
            "C's `long double` in a record",
            "It has another size on every platform, and Rust has no number for it.",
        )
    },
    Rule {
        bad: view!(r#""<h:file size:""#),
        good: view!(r#""<h:file_size:""#),
        ..error("VF302", "field-name", "a name that no method can have", "Every field becomes a method of its name.")
    },
    Rule {
        bad: view!(r#""<h:new:""#),
        good: view!(r#""<h:new_:""#),
        ..error(
            "VF303",
            "reserved-name",
            "a name that every record has for something else",
            "Its method would hide a constructor or a constant of the record.",
        )
    },
    Rule {
        bad: view!(r#""<h:x: h:set_x:""#),
        good: view!(r#""<h:x: h:second_x:""#),
        ..error(
            "VF304",
            "method-clash",
            "two fields whose methods have the same name",
            "A field `x` has the methods `x`, and `set_x` or `x_mut`.",
        )
    },
    Rule {
        bad: derive!(r#""<II""#, "width: u32,"),
        good: derive!(r#""<II""#, "width: u32,\n    height: u32,"),
        ..error(
            "VF305",
            "missing-field",
            "an item that no field of the struct holds",
            "Fields and values of the format pair up in order.",
        )
    },
    Rule {
        bad: derive!(r#""<I""#, "width: u32,\n    height: u32,"),
        good: derive!(r#""<II""#, "width: u32,\n    height: u32,"),
        ..error(
            "VF306",
            "extra-field",
            "a field that the format has no item for",
            "Fields and values of the format pair up in order.",
        )
    },
    Rule {
        bad: derive!(r#""<I""#, "width: u16,"),
        good: derive!(r#""<H""#, "width: u16,"),
        ..error(
            "VF307",
            "field-type",
            "a field of another type than its item reads as",
            "The derive compares what is written; what only the compiler knows (an alias) it tells itself.",
        )
    },
    Rule {
        bad: derive!(r#""<I:width:""#, "height: u32,"),
        good: derive!(r#""<I:width:""#, "width: u32,"),
        ..error(
            "VF308",
            "other-name",
            "a field of another name than its item",
            "Fields and items are in the same order.",
        )
    },
    Rule {
        bad: view!(r#""<T{h:x:}:a: T{h:y:}:a_:""#),
        good: view!(r#""<T{h:x:}:a: T{h:y:}:b:""#),
        ..error(
            "VF309",
            "same-type",
            "two records inside whose types have the same name",
            "The type of a record inside is called after the record and the field.",
        )
    },
];
