//! String literals of Python: their text, and where each part of it stands.

use ruff_python_ast::{BytesLiteral, InterpolatedStringLiteralElement, StringFlags, StringLiteral};

use crate::literal::LiteralMap;
use crate::source::SourceRange;

/// The text of one `"..."`, which stands at `place`, and whether it was cut since it has no end.
pub(super) fn string(source: &str, place: SourceRange, literal: &StringLiteral) -> (LiteralMap, bool) {
    decoded(source, place, literal.flags, false, literal.value.chars())
}

/// The text of one `b"..."`.
pub(super) fn bytes(source: &str, place: SourceRange, literal: &BytesLiteral) -> (LiteralMap, bool) {
    decoded(source, place, literal.flags, true, literal.value.iter().map(|&byte| char::from(byte)))
}

/// The text between the holes of an f-string.
pub(super) fn element(
    source: &str,
    place: SourceRange,
    element: &InterpolatedStringLiteralElement,
    is_raw: bool,
) -> LiteralMap {
    let mut map = LiteralMap::new(place.start);
    let written = source.get(place.range()).unwrap_or_default();
    pieces(
        &mut map,
        written,
        place.start,
        Escapes { is_raw, is_bytes: false, doubles_braces: true },
        element.value.chars(),
    );
    map
}

fn decoded(
    source: &str,
    place: SourceRange,
    flags: impl StringFlags,
    is_bytes: bool,
    value: impl Iterator<Item = char> + Clone,
) -> (LiteralMap, bool) {
    let start = place.start + flags.opener_len().to_u32();
    let end = place.end.saturating_sub(flags.closer_len().to_u32()).max(start);
    let mut written = source.get(start as usize..end as usize).unwrap_or_default();
    let is_cut = flags.is_unclosed();
    if is_cut {
        // It runs to the end of the line, or of the file; the format ends where code goes on.
        let code = |c| matches!(c, '\n' | '\r' | ',' | ')' | ']' | ';' | '#' | '"' | '\'');
        written = written.split(code).next().unwrap_or_default();
    }
    let mut map = LiteralMap::new(start);
    let is_raw = flags.prefix().is_raw();
    pieces(&mut map, written, start, Escapes { is_raw, is_bytes, doubles_braces: false }, value);
    (map, is_cut)
}

/// How a literal is to be read.
#[derive(Clone, Copy)]
struct Escapes {
    is_raw: bool,
    is_bytes: bool,
    doubles_braces: bool,
}

/// Walks what is written and what the parser made of it side by side.
fn pieces(
    map: &mut LiteralMap,
    written: &str,
    start: u32,
    escapes: Escapes,
    mut value: impl Iterator<Item = char> + Clone,
) {
    map.push_same("", start);
    // Nearly all are just what they say.
    if value.clone().eq(written.chars()) && !written.contains(['\\', '\r', '{', '}']) {
        return map.push_same(written, start);
    }
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let length = escape(rest, escapes);
        let place = SourceRange::new(start + at as u32, start + (at + length) as u32);
        let is_continued = !escapes.is_raw && (rest.starts_with("\\\n") || rest.starts_with("\\\r"));
        if !is_continued {
            let Some(character) = value.next() else { return };
            match &rest[..length] {
                same if same.chars().eq([character]) => map.push_same(same, place.start),
                "\r\n" if character == '\r' => {
                    value.next();
                    map.push_escape("\n", place);
                }
                _ => map.push_escape(character.encode_utf8(&mut [0; 4]), place),
            }
        }
        at += length;
    }
}

/// How many bytes of the source stand for one character of the value, or for none.
fn escape(rest: &str, escapes: Escapes) -> usize {
    let first = rest.chars().next().map_or(1, char::len_utf8);
    if rest.starts_with("\r\n") || escapes.doubles_braces && (rest.starts_with("{{") || rest.starts_with("}}")) {
        return 2;
    }
    let Some(rest) = rest.strip_prefix('\\').filter(|_| !escapes.is_raw) else { return first };
    let digits =
        |rest: &str, most: usize, radix: u32| rest.chars().take(most).take_while(|c| c.is_digit(radix)).count();
    let Some(kind) = rest.chars().next() else { return first };
    1 + match kind {
        '\r' if rest.starts_with("\r\n") => 2,
        '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' => 1,
        '0'..='7' => digits(rest, 3, 8),
        'x' => 1 + digits(&rest[1..], 2, 16),
        'u' if !escapes.is_bytes => 1 + digits(&rest[1..], 4, 16),
        'U' if !escapes.is_bytes => 1 + digits(&rest[1..], 8, 16),
        'N' if !escapes.is_bytes && rest.starts_with("N{") => rest.find('}').map_or(rest.len(), |end| end + 1),
        // No escape: the backslash stays.
        _ => 0,
    }
}
