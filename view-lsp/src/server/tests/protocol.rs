//! The order of messages, messages that are wrong, and what a client is told that the server can do.

use super::*;

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
