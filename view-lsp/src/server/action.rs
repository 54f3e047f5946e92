//! What could be done, as code actions.

use std::cell::LazyCell;
use std::collections::HashMap;

use gen_lsp_types as lsp;
use lsp::CodeActionKind;
use serde_json::json;

use super::capability::FIX_ALL;
use super::session::{Document, Session};
use crate::finding::Finding;
use crate::ide::ActionKind;
use crate::silence::Silencer;
use crate::source::{Edit, SourceRange, chosen};

pub(super) fn actions(session: &Session<'_>, params: lsp::CodeActionParams) -> Option<Vec<lsp::CodeActionResponse>> {
    let document = session.document(&params.text_document.uri)?;
    // A client that only knows commands knows none of ours.
    if !session.client.has_code_action_literals {
        return None;
    }
    let request = Request { session, document, context: &params.context };
    let selected = session.lines(document).span(params.range);
    let selected = SourceRange::new(selected.start as u32, selected.end as u32);
    let mut actions = Vec::new();
    if request.is_wanted(&CodeActionKind::QuickFix) {
        actions.extend(request.fixes(selected));
        actions.extend(request.ignores(selected));
    }
    for action in document.file().actions(selected) {
        let kind = match action.kind {
            ActionKind::Rewrite => CodeActionKind::RefactorRewrite,
            ActionKind::Extract => CodeActionKind::RefactorExtract,
        };
        if request.is_wanted(&kind) {
            let edit = session.workspace_edit(document, &action.edits);
            actions.push(lsp::CodeAction { title: action.title, kind: Some(kind), edit, ..Default::default() });
        }
    }
    actions.extend(request.fix_all());
    Some(actions.into_iter().map(Into::into).collect())
}

/// The edit of an action that was handed out without.
pub(super) fn resolve(session: &Session<'_>, mut action: lsp::CodeAction) -> lsp::CodeAction {
    let data = action.data.as_ref();
    let uri = data.and_then(|data| data.get("uri")?.as_str()).map(lsp::Uri::from);
    let document = uri.and_then(|uri| session.document(&uri));
    let is_fresh = |document: &&Document| data.is_some_and(|data| data["revision"] == json!(document.revision));
    // Of a text that has changed since then it would be the wrong one.
    if let Some(document) = document.filter(is_fresh) {
        action.edit = session.workspace_edit(document, &fixes_of_all(session, document));
    }
    action
}

struct Request<'r, 'c> {
    session: &'r Session<'c>,
    document: &'r Document,
    context: &'r lsp::CodeActionContext,
}

impl Request<'_, '_> {
    /// Whether actions of a kind are asked for; `source` asks for `source.fixAll` too.
    fn is_wanted(&self, kind: &CodeActionKind) -> bool {
        let kind = kind.as_str();
        let covers = |only: &str| {
            only.is_empty() || kind.strip_prefix(only).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.context.only.as_ref().is_none_or(|only| only.iter().any(|only| covers(only.as_str())))
    }

    fn found(&self, selected: SourceRange) -> impl Iterator<Item = &Finding> {
        let meets = move |finding: &&Finding| {
            let range = finding.range;
            range.start <= selected.end && selected.start <= range.end
        };
        self.session.findings(self.document).iter().filter(meets)
    }

    /// The finding as the client knows it.
    fn diagnostic(&self, finding: &Finding) -> lsp::Diagnostic {
        let diagnostic = self.session.diagnostic(self.document, finding);
        let is_same = |sent: &&lsp::Diagnostic| sent.range == diagnostic.range && sent.code == diagnostic.code;
        self.context.diagnostics.iter().find(is_same).cloned().unwrap_or(diagnostic)
    }

    fn fixes(&self, selected: SourceRange) -> Vec<lsp::CodeAction> {
        let mut has_preferred = false;
        let found = self.found(selected).filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
        let actions = found.map(|(finding, fix)| {
            // One only, for the key that makes the obvious fix.
            let is_preferred = fix.is_safe && !has_preferred && self.session.client.has_preferred_actions;
            has_preferred |= is_preferred;
            let doubt = if fix.is_safe { "" } else { " (look at it: the program may mean something else then)" };
            lsp::CodeAction {
                title: format!("{}{doubt}", capital(&fix.title)),
                kind: Some(CodeActionKind::QuickFix),
                diagnostics: Some(vec![self.diagnostic(finding)]),
                is_preferred: is_preferred.then_some(true),
                edit: self.session.workspace_edit(self.document, &fix.edits),
                ..Default::default()
            }
        });
        actions.collect()
    }

    /// Comments that keep findings quiet.
    fn ignores(&self, selected: SourceRange) -> Vec<lsp::CodeAction> {
        let silencer = LazyCell::new(|| {
            let document = self.document;
            let language = document.language?;
            Some(Silencer::new(document.text.as_str(), language, document.analysis()))
        });
        let actions = self.found(selected).filter_map(|finding| {
            let edit = silencer.as_ref()?.comment(finding)?;
            Some(lsp::CodeAction {
                title: format!("Ignore `{}` here", finding.rule.name),
                kind: Some(CodeActionKind::QuickFix),
                diagnostics: Some(vec![self.diagnostic(finding)]),
                edit: self.session.workspace_edit(self.document, &[edit]),
                ..Default::default()
            })
        });
        let mut actions: Vec<_> = actions.collect();
        // Two findings of one rule have the same comment.
        actions.dedup_by(|one, other| one.title == other.title && one.edit == other.edit);
        actions
    }

    /// All safe fixes at once, for saving, and for those who ask.
    fn fix_all(&self) -> Option<lsp::CodeAction> {
        let kind = CodeActionKind::new(FIX_ALL);
        // In the menu of a lightbulb it is in the way.
        let is_asked = self.context.only.is_some() && self.is_wanted(&kind);
        let is_fixable = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.is_safe);
        if !is_asked || !self.session.findings(self.document).iter().any(is_fixable) {
            return None;
        }
        let action = lsp::CodeAction {
            title: "Fix all formats that can be fixed safely".into(),
            kind: Some(kind),
            ..Default::default()
        };
        Some(if self.session.client.resolves_actions {
            let data = json!({ "uri": self.document.uri, "revision": self.document.revision });
            lsp::CodeAction { data: Some(data), ..action }
        } else {
            let edits = fixes_of_all(self.session, self.document);
            lsp::CodeAction { edit: self.session.workspace_edit(self.document, &edits), ..action }
        })
    }
}

/// The edits of all safe fixes that do not touch one another.
fn fixes_of_all(session: &Session<'_>, document: &Document) -> Vec<Edit> {
    let fixes = session.findings(document).iter().filter_map(|finding| finding.fix.as_ref());
    let groups = fixes.filter(|fix| fix.is_safe).map(|fix| fix.edits.as_slice());
    chosen(document.text.as_str(), groups).0.into_iter().cloned().collect()
}

impl Session<'_> {
    fn workspace_edit(&self, document: &Document, edits: &[Edit]) -> Option<lsp::WorkspaceEdit> {
        let lines = self.lines(document);
        let edits = edits
            .iter()
            .map(|edit| lsp::TextEdit { range: lines.range(&edit.range.range()), new_text: edit.replacement.clone() });
        if !self.client.has_document_changes {
            let changes = HashMap::from([(document.uri.clone(), edits.collect())]);
            return Some(lsp::WorkspaceEdit { changes: Some(changes), ..Default::default() });
        }
        let change = lsp::TextDocumentEdit {
            text_document: lsp::OptionalVersionedTextDocumentIdentifier {
                version: Some(document.version),
                text_document_identifier: lsp::TextDocumentIdentifier { uri: document.uri.clone() },
            },
            edits: edits.map(Into::into).collect(),
        };
        Some(lsp::WorkspaceEdit { document_changes: Some(vec![change.into()]), ..Default::default() })
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
