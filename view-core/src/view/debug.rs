//! `Debug` and `Display`: format, shape, and the first and last few values.

use core::fmt;

use super::View;
use crate::bytes::Bytes;
use crate::geometry::Dynamic;

/// Of an axis that is longer, the first and the last few are shown.
const SHOWN: usize = 16;
const EDGE: usize = 6;

/// Format, shape and values: ``View of `<i`, shape [3]: [1, 2, 3]``.
impl<B: Bytes> fmt::Display for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.readonly() { "read-only view" } else { "view" };
        write!(f, "{kind} of `{}`, shape {:?}: ", self.format(), self.shape())?;
        part(self, &self.geometry, f)
    }
}

impl<B: Bytes> fmt::Debug for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn part<B: Bytes>(view: &View<B>, geometry: &Dynamic, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some(&length) = geometry.shape.first() else {
        return fmt::Display::fmt(&view.value_at(geometry.offset), f);
    };
    let is_shown = |i| length <= SHOWN || !(EDGE..length - EDGE).contains(&i);
    let indices: &mut dyn Iterator<Item = usize> =
        if length <= SHOWN { &mut (0..length) } else { &mut (0..=EDGE).chain(length - EDGE..length) };
    f.write_str("[")?;
    for i in indices {
        f.write_str(if i == 0 { "" } else { ", " })?;
        match geometry.at(&[i]) {
            Some(geometry) if is_shown(i) => part(view, &geometry, f)?,
            _ => write!(f, "... {} more ...", length - 2 * EDGE)?,
        }
    }
    f.write_str("]")
}
