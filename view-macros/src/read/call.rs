//! `view!(source, "format", [shape], order = "F")`: the expression form.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{LitInt, Token};

use super::{as_string, is_comma};
use crate::literal::FormatLiteral;
use crate::report::Report;

/// What stands between the parentheses.
pub(crate) struct Call {
    /// The source, unread: whatever stands before the comma before the first string literal. rustc and editors see the
    /// user's own tokens, also those of an expression that is half written.
    pub(crate) source: TokenStream,
    pub(crate) format: Option<FormatLiteral>,
    pub(crate) shape: Option<Shape>,
}

/// A shape in brackets.
pub(crate) struct Shape {
    /// The lengths; `None` for `_`.
    pub(crate) dimensions: Vec<Option<usize>>,
    /// Whether the first index is the fastest, rather than the last.
    pub(crate) is_column_major: bool,
    pub(crate) span: Span,
}

impl Call {
    pub(crate) fn read(tokens: TokenStream, report: &mut Report) -> Call {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let found = (1..tokens.len()).find_map(|at| match is_comma(&tokens[at - 1]) {
            true => as_string(&tokens[at]).map(|literal| (at, literal)),
            false => None,
        });
        let Some((at, literal)) = found else {
            let end = tokens.iter().position(is_comma).unwrap_or(tokens.len());
            let (source, rest) = tokens.split_at(end);
            let span = rest.get(1).map_or(Span::call_site(), TokenTree::span);
            let message = match (source.is_empty(), rest.get(1)) {
                (true, _) => {
                    "`view!` takes bytes, a format and perhaps a shape, `view!(&bytes, \"<i\", [3, 4])`; \
                     or it makes types, `view! { struct Name = \"<I:id: d:price:\"; }`"
                }
                (false, Some(TokenTree::Ident(_))) => {
                    "the format has to be a string literal: macros see tokens, not what a constant holds"
                }
                (false, _) => "expected a format: a string literal such as \"<i\"",
            };
            report.error(span, message);
            return Call { source: source.iter().cloned().collect(), format: None, shape: None };
        };
        let source: TokenStream = tokens[..at - 1].iter().cloned().collect();
        if source.is_empty() {
            report.error(literal.span(), "the bytes to view come first: `view!(&bytes, \"<i\")`");
        }
        let shape = layout(&tokens[at + 1..], report);
        Call { source, format: Some(FormatLiteral::new(literal)), shape }
    }
}

/// `, [3, 4], order = "F"`, or less.
fn layout(rest: &[TokenTree], report: &mut Report) -> Option<Shape> {
    let mut rest = rest.iter();
    match rest.next() {
        None => return None,
        Some(token) if is_comma(token) => {}
        Some(token) => {
            report.error(token.span(), "expected a comma after the format");
            return None;
        }
    }
    let mut shape = match rest.next() {
        None => return None,
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => dimensions(group, report),
        Some(TokenTree::Ident(name)) if name == "order" => {
            report.error(name.span(), "an order is that of a shape, which comes first: `[3, 4], order = \"F\"`");
            return None;
        }
        Some(token) => {
            report
                .error(token.span(), "a shape stands in brackets: `[3, 4]`, or `[_, 4]` where one length is found out");
            return None;
        }
    };
    let order = match (rest.next(), rest.next()) {
        (None, _) => return shape,
        (Some(comma), None) if is_comma(comma) => return shape,
        (Some(comma), Some(order)) if is_comma(comma) && matches!(order, TokenTree::Ident(name) if name == "order") => {
            order
        }
        (Some(token), next) => {
            let span = if is_comma(token) { next.unwrap_or(token) } else { token }.span();
            report.error(span, "unexpected: `view!` takes bytes, a format, a shape and an order, `order = \"F\"`");
            return shape;
        }
    };
    let equals = rest.next().filter(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='));
    let value = equals.and(rest.next());
    match value.and_then(as_string).map(|literal| literal.value()).as_deref() {
        Some("C") => {}
        Some("F") => shape.iter_mut().for_each(|shape| shape.is_column_major = true),
        _ => {
            let span = value.unwrap_or(order).span();
            let message =
                "the order is `\"C\"`, the last index fastest, as without it; or `\"F\"`, the first index fastest";
            report.error(span, message);
            return shape;
        }
    }
    match (rest.next(), rest.next()) {
        (None, _) => {}
        (Some(comma), None) if is_comma(comma) => {}
        (Some(token), next) => {
            let span = if is_comma(token) { next.unwrap_or(token) } else { token }.span();
            report.error(span, "unexpected: the order is the last that `view!` takes");
        }
    }
    shape
}

fn dimensions(group: &Group, report: &mut Report) -> Option<Shape> {
    let parser = |input: ParseStream<'_>| {
        let mut dimensions = Vec::new();
        while !input.is_empty() {
            if input.peek(Token![_]) {
                let underscore: Token![_] = input.parse()?;
                if dimensions.contains(&None) {
                    return Err(syn::Error::new(underscore.span, "only one length can be found out from the bytes"));
                }
                dimensions.push(None);
            } else {
                let length: LitInt = input.parse().map_err(|error| {
                    syn::Error::new(error.span(), "expected a length: a whole number, or `_` for one that is found out")
                })?;
                dimensions.push(Some(length.base10_parse()?));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(dimensions)
    };
    match parser.parse2(group.stream()) {
        Ok(dimensions) => Some(Shape { dimensions, is_column_major: false, span: group.span() }),
        Err(error) => {
            report.absorb(error);
            None
        }
    }
}
