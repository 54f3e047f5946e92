//! Iteration over elements.

use core::fmt;
use core::iter::FusedIterator;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Element;
use crate::geometry::Offsets;
use crate::kernel::fold_rows;

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// All elements, in C order: the last index fastest. Over several dimensions, `for_each`, `sum` and what else runs through
    /// the iterator's `fold` is faster than a `for` loop, since it takes whole rows; numbers run faster still through
    /// [`fold`](TypedView::fold) of the view.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(b"ABCD", [2, 2])?;
    /// assert!(grid.iter().rev().eq(*b"DCBA"));
    /// assert!(grid.transpose().iter().eq(*b"ACBD"));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline(always)]
    pub fn iter(&self) -> Iter<'_, B, E, R> {
        Iter { view: self, offsets: Offsets::new(self.geometry) }
    }

    /// All elements with their index, in C order.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(b"ABCD", [2, 2])?;
    /// assert_eq!(grid.indexed_iter().find(|(_, value)| *value == b'C'), Some(([1, 0], b'C')));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn indexed_iter(&self) -> IndexedIter<'_, B, E, R> {
        IndexedIter(self.iter())
    }
}

impl<'s, B: Bytes, E: Element, const R: usize> IntoIterator for &'s TypedView<B, E, R> {
    type Item = E::Of<'s, B>;
    type IntoIter = Iter<'s, B, E, R>;

    #[inline]
    fn into_iter(self) -> Iter<'s, B, E, R> {
        self.iter()
    }
}

/// The elements of a [`TypedView`], from either end: what [`TypedView::iter`] gives.
pub struct Iter<'s, B, E: Element, const R: usize = 1> {
    view: &'s TypedView<B, E, R>,
    offsets: Offsets<[usize; R], [isize; R]>,
}

impl<'s, B: Bytes, E: Element, const R: usize> Iter<'s, B, E, R> {
    #[inline(always)]
    fn read(&self, at: usize) -> E::Of<'s, B> {
        E::read(&self.view.bytes, at, self.view.order)
    }
}

impl<'s, B: Bytes, E: Element, const R: usize> Iterator for Iter<'s, B, E, R> {
    type Item = E::Of<'s, B>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.offsets.next().map(|at| self.read(at))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.offsets.len(), Some(self.offsets.len()))
    }
    #[inline]
    fn count(self) -> usize {
        self.offsets.len()
    }
    #[inline]
    fn last(mut self) -> Option<Self::Item> {
        self.next_back()
    }
    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.offsets.nth(n).map(|at| self.read(at))
    }
    #[inline]
    fn fold<A, F: FnMut(A, Self::Item) -> A>(self, init: A, mut each: F) -> A {
        match self.offsets.untouched() {
            // A loop over each row, in which nothing is looked at but the element.
            Some(geometry) => {
                let (shape, strides, offset) = (&geometry.shape, &geometry.strides, geometry.offset);
                fold_rows(shape, strides, offset, init, |state, row| {
                    let at = |i: usize| row.start.wrapping_add_signed((i as isize).wrapping_mul(row.stride));
                    (0..row.length).fold(state, |state, i| each(state, self.read(at(i))))
                })
            }
            None => {
                let mut state = init;
                for element in self {
                    state = each(state, element);
                }
                state
            }
        }
    }
}

impl<B: Bytes, E: Element, const R: usize> DoubleEndedIterator for Iter<'_, B, E, R> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.offsets.next_back().map(|at| self.read(at))
    }
    #[inline]
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        self.offsets.nth_back(n).map(|at| self.read(at))
    }
}

impl<B: Bytes, E: Element, const R: usize> ExactSizeIterator for Iter<'_, B, E, R> {}
impl<B: Bytes, E: Element, const R: usize> FusedIterator for Iter<'_, B, E, R> {}

impl<B, E: Element, const R: usize> Clone for Iter<'_, B, E, R> {
    fn clone(&self) -> Self {
        Iter { view: self.view, offsets: self.offsets.clone() }
    }
}

impl<B: Bytes, E: Element, const R: usize> fmt::Debug for Iter<'_, B, E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").field("left", &self.offsets.len()).finish_non_exhaustive()
    }
}

/// The elements of a [`TypedView`] with their index, from either end: what [`TypedView::indexed_iter`] gives.
#[derive(Clone, Debug)]
pub struct IndexedIter<'s, B: Bytes, E: Element, const R: usize = 1>(Iter<'s, B, E, R>);

impl<'s, B: Bytes, E: Element, const R: usize> Iterator for IndexedIter<'s, B, E, R> {
    type Item = ([usize; R], E::Of<'s, B>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let index = self.0.offsets.index();
        self.0.next().map(|element| (index, element))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<B: Bytes, E: Element, const R: usize> DoubleEndedIterator for IndexedIter<'_, B, E, R> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let index = self.0.offsets.index_back();
        self.0.next_back().map(|element| (index, element))
    }
}

impl<B: Bytes, E: Element, const R: usize> ExactSizeIterator for IndexedIter<'_, B, E, R> {}
impl<B: Bytes, E: Element, const R: usize> FusedIterator for IndexedIter<'_, B, E, R> {}
