//! The sentence of each error.

use core::fmt;

use super::ViewError;
use crate::bytes::ReadOnlyError;

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
            #[cfg(feature = "alloc")]
            ViewError::Memory { needed } => {
                match needed {
                    Some(needed) => write!(f, "no memory for {needed} bytes")?,
                    None => f.write_str("more bytes needed than there can be")?,
                }
                f.write_str(": the view repeats its elements; take a part of it, or what it repeats")
            }
            ViewError::Geometry(error) => error.fmt(f),
            #[cfg(feature = "alloc")]
            ViewError::Field { path, format, nearest, fields } => {
                write!(f, "no field `{path}` in `{format}`")?;
                match (nearest, &fields[..]) {
                    (Some(nearest), _) => write!(f, "; did you mean `{nearest}`?"),
                    (None, []) => Ok(()),
                    (None, [field]) => write!(f, "; there is `{field}`"),
                    (None, [fields @ .., last]) => {
                        f.write_str("; there are ")?;
                        for (i, field) in fields.iter().enumerate() {
                            write!(f, "{}`{field}`", if i > 0 { ", " } else { "" })?;
                        }
                        write!(f, " and `{last}`")
                    }
                }
            }
            #[cfg(feature = "alloc")]
            ViewError::Value(error) => error.fmt(f),
            #[cfg(feature = "alloc")]
            ViewError::Element { index, error } => write!(f, "element {index}: {error}"),
        }
    }
}
