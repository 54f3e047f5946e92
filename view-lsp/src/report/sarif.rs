//! SARIF 2.1.0, as GitHub's code scanning and others read it.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use view_format::Severity;

use super::{FileReport, Report};
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::SourceRange;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to.
const ROOT: &str = "SRCROOT";

pub(super) fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let codes: BTreeSet<&str> = report.findings().map(|(_, finding)| finding.rule.code).collect();
    let rules: Vec<&Rule> = codes.iter().filter_map(|code| Rule::find(code)).collect();
    let mut seen = Seen::new();
    let results: Vec<_> =
        report.findings().map(|(file, finding)| result(report, file, finding, &codes, &mut seen)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "viewfmt",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { ROOT: { "uri": directory_uri(report.root) } },
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "name": pascal_case(rule.name),
        "shortDescription": { "text": format!("{}.", sentence(rule.summary)) },
        "fullDescription": { "text": format!("{}: {}. {}", rule.name, rule.summary, rule.why) },
        "help": { "text": rule.page(), "markdown": rule.page() },
        "helpUri": rule.url(),
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn result(report: &Report<'_>, file: &FileReport, finding: &Finding, codes: &BTreeSet<&str>, seen: &mut Seen) -> Value {
    let mut text = format!("{}.", sentence(&finding.message));
    if let Some(help) = &finding.help {
        text.push_str(&format!(" {}.", sentence(help)));
    }
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.rule.code),
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location(file, finding.range) }],
        "partialFingerprints": { "viewfmt/v1": fingerprint(file, finding, seen) },
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, related)| {
            let text = sentence(&related.text);
            json!({ "id": id, "physicalLocation": location(file, related.range), "message": { "text": format!("{text}.") } })
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = finding.fix.as_ref().filter(|_| report.is_fixable(finding)) {
        let replacements = fix.edits.iter().map(|edit| {
            json!({ "deletedRegion": region(file, edit.range), "insertedContent": { "text": edit.replacement } })
        });
        result["fixes"] = json!([{
            "description": { "text": format!("{}.", sentence(&fix.title)) },
            "artifactChanges": [{
                "artifactLocation": artifact(file),
                "replacements": replacements.collect::<Vec<_>>(),
            }],
        }]);
    }
    result
}

fn location(file: &FileReport, range: SourceRange) -> Value {
    json!({ "artifactLocation": artifact(file), "region": region(file, range) })
}

fn artifact(file: &FileReport) -> Value {
    match file.path.is_absolute() {
        true => json!({ "uri": format!("file://{}", escaped(&file.shown_path())) }),
        false => json!({ "uri": escaped(&file.shown_path()), "uriBaseId": ROOT }),
    }
}

fn region(file: &FileReport, range: SourceRange) -> Value {
    let (start, end) = file.places(range);
    json!({ "startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column })
}

/// A path in a URI.
fn escaped(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:@!$&'()*+,;=".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn directory_uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    format!("file:///{}/", escaped(path.trim_matches('/'))).replace("////", "///")
}

/// With a capital letter where it starts with one at all.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn pascal_case(name: &str) -> String {
    name.split('-').map(sentence).collect()
}

/// Fingerprints that were given, each with how often.
pub(super) type Seen = HashMap<u64, u32>;

/// Bytes of a line around a finding that its fingerprint is of.
const AROUND: usize = 512;

/// The same for the same finding after other lines have changed: of the rule, the path, and the line without white space; of
/// a long line, what is around the finding. Of equal ones the second and later are told apart by their number.
pub(super) fn fingerprint(file: &FileReport, finding: &Finding, seen: &mut Seen) -> String {
    let (line, at) = file.line_around(finding.range.start);
    let start = line.ceil_char_boundary(at.saturating_sub(AROUND));
    let end = line.floor_char_boundary(at.saturating_add(AROUND));
    let line: String = line[start..end].split_whitespace().collect();
    // FNV-1a, 64 bits: the same on every machine and in every version.
    let hashed = |from: u64, text: &str| {
        text.bytes().fold(from, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let text = format!("{}\0{}\0{line}\0{}\0", finding.rule.code, file.shown_path(), finding.message);
    let hash = hashed(0xcbf2_9ce4_8422_2325, &text);
    let number = seen.entry(hash).or_default();
    let fingerprint = format!("{:016x}", hashed(hash, &number.to_string()));
    *number += 1;
    fingerprint
}
