//! Diagnostics, pushed and pulled, and where they stand.

use super::*;

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
