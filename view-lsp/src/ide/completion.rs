//! What could be written inside a format.

use view_format::query::CompletionKind;
use view_format::{Code, Mark, Span};

use super::File;
use crate::source::{Edit, SourceRange};

/// Something that could be written at a cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// What it is and what it would add, in one line.
    pub detail: String,
    /// The edit that writes it, at the cursor.
    pub edit: Edit,
    /// Where in the text that is written the cursor goes; most often behind it.
    pub cursor: usize,
}

impl File<'_> {
    /// What could be written at a cursor, in the order of the table of codes; `None` outside of formats.
    ///
    /// It answers while the literal is typed: of one that is not closed, what stands behind the cursor is not read.
    pub fn completions(&self, offset: u32) -> Option<Vec<Completion>> {
        let (mut reading, at) = self.place(offset)?;
        if reading.site.is_cut {
            reading = reading.up_to(at);
        }
        let map = &reading.site.map;
        let all = reading.format.completions_at(&reading.checked, reading.target, at);
        let all = all.into_iter().filter_map(|completion| {
            // Where two literals meet, both have this place; the edit is for the one that the cursor is in.
            let edit = map.edit(Span::empty(at), &completion.insert)?;
            let detail = match reading.is_whole() {
                true => completion.detail,
                false => words(completion.kind, &completion.insert).unwrap_or(completion.detail),
            };
            let edit = Edit::new(SourceRange::empty(offset), edit.replacement);
            Some(Completion { kind: completion.kind, detail, edit, cursor: completion.cursor })
        });
        Some(all.collect())
    }
}

/// What it is, without sizes: they hang on what is not known.
fn words(kind: CompletionKind, insert: &str) -> Option<String> {
    match kind {
        CompletionKind::Mark => insert.chars().next().and_then(Mark::from_char).map(|mark| mark.words().into()),
        CompletionKind::Code => {
            let info = Code::all().iter().find(|info| info.text == insert)?;
            Some(match info.python {
                "" => info.c.into(),
                python => format!("{}, {python} in Python", info.c),
            })
        }
        CompletionKind::Shape | CompletionKind::Name | CompletionKind::Struct => None,
    }
}
