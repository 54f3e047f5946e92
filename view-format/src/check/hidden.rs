//! Padding that numpy does not write: at the end of each struct of an array.
//!
//! The gap behind the array is then written longer by as much, so that all other offsets stay true; only how far the
//! elements of the array lie apart is not in the string. Where C's rule for the end of a struct fits into the gap, numpy
//! most probably followed it (`numpy.dtype(..., align=True)`); in either case the answer is a guess.

use alloc::vec::Vec;

use super::Origin;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::layout::{Field, Kind, Layout, Name};
use crate::scalar::{Scalar, ScalarKind};
use crate::target::Target;

/// The layout with the structs of arrays padded where they probably are. Each array that there is a doubt about, because
/// so many bytes lie behind it (those `after` the whole struct included) that each element may own one, is reported.
pub(super) fn fill(
    layout: Layout,
    origins: &[Origin],
    after: usize,
    target: &Target,
    doubts: &mut Vec<Diagnostic>,
) -> Layout {
    let before = doubts.len();
    let fields = layout.fields();
    let mut filled = Vec::with_capacity(fields.len());
    let mut size = layout.size();
    for (i, (field, origin)) in fields.iter().zip(origins).enumerate() {
        let Kind::Record(record) = field.kind() else {
            filled.push(field.clone());
            continue;
        };
        let end = field.offset() + field.size();
        let behind = match fields.get(i + 1) {
            Some(next) => next.offset() - end,
            None => layout.size() - end + after,
        };
        let elements = field.repeat() * field.shape().iter().product::<usize>();
        let each = behind / elements;
        let mut record_now = fill(record.clone(), &origin.fields, each, target, doubts);
        if elements > 1 && each > 0 {
            doubts.push(Diagnostic::new(DiagnosticKind::HiddenPadding { elements, bytes: each }, origin.item));
            let padded = record_now.size().next_multiple_of(alignment(&record_now, target));
            if padded <= record.size() + each {
                record_now = record_now.extended(padded);
            }
        }
        size = size.max(field.offset() + elements * record_now.size());
        let name = field.name().map_or(Name::NONE, Name::new);
        let shape = field.shape().to_vec().into();
        filled.push(Field::new(name, field.offset(), Kind::Record(record_now), field.repeat(), shape));
    }
    // Most formats have no such array, and stay as they are.
    if doubts.len() == before { layout } else { Layout::new(size, layout.align(), filled) }
}

/// How C aligns a struct of these fields, whatever marks they were written under.
fn alignment(layout: &Layout, target: &Target) -> usize {
    let of_field = |field: &Field| match field.kind() {
        Kind::Record(record) => alignment(record, target),
        Kind::Scalar(scalar) => scalar_alignment(*scalar, target).into(),
    };
    layout.fields().iter().map(of_field).max().unwrap_or(1)
}

fn scalar_alignment(scalar: Scalar, target: &Target) -> u8 {
    match (scalar.kind(), scalar.size()) {
        (ScalarKind::Int | ScalarKind::Uint | ScalarKind::Float, 2) => target.short.align,
        (ScalarKind::Int | ScalarKind::Uint, 4) => target.int.align,
        (ScalarKind::Int | ScalarKind::Uint, 8) => target.long_long.align,
        (ScalarKind::Float, 8) | (ScalarKind::Complex, 16) => target.double.align,
        (ScalarKind::Float | ScalarKind::Complex | ScalarKind::Ucs4, _) => 4,
        (ScalarKind::Pointer, _) => target.pointer.align,
        (ScalarKind::LongDouble, _) => target.long_double.align,
        _ => 1,
    }
}
