//! Names and pointers.

use std::string::ToString;
use std::vec::Vec;

use expect_test::expect;

use super::{check, diagnostics};
use crate::Dialect;

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
fn missing_colon() {
    check(
        "<h:x h:y:",
        expect![[r#"
        `x h` is read as a name: a colon is missing, or one is too many
          |
          | "<h:x h:y:"
          |     ^^^ between two colons
          |
          = help: a name has a colon before it and one after it, `h:x: h:y:`; a code without a name has none
          fix of misread-name: close the name -> "<h:x: h:y:"
    "#]],
    );
}

#[test]
fn colon_too_many() {
    check(
        "<I:time: e: ?:valid:",
        expect![[r#"
        ` ?` is read as a name: a colon is missing, or one is too many
          |
          | "<I:time: e: ?:valid:"
          |             ^^ between two colons
          |
          = help: a name has a colon before it and one after it, `h:x: h:y:`; a code without a name has none
          fix of misread-name: remove the colon -> "<I:time: e ?:valid:"
    "#]],
    );
}

/// What is found at which places in texts with a colon too few or too many, and in those that have another mistake.
#[test]
fn misread_names() {
    let cases = [
        // After a colon that is missing the rest is read as it was meant, so that its own mistakes are told, and no others.
        ("<h:x h:y:", "misread-name 3..6"),
        ("<h:x h:x:", "misread-name 3..6; duplicate-name 7..8"),
        ("<h:x h:y: k", "misread-name 3..6; unknown-code 10..11"),
        ("<k h:x h:y:", "unknown-code 1..2; misread-name 5..8"),
        ("<h:x h:y i", "misread-name 3..6; unclosed-name 6..7"),
        ("<h:x h:y h:z:", "misread-name 3..6; misread-name 7..10"),
        ("<h:k h:m h:y h:o:", "misread-name 3..6; misread-name 7..10; misread-name 11..14"),
        ("<h:k h:m h:y h:o h:r:", "misread-name 3..6; misread-name 7..10; misread-name 11..14; misread-name 15..18"),
        ("T{<h:x h:y:}:p:", "misread-name 5..8"),
        ("T{<h:x} h:y:", "misread-name 5..9"),
        ("&h:x h:y:", "indefinite-code 0..2; misread-name 3..6"),
        ("<h:a b: i:k h:y:", "misread-name 10..13"),
        // A colon too many.
        ("<I:time: e: ?:valid:", "misread-name 11..13"),
        ("<h x: h:y: i:z:", "misread-name 5..7"),
        // Names with white space, and with other blanks, are names, whatever else is wrong.
        ("<h:x h: h:y:", ""),
        ("<h:x\u{a0}h:y:", "unknown-code 8..9; unclosed-name 9..10"),
        ("<i:file size: y", "unknown-code 14..15"),
        ("<i:file size: u16:n:", "unknown-code 14..17"),
        ("<y i:file size:", "unknown-code 1..2"),
        ("<i:file size: i:file size:", "duplicate-name 16..25"),
        // In `struct` names are what is wrong.
        ("Struct:<h:x h:y:", "not-in-struct 2..4; not-in-struct 6..9"),
    ];
    for (text, expected) in cases {
        let (text, dialect) = match text.strip_prefix("Struct:") {
            Some(text) => (text, Dialect::Struct),
            None => (text, Dialect::Pep3118),
        };
        let found = diagnostics(text, dialect);
        let told: Vec<_> = found.iter().map(|found| std::format!("{} {:?}", found.id(), found.span)).collect();
        assert_eq!(told.join("; "), expected, "{text}");
        let misread: Vec<_> = found.iter().filter(|found| found.id() == "misread-name").collect();
        // All the edits together leave the other mistakes.
        let mended = misread.iter().rev().fold(text.to_string(), |text, found| found.fix().unwrap().apply(&text));
        assert_eq!(diagnostics(&mended, dialect).len(), found.len() - misread.len(), "{text}: {mended}");
    }
}
