//! What was written: every node with its span. What it means for a target is a [`Layout`](crate::Layout).

use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::code::Code;
use crate::dialect::Dialect;
use crate::order::Mark;
use crate::span::Span;

/// A format as it was written, whatever is wrong with it. [`check`](Format::check) says what it means.
///
/// ```
/// use view_format::syntax::ast::Node;
/// use view_format::{Dialect, Span, parse};
///
/// let format = parse("<2I ~ 3s:tag:", Dialect::Pep3118).format;
/// let [Node::Mark(..), Node::Item(two), Node::Space(_), .., Node::Item(tag)] = format.nodes() else { unreachable!() };
/// assert_eq!(two.count().unwrap().value, Some(2));
/// assert_eq!((tag.span, tag.name.unwrap().text), (Span::new(6, 13), Span::new(9, 12)));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Format {
    pub(crate) text: Box<str>,
    pub(crate) dialect: Dialect,
    pub(crate) nodes: Vec<Node>,
    /// Whether nothing is wrong with how it is written.
    pub(crate) is_right: bool,
}

impl Format {
    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The grammar it was read by.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// What stands in it, in order. The spans of the nodes cover the text without a gap.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

/// One piece of a format or of the inside of a `T{...}`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// White space between items.
    Space(Span),
    /// An order mark, in force until the next.
    Mark(Mark, Span),
    /// A code with all that belongs to it.
    Item(Item),
    /// What cannot be read. A diagnostic stands for it; later stages stay silent.
    Error(Span),
}

impl Node {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Node::Space(span) | Node::Mark(_, span) | Node::Error(span) => *span,
            Node::Item(item) => item.span,
        }
    }
}

/// One thing in a format: shapes and count, a code, a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// All of it.
    pub span: Span,
    /// What stands before the code, in the order written: shapes, a count, and marks after one of them.
    pub parts: Parts,
    /// The code.
    pub code: CodeNode,
    /// Where the code stands: for `T{...}`, braces and all.
    pub code_span: Span,
    /// The name between colons.
    pub name: Option<Name>,
}

impl Item {
    /// The count, if one is written.
    pub fn count(&self) -> Option<Count> {
        self.parts.iter().find_map(|part| match part {
            Part::Count(count) => Some(*count),
            _ => None,
        })
    }

    /// The dimensions of all shapes, in the order written.
    pub fn dimensions(&self) -> impl Iterator<Item = Count> + '_ {
        self.parts
            .iter()
            .flat_map(|part| match part {
                Part::Shape(shape) => &shape.dimensions[..],
                _ => &[],
            })
            .copied()
    }
}

/// What stands before the code of an item: most often nothing, or a count.
pub type Parts = SmallVec<[Part; 1]>;

/// What stands before a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// `(3,4)`
    Shape(Shape),
    /// `12`
    Count(Count),
    /// An order mark after a shape or count: `(3)<i`.
    Mark(Mark, Span),
    /// White space where none may stand: `3 i`.
    Space(Span),
}

impl Part {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Part::Shape(shape) => shape.span,
            Part::Count(count) => count.span,
            Part::Mark(_, span) | Part::Space(span) => *span,
        }
    }
}

/// A number in front of a code, or one dimension of a shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// The number; `None` where it is larger than any size on this machine.
    pub value: Option<usize>,
    /// Its digits.
    pub span: Span,
}

/// A shape in parentheses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shape {
    /// Parentheses and all.
    pub span: Span,
    /// The numbers between the commas.
    pub dimensions: Box<[Count]>,
}

/// The code of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeNode {
    /// One of the table.
    Code(Code),
    /// `T{...}`: the nodes inside the braces.
    Struct(Vec<Node>),
    /// `&` and what it points to.
    Pointer(Box<Item>),
    /// `X{...}`: a pointer to a function. What stands in the braces is not read.
    Function,
    /// Something else. A diagnostic stands for it.
    Error,
}

/// A name between colons.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// Colons and all; where the second one is missing, without it.
    pub span: Span,
    /// Between the colons.
    pub text: Span,
}
