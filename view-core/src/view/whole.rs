//! Operations on all elements: copies out, and copies in.

use alloc::{vec, vec::Vec};

use super::View;
use crate::bytes::{Byte, Bytes, Writable};
use crate::error::ViewError;
use crate::kernel;
use crate::source::SliceSource;
use crate::value::Value;

impl<B: Bytes> View<B> {
    /// The bytes of all elements, in C order: a copy.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; self.nbytes()];
        let (units, geometry) = (self.bytes.units(), &self.geometry);
        kernel::copy_out(units, self.shape(), self.strides(), geometry.offset, self.itemsize(), &mut bytes);
        bytes
    }

    /// The values of all elements, in nested lists; of a view of no dimensions the value itself.
    pub fn to_list(&self) -> Value {
        list(self, self.shape(), self.strides(), self.geometry.offset)
    }

    /// Overwrites all elements, in C order, with bytes of the same number.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut data = *b"ABCDEFGH";
    /// let mut view = View::new(&mut data);
    /// view.slice_mut(2..4)?.copy_from(b"XY")?;
    /// let error = view.copy_from(b"XY").unwrap_err();
    /// assert_eq!(error.to_string(), "cannot copy 2 bytes into a view of 8");
    /// assert_eq!(data, *b"ABXYEFGH");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the number differs, and where the bytes turn out to be read-only. Nothing is written then.
    pub fn copy_from<S: SliceSource>(&mut self, source: S) -> Result<(), ViewError>
    where
        B: Writable,
    {
        let (to, itemsize) = (self.nbytes(), self.itemsize());
        let mut target = self.bytes.writable()?;
        let source = source.into_bytes();
        let units = source.units();
        if units.len() != to {
            return Err(ViewError::CopySize { from: units.len(), to });
        }
        // Cells may be the very bytes that are written, in another place: then every byte is read first.
        let copy: Vec<u8>;
        let from = match Byte::plain(units) {
            Some(bytes) => bytes,
            None => {
                copy = units.iter().map(Byte::get).collect();
                &copy
            }
        };
        let geometry = &self.geometry;
        kernel::copy_in(&mut target, &geometry.shape, &geometry.strides, geometry.offset, itemsize, from);
        Ok(())
    }
}

fn list<B: Bytes>(view: &View<B>, shape: &[usize], strides: &[isize], offset: usize) -> Value {
    match (shape, strides) {
        ([length, shape @ ..], [stride, strides @ ..]) => Value::List(
            (0..*length)
                .map(|i| list(view, shape, strides, offset.wrapping_add_signed((i as isize).wrapping_mul(*stride))))
                .collect(),
        ),
        _ => view.value_at(offset),
    }
}
