//! Code quality reports of GitLab.

use std::io;

use serde::Serialize;
use view_format::Severity;

use super::Report;
use super::sarif::{Seen, fingerprint};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    severity: &'static str,
    fingerprint: String,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut seen = Seen::new();
    let entries = report.findings().map(|(file, finding)| {
        let (start, end) = file.places(finding.range);
        Entry {
            description: format!("{}: {}", finding.rule.code, finding.message),
            check_name: finding.rule.code,
            severity: match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Hint => "info",
            },
            fingerprint: fingerprint(file, finding, &mut seen),
            location: Location {
                path: file.shown_path(),
                positions: Positions {
                    begin: Position { line: start.row, column: start.column },
                    end: Position { line: end.row, column: end.column },
                },
            },
        }
    });
    serde_json::to_writer_pretty(&mut *out, &entries.collect::<Vec<_>>())?;
    writeln!(out)
}
