//! Mistakes of formats, and what may surprise in them: what `view-format` finds, at its place in the source.

use view_format::{Diagnostic, DiagnosticKind, Lint, Span};

use super::Run;
use crate::finding::Fix;
use crate::site::Operation;

pub(super) fn check(run: &mut Run<'_>) {
    // These read one code, not a format.
    if matches!(run.site.operation, Operation::MemoryviewCast | Operation::Array) {
        return;
    }
    let mut diagnostics = run.known.outline.diagnostics.clone();
    if run.site.is_cut {
        // What the end of the text lacks is being typed.
        let end = run.site.map.text().len() as u32;
        diagnostics.retain(|diagnostic| {
            diagnostic.span.end < end && !matches!(diagnostic.kind, DiagnosticKind::UnclosedBrace)
        });
    }
    let is_certain = run.site.map.is_whole() && !run.site.is_cut && !run.site.uses.is_empty();
    if is_certain && !run.known.is_wrong {
        diagnostics.extend_from_slice(run.known.lints());
        diagnostics.retain(|diagnostic| !is_meant(run, &diagnostic.kind));
    }
    let mut told: Vec<&DiagnosticKind> = Vec::new();
    for diagnostic in &diagnostics {
        // The same of every `l` in a row says no more.
        if matches!(diagnostic.kind, DiagnosticKind::Lint(_)) {
            if told.contains(&&diagnostic.kind) {
                continue;
            }
            told.push(&diagnostic.kind);
        }
        if !run.wants(diagnostic.id()) {
            continue;
        }
        let range = run.site.map.to_source(shown(run, diagnostic));
        let headline = diagnostic.to_string();
        let message = match headline.contains(" in ") {
            true => format!("{headline} (format {})", run.quoted()),
            false => format!("{headline} in format {}", run.quoted()),
        };
        run.report(diagnostic.id(), range, message, |run, finding| describe(run, diagnostic, finding));
    }
}

/// Whether it is native on purpose: a macro lays the format out for the target, and who asks for the size alone wants that of
/// the machine.
fn is_meant(run: &Run<'_>, kind: &DiagnosticKind) -> bool {
    let is_native = matches!(
        kind,
        DiagnosticKind::Lint(Lint::NativeSize { .. } | Lint::NativeAlignment { .. } | Lint::NativeOrder { .. })
    );
    let is_size = || run.site.uses.iter().all(|one| one.operation == Operation::Calcsize);
    is_native && (run.site.operation.is_macro() || is_size())
}

/// Where it is shown: an empty place at the very start or end is hard to see.
fn shown(run: &Run<'_>, diagnostic: &Diagnostic) -> Span {
    let text = run.site.map.text();
    match diagnostic.span {
        span if !span.is_empty() || text.is_empty() => span,
        span if span.start == 0 => {
            let first = text.chars().next().map_or(0, char::len_utf8) as u32;
            Span::new(0, first)
        }
        span => span,
    }
}

fn describe(run: &Run<'_>, diagnostic: &Diagnostic, finding: &mut crate::finding::Finding) {
    let mut labels = diagnostic.labels().into_iter();
    finding.label = labels.next().map_or(String::new(), |label| label.text);
    finding.related = labels.map(|label| run.related(run.site.map.to_source(label.span), label.text)).collect();
    finding.help = diagnostic.help();
    if let Some(facts) = &mut finding.format {
        facts.span = Some(diagnostic.span);
    }
    // A format that could not be used is mended; one that could must not change on other machines.
    let is_safe = match &diagnostic.kind {
        DiagnosticKind::Lint(lint) => matches!(lint, Lint::ImplicitPadding { .. } | Lint::IdleMark { .. }),
        _ => true,
    };
    finding.fix = diagnostic.fix().and_then(|fix| {
        let edit = run.site.map.edit(fix.span, &fix.replacement)?;
        Some(Fix { title: fix.title, edits: vec![edit], is_safe })
    });
}
