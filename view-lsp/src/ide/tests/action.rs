//! Edits that are offered.

use super::*;

#[track_caller]
fn actions(language: Language, source: &str, expected: Expect) {
    let text = with(language, source, |file, offset| {
        let mut text = String::new();
        for action in file.actions(SourceRange::empty(offset)) {
            let (after, made) = apply(file.source, [action.edits.as_slice()]);
            assert_eq!(made, 1);
            writeln!(text, "# {}\n{}", action.title, after.trim_end().replace('\r', "\\r").replace('\t', "\\t"))
                .unwrap();
        }
        text
    });
    expected.assert_eq(&text);
}

#[test]
fn actions_in_python() {
    actions(
        Python,
        "import struct\nx = struct.unpack('h$0hi', data)\n",
        expect![[r##"
        # Take 2 items together: `2h`
        import struct
        x = struct.unpack('2hi', data)
        # Say that it is little-endian
        import struct
        x = struct.unpack('<hhi', data)
        # Write it as a `view!` type of Rust, in a comment
        import struct
        # view! {
        #     struct Record = "h:f0: h:f1: i:f2:";
        # }
        x = struct.unpack('hhi', data)
    "##]],
    );
    actions(
        Python,
        "import struct\nx = struct.unpack('<3$0h', data)\n",
        expect![[r##"
        # Write the count out: `hhh`
        import struct
        x = struct.unpack('<hhh', data)
        # Write it as a `view!` type of Rust, in a comment
        import struct
        # view! {
        #     struct Record = "<3h:f0:";
        # }
        x = struct.unpack('<3h', data)
    "##]],
    );
    actions(
        Python,
        "import struct\r\nif x:\r\n\tsig, self.size, *_ = struct.unpack('<2sI$04x2H', data)\r\n",
        expect![[r##"
            # Write it as a `view!` type of Rust, in a comment
            import struct\r
            if x:\r
            \t# view! {\r
            \t#     struct Record = "<2s:sig: I:size: 4x 2H:f0:";\r
            \t# }\r
            \tsig, self.size, *_ = struct.unpack('<2sI4x2H', data)
        "##]],
    );
    actions(
        Python,
        "import struct\nBMP_HEADER = struct.Struct('<2s$03I')\na, b, c, d = BMP_HEADER.unpack(x)\n",
        expect![[r##"
        # Write the count out: `III`
        import struct
        BMP_HEADER = struct.Struct('<2sIII')
        a, b, c, d = BMP_HEADER.unpack(x)
        # Write it as a `view!` type of Rust, in a comment
        import struct
        # view! {
        #     struct BmpHeader = "<2s:a: I:b: I:c: I:d:";
        # }
        BMP_HEADER = struct.Struct('<2s3I')
        a, b, c, d = BMP_HEADER.unpack(x)
    "##]],
    );
    actions(Python, "import struct\nx = struct.unpack(f'{e}2$0h', data)\n", expect![[""]]);
    actions(Python, "import struct\nx = struct.unpack('<2~$0h', data)\n", expect![[""]]);
    actions(Python, "import struct\nx$0 = 1", expect![[""]]);
}

#[test]
fn actions_in_rust() {
    actions(
        Rust,
        "view_core::view! { struct H = \"<2s$0 I:f0: H\"; }",
        expect![[r##"
        # Add names to the fields
        view_core::view! { struct H = "<2s:f1: I:f0: H:f2:"; }
        # Write it for Python's `struct`, in a comment: `<2sIH`
        // Python: struct.Struct("<2sIH")
        view_core::view! { struct H = "<2s I:f0: H"; }
    "##]],
    );
    actions(
        Rust,
        "    let v = view_core::view!(&x, \"=h$0h\", [_]);",
        expect![[r##"
        # Take 2 items together: `2h`
            let v = view_core::view!(&x, "=2h", [_]);
        # Say that it is little-endian
            let v = view_core::view!(&x, "<hh", [_]);
        # Add names to the fields
            let v = view_core::view!(&x, "=h:f0: h:f1:", [_]);
        # Write it for Python's `struct`, in a comment: `<hh`
            // Python: struct.Struct("<hh")
            let v = view_core::view!(&x, "=hh", [_]);
    "##]],
    );
    actions(
        Rust,
        "#[derive(view_core::Record)]\n#[view(format = \"<2s$0I\")]\nstruct H { a: [u8; 2], b: u32 }",
        expect![[r##"
        # Write it for Python's `struct`, in a comment: `<2sI`
        #[derive(view_core::Record)]
        // Python: struct.Struct("<2sI")
        #[view(format = "<2sI")]
        struct H { a: [u8; 2], b: u32 }
    "##]],
    );
}
