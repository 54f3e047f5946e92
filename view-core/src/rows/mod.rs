//! Records of a format to their values, one row after the other, and back: columns inside, a block of records at a time.

mod pack;
mod unpack;

use alloc::{vec, vec::Vec};

use crate::bytes::{Bytes, BytesMut, Writable};
use crate::columns::has_padding;
use crate::compiled::{Struct, StructError};
use crate::source::SliceSource;
use crate::value::Value;

/// Records of one block.
const ROWS: usize = 128;

/// Where the numbers of one column in a block stand, wide, between bytes and values: made once for all blocks. So there is a
/// loop for each width and one for each kind of value, and not one for each pair of them.
struct Room {
    signed: [i64; ROWS],
    unsigned: [u64; ROWS],
    floats: [f64; ROWS],
}

impl Room {
    fn new() -> Room {
        Room { signed: [0; ROWS], unsigned: [0; ROWS], floats: [0.0; ROWS] }
    }
}

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
            Some(bytes) => {
                // All of them before any is written: room for the bytes to be made in would cost more than a second look.
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
mod tests;
