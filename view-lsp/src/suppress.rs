//! Comments that keep findings quiet: `# noqa: VF201`, `# view: ignore[unpack-targets]`, `// view: ignore(unknown-code)`.
//!
//! A comment is for its own line. One of ours that stands alone on its line is for the next line of code. `view: ignore-file`
//! is for the whole file. Without codes it means all rules.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use line_index::LineIndex;

use crate::finding::{Finding, Fix};
use crate::rule::Rule;
use crate::settings::Settings;
use crate::site::Site;
use crate::source::{Edit, SourceRange, line_index};

/// Of which a source with such comments has at least one.
pub(crate) const WORDS: [&str; 2] = ["view: ignore", "noqa"];

/// One comment.
#[derive(Debug)]
pub(crate) struct Suppression {
    /// From its `#` or `//` to its end.
    range: SourceRange,
    /// The lines that it is for; all of them for a whole file.
    lines: Option<(u32, u32)>,
    /// What it names; empty for all rules.
    codes: Vec<Named>,
    /// Whether it is `noqa`, which others read as well.
    is_noqa: bool,
    /// Where what is ours begins: behind other words of the same comment.
    own: SourceRange,
    is_used: bool,
}

/// A code or a name of a rule in a comment.
#[derive(Debug)]
struct Named {
    text: String,
    range: SourceRange,
    rule: Option<&'static Rule>,
    is_used: bool,
}

impl Suppression {
    /// All that stand in these comments.
    pub(crate) fn all(source: &str, comments: &[SourceRange], lines: &LineIndex) -> Vec<Suppression> {
        let marked = comments.iter().filter(|comment| is_marked(source, **comment));
        marked.filter_map(|&range| Suppression::read(source, range, lines)).collect()
    }

    /// Whether it is for one of these lines, and not for a whole file.
    pub(crate) fn is_for(&self, (first, last): (u32, u32)) -> bool {
        self.lines.is_some_and(|(from, to)| from <= last && first <= to)
    }

    /// The edit that adds rules to those that it names; `None` where it names none of ours.
    pub(crate) fn with(&self, rules: &[&Rule]) -> Option<Edit> {
        let last = self.codes.last()?;
        if self.is_noqa && !self.codes.iter().any(Named::is_ours) {
            return None;
        }
        let name = |rule: &&Rule| if self.is_noqa { rule.code } else { rule.name };
        let text: String = rules.iter().map(|rule| format!(", {}", name(rule))).collect();
        Some(Edit::new(SourceRange::empty(last.range.end), text))
    }
}

impl Named {
    /// Whether a code in a `noqa`, which others read as well, is for us.
    fn is_ours(&self) -> bool {
        self.text.to_ascii_uppercase().starts_with("VF")
    }
}

/// Takes out what comments keep quiet, and puts in what is found wrong with the comments.
pub(crate) fn apply(
    source: &str,
    sites: &[Site],
    comments: &[SourceRange],
    findings: Vec<Finding>,
    settings: &Settings,
) -> Vec<Finding> {
    if !comments.iter().any(|comment| is_marked(source, *comment)) {
        return findings;
    }
    let lines = line_index(source);
    let mut suppressions = Suppression::all(source, comments, &lines);
    let mut left: Vec<_> =
        findings.into_iter().filter(|finding| !is_quiet(finding, sites, &mut suppressions, &lines)).collect();
    if let Some(rule) = Rule::find("unused-suppression").filter(|rule| settings.rules.contains(rule)) {
        let unused = suppressions.iter().filter_map(|suppression| suppression.unused(source, rule, settings));
        let unused: Vec<_> = unused.collect();
        left.extend(unused.into_iter().filter(|finding| !is_quiet(finding, sites, &mut suppressions, &lines)));
        left.sort_by_key(|finding| finding.range);
    }
    left
}

/// Whether a comment may be one of these.
fn is_marked(source: &str, comment: SourceRange) -> bool {
    static FINDER: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(WORDS).ok());
    let is_in = |text| FINDER.as_ref().is_none_or(|finder| finder.is_match(text));
    source.get(comment.range()).is_some_and(is_in)
}

fn line(lines: &LineIndex, offset: u32) -> u32 {
    lines.try_line_col(offset.into()).map_or(0, |at| at.line)
}

/// The first and the last line that a comment for a finding can be for.
pub(crate) fn lines_of(finding: &Finding, sites: &[Site], lines: &LineIndex) -> (u32, u32) {
    // A comment cannot stand inside of a literal of many lines, only behind it.
    let around = sites.iter().find(|site| site.range.contains(finding.range)).map_or(finding.range, |site| site.range);
    (line(lines, finding.range.start), line(lines, around.end.max(finding.range.end)))
}

fn is_quiet(finding: &Finding, sites: &[Site], suppressions: &mut [Suppression], lines: &LineIndex) -> bool {
    let (first, last) = lines_of(finding, sites, lines);
    let mut is_quiet = false;
    for suppression in suppressions {
        let is_here = match suppression.lines {
            None => true,
            Some((from, to)) => from <= last && first <= to,
        };
        if !is_here || suppression.range == finding.range {
            continue;
        }
        if suppression.codes.is_empty() {
            suppression.is_used = true;
            is_quiet = true;
        }
        for named in suppression.codes.iter_mut().filter(|named| named.rule == Some(finding.rule)) {
            named.is_used = true;
            is_quiet = true;
        }
    }
    is_quiet
}

impl Suppression {
    fn read(source: &str, range: SourceRange, lines: &LineIndex) -> Option<Suppression> {
        let comment = source.get(range.range())?;
        let lower = comment.to_ascii_lowercase();
        let (at, is_noqa) = match (lower.find("view: ignore"), lower.find("noqa")) {
            (Some(at), _) => (at, false),
            // The word alone, not as a part of another.
            (None, Some(at)) if lower[..at].trim_end().ends_with('#') => (at, true),
            _ => return None,
        };
        let mut behind = at + if is_noqa { "noqa".len() } else { "view: ignore".len() };
        let is_file = !is_noqa && lower[behind..].starts_with("-file");
        behind += if is_file { "-file".len() } else { 0 };
        let rest = &comment[behind..];
        let (list, end) = match rest.chars().next() {
            Some(open @ ('[' | '(')) if !is_noqa => {
                let close = if open == '[' { ']' } else { ')' };
                let end = rest.find(close)?;
                (1..end, end + 1)
            }
            Some(':') if is_noqa => {
                let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ' ');
                let end = rest[1..].find(|c| !word(c)).map_or(rest.len(), |end| end + 1);
                (1..end, end)
            }
            Some(c) if c.is_alphanumeric() || c == '-' || c == '_' => return None,
            _ => (0..0, 0),
        };
        let base = range.start + behind as u32;
        let mut codes = Vec::new();
        let mut at = list.start;
        for part in rest[list.clone()].split([',', ' ']) {
            let text = part.trim();
            if !text.is_empty() {
                let start = at + part.find(text).unwrap_or(0);
                let place = SourceRange::new(base + start as u32, base + (start + text.len()) as u32);
                codes.push(Named { text: text.into(), range: place, rule: Rule::find(text), is_used: false });
            }
            at += part.len() + 1;
        }
        let here = line(lines, range.start);
        let is_alone = {
            let start = lines.line(here).map_or(0, |line| u32::from(line.start()));
            source
                .get(start as usize..range.start as usize)
                .is_some_and(|before| before.trim_start_matches('\u{feff}').trim().is_empty())
        };
        let to = if is_alone && !is_noqa { next_line_of_code(source, lines, here) } else { here };
        let mark = comment[..at.min(comment.len())].rfind(['#']).map_or(range.start, |mark| range.start + mark as u32);
        let own = SourceRange::new(mark.min(base), base + end as u32);
        let lines = if is_file { None } else { Some((to.max(here), to)) };
        Some(Suppression { range, lines, codes, is_noqa, own, is_used: false })
    }

    /// What is wrong with it, if it keeps nothing quiet.
    fn unused(&self, source: &str, rule: &'static Rule, settings: &Settings) -> Option<Finding> {
        // Whether others need a plain `noqa` nobody knows.
        if self.is_used || self.is_noqa && self.codes.is_empty() {
            return None;
        }
        let is_ours = |named: &&Named| !self.is_noqa || named.is_ours();
        let is_off = |named: &Named| named.rule.is_some_and(|rule| !settings.rules.contains(rule));
        let unused: Vec<&Named> =
            self.codes.iter().filter(is_ours).filter(|named| !named.is_used && !is_off(named)).collect();
        let (range, message) = match unused.as_slice() {
            [] if self.codes.is_empty() => (self.own, "nothing is found here that it would keep quiet".into()),
            [] => return None,
            [first, ..] => {
                let last = unused.last().unwrap_or(first);
                let names: Vec<_> = unused.iter().map(|named| format!("`{}`", named.text)).collect();
                let message = match unused.iter().find(|named| named.rule.is_none()) {
                    Some(unknown) => format!("`{}` is no rule", unknown.text),
                    None => format!("{} is not found here", names.join(", ")),
                };
                (first.range.to(last.range), message)
            }
        };
        let mut finding = Finding::new(rule.name, range, format!("unused suppression: {message}"))?;
        let keeps_some = unused.len() < self.codes.len();
        let edits = match keeps_some {
            true => unused.iter().map(|named| Edit::new(self.with_comma(source, named.range), "")).collect(),
            false => vec![Edit::new(self.with_space(source), "")],
        };
        finding.fix = Some(Fix { title: "remove it".into(), edits, is_safe: true });
        Some(finding)
    }

    /// A code in a list, with the comma behind or before it.
    fn with_comma(&self, source: &str, code: SourceRange) -> SourceRange {
        let behind = &source[code.end as usize..self.own.end as usize];
        if let Some(comma) = behind.strip_prefix(',') {
            let spaces = comma.len() - comma.trim_start_matches(' ').len();
            return SourceRange::new(code.start, code.end + 1 + spaces as u32);
        }
        let before = &source[self.own.start as usize..code.start as usize];
        let kept = before.trim_end_matches([',', ' ']).len();
        SourceRange::new(self.own.start + kept as u32, code.end)
    }

    /// All that is ours, with the white space before it; the whole line, where nothing else is on it.
    fn with_space(&self, source: &str) -> SourceRange {
        // Other words of the comment stay.
        let is_whole = self.own.start <= self.range.start
            && source[self.own.end as usize..self.range.end as usize].trim().is_empty();
        let range = if is_whole { self.range } else { self.own };
        let before = &source[..range.start as usize];
        let kept = before.trim_end_matches([' ', '\t']).len() as u32;
        let is_line = before[..kept as usize].ends_with(['\n', '\r']) || kept == 0;
        let behind = &source[range.end as usize..];
        match is_line && is_whole && behind.starts_with(['\n', '\r']) {
            true => SourceRange::new(kept, range.end + if behind.starts_with("\r\n") { 2 } else { 1 }),
            false => SourceRange::new(kept, range.end),
        }
    }
}

/// The next line that is not empty and no comment.
fn next_line_of_code(source: &str, lines: &LineIndex, from: u32) -> u32 {
    let mut at = from + 1;
    while let Some(range) = lines.line(at) {
        let line = source.get(usize::from(range.start())..usize::from(range.end())).unwrap_or_default().trim();
        if !line.is_empty() && !line.starts_with('#') && !line.starts_with("//") {
            return at;
        }
        at += 1;
    }
    from + 1
}
