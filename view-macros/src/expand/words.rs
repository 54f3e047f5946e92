//! Tokens that the output has in many places.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

/// As a list, which adds up with what `quote!` puts around it: a stream of tokens would cut the output into pieces that rustc joins
/// one by one.
#[derive(Clone)]
pub(super) struct Words(Vec<TokenTree>);

impl From<TokenStream> for Words {
    fn from(tokens: TokenStream) -> Words {
        Words(tokens.into_iter().collect())
    }
}

impl From<Literal> for Words {
    fn from(literal: Literal) -> Words {
        Words(vec![literal.into()])
    }
}

impl Words {
    /// `#[doc = "..."]`.
    pub(super) fn documented(text: &str) -> Words {
        let mut inside = TokenStream::new();
        inside.append(Ident::new("doc", Span::call_site()));
        inside.append(Punct::new('=', Spacing::Alone));
        inside.append(Literal::string(text));
        let group = Group::new(Delimiter::Bracket, inside);
        Words(vec![Punct::new('#', Spacing::Alone).into(), group.into()])
    }
}

impl ToTokens for Words {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
