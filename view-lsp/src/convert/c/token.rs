//! C in tokens: words, numbers, signs; of the preprocessor, constants and `#pragma pack`.

use std::ops::Range;

/// A token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TokenKind {
    Word,
    Number,
    /// A string or a character.
    Text,
    /// One character.
    Sign,
    /// A whole line of the preprocessor.
    Directive,
}

/// The tokens of a source; comments and white space are none.
pub(super) fn tokens(source: &str) -> Vec<Token<'_>> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    let mut is_line_start = true;
    while let Some(&byte) = bytes.get(at) {
        let rest = &source[at..];
        let until = |end: Option<usize>| end.unwrap_or(rest.len());
        let (kind, length) = match byte {
            b'\n' => {
                is_line_start = true;
                at += 1;
                continue;
            }
            _ if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'/' if rest.starts_with("//") => {
                at += until(rest.find('\n'));
                continue;
            }
            b'/' if rest.starts_with("/*") => {
                at += until(rest.get(2..).and_then(|rest| rest.find("*/")).map(|end| end + 4));
                continue;
            }
            b'#' if is_line_start => (TokenKind::Directive, directive(rest)),
            b'"' | b'\'' => (TokenKind::Text, quoted(rest, byte)),
            b'0'..=b'9' => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '\'' && c != '.');
                (TokenKind::Number, until(end))
            }
            _ if byte.is_ascii_alphabetic() || byte == b'_' || !byte.is_ascii() => {
                let end = rest.find(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '_');
                (TokenKind::Word, until(end))
            }
            _ => (TokenKind::Sign, 1),
        };
        is_line_start = false;
        found.push(Token { kind, text: &rest[..length], start: at });
        at += length;
    }
    found
}

/// The length of a line that may go on after a backslash.
fn directive(rest: &str) -> usize {
    let mut end = 0;
    loop {
        match rest[end..].find('\n') {
            None => return rest.len(),
            Some(length) if rest[..end + length].trim_end_matches('\r').ends_with('\\') => end += length + 1,
            Some(length) => return end + length,
        }
    }
}

/// The length of a string or a character, both quotes included; at most the rest of its line.
fn quoted(rest: &str, quote: u8) -> usize {
    let mut is_escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => return at,
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            _ if byte == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}
