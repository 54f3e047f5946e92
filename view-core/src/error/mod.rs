//! What can go wrong with a view: one variant for each way, with the facts that disagree.

mod display;
#[cfg(feature = "alloc")]
mod memory;
mod numbers;
#[cfg(all(test, feature = "alloc"))]
mod tests;

#[cfg(feature = "alloc")]
pub(crate) use memory::{check_memory, expect_memory};
pub use numbers::Numbers;

use core::ops::Range;

#[cfg(feature = "alloc")]
use alloc::boxed::Box;

#[cfg(feature = "alloc")]
use view_format::FormatError;

use crate::bytes::ReadOnlyError;
use crate::geometry::GeometryError;
use crate::source::SizeError;
use crate::unpack::UnpackError;
#[cfg(feature = "alloc")]
use crate::value::ValueError;

/// Why a view cannot be made, read or written so.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::View;
///
/// let view = View::new(b"twelve bytes");
/// let error = view.cast("<q").unwrap_err();
/// assert_eq!(error.to_string(), "cannot cast 12 bytes to `<q`: 12 is not a multiple of 8");
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ViewError {
    /// Something was to be written, and the bytes turned out to be read-only.
    ReadOnly,
    /// The bytes are too few, or too many.
    Size(SizeError),
    /// The bytes are not the values of a struct or an enum.
    Unpack(UnpackError),
    /// No element has this index.
    Index {
        /// The index asked for.
        index: Numbers,
        /// The shape of the view.
        shape: Numbers,
    },
    /// The range does not lie in the first axis.
    Range {
        /// The range asked for, in plain numbers.
        range: Range<usize>,
        /// The length of the axis.
        length: usize,
    },
    /// A view of no dimensions was to be sliced.
    NoAxis,
    /// The format is not one.
    #[cfg(feature = "alloc")]
    Format(FormatError),
    /// The bytes are no whole number of elements.
    #[cfg(feature = "alloc")]
    CastSize {
        /// The format asked for.
        format: Box<str>,
        /// Bytes of one element of it.
        itemsize: usize,
        /// Bytes of the view.
        bytes: usize,
    },
    /// The shape asked for takes another number of bytes.
    #[cfg(feature = "alloc")]
    CastShape {
        /// The format asked for.
        format: Box<str>,
        /// The shape asked for.
        shape: Numbers,
        /// Bytes that both take; `None` where that is more than there can be.
        needed: Option<usize>,
        /// Bytes of the view.
        bytes: usize,
    },
    /// More than one element of a format that takes no bytes, of which there could be any number.
    #[cfg(feature = "alloc")]
    EmptyElements {
        /// The format asked for.
        format: Box<str>,
        /// The shape asked for.
        shape: Numbers,
    },
    /// The elements do not lie one after the other, as a cast needs them to.
    #[cfg(feature = "alloc")]
    NotContiguous {
        /// The shape of the view.
        shape: Numbers,
        /// Its strides, in bytes.
        strides: Box<[isize]>,
    },
    /// Elements of another byte order than the machine's were to be lent as its numbers.
    #[cfg(feature = "alloc")]
    ByteOrder {
        /// The format of the view.
        format: Box<str>,
        /// The name of the type asked for.
        type_name: &'static str,
    },
    /// Elements that do not lie where the machine wants numbers to were to be lent as such.
    #[cfg(feature = "alloc")]
    Alignment {
        /// The alignment of the type asked for.
        needed: usize,
        /// How many bytes after a multiple of that the first element lies.
        past: usize,
        /// The name of the type asked for.
        type_name: &'static str,
    },
    /// Elements that do not lie one after the other were to be lent as a slice, or in steps that a slice cannot take.
    #[cfg(feature = "alloc")]
    NotASlice {
        /// The shape of the view.
        shape: Numbers,
        /// Its strides, in bytes.
        strides: Box<[isize]>,
        /// Bytes of one element.
        itemsize: usize,
    },
    /// The elements do not hold what they were to be read as.
    #[cfg(feature = "alloc")]
    Type {
        /// The format of the view.
        format: Box<str>,
        /// The name of the type asked for.
        type_name: &'static str,
        /// The type that they can be read as, if it is one value.
        reads_as: Option<Box<str>>,
    },
    /// The view has another number of dimensions.
    #[cfg(feature = "alloc")]
    Rank {
        /// The number asked for.
        dimensions: usize,
        /// The shape of the view.
        shape: Numbers,
    },
    /// The bytes to copy from are too few, or too many.
    CopySize {
        /// Bytes to copy from.
        from: usize,
        /// Bytes of the view.
        to: usize,
    },
    /// The elements to copy from are of another shape.
    CopyShape {
        /// The shape to copy from.
        from: Numbers,
        /// The shape of the view.
        to: Numbers,
    },
    /// A slice of values is shorter than the view has elements, or longer.
    ElementCount {
        /// Elements of the view.
        elements: usize,
        /// Values of the slice.
        values: usize,
    },
    /// A view that can be written was to be hashed.
    #[cfg(feature = "alloc")]
    HashOfWritable,
    /// Elements were to be hashed whose values other formats write in other bytes.
    #[cfg(feature = "alloc")]
    HashOfFormat {
        /// The format of the view.
        format: Box<str>,
    },
    /// The elements are not numbers, or are complex ones where an order is needed.
    #[cfg(feature = "alloc")]
    NotNumbers {
        /// The format of the view.
        format: Box<str>,
    },
    /// The sum of all integers does not fit 64 bits.
    #[cfg(feature = "alloc")]
    SumOverflow {
        /// The sum.
        sum: i128,
    },
    /// There is no memory for all elements of a view that repeats them.
    #[cfg(feature = "alloc")]
    Memory {
        /// Bytes that are needed; `None` where they are more than there can be.
        needed: Option<usize>,
    },
    /// The view cannot be sliced, reshaped or split so.
    Geometry(GeometryError),
    /// The elements have no such field.
    #[cfg(feature = "alloc")]
    Field {
        /// The name or path asked for.
        path: Box<str>,
        /// The format that has no such field.
        format: Box<str>,
        /// The path that it was probably meant to be: the name most like it, where the path leads to nothing.
        nearest: Option<Box<str>>,
        /// The paths of the fields there, if there are up to eight.
        fields: Box<[Box<str>]>,
    },
    /// The value does not fit the format.
    #[cfg(feature = "alloc")]
    Value(ValueError),
    /// One value of many does not fit the format.
    #[cfg(feature = "alloc")]
    Element {
        /// The index of the element.
        index: Numbers,
        /// What is wrong with its value.
        error: Box<ValueError>,
    },
}

impl ViewError {
    pub(crate) fn index(index: &[usize], shape: &[usize]) -> ViewError {
        ViewError::Index { index: Numbers::new(index), shape: Numbers::new(shape) }
    }
}

impl core::error::Error for ViewError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            ViewError::Size(error) => Some(error),
            ViewError::Geometry(error) => Some(error),
            ViewError::Unpack(error) => Some(error),
            #[cfg(feature = "alloc")]
            ViewError::Format(error) => Some(error),
            #[cfg(feature = "alloc")]
            ViewError::Value(error) => Some(error),
            #[cfg(feature = "alloc")]
            ViewError::Element { error, .. } => Some(&**error),
            _ => None,
        }
    }
}

impl From<ReadOnlyError> for ViewError {
    fn from(_: ReadOnlyError) -> Self {
        ViewError::ReadOnly
    }
}

impl From<UnpackError> for ViewError {
    fn from(error: UnpackError) -> Self {
        match error {
            UnpackError::Size(error) => ViewError::Size(error),
            error => ViewError::Unpack(error),
        }
    }
}

impl From<SizeError> for ViewError {
    fn from(error: SizeError) -> Self {
        ViewError::Size(error)
    }
}

impl From<GeometryError> for ViewError {
    fn from(error: GeometryError) -> Self {
        ViewError::Geometry(error)
    }
}

#[cfg(feature = "alloc")]
impl From<FormatError> for ViewError {
    fn from(error: FormatError) -> Self {
        ViewError::Format(error)
    }
}

#[cfg(feature = "alloc")]
impl From<ValueError> for ViewError {
    fn from(error: ValueError) -> Self {
        ViewError::Value(error)
    }
}
