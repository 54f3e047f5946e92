//! Answers written by CPython, held against ours: sizes, offsets and refusals of format strings.
//!
//! The answers stand in `vectors/`, with the generator that wrote them; `VIEW_VECTORS` names another directory of the same
//! schema.

#[path = "vectors/buffers.rs"]
mod buffers;

use std::path::PathBuf;

use serde_json::Value;
use view_format::{Dialect, Field, Layout, Target, parse};

/// Whether the answers that stand here are read, whose numbers are known.
fn is_default_directory() -> bool {
    std::env::var_os("VIEW_VECTORS").is_none()
}

/// The lines of one file of vectors.
#[track_caller]
fn lines(file: &str) -> Vec<Value> {
    let directory = std::env::var_os("VIEW_VECTORS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors"), PathBuf::from);
    let path = directory.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines: Vec<_> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!lines.is_empty(), "{file} holds no lines");
    lines
}

fn number(of: &Value) -> usize {
    usize::try_from(of.as_u64().unwrap()).unwrap()
}

/// Size and fields of every valid format. A vector's field is `[code, count, offset, ..]`; padding and zero counts are
/// listed there too, which take no part in a layout.
#[track_caller]
fn layouts_agree(file: &str, target: &Target) {
    for line in lines(file) {
        let text = line["fmt"].as_str().unwrap();
        let layout = Layout::parse_as(text, Dialect::Struct, target).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        assert_eq!(layout.size(), number(&line["size"]), "size of {text:?}");
        assert_eq!(Layout::parse_for(text, target).as_ref(), Ok(&layout), "{text:?} in the other dialect");
        let canonical = [layout.to_format(), layout.to_struct_format()];
        for canonical in canonical.map(|format| format.unwrap_or_else(|| panic!("{text:?} has no canonical form"))) {
            let again = Layout::parse_for(&canonical, target).unwrap_or_else(|e| panic!("{canonical:?}: {e}"));
            assert_eq!(again.values(), layout.values(), "values of {text:?} and {canonical:?}");
            assert!(again == layout || text.contains('P'), "{text:?} and {canonical:?}");
        }
        let fields = line["fields"].as_array().unwrap().iter().filter(|field| {
            let (code, count) = (field[0].as_str().unwrap(), number(&field[1]));
            code != "x" && (count > 0 || matches!(code, "s" | "p"))
        });
        let expected: Vec<_> = fields.map(|field| (number(&field[2]), number(&field[1]))).collect();
        let count = |field: &Field| match field.kind() {
            view_format::Kind::Scalar(scalar) if is_string(scalar.kind()) => scalar.size(),
            _ => field.repeat(),
        };
        let got: Vec<_> = layout.fields().iter().map(|field| (field.offset(), count(field))).collect();
        assert_eq!(got, expected, "offsets and counts of {text:?}");
        if let Some(values) = line["unpacked"].as_array() {
            assert_eq!(layout.values(), values.len(), "number of values of {text:?}");
        }
        if !line["c_sizeof"].is_null() {
            assert_eq!(layout.padded_size(), number(&line["c_sizeof"]), "sizeof of {text:?}");
            assert_eq!(layout.align(), number(&line["c_align"]), "alignment of {text:?}");
        }
    }
}

fn is_string(kind: view_format::ScalarKind) -> bool {
    matches!(kind, view_format::ScalarKind::Bytes | view_format::ScalarKind::Pascal)
}

#[test]
fn struct_formats_have_the_sizes_and_offsets_of_cpython() {
    layouts_agree("struct_valid.jsonl", &Target::LP64);
}

#[test]
fn struct_formats_have_the_sizes_and_offsets_of_cpython_on_wasm32() {
    layouts_agree("wasm32-struct_valid.jsonl", &Target::ILP32);
}

#[test]
fn native_layouts_are_those_of_c_on_x86_64() {
    layouts_agree("layout.jsonl", &Target::LP64);
}

#[test]
fn native_layouts_are_those_of_c_on_wasm32() {
    layouts_agree("wasm32-layout.jsonl", &Target::ILP32);
}

/// CPython's exception and message, and the diagnostics of ours that mean the same.
const REFUSALS: &[(&str, &[&str])] = &[
    ("embedded null character", &["nul"]),
    // A code with digits behind it is also how numpy spells a type: `b1`.
    ("repeat count given without format specifier", &["count-without-code", "unknown-code"]),
    ("total struct size too long", &["size-overflow"]),
    (
        "bad char in struct format",
        &[
            "unknown-code",
            "native-only-code",
            "mark-not-first",
            "space-in-item",
            "count-without-code",
            "not-in-struct",
            "stray-brace",
            "stray-parenthesis",
            "stray-comma",
            "unclosed-parenthesis",
            "unclosed-name",
            "unclosed-brace",
            "name-without-code",
            "unsupported-complex",
            "non-ascii",
            "nul",
        ],
    ),
    // Python's str cannot be turned into ASCII before struct sees it, whatever else is wrong.
    ("UnicodeEncodeError", &["non-ascii", "not-in-struct", "unclosed-name", "name-without-code", "unknown-code"]),
];

/// What CPython 3.13 refuses and we read, with how many lines of the answers that stand here have it: the complex codes of
/// CPython 3.14 and 3.15. The docs of `view_format::check::reading` have the same table.
const ACCEPTED: &[(&str, usize)] = &[("F", 0), ("D", 0), ("Zf", 1), ("Zd", 1)];

/// The code of a later Python that a format has.
fn of_a_later_python(text: &str) -> Option<&'static str> {
    ACCEPTED.iter().map(|(code, _)| *code).find(|code| text.contains(code))
}

#[test]
fn struct_refuses_what_cpython_refuses() {
    let mut accepted: Vec<_> = ACCEPTED.iter().map(|(code, _)| (*code, 0)).collect();
    for line in lines("struct_invalid.jsonl") {
        let text = line["fmt"].as_str().unwrap();
        let message = match line["exc"].as_str().unwrap() {
            "UnicodeEncodeError" => "UnicodeEncodeError",
            _ => line["msg"].as_str().unwrap(),
        };
        let Err(error) = Layout::parse_as(text, Dialect::Struct, &Target::LP64) else {
            let code = of_a_later_python(text).unwrap_or_else(|| panic!("{text:?} was accepted"));
            accepted.iter_mut().filter(|(c, _)| *c == code).for_each(|(_, n)| *n += 1);
            continue;
        };
        let (_, ids) = REFUSALS.iter().find(|(m, _)| *m == message).unwrap_or_else(|| panic!("{message:?} is new"));
        let found: Vec<_> = error.diagnostics().iter().map(|diagnostic| diagnostic.id()).collect();
        assert!(found.iter().any(|id| ids.contains(id)), "{text:?}: {message}, not {found:?}");
    }
    println!("formats of a later Python that were accepted: {accepted:?}");
    assert!(!is_default_directory() || accepted == ACCEPTED);
}

#[test]
fn every_text_prints_back() {
    for file in ["struct_valid.jsonl", "struct_invalid.jsonl", "layout.jsonl"] {
        for line in lines(file) {
            let text = line["fmt"].as_str().unwrap();
            for dialect in [Dialect::Struct, Dialect::Pep3118] {
                assert_eq!(parse(text, dialect).format.to_string(), text);
            }
        }
    }
}
