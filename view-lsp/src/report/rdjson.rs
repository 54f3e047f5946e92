//! Reviewdog's diagnostic format (`reviewdog -f=rdjson`).

use std::io;

use line_index::TextSize;
use serde_json::{Value, json};
use view_format::Severity;

use super::{FileReport, Report};
use crate::finding::{Finding, Fix};
use crate::source::SourceRange;

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let diagnostics = report.findings().map(|(file, finding)| diagnostic(report, file, finding));
    let result = json!({
        "source": { "name": "viewfmt", "url": env!("CARGO_PKG_REPOSITORY") },
        "diagnostics": diagnostics.collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

fn diagnostic(report: &Report<'_>, file: &FileReport, finding: &Finding) -> Value {
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    let mut diagnostic = json!({
        "message": message,
        "location": location(file, finding.range),
        "severity": match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Hint => "INFO",
        },
        "code": { "value": finding.rule.code, "url": finding.rule.url() },
    });
    if !finding.related.is_empty() {
        let related = finding
            .related
            .iter()
            .map(|related| json!({ "message": related.text, "location": location(file, related.range) }));
        diagnostic["relatedLocations"] = related.collect();
    }
    if let Some(fix) = finding.fix.as_ref().filter(|_| report.is_fixable(finding)) {
        diagnostic["suggestions"] = suggestion(file, fix).into_iter().collect();
    }
    diagnostic
}

/// All edits as one: each suggestion is a choice of its own.
fn suggestion(file: &FileReport, fix: &Fix) -> Option<Value> {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.range);
    let hull = SourceRange::new(edits.first()?.range.start, edits.last()?.range.end);
    let (mut text, mut at) = (String::new(), hull.start);
    for edit in edits {
        text.push_str(file.source.get(at as usize..edit.range.start as usize)?);
        text.push_str(&edit.replacement);
        at = edit.range.end;
    }
    Some(json!({ "range": range(file, hull), "text": text }))
}

fn location(file: &FileReport, place: SourceRange) -> Value {
    json!({ "path": file.shown_path(), "range": range(file, place) })
}

fn range(file: &FileReport, range: SourceRange) -> Value {
    json!({ "start": position(file, range.start), "end": position(file, range.end) })
}

/// Columns are bytes here, those of a byte order mark among them.
fn position(file: &FileReport, offset: u32) -> Value {
    let at = file.lines.try_line_col(TextSize::from(offset)).unwrap_or(line_index::LineCol { line: 0, col: 0 });
    json!({ "line": at.line + 1, "column": at.col + 1 })
}
