//! What reading a format costs: `cargo bench -p benches --bench formats`.
//!
//! One run, in rounds that take turns: ours, and CPython's `struct.Struct` (its cache cleared) and numpy's reader where a
//! Python with them is found (`PYTHON` names one). All read the same 1,000 formats. Medians, in nanoseconds a format, and how
//! many times CPython's time that is.

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use view_format::{Dialect, Layout, Target, parse};

/// Formats as people write them: 1 to 12 items, all marks, counts, blanks; about 11 characters. The same ones every time.
fn formats() -> Vec<String> {
    let mut seed = 0x2545_f491_4f6c_dd1du64;
    let mut below = |n: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % n as u64) as usize
    };
    let codes = b"xcbB?hHiIlLqQefdsp";
    (0..1000)
        .map(|_| {
            let mut format = String::from(["", "@", "=", "<", ">", "!", "<", ">"][below(8)]);
            for _ in 0..1 + below(12) {
                if below(4) == 0 {
                    format.push_str(&(1 + below(20)).to_string());
                }
                format.push(codes[below(codes.len())].into());
                if below(8) == 0 {
                    format.push(' ');
                }
            }
            format
        })
        .collect()
}

const ROUNDS: usize = 21;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// One of ours: what it is called, and what it does with a format.
type Ours = (&'static str, fn(&str));

fn main() {
    let formats = formats();
    let plain = vec![String::from("<IHHdB"); 1000];
    for (name, formats) in [("1000 varied formats", &formats), ("<IHHdB", &plain)] {
        let length: usize = formats.iter().map(String::len).sum();
        println!("\n{name}, {:.1} characters on average", length as f64 / formats.len() as f64);
        let python = python(formats);
        let ours: [Ours; 3] = [
            ("parse: tree with spans", |text| drop(black_box(parse(black_box(text), Dialect::Struct)))),
            ("parse and check: layout", |text| {
                let _ = black_box(Layout::parse_as(black_box(text), Dialect::Struct, &Target::LP64));
            }),
            ("the same, PEP 3118", |text| {
                let _ = black_box(Layout::parse_for(black_box(text), &Target::LP64));
            }),
        ];
        let mut times = vec![Vec::new(); ours.len()];
        for _ in 0..ROUNDS {
            for ((_, run), times) in ours.iter().zip(&mut times) {
                let start = Instant::now();
                for _ in 0..10 {
                    formats.iter().for_each(|format| run(format));
                }
                times.push(start.elapsed().as_nanos() as f64 / (10 * formats.len()) as f64);
            }
        }
        let rows = ours.iter().map(|(name, _)| name.to_string()).zip(times.into_iter().map(median));
        let rows: Vec<_> = rows.chain(python).collect();
        let cpython = rows.iter().find(|(name, _)| name.starts_with("struct.Struct")).map(|(_, time)| *time);
        for (name, time) in &rows {
            let ratio = cpython.map_or(String::new(), |cpython| format!("{:8.2} x struct.Struct", time / cpython));
            println!("    {name:34} {time:10.1} ns {ratio}");
        }
    }
}

/// The same by CPython and numpy, or nothing where there is no Python.
fn python(formats: &[String]) -> Vec<(String, f64)> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let child = Command::new(&python).arg("-c").arg(SCRIPT).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        println!("    ({python} is not there: no peers)");
        return Vec::new();
    };
    let sent = child.stdin.take().map(|mut stdin| stdin.write_all(formats.join("\n").as_bytes()));
    let Ok(output) = child.wait_with_output() else { return Vec::new() };
    if !matches!(sent, Some(Ok(()))) || !output.status.success() {
        println!("    ({python} failed: no peers)");
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .filter_map(|line| line.rsplit_once(' '))
        .filter_map(|(name, time)| Some((name.into(), time.parse().ok()?)))
        .collect()
}

const SCRIPT: &str = r#"
import struct, statistics, sys, time
formats = sys.stdin.read().split("\n")
def measure(name, run, formats, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter_ns()
        for format in formats: run(format)
        times.append((time.perf_counter_ns() - start) / len(formats))
    print(name, statistics.median(times))
Struct = struct.Struct
measure(f"struct.Struct (CPython {sys.version.split()[0]})", Struct, formats, 21)
def calcsize(format, clear=struct._clearcache, calcsize=struct.calcsize):
    clear(); calcsize(format)
measure("struct.calcsize, cache cleared", calcsize, formats, 21)
try:
    import numpy
    from numpy._core._internal import _dtype_from_pep3118 as read
except ImportError:
    sys.exit()
accepted = []
for format in formats:
    try: read(format); accepted.append(format)
    except Exception: pass
if accepted: measure(f"numpy {numpy.__version__}, the {len(accepted)} it reads", read, accepted, 5)
"#;
