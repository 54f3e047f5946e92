//! Records of a format to one vector for each of their values, and back, in one pass over the bytes.
//!
//! The bytes are walked in blocks of [`ROWS`] records, so that they stay in the nearest cache while each column takes its
//! values out of them.

mod any;
mod column;
mod item;
mod pack;
mod unpack;

pub use column::{Column, ColumnType};
pub use item::ColumnItem;
pub use pack::{ColumnRef, PackColumns};
pub use unpack::{ColumnMut, FillColumns, UnpackColumns};

use alloc::{vec, vec::Vec};

use crate::bytes::{Bytes, BytesMut, Writable};
use crate::compiled::{Struct, StructError};
use crate::source::SliceSource;

/// Records of one block.
const ROWS: usize = 256;

impl Struct {
    /// The values of many records in a row, one vector for each: the types are those of [`unpack`](Struct::unpack).
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let bytes = b"\x01\0.\0\0\x80\x3f\x02\0.\0\0\0\x40";
    /// let (ids, prices) = format.unpack_columns::<(u16, f32)>(bytes)?;
    /// assert_eq!((ids, prices), (vec![1, 2], vec![1.0, 2.0]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Where the format is known at run time only, it is `Vec<Column>`: each [`Column`] is a vector of the type that fits.
    ///
    /// ```
    /// use view_core::{Column, Struct};
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let columns = format.unpack_columns::<Vec<Column>>(b"\x01\0.\0\0\x80\x3f\x02\0.\0\0\0\x40")?;
    /// assert_eq!(columns, [Column::U16(vec![1, 2]), Column::F32(vec![1.0, 2.0])]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`iter_unpack`](Struct::iter_unpack).
    pub fn unpack_columns<'b, T: UnpackColumns<'b>>(
        &self,
        bytes: &'b (impl AsRef<[u8]> + ?Sized),
    ) -> Result<T::Columns, StructError> {
        T::unpack(self, bytes.as_ref())
    }

    /// As [`unpack_columns`](Struct::unpack_columns), into columns of yours: a tuple of `&mut [T]`, which have to be as long
    /// as there are records; of `&mut Vec<T>`, whose values are replaced; and of `()` for values that are passed over. Or a
    /// `&mut Vec<Column>`, in which the vectors that are of the right type are kept, and the strings of their values.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let bytes = b"\x01\0.\0\0\x80\x3f\x02\0.\0\0\0\x40";
    /// let mut prices = [0.0_f32; 2];
    /// format.unpack_columns_into(bytes, ((), &mut prices[..]))?;
    /// assert_eq!(prices, [1.0, 2.0]);
    ///
    /// let error = format.unpack_columns_into(bytes, ((), &mut prices[..1])).unwrap_err();
    /// assert_eq!(error.to_string(), "column 1 has room for 1 of 2 records");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`unpack_columns`](Struct::unpack_columns); and where a slice is longer or shorter. All columns stay as they
    /// are then.
    pub fn unpack_columns_into<'b>(
        &self,
        bytes: &'b (impl AsRef<[u8]> + ?Sized),
        columns: impl FillColumns<'b>,
    ) -> Result<(), StructError> {
        let bytes = bytes.as_ref();
        match bytes.len().checked_rem(self.size()) {
            None => Err(StructError::Empty),
            Some(0) => columns.fill(self.layout(), bytes),
            Some(_) => Err(StructError::Multiple { size: self.size(), got: bytes.len() }),
        }
    }

    /// The bytes of many records, from one slice for each of their values; padding is zero.
    ///
    /// The types have to be exactly those of the format, as to unpack: then every value fits, and none is looked at twice. Of
    /// a format that is known at run time only, give `&[Column]`: see [`Column`].
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let bytes = format.pack_columns((&[1_u16, 2], &[1.0_f32, 2.0]))?;
    /// assert_eq!(bytes, b"\x01\0\0\0\0\x80\x3f\x02\0\0\0\0\0\x40");
    ///
    /// let error = format.pack_columns((&[1_u16, 2], &[1.0_f32])).unwrap_err();
    /// assert_eq!(error.to_string(), "column 1 has 1 of 2 records");
    /// let error = format.pack_columns((&[1_i16], &[1.0_f32])).unwrap_err();
    /// assert_eq!(error.to_string(), "value 0 is `<H`, which cannot be read as `i16`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are more columns or fewer than values, where one is longer or shorter than the first, and where a type
    /// does not fit; and where a value of a [`Column`] does not fit its code.
    pub fn pack_columns(&self, columns: impl PackColumns) -> Result<Vec<u8>, StructError> {
        let rows = columns.check(self.layout())?;
        // What overflows is no vector either, and panics as one too long does.
        let mut bytes = vec![0; rows.saturating_mul(self.size())];
        columns.write(self.layout(), &mut bytes);
        Ok(bytes)
    }

    /// As [`pack_columns`](Struct::pack_columns), over bytes that are there: exactly those of all records.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let mut bytes = [0xff; 6];
    /// Struct::new("<Hx")?.pack_columns_into(&mut bytes, (&[1_u16, 2],))?;
    /// assert_eq!(bytes, [1, 0, 0, 2, 0, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`pack_columns`](Struct::pack_columns); where there are more bytes or fewer; and where they turn out to be
    /// read-only. Nothing is written then.
    pub fn pack_columns_into<S: SliceSource>(&self, bytes: S, columns: impl PackColumns) -> Result<(), StructError>
    where
        S::Bytes: Writable,
    {
        let mut bytes = bytes.into_bytes();
        let got = bytes.units().len();
        let mut target = bytes.writable().map_err(|_| StructError::ReadOnly)?;
        let needed = columns.check(self.layout())?.saturating_mul(self.size());
        if needed != got {
            return Err(StructError::Size { needed, got });
        }
        match target.plain_mut() {
            Some(bytes) => {
                if has_padding(self) {
                    bytes.fill(0);
                }
                columns.write(self.layout(), bytes);
            }
            // Others see these bytes too, so that they are written when all is known.
            None => {
                let mut bytes = vec![0; needed];
                columns.write(self.layout(), &mut bytes);
                target.write(0, &bytes);
            }
        }
        Ok(())
    }
}

/// Whether some bytes of a record belong to no value.
pub(crate) fn has_padding(format: &Struct) -> bool {
    format.layout().fields().iter().map(|field| field.size()).sum::<usize>() < format.size()
        || format.layout().fields().iter().any(|field| matches!(field.kind(), view_format::Kind::Record(_)))
}

#[cfg(test)]
mod tests;
