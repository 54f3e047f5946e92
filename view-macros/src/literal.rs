//! A format as a string literal: its text, and where each part of it stands in the user's file.

use std::ops::Range;

use proc_macro2::Span;
use syn::LitStr;
use view_format::Diagnostic;
use view_format::diagnostic::{Drawing, Label};
use view_format::record::RecordFault;

use crate::report::Report;

/// A string literal that holds a format.
#[derive(Clone)]
pub(crate) struct FormatLiteral {
    literal: LitStr,
    text: String,
}

impl FormatLiteral {
    pub(crate) fn new(literal: LitStr) -> FormatLiteral {
        let text = literal.value();
        FormatLiteral { literal, text }
    }

    /// A format that was put together from a struct's types. Mistakes in it are shown at `span`.
    pub(crate) fn made(text: String, span: Span) -> FormatLiteral {
        FormatLiteral { literal: LitStr::new(&text, span), text }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// All of it.
    pub(crate) fn whole(&self) -> Span {
        self.literal.span()
    }

    /// A part of the text: exactly where the compiler can point into a literal (nightly), else all of it.
    pub(crate) fn span(&self, part: view_format::Span) -> Span {
        self.exact(part).unwrap_or_else(|| self.whole())
    }

    fn exact(&self, part: view_format::Span) -> Option<Span> {
        self.literal.token().subspan(self.in_source(part)?)
    }

    /// Where a part of the value stands in the literal's source, in bytes: quotes, `r#` and escapes counted in.
    fn in_source(&self, part: view_format::Span) -> Option<Range<usize>> {
        let source = self.literal.token().to_string();
        let open = source.find('"')? + 1;
        let inside = source.get(open..source.rfind('"')?)?;
        if source.starts_with('r') {
            return Some(open + part.start as usize..open + part.end as usize);
        }
        let (mut value, mut start, mut end) = (0, None, open + inside.len());
        rustc_literal_escaper::unescape_str(inside, |range, character| {
            if value == part.start as usize && start.is_none() {
                start = Some(open + range.start);
            }
            if value < part.end as usize {
                end = open + range.end;
            }
            value += character.map_or(0, char::len_utf8);
        });
        let start = start.unwrap_or(open + inside.len());
        Some(start..end.max(start))
    }

    /// `src/main.rs:3:14`: the first character of a part, for people to go to where the compiler cannot point there.
    fn position(&self, part: view_format::Span) -> Option<String> {
        if !proc_macro::is_available() {
            return None;
        }
        let source = self.literal.token().to_string();
        let before = source.get(..self.in_source(part)?.start)?;
        let literal = self.whole().unwrap();
        let (lines, last) = (before.matches('\n').count(), before.rsplit('\n').next().unwrap_or(""));
        let column = if lines == 0 { literal.column() } else { 1 } + last.chars().count();
        // The file name, not its path, which differs between machines; the compiler prints that beside the literal.
        let file = literal.file();
        let file = file.rsplit(['/', '\\']).next().unwrap_or(&file);
        Some(format!("{file}:{}:{column}", literal.line() + lines))
    }

    /// Reports what is wrong with the format, each mistake with its picture.
    pub(crate) fn report(&self, diagnostics: &[Diagnostic], report: &mut Report) {
        for diagnostic in diagnostics {
            self.draw(&diagnostic.to_string(), &diagnostic.labels(), diagnostic.help().as_deref(), report);
        }
    }

    /// Reports what a record cannot be made of.
    pub(crate) fn fault(&self, fault: &RecordFault, report: &mut Report) {
        self.draw(&fault.to_string(), &fault.labels(), fault.help().as_deref(), report);
    }

    /// Reports a mistake that only this reader of formats sees, drawn in the same way. The first label is its place.
    pub(crate) fn draw(&self, headline: &str, labels: &[Label], help: Option<&str>, report: &mut Report) {
        let place = labels.first().map_or(view_format::Span::default(), |label| label.span);
        let exact = self.exact(place);
        let position = if exact.is_none() { self.position(place) } else { None };
        let drawing = Drawing { text: &self.text, headline, labels, help, origin: position.as_deref() };
        report.error(exact.unwrap_or_else(|| self.whole()), drawing.to_string());
    }
}
