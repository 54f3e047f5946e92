//! Codes, characters, and what `struct` does not have.

use expect_test::expect;

use super::check;

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
    // What the code would read may have a name.
    check(
        "<H:a: 2:b:",
        expect![[r#"
            count without a code
              |
              | "<H:a: 2:b:"
              |        ^ a code must follow
              |
              = help: a count stands before its code: `4h`, not `h4`
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
