//! JSON with the names of ruff's fields, and what is known of the format besides.

use std::io;

use serde::Serialize;
use view_format::Severity;

use super::{FileReport, Place, Report};
use crate::finding::Finding;

#[derive(Serialize)]
struct Entry<'r> {
    code: &'static str,
    name: &'static str,
    message: &'r str,
    severity: &'static str,
    filename: String,
    location: Location,
    end_location: Location,
    fix: Option<Fix<'r>>,
    url: String,
    noqa_row: u32,
    help: Option<&'r str>,
    related: Vec<Related<'r>>,
    format: Option<Format<'r>>,
}

#[derive(Serialize)]
struct Location {
    row: u32,
    column: u32,
}

impl From<Place> for Location {
    fn from(place: Place) -> Location {
        Location { row: place.row, column: place.column }
    }
}

#[derive(Serialize)]
struct Fix<'r> {
    applicability: &'static str,
    message: &'r str,
    edits: Vec<Edit<'r>>,
}

#[derive(Serialize)]
struct Edit<'r> {
    content: &'r str,
    location: Location,
    end_location: Location,
}

#[derive(Serialize)]
struct Related<'r> {
    message: &'r str,
    location: Location,
    end_location: Location,
}

#[derive(Serialize)]
struct Format<'r> {
    /// Decoded, with placeholders for what is not known.
    text: &'r str,
    /// Bytes in `text`.
    span: Option<[u32; 2]>,
    size: Option<usize>,
    values: Option<usize>,
}

/// What a severity is called in reports for machines.
pub(super) fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "info",
    }
}

fn entry<'r>(report: &Report<'_>, file: &FileReport, finding: &'r Finding) -> Entry<'r> {
    let (start, end) = file.places(finding.range);
    let fix = finding.fix.as_ref().map(|fix| Fix {
        applicability: if fix.is_safe { "safe" } else { "unsafe" },
        message: &fix.title,
        edits: fix
            .edits
            .iter()
            .map(|edit| {
                let (start, end) = file.places(edit.range);
                Edit { content: &edit.replacement, location: start.into(), end_location: end.into() }
            })
            .collect(),
    });
    let related = finding.related.iter().map(|related| {
        let (start, end) = file.places(related.range);
        Related { message: &related.text, location: start.into(), end_location: end.into() }
    });
    Entry {
        code: finding.rule.code,
        name: finding.rule.name,
        message: &finding.message,
        severity: severity(finding),
        filename: report.absolute(file),
        location: start.into(),
        end_location: end.into(),
        fix,
        url: finding.rule.url(),
        noqa_row: end.row,
        help: finding.help.as_deref(),
        related: related.collect(),
        format: finding.format.as_ref().map(|format| Format {
            text: &format.text,
            span: format.span.map(|span| [span.start, span.end]),
            size: format.size,
            values: format.values,
        }),
    }
}

pub(super) fn array(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let entries: Vec<_> = report.findings().map(|(file, finding)| entry(report, file, finding)).collect();
    serde_json::to_writer_pretty(&mut *out, &entries)?;
    writeln!(out)
}

pub(super) fn lines(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in report.findings() {
        serde_json::to_writer(&mut *out, &entry(report, file, finding))?;
        writeln!(out)?;
    }
    Ok(())
}
