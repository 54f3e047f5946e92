//! What is selected, wider and wider.

use super::*;

#[track_caller]
fn selections(language: Language, source: &str, expected: Expect) {
    let text = with(language, source, |file, offset| {
        let Some(found) = file.selections(offset) else { return "nothing".into() };
        found.windows(2).for_each(|pair| assert!(pair[1].contains(pair[0]), "{found:?}"));
        found.into_iter().map(|range| format!("{}\n", &file.source[range.range()])).collect::<String>()
    });
    expected.assert_eq(&text);
}

#[test]
fn growing_selections() {
    selections(
        Python,
        "import struct\nstruct.unpack('<I 3$0H', x)",
        expect![[r#"
        H
        3H
        <I 3H
        '<I 3H'
    "#]],
    );
    selections(
        Python,
        "import struct\nstruct.unpack('<I' '3$0H', x)",
        expect![[r#"
        H
        3H
        <I' '3H
        '<I' '3H'
    "#]],
    );
    selections(
        Rust,
        "view_core::view! { struct H = \"<T{h:a: $0h:b:}:c: d:e:\"; }",
        expect![[r#"
        h
        h:b:
        h:a: h:b:
        T{h:a: h:b:}:c:
        <T{h:a: h:b:}:c: d:e:
        "<T{h:a: h:b:}:c: d:e:"
    "#]],
    );
    selections(Python, "import struct\nx$0 = 1", expect!["nothing"]);
}
