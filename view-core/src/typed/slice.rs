//! Slices of the first axis.

use core::ops::RangeBounds;

use super::TypedView;
use crate::bytes::{Bytes, Writable};
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::{Fixed, resolve_range};

impl<B, E: Element, const R: usize> TypedView<B, E, R> {
    /// The elements whose first index lies in a range, without a copy.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(b"ABCDEFGH")?;
    /// assert_eq!(numbers.slice(2..4)?.at(0), b'C');
    /// assert!(numbers.slice(2..9).is_err());
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the range reaches outside, or the view has no dimensions.
    #[inline]
    pub fn slice(&self, range: impl RangeBounds<usize>) -> Result<TypedView<B::Slice<'_>, E, R>, ViewError>
    where
        B: Bytes,
    {
        Ok(TypedView { geometry: slice(&self.geometry, range)?, ..self.view() })
    }

    /// As [`slice`](TypedView::slice), to write. Over cells `slice` is enough.
    ///
    /// # Errors
    ///
    /// As for [`slice`](TypedView::slice); and where the bytes turn out to be read-only.
    #[inline]
    pub fn slice_mut(&mut self, range: impl RangeBounds<usize>) -> Result<TypedView<B::SliceMut<'_>, E, R>, ViewError>
    where
        B: Writable,
    {
        let geometry = slice(&self.geometry, range)?;
        Ok(TypedView { bytes: self.bytes.writable()?, geometry, order: self.order })
    }
}

#[inline]
fn slice<const R: usize>(geometry: &Fixed<R>, range: impl RangeBounds<usize>) -> Result<Fixed<R>, ViewError> {
    let &length = geometry.shape.first().ok_or(ViewError::NoAxis)?;
    let range = resolve_range(&range, length).map_err(|range| ViewError::Range { range, length })?;
    Ok(geometry.slice_axis(0, range.start, 1, range.len()))
}
