//! A format as editors read it: with neutral text in its holes, so that all that stands in it has a place.

use view_format::syntax::ast::Format;
use view_format::{Checked, Outline, Span, Target, parse};

use crate::literal::{Fill, LiteralMap};
use crate::site::Site;

/// The format of a site, read.
pub(super) struct Reading<'s> {
    pub(super) site: &'s Site,
    pub(super) target: &'s Target,
    /// The tree; of a format with holes, that of a text of the same length with spaces (for a count, a number) in them.
    pub(super) format: Format,
    pub(super) checked: Checked,
    /// What is certain of a format with holes.
    pub(super) outline: Option<Outline>,
    /// Whether nothing is wrong with it.
    pub(super) is_right: bool,
}

impl<'s> Reading<'s> {
    pub(super) fn of(site: &'s Site, target: &'s Target) -> Reading<'s> {
        Reading::of_text(site, target, filled(&site.map))
    }

    /// The same as far as a cursor. What stands behind it in a literal that is not closed is the rest of the line.
    pub(super) fn up_to(self, at: u32) -> Reading<'s> {
        let text = self.format.text().get(..at as usize).unwrap_or_default().to_owned();
        Reading::of_text(self.site, self.target, text)
    }

    fn of_text(site: &'s Site, target: &'s Target, text: String) -> Reading<'s> {
        let parsed = parse(&text, site.dialect);
        let checked = parsed.format.check(target);
        let outline = (!site.map.is_whole()).then(|| site.outline(target));
        let is_right = match &outline {
            Some(outline) => !outline.diagnostics.iter().any(|diagnostic| diagnostic.is_error()),
            None => checked.layout.is_some() && !parsed.diagnostics.iter().any(|diagnostic| diagnostic.is_error()),
        };
        Reading { site, target, format: parsed.format, checked, outline, is_right: is_right && !site.is_cut }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.outline.is_none()
    }

    pub(super) fn text(&self, span: Span) -> &str {
        self.format.text().get(span.range()).unwrap_or_default()
    }

    /// Whether a piece of the text is, or reaches into, what is not known.
    pub(super) fn is_unknown(&self, span: Span) -> bool {
        self.site.map.holes().any(|(hole, _)| hole.start < span.end && span.start < hole.end)
    }

    /// Bytes, where they are certain.
    pub(super) fn size(&self) -> Option<usize> {
        match &self.outline {
            Some(outline) => outline.size,
            None => self.checked.layout.as_ref().map(|layout| layout.size()),
        }
    }

    /// How many values, where that is certain.
    pub(super) fn values(&self) -> Option<usize> {
        match &self.outline {
            Some(outline) => outline.most_values.filter(|most| *most == outline.least_values),
            None => self.checked.layout.as_ref().map(|layout| layout.values()),
        }
    }
}

fn filled(map: &LiteralMap) -> String {
    let mut text = map.text().to_owned();
    for (span, fill) in map.holes() {
        let length = span.len() as usize;
        let neutral = match fill {
            Fill::Count if length > 0 => format!("{:0>length$}", 1),
            _ => " ".repeat(length),
        };
        text.replace_range(span.range(), &neutral);
    }
    text
}
