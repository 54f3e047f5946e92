//! What is shown between the lines: how large a format is, which value each name and argument is.

use std::ops::Range;

use super::File;
use super::reading::Reading;
use super::slot::Slot;
use crate::site::{Operation, ResultUse, Site, Targets, Use};
use crate::source::SourceRange;

/// What a hint is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HintKind {
    /// Behind a format: bytes and values.
    Format,
    /// Behind a name that takes a value: its type.
    Target,
    /// Before an argument that is packed: its name or type.
    Argument,
}

/// A few words between the lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// Where it is shown.
    pub offset: u32,
    /// The words.
    pub label: String,
    /// More words, for those who ask.
    pub tooltip: Option<String>,
}

impl File<'_> {
    /// The hints in a range of the source, in its order. Nothing is told of formats that are wrong.
    pub fn hints(&self, within: Range<u32>) -> Vec<Hint> {
        let is_near = |range: SourceRange| range.start <= within.end && within.start <= range.end;
        let mut hints = Vec::new();
        for site in self.sites {
            if !is_near(site.range) && !site.uses.iter().any(|of| of.ranges().any(is_near)) {
                continue;
            }
            let reading = Reading::of(site, self.target);
            if reading.is_right {
                hints.extend(reading.size_hint());
                reading.value_hints(&mut hints);
            }
        }
        hints.retain(|hint| (within.start..=within.end).contains(&hint.offset));
        hints.sort_by(|a, b| (a.offset, &a.label).cmp(&(b.offset, &b.label)));
        hints.dedup();
        hints
    }
}

impl Use {
    /// Where there may be hints.
    fn ranges(&self) -> impl Iterator<Item = SourceRange> {
        let targets = self.results.iter().filter_map(|result| match result {
            ResultUse::Targets(targets) => Some(targets.range),
            ResultUse::Index { .. } | ResultUse::Compared { .. } => None,
        });
        targets.chain([self.range])
    }
}

impl Reading<'_> {
    fn size_hint(&self) -> Option<Hint> {
        let site = self.site;
        let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let what = if site.operation.is_rust() { "field" } else { "value" };
        let is_one = matches!(site.operation, Operation::Array | Operation::MemoryviewCast);
        let values =
            self.values().filter(|_| !is_one).map(|values| match (site.operation.is_rust(), &self.checked.layout) {
                (true, Some(layout)) => plural(layout.fields().len(), what),
                _ => plural(values, what),
            });
        let size = self.size().map(|size| format!("{size} B"));
        let label = [size, values].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let hint = Hint { kind: HintKind::Format, offset: site.range.end, label, tooltip: None };
        Some(hint).filter(|hint| !hint.label.is_empty())
    }

    fn value_hints(&self, hints: &mut Vec<Hint>) {
        let is_used = |of: &Use| of.operation.packs() || of.results.iter().any(|r| matches!(r, ResultUse::Targets(_)));
        if !self.site.uses.iter().any(is_used) {
            return;
        }
        let slots = self.slots();
        for of in &self.site.uses {
            for (slot, argument) in slots.iter().zip(of.values()) {
                // What stands behind `*values` is any of the values.
                if argument.is_starred {
                    break;
                }
                hints.push(slot.hint(HintKind::Argument, argument.range.start, format!("{}:", slot.label())));
            }
            for targets in of.results.iter().filter_map(ResultUse::targets) {
                let Some(total) = self.values().filter(|total| *total == slots.len()) else { continue };
                for (i, target) in targets.each.iter().enumerate() {
                    if let Some(slot) = targets.value_of(i, total).and_then(|value| slots.get(value)) {
                        hints.push(slot.hint(HintKind::Target, target.end, format!(": {}", slot.text)));
                    }
                }
            }
        }
    }
}

impl Slot {
    fn hint(&self, kind: HintKind, offset: u32, label: String) -> Hint {
        Hint { kind, offset, label, tooltip: Some(self.facts()) }
    }
}

impl ResultUse {
    pub(super) fn targets(&self) -> Option<&Targets> {
        match self {
            ResultUse::Targets(targets) => Some(targets),
            ResultUse::Index { .. } | ResultUse::Compared { .. } => None,
        }
    }
}

impl Targets {
    /// Which of `total` values the target at `i` takes; `None` where it takes several, and where the numbers disagree.
    pub(super) fn value_of(&self, i: usize, total: usize) -> Option<usize> {
        match self.starred {
            None => (self.each.len() == total).then_some(i),
            Some(starred) if i == starred || total + 1 < self.each.len() => None,
            Some(starred) if i < starred => Some(i),
            Some(_) => (total + i).checked_sub(self.each.len()),
        }
    }

    /// Which target takes one of `total` values.
    pub(super) fn of_value(&self, value: usize, total: usize) -> Option<usize> {
        (0..self.each.len()).find(|i| self.value_of(*i, total) == Some(value)).or(match self.starred {
            Some(starred) if total + 1 >= self.each.len() => Some(starred),
            _ => None,
        })
    }
}

impl Site {
    /// Which value each field of a struct with a derive takes, if each takes one value or one item.
    pub(super) fn field_of_value(&self, slots: &[Slot], value: usize) -> Option<usize> {
        let fields = &self.record.as_ref()?.fields;
        if fields.len() == slots.len() {
            return Some(value);
        }
        let mut items: Vec<_> = slots.iter().map(|slot| slot.item).collect();
        items.dedup();
        let item = items.iter().position(|item| slots.get(value).is_some_and(|slot| slot.item == *item))?;
        (fields.len() == items.len()).then_some(item)
    }
}
