//! Iteration over elements.

use core::fmt;
use core::iter::FusedIterator;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Element;
use crate::geometry::{Indices, Offsets};
use crate::kernel::Row;

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// All elements, in C order: the last index fastest. `for_each`, `sum` and what else runs through the iterator's `fold` is
    /// faster than a `for` loop, since it takes whole rows.
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
        IndexedIter { elements: self.iter(), indices: Indices::new(&self.geometry.shape) }
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
        let (bytes, order) = (&self.view.bytes, self.view.order);
        // A loop over each row, in which nothing is looked at but the element.
        self.offsets.fold_rows(init, |state, row| E::fold_row(bytes, Row::from(row), order, state, &mut each))
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
    #[inline]
    fn rfold<A, F: FnMut(A, Self::Item) -> A>(self, init: A, mut each: F) -> A {
        let (bytes, order) = (&self.view.bytes, self.view.order);
        self.offsets.rfold_rows(init, |state, row| E::fold_row(bytes, Row::from(row), order, state, &mut each))
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
pub struct IndexedIter<'s, B: Bytes, E: Element, const R: usize = 1> {
    elements: Iter<'s, B, E, R>,
    indices: Indices<[usize; R]>,
}

impl<'s, B: Bytes, E: Element, const R: usize> Iterator for IndexedIter<'s, B, E, R> {
    type Item = ([usize; R], E::Of<'s, B>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let element = self.elements.next()?;
        Some((self.indices.next(&self.elements.view.geometry.shape), element))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.elements.size_hint()
    }
    #[inline]
    fn fold<A, F: FnMut(A, Self::Item) -> A>(mut self, init: A, mut each: F) -> A {
        let shape = &self.elements.view.geometry.shape;
        self.elements.fold(init, |state, element| each(state, (self.indices.next(shape), element)))
    }
}

impl<B: Bytes, E: Element, const R: usize> DoubleEndedIterator for IndexedIter<'_, B, E, R> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let element = self.elements.next_back()?;
        Some((self.indices.next_back(&self.elements.view.geometry.shape), element))
    }
}

impl<B: Bytes, E: Element, const R: usize> ExactSizeIterator for IndexedIter<'_, B, E, R> {}
impl<B: Bytes, E: Element, const R: usize> FusedIterator for IndexedIter<'_, B, E, R> {}

impl<B: Bytes, E: Element, const R: usize> Clone for IndexedIter<'_, B, E, R> {
    fn clone(&self) -> Self {
        IndexedIter { elements: self.elements.clone(), indices: self.indices.clone() }
    }
}

impl<B: Bytes, E: Element, const R: usize> fmt::Debug for IndexedIter<'_, B, E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IndexedIter").field("left", &self.elements.len()).finish_non_exhaustive()
    }
}
