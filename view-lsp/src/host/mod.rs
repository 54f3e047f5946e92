//! The languages that formats stand in: from a source, whole or broken, to its [sites](crate::Site).

mod python;
mod rust;
mod token;

use crate::language::Language;
use crate::site::Site;
use crate::source::SourceRange;
pub(crate) use token::{Token, tokens};

/// What a source has to say.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Read {
    /// The places where formats stand, in the order of the source.
    pub sites: Vec<Site>,
    /// The comments, with their marks (`#`, `//`, `/* */`). Only gathered where there are sites, or words that may be for us.
    pub comments: Vec<SourceRange>,
}

/// Reads a source. It never fails: what cannot be understood has no sites.
pub fn read(source: &str, language: Language) -> Read {
    // Ranges are of 32 bits; a source of 4 GiB has been written by nobody.
    if u32::try_from(source.len()).is_err() {
        return Read::default();
    }
    let mut read = match language {
        Language::Python => python::read(source),
        Language::Rust => rust::read(source),
    };
    read.sites.sort_by_key(|site| site.range);
    read
}

/// Whether a comment in it may be for us, so that comments are gathered even where no format stands.
fn has_word_for_us(source: &str) -> bool {
    source.contains("view: ignore") || source.contains("noqa: VF")
}

/// The places where formats stand, in the order of the source.
///
/// ```
/// use view_lsp::{Language, Operation, host};
///
/// let source = r#"view_core::view! { struct Header = "<2s:magic: I:size:"; }"#;
/// let sites = host::sites(source, Language::Rust);
/// assert_eq!(sites[0].operation, Operation::Record);
/// assert_eq!(sites[0].map.text(), "<2s:magic: I:size:");
/// ```
pub fn sites(source: &str, language: Language) -> Vec<Site> {
    read(source, language).sites
}
