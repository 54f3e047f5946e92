//! What a format with mistakes leaves uncertain of its record.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use view_format::Span;
use view_format::record::Methods;
use view_format::syntax::ast::{CodeNode, Item, Node};

use super::{Element, Record};
use crate::literal::FormatLiteral;
use crate::names::identifier;

/// A field that nothing is known of but its name.
#[derive(Clone)]
pub(crate) struct Lost {
    pub(crate) name: Ident,
    /// Whether its elements are records, which have a type of their own.
    pub(crate) is_record: bool,
}

/// Takes the fields out of a record in whose items mistakes stand. A mistake anywhere else, or in an item without a name that
/// methods could have, may hide any field.
pub(super) fn lose(record: &mut Record, nodes: &[Node], faults: &[Span], literal: &FormatLiteral) {
    record.is_broken |= !faults.is_empty();
    for fault in faults {
        match item_around(nodes, *fault) {
            Some(item) => lose_item(record, item, *fault, literal),
            None => record.may_miss = true,
        }
    }
}

fn lose_item(record: &mut Record, item: &Item, fault: Span, literal: &FormatLiteral) {
    if let CodeNode::Struct(nodes) = &item.code
        && item_around(nodes, fault).is_some()
        && let Some(inside) = record.fields.iter_mut().find_map(|field| match &mut field.element {
            Element::Record(inside) if field.item_span == item.span => Some(inside),
            _ => None,
        })
    {
        return lose(inside, nodes, &[fault], literal);
    }
    // Where the second colon is missing, all sorts of things may be in the name.
    let name = item.name.filter(|name| name.span.end > name.text.end).and_then(|name| {
        let text = &literal.text()[name.text.range()];
        identifier(text, name.text, literal.span(name.text)).ok()
    });
    match name {
        Some(name) => record.lose(name, matches!(item.code, CodeNode::Struct(_))),
        None => record.may_miss = true,
    }
}

/// The item that a place is in.
fn item_around(nodes: &[Node], place: Span) -> Option<&Item> {
    nodes.iter().find_map(|node| match node {
        Node::Item(item) if item.span.start <= place.start && place.end <= item.span.end => Some(item),
        _ => None,
    })
}

impl Record {
    /// Lets a field be one of which only the name is known.
    pub(crate) fn lose(&mut self, name: Ident, is_record: bool) {
        let bare = name.unraw();
        self.fields.retain(|field| field.name.unraw() != bare);
        if self.lost.iter().any(|lost| lost.name.unraw() == bare) {
            return;
        }
        let others = self.fields.iter().map(|field| &field.name).chain(self.lost.iter().map(|lost| &lost.name));
        let mut methods = Methods::default();
        others.for_each(|other| _ = add(&mut methods, other));
        match add(&mut methods, &name) {
            true => self.lost.push(Lost { name, is_record }),
            false => self.may_miss = true,
        }
    }
}

impl Lost {
    /// Those of these names whose methods have no other's name.
    pub(crate) fn all(names: impl Iterator<Item = Ident>) -> Vec<Lost> {
        let mut methods = Methods::default();
        let names = names.filter(|name| add(&mut methods, name));
        names.map(|name| Lost { name, is_record: false }).collect()
    }
}

/// Whether the names of its methods are free.
fn add(methods: &mut Methods, name: &Ident) -> bool {
    methods.add(&name.unraw().to_string(), Span::default()).is_ok()
}
