//! What `pack` is given: how many values, and constants that their codes cannot hold.

use view_format::outline::OutlineKind;
use view_format::rule::{Accepts, Given, Refusal};
use view_format::{Code, Kind, Mark, Scalar, Span};

use super::{Run, count};
use crate::finding::Fix;
use crate::site::{Argument, Operation, Use};
use crate::source::{Edit, SourceRange};

pub(super) fn check(run: &mut Run<'_>, one: &Use) {
    if one.is_complete && !check_call(run, one) && one.operation.packs() && !starts_unknown(one) {
        check_count(run, one);
    }
    if one.operation.packs() && !starts_unknown(one) {
        check_values(run, one);
    }
}

/// Whether nobody knows which argument is the first value: `pack_into(format, *everything)`.
fn starts_unknown(one: &Use) -> bool {
    one.arguments.iter().take(one.operation.first_value()).any(|argument| argument.is_starred)
}

/// The arguments of a function or method besides the format: the least, the most, the keywords it takes.
fn parameters(operation: Operation) -> Option<(usize, usize, &'static [&'static str])> {
    Some(match operation {
        Operation::Compile | Operation::Calcsize => (0, 0, &[]),
        Operation::Unpack | Operation::IterUnpack => (1, 1, &[]),
        Operation::UnpackFrom => (1, 2, &["buffer", "offset"]),
        Operation::Pack => (0, usize::MAX, &[]),
        Operation::PackInto => (2, usize::MAX, &[]),
        _ => return None,
    })
}

/// Whether something is wrong with the call as such.
fn check_call(run: &mut Run<'_>, one: &Use) -> bool {
    let Some((least, most, keywords)) = parameters(one.operation) else { return false };
    let is_starred = one.arguments.iter().any(|argument| argument.is_starred);
    let given = one.arguments.iter().filter(|argument| !argument.is_starred).count();
    let unknown = one
        .arguments
        .iter()
        .find(|argument| argument.keyword.as_deref().is_some_and(|keyword| !keywords.contains(&keyword)));
    let name = run.source.get(one.callee.range()).unwrap_or(one.operation.name());
    if let Some(unknown) = unknown {
        let keyword = unknown.keyword.as_deref().unwrap_or_default();
        let message = format!("`{name}` takes no keyword `{keyword}`; its format is {}", run.quoted());
        run.report("call-arguments", unknown.range, message, |_, _| {});
        return true;
    }
    let too_few = !is_starred && given < least;
    if !too_few && given <= most {
        return false;
    }
    let what = match one.is_method {
        true => "argument",
        false => "argument besides the format",
    };
    let wanted = match (least, most) {
        (least, most) if least == most => counted(least, what),
        (least, usize::MAX) => format!("at least {}", counted(least, what)),
        (least, most) => format!("{least} to {}", counted(most, what)),
    };
    let message = format!("`{name}` takes {wanted}, got {given}; its format is {}", run.quoted());
    run.report("call-arguments", one.parentheses, message, |run, finding| {
        finding.related.push(run.related(run.site.range, "the format"));
        let has_format = one.arguments.first().is_some_and(|first| matches!(first.value, Some(Given::Characters(_))));
        finding.help = match one.operation {
            _ if one.is_method && has_format => Some("a `Struct` has its format already".into()),
            Operation::PackInto => Some("a buffer and an offset come before the values".into()),
            Operation::Unpack | Operation::IterUnpack if too_few => Some("give the bytes to unpack".into()),
            _ => None,
        };
    });
    true
}

/// `1 argument besides the format`, `2 arguments besides the format`
fn counted(number: usize, what: &str) -> String {
    match what.split_once(' ') {
        Some((noun, rest)) => format!("{} {rest}", count(number, noun)),
        None => count(number, what),
    }
}

fn check_count(run: &mut Run<'_>, one: &Use) {
    let values = one.values();
    let is_starred = values.iter().any(|value| value.is_starred);
    let given = values.iter().filter(|value| !value.is_starred).count();
    let (least, most) = (run.known.outline.least_values, run.known.outline.most_values);
    let too_many = most.is_some_and(|most| given > most);
    if !too_many && (is_starred || given >= least) {
        return;
    }
    let range = match (too_many, most.and_then(|most| values.get(most)), values.last()) {
        (true, Some(first), Some(last)) if !is_starred => first.range.to(last.range),
        _ => one.parentheses,
    };
    let at_least = if is_starred { "at least " } else { "" };
    let message =
        format!("{at_least}{} for {} of format {}", count(given, "argument"), run.value_count(), run.quoted());
    run.report("pack-arguments", range, message, |run, finding| {
        finding.label = if too_many && !is_starred {
            "too many".into()
        } else {
            format!("{at_least}{} here", count(given, "argument"))
        };
        finding.related.push(run.related(run.site.range, run.value_count()));
    });
}

fn check_values(run: &mut Run<'_>, one: &Use) {
    let values = one.values();
    let known = values.iter().take_while(|value| !value.is_starred && value.keyword.is_none());
    if values.iter().all(|value| value.value.is_none()) {
        return;
    }
    let fields = scalars(run, values.len());
    for (value, (scalar, span)) in known.zip(fields) {
        if let Some(given) = value.value
            && let Err(refusal) = scalar.accepts().check(given)
        {
            refused(run, value, scalar, span, refusal);
        }
    }
}

/// What each of the first `most` values is packed as, and where its code stands, as far as that is certain.
fn scalars(run: &Run<'_>, most: usize) -> Vec<(Scalar, Span)> {
    let mut scalars = Vec::new();
    if run.site.map.is_whole() {
        let checked = run.known.checked();
        let fields = checked.partial.fields().iter().zip(&checked.origins);
        for (field, origin) in fields {
            let Kind::Scalar(scalar) = field.kind() else { return scalars };
            let room = most.saturating_sub(scalars.len());
            scalars.extend(std::iter::repeat_n((*scalar, origin.code), field.repeat().min(room)));
        }
        return scalars;
    }
    // Behind a hole that may be items nobody knows which value is which.
    let is_open =
        |fill: &crate::literal::Fill| !matches!(fill, crate::literal::Fill::Order | crate::literal::Fill::Count);
    let end = run.site.map.holes().find(|(_, fill)| is_open(fill)).map_or(u32::MAX, |(hole, _)| hole.start);
    for field in run.known.outline.fields.iter().take_while(|field| field.item.end <= end) {
        let (OutlineKind::Scalar(kind, order), Some(size), Some(repeat)) =
            (&field.holds, field.scalar_size, field.repeat)
        else {
            break;
        };
        // Native floats take more than others.
        let scalar = Scalar::new(*kind, size, order.unwrap_or(run.target.order)).under(Mark::Native);
        let room = most.saturating_sub(scalars.len());
        scalars.extend(std::iter::repeat_n((scalar, field.code), repeat.min(room)));
    }
    scalars
}

fn refused(run: &mut Run<'_>, value: &Argument, scalar: Scalar, span: Span, refusal: Refusal) {
    let code = run.site.map.text().get(span.range()).unwrap_or_default().to_owned();
    let written = run.source.get(value.range.range()).filter(|text| text.len() <= 40).unwrap_or("this value");
    let (rule, what) = match refusal {
        Refusal::Range { low, high } => ("pack-range", format!("takes {low} to {high}")),
        Refusal::TooLarge { .. } => ("pack-range", "has no number that large".into()),
        Refusal::Type { needed } => ("pack-type", format!("takes {needed}")),
        Refusal::Length { needed, .. } => ("pack-type", format!("takes exactly {}", count(needed, "byte"))),
        _ => return,
    };
    let message = format!("`{written}` packed as `{code}` in format {}, which {what}", run.quoted());
    run.report(rule, value.range, message, |run, finding| {
        finding.label = if rule == "pack-range" { "out of range" } else { "of another type" }.into();
        finding.related.push(run.related(run.site.map.to_source(span), format!("`{code}` {what}")));
        let name = code.trim_start_matches(|c: char| c.is_ascii_digit());
        let known = Code::all().iter().find(|info| info.text == name).map(|info| info.code);
        finding.help = known.map(|code| format!("Python raises `{}`", refusal.in_python(code)));
        finding.fix = as_bytes(run, value, scalar);
        if let Some(facts) = &mut finding.format {
            facts.span = Some(span);
        }
    });
}

/// A string where bytes are wanted.
fn as_bytes(run: &Run<'_>, value: &Argument, scalar: Scalar) -> Option<Fix> {
    let takes_bytes = matches!(scalar.accepts(), Accepts::Bytes { .. } | Accepts::Pascal { .. } | Accepts::OneByte);
    let written = run.source.get(value.range.range())?;
    // No escapes that bytes do not have, and one character for the code that takes one.
    let is_plain = written.starts_with(['"', '\'']) && written.is_ascii() && !written.contains('\\');
    let fits = !matches!(scalar.accepts(), Accepts::OneByte) || value.value == Some(Given::Characters(1));
    let edits = vec![Edit::new(SourceRange::empty(value.range.start), "b")];
    (takes_bytes && is_plain && fits).then(|| Fix { title: "write bytes: `b`".into(), edits, is_safe: true })
}
