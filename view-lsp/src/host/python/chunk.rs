//! A stretch of a source, parsed: one or more statements of the file's own level, with what they bind and do.
//!
//! All that is said of a chunk hangs on its own text alone: places are counted from its start, and nothing is looked up outside.
//! So a chunk is right wherever it stands, as long as it starts and ends where a source [may be cut](super::cut).

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{ModModule, PySourceType, Suite};
use ruff_python_parser::{Parsed, parse_unchecked_source};
use ruff_text_size::Ranged;

use super::bind::Bindings;
use super::range;
use crate::source::SourceRange;

self_cell::self_cell!(
    /// A tree, and what was read off it.
    pub(super) struct Tree {
        owner: Suite,

        #[covariant]
        dependent: Bindings,
    }
);

/// Statements of the file's own level.
pub(super) struct Chunk {
    /// Its name among the chunks of a source; not its place.
    pub(super) number: u32,
    pub(super) tree: Tree,
    /// From the start of the chunk, as all places in it.
    pub(super) comments: Vec<SourceRange>,
    /// Where the parser found something missing.
    pub(super) errors: Vec<u32>,
}

impl Chunk {
    /// All of a text.
    pub(super) fn of(text: &str, number: u32) -> Chunk {
        Chunk::of_parsed(parse(text), number, u32::MAX)
    }

    /// What stands before `end`.
    pub(super) fn of_parsed(parsed: Parsed<ModModule>, number: u32, end: u32) -> Chunk {
        let comments = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
        let comments = comments.map(|token| range(token.range())).filter(|comment| comment.start < end).collect();
        let errors = parsed.errors().iter().map(|error| error.range().start().to_u32()).collect();
        let mut suite = parsed.into_suite();
        suite.retain(|statement| statement.start().to_u32() < end);
        let tree = Tree::new(suite, |suite| Bindings::of(suite, number));
        Chunk { number, tree, comments, errors }
    }

    /// What it binds and does.
    pub(super) fn bindings(&self) -> &Bindings<'_> {
        self.tree.borrow_dependent()
    }
}

pub(super) fn parse(text: &str) -> Parsed<ModModule> {
    parse_unchecked_source(text, PySourceType::Python)
}
