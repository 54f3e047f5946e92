//! What is shown in a text: hints, colours, what belongs together.

use super::*;

#[test]
fn inlay_hints() {
    let whole = json!({ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } } });
    let text =
        "$0import struct\na, b = 'é𝕒', *struct.unpack('<H', x)\nc, d = struct.unpack('<IH', x)\nstruct.pack('<h', 1)\n";
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/inlayHint",
        whole,
        expect![[r#"
        [
          {
            "label": "2 B, 1 value",
            "paddingLeft": true,
            "paddingRight": false,
            "position": "1:33"
          },
          {
            "kind": 1,
            "label": ": I",
            "paddingLeft": false,
            "paddingRight": false,
            "position": "2:1",
            "tooltip": "u32, 4 bytes at offset 0"
          },
          {
            "kind": 1,
            "label": ": H",
            "paddingLeft": false,
            "paddingRight": false,
            "position": "2:4",
            "tooltip": "u16, 2 bytes at offset 4"
          },
          {
            "label": "6 B, 2 values",
            "paddingLeft": true,
            "paddingRight": false,
            "position": "2:26"
          },
          {
            "label": "2 B, 1 value",
            "paddingLeft": true,
            "paddingRight": false,
            "position": "3:16"
          },
          {
            "kind": 2,
            "label": "h:",
            "paddingLeft": false,
            "paddingRight": true,
            "position": "3:18",
            "tooltip": "i16, 2 bytes at offset 0"
          }
        ]
    "#]],
    );
}

#[test]
fn semantic_tokens() {
    let text = "import struct\nx = 'é𝕒', struct.unpack('<2s' 'H', data); struct.calcsize('''>\nI''')$0\n";
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/semanticTokens/full",
        json!({}),
        expect![[r#"
        {
          "data": "1 26 1 2 0 0 1 1 1 0 0 1 1 0 0 0 4 1 0 0 0 30 1 2 0 1 0 1 0 0"
        }
    "#]],
    );
    let second = json!({ "range": { "start": { "line": 2, "character": 0 }, "end": { "line": 3, "character": 0 } } });
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/semanticTokens/range",
        second,
        expect![[r#"
        {
          "data": "1 62 1 2 0 1 0 1 0 0"
        }
    "#]],
    );
}

#[test]
fn document_highlight() {
    let text = "import struct\nsize, at = struct.unpack('<I$0H', data)\n";
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/documentHighlight",
        json!({}),
        expect![[r#"
        [
          {
            "kind": 3,
            "range": "1:6-1:8"
          },
          {
            "kind": 1,
            "range": "1:28-1:29"
          }
        ]
    "#]],
    );
}

#[test]
fn selection_range() {
    let text = "import struct\nstruct.unpack('<I 3$0H', x)\n";
    let positions = json!({ "positions": [{ "line": 1, "character": 20 }, { "line": 0, "character": 2 }] });
    answer(
        json!({}),
        PYTHON,
        text,
        "textDocument/selectionRange",
        positions,
        expect![[r#"
        [
          {
            "parent": {
              "parent": {
                "parent": {
                  "range": "1:14-1:21"
                },
                "range": "1:15-1:20"
              },
              "range": "1:18-1:20"
            },
            "range": "1:19-1:20"
          },
          {
            "range": "0:2-0:2"
          }
        ]
    "#]],
    );
    let outside = json!({ "positions": [{ "line": 0, "character": 2 }] });
    answer(json!({}), PYTHON, text, "textDocument/selectionRange", outside, expect![["null\n"]]);
}
