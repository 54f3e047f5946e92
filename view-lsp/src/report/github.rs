//! Annotations of GitHub's workflows: `::error title=...::message`.

use std::io;

use view_format::Severity;

use super::Report;

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in report.findings() {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let (start, end) = file.places(finding.range);
        let path = file.shown_path();
        writeln!(
            out,
            "::{level} title={},file={},line={},col={},endLine={},endColumn={}::{}",
            property(&format!("viewfmt ({})", finding.rule.code)),
            property(&path),
            start.row,
            start.column,
            end.row,
            end.column,
            data(&format!("{path}:{}:{}: {} {}", start.row, start.column, finding.rule.code, finding.message))
        )?;
    }
    Ok(())
}

/// As GitHub's runner reads it back (`actions/toolkit`, `core/src/command.ts`).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
