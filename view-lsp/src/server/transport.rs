//! Messages over standard input and output.
//!
//! The transport of `lsp_server` ends at the first message that is not well formed, and the editor's session with it. This
//! one answers with an error and reads on, and it reads ahead, so that a request can be cancelled before it is looked at.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_server::{Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value, json};

use super::outbox::{Outbox, Outgoing};

/// The longest message that is read. A longer one is told of and passed over.
const MOST_BYTES: u64 = 1 << 28;

/// The longest line of a header.
const MOST_HEADER: u64 = 1 << 12;

const PARSE_ERROR: i32 = -32700;
const INVALID_REQUEST: i32 = -32600;

/// The threads that read and write.
#[derive(Debug)]
pub(super) struct Threads {
    writer: JoinHandle<()>,
}

impl Threads {
    /// Waits until everything is written. Drop the connection first. (The reader is not waited for: it may stand before an
    /// input that nobody closes.)
    pub(super) fn finish(self) {
        // A writer that panicked has nothing more to write.
        let _ = self.writer.join();
    }
}

/// What comes over standard input, and the way to standard output.
pub(super) fn stdio() -> (Receiver<Message>, Outbox, Threads) {
    over(BufReader::new(io::stdin()), io::stdout())
}

/// The same over any input and output.
fn over(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
) -> (Receiver<Message>, Outbox, Threads) {
    let output = Arc::new(Mutex::new(output));
    let (to_client, from_server) = unbounded();
    let (to_server, from_client) = unbounded();
    let for_reader = Arc::clone(&output);
    thread::spawn(move || read_all(input, &to_server, &*for_reader));
    let writer = thread::spawn(move || write_all(&from_server, &*output));
    (from_client, Outbox::Stream(to_client), Threads { writer })
}

fn write_all(messages: &Receiver<Outgoing>, output: &Mutex<impl Write>) {
    for message in messages {
        let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
        // The client is gone, and the reader will see it too.
        let written = match message {
            Outgoing::Message(message) => message.write(&mut *output),
            Outgoing::Text(text) => write_text(&mut *output, &text),
        };
        if written.is_err() {
            return;
        }
    }
}

fn write_text(output: &mut impl Write, text: &[u8]) -> io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n", text.len())?;
    output.write_all(text)?;
    output.flush()
}

fn read_all(mut input: impl BufRead, messages: &Sender<Message>, output: &Mutex<impl Write>) {
    // Standard input cannot be read any more, or has ended: dropping the sender tells the server.
    while let Ok(Some(read)) = read_one(&mut input) {
        match read {
            Ok(message) => {
                let is_exit = matches!(&message, Message::Notification(n) if n.method == "exit");
                if messages.send(message).is_err() || is_exit {
                    return;
                }
            }
            Err(malformed) => {
                let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
                if malformed.write(&mut *output).is_err() {
                    return;
                }
            }
        }
    }
}

/// A message that is none.
#[derive(Debug, PartialEq)]
struct Malformed {
    id: Value,
    code: i32,
    message: String,
}

impl Malformed {
    fn new(code: i32, message: impl Into<String>) -> Malformed {
        Malformed { id: Value::Null, code, message: message.into() }
    }

    /// The answer, which may have no id: `lsp_server` has no type for that.
    fn write(&self, output: &mut impl Write) -> io::Result<()> {
        let error = json!({ "code": self.code, "message": self.message });
        let text = json!({ "jsonrpc": "2.0", "id": self.id, "error": error }).to_string();
        write_text(output, text.as_bytes())
    }
}

/// The next message; `None` at the end of the input.
fn read_one(input: &mut impl BufRead) -> io::Result<Option<Result<Message, Malformed>>> {
    let length = match read_header(input)? {
        None => return Ok(None),
        Some(Ok(length)) => length,
        Some(Err(malformed)) => return Ok(Some(Err(malformed))),
    };
    let mut body = Vec::new();
    let read = input.take(length).read_to_end(&mut body)?;
    if (read as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(value) => message(value),
        Err(error) => Err(Malformed::new(PARSE_ERROR, format!("the message is no JSON: {error}"))),
    }))
}

/// The length of the next message. Lines that are no header are passed over up to the next one that is.
fn read_header(input: &mut impl BufRead) -> io::Result<Option<Result<u64, Malformed>>> {
    let mut length: Option<u64> = None;
    let mut strange: Option<String> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.take(MOST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        match (text.trim_end_matches(['\r', '\n']).split_once(':'), length) {
            (Some((name, value)), _) if name.eq_ignore_ascii_case("content-length") => {
                match value.trim().parse::<u64>() {
                    Ok(bytes) if bytes <= MOST_BYTES => length = Some(bytes),
                    Ok(bytes) => {
                        let most = MOST_BYTES;
                        io::copy(&mut input.by_ref().take(bytes), &mut io::sink())?;
                        let told = format!("a message of {bytes} bytes is longer than the {most} that are read");
                        return Ok(Some(Err(Malformed::new(INVALID_REQUEST, told))));
                    }
                    Err(_) => strange = Some(text.trim().into()),
                }
            }
            (Some((name, _)), _) if name.eq_ignore_ascii_case("content-type") => {}
            (None, Some(length)) if text.trim().is_empty() => return Ok(Some(Ok(length))),
            (None, None) if text.trim().is_empty() => {
                if let Some(line) = strange {
                    let told =
                        format!("`{}` is no header: a message starts with `Content-Length: `", line.escape_debug());
                    return Ok(Some(Err(Malformed::new(PARSE_ERROR, told))));
                }
            }
            _ => strange = strange.or_else(|| Some(text.trim().chars().take(80).collect())),
        }
    }
}

/// What a JSON value is of JSON-RPC. (`lsp_server` takes a request whose id it cannot read for a notification.)
fn message(mut value: Value) -> Result<Message, Malformed> {
    let Some(object) = value.as_object_mut() else {
        return Err(Malformed::new(INVALID_REQUEST, "a message is one JSON object"));
    };
    let id = match object.remove("id") {
        None => None,
        Some(Value::String(id)) => Some(RequestId::from(id)),
        Some(Value::Number(id)) => match id.as_i64().and_then(|id| i32::try_from(id).ok()) {
            Some(id) => Some(RequestId::from(id)),
            None => {
                return Err(Malformed {
                    id: id.into(),
                    ..Malformed::new(INVALID_REQUEST, "an id is a 32-bit integer")
                });
            }
        },
        Some(_) => return Err(Malformed::new(INVALID_REQUEST, "an id is a number or a string")),
    };
    let params = object.remove("params").unwrap_or_default();
    match (object.remove("method"), id) {
        (Some(Value::String(method)), Some(id)) => Ok(Request { id, method, params }.into()),
        (Some(Value::String(method)), None) => Ok(Notification { method, params }.into()),
        (None, Some(id)) => {
            let error = object.remove("error").map(|error| serde_json::from_value::<ResponseError>(error).ok());
            let broken =
                || ResponseError { code: INVALID_REQUEST, message: "an error that is none".into(), data: None };
            let response_result = match error {
                Some(error) => Err(error.unwrap_or_else(broken)),
                None => Ok(object.remove("result").unwrap_or_default()),
            };
            Ok(Response { id, response_result }.into())
        }
        _ => Err(Malformed::new(INVALID_REQUEST, "a message has a `method`, or is the answer to an `id`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a stream, one line a message.
    fn read(mut bytes: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(read) = read_one(&mut bytes).unwrap() {
            lines.push(match read {
                Ok(Message::Request(r)) => format!("request {} {} {}", r.id, r.method, r.params),
                Ok(Message::Notification(n)) => format!("notification {} {}", n.method, n.params),
                Ok(Message::Response(r)) => format!("response {} {}", r.id, r.response_result.is_ok()),
                Err(malformed) => format!("{} {} {}", malformed.code, malformed.id, malformed.message),
            });
        }
        lines
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    const NEXT: &str = r#"{"jsonrpc":"2.0","method":"next"}"#;

    #[test]
    fn well_formed_messages() {
        let cases = [
            (r#"{"jsonrpc":"2.0","id":1,"method":"m","params":[1]}"#, "request 1 m [1]"),
            (r#"{"jsonrpc":"2.0","id":"a","method":"m"}"#, "request \"a\" m null"),
            (r#"{"jsonrpc":"2.0","method":"m","params":null}"#, "notification m null"),
            (r#"{"jsonrpc":"2.0","id":7,"result":null}"#, "response 7 true"),
            (r#"{"jsonrpc":"2.0","id":7,"error":{"code":1,"message":""}}"#, "response 7 false"),
        ];
        for (body, expected) in cases {
            assert_eq!(read(framed(body).as_bytes()), [expected]);
            // Some clients write no carriage return, or a type.
            let loose = format!("content-length:{}\nContent-Type: x\n\n{body}", body.len());
            assert_eq!(read(loose.as_bytes()), [expected]);
        }
    }

    /// Each of these is answered, and the message after it is read.
    #[test]
    fn malformed_messages_are_answered_and_passed_over() {
        let bodies = [
            ("{", "-32700 null the message is no JSON: EOF while parsing an object at line 1 column 1"),
            ("[]", "-32600 null a message is one JSON object"),
            ("3", "-32600 null a message is one JSON object"),
            (r#"{"jsonrpc":"2.0"}"#, "-32600 null a message has a `method`, or is the answer to an `id`"),
            (r#"{"id":1.5,"method":"m"}"#, "-32600 1.5 an id is a 32-bit integer"),
            (r#"{"id":null,"method":"m"}"#, "-32600 null an id is a number or a string"),
            (r#"{"method":3}"#, "-32600 null a message has a `method`, or is the answer to an `id`"),
            ("", "-32700 null the message is no JSON: EOF while parsing a value at line 1 column 0"),
        ];
        for (body, expected) in bodies {
            let stream = framed(body) + &framed(NEXT);
            assert_eq!(read(stream.as_bytes()), [expected, "notification next null"], "{body}");
        }
        let streams = [
            ("hello\r\n\r\n", "-32700 null `hello` is no header: a message starts with `Content-Length: `"),
            (
                "Content-Length: x\r\n\r\n",
                "-32700 null `Content-Length: x` is no header: a message starts with `Content-Length: `",
            ),
        ];
        for (stream, expected) in streams {
            let stream = stream.to_owned() + &framed(NEXT);
            assert_eq!(read(stream.as_bytes()), [expected, "notification next null"], "{stream}");
        }
    }

    #[test]
    fn bytes_that_are_no_text() {
        let mut stream = b"Content-Length: 2\r\n\r\n\xff\xfe".to_vec();
        stream.extend(framed(NEXT).bytes());
        let lines = read(&stream);
        assert!(lines[0].starts_with("-32700"), "{lines:?}");
        assert_eq!(lines[1], "notification next null");
    }

    /// A length that no message has costs nothing, and an input that ends in the middle is an end.
    #[test]
    fn lengths_that_lie() {
        assert_eq!(
            read(b"Content-Length: 99999999999999\r\n\r\n{}"),
            ["-32600 null a message of 99999999999999 bytes is longer than the 268435456 that are read"]
        );
        assert_eq!(read(b"Content-Length: 100\r\n\r\n{}"), [""; 0]);
        assert_eq!(read(b"Content-Length: 100\r\n"), [""; 0]);
        assert_eq!(read(b""), [""; 0]);
    }

    /// Bytes that others can look at while they are written.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A client that reads a stream gets what one in the same process gets, in the same order.
    #[test]
    fn what_is_written_is_what_is_sent() {
        let fill = |outbox: &Outbox| {
            outbox.tell("first", ["é\"\n", "\u{1d552}"]);
            outbox.send(Response::new_ok(1.into(), Value::Null).into());
            outbox.tell("second", json!({ "a": [1, null, { "b": -0.5 }] }));
            outbox.send(Request::new("x".to_owned().into(), "m".into(), json!([])).into());
            outbox.tell("third", Value::Null);
        };
        let (sender, sent) = unbounded();
        fill(&Outbox::Values(sender));
        let output = Shared::default();
        let (_, outbox, threads) = over(io::empty(), output.clone());
        fill(&outbox);
        drop(outbox);
        threads.finish();
        let mut expected = Vec::new();
        sent.into_iter().for_each(|message| message.write(&mut expected).unwrap());
        let written = output.0.lock().unwrap();
        assert_eq!(read(&written), read(&expected));
        assert_eq!(read(&written)[0], "notification first [\"é\\\"\\n\",\"\u{1d552}\"]");
        assert_eq!(read(&written).len(), 5);
    }

    #[test]
    fn an_answer_without_an_id() {
        let mut written = Vec::new();
        Malformed::new(PARSE_ERROR, "why").write(&mut written).unwrap();
        let text = String::from_utf8(written).unwrap();
        assert!(text.ends_with(r#"{"error":{"code":-32700,"message":"why"},"id":null,"jsonrpc":"2.0"}"#), "{text}");
    }
}
