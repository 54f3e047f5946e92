//! The values of one record after the other.

use core::fmt;
use core::iter::FusedIterator;
use core::slice::ChunksExact;

use super::Unpack;

/// The values of many records: [`Struct::iter_unpack`](super::Struct::iter_unpack).
pub struct IterUnpack<'b, T: Unpack<'b>> {
    pub(super) records: ChunksExact<'b, u8>,
    pub(super) plan: T::Plan,
}

impl<'b, T: Unpack<'b>> Iterator for IterUnpack<'b, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.records.next().map(|record| T::read(record, &self.plan))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.records.size_hint()
    }
    #[inline]
    fn nth(&mut self, n: usize) -> Option<T> {
        self.records.nth(n).map(|record| T::read(record, &self.plan))
    }
    #[inline]
    fn fold<A, F: FnMut(A, T) -> A>(self, init: A, mut each: F) -> A {
        let IterUnpack { records, plan } = self;
        records.fold(init, |state, record| each(state, T::read(record, &plan)))
    }
}

impl<'b, T: Unpack<'b>> DoubleEndedIterator for IterUnpack<'b, T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.records.next_back().map(|record| T::read(record, &self.plan))
    }
}

impl<'b, T: Unpack<'b>> ExactSizeIterator for IterUnpack<'b, T> {}
impl<'b, T: Unpack<'b>> FusedIterator for IterUnpack<'b, T> {}

impl<'b, T: Unpack<'b>> Clone for IterUnpack<'b, T> {
    fn clone(&self) -> Self {
        IterUnpack { records: self.records.clone(), plan: self.plan.clone() }
    }
}

impl<'b, T: Unpack<'b>> fmt::Debug for IterUnpack<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IterUnpack").field("left", &self.records.len()).finish_non_exhaustive()
    }
}
