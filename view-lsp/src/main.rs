//! The command `viewfmt`.

use std::process::ExitCode;

fn main() -> ExitCode {
    view_lsp::command::run()
}
