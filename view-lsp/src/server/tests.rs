//! The server over a connection in memory: what a client sends and what it gets. `$0` is the cursor, `UPDATE_EXPECT=1`
//! blesses.

use std::collections::VecDeque;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use expect_test::{Expect, expect};
use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

/// How long an answer may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

const PYTHON: &str = "file:///project/a.py";
const RUST: &str = "file:///project/a.rs";

struct Client {
    connection: Connection,
    server: JoinHandle<u8>,
    questions: i32,
    /// What came and was not asked for yet.
    notifications: VecDeque<Notification>,
    requests: VecDeque<Request>,
}

impl Client {
    /// A client with nothing sent yet, before a server that runs.
    fn new() -> Client {
        Client::after(Vec::new())
    }

    /// The server finds these messages waiting.
    fn after(messages: Vec<Message>) -> Client {
        let (server, connection) = Connection::memory();
        messages.into_iter().for_each(|message| connection.sender.send(message).unwrap());
        let server = thread::spawn(move || super::run(&server));
        Client { connection, server, questions: 0, notifications: VecDeque::new(), requests: VecDeque::new() }
    }

    /// A client with these capabilities, before a server that is ready.
    fn ready(capabilities: Value) -> Client {
        Client::with(json!({ "capabilities": capabilities }))
    }

    fn with(params: Value) -> Client {
        let mut client = Client::new();
        client.ask("initialize", params).unwrap();
        client.tell("initialized", json!({}));
        client
    }

    fn tell(&self, method: &str, params: Value) {
        self.connection.sender.send(Notification::new(method.into(), params).into()).unwrap();
    }

    fn ask(&mut self, method: &str, params: Value) -> Result<Value, (i32, String)> {
        self.questions += 1;
        let id = RequestId::from(self.questions);
        self.connection.sender.send(Request { id: id.clone(), method: method.into(), params }.into()).unwrap();
        loop {
            if let Some(response) = self.take() {
                assert_eq!(response.id, id);
                return response.response_result.map_err(|error| (error.code, error.message));
            }
        }
    }

    /// What comes next; a response is given, everything else put aside.
    fn take(&mut self) -> Option<Response> {
        match self.connection.receiver.recv_timeout(PATIENCE).unwrap() {
            Message::Response(response) => return Some(response),
            Message::Request(request) => self.requests.push_back(request),
            Message::Notification(notification) => self.notifications.push_back(notification),
        }
        None
    }

    fn notification(&mut self, method: &str) -> Value {
        loop {
            if let Some(i) = self.notifications.iter().position(|notification| notification.method == method) {
                return self.notifications.remove(i).unwrap().params;
            }
            assert!(self.take().is_none(), "a response that nobody asked for");
        }
    }

    fn request(&mut self, method: &str) -> Request {
        loop {
            if let Some(i) = self.requests.iter().position(|request| request.method == method) {
                return self.requests.remove(i).unwrap();
            }
            assert!(self.take().is_none(), "a response that nobody asked for");
        }
    }

    fn reply(&self, request: Request, result: Value) {
        self.connection.sender.send(Response::new_ok(request.id, result).into()).unwrap();
    }

    fn open(&self, uri: &str, text: &str) {
        let language = match uri.rsplit('.').next() {
            Some("rs") => "rust",
            Some("toml") => "toml",
            _ => "python",
        };
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn change(&self, uri: &str, version: i32, changes: Value) {
        let params = json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes });
        self.tell("textDocument/didChange", params);
    }

    fn published(&mut self) -> Value {
        self.notification("textDocument/publishDiagnostics")
    }

    /// Ends the session as the protocol wants it.
    fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Ok(Value::Null));
        self.tell("exit", Value::Null);
        assert_eq!(self.server.join().unwrap(), 0);
    }
}

/// Everything that a current editor can do.
fn capable() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": {
            "configuration": true,
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "workspaceEdit": { "documentChanges": true },
            "inlayHint": { "refreshSupport": true },
            "semanticTokens": { "refreshSupport": true },
            "diagnostics": { "refreshSupport": true },
        },
        "textDocument": {
            "diagnostic": {},
            "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "completion": { "completionItem": { "snippetSupport": true } },
            "semanticTokens": { "dynamicRegistration": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
                "isPreferredSupport": true,
                "dataSupport": true,
                "resolveSupport": { "properties": ["edit"] },
            },
            "signatureHelp": { "signatureInformation": {
                "documentationFormat": ["markdown"],
                "parameterInformation": { "labelOffsetSupport": true },
            } },
        },
    })
}

/// The first thing at a cursor: what an editor that can do little asks for.
fn at_cursor(marked: &str, encoding: &str) -> (String, Value) {
    let offset = marked.find("$0").unwrap();
    let (before, after) = (&marked[..offset], &marked[offset + 2..]);
    let line = before.matches('\n').count();
    let start = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let character = match encoding {
        "utf-8" => start.len(),
        "utf-32" => start.chars().count(),
        _ => start.encode_utf16().count(),
    };
    (format!("{before}{after}"), json!({ "line": line, "character": character }))
}

/// JSON as it is looked at: positions as `line:character`, ranges as two of them, numbers in a row.
fn shown(value: Value) -> String {
    fn short(value: Value) -> Value {
        let position = |value: &Value| Some(format!("{}:{}", value.get("line")?, value.get("character")?));
        let range = |value: &Value| {
            let (start, end) = (position(value.get("start")?)?, position(value.get("end")?)?);
            Some(format!("{start}-{end}"))
        };
        if let Some(text) = position(&value).or_else(|| range(&value)) {
            return text.into();
        }
        match value {
            Value::Array(all)
                if !all.is_empty()
                    && all.iter().all(|one| one.is_number() || one.as_str().is_some_and(|s| s.len() == 1)) =>
            {
                all.iter().map(Value::to_string).collect::<Vec<_>>().join(" ").into()
            }
            Value::Array(all) => all.into_iter().map(short).collect(),
            Value::Object(all) => all.into_iter().map(|(key, value)| (key, short(value))).collect(),
            other => other,
        }
    }
    format!("{:#}\n", short(value))
}

#[track_caller]
fn answer(capabilities: Value, uri: &str, marked: &str, method: &str, more: Value, expected: Expect) {
    let mut client = Client::ready(capabilities);
    let (text, position) = at_cursor(marked, "utf-16");
    client.open(uri, &text);
    let mut params = json!({ "textDocument": { "uri": uri }, "position": position });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let result = client.ask(method, params).unwrap();
    expected.assert_eq(&shown(result));
    client.end();
}

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

fn whole_line(line: u32) -> Value {
    json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 99 } })
}

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

/// The same in every encoding: the range of a code behind characters of two and four bytes, in files of every ending.
#[test]
fn ranges_in_every_encoding() {
    let sources = ["x = 'é𝕒', struct.unpack('<I~', data)", "\t# 日本 𝕒\n'é'; struct.unpack('''<\\x49~''', data)"];
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        for source in sources {
            for (start, ending) in [("", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
                let text = format!("{start}import struct\n{source}\n").replace('\n', ending);
                let marked = text.replacen('~', "$0~", 1);
                let (_, position) = at_cursor(&marked, encoding);
                let mut client = Client::ready(json!({ "general": { "positionEncodings": [encoding, "utf-16"] } }));
                client.open(PYTHON, &text);
                let published = client.published();
                let [found] = published["diagnostics"].as_array().unwrap().as_slice() else { panic!("{published:#}") };
                assert_eq!(found["code"], "unknown-code");
                let end = position["character"].as_u64().unwrap() + 1;
                let expected = json!({ "start": position, "end": { "line": position["line"], "character": end } });
                assert_eq!(found["range"], expected, "{encoding} {text:?}");
                // A change is counted in the same way: the code is written over.
                client.change(PYTHON, 2, json!([{ "range": expected, "text": "H" }]));
                assert_eq!(client.published()["diagnostics"], json!([]), "{encoding} {text:?}");
                client.end();
            }
        }
    }
}

#[test]
fn diagnostics_are_pushed_with_their_version() {
    let mut client = Client::ready(json!({ "textDocument": { "publishDiagnostics": {
        "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true,
    } } }));
    client.open(PYTHON, "import struct\na, b, c = struct.unpack('<u32H', data)\n");
    expect![[r#"
        {
          "diagnostics": [
            {
              "code": "not-in-struct",
              "codeDescription": {
                "href": "https://github.com/view-rs/view/blob/main/docs/rules.md#not-in-struct"
              },
              "data": {
                "fix": null,
                "rule": "VF026"
              },
              "message": "code `u` is not in `struct` (format `<u32H`): PEP 3118 only\nhelp: for an unsigned 16-bit integer write `H`",
              "range": "1:26-1:27",
              "severity": 1,
              "source": "viewfmt"
            }
          ],
          "uri": "file:///project/a.py",
          "version": 1
        }
    "#]].assert_eq(&shown(client.published()));
    client.change(PYTHON, 2, json!([{ "text": "import struct\na, b, c = struct.unpack('<IH', data)\n" }]));
    expect![[r#"
        {
          "diagnostics": [
            {
              "code": "unpack-targets",
              "codeDescription": {
                "href": "https://github.com/view-rs/view/blob/main/docs/rules.md#unpack-targets"
              },
              "data": {
                "fix": null,
                "rule": "VF201"
              },
              "message": "3 targets for 2 values of format `<IH`: 3 targets here",
              "range": "1:0-1:7",
              "relatedInformation": [
                {
                  "location": {
                    "range": "1:24-1:29",
                    "uri": "file:///project/a.py"
                  },
                  "message": "2 values"
                }
              ],
              "severity": 1,
              "source": "viewfmt"
            }
          ],
          "uri": "file:///project/a.py",
          "version": 2
        }
    "#]]
    .assert_eq(&shown(client.published()));
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": PYTHON } }));
    assert_eq!(client.published(), json!({ "uri": PYTHON, "diagnostics": [] }));
    client.end();
}

#[test]
fn diagnostics_are_pulled_and_then_never_pushed() {
    let mut client = Client::ready(capable());
    client.open(PYTHON, "import struct\nstruct.unpack('<~', data)\n");
    let pull = |client: &mut Client, previous: &Value| {
        let params = json!({ "textDocument": { "uri": PYTHON }, "previousResultId": previous });
        client.ask("textDocument/diagnostic", params).unwrap()
    };
    let first = pull(&mut client, &Value::Null);
    assert_eq!((&first["kind"], first["items"].as_array().unwrap().len()), (&json!("full"), 1));
    let again = pull(&mut client, &first["resultId"]);
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    client.change(PYTHON, 2, json!([{ "text": "" }]));
    let last = pull(&mut client, &first["resultId"]);
    assert_eq!((&last["kind"], &last["items"]), (&json!("full"), &json!([])));
    assert!(client.notifications.iter().all(|n| n.method != "textDocument/publishDiagnostics"));
    client.end();
}

fn request(id: i32, method: &str, params: Value) -> Message {
    Request { id: id.into(), method: method.into(), params }.into()
}

fn notification(method: &str, params: Value) -> Message {
    Notification { method: method.into(), params }.into()
}

/// Several changes that wait are one set of diagnostics; what is cancelled while it waits is not answered.
#[test]
fn what_waits_is_read_ahead() {
    let document = |text: &str| json!({ "uri": PYTHON, "languageId": "python", "version": 1, "text": text });
    let change = |version: i32, text: &str| {
        let params =
            json!({ "textDocument": { "uri": PYTHON, "version": version }, "contentChanges": [{ "text": text }] });
        notification("textDocument/didChange", params)
    };
    let hover = json!({ "textDocument": { "uri": PYTHON }, "position": { "line": 0, "character": 0 } });
    let client = Client::after(vec![
        request(1, "initialize", json!({ "capabilities": {} })),
        notification(
            "textDocument/didOpen",
            json!({ "textDocument": document("import struct\nstruct.unpack('~', x)\n") }),
        ),
        change(2, "import struct\nstruct.unpack('~~', x)\n"),
        request(2, "textDocument/hover", hover.clone()),
        request(3, "textDocument/hover", hover),
        notification("initialized", json!({})),
        notification("$/cancelRequest", json!({ "id": 2 })),
        notification("$/cancelRequest", json!({ "id": "nobody" })),
        notification("$/cancelRequest", json!(3)),
        change(3, ""),
    ]);
    let lines = (0..4).map(|_| match client.connection.receiver.recv_timeout(PATIENCE).unwrap() {
        Message::Response(Response { id, response_result: Ok(_) }) => format!("{id} answered"),
        Message::Response(Response { id, response_result: Err(error) }) => {
            format!("{id} {} {}", error.code, error.message)
        }
        Message::Notification(n) => format!("{} of version {}", n.method, n.params["version"]),
        Message::Request(r) => r.method,
    });
    let lines: Vec<_> = lines.collect();
    let expected = [
        "1 answered",
        "2 -32800 cancelled by the client",
        "3 answered",
        "textDocument/publishDiagnostics of version 3",
    ];
    assert_eq!(lines, expected);
    client.end();
}

#[test]
fn requests_out_of_order() {
    let mut client = Client::new();
    client.tell("textDocument/didOpen", json!({}));
    assert_eq!(client.ask("textDocument/hover", json!({})).unwrap_err().0, -32002);
    client.ask("initialize", json!({ "capabilities": {} })).unwrap();
    assert_eq!(client.ask("initialize", json!({})).unwrap_err().0, -32600);
    client.ask("shutdown", Value::Null).unwrap();
    assert_eq!(client.ask("textDocument/hover", json!({})).unwrap_err().0, -32600);
    client.tell("exit", Value::Null);
    assert_eq!(client.server.join().unwrap(), 0);
}

#[test]
fn ends_that_are_not_clean() {
    let client = Client::ready(json!({}));
    client.tell("exit", Value::Null);
    assert_eq!(client.server.join().unwrap(), 1);
    let Client { connection, server, .. } = Client::ready(json!({}));
    drop(connection);
    assert_eq!(server.join().unwrap(), 1);
}

/// What is not known, not readable or not there leaves the server as it was.
#[test]
fn bad_messages_are_survived() {
    let mut client = Client::ready(json!({}));
    let error = client.ask("textDocument/rename", json!({})).unwrap_err();
    assert_eq!(error, (-32601, "`textDocument/rename` is not answered here".into()));
    assert_eq!(client.ask("textDocument/hover", json!({ "position": 3 })).unwrap_err().0, -32602);
    for params in [json!(null), json!([]), json!({ "textDocument": { "uri": 3 } })] {
        client.tell("textDocument/didOpen", params.clone());
        client.tell("textDocument/didChange", params.clone());
        client.tell("workspace/didChangeConfiguration", params.clone());
        client.tell("$/cancelRequest", params.clone());
        client.tell("nobody/knows", params);
    }
    client.change("file:///not/open.py", 7, json!([{ "text": "" }]));
    let position =
        json!({ "textDocument": { "uri": "file:///not/open.py" }, "position": { "line": 1, "character": 1 } });
    assert_eq!(client.ask("textDocument/hover", position).unwrap(), Value::Null);
    assert_eq!(client.notification("window/logMessage")["type"], 1);
    // A document of another language, and one with no file.
    client.open("untitled:Untitled-1", "import struct\nstruct.unpack('~', x)\n");
    assert_eq!(client.published()["diagnostics"].as_array().unwrap().len(), 1);
    let text = json!({ "uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": "struct.unpack('~')" });
    client.tell("textDocument/didOpen", json!({ "textDocument": text }));
    assert_eq!(client.published()["diagnostics"], json!([]));
    client.end();
}

/// A mistake of ours is told to the one who asked, and to nobody else.
#[test]
fn a_panic_is_one_answer_only() {
    let mut client = Client::ready(json!({}));
    let (code, message) = client.ask("viewfmt/panic", json!({})).unwrap_err();
    assert_eq!(code, -32603);
    assert!(message.contains("please report it"), "{message}");
    assert!(client.notification("window/logMessage")["message"].as_str().unwrap().starts_with("viewfmt/panic: "));
    client.open(PYTHON, "import struct\nstruct.unpack('~', x)\n");
    assert_eq!(client.published()["diagnostics"].as_array().unwrap().len(), 1);
    client.end();
}

#[test]
fn preferences_are_asked_for_and_heeded() {
    let mut client = Client::ready(capable());
    client.open(PYTHON, "import struct\na, b = struct.unpack('<Hh', x)\nstruct.unpack('~', x)\n");
    let hints = |client: &mut Client| {
        let params = json!({ "textDocument": { "uri": PYTHON }, "range": whole_line(1) });
        let hints = client.ask("textDocument/inlayHint", params).unwrap();
        hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let registered = client.request("client/registerCapability").params;
    let methods: Vec<_> = registered["registrations"].as_array().unwrap().iter().map(|r| &r["method"]).collect();
    assert_eq!(methods, ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"]);
    let asked = client.request("workspace/configuration");
    assert_eq!(asked.params, json!({ "items": [{ "section": "viewfmt" }] }));
    client.reply(asked, json!([null]));
    assert_eq!(hints(&mut client), [": H", ": h", "4 B, 2 values"]);
    let tokens = client.request("client/registerCapability").params;
    assert_eq!(tokens["registrations"][0]["method"], "textDocument/semanticTokens");
    assert_eq!(tokens["registrations"][0]["registerOptions"]["documentSelector"][1], json!({ "language": "rust" }));

    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    let asked = client.request("workspace/configuration");
    let sent = json!({
        "inlayHints": { "targets": false }, "semanticTokens": { "enable": false }, "diagnostics": { "enable": false },
    });
    client.reply(asked, json!([sent]));
    assert_eq!(
        client.request("client/unregisterCapability").params["unregisterations"][0]["method"],
        "textDocument/semanticTokens"
    );
    for method in ["workspace/diagnostic/refresh", "workspace/inlayHint/refresh", "workspace/semanticTokens/refresh"] {
        let asked = client.request(method);
        client.reply(asked, Value::Null);
    }
    assert_eq!(hints(&mut client), ["4 B, 2 values"]);
    let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": PYTHON } })).unwrap();
    assert_eq!(report["items"], json!([]));
    client.end();
}

/// A client that says its settings by itself, with a mistake in them.
#[test]
fn preferences_are_taken_as_they_come() {
    let mut client = Client::with(
        json!({ "capabilities": {}, "initializationOptions": { "inlayHints": 3, "diagnostics": { "enable": 7 } } }),
    );
    let told = client.notification("window/logMessage");
    assert!(
        told["message"].as_str().unwrap().contains("`viewfmt.diagnostics.enable` is true or false, not 7"),
        "{told}"
    );
    client.open(PYTHON, "import struct\nstruct.unpack('~', x)\n");
    assert_eq!(client.published()["diagnostics"].as_array().unwrap().len(), 1);
    let settings = json!({ "settings": { "viewfmt": { "diagnostics": { "enable": false } } } });
    client.tell("workspace/didChangeConfiguration", settings);
    assert_eq!(client.published()["diagnostics"], json!([]));
    client.end();
}

/// Each document has the settings of the file nearest to it, whatever folders are open; a change of the file is seen.
#[test]
fn projects_have_settings_of_their_own() {
    let root = std::env::temp_dir().join(format!("viewfmt-projects-{}", std::process::id()));
    let write = |name: &str, text: &str| {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("quiet/viewfmt.toml", "ignore = ['unknown-code']\n");
    write("windows/pyproject.toml", "[tool.viewfmt]\ntarget = 'llp64'\n");
    write("broken/viewfmt.toml", "target = 'nowhere'\n");
    let folders = ["quiet", "windows", "broken"].map(|name| root.join(name));
    let uri = |i: usize| url::Url::from_file_path(folders[i].join("a.py")).unwrap().to_string();
    let folder =
        |i: usize| json!({ "uri": url::Url::from_file_path(&folders[i]).unwrap().as_str(), "name": i.to_string() });
    let codes = |published: &Value| {
        published["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut client = Client::with(json!({ "capabilities": {}, "workspaceFolders": [folder(0), folder(1)] }));
    let text = "import struct\nstruct.pack('@l', 1)\nstruct.unpack('~', x)\n";
    let mut seen: Vec<Vec<String>> = Vec::new();
    for i in 0..3 {
        client.open(&uri(i), text);
        if i == 2 {
            let told = client.notification("window/showMessage");
            assert!(told["message"].as_str().unwrap().contains("no target is called `nowhere`"), "{told}");
            let settings = client.published();
            assert!(settings["uri"].as_str().unwrap().ends_with("broken/viewfmt.toml"), "{settings}");
        }
        let published = client.published();
        assert_eq!(published["uri"], uri(i));
        seen.push(codes(&published));
    }
    assert_eq!(seen, [vec!["native-size"], vec!["native-size", "unknown-code"], vec!["native-size", "unknown-code"]]);
    let mut size = |i: usize| {
        let params = json!({ "textDocument": { "uri": uri(i) }, "range": whole_line(1) });
        client.ask("textDocument/inlayHint", params).unwrap()[0]["label"].clone()
    };
    assert_eq!([size(0), size(1)], ["8 B, 1 value", "4 B, 1 value"]);

    client.tell("workspace/didChangeWorkspaceFolders", json!({ "event": { "added": [folder(2)], "removed": [] } }));
    (0..3).for_each(|_| drop(client.published()));
    write("quiet/viewfmt.toml", "ignore = ['native-size']\n");
    let changed = url::Url::from_file_path(folders[0].join("viewfmt.toml")).unwrap().to_string();
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": changed, "type": 2 }] }));
    let published: Vec<Vec<String>> = (0..3).map(|_| codes(&client.published())).collect();
    assert!(published.contains(&vec!["unknown-code".to_owned()]), "{published:?}");
    client.end();
    std::fs::remove_dir_all(root).unwrap();
}

/// What the compiler refuses is left to it, if the user wants that; what only we see is not.
#[test]
fn what_cargo_shows_can_be_left_to_it() {
    let text = "view_core::view! { struct H = \"<h:a: ~:b:\"; }\nlet l = view_format::Layout::parse(\"<~\");\n";
    let found = |leave: bool| {
        let options = json!({ "diagnostics": { "leaveToCompiler": leave } });
        let mut client = Client::with(json!({ "capabilities": {}, "initializationOptions": options }));
        client.open(RUST, text);
        let lines: Vec<_> = client.published()["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["range"]["start"]["line"].clone())
            .collect();
        client.end();
        lines
    };
    assert_eq!(found(false), [0, 1]);
    assert_eq!(found(true), [1]);
}

/// What the server can do hangs on what the client can.
#[test]
fn capabilities() {
    let of = |capabilities: Value, name: &str| {
        let mut client = Client::new();
        let params = json!({ "capabilities": capabilities, "clientInfo": { "name": name } });
        let result = client.ask("initialize", params).unwrap();
        client.end();
        result["capabilities"].clone()
    };
    expect![[r#"
        {
          "codeActionProvider": {
            "codeActionKinds": [
              "quickfix",
              "refactor.rewrite",
              "refactor.extract",
              "source.fixAll.viewfmt"
            ],
            "resolveProvider": true
          },
          "completionProvider": {
            "triggerCharacters": "\"\\\"\" \"'\" \"<\" \">\" \"=\" \"@\" \"!\" \"^\" \"0\" \"1\" \"2\" \"3\" \"4\" \"5\" \"6\" \"7\" \"8\" \"9\" \"?\" \":\" \"{\""
          },
          "diagnosticProvider": {
            "identifier": "viewfmt",
            "interFileDependencies": false,
            "workspaceDiagnostics": false
          },
          "documentHighlightProvider": true,
          "hoverProvider": true,
          "inlayHintProvider": true,
          "positionEncoding": "utf-16",
          "selectionRangeProvider": true,
          "signatureHelpProvider": {
            "triggerCharacters": "\"(\" \",\""
          },
          "textDocumentSync": {
            "change": 2,
            "openClose": true
          },
          "workspace": {
            "workspaceFolders": {
              "changeNotifications": true,
              "supported": true
            }
          }
        }
    "#]].assert_eq(&shown(of(capable(), "Neovim")));
    let old = of(json!({}), "Neovim");
    assert_eq!(old["positionEncoding"], "utf-16");
    assert_eq!(old["diagnosticProvider"], Value::Null);
    assert_eq!(old["codeActionProvider"], true);
    assert!(old["semanticTokensProvider"].is_object());
    // It shows the tokens of one server only.
    assert_eq!(of(json!({}), "Visual Studio Code")["semanticTokensProvider"], Value::Null);
}

/// Broken settings are shown where they stand: once, until they are mended.
#[test]
fn broken_settings_are_shown_in_their_file() {
    let root = std::env::temp_dir().join(format!("viewfmt-broken-{}", std::process::id()));
    std::fs::create_dir_all(&root).unwrap();
    let write = |text: &str| std::fs::write(root.join("pyproject.toml"), text).unwrap();
    let uri = |name: &str| url::Url::from_file_path(root.join(name)).unwrap().to_string();
    let settings = uri("pyproject.toml");
    // Others may come between.
    let of_settings = |client: &mut Client| loop {
        let published = client.published();
        if published["uri"] == *settings {
            return published;
        }
    };
    let shown = |client: &mut Client| {
        let message = client.notification("window/showMessage")["message"].as_str().unwrap().to_owned();
        let message = message.replace(root.to_str().unwrap(), "ROOT");
        let found = of_settings(client)["diagnostics"][0].clone();
        assert_eq!(found["severity"], 1);
        let range = |at: &str| (found["range"][at]["line"].clone(), found["range"][at]["character"].clone());
        (message, range("start"), range("end"))
    };
    // The columns of the protocol are of UTF-16, those of the message characters.
    for pulls in [true, false] {
        let mut capabilities = capable();
        if !pulls {
            capabilities["textDocument"].as_object_mut().unwrap().remove("diagnostic");
        }
        write("[project]\nname = 'é'\n[tool.viewfmt]\nignore = ['VF1', 'VF7']\n");
        let mut client = Client::ready(capabilities);
        client.open(&uri("a.py"), "import struct\n");
        let (message, start, end) = shown(&mut client);
        assert_eq!(
            message,
            "viewfmt: ROOT/pyproject.toml:4:18: `VF7` is no rule: rules are selected by code (`VF201`), by the start of \
             one (`VF2`), by name (`unpack-targets`), or by `ALL`. Until it is mended, the defaults hold."
        );
        assert_eq!((start, end), ((json!(3), json!(17)), (json!(3), json!(22))));
        // A second document of the project says nothing new.
        client.open(&uri("b.py"), "import struct\n");
        // Another mistake is another message.
        write("[tool.viewfmt]\nper-file-ignores = { '𝕒[' = [] }\n");
        let changed = json!({ "changes": [{ "uri": settings, "type": 2 }] });
        client.tell("workspace/didChangeWatchedFiles", changed.clone());
        let (message, start, end) = shown(&mut client);
        assert!(message.contains("pyproject.toml:2:22: bad glob `𝕒[`"), "{message}");
        assert_eq!((start, end), ((json!(1), json!(21)), (json!(1), json!(26))));
        // In the editor it counts as it stands there.
        client.open(&settings, "[tool.viewfmt]\nseverity = { VF1 = 'loud' }\n");
        let found = match pulls {
            true => {
                assert_eq!(of_settings(&mut client)["diagnostics"], json!([]), "taken back, since it is asked for");
                let params = json!({ "textDocument": { "uri": settings } });
                client.ask("textDocument/diagnostic", params).unwrap()["items"].clone()
            }
            false => {
                assert_eq!(of_settings(&mut client)["diagnostics"], json!([]));
                of_settings(&mut client)["diagnostics"].clone()
            }
        };
        assert_eq!(found[0]["code"], "invalid-settings");
        assert!(found[0]["message"].as_str().unwrap().contains("unknown variant `loud`"), "{found}");
        assert_eq!(found[0]["range"]["start"], json!({ "line": 1, "character": 19 }));
        // Closed, it counts as it is on the disk; and mended there it is taken back.
        client.tell("textDocument/didClose", json!({ "textDocument": { "uri": settings } }));
        if !pulls {
            assert_eq!(of_settings(&mut client)["diagnostics"], json!([]), "of what was open");
        }
        assert_ne!(of_settings(&mut client)["diagnostics"], json!([]));
        write("[tool.viewfmt]\nper-file-ignores = { 'a' = [] }\n");
        client.tell("workspace/didChangeWatchedFiles", changed);
        assert_eq!(of_settings(&mut client)["diagnostics"], json!([]));
        assert!(client.notifications.iter().all(|other| other.method != "window/showMessage"));
        client.end();
    }
    std::fs::remove_dir_all(root).unwrap();
}

/// A client that does not watch files hears of a mended file when it opens the next one.
#[test]
fn settings_that_nobody_watches_are_looked_at_again() {
    let root = std::env::temp_dir().join(format!("viewfmt-unwatched-{}", std::process::id()));
    std::fs::create_dir_all(&root).unwrap();
    let uri = |name: &str| url::Url::from_file_path(root.join(name)).unwrap().to_string();
    std::fs::write(root.join("viewfmt.toml"), "= 3").unwrap();
    let mut client = Client::ready(json!({}));
    client.open(&uri("a.py"), "import struct\nstruct.pack('<B', 300)\n");
    assert!(client.notification("window/showMessage")["message"].as_str().unwrap().contains("viewfmt.toml:1:1: "));
    assert_eq!(client.published()["uri"], uri("viewfmt.toml"));
    assert_eq!(client.published()["diagnostics"][0]["severity"], 1);
    std::fs::write(root.join("viewfmt.toml"), "[severity]\nVF2 = 'hint'\n").unwrap();
    client.open(&uri("b.py"), "import struct\n");
    let mended = client.published();
    assert_eq!((&mended["uri"], &mended["diagnostics"]), (&json!(uri("viewfmt.toml")), &json!([])));
    let again = client.published();
    assert_eq!((&again["uri"], &again["diagnostics"][0]["severity"]), (&json!(uri("a.py")), &json!(3)));
    client.end();
    std::fs::remove_dir_all(root).unwrap();
}

/// What a client says in the beginning holds where it says nothing when it is asked.
#[test]
fn preferences_of_the_beginning_hold() {
    let preferences = json!({ "inlayHints": { "enable": false } });
    let mut client = Client::with(json!({ "capabilities": capable(), "initializationOptions": preferences }));
    let asked = client.request("workspace/configuration");
    client.open(PYTHON, "import struct\nstruct.unpack('<H', data)\n");
    let hints = |client: &mut Client| {
        let params = json!({ "textDocument": { "uri": PYTHON }, "range": whole_line(1) });
        client.ask("textDocument/inlayHint", params).unwrap()
    };
    client.reply(asked, json!([null]));
    assert_eq!(hints(&mut client), json!([]));
    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    let asked = client.request("workspace/configuration");
    client.reply(asked, json!([{}]));
    assert_ne!(hints(&mut client), json!([]));
    client.end();
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
