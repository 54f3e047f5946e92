//! A view in two: along an axis, both to write.

use super::TypedView;
use crate::bytes::{Bytes, SplitMut, Writable};
use crate::element::Element;
use crate::error::{Numbers, ViewError};
use crate::geometry::{Geometry, GeometryError};

/// Bytes, and where the elements lie in them.
type Part<C, S, T> = (C, Geometry<S, T>);

/// Two of these.
type Parts<C, S, T> = (Part<C, S, T>, Part<C, S, T>);

/// Hands each of two geometries bytes to write: to both all of them, where they are shared anyway, else to each those that
/// it takes. `Err` where these lie among each other.
pub(crate) fn split<C: SplitMut, S, T>(
    bytes: C,
    (first, second): (Geometry<S, T>, Geometry<S, T>),
    itemsize: usize,
    axis: usize,
) -> Result<Parts<C, S, T>, GeometryError>
where
    S: AsRef<[usize]> + AsMut<[usize]> + Clone,
    T: AsRef<[isize]> + AsMut<[isize]> + Clone,
{
    let bytes = match bytes.share() {
        Ok((one, another)) => return Ok(((one, first), (another, second))),
        Err(bytes) => bytes,
    };
    match Geometry::cut(&first, &second, itemsize) {
        Some((at, true)) => {
            let (low, high) = bytes.split(at);
            Ok(((low, first), (high, second.seen_from(at))))
        }
        Some((at, false)) => {
            let (low, high) = bytes.split(at);
            Ok(((high, first.seen_from(at)), (low, second)))
        }
        None => Err(GeometryError::Interleaved { axis, shape: Numbers::new(first.shape.as_ref()) }),
    }
}

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The elements whose index along `axis` is less than `at`, and the others.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(b"ABCDEF", [2, 3])?;
    /// let (left, right) = grid.split_at(1, 2)?;
    /// assert!(left.iter().eq(*b"ABDE") && right.iter().eq(*b"CF"));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis, or it is not so long.
    #[expect(clippy::type_complexity, reason = "it is a pair")]
    pub fn split_at(
        &self,
        axis: usize,
        at: usize,
    ) -> Result<(TypedView<B::Slice<'_>, E, R>, TypedView<B::Slice<'_>, E, R>), ViewError> {
        let (first, second) = self.geometry.split_axis(axis, at)?;
        Ok((TypedView { geometry: first, ..self.view() }, TypedView { geometry: second, ..self.view() }))
    }

    /// As [`split_at`](TypedView::split_at), both to write. Over cells `split_at` is enough.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let mut data = [1, 2, 3, 4, 5, 6];
    /// let mut grid = TypedView::<_, Le<u8>, 2>::contiguous(&mut data, [2, 3])?;
    /// let (mut top, bottom) = grid.split_at_mut(0, 1)?;
    /// for j in 0..3 {
    ///     top.set([0, j], bottom.get([0, j]).unwrap())?;
    /// }
    /// assert!(grid.split_at_mut(1, 1).is_err()); // columns lie among each other in memory
    /// assert_eq!(data, [4, 5, 6, 4, 5, 6]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`split_at`](TypedView::split_at); where the bytes turn out to be read-only; and where exclusive bytes of one
    /// part lie between those of the other.
    #[expect(clippy::type_complexity, reason = "it is a pair")]
    pub fn split_at_mut(
        &mut self,
        axis: usize,
        at: usize,
    ) -> Result<(TypedView<B::SliceMut<'_>, E, R>, TypedView<B::SliceMut<'_>, E, R>), ViewError>
    where
        B: Writable,
    {
        let parts = self.geometry.split_axis(axis, at)?;
        let order = self.order;
        let (first, second) = split(self.bytes.writable()?, parts, E::SIZE, axis)?;
        let view = |(bytes, geometry)| TypedView { bytes, geometry, order };
        Ok((view(first), view(second)))
    }
}
