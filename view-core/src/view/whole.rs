//! Copies of all elements: as bytes and as lists.

use alloc::{vec, vec::Vec};

use super::View;
use crate::bytes::{Byte, Bytes};
use crate::error::{ViewError, expect_memory};
use crate::geometry::{Dynamic, Geometry, column_major, row_major};
use crate::kernel::{self, Axes, Same};
use crate::order::MemoryOrder;
use crate::source::SizeError;
use crate::value::{Value, decode};

impl<B: Bytes> View<B> {
    /// The bytes of all elements, in C order: a copy.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"abcdef").cast_shape("c", &[2, 3])?;
    /// assert_eq!(view.transpose().to_bytes(), b"adbecf");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Fresh memory costs more than the copy; into memory that is there already goes [`to_bytes_into`](View::to_bytes_into).
    ///
    /// # Panics
    ///
    /// Where elements are repeated so often that there is no memory for them; [`to_vec`](View::to_vec) returns an error then.
    #[track_caller]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_bytes_in(MemoryOrder::C)
    }

    /// The bytes of all elements in the order asked for: a copy.
    ///
    /// # Panics
    ///
    /// As for [`to_bytes`](View::to_bytes).
    #[track_caller]
    pub fn to_bytes_in(&self, order: MemoryOrder) -> Vec<u8> {
        if let Some(bytes) = self.as_packed().filter(|_| order != MemoryOrder::F || self.is_f_contiguous()) {
            // Memory is not written twice.
            return bytes.to_vec();
        }
        expect_memory::<u8>(self.nbytes(), self.bytes.units().len());
        let mut bytes = vec![0; self.nbytes()];
        self.copy_out(order, &mut bytes);
        bytes
    }

    /// Writes the bytes of all elements, in the order asked for, over `to`.
    ///
    /// ```
    /// use view_core::{MemoryOrder, View};
    ///
    /// let view = View::new(b"abcdef").cast_shape("c", &[2, 3])?;
    /// let mut bytes = [0; 6];
    /// view.to_bytes_into(MemoryOrder::F, &mut bytes)?;
    /// assert_eq!(&bytes, b"adbecf");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `to` is of another size than [`nbytes`](View::nbytes). Nothing is written then.
    pub fn to_bytes_into(&self, order: MemoryOrder, to: &mut [u8]) -> Result<(), ViewError> {
        if to.len() != self.nbytes() {
            return Err(SizeError::new(self.nbytes(), to.len()).into());
        }
        self.copy_out(order, to);
        Ok(())
    }

    /// Writes all elements over `to`, which has room for exactly these.
    pub(super) fn copy_out(&self, order: MemoryOrder, mut to: &mut [u8]) {
        let (shape, itemsize) = (self.shape(), self.itemsize());
        let mut strides = self.geometry.strides.clone();
        let is_f = match order {
            MemoryOrder::C => false,
            MemoryOrder::F => true,
            MemoryOrder::Any => !self.is_c_contiguous() && self.is_f_contiguous(),
        };
        if is_f {
            column_major(shape, itemsize, &mut strides)
        } else {
            row_major(shape, itemsize, &mut strides)
        };
        if let Some(axes) = self.axes((&strides, 0)) {
            kernel::copy(self.bytes.units(), &mut to, axes, itemsize, Same);
        }
    }

    /// The axes of these elements and those of another geometry of this shape; `None` where there are none.
    pub(super) fn axes(&self, other: (&[isize], usize)) -> Option<Axes> {
        Axes::new(self.shape(), (self.strides(), self.geometry.offset), other)
    }

    /// The axes of these elements alone, in C order.
    pub(super) fn own_axes(&self) -> Option<Axes> {
        Some(self.axes((self.strides(), self.geometry.offset))?.merge())
    }

    /// The bytes of all elements, in C order, where they stand so and nobody else can write them.
    pub(super) fn as_packed(&self) -> Option<&[u8]> {
        let start = self.geometry.offset;
        let units = self.bytes.units().get(start..)?.get(..self.nbytes())?;
        if self.is_c_contiguous() { Byte::plain(units) } else { None }
    }

    /// The values of all elements, in nested lists; of a view of no dimensions the value itself.
    ///
    /// # Panics
    ///
    /// Where elements are repeated so often that there is no memory for them.
    #[track_caller]
    pub fn to_list(&self) -> Value {
        let mut list = Value::Bool(false);
        self.to_list_into(&mut list);
        list
    }

    /// As [`to_list`](View::to_list), over a value that is there already: the lists, records and strings of an earlier call are
    /// used again.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let mut list = View::new(b"abc").to_list();
    /// View::new(b"de").to_list_into(&mut list);
    /// assert_eq!(list, Value::list([b'd', b'e']));
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`to_list`](View::to_list).
    #[track_caller]
    pub fn to_list_into(&self, to: &mut Value) {
        expect_memory::<Value>(self.geometry.elements(), self.bytes.units().len());
        list(self, &self.geometry, 0, self.geometry.offset, to);
    }
}

fn list<B: Bytes>(view: &View<B>, geometry: &Dynamic, axis: usize, offset: usize, to: &mut Value) {
    let Geometry { shape, strides, .. } = geometry;
    let (Some(&length), Some(&stride)) = (shape.get(axis), strides.get(axis)) else {
        decode::decode_into(view.layout(), &view.bytes.units()[offset..][..view.itemsize()], to);
        return;
    };
    if !matches!(to, Value::List(_)) {
        *to = Value::List(Vec::with_capacity(length));
    }
    if let Value::List(values) = to {
        values.truncate(length);
        for i in 0..length {
            let offset = offset.wrapping_add_signed((i as isize).wrapping_mul(stride));
            if let Some(value) = values.get_mut(i) {
                list(view, geometry, axis + 1, offset, value);
            } else if axis + 1 == shape.len() {
                values.push(view.value_at(offset));
            } else {
                let mut value = Value::List(Vec::new());
                list(view, geometry, axis + 1, offset, &mut value);
                values.push(value);
            }
        }
    }
}
