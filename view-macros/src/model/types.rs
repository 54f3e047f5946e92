//! Records inside of one whose types would have one name.

use std::collections::HashMap;

use view_format::Span;
use view_format::record::{RecordFault, RecordFaultKind};

use super::{Element, Record};
use crate::literal::FormatLiteral;
use crate::report::Report;

/// Reports records inside whose types would have the name of another, which is made of the names of fields, and leaves their
/// fields out. Whether there were any. `types` are those so far, and where the names of their fields stand.
pub(super) fn drop_equal(
    record: &mut Record,
    types: &mut HashMap<String, Span>,
    literal: &FormatLiteral,
    report: &mut Report,
) -> bool {
    let before = record.fields.len();
    let mut is_broken = false;
    types.insert(record.name.to_string(), Span::default());
    record.fields.retain_mut(|field| {
        let Element::Record(nested) = &mut field.element else { return true };
        let name = nested.name.to_string();
        if let Some(first) = types.get(&name) {
            let first = (!first.is_empty()).then_some(*first);
            let kind = RecordFaultKind::SameType { name, first };
            literal.fault(&RecordFault { kind, span: field.name_span }, report);
            return false;
        }
        is_broken |= drop_equal(nested, types, literal, report);
        types.insert(name, field.name_span);
        true
    });
    is_broken || record.fields.len() < before
}
