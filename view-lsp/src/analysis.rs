//! All there is to say about one source: its sites and what is found in them.

use crate::check;
use crate::finding::Finding;
use crate::host::{self, Read};
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
    let read = host::read(source, language);
    let findings = check::check(source, &read, settings);
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
