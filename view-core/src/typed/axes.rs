//! Axes in another order, turned round, added and repeated: views of the same elements, or of some several times.

use super::{OneMore, Rank, TypedView};
use crate::bytes::Bytes;
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::{Geometry, GrowFixed, broadcast, insert_axis, permute, reshape, windows};

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The same elements with the dimensions in reverse order: rows become columns.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let view = TypedView::<_, Le<u8>, 2>::contiguous(&[1, 2, 3, 4, 5, 6], [3, 2])?.transpose();
    /// assert_eq!(format!("{view:?}"), "[[1, 3, 5], [2, 4, 6]]");
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn transpose(mut self) -> Self {
        self.geometry.shape.reverse();
        self.geometry.strides.reverse();
        self
    }

    /// The dimensions in the order given: the first of the result is that of `axes[0]`.
    ///
    /// # Errors
    ///
    /// Where `axes` are not those of the view, each once.
    pub fn permute(self, axes: [usize; R]) -> Result<Self, ViewError> {
        let Geometry { shape, strides, offset } = self.geometry;
        Ok(TypedView { geometry: permute::<GrowFixed<R>>(&shape, &strides, offset, &axes)?, ..self })
    }

    /// Two dimensions in each other's place.
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    pub fn swap_axes(self, a: usize, b: usize) -> Result<Self, ViewError> {
        Ok(TypedView { geometry: self.geometry.swap_axes(a, b)?, ..self })
    }

    /// The same elements with one dimension turned round: Python's `m[::-1]`, for any axis.
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    pub fn flip(self, axis: usize) -> Result<Self, ViewError> {
        Ok(TypedView { geometry: self.geometry.flip(axis)?, ..self })
    }

    /// The same elements, in the same order, in another shape, without a copy.
    ///
    /// ```
    /// use view_core::{Le, TypedView, s};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(b"ABCDEFGHIJKL")?;
    /// let grid = numbers.reshape([3, 4])?;
    /// assert_eq!(grid.get([2, 0]), Some(b'I'));
    /// let columns = grid.slice(s![.., 1..])?; // rows of 3, with a gap between them
    /// assert!(columns.reshape([9]).is_err());
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the number of elements differs, and where they lie so that no strides give the shape.
    pub fn reshape<const Q: usize>(self, shape: [usize; Q]) -> Result<TypedView<B, E, Q>, ViewError> {
        let mut strides = [0; Q];
        reshape(&self.geometry.shape, &self.geometry.strides, E::SIZE, &shape, &mut strides)?;
        let geometry = Geometry { shape, strides, offset: self.geometry.offset };
        Ok(TypedView { bytes: self.bytes, geometry, order: self.order })
    }

    /// The same elements repeated to a larger shape, by strides of 0. Counted from the last, each dimension keeps its
    /// length or grows from 1; others are added in front.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let row = TypedView::<_, Le<u8>>::from_bytes(b"ABC")?;
    /// assert!(row.broadcast_to([2, 3])?.iter().eq(*b"ABCABC"));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where a length does not go, and where the shape has more elements than a number holds.
    pub fn broadcast_to<const Q: usize>(self, shape: [usize; Q]) -> Result<TypedView<B, E, Q>, ViewError> {
        let Geometry { shape: from, strides, offset } = self.geometry;
        let geometry = broadcast::<GrowFixed<Q>>(&from, &strides, offset, E::SIZE, &shape)?;
        Ok(TypedView { bytes: self.bytes, geometry, order: self.order })
    }

    /// The same elements with a dimension of length 1 more, in front of `axis` or, where `axis` is `R`, at the end.
    ///
    /// # Errors
    ///
    /// Where there is no such place.
    pub fn insert_axis(self, axis: usize) -> Result<<Rank<R> as OneMore>::View<B, E>, ViewError>
    where
        Rank<R>: OneMore,
    {
        let Geometry { shape, strides, offset } = self.geometry;
        let geometry = insert_axis::<<Rank<R> as OneMore>::Axes>(&shape, &strides, offset, axis, (1, 0))?;
        Ok(Rank::<R>::view(self.bytes, geometry, self.order))
    }

    /// All runs of `size` elements along `axis`, each beginning one further. The axis counts the runs, and one more at the
    /// end is the run.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(&[1, 5, 3, 2])?;
    /// let peaks = numbers.windows(0, 3)?;
    /// assert!(peaks.rows().map(|run| run.sum()).eq([9, 10]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `size` is 0 or more than there is, where there is no such axis, and where there would be more elements than a
    /// number holds.
    pub fn windows(self, axis: usize, size: usize) -> Result<<Rank<R> as OneMore>::View<B, E>, ViewError>
    where
        Rank<R>: OneMore,
    {
        let Geometry { shape, strides, offset } = self.geometry;
        let geometry = windows::<<Rank<R> as OneMore>::Axes>(&shape, &strides, offset, E::SIZE, axis, size)?;
        Ok(Rank::<R>::view(self.bytes, geometry, self.order))
    }
}
