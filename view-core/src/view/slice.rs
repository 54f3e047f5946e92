//! Slices, and parts at an index.

use core::ops::RangeBounds;

use super::View;
use crate::bytes::{Bytes, Writable};
use crate::error::ViewError;
use crate::geometry::{Dynamic, SliceKey, check_axis, resolve_range};

impl<B: Bytes> View<B> {
    /// The elements that a key selects, without a copy: a range of the first axis, or [`s!`](crate::s) for all axes.
    ///
    /// Over `&[u8]` and over cells the slice lives as long as the bytes do, else as long as the borrow of this view. Over
    /// cells it can be written, too.
    ///
    /// ```
    /// use view_core::{View, s};
    ///
    /// let view = View::new(b"ABCDEFGH");
    /// assert_eq!(view.slice(2..4)?.to_bytes(), b"CD");
    /// assert_eq!(view.slice(6..)?.to_bytes(), b"GH");
    /// let error = view.slice(6..9).unwrap_err();
    /// assert_eq!(error.to_string(), "range 6..9 is out of range for an axis of length 8");
    ///
    /// let grid = view.view().cast_shape("c", &[2, 4])?;
    /// assert_eq!(grid.slice(s![.., ..;-2])?.to_bytes(), b"DBHF"); // Python's [:, ::-2]
    /// assert_eq!(grid.slice(s![-1, 1..])?.shape(), [3]); // an index drops its axis
    /// assert_eq!(view.slice(s![6..9])?.to_bytes(), b"GH"); // and a slice is cut to what is there
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// A plain range is strict, and a key has Python's rules. Where the number of axes is known at run time only, a list of
    /// [`Index`](crate::Index) does: `view.slice(&key[..])`.
    ///
    /// # Errors
    ///
    /// Where a range reaches outside, or the view has no dimensions. Of a key: where an index does not exist, a step is 0,
    /// or there are more indices and slices than dimensions.
    pub fn slice(&self, key: impl SliceKey) -> Result<View<B::Slice<'_>>, ViewError> {
        Ok(Self::with_geometry(self.bytes.slice(), self.select(&key)?, &self.element))
    }

    /// As [`slice`](View::slice), to write.
    ///
    /// ```
    /// use view_core::{View, s};
    ///
    /// let mut data = *b"ABCDEFGH";
    /// View::new(&mut data).slice_mut(s![..;-2])?.copy_from(b"wxyz")?;
    /// assert_eq!(&data, b"AzCyExGw");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`slice`](View::slice); and where the bytes turn out to be read-only.
    pub fn slice_mut(&mut self, key: impl SliceKey) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let geometry = self.select(&key)?;
        Ok(Self::with_geometry(self.bytes.writable()?, geometry, &self.element))
    }

    /// As [`slice`](View::slice), of a view that is not needed any more: the slice holds the bytes in its place, also where
    /// it owns them.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use view_core::View;
    ///
    /// let shared: Arc<[u8]> = Arc::from(*b"ABCDEFGH");
    /// let part = View::new(shared).into_slice(2..4)?; // it can go to another thread
    /// assert_eq!(std::thread::spawn(move || part.to_bytes()).join().unwrap(), b"CD");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`slice`](View::slice).
    pub fn into_slice(self, key: impl SliceKey) -> Result<Self, ViewError> {
        let geometry = self.select(&key)?;
        Ok(self.moved(geometry))
    }

    /// The elements whose index along `axis` lies in a range, which has to fit.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let grid = View::new(b"ABCDEFGH").cast_shape("c", &[2, 4])?;
    /// assert_eq!(grid.slice_axis(1, 1..3)?.to_bytes(), b"BCFG");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the range reaches outside, or there is no such axis.
    pub fn slice_axis(&self, axis: usize, range: impl RangeBounds<usize>) -> Result<View<B::Slice<'_>>, ViewError> {
        Ok(Self::with_geometry(self.bytes.slice(), self.sliced_axis(axis, range)?, &self.element))
    }

    /// As [`slice_axis`](View::slice_axis), to write.
    ///
    /// # Errors
    ///
    /// As for [`slice_axis`](View::slice_axis); and where the bytes turn out to be read-only.
    pub fn slice_axis_mut(
        &mut self,
        axis: usize,
        range: impl RangeBounds<usize>,
    ) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let geometry = self.sliced_axis(axis, range)?;
        Ok(Self::with_geometry(self.bytes.writable()?, geometry, &self.element))
    }

    /// The elements with one index along `axis`, which is dropped: a column of a table.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let grid = View::new(b"ABCDEFGH").cast_shape("c", &[2, 4])?;
    /// assert_eq!(grid.index_axis(1, 2)?.to_bytes(), b"CG");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such index, or no such axis.
    pub fn index_axis(&self, axis: usize, index: usize) -> Result<View<B::Slice<'_>>, ViewError> {
        Ok(Self::with_geometry(self.bytes.slice(), self.indexed_axis(axis, index)?, &self.element))
    }

    /// As [`index_axis`](View::index_axis), to write.
    ///
    /// # Errors
    ///
    /// As for [`index_axis`](View::index_axis); and where the bytes turn out to be read-only.
    pub fn index_axis_mut(&mut self, axis: usize, index: usize) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let geometry = self.indexed_axis(axis, index)?;
        Ok(Self::with_geometry(self.bytes.writable()?, geometry, &self.element))
    }

    /// The part where the first indices are those given: a row of a table, a plane of a stack. The index of all
    /// dimensions gives a view of none, with one element.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"ABCDEFGH").cast_shape("c", &[2, 4])?;
    /// assert_eq!(view.part([1])?.to_bytes(), b"EFGH");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the index has more dimensions than the view, or lies outside.
    pub fn part(&self, index: impl AsRef<[usize]>) -> Result<View<B::Slice<'_>>, ViewError> {
        Ok(Self::with_geometry(self.bytes.slice(), self.parted(index.as_ref())?, &self.element))
    }

    /// As [`part`](View::part), to write.
    ///
    /// # Errors
    ///
    /// As for [`part`](View::part); and where the bytes turn out to be read-only.
    pub fn part_mut(&mut self, index: impl AsRef<[usize]>) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let geometry = self.parted(index.as_ref())?;
        Ok(Self::with_geometry(self.bytes.writable()?, geometry, &self.element))
    }

    fn select(&self, key: &impl SliceKey) -> Result<Dynamic, ViewError> {
        let Dynamic { shape, strides, offset } = &self.geometry;
        key.apply::<Dynamic>(shape, strides, *offset)
    }

    fn parted(&self, index: &[usize]) -> Result<Dynamic, ViewError> {
        self.geometry.at(index).ok_or_else(|| ViewError::index(index, self.shape()))
    }

    fn sliced_axis(&self, axis: usize, range: impl RangeBounds<usize>) -> Result<Dynamic, ViewError> {
        let length = self.shape()[check_axis(axis, self.ndim())?];
        let range = resolve_range(&range, length).map_err(|range| ViewError::Range { range, length })?;
        Ok(self.geometry.clone().slice_axis(axis, range.start, 1, range.len()))
    }

    pub(super) fn indexed_axis(&self, axis: usize, index: usize) -> Result<Dynamic, ViewError> {
        Ok(self.geometry.index_axis::<Dynamic>(axis, index)?)
    }
}
