//! Values of formats, and edits that leave the meaning as it is.

use std::fmt::Write;
use std::string::String;

use expect_test::{Expect, expect};

use super::read;
use crate::query::values;
use crate::{Layout, Target, parse};

#[test]
fn values_of_formats() {
    #[track_caller]
    fn check(format: &str, expected: Expect) {
        let layout = Layout::parse_for(format, &Target::LP64).unwrap();
        let lines: String = values(&layout).iter().map(|v| std::format!("{v} ({})\n", v.rust)).collect();
        expected.assert_eq(&lines);
    }
    check(
        "hhh2hI3s3s5p?cP",
        expect![[r#"
        5 x int (i16)
        int (u32)
        2 x bytes ([u8; 3])
        bytes (Pascal<5>)
        bool (bool)
        bytes (u8)
        int (u64)
    "#]],
    );
    check(
        "<(3,4)f:m:T{h:a:}:r:2w:t:4x:pad:",
        expect![[r#"
        m: list ([[f32; 4]; 3])
        r: tuple (record)
        t: str (String)
        pad: bytes ([u8; 4])
    "#]],
    );
    check(
        "2T{hh}h",
        expect![[r#"
        2 x tuple (record)
        int (i16)
    "#]],
    );
}

#[test]
fn edits() {
    #[track_caller]
    fn check(marked: &str, expected: Expect) {
        let (format, checked, offset) = read(marked);
        let mut text = String::new();
        let edits = [format.expand_count(offset), format.fold_counts(offset), format.explicit_order(&Target::LP64)];
        for fix in edits.into_iter().flatten() {
            let edited = fix.apply(format.text());
            writeln!(text, "{} -> {edited}", fix.title).unwrap();
            let again = parse(&edited, format.dialect());
            assert!(again.diagnostics.is_empty(), "{edited}");
            assert_eq!(again.format.check(&Target::LP64).layout, checked.layout, "{edited}");
        }
        expected.assert_eq(&text);
    }
    check(
        "Struct:<|hh3hi",
        expect![[r#"
        take 3 items together: `5h` -> <5hi
    "#]],
    );
    check(
        "Struct:<hh|3hi",
        expect![[r#"
        write the count out: `hhh` -> <hhhhhi
        take 3 items together: `5h` -> <5hi
    "#]],
    );
    check(
        "Struct:b|4s4si",
        expect![[r#"
        say that it is little-endian -> <b4s4s3xi
    "#]],
    );
    check(
        "Struct:@|3i",
        expect![[r#"
        write the count out: `iii` -> @iii
        say that it is little-endian -> <3i
    "#]],
    );
    check(
        "=|h:a:h:b:",
        expect![[r#"
        say that it is little-endian -> <h:a:h:b:
    "#]],
    );
    check(
        "h:a:2T{|hh}:b:l:c:",
        expect![[r#"
        take 2 items together: `2h` -> h:a:2T{2h}:b:l:c:
        say that it is little-endian -> <h:a:(2)T{hh}:b:6xq:c:
    "#]],
    );
    check("|P", expect![[""]]);
    check("<h|0h", expect![[""]]);
    check(
        "3T{|b}",
        expect![[r#"
        say that it is little-endian -> <3T{b}
    "#]],
    );
    check(
        "3T{b|}",
        expect![[r#"
        say that it is little-endian -> <3T{b}
    "#]],
    );
    check(
        "1000|h",
        expect![[r#"
        say that it is little-endian -> <1000h
    "#]],
    );
    check(
        "<h>h|h",
        expect![[r#"
        take 2 items together: `2h` -> <h>2h
    "#]],
    );
}
