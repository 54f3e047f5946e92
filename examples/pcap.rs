//! Prints the packets of a network capture, one a line. How: `src/pcap.rs`.
//!
//! ```sh
//! cargo run -p examples --example pcap             # a capture that comes with the examples
//! cargo run -p examples --example pcap -- my.pcap
//! ```

use examples::{Failure, data, pcap, run};

fn main() -> Result<(), Failure> {
    run(pcap::describe, &[data("ntp.pcap")])
}
