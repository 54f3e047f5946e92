//! The command `viewfmt`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    view_lsp::command::run()
}
