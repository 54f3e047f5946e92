//! Python sources: everything of `struct`, `array.array`, and `memoryview.cast`, through names and broken code.
//!
//! All that knows the types of the Python parser stands below here.

mod argument;
mod bind;
mod call;
mod chunk;
mod class;
mod cut;
mod fill;
mod literal;
mod names;
mod piece;
mod sift;
mod value;

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::Read;
use super::token::Token;
use crate::source::SourceRange;
use chunk::Chunk;
pub(super) use piece::Chunks;

/// Words of which a source with formats has at least one.
const WORDS: [&str; 4] = ["struct", "array", "memoryview", "_dtype_from_pep3118"];

/// Sites and comments.
pub(super) fn read(source: &str) -> Read {
    match may_have_sites(source) {
        true => {
            let whole = Chunk::of(source, 0);
            match whole.errors.is_empty() {
                true => of_chunks(source, &[(0, &whole)]),
                // Behind a mistake it is read anew.
                false => of_chunks(source, &Chunks::default().of(source)),
            }
        }
        false => Read::default(),
    }
}

/// The same of a source of which some chunks were parsed before.
pub(super) fn read_again(source: &str, chunks: &mut Chunks) -> Read {
    match may_have_sites(source) {
        true => of_chunks(source, &chunks.of(source)),
        false => Read::default(),
    }
}

/// Whether it is worth to parse a source.
fn may_have_sites(source: &str) -> bool {
    has_word(source) || super::has_word_for_us(source)
}

/// Sites and comments of a source that was parsed, perhaps in several chunks, which are given with where they start.
fn of_chunks(source: &str, chunks: &[(u32, &Chunk)]) -> Read {
    let sites = call::sites(source, chunks);
    let comments = match sites.is_empty() && !super::has_word_for_us(source) {
        true => Vec::new(),
        false => {
            let comments = |(start, chunk): &(u32, &Chunk)| {
                let start = *start;
                chunk.comments.iter().map(move |comment| comment.moved(start)).collect::<Vec<_>>()
            };
            chunks.iter().flat_map(comments).collect()
        }
    };
    Read { sites, comments }
}

/// All tokens. What stands between the start and the end of an f-string is a part of it.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let parsed = chunk::parse(source);
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

/// Whether one of [`WORDS`] stands in the source that is not part of another word.
fn has_word(source: &str) -> bool {
    // No two of them can overlap, so all places are found.
    static FINDER: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(WORDS));
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let bytes = source.as_bytes();
    // Where the machine has no vectors a word more is a file parsed for nothing.
    let Some(finder) = &*FINDER else { return WORDS.iter().any(|word| source.contains(word)) };
    finder.find_iter(source).any(|found| {
        let before = found.start().checked_sub(1).and_then(|at| bytes.get(at));
        !is_letter(before) && !is_letter(bytes.get(found.end()))
    })
}

fn range(range: TextRange) -> SourceRange {
    SourceRange::new(range.start().to_u32(), range.end().to_u32())
}
