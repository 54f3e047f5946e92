//! Shapes: as they are asked for, how many elements they have, and how many bytes these take.

#[cfg(feature = "alloc")]
use super::{Dynamic, Geometry, GeometryError, infer};

/// A shape to cast or to reshape to: lengths of which one may be left open, and the order of the elements.
///
/// Slices and arrays of `usize` are shapes in C order.
///
/// ```
/// use view_core::{Shape, View};
///
/// let bytes = [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0];
/// let view = View::new(&bytes);
/// assert_eq!(view.view().cast_shape("<h", &[2, 3])?.to_list().to_string(), "[[1, 2, 3], [4, 5, 6]]");
/// assert_eq!(view.view().cast_shape("<h", Shape::new(&[0, 3]).infer(0))?.shape(), [2, 3]);
/// let fortran = view.cast_shape("<h", Shape::new(&[2, 3]).fortran())?;
/// assert_eq!(fortran.to_list().to_string(), "[[1, 3, 5], [2, 4, 6]]");
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[cfg(feature = "alloc")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shape<'s> {
    lengths: &'s [usize],
    inferred: Option<usize>,
    is_fortran: bool,
}

#[cfg(feature = "alloc")]
impl<'s> Shape<'s> {
    /// These lengths, in elements, the last index fastest (C order).
    pub const fn new(lengths: &'s [usize]) -> Self {
        Shape { lengths, inferred: None, is_fortran: false }
    }

    /// One axis as long as the elements make it; what stands for it is not read.
    #[must_use]
    pub const fn infer(self, axis: usize) -> Self {
        Shape { inferred: Some(axis), ..self }
    }

    /// The first index fastest (Fortran order).
    #[must_use]
    pub const fn fortran(self) -> Self {
        Shape { is_fortran: true, ..self }
    }

    pub(crate) const fn is_fortran(&self) -> bool {
        self.is_fortran
    }

    pub(crate) const fn is_inferred(&self) -> bool {
        self.inferred.is_some()
    }

    /// The lengths for so many elements.
    pub(crate) fn lengths(&self, elements: usize) -> Result<smallvec::SmallVec<[usize; 4]>, GeometryError> {
        if self.lengths.len() > super::MAX_RANK {
            return Err(GeometryError::TooManyDimensions { dimensions: self.lengths.len() });
        }
        let mut lengths: smallvec::SmallVec<[usize; 4]> = self.lengths.into();
        if let Some(axis) = self.inferred {
            lengths[axis] = infer(self.lengths, axis, elements)?;
        }
        Ok(lengths)
    }

    /// Elements of this shape one after the other; `None` where their size overflows.
    pub(crate) fn geometry(&self, lengths: &[usize], itemsize: usize) -> Option<Dynamic> {
        match self.is_fortran {
            false => Dynamic::row_major(lengths, itemsize),
            true => {
                let mut strides = smallvec::smallvec![0; lengths.len()];
                super::column_major(lengths, itemsize, &mut strides)?;
                Some(Geometry { shape: lengths.into(), strides, offset: 0 })
            }
        }
    }
}

#[cfg(feature = "alloc")]
impl<'s> From<&'s [usize]> for Shape<'s> {
    fn from(lengths: &'s [usize]) -> Self {
        Shape::new(lengths)
    }
}

#[cfg(feature = "alloc")]
impl<'s, const N: usize> From<&'s [usize; N]> for Shape<'s> {
    fn from(lengths: &'s [usize; N]) -> Self {
        Shape::new(lengths)
    }
}

#[cfg(feature = "alloc")]
impl<'s> From<&'s alloc::vec::Vec<usize>> for Shape<'s> {
    fn from(lengths: &'s alloc::vec::Vec<usize>) -> Self {
        Shape::new(lengths)
    }
}

/// The number of elements; `None` where it overflows. One axis of length 0 makes it 0, whatever the others are.
#[inline]
pub(crate) fn elements(shape: &[usize]) -> Option<usize> {
    if shape.contains(&0) {
        return Some(0);
    }
    shape.iter().try_fold(1_usize, |product, &length| product.checked_mul(length))
}

/// Whether the elements, even if every axis of length 0 had one, and their bytes are no more than an `isize` counts.
///
/// Strides that repeat elements could make any number of them; sums and products over a shape that has passed take no care.
pub(crate) fn is_bounded(lengths: impl IntoIterator<Item = usize>, itemsize: usize) -> bool {
    let bytes = lengths.into_iter().try_fold(itemsize.max(1), |product, length| product.checked_mul(length.max(1)));
    bytes.is_some_and(|bytes| isize::try_from(bytes).is_ok())
}

/// The number of bytes of that many elements in a row; `None` where it does not fit an `isize`.
#[inline]
pub(crate) fn extent(shape: &[usize], itemsize: usize) -> Option<usize> {
    let bytes = elements(shape)?.checked_mul(itemsize)?;
    isize::try_from(bytes).is_ok().then_some(bytes)
}
