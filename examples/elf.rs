//! Prints the header of an executable and the table of its sections, as `readelf -hS` does. How: `src/elf.rs`.
//!
//! ```sh
//! cargo run -p examples --example elf              # its own executable
//! cargo run -p examples --example elf -- /bin/ls
//! ```

use std::env;

use examples::{Failure, elf, run};

fn main() -> Result<(), Failure> {
    run(elf::describe, &[env::current_exe()?])
}
