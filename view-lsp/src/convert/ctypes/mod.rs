//! Classes of Python's `ctypes`.

mod read;
mod scalar;
mod write;

pub(super) use read::read;
pub(super) use write::write;
