//! What could be written at a cursor, and what it would add.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::meaning::Bytes;
use crate::check::Checked;
use crate::code::{Code, CountMeaning};
use crate::diagnostic::{DiagnosticKind, Severity};
use crate::dialect::Dialect;
use crate::order::Mark;
use crate::scalar::ScalarKind;
use crate::span::Span;
use crate::syntax::ast::Format;
use crate::syntax::{Leaf, LeafKind, parse};
use crate::target::Target;

/// Up to this many bytes of text each proposal is tried out; past them its size is told by itself.
const TRIED: usize = 4096;

/// What a completion is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompletionKind {
    /// A code.
    Code,
    /// An order mark.
    Mark,
    /// A shape to fill in.
    Shape,
    /// A name to fill in.
    Name,
    /// `T{}`, or a brace that closes one.
    Struct,
}

/// Something that could be written at a cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// What would be written at the cursor.
    pub insert: String,
    /// Where in `insert` the cursor goes; most often behind it.
    pub cursor: usize,
    /// What it is and what it would add, in one line.
    pub detail: String,
    /// By how many bytes the element would grow; `None` where a mistake leaves that open.
    pub adds: Option<usize>,
    /// At which offset its field would lie.
    pub at: Option<usize>,
    /// How large the element would then be.
    pub total: Option<usize>,
}

impl Format {
    /// What could be written at `offset` (in bytes). `checked` is what this format's check gave on `target`.
    ///
    /// ```
    /// use view_format::{Dialect, Target, parse};
    ///
    /// let parse = parse("<hi", Dialect::Struct);
    /// let checked = parse.format.check(&Target::LP64);
    /// let all = parse.format.completions_at(&checked, &Target::LP64, 3);
    /// let double = all.iter().find(|completion| completion.insert == "d").unwrap();
    /// assert_eq!(double.detail, "double, float in Python: 8 bytes at 6, 14 in all");
    /// ```
    pub fn completions_at(&self, checked: &Checked, target: &Target, offset: u32) -> Vec<Completion> {
        let Some(around) = Around::of(self, checked, offset) else { return Vec::new() };
        let trial = Trial { format: self, checked, target, offset };
        let mut all = Vec::new();
        let pep = self.dialect() == Dialect::Pep3118;
        if around.may_mark {
            for mark in Mark::ALL.into_iter().filter(|mark| pep || *mark != Mark::NativeUnaligned) {
                all.push(trial.completion(CompletionKind::Mark, mark.to_string(), mark.words().into()));
            }
        }
        for info in Code::all() {
            let has_size = info.standard_size.is_some() || around.mark.is_native_size() && info.kind.is_some();
            if has_size && (pep || info.in_struct) {
                let python = match info.kind {
                    Some(ScalarKind::LongDouble) => ", bytes",
                    _ if info.python.is_empty() => "",
                    _ => &format!(", {} in Python", info.python),
                };
                let words = match info.count_meaning() {
                    CountMeaning::Length if around.has_count => format!("{}, one value{python}", info.c),
                    _ => format!("{}{python}", info.c),
                };
                let mut words = if info.kind == Some(ScalarKind::Void) { info.c.into() } else { words };
                if let (Dialect::Struct, Some((major, minor))) = (self.dialect(), info.since()) {
                    words.push_str(&format!(" (Python {major}.{minor})"));
                }
                all.push(trial.completion(CompletionKind::Code, info.text.into(), words));
            }
        }
        if !pep {
            return all;
        }
        let mut template = |kind, insert: &str, cursor, detail: &str| {
            let insert = insert.into();
            all.push(Completion { kind, insert, cursor, detail: detail.into(), adds: None, at: None, total: None });
        };
        template(CompletionKind::Struct, "T{}", 2, "a struct of its own");
        if !around.has_count {
            template(CompletionKind::Shape, "()", 1, "the shape of an array, before its code: (3,4)f");
        }
        if around.may_name {
            template(CompletionKind::Name, "::", 1, "the name of the field before it");
        }
        if around.may_close {
            template(CompletionKind::Struct, "}", 1, "the end of the struct");
        }
        all
    }
}

/// What stands on both sides of a cursor.
struct Around {
    mark: Mark,
    may_mark: bool,
    has_count: bool,
    may_name: bool,
    may_close: bool,
}

impl Around {
    /// `None` where nothing fits: inside a name, a shape or a number.
    fn of(format: &Format, checked: &Checked, offset: u32) -> Option<Around> {
        let leaves = format.leaves();
        let inside = |leaf: &&Leaf| leaf.span.start < offset && offset < leaf.span.end;
        if offset as usize > format.text().len() || leaves.iter().any(|leaf| inside(&leaf)) {
            return None;
        }
        let before = leaves.iter().rev().find(|leaf| leaf.span.end <= offset && !leaf.span.is_empty()).copied();
        let after = leaves.iter().find(|leaf| leaf.span.start >= offset).copied();
        // Between a count and its code nothing fits; before an unfinished name or shape everything would be part of it.
        if let (Some(Leaf { kind: LeafKind::Count | LeafKind::Shape, .. }), Some(_)) = (before, after)
            && after.is_some_and(|leaf| leaf.span.start == offset && leaf.kind == LeafKind::Code)
        {
            return None;
        }
        let mut text = before.map_or("", |leaf| &format.text()[leaf.span.range()]);
        let is_broken = matches!(before, Some(Leaf { kind: LeafKind::Error, .. }));
        if is_broken {
            // A count or shape that no code follows yet is a hole as well.
            text = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '(');
        }
        let is_count = matches!(before, Some(Leaf { kind: LeafKind::Count | LeafKind::Shape, .. }))
            || is_broken && text.ends_with(|c: char| c.is_ascii_digit() || c == ')');
        if is_broken && text.starts_with('(') && !text.ends_with(')')
            || matches!(before, Some(Leaf { kind: LeafKind::Name, .. })) && (text.len() < 2 || !text.ends_with(':'))
        {
            return None;
        }
        // A cursor before what follows: places after it belong to the character there.
        let place = format.place_at(checked, before.map_or(offset, |leaf| leaf.span.start));
        let is_struct = format.dialect() == Dialect::Struct;
        let starts_with_mark = format.text().chars().next().and_then(Mark::from_char).is_some();
        let opens = matches!(before, Some(Leaf { kind: LeafKind::Code, .. })) && text == "T{";
        let structs = place.structs.len() + usize::from(opens);
        Some(Around {
            mark: place.mark,
            may_mark: if is_struct { offset == 0 && !starts_with_mark } else { !is_count },
            has_count: is_count,
            may_name: matches!(before, Some(Leaf { kind: LeafKind::Code, span }) if span.end == offset)
                && !opens
                && !matches!(after, Some(Leaf { kind: LeafKind::Name, .. })),
            may_close: structs > 0 && !is_count && !is_closed(format, &place, offset),
        })
    }
}

/// Whether the innermost struct around a cursor has its brace.
fn is_closed(format: &Format, place: &super::Place<'_>, offset: u32) -> bool {
    let innermost = place.structs.last().copied().or(place.item);
    innermost.is_some_and(|item| {
        let span = item.code_span;
        span.end > offset && format.text()[span.range()].ends_with('}')
    })
}

/// A format with a proposal in it.
struct Trial<'f> {
    format: &'f Format,
    checked: &'f Checked,
    target: &'f Target,
    offset: u32,
}

impl Trial<'_> {
    fn completion(&self, kind: CompletionKind, insert: String, words: String) -> Completion {
        let (at, total) = self.run(&insert).unwrap_or((None, None));
        let before = self.size_before();
        let adds = total.zip(before).and_then(|(total, before)| total.checked_sub(before));
        let mut detail = words;
        let total = total.filter(|_| kind == CompletionKind::Code || Some(before) != Some(None));
        match (kind, adds, at, total) {
            (CompletionKind::Code, Some(adds), Some(at), Some(total)) => {
                detail.push_str(&format!(": {} at {at}, {total} in all", Bytes(adds)));
            }
            (CompletionKind::Code, Some(adds), None, Some(total)) => {
                detail.push_str(&format!(": {}, {total} in all", Bytes(adds)));
            }
            (CompletionKind::Mark, _, _, Some(total)) => detail.push_str(&format!(": {} in all", Bytes(total))),
            _ => {}
        }
        Completion { kind, cursor: insert.len(), insert, detail, adds, at, total }
    }

    /// The size of the element without the proposal. What is unfinished at the cursor (a count that waits for its code)
    /// takes none.
    fn size_before(&self) -> Option<usize> {
        self.checked.layout.as_ref().or_else(|| self.is_unfinished().then_some(&self.checked.partial)).map(|l| l.size())
    }

    /// Whether the only hole is the one that ends at the cursor.
    fn is_unfinished(&self) -> bool {
        let mut errors = self.format.leaves().into_iter().filter(|leaf| leaf.kind == LeafKind::Error);
        errors.next().is_some_and(|leaf| leaf.span.end == self.offset) && errors.next().is_none()
    }

    /// Where the new field lies, and the size of the element with it.
    fn run(&self, insert: &str) -> Option<(Option<usize>, Option<usize>)> {
        let text = self.format.text();
        if text.len() > TRIED {
            return None;
        }
        let (before, after) = text.split_at_checked(self.offset as usize)?;
        // A code that is followed by a letter could be read together with it.
        let tried = parse(&[before, insert, after].concat(), self.format.dialect());
        // A struct that is still open has a size all the same.
        let open = |kind: &DiagnosticKind| matches!(kind, DiagnosticKind::UnclosedBrace);
        if tried.diagnostics.iter().any(|found| found.severity() == Severity::Error && !open(&found.kind)) {
            return None;
        }
        let checked = tried.format.check(self.target);
        let layout = checked.layout.as_ref()?;
        let end = self.offset + insert.len() as u32;
        let place = tried.format.place_at(&checked, end - 1);
        let is_new = place.item.is_some_and(|item| item.code_span == Span::new(self.offset, end));
        let at = place.field_in(layout).filter(|_| is_new).map(|(_, at)| at);
        Some((at, Some(layout.size())))
    }
}
