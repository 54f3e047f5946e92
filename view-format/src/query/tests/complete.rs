//! What could follow at a cursor.

use std::fmt::Write;
use std::vec::Vec;

use expect_test::{Expect, expect};

use super::read;
use crate::Target;

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
