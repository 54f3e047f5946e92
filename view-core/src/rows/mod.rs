//! Records of a format to their values, one row after the other, and back: columns inside, a block of records at a time.

mod count;
mod pack;
mod unpack;

use alloc::{vec, vec::Vec};
use core::hint::black_box;

use view_format::Layout;

use crate::bytes::{Bytes, BytesMut, Writable};
use crate::columns::has_padding;
use crate::compiled::{Struct, StructError};
use crate::source::SliceSource;
use crate::value::Value;

/// Values of one block, and bytes of one: both stay in the nearest cache while each column has its turn.
const VALUES: usize = 640;
const BYTES: usize = 16 << 10;

/// Records of one block.
fn block_rows(layout: &Layout) -> usize {
    (VALUES / layout.values().max(1)).min(BYTES / layout.size().max(1)).clamp(8, 256)
}

/// Values that no cache holds.
const LARGE: usize = 8 << 20;

fn is_large(values: &[Value]) -> bool {
    size_of_val(values) > LARGE
}

/// Reads each line of the values of a block once, in order, if they are in no cache: the columns would ask for them in strides, and
/// wait longer.
fn touch(values: &[Value], is_large: bool) {
    if is_large {
        black_box(values.as_chunks::<2>().0.iter().filter(|pair| matches!(pair[0], Value::Uint(_))).count());
    }
}

/// Bytes for which there is room beside those to be written, so that they can be made there in one go: what takes more is looked
/// at twice, since room of that size would come fresh from the system, and cost more.
const BESIDE: usize = 512 << 10;

impl Struct {
    /// The values of many records in a row, all in one vector: those of the first record, then those of the second.
    ///
    /// It is what [`iter_unpack`](Struct::iter_unpack) gives to `Vec<Value>`, without a vector for each record and at a
    /// fraction of the time. Where the types are known, [`unpack_columns`](Struct::unpack_columns) is faster still.
    ///
    /// ```
    /// use view_core::{Struct, Value};
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let bytes = b"\x01\0.\0\0\x80\x3f\x02\0.\0\0\0\x40";
    /// let values = format.unpack_rows(bytes)?;
    /// assert_eq!(Value::List(values.clone()).to_string(), "[1, 1.0, 2, 2.0]");
    ///
    /// let prices = values.chunks_exact(format.layout().values()).filter_map(|row| row[1].as_f64());
    /// assert_eq!(prices.sum::<f64>(), 3.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`iter_unpack`](Struct::iter_unpack): where the bytes end in the middle of a record, and where a record has
    /// none.
    pub fn unpack_rows(&self, bytes: impl AsRef<[u8]>) -> Result<Vec<Value>, StructError> {
        let bytes = bytes.as_ref();
        // What overflows is no vector either, and panics as one too long does.
        let mut values = vec![Value::Uint(0); self.rows(bytes)?.saturating_mul(self.layout().values())];
        unpack::unpack(self.layout(), bytes, &mut values);
        Ok(values)
    }

    /// As [`unpack_rows`](Struct::unpack_rows), over values of yours, which have to be as many. Numbers then need no heap at
    /// all, and strings of bytes keep what they have of it.
    ///
    /// ```
    /// use view_core::{Struct, Value};
    ///
    /// let format = Struct::new("<H2s")?;
    /// let mut values = vec![Value::from(0); 4];
    /// format.unpack_rows_into(b"\x01\0ab\x02\0cd", &mut values)?;
    /// assert_eq!(Value::List(values.clone()).to_string(), "[1, b'ab', 2, b'cd']");
    ///
    /// let error = format.unpack_rows_into(b"\x01\0ab", &mut values).unwrap_err();
    /// assert_eq!(error.to_string(), "2 values needed, got 4");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`unpack_rows`](Struct::unpack_rows); and where there are more values or fewer. They stay as they are then.
    pub fn unpack_rows_into(&self, bytes: impl AsRef<[u8]>, values: &mut [Value]) -> Result<(), StructError> {
        let bytes = bytes.as_ref();
        let (needed, got) = (self.rows(bytes)?.saturating_mul(self.layout().values()), values.len());
        if needed != got {
            return Err(StructError::Count { needed, got });
        }
        unpack::unpack(self.layout(), bytes, values);
        Ok(())
    }

    /// The bytes of many records, from their values one row after the other; padding is zero.
    ///
    /// ```
    /// use view_core::{Struct, Value};
    ///
    /// let format = Struct::new("<Hxf")?;
    /// let bytes = format.pack_rows(&[1.into(), 1.0.into(), 2.into(), 2.into()])?;
    /// assert_eq!(bytes, b"\x01\0\0\0\0\x80\x3f\x02\0\0\0\0\0\x40");
    ///
    /// let error = format.pack_rows(&[1.into(), 1.0.into(), 65_536.into(), 2.into()]).unwrap_err();
    /// assert_eq!(error.to_string(), "value 2: `H` requires 0 <= number <= 65535, got 65536");
    /// let error = format.pack_rows(&[1.into(), 1.0.into(), 2.into()]).unwrap_err();
    /// assert_eq!(error.to_string(), "3 values are no whole number of records of 2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the values end in the middle of a record, and where one does not fit its code: the first such, by its index
    /// among all of them.
    pub fn pack_rows(&self, values: &[Value]) -> Result<Vec<u8>, StructError> {
        let mut bytes = vec![0; self.rows_of(values)?.saturating_mul(self.size())];
        pack::pack(self.layout(), values, &mut bytes)?;
        Ok(bytes)
    }

    /// As [`pack_rows`](Struct::pack_rows), over bytes that are there: exactly those of all records.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new("<Hx")?;
    /// let mut bytes = [0xff; 6];
    /// assert!(format.pack_rows_into(&mut bytes, &[1.into(), (-2).into()]).is_err());
    /// assert_eq!(bytes, [0xff; 6]);
    /// format.pack_rows_into(&mut bytes, &[1.into(), 2.into()])?;
    /// assert_eq!(bytes, [1, 0, 0, 2, 0, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`pack_rows`](Struct::pack_rows); where there are more bytes or fewer; and where they turn out to be read-only.
    /// Nothing is written then.
    pub fn pack_rows_into<S: SliceSource>(&self, bytes: S, values: &[Value]) -> Result<(), StructError>
    where
        S::Bytes: Writable,
    {
        let mut bytes = bytes.into_bytes();
        let got = bytes.units().len();
        let mut target = bytes.writable().map_err(|_| StructError::ReadOnly)?;
        let needed = self.rows_of(values)?.saturating_mul(self.size());
        if needed != got {
            return Err(StructError::Size { needed, got });
        }
        match target.plain_mut() {
            Some(bytes) if needed <= BESIDE => {
                bytes.copy_from_slice(&self.pack_rows(values)?);
                Ok(())
            }
            Some(bytes) => {
                pack::check(self.layout(), values)?;
                if has_padding(self) {
                    bytes.fill(0);
                }
                pack::pack(self.layout(), values, bytes)
            }
            // Others see these bytes too, so that they are written when all is known.
            None => {
                target.write(0, &self.pack_rows(values)?);
                Ok(())
            }
        }
    }

    /// How many records these bytes are.
    fn rows(&self, bytes: &[u8]) -> Result<usize, StructError> {
        match bytes.len().checked_rem(self.size()) {
            None => Err(StructError::Empty),
            Some(0) => Ok(bytes.len() / self.size()),
            Some(_) => Err(StructError::Multiple { size: self.size(), got: bytes.len() }),
        }
    }

    /// How many records these values are.
    fn rows_of(&self, values: &[Value]) -> Result<usize, StructError> {
        let (each, got) = (self.layout().values(), values.len());
        match got.checked_rem(each) {
            None if got > 0 => Err(StructError::Count { needed: 0, got }),
            None => Ok(0),
            Some(0) => Ok(got / each),
            Some(_) => Err(StructError::Values { each, got }),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
