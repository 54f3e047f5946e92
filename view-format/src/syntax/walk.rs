//! The leaves of the tree in the order of the text: what each character of a format is.

use core::fmt;

use alloc::vec::Vec;

use super::ast::{CodeNode, Format, Item, Node, Part};
use crate::span::Span;

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LeafKind {
    /// White space.
    Space,
    /// `@ = < > ! ^`
    Mark,
    /// Digits in front of a code.
    Count,
    /// `(3,4)`, whole.
    Shape,
    /// A code; of `T{...}` the `T{` and the `}`.
    Code,
    /// `:name:`, with its colons.
    Name,
    /// What cannot be read.
    Error,
}

/// A piece of text that is one thing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// Where it stands.
    pub span: Span,
}

impl Format {
    /// All pieces of the text, in order and without a gap between them.
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        nodes(&self.nodes, &mut |kind, span| leaves.push(Leaf { kind, span }));
        leaves
    }

    /// The piece that a cursor at `offset` (in bytes) is at the end of or inside; between two, the first one.
    pub fn leaf_at(&self, offset: u32) -> Option<Leaf> {
        self.leaves().into_iter().find(|leaf| leaf.span.touches(offset) && !leaf.span.is_empty())
    }
}

/// The text again, byte for byte, put together from the leaves.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.leaves().iter().try_for_each(|leaf| f.write_str(&self.text[leaf.span.range()]))
    }
}

fn nodes(of: &[Node], leaf: &mut dyn FnMut(LeafKind, Span)) {
    for node in of {
        match node {
            Node::Space(span) => leaf(LeafKind::Space, *span),
            Node::Mark(_, span) => leaf(LeafKind::Mark, *span),
            Node::Error(span) => leaf(LeafKind::Error, *span),
            Node::Item(it) => item(it, leaf),
        }
    }
}

fn item(of: &Item, leaf: &mut dyn FnMut(LeafKind, Span)) {
    for part in &of.parts {
        let kind = match part {
            Part::Shape(_) => LeafKind::Shape,
            Part::Count(_) => LeafKind::Count,
            Part::Mark(..) => LeafKind::Mark,
            Part::Space(_) => LeafKind::Space,
        };
        leaf(kind, part.span());
    }
    let code = of.code_span;
    match &of.code {
        CodeNode::Code(_) | CodeNode::Function => leaf(LeafKind::Code, code),
        CodeNode::Error => leaf(LeafKind::Error, code),
        CodeNode::Pointer(to) => {
            leaf(LeafKind::Code, Span::new(code.start, to.span.start));
            item(to, leaf);
        }
        CodeNode::Struct(inside) => {
            let open = code.start + 2;
            leaf(LeafKind::Code, Span::new(code.start, open));
            nodes(inside, leaf);
            let close = inside.last().map_or(open, |node| node.span().end);
            if close < code.end {
                leaf(LeafKind::Code, Span::new(close, code.end));
            }
        }
    }
    if let Some(name) = of.name {
        leaf(LeafKind::Name, name.span);
    }
}
