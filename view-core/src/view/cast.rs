//! The same bytes, read as another format and shape.

use smallvec::smallvec;

use super::{ElementType, View};
use crate::bytes::Bytes;
use crate::error::{Numbers, ViewError};
use crate::geometry::{Geometry, Shape, check_strided, extent};

impl<B: Bytes> View<B> {
    /// The same bytes as elements of another format, in one dimension: as many as there are.
    ///
    /// Any format goes, from and to, also records; the bytes need no alignment.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let bytes = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
    /// let view = View::new(&bytes).cast("<i")?;
    /// assert_eq!((view.shape(), view.strides()), (&[3][..], &[4][..]));
    /// assert_eq!(view.view().cast("<h")?.shape(), [6]);   // `view` is there for more; `view.cast()` takes it
    /// assert_eq!(view.cast(">q").unwrap_err().to_string(), "cannot cast 12 bytes to `>q`: 12 is not a multiple of 8");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format is not one; where the bytes are no whole number of elements; and where they do not lie one after
    /// the other, in C or in Fortran order (of which the bytes are taken as they lie in memory). To keep the view, cast [`view()`](View::view).
    pub fn cast(self, format: &str) -> Result<Self, ViewError> {
        self.recast(ElementType::parse(format)?, None)
    }

    /// The same bytes as elements of another format in a shape that takes all of them: in C order, the last index fastest,
    /// unless the [`Shape`] says Fortran's. One length may be left open.
    ///
    /// ```
    /// use view_core::{Shape, View};
    ///
    /// let grid = View::new(b"ABCDEF").cast_shape("c", Shape::new(&[0, 3]).infer(0))?;
    /// assert_eq!(grid.shape(), [2, 3]);
    /// let grid = View::new(b"ABCDEF").cast_shape("c", Shape::new(&[2, 3]).fortran())?;
    /// assert_eq!((grid.strides(), grid.to_bytes()), (&[1, 2][..], b"ACEBDF".to_vec()));
    ///
    /// let error = View::new(&[0; 12]).cast_shape("<i", &[2, 3]).unwrap_err();
    /// assert_eq!(error.to_string(), "`<i` of shape [2, 3] needs 24 bytes, the view has 12");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`cast`](View::cast); where the shape takes fewer or more bytes than there are; where it has more than 64
    /// dimensions; and where it is of many elements that take no bytes.
    pub fn cast_shape<'s>(self, format: &str, shape: impl Into<Shape<'s>>) -> Result<Self, ViewError> {
        self.recast(ElementType::parse(format)?, Some(shape.into()))
    }

    /// Elements of another format anywhere in the bytes: with strides of their own, in bytes, from the byte `offset` of this
    /// view on. All of them have to lie in its bytes; which they are, and how often, is free: strides may be negative, 0, or
    /// no multiple of the itemsize.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// // One channel of stereo samples of 3 bytes each, and the last byte of each first.
    /// let view = View::new(b"..L..R..l..r");
    /// let left = view.view().cast_strided("c", &[2], &[6], 2)?;
    /// assert_eq!(left.to_bytes(), b"Ll");
    /// assert_eq!(view.view().cast_strided("c", &[4], &[-3], 11)?.to_bytes(), b"rlRL");
    ///
    /// let error = view.cast_strided("<i", &[2], &[6], 3).unwrap_err();
    /// assert_eq!(error.to_string(), "shape [2] of elements of 4 bytes takes bytes 3 to 13, there are 0 to 12");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format is not one; where this view is not contiguous; where an element lies outside; where there are not
    /// as many strides as lengths, or more than 64; and where the elements, those at the same place counted apart, are more
    /// than a number holds.
    pub fn cast_strided(
        self,
        format: &str,
        shape: &[usize],
        strides: &[isize],
        offset: usize,
    ) -> Result<Self, ViewError> {
        let element = ElementType::parse(format)?;
        self.check_contiguous()?;
        check_strided(shape, strides, offset, element.itemsize(), self.nbytes())?;
        let geometry = Geometry { shape: shape.into(), strides: strides.into(), offset: self.geometry.offset + offset };
        Ok(Self::with_geometry(self.bytes, geometry, &element))
    }

    fn check_contiguous(&self) -> Result<(), ViewError> {
        match self.is_contiguous() {
            true => Ok(()),
            false => {
                let (shape, strides) = (Numbers::new(self.shape()), self.strides().into());
                Err(ViewError::NotContiguous { shape, strides })
            }
        }
    }

    pub(crate) fn recast(self, element: ElementType, shape: Option<Shape<'_>>) -> Result<Self, ViewError> {
        let (bytes, itemsize) = (self.nbytes(), element.itemsize());
        self.check_contiguous()?;
        // Elements of 0 bytes: no bytes make none of them, and any others cannot be divided among them.
        let length = bytes.checked_div(itemsize).unwrap_or(0);
        if length * itemsize != bytes && shape.is_none_or(|shape| shape.is_inferred()) {
            return Err(ViewError::CastSize { format: element.format().into(), itemsize, bytes });
        }
        let geometry = match shape {
            None => Geometry { shape: smallvec![length], strides: smallvec![itemsize as isize], offset: 0 },
            Some(shape) => {
                let lengths = shape.lengths(length)?;
                if itemsize == 0 && bytes == 0 && lengths.iter().any(|&length| length > 1) {
                    return Err(ViewError::EmptyElements {
                        format: element.format().into(),
                        shape: Numbers::new(&lengths),
                    });
                }
                let geometry = shape.geometry(&lengths, itemsize);
                let needed = geometry.as_ref().and_then(|_| extent(&lengths, itemsize));
                match geometry {
                    Some(geometry) if needed == Some(bytes) => geometry,
                    _ => {
                        let (format, shape) = (element.format().into(), Numbers::new(&lengths));
                        return Err(ViewError::CastShape { format, shape, needed, bytes });
                    }
                }
            }
        };
        let geometry = Geometry { offset: self.geometry.offset, ..geometry };
        Ok(Self::with_geometry(self.bytes, geometry, &element))
    }
}
