//! The productions of codes: letters, pairs with `Z`, structs, pointers and functions.

use alloc::boxed::Box;
use alloc::string::ToString;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while_m_n};
use nom::character::complete::{anychar, char, satisfy};
use nom::combinator::{opt, recognize, verify};
use nom::multi::many_m_n;

use super::super::ast::{CodeNode, Item};
use super::super::context::{Context, Parsed};
use super::{format, is_space, mark, mark_part, parts, reject};
use crate::code::Code;
use crate::diagnostic::{DiagnosticKind, Feature, suggest};
use crate::dialect::Dialect;
use crate::limit::MAX_DEPTH;
use crate::span::Span;

/// ```ebnf
/// code = complex | struct | function | pointer | letter ;
/// ```
pub(super) fn code<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    // The first character decides; only `Z`, `T` and `X` have a second meaning to fall back to.
    match input.bytes().next() {
        Some(b'Z') => alt((|i| complex(cx, i), |i| letter(cx, i))).parse(input),
        Some(b'T') => alt((|i| nested(cx, i), |i| foreign(cx, i), |i| unknown(cx, i))).parse(input),
        Some(b'X') => alt((|i| function(cx, i), |i| foreign(cx, i), |i| unknown(cx, i))).parse(input),
        Some(b'&') => pointer(cx, input),
        Some(b'[') => alt((|i| subscripts(cx, i), |i| unknown(cx, i))).parse(input),
        Some(_) => alt((|i| foreign(cx, i), |i| letter(cx, i), |i| unknown(cx, i))).parse(input),
        None => reject(),
    }
}

/// ```ebnf
/// complex = "Z" , ( "f" | "d" | "g" ) ;
/// ```
///
/// ctypes writes a bare `Z` for `wchar_t *`, so before anything that is no letter it is that.
fn complex<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let (rest, part) = (char('Z'), satisfy(|c| c.is_ascii_alphabetic())).map(|(_, part)| part).parse(input)?;
    match Code::from_complex(part) {
        Some(code) => Ok((rest, in_dialect(cx, code, cx.span(input, rest)))),
        None => {
            cx.report(DiagnosticKind::UnsupportedComplex { part }, cx.span(input, rest));
            Ok((rest, CodeNode::Error))
        }
    }
}

/// ```ebnf
/// struct = "T{" , format , "}" ;
/// ```
fn nested<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let (inside, _) = tag("T{").parse(input)?;
    let open = cx.span(input, inside);
    if cx.dialect == Dialect::Struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Nested }, open);
    }
    deeper(cx, open, inside, |inside| {
        let (rest, nodes) = format(cx, inside)?;
        let (rest, close) = opt(char('}')).parse(rest)?;
        if close.is_none() && !cx.has_given_up() {
            cx.report(DiagnosticKind::UnclosedBrace, open);
        }
        Ok((rest, CodeNode::Struct(nodes)))
    })
}

/// One level down, unless that is too deep: then the rest of the text is not read.
fn deeper<'s>(
    cx: &Context<'s>,
    open: Span,
    inside: &'s str,
    read: impl FnOnce(&'s str) -> Parsed<'s, CodeNode>,
) -> Parsed<'s, CodeNode> {
    if cx.depth.get() == MAX_DEPTH {
        cx.too_deep(open);
        return Ok(("", CodeNode::Error));
    }
    cx.depth.set(cx.depth.get() + 1);
    let stray_braces = cx.stray_braces.replace(0);
    let read = read(inside);
    cx.stray_braces.set(stray_braces);
    cx.depth.set(cx.depth.get() - 1);
    read
}

/// ```ebnf
/// function = "X{" , { character - "}" } , "}" ;
/// ```
fn function<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let (inside, _) = tag("X{").parse(input)?;
    let open = cx.span(input, inside);
    if cx.dialect == Dialect::Struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Function }, open);
    }
    let (rest, _) = take_till(|c| c == '}').parse(inside)?;
    let (rest, close) = opt(char('}')).parse(rest)?;
    if close.is_none() {
        cx.report(DiagnosticKind::UnclosedBrace, open);
    }
    Ok((rest, CodeNode::Function))
}

/// ```ebnf
/// pointer = "&" , [ mark ] , item ;
/// ```
fn pointer<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let (inside, _) = char('&').parse(input)?;
    let amp = cx.span(input, inside);
    if cx.dialect == Dialect::Struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Pointer }, amp);
    }
    deeper(cx, amp, inside, |inside| {
        let (after_mark, mark) = opt(|i| mark(cx, i)).parse(inside)?;
        let (after_parts, mut parts) = parts(cx, after_mark)?;
        if let Some(mark) = mark {
            parts.insert(0, mark_part(mark));
        }
        match code(cx, after_parts) {
            Ok((rest, code)) => {
                let code_span = cx.span(after_parts, rest);
                let span = cx.span(inside, rest);
                Ok((rest, CodeNode::Pointer(Box::new(Item { span, parts, code, code_span, name: None }))))
            }
            Err(_) => {
                cx.report(DiagnosticKind::PointerToNothing, amp);
                Ok((after_parts, CodeNode::Error))
            }
        }
    })
}

/// A type as other notations write it, `int32` or `f4`, where it cannot be a run of codes.
fn foreign<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    // A word starts after something else, and is never longer than the longest one looked for: a long run of codes is not
    // read again for each of them.
    if cx.before(input).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return reject();
    }
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let (rest, word) = take_while_m_n(2, suggest::LONGEST, in_word).parse(input)?;
    if !suggest::is_foreign(word, rest) {
        return reject();
    }
    cx.report(DiagnosticKind::UnknownCode { found: word.to_string() }, cx.span(input, rest));
    Ok((rest, CodeNode::Error))
}

/// The length of an array as C writes it, `[16]` or `[3][4]`: one mistake, brackets and all.
fn subscripts<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let length = take_while_m_n(0, suggest::LONGEST, |c: char| c.is_ascii_digit() || c == ' ');
    let (rest, found) = recognize(many_m_n(1, 4, (char('['), length, char(']')))).parse(input)?;
    cx.report(DiagnosticKind::UnknownCode { found: found.to_string() }, cx.span(input, rest));
    Ok((rest, CodeNode::Error))
}

/// One letter of the table of codes.
fn letter<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let (rest, code) = anychar.map_opt(Code::from_char).parse(input)?;
    Ok((rest, in_dialect(cx, code, cx.span(input, rest))))
}

fn in_dialect(cx: &Context<'_>, code: Code, span: Span) -> CodeNode {
    if cx.dialect == Dialect::Struct && !code.info().in_struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Code(code) }, span);
    }
    CodeNode::Code(code)
}

/// A character that could have been meant as a code: anything but what has another meaning in the grammar.
fn unknown<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, CodeNode> {
    let other = |c: &char| !is_space(*c) && !matches!(c, ':' | '(' | ')' | '{' | '}' | ',' | '\0') && c.is_ascii();
    let (rest, c) = verify(anychar, other).parse(input)?;
    cx.report(DiagnosticKind::UnknownCode { found: c.to_string() }, cx.span(input, rest));
    Ok((rest, CodeNode::Error))
}
