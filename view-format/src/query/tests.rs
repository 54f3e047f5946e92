//! Every query on small formats; `|` is the cursor. `UPDATE_EXPECT=1` blesses.

use std::fmt::Write;
use std::string::{String, ToString};
use std::vec::Vec;

use expect_test::{Expect, expect};

use super::*;
use crate::syntax::ast::Format;
use crate::{Checked, Dialect, Layout, Target, parse};

fn read(marked: &str) -> (Format, Checked, u32) {
    let (marked, dialect) = match marked.strip_prefix("Struct:") {
        Some(text) => (text, Dialect::Struct),
        None => (marked, Dialect::Pep3118),
    };
    let offset = marked.find('|').unwrap();
    let format = parse(&marked.replace('|', ""), dialect).format;
    let checked = format.check(&Target::LP64);
    (format, checked, offset as u32)
}

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

#[track_caller]
fn picture(format: &str, expected: Expect) {
    let layout = Layout::parse_for(format, &Target::LP64).unwrap();
    let text = std::format!("{}\n\n{}\n", layout.picture(), layout.table());
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.lines().all(|line| !line.ends_with(' ')), "{text}");
    expected.assert_eq(&text);
}

#[test]
fn picture_of_a_header() {
    picture(
        "<2s:signature: I:file_size: 4x I:data_offset:",
        expect![[r#"
        14 bytes, little-endian
           +---------------+-------------------------------+---------------+
         0 | signature 2s  | file_size I                   | padding       |
           +---------------+-------------------------------+---------------+
         8 | (padding)     | data_offset I                 |
           +---------------+-------------------------------+

        offset  size  type  name
             0     2  2s    signature
             2     4  <I    file_size
             6     4  4x    (padding)
            10     4  <I    data_offset
            14 bytes
    "#]],
    );
}

#[test]
fn picture_of_native_padding() {
    picture(
        "@b:kind: l:size: h:at:",
        expect![[r#"
            18 bytes, aligned to 8, little-endian
               +-------+-------------------------------------------------------+
             0 | kind  | padding                                               |
               +-------+-------------------------------------------------------+
             8 | size q                                                        |
               +---------------+-----------------------------------------------+
            16 | at h          |
               +---------------+

            offset  size  type  name
                 0     1  b     kind
                 1     7  7x    (padding)
                 8     8  <q    size
                16     2  <h    at
                18 bytes
        "#]],
    );
}

#[test]
fn picture_of_arrays_and_nested_structs() {
    picture(
        "<H:width: >H:height: (3,4)<f:matrix: T{b:x: 2T{h:u: h:v:}:uv:}:at: (2)T{B:a:}:list:",
        expect![[r#"
            63 bytes
               +---------------+---------------+-------------------------------+
             0 | width <H      | height >H     | matrix (3,4)<f                |
               +---------------+---------------+                               |
             8 |                                                               |
               : ... 5 rows, 40 bytes of it                                    :
               |                               +-------+---------------+-------+
            48 |                               | at.x  | at.uv[0].u <h | at.u~ |
               +-------+-----------------------+-------+-------+-------+-------+
            56 | (at~) | at.uv: 1 more of 4 bytes      | list~ | 1 mo~ |
               +-------+-------------------------------+-------+-------+

            offset  size  type     name
                 0     2  <H       width
                 2     2  >H       height
                 4    48  (3,4)<f  matrix
                52     9  T{}      at
                52     1  b          x
                53     8  (2)T{}     uv
                53     2  <h           u
                55     2  <h           v
                61     2  (2)T{}   list
                61     1  B          a
                63 bytes
        "#]],
    );
}

#[test]
fn picture_of_unnamed_values() {
    picture(
        "<3hBB?3c2d100s20p",
        expect![[r#"
        148 bytes, little-endian
            +---------------+---------------+---------------+-------+-------+
          0 | h             | h             | h             | B     | B     |
            +-------+-------+-------+-------+---------------+-------+-------+
          8 | ?     | c     | c     | c     | d                             |
            +-------+-------+-------+-------+-------------------------------+
         16 | (d)                           | d                             |
            +-------------------------------+-------------------------------+
         24 | (d)                           | 100s                          |
            +-------------------------------+                               |
         32 |                                                               |
            : ... 12 rows, 96 bytes of it                                   :
            +---------------------------------------------------------------+
        128 | 20p                                                           |
            |                                                               |
        136 |                                                               |
            |                               +-------------------------------+
        144 |                               |
            +-------------------------------+

        offset  size  type  name
             0     6  3<h
             6     1  B
             7     1  B
             8     1  ?
             9     3  3c
            12    16  2<d
            28   100  100s
           128    20  20p
           148 bytes
    "#]],
    );
}

#[test]
fn picture_of_unnamed_records() {
    picture(
        "<20T{B(2)Bx}h",
        expect![[r#"
        82 bytes, little-endian
           +-------+---------------+-------+-------------------------------+
         0 | [0] B | [0] (2)B      | pad   | 19 more of 4 bytes            |
           +-------+---------------+-------+                               |
         8 |                                                               |
           : ... 9 rows, 72 bytes of it                                    :
           +---------------+-----------------------------------------------+
        80 | h             |
           +---------------+

        offset  size  type   name
             0    80  20T{}
             0     1  B
             1     2  (2)B
             3     1  x        (padding)
            80     2  <h
            82 bytes
    "#]],
    );
}

#[test]
fn picture_of_nothing() {
    picture(
        "",
        expect![[r#"
        0 bytes

        offset  size  type  name
             0 bytes
    "#]],
    );
    picture(
        "0s",
        expect![[r#"
        0 bytes

        offset  size  type  name
             0     0  0s
             0 bytes
    "#]],
    );
    picture(
        "x",
        expect![[r#"
            1 byte
               +-------+
             0 | pad   |
               +-------+

            offset  size  type  name
                 0     1  x     (padding)
                 1 byte
        "#]],
    );
}

#[test]
fn picture_with_awkward_names() {
    picture(
        "<b:\u{1b}[31m:b:a|b:b:漢字:q:a_name_that_is_longer_than_the_eight_bytes_that_there_are_for_it_in_the_row:",
        expect![[r#"
            11 bytes, little-endian
               +-------+-------+-------+---------------------------------------+
             0 | \u{1~ | a|b b | \u{6~ | a_name_that_is_longer_than_the_eight~ |
               +-------+-------+-------+---------------------------------------+
             8 | (a_name_that_is_lon~) |
               +-----------------------+

            offset  size  type  name
                 0     1  b     \u{1b}[31m
                 1     1  b     a|b
                 2     1  b     \u{6f22}\u{5b57}
                 3     8  <q    a_name_that_is_longer_than_the_eight_bytes_that_there_are_f~
                11 bytes
        "#]],
    );
}

/// Whatever the format, the answer is short.
#[test]
fn hostile_layouts_are_drawn_in_part() {
    let many = "b".repeat(crate::limit::MAX_ITEMS);
    let named: String = (0..1 << 13).map(|i| std::format!("h:n{i}:")).collect();
    let deep = std::format!("{}b{}", "9T{b".repeat(18), "}".repeat(18));
    for format in
        [&*many, &named, &deep, "1000000000000000000b", "1000000000000000000sb", "(99999,99999,99999)T{b:a:h:b:}:c:"]
    {
        let layout = Layout::parse(format).unwrap();
        let text = std::format!("{}\n{}", layout.picture(), layout.table());
        let runs = values(&layout);
        assert!(text.len() < 10_000, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert!(runs.len() <= layout.fields().len());
        let parsed = parse(format, Dialect::Pep3118).format;
        let checked = parsed.check(&Target::LP64);
        let at = parsed.text().len() as u32 / 2;
        let _ = parsed.place_at(&checked, at).meaning(&checked, &Target::LP64);
        let _ = parsed.completions_at(&checked, &Target::LP64, at);
        let _ = (parsed.fold_counts(at), parsed.expand_count(at));
    }
}

#[track_caller]
fn complete(marked: &str, only: &str, expected: Expect) {
    let (format, checked, offset) = read(marked);
    let all = format.completions_at(&checked, &Target::LP64, offset);
    let mut text = all.iter().map(|c| &*c.insert).collect::<Vec<_>>().join(" ");
    text.push_str(if text.is_empty() { "nothing\n" } else { "\n" });
    for completion in all.iter().filter(|c| only.split(' ').any(|only| only == c.insert)) {
        writeln!(text, "{}: {}", completion.insert, completion.detail).unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn completions() {
    complete(
        "Struct:|",
        "< @ i",
        expect![[r#"
            @ = < > ! x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
            @: native order, sizes and alignment: 0 bytes in all
            <: little-endian, standard sizes: 0 bytes in all
            i: int, int in Python: 4 bytes at 0, 4 in all
        "#]],
    );
    complete(
        "Struct:<|",
        "i q s F",
        expect![[r#"
            x c b B ? h H i I l L q Q e f d F D Zf Zd s p
            i: int, int in Python: 4 bytes at 0, 4 in all
            q: long long, int in Python: 8 bytes at 0, 8 in all
            F: float complex, complex in Python (Python 3.14): 8 bytes at 0, 8 in all
            s: char[], bytes in Python: 1 byte at 0, 1 in all
        "#]],
    );
    complete(
        "Struct:b|",
        "i x",
        expect![[r#"
            x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
            x: pad byte: 1 byte, 2 in all
            i: int, int in Python: 7 bytes at 4, 8 in all
        "#]],
    );
    complete(
        "Struct:<h3|",
        "i s",
        expect![[r#"
            x c b B ? h H i I l L q Q e f d F D Zf Zd s p
            i: int, int in Python: 12 bytes at 2, 14 in all
            s: char[], one value, bytes in Python: 3 bytes at 2, 5 in all
        "#]],
    );
    complete(
        "Struct:<h|i",
        "b",
        expect![[r#"
            x c b B ? h H i I l L q Q e f d F D Zf Zd s p
            b: signed char, int in Python: 1 byte at 2, 7 in all
        "#]],
    );
    complete(
        "Struct:|i",
        "> b",
        expect![[r#"
            @ = < > ! x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
            >: big-endian, standard sizes: 4 bytes in all
            b: signed char, int in Python: 4 bytes at 0, 8 in all
        "#]],
    );
    complete(
        "<h:a:|",
        "d Zd T{} ()",
        expect![[r#"
            @ ^ = < > ! x c b B ? h H i I l L q Q e f d F D Zf Zd s p w T{} ()
            d: double, float in Python: 8 bytes at 2, 10 in all
            Zd: double complex, complex in Python: 16 bytes at 2, 18 in all
            T{}: a struct of its own
            (): the shape of an array, before its code: (3,4)f
        "#]],
    );
    complete(
        "<h|",
        ":: d",
        expect![[r#"
            @ ^ = < > ! x c b B ? h H i I l L q Q e f d F D Zf Zd s p w T{} () ::
            d: double, float in Python: 8 bytes at 2, 10 in all
            ::: the name of the field before it
        "#]],
    );
    complete(
        "<h:a|",
        "d",
        expect![[r#"
            nothing
        "#]],
    );
    complete(
        "(3|",
        "d",
        expect![[r#"
            nothing
        "#]],
    );
    complete(
        "(3)|",
        "<",
        expect![[r#"
            x c b B ? h H i I l L q Q n N e f d g F D Zg Zf Zd s p P w T{}
        "#]],
    );
    complete(
        "T{|",
        "d }",
        expect![[r#"
            @ ^ = < > ! x c b B ? h H i I l L q Q n N e f d g F D Zg Zf Zd s p P w T{} () }
            d: double, float in Python: 8 bytes at 0, 8 in all
            }: the end of the struct
        "#]],
    );
    complete(
        "T{b:a:|",
        "d }",
        expect![[r#"
            @ ^ = < > ! x c b B ? h H i I l L q Q n N e f d g F D Zg Zf Zd s p P w T{} () }
            d: double, float in Python: 15 bytes at 8, 16 in all
            }: the end of the struct
        "#]],
    );
    complete(
        "T{b:a:|}",
        "d }",
        expect![[r#"
            @ ^ = < > ! x c b B ? h H i I l L q Q n N e f d g F D Zg Zf Zd s p P w T{} ()
            d: double, float in Python: 15 bytes at 8, 16 in all
        "#]],
    );
    complete(
        "2|h",
        "d",
        expect![[r#"
            nothing
        "#]],
    );
}

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

/// On every short text and at every offset: an answer, extents inside one another, pictures within their width, and edits
/// that leave the meaning as it is.
#[test]
fn every_short_text_has_answers() {
    fn ask(text: &str, with_completions: bool) {
        for dialect in [Dialect::Struct, Dialect::Pep3118] {
            let parsed = parse(text, dialect);
            let (format, target) = (&parsed.format, &Target::LP64);
            let checked = format.check(target);
            let whole = checked.layout.as_ref().filter(|_| parsed.diagnostics.is_empty());
            for offset in 0..=text.len() as u32 {
                let place = format.place_at(&checked, offset);
                let nested = place.extents.windows(2).all(|pair| {
                    let [inner, outer] = pair else { return false };
                    outer.start <= inner.start && inner.end <= outer.end
                });
                assert!(nested, "{text:?} at {offset}: {:?}", place.extents);
                assert!(place.extents.iter().all(|span| text.get(span.range()).is_some()));
                let _ = place.meaning(&checked, target).map(|meaning| meaning.to_string());
                for fix in [format.expand_count(offset), format.fold_counts(offset)].into_iter().flatten() {
                    let edited = fix.apply(text);
                    let again = parse(&edited, dialect).format.check(target).layout;
                    assert!(whole.is_none() || again.as_ref() == whole, "{text:?}: {edited:?}");
                }
                if with_completions {
                    for completion in format.completions_at(&checked, target, offset) {
                        assert!(completion.insert.is_char_boundary(completion.cursor), "{completion:?}");
                    }
                }
            }
            if let (Some(fix), Some(whole)) = (format.explicit_order(target), whole) {
                let edited = parse(&fix.apply(text), dialect).format;
                assert_eq!(edited.check(&Target::ILP32.big_endian()).layout.as_ref(), Some(whole), "{text:?}");
                assert_eq!(edited.explicit_order(target), None, "{text:?}");
            }
            let drawn = std::format!("{}\n{}", checked.partial.picture(), checked.partial.table());
            assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
            assert!(values(&checked.partial).len() <= checked.partial.fields().len());
        }
    }
    fn all(length: usize, text: &mut String) {
        ask(text, text.len() <= 3);
        if length > 0 {
            for piece in ["h", "3", "<", "T{", "}", ":", "(", " ", "é"] {
                let end = text.len();
                text.push_str(piece);
                all(length - 1, text);
                text.truncate(end);
            }
        }
    }
    all(4, &mut String::new());
    for text in ["T{hh}:a:T{hh}:b:", "3T{2h3h}:a:", "<hT{>h}h", "hP", "2h 3h:a:", "@hg", "^hd", "s3s", "(2)hh"] {
        ask(text, true);
    }
}
