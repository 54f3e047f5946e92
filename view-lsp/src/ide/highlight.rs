//! What belongs together: an item of a format, the names and the arguments that its values go to and come from.

use view_format::Span;

use super::File;
use super::reading::Reading;
use super::slot::Slot;
use crate::site::ResultUse;
use crate::source::SourceRange;

/// What is done at a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HighlightKind {
    /// The item itself.
    Item,
    /// A value is packed.
    Read,
    /// A value is unpacked.
    Write,
}

/// One of the places that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Highlight {
    /// The place.
    pub range: SourceRange,
    /// What is done there.
    pub kind: HighlightKind,
}

impl File<'_> {
    /// The item under a cursor with all the places that its values go to and come from; with the cursor at one of these
    /// places, all of that item's. `None` elsewhere.
    pub fn highlights(&self, offset: u32) -> Option<Vec<Highlight>> {
        if let Some((reading, at)) = self.place(offset) {
            let slots = reading.slots();
            let over = |slot: &&Slot| slot.item.start <= at && at < slot.item.end;
            let slot = slots.iter().find(over).or_else(|| slots.iter().find(|slot| slot.item.end == at))?;
            return Some(reading.belonging_to(slot.item, &slots));
        }
        self.sites.iter().find_map(|site| {
            let may = site.uses.iter().any(|of| of.range.touches(offset) || of.has_target_at(offset))
                || site.record.as_ref().is_some_and(|record| record.fields.iter().any(|field| field.touches(offset)));
            if !may {
                return None;
            }
            let reading = Reading::of(site, self.target);
            let slots = reading.slots();
            let slot =
                slots
                    .get((0..slots.len()).find(|value| {
                        reading.places(&slots, *value).iter().any(|place| place.range.touches(offset))
                    })?)?;
            Some(reading.belonging_to(slot.item, &slots))
        })
    }
}

impl crate::site::Use {
    fn has_target_at(&self, offset: u32) -> bool {
        self.results.iter().filter_map(ResultUse::targets).any(|targets| targets.range.touches(offset))
    }
}

impl crate::site::RecordField {
    fn place(&self) -> SourceRange {
        self.name.unwrap_or(self.field_type)
    }

    fn touches(&self, offset: u32) -> bool {
        self.place().touches(offset)
    }
}

impl Reading<'_> {
    fn belonging_to(&self, item: Span, slots: &[Slot]) -> Vec<Highlight> {
        let mut found: Vec<Highlight> = Vec::new();
        for (value, slot) in slots.iter().enumerate().filter(|(_, slot)| slot.item == item) {
            let item = slot.sources(&self.site.map);
            found.extend(item.into_iter().map(|range| Highlight { range, kind: HighlightKind::Item }));
            found.extend(self.places(slots, value));
        }
        found.sort_by_key(|place| place.range);
        found.dedup();
        found
    }

    /// Where one value goes to and comes from.
    fn places(&self, slots: &[Slot], value: usize) -> Vec<Highlight> {
        let mut found = Vec::new();
        let total = self.values().filter(|total| *total == slots.len());
        for of in &self.site.uses {
            let before = of.values().get(..=value).unwrap_or_default();
            if let Some(argument) = before.last().filter(|_| !before.iter().any(|argument| argument.is_starred)) {
                found.push(Highlight { range: argument.range, kind: HighlightKind::Read });
            }
            for targets in of.results.iter().filter_map(ResultUse::targets) {
                let target = total.and_then(|total| targets.of_value(value, total));
                if let Some(range) = target.and_then(|target| targets.each.get(target)) {
                    found.push(Highlight { range: *range, kind: HighlightKind::Write });
                }
            }
            for result in &of.results {
                if let ResultUse::Index { index, range } = result {
                    let from_end = total.and_then(|total| i128::try_from(total).ok()).map(|total| total + index);
                    let at = if *index < 0 { from_end } else { Some(*index) };
                    if at.and_then(|at| usize::try_from(at).ok()) == Some(value) {
                        found.push(Highlight { range: *range, kind: HighlightKind::Write });
                    }
                }
            }
        }
        let field = self.site.field_of_value(slots, value);
        if let (Some(field), Some(record)) = (field, &self.site.record)
            && let Some(field) = record.fields.get(field)
        {
            found.push(Highlight { range: field.place(), kind: HighlightKind::Write });
        }
        found
    }
}
