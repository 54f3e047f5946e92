//! The languages that formats stand in: from a source, whole or broken, to its [sites](crate::Site).

mod python;
mod rust;
mod token;

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

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
    sorted(match language {
        Language::Python => python::read(source),
        Language::Rust => rust::read(source),
    })
}

/// A source that is read again after each edit. What it gives is what [`read`] gives of the same text.
#[derive(Debug)]
pub(crate) struct Reader {
    language: Language,
    chunks: python::Chunks,
}

impl Reader {
    pub(crate) fn new(language: Language) -> Reader {
        Reader { language, chunks: python::Chunks::default() }
    }

    /// Says that `inserted` bytes stand in the place of a range now.
    pub(crate) fn edit(&mut self, edited: SourceRange, inserted: u32) {
        // Tokens of Rust are read in less time than it takes to tell which are still right.
        if self.language == Language::Python {
            self.chunks.edit(edited, inserted);
        }
    }

    /// Says that nothing of the source is as it was.
    pub(crate) fn forget(&mut self) {
        *self = Reader::new(self.language);
    }

    /// Reads the source as it is now.
    pub(crate) fn read(&mut self, source: &str) -> Read {
        if self.language != Language::Python || u32::try_from(source.len()).is_err() {
            return read(source, self.language);
        }
        sorted(python::read_again(source, &mut self.chunks))
    }
}

fn sorted(mut read: Read) -> Read {
    read.sites.sort_by_key(|site| site.range);
    read
}

/// Whether a comment in it may be for us, so that comments are gathered even where no format stands.
fn has_word_for_us(source: &str) -> bool {
    const WORDS: [&str; 2] = ["view: ignore", "noqa: VF"];
    static FINDER: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(WORDS));
    match &*FINDER {
        Some(finder) => finder.find(source).is_some(),
        // The machine has no vectors.
        None => WORDS.iter().any(|word| source.contains(word)),
    }
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
