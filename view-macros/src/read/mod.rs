//! From tokens to what the user wrote.

pub(crate) mod buffers;
pub(crate) mod call;
pub(crate) mod enums;
pub(crate) mod items;
pub(crate) mod options;
pub(crate) mod structs;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::LitStr;

/// `view!`, as item or as expression.
pub(crate) enum View {
    Items(TokenStream),
    Call(TokenStream),
}

/// Takes the path of the crate from the front, and says what follows. An item starts with `#[..]`, `pub` or `struct`; no
/// expression starts with the last two, and attributes on one mean nothing here.
pub(crate) fn view(tokens: TokenStream) -> (TokenStream, View) {
    let mut tokens = tokens.into_iter();
    let path = tokens.by_ref().take_while(|token| !is_comma(token)).collect();
    let rest: TokenStream = tokens.collect();
    let mut ahead = rest.clone().into_iter();
    let is_item = match (ahead.next(), ahead.next()) {
        (Some(TokenTree::Ident(first)), second) => {
            first == "pub" || (first == "struct" && matches!(second, Some(TokenTree::Ident(_)) | None))
        }
        (Some(TokenTree::Punct(first)), Some(TokenTree::Group(second))) => {
            first.as_char() == '#' && second.delimiter() == Delimiter::Bracket
        }
        _ => false,
    };
    (path, if is_item { View::Items(rest) } else { View::Call(rest) })
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// A string literal, also inside the invisible group that a `$format:literal` of somebody's macro makes.
fn as_string(token: &TokenTree) -> Option<LitStr> {
    match token {
        TokenTree::Literal(literal) => syn::parse2(TokenTree::Literal(literal.clone()).into()).ok(),
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut inside = group.stream().into_iter();
            let token = inside.next()?;
            if inside.next().is_some() { None } else { as_string(&token) }
        }
        _ => None,
    }
}
