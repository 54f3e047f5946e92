//! Logging commands of Azure's pipelines: `##vso[task.logissue type=error;...]message`.

use std::io;

use view_format::Severity;

use super::Report;

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in report.findings() {
        let at = file.place(finding.range.start);
        // There is nothing below a warning.
        let kind = if finding.severity == Severity::Error { "error" } else { "warning" };
        writeln!(
            out,
            "##vso[task.logissue type={kind};sourcepath={};linenumber={};columnnumber={};code={};]{}",
            property(&file.shown_path()),
            at.row,
            at.column,
            finding.rule.code,
            data(&finding.message)
        )?;
    }
    Ok(())
}

/// As Azure's agent reads it back (`microsoft/azure-pipelines-task-lib`, `node/taskcommand.ts`).
fn data(text: &str) -> String {
    text.replace('%', "%AZP25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(']', "%5D").replace(';', "%3B")
}
