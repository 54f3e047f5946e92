//! Records in Rust: names that methods cannot have, and the struct that a derive stands on beside its format.

use std::sync::Arc;

use view_format::check::Checked;
use view_format::record::{self, RecordFault, item_type};
use view_format::{Field, Kind, ScalarKind, Span};

use super::{Run, count};
use crate::site::{Operation, RecordField, RecordSite};

pub(super) fn check(run: &mut Run<'_>) {
    if !run.site.operation.is_macro() || run.is_broken() || !run.site.map.is_whole() {
        return;
    }
    let known = Arc::clone(&run.known);
    let checked = known.checked();
    // One scalar in place is no record, and the fields under a derive have the names of the struct's.
    let is_scalar = run.site.operation == Operation::InPlace && checked.partial.as_scalar().is_some();
    let is_record = !is_scalar && run.site.operation != Operation::Derive;
    for fault in known.faults().iter().filter(|fault| is_record || fault.id() == "long-double") {
        tell(run, fault);
    }
    if let Some(record) = run.site.record.as_ref().filter(|_| run.site.operation == Operation::Record) {
        let name = run.source.get(record.name.range()).unwrap_or_default();
        for fault in record::same_types(&checked.partial, &checked.origins, name) {
            tell(run, &fault);
        }
    }
    // The format of a single field is one item.
    let is_of_field = |record: &&RecordSite| record.fields.first().is_some_and(|field| field.name == Some(record.name));
    let fits_field = |record: &&RecordSite| !is_of_field(record) || checked.partial.fields().len() == 1;
    let record = run.site.record.as_ref().filter(|record| !record.fields.is_empty()).filter(fits_field);
    if let Some(record) = record {
        pair(run, &record.fields, checked);
    }
}

fn tell(run: &mut Run<'_>, fault: &RecordFault) {
    let range = run.site.map.to_source(fault.span);
    let message = format!("{fault} in format {}", run.quoted());
    run.report(fault.id(), range, message, |run, finding| {
        let mut labels = fault.labels().into_iter();
        finding.label = labels.next().map_or(String::new(), |label| label.text);
        finding.related = labels.map(|label| run.related(run.site.map.to_source(label.span), label.text)).collect();
        finding.help = fault.help();
        if let Some(facts) = &mut finding.format {
            facts.span = Some(fault.span);
        }
    });
}

/// Goes through fields and values side by side, as the derive does.
fn pair(run: &mut Run<'_>, fields: &[RecordField], checked: &Checked) {
    let mut left = fields.iter();
    for (of, origin) in checked.partial.fields().iter().zip(&checked.origins) {
        // An unnamed count is that many values: one field each, or one field that is an array of them.
        let mut taken = 0;
        while taken < of.repeat() {
            let Some(field) = left.next() else { return missing(run, of.repeat() - taken, origin.item, fields.len()) };
            let takes_all = of.repeat() > 1 && taken == 0 && text(run, field).starts_with('[');
            taken += if takes_all { of.repeat() } else { 1 };
            if !has_its_name(run, field, of, origin.item) {
                return;
            }
            fits(run, field, of, takes_all, origin.item);
        }
    }
    for field in left {
        let message = format!("format {} has no item for this field", run.quoted());
        run.report("extra-field", field.field_type, message, |run, finding| {
            finding.related.push(run.related(run.site.range, "ends before it"));
        });
    }
}

fn text<'r>(run: &Run<'r>, field: &RecordField) -> &'r str {
    run.source.get(field.field_type.range()).unwrap_or_default()
}

fn missing(run: &mut Run<'_>, number: usize, item: Span, fields: usize) {
    let what = if number == 1 {
        "no field holds this item".into()
    } else {
        format!("no fields hold {number} values of this item")
    };
    let message = format!("{what} of format {}", run.quoted());
    run.report("missing-field", run.site.map.to_source(item), message, |run, finding| {
        finding.help = Some("add a field for each value".into());
        if let Some(record) = &run.site.record {
            finding.related.push(run.related(record.name, format!("has {}", count(fields, "field"))));
        }
        if let Some(facts) = &mut finding.format {
            facts.span = Some(item);
        }
    });
}

fn has_its_name(run: &mut Run<'_>, field: &RecordField, of: &Field, item: Span) -> bool {
    let (Some(range), Some(written)) = (field.name, of.name()) else { return true };
    let name = run.source.get(range.range()).unwrap_or_default();
    let bare = name.strip_prefix("r#").unwrap_or(name);
    if bare == written {
        return true;
    }
    let message = format!("field `{bare}` stands where format {} has `{written}`", run.quoted());
    run.report("other-name", range, message, |run, finding| {
        finding.related.push(run.related(run.site.map.to_source(item), format!("`{written}`")));
        finding.help = Some("fields and items are in the same order".into());
    });
    false
}

fn fits(run: &mut Run<'_>, field: &RecordField, of: &Field, takes_all: bool, item: Span) {
    let mut dimensions: Vec<usize> = if takes_all { vec![of.repeat()] } else { Vec::new() };
    dimensions.extend(of.shape());
    let one = match of.kind() {
        Kind::Record(_) => None,
        Kind::Scalar(scalar) => {
            if matches!(scalar.kind(), ScalarKind::Bytes | ScalarKind::Void) {
                dimensions.push(scalar.size());
            }
            // The types of C are for the compiler to tell.
            if !run.known.is_same_everywhere() {
                return;
            }
            Some(item_type(*scalar))
        }
    };
    let found = text(run, field);
    if could_be(found, &dimensions, one.as_deref()) {
        return;
    }
    let one = one.unwrap_or_else(|| "a record".into());
    let expected = dimensions.iter().rev().fold(one, |one, length| format!("[{one}; {length}]"));
    let name = field.name.and_then(|name| run.source.get(name.range()));
    let name = name.map_or(String::new(), |name| format!("`{name}` "));
    let message = format!("field {name}is `{found}`, but its item in format {} reads as `{expected}`", run.quoted());
    run.report("field-type", field.field_type, message, |run, finding| {
        finding.label = format!("not `{expected}`");
        finding.related.push(run.related(run.site.map.to_source(item), format!("reads as `{expected}`")));
        finding.help = Some(format!("make the field `{expected}`"));
        if let Some(facts) = &mut finding.format {
            facts.span = Some(item);
        }
    });
}

/// Names that can only be the primitive types, in practice.
const PRIMITIVES: [&str; 17] = [
    "u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "u128", "i128", "usize", "isize", "f32", "f64", "bool",
    "char", "String",
];

/// Whether a type may be an array of these dimensions of `one` (`None`: a record). An alias or a struct may be anything.
fn could_be(found: &str, dimensions: &[usize], one: Option<&str>) -> bool {
    let found = found.trim();
    if let Some(inside) = found.strip_prefix('[').and_then(|found| found.strip_suffix(']')) {
        let (Some((element, length)), Some((first, rest))) = (inside.rsplit_once(';'), dimensions.split_first()) else {
            return false;
        };
        let length: Option<usize> = length.trim().replace('_', "").trim_end_matches("usize").parse().ok();
        return length.is_none_or(|length| length == *first) && could_be(element, rest, one);
    }
    match found.starts_with(['&', '*', '(', '[']) {
        // Parentheses around one type are no tuple.
        true => found.starts_with('(') && !found.contains(','),
        false => !PRIMITIVES.contains(&found) || dimensions.is_empty() && one == Some(found),
    }
}
