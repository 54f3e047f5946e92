//! Buffers: which reading is taken, and what is said where the string does not hold the truth.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use expect_test::{Expect, expect};

use crate::{FormatError, Kind, Layout, Picture, Reading, ScalarKind, Target};

/// The reading, the layout and the doubts, or the refusal.
#[track_caller]
fn check(text: &str, itemsize: usize, expect: Expect) {
    let shown = match Layout::of_buffer(text, itemsize, &Target::LP64) {
        Ok(buffer) => {
            assert_eq!(buffer.layout.size(), itemsize);
            format!("{:?}: {:?}\n{}", buffer.reading, buffer.layout, Picture::new(text, &buffer.doubts))
        }
        Err(error) => error.to_string(),
    };
    expect.assert_eq(&shown);
}

fn offsets(text: &str, itemsize: usize) -> Result<(Reading, Vec<usize>), FormatError> {
    let buffer = Layout::of_buffer(text, itemsize, &Target::LP64)?;
    Ok((buffer.reading, buffer.layout.fields().iter().map(|field| field.offset()).collect()))
}

#[test]
fn gaps_are_as_written_where_nothing_lies_off_its_alignment() {
    assert_eq!(offsets("T{b:a:xxxi:b:}", 8).unwrap(), (Reading::Packed, [0, 4].into()));
    assert_eq!(offsets("T{b:a:=i:b:}", 8).unwrap(), (Reading::Packed, [0, 1].into()));
    // A struct that is aligned in itself need not be so in the outer one.
    assert_eq!(offsets("T{h:a:T{h:b:i:c:}:s:}", 8).unwrap(), (Reading::Packed, [0, 2].into()));
}

#[test]
fn gaps_are_implied_where_only_that_gives_the_size() {
    assert_eq!(offsets("bi", 8).unwrap(), (Reading::Padded, [0, 4].into()));
    assert_eq!(offsets("bih", 10).unwrap(), (Reading::Aligned, [0, 4, 8].into()));
    assert_eq!(offsets("bih", 12).unwrap(), (Reading::Padded, [0, 4, 8].into()));
    assert_eq!(offsets("bi", 5).unwrap(), (Reading::Packed, [0, 1].into()));
}

#[test]
fn codes_of_one_machine_have_its_sizes() {
    let kinds = |text, itemsize| -> Vec<_> {
        let buffer = Layout::of_buffer(text, itemsize, &Target::LP64).unwrap();
        let kind = |kind: &Kind| match kind {
            Kind::Scalar(scalar) => (scalar.kind(), scalar.size()),
            Kind::Record(_) => panic!("{text}"),
        };
        buffer.layout.fields().iter().map(|field| kind(field.kind())).collect()
    };
    assert_eq!(kinds("T{O:a:&(2)<d:b:X{}:c:<z:d:<Z:e:<P:f:}", 48), [(ScalarKind::Pointer, 8); 6]);
    assert_eq!(
        kinds("T{<u:a:3u:b:<g:c:}", 32),
        [(ScalarKind::Ucs4, 4), (ScalarKind::Ucs4, 12), (ScalarKind::LongDouble, 16)]
    );
    let refused: String = Layout::of_buffer("t", 1, &Target::LP64).unwrap_err().to_string();
    assert!(refused.starts_with("code `t` has no agreed size"));
}

/// What C calls a flexible array member, as ctypes and numpy export it: it has a place, and nothing in it.
#[test]
fn arrays_without_elements_take_no_bytes() {
    assert_eq!(offsets("T{<i:n:(0)<B:data:}", 4).unwrap(), (Reading::Packed, [0].into()));
    assert_eq!(offsets("T{<i:n:(0,3)<i:data:4x<q:m:}", 16).unwrap(), (Reading::Packed, [0, 8].into()));
    assert_eq!(offsets("T{(0)i:a:}", 0).unwrap(), (Reading::Packed, [].into()));
    assert_eq!(offsets("T{(3)T{}:e:<i:x:}", 4).unwrap(), (Reading::Packed, [0].into()));
    // Under `@` such an item aligns what comes after it.
    assert_eq!(offsets("b(0)ib", 5).unwrap(), (Reading::Aligned, [0, 4].into()));
    assert_eq!(offsets("T{(0)T{i:x:}:a:B:b:}", 4).unwrap(), (Reading::Packed, [0].into()));
}

#[test]
fn items_larger_than_memory_are_refused() {
    let most = isize::MAX as usize;
    assert_eq!(Layout::of_buffer("T{i:a:B:b:}", most, &Target::LP64).unwrap().layout.size(), most);
    for (format, itemsize) in [("T{i:a:B:b:}", most + 1), ("", usize::MAX), ("bi", usize::MAX)] {
        let error = Layout::of_buffer(format, itemsize, &Target::LP64).unwrap_err();
        assert_eq!(error.diagnostics()[0].id(), "size-overflow", "{format}");
    }
}

/// As across the end of a struct: ctypes writes a mark before each number, also of what pointers point to.
#[test]
fn marks_behind_pointers_stay_in_force() {
    for text in ["T{&>i:p:h:x:}", "T{&&>i:p:h:x:}", "T{&T{>i:y:}:p:h:x:}", "T{&(2)>T{i:y:}:p:h:x:}"] {
        let layout = Layout::of_buffer(text, 10, &Target::LP64).unwrap().layout;
        let Kind::Scalar(x) = layout.field("x").unwrap().kind() else { panic!("{text}") };
        assert_eq!((x.order(), layout.field("x").unwrap().offset()), (crate::ByteOrder::Big, 8), "{text}");
    }
}

#[test]
fn padding_inside_an_array() {
    check(
        "T{(2)T{i:x:B:y:}:p:xxxxxxB:z:}",
        20,
        expect![[r#"
            Packed: Layout(20 bytes, align 1) [0 "p": [2] Layout(8 bytes, align 1) [0 "x": Int32le, 4 "y": Uint8], 16 "z": Uint8]
            2 structs may be padded by up to 3 bytes each
              |
              | "T{(2)T{i:x:B:y:}:p:xxxxxxB:z:}"
              |    ^^^^^^^^^^^^^^^^^
              |
              = help: the format would be the same without the padding: ask the writer for the size of one struct"#]],
    );
}

#[test]
fn nothing_is_said_of_some_bytes() {
    check(
        "T{4x<i:b:}",
        12,
        expect![[r#"
        Packed: Layout(12 bytes, align 1) [4 "b": Int32le]
        format says nothing of 4 of 12 bytes
          |
          | "T{4x<i:b:}"
          |  ^^^^^^^^^^
          |
          = help: the writer left out fields, or where they lie: ask it for the offsets"#]],
    );
}

#[test]
fn item_too_small() {
    check(
        "T{q:a:b:b:}",
        8,
        expect![[r#"
        format takes 9 bytes, but an item of the buffer has 8
          |
          | "T{q:a:b:b:}"
          |  ^^^^^^^^^^^
          |
          = help: ask for the format of the machine that wrote the buffer: its native sizes may be smaller"#]],
    );
}
