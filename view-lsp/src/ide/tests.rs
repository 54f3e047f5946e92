//! Every answer on small sources; `$0` is the cursor. `UPDATE_EXPECT=1` blesses.

use std::fmt::Write;

use expect_test::{Expect, expect};
use view_format::Target;

use super::*;
use crate::host;
use crate::language::Language::{self, Python, Rust};
use crate::source::{SourceRange, apply};

/// A source without its mark, and where that stood.
fn read(marked: &str) -> (String, u32) {
    let offset = marked.find("$0").unwrap();
    (marked.replacen("$0", "", 1), offset as u32)
}

fn with<T>(language: Language, marked: &str, of: impl FnOnce(File<'_>, u32) -> T) -> T {
    let (source, offset) = read(marked);
    let sites = host::sites(&source, language);
    of(File { source: &source, sites: &sites, target: &Target::LP64 }, offset)
}

/// The source with ranges in brackets.
fn marked(source: &str, ranges: impl IntoIterator<Item = (SourceRange, &'static str)>) -> String {
    let mut ends: Vec<(u32, bool, String)> = Vec::new();
    for (range, after) in ranges {
        ends.push((range.start, true, "[".into()));
        ends.push((range.end, false, format!("]{after}")));
    }
    ends.sort();
    let (mut text, mut at) = (String::new(), 0);
    for (offset, _, mark) in ends {
        text += &source[at..offset as usize];
        text += &mark;
        at = offset as usize;
    }
    text + &source[at..]
}

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

#[track_caller]
fn complete(language: Language, source: &str, only: &str, expected: Expect) {
    let text = with(language, source, |file, offset| {
        let Some(all) = file.completions(offset) else { return "nothing".into() };
        assert!(all.iter().all(|completion| completion.edit.range == SourceRange::empty(offset)));
        let mut text = all.iter().map(|c| &*c.edit.replacement).collect::<Vec<_>>().join(" ") + "\n";
        for completion in all.iter().filter(|c| only.split(' ').any(|only| only == c.edit.replacement)) {
            writeln!(text, "{}: {}", completion.edit.replacement, completion.detail).unwrap();
        }
        text
    });
    expected.assert_eq(&text);
}

#[test]
fn completions() {
    complete(
        Python,
        "import struct\nstruct.unpack('$0', data)",
        "< h",
        expect![[r#"
        @ = < > ! x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
        <: little-endian, standard sizes: 0 bytes in all
        h: short, int in Python: 2 bytes at 0, 2 in all
    "#]],
    );
    complete(
        Python,
        "import struct\nstruct.unpack('<2s$0I', data)",
        "h",
        expect![[r#"
        x c b B ? h H i I l L q Q e f d F D Zf Zd s p
        h: short, int in Python: 2 bytes at 2, 8 in all
    "#]],
    );
    // While it is typed: neither the literal nor the call is closed.
    complete(
        Python,
        "import struct\nx = struct.unpack('<2s$0\ny = 1\n",
        "h",
        expect![[r#"
        x c b B ? h H i I l L q Q e f d F D Zf Zd s p
        h: short, int in Python: 2 bytes at 2, 4 in all
    "#]],
    );
    complete(
        Python,
        "import struct\nx = struct.unpack('<2s$0, data)\ny = 1\n",
        "h",
        expect![[r#"
        x c b B ? h H i I l L q Q e f d F D Zf Zd s p
        h: short, int in Python: 2 bytes at 2, 4 in all
    "#]],
    );
    complete(
        Python,
        "import struct\nx = struct.unpack('$0\ny = 1\n",
        "h",
        expect![[r#"
        @ = < > ! x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
        h: short, int in Python: 2 bytes at 0, 2 in all
    "#]],
    );
    complete(
        Python,
        "import struct\nstruct.unpack('<I' '$0', data)",
        "h",
        expect![[r#"
        x c b B ? h H i I l L q Q e f d F D Zf Zd s p
        h: short, int in Python: 2 bytes at 4, 6 in all
    "#]],
    );
    complete(
        Python,
        "import struct\nstruct.unpack('$0' '<I', data)",
        "<",
        expect![[r#"
        x c b B ? h H i I l L q Q e f d F D Zf Zd s p
    "#]],
    );
    complete(
        Python,
        "import struct\nstruct.unpack(f'{order}H$0', data)",
        "h",
        expect![[r#"
        x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
        h: short, int in Python
    "#]],
    );
    complete(Python, "import struct\nprint('$0')", "", expect!["nothing"]);
    complete(
        Python,
        "import array\narray.array('$0')",
        "i",
        expect![[r#"
        @ = < > ! x c b B ? h H i I l L q Q n N e f d F D Zf Zd s p P
        i: int, int in Python: 4 bytes at 0, 4 in all
    "#]],
    );
    complete(
        Rust,
        "view_core::view! { struct H = \"<2s:a: $0\"; }",
        "I T{}",
        expect![[r#"
        @ ^ = < > ! x c b B ? h H i I l L q Q e f d F D Zf Zd s p w T{} ()
        I: unsigned int, int in Python: 4 bytes at 2, 6 in all
        T{}: a struct of its own
    "#]],
    );
    complete(
        Rust,
        "view_core::view! { struct H = \"<2s:a: $0\n}\nfn main() {}",
        "I",
        expect![[r#"
        @ ^ = < > ! x c b B ? h H i I l L q Q e f d F D Zf Zd s p w T{} ()
        I: unsigned int, int in Python: 4 bytes at 2, 6 in all
    "#]],
    );
    complete(
        Rust,
        "use view_core::Record;\n#[derive(Record)]\n#[view(format = \"<$0\")]\nstruct H { a: u8 }",
        "I",
        expect![[r#"
        @ ^ = < > ! x c b B ? h H i I l L q Q e f d F D Zf Zd s p w T{} ()
        I: unsigned int, int in Python: 4 bytes at 0, 4 in all
    "#]],
    );
}

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

/// With its comment a finding is gone, and the comment is not unused.
/// Whatever the source, at every offset: answers, and places that are places.
#[test]
fn every_offset_of_broken_sources_has_answers() {
    let sources = [
        (Python, "import struct\nstruct.pack('<é𝕒3', \nstruct.unpack(f'{a}' '\\x49' + b, x"),
        (Python, "\u{feff}import struct\r\nx, y = struct.unpack(\"\"\"<I\r\n T{\r\n"),
        (Python, "from struct import *\nS = Struct('<h' \"3é\")\nS.pack(*a, 1, S.pack(2, 3), \n"),
        (Rust, "view! { struct H = \"<T{h:é: (3,\u{49}\\u{49}é"),
        (Rust, "#[derive(view_core::Record)] #[view(format = r#\"<2sI\"#)] struct H(u8, é);"),
    ];
    for (language, source) in sources {
        for end in (0..=source.len()).filter(|end| source.is_char_boundary(*end)) {
            let source = &source[..end];
            let sites = host::sites(source, language);
            let file = File { source, sites: &sites, target: &Target::I386 };
            let is_place = |range: SourceRange| assert!(source.get(range.range()).is_some(), "{source:?} {range:?}");
            for offset in (0..=end).filter(|at| source.is_char_boundary(*at)).map(|at| at as u32) {
                file.hover(offset).into_iter().for_each(|hover| is_place(hover.range));
                file.highlights(offset).into_iter().flatten().for_each(|highlight| is_place(highlight.range));
                file.selections(offset).into_iter().flatten().for_each(is_place);
                let _ = file.signature(offset);
                for action in file.actions(SourceRange::empty(offset)) {
                    assert_eq!(apply(source, [action.edits.as_slice()]).1, 1, "{source:?} {action:?}");
                }
            }
            // These cost more, and hang less on the place.
            file.completions(end as u32).into_iter().flatten().for_each(|completion| is_place(completion.edit.range));
            file.tokens(0..end as u32).into_iter().for_each(|token| is_place(token.range));
            file.hints(0..end as u32).into_iter().for_each(|hint| is_place(SourceRange::empty(hint.offset)));
        }
    }
}
