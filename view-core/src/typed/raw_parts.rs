//! A view taken apart and put together again, by those who have checked the geometry.

use super::TypedView;
use crate::bytes::{Bytes, ReadOnlyError, Writable};
use crate::element::Element;
use crate::geometry::Fixed;

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// A view that reads elements where `geometry` says. The caller has checked that they lie in the bytes.
    pub(crate) fn from_parts(bytes: B, geometry: Fixed<R>, order: E::Order) -> Self {
        TypedView { bytes, geometry, order }
    }

    /// What [`from_parts`](TypedView::from_parts) takes, with the bytes borrowed to write.
    pub(crate) fn parts_mut(&mut self) -> Result<(B::SliceMut<'_>, Fixed<R>, E::Order), ReadOnlyError>
    where
        B: Writable,
    {
        Ok((self.bytes.writable()?, self.geometry, self.order))
    }

    /// The reverse of [`from_parts`](TypedView::from_parts).
    pub(crate) fn into_parts(self) -> (B, Fixed<R>, E::Order) {
        (self.bytes, self.geometry, self.order)
    }
}
