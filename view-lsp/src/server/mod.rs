//! The language server: [`ide`](crate::ide)'s answers and the findings, in the words of the Language Server Protocol.
//!
//! One thread looks at the messages in their order, so an answer is always about the text that its question was asked of. It
//! reads ahead: what is cancelled before it is looked at is not looked at, and diagnostics are only sent for the last of
//! several changes that wait.

mod action;
mod answer;
mod capability;
mod client;
mod diagnostic;
mod document;
mod outbox;
mod parent;
mod position;
mod project;
mod request;
mod session;
#[cfg(test)]
mod tests;
mod transport;

use std::collections::{HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError};
use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use outbox::Outbox;
use parent::Parent;
use session::Session;

/// How often the server looks whether the editor is still there.
const PARENT: Duration = Duration::from_secs(3);

/// Serves a client over standard input and output until it says `exit`, closes the input, or is gone.
///
/// Gives the code to exit with: 0 where the client asked for the end in the two steps of the protocol, else 1.
pub fn serve() -> u8 {
    let (inbox, outbox, threads) = transport::stdio();
    let code = answer_all(&inbox, &outbox);
    drop(outbox);
    threads.finish();
    code
}

/// Serves a client at the other end of a connection; as [`serve`].
///
/// ```
/// use lsp_server::{Connection, Message, Notification, Request};
///
/// let (server, client) = Connection::memory();
/// let thread = std::thread::spawn(move || view_lsp::server::run(&server));
/// let send = |message: Message| client.sender.send(message).unwrap();
/// send(Request::new(1.into(), "initialize".into(), serde_json::json!({ "capabilities": {} })).into());
/// let Message::Response(response) = client.receiver.recv().unwrap() else { panic!() };
/// assert_eq!(response.response_result.unwrap()["capabilities"]["hoverProvider"], true);
/// send(Request::new(2.into(), "shutdown".into(), ()).into());
/// send(Notification::new("exit".into(), ()).into());
/// assert_eq!(thread.join().unwrap(), 0);
/// ```
pub fn run(connection: &Connection) -> u8 {
    answer_all(&connection.receiver, &Outbox::Values(connection.sender.clone()))
}

fn answer_all(receiver: &Receiver<Message>, outbox: &Outbox) -> u8 {
    let mut server = Server { outbox, phase: Phase::New, session: None, parent: Parent::default() };
    let mut inbox = Inbox::default();
    loop {
        if inbox.waiting.is_empty() {
            server.publish();
            inbox.cancelled.clear();
            match receiver.recv_timeout(PARENT) {
                Ok(message) => inbox.take(message),
                Err(RecvTimeoutError::Timeout) if server.parent.is_gone() => return 1,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return server.code(),
            }
        }
        receiver.try_iter().for_each(|message| inbox.take(message));
        match inbox.waiting.pop_front() {
            None => {}
            Some(Message::Notification(exit)) if exit.method == "exit" => return server.code(),
            Some(Message::Request(request)) if inbox.cancelled.remove(&request.id) => {
                let told = "cancelled by the client".into();
                server.send(Response::new_err(request.id, ErrorCode::RequestCanceled as i32, told));
            }
            Some(message) => server.take(message),
        }
    }
}

/// Messages that were read and not looked at.
#[derive(Default)]
struct Inbox {
    waiting: VecDeque<Message>,
    cancelled: HashSet<RequestId>,
}

impl Inbox {
    fn take(&mut self, message: Message) {
        match message {
            Message::Notification(Notification { method, params }) if method == "$/cancelRequest" => {
                let id = match params.get("id") {
                    Some(Value::String(id)) => Some(RequestId::from(id.clone())),
                    Some(id) => id.as_i64().and_then(|id| i32::try_from(id).ok()).map(RequestId::from),
                    None => None,
                };
                self.cancelled.extend(id);
            }
            message => self.waiting.push_back(message),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    New,
    Running,
    ShutDown,
}

struct Server<'c> {
    outbox: &'c Outbox,
    phase: Phase,
    session: Option<Session<'c>>,
    parent: Parent,
}

impl<'c> Server<'c> {
    fn code(&self) -> u8 {
        u8::from(self.phase != Phase::ShutDown)
    }

    fn send(&self, message: impl Into<Message>) {
        self.outbox.send(message.into());
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Request(request) => {
                let response = self.answer(request);
                self.send(response);
            }
            Message::Notification(notification) => self.heed(notification),
            Message::Response(response) => {
                if let Some(session) = &mut self.session {
                    guarded(session, "an answer", |session| session.answered(response));
                }
            }
        }
    }

    fn answer(&mut self, request: Request) -> Response {
        let refused = |id, code: ErrorCode, text: &str| Response::new_err(id, code as i32, text.into());
        match (self.phase, &mut self.session, &*request.method) {
            (Phase::New, _, "initialize") => {
                self.phase = Phase::Running;
                self.parent = Parent::of(request.params.get("processId").and_then(Value::as_i64));
                let session = Session::new(self.outbox, &request.params);
                let result = lsp::InitializeResult {
                    capabilities: capability::of_server(&session.client, &session.preferences),
                    server_info: Some(lsp::ServerInfo {
                        name: "viewfmt".into(),
                        version: Some(env!("CARGO_PKG_VERSION").into()),
                    }),
                };
                self.session = Some(session);
                Response::new_ok(request.id, json!(result))
            }
            (Phase::New, ..) => {
                refused(request.id, ErrorCode::ServerNotInitialized, "the first request is `initialize`")
            }
            (_, _, "initialize") => refused(request.id, ErrorCode::InvalidRequest, "the server is initialized already"),
            (_, _, "shutdown") => {
                self.phase = Phase::ShutDown;
                Response::new_ok(request.id, Value::Null)
            }
            (Phase::ShutDown, ..) => refused(request.id, ErrorCode::InvalidRequest, "after `shutdown` comes `exit`"),
            (Phase::Running, Some(session), _) => {
                let (id, method) = (request.id.clone(), request.method.clone());
                guarded(session, &method, |session| request::answer(session, request))
                    .unwrap_or_else(|| refused(id, ErrorCode::InternalError, PANICKED))
            }
            // A session is there from `initialize` on.
            (Phase::Running, None, _) => refused(request.id, ErrorCode::InternalError, PANICKED),
        }
    }

    fn heed(&mut self, notification: Notification) {
        let (Phase::Running, Some(session)) = (self.phase, &mut self.session) else { return };
        let method = notification.method.clone();
        guarded(session, &method, |session| request::heed(session, notification));
    }

    /// Sends the diagnostics of what has changed.
    fn publish(&mut self) {
        let (Phase::Running, Some(session)) = (self.phase, &mut self.session) else { return };
        for uri in session.take_stale() {
            guarded(session, "diagnostics", |session| session.publish(&uri));
        }
        session.drop_outdated();
    }
}

const PANICKED: &str = "a mistake in the server: please report it, with the lines on its standard error";

/// A mistake in one answer is that answer's only.
fn guarded<'c, T>(session: &mut Session<'c>, what: &str, work: impl FnOnce(&mut Session<'c>) -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(|| work(session)));
    if result.is_err() {
        session.log(lsp::MessageType::Error, &format!("{what}: {PANICKED}"));
    }
    result.ok()
}

/// The parameters of a message, or what is wrong with them.
fn params<P: DeserializeOwned>(method: &str, params: Value) -> Result<P, String> {
    serde_json::from_value(params).map_err(|error| format!("the parameters of `{method}` cannot be read: {error}"))
}
