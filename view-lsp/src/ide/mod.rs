//! What editors ask of a file: what a code under the cursor means, what could be written, what belongs together, what could
//! be done. Plain data in byte offsets, no type of any protocol.
//!
//! ```
//! use view_format::Target;
//! use view_lsp::{Language, host, ide};
//!
//! let source = r#"import struct; kind, size = struct.unpack("<BI", data)"#;
//! let sites = host::sites(source, Language::Python);
//! let file = ide::File { source, sites: &sites, target: &Target::LP64 };
//!
//! // The cursor on the `I`.
//! let hover = file.hover(45).unwrap();
//! assert_eq!(&source[hover.range.range()], "I");
//! assert!(hover.meaning.unwrap().starts_with("`I`: unsigned int, Rust u32"));
//! // What is shown between the lines.
//! let hints: Vec<_> = file.hints(0..source.len() as u32).into_iter().map(|hint| hint.label).collect();
//! assert_eq!(hints, [": B", ": I", "5 B, 2 values"]);
//! ```

mod action;
mod completion;
mod highlight;
mod hint;
mod hover;
mod named;
mod reading;
mod selection;
mod signature;
mod slot;
#[cfg(test)]
mod tests;
mod token;

pub use action::{Action, ActionKind};
pub use completion::Completion;
pub use highlight::{Highlight, HighlightKind};
pub use hint::{Hint, HintKind};
pub use hover::Hover;
pub use signature::{Parameter, Signature};
pub use token::Token;

use view_format::Target;

use crate::site::Site;
use reading::Reading;

/// A source file, with the sites that stand in it.
#[derive(Clone, Copy, Debug)]
pub struct File<'s> {
    /// The text.
    pub source: &'s str,
    /// What [`host::sites`](crate::host::sites) finds in it.
    pub sites: &'s [Site],
    /// The machine that native sizes are told for.
    pub target: &'s Target,
}

impl<'s> File<'s> {
    /// The format that a cursor is in, and where in its text.
    fn place(&self, offset: u32) -> Option<(Reading<'s>, u32)> {
        let (site, at) = self.sites.iter().find_map(|site| {
            let at = site.touches(offset).then(|| site.map.to_text(offset))??;
            Some((site, at))
        })?;
        Some((Reading::of(site, self.target), at))
    }
}
