//! What stands under a cursor, and what it means.

use std::string::ToString;
use std::vec::Vec;

use expect_test::{Expect, expect};

use super::read;
use crate::Target;

#[track_caller]
fn place(marked: &str, expected: Expect) {
    let (format, checked, offset) = read(marked);
    let place = format.place_at(&checked, offset);
    let text = |span: crate::Span| format.text()[span.range()].to_string();
    let extents: Vec<_> = place.extents.iter().map(|span| text(*span)).collect();
    let structs: Vec<_> = place.structs.iter().map(|item| text(item.span)).collect();
    expected.assert_eq(&std::format!(
        "leaf {:?}\nitem {:?} in {structs:?}, field {:?}, mark {}\nextents {extents:?}\n",
        place.leaf.map(|leaf| (leaf.kind, text(leaf.span))),
        place.item.map(|item| text(item.span)),
        place.field,
        place.mark,
    ));
}

#[test]
fn places() {
    place(
        "<|h i",
        expect![[r#"
        leaf Some((Code, "h"))
        item Some("h") in [], field [0], mark <
        extents ["h", "<h i"]
    "#]],
    );
    place(
        "<h| i",
        expect![[r#"
        leaf Some((Code, "h"))
        item Some("h") in [], field [0], mark <
        extents ["h", "<h i"]
    "#]],
    );
    place(
        "<h 3i:|ab:",
        expect![[r#"
        leaf Some((Name, ":ab:"))
        item Some("3i:ab:") in [], field [1], mark <
        extents [":ab:", "3i:ab:", "<h 3i:ab:"]
    "#]],
    );
    place(
        ">h T{<i:a:T{2|h:c:}:b:}:r:",
        expect![[r#"
        leaf Some((Code, "h"))
        item Some("2h:c:") in ["T{<i:a:T{2h:c:}:b:}:r:", "T{2h:c:}:b:"], field [1, 1, 0], mark <
        extents ["h", "2h:c:", "T{2h:c:}:b:", "<i:a:T{2h:c:}:b:", "T{<i:a:T{2h:c:}:b:}:r:", ">h T{<i:a:T{2h:c:}:b:}:r:"]
    "#]],
    );
    place(
        "T{i:a:|h:b:}",
        expect![[r#"
        leaf Some((Code, "h"))
        item Some("h:b:") in ["T{i:a:h:b:}"], field [1], mark @
        extents ["h", "h:b:", "i:a:h:b:", "T{i:a:h:b:}"]
    "#]],
    );
    place(
        "T{i|}:n:",
        expect![[r#"
        leaf Some((Code, "}"))
        item Some("T{i}:n:") in [], field [0], mark @
        extents ["}", "T{i}:n:"]
    "#]],
    );
    place(
        "T{|}",
        expect![[r#"
        leaf Some((Code, "}"))
        item None in ["T{}"], field [], mark @
        extents ["}", "T{}"]
    "#]],
    );
    place(
        "T{i:a: |",
        expect![[r#"
        leaf Some((Space, " "))
        item None in ["T{i:a: "], field [], mark @
        extents [" ", "i:a: ", "T{i:a: "]
    "#]],
    );
    place(
        "|",
        expect![[r#"
        leaf None
        item None in [], field [], mark @
        extents [""]
    "#]],
    );
    place(
        "i4|x",
        expect![[r#"
        leaf Some((Code, "x"))
        item Some("4x") in [], field [], mark @
        extents ["x", "4x", "i4x"]
    "#]],
    );
}

#[track_caller]
fn meaning(marked: &str, expected: Expect) {
    let (format, checked, offset) = read(marked);
    let meaning = format.place_at(&checked, offset).meaning(&checked, &Target::LP64);
    expected.assert_eq(&meaning.map_or("nothing".into(), |meaning| meaning.to_string()));
}

#[test]
fn meanings() {
    meaning(
        "h|l",
        expect![[r#"
            `l`: long, Rust i64, Python int, numpy i8
            8 bytes, aligned to 8, little-endian
            native sizes: LP64 8, LLP64 4, ILP32 4, i386 4; standard 4
            at offset 8, 8 bytes in all"#]],
    );
    meaning(
        ">b3|H",
        expect![[r#"
        `H`: unsigned short, Rust u16, Python int, numpy u2
        2 bytes, big-endian
        3 of them, one after the other
        at offset 1, 6 bytes in all"#]],
    );
    meaning(
        "<b|5s",
        expect![[r#"
        `s`: char[], Rust bytes, Python bytes, numpy S
        1 byte
        one value of length 5
        at offset 1, 5 bytes in all"#]],
    );
    meaning(
        "<b|5x",
        expect![[r#"
        `x`: pad byte, numpy V
        1 byte
        5 bytes of padding"#]],
    );
    meaning(
        "^b|d",
        expect![[r#"
        `d`: double, Rust f64, Python float, numpy f8
        8 bytes, little-endian
        at offset 1, 8 bytes in all"#]],
    );
    meaning(
        "<b|n",
        expect![[r#"
        `n`: ssize_t, Rust isize, Python int, numpy i8
        native sizes: LP64 8, LLP64 8, ILP32 4, i386 4; no standard size"#]],
    );
    meaning(
        "i|g",
        expect![[r#"
        `g`: long double, Rust bytes, Python float, numpy f16
        16 bytes, aligned to 16, little-endian
        native sizes: LP64 16, LLP64 8, ILP32 16, i386 12; no standard size
        at offset 16, 16 bytes in all"#]],
    );
    meaning(
        "<h:a:|2T{h:b:}:r:",
        expect![[r#"
        `T{}`: struct, Rust record, Python tuple, numpy V
        2 of them, one after the other
        at offset 2, 4 bytes in all"#]],
    );
    meaning(
        "<h:a:2T{h:b:|h:c:}:r:",
        expect![[r#"
        `h`: short, Rust i16, Python int, numpy i2
        2 bytes, little-endian
        at offset 4, 2 bytes in all"#]],
    );
    meaning("|O", expect!["`O`: PyObject *, Python object, numpy O"]);
    meaning("|&d", expect!["`&`: pointer"]);
    meaning("<|~", expect!["nothing"]);
}
