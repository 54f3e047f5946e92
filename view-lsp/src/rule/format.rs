//! Mistakes of a format. Their names are the ids of [`DiagnosticKind`](view_format::DiagnosticKind).

use view_format::Severity;

use super::{Example, Rule, python, rust};

/// A mistake in a format: it fails when it is read, and in `view!` it does not compile.
const fn error(code: &'static str, name: &'static str, summary: &'static str, bad: Example, good: Example) -> Rule {
    let why = match bad.language {
        crate::language::Language::Python => "Python raises `struct.error` when the line runs.",
        crate::language::Language::Rust => "In `view!` it does not compile; at run time it is an error.",
    };
    Rule { code, name, severity: Severity::Error, is_default: true, summary, why, bad, good }
}

macro_rules! unpack {
    ($format:literal) => {
        python(concat!("import struct\nstruct.unpack(", $format, ", data)\n"))
    };
}

macro_rules! view {
    ($format:literal) => {
        rust(concat!("view_core::view! {\n    struct Item = ", $format, ";\n}\n"))
    };
}

pub(super) const RULES: &[Rule] = &[
    error("VF001", "unknown-code", "a character that is no code", unpack!(r#""<2Ik""#), unpack!(r#""<2IH""#)),
    error("VF002", "indefinite-code", "a code without one agreed size", view!(r#""<u:id:""#), view!(r#""<H:id:""#)),
    error(
        "VF003",
        "native-only-code",
        "a code of native sizes after a mark that asks for standard ones",
        unpack!(r#""<P""#),
        unpack!(r#""<Q""#),
    ),
    error(
        "VF004",
        "unsupported-complex",
        "`Z` before something that is no floating-point code",
        view!(r#""<Zi:z:""#),
        view!(r#""<Zf:z:""#),
    ),
    error("VF005", "count-without-code", "digits that no code follows", unpack!(r#""<3""#), unpack!(r#""<3B""#)),
    error(
        "VF006",
        "shape-without-code",
        "a shape that no code follows",
        view!(r#""<i:a: (3)""#),
        view!(r#""<i:a: (3)i:b:""#),
    ),
    error("VF007", "space-in-item", "white space between count and code", unpack!(r#""<3 i""#), unpack!(r#""<3i""#)),
    error("VF008", "second-count", "two counts in one item", view!(r#""<2(3)4i:a:""#), view!(r#""<(3,4)i:a:""#)),
    error(
        "VF009",
        "mark-not-first",
        "a byte order mark that is not the first character",
        unpack!(r#""H<I""#),
        unpack!(r#""<HI""#),
    ),
    error("VF010", "unclosed-brace", "a brace that is never closed", view!(r#""T{<i:a:""#), view!(r#""T{<i:a:}""#)),
    error("VF011", "stray-brace", "a brace that belongs to nothing", view!(r#""<i:a:}""#), view!(r#""<i:a:""#)),
    error(
        "VF012",
        "unclosed-parenthesis",
        "a parenthesis that is never closed",
        view!(r#""<(3i:a:""#),
        view!(r#""<(3)i:a:""#),
    ),
    error(
        "VF013",
        "stray-parenthesis",
        "a parenthesis that was never opened",
        unpack!(r#""<3)i""#),
        unpack!(r#""<3i""#),
    ),
    error("VF014", "stray-comma", "a comma between items", unpack!(r#""<i,h""#), unpack!(r#""<ih""#)),
    error("VF015", "empty-shape", "a shape without a number", view!(r#""<()i:a:""#), view!(r#""<i:a:""#)),
    error("VF016", "zero-dimension", "an array without elements", view!(r#""<(3,0)i:a:""#), view!(r#""<(3)i:a:""#)),
    error("VF017", "repeated-nothing", "many of what takes no bytes", view!(r#""<9T{}:a: i:b:""#), view!(r#""<i:b:""#)),
    error("VF018", "bad-dimension", "a dimension that is no number", view!(r#""<(n)i:a:""#), view!(r#""<(3)i:a:""#)),
    error("VF019", "unclosed-name", "a name without its second colon", view!(r#""<i:a""#), view!(r#""<i:a:""#)),
    Rule {
        severity: Severity::Warning,
        why: "The item has no name, as if nothing had been written.",
        ..error("VF020", "empty-name", "nothing between the colons", view!(r#""<i::""#), view!(r#""<i:a:""#))
    },
    error(
        "VF021",
        "name-without-code",
        "a name that no code stands before",
        view!(r#""<:a: i:b:""#),
        view!(r#""<i:b:""#),
    ),
    error(
        "VF022",
        "duplicate-name",
        "two fields with the same name",
        view!(r#""<h:x: h:x:""#),
        view!(r#""<h:x: h:y:""#),
    ),
    error("VF023", "pointer-to-nothing", "a pointer that no item follows", view!(r#""<i:a: &""#), view!(r#""<i:a:""#)),
    error("VF024", "nul", "a NUL character", unpack!(r#""<i\0""#), unpack!(r#""<i""#)),
    error("VF025", "non-ascii", "a character that is not ASCII", unpack!(r#""<ié""#), unpack!(r#""<i""#)),
    error(
        "VF026",
        "not-in-struct",
        "something of PEP 3118 in a format of `struct`",
        unpack!(r#""<i:a:""#),
        unpack!(r#""<i""#),
    ),
    error(
        "VF027",
        "size-overflow",
        "a size larger than memory can be",
        unpack!(r#""<9223372036854775808x""#),
        unpack!(r#""<9x""#),
    ),
    error(
        "VF028",
        "too-deep",
        "structs nested beyond the limit",
        view!(
            r#""T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{T{B""#
        ),
        view!(r#""T{T{B}}""#),
    ),
    error("VF029", "too-many-items", "more items than the limit", rust(""), rust("")),
    error(
        "VF030",
        "too-many-dimensions",
        "more dimensions in one item than the limit",
        view!(
            r#""<(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1)B:a:""#
        ),
        view!(r#""<(1,1)B:a:""#),
    ),
    error("VF031", "text-too-long", "a format longer than the limit", rust(""), rust("")),
    Rule {
        why: "Where a colon is missing, or one is too many, all that follows is read as what it is not.",
        ..error(
            "VF032",
            "misread-name",
            "a name that can hardly be one",
            view!(r#""<h:x h:y:""#),
            view!(r#""<h:x: h:y:""#),
        )
    },
];
