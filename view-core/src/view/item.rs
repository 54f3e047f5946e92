//! Single elements: by index, as values or as a type.

use smallvec::SmallVec;

use super::View;
use crate::bytes::{Byte, Bytes, BytesMut, Writable};
use crate::element::{Element, ReadAs};
use crate::error::{Numbers, ViewError};
use crate::geometry::Geometry;
use crate::typed::TypedView;
use crate::value::{Value, decode, encode};

impl<B: Bytes> View<B> {
    /// The value of the element at an index of all dimensions.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let view = View::new(b"\x01\x02\x03\x04").cast_shape(">H", &[2])?;
    /// assert_eq!(view.get([1])?, Value::from(0x0304));
    /// assert_eq!(view.get([2]).unwrap_err().to_string(), "index [2] is out of range for shape [2]");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the index has another number of dimensions, or lies outside.
    pub fn get(&self, index: impl AsRef<[usize]>) -> Result<Value, ViewError> {
        Ok(self.value_at(self.locate(index.as_ref())?))
    }

    /// Writes the element at an index of all dimensions. Padding in it stays as it is.
    ///
    /// # Errors
    ///
    /// As for [`get`](View::get); where the value does not fit the format, as in Python's `struct`; and where the bytes
    /// turn out to be read-only. Nothing is written then.
    pub fn set(&mut self, index: impl AsRef<[usize]>, value: impl Into<Value>) -> Result<(), ViewError>
    where
        B: Writable,
    {
        // As in Python, memory that cannot be written is told before a bad index.
        self.bytes.writable()?;
        let at = self.locate(index.as_ref())?;
        let mut element: SmallVec<[u8; 32]> = SmallVec::from_elem(0, self.itemsize());
        Byte::copy_to(&self.bytes.units()[at..][..element.len()], &mut element);
        encode::encode(self.layout(), &value.into(), &mut element)?;
        self.bytes.writable()?.write(at, &element);
        Ok(())
    }

    /// The elements as a type of Rust: `i8` to `i64`, `u8` to `u64`, `f32`, `f64`, `bool`, `[u8; N]` for strings, or a
    /// record. Type and rank are checked once; then each access is one load, with a swap where the format says so.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let bytes = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3];
    /// let view = View::new(&bytes).cast_shape(">i", &[3, 1])?;
    /// assert_eq!(view.typed::<i32, 2>()?.get([2, 0]), Some(3));
    ///
    /// let view = View::new(&bytes).cast(">i")?;
    /// let error = view.typed::<f32, 1>().unwrap_err();
    /// assert_eq!(error.to_string(), "elements of format `>i` cannot be read as `f32`");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format holds something else, or the view has another number of dimensions.
    pub fn typed<T: ReadAs, const R: usize>(self) -> Result<TypedView<B, T::Element, R>, ViewError> {
        let order = <T::Element>::accept(self.layout()).filter(|_| self.itemsize() == <T::Element>::SIZE);
        let Some(order) = order else {
            return Err(ViewError::Type { format: self.format().into(), type_name: core::any::type_name::<T>() });
        };
        match (<[usize; R]>::try_from(self.shape()), <[isize; R]>::try_from(self.strides())) {
            (Ok(shape), Ok(strides)) => {
                let geometry = Geometry { shape, strides, offset: self.geometry.offset };
                Ok(TypedView::from_parts(self.bytes, geometry, order))
            }
            _ => Err(ViewError::Rank { dimensions: R, shape: Numbers::new(self.shape()) }),
        }
    }

    fn locate(&self, index: &[usize]) -> Result<usize, ViewError> {
        self.geometry.locate(index).ok_or_else(|| ViewError::index(index, self.shape()))
    }

    /// The value of the element that starts at byte `at`.
    pub(super) fn value_at(&self, at: usize) -> Value {
        decode::decode(self.layout(), &self.bytes.units()[at..][..self.itemsize()])
    }
}
