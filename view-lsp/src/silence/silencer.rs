//! Where a comment for a finding can stand, and the edit that writes it.

use line_index::LineIndex;

use crate::analysis::Analysis;
use crate::finding::Finding;
use crate::host::{self, Token};
use crate::language::Language;
use crate::rule::Rule;
use crate::site::Site;
use crate::source::{Edit, SourceRange, comment_above, line_index};
use crate::suppress::{self, Suppression};

/// Comments that are not needed are no reason to write another.
pub(super) fn is_meant(finding: &Finding) -> bool {
    finding.rule.name != "unused-suppression"
}

/// Where a comment is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// On a line of its own, above this one.
    Above(u32),
    /// At the end of this line.
    Behind(u32),
    /// In the comment of this number, which names other rules.
    In(usize),
}

/// The comments that would keep findings of a source quiet, one by one, as editors offer them.
///
/// ```
/// use view_lsp::{Language, Settings, analysis, silence::Silencer, source::apply};
///
/// let source = "import struct\nstruct.pack('<B4s', 300, 'name')  # view: ignore[pack-type]\n";
/// let found = analysis::of(source, Language::Python, &Settings::default());
/// let edit = Silencer::new(source, Language::Python, &found).comment(&found.findings[0]).unwrap();
/// let (after, _) = apply(source, [[edit].as_slice()]);
/// assert!(after.ends_with("# view: ignore[pack-type, pack-range]\n"));
/// ```
#[derive(Debug)]
pub struct Silencer<'s> {
    source: &'s str,
    language: Language,
    sites: &'s [Site],
    tokens: Vec<Token>,
    lines: LineIndex,
    suppressions: Vec<Suppression>,
}

impl<'s> Silencer<'s> {
    /// For what was found in a source.
    pub fn new(source: &'s str, language: Language, found: &'s Analysis) -> Silencer<'s> {
        let lines = line_index(source);
        let suppressions = Suppression::all(source, &found.comments, &lines);
        let tokens = host::tokens(source, language);
        Silencer { source, language, sites: &found.sites, tokens, lines, suppressions }
    }

    /// The edit that keeps a finding quiet: rules are added to a comment that is there, else one is written, as [`silence`](super::silence) does.
    /// `None` where no comment can stand, and for a comment that is not needed itself.
    pub fn comment(&self, finding: &Finding) -> Option<Edit> {
        let place = self.place(finding).filter(|_| is_meant(finding))?;
        self.edit(place, &[finding.rule])
    }

    /// Where a comment for a finding can stand.
    pub(super) fn place(&self, finding: &Finding) -> Option<Place> {
        let (first, last) = suppress::lines_of(finding, self.sites, &self.lines);
        let takes = |one: &Suppression| one.is_for((first, last)) && one.with(&[finding.rule]).is_some();
        let known = self.suppressions.iter().position(takes);
        let above = || self.can_be_above(first).then_some(Place::Above(first));
        let behind = || (first..=last).find(|line| self.can_be_behind(*line)).map(Place::Behind);
        known.map(Place::In).or_else(above).or_else(behind)
    }

    fn can_be_above(&self, line: u32) -> bool {
        let Some(start) = self.lines.line(line).map(|range| u32::from(range.start())) else { return false };
        let before = self.source[..start as usize].trim_end_matches(['\r', '\n']);
        !self.is_in_token(start) && !self.continues(before)
    }

    fn can_be_behind(&self, line: u32) -> bool {
        let Some(content) = self.content(line) else { return false };
        let text = &self.source[content.range()];
        // What is written behind a comment is a part of it, and a comment that documents something is not to hold it.
        let last = self.tokens[..self.tokens.partition_point(|token| token.range.start < content.end)].last();
        let comment = last.filter(|last| last.is_comment && last.range.end >= content.end);
        let is_plain = comment.is_none_or(|comment| {
            let text = &self.source[comment.range.range()];
            text.starts_with('#') || text.starts_with("//") && !text.starts_with("///") && !text.starts_with("//!")
        });
        is_plain && !self.is_in_token(content.end) && !self.continues(text)
    }

    /// Whether the next line continues this one.
    fn continues(&self, line: &str) -> bool {
        self.language == Language::Python && line.ends_with('\\')
    }

    /// A line without what ends it, and without white space before that.
    fn content(&self, line: u32) -> Option<SourceRange> {
        let range = self.lines.line(line)?;
        let (start, end) = (u32::from(range.start()), u32::from(range.end()));
        let text = self.source.get(start as usize..end as usize)?;
        Some(SourceRange::new(start, start + text.trim_end_matches(['\r', '\n', ' ', '\t']).len() as u32))
    }

    /// Whether a token begins before `offset` and ends behind it.
    fn is_in_token(&self, offset: u32) -> bool {
        let before = self.tokens.partition_point(|token| token.range.start < offset);
        self.tokens[..before].last().is_some_and(|last| offset < last.range.end)
    }

    pub(super) fn edit(&self, place: Place, rules: &[&Rule]) -> Option<Edit> {
        let names: Vec<_> = rules.iter().map(|rule| rule.name).collect();
        let (mark, words) = match self.language {
            Language::Python => ("#", format!("view: ignore[{}]", names.join(", "))),
            Language::Rust => ("//", format!("view: ignore({})", names.join(", "))),
        };
        match place {
            Place::In(number) => self.suppressions.get(number)?.with(rules),
            Place::Above(line) => comment_above(self.source, self.lines.line(line)?.start().into(), mark, &[words]),
            Place::Behind(line) => {
                let at = self.content(line)?.end;
                Some(Edit::new(SourceRange::empty(at), format!("  {mark} {words}")))
            }
        }
    }

    /// Whether `after` has the same tokens, but for comments.
    pub(super) fn is_same_but_comments(&self, after: &str) -> bool {
        let others = host::tokens(after, self.language);
        let texts = |source: &str, tokens: &[Token]| {
            let tokens = tokens.iter().filter(|token| !token.is_comment);
            tokens.map(|token| source[token.range.range()].to_owned()).collect::<Vec<_>>()
        };
        texts(self.source, &self.tokens) == texts(after, &others)
    }
}
