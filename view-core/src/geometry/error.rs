//! What can go wrong with a geometry, whatever bytes it is of.

use core::fmt;
use core::ops::Range;

use super::MAX_RANK;
use crate::error::Numbers;

/// Why a view cannot be sliced, reshaped or split so.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GeometryError {
    /// An axis has no such index.
    Index {
        /// The index asked for; negative ones count from the end.
        index: isize,
        /// The axis, counted from 0.
        axis: usize,
        /// Its length.
        length: usize,
    },
    /// A slice has the step 0.
    StepZero {
        /// The axis of the slice.
        axis: usize,
    },
    /// A key has more indices and slices than the view has dimensions.
    TooManyIndices {
        /// Indices and slices of the key.
        indices: usize,
        /// Dimensions of the view.
        dimensions: usize,
    },
    /// A key has two ellipses.
    TwoEllipses,
    /// The view has no such axis.
    Axis {
        /// The axis asked for, counted from 0.
        axis: usize,
        /// Dimensions of the view.
        dimensions: usize,
    },
    /// The axes are not those of the view, each once.
    Permutation {
        /// The axes asked for.
        axes: Numbers,
        /// Dimensions of the view.
        dimensions: usize,
    },
    /// The result has another number of dimensions.
    Rank {
        /// The number asked for.
        dimensions: usize,
        /// The number that it has.
        got: usize,
    },
    /// More than 64 dimensions.
    TooManyDimensions {
        /// The number asked for.
        dimensions: usize,
    },
    /// A shape cannot be repeated to give the other.
    Broadcast {
        /// The shape of the view.
        from: Numbers,
        /// The shape asked for.
        to: Numbers,
    },
    /// There are more elements, or more bytes of them, than a number holds.
    TooLarge {
        /// The shape asked for.
        shape: Numbers,
    },
    /// The shape has another number of elements.
    Reshape {
        /// The shape of the view.
        from: Numbers,
        /// The shape asked for.
        to: Numbers,
        /// Elements of the shape asked for; `None` where they are more than there can be.
        needed: Option<usize>,
        /// Elements of the view.
        got: usize,
    },
    /// The elements lie so that no strides give the shape.
    Scattered {
        /// The shape of the view.
        from: Numbers,
        /// The shape asked for.
        to: Numbers,
    },
    /// No length of the axis that is to be inferred makes the shape fit.
    Inferred {
        /// The shape asked for.
        shape: Numbers,
        /// The axis that is to be inferred.
        axis: usize,
        /// Elements of the view.
        elements: usize,
    },
    /// There are not as many strides as lengths.
    Strides {
        /// The shape asked for.
        shape: Numbers,
        /// How many strides were given.
        strides: usize,
    },
    /// Elements with strides of their own do not lie in the bytes.
    Outside {
        /// Bytes of one element.
        itemsize: usize,
        /// The shape asked for.
        shape: Numbers,
        /// The bytes that they take; `None` where a number overflows.
        span: Option<Range<isize>>,
        /// Bytes that there are.
        bytes: usize,
    },
    /// An axis cannot be cut there.
    Split {
        /// Where it is to be cut.
        at: usize,
        /// The axis.
        axis: usize,
        /// Its length.
        length: usize,
    },
    /// Windows or chunks of no elements, or windows longer than the axis.
    Size {
        /// Elements of one window or chunk.
        size: usize,
        /// The axis.
        axis: usize,
        /// Its length.
        length: usize,
    },
    /// The parts of an axis lie among each other in memory, so that they cannot be lent out to write apart.
    Interleaved {
        /// The axis.
        axis: usize,
        /// The shape of the view.
        shape: Numbers,
    },
}

impl fmt::Display for GeometryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use GeometryError::*;
        match self {
            Index { index, axis, length } => {
                write!(f, "index {index} is out of range for axis {axis} of length {length}")
            }
            StepZero { axis } => write!(f, "the slice of axis {axis} has the step 0"),
            TooManyIndices { indices, dimensions } => {
                write!(f, "{indices} indices and slices for a view of {dimensions} dimensions")
            }
            TwoEllipses => f.write_str("a key has at most one `...`"),
            Axis { dimensions: 0, .. } => f.write_str("a view of 0 dimensions has no axis"),
            Axis { axis, dimensions } => {
                write!(f, "axis {axis} asked for, the axes of this view are 0 to {}", dimensions - 1)
            }
            Permutation { axes, dimensions } => {
                write!(f, "axes {axes} are no order of the {dimensions} axes of this view, each once")
            }
            Rank { dimensions, got } => write!(f, "{dimensions} dimensions asked for, the result has {got}"),
            TooManyDimensions { dimensions } => {
                write!(f, "{dimensions} dimensions asked for, a view has at most {MAX_RANK}")
            }
            Broadcast { from, to } => write!(
                f,
                "cannot broadcast shape {from} to {to}: counted from the last, each length has to be the same, or 1"
            ),
            TooLarge { shape } => write!(f, "shape {shape} has more elements than there can be"),
            Reshape { from, to, needed, got } => {
                write!(f, "cannot reshape {from} to {to}: ")?;
                match needed {
                    Some(needed) => write!(f, "{needed} elements needed, {got} there")?,
                    None => write!(f, "more elements needed than there can be, {got} there")?,
                }
                write!(f, "; the lengths have to multiply to {got}")
            }
            Scattered { from, to } => write!(
                f,
                "cannot reshape {from} to {to} without a copy, as the elements lie; reshape what `to_bytes` copies"
            ),
            Inferred { shape, axis, elements } => {
                f.write_str("no length in place of `_` makes shape [")?;
                for (i, length) in shape.as_slice().iter().enumerate() {
                    f.write_str(if i == 0 { "" } else { ", " })?;
                    if i == *axis { f.write_str("_")? } else { write!(f, "{length}")? }
                }
                write!(f, "] of {elements} elements")
            }
            Strides { shape, strides } => write!(f, "shape {shape} needs {} strides, {strides} given", shape.len()),
            Outside { itemsize, shape, span, bytes } => {
                write!(f, "shape {shape} of elements of {itemsize} bytes takes ")?;
                match span {
                    Some(span) => write!(f, "bytes {} to {}, there are 0 to {bytes}", span.start, span.end),
                    None => write!(f, "more bytes than there can be"),
                }
            }
            Split { at, axis, length } => write!(f, "cannot cut axis {axis} of length {length} at {at}"),
            Size { size: 0, axis, .. } => write!(f, "parts of axis {axis} need at least one element each"),
            Size { size, axis, length } => {
                write!(f, "windows of {size} elements do not fit axis {axis} of length {length}")
            }
            Interleaved { axis, shape } => write!(
                f,
                "the parts of axis {axis} of shape {shape} lie among each other in memory, and only one can be written \
                 at a time; a view over cells (`into_cells`) has them all at once"
            ),
        }
    }
}

impl core::error::Error for GeometryError {}
