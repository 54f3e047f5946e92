//! Where a cursor is: the leaf, the item, the structs around it, the field.

use alloc::vec::Vec;

use crate::check::{Checked, Origin};
use crate::layout::{Field, Kind, Layout};
use crate::order::Mark;
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Format, Item, Node, Part};
use crate::syntax::{Leaf, LeafKind};

/// What stands around one offset of a format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place<'f> {
    /// The offset that was asked for.
    pub offset: u32,
    /// The piece of text that is one thing.
    pub leaf: Option<Leaf>,
    /// The structs `T{...}` around it, the outermost first.
    pub structs: Vec<&'f Item>,
    /// The item it belongs to, in the innermost of those structs.
    pub item: Option<&'f Item>,
    /// The field that the item is, as indices into the fields of the layout and of the records in it. Empty where the item
    /// is no field.
    pub field: Vec<usize>,
    /// The mark in force for the item, or at the cursor where there is none.
    pub mark: Mark,
    /// Where that mark stands; `None` where nothing is written.
    pub mark_span: Option<Span>,
    /// The leaf, the item, the inside of its struct, that struct, and so on up to the whole text, each inside the next:
    /// what a growing selection selects.
    pub extents: Vec<Span>,
}

impl Format {
    /// What stands around `offset` (in bytes): what the character there belongs to, and where it is a space, or the text is
    /// at its end, what the character before it belongs to. `checked` is what this format's check gave, on any target.
    pub fn place_at<'f>(&'f self, checked: &Checked, offset: u32) -> Place<'f> {
        let whole = Span::new(0, self.text().len() as u32);
        let mut place = Place {
            offset,
            leaf: None,
            structs: Vec::new(),
            item: None,
            field: Vec::new(),
            mark: Mark::Native,
            mark_span: None,
            extents: alloc::vec![whole],
        };
        place.descend(self.nodes());
        place.leaf = self.leaf_over(offset, place.extents.last().copied().unwrap_or(whole));
        place.extents.extend(place.leaf.map(|leaf| leaf.span));
        place.extents.reverse();
        place.extents.dedup();
        place.field = field_path(&checked.origins, &place.structs, place.item);
        place
    }

    /// The last leaf under the cursor that is no space, inside what is selected around it.
    fn leaf_over(&self, offset: u32, inside: Span) -> Option<Leaf> {
        let is_inside = |span: Span| inside.start <= span.start && span.end <= inside.end;
        let touching = |leaf: &Leaf| leaf.span.touches(offset) && !leaf.span.is_empty() && is_inside(leaf.span);
        // `max_by_key` gives the last of equals.
        self.leaves().into_iter().filter(touching).max_by_key(|leaf| leaf.kind != LeafKind::Space)
    }
}

impl<'f> Place<'f> {
    fn descend(&mut self, nodes: &'f [Node]) {
        let offset = self.offset;
        let is_over = |node: &&Node| node.span().touches(offset) && !matches!(node, Node::Space(_));
        let found = nodes.iter().rposition(|node| is_over(&node));
        for (i, node) in nodes.iter().enumerate().take_while(|(_, node)| node.span().start <= offset) {
            match node {
                Node::Mark(mark, span) => self.set_mark(*mark, *span),
                Node::Item(item) if Some(i) == found => return self.enter(item),
                Node::Item(item) => self.marks_of(item),
                Node::Space(_) | Node::Error(_) => {}
            }
        }
    }

    fn enter(&mut self, item: &'f Item) {
        self.extents.push(item.span);
        for part in &item.parts {
            if let Part::Mark(mark, span) = part {
                self.set_mark(*mark, *span);
            }
        }
        match &item.code {
            CodeNode::Struct(nodes) if item.is_open_at(self.offset) => {
                self.structs.push(item);
                self.item = None;
                let inside = item.inside(nodes);
                if !inside.is_empty() {
                    self.extents.push(inside);
                }
                self.descend(nodes);
            }
            _ => self.item = Some(item),
        }
    }

    /// The marks in an item before the cursor, which stay in force after it.
    fn marks_of(&mut self, item: &Item) {
        for part in &item.parts {
            if let Part::Mark(mark, span) = part {
                self.set_mark(*mark, *span);
            }
        }
        match &item.code {
            CodeNode::Struct(nodes) => nodes.iter().for_each(|node| match node {
                Node::Mark(mark, span) => self.set_mark(*mark, *span),
                Node::Item(item) => self.marks_of(item),
                Node::Space(_) | Node::Error(_) => {}
            }),
            CodeNode::Pointer(to) => self.marks_of(to),
            CodeNode::Code(_) | CodeNode::Function | CodeNode::Error => {}
        }
    }

    fn set_mark(&mut self, mark: Mark, span: Span) {
        (self.mark, self.mark_span) = (mark, Some(span));
    }

    /// The field under the cursor, and its offset from the start of the element. Of a field inside a record that repeats,
    /// that of the first one.
    pub fn field_in<'l>(&self, layout: &'l Layout) -> Option<(&'l Field, usize)> {
        let (last, path) = self.field.split_last()?;
        let (mut layout, mut offset) = (layout, 0);
        for &i in path {
            let field = layout.fields().get(i)?;
            offset += field.offset();
            let Kind::Record(inner) = field.kind() else { return None };
            layout = inner;
        }
        let field = layout.fields().get(*last)?;
        Some((field, offset + field.offset()))
    }
}

impl Item {
    /// Whether a cursor at `offset` is between the braces of a `T{...}`.
    fn is_open_at(&self, offset: u32) -> bool {
        let CodeNode::Struct(nodes) = &self.code else { return false };
        let inside = self.inside(nodes);
        // On the closing brace the cursor is over the struct itself.
        let is_closed = inside.end < self.code_span.end && !inside.is_empty();
        inside.touches(offset) && !(is_closed && offset == inside.end)
    }

    /// What stands between the braces.
    fn inside(&self, nodes: &[Node]) -> Span {
        let start = self.code_span.start + 2;
        Span::new(start, nodes.last().map_or(start, |node| node.span().end))
    }
}

/// The indices of a field. A format that is one `T{...}` means the struct in it, which then is no field itself.
fn field_path(mut origins: &[Origin], structs: &[&Item], item: Option<&Item>) -> Vec<usize> {
    let mut path = Vec::new();
    for (depth, item) in structs.iter().copied().chain(item).enumerate() {
        match origins.binary_search_by_key(&item.span, |origin| origin.item) {
            Ok(i) => {
                path.push(i);
                origins = &origins[i].fields;
            }
            Err(_) if depth == 0 && !structs.is_empty() => {}
            Err(_) => return Vec::new(),
        }
    }
    path
}
