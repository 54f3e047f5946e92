//! Reads a broken format again where a colon is missing, or one is too many: every colon behind it does the opposite of what
//! was meant, and the names are what stands between the fields. In `h:x h:y:` the name is `x h`, and `y` is no code.

use alloc::vec::Vec;

use super::ast::{CodeNode, Item, Node};
use super::context::Context;
use super::grammar;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::dialect::Dialect;
use crate::span::Span;

/// How often a text is read at most.
const MOST_READINGS: usize = 32;

/// How many names before a mistake may be at the bottom of it.
const SUSPECTS: usize = 4;

/// The nodes of a text and its mistakes, as few as can be where names with white space in them may be none.
pub(super) fn read(text: &str, dialect: Dialect) -> (Vec<Node>, Vec<Diagnostic>) {
    let text = Text { text, dialect };
    let mut best = text.read(Vec::new());
    let mut left = MOST_READINGS;
    while let Some(better) = text.read_better(&best, &mut left) {
        best = better;
    }
    (best.nodes, best.diagnostics)
}

/// What is read.
#[derive(Clone, Copy)]
struct Text<'s> {
    text: &'s str,
    dialect: Dialect,
}

/// One reading of it.
struct Reading {
    /// The names that end before their white space.
    misread: Vec<Span>,
    /// The others that have some.
    suspects: Vec<Span>,
    nodes: Vec<Node>,
    diagnostics: Vec<Diagnostic>,
    /// Where mistakes stand that another reading may be without.
    mistakes: Vec<u32>,
}

impl Text<'_> {
    fn read(self, misread: Vec<Span>) -> Reading {
        let context = Context::new(self.text, self.dialect, &misread);
        let nodes = grammar::whole(&context);
        let diagnostics = context.into_diagnostics();
        // What `struct` does not have is wrong either way.
        let is_apart =
            |kind: &_| matches!(kind, DiagnosticKind::MisreadName { .. } | DiagnosticKind::NotInStruct { .. });
        let mistakes = diagnostics.iter().filter(|found| found.is_error() && !is_apart(&found.kind));
        let mut mistakes: Vec<u32> = mistakes.map(|found| found.span.start).collect();
        mistakes.sort_unstable();
        let mut suspects = Vec::new();
        if !mistakes.is_empty() || !misread.is_empty() {
            self.add_suspects(&nodes, &mut suspects);
        }
        Reading { misread, suspects, nodes, diagnostics, mistakes }
    }

    /// Names with white space in them, in the order of the text.
    fn add_suspects(self, nodes: &[Node], suspects: &mut Vec<Span>) {
        for node in nodes {
            if let Node::Item(item) = node {
                self.add_suspects_of(item, suspects);
            }
        }
    }

    fn add_suspects_of(self, item: &Item, suspects: &mut Vec<Span>) {
        match &item.code {
            CodeNode::Struct(nodes) => self.add_suspects(nodes, suspects),
            CodeNode::Pointer(item) => self.add_suspects_of(item, suspects),
            _ => {}
        }
        let name = item.name.map(|name| name.text);
        suspects.extend(name.filter(|name| self.text[name.range()].contains(grammar::is_space)));
    }

    /// The best reading in which one name more is none, or two, where it is better than this one.
    fn read_better(self, reading: &Reading, left: &mut usize) -> Option<Reading> {
        let mut seen = 0;
        for mistake in &reading.mistakes {
            let before = reading.suspects.partition_point(|name| name.start < *mistake);
            let suspects = &reading.suspects[seen.max(before.saturating_sub(SUSPECTS))..before];
            seen = before;
            // Of several colons that are missing in a row, every second one makes up for the one before it.
            for is_pair in [false, true] {
                let tried = suspects.iter().filter_map(|name| self.read_without(reading, *name, is_pair, left));
                let better = tried.filter(|tried| self.is_better(tried, reading)).min_by_key(Reading::weight);
                if better.is_some() {
                    return better;
                }
            }
        }
        None
    }

    /// The reading in which a name is none; `is_pair`: nor the one that then follows.
    fn read_without(self, reading: &Reading, name: Span, is_pair: bool, left: &mut usize) -> Option<Reading> {
        let mut with = |reading: &Reading, name: Span| {
            *left = left.checked_sub(1)?;
            Some(self.read(reading.misread.iter().copied().chain([name]).collect()))
        };
        let one = with(reading, name)?;
        if !is_pair {
            return Some(one);
        }
        let next = one.suspects.iter().find(|next| next.start > name.start)?;
        with(&one, *next)
    }

    /// Whether a reading explains more than the one that it was made from.
    fn is_better(self, tried: &Reading, reading: &Reading) -> bool {
        // `h:x h:y i`: the last name lacks a colon as well, which is no worse than a name where a code should be.
        let is_name_left_open = || {
            let follows = tried.misread.last().and_then(|name| self.text[name.range().end..].chars().nth(1));
            follows.is_some_and(|c| c.is_alphabetic() || c == '_')
                && tried.diagnostics.iter().any(|found| found.kind == DiagnosticKind::UnclosedName)
        };
        tried.mistakes.len() < reading.mistakes.len()
            || tried.mistakes.len() == reading.mistakes.len() && is_name_left_open()
    }
}

impl Reading {
    /// The less, the better: mistakes, then names that look like none.
    fn weight(&self) -> (usize, usize) {
        (self.mistakes.len(), self.suspects.len() + self.misread.len())
    }
}
