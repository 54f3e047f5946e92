//! From a keystroke to its diagnostics, over the protocol, in files of 10,000 lines: `cargo bench -p view-lsp --bench
//! keystroke`.
//!
//! The server runs as editors run it, a process with pipes; beside it `ruff server` on the same file and the same keystrokes,
//! where `ruff` is installed (on the path, or in `target/clients/bin`). It looks for other things, so the ratio says only what an
//! editor waits for. (`ty server` sends diagnostics in less time than reading the file takes, so that is no answer to the
//! keystroke; Rust's own server answers after a run of cargo. Both are left out.)

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use lsp_server::{Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

const LINES: usize = 10_000;
/// Of each kind.
const KEYSTROKES: usize = 200;

/// The aim for the median of each kind.
const AIM: Duration = Duration::from_millis(5);

/// A place to type at, what is typed there, and taken away again.
struct Kind {
    name: &'static str,
    /// The line: the first that has this text in it, from this line on.
    from: usize,
    /// It is typed behind this text.
    behind: &'static str,
    typed: &'static str,
}

const fn kind(name: &'static str, from: usize, behind: &'static str, typed: &'static str) -> Kind {
    Kind { name, from, behind, typed }
}

const PYTHON: [Kind; 7] = [
    kind("a code in a format", LINES / 2, "\"<IH", "B"),
    kind("a code in a format that all of the file uses", 0, "'<2sI4x", "B"),
    kind("an argument of a call", LINES / 2, "self.width, ", "x"),
    kind("ordinary code", LINES / 2, "value * 2", "0"),
    kind("a line at the top of the file", 0, "import struct", "\n"),
    kind("a quote that opens", LINES / 2, "'packet-", "'"),
    kind("a parenthesis that opens", LINES / 2, "name or ", "("),
];

const RUST: [Kind; 7] = [
    kind("a code in a format", LINES / 2, "\"<IH:width: H", "B"),
    kind("the format of a derive", LINES / 2, "\"<2sI", "I"),
    kind("a field under a derive", LINES / 2, "    size: u3", "0"),
    kind("ordinary code", LINES / 2, "n != 0x2", "0"),
    kind("a line at the top of the file", 0, "use view_core::{Record, view};", "\n"),
    kind("a quote that opens", LINES / 2, "format!(\"nothing", "\""),
    kind("a parenthesis that opens", LINES / 2, "Ok(total", "("),
];

fn main() {
    // `cargo test --benches` only asks whether it runs.
    let keystrokes = if std::env::args().any(|arg| arg == "--bench") { KEYSTROKES } else { 4 };
    let ours = Path::new(env!("CARGO_BIN_EXE_viewfmt"));
    let mut out = std::io::stdout().lock();
    let mut missed = 0;
    for (name, language, text, kinds) in [("big.py", "python", python(), &PYTHON), ("big.rs", "rust", rust(), &RUST)] {
        let formats = text.matches(['"']).count() / 2;
        let _ = writeln!(out, "{name}: {} lines, {} kB, {formats} strings", text.lines().count(), text.len() / 1000);
        let ruff = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/clients/bin/ruff");
        let ruff = if ruff.exists() { &ruff } else { Path::new("ruff") };
        let Some(measured) = measure(ours, &["lsp"], name, language, &text, kinds, keystrokes) else {
            let _ = writeln!(out, "  viewfmt does not answer");
            std::process::exit(1);
        };
        let peer = match language {
            "python" => measure(ruff, &["server"], name, language, &text, kinds, keystrokes),
            _ => None,
        };
        for (at, (kind, first)) in kinds.iter().zip(&measured).enumerate() {
            let is_met = first.median < AIM;
            missed += usize::from(!is_met);
            let _ = write!(out, "  {:45} {first}, {}", kind.name, if is_met { "met" } else { "MISSED" });
            let _ = match peer.as_ref().map(|peer| &peer[at]) {
                None => writeln!(out),
                Some(times) => {
                    let ratio = times.median.as_secs_f64() / first.median.as_secs_f64();
                    writeln!(out, "; ruff {:6.2} ms, {ratio:.2} times ours", ms(times.median))
                }
            };
        }
        if language == "python" && peer.is_none() {
            let _ = writeln!(out, "  ruff is not installed");
        }
    }
    let met = if missed > 0 { "missed" } else { "met" };
    let _ = writeln!(out, "aim: a median below {AIM:?} for each kind, {met}");
}

struct Times {
    least: Duration,
    median: Duration,
    ninety_fifth: Duration,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Times {
        times.sort();
        let at = |part: usize| times[(times.len() - 1) * part / 100];
        Times { least: at(0), median: at(50), ninety_fifth: at(95) }
    }
}

fn ms(time: Duration) -> f64 {
    1e3 * time.as_secs_f64()
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (least, median, most) = (ms(self.least), ms(self.median), ms(self.ninety_fifth));
        write!(f, "median {median:6.2} ms, least {least:6.2}, 95 in 100 below {most:6.2}")
    }
}

/// A server in a process of its own; diagnostics are pushed.
struct Server {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &Path, args: &[&str]) -> Option<Server> {
        let mut command = Command::new(program);
        let pipes = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = pipes.spawn().ok()?;
        let (input, output) = (process.stdin.take()?, BufReader::new(process.stdout.take()?));
        Some(Server { process, input, output })
    }

    fn send(&mut self, message: Message) -> Option<()> {
        message.write(&mut self.input).ok()
    }

    fn tell(&mut self, method: &str, params: Value) -> Option<()> {
        self.send(Notification { method: method.into(), params }.into())
    }

    fn ask(&mut self, id: i32, method: &str, params: Value) -> Option<()> {
        let id = RequestId::from(id);
        self.send(Request { id: id.clone(), method: method.into(), params }.into())?;
        loop {
            match self.receive()?.1 {
                Message::Response(response) if response.id == id => return Some(()),
                Message::Request(request) => self.send(Response::new_ok(request.id, Value::Null).into())?,
                _ => {}
            }
        }
    }

    /// The next message, and when the last byte of it came. What the client makes of it is not the server's time: reading
    /// 200 kB of JSON as a [`Message`] takes longer than the server takes to write them.
    fn receive(&mut self) -> Option<(Instant, Message)> {
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            self.output.read_line(&mut line).ok().filter(|&read| read > 0)?;
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().ok()?
                }
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).ok()?;
        let came = Instant::now();
        Some((came, serde_json::from_slice(&body).ok()?))
    }

    /// Reads until diagnostics of this version come, and gives the time when all of them were there.
    fn published(&mut self, version: usize) -> Option<Instant> {
        loop {
            let (came, message) = self.receive()?;
            match message {
                Message::Notification(told)
                    if told.method == "textDocument/publishDiagnostics" && told.params["version"] == version =>
                {
                    return Some(came);
                }
                Message::Request(request) => self.send(Response::new_ok(request.id, Value::Null).into())?,
                _ => {}
            }
        }
    }
}

/// The times of each kind of keystroke: of what is typed, or of its removal, whichever takes longer.
fn measure(
    program: &Path,
    args: &[&str],
    name: &str,
    language: &str,
    text: &str,
    kinds: &[Kind],
    keystrokes: usize,
) -> Option<Vec<Times>> {
    let mut server = Server::start(program, args)?;
    let capabilities = json!({ "textDocument": { "publishDiagnostics": { "versionSupport": true } } });
    server.ask(1, "initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }))?;
    server.tell("initialized", json!({}))?;
    let uri = format!("file:///nowhere/{name}");
    let document = json!({ "uri": uri, "languageId": language, "version": 0, "text": text });
    server.tell("textDocument/didOpen", json!({ "textDocument": document }))?;
    server.published(0)?;

    let mut measured = Vec::new();
    let mut version = 0;
    for kind in kinds {
        let mut lines = text.lines().enumerate().skip(kind.from);
        let (row, line) = lines.find(|(_, line)| line.contains(kind.behind)).expect("a line to type in");
        // The files are ASCII.
        let column = line.find(kind.behind)? + kind.behind.len();
        let at = json!({ "line": row, "character": column });
        let behind = match kind.typed {
            "\n" => json!({ "line": row + 1, "character": 0 }),
            typed => json!({ "line": row, "character": column + typed.len() }),
        };
        let mut times = [Vec::new(), Vec::new()];
        for stroke in 0..keystrokes {
            version += 1;
            let (end, typed) = if stroke % 2 == 0 { (&at, kind.typed) } else { (&behind, "") };
            let range = json!({ "start": at, "end": end });
            let params = json!({
                "textDocument": { "uri": uri, "version": version },
                "contentChanges": [{ "range": range, "text": typed }],
            });
            let start = Instant::now();
            server.tell("textDocument/didChange", params)?;
            let came = server.published(version)?;
            times[stroke % 2].push(came - start);
        }
        let [typed, removed] = times.map(Times::of);
        measured.push(if typed.median > removed.median { typed } else { removed });
    }
    server.ask(2, "shutdown", Value::Null)?;
    server.tell("exit", Value::Null)?;
    let _ = server.process.wait();
    Some(measured)
}

/// Two formats in every twenty lines, of the kinds that programs have.
fn python() -> String {
    let mut text = String::from("import struct\n\nHEADER = struct.Struct('<2sI4xI')\n\n\n");
    for i in 0.. {
        if text.lines().count() >= LINES {
            break;
        }
        // Counting lines is slow, so many at once.
        for j in 0..25 {
            text += &format!(
                "\
class Packet{i}_{j}:
    \"\"\"The packet that a device of the kind {i} sends, with its own header.\"\"\"

    kind = {i}
    fields = {{'width': 1, 'height': 2, 'depth': [3, 4, 5]}}

    def __init__(self, data, name=None):
        self.data = data
        self.name = name or 'packet-{j}'
        self.width, self.height = struct.unpack_from(\"<IH\", data, 4)

    def pack(self):
        # The length stands in front, then the rest.
        if not self.data:
            raise ValueError(f'no data in {{self.name}}: {{len(self.data)}} bytes')
        magic, size, start = HEADER.unpack(self.data[:14])
        body = [value * 2 + start for value in self.data if value != 0x20]
        return struct.pack('>HHIq', self.width, self.height, size, len(body))


"
            );
        }
    }
    text
}

fn rust() -> String {
    let mut text = String::from("use view_core::{Record, view};\n\n");
    for i in 0.. {
        if text.lines().count() >= LINES {
            break;
        }
        for j in 0..25 {
            text += &format!(
                "\
view! {{
    /// The header of a packet of the kind {i}.
    pub struct Header{i}x{j} = \"<IH:width: H:height: 4x 3I:start:\";
}}

#[derive(Record, Debug)]
#[view(format = \"<2sI4xI\")]
pub struct Values{i}x{j} {{
    magic: [u8; 2],
    size: u32,
    start: u32,
}}

impl Values{i}x{j} {{
    /// Sums up what is there, if it is not 'empty'.
    pub fn sum(&self, bytes: &[u8]) -> Result<u64, String> {{
        let total = bytes.iter().map(|&byte| u64::from(byte)).filter(|&n| n != 0x20).sum::<u64>();
        if total == 0 {{ return Err(format!(\"nothing in {{}} bytes\", bytes.len())); }}
        Ok(total + u64::from(self.size))
    }}
}}

"
            );
        }
    }
    text
}
