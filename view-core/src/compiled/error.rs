//! What `struct.error` says, with the numbers that disagree.

use alloc::boxed::Box;
use core::fmt;

use crate::source::SizeError;
use crate::value::ValueError;

/// Why values cannot be packed, or bytes not be unpacked: Python's `struct.error`.
///
/// ```
/// use view_core::{Struct, StructError};
///
/// let error = Struct::new("<hB")?.pack((1, 300)).unwrap_err();
/// assert_eq!(error.to_string(), "value 1: `B` requires 0 <= number <= 255, got 300");
/// assert!(matches!(error, StructError::Value { index: 1, .. }));
/// # Ok::<(), view_core::FormatError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum StructError {
    /// More bytes or fewer than the format takes.
    Size {
        /// Bytes of the format.
        needed: usize,
        /// Bytes that were given.
        got: usize,
    },
    /// Fewer bytes from an offset on than the format takes.
    Room {
        /// Bytes of the format.
        needed: usize,
        /// The offset; a negative one counts from the end.
        offset: isize,
        /// Bytes of the whole buffer.
        length: usize,
    },
    /// A negative offset leads to before the first byte.
    Offset {
        /// The offset.
        offset: isize,
        /// Bytes of the whole buffer.
        length: usize,
    },
    /// The bytes are no whole number of records.
    Multiple {
        /// Bytes of one record.
        size: usize,
        /// Bytes that were given.
        got: usize,
    },
    /// Records of no bytes, of which any number could be there.
    Empty,
    /// More values or fewer than the format has.
    Count {
        /// Values of the format.
        needed: usize,
        /// Values that were given or asked for.
        got: usize,
    },
    /// The values of many records end in the middle of one.
    Values {
        /// Values of one record.
        each: usize,
        /// Values that were given.
        got: usize,
    },
    /// A value does not fit its code.
    Value {
        /// Which one; the first is 0.
        index: usize,
        /// Why not.
        error: ValueError,
    },
    /// A value cannot be read as the type asked for.
    Type {
        /// Which one; the first is 0.
        index: usize,
        /// Its format.
        format: Box<str>,
        /// The name of the type asked for.
        type_name: &'static str,
    },
    /// A column to unpack to is longer or shorter than there are records.
    Rows {
        /// Which one; the first is 0.
        index: usize,
        /// How long it is.
        room: usize,
        /// How many records there are.
        rows: usize,
    },
    /// A column to pack is longer or shorter than the first.
    Column {
        /// Which one; the first is 0.
        index: usize,
        /// How long it is.
        got: usize,
        /// How long the first is.
        rows: usize,
    },
    /// The items of a column to pack end in the middle of a record.
    Items {
        /// Which one; the first is 0.
        index: usize,
        /// Items of one record.
        each: usize,
        /// How many there are.
        got: usize,
    },
    /// The buffer turned out to be read-only.
    ReadOnly,
}

impl fmt::Display for StructError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StructError::Size { needed, got } => SizeError::new(*needed, *got).fmt(f),
            StructError::Room { needed, offset, length } => {
                let there = match usize::try_from(*offset) {
                    Ok(offset) => length.saturating_sub(offset),
                    Err(_) => offset.unsigned_abs().min(*length),
                };
                write!(f, "{needed} bytes needed at offset {offset}, {there} there")
            }
            StructError::Offset { offset, length } => {
                write!(f, "offset {offset} lies before the start of {length} bytes")
            }
            StructError::Multiple { size, got } => write!(f, "{got} is not a multiple of {size} bytes"),
            StructError::Empty => f.write_str("any number of records of 0 bytes would fit; give a format with a field"),
            StructError::Count { needed: 1, got } => write!(f, "1 value needed, got {got}"),
            StructError::Count { needed, got } => write!(f, "{needed} values needed, got {got}"),
            StructError::Values { each, got } => write!(f, "{got} values are no whole number of records of {each}"),
            StructError::Value { index, error } => write!(f, "value {index}: {error}"),
            StructError::Type { index, format, type_name } => {
                write!(f, "value {index} is `{format}`, which cannot be read as `{type_name}`")
            }
            StructError::Rows { index, room, rows } => {
                write!(f, "column {index} has room for {room} of {rows} records")
            }
            StructError::Column { index, got, rows } => write!(f, "column {index} has {got} of {rows} records"),
            StructError::Items { index, each, got } => {
                write!(f, "column {index} has {got} items, which is no whole number of records of {each}")
            }
            StructError::ReadOnly => f.write_str("cannot modify read-only memory"),
        }
    }
}

impl core::error::Error for StructError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            StructError::Value { error, .. } => Some(error),
            _ => None,
        }
    }
}
