//! `view! { pub struct Name = "format"; }`: the form that makes types.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Token, Type, Visibility};

use super::as_string;
use crate::literal::FormatLiteral;
use crate::names::in_any_edition;
use crate::report::Report;

/// One named record.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    /// `None` where it cannot be read, which has been reported. The type exists all the same, so that one mistake stays
    /// one error.
    pub(crate) format: Option<FormatLiteral>,
    /// Enums that numbers are read as: `where kind: Kind`.
    pub(crate) values: Vec<(Ident, Type)>,
}

/// All that stand in the braces.
pub(crate) fn read(tokens: TokenStream, report: &mut Report) -> Vec<Item> {
    let mut items = Vec::new();
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            items.push(item(input, report)?);
        }
        Ok(())
    })
    .parse2(tokens);
    if let Err(error) = parsed {
        report.absorb(error);
    }
    items
}

fn item(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Item> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    input
        .parse::<Token![struct]>()
        .map_err(|error| syn::Error::new(error.span(), "expected `struct Name = \"format\";`"))?;
    let name = in_any_edition(input.parse()?);
    let mut values = Vec::new();
    let format = match right_side(input, &mut values) {
        Ok(format) => Some(FormatLiteral::new(format)),
        Err(error) => {
            report.absorb(error);
            while !input.is_empty() && !input.peek(Token![;]) {
                input.parse::<TokenTree>()?;
            }
            input.parse::<Option<Token![;]>>()?;
            None
        }
    };
    Ok(Item { attributes, visibility, name, format, values })
}

/// `= "format";`, or `= "format" where kind: Kind;`
fn right_side(input: ParseStream<'_>, values: &mut Vec<(Ident, Type)>) -> syn::Result<LitStr> {
    if input.peek(Token![<]) {
        let message = "records have no parameters: what holds the bytes is the one that they get";
        return Err(syn::Error::new(input.span(), message));
    }
    let better = |message: &'static str| move |error: syn::Error| syn::Error::new(error.span(), message);
    input.parse::<Token![=]>().map_err(better(
        "expected `=` and a format: `struct Name = \"<I:id:\";` (for fields of your own, `#[derive(Record)]`)",
    ))?;
    let missing = better("expected a format: a string literal such as \"<I:id: d:price:\"");
    let token: TokenTree = input.parse().map_err(&missing)?;
    let format = as_string(&token).ok_or_else(|| match &token {
        TokenTree::Ident(_) => syn::Error::new(
            token.span(),
            "the format has to be a string literal: macros see tokens, not what a constant holds",
        ),
        _ => missing(syn::Error::new(token.span(), "")),
    })?;
    if input.parse::<Option<Token![where]>>()?.is_some() {
        while !input.is_empty() && !input.peek(Token![;]) {
            let expected = "expected a field and the enum that it is read as: `where kind: Kind`";
            let name = input.call(Ident::parse_any).map_err(better(expected))?;
            input.parse::<Token![:]>().map_err(better(expected))?;
            values.push((name, input.parse().map_err(better(expected))?));
            if !input.peek(Token![;]) {
                input.parse::<Option<Token![,]>>()?;
            }
        }
    }
    if input.parse::<Option<Token![;]>>()?.is_none() {
        return Err(syn::Error::new(format.span(), "expected `;` after the format"));
    }
    Ok(format)
}
