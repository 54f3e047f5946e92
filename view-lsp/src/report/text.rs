//! For people: with the source, or one line for each finding.

use std::io;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use view_format::Severity;

use super::{FileReport, Report};
use crate::colour;
use crate::finding::Finding;
use crate::source::{SourceRange, line_end, line_start, with_newlines};

/// Bytes beyond which a line is not drawn whole, and how many are drawn around what is pointed at: drawing costs as much as what
/// is drawn, for each finding of the line again.
const LONG: usize = 4096;
const AROUND: usize = 100;

/// Lines up to which two places are drawn in one picture.
const NEAR: u32 = 30;

pub(super) fn concise(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in report.findings() {
        let place = file.place(finding.range.start);
        let (bold, code, plain) = (colour::BOLD, style(finding), anstyle::Reset);
        let mark = if report.is_fixable(finding) { "[*] " } else { "" };
        writeln!(
            out,
            "{bold}{}{bold:#}:{}:{}: {code}{}{plain} {mark}{}",
            file.shown_path(),
            place.row,
            place.column,
            finding.rule.code,
            finding.message
        )?;
    }
    Ok(())
}

/// As [`concise`], but each path once.
pub(super) fn grouped(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for file in report.files.iter().filter(|file| !file.findings.is_empty()) {
        let (bold, plain) = (colour::BOLD, anstyle::Reset);
        let places = file.findings.iter().map(|finding| file.place(finding.range.start));
        let places: Vec<_> = places.map(|place| (place.row.to_string(), place.column.to_string())).collect();
        let rows = places.iter().map(|(row, _)| row.len()).max().unwrap_or(0);
        let columns = places.iter().map(|(_, column)| column.len()).max().unwrap_or(0);
        writeln!(out, "{bold}{}{bold:#}:", file.shown_path())?;
        for (finding, (row, column)) in file.findings.iter().zip(&places) {
            let mark = if report.is_fixable(finding) { "[*] " } else { "" };
            let (code, rule, message) = (style(finding), finding.rule.code, &finding.message);
            writeln!(out, "  {row:>rows$}:{column:<columns$}  {code}{rule}{plain} {mark}{message}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What reads pylint's output reads this.
pub(super) fn pylint(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (file, finding) in report.findings() {
        let row = file.place(finding.range.start).row;
        writeln!(out, "{}:{row}: [{}] {}", file.shown_path(), finding.rule.code, finding.message)?;
    }
    Ok(())
}

fn style(finding: &Finding) -> anstyle::Style {
    match finding.severity {
        Severity::Error => colour::ERROR,
        Severity::Warning | Severity::Hint => colour::WARNING,
    }
}

pub(super) fn full(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    // Colours are taken out behind this, where they are not wanted.
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    for (file, finding) in report.findings() {
        let path = file.shown_path();
        let mark = if report.is_fixable(finding) { "[*] " } else { "" };
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Hint => Level::NOTE,
        };
        let title = level.primary_title(format!("{mark}{}", finding.message)).id(finding.rule.code);
        let (near, far): (Vec<_>, Vec<_>) =
            finding.related.iter().partition(|related| rows_apart(file, finding.range, related.range) <= NEAR);
        let window = near.iter().fold(finding.range, |window, related| {
            SourceRange::new(window.start.min(related.range.start), window.end.max(related.range.end))
        });
        let (window, row, is_whole) = lines_of(file, window);
        let inside = |range: SourceRange| range.start as usize - window.start..range.end as usize - window.start;
        let origin = |at: u32| {
            let place = file.place(at);
            Origin::path(path.as_str()).line(place.row as usize).char_column(place.column as usize)
        };
        // Of what is cut out of a line the columns would be wrong.
        let snippet = |text: Range<usize>, row: u32, is_whole: bool| {
            let snippet = Snippet::source(with_newlines(&file.source[text])).line_start(row as usize);
            if is_whole { snippet.path(path.as_str()) } else { snippet }
        };
        let primary = AnnotationKind::Primary.span(inside(finding.range)).label(label(&finding.label));
        let others =
            near.iter().map(|related| AnnotationKind::Context.span(inside(related.range)).label(related.text.as_str()));
        let shown = snippet(window.clone(), row, is_whole).annotation(primary).annotations(others);
        let mut group: Group<'_> = match is_whole {
            true => title.element(shown),
            false => title.element(origin(finding.range.start)).element(shown),
        };
        for related in far {
            let (window, row, is_whole) = lines_of(file, related.range);
            let place = related.range.start as usize - window.start..related.range.end as usize - window.start;
            let annotation = AnnotationKind::Context.span(place).label(related.text.as_str());
            if !is_whole {
                group = group.element(origin(related.range.start));
            }
            group = group.element(snippet(window, row, is_whole).annotation(annotation));
        }
        let mut groups = Vec::new();
        let (fix, help) = (finding.fix.as_ref(), finding.help.as_deref());
        match (fix, help) {
            (None, Some(help)) => groups.push(group.element(Level::HELP.message(help))),
            (None, None) => groups.push(group),
            (Some(fix), help) => {
                groups.push(group);
                let text = match help {
                    Some(help) if help != fix.title => help,
                    _ => fix.title.as_str(),
                };
                let hull = fix
                    .edits
                    .iter()
                    .map(|edit| edit.range)
                    .reduce(|a, b| SourceRange::new(a.start.min(b.start), a.end.max(b.end)));
                let (window, row, _) = lines_of(file, hull.unwrap_or(finding.range));
                let patches = fix.edits.iter().map(|edit| {
                    let range = edit.range.start as usize - window.start..edit.range.end as usize - window.start;
                    Patch::new(range, edit.replacement.as_str())
                });
                let patches: Vec<_> = patches.collect();
                let shown = Snippet::source(with_newlines(&file.source[window.clone()]))
                    .line_start(row as usize)
                    .path(path.as_str());
                groups.push(Level::HELP.secondary_title(text).element(shown.patches(patches)));
            }
        }
        // A piece of a line has no path of its own, and that is drawn as one without a name.
        let is_named = |line: &&str| is_whole || anstream::adapter::strip_str(line).to_string().trim() != ":::";
        for line in renderer.render(&groups).lines().filter(is_named) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn label(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn rows_apart(file: &FileReport, one: SourceRange, other: SourceRange) -> u32 {
    file.place(one.start).row.abs_diff(file.place(other.end).row)
}

/// The lines that a range is in, the number of the first, and whether they are whole: not where they are long.
fn lines_of(file: &FileReport, range: SourceRange) -> (Range<usize>, u32, bool) {
    let start = line_start(&file.source, range.start as usize);
    let end = line_end(&file.source, range.end.max(range.start) as usize);
    let row = file.place(range.start).row;
    if end - start <= LONG.max(range.len() as usize + 2 * AROUND) {
        return (start..end, row, true);
    }
    let from = file.source.ceil_char_boundary((range.start as usize).saturating_sub(AROUND).max(start));
    let to = file.source.floor_char_boundary((range.end as usize).saturating_add(AROUND).min(end));
    (from..to, row, false)
}
