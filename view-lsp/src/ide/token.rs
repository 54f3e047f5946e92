//! What each piece of a format is, for colours.

use std::ops::Range;

use view_format::syntax::LeafKind;

use super::File;
use super::reading::Reading;
use crate::source::SourceRange;

/// A piece of a format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in one literal.
    pub range: SourceRange,
    /// What it is; no space and no mistake.
    pub kind: LeafKind,
}

impl File<'_> {
    /// The pieces of all formats that reach into a range of the source, in its order.
    pub fn tokens(&self, within: Range<u32>) -> Vec<Token> {
        let mut tokens = Vec::new();
        for site in self.sites {
            if site.range.end < within.start || within.end < site.range.start {
                continue;
            }
            let reading = Reading::of(site, self.target);
            for leaf in reading.format.leaves() {
                let is_nothing = matches!(leaf.kind, LeafKind::Space | LeafKind::Error);
                if is_nothing || leaf.span.is_empty() || reading.is_unknown(leaf.span) {
                    continue;
                }
                let ranges = site.map.to_sources(leaf.span);
                tokens.extend(ranges.into_iter().map(|range| Token { range, kind: leaf.kind }));
            }
        }
        tokens.sort_by_key(|token| token.range);
        // A format may be found twice, as that of two calls.
        tokens.dedup_by_key(|token| token.range);
        tokens
    }
}
