//! Declarations of C's structs: numbers, arrays, structs in structs, `typedef`, `#define`d lengths, packing.

use std::collections::HashMap;

use view_format::{Scalar, ScalarKind, Target};

use super::names::{is_type_word, named, number, spelled};
use super::token::{Token, TokenKind, tokens};
use crate::convert::error::{ConvertError, Mistake};
use crate::convert::numpy::align_of;
use crate::convert::structure::{Structure, Type};

/// How deep structs, parentheses and constants may stand in one another.
pub(super) const DEEP: usize = view_format::limit::MAX_DEPTH;

/// Reads the struct called `name`, or the only one that is part of no other; with it comes its name.
pub(in crate::convert) fn read(
    source: &str,
    target: &Target,
    name: Option<&str>,
) -> Result<(Structure, Option<String>), ConvertError> {
    let whole =
        || Mistake::new(source, 0..source.lines().next().unwrap_or_default().len(), "no struct is declared here");
    if source.len() > view_format::MAX_TEXT {
        return Err(Mistake::new(source, 0..0, "this source is too long").into());
    }
    let mut reader = Reader {
        source,
        target,
        tokens: tokens(source),
        at: 0,
        structs: Vec::new(),
        types: HashMap::new(),
        constants: HashMap::new(),
        pack: Vec::new(),
    };
    reader.file()?;
    let mut structs = reader.structs;
    if let Some(name) = name
        && let Some(at) = structs.iter().position(|found| found.names.iter().any(|own| own == name))
    {
        return Ok((structs.swap_remove(at).structure, Some(name.into())));
    }
    structs.retain(|found| !found.is_part);
    let shown =
        |found: &Declared| found.names.first().map_or("(without a name)".to_string(), |name| format!("`{name}`"));
    match structs.len() {
        0 => Err(whole().help("declare one: `struct header { uint32_t size; };`").into()),
        1 => {
            let Declared { names, structure, .. } = structs.swap_remove(0);
            Ok((structure, names.into_iter().next()))
        }
        _ => {
            let names: Vec<_> = structs.iter().map(shown).collect();
            let headline = format!("several structs are declared here: {}", names.join(", "));
            Err(Mistake::new(source, 0..0, headline).help("choose one with `--name`").into())
        }
    }
}

pub(super) struct Declared {
    /// Its tag, and what `typedef` calls it.
    pub(super) names: Vec<String>,
    pub(super) structure: Structure,
    /// Whether another struct holds it.
    pub(super) is_part: bool,
}

/// A type, before a declarator adds pointers and lengths.
#[derive(Clone)]
pub(super) struct Base {
    pub(super) of: Type,
    pub(super) align: usize,
    pub(super) shape: Vec<usize>,
    /// Which of the structs it is.
    pub(super) declared: Option<usize>,
    /// Plain `char`: an array of it is a string.
    pub(super) is_char: bool,
}

pub(super) type Read<T> = Result<T, Mistake>;

pub(super) struct Reader<'t> {
    pub(super) source: &'t str,
    pub(super) target: &'t Target,
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) at: usize,
    pub(super) structs: Vec<Declared>,
    /// What `typedef` and tags stand for: `struct point`, `u32`.
    pub(super) types: HashMap<String, Base>,
    pub(super) constants: HashMap<&'t str, usize>,
    /// `#pragma pack`, with what `pop` brings back.
    pub(super) pack: Vec<Option<usize>>,
}

impl<'t> Reader<'t> {
    pub(super) fn peek(&self) -> Option<&Token<'t>> {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_text(&self) -> &'t str {
        self.peek().map_or("", |token| token.text)
    }

    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let is_next = self.peek_text() == text;
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn word(&mut self) -> Option<&'t str> {
        let word = self.peek().filter(|token| token.kind == TokenKind::Word)?.text;
        self.at += 1;
        Some(word)
    }

    /// At the next token.
    pub(super) fn mistake(&self, headline: impl Into<String>) -> Mistake {
        let range = self.peek().map_or(self.source.len()..self.source.len(), Token::range);
        Mistake::new(self.source, range, headline)
    }

    /// At the last token.
    pub(super) fn mistake_before(&self, headline: impl Into<String>) -> Mistake {
        let range = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0..0, Token::range);
        Mistake::new(self.source, range, headline)
    }

    pub(super) fn expect(&mut self, text: &str) -> Read<()> {
        match self.eat(text) {
            true => Ok(()),
            false => Err(self.mistake(match self.peek_text() {
                "" => format!("`{text}` is missing at the end"),
                found => format!("`{text}` was expected, and `{}` found", found.escape_debug()),
            })),
        }
    }

    fn file(&mut self) -> Read<()> {
        while let Some(token) = self.peek().cloned() {
            match (token.kind, token.text) {
                (TokenKind::Directive, text) => {
                    self.at += 1;
                    self.directive(text);
                }
                (TokenKind::Word, "struct" | "typedef" | "enum" | "union") => self.declaration()?,
                // Functions, variables, assertions.
                _ => self.skip(),
            }
        }
        Ok(())
    }

    /// Goes on after the next `;`, or after the braces if there are any.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.next() {
            match token.text {
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && token.text == "}" {
                        self.eat(";");
                        return;
                    }
                }
                ";" if depth == 0 => return,
                _ => {}
            }
        }
    }

    /// `#define N 4`, `#pragma pack(push, 1)`
    pub(super) fn directive(&mut self, text: &'t str) {
        let text = text.trim_start_matches('#').trim_start();
        if let Some(rest) = text.strip_prefix("define") {
            let mut words = tokens(rest).into_iter();
            if let (Some(name), Some(value), None) = (words.next(), words.next(), words.next())
                && let Some(value) = number(value.text).or_else(|| self.constants.get(value.text).copied())
            {
                self.constants.insert(name.text, value);
            }
        } else if let Some(rest) = text.strip_prefix("pragma")
            && let Some(rest) = rest.trim_start().strip_prefix("pack")
        {
            let inside = rest.trim().trim_start_matches('(').split(')').next().unwrap_or_default();
            let mut size = None;
            for word in inside.split(',').map(str::trim) {
                match word {
                    "push" => self.pack.push(self.pack.last().copied().flatten()),
                    "pop" => {
                        self.pack.pop();
                        return;
                    }
                    word => size = word.parse().ok(),
                }
            }
            let is_push = inside.contains("push");
            match self.pack.last_mut() {
                Some(now) if !is_push || size.is_some() => *now = size,
                Some(_) => {}
                None => self.pack.push(size),
            }
        }
    }

    /// `struct ...;`, `typedef ... name;`, `enum ...;`
    fn declaration(&mut self) -> Read<()> {
        let is_typedef = self.eat("typedef");
        let start = self.at;
        // A type that cannot be read is no matter where no struct holds it.
        let is_struct = matches!(self.peek_text(), "struct" | "union")
            || self.tokens[start..].iter().take(3).any(|token| token.text == "struct");
        let base = match self.base(0) {
            Ok(base) => base,
            Err(mistake) if is_struct && self.peek_text() != "(" => return Err(mistake),
            Err(_) => {
                self.at = start;
                self.skip();
                return Ok(());
            }
        };
        loop {
            if self.eat(";") {
                return Ok(());
            }
            let before = self.at;
            match self.declarator(&base, 0) {
                Ok((Some(name), declared)) if is_typedef => {
                    if let Some(at) = declared.declared.filter(|_| declared.shape.is_empty()) {
                        self.structs[at].names.push(name.into());
                    }
                    self.types.insert(name.into(), declared);
                }
                Ok(_) if self.at > before => {}
                // A function, or something else that is no matter.
                _ => {
                    self.at = before;
                    self.skip();
                    return Ok(());
                }
            }
            if !self.eat(",") && self.peek_text() != ";" {
                self.skip();
                return Ok(());
            }
        }
    }

    /// A type without its declarator.
    pub(super) fn base(&mut self, depth: usize) -> Read<Base> {
        let start = self.at;
        let mut words: Vec<&str> = Vec::new();
        loop {
            match self.peek_text() {
                "const" | "volatile" | "register" | "static" | "extern" | "inline" | "restrict" | "__extension__" => {
                    self.at += 1;
                }
                "struct" if words.is_empty() => return self.structure(depth),
                "union" => {
                    return Err(self
                        .mistake("the members of a union share their bytes")
                        .label("no format says that")
                        .help("write the member that is meant, or its bytes: `uint8_t data[8]`"));
                }
                "enum" if words.is_empty() => return Ok(self.enumeration()),
                "_Alignas" | "alignas" => return Err(self.mistake("alignment by hand is not read here")),
                word if is_type_word(word) => {
                    words.push(word);
                    self.at += 1;
                }
                word if words.is_empty() && self.peek().is_some_and(|token| token.kind == TokenKind::Word) => {
                    if let Some(base) = self.types.get(word).cloned() {
                        self.at += 1;
                        self.qualifiers();
                        return Ok(base);
                    }
                    let Some(scalar) = named(word, self.target) else {
                        return Err(self
                            .mistake(format!("no type `{word}` is known here"))
                            .help("declare it before: `typedef uint32_t ...;`, or write its struct out"));
                    };
                    self.at += 1;
                    self.qualifiers();
                    return Ok(self.scalar(scalar, false));
                }
                _ => break,
            }
        }
        if words.is_empty() {
            return Err(self.mistake("a type was expected"));
        }
        let of_words = spelled(&words, self.target);
        let scalar = of_words.ok_or_else(|| {
            let range = self.tokens[start].start..self.tokens[self.at - 1].range().end;
            Mistake::new(self.source, range, format!("`{}` has no size that a format knows", words.join(" ")))
        })?;
        Ok(self.scalar(scalar, words == ["char"]))
    }

    pub(super) fn qualifiers(&mut self) {
        while matches!(self.peek_text(), "const" | "volatile") {
            self.at += 1;
        }
    }

    pub(super) fn scalar(&self, scalar: Scalar, is_char: bool) -> Base {
        let align = align_of(scalar, self.target);
        Base { of: Type::Scalar(scalar), align, shape: Vec::new(), declared: None, is_char }
    }

    fn enumeration(&mut self) -> Base {
        self.at += 1;
        self.word();
        if self.eat("{") {
            while !self.eat("}") && self.next().is_some() {}
        }
        let int = Scalar::new(ScalarKind::Int, self.target.int.size.into(), self.target.order);
        self.scalar(int, false)
    }
}
