//! What is asked at a cursor: hover, completions, signatures.

use super::*;

#[test]
fn hover() {
    let python = "import struct\nx = 'é𝕒', struct.unpack('<2s$0I', data)\n";
    let method = "textDocument/hover";
    answer(
        capable(),
        PYTHON,
        python,
        method,
        json!({}),
        expect![[r#"
        {
          "contents": {
            "kind": "markdown",
            "value": "`I`: unsigned int, Rust u32, Python int, numpy u4  \n4 bytes, little-endian  \nat offset 2, 4 bytes in all\n\n2 values: bytes, int\n\n```text\n6 bytes, little-endian\n   +---------------+-------------------------------+\n 0 | 2s            | I                             |\n   +---------------+-------------------------------+\n```"
          },
          "range": "1:29-1:30"
        }
    "#]],
    );
    answer(
        json!({}),
        PYTHON,
        python,
        method,
        json!({}),
        expect![[r#"
        {
          "contents": {
            "kind": "plaintext",
            "value": "`I`: unsigned int, Rust u32, Python int, numpy u4\n4 bytes, little-endian\nat offset 2, 4 bytes in all\n\n2 values: bytes, int\n\n6 bytes, little-endian\n   +---------------+-------------------------------+\n 0 | 2s            | I                             |\n   +---------------+-------------------------------+"
          },
          "range": "1:29-1:30"
        }
    "#]],
    );
    answer(
        json!({}),
        PYTHON,
        "import struct\nst$0ruct.unpack('<2sI', data)\n",
        method,
        json!({}),
        expect![[r#"
        null
    "#]],
    );
    answer(
        capable(),
        RUST,
        "view_core::view! { struct H = \"<h:a_b: $0h:c:\"; }",
        method,
        json!({}),
        expect![[r#"
        {
          "contents": {
            "kind": "markdown",
            "value": "`h`: short, Rust i16, Python int, numpy i2  \n2 bytes, little-endian  \nat offset 2, 2 bytes in all\n\n2 fields: a\\_b: i16, c: i16\n\n```text\n4 bytes, little-endian\n   +---------------+---------------+\n 0 | a_b h         | c h           |\n   +---------------+---------------+\n```"
          },
          "range": "0:39-0:40"
        }
    "#]],
    );
}

/// Only a few of the items: all of them are in the tests of `ide`.
#[test]
fn completion() {
    #[track_caller]
    fn check(uri: &str, marked: &str, labels: &[&str], expected: Expect) {
        let mut client = Client::ready(capable());
        let (text, position) = at_cursor(marked, "utf-16");
        client.open(uri, &text);
        let params = json!({ "textDocument": { "uri": uri }, "position": position });
        let mut list = client.ask("textDocument/completion", params).unwrap();
        if let Some(items) = list.get_mut("items").and_then(Value::as_array_mut) {
            items.retain(|item| labels.iter().any(|label| item["label"] == *label));
        }
        expected.assert_eq(&shown(list));
        client.end();
    }
    check(
        PYTHON,
        "import struct\nx = 'é𝕒', struct.unpack('$0",
        &["<", "h"],
        expect![[r#"
        {
          "isIncomplete": true,
          "items": [
            {
              "detail": "little-endian, standard sizes: 0 bytes in all",
              "filterText": "<",
              "kind": 24,
              "label": "<",
              "sortText": "002",
              "textEdit": {
                "newText": "<",
                "range": "1:26-1:26"
              }
            },
            {
              "detail": "short, int in Python: 2 bytes at 0, 2 in all",
              "filterText": "h",
              "kind": 12,
              "label": "h",
              "sortText": "010",
              "textEdit": {
                "newText": "h",
                "range": "1:26-1:26"
              }
            }
          ]
        }
    "#]],
    );
    check(
        RUST,
        "view_core::view! { struct H = \"<h$0\"; }",
        &["T{}", "::", "d"],
        expect![[r#"
        {
          "isIncomplete": true,
          "items": [
            {
              "detail": "double, float in Python: 8 bytes at 2, 10 in all",
              "filterText": "d",
              "kind": 12,
              "label": "d",
              "sortText": "021",
              "textEdit": {
                "newText": "d",
                "range": "0:33-0:33"
              }
            },
            {
              "detail": "a struct of its own",
              "filterText": "T{}",
              "insertTextFormat": 2,
              "kind": 22,
              "label": "T{}",
              "sortText": "029",
              "textEdit": {
                "newText": "T{$0\\}",
                "range": "0:33-0:33"
              }
            },
            {
              "detail": "the name of the field before it",
              "filterText": "::",
              "insertTextFormat": 2,
              "kind": 5,
              "label": "::",
              "sortText": "031",
              "textEdit": {
                "newText": ":$0:",
                "range": "0:33-0:33"
              }
            }
          ]
        }
    "#]],
    );
    check(
        PYTHON,
        "import struct\nprint('$0')",
        &[],
        expect![[r#"
        null
    "#]],
    );
}

#[test]
fn signature_help() {
    let text = "import struct\nstruct.pack('<2sI', one, $0";
    answer(
        capable(),
        PYTHON,
        text,
        "textDocument/signatureHelp",
        json!({}),
        expect![[r#"
        {
          "activeParameter": 1,
          "activeSignature": 0,
          "signatures": [
            {
              "label": "struct.pack(format, 2s: bytes, I: int)",
              "parameters": [
                {
                  "documentation": {
                    "kind": "markdown",
                    "value": "`2s`, \\[u8; 2\\], 2 bytes at offset 0: bytes, cut or filled up to 2"
                  },
                  "label": "20 29"
                },
                {
                  "documentation": {
                    "kind": "markdown",
                    "value": "`I`, u32, 4 bytes at offset 2: 0 to 4294967295"
                  },
                  "label": "31 37"
                }
              ]
            }
          ]
        }
    "#]],
    );
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/signatureHelp",
        json!({}),
        expect![[r#"
        {
          "activeParameter": 1,
          "activeSignature": 0,
          "signatures": [
            {
              "label": "struct.pack(format, 2s: bytes, I: int)",
              "parameters": [
                {
                  "documentation": "`2s`, [u8; 2], 2 bytes at offset 0: bytes, cut or filled up to 2",
                  "label": "2s: bytes"
                },
                {
                  "documentation": "`I`, u32, 4 bytes at offset 2: 0 to 4294967295",
                  "label": "I: int"
                }
              ]
            }
          ]
        }
    "#]],
    );
}

/// Rust has no call that takes the values of a format one by one: they are a tuple, whose types the compiler knows.
#[test]
fn signature_help_is_for_python() {
    let mut client = Client::ready(capable());
    for (text, at) in [
        ("fn f() { view_core::view!(bytes, \"<HI\", [2]); }", 40),
        ("fn f() { view_core::Struct::new(\"<HI\")?.pack((1, 2)); }", 48),
    ] {
        client.open(RUST, text);
        let params = json!({ "textDocument": { "uri": RUST }, "position": { "line": 0, "character": at } });
        assert_eq!(client.ask("textDocument/signatureHelp", params), Ok(Value::Null));
    }
    client.end();
}
