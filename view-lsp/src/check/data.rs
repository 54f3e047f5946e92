//! Data against the size of the format: `read(4)`, slices with constant ends, bytes in place.

use super::{Run, count};
use crate::finding::Fix;
use crate::site::{Argument, Length, Operation, Use};
use crate::source::Edit;

pub(super) fn check(run: &mut Run<'_>, one: &Use) {
    if one.operation == Operation::IterUnpack && run.known.outline.size == Some(0) && run.sizes().all(|size| size == 0)
    {
        let message = format!("`iter_unpack` of format {}, which has no bytes", run.quoted());
        run.report("iterates-over-nothing", one.callee, message, |_, _| {});
        return;
    }
    let Some(size) = run.known.outline.size else { return };
    let first = one.arguments.first().filter(|first| !first.is_starred && first.keyword.is_none());
    let Some((data, length)) = first.and_then(|first| Some((first, first.length?))) else { return };
    let (bytes, is_exact) = match length {
        Length::Exactly(bytes) => (bytes, true),
        Length::AtMost { most, .. } => (most, false),
    };
    let offset = match one.arguments.get(1).filter(|_| one.operation.takes_offset()) {
        None => Some(0),
        Some(argument) => argument.integer.and_then(|offset| usize::try_from(offset).ok()),
    };
    let Some(offset) = offset else { return };
    let fits = |size: usize| match one.operation {
        Operation::Unpack => bytes == size,
        Operation::UnpackFrom | Operation::PackInto => size.checked_add(offset).is_some_and(|end| end <= bytes),
        Operation::IterUnpack => size > 0 && bytes.is_multiple_of(size),
        _ => true,
    };
    // A native size that is right on some machine was meant for that one.
    if fits(size) || run.sizes().any(fits) {
        return;
    }
    let wanted = match one.operation {
        Operation::IterUnpack => format!("a multiple of {}", count(size, "byte")),
        _ if offset > 0 => format!("{} from offset {offset}", count(size, "byte")),
        _ => count(size, "byte"),
    };
    let most = if is_exact { "" } else { "at most " };
    let message = format!("{most}{} of data for {wanted} of format {}", count(bytes, "byte"), run.quoted());
    run.report("data-length", data.range, message, |run, finding| {
        finding.label = format!("{most}{}", count(bytes, "byte"));
        finding.related.push(run.related(run.site.range, count(size, "byte")));
        finding.fix = resized(data, size, one.operation);
    });
}

/// The number that says how long the data is, made right. Which of the two is wrong only the author knows.
fn resized(data: &Argument, size: usize, operation: Operation) -> Option<Fix> {
    match data.length {
        Some(Length::AtMost { number: Some(number), .. }) if operation == Operation::Unpack => Some(Fix {
            title: format!("take {}", count(size, "byte")),
            edits: vec![Edit::new(number, size.to_string())],
            is_safe: false,
        }),
        _ => None,
    }
}
