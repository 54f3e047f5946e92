//! A view in two: along an axis, both to write.

use super::View;
use crate::bytes::{Bytes, Writable};
use crate::error::{Numbers, ViewError};
use crate::geometry::GeometryError;
use crate::typed::split;

impl<B: Bytes> View<B> {
    /// The elements whose index along `axis` is less than `at`, and the others.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let (head, tail) = View::new(b"HEADtail").split_at(0, 4)?;
    /// assert_eq!((head.to_bytes(), tail.to_bytes()), (b"HEAD".to_vec(), b"tail".to_vec()));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis, or it is not so long.
    #[expect(clippy::type_complexity, reason = "it is a pair")]
    pub fn split_at(&self, axis: usize, at: usize) -> Result<(View<B::Slice<'_>>, View<B::Slice<'_>>), ViewError> {
        let (first, second) = self.geometry.split_axis(axis, at)?;
        let view = |geometry| Self::with_geometry(self.bytes.slice(), geometry, &self.element);
        Ok((view(first), view(second)))
    }

    /// As [`split_at`](View::split_at), both to write. Over cells `split_at` is enough, and goes along any axis.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut data = *b"abcdefgh";
    /// let mut view = View::new(&mut data).cast_shape("c", &[2, 4])?;
    /// let (mut top, mut bottom) = view.split_at_mut(0, 1)?;
    /// top.copy_from(b"ABCD")?;
    /// bottom.copy_from(b"EFGH")?;
    ///
    /// let error = view.split_at_mut(1, 2).unwrap_err().to_string(); // "AB" and "EF", "CD" and "GH"
    /// assert!(error.starts_with("the parts of axis 1 of shape [2, 4] lie among each other in memory"));
    /// let (left, mut right) = view.into_cells().split_at(1, 2)?;
    /// right.copy_from(&left.to_bytes())?;
    /// assert_eq!(&data, b"ABABEFEF");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`split_at`](View::split_at); where the bytes turn out to be read-only; and where exclusive bytes of one part
    /// lie between those of the other.
    #[expect(clippy::type_complexity, reason = "it is a pair")]
    pub fn split_at_mut(
        &mut self,
        axis: usize,
        at: usize,
    ) -> Result<(View<B::SliceMut<'_>>, View<B::SliceMut<'_>>), ViewError>
    where
        B: Writable,
    {
        let parts = self.geometry.split_axis(axis, at)?;
        let itemsize = self.itemsize();
        let (first, second) = split(self.bytes.writable()?, parts, itemsize, axis).map_err(|error| match error {
            // Of the whole view, not of its first part.
            GeometryError::Interleaved { axis, .. } => {
                GeometryError::Interleaved { axis, shape: Numbers::new(&self.geometry.shape) }
            }
            error => error,
        })?;
        let view = |(bytes, geometry)| Self::with_geometry(bytes, geometry, &self.element);
        Ok((view(first), view(second)))
    }
}
