//! What belongs together.

use super::*;

#[track_caller]
fn highlights(language: Language, source: &str, expected: Expect) {
    let text = with(language, source, |file, offset| {
        let Some(found) = file.highlights(offset) else { return "nothing".into() };
        let kind = |kind| match kind {
            HighlightKind::Item => "i",
            HighlightKind::Read => "r",
            HighlightKind::Write => "w",
        };
        marked(file.source, found.into_iter().map(|h| (h.range, kind(h.kind))))
    });
    expected.assert_eq(&text);
}

#[test]
fn highlights_of_items_and_targets() {
    highlights(
        Python,
        "import struct\na, b = struct.unpack('<I$0H', x)",
        expect![[r#"
        import struct
        a, [b]w = struct.unpack('<I[H]i', x)"#]],
    );
    highlights(
        Python,
        "import struct\na, b$0 = struct.unpack('<IH', x)",
        expect![[r#"
        import struct
        a, [b]w = struct.unpack('<I[H]i', x)"#]],
    );
    highlights(
        Python,
        "import struct\na, *b, c = struct.unpack('<I$03HB', x)",
        expect![[r#"
        import struct
        a, [*b]w, c = struct.unpack('<I[3H]iB', x)"#]],
    );
    highlights(
        Python,
        "import struct\nS = struct.Struct('<IH')\nS.pack(one, t$0wo)\na, b = S.unpack(x)",
        expect![[r#"
        import struct
        S = struct.Struct('<I[H]i')
        S.pack(one, [two]r)
        a, [b]w = S.unpack(x)"#]],
    );
    highlights(
        Python,
        "import struct\nstruct.pack('<I$0' 'H', one, two)",
        expect![[r#"
        import struct
        struct.pack('<I' '[H]i', one, [two]r)"#]],
    );
    highlights(Python, "import struct\nstruct.pack(f'{e}IH$0', one, two)", expect!["nothing"]);
    highlights(
        Python,
        "import struct\nx = struct.unpack('<I$0H', x)[0]",
        expect![[r#"
        import struct
        x = struct.unpack('<I[H]i', x)[0]"#]],
    );
    highlights(Python, "import struct\na, b = struct.unpack('<IH', x$0)", expect!["nothing"]);
    highlights(
        Rust,
        "#[derive(view_core::Record)]\n#[view(format = \"<2s$0I\")]\nstruct H { a: [u8; 2], b: u32 }",
        expect![[r##"
        #[derive(view_core::Record)]
        #[view(format = "<2s[I]i")]
        struct H { a: [u8; 2], [b]w: u32 }"##]],
    );
    highlights(
        Rust,
        "#[derive(view_core::Record)]\n#[view(format = \"<2sI\")]\nstruct H { a: [u8; 2], b$0: u32 }",
        expect![[r##"
        #[derive(view_core::Record)]
        #[view(format = "<2s[I]i")]
        struct H { a: [u8; 2], [b]w: u32 }"##]],
    );
}
