//! One snapshot for each kind of mistake: the picture, and the text with the fix made. `UPDATE_EXPECT=1` blesses them.

use std::fmt::Write;
use std::vec::Vec;

use expect_test::{Expect, expect};

use crate::{Diagnostic, Dialect, Picture, Target, parse};

fn diagnostics(text: &str, dialect: Dialect) -> Vec<Diagnostic> {
    let parse = parse(text, dialect);
    let mut diagnostics = parse.diagnostics;
    diagnostics.extend(parse.format.check(&Target::LP64).diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics
}

/// The picture of all mistakes in `text`; each fix must remove its own.
#[track_caller]
fn check(text: &str, expect: Expect) {
    let (text, dialect) = match text.strip_prefix("Struct:") {
        Some(text) => (text, Dialect::Struct),
        None => (text, Dialect::Pep3118),
    };
    let found = diagnostics(text, dialect);
    let mut out = std::format!("{}\n", Picture::new(text, &found));
    for diagnostic in &found {
        if let Some(fix) = diagnostic.fix() {
            let mended = fix.apply(text);
            writeln!(out, "  fix of {}: {} -> {mended:?}", diagnostic.id(), fix.title).unwrap();
            let left = diagnostics(&mended, dialect);
            assert!(left.len() < found.len(), "{mended:?} is no better: {left:?}");
        }
    }
    expect.assert_eq(&out);
}

#[test]
fn a_struct_and_two_codes_without_a_size() {
    check(
        "<2I uHz",
        expect![[r#"
        code `u` has no agreed size
          |
          | "<2I uHz"
          |      ^ no layout
          |
          = help: for an unsigned 16-bit integer write `H`; for a string of 4-byte characters `w`

        code `z` has no agreed size
          |
          | "<2I uHz"
          |        ^ no layout
          |
          = help: it is a pointer to a string; for its address write `P`, for bytes in place `16s`, for a complex number `Zd`
          fix of indefinite-code: write `H` -> "<2I HHz"
    "#]],
    );
}

#[test]
fn unknown_code() {
    check(
        "<2I 3~h",
        expect![[r#"
        unknown code `~`
          |
          | "<2I 3~h"
          |       ^ not a code
          |
          = help: codes are `x c b B ? h H i I l L q Q n N e f d s p P`, and of PEP 3118 `g w Zf Zd Zg T{}`
    "#]],
    );
}

#[test]
fn foreign_type() {
    check(
        "<int32 f4:x:",
        expect![[r#"
        unknown code `int32`
          |
          | "<int32 f4:x:"
          |   ^^^^^ not a run of codes
          |
          = help: for a signed 32-bit integer write `i`

        unknown code `f4`
          |
          | "<int32 f4:x:"
          |         ^^ not a run of codes
          |
          = help: for a single-precision float write `f`
          fix of unknown-code: write `i` -> "<i f4:x:"
          fix of unknown-code: write `f` -> "<int32 f:x:"
    "#]],
    );
}

#[test]
fn indefinite_codes() {
    check(
        "<O & X{ab}t",
        expect![[r#"
        code `O` has no agreed size
          |
          | "<O & X{ab}t"
          |   ^ no layout
          |
          = help: it is a pointer that means something inside one Python process; for an address write `P`

        pointer to nothing
          |
          | "<O & X{ab}t"
          |     ^
          |
          = help: what it points to follows: `&d`

        code `X{}` has no agreed size
          |
          | "<O & X{ab}t"
          |       ^^^^^ no layout
          |
          = help: for an address write `P`

        code `t` has no agreed size
          |
          | "<O & X{ab}t"
          |            ^ no layout
          |
          = help: whole bytes have codes: write `B` and take the bits from it
    "#]],
    );
}

#[test]
fn native_only_code() {
    check(
        "<in",
        expect![[r#"
        code `n` exists in native sizes only, not after `<`
          |
          | "<in"
          |    ^ no standard size
          |  - asks for standard sizes
          |
          = help: for a signed 64-bit integer write `q`; native sizes need `@` or no mark
          fix of native-only-code: write `q` -> "<iq"
    "#]],
    );
}

#[test]
fn unsupported_complex() {
    check(
        "Zi",
        expect![[r#"
        `Zi` is no complex number
          |
          | "Zi"
          |  ^^
          |
          = help: complex numbers are `Zf` (two floats), `Zd` (two doubles) and `Zg`
    "#]],
    );
}

#[test]
fn count_without_code() {
    check(
        "<i3",
        expect![[r#"
        count without a code
          |
          | "<i3"
          |    ^ a code must follow
          |
          = help: a count stands before its code: `4h`, not `h4`
    "#]],
    );
}

#[test]
fn shape_without_code() {
    check(
        "(3)",
        expect![[r#"
        shape without a code
          |
          | "(3)"
          |  ^^^ a code must follow
          |
          = help: a shape stands before its code: `(3,4)f`
    "#]],
    );
}

#[test]
fn space_in_item() {
    check(
        "<3 i",
        expect![[r#"
        white space inside an item
          |
          | "<3 i"
          |    ^ not allowed here
          |
          = help: write count and code together: `3i`
          fix of space-in-item: remove it -> "<3i"
    "#]],
    );
}

#[test]
fn second_count() {
    check(
        "2(3)4i",
        expect![[r#"
        second count in one item
          |
          | "2(3)4i"
          |      ^
          |  - the first count
          |
          = help: write an array of arrays as a shape: `(2,4)i`
    "#]],
    );
}

#[test]
fn mark_not_first() {
    check(
        "Struct:i<h",
        expect![[r#"
        order mark `<` is not the first character
          |
          | "i<h"
          |   ^ not at the start
          |
          = help: `struct` has one byte order for the whole format: move the mark to the start, or use two formats
    "#]],
    );
}

#[test]
fn second_mark() {
    check(
        "Struct:<>h",
        expect![[r#"
        order mark `>` is not the first character
          |
          | "<>h"
          |   ^ not at the start
          |  - the order is chosen here
          |
          = help: `struct` has one byte order for the whole format: move the mark to the start, or use two formats
    "#]],
    );
}

#[test]
fn unclosed_brace() {
    check(
        "T{i:a:",
        expect![[r#"
        brace is never closed
          |
          | "T{i:a:"
          |  ^^ opened here
          |
          = help: close it with `}`
    "#]],
    );
}

#[test]
fn stray_braces() {
    check(
        "i} {h",
        expect![[r#"
        `}` closes nothing
          |
          | "i} {h"
          |   ^
          |
          = help: remove it, or open a struct with `T{`

        `{` without a `T` before it
          |
          | "i} {h"
          |     ^
          |
          = help: a struct is written `T{...}`
          fix of stray-brace: remove it -> "i {h"
    "#]],
    );
}

#[test]
fn unclosed_parenthesis() {
    check(
        "(3,4f",
        expect![[r#"
        parenthesis is never closed
          |
          | "(3,4f"
          |  ^ opened here
          |
          = help: close the shape with `)`: `(3,4)f`
    "#]],
    );
}

#[test]
fn stray_parenthesis() {
    check(
        "3)i",
        expect![[r#"
            `)` closes nothing
              |
              | "3)i"
              |   ^
              |
              = help: remove it, or open a shape with `(`
              fix of stray-parenthesis: remove it -> "3i"
        "#]],
    );
}

#[test]
fn stray_comma() {
    check(
        "i,h",
        expect![[r#"
        comma between items
          |
          | "i,h"
          |   ^
          |
          = help: separate items with spaces, or with nothing
          fix of stray-comma: write a space -> "i h"
    "#]],
    );
}

#[test]
fn empty_shape() {
    check(
        "()i",
        expect![[r#"
        shape without a number
          |
          | "()i"
          |  ^^
          |
          = help: write the dimensions, as in `(3,4)f`, or no shape for a single item
    "#]],
    );
}

#[test]
fn bad_dimension() {
    check(
        "(3,x)i",
        expect![[r#"
        dimension that is no number
          |
          | "(3,x)i"
          |     ^
          |
          = help: dimensions are whole numbers, separated by commas: `(3,4)f`
    "#]],
    );
}

#[test]
fn zero_dimension() {
    check(
        "(3,0)i 0h:a:",
        expect![[r#"
        array without elements
          |
          | "(3,0)i 0h:a:"
          |     ^
          |
          = help: leave the item out, or write how many there are

        array without elements
          |
          | "(3,0)i 0h:a:"
          |         ^
          |
          = help: leave the item out, or write how many there are
    "#]],
    );
}

#[test]
fn repeated_nothing() {
    check(
        "9T{} (4)0s 0i 0T{}",
        expect![[r#"
        many of what takes no bytes
          |
          | "9T{} (4)0s 0i 0T{}"
          |  ^^^^
          |
          = help: write it once: nothing can tell how many there are

        many of what takes no bytes
          |
          | "9T{} (4)0s 0i 0T{}"
          |       ^^^^^
          |
          = help: write it once: nothing can tell how many there are
    "#]],
    );
}

#[test]
fn unclosed_name() {
    check(
        "T{i:a h}",
        expect![[r#"
        name without its second colon
          |
          | "T{i:a h}"
          |     ^
          |
          = help: a name stands between two colons: `H:width:`
    "#]],
    );
}

#[test]
fn empty_name() {
    check(
        "i::",
        expect![[r#"
        empty name
          |
          | "i::"
          |   ^^
          |
          = help: leave the colons out, or write a name between them
          fix of empty-name: remove it -> "i"
    "#]],
    );
}

#[test]
fn name_without_code() {
    check(
        "i:a: :b:",
        expect![[r#"
        name without a code before it
          |
          | "i:a: :b:"
          |       ^^^ names no field
          |
          = help: a name stands after its code: `H:width:`
    "#]],
    );
}

#[test]
fn duplicate_name() {
    check(
        "i:a:h:a:",
        expect![[r#"
        second field called `a`
          |
          | "i:a:h:a:"
          |        ^ used again
          |    - first used here
          |
          = help: give the fields different names
    "#]],
    );
}

#[test]
fn pointer_to_nothing() {
    check(
        "&",
        expect![[r#"
        pointer to nothing
          |
          | "&"
          |  ^
          |
          = help: what it points to follows: `&d`
    "#]],
    );
}

#[test]
fn nul() {
    check(
        "i\0h",
        expect![[r#"
        NUL character
          |
          | "i\0h"
          |   ^^
          |
          = help: pad bytes in the data are `x`; the format itself holds no NUL
          fix of nul: remove it -> "ih"
    "#]],
    );
}

#[test]
fn non_ascii() {
    check(
        "iéh",
        expect![[r#"
        `é` is not ASCII
          |
          | "iéh"
          |   ^
          |
          = help: codes, counts and marks are ASCII
          fix of non-ascii: remove it -> "ih"
    "#]],
    );
}

#[test]
fn not_in_struct() {
    check(
        "Struct:T{(3)i:a:w^g}",
        expect![[r#"
        `T{}` is not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |  ^^ PEP 3118 only
          |
          = help: write the items of the struct one after the other

        shapes are not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |    ^^^ PEP 3118 only
          |
          = help: write the number of values as a count: `12f`

        names are not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |        ^^^ PEP 3118 only
          |
          = help: name the values where they are unpacked

        code `w` is not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |           ^ PEP 3118 only
          |
          = help: write `4s` for each character and decode it as UTF-32

        `^` is not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |            ^ PEP 3118 only
          |
          = help: write `=`, `<` or `>` for standard sizes without alignment

        code `g` is not in `struct`
          |
          | "T{(3)i:a:w^g}"
          |             ^ PEP 3118 only
          |
          = help: use a code of `struct`, or bytes: `16s`
    "#]],
    );
}

#[test]
fn size_overflow() {
    check(
        "9223372036854775807i h",
        expect![[r#"
        size is larger than memory can be
          |
          | "9223372036854775807i h"
          |  ^^^^^^^^^^^^^^^^^^^^ too large
          |
          = help: a size may be 9223372036854775807 bytes at most
    "#]],
    );
}

#[test]
fn count_overflow() {
    check(
        "99999999999999999999i",
        expect![[r#"
        size is larger than memory can be
          |
          | "99999999999999999999i"
          |  ^^^^^^^^^^^^^^^^^^^^^ too large
          |
          = help: a size may be 9223372036854775807 bytes at most
    "#]],
    );
}

/// A long text is shown in part, and two places far from each other one after the other.
#[test]
fn long_text() {
    let text = std::format!("i:a:{}h:a:", "4x ".repeat(60));
    check(
        &text,
        expect![[r#"
        second field called `a`
          |
          | ... 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x h:a:"
          |                                        ^ used again
          | "i:a:4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x...
          |    - first used here
          |
          = help: give the fields different names
    "#]],
    );
}

/// Past the limits there is one diagnostic, whatever the rest of the text is.
#[test]
fn limits() {
    use crate::limit::{MAX_DIAGNOSTICS, MAX_DIMENSIONS, MAX_ITEMS, MAX_TEXT};
    let ids = |text: &str| -> Vec<_> { diagnostics(text, Dialect::Pep3118).iter().map(Diagnostic::id).collect() };
    assert_eq!(ids(&"T{".repeat(1000)).last(), Some(&"too-deep"));
    assert_eq!(ids(&"&".repeat(1000)).last(), Some(&"too-deep"));
    assert_eq!(ids(&"i".repeat(MAX_ITEMS)), [""; 0]);
    assert_eq!(ids(&"i".repeat(MAX_ITEMS + 1)), ["too-many-items"]);
    assert_eq!(ids(&std::format!("({}1)i", "1,".repeat(MAX_DIMENSIONS - 1))), [""; 0]);
    assert_eq!(ids(&std::format!("({}1)i", "1,".repeat(MAX_DIMENSIONS))), ["too-many-dimensions"]);
    assert_eq!(ids(&" ".repeat(MAX_TEXT + 1)), ["text-too-long"]);
    assert_eq!(ids(&"~".repeat(MAX_TEXT)).len(), MAX_DIAGNOSTICS);
}

/// What people write who think of C, or half of a pair: one mistake, one diagnostic, on all that belongs to it.
#[test]
fn one_mistake_is_told_once() {
    let array = "a count stands before its code, `4B`, and a shape in parentheses, `(3,4)f`";
    let structure = "a struct is written `T{...}`";
    let shape = "close the shape with `)`: `(3,4)f`";
    let cases = [
        ("uint32_t", "unknown-code 0..8", "for an unsigned 32-bit integer write `I`"),
        ("<int16_t:x: h:n:", "unknown-code 1..8", "for a signed 16-bit integer write `h`"),
        ("<unsigned:x:", "unknown-code 1..9", "for an unsigned 32-bit integer write `I`"),
        ("B[16]", "unknown-code 1..5", array),
        ("[3]i h", "unknown-code 0..3", array),
        ("B[2][3]:x: h", "unknown-code 1..7", array),
        ("(3", "unclosed-parenthesis 0..1", shape),
        ("(", "unclosed-parenthesis 0..1", shape),
        ("{i:x: h:y:} b", "stray-brace 0..1", structure),
        ("T{{i:x:}h:y:} b", "stray-brace 2..3", structure),
        // The other half is missing, or belongs to something else.
        ("T{{i} b", "unclosed-brace 0..2; stray-brace 2..3", "close it with `}`"),
        ("{i}}", "stray-brace 0..1; stray-brace 3..4", structure),
        ("{T{i}", "stray-brace 0..1", structure),
        ("B[", "unknown-code 1..2", array),
    ];
    for (text, expected, help) in cases {
        let found = diagnostics(text, Dialect::Pep3118);
        let shown: Vec<_> = found.iter().map(|d| std::format!("{} {:?}", d.id(), d.span)).collect();
        assert_eq!((&*shown.join("; "), found[0].help().as_deref()), (expected, Some(help)), "{text}");
    }
}
