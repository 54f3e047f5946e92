//! Copies of all elements: as values and as bytes.

#[cfg(feature = "alloc")]
use alloc::{vec, vec::Vec};

use super::TypedView;
use crate::bytes::{Byte, Bytes};
use crate::element::Scalar;
#[cfg(feature = "alloc")]
use crate::element::{Element, Raw};
use crate::error::ViewError;
#[cfg(feature = "alloc")]
use crate::error::expect_memory;
#[cfg(feature = "alloc")]
use crate::geometry::{Geometry, row_major};
#[cfg(feature = "alloc")]
use crate::kernel::{self, Axes, Same};
use crate::kernel::{Loop, dispatch, map_row};
#[cfg(feature = "alloc")]
use crate::source::SizeError;

impl<B: Bytes, E: Scalar, const R: usize> TypedView<B, E, R> {
    /// All values, in C order. Fresh memory costs more than reading them; into memory that is there already goes
    /// [`to_vec_into`](TypedView::to_vec_into).
    ///
    /// # Panics
    ///
    /// Where elements are repeated so often that there is no memory for them.
    #[cfg(feature = "alloc")]
    #[inline]
    #[track_caller]
    pub fn to_vec(&self) -> Vec<E::Value> {
        let elements = self.geometry.elements();
        if elements == 0 {
            return Vec::new();
        }
        expect_memory::<E::Value>(elements, self.bytes.units().len());
        // Filled first, so that each value is stored without a test for room.
        let first = E::decode(E::Raw::load(&self.bytes, self.geometry.offset), self.order);
        let mut values = vec![first; elements];
        self.decode_into(&mut values);
        values
    }

    /// Writes all values, in C order, over `to`.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// let numbers = TypedView::<_, Be<u16>>::from_bytes(b"\x00\x01\x00\x02")?;
    /// let mut values = [0; 2];
    /// numbers.to_vec_into(&mut values)?;
    /// assert_eq!(values, [1, 2]);
    /// let error = numbers.to_vec_into(&mut [0; 3]).unwrap_err();
    /// assert_eq!(error.to_string(), "the view has 2 elements, the slice 3");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the slice is of another length. Nothing is written then.
    #[inline]
    pub fn to_vec_into(&self, to: &mut [E::Value]) -> Result<(), ViewError> {
        let elements = self.geometry.elements();
        if to.len() != elements {
            return Err(ViewError::ElementCount { elements, values: to.len() });
        }
        self.decode_into(to);
        Ok(())
    }

    #[inline]
    fn decode_into(&self, to: &mut [E::Value]) {
        let order = self.order;
        self.fold_rows(to, |to, units, row| {
            let (now, later) = to.split_at_mut(row.length);
            if row.stride == E::SIZE as isize {
                let units = &units[row.start..][..row.length * E::SIZE];
                dispatch(DecodePacked::<B::Unit, E> { units, to: now, order });
            } else {
                map_row(units, row, E::SIZE, now, |raw| E::decode(raw, order));
            }
            later
        });
    }
}

struct DecodePacked<'r, U, E: Scalar> {
    units: &'r [U],
    to: &'r mut [E::Value],
    order: E::Order,
}

impl<U: Byte, E: Scalar> Loop for DecodePacked<'_, U, E> {
    type Output = ();
    #[inline(always)]
    fn run(self) {
        E::decode_packed(self.units, self.to, self.order);
    }
}

#[cfg(feature = "alloc")]
impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The bytes of all elements, in C order: a copy.
    ///
    /// # Panics
    ///
    /// Where elements are repeated so often that there is no memory for them.
    #[track_caller]
    pub fn to_bytes(&self) -> Vec<u8> {
        expect_memory::<u8>(self.geometry.elements() * E::SIZE, self.bytes.units().len());
        let mut bytes = vec![0; self.geometry.elements() * E::SIZE];
        self.copy_out(&mut bytes);
        bytes
    }

    /// Writes the bytes of all elements, in C order, over `to`.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous_f(b"adbecf", [2, 3])?;
    /// let mut bytes = [0; 6];
    /// grid.to_bytes_into(&mut bytes)?;
    /// assert_eq!(&bytes, b"abcdef");
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where `to` is of another size. Nothing is written then.
    pub fn to_bytes_into(&self, to: &mut [u8]) -> Result<(), SizeError> {
        let needed = self.geometry.elements() * E::SIZE;
        if to.len() != needed {
            return Err(SizeError::new(needed, to.len()));
        }
        self.copy_out(to);
        Ok(())
    }

    fn copy_out(&self, mut to: &mut [u8]) {
        let Geometry { shape, strides, offset } = &self.geometry;
        let mut packed = [0; R];
        row_major(shape, E::SIZE, &mut packed);
        if let Some(axes) = Axes::new(shape, (strides, *offset), (&packed, 0)) {
            kernel::copy(self.bytes.units(), &mut to, axes, E::SIZE, Same);
        }
    }
}
