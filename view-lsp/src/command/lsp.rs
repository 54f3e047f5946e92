//! `viewfmt lsp`: the language server.

use std::process::ExitCode;

/// Run the language server over standard input and output
///
/// Editors start it; what they have to be told stands in docs/server.md. It ends when the editor asks for it, closes the
/// input, or is gone.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Speak over standard input and output; there is no other way, and some editors say so
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(_: &Args) -> ExitCode {
    ExitCode::from(crate::server::serve())
}
