//! What stands before and around codes: counts, shapes, marks, brackets; and sizes.

use expect_test::expect;

use super::check;

#[test]
fn shape_without_code() {
    check(
        "(3)",
        expect![[r#"
        shape without a code
          |
          | "(3)"
          |  ^^^ a code must follow
          |
          = help: a shape stands before its code: `(3,4)f`
    "#]],
    );
}

#[test]
fn space_in_item() {
    check(
        "<3 i",
        expect![[r#"
        white space inside an item
          |
          | "<3 i"
          |    ^ not allowed here
          |
          = help: write count and code together: `3i`
          fix of space-in-item: remove it -> "<3i"
    "#]],
    );
}

#[test]
fn second_count() {
    check(
        "2(3)4i",
        expect![[r#"
        second count in one item
          |
          | "2(3)4i"
          |      ^
          |  - the first count
          |
          = help: write an array of arrays as a shape: `(2,4)i`
    "#]],
    );
}

#[test]
fn mark_not_first() {
    check(
        "Struct:i<h",
        expect![[r#"
        order mark `<` is not the first character
          |
          | "i<h"
          |   ^ not at the start
          |
          = help: `struct` has one byte order for the whole format: move the mark to the start, or use two formats
    "#]],
    );
}

#[test]
fn second_mark() {
    check(
        "Struct:<>h",
        expect![[r#"
        order mark `>` is not the first character
          |
          | "<>h"
          |   ^ not at the start
          |  - the order is chosen here
          |
          = help: `struct` has one byte order for the whole format: move the mark to the start, or use two formats
    "#]],
    );
}

#[test]
fn unclosed_brace() {
    check(
        "T{i:a:",
        expect![[r#"
        brace is never closed
          |
          | "T{i:a:"
          |  ^^ opened here
          |
          = help: close it with `}`
    "#]],
    );
}

#[test]
fn stray_braces() {
    check(
        "i} {h",
        expect![[r#"
        `}` closes nothing
          |
          | "i} {h"
          |   ^
          |
          = help: remove it, or open a struct with `T{`

        `{` without a `T` before it
          |
          | "i} {h"
          |     ^
          |
          = help: a struct is written `T{...}`
          fix of stray-brace: remove it -> "i {h"
    "#]],
    );
}

#[test]
fn unclosed_parenthesis() {
    check(
        "(3,4f",
        expect![[r#"
        parenthesis is never closed
          |
          | "(3,4f"
          |  ^ opened here
          |
          = help: close the shape with `)`: `(3,4)f`
    "#]],
    );
}

#[test]
fn stray_parenthesis() {
    check(
        "3)i",
        expect![[r#"
            `)` closes nothing
              |
              | "3)i"
              |   ^
              |
              = help: remove it, or open a shape with `(`
              fix of stray-parenthesis: remove it -> "3i"
        "#]],
    );
}

#[test]
fn stray_comma() {
    check(
        "i,h",
        expect![[r#"
        comma between items
          |
          | "i,h"
          |   ^
          |
          = help: separate items with spaces, or with nothing
          fix of stray-comma: write a space -> "i h"
    "#]],
    );
}

#[test]
fn empty_shape() {
    check(
        "()i",
        expect![[r#"
        shape without a number
          |
          | "()i"
          |  ^^
          |
          = help: write the dimensions, as in `(3,4)f`, or no shape for a single item
    "#]],
    );
}

#[test]
fn bad_dimension() {
    check(
        "(3,x)i",
        expect![[r#"
        dimension that is no number
          |
          | "(3,x)i"
          |     ^
          |
          = help: dimensions are whole numbers, separated by commas: `(3,4)f`
    "#]],
    );
}

#[test]
fn zero_dimension() {
    check(
        "(3,0)i 0h:a:",
        expect![[r#"
        array without elements
          |
          | "(3,0)i 0h:a:"
          |     ^
          |
          = help: leave the item out, or write how many there are

        array without elements
          |
          | "(3,0)i 0h:a:"
          |         ^
          |
          = help: leave the item out, or write how many there are
    "#]],
    );
}

#[test]
fn repeated_nothing() {
    check(
        "9T{} (4)0s 0i 0T{}",
        expect![[r#"
        many of what takes no bytes
          |
          | "9T{} (4)0s 0i 0T{}"
          |  ^^^^
          |
          = help: write it once: nothing can tell how many there are

        many of what takes no bytes
          |
          | "9T{} (4)0s 0i 0T{}"
          |       ^^^^^
          |
          = help: write it once: nothing can tell how many there are
    "#]],
    );
}

#[test]
fn size_overflow() {
    check(
        "9223372036854775807i h",
        expect![[r#"
        size is larger than memory can be
          |
          | "9223372036854775807i h"
          |  ^^^^^^^^^^^^^^^^^^^^ too large
          |
          = help: a size may be 9223372036854775807 bytes at most
    "#]],
    );
}

#[test]
fn count_overflow() {
    check(
        "99999999999999999999i",
        expect![[r#"
        size is larger than memory can be
          |
          | "99999999999999999999i"
          |  ^^^^^^^^^^^^^^^^^^^^^ too large
          |
          = help: a size may be 9223372036854775807 bytes at most
    "#]],
    );
}

/// A long text is shown in part, and two places far from each other one after the other.
#[test]
fn long_text() {
    let text = std::format!("i:a:{}h:a:", "4x ".repeat(60));
    check(
        &text,
        expect![[r#"
        second field called `a`
          |
          | ... 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x h:a:"
          |                                        ^ used again
          | "i:a:4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x 4x...
          |    - first used here
          |
          = help: give the fields different names
    "#]],
    );
}
