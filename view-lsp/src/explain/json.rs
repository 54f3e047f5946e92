//! An explanation for programs.

use serde::Serialize;
use view_format::{Dialect, query};

use super::{Explanation, FieldRow};
use crate::target::NamedTarget;

#[derive(Serialize)]
struct Report<'e> {
    format: &'e str,
    dialect: &'static str,
    target: &'e str,
    valid: bool,
    #[serde(flatten)]
    layout: Option<Meaning>,
    targets: Vec<OnTarget>,
    diagnostics: Vec<Found>,
}

#[derive(Serialize)]
struct Meaning {
    size: usize,
    align: usize,
    padded_size: usize,
    values: usize,
    unpacks_to: Vec<String>,
    fields: Vec<FieldRow>,
}

#[derive(Serialize)]
struct OnTarget {
    target: String,
    size: usize,
    align: usize,
    padded_size: usize,
    same_layout: bool,
}

#[derive(Serialize)]
struct Found {
    code: &'static str,
    severity: &'static str,
    message: String,
    /// Byte offsets in the format.
    span: [u32; 2],
    help: Option<String>,
    fix: Option<Edit>,
}

#[derive(Serialize)]
struct Edit {
    message: String,
    span: [u32; 2],
    replacement: String,
}

impl Explanation {
    /// As JSON: format, sizes, fields and gaps, the usual targets, diagnostics. Offsets and sizes are in bytes, spans are
    /// byte offsets in the format.
    pub fn to_json(&self) -> String {
        let found = |diagnostic: view_format::Diagnostic| Found {
            code: diagnostic.id(),
            severity: match diagnostic.severity() {
                view_format::Severity::Error => "error",
                view_format::Severity::Warning => "warning",
                view_format::Severity::Hint => "hint",
            },
            message: diagnostic.to_string(),
            span: [diagnostic.span.start, diagnostic.span.end],
            help: diagnostic.help(),
            fix: diagnostic.fix().map(|fix| Edit {
                message: fix.title,
                span: [fix.span.start, fix.span.end],
                replacement: fix.replacement,
            }),
        };
        let own = self.layout();
        let targets = match own {
            Some(_) => self.compare(&NamedTarget::all()).targets,
            None => Vec::new(),
        };
        let report = Report {
            format: self.text(),
            dialect: match self.parse.format.dialect() {
                Dialect::Struct => "struct",
                Dialect::Pep3118 => "pep3118",
            },
            target: &self.target.name,
            valid: own.is_some(),
            layout: own.map(|layout| Meaning {
                size: layout.size(),
                align: layout.align(),
                padded_size: layout.padded_size(),
                values: layout.values(),
                unpacks_to: query::values(layout).iter().map(ToString::to_string).collect(),
                fields: self.rows(),
            }),
            targets: targets
                .into_iter()
                .map(|(target, layout)| OnTarget {
                    target: target.name,
                    size: layout.size(),
                    align: layout.align(),
                    padded_size: layout.padded_size(),
                    same_layout: own == Some(&layout),
                })
                .collect(),
            diagnostics: self.diagnostics().into_iter().map(found).collect(),
        };
        // Strings, numbers and lists of them: there is nothing in it that JSON could not say.
        serde_json::to_string_pretty(&report).unwrap_or_default()
    }
}
