//! The struct that a derive stands on: its name, its fields and their types.

use super::tokens::{Kind, Tokens};
use crate::site::{RecordField, RecordSite};
use crate::source::SourceRange;

/// The struct behind an attribute on it, of which `at` is the token behind the format. `None` where the attribute stands on
/// something else, or the struct has no end in sight.
pub(super) fn after_attribute(tokens: &mut Tokens<'_>, at: usize) -> Option<RecordSite> {
    // To the end of the attribute.
    let mut keyword = at;
    let mut depth = 2_usize;
    let mut converts = false;
    while depth > 0 {
        match tokens.kind(keyword)? {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth -= 1,
            Kind::Ident => converts |= tokens.text(keyword) == Some("with"),
            _ => {}
        }
        keyword += 1;
    }
    keyword = skip_attributes_and_visibility(tokens, keyword, &mut false)?;
    // On a field: that one alone, unless a function of the user's makes its value.
    if tokens.kind(keyword)? == Kind::Ident && tokens.text(keyword + 1)? == ":" && !converts {
        let name = tokens.range(keyword);
        let (field_type, _) = field_type(tokens, keyword + 2)?;
        return Some(RecordSite { name, fields: vec![RecordField { name: Some(name), field_type }] });
    }
    if tokens.text(keyword)? != "struct" || tokens.kind(keyword + 1)? != Kind::Ident {
        return None;
    }
    let name = tokens.range(keyword + 1);
    let open = keyword + 2;
    let is_tuple = match tokens.text(open)? {
        "{" => false,
        "(" => true,
        _ => return Some(RecordSite { name, fields: Vec::new() }),
    };
    let mut fields = Vec::new();
    let mut at = open + 1;
    let mut has_options = false;
    loop {
        at = skip_attributes_and_visibility(tokens, at, &mut has_options)?;
        if matches!(tokens.kind(at)?, Kind::Close(_)) {
            // Fields with options of their own do not pair up with the items one by one.
            let fields = if has_options { Vec::new() } else { fields };
            return Some(RecordSite { name, fields });
        }
        let field_name = if is_tuple {
            None
        } else {
            let name = tokens.range(at);
            if tokens.kind(at)? != Kind::Ident || tokens.text(at + 1)? != ":" {
                return None;
            }
            at += 2;
            Some(name)
        };
        let (field_type, end) = field_type(tokens, at)?;
        at = end;
        fields.push(RecordField { name: field_name, field_type });
        if tokens.kind(at)? == Kind::Comma {
            at += 1;
        }
    }
}

/// The type that starts at a token, and the token behind it.
fn field_type(tokens: &mut Tokens<'_>, start: usize) -> Option<(SourceRange, usize)> {
    let mut at = start;
    let (mut depth, mut angles) = (0_usize, 0_usize);
    loop {
        match tokens.kind(at)? {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) if depth == 0 => break,
            Kind::Close(_) => depth -= 1,
            Kind::Comma if depth == 0 && angles == 0 => break,
            Kind::Other if tokens.text(at) == Some("<") => angles += 1,
            Kind::Other if tokens.text(at) == Some(">") => angles = angles.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    let range = SourceRange::new(tokens.range(start).start, tokens.range(at.max(start + 1) - 1).end);
    (at > start).then_some((range, at))
}

/// Past `#[...]` and `pub(...)`; whether one of them is `#[view(...)]`.
fn skip_attributes_and_visibility(tokens: &mut Tokens<'_>, mut at: usize, has_options: &mut bool) -> Option<usize> {
    loop {
        let is_attribute = tokens.text(at)? == "#";
        if !is_attribute && tokens.text(at)? != "pub" {
            return Some(at);
        }
        at += 1;
        if matches!(tokens.kind(at)?, Kind::Open(open) if is_attribute || open == b'(') {
            let mut depth = 0_usize;
            loop {
                match tokens.kind(at)? {
                    Kind::Open(_) => depth += 1,
                    Kind::Close(_) => depth -= 1,
                    Kind::Ident if is_attribute => *has_options |= tokens.text(at) == Some("view"),
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    break;
                }
            }
        }
    }
}
