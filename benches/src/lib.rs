//! What all benchmarks share: rounds that take turns, tables with ratios, goals, and Python as a peer.
//!
//! Ratios are of medians, and beside them of the best rounds: where the machine is busy, those tell what a loop can do.
//!
//! One run measures all the peers of a table, in rounds in which each has its turn, and takes medians: the machine may have other
//! things to do, and ratios between medians of one run still hold. Options, in the environment:
//!
//! | variable | is |
//! |---|---|
//! | `BENCH_MIB` | size of the large buffers, in MiB: 64 if not said otherwise, which no cache holds |
//! | `BENCH_ROUNDS` | rounds: 31 |
//! | `PYTHON` | the interpreter that runs CPython's and numpy's rows: `python3` |

mod buffer;
mod python;
mod table;

pub use buffer::Buffer;
pub use python::Python;
pub use table::{Table, goal};

/// A number from the environment.
fn option(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Bytes of the large buffers.
pub fn large() -> usize {
    option("BENCH_MIB", 64) << 20
}

/// Bytes of the small buffers, which the caches next to a core hold.
pub const SMALL: usize = 256 << 10;

/// A number of bytes as people say it.
pub fn size(bytes: usize) -> String {
    match bytes {
        0x10_0000.. => format!("{:.0} MiB", bytes as f64 / f64::from(1 << 20)),
        _ => format!("{:.0} KiB", bytes as f64 / 1024.0),
    }
}
