//! The one renderer: the text with carets under the mistakes, in plain characters. `Display` of errors, compile errors
//! and the terminal all show these lines.

use core::fmt;

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{Diagnostic, Label};
use crate::span::Span;

/// How many columns of the text are shown at once.
const WINDOW: usize = 72;

/// Draws diagnostics under the text they are about.
///
/// ```
/// use view_format::{Dialect, Picture, parse};
///
/// let text = "<2I 3y";
/// let diagnostics = parse(text, Dialect::Pep3118).diagnostics;
/// let picture = Picture::new(text, &diagnostics).to_string();
/// assert!(picture.starts_with(r#"unknown code `y`
///   |
///   | "<2I 3y"
///   |       ^ not a code
///   |
///   = help: "#));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Picture<'d> {
    text: &'d str,
    diagnostics: &'d [Diagnostic],
    origin: Option<&'d str>,
}

impl<'d> Picture<'d> {
    /// Of `diagnostics` in `text`.
    pub fn new(text: &'d str, diagnostics: &'d [Diagnostic]) -> Picture<'d> {
        Picture { text, diagnostics, origin: None }
    }

    /// With a line under each headline that says where the text stands: `src/main.rs:3:14`.
    #[must_use]
    pub fn origin(self, origin: &'d str) -> Picture<'d> {
        Picture { origin: Some(origin), ..self }
    }
}

impl fmt::Display for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.diagnostics.iter().enumerate() {
            if i > 0 {
                f.write_str("\n\n")?;
            }
            Drawing {
                text: self.text,
                headline: &diagnostic.to_string(),
                labels: &diagnostic.labels(),
                help: diagnostic.help().as_deref(),
                origin: self.origin,
            }
            .fmt(f)?;
        }
        Ok(())
    }
}

/// One message drawn under a text: what a [`Picture`] shows for each diagnostic, for messages about a format that only its
/// reader can give (a macro, which needs names that Rust has room for).
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'d> {
    /// The text.
    pub text: &'d str,
    /// What is wrong, in one line.
    pub headline: &'d str,
    /// Where, with a few words for each place.
    pub labels: &'d [Label],
    /// What would do.
    pub help: Option<&'d str>,
    /// Where the text stands: `src/main.rs:3:14`.
    pub origin: Option<&'d str>,
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.headline)?;
        if let Some(origin) = self.origin {
            write!(f, "\n --> {origin}")?;
        }
        let place = self.labels.first().map_or(Span::default(), |label| label.span);
        let window = Window::around(self.text, place);
        let (inside, outside): (Vec<&Label>, Vec<&Label>) =
            self.labels.iter().partition(|label| label.is_primary || window.shows(label.span));
        f.write_str("\n  |\n")?;
        window.draw(f, self.text, &inside)?;
        for label in outside {
            Window::around(self.text, label.span).draw(f, self.text, &[label])?;
        }
        f.write_str("  |")?;
        match self.help {
            Some(help) => write!(f, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}

/// The part of a text that is shown.
struct Window {
    span: Span,
}

impl Window {
    fn shows(&self, place: Span) -> bool {
        self.span.touches(place.start) && self.span.touches(place.end)
    }

    /// The whole text if it is short, else some of it on both sides of `place`.
    fn around(text: &str, place: Span) -> Window {
        if text.len() <= WINDOW {
            return Window { span: Span::new(0, text.len() as u32) };
        }
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let start = boundary((place.start as usize).saturating_sub(WINDOW / 2));
        let end = boundary(start + WINDOW);
        Window { span: Span::new(start as u32, end as u32) }
    }

    fn draw(&self, f: &mut fmt::Formatter<'_>, text: &str, labels: &[&Label]) -> fmt::Result {
        let before = if self.span.start > 0 { "..." } else { "\"" };
        let after = if (self.span.end as usize) < text.len() { "..." } else { "\"" };
        write!(f, "  | {before}")?;
        for c in text[self.span.range()].chars() {
            shown(c).try_for_each(|c| fmt::Write::write_char(f, c))?;
        }
        writeln!(f, "{after}")?;
        for label in labels {
            let start = label.span.start.clamp(self.span.start, self.span.end);
            let end = label.span.end.clamp(start, self.span.end);
            let indent = before.len() + width(&text[Span::new(self.span.start, start).range()]);
            let carets = width(&text[Span::new(start, end).range()]).max(1);
            let mark = if label.is_primary { '^' } else { '-' };
            write!(f, "  | {:indent$}", "")?;
            (0..carets).try_for_each(|_| fmt::Write::write_char(f, mark))?;
            writeln!(f, "{}{}", if label.text.is_empty() { "" } else { " " }, label.text)?;
        }
        Ok(())
    }
}

/// A character as it is shown: control characters, quotes and such as they are written in a literal.
fn shown(c: char) -> impl Iterator<Item = char> {
    c.escape_debug()
}

/// Columns that a text takes. Every shown character counts as one: only names hold others than ASCII, and which of those a
/// terminal shows in two columns is a table larger than all codes and rules here.
fn width(text: &str) -> usize {
    text.chars().map(|c| shown(c).count()).sum()
}
