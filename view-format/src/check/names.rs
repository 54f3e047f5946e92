//! Two fields of one struct may not have one name.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::Origin;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::limit::MAX_DIAGNOSTICS;
use crate::syntax::ast::Format;

/// Reports every name that an earlier field of the same struct has.
pub(super) fn check(format: &Format, fields: &[Origin], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    for field in fields {
        check(format, &field.fields, diagnostics);
        let Some(span) = field.name.filter(|name| !name.is_empty()) else { continue };
        let name = &format.text()[span.range()];
        match seen.get(name) {
            // So much is wrong that more helps nobody.
            Some(_) if diagnostics.len() >= MAX_DIAGNOSTICS => return,
            Some(&first) => {
                diagnostics.push(Diagnostic::new(DiagnosticKind::DuplicateName { name: name.into(), first }, span))
            }
            None => {
                seen.insert(name, span);
            }
        }
    }
}
