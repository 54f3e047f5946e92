//! Sources with what is found in them marked below each line, and the programs that must not compile.
//!
//! A line of markers stands in a comment: `#    ^^^ pack-range: ...`, or `# @0-3 ...` where the place is too far left to
//! point at. `UPDATE_EXPECT=1` writes the markers that are right now; read them in the diff.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod marked;
mod ui;
