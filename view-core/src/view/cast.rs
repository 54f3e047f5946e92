//! The same bytes, read as another format and shape.

use smallvec::smallvec;

use super::{ElementType, View};
use crate::bytes::Bytes;
use crate::error::{Numbers, ViewError};
use crate::geometry::{Dynamic, Geometry, MAX_RANK, extent};

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
    /// assert_eq!(view.cast(">q").unwrap_err().to_string(), "cannot cast 12 bytes to `>q`: 12 is not a multiple of 8");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format is not one; where the bytes are no whole number of elements; and where they do not lie one after
    /// the other. To keep the view, cast [`view()`](View::view).
    pub fn cast(self, format: &str) -> Result<Self, ViewError> {
        self.recast(ElementType::parse(format)?, None)
    }

    /// The same bytes as elements of another format in a shape that takes all of them, the last index fastest.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let error = View::new(&[0; 12]).cast_shape("<i", &[2, 3]).unwrap_err();
    /// assert_eq!(error.to_string(), "`<i` of shape [2, 3] needs 24 bytes, the view has 12");
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`cast`](View::cast); where the shape takes fewer or more bytes than there are; where it has more than 64
    /// dimensions; and where it is of many elements that take no bytes.
    pub fn cast_shape(self, format: &str, shape: &[usize]) -> Result<Self, ViewError> {
        self.recast(ElementType::parse(format)?, Some(shape))
    }

    pub(crate) fn recast(self, element: ElementType, shape: Option<&[usize]>) -> Result<Self, ViewError> {
        let bytes = self.nbytes();
        let itemsize = element.itemsize();
        if !self.is_c_contiguous() {
            let (shape, strides) = (Numbers::new(self.shape()), self.strides().into());
            return Err(ViewError::NotContiguous { shape, strides });
        }
        let geometry = match shape {
            None => {
                // Elements of 0 bytes: no bytes make none of them, and any others cannot be divided among them.
                let length = bytes.checked_div(itemsize).unwrap_or(0);
                if length * itemsize != bytes {
                    return Err(ViewError::CastSize { format: element.format().into(), itemsize, bytes });
                }
                let strides = smallvec![itemsize as isize];
                Geometry { shape: smallvec![length], strides, offset: 0 }
            }
            Some(shape) if shape.len() > MAX_RANK => {
                return Err(ViewError::TooManyDimensions { dimensions: shape.len() });
            }
            Some(shape) if itemsize == 0 && bytes == 0 && shape.iter().any(|&length| length > 1) => {
                return Err(ViewError::EmptyElements { format: element.format().into(), shape: Numbers::new(shape) });
            }
            Some(shape) => {
                let geometry = Dynamic::row_major(shape, itemsize);
                let needed = geometry.as_ref().and_then(|_| extent(shape, itemsize));
                match geometry {
                    Some(geometry) if needed == Some(bytes) => geometry,
                    _ => {
                        let (format, shape) = (element.format().into(), Numbers::new(shape));
                        return Err(ViewError::CastShape { format, shape, needed, bytes });
                    }
                }
            }
        };
        let geometry = Geometry { offset: self.geometry.offset, ..geometry };
        Ok(Self::with_geometry(self.bytes, geometry, &element))
    }
}
