//! What the server says that it can do.

use gen_lsp_types as lsp;
use view_format::syntax::LeafKind;

use super::client::{Client, Preferences};

/// What is typed inside formats and is no letter: after these a client asks for completions by itself.
const TRIGGERS: [&str; 21] =
    ["\"", "'", "<", ">", "=", "@", "!", "^", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "?", ":", "{"];

/// The types of semantic tokens, and which piece of a format is of which.
const TOKEN_TYPES: [&str; 4] = ["type", "number", "operator", "property"];

/// The index of a type; `None` for what has no colour of its own.
pub(super) fn token_type(kind: LeafKind) -> Option<u32> {
    match kind {
        LeafKind::Code => Some(0),
        LeafKind::Count | LeafKind::Shape => Some(1),
        LeafKind::Mark => Some(2),
        LeafKind::Name => Some(3),
        LeafKind::Space | LeafKind::Error => None,
    }
}

pub(super) fn semantic_tokens() -> lsp::SemanticTokensOptions {
    lsp::SemanticTokensOptions {
        legend: lsp::SemanticTokensLegend {
            token_types: TOKEN_TYPES.map(Into::into).into(),
            token_modifiers: Vec::new(),
        },
        range: Some(true.into()),
        full: Some(true.into()),
        work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
    }
}

/// The kind of the action that makes all safe fixes.
pub(super) const FIX_ALL: &str = "source.fixAll.viewfmt";

pub(super) fn of_server(client: &Client, preferences: &Preferences) -> lsp::ServerCapabilities {
    let strings = |texts: &[&str]| Some(texts.iter().map(|&text| text.into()).collect::<Vec<String>>());
    let kinds = [
        lsp::CodeActionKind::QuickFix,
        lsp::CodeActionKind::RefactorRewrite,
        lsp::CodeActionKind::RefactorExtract,
        lsp::CodeActionKind::new(FIX_ALL),
    ];
    let diagnostics = lsp::DiagnosticOptions {
        identifier: Some("viewfmt".into()),
        inter_file_dependencies: false,
        workspace_diagnostics: false,
        work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
    };
    lsp::ServerCapabilities {
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(
            lsp::TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(lsp::TextDocumentSyncKind::Incremental),
                ..Default::default()
            }
            .into(),
        ),
        completion_provider: Some(lsp::CompletionOptions {
            trigger_characters: strings(&TRIGGERS),
            ..Default::default()
        }),
        hover_provider: Some(true.into()),
        signature_help_provider: Some(lsp::SignatureHelpOptions {
            trigger_characters: strings(&["(", ","]),
            ..Default::default()
        }),
        document_highlight_provider: Some(true.into()),
        code_action_provider: Some(match client.has_code_action_literals {
            true => lsp::CodeActionOptions {
                code_action_kinds: Some(kinds.into()),
                resolve_provider: Some(client.resolves_actions),
                ..Default::default()
            }
            .into(),
            false => true.into(),
        }),
        selection_range_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        semantic_tokens_provider: (!client.registers_semantic_tokens && preferences.wants_tokens(client))
            .then(|| semantic_tokens().into()),
        diagnostic_provider: client.pulls_diagnostics.then(|| diagnostics.into()),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}
