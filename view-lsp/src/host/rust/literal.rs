//! String literals of Rust: their text and where it stands, and where one ends that was never closed.

use rustc_literal_escaper::{EscapeError, unescape_str};

use crate::literal::{Fill, LiteralMap};
use crate::source::SourceRange;

/// The text of the literal at `range`, quotes included; of one that was cut, there is no closing quote.
pub(super) fn decode(source: &str, range: SourceRange, is_cut: bool) -> LiteralMap {
    let literal = source.get(range.range()).unwrap_or_default();
    let open = literal.find('"').map_or(literal.len(), |quote| quote + 1);
    let is_raw = literal.starts_with('r');
    let hashes = if is_raw { open.saturating_sub(2) } else { 0 };
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = match literal.rfind(&closing) {
        Some(end) if end >= open && !is_cut => end,
        _ => literal.len(),
    };
    let start = range.start + open as u32;
    let inside = &literal[open..end];
    let mut map = LiteralMap::new(start);
    map.push_same("", start);
    if is_raw {
        map.push_same(inside, start);
        return map;
    }
    let mut skip_newline_at = None;
    unescape_str(inside, |piece, character| {
        let written = &inside[piece.clone()];
        let place = SourceRange::new(start + piece.start as u32, start + piece.end as u32);
        match character {
            Ok('\n') if skip_newline_at == Some(piece.start) => {}
            Ok(c) if written.len() == c.len_utf8() && written.starts_with(c) => map.push_same(written, place.start),
            Ok(c) => map.push_escape(c.encode_utf8(&mut [0; 4]), place),
            // The compiler reads the end of a line as one character, whatever it is made of.
            Err(EscapeError::BareCarriageReturn) if inside[piece.end..].starts_with('\n') => {
                map.push_escape("\n", SourceRange::new(place.start, place.end + 1));
                skip_newline_at = Some(piece.end);
            }
            // An escape that the compiler refuses; it says so itself.
            Err(error) if error.is_fatal() => map.push_hole(written, place, Fill::Open),
            Err(_) => {}
        }
    });
    map
}

/// Where a literal ends that has no closing quote, since it is being typed: it runs over the end of its line up to the next
/// quote anywhere, and its first line has something in it that only code has.
pub(super) fn cut(source: &str, range: SourceRange) -> Option<SourceRange> {
    let literal = source.get(range.range())?;
    let line = literal.split(['\n', '\r']).next()?;
    let is_closed = literal.len() > 1 && literal.ends_with('"');
    if is_closed && line.len() == literal.len() {
        return None;
    }
    // A backslash at the end of a line goes on in the next one.
    let end = match code_at(line) {
        Some(end) => end,
        None if !is_closed => line.trim_end_matches('\\').len(),
        None => return None,
    };
    Some(SourceRange::new(range.start, range.start + end as u32))
}

/// Where, on the first line of a literal, something stands that no format has.
fn code_at(line: &str) -> Option<usize> {
    let (mut depth, mut name) = (0_usize, None);
    let mut found = None;
    for (at, c) in line.char_indices().skip(1) {
        match c {
            ':' if name.is_some() => name = None,
            ':' => name = Some(at),
            _ if name.is_some() => {}
            '(' | '{' => depth += 1,
            ')' | '}' if depth > 0 => depth -= 1,
            ',' if depth > 0 => {}
            ';' | ')' | '}' | ']' | '[' | ',' | '"' => {
                found = Some(at);
                break;
            }
            _ => {}
        }
    }
    // A name that is never closed may have swallowed the code.
    found.or_else(|| line[name?..].find([';', ')', ',']).map(|at| name.unwrap_or(0) + at))
}
