//! The output as it is put together: text for what is the library's, tokens for what is the user's.

use std::fmt;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Code in the making. What is written to it is text, which the compiler's own lexer reads in one go: cargo builds macros without
/// optimization, and there a stream made token by token takes several times as long. Tokens of the user's stay what they are, so
/// that what the compiler says of them is said at their place.
///
/// ```text
/// write!(code, "pub fn ");
/// code.tokens(&field.name);
/// write!(code, "(&self) -> u32 {{ self.0.load_u32_le({offset}) }}");
/// ```
#[derive(Default)]
pub(super) struct Code {
    done: Vec<TokenStream>,
    /// What follows; `$0` in it is the first of the parts.
    text: String,
    parts: Vec<TokenStream>,
}

impl Code {
    /// What `write!` calls. Nothing can fail here.
    pub(super) fn write_fmt(&mut self, text: fmt::Arguments<'_>) {
        _ = fmt::Write::write_fmt(&mut self.text, text);
    }

    /// `#[doc = "..."]`.
    pub(super) fn doc(&mut self, text: &str) {
        let lines = text.split('\n').map(|line| if line.is_empty() { line.into() } else { format!(" {line}") });
        write!(self, "#[doc = {:?}] ", lines.collect::<Vec<_>>().join("\n"));
    }

    /// Tokens, here, outside of all brackets in the text.
    pub(super) fn tokens(&mut self, tokens: impl ToTokens) {
        self.close();
        self.done.push(tokens.into_token_stream());
    }

    /// What to write for a fragment, also inside of brackets.
    pub(super) fn part(&mut self, fragment: &Fragment) -> String {
        match fragment {
            Fragment::Text(text) => text.clone(),
            Fragment::Tokens(tokens) => {
                self.parts.push(tokens.clone());
                format!("${} ", self.parts.len() - 1)
            }
        }
    }

    /// `{ ... }`, in which there are tokens.
    pub(super) fn braces(&mut self, inside: impl FnOnce(&mut Code)) {
        let mut code = Code::default();
        inside(&mut code);
        self.tokens(Group::new(Delimiter::Brace, code.finish()));
    }

    /// This text, in which parts of this code may stand, and nothing else.
    pub(super) fn fragment(mut self, text: String) -> Fragment {
        if self.parts.is_empty() && self.done.is_empty() {
            return text.into();
        }
        self.text = text;
        self.finish().into()
    }

    pub(super) fn finish(mut self) -> TokenStream {
        self.close();
        self.done.into_iter().collect()
    }

    /// Reads the text.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        let tokens = lex(&text);
        let has_parts = !self.parts.is_empty() && text.contains('$');
        self.done.push(if has_parts { fill(tokens, &self.parts) } else { tokens });
    }
}

/// A text as tokens.
fn lex(text: &str) -> TokenStream {
    // By the compiler alone: proc-macro2 would first read it itself.
    let tokens = match proc_macro::is_available() {
        true => text.parse().map(|tokens: proc_macro::TokenStream| tokens.into()).ok(),
        false => text.parse().ok(),
    };
    tokens.unwrap_or_else(|| panic!("please report this: the macro wrote what is no Rust:\n{text}"))
}

/// With the parts in place of what stands for them.
fn fill(tokens: TokenStream, parts: &[TokenStream]) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    let mut is_next = false;
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => is_next = true,
            TokenTree::Literal(number) if is_next => {
                out.extend(part(&number, parts));
                is_next = false;
            }
            TokenTree::Group(group) => {
                out.push(Group::new(group.delimiter(), fill(group.stream(), parts)).into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn part(number: &Literal, parts: &[TokenStream]) -> TokenStream {
    let part = number.to_string().parse().ok().and_then(|number: usize| parts.get(number));
    part.cloned().unwrap_or_default()
}

/// A bit of code that stands in several places: text, or tokens where some are the user's.
#[derive(Clone)]
pub(super) enum Fragment {
    Text(String),
    Tokens(TokenStream),
}

impl Fragment {
    /// Tokens of the user's where only what they say matters, not where.
    pub(super) fn placeless(tokens: &impl ToTokens) -> Fragment {
        let tokens = tokens.to_token_stream();
        let text = tokens.to_string();
        // `$crate` is no text.
        if text.contains('$') { Fragment::Tokens(tokens) } else { Fragment::Text(text) }
    }

    /// With text around it.
    pub(super) fn within(&self, before: &str, after: &str) -> Fragment {
        let mut code = Code::default();
        let part = code.part(self);
        code.fragment(format!("{before}{part}{after}"))
    }
}

/// A doc comment.
pub(super) fn doc(text: &str) -> TokenStream {
    let mut code = Code::default();
    code.doc(text);
    code.finish()
}

/// Where the first token stands.
pub(super) fn span(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}

impl From<&str> for Fragment {
    fn from(text: &str) -> Fragment {
        Fragment::Text(text.into())
    }
}

impl From<String> for Fragment {
    fn from(text: String) -> Fragment {
        Fragment::Text(text)
    }
}

impl From<TokenStream> for Fragment {
    fn from(tokens: TokenStream) -> Fragment {
        Fragment::Tokens(tokens)
    }
}

impl ToTokens for Fragment {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Fragment::Text(text) => tokens.extend(lex(text)),
            Fragment::Tokens(own) => tokens.extend(own.clone()),
        }
    }
}
