//! The values that a call takes.

use super::*;

#[track_caller]
fn signature(source: &str, expected: Expect) {
    let text = with(Python, source, |file, offset| {
        let Some(signature) = file.signature(offset) else { return "nothing".into() };
        let mut text = signature.label.clone() + "\n";
        for (i, parameter) in signature.parameters.iter().enumerate() {
            let mark = if signature.active == Some(i) { ">" } else { " " };
            writeln!(text, "{mark} {} ({})", &signature.label[parameter.label.clone()], parameter.documentation)
                .unwrap();
        }
        text
    });
    expected.assert_eq(&text);
}

#[test]
fn signatures() {
    signature(
        "import struct\nstruct.pack('<2sI4xd', $0)",
        expect![[r#"
        struct.pack(format, 2s: bytes, I: int, d: float)
        > 2s: bytes (`2s`, [u8; 2], 2 bytes at offset 0: bytes, cut or filled up to 2)
          I: int (`I`, u32, 4 bytes at offset 2: 0 to 4294967295)
          d: float (`d`, f64, 8 bytes at offset 10: any number that fits)
    "#]],
    );
    signature(
        "import struct\nstruct.pack('<2sI', one, t$0wo)",
        expect![[r#"
        struct.pack(format, 2s: bytes, I: int)
          2s: bytes (`2s`, [u8; 2], 2 bytes at offset 0: bytes, cut or filled up to 2)
        > I: int (`I`, u32, 4 bytes at offset 2: 0 to 4294967295)
    "#]],
    );
    signature(
        "import struct\nstruct.pack('<2sI', one, two, $0)",
        expect![[r#"
        struct.pack(format, 2s: bytes, I: int)
          2s: bytes (`2s`, [u8; 2], 2 bytes at offset 0: bytes, cut or filled up to 2)
          I: int (`I`, u32, 4 bytes at offset 2: 0 to 4294967295)
    "#]],
    );
    signature(
        "import struct\nS = struct.Struct('<hp?')\nS.pack($0",
        expect![[r#"
        Struct.pack(h: int, p: bytes, ?: bool)
        > h: int (`h`, i16, 2 bytes at offset 0: -32768 to 32767)
          p: bytes (`p`, Pascal<1>, 1 byte at offset 2: at most 0 bytes)
          ?: bool (`?`, bool, 1 byte at offset 3: anything that is true or false)
    "#]],
    );
    signature(
        "import struct\nS = struct.Struct('<hp?')\nS.pack_into(buffer, 0, 1, $0",
        expect![[r#"
        Struct.pack_into(buffer, offset, h: int, p: bytes, ?: bool)
          h: int (`h`, i16, 2 bytes at offset 0: -32768 to 32767)
        > p: bytes (`p`, Pascal<1>, 1 byte at offset 2: at most 0 bytes)
          ?: bool (`?`, bool, 1 byte at offset 3: anything that is true or false)
    "#]],
    );
    signature(
        "import struct\nstruct.pack(f'{e}%dsH' % n, $0)",
        expect![[r#"
        struct.pack(format, s: bytes, H: int)
        > s: bytes (`s`, bytes)
          H: int (`H`, u16, 2 bytes: 0 to 65535)
    "#]],
    );
    signature("import struct\nstruct.pack('<I$0', 1)", expect!["nothing"]);
    signature("import struct\nstruct.unpack('<I', $0)", expect!["nothing"]);
}
