//! Layouts in the notations of other programs: numpy, C, Rust.

mod numpy;

pub use numpy::numpy_scalar;
