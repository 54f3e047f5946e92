//! Prints the last few changes of the time in a zone, and the rule since. How: `src/tzfile.rs`.
//!
//! ```sh
//! cargo run -p examples --example tzfile           # Berlin's, or else that of this machine
//! cargo run -p examples --example tzfile -- /usr/share/zoneinfo/Asia/Tokyo
//! ```

use examples::{Failure, data, run, tzfile};

fn main() -> Result<(), Failure> {
    let system = ["/usr/share/zoneinfo/Europe/Berlin", "/etc/localtime"];
    run(tzfile::describe, &[system[0].into(), system[1].into(), data("Berlin.tzif")])
}
