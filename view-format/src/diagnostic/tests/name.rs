//! Names and pointers.

use expect_test::expect;

use super::check;

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
