//! What is shown between the characters.

use super::*;

#[track_caller]
fn hints(language: Language, source: &str, expected: Expect) {
    let sites = host::sites(source, language);
    let file = File { source, sites: &sites, target: &Target::LP64 };
    let (mut text, mut at) = (String::new(), 0);
    for hint in file.hints(0..source.len() as u32) {
        text += &source[at..hint.offset as usize];
        write!(text, "\u{ab}{}\u{bb}", hint.label).unwrap();
        at = hint.offset as usize;
    }
    text += &source[at..];
    expected.assert_eq(&text);
}

#[test]
fn hints_in_python() {
    hints(
        Python,
        "\
import struct
HEADER = struct.Struct('<2sI4xI')
magic, size, at = HEADER.unpack(data)
a, *rest, b = struct.unpack('<B3Hd', data)
(one,) = struct.unpack('<H', data)
wrong, number = struct.unpack('<H', data)
HEADER.pack(b'BM', size, 14)
struct.pack('<IHB', 1, *more)
struct.pack(f'{order}IH', one, two)
struct.pack('<%dsH' % n, one, two)
struct.calcsize('bi')
struct.unpack('<Ik', data)
memoryview(data).cast('I')
for x, y in struct.iter_unpack('<2f', data): pass
",
        expect![[r#"
            import struct
            HEADER = struct.Struct('<2sI4xI'«14 B, 3 values»)
            magic«: 2s», size«: I», at«: I» = HEADER.unpack(data)
            a«: B», *rest, b«: d» = struct.unpack('<B3Hd'«15 B, 5 values», data)
            (one«: H»,) = struct.unpack('<H'«2 B, 1 value», data)
            wrong, number = struct.unpack('<H'«2 B, 1 value», data)
            HEADER.pack(«2s:»b'BM', «I:»size, «I:»14)
            struct.pack('<IHB'«7 B, 3 values», «I:»1, *more)
            struct.pack(f'{order}IH', one, two)
            struct.pack('<%dsH' % n«2 values», «s:»one, «H:»two)
            struct.calcsize('bi'«8 B, 2 values»)
            struct.unpack('<Ik', data)
            memoryview(data).cast('I'«4 B»)
            for x«: f», y«: f» in struct.iter_unpack('<2f'«8 B, 2 values», data): pass
        "#]],
    );
}

#[test]
fn hints_in_rust() {
    hints(
        Rust,
        "\
view_core::view! { struct Header = \"<2s:magic: 3H I:size:\"; }
let rows = view_core::view!(&bytes, \"<I:id: d:price:\", [_])?;
#[derive(view_core::Record)]
#[view(format = \"<2sI\")]
struct H { a: [u8; 2], b: u32 }
",
        expect![[r#"
            view_core::view! { struct Header = "<2s:magic: 3H I:size:"«12 B, 3 fields»; }
            let rows = view_core::view!(&bytes, "<I:id: d:price:"«12 B, 2 fields», [_])?;
            #[derive(view_core::Record)]
            #[view(format = "<2sI"«6 B, 2 fields»)]
            struct H { a: [u8; 2], b: u32 }
        "#]],
    );
}

#[test]
fn hints_in_a_range() {
    let source = "import struct\na, b = struct.unpack('<IH', x)\nc, d = struct.unpack('<BB', x)\n";
    let sites = host::sites(source, Python);
    let file = File { source, sites: &sites, target: &Target::LP64 };
    let labels: Vec<_> = file.hints(45..76).into_iter().map(|hint| hint.label).collect();
    assert_eq!(labels, [": B", ": B", "2 B, 2 values"]);
}
