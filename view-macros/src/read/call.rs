//! `view!(source, "format", [shape], order = "F")`: the expression form.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitInt;

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
    pub(crate) lengths: Vec<Length>,
    /// Whether the first index is the fastest, rather than the last.
    pub(crate) is_column_major: bool,
    pub(crate) span: Span,
}

/// The length of one dimension.
pub(crate) enum Length {
    Known(usize),
    /// An expression, unread.
    Constant(TokenStream),
    /// `_`
    Inferred(Span),
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
            report.error(span, without_format(source, rest.get(1)));
            return Call { source: source.iter().cloned().collect(), format: None, shape: None };
        };
        let mut source = &tokens[..at - 1];
        if let [before @ .., comma, TokenTree::Group(group)] = source
            && is_comma(comma)
            && group.delimiter() == Delimiter::Bracket
        {
            report.error(group.span(), "a shape comes after the format: `view!(&bytes, \"<i\", [3, 4])`");
            source = before;
        }
        let source: TokenStream = source.iter().cloned().collect();
        if source.is_empty() {
            report.error(literal.span(), "the bytes to view come first: `view!(&bytes, \"<i\")`");
        }
        let shape = layout(&tokens[at + 1..], report);
        Call { source, format: Some(FormatLiteral::new(literal)), shape }
    }
}

/// What to say where no string literal follows a comma, but this does or nothing.
fn without_format(source: &[TokenTree], next: Option<&TokenTree>) -> &'static str {
    match (source, next) {
        ([], _) => {
            "`view!` takes bytes, a format and perhaps a shape, `view!(&bytes, \"<i\", [3, 4])`; \
             or it makes types, `view! { struct Name = \"<I:id: d:price:\"; }`"
        }
        ([only], Some(_)) if as_string(only).is_some() => {
            "the bytes come first, then the format: `view!(&bytes, \"<i\")`"
        }
        (_, Some(TokenTree::Ident(_))) => {
            "the format has to be a string literal: macros see tokens, not what a constant holds"
        }
        (_, Some(TokenTree::Literal(literal))) if literal.to_string().starts_with(['b', 'c']) => {
            "a format is text, a string literal without a letter before it: \"<i\""
        }
        _ => "expected a format: a string literal such as \"<i\"",
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
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut parts: Vec<_> = tokens.split(is_comma).collect();
    // `[]`, and a comma after the last.
    parts.pop_if(|last| last.is_empty());
    let lengths: Option<Vec<_>> = parts.into_iter().map(|part| length(part, group, report)).collect();
    let lengths = lengths?;
    let inferred = lengths.iter().filter(|length| matches!(length, Length::Inferred(_)));
    if let Some(Length::Inferred(second)) = inferred.clone().nth(1) {
        report.error(*second, "only one length can be found out from the bytes");
        return None;
    }
    Some(Shape { lengths, is_column_major: false, span: group.span() })
}

fn length(part: &[TokenTree], group: &Group, report: &mut Report) -> Option<Length> {
    let wanted = "expected a length: a whole number, a constant, or `_` for one that is found out";
    let (first, span) = match part {
        [] => {
            report.error(group.span(), wanted);
            return None;
        }
        [first, ..] => (first, first.span()),
    };
    match part {
        [TokenTree::Ident(name)] if name == "_" => Some(Length::Inferred(span)),
        [TokenTree::Punct(underscore)] if underscore.as_char() == '_' => Some(Length::Inferred(span)),
        [TokenTree::Literal(literal)] => match syn::parse2::<LitInt>(literal.clone().into_token_stream()) {
            Ok(number) if matches!(number.suffix(), "" | "usize") => match number.base10_parse() {
                Ok(number) => Some(Length::Known(number)),
                Err(_) => {
                    report.error(span, "the length is larger than memory");
                    None
                }
            },
            _ => {
                report.error(span, wanted);
                None
            }
        },
        _ if matches!(first, TokenTree::Punct(minus) if minus.as_char() == '-') => {
            report.error(span, "a length is not negative; views run backwards by slices");
            None
        }
        _ => Some(Length::Constant(part.iter().cloned().collect())),
    }
}
