//! Python sources: everything of `struct`, `array.array`, and `memoryview.cast`, through names and broken code.
//!
//! All that knows the types of the Python parser stands below here.

mod argument;
mod call;
mod class;
mod fill;
mod literal;
mod names;
mod value;

use ruff_python_ast::{Expr, PySourceType, token::TokenKind};
use ruff_python_parser::parse_unchecked_source;
use ruff_text_size::{Ranged, TextRange};

use super::Read;
use super::token::Token;
use crate::source::SourceRange;
use names::{Item, Names};

/// Words of which a source with formats has at least one.
const WORDS: [&str; 4] = ["struct", "array", "memoryview", "_dtype_from_pep3118"];

/// Sites and comments.
pub(super) fn read(source: &str) -> Read {
    let is_for_us = super::has_word_for_us(source);
    if !is_for_us && !WORDS.iter().any(|word| has_word(source, word)) {
        return Read::default();
    }
    let parsed = parse_unchecked_source(source, PySourceType::Python);
    let names = Names::of(parsed.suite());
    let mut finder =
        call::Finder::new(source, &names, parsed.errors().iter().map(|error| range(error.range())).collect());
    for &(scope, item) in &names.items {
        match item {
            Item::Call(call) => {
                finder.call(call, scope);
            }
            Item::Assign(target, value) => finder.assign(target, value, scope),
            Item::For(target, iterable) => finder.each(target, iterable, scope),
            Item::Subscript(subscript) => finder.index(subscript, scope),
            Item::Compare(compare) => finder.compare(compare, scope),
        }
    }
    let sites = finder.into_sites();
    let comments = match sites.is_empty() && !is_for_us {
        true => Vec::new(),
        false => {
            let tokens = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
            tokens.map(|token| range(token.range())).collect()
        }
    };
    Read { sites, comments }
}

/// All tokens. What stands between the start and the end of an f-string is a part of it.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let parsed = parse_unchecked_source(source, PySourceType::Python);
    let mut tokens: Vec<Token> = Vec::new();
    let mut depth = 0_usize;
    for token in parsed.tokens() {
        let range = range(token.range());
        let is_inside = depth > 0;
        match token.kind() {
            TokenKind::FStringStart | TokenKind::TStringStart => depth += 1,
            TokenKind::FStringEnd | TokenKind::TStringEnd => depth = depth.saturating_sub(1),
            TokenKind::Newline
            | TokenKind::NonLogicalNewline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::EndOfFile
                if !is_inside =>
            {
                continue;
            }
            _ => {}
        }
        match tokens.last_mut() {
            Some(last) if is_inside => last.range.end = last.range.end.max(range.end),
            _ => tokens.push(Token { range, is_comment: token.kind() == TokenKind::Comment }),
        }
    }
    tokens
}

/// Whether a word stands in the source that is not part of another one.
fn has_word(source: &str, word: &str) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let bytes = source.as_bytes();
    source.match_indices(word).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        !is_letter(before) && !is_letter(bytes.get(at + word.len()))
    })
}

fn range(range: TextRange) -> SourceRange {
    SourceRange::new(range.start().to_u32(), range.end().to_u32())
}

fn range_of(expr: &Expr) -> SourceRange {
    range(expr.range())
}
