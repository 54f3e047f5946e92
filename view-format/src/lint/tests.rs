//! One snapshot for each lint: the picture, and the text with the fix made.

use std::fmt::Write;
use std::string::String;

use expect_test::{Expect, expect};

use crate::{DiagnosticKind, Dialect, Layout, Lint, Picture, Target, parse};

fn lint(text: &str, target: &Target) -> std::vec::Vec<crate::Diagnostic> {
    parse(text, Dialect::Pep3118).format.lint(target)
}

/// What is said of `text` on `target`. Each fix must remove its own lint, and change nothing but padding at the end.
#[track_caller]
fn sound(text: &str, target: &Target) -> String {
    let found = lint(text, target);
    let mut out = std::format!("{}\n", Picture::new(text, &found));
    for diagnostic in &found {
        let Some(fix) = diagnostic.fix() else { continue };
        let mended = fix.apply(text);
        writeln!(out, "  fix of {}: {} -> {mended:?}", diagnostic.id(), fix.title).unwrap();
        let inserted = if fix.span.is_empty() { fix.replacement.len() as u32 } else { 0 };
        let places = [diagnostic.span.start, diagnostic.span.start + inserted];
        let is_own = |left: &crate::Diagnostic| left.id() == diagnostic.id() && places.contains(&left.span.start);
        let left = lint(&mended, target);
        // Where a mark is removed, the next one may stand in its place.
        let is_removal = fix.replacement.is_empty() && left.len() < found.len();
        assert!(is_removal || !left.iter().any(is_own), "{mended:?} is no better than {text:?}");
        let read = |text| Layout::parse_for(text, target).unwrap();
        match diagnostic.kind {
            DiagnosticKind::Lint(Lint::EndPadding { .. }) => assert!(read(&mended).size() > read(text).size()),
            _ => assert_eq!(read(&mended), read(text), "{text:?} and {mended:?}"),
        }
    }
    out
}

#[track_caller]
fn check(text: &str, target: &Target, expect: Expect) {
    expect.assert_eq(&sound(text, target));
}

#[test]
fn native_size() {
    check(
        "^lPg",
        &Target::LP64,
        expect![[r#"
        byte order differs between machines
          |
          | "^lPg"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`

        size of `l` differs between machines
          |
          | "^lPg"
          |   ^ 8 bytes here, 4 elsewhere
          |
          = help: for 8 bytes everywhere write `q`

        size of `P` differs between machines
          |
          | "^lPg"
          |    ^ 8 bytes here, 4 elsewhere
          |
          = help: a format is the same everywhere after `<` or `>`, with codes of standard size

        size of `g` differs between machines
          |
          | "^lPg"
          |     ^ 16 bytes here, 8 elsewhere
          |
          = help: a format is the same everywhere after `<` or `>`, with codes of standard size
          fix of native-size: write `q` -> "^qPg"
    "#]],
    );
}

#[test]
fn native_size_on_windows() {
    check(
        "^L",
        &Target::LLP64,
        expect![[r#"
        byte order differs between machines
          |
          | "^L"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<`

        size of `L` differs between machines
          |
          | "^L"
          |   ^ 4 bytes here, 8 elsewhere
          |
          = help: for 4 bytes everywhere write `I`
          fix of native-order: write `<` -> "<L"
          fix of native-size: write `I` -> "^I"
    "#]],
    );
}

#[test]
fn native_alignment() {
    check(
        "iq",
        &Target::LP64,
        expect![[r#"
        byte order differs between machines
          |
          | "iq"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`

        place of `q` differs between machines
          |
          | "iq"
          |   ^ elsewhere on 32-bit x86
          |
          = help: write the padding: `4x`
          fix of native-alignment: write `4x` -> "i4xq"
    "#]],
    );
}

#[test]
fn native_order() {
    check(
        "=i@hi",
        &Target::LP64.big_endian(),
        expect![[r#"
        byte order differs between machines
          |
          | "=i@hi"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `>`

        byte order differs between machines
          |
          | "=i@hi"
          |    ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`

        padding that is not written
          |
          | "=i@hi"
          |      ^ 2 bytes skipped before it
          |
          = help: write it: `2x`
          fix of native-order: write `>` -> ">i@hi"
          fix of implicit-padding: write `2x` -> "=i@h2xi"
    "#]],
    );
}

#[test]
fn implicit_padding() {
    check(
        "c(3)i:a:",
        &Target::LP64,
        expect![[r#"
        byte order differs between machines
          |
          | "c(3)i:a:"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`

        padding that is not written
          |
          | "c(3)i:a:"
          |   ^^^^^^^ 3 bytes skipped before it
          |
          = help: write it: `3x`
          fix of implicit-padding: write `3x` -> "c3x(3)i:a:"
    "#]],
    );
}

#[test]
fn partial_padding() {
    check(
        "c2xi",
        &Target::LP64,
        expect![[r#"
        byte order differs between machines
          |
          | "c2xi"
          |  ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`

        padding that is written in part
          |
          | "c2xi"
          |   ^^ 1 byte more skipped behind it
          |
          = help: write all of it: `3x`
          fix of partial-padding: write `3x` -> "c3xi"
    "#]],
    );
}

#[test]
fn end_padding() {
    check(
        "T{(2)T{=i:x:@hB:y:}:p:} ",
        &Target::LP64,
        expect![[r#"
        byte order differs between machines
          |
          | "T{(2)T{=i:x:@hB:y:}:p:} "
          |         ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<`

        byte order differs between machines
          |
          | "T{(2)T{=i:x:@hB:y:}:p:} "
          |              ^ the order of the machine that reads
          |
          = help: for the same order everywhere write `<`

        no padding at the end
          |
          | "T{(2)T{=i:x:@hB:y:}:p:} "
          |                    ^ 1 byte short
          |
          = help: for arrays of a C struct end with `x`
          fix of native-order: write `<` -> "T{(2)T{<i:x:@hB:y:}:p:} "
          fix of native-order: write `<` -> "T{(2)T{=i:x:<hB:y:}:p:} "
          fix of end-padding: write `x` -> "T{(2)T{=i:x:@hB:y:x}:p:} "
    "#]],
    );
}

#[test]
fn empty_string() {
    check(
        "<0s0p",
        &Target::LP64,
        expect![[r#"
        `0s` is always empty
          |
          | "<0s0p"
          |   ^^ takes no bytes
          |
          = help: write its length: `16s`

        `0p` is always empty
          |
          | "<0s0p"
          |     ^^ takes no bytes
          |
          = help: write its length: `16p`
    "#]],
    );
}

#[test]
fn idle_marks() {
    check(
        "@<i>",
        &Target::LP64,
        expect![[r#"
        order mark `@` has no effect
          |
          | "@<i>"
          |  ^ no item is under it
          |
          = help: remove it

        order mark `>` has no effect
          |
          | "@<i>"
          |     ^ no item is under it
          |
          = help: remove it
          fix of idle-mark: remove it -> "<i>"
          fix of idle-mark: remove it -> "@<i"
    "#]],
    );
}

#[test]
fn nothing_to_say() {
    for text in ["", "<", "<2sI4xI", ">T{h:x:h:y:}:p:3s", "<i>h", "c", "<T{b:a:>}", "not a format", "2T{ib:\u{e9}"] {
        let found = lint(text, &Target::LP64);
        let found: std::vec::Vec<_> = found.iter().filter(|found| found.id() != "idle-mark").collect();
        assert!(found.is_empty(), "{text:?}: {found:?}");
    }
    // `0q` is how `struct` writes padding at the end.
    assert!(lint("qb0q", &Target::LP64).iter().all(|found| found.id() == "native-order"));
}

#[test]
fn fixes_hold_for_all_short_texts() {
    let letters = ['b', 'q', 'l', 'x', '2', '<', '@', 'T', 'i', 's'];
    let mut texts = std::vec![String::new()];
    for _ in 0..4 {
        let longer = |text: &String| {
            letters.map(|c| {
                if c == 'T' { std::format!("{text}2T{{bh}}") } else { text.clone() + c.encode_utf8(&mut [0; 4]) }
            })
        };
        texts = texts.iter().flat_map(longer).collect();
        for text in &texts {
            for target in [Target::LP64, Target::LLP64, Target::I386, Target::ILP32.big_endian()] {
                if Layout::parse_for(text, &target).is_ok() {
                    sound(text, &target);
                }
            }
        }
    }
}
