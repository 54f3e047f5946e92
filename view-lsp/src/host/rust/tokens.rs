//! Tokens of Rust without white space and comments, lexed as far as they are asked for.

use ra_ap_rustc_lexer::{Cursor, FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang};

use super::super::token::Token;
use crate::source::SourceRange;

/// What of a token matters here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Ident,
    /// `"..."`
    Str,
    /// `r"..."`
    RawStr,
    Open(u8),
    Close(u8),
    Comma,
    Other,
}

/// The tokens of a source.
pub(super) struct Tokens<'s> {
    source: &'s str,
    cursor: Cursor<'s>,
    /// Where the cursor is.
    at: u32,
    seen: Vec<(Kind, SourceRange)>,
    comments: Vec<SourceRange>,
}

impl<'s> Tokens<'s> {
    pub(super) fn new(source: &'s str) -> Tokens<'s> {
        let at = strip_shebang(source).unwrap_or(0);
        let cursor = Cursor::new(&source[at..], FrontmatterAllowed::Yes);
        Tokens { source, cursor, at: at as u32, seen: Vec::new(), comments: Vec::new() }
    }

    /// The kind of a token; `None` behind the last one.
    pub(super) fn kind(&mut self, index: usize) -> Option<Kind> {
        while self.seen.len() <= index {
            self.next()?;
        }
        Some(self.seen[index].0)
    }

    /// A token as it is written.
    pub(super) fn text(&mut self, index: usize) -> Option<&'s str> {
        self.kind(index)?;
        self.source.get(self.seen[index].1.range())
    }

    /// Where a token stands; behind the last one, the end of the source.
    pub(super) fn range(&mut self, index: usize) -> SourceRange {
        match self.kind(index) {
            Some(_) => self.seen[index].1,
            None => SourceRange::empty(self.source.len() as u32),
        }
    }

    /// The token at `index` ends at `end`, and what follows is read from there.
    pub(super) fn restart_after(&mut self, index: usize, end: u32) {
        self.seen.truncate(index + 1);
        if let Some((_, range)) = self.seen.last_mut() {
            range.end = end;
        }
        self.comments.retain(|comment| comment.end <= end);
        self.at = end;
        self.cursor = Cursor::new(&self.source[end as usize..], FrontmatterAllowed::No);
    }

    /// All comments, those behind what was asked for included.
    pub(super) fn into_comments(mut self) -> Vec<SourceRange> {
        while self.next().is_some() {}
        self.comments
    }

    /// All tokens and comments, in the order of the source.
    pub(super) fn into_all(mut self) -> Vec<Token> {
        while self.next().is_some() {}
        let comments = self.comments.iter().map(|&range| Token { range, is_comment: true });
        let mut all: Vec<_> = comments.collect();
        all.extend(self.seen.iter().map(|&(_, range)| Token { range, is_comment: false }));
        all.sort_by_key(|token| token.range);
        all
    }

    fn next(&mut self) -> Option<()> {
        loop {
            let token = self.cursor.advance_token();
            let range = SourceRange::new(self.at, self.at + token.len);
            self.at = range.end;
            let kind = match token.kind {
                TokenKind::Eof => return None,
                TokenKind::Whitespace | TokenKind::Frontmatter { .. } => continue,
                TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {
                    self.comments.push(range);
                    continue;
                }
                TokenKind::Ident | TokenKind::RawIdent => Kind::Ident,
                TokenKind::Literal { kind: LiteralKind::Str { .. }, .. } => Kind::Str,
                TokenKind::Literal { kind: LiteralKind::RawStr { .. }, .. } => Kind::RawStr,
                TokenKind::OpenParen => Kind::Open(b'('),
                TokenKind::OpenBrace => Kind::Open(b'{'),
                TokenKind::OpenBracket => Kind::Open(b'['),
                TokenKind::CloseParen => Kind::Close(b')'),
                TokenKind::CloseBrace => Kind::Close(b'}'),
                TokenKind::CloseBracket => Kind::Close(b']'),
                TokenKind::Comma => Kind::Comma,
                _ => Kind::Other,
            };
            self.seen.push((kind, range));
            return Some(());
        }
    }
}
