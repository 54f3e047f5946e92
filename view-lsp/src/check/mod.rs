//! Who looks for findings: each module for a group of rules.

mod data;
mod format;
mod known;
mod pack;
mod record;
#[cfg(test)]
mod tests;
mod typecode;
mod unpack;

use std::sync::Arc;

use view_format::{Severity, Target};

use crate::finding::{Finding, FormatFacts, Related};
use crate::host::Read;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::site::Site;
use crate::source::SourceRange;
pub(crate) use known::Formats;
use known::Known;

/// What is found in a source, in its order, before anything is kept quiet.
///
/// What is found out about formats is kept in `formats`, for those that stand in several places, and for the next time.
pub(crate) fn check(source: &str, read: &Read, settings: &Settings, formats: &mut Formats) -> Vec<Finding> {
    let target = settings.target.target;
    let mut findings = Vec::new();
    formats.begin(&target);
    for site in read.sites.iter().filter(|site| !site.expects_error) {
        let known = formats.of(site, &target);
        let mut run = Run { source, site, known, target, settings, findings: Vec::new() };
        format::check(&mut run);
        typecode::check(&mut run);
        record::check(&mut run);
        if !run.is_broken() {
            for one in site.uses.iter().filter(|one| !one.expects_error) {
                unpack::check(&mut run, one);
                pack::check(&mut run, one);
                data::check(&mut run, one);
            }
        }
        if settings.leave_to_compiler && site.operation.is_macro() {
            run.findings.retain(|finding| finding.rule.severity != Severity::Error);
        }
        findings.append(&mut run.findings);
    }
    formats.end();
    findings.sort_by(|a, b| (a.range, a.rule.code).cmp(&(b.range, b.rule.code)));
    // A constant that two calls name is one format.
    findings.dedup();
    findings
}

/// One site, as it is looked at.
struct Run<'r> {
    source: &'r str,
    site: &'r Site,
    known: Arc<Known>,
    target: Target,
    settings: &'r Settings,
    findings: Vec<Finding>,
}

impl Run<'_> {
    /// Whether a rule is on.
    fn wants(&self, rule: &str) -> bool {
        Rule::find(rule).is_some_and(|rule| self.settings.rules.contains(rule))
    }

    /// Reports, if the rule is on. What `more` adds is only made then.
    fn report(
        &mut self,
        rule: &'static str,
        range: SourceRange,
        message: String,
        more: impl FnOnce(&Self, &mut Finding),
    ) {
        let Some(mut finding) = Finding::new(rule, range, message) else { return };
        if !self.settings.rules.contains(finding.rule) {
            return;
        }
        finding.format = Some(self.facts());
        more(self, &mut finding);
        self.findings.push(finding);
    }

    fn facts(&self) -> FormatFacts {
        FormatFacts {
            text: self.site.map.text().to_owned(),
            span: None,
            size: self.known.outline.size,
            values: self.values(),
        }
    }

    /// How many values the format has, where that is certain.
    fn values(&self) -> Option<usize> {
        self.known.values()
    }

    /// Whether the format cannot be used.
    fn is_broken(&self) -> bool {
        self.site.is_cut || self.known.is_wrong
    }

    /// `2 values`, `at least 2 values`, as far as they are certain.
    fn value_count(&self) -> &str {
        self.known.value_count()
    }

    /// The size on each of the usual machines that is certain there.
    fn sizes(&self) -> impl Iterator<Item = usize> {
        self.known.sizes(self.site).iter().copied()
    }

    /// The format, as messages name it.
    fn quoted(&self) -> &str {
        self.known.quoted()
    }

    fn related(&self, range: SourceRange, text: impl Into<String>) -> Related {
        Related { range, text: text.into() }
    }
}

/// `1 byte`, `2 bytes`
fn count(number: usize, what: &str) -> String {
    [&*number.to_string(), " ", what, if number == 1 { "" } else { "s" }].concat()
}
