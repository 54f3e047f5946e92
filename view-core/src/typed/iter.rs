//! Iteration over the elements of one dimension.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::Range;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Element;

impl<B: Bytes, E: Element> TypedView<B, E> {
    /// All elements, in order. Sums and the like run faster through [`fold`](TypedView::fold), which takes whole rows.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(b"ABC")?;
    /// assert!(numbers.iter().rev().eq(*b"CBA"));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn iter(&self) -> Iter<'_, B, E> {
        Iter { view: self, indices: 0..self.len() }
    }
}

impl<'s, B: Bytes, E: Element> IntoIterator for &'s TypedView<B, E> {
    type Item = E::Of<'s, B>;
    type IntoIter = Iter<'s, B, E>;

    #[inline]
    fn into_iter(self) -> Iter<'s, B, E> {
        self.iter()
    }
}

/// The elements of a [`TypedView`] of one dimension, from either end.
pub struct Iter<'s, B, E: Element> {
    view: &'s TypedView<B, E>,
    indices: Range<usize>,
}

impl<'s, B: Bytes, E: Element> Iterator for Iter<'s, B, E> {
    type Item = E::Of<'s, B>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.view.get([self.indices.next()?])
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.indices.size_hint()
    }
    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.view.get([self.indices.nth(n)?])
    }
}

impl<B: Bytes, E: Element> DoubleEndedIterator for Iter<'_, B, E> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.view.get([self.indices.next_back()?])
    }
}

impl<B: Bytes, E: Element> ExactSizeIterator for Iter<'_, B, E> {}
impl<B: Bytes, E: Element> FusedIterator for Iter<'_, B, E> {}

impl<B, E: Element> Clone for Iter<'_, B, E> {
    fn clone(&self) -> Self {
        Iter { view: self.view, indices: self.indices.clone() }
    }
}

impl<B, E: Element> fmt::Debug for Iter<'_, B, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").field("indices", &self.indices).finish_non_exhaustive()
    }
}
