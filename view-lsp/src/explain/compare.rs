//! One format on several targets: which fields lie elsewhere, and which have another size.

use view_format::{Layout, parse};

use super::{Explanation, FieldRow, fields};
use crate::target::NamedTarget;

/// What a format means on several targets.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The targets, each with the layout that the format has there.
    pub targets: Vec<(NamedTarget, Layout)>,
    /// The fields that are not everywhere the same.
    pub differences: Vec<Difference>,
}

/// A field that is not everywhere the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// How the field is reached.
    pub path: String,
    /// As it is written, without its name.
    pub code: String,
    /// For each target, offset and size.
    pub places: Vec<(usize, usize)>,
    /// Which of all the scalar fields it is.
    pub scalar: Option<usize>,
}

impl Explanation {
    /// The format on `targets`, as far as it can be used there.
    pub fn compare(&self, targets: &[NamedTarget]) -> Comparison {
        let format = parse(self.text(), self.parse.format.dialect()).format;
        let mut rows: Vec<Vec<FieldRow>> = Vec::new();
        let mut layouts = Vec::new();
        for target in targets {
            let checked = format.check(&target.target);
            if let Some(layout) = checked.layout {
                let all = fields::rows(self.text(), &layout, &checked.origins);
                rows.push(all.into_iter().filter(|row| !row.is_padding).collect());
                layouts.push((target.clone(), layout));
            }
        }
        // Each target has the same fields in the same order; only an array of nothing could be left out.
        let first = rows.first().map_or(&[][..], |rows| rows);
        let differences = first.iter().enumerate().filter_map(|(i, row)| {
            let places: Vec<_> = rows.iter().filter_map(|rows| rows.get(i)).map(|row| (row.offset, row.size)).collect();
            let differs = places.iter().any(|place| *place != (row.offset, row.size));
            let (path, code, scalar) = (row.path.clone(), row.code.clone(), row.scalar);
            (differs && places.len() == rows.len()).then_some(Difference { path, code, places, scalar })
        });
        let differences = differences.collect();
        Comparison { targets: layouts, differences }
    }
}

impl Comparison {
    /// Whether size and alignment are the same everywhere, and all fields in the same place.
    pub fn is_same(&self) -> bool {
        let mut all = self.targets.iter().map(|(_, layout)| (layout.size(), layout.align()));
        let first = all.next();
        self.differences.is_empty() && all.all(|other| Some(other) == first)
    }
}
