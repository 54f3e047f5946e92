//! Where a source may be cut, so that what the parser says of the parts is what it says of the whole.
//!
//! * A text without a mistake that starts as a file does, and ends with a line, ends so, unless what follows belongs to it: lines that
//!   are indented, `else` and the like. A text that starts with those has a mistake.
//! * A text with a mistake ends so where what follows is read to the same tokens with it and alone, has no mistake of its own, and
//!   all mistakes lie before it.
//! * Behind a mistake a source is read anew from the next line on that can only be a statement of the file's own level:
//!   [`next_start`]. An open parenthesis would hold all that follows, else. This is no matter of speed alone: a source is cut
//!   there whether it is edited or read for the first time.

use ruff_python_ast::ModModule;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextSize};

use super::chunk::parse;

/// Bytes that a chunk has at least, where there is a place to end it. In tests there are more edges to go wrong at.
pub(super) const LEAST: u32 = if cfg!(test) { 16 } else { 2048 };

/// Where lines start, in a stretch of a source, that look like statements of the file's own level, [some way](LEAST) from each other.
/// Some of them may stand in strings of many lines, or in parentheses.
pub(super) fn lines_that_may_start_statements(source: &str, start: u32, end: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut last = start;
    let mut at = start;
    let mut is_decorated = false;
    for line in source[start as usize..end as usize].split_inclusive('\n') {
        let first = line.as_bytes().first().copied().unwrap_or(b'\n');
        let is_word = first.is_ascii_alphabetic() || first == b'_';
        let goes_on = || {
            let word = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
            matches!(word, Some("else" | "elif" | "except" | "finally" | "case"))
        };
        if is_word || first == b'@' {
            if !is_decorated && at >= last + LEAST && at + LEAST <= end && !goes_on() {
                found.push(at);
                last = at;
            }
            is_decorated = first == b'@';
        }
        at += line.len() as u32;
    }
    found
}

/// Whether nothing of its last line is to come.
pub(super) fn ends_with_line(text: &str) -> bool {
    text.strip_suffix('\n').is_some_and(|text| !text.strip_suffix('\r').unwrap_or(text).ends_with('\\'))
}

/// Whether the parser, in a text that starts at `from`, came out of all mistakes before it read what stands from `start` to `end`.
pub(super) fn is_same_alone(source: &str, from: u32, parsed: &Parsed<ModModule>, start: u32, end: u32) -> bool {
    let at = TextSize::from(start - from);
    if !ends_with_line(&source[from as usize..start as usize])
        || parsed.errors().iter().any(|error| error.range().start() >= at)
    {
        return false;
    }
    let of_file = parsed.suite();
    // Nothing reaches over the place.
    if of_file.iter().any(|statement| statement.start() < at && at < statement.end()) {
        return false;
    }
    let alone = parse(&source[start as usize..end as usize]);
    let mut statements = of_file.iter().filter(|statement| statement.start() >= at).zip(alone.suite());
    alone.errors().is_empty()
        && statements.clone().next().is_some_and(|(one, _)| one.start() == at)
        && statements.all(|(one, other)| one.range() == other.range() + at)
        && is_same_from(parsed.tokens(), alone.tokens(), at)
}

/// Whether the tokens from `at` on are those of another text that starts there.
fn is_same_from(tokens: &Tokens, alone: &Tokens, at: TextSize) -> bool {
    let first = tokens.partition_point(|token| token.start() < at);
    // Where blocks end whose lines end at this place.
    let rest = tokens[first..].iter().skip_while(|token| token.kind() == TokenKind::Dedent && token.start() == at);
    let mut rest = rest.map(|token| (token.kind(), token.range()));
    // Where a text ends, so do its blocks.
    let is_end = |kind| matches!(kind, TokenKind::Dedent | TokenKind::EndOfFile);
    let count = alone.iter().rposition(|token| !is_end(token.kind())).map_or(0, |last| last + 1);
    alone[..count].iter().all(|token| rest.next() == Some((token.kind(), token.range() + at)))
}

/// Where a text with mistakes is read anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Start {
    /// At this line.
    At(u32),
    /// What follows the text may say.
    Unknown,
    Nowhere,
}

/// Where a text with mistakes is to be read anew: behind the first of them, at the first line that starts with `class`, `def`,
/// `import` and the like, or the decorators above one, and does not stand in a string. None of these can stand in parentheses.
pub(super) fn next_start(text: &str, parsed: &Parsed<ModModule>) -> Start {
    let Some(mistake) = parsed.errors().iter().map(|error| error.range().start().to_usize()).min() else {
        return Start::Nowhere;
    };
    // The line of the mistake may be the one.
    let mut at = text[..mistake].rfind('\n').map_or(0, |end| end + 1);
    let mut lines = text[at..].split_inclusive('\n');
    while let Some(line) = lines.next() {
        let is_decorator = line.starts_with('@');
        let opener = if is_decorator { lines.clone().find_map(Opener::of) } else { Opener::of(line) };
        if at > 0 && at >= mistake && ends_with_line(&text[..at]) && starts_token(parsed.tokens(), at) {
            match opener {
                Some(Opener::Definition) => return Start::At(at as u32),
                Some(Opener::Import) if !is_decorator => return Start::At(at as u32),
                None if is_decorator => return Start::Unknown,
                _ => {}
            }
        }
        at += line.len();
    }
    Start::Nowhere
}

/// What a line of the file's own level can only be the start of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// A class or a function.
    Definition,
    Import,
}

impl Opener {
    fn of(line: &str) -> Option<Opener> {
        let is_definition = ["class ", "def ", "async def "].iter().any(|word| line.starts_with(word));
        // In parentheses a line may start with `from`: `yield` stands before it.
        let is_import = line.starts_with("import ") || line.starts_with("from ") && line.contains(" import ");
        match (is_definition, is_import) {
            (true, _) => Some(Opener::Definition),
            (_, true) => Some(Opener::Import),
            _ => None,
        }
    }
}

/// Whether a token starts there, so that it is not inside of a string.
fn starts_token(tokens: &Tokens, at: usize) -> bool {
    let at = TextSize::from(at as u32);
    let first = tokens.partition_point(|token| token.start() < at);
    let is_word = |kind| {
        use TokenKind::{Async, At, Class, Def, From, Import};
        matches!(kind, Async | At | Class | Def | From | Import)
    };
    // Blocks end there, too.
    tokens[first..].iter().take_while(|token| token.start() == at).any(|token| is_word(token.kind()))
}
