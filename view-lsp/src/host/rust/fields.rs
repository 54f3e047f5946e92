//! The struct that a derive stands on: its name, its fields and their types.

use super::tokens::{Kind, Tokens};
use crate::site::{RecordField, RecordSite};
use crate::source::SourceRange;

/// How many tokens may stand between an attribute and the struct.
const FAR: usize = 400;

/// The struct behind an attribute, of which `at` is a token. `None` where there is none, or no end of it in sight.
pub(super) fn after_attribute(tokens: &mut Tokens<'_>, at: usize) -> Option<RecordSite> {
    let keyword = (at..at + FAR).find(|&i| tokens.text(i) == Some("struct"))?;
    if tokens.kind(keyword + 1)? != Kind::Ident {
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
    loop {
        at = skip_attributes_and_visibility(tokens, at)?;
        if matches!(tokens.kind(at)?, Kind::Close(_)) {
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
        let start = at;
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
        if at == start {
            return None;
        }
        let field_type = SourceRange::new(tokens.range(start).start, tokens.range(at - 1).end);
        fields.push(RecordField { name: field_name, field_type });
        if tokens.kind(at)? == Kind::Comma {
            at += 1;
        }
    }
}

/// Past `#[...]` and `pub(...)`.
fn skip_attributes_and_visibility(tokens: &mut Tokens<'_>, mut at: usize) -> Option<usize> {
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
