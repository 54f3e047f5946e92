//! Settings that mean nothing: what is wrong with them, and where.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use line_index::{TextSize, WideEncoding};
use toml::de::{DeTable, DeValue};

use super::Project;
use super::discover::{self, Section};
use crate::source::line_index;

/// Why settings cannot be used.
///
/// ```
/// use view_lsp::settings::Broken;
///
/// let broken = Broken::of("viewfmt.toml".as_ref(), "target = 'lp64'\nselect = ['VF2', 'VF7']\n").unwrap();
/// assert!(broken.to_string().starts_with("viewfmt.toml:2:18: `VF7` is no rule: "));
/// assert_eq!(Broken::of("viewfmt.toml".as_ref(), "target = 'lp64'\n"), None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    /// The file that they stand in; `None` for those of the command line.
    pub file: Option<PathBuf>,
    /// The bytes of `text` that are wrong, where one place is.
    pub span: Option<Range<usize>>,
    /// What the file says; empty where it cannot be read.
    pub text: String,
    /// What is wrong, in one line.
    pub message: String,
}

impl Broken {
    /// What is wrong with a text that stands, or is to stand, in a file of settings. The name of the file says what else is
    /// in it; `None` if all is well, or nothing in it is for us.
    pub fn of(file: &Path, text: &str) -> Option<Broken> {
        let options = match discover::parse(file, text) {
            Ok(options) => options?,
            Err(broken) => return Some(broken),
        };
        let root = file.parent().unwrap_or(file).to_owned();
        let error = Project::new(options, root, None).err()?;
        Some(Broken::in_options(file, text, error))
    }

    /// A file that cannot be read at all.
    pub(super) fn unreadable(file: &Path, error: &std::io::Error) -> Broken {
        let message = format!("cannot be read: {error}");
        Broken { file: Some(file.to_owned()), span: None, text: String::new(), message }
    }

    /// What is written is no TOML, or not what we take.
    pub(super) fn in_text(file: &Path, text: &str, error: &toml::de::Error) -> Broken {
        let message = error.message().trim().replace('\n', ", ");
        Broken { file: Some(file.to_owned()), span: error.span(), text: text.into(), message }
    }

    /// What is written means nothing.
    pub(super) fn in_options(file: &Path, text: &str, error: OptionError) -> Broken {
        let span = error.span(discover::sections(file), text);
        Broken { file: Some(file.to_owned()), span, text: text.into(), message: error.message }
    }

    /// What the command line says means nothing.
    pub(super) fn in_arguments(error: OptionError) -> Broken {
        Broken { file: None, span: None, text: String::new(), message: error.message }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}", file.display())?;
            if let Some(span) = &self.span {
                let lines = line_index(&self.text);
                let at = lines.try_line_col(TextSize::from(span.start as u32));
                if let Some(at) = at.and_then(|at| lines.to_wide(WideEncoding::Utf32, at)) {
                    write!(f, ":{}:{}", at.line + 1, at.col + 1)?;
                }
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Broken {}

/// A value of the settings that means nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OptionError {
    /// From the top of the options to the value.
    pub(super) path: Vec<Step>,
    message: String,
}

/// A step from a value to one in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// To the value of a key.
    Key(String),
    /// To a key itself.
    Name(String),
    /// To a member of a list.
    Index(usize),
}

impl OptionError {
    pub(super) fn new(path: impl IntoIterator<Item = Step>, message: impl Into<String>) -> OptionError {
        OptionError { path: path.into_iter().collect(), message: message.into() }
    }

    /// Where the value stands in a text: below the first of the sections that is there.
    fn span(&self, sections: &[Section], text: &str) -> Option<Range<usize>> {
        let file = DeTable::parse(text).ok()?;
        let mut found = sections.iter().filter_map(|section| {
            let mut table = file.get_ref();
            for name in *section {
                table = table.get(*name)?.get_ref().as_table()?;
            }
            Some(table)
        });
        let (first, rest) = self.path.split_first()?;
        let table = found.next()?;
        let mut value = match first {
            Step::Key(key) => table.get(key.as_str())?,
            Step::Name(name) => return key_span(table, name),
            Step::Index(_) => return None,
        };
        for step in rest {
            value = match (step, value.get_ref()) {
                (Step::Key(key), DeValue::Table(table)) => table.get(key.as_str())?,
                (Step::Name(name), DeValue::Table(table)) => return key_span(table, name),
                (Step::Index(index), DeValue::Array(array)) => array.get(*index)?,
                _ => return Some(value.span()),
            };
        }
        Some(value.span())
    }
}

fn key_span(table: &DeTable<'_>, name: &str) -> Option<Range<usize>> {
    table.keys().find(|key| key.get_ref() == name).map(|key| key.span())
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for OptionError {}
