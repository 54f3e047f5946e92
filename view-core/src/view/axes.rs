//! Axes in another order, turned round, left out, added and repeated: views of the same elements, or of some several times.

use super::View;
use crate::bytes::Bytes;
use crate::error::ViewError;
use crate::geometry::{Dynamic, Geometry, Shape, broadcast, insert_axis, permute, reshape, squeeze, windows};

impl<B: Bytes> View<B> {
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

    /// The dimensions in the order given: the first of the result is that of `axes[0]`.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"ABCDEF").cast_shape("c", &[1, 2, 3])?.permute(&[2, 0, 1])?;
    /// assert_eq!(view.shape(), [3, 1, 2]);
    /// assert_eq!(view.to_bytes(), b"ADBECF");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `axes` are not those of the view, each once.
    pub fn permute(self, axes: &[usize]) -> Result<Self, ViewError> {
        let Dynamic { shape, strides, offset } = &self.geometry;
        let geometry = permute::<Dynamic>(shape, strides, *offset, axes)?;
        Ok(self.moved(geometry))
    }

    /// Two dimensions in each other's place.
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    pub fn swap_axes(self, a: usize, b: usize) -> Result<Self, ViewError> {
        let geometry = self.geometry.clone().swap_axes(a, b)?;
        Ok(self.moved(geometry))
    }

    /// The same elements with one dimension turned round: Python's `m[::-1]`, for any axis.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"ABCDEF").cast_shape("c", &[2, 3])?;
    /// assert_eq!(view.view().flip(1)?.to_bytes(), b"CBAFED");
    /// assert_eq!(view.flip(0)?.to_bytes(), b"DEFABC");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    pub fn flip(self, axis: usize) -> Result<Self, ViewError> {
        let geometry = self.geometry.clone().flip(axis)?;
        Ok(self.moved(geometry))
    }

    /// The same elements without the dimensions of length 1.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// assert_eq!(View::new(b"ABC").cast_shape("c", &[1, 3, 1])?.squeeze().shape(), [3]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    #[must_use]
    pub fn squeeze(self) -> Self {
        let Dynamic { shape, strides, offset } = &self.geometry;
        match squeeze::<Dynamic>(shape, strides, *offset) {
            Ok(geometry) => self.moved(geometry),
            // There are no more dimensions than before.
            Err(_) => self,
        }
    }

    /// The same elements with a dimension of length 1 more, in front of `axis` or, where `axis` is the number of
    /// dimensions, at the end: numpy's `expand_dims`.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// assert_eq!(View::new(b"ABC").insert_axis(1)?.shape(), [3, 1]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such place, and where the view has 64 dimensions already.
    pub fn insert_axis(self, axis: usize) -> Result<Self, ViewError> {
        let Dynamic { shape, strides, offset } = &self.geometry;
        let geometry = insert_axis::<Dynamic>(shape, strides, *offset, axis, (1, 0))?;
        Ok(self.moved(geometry))
    }

    /// The same elements, in the same order, in another shape, without a copy. One length may be left open, and the order
    /// may be Fortran's: see [`Shape`].
    ///
    /// ```
    /// use view_core::{Shape, View, s};
    ///
    /// let view = View::new(b"ABCDEFGHIJKL").reshape(&[3, 4])?;
    /// assert_eq!(view.view().reshape(Shape::new(&[0, 3, 2]).infer(0))?.shape(), [2, 3, 2]);
    ///
    /// let columns = view.slice(s![.., 1..])?; // rows of 3, with a gap between them
    /// assert_eq!(columns.view().reshape(&[3, 3, 1])?.shape(), [3, 3, 1]);
    /// let error = columns.reshape(&[9]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "cannot reshape [3, 3] to [9] without a copy, as the elements lie; reshape what `to_bytes` copies"
    /// );
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the number of elements differs, and where they lie so that no strides give the shape.
    pub fn reshape<'s>(self, shape: impl Into<Shape<'s>>) -> Result<Self, ViewError> {
        let shape = shape.into();
        let mut lengths = shape.lengths(self.geometry.elements())?;
        let mut strides = smallvec::smallvec![0; lengths.len()];
        let itemsize = self.itemsize();
        if shape.is_fortran() {
            // In Fortran order, the reversed axes are in C order.
            let view = self.transpose();
            lengths.reverse();
            reshape(view.shape(), view.strides(), itemsize, &lengths, &mut strides)?;
            let offset = view.geometry.offset;
            return Ok(view.moved(Geometry { shape: lengths, strides, offset }).transpose());
        }
        reshape(self.shape(), self.strides(), itemsize, &lengths, &mut strides)?;
        let offset = self.geometry.offset;
        Ok(self.moved(Geometry { shape: lengths, strides, offset }))
    }

    /// The same elements repeated to a larger shape, by strides of 0: numpy's `broadcast_to`. Counted from the last, each
    /// dimension keeps its length or grows from 1; others are added in front.
    ///
    /// A write through the result writes the one element that stands in all those places.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let row = View::new(b"ABC").broadcast_to(&[2, 3])?;
    /// assert_eq!((row.to_bytes(), row.strides()), (b"ABCABC".to_vec(), &[0, 1][..]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where a length does not go, and where the shape has more elements than a number holds, or more than 64 dimensions.
    pub fn broadcast_to(self, shape: &[usize]) -> Result<Self, ViewError> {
        let Dynamic { shape: from, strides, offset } = &self.geometry;
        let geometry = broadcast::<Dynamic>(from, strides, *offset, self.itemsize(), shape)?;
        Ok(self.moved(geometry))
    }

    /// All runs of `size` elements along `axis`, each beginning one further: numpy's `sliding_window_view`. The axis
    /// counts the runs, and one more at the end is the run.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let runs = View::new(b"ABCD").windows(0, 3)?;
    /// assert_eq!((runs.shape(), runs.to_bytes()), (&[2, 3][..], b"ABCBCD".to_vec()));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `size` is 0 or more than there is, where there is no such axis, where the view has 64 dimensions already, and
    /// where there would be more elements than a number holds.
    pub fn windows(self, axis: usize, size: usize) -> Result<Self, ViewError> {
        let Dynamic { shape, strides, offset } = &self.geometry;
        let geometry = windows::<Dynamic>(shape, strides, *offset, self.itemsize(), axis, size)?;
        Ok(self.moved(geometry))
    }
}
