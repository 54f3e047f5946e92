//! What CPython's `memoryview` answered to sequences of operations, held against ours: every value, every attribute, every byte
//! written, and every refusal.
//!
//! Where CPython raises, ours may do what was asked; the answer is then held against another oracle (nested lists, the bytes that
//! were given). Which refusals these are, [`GRANTED`] says, and the page for those who come from `memoryview` has the same table.
//! A value never differs.
#![cfg(all(target_pointer_width = "64", target_endian = "little", not(windows)))]

#[path = "vectors/answers.rs"]
mod answers;
#[path = "vectors/trace.rs"]
mod trace;

use std::collections::BTreeMap;

use answers::lines;
use trace::Trace;

/// What CPython 3.13 refuses and we do: operation, the beginning of its message, and how many steps of the answers that stand here
/// have it.
const GRANTED: &[(&str, &str, usize)] = &[
    ("cast", "memoryview: cannot cast between two non-byte formats", 51),
    ("cast", "memoryview: cannot cast view with zeros in shape or strides", 44),
    ("cast", "memoryview: cast must be 1D -> ND or ND -> 1D", 38),
    ("cast", "memoryview: casts are restricted to C-contiguous views", 0),
    ("cast", "memoryview: destination format must be a native single character format", 19),
    ("index", "multi-dimensional sub-views are not implemented", 50),
    ("tuple", "sub-views are not implemented", 14),
    ("mslice", "multi-dimensional slicing is not implemented", 17),
    ("ellipsis", "memoryview: invalid slice key", 30),
    ("list", "multi-dimensional sub-views are not implemented", 24),
    ("rev", "multi-dimensional sub-views are not implemented", 12),
    ("contains", "multi-dimensional sub-views are not implemented", 16),
    ("count", "multi-dimensional sub-views are not implemented", 27),
    ("find", "multi-dimensional lookup is not implemented", 1),
    ("hash", "unhashable type", 3),
    ("setb", "memoryview slice assignments are currently restricted to ndim = 1", 43),
    ("setb", "memoryview assignment: lvalue and rvalue have different structures", 10),
    ("setv", "memoryview slice assignments are currently restricted to ndim = 1", 7),
    ("setv", "memoryview assignment: lvalue and rvalue have different structures", 2),
];

/// The table in the docs names every refusal, in CPython's words.
#[test]
fn the_docs_name_what_is_granted() {
    let page = include_str!("../docs/from-memoryview.md");
    for (op, message, _) in GRANTED {
        let message = message.trim_start_matches("memoryview: ");
        assert!(page.contains(message), "{op}: {message:?} is not in docs/from-memoryview.md");
    }
}

#[test]
fn memoryview_answers_alike() {
    let mut granted: BTreeMap<(String, String), usize> = BTreeMap::new();
    let lines = lines("memoryview_traces.jsonl");
    assert!(lines.len() >= 100, "{} lines", lines.len());
    let mut counts = [0; 3];
    for line in lines {
        let mut trace = Trace::new(&line);
        for step in line["steps"].as_array().unwrap() {
            match trace.step(step) {
                trace::Outcome::Same => counts[0] += 1,
                trace::Outcome::Unwritable => counts[1] += 1,
                trace::Outcome::Granted => {
                    counts[2] += 1;
                    let (op, message) = (step["op"].as_str().unwrap(), step["msg"].as_str().unwrap());
                    *granted.entry((op.into(), message.into())).or_default() += 1;
                }
            }
        }
    }
    println!(
        "{} steps agree, {} cannot be written in Rust, {} are done that CPython refuses:",
        counts[0], counts[1], counts[2]
    );
    let mut known: Vec<usize> = vec![0; GRANTED.len()];
    for ((op, message), count) in &granted {
        println!("{count:5} {op}: {message}");
        let class = GRANTED.iter().position(|(known, begins, _)| known == op && message.starts_with(begins));
        known[class.unwrap_or_else(|| panic!("{op}: {message:?} is no refusal that we may grant"))] += count;
    }
    if std::env::var_os("VIEW_VECTORS").is_none() {
        assert_eq!(known, GRANTED.iter().map(|(_, _, count)| *count).collect::<Vec<_>>());
    }
}
