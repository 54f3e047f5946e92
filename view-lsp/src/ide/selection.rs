//! What a growing selection selects.

use super::File;
use crate::source::SourceRange;

impl File<'_> {
    /// The code under a cursor, its item, the struct around it, and so on up to the whole literal, each inside the next;
    /// `None` outside of formats.
    pub fn selections(&self, offset: u32) -> Option<Vec<SourceRange>> {
        let (reading, at) = self.place(offset)?;
        let place = reading.format.place_at(&reading.checked, at);
        let site = reading.site;
        let mut ranges: Vec<_> = place.extents.iter().map(|span| site.map.to_source(*span)).collect();
        ranges.push(site.range);
        ranges.dedup();
        // The text of a format that is a sum may end inside the expression.
        let mut inner = SourceRange::empty(offset);
        ranges.retain(|range| {
            let grows = range.contains(inner);
            if grows {
                inner = *range;
            }
            grows
        });
        Some(ranges)
    }
}
