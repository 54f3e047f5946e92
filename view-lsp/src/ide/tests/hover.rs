//! What the place under a cursor means.

use super::*;

#[track_caller]
fn hover(language: Language, source: &str, expected: Expect) {
    let text = with(language, source, |file, offset| {
        let Some(hover) = file.hover(offset) else { return "nothing".into() };
        let mut text = marked(file.source, [(hover.range, "")]).trim().to_owned() + "\n";
        for part in [hover.meaning, hover.values, hover.picture].into_iter().flatten() {
            text += "---\n";
            text += &part;
            text.push('\n');
            assert!(part.lines().all(|line| line.chars().count() <= 80), "{part}");
        }
        text
    });
    expected.assert_eq(&text);
}

#[test]
fn hover_in_python() {
    hover(
        Python,
        "import struct\nstruct.unpack('<2s$0I4xI', data)",
        expect![[r#"
        import struct
        struct.unpack('<2s[I]4xI', data)
        ---
        `I`: unsigned int, Rust u32, Python int, numpy u4
        4 bytes, little-endian
        at offset 2, 4 bytes in all
        ---
        3 values: bytes, 2 x int
        ---
        14 bytes, little-endian
           +---------------+-------------------------------+---------------+
         0 | 2s            | I                             | padding       |
           +---------------+-------------------------------+---------------+
         8 | (padding)     | I                             |
           +---------------+-------------------------------+
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack('$0<2sI4xI', data)",
        expect![[r#"
        import struct
        struct.unpack('[<]2sI4xI', data)
        ---
        `<`: little-endian, standard sizes
        ---
        3 values: bytes, 2 x int
        ---
        14 bytes, little-endian
           +---------------+-------------------------------+---------------+
         0 | 2s            | I                             | padding       |
           +---------------+-------------------------------+---------------+
         8 | (padding)     | I                             |
           +---------------+-------------------------------+
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack('<2sI$04xI', data)",
        expect![[r#"
        import struct
        struct.unpack('<2sI[4]xI', data)
        ---
        `x`: pad byte, numpy V
        1 byte
        4 bytes of padding
        ---
        3 values: bytes, 2 x int
        ---
        14 bytes, little-endian
           +---------------+-------------------------------+---------------+
         0 | 2s            | I                             | padding       |
           +---------------+-------------------------------+---------------+
         8 | (padding)     | I                             |
           +---------------+-------------------------------+
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack(b'<\\x49$0H', data)",
        expect![[r#"
        import struct
        struct.unpack(b'<\x49[H]', data)
        ---
        `H`: unsigned short, Rust u16, Python int, numpy u2
        2 bytes, little-endian
        at offset 4, 2 bytes in all
        ---
        2 values: int, int
        ---
        6 bytes, little-endian
           +-------------------------------+---------------+
         0 | I                             | H             |
           +-------------------------------+---------------+
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack('<I' '$0H', data)",
        expect![[r#"
        import struct
        struct.unpack('<I' '[H]', data)
        ---
        `H`: unsigned short, Rust u16, Python int, numpy u2
        2 bytes, little-endian
        at offset 4, 2 bytes in all
        ---
        2 values: int, int
        ---
        6 bytes, little-endian
           +-------------------------------+---------------+
         0 | I                             | H             |
           +-------------------------------+---------------+
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack(f'{order}H$0L', data)",
        expect![[r#"
        import struct
        struct.unpack(f'{order}H[L]', data)
        ---
        `L`: unsigned long, Python int
    "#]],
    );
    hover(Python, "import struct\nstruct.unpack(f'{ord$0er}HL', data)", expect!["nothing"]);
    hover(
        Python,
        "import struct\nstruct.unpack('<%ds$0H' % n, data)",
        expect![[r#"
        import struct
        struct.unpack('<%ds[H]' % n, data)
        ---
        `H`: unsigned short, Rust u16, Python int
        2 bytes, little-endian
        ---
        2 values, whatever is filled in
    "#]],
    );
    hover(
        Python,
        "import struct\nstruct.unpack('<I$0', data)",
        expect![[r#"
        import struct
        struct.unpack('<[I]', data)
        ---
        `I`: unsigned int, Rust u32, Python int, numpy u4
        4 bytes, little-endian
        at offset 0, 4 bytes in all
        ---
        1 value: int
        ---
        4 bytes, little-endian
           +-------------------------------+
         0 | I                             |
           +-------------------------------+
    "#]],
    );
    hover(Python, "import struct\nstruct.un$0pack('<I', data)", expect!["nothing"]);
    hover(Python, "import struct\nprint('<I$0')", expect!["nothing"]);
    hover(Python, "import struct\nstruct.unpack('<I$0~H', data)", expect!["nothing"]);
}

#[test]
fn hover_in_rust() {
    hover(
        Rust,
        "view_core::view! { struct Header = \"<2s:magic: $0I:size:\"; }",
        expect![[r#"
        view_core::view! { struct Header = "<2s:magic: [I]:size:"; }
        ---
        `I`: unsigned int, Rust u32, Python int, numpy u4
        4 bytes, little-endian
        at offset 2, 4 bytes in all
        ---
        2 fields: magic: [u8; 2], size: u32
        ---
        6 bytes, little-endian
           +---------------+-------------------------------+
         0 | magic 2s      | size I                        |
           +---------------+-------------------------------+
    "#]],
    );
    hover(
        Rust,
        "let v = view_core::view!(&bytes, \"<H:low: H:hi$0gh:\", [_]);",
        expect![[r#"
        let v = view_core::view!(&bytes, "<H:low: H[:high:]", [_]);
        ---
        `H`: unsigned short, Rust u16, Python int, numpy u2
        2 bytes, little-endian
        at offset 2, 2 bytes in all
        ---
        2 fields: low: u16, high: u16
        ---
        4 bytes, little-endian
           +---------------+---------------+
         0 | low H         | high H        |
           +---------------+---------------+
    "#]],
    );
    hover(
        Rust,
        "use view_core::Record;\n#[derive(Record)]\n#[view(format = \"<2s$0I\")]\nstruct H { a: [u8; 2], b: u32 }",
        expect![[r#"
        use view_core::Record;
        #[derive(Record)]
        #[view(format = "<2s[I]")]
        struct H { a: [u8; 2], b: u32 }
        ---
        `I`: unsigned int, Rust u32, Python int, numpy u4
        4 bytes, little-endian
        at offset 2, 4 bytes in all
        ---
        2 fields: [u8; 2], u32
        ---
        6 bytes, little-endian
           +---------------+-------------------------------+
         0 | 2s            | I                             |
           +---------------+-------------------------------+
    "#]],
    );
    hover(
        Rust,
        "let l = view_format::Layout::parse(\"T{h:a:$0T{d:x:}:b:}\");",
        expect![[r#"
        let l = view_format::Layout::parse("T{h:a:[T{d:x:}]:b:}");
        ---
        `T{}`: struct, Rust record, Python tuple, numpy V
        at offset 8, 8 bytes in all
        ---
        2 fields: a: i16, b: record
        ---
        16 bytes, aligned to 8, little-endian
           +---------------+-----------------------------------------------+
         0 | a h           | padding                                       |
           +---------------+-----------------------------------------------+
         8 | b.x d                                                         |
           +---------------------------------------------------------------+
    "#]],
    );
}
