//! Which request is answered by what.

use gen_lsp_types as lsp;
use lsp_server::{ErrorCode, Notification, Request, Response};
use serde_json::Value;

use super::session::Session;
use super::{action, answer, diagnostic, params};

/// The answer to a request.
pub(super) fn answer(session: &mut Session<'_>, request: Request) -> Response {
    let to = Question { session, request };
    match &*to.request.method {
        "textDocument/diagnostic" => to.answer::<lsp::DocumentDiagnosticRequest>(diagnostic::report),
        "textDocument/hover" => to.answer::<lsp::HoverRequest>(answer::hover),
        "textDocument/completion" => to.answer::<lsp::CompletionRequest>(answer::completion),
        "textDocument/inlayHint" => to.answer::<lsp::InlayHintRequest>(answer::hints),
        "textDocument/semanticTokens/full" => to.answer::<lsp::SemanticTokensRequest>(answer::tokens),
        "textDocument/semanticTokens/range" => to.answer::<lsp::SemanticTokensRangeRequest>(answer::tokens_in_range),
        "textDocument/documentHighlight" => to.answer::<lsp::DocumentHighlightRequest>(answer::highlights),
        "textDocument/signatureHelp" => to.answer::<lsp::SignatureHelpRequest>(answer::signature),
        "textDocument/selectionRange" => to.answer::<lsp::SelectionRangeRequest>(answer::selections),
        "textDocument/codeAction" => to.answer::<lsp::CodeActionRequest>(action::actions),
        "codeAction/resolve" => to.answer::<lsp::CodeActionResolveRequest>(action::resolve),
        #[cfg(test)]
        "viewfmt/panic" => panic!("as asked"),
        method => {
            let told = format!("`{method}` is not answered here");
            Response::new_err(to.request.id, ErrorCode::MethodNotFound as i32, told)
        }
    }
}

struct Question<'q, 'c> {
    session: &'q mut Session<'c>,
    request: Request,
}

impl<'c> Question<'_, 'c> {
    fn answer<R: lsp::Request>(self, of: fn(&Session<'c>, R::Params) -> R::Result) -> Response {
        let Request { id, method, params: sent } = self.request;
        match params(&method, sent) {
            Ok(params) => Response::new_ok(id, of(self.session, params)),
            Err(told) => Response::new_err(id, ErrorCode::InvalidParams as i32, told),
        }
    }
}

/// What a notification asks for. Those that are not known are passed over, as the protocol wants it.
pub(super) fn heed(session: &mut Session<'_>, notification: Notification) {
    let Notification { method, params: sent } = notification;
    let heeded = match &*method {
        "textDocument/didOpen" => {
            params(&method, sent).map(|lsp::DidOpenTextDocumentParams { text_document }| session.open(text_document))
        }
        "textDocument/didChange" => params(&method, sent).map(|params| session.change(params)),
        "textDocument/didClose" => params(&method, sent)
            .map(|lsp::DidCloseTextDocumentParams { text_document }| session.close(&text_document.uri)),
        _ => {
            match &*method {
                "initialized" => session.initialized(),
                "workspace/didChangeConfiguration" => {
                    session.configuration_changed(sent.get("settings").unwrap_or(&Value::Null));
                }
                // Settings are those of the nearest file, so which folders are open does not matter; but new ones may come
                // with files that were not watched.
                "workspace/didChangeWatchedFiles" | "workspace/didChangeWorkspaceFolders" => session.project_changed(),
                _ => {}
            }
            Ok(())
        }
    };
    if let Err(told) = heeded {
        session.log(lsp::MessageType::Error, &told);
    }
}
