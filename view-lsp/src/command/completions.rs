//! `viewfmt completions`: what a shell completes.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Console, Failure, Outcome};

/// Print what makes a shell complete viewfmt's arguments
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Examples:
  viewfmt completions bash > ~/.local/share/bash-completion/completions/viewfmt
  viewfmt completions zsh  > ~/.zfunc/_viewfmt      # a directory in $fpath
  viewfmt completions fish > ~/.config/fish/completions/viewfmt.fish")]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "viewfmt", &mut script);
    console.out.write_all(&script)?;
    Ok(Outcome::Clean)
}
