//! Single elements, by index, as values.

use smallvec::SmallVec;

use super::View;
use crate::bytes::{Byte, Bytes, BytesMut, Writable};
use crate::error::ViewError;
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
    /// An index is a list of one number for each dimension, also where there is one: `get([1])`, Python's `view[1]`.
    ///
    /// # Errors
    ///
    /// Where the index has another number of dimensions, or lies outside.
    pub fn get(&self, index: impl AsRef<[usize]>) -> Result<Value, ViewError> {
        Ok(self.value_at(self.locate(index.as_ref())?))
    }

    /// As [`get`](View::get), over a value that is there already: lists, records and strings of an earlier call are used again.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let rows = View::new(b"ab\x01cd\x02").cast("2s:tag: B:id:")?;
    /// let mut row = Value::from(0);
    /// for i in 0..2 {
    ///     rows.get_into([i], &mut row)?; // no memory is asked for the second time
    /// }
    /// assert_eq!(row.to_string(), "(tag=b'cd', id=2)");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`get`](View::get). The value stays as it is then.
    pub fn get_into(&self, index: impl AsRef<[usize]>, to: &mut Value) -> Result<(), ViewError> {
        let at = self.locate(index.as_ref())?;
        decode::decode_into(self.layout(), &self.bytes.units()[at..][..self.itemsize()], to);
        Ok(())
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

    fn locate(&self, index: &[usize]) -> Result<usize, ViewError> {
        self.geometry.locate(index).ok_or_else(|| ViewError::index(index, self.shape()))
    }

    /// The value of the element that starts at byte `at`.
    pub(super) fn value_at(&self, at: usize) -> Value {
        decode::decode(self.layout(), &self.bytes.units()[at..][..self.itemsize()])
    }
}
