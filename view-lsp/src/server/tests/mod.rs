//! The server over a connection in memory: what a client sends and what it gets. `$0` is the cursor, `UPDATE_EXPECT=1`
//! blesses.

mod action;
mod cursor;
mod diagnostic;
mod display;
mod protocol;
mod settings;

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

fn whole_line(line: u32) -> Value {
    json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 99 } })
}
