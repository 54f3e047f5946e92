//! Prints the size of a PNG image, and its chunks. How: `src/png.rs`.
//!
//! ```sh
//! cargo run -p examples --example png              # an image that comes with the examples
//! cargo run -p examples --example png -- photo.png
//! ```

use examples::{Failure, data, png, run};

fn main() -> Result<(), Failure> {
    run(png::describe, &[data("basn0g08.png")])
}
