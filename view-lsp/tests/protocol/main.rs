//! The server from outside, over a connection in memory: programs that must not compile.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use expect_test::expect_file;
use lsp_server::{Connection, Message, Notification, Request};
use serde_json::{Value, json};

struct Client {
    connection: Connection,
    server: JoinHandle<u8>,
}

impl Client {
    fn start() -> Client {
        let (server, connection) = Connection::memory();
        let server = thread::spawn(move || view_lsp::server::run(&server));
        let client = Client { connection, server };
        client.ask("initialize", json!({ "capabilities": { "general": { "positionEncodings": ["utf-32"] } } }));
        client.tell("initialized", json!({}));
        client
    }

    fn tell(&self, method: &str, params: Value) {
        self.connection.sender.send(Notification::new(method.into(), params).into()).unwrap();
    }

    fn ask(&self, method: &str, params: Value) {
        self.connection.sender.send(Request::new(1.into(), method.into(), params).into()).unwrap();
    }

    fn diagnostics(&self, path: &Path, text: &str) -> Vec<Value> {
        let uri = format!("file://{}", path.display());
        let document = json!({ "uri": uri, "languageId": "rust", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        loop {
            match self.connection.receiver.recv_timeout(Duration::from_secs(60)).unwrap() {
                Message::Notification(told) if told.method == "textDocument/publishDiagnostics" => {
                    assert_eq!(told.params["uri"], uri);
                    return told.params["diagnostics"].as_array().unwrap().clone();
                }
                _ => {}
            }
        }
    }

    fn end(self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.server.join().unwrap(), 0);
    }
}

fn programs(directory: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.is_dir() && !path.ends_with("pass"));
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect();
    files.sort();
    files
}

/// What only the expansion of a macro knows, so that the checker leaves it to the compiler (as in `tests/findings`).
const LEFT_TO_THE_COMPILER: &str = "two types called";

/// Headlines of mistakes that a macro draws inside of a literal, each with the line and the column that it gives. Its own
/// pictures are further in than the compiler's.
fn drawn(stderr: &str) -> Vec<(String, u64, u64)> {
    let lines: Vec<_> = stderr.lines().collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let headline = pair[0].strip_prefix("error: ")?.to_owned();
        let (_, place) = pair[1].strip_prefix("    ")?.trim_start().strip_prefix("--> ")?.split_once(".rs:")?;
        let (line, column) = place.split_once(':')?;
        Some((headline, line.parse().ok()?, column.parse().ok()?))
    });
    pairs.collect()
}

/// Each mistake that a macro draws inside of a literal is one diagnostic: with the id of its kind, at the place that the
/// macro gives, with its words. All that is sent is beside this file.
#[test]
fn what_macros_refuse_has_their_ids_and_places() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("tests/ui");
    let client = Client::start();
    let mut sent = String::new();
    let mut count = 0;
    for path in programs(&directory) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&directory).unwrap().display().to_string().replace('\\', "/");
        let diagnostics = client.diagnostics(&path, &text);
        let start = |found: &Value, what: &str| found["range"]["start"][what].as_u64().unwrap() + 1;
        for (headline, line, column) in drawn(&fs::read_to_string(path.with_extension("stderr")).unwrap()) {
            if headline.starts_with(LEFT_TO_THE_COMPILER) {
                continue;
            }
            let is_it = |found: &&Value| {
                let is_there = (start(found, "line"), start(found, "character")) == (line, column);
                is_there && found["message"].as_str().unwrap().starts_with(&headline)
            };
            let found = diagnostics.iter().filter(is_it).count();
            assert_eq!(found, 1, "{name}:{line}:{column} {headline}\n{diagnostics:#?}");
            count += 1;
        }
        for found in &diagnostics {
            let (line, column) = (start(found, "line"), start(found, "character"));
            let end = &found["range"]["end"];
            let (to_line, to) = (end["line"].as_u64().unwrap() + 1, end["character"].as_u64().unwrap() + 1);
            assert_eq!(line, to_line, "{name}: {found}");
            let covered: String = text.lines().nth(line as usize - 1).unwrap().chars().collect::<Vec<_>>()
                [column as usize - 1..to as usize - 1]
                .iter()
                .collect();
            writeln!(sent, "{name}:{line}:{column} {} {covered:?}", found["code"].as_str().unwrap()).unwrap();
        }
    }
    client.end();
    assert!(count >= 13, "{count}");
    expect_file!["macros.txt"].assert_eq(&sent);
}
