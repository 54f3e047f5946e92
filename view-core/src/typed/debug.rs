//! `Debug`: nested lists, of which long ones, and those of many axes, are cut.

use core::fmt;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Element;
use crate::geometry::Shown;

impl<B: Bytes, E: Element, const R: usize> fmt::Debug for TypedView<B, E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Part { view: self, index: [0; R], rank: 0 }.fmt(f)
    }
}

/// The elements whose first `rank` indices are those of `index`.
struct Part<'v, B, E: Element, const R: usize> {
    view: &'v TypedView<B, E, R>,
    index: [usize; R],
    rank: usize,
}

impl<B: Bytes, E: Element, const R: usize> fmt::Debug for Part<'_, B, E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(&length) = self.view.geometry.shape.get(self.rank) else {
            return match self.view.geometry.locate(&self.index) {
                Some(at) => E::debug(&self.view.bytes, at, self.view.order, f),
                None => Ok(()),
            };
        };
        let part = |i| {
            let mut index = self.index;
            index[self.rank] = i;
            Part { view: self.view, index, rank: self.rank + 1 }
        };
        let mut list = f.debug_list();
        for index in Shown::of(&self.view.geometry.shape, self.rank).indices(length) {
            match index {
                Ok(i) => list.entry(&part(i)),
                Err(left) => list.entry(&format_args!("... {left} more ...")),
            };
        }
        list.finish()
    }
}
