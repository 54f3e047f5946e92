//! What the macros make, whole, in files beside: `UPDATE_EXPECT=1 cargo test -p view-macros` blesses them. They are read in
//! reviews, and nothing else says what changes in every program when the output does.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap()
}

fn check(output: TokenStream, expected: ExpectFile) {
    let text = output.to_string();
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"));
    expected.assert_eq(&prettyplease::unparse(&file));
}

/// `view! { ... }` with items.
fn items(input: &str, expected: ExpectFile) {
    check(super::view(tokens(&format!("view_core, {input}"))), expected);
}

/// `view!(...)` as an expression.
fn call(input: &str, expected: ExpectFile) {
    let value = super::view(tokens(&format!("view_core, {input}")));
    check(quote!(fn main() { let view = #value; }), expected);
}

#[test]
fn a_record() {
    items(
        r#"
        /// What a file begins with.
        #[derive(Debug, PartialEq, Eq, Hash, Default)]
        #[must_use]
        pub struct Header = "<2s:magic: >I:size: 4x ?:open:";
        "#,
        expect_file!["../../tests/expansions/record.rs"],
    );
}

#[test]
fn records_and_arrays_in_a_record() {
    items(
        r#"struct Line = "<T{h:x: h:y:}:from: (2,3)f:m: =I:own: 5p:name:";"#,
        expect_file!["../../tests/expansions/nested.rs"],
    );
}

#[test]
fn a_native_record() {
    items(r#"struct Native = "@b:kind: l:size:";"#, expect_file!["../../tests/expansions/native.rs"]);
}

#[test]
fn a_derived_record() {
    let input = "#[view(big_endian)] pub struct Tile { width: u16, at: [i16; 2], name: [u8; 4] }";
    check(super::derive_record(tokens(input)), expect_file!["../../tests/expansions/derive.rs"]);
}

#[test]
fn in_place() {
    call(r#"&bytes, "<i", [3, 4], order = "F""#, expect_file!["../../tests/expansions/in_place.rs"]);
    call(r#"read(&file), "<H:low:""#, expect_file!["../../tests/expansions/in_place_record.rs"]);
    call(r#"&bytes, ">H", [_, WIDTH]"#, expect_file!["../../tests/expansions/in_place_inferred.rs"]);
}

#[test]
fn after_a_mistake() {
    items(r#"pub struct Header = FORMAT;"#, expect_file!["../../tests/expansions/stub.rs"]);
    call(r#"bytes.as_sl, "<y", [2]"#, expect_file!["../../tests/expansions/stub_in_place.rs"]);
}

/// What could be read is there: other mistakes are found, and nothing is said of the fields that are not good.
#[test]
fn a_broken_record_keeps_its_fields() {
    items(r#"struct Header = "<I:id: Y:kind: T{H:x: (0)H:y:}:at:";"#, expect_file!["../../tests/expansions/broken.rs"]);
}
