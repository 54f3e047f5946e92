//! Layouts as pictures of their bytes and as tables.

use std::string::String;

use expect_test::{Expect, expect};

use crate::query::values;
use crate::{Dialect, Layout, Target, parse};

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
