//! Writing single elements, and views to write through.

use super::{TypedView, out_of_bounds};
use crate::bytes::{BytesMut, Writable};
use crate::element::{Element, Raw, Record, Scalar};
use crate::error::ViewError;
use crate::geometry::{Fixed, Offsets};
use crate::kernel::{Row, fill_row, write_row};

impl<B, E: Element, const R: usize> TypedView<B, E, R> {
    /// Writes the element at an index.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// let mut bytes = [0; 4];
    /// TypedView::<_, Be<u16>>::from_bytes(&mut bytes)?.set([1], 258)?;
    /// assert_eq!(bytes, [0, 0, 1, 2]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is none; and where the bytes turn out to be read-only, which only [`MaybeMut`](crate::MaybeMut)
    /// can.
    #[inline(always)]
    pub fn set<V>(&mut self, index: [usize; R], value: V) -> Result<(), ViewError>
    where
        B: Writable,
        E: Scalar<Value = V>,
    {
        let mut bytes = self.bytes.writable()?;
        match self.geometry.locate(&index) {
            Some(at) => {
                E::encode(value, self.order).store(&mut bytes, at);
                Ok(())
            }
            None => Err(ViewError::index(&index, &self.geometry.shape)),
        }
    }

    /// Writes one value over every element.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// let mut bytes = [0; 6];
    /// let mut numbers = TypedView::<_, Be<u16>>::from_bytes(&mut bytes)?;
    /// numbers.slice_mut(1..)?.fill(258)?;
    /// assert_eq!(bytes, [0, 0, 1, 2, 1, 2]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the bytes turn out to be read-only, which only [`MaybeMut`](crate::MaybeMut) can.
    pub fn fill<V>(&mut self, value: V) -> Result<(), ViewError>
    where
        B: Writable,
        E: Scalar<Value = V>,
    {
        let raw = E::encode(value, self.order);
        let mut bytes = self.bytes.writable()?;
        rows(&self.geometry.once().0, |row| fill_row(&mut bytes, row, E::SIZE, raw));
        Ok(())
    }

    /// Writes the values of a slice, in C order, over the elements.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let mut bytes = [0; 4];
    /// let mut numbers = TypedView::<_, Le<i16>>::from_bytes(&mut bytes)?;
    /// numbers.copy_from_slice(&[-2, 1])?;
    /// assert_eq!(bytes, [254, 255, 1, 0]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the slice is of another length; and where the bytes turn out to be read-only. Nothing is written then.
    pub fn copy_from_slice<V: Copy>(&mut self, values: &[V]) -> Result<(), ViewError>
    where
        B: Writable,
        E: Scalar<Value = V>,
    {
        let (elements, order) = (self.geometry.shape.iter().product(), self.order);
        let mut bytes = self.bytes.writable()?;
        if values.len() != elements {
            return Err(ViewError::ElementCount { elements, values: values.len() });
        }
        let mut rest = values;
        rows(&self.geometry, |row| {
            let (now, later) = rest.split_at(row.length);
            rest = later;
            write_row(&mut bytes, row, E::SIZE, now.iter().map(|&value| E::encode(value, order)));
        });
        Ok(())
    }

    /// Writes over every element what a function makes of it, in C order.
    ///
    /// ```
    /// use view_core::{Le, Text, TypedView};
    ///
    /// let mut pixels = [10, 20, 250, 40, 50, 60];
    /// let mut image = TypedView::<_, Le<u8>, 2>::contiguous(&mut pixels, [2, 3])?;
    /// image.slice_mut(1..)?.update(|value| 255 - value)?;
    /// image.update(|value| value.saturating_add(10))?;
    /// assert_eq!(pixels, [20, 30, 255, 225, 215, 205]);
    ///
    /// let mut pairs = *b"abcd";
    /// TypedView::<_, Text<2>>::from_bytes(&mut pairs)?.update(|[x, y]| [y, x])?;
    /// assert_eq!(&pairs, b"badc");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Elements that share bytes are read and written one after the other.
    ///
    /// # Errors
    ///
    /// Where the bytes turn out to be read-only. The function is not called then.
    pub fn update<V>(&mut self, mut each: impl FnMut(V) -> V) -> Result<(), ViewError>
    where
        B: Writable,
        E: Scalar<Value = V>,
    {
        let order = self.order;
        let mut bytes = self.bytes.writable()?;
        rows(&self.geometry, |row| {
            for i in 0..row.length as isize {
                let at = row.start.wrapping_add_signed(i.wrapping_mul(row.stride));
                let value = E::decode(E::Raw::load(&bytes, at), order);
                E::encode(each(value), order).store(&mut bytes, at);
            }
        });
        Ok(())
    }

    /// The record at an index, to write, if there is one.
    #[inline(always)]
    pub fn get_mut(&mut self, index: [usize; R]) -> Option<E::Mut<'_, B>>
    where
        B: BytesMut,
        E: Record,
    {
        let at = self.geometry.locate(&index)?;
        Some(E::__read_mut(&mut self.bytes, at))
    }

    /// The same view, with the bytes borrowed to write.
    #[inline(always)]
    pub fn view_mut(&mut self) -> TypedView<B::SliceMut<'_>, E, R>
    where
        B: BytesMut,
    {
        TypedView { bytes: self.bytes.slice_mut(), geometry: self.geometry, order: self.order }
    }

    /// One view for each field, to write.
    #[inline(always)]
    pub fn columns_mut(&mut self) -> E::Columns<B::SliceMut<'_>, R>
    where
        B: BytesMut,
        E: Record,
    {
        E::__columns(self.view_mut())
    }
}

impl<B, E: Element> TypedView<B, E> {
    /// The record at `index`, to write: `trades.at_mut(3).set_price(1.5)`.
    ///
    /// # Panics
    ///
    /// Where there is none, as slices do.
    #[inline(always)]
    #[track_caller]
    pub fn at_mut(&mut self, index: usize) -> E::Mut<'_, B>
    where
        B: BytesMut,
        E: Record,
    {
        let length = self.geometry.shape[0];
        match self.get_mut([index]) {
            Some(record) => record,
            None => out_of_bounds(index, length),
        }
    }
}

/// Calls `each` with every row, in C order, which are as long as they can be.
fn rows<const R: usize>(geometry: &Fixed<R>, mut each: impl FnMut(Row)) {
    Offsets::new(*geometry).fold_rows((), |(), row| each(row.into()));
}
