//! What can be written at a cursor.

use super::*;

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
