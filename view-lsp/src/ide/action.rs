//! What could be done about a format, as edits.

use view_format::{Dialect, Span};

use super::File;
use super::reading::Reading;
use crate::site::Operation;
use crate::source::{Edit, SourceRange, comment_above, line_start};

/// What an action does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ActionKind {
    /// Writes the same bytes down in another way.
    Rewrite,
    /// Writes the format down for the other language.
    Extract,
}

/// Something that could be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// What it does, for a menu.
    pub title: String,
    /// What it does.
    pub kind: ActionKind,
    /// The edits, all of which belong to it.
    pub edits: Vec<Edit>,
}

impl File<'_> {
    /// What could be done about the format that a selection starts in. (What is wrong has fixes of its own, which are with
    /// the findings.)
    pub fn actions(&self, selection: SourceRange) -> Vec<Action> {
        let Some((reading, at)) = self.place(selection.start) else { return Vec::new() };
        if !reading.is_right || !reading.is_whole() {
            return Vec::new();
        }
        let site = reading.site;
        let format = &reading.format;
        let edits = [format.expand_count(at), format.fold_counts(at), format.explicit_order(self.target)];
        let mut actions: Vec<_> = edits
            .into_iter()
            .flatten()
            .filter_map(|fix| {
                let edits = vec![site.map.edit(fix.span, &fix.replacement)?];
                Some(Action { title: capital(&fix.title), kind: ActionKind::Rewrite, edits })
            })
            .collect();
        actions.extend(self.add_names(&reading));
        actions.extend(self.as_view_type(&reading));
        actions.extend(self.as_struct_format(&reading));
        actions
    }

    fn add_names(&self, reading: &Reading<'_>) -> Option<Action> {
        // A derive has the names of its fields, and what is cast to has none.
        let site = reading.site;
        let may =
            matches!(site.operation, Operation::Record | Operation::InPlace | Operation::Parse | Operation::Buffer);
        if !may || site.dialect != Dialect::Pep3118 {
            return None;
        }
        let text = reading.with_names(self.source)?;
        let whole = Span::new(0, reading.format.text().len() as u32);
        let edit = site.map.edit(whole, &text)?;
        Some(Action { title: "Add names to the fields".into(), kind: ActionKind::Rewrite, edits: vec![edit] })
    }

    /// A format of Python as a type of `view!`, in a comment above the statement.
    fn as_view_type(&self, reading: &Reading<'_>) -> Option<Action> {
        let site = reading.site;
        if !site.operation.is_python() || matches!(site.operation, Operation::Array | Operation::MemoryviewCast) {
            return None;
        }
        let text = match reading.with_names(self.source) {
            Some(text) => text,
            None if site.dialect == Dialect::Pep3118 => reading.format.text().to_owned(),
            None => return None,
        };
        let name = self.type_name(reading);
        let lines = ["view! {".into(), format!("    struct {name} = {text:?};"), "}".into()];
        let title = "Write it as a `view!` type of Rust, in a comment".into();
        Some(Action {
            title,
            kind: ActionKind::Extract,
            edits: vec![comment_above(self.source, site.range.start, "#", &lines)?],
        })
    }

    /// A format of Rust as one that Python's `struct` reads, in a comment above its line.
    fn as_struct_format(&self, reading: &Reading<'_>) -> Option<Action> {
        let site = reading.site;
        if !site.operation.is_rust() {
            return None;
        }
        let format = reading.checked.layout.as_ref()?.to_struct_format()?;
        let title = format!("Write it for Python's `struct`, in a comment: `{format}`");
        let line = format!("Python: struct.Struct({format:?})");
        Some(Action {
            title,
            kind: ActionKind::Extract,
            edits: vec![comment_above(self.source, site.range.start, "//", &[line])?],
        })
    }

    /// `Header` for a format that `HEADER` or `header_struct` holds.
    fn type_name(&self, reading: &Reading<'_>) -> String {
        let at = reading.site.range.start as usize;
        let start = line_start(self.source, at);
        let assigned = self.source.get(start..at).and_then(|line| line.split_once('='));
        let assigned = assigned.map(|(name, _)| name.trim().rsplit('.').next().unwrap_or_default());
        // What other calls give is no format.
        let is_compiled = reading.site.operation == Operation::Compile;
        let words = assigned.filter(|_| is_compiled).unwrap_or_default().split('_');
        let name: String = words.map(|word| capital(&word.to_ascii_lowercase())).collect();
        let is_name =
            name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        if is_name { name } else { "Record".into() }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
