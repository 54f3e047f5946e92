//! Findings as diagnostics.

use gen_lsp_types as lsp;
use serde_json::json;
use view_format::Severity;

use super::session::{Document, Session};
use crate::finding::Finding;

/// Who says so.
pub(super) const SOURCE: &str = "viewfmt";

/// The answer to a client that asks.
pub(super) fn report(session: &Session<'_>, params: lsp::DocumentDiagnosticParams) -> lsp::DocumentDiagnosticReport {
    let document = session.document(&params.text_document.uri);
    let result_id = document.map(|document| document.revision.to_string());
    if let Some(result_id) = result_id.clone().filter(|_| result_id == params.previous_result_id) {
        return lsp::RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport { result_id },
        }
        .into();
    }
    let items = document.map_or_else(Vec::new, |document| session.diagnostics(document));
    lsp::RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport { result_id, items },
    }
    .into()
}

impl Session<'_> {
    /// The findings in a document, if the user wants to see them.
    pub(super) fn findings<'d>(&self, document: &'d Document) -> &'d [Finding] {
        if self.preferences.diagnostics { &document.analysis().findings } else { &[] }
    }

    pub(super) fn diagnostics(&self, document: &Document) -> Vec<lsp::Diagnostic> {
        match document.language {
            Some(_) => self.findings(document).iter().map(|finding| self.diagnostic(document, finding)).collect(),
            None => self.wrong_settings(document),
        }
    }

    pub(super) fn diagnostic(&self, document: &Document, finding: &Finding) -> lsp::Diagnostic {
        let lines = self.lines(document);
        let rule = finding.rule;
        let colon = if finding.label.is_empty() { "" } else { ": " };
        let (before_help, help) = finding.help.as_ref().map_or(("", ""), |help| ("\nhelp: ", help));
        let message = [&*finding.message, colon, &finding.label, before_help, help].concat();
        let related = || {
            let related = finding.related.iter().map(|related| lsp::DiagnosticRelatedInformation {
                location: lsp::Location { uri: document.uri.clone(), range: lines.range(&related.range.range()) },
                message: related.text.clone(),
            });
            related.collect()
        };
        let data = || {
            let fix = finding.fix.as_ref().map(|fix| json!({ "title": fix.title, "safe": fix.is_safe }));
            json!({ "rule": rule.code, "fix": fix })
        };
        lsp::Diagnostic {
            range: lines.range(&finding.range.range()),
            severity: Some(match finding.severity {
                Severity::Error => lsp::DiagnosticSeverity::Error,
                Severity::Warning => lsp::DiagnosticSeverity::Warning,
                Severity::Hint => lsp::DiagnosticSeverity::Information,
            }),
            code: Some(lsp::Code::String(rule.name.into())),
            code_description: self
                .client
                .has_code_description
                .then(|| lsp::CodeDescription { href: rule.url().into() }),
            source: Some(SOURCE.into()),
            message: message.into(),
            tags: (rule.name == "unused-suppression").then(|| vec![lsp::DiagnosticTag::Unnecessary]),
            related_information: (self.client.has_related_information && !finding.related.is_empty()).then(related),
            data: self.client.has_diagnostic_data.then(data),
        }
    }
}
