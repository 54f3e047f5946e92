//! What can go wrong with a view: one variant for each way, with the facts that disagree.

mod numbers;
#[cfg(all(test, feature = "alloc"))]
mod tests;

pub use numbers::Numbers;

use core::fmt;
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
    /// The view cannot be sliced, reshaped or split so.
    Geometry(GeometryError),
    /// The elements have no such field.
    #[cfg(feature = "alloc")]
    Field {
        /// The name or path asked for.
        path: Box<str>,
        /// The format that has no such field.
        format: Box<str>,
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

impl fmt::Display for ViewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ViewError::ReadOnly => ReadOnlyError.fmt(f),
            ViewError::Size(error) => error.fmt(f),
            ViewError::Unpack(error) => error.fmt(f),
            ViewError::Index { index, shape } if index.len() != shape.len() => {
                write!(f, "index {index} has {} numbers, shape {shape} needs {}", index.len(), shape.len())
            }
            ViewError::Index { index, shape } => write!(f, "index {index} is out of range for shape {shape}"),
            ViewError::Range { range, .. } if range.start > range.end => {
                write!(f, "range {}..{} ends before it starts", range.start, range.end)
            }
            ViewError::Range { range, length } => {
                write!(f, "range {}..{} is out of range for an axis of length {length}", range.start, range.end)
            }
            ViewError::NoAxis => f.write_str("a view of 0 dimensions cannot be sliced"),
            #[cfg(feature = "alloc")]
            ViewError::Format(error) => error.fmt(f),
            #[cfg(feature = "alloc")]
            ViewError::CastSize { format, itemsize: 0, bytes } => {
                write!(f, "cannot cast {bytes} bytes to `{format}`, whose elements take 0 bytes")
            }
            #[cfg(feature = "alloc")]
            ViewError::CastSize { format, itemsize, bytes } => {
                write!(f, "cannot cast {bytes} bytes to `{format}`: {bytes} is not a multiple of {itemsize}")
            }
            #[cfg(feature = "alloc")]
            ViewError::CastShape { format, shape, needed: Some(needed), bytes } => {
                write!(f, "`{format}` of shape {shape} needs {needed} bytes, the view has {bytes}")
            }
            #[cfg(feature = "alloc")]
            ViewError::CastShape { format, shape, needed: None, bytes } => {
                write!(f, "`{format}` of shape {shape} needs more bytes than there can be, the view has {bytes}")
            }
            #[cfg(feature = "alloc")]
            ViewError::EmptyElements { format, shape } => {
                write!(
                    f,
                    "`{format}` takes no bytes, so that shape {shape} could be any other; cast to a format with a field"
                )
            }
            #[cfg(feature = "alloc")]
            ViewError::NotContiguous { shape, strides } => write!(
                f,
                "cannot cast a view of shape {shape} and strides {strides:?}, which is not contiguous; cast the \
                 bytes that `to_bytes` copies"
            ),
            #[cfg(feature = "alloc")]
            ViewError::ByteOrder { format, type_name } => write!(
                f,
                "elements of format `{format}` stand in the other byte order than `{type_name}` does here; read them by \
                 `typed`, or copy them by `to_vec`"
            ),
            #[cfg(feature = "alloc")]
            ViewError::Alignment { needed, past, type_name } => write!(
                f,
                "`{type_name}` has to lie at a multiple of {needed} bytes, the first element lies {past} after one; read \
                 them by `typed`, or copy them by `to_vec`"
            ),
            #[cfg(feature = "alloc")]
            ViewError::NotASlice { shape, strides, itemsize } => write!(
                f,
                "elements of {itemsize} bytes in shape {shape} and strides {strides:?} are no slice of them; copy them by \
                 `to_vec`"
            ),
            #[cfg(feature = "alloc")]
            ViewError::Type { format, type_name, reads_as } => {
                write!(f, "elements of format `{format}` cannot be read as `{type_name}`; ")?;
                match reads_as {
                    Some(name) => write!(f, "`{name}` reads them"),
                    None => f.write_str("a column of them may, or read them as values"),
                }
            }
            #[cfg(feature = "alloc")]
            ViewError::Rank { dimensions, shape } => {
                write!(f, "{dimensions} dimensions asked for, shape {shape} has {}", shape.len())
            }
            ViewError::CopySize { from, to } => write!(f, "cannot copy {from} bytes into a view of {to}"),
            ViewError::CopyShape { from, to } => {
                write!(f, "cannot copy elements of shape {from} into a view of shape {to}")
            }
            ViewError::ElementCount { elements, values } => {
                write!(f, "the view has {elements} elements, the slice {values}")
            }
            #[cfg(feature = "alloc")]
            ViewError::HashOfWritable => f.write_str("cannot hash a view that can be written; hash its `as_readonly`"),
            #[cfg(feature = "alloc")]
            ViewError::HashOfFormat { format } => write!(
                f,
                "cannot hash elements of format `{format}`: equal numbers have different bytes in other formats; hash \
                 `to_bytes`, or cast to `B`"
            ),
            #[cfg(feature = "alloc")]
            ViewError::NotNumbers { format } => {
                write!(
                    f,
                    "elements of format `{format}` are not numbers with an order and a sum; a column of them may be, and \
                     `fold` takes values of any kind"
                )
            }
            #[cfg(feature = "alloc")]
            ViewError::SumOverflow { sum } => {
                write!(f, "the sum, {sum}, does not fit 64 bits; `fold` adds up in any type")
            }
            ViewError::Geometry(error) => error.fmt(f),
            #[cfg(feature = "alloc")]
            ViewError::Field { path, format } => write!(f, "no field `{path}` in `{format}`"),
            #[cfg(feature = "alloc")]
            ViewError::Value(error) => error.fmt(f),
            #[cfg(feature = "alloc")]
            ViewError::Element { index, error } => write!(f, "element {index}: {error}"),
        }
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
