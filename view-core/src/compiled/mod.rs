//! Python's `struct` functions on a format that is read once: pack, unpack, and both at an offset.

mod error;
mod iter;
mod pack;
mod places;
mod tuples;
mod unpack;
mod unpack_item;
mod values;

pub use error::StructError;
pub use iter::IterUnpack;
pub use pack::{Pack, PackItem};
pub(crate) use places::{Place, places};
pub(crate) use tuples::each_tuple;
pub use unpack::Unpack;
pub(crate) use unpack::{check_count, mismatch, mismatch_of, plan_at};
pub(crate) use unpack_item::ReadAll;
pub use unpack_item::UnpackItem;
pub use values::Values;

use alloc::{sync::Arc, vec, vec::Vec};
use core::fmt;

use smallvec::SmallVec;
use view_format::{FormatError, Layout, Target};

use crate::bytes::{Bytes, BytesMut, Writable};
use crate::source::SliceSource;
use crate::value::decode;

/// A format that is read once, to pack and unpack by: Python's `struct.Struct`.
///
/// ```
/// use view_core::{Struct, Value};
///
/// let point = Struct::new("<3s2hd")?;
/// assert_eq!(point.size(), 15);
///
/// let bytes = point.pack((b"xyz", 1, -2, 0.5))?;
/// let (name, x, y, weight): ([u8; 3], i16, i16, f64) = point.unpack(&bytes)?;
/// assert_eq!((&name, x, y, weight), (b"xyz", 1, -2, 0.5));
///
/// // Without knowing the types.
/// let values: Vec<Value> = point.unpack(&bytes)?;
/// assert_eq!(Value::tuple(values).to_string(), "(b'xyz', 1, -2, 0.5)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// | Python | here |
/// |---|---|
/// | `Struct(format)`, `.format`, `.size` | [`new`](Struct::new), [`format`](Struct::format), [`size`](Struct::size) |
/// | `calcsize(format)` | [`Struct::calcsize`] |
/// | `pack(format, *values)` | [`pack`](Struct::pack), of a tuple, or of a slice of [`Value`](crate::Value)s |
/// | `pack_into(format, buffer, offset, *values)` | [`pack_into`](Struct::pack_into) |
/// | `unpack(format, buffer)` | [`unpack`](Struct::unpack), to a tuple, a `Vec<Value>`, or [`Values`] |
/// | `unpack_from(format, buffer, offset)` | [`unpack_from`](Struct::unpack_from) |
/// | `iter_unpack(format, buffer)` | [`iter_unpack`](Struct::iter_unpack) |
/// | `struct.error` | [`StructError`] |
///
/// # Where it differs from CPython
///
/// | CPython | here |
/// |---|---|
/// | reads the formats of `struct` only | reads those of PEP 3118 too: names, shapes, records, `Zf`; what both read means the same |
/// | `pack_into` with a bad value has overwritten the fields before it, and the padding | has written nothing |
/// | `?` takes the truth of any object | takes numbers and `bool`; a string there is more likely a mistake |
/// | `c` and `s` refuse `memoryview`, `c` also `bytearray` | bytes are bytes |
/// | an integer of more than 64 bits is a value, which every integer code refuses and `d` rounds | [`Value`](crate::Value) holds 64 |
/// | `<b0p` in `pack_into` writes one byte behind the field (CPython issue 156939) | does not |
///
/// The rules for values are otherwise those of `struct`, in any range and rounding: [`view_format::rule`].
#[derive(Clone)]
pub struct Struct {
    format: Arc<str>,
    layout: Layout,
}

impl Struct {
    /// Reads a format.
    ///
    /// # Errors
    ///
    /// Where it is none: what is wrong, and where.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// assert!(Struct::new("<2u").is_err());
    /// # Ok::<(), view_core::FormatError>(())
    /// ```
    pub fn new(format: &str) -> Result<Struct, FormatError> {
        Ok(Struct::from_layout(format, Layout::parse(format)?))
    }

    /// Reads a format as another machine would, where that decides: native sizes, alignments and byte order.
    ///
    /// ```
    /// use view_core::{Struct, Target};
    ///
    /// assert_eq!(Struct::new_for("bl", &Target::LP64)?.size(), 16);
    /// assert_eq!(Struct::new_for("bl", &Target::ILP32)?.size(), 8);
    /// # Ok::<(), view_core::FormatError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`new`](Struct::new).
    pub fn new_for(format: &str, target: &Target) -> Result<Struct, FormatError> {
        Ok(Struct::from_layout(format, Layout::parse_for(format, target)?))
    }

    /// Of a layout, and the text that it was made of.
    pub fn from_layout(format: &str, layout: Layout) -> Struct {
        Struct { format: format.into(), layout }
    }

    /// Bytes of a format: `struct.calcsize`.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// assert_eq!(Struct::calcsize("<2sI4xI")?, 14);
    /// # Ok::<(), view_core::FormatError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`new`](Struct::new).
    pub fn calcsize(format: &str) -> Result<usize, FormatError> {
        Ok(Layout::parse(format)?.size())
    }

    /// The format, as it was given.
    pub fn format(&self) -> &str {
        &self.format
    }

    /// What the format means.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Bytes that it packs to.
    pub fn size(&self) -> usize {
        self.layout.size()
    }

    /// The bytes of these values; padding is zero.
    ///
    /// ```
    /// use view_core::{Struct, Value};
    ///
    /// let format = Struct::new(">Hx2s")?;
    /// assert_eq!(format.pack((258, b"ab"))?, b"\x01\x02\0ab");
    /// assert_eq!(format.pack([Value::from(258), b"ab".into()])?, b"\x01\x02\0ab");
    ///
    /// let error = format.pack((65_536, b"ab")).unwrap_err();
    /// assert_eq!(error.to_string(), "value 0: `H` requires 0 <= number <= 65535, got 65536");
    /// let error = format.pack((1, b"ab", 2)).unwrap_err();
    /// assert_eq!(error.to_string(), "2 values needed, got 3");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are more values or fewer than the format has, and where one does not fit its code.
    /// [`pack_into`](Struct::pack_into) writes to bytes that are there.
    pub fn pack(&self, values: impl Pack) -> Result<Vec<u8>, StructError> {
        self.check_count(&values)?;
        let mut bytes = vec![0; self.size()];
        values.pack(&self.layout, &mut bytes)?;
        Ok(bytes)
    }

    /// Writes values to a part of a buffer, padding as zeros. A negative offset counts from the end.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new(">H")?;
    /// let mut buffer = *b"abcdefgh";
    /// format.pack_into(&mut buffer, 1, 0x4142)?;
    /// format.pack_into(&mut buffer, -2, 0x4344)?;
    /// assert_eq!(&buffer, b"aABdefCD");
    ///
    /// let error = format.pack_into(&mut buffer, -1, 0).unwrap_err();
    /// assert_eq!(error.to_string(), "2 bytes needed at offset -1, 1 there");
    /// let error = format.pack_into(&mut buffer, 7, 0).unwrap_err();
    /// assert_eq!(error.to_string(), "2 bytes needed at offset 7, 1 there");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`pack`](Struct::pack); where the bytes do not lie in the buffer; and where it turns out to be read-only.
    /// Nothing is written then, also not the values before a bad one, which CPython writes.
    pub fn pack_into<S: SliceSource>(&self, buffer: S, offset: isize, values: impl Pack) -> Result<(), StructError>
    where
        S::Bytes: Writable,
    {
        let mut buffer = buffer.into_bytes();
        let length = buffer.units().len();
        let mut target = buffer.writable().map_err(|_| StructError::ReadOnly)?;
        self.check_count(&values)?;
        let at = places::locate(offset, self.size(), length)?;
        let mut bytes: SmallVec<[u8; 64]> = SmallVec::from_elem(0, self.size());
        values.pack(&self.layout, &mut bytes)?;
        target.write(at, &bytes);
        Ok(())
    }

    /// The values of exactly these bytes: a tuple of types that fit the codes, an array of one type, or `Vec<Value>`.
    /// [`Values`] gives them one by one, and [`unpack_into`](Struct::unpack_into) keeps a vector of yours.
    ///
    /// ```
    /// use view_core::{Struct, Value};
    ///
    /// let format = Struct::new("<Hf")?;
    /// let bytes = format.pack((7, 0.5))?;
    /// let (count, weight) = format.unpack::<(u16, f32)>(&bytes)?;
    /// assert_eq!((count, weight), (7, 0.5));
    ///
    /// let error = format.unpack::<(u16, f64)>(&bytes).unwrap_err();
    /// assert_eq!(error.to_string(), "value 1 is `<f`, which cannot be read as `f64`");
    /// let error = format.unpack::<(u16, f32)>(&bytes[1..]).unwrap_err();
    /// assert_eq!(error.to_string(), "6 bytes needed, 5 there");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are more bytes or fewer, and where a type does not fit the format.
    pub fn unpack<'b, T: Unpack<'b>>(&self, bytes: &'b (impl AsRef<[u8]> + ?Sized)) -> Result<T, StructError> {
        let plan = T::plan(&self.layout)?;
        Ok(T::read(self.exactly(bytes.as_ref())?, &plan))
    }

    /// As [`unpack`](Struct::unpack) to `Vec<Value>`, over the values of a vector: their strings, lists and records are used again
    /// where there are such again, so that a record after the other asks for no memory.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new("<H2s")?;
    /// let mut values = Vec::new();
    /// for record in b"\x01\0ab\x02\0cd".chunks_exact(format.size()) {
    ///     format.unpack_into(record, &mut values)?;
    /// }
    /// assert_eq!(values, [2.into(), b"cd".into()]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are more bytes or fewer. The vector stays as it is then.
    pub fn unpack_into(&self, bytes: impl AsRef<[u8]>, values: &mut Vec<crate::Value>) -> Result<(), StructError> {
        let bytes = self.exactly(bytes.as_ref())?;
        values.truncate(self.layout.values());
        for (index, place) in places(&self.layout).enumerate() {
            let mut bytes = decode::from(bytes, place.at);
            match values.get_mut(index) {
                Some(value) => decode::item_into(place.kind, place.shape, &mut bytes, value),
                None => values.push(decode::item(place.kind, place.shape, bytes)),
            }
        }
        Ok(())
    }

    /// The values of the bytes from `offset` on. A negative offset counts from the end.
    ///
    /// ```
    /// use view_core::Struct;
    ///
    /// let format = Struct::new(">H")?;
    /// assert_eq!(format.unpack_from::<u16>(b"\0\x01\x02\0", 1)?, 258);
    /// assert_eq!(format.unpack_from::<u16>(b"\0\0\x01\x02", -2)?, 258);
    ///
    /// let error = format.unpack_from::<u16>(b"\0\0", -3).unwrap_err();
    /// assert_eq!(error.to_string(), "offset -3 lies before the start of 2 bytes");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there are fewer bytes, and where a type does not fit the format.
    pub fn unpack_from<'b, T: Unpack<'b>>(
        &self,
        bytes: &'b (impl AsRef<[u8]> + ?Sized),
        offset: isize,
    ) -> Result<T, StructError> {
        let plan = T::plan(&self.layout)?;
        let bytes = bytes.as_ref();
        let at = places::locate(offset, self.size(), bytes.len())?;
        Ok(T::read(&bytes[at..][..self.size()], &plan))
    }

    /// The values of each of many records in a row. Types are checked once.
    ///
    /// ```
    /// use view_core::{Struct, Values};
    ///
    /// let format = Struct::new("<Hb")?;
    /// let bytes = b"\x01\0\x02\x03\0\xff";
    /// let records = format.iter_unpack::<(u16, i8)>(bytes)?;
    /// assert_eq!(records.collect::<Vec<_>>(), [(1, 2), (3, -1)]);
    ///
    /// // One value after the other, without a heap.
    /// for values in format.iter_unpack::<Values>(bytes)? {
    ///     assert_eq!(values.len(), 2);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the bytes end in the middle of a record; where a record has none, since any number of them would fit; and
    /// where a type does not fit the format.
    pub fn iter_unpack<'b, T: Unpack<'b>>(
        &self,
        bytes: &'b (impl AsRef<[u8]> + ?Sized),
    ) -> Result<IterUnpack<'b, T>, StructError> {
        let plan = T::plan(&self.layout)?;
        let bytes = bytes.as_ref();
        match bytes.len().checked_rem(self.size()) {
            None => Err(StructError::Empty),
            Some(0) => Ok(IterUnpack { records: bytes.chunks_exact(self.size()), plan }),
            Some(_) => Err(StructError::Multiple { size: self.size(), got: bytes.len() }),
        }
    }

    fn check_count(&self, values: &impl Pack) -> Result<(), StructError> {
        let (needed, got) = (self.layout.values(), values.count());
        if needed == got { Ok(()) } else { Err(StructError::Count { needed, got }) }
    }

    fn exactly<'b>(&self, bytes: &'b [u8]) -> Result<&'b [u8], StructError> {
        let (needed, got) = (self.size(), bytes.len());
        if needed == got { Ok(bytes) } else { Err(StructError::Size { needed, got }) }
    }
}

impl fmt::Debug for Struct {
    /// As Python shows it: `Struct("<2h")`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Struct").field(&self.format()).finish()
    }
}

#[cfg(test)]
mod tests;
