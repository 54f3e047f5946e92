//! The command as a process: sessions in text files, each line after `$` run again, its output compared.
//!
//! `UPDATE_EXPECT=1` writes what is there now.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod check;
mod convert;
mod docs;
mod dump;
mod explain;
mod pictures;
mod rule;
mod session;
