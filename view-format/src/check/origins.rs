//! Where the fields of a layout stand in the text: the table beside the layout that keeps it free of spans.

use alloc::vec::Vec;

use crate::span::Span;

/// Where one field of a layout stands in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The whole item.
    pub item: Span,
    /// Its code.
    pub code: Span,
    /// Its name, without the colons.
    pub name: Option<Span>,
    /// For a field of records, its fields.
    pub fields: Vec<Origin>,
}
