//! Layouts as numpy's dtypes, in the text of the Python expression that makes one.

mod read;
mod scalar;
mod write;

pub(super) use read::read;
pub(super) use scalar::align_of;
pub use scalar::numpy_scalar;
pub(super) use write::{literal, write};
