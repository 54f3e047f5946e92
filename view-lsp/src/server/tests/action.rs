//! Code actions, and the fixes of all of a file.

use super::*;

#[test]
fn code_actions() {
    let text = "$0import struct\nstruct.unpack('<u32', data)\n";
    let context = json!({ "range": whole_line(1), "context": { "diagnostics": [] } });
    answer(
        capable(),
        PYTHON,
        text,
        "textDocument/codeAction",
        context.clone(),
        expect![[r##"
            [
              {
                "diagnostics": [
                  {
                    "code": "unknown-code",
                    "codeDescription": {
                      "href": "https://github.com/view-rs/view/blob/main/docs/rules.md#unknown-code"
                    },
                    "data": {
                      "fix": {
                        "safe": true,
                        "title": "write `I`"
                      },
                      "rule": "VF001"
                    },
                    "message": "unknown code `u32` in format `<u32`: not a run of codes\nhelp: for an unsigned 32-bit integer write `I`",
                    "range": "1:16-1:19",
                    "severity": 1,
                    "source": "viewfmt"
                  }
                ],
                "edit": {
                  "documentChanges": [
                    {
                      "edits": [
                        {
                          "newText": "I",
                          "range": "1:16-1:19"
                        }
                      ],
                      "textDocument": {
                        "uri": "file:///project/a.py",
                        "version": 1
                      }
                    }
                  ]
                },
                "isPreferred": true,
                "kind": "quickfix",
                "title": "Write `I`"
              },
              {
                "diagnostics": [
                  {
                    "code": "unknown-code",
                    "codeDescription": {
                      "href": "https://github.com/view-rs/view/blob/main/docs/rules.md#unknown-code"
                    },
                    "data": {
                      "fix": {
                        "safe": true,
                        "title": "write `I`"
                      },
                      "rule": "VF001"
                    },
                    "message": "unknown code `u32` in format `<u32`: not a run of codes\nhelp: for an unsigned 32-bit integer write `I`",
                    "range": "1:16-1:19",
                    "severity": 1,
                    "source": "viewfmt"
                  }
                ],
                "edit": {
                  "documentChanges": [
                    {
                      "edits": [
                        {
                          "newText": "# view: ignore[unknown-code]\n",
                          "range": "1:0-1:0"
                        }
                      ],
                      "textDocument": {
                        "uri": "file:///project/a.py",
                        "version": 1
                      }
                    }
                  ]
                },
                "kind": "quickfix",
                "title": "Ignore `unknown-code` here"
              }
            ]
        "##]],
    );
    // A client that knows only commands.
    answer(json!({}), PYTHON, text, "textDocument/codeAction", context, expect![["null\n"]]);
    let only = json!({ "range": whole_line(1), "context": { "diagnostics": [], "only": ["refactor"] } });
    answer(capable(), PYTHON, text, "textDocument/codeAction", only, expect![["[]\n"]]);
    let rust = "view_core::view! { struct H = \"<h$0h\"; }";
    let at = json!({ "start": { "line": 0, "character": 32 }, "end": { "line": 0, "character": 32 } });
    let context = json!({ "range": at, "context": { "diagnostics": [] } });
    answer(
        capable(),
        RUST,
        rust,
        "textDocument/codeAction",
        context,
        expect![[r#"
        [
          {
            "edit": {
              "documentChanges": [
                {
                  "edits": [
                    {
                      "newText": "2h",
                      "range": "0:32-0:34"
                    }
                  ],
                  "textDocument": {
                    "uri": "file:///project/a.rs",
                    "version": 1
                  }
                }
              ]
            },
            "kind": "refactor.rewrite",
            "title": "Take 2 items together: `2h`"
          },
          {
            "edit": {
              "documentChanges": [
                {
                  "edits": [
                    {
                      "newText": "<h:f0: h:f1:",
                      "range": "0:31-0:34"
                    }
                  ],
                  "textDocument": {
                    "uri": "file:///project/a.rs",
                    "version": 1
                  }
                }
              ]
            },
            "kind": "refactor.rewrite",
            "title": "Add names to the fields"
          },
          {
            "edit": {
              "documentChanges": [
                {
                  "edits": [
                    {
                      "newText": "// Python: struct.Struct(\"<hh\")\n",
                      "range": "0:0-0:0"
                    }
                  ],
                  "textDocument": {
                    "uri": "file:///project/a.rs",
                    "version": 1
                  }
                }
              ]
            },
            "kind": "refactor.extract",
            "title": "Write it for Python's `struct`, in a comment: `<hh`"
          }
        ]
    "#]],
    );
}

/// Text with edits of the protocol made, of lines without anything but ASCII.
fn edited(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let line = position["line"].as_u64().unwrap() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + position["character"].as_u64().unwrap() as usize
    };
    let mut edits: Vec<_> = edits.as_array().unwrap().iter().collect();
    edits.sort_by_key(|edit| offset(&edit["range"]["start"]));
    let mut edited = text.to_owned();
    for edit in edits.into_iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        edited.replace_range(range, edit["newText"].as_str().unwrap());
    }
    edited
}

/// All safe fixes at once leave nothing that could be fixed so; the edit comes when it is asked for.
#[test]
fn fix_all_is_resolved_lazily() {
    let text = "import struct\nstruct.unpack('<u32', a)\nstruct.unpack('<f8', b)\nstruct.unpack('h<', c)\n";
    let mut client = Client::ready(capable());
    client.open(PYTHON, text);
    let params = json!({
        "textDocument": { "uri": PYTHON }, "range": whole_line(0),
        "context": { "diagnostics": [], "only": ["source.fixAll"] },
    });
    let actions = client.ask("textDocument/codeAction", params.clone()).unwrap();
    assert_eq!(actions.as_array().unwrap().len(), 1, "{actions:#}");
    assert_eq!(actions[0]["edit"], Value::Null);
    let resolved = client.ask("codeAction/resolve", actions[0].clone()).unwrap();
    let change = &resolved["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": PYTHON, "version": 1 }));
    let mended = edited(text, &change["edits"]);
    expect![[r#"
        import struct
        struct.unpack('<I', a)
        struct.unpack('<d', b)
        struct.unpack('h<', c)
    "#]]
    .assert_eq(&mended);
    client.change(PYTHON, 2, json!([{ "text": mended }]));
    assert_eq!(client.ask("textDocument/codeAction", params).unwrap(), json!([]));
    // Of the text as it was, this would be the wrong edit now.
    assert_eq!(client.ask("codeAction/resolve", actions[0].clone()).unwrap()["edit"], Value::Null);
    client.end();
}
