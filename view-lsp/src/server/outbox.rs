//! The way to the client: values for one in the same process, text for one at the other end of a stream.

use crossbeam_channel::Sender;
use lsp_server::{Message, Notification};
use serde::Serialize;

/// Where messages to the client go.
#[derive(Debug)]
pub(super) enum Outbox {
    /// To a client in the same process.
    Values(Sender<Message>),
    /// To the thread that writes.
    Stream(Sender<Outgoing>),
}

/// A message that is to be written.
#[derive(Debug)]
pub(super) enum Outgoing {
    Message(Message),
    /// The JSON of one.
    Text(Vec<u8>),
}

impl Outbox {
    // Where nobody listens any more, the server sees the end of the input next.

    pub(super) fn send(&self, message: Message) {
        let _ = match self {
            Outbox::Values(sender) => sender.send(message).is_ok(),
            Outbox::Stream(sender) => sender.send(Outgoing::Message(message)).is_ok(),
        };
    }

    /// Sends a notification. What may be as long as the diagnostics of a file becomes text in one step, not a tree of values first.
    pub(super) fn tell(&self, method: &str, params: impl Serialize) {
        // Types of the protocol are JSON.
        match self {
            Outbox::Values(_) => {
                let params = serde_json::to_value(params).unwrap_or_default();
                self.send(Notification { method: method.into(), params }.into());
            }
            Outbox::Stream(sender) => {
                let text = serde_json::to_vec(&Told { jsonrpc: "2.0", method, params }).unwrap_or_default();
                let _ = sender.send(Outgoing::Text(text));
            }
        }
    }
}

/// A notification as it is written.
#[derive(Serialize)]
struct Told<'m, P> {
    jsonrpc: &'static str,
    method: &'m str,
    params: P,
}
