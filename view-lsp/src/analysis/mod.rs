//! All there is to say about one source: its sites and what is found in them.

#[cfg(test)]
pub(crate) mod tests;

use std::ops::Range;

use crate::check::{self, Formats};
use crate::finding::Finding;
use crate::host::{self, Read, Reader};
use crate::language::Language;
use crate::settings::Settings;
use crate::site::Site;
use crate::source::SourceRange;
use crate::suppress;

/// What is known of a source.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Analysis {
    /// The places where formats stand, in the order of the source.
    pub sites: Vec<Site>,
    /// What was found, in the order of the source.
    pub findings: Vec<Finding>,
    /// The comments, where there are sites.
    pub comments: Vec<SourceRange>,
}

/// Analyses a source, whole or broken. It never fails.
///
/// ```
/// use view_lsp::{Language, analysis, settings::Settings};
///
/// let source = "import struct\nstruct.unpack('<2Ik', data)\n";
/// let analysis = analysis::of(source, Language::Python, &Settings::default());
/// let finding = &analysis.findings[0];
/// assert_eq!((finding.rule.name, &source[finding.range.range()]), ("unknown-code", "k"));
/// ```
pub fn of(source: &str, language: Language, settings: &Settings) -> Analysis {
    finish(source, host::read(source, language), settings, &mut Formats::default())
}

/// The analysis of a source that is edited. What a change does not touch is not parsed again.
///
/// Invariant: after any edits it is what [`of`] makes of the text.
///
/// ```
/// use view_lsp::{Language, analysis, settings::Settings};
///
/// let settings = Settings::default();
/// let mut analysed = analysis::Incremental::new(Language::Python);
/// let mut source = String::from("import struct\nstruct.unpack('<2Ik', data)\n");
/// assert_eq!(analysed.analyse(&source, &settings).findings.len(), 1);
///
/// let code = source.find('k').unwrap();
/// source.replace_range(code..code + 1, "h");
/// analysed.edit(code..code + 1, 1);
/// assert_eq!(analysed.analyse(&source, &settings), analysis::of(&source, Language::Python, &settings));
/// assert_eq!(analysed.analyse(&source, &settings).findings.len(), 0);
/// ```
#[derive(Debug)]
pub struct Incremental {
    reader: Reader,
    formats: Formats,
}

impl Incremental {
    /// Of a source that nothing is known of.
    pub fn new(language: Language) -> Incremental {
        Incremental { reader: Reader::new(language), formats: Formats::default() }
    }

    /// Says that `inserted` bytes stand in the place of a range now. The range is one of the text that the edit before it left.
    pub fn edit(&mut self, edited: Range<usize>, inserted: usize) {
        let known = |number: usize| u32::try_from(number).ok();
        match (known(edited.start), known(edited.end), known(inserted)) {
            (Some(start), Some(end), Some(inserted)) => self.reader.edit(SourceRange::new(start, end), inserted),
            // More than is ever read.
            _ => self.reader.forget(),
        }
    }

    /// Analyses the source as it is now. It never fails.
    pub fn analyse(&mut self, source: &str, settings: &Settings) -> Analysis {
        let read = self.reader.read(source);
        finish(source, read, settings, &mut self.formats)
    }
}

fn finish(source: &str, read: Read, settings: &Settings, formats: &mut Formats) -> Analysis {
    let findings = check::check(source, &read, settings, formats);
    let Read { sites, comments } = read;
    let mut findings = suppress::apply(source, &sites, &comments, findings, settings);
    settings.weigh(&mut findings);
    Analysis { sites, findings, comments }
}

impl Analysis {
    /// The site that a cursor is in or touches.
    pub fn site_at(&self, offset: u32) -> Option<&Site> {
        self.sites.iter().find(|site| site.touches(offset))
    }
}
