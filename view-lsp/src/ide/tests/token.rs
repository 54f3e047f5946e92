//! The colours of formats.

use super::*;

#[track_caller]
fn tokens(language: Language, source: &str, expected: Expect) {
    let sites = host::sites(source, language);
    let file = File { source, sites: &sites, target: &Target::LP64 };
    let of = |token: Token| format!("{:?} {}\n", token.kind, &source[token.range.range()]);
    expected.assert_eq(&file.tokens(0..source.len() as u32).into_iter().map(of).collect::<String>());
}

#[test]
fn semantic_tokens() {
    tokens(
        Python,
        "import struct\nstruct.unpack('<2s \\x49' 'H~', x)",
        expect![[r#"
        Mark <
        Count 2
        Code s
        Code \x49
        Code H
    "#]],
    );
    tokens(
        Python,
        "import struct\nstruct.unpack(f'{order}HL%', x)",
        expect![[r#"
        Code H
        Code L
    "#]],
    );
    tokens(
        Rust,
        "view_core::view! { struct H = r#\"<(3,4)f:m: T{h:a:}:b:\"#; }",
        expect![[r#"
        Mark <
        Shape (3,4)
        Code f
        Name :m:
        Code T{
        Code h
        Name :a:
        Code }
        Name :b:
    "#]],
    );
}
