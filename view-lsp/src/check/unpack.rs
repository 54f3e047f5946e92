//! What becomes of the tuple that `unpack` gives.

use super::{Run, count};
use crate::finding::Fix;
use crate::site::{ResultUse, Targets, Use};
use crate::source::{Edit, SourceRange};

pub(super) fn check(run: &mut Run<'_>, one: &Use) {
    if !one.operation.unpacks() {
        return;
    }
    for result in &one.results {
        match result {
            ResultUse::Targets(targets) => check_targets(run, targets),
            ResultUse::Index { index, range } => check_index(run, *index, *range),
            ResultUse::Compared { range, with } => compared(run, *range, *with),
        }
    }
}

fn check_targets(run: &mut Run<'_>, targets: &Targets) {
    let (least, most) = (run.known.outline.least_values, run.known.outline.most_values);
    let wanted = targets.each.len() - usize::from(targets.starred.is_some());
    let too_few = targets.starred.is_none() && wanted < least;
    let too_many = most.is_some_and(|most| wanted > most);
    if !too_few && !too_many {
        return;
    }
    let at_least = if targets.starred.is_some() { "at least " } else { "" };
    let message = format!("{at_least}{} for {} of format {}", count(wanted, "target"), run.value_count(), run.quoted());
    run.report("unpack-targets", targets.range, message, |run, finding| {
        finding.label = format!("{at_least}{} here", count(wanted, "target"));
        finding.related.push(run.related(run.site.range, run.value_count()));
        if too_few && wanted + 1 == least && wanted == 1 {
            finding.help = Some("a comma alone takes one value only: `x, = ...`".into());
        }
    });
}

fn check_index(run: &mut Run<'_>, index: i128, range: SourceRange) {
    let Some(most) = run.known.outline.most_values else { return };
    let (low, high) = (-(most as i128), most as i128 - 1);
    if low <= index && index <= high {
        return;
    }
    let message = format!("index {index} of {} of format {}", run.value_count(), run.quoted());
    run.report("unpack-index", range, message, |run, finding| {
        finding.label = "past the values".into();
        finding.related.push(run.related(run.site.range, run.value_count()));
        if most > 0 {
            finding.help = Some(format!("the last one is `[{high}]`"));
        }
    });
}

fn compared(run: &mut Run<'_>, range: SourceRange, with: SourceRange) {
    let other = run.source.get(with.range()).unwrap_or_default();
    let message = format!("tuple of {} of format {} compared with `{other}`", run.value_count(), run.quoted());
    run.report("unpack-compared", range, message, |run, finding| {
        finding.label = "always a tuple".into();
        finding.related.push(run.related(run.site.range, run.value_count()));
        finding.help = Some("take the value out: `x, = ...`, or `[0]`".into());
        if run.values() == Some(1) {
            let edits = vec![Edit::new(SourceRange::empty(range.end), "[0]")];
            finding.fix = Some(Fix { title: "compare the value: `[0]`".into(), edits, is_safe: false });
        }
    });
}
