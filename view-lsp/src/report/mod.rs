//! Findings as text: for people, for machines, for the services that show them beside a change.

mod azure;
mod github;
mod gitlab;
mod json;
mod junit;
mod rdjson;
mod sarif;
mod text;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use line_index::{LineCol, LineIndex, TextSize, WideEncoding};

use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::{SourceRange, line_index};

/// What was found in one file.
#[derive(Debug)]
pub struct FileReport {
    /// The path as it was given, or as it was found below one that was given.
    pub path: PathBuf,
    /// The source.
    pub source: String,
    /// What was found in it, in its order.
    pub findings: Vec<Finding>,
    lines: LineIndex,
}

/// A place as people count: from 1, columns in characters (code points).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The line.
    pub row: u32,
    /// The character in the line; past the last one, the end of the line.
    pub column: u32,
}

impl FileReport {
    /// About a file.
    pub fn new(path: PathBuf, source: String, findings: Vec<Finding>) -> FileReport {
        FileReport { path, lines: line_index(&source), source, findings }
    }

    /// Where an offset is.
    pub fn place(&self, offset: u32) -> Place {
        let at = self.lines.try_line_col(TextSize::from(offset));
        let wide = at.and_then(|at| self.lines.to_wide(WideEncoding::Utf32, at));
        // A byte order mark at the start is no character of the first line.
        let mark = u32::from(self.source.starts_with('\u{feff}'));
        wide.map_or(Place { row: 1, column: 1 }, |at| Place {
            row: at.line + 1,
            column: at.col + 1 - if at.line == 0 { mark.min(at.col) } else { 0 },
        })
    }

    /// Where a range starts and ends.
    pub fn places(&self, range: SourceRange) -> (Place, Place) {
        (self.place(range.start), self.place(range.end))
    }

    /// The path with slashes, as reports have it.
    pub fn shown_path(&self) -> String {
        let path = self.path.strip_prefix(".").unwrap_or(&self.path);
        path.to_string_lossy().replace('\\', "/")
    }

    /// The text of the line that an offset is in, and where in it.
    fn line_around(&self, offset: u32) -> (&str, usize) {
        let at = self.lines.try_line_col(TextSize::from(offset)).unwrap_or(LineCol { line: 0, col: 0 });
        let range = self.lines.line(at.line).map(|range| usize::from(range.start())..usize::from(range.end()));
        (range.and_then(|range| self.source.get(range)).unwrap_or_default(), at.col as usize)
    }
}

/// A form of reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub enum Format {
    /// With the source, carets and help
    #[default]
    Full,
    /// One line for each finding: path:line:column: code message
    Concise,
    /// The same below the path of each file
    Grouped,
    /// As pylint writes it: path:line: and the code in brackets
    Pylint,
    /// An array of objects, with the field names of ruff
    Json,
    /// The same, one object a line
    JsonLines,
    /// Annotations of GitHub's workflows
    Github,
    /// Code quality reports of GitLab
    Gitlab,
    /// Logging commands of Azure's pipelines
    Azure,
    /// Reviewdog's JSON
    Rdjson,
    /// JUnit's XML: a failed test for each finding
    Junit,
    /// SARIF 2.1.0
    Sarif,
}

/// Files with findings, in order.
#[derive(Debug)]
pub struct Report<'r> {
    /// The files.
    pub files: &'r [FileReport],
    /// What paths in reports for machines are relative to, or absolute from.
    pub root: &'r Path,
    /// Whether unsafe fixes are made as well, so that they count.
    pub unsafe_fixes: bool,
}

impl Report<'_> {
    /// Writes it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, format: Format, out: &mut dyn io::Write) -> io::Result<()> {
        match format {
            Format::Full => text::full(self, out),
            Format::Concise => text::concise(self, out),
            Format::Grouped => text::grouped(self, out),
            Format::Pylint => text::pylint(self, out),
            Format::Json => json::array(self, out),
            Format::JsonLines => json::lines(self, out),
            Format::Github => github::write(self, out),
            Format::Gitlab => gitlab::write(self, out),
            Format::Azure => azure::write(self, out),
            Format::Rdjson => rdjson::write(self, out),
            Format::Junit => junit::write(self, out),
            Format::Sarif => sarif::write(self, out),
        }
    }

    /// Every finding with its file.
    pub fn findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.files.iter().map(|file| file.findings.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether `--fix` mends it.
    fn is_fixable(&self, finding: &Finding) -> bool {
        finding.fix.as_ref().is_some_and(|fix| fix.is_safe || self.unsafe_fixes)
    }

    /// How many findings there are of each rule, the most first, and how many of them `--fix` mends.
    pub fn statistics(&self) -> Vec<(&'static Rule, usize, usize)> {
        let mut counts: BTreeMap<&str, (&'static Rule, usize, usize)> = BTreeMap::new();
        for (_, finding) in self.findings() {
            let (_, count, fixable) = counts.entry(finding.rule.code).or_insert((finding.rule, 0, 0));
            *count += 1;
            *fixable += usize::from(self.is_fixable(finding));
        }
        let mut counts: Vec<_> = counts.into_values().collect();
        counts.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        counts
    }

    /// The path from the root of the file system.
    fn absolute(&self, file: &FileReport) -> String {
        let path = file.path.strip_prefix(".").unwrap_or(&file.path);
        self.root.join(path).to_string_lossy().into_owned()
    }
}
