//! The values of all elements as a type of Rust, whatever the number of dimensions.

use alloc::{vec, vec::Vec};

use super::View;
use crate::bytes::Bytes;
use crate::element::{Raw, ReadAs, Scalar};
use crate::error::{ViewError, check_memory};
use crate::geometry::Geometry;
use crate::kernel::Axes;
use crate::typed::TypedView;

impl<B: Bytes> View<B> {
    /// The values of all elements as a type of Rust, in C order, whatever the number of dimensions.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let grid = View::new(b"\0\x01\0\x02\0\x03\0\x04").cast_shape(">H", &[2, 2])?;
    /// assert_eq!(grid.to_vec::<u16>()?, [1, 2, 3, 4]);
    /// assert_eq!(grid.view().transpose().to_vec::<u16>()?, [1, 3, 2, 4]);
    ///
    /// let error = grid.to_vec::<f64>().unwrap_err();
    /// assert_eq!(error.to_string(), "elements of format `>H` cannot be read as `f64`; `u16` reads them");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Fresh memory costs more than reading the values; into memory that is there already goes
    /// [`to_vec_into`](View::to_vec_into).
    ///
    /// # Errors
    ///
    /// Where the format holds something else, as for [`typed`](View::typed); and where elements are repeated so often that there
    /// is no memory for them.
    pub fn to_vec<T>(&self) -> Result<Vec<<T::Element as Scalar>::Value>, ViewError>
    where
        T: ReadAs<Element: Scalar>,
    {
        let order = self.order_of::<T>()?;
        let Some(axes) = self.own_axes() else { return Ok(Vec::new()) };
        check_memory::<<T::Element as Scalar>::Value>(self.geometry.elements(), self.bytes.units().len())?;
        // Filled first, so that each value is stored without a test for room.
        let first = <T::Element>::decode(<T::Element as Scalar>::Raw::load(&self.bytes, self.geometry.offset), order);
        let mut values = vec![first; self.geometry.elements()];
        self.read_rows::<T::Element>(axes, order, &mut values)?;
        Ok(values)
    }

    /// As [`to_vec`](View::to_vec), over the values of a slice.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let rows = View::new(b"\x01\x07\0\x02\x08\0").cast("<B:kind: H:port:")?;
    /// let mut ports = [0; 2];
    /// rows.column("port")?.to_vec_into::<u16>(&mut ports)?;
    /// assert_eq!(ports, [7, 8]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`to_vec`](View::to_vec); and where the slice is of another length. Nothing is written then.
    pub fn to_vec_into<T>(&self, to: &mut [<T::Element as Scalar>::Value]) -> Result<(), ViewError>
    where
        T: ReadAs<Element: Scalar>,
    {
        let order = self.order_of::<T>()?;
        let elements = self.geometry.elements();
        if to.len() != elements {
            return Err(ViewError::ElementCount { elements, values: to.len() });
        }
        match self.own_axes() {
            Some(axes) => self.read_rows::<T::Element>(axes, order, to),
            None => Ok(()),
        }
    }

    /// Reads row by row. The values are as many as the elements.
    fn read_rows<E: Scalar>(&self, mut axes: Axes, order: E::Order, to: &mut [E::Value]) -> Result<(), ViewError> {
        let row = axes.take_row();
        let (mut result, mut left) = (Ok(()), to);
        axes.all(&mut |offset, _| {
            let (now, later) = core::mem::take(&mut left).split_at_mut(row.length);
            left = later;
            let geometry = Geometry { shape: [row.length], strides: [row.a], offset };
            result = TypedView::<_, E, 1>::from_parts(self.bytes.slice(), geometry, order).to_vec_into(now);
            result.is_ok()
        });
        result
    }
}
