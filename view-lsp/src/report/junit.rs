//! JUnit's XML, as Jenkins, GitLab and others read it: a suite for each file, a failed test for each finding.
//!
//! It keeps to the schema of Jenkins (`junit-10.xsd` of its xUnit plugin), which knows no lines: they are in the names.

use std::io;

use super::Report;
use super::json::severity;
use crate::xml::escape;

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let found = report.len();
    // A report without any test counts as a mistake in some services.
    let tests = found.max(1);
    writeln!(out, "<testsuites name=\"viewfmt\" tests=\"{tests}\" failures=\"{found}\" errors=\"0\">")?;
    if found == 0 {
        writeln!(out, "  <testsuite name=\"viewfmt\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">")?;
        writeln!(out, "    <testcase name=\"all checks\" classname=\"viewfmt\"/>\n  </testsuite>")?;
    }
    for file in report.files.iter().filter(|file| !file.findings.is_empty()) {
        let (path, count) = (file.shown_path(), file.findings.len());
        let name = escape(&path);
        writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{count}\" errors=\"0\" skipped=\"0\" file=\"{name}\">"
        )?;
        for finding in &file.findings {
            let at = file.place(finding.range.start);
            let (rule, place) = (finding.rule, format!("{}:{}", at.row, at.column));
            writeln!(out, "    <testcase name=\"{rule} at {place}\" classname=\"{name}\">")?;
            let mut text = format!("{path}:{place}: {} {}", rule.code, finding.message);
            if let Some(help) = &finding.help {
                text.push_str(&format!("\nhelp: {help}"));
            }
            writeln!(
                out,
                "      <failure type=\"{}\" message=\"{}\">{}</failure>",
                severity(finding),
                escape(&finding.message),
                escape(&text)
            )?;
            writeln!(out, "    </testcase>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}
