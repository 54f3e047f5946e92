//! The bytes of an element as a drawing: fields are boxes over a ruler of bytes, padding is hatched.

use std::fmt::Write;

use view_format::Layout;
use view_format::query::{Piece, Row};

use super::Explanation;
use super::text::shown;
use crate::colour;
use crate::xml::escape;

/// Units of one byte, of one row, and of the margins.
const BYTE: usize = 84;
const ROW: usize = 46;
const LEFT: usize = 64;
const TOP: usize = 76;
const RIGHT: usize = 20;

/// Units of a character of the smaller and of the larger text.
const NARROW: usize = 7;
const WIDE: usize = 8;

/// Bytes in a row.
const BYTES: usize = 8;

impl Explanation {
    /// The bytes as an SVG drawing that stands by itself, with titles for those who hear it rather than see it. `None` of a
    /// format that cannot be used.
    pub fn to_svg(&self) -> Option<String> {
        let layout = self.layout()?;
        let mut svg = String::new();
        // Writing to a string cannot fail.
        draw(&mut svg, self, layout).ok()?;
        Some(svg)
    }
}

fn draw(svg: &mut String, explanation: &Explanation, layout: &Layout) -> std::fmt::Result {
    let picture = layout.picture();
    let pieces = picture.pieces();
    let rows = picture.rows(&pieces);
    let drawn = rows.last().map_or(0, |row| row.bytes.end);
    let more = layout.size() - drawn;
    let columns = rows.iter().map(|row| row.bytes.len().min(BYTES)).max().unwrap_or(0);
    let width = LEFT + BYTES * BYTE + RIGHT;
    let height = TOP + rows.len() * ROW + if more > 0 { 32 } else { 16 };
    let title = escape(&clip(&shown(explanation.text()), (width - LEFT) / WIDE));
    let summary = escape(&picture.headline());
    write!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="title description" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace">
<title id="title">Layout of {title}</title>
<desc id="description">{summary}."##
    )?;
    for row in explanation.rows().iter().filter(|row| row.depth == 0) {
        let name = if row.is_padding { "padding" } else { &row.path };
        write!(
            svg,
            " Offset {}: {}, {} bytes.",
            row.offset,
            escape(&shown(&format!("{name} {}", row.code))),
            row.size
        )?;
    }
    write!(
        svg,
        r##"</desc>
<defs><pattern id="padding" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#f4f4f4"/><path d="M0 0V8" stroke="#b8b8b8" stroke-width="3"/></pattern></defs>
<rect width="{width}" height="{height}" fill="#ffffff"/>
<text x="{LEFT}" y="24" font-size="14" font-weight="bold" fill="#1b1b1b">{title}</text>
<text x="{LEFT}" y="44" font-size="12" fill="#555555">{summary}</text>
"##
    )?;
    for byte in 0..columns {
        let x = LEFT + byte * BYTE;
        let (middle, tick) = (x + BYTE / 2, TOP - 5);
        writeln!(
            svg,
            r##"<text x="{middle}" y="{}" font-size="11" text-anchor="middle" fill="#777777">{byte}</text><path d="M{x} {tick}V{TOP}M{} {tick}V{TOP}" stroke="#777777"/>"##,
            TOP - 8,
            x + BYTE
        )?;
    }
    for (i, row) in rows.iter().enumerate() {
        draw_row(svg, row, TOP + i * ROW, &pieces)?;
    }
    if more > 0 {
        let y = TOP + rows.len() * ROW + 20;
        writeln!(svg, r##"<text x="{LEFT}" y="{y}" font-size="12" fill="#555555">... {more} bytes more</text>"##)?;
    }
    svg.push_str("</svg>\n");
    Ok(())
}

fn draw_row(svg: &mut String, row: &Row, y: usize, pieces: &[Piece]) -> std::fmt::Result {
    let baseline = y + ROW / 2 + 4;
    let start = row.bytes.start;
    let (edge, bottom) = (LEFT - 10, y + ROW);
    writeln!(
        svg,
        r##"<text x="{edge}" y="{baseline}" font-size="12" text-anchor="end" fill="#777777">{start}</text>"##
    )?;
    for (index, bytes) in row.boxes() {
        let Some(piece) = pieces.get(index) else { continue };
        let (x, width) = (LEFT + bytes.start * BYTE, bytes.len() * BYTE);
        let end = x + width;
        let fill = match (piece.scalar, piece.is_padding) {
            (Some(scalar), _) => colour::paper(scalar),
            (None, true) => "url(#padding)",
            (None, false) => "#ececec",
        };
        let (from, to) = (piece.bytes.start, piece.bytes.end);
        let name = escape(&shown(&piece.label));
        write!(
            svg,
            r##"<g><title>{name}: bytes {from} to {}</title><rect x="{x}" y="{y}" width="{width}" height="{ROW}" fill="{fill}"/><path d="M{x} {y}H{end}M{x} {bottom}H{end}"##,
            to - 1
        )?;
        // Where it goes on in the row before or after, the side is open.
        if from >= start {
            write!(svg, "M{x} {y}V{bottom}")?;
        }
        if to <= row.bytes.end {
            write!(svg, "M{end} {y}V{bottom}")?;
        }
        write!(svg, r##"" fill="none" stroke="#3c3c3c"/>"##)?;
        let middle = x + width / 2;
        let told = match row.bytes.len() {
            0..=BYTES => label(piece, row, width),
            many => Some(format!("{} ... {} rows, {many} bytes of it", piece.short, many / BYTES)),
        };
        if let Some(told) = told {
            let told = escape(&clip(&shown(&told), (width - 8) / NARROW));
            // On the hatching, text needs some paper.
            let halo =
                if piece.is_padding { r##" stroke="#f4f4f4" stroke-width="4" paint-order="stroke""## } else { "" };
            write!(
                svg,
                r##"<text x="{middle}" y="{baseline}" font-size="12" text-anchor="middle" fill="#1b1b1b"{halo}>{told}</text>"##
            )?;
        }
        svg.push_str("</g>\n");
    }
    Ok(())
}

/// What stands in a box: the label in the widest of a piece's boxes, in parentheses in the others.
fn label(piece: &Piece, row: &Row, width: usize) -> Option<String> {
    let room = (width - 8) / NARROW;
    let text = if shown(&piece.label).chars().count() <= room { &piece.label } else { &piece.short };
    let first = (BYTES - piece.bytes.start % BYTES).min(piece.bytes.len());
    let second = piece.bytes.len().saturating_sub(first).min(BYTES);
    let is_first = piece.bytes.start >= row.bytes.start;
    match (is_first, first >= second) {
        (true, true) | (false, false) => Some(text.clone()),
        _ => Some(format!("({})", piece.short)),
    }
}

fn clip(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.into();
    }
    let mut clipped: String = text.chars().take(room.saturating_sub(1)).collect();
    clipped.push('…');
    clipped
}
