//! The comment that keeps one finding quiet.

use super::File;
use crate::finding::Finding;
use crate::site::{ResultUse, Use};
use crate::source::{Edit, SourceRange, comment_above};

impl File<'_> {
    /// The edit that writes a comment for a finding about a format: above its line, or behind a literal of many lines. `None`
    /// where no comment can stand.
    pub fn quiet(&self, finding: &Finding) -> Option<Edit> {
        let site = self.sites.iter().find(|site| {
            let is_of = |of: &Use| {
                let mut targets = of.results.iter().filter_map(ResultUse::targets);
                of.range.contains(finding.range) || targets.any(|targets| targets.range.contains(finding.range))
            };
            site.range.contains(finding.range) || site.uses.iter().any(is_of)
        })?;
        let name = finding.rule.name;
        let (mark, words) = match site.operation.is_python() {
            true => ("#", format!("view: ignore[{name}]")),
            false => ("//", format!("view: ignore({name})")),
        };
        let around = if site.range.contains(finding.range) { site.range } else { finding.range };
        if self.source.get(around.range())?.contains('\n') {
            let end = around.end as usize;
            let rest = self.source.get(end..)?;
            let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
            // What stands there may be a comment or the start of another literal.
            let is_plain = !rest.contains(['#', '"', '\'']) && !rest.contains("//");
            let at = end + rest.trim_end().len();
            return is_plain.then(|| Edit::new(SourceRange::empty(at as u32), format!("  {mark} {words}")));
        }
        let start = self.line_start(around.start as usize);
        let is_continued = self.source[..start].trim_end_matches(['\r', '\n']).ends_with('\\');
        (!is_continued).then(|| comment_above(self.source, around.start, mark, &[words]))
    }
}
