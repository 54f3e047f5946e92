//! Why a conversion is not possible.

use std::fmt;
use std::ops::Range;

use view_format::diagnostic::{Drawing, Label};
use view_format::{FormatError, Span};

/// Why a conversion is not possible.
#[derive(Debug)]
pub enum ConvertError {
    /// The format is not one.
    Format(FormatError),
    /// The source cannot be read.
    Source(Mistake),
    /// The other notation has no way to say it.
    Cannot(Cannot),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConvertError::Format(error) => error.fmt(f),
            ConvertError::Source(mistake) => mistake.fmt(f),
            ConvertError::Cannot(cannot) => cannot.fmt(f),
        }
    }
}

impl std::error::Error for ConvertError {}

impl From<FormatError> for ConvertError {
    fn from(error: FormatError) -> ConvertError {
        ConvertError::Format(error)
    }
}

impl From<Mistake> for ConvertError {
    fn from(mistake: Mistake) -> ConvertError {
        ConvertError::Source(mistake)
    }
}

impl From<Cannot> for ConvertError {
    fn from(cannot: Cannot) -> ConvertError {
        ConvertError::Cannot(cannot)
    }
}

/// What a notation has no way to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cannot {
    /// The notation.
    pub notation: &'static str,
    /// What it is about.
    pub what: String,
    /// What would do.
    pub help: Option<String>,
}

impl fmt::Display for Cannot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot say it: {}", self.notation, self.what)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, "\n  = help: {help}"))
    }
}

/// What cannot be read in a source, drawn under its line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    headline: String,
    /// The line it stands in.
    line: String,
    /// Its number, and the column in characters, both from 1.
    place: (usize, usize),
    span: Span,
    label: String,
    help: Option<String>,
}

impl Mistake {
    /// At some bytes of a source.
    pub(super) fn new(source: &str, range: Range<usize>, headline: impl Into<String>) -> Mistake {
        let start = (0..=range.start.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0);
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = source[start..].find('\n').map_or(source.len(), |at| start + at);
        let end = (start..=range.end.clamp(start, line_end)).rev().find(|&at| source.is_char_boundary(at));
        let line = source[line_start..line_end].trim_end_matches('\r');
        let within = |at: usize| u32::try_from(at.saturating_sub(line_start).min(line.len())).unwrap_or(0);
        Mistake {
            headline: headline.into(),
            line: line.into(),
            place: (source[..start].matches('\n').count() + 1, source[line_start..start].chars().count() + 1),
            span: Span::new(within(start), within(end.unwrap_or(start))),
            label: String::new(),
            help: None,
        }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Mistake {
        Mistake { help: Some(help.into()), ..self }
    }

    pub(super) fn label(self, label: impl Into<String>) -> Mistake {
        Mistake { label: label.into(), ..self }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.place;
        let drawing = Drawing {
            text: &self.line,
            headline: &self.headline,
            labels: &[Label { span: self.span, text: self.label.clone(), is_primary: true }],
            help: self.help.as_deref(),
            origin: Some(&format!("line {line}, column {column}")),
        };
        drawing.fmt(f)
    }
}
