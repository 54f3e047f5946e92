//! Prints the type, the shape and a corner of an array that numpy has saved. How: `src/npy/mod.rs`.
//!
//! ```sh
//! cargo run -p examples --example npy              # an array that comes with the examples
//! cargo run -p examples --example npy -- my.npy
//! ```

use examples::{Failure, data, npy, run};

fn main() -> Result<(), Failure> {
    run(npy::describe, &[data("example_f64_little_endian_standard.npy")])
}
