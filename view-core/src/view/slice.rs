//! Slices of the first dimension, and parts at an index.

use core::ops::RangeBounds;

use super::View;
use crate::bytes::{Bytes, Writable};
use crate::error::ViewError;
use crate::geometry::{Dynamic, resolve_range};

impl<B: Bytes> View<B> {
    /// The elements whose first index lies in a range, without a copy.
    ///
    /// Over `&[u8]` and over cells the slice lives as long as the bytes do, else as long as the borrow of this view. Over
    /// cells it can be written, too.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"ABCDEFGH");
    /// assert_eq!(view.slice(2..4)?.to_bytes(), b"CD");
    /// assert_eq!(view.slice(6..)?.to_bytes(), b"GH");
    /// let error = view.slice(6..9).unwrap_err();
    /// assert_eq!(error.to_string(), "range 6..9 is out of range for an axis of length 8");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the range reaches outside, or the view has no dimensions.
    pub fn slice(&self, range: impl RangeBounds<usize>) -> Result<View<B::Slice<'_>>, ViewError> {
        Ok(Self::with_geometry(self.bytes.slice(), self.sliced(range)?, &self.element))
    }

    /// As [`slice`](View::slice), to write.
    ///
    /// # Errors
    ///
    /// As for [`slice`](View::slice); and where the bytes turn out to be read-only.
    pub fn slice_mut(&mut self, range: impl RangeBounds<usize>) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let geometry = self.sliced(range)?;
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

    /// The same elements with the dimensions in reverse order: rows become columns.
    ///
    /// Elements in Fortran order are those of the reversed shape in C order, transposed:
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(&[1, 2, 3, 4, 5, 6]).cast_shape("B", &[3, 2])?.transpose();
    /// assert_eq!(view.to_list().to_string(), "[[1, 3, 5], [2, 4, 6]]");
    /// assert!(view.is_f_contiguous());
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    #[must_use]
    pub fn transpose(mut self) -> Self {
        self.geometry.shape.reverse();
        self.geometry.strides.reverse();
        self
    }

    fn sliced(&self, range: impl RangeBounds<usize>) -> Result<Dynamic, ViewError> {
        let &length = self.shape().first().ok_or(ViewError::NoAxis)?;
        let range = resolve_range(&range, length).map_err(|range| ViewError::Range { range, length })?;
        Ok(self.geometry.clone().slice_axis(0, range.start, 1, range.len()))
    }

    fn parted(&self, index: &[usize]) -> Result<Dynamic, ViewError> {
        self.geometry.at(index).ok_or_else(|| ViewError::index(index, self.shape()))
    }
}
