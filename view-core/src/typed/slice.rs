//! Slices, and parts at one index of an axis.

use core::ops::RangeBounds;

use super::{OneLess, Rank, TypedView};
use crate::bytes::{Bytes, Writable};
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::{Fixed, GrowFixed, SliceTo, check_axis, resolve_range};

impl<B, E: Element, const R: usize> TypedView<B, E, R> {
    /// The elements that a key selects, without a copy: a range of the first axis, or [`s!`](crate::s) for all axes.
    ///
    /// A range keeps the number of dimensions `R`. A key gives `Q` of them: each number drops one, each `NewAxis` adds one. The
    /// compiler knows that of [`s!`](crate::s) up to eight dimensions; of a list of [`Index`](crate::Index), or where a number's type
    /// is left open (`let i = 1;`), it is written down: `slice::<1>(&list[..])`.
    ///
    /// ```
    /// use view_core::{Le, TypedView, s};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(b"ABCDEFGH")?;
    /// assert_eq!(numbers.slice(2..4)?.at(0), b'C');
    /// assert!(numbers.slice(2..9).is_err()); // a range is strict
    ///
    /// let grid = numbers.reshape([2, 4])?;
    /// assert!(grid.slice(s![.., ..;-1])?.iter().eq(*b"DCBAHGFE"));
    /// assert_eq!(grid.slice(s![-1, 1..])?.get([2]), Some(b'H'));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where a range reaches outside, or the view has no dimensions. Of a key: where an index does not exist, a step is 0,
    /// there are more indices and slices than dimensions; of a list, where the result has not `Q` dimensions.
    #[inline]
    pub fn slice<const Q: usize>(&self, key: impl SliceTo<R, Q>) -> Result<TypedView<B::Slice<'_>, E, Q>, ViewError>
    where
        B: Bytes,
    {
        Ok(TypedView { bytes: self.bytes.slice(), geometry: select(&self.geometry, &key)?, order: self.order })
    }

    /// As [`slice`](TypedView::slice), to write. Over cells `slice` is enough.
    ///
    /// # Errors
    ///
    /// As for [`slice`](TypedView::slice); and where the bytes turn out to be read-only.
    #[inline]
    pub fn slice_mut<const Q: usize>(
        &mut self,
        key: impl SliceTo<R, Q>,
    ) -> Result<TypedView<B::SliceMut<'_>, E, Q>, ViewError>
    where
        B: Writable,
    {
        let geometry = select(&self.geometry, &key)?;
        Ok(TypedView { bytes: self.bytes.writable()?, geometry, order: self.order })
    }

    /// As [`slice`](TypedView::slice), of a view that is not needed any more: the slice holds the bytes in its place, also
    /// where it owns them.
    ///
    /// # Errors
    ///
    /// As for [`slice`](TypedView::slice).
    #[inline]
    pub fn into_slice<const Q: usize>(self, key: impl SliceTo<R, Q>) -> Result<TypedView<B, E, Q>, ViewError> {
        let geometry = select(&self.geometry, &key)?;
        Ok(TypedView { bytes: self.bytes, geometry, order: self.order })
    }

    /// The elements whose index along `axis` lies in a range, which has to fit.
    ///
    /// # Errors
    ///
    /// Where the range reaches outside, or there is no such axis.
    #[inline]
    pub fn slice_axis(
        &self,
        axis: usize,
        range: impl RangeBounds<usize>,
    ) -> Result<TypedView<B::Slice<'_>, E, R>, ViewError>
    where
        B: Bytes,
    {
        Ok(TypedView { geometry: slice_axis(&self.geometry, axis, range)?, ..self.view() })
    }

    /// As [`slice_axis`](TypedView::slice_axis), to write.
    ///
    /// # Errors
    ///
    /// As for [`slice_axis`](TypedView::slice_axis); and where the bytes turn out to be read-only.
    #[inline]
    pub fn slice_axis_mut(
        &mut self,
        axis: usize,
        range: impl RangeBounds<usize>,
    ) -> Result<TypedView<B::SliceMut<'_>, E, R>, ViewError>
    where
        B: Writable,
    {
        let geometry = slice_axis(&self.geometry, axis, range)?;
        Ok(TypedView { bytes: self.bytes.writable()?, geometry, order: self.order })
    }

    /// The elements with one index along `axis`, which is dropped. It goes for up to eight dimensions; for more, there is
    /// `slice`.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(b"ABCDEFGH", [2, 4])?;
    /// assert!(grid.index_axis(1, 2)?.iter().eq(*b"CG"));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such index, or no such axis.
    #[inline]
    pub fn index_axis(
        &self,
        axis: usize,
        index: usize,
    ) -> Result<<Rank<R> as OneLess>::View<B::Slice<'_>, E>, ViewError>
    where
        B: Bytes,
        Rank<R>: OneLess,
    {
        let geometry = self.geometry.index_axis::<<Rank<R> as OneLess>::Axes>(axis, index)?;
        Ok(Rank::<R>::view(self.bytes.slice(), geometry, self.order))
    }

    /// As [`index_axis`](TypedView::index_axis), to write.
    ///
    /// # Errors
    ///
    /// As for [`index_axis`](TypedView::index_axis); and where the bytes turn out to be read-only.
    #[inline]
    pub fn index_axis_mut(
        &mut self,
        axis: usize,
        index: usize,
    ) -> Result<<Rank<R> as OneLess>::View<B::SliceMut<'_>, E>, ViewError>
    where
        B: Writable,
        Rank<R>: OneLess,
    {
        let geometry = self.geometry.index_axis::<<Rank<R> as OneLess>::Axes>(axis, index)?;
        Ok(Rank::<R>::view(self.bytes.writable()?, geometry, self.order))
    }
}

#[inline]
fn select<const R: usize, const Q: usize>(of: &Fixed<R>, key: &impl SliceTo<R, Q>) -> Result<Fixed<Q>, ViewError> {
    key.apply::<GrowFixed<Q>>(&of.shape, &of.strides, of.offset)
}

#[inline]
fn slice_axis<const R: usize>(
    of: &Fixed<R>,
    axis: usize,
    range: impl RangeBounds<usize>,
) -> Result<Fixed<R>, ViewError> {
    let length = of.shape[check_axis(axis, R)?];
    let range = resolve_range(&range, length).map_err(|range| ViewError::Range { range, length })?;
    Ok(of.slice_axis(axis, range.start, 1, range.len()))
}
