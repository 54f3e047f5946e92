//! The grammar: one function a production, and the production in EBNF above it.
//!
//! Both dialects are read by the same productions; what [`Dialect::Struct`] does not have is read all the same and
//! reported, so that the rest of the text keeps its meaning.

mod code;

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;

use nom::branch::alt;
use nom::bytes::complete::{take_till, take_while1};
use nom::character::complete::{anychar, char, digit1};
use nom::combinator::opt;
use nom::multi::{fold_many0, separated_list0};
use nom::sequence::delimited;
use nom::{IResult, Parser};

use super::ast::{Count, Item, Name, Node, Part, Parts, Shape};
use super::context::{Context, Parsed, Reject};
use crate::code::Code;
use crate::diagnostic::{DiagnosticKind, Feature};
use crate::dialect::Dialect;
use crate::limit::MAX_DIMENSIONS;
use crate::order::Mark;
use crate::span::Span;

/// The whole text. What is left over after the limits were reached is one hole.
pub(super) fn whole(cx: &Context<'_>) -> Vec<Node> {
    let (rest, mut nodes) = format(cx, cx.text).unwrap_or((cx.text, Vec::new()));
    if !rest.is_empty() {
        nodes.push(Node::Error(cx.span(rest, "")));
    }
    nodes
}

/// ```ebnf
/// format = { space | mark | item } ;
/// ```
fn format<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Vec<Node>> {
    // Most items are one character. Room that is not needed would cost more than the text, inside of many small structs.
    let room = if cx.depth.get() == 0 { input.len().min(16) } else { 0 };
    let nodes = || Vec::with_capacity(room);
    let node = |input: &'s str| {
        if cx.has_given_up() {
            return reject();
        }
        // The first character decides between the first three.
        match input.chars().next() {
            Some(c) if is_space(c) => space(cx, input),
            Some(c) if Mark::from_char(c).is_some() => mark(cx, input),
            _ => alt((|i| item(cx, i), |i| junk(cx, i))).parse(input),
        }
    };
    fold_many0(node, nodes, |mut nodes, node| {
        nodes.push(node);
        nodes
    })
    .parse(input)
}

/// The six characters that `struct` skips (`Modules/_struct.c` asks `Py_ISSPACE`), and no others.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\x0b' | '\x0c' | '\r')
}

/// ```ebnf
/// space = ( " " | "\t" | "\n" | "\v" | "\f" | "\r" ) , { ( " " | "\t" | "\n" | "\v" | "\f" | "\r" ) } ;
/// ```
fn space<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Node> {
    let (rest, _) = take_while1(is_space).parse(input)?;
    Ok((rest, Node::Space(cx.span(input, rest))))
}

/// ```ebnf
/// mark = "@" | "=" | "<" | ">" | "!" | "^" ;
/// ```
fn mark<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Node> {
    let (rest, mark) = anychar.map_opt(Mark::from_char).parse(input)?;
    let span = cx.span(input, rest);
    // A mark takes as much memory as an item does.
    if !cx.one_more_item(input) {
        return Ok((rest, Node::Error(span)));
    }
    if cx.dialect == Dialect::Struct {
        if mark == Mark::NativeUnaligned {
            cx.report(DiagnosticKind::NotInStruct { feature: Feature::UnalignedMark }, span);
        } else if span.start > 0 {
            let first = cx.text.chars().next().and_then(Mark::from_char).map(|_| Span::new(0, 1));
            cx.report(DiagnosticKind::MarkNotFirst { mark, first }, span);
        }
    }
    Ok((rest, Node::Mark(mark, span)))
}

/// ```ebnf
/// item = { shape | count | mark } , code , [ name ] ;   (* the first part is no mark *)
/// ```
///
/// `struct` has at most a count before the code. numpy writes shapes, then a mark; ctypes the mark first. The grammar
/// takes them in any order.
fn item<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Node> {
    let (rest, parts) = parts(cx, input)?;
    let from = rest;
    let (rest, code) = match code::code(cx, rest) {
        Ok(found) => found,
        Err(_) if parts.is_empty() => return reject(),
        Err(_) => {
            // `3)i` is a count and a parenthesis too many, rather than a count without its code as well.
            let (rest, stray) = opt(char(')')).parse(rest)?;
            let span = cx.span(input, rest);
            match stray {
                Some(_) => cx.report(DiagnosticKind::StrayParenthesis, Span::new(span.end - 1, span.end)),
                // That the shape is never closed says it all.
                None if cx.text[span.range()].contains('(') && !cx.text[span.range()].contains(')') => {}
                None => cx.report(part_without_code(&parts), span),
            }
            // The name of what the missing code would read is no mistake as well.
            let rest = whole_name(rest).unwrap_or(rest);
            return Ok((rest, Node::Error(cx.span(input, rest))));
        }
    };
    let code_span = cx.span(from, rest);
    let (rest, name) = opt(|i| name(cx, i)).parse(rest)?;
    if !cx.one_more_item(input) {
        return Ok((rest, Node::Error(cx.span(input, rest))));
    }
    Ok((rest, Node::Item(Item { span: cx.span(input, rest), parts, code, code_span, name })))
}

/// What stands before a code. White space between a count or shape and its code is a mistake, and so is a second count.
fn parts<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Parts> {
    let mut parts = Parts::new();
    if !input.starts_with(|c: char| c == '(' || c.is_ascii_digit()) {
        return Ok((input, parts));
    }
    let mut rest = input;
    let mut first_count = None;
    while !cx.has_given_up() {
        let is_first = parts.is_empty();
        let found: IResult<_, _, Reject> = alt((
            |i| shape(cx, i).map(|(rest, shape)| (rest, Part::Shape(shape))),
            |i| count(cx, i).map(|(rest, count)| (rest, Part::Count(count))),
            |i| if is_first { reject() } else { mark(cx, i).map(|(r, node)| (r, mark_part(node))) },
            |i| if is_first { reject() } else { misplaced_space(cx, i) },
        ))
        .parse(rest);
        match found {
            Ok((after, part)) => {
                if let Part::Count(count) = &part {
                    match first_count {
                        Some(first) => cx.report(DiagnosticKind::SecondCount { first }, count.span),
                        None => first_count = Some(count.span),
                    }
                }
                parts.push(part);
                rest = after;
            }
            Err(_) => break,
        }
    }
    let dimensions: usize = parts.iter().map(|p| if let Part::Shape(s) = p { s.dimensions.len() } else { 0 }).sum();
    if dimensions > MAX_DIMENSIONS {
        cx.report(DiagnosticKind::TooManyDimensions { limit: MAX_DIMENSIONS }, cx.span(input, rest));
        for part in &mut parts {
            if let Part::Shape(shape) = part {
                shape.dimensions = Box::default();
            }
        }
    }
    Ok((rest, parts))
}

fn mark_part(node: Node) -> Part {
    match node {
        Node::Mark(mark, span) => Part::Mark(mark, span),
        other => Part::Space(other.span()),
    }
}

/// White space between a count or shape and a code. Where no code follows, the count stands alone, which is another
/// mistake and is told by [`item`].
fn misplaced_space<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Part> {
    let (rest, _) = take_while1(is_space).parse(input)?;
    let follows = rest.chars().next().is_some_and(|c| Code::from_char(c).is_some() || matches!(c, 'T' | '&' | 'X'));
    if !follows {
        return reject();
    }
    let span = cx.span(input, rest);
    cx.report(DiagnosticKind::SpaceInItem, span);
    Ok((rest, Part::Space(span)))
}

/// The mistake of a count or shape that no code follows.
fn part_without_code(parts: &[Part]) -> DiagnosticKind {
    match parts.iter().any(|part| matches!(part, Part::Count(_))) {
        true => DiagnosticKind::CountWithoutCode,
        false => DiagnosticKind::ShapeWithoutCode,
    }
}

/// ```ebnf
/// count = digit , { digit } ;
/// ```
fn count<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Count> {
    let (rest, digits) = digit1.parse(input)?;
    let value = digits.parse().ok().filter(|&value: &usize| isize::try_from(value).is_ok());
    Ok((rest, Count { value, span: cx.span(input, rest) }))
}

/// ```ebnf
/// shape  = "(" , length , { "," , length } , [ "," , { space } ] , ")" ;
/// length = { space } , count , { space } ;
/// ```
fn shape<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Shape> {
    let (after_open, _) = char('(').parse(input)?;
    let blank = || take_till(|c| !is_space(c));
    let dimension = delimited(blank(), |i| count(cx, i), blank());
    let (rest, dimensions) = separated_list0(char(','), dimension).parse(after_open)?;
    let (rest, _) = (opt(char(',')), blank()).parse(rest)?;
    let (rest, close) = opt(char(')')).parse(rest)?;
    let mut span = cx.span(input, rest);
    let mut end = rest;
    if close.is_none() {
        // A shape ends with its parenthesis, wherever that is; without one it ends before the next item.
        match rest.find(')') {
            Some(at) if rest[..at].chars().all(|c| !matches!(c, '(' | '}' | ':')) => {
                end = &rest[at + 1..];
                span = cx.span(input, end);
                cx.report(DiagnosticKind::BadDimension, cx.span(rest, &rest[at..]));
            }
            _ => cx.report(DiagnosticKind::UnclosedParenthesis, Span::new(span.start, span.start + 1)),
        }
    } else if dimensions.is_empty() {
        cx.report(DiagnosticKind::EmptyShape, span);
    }
    if cx.dialect == Dialect::Struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Shape }, span);
    }
    Ok((end, Shape { span, dimensions: dimensions.into() }))
}

/// ```ebnf
/// name = ":" , { character - ":" } , ":" ;
/// ```
///
/// Where no second colon follows, or one that is of something else ([`super::reread`]), it ends as a word does.
fn name<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Name> {
    let (inside, _) = char(':').parse(input)?;
    let word = || {
        let end = inside.find(|c| is_space(c) || c == '}').unwrap_or(inside.len());
        (&inside[end..], &inside[..end])
    };
    let (rest, text) = match (inside.split_once(':'), cx.misread(inside)) {
        (Some((between, _)), Some(misread)) => {
            let (rest, text) = word();
            let end = cx.at(rest);
            // Where nothing stands before the white space, the colon was not to open a name.
            let colon = if text.is_empty() { Span::new(end - 1, end) } else { Span::empty(end) };
            cx.report(DiagnosticKind::MisreadName { name: between.into(), colon }, misread);
            (rest, text)
        }
        (Some((text, rest)), None) => {
            if text.is_empty() {
                cx.report(DiagnosticKind::EmptyName, cx.span(input, rest));
            }
            (rest, text)
        }
        (None, _) => {
            cx.report(DiagnosticKind::UnclosedName, cx.span(input, inside));
            word()
        }
    };
    let span = cx.span(input, rest);
    if cx.dialect == Dialect::Struct {
        cx.report(DiagnosticKind::NotInStruct { feature: Feature::Name }, span);
    }
    let start = cx.at(inside);
    Ok((rest, Name { span, text: Span::new(start, start + text.len() as u32) }))
}

/// What follows a name that nothing is wrong with but what it stands behind.
fn whole_name(input: &str) -> Option<&str> {
    let (text, rest) = input.strip_prefix(':')?.split_once(':')?;
    (!text.contains(['{', '}', ' '])).then_some(rest)
}

/// What has no place where it stands: a name without a code, closing brackets that close nothing, NUL, letters of other
/// scripts. One hole for each.
fn junk<'s>(cx: &Context<'s>, input: &'s str) -> Parsed<'s, Node> {
    let (mut rest, c) = anychar.parse(input)?;
    let kind = match c {
        '{' => {
            cx.stray_braces.set(cx.stray_braces.get() + 1);
            DiagnosticKind::StrayBrace { closes: false }
        }
        '}' if cx.stray_braces.get() > 0 => {
            cx.stray_braces.set(cx.stray_braces.get() - 1);
            return Ok((rest, Node::Error(cx.span(input, rest))));
        }
        '}' if cx.depth.get() > 0 => return reject(),
        '}' => DiagnosticKind::StrayBrace { closes: true },
        ')' => DiagnosticKind::StrayParenthesis,
        ',' => DiagnosticKind::StrayComma,
        '\0' => DiagnosticKind::Nul,
        ':' => {
            rest = whole_name(input).unwrap_or(rest);
            DiagnosticKind::NameWithoutCode
        }
        c if !c.is_ascii() => {
            let end = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
            rest = &rest[end..];
            DiagnosticKind::NonAscii { first: c }
        }
        c => DiagnosticKind::UnknownCode { found: c.to_string() },
    };
    let span = cx.span(input, rest);
    cx.report(kind, span);
    Ok((rest, Node::Error(span)))
}

fn reject<T>() -> Result<T, nom::Err<Reject>> {
    Err(nom::Err::Error(Reject))
}
