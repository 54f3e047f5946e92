//! Real editors drive the server: Neovim, Emacs, and the client profiles of pytest-lsp. `.ci/clients` installs them; one that
//! is not there is skipped with a message, unless `VIEWFMT_CLIENTS=required` says that all have to be.
//!
//! What they got is beside this file. `UPDATE_EXPECT=1` blesses it.

use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{ExpectFile, expect_file};

/// Of these the directory has the programs that come from Python's package index.
const INSTALLED: &str = "target/clients/bin";

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients")
}

/// A program as `.ci/clients` installed it, and the one of the system.
fn programs(name: &str) -> [PathBuf; 2] {
    [Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(INSTALLED).join(name), name.into()]
}

/// A command that knows where server and project are.
fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("VIEWFMT", env!("CARGO_BIN_EXE_viewfmt")).env("PROJECT", directory().join("project"));
    command.current_dir(directory());
    command
}

fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[track_caller]
#[expect(clippy::print_stdout, reason = "the message of a test that is skipped")]
fn skip(what: &str) {
    assert!(std::env::var("VIEWFMT_CLIENTS").as_deref() != Ok("required"), "{what} is not installed");
    println!("skipped: {what} is not installed; .ci/clients installs it");
}

/// The minor version of a Neovim.
fn neovim_version(program: &Path) -> Option<u32> {
    let text = output(Command::new(program).arg("--version"))?;
    text.strip_prefix("NVIM v0.")?.split('.').next()?.parse().ok()
}

#[track_caller]
fn neovim(what: &str, is_it: fn(u32) -> bool, expected: ExpectFile) {
    let programs = programs("nvim");
    let Some(program) = programs.iter().find(|program| neovim_version(program).is_some_and(is_it)) else {
        return skip(what);
    };
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(what.replace(' ', "-"));
    let _ = std::fs::remove_file(&out);
    let run = command(program)
        .env("OUT", &out)
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", "neovim.lua"])
        .output();
    let run = run.expect("its version could be asked for");
    let got = std::fs::read_to_string(&out).unwrap_or_default();
    assert!(run.status.success(), "{}\n{got}", String::from_utf8_lossy(&run.stderr));
    expected.assert_eq(&got);
}

/// It asks for diagnostics, and has hints and tokens.
#[test]
fn neovim_of_today() {
    neovim("Neovim 0.11", |version| version >= 11, expect_file!["neovim.txt"]);
}

/// It knows nothing of encodings, hints, tokens, or asking for diagnostics.
#[test]
fn neovim_of_old() {
    neovim("Neovim 0.7", |version| version < 8, expect_file!["neovim-old.txt"]);
}

#[test]
fn eglot() {
    let emacs = Path::new("emacs");
    if output(Command::new(emacs).args(["-q", "--batch", "--eval", "(require 'eglot)"])).is_none() {
        return skip("Emacs with eglot");
    }
    let run = command(emacs).args(["-q", "--batch", "-l", "eglot.el"]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    expect_file!["eglot.txt"].assert_eq(&String::from_utf8_lossy(&run.stdout));
}

/// Every message is held to the protocol's description, for each profile.
#[test]
fn profiles_of_pytest_lsp() {
    let has_it = |program: &PathBuf| output(Command::new(program).args(["-c", "import pytest_lsp"])).is_some();
    let Some(python) = programs(if cfg!(windows) { "python" } else { "python3" }).into_iter().find(has_it) else {
        return skip("pytest-lsp");
    };
    let mut pytest = command(&python);
    pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "asyncio_default_fixture_loop_scope=function"]);
    let run = pytest.arg("test_profiles.py").env("PYTHONDONTWRITEBYTECODE", "1").output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{told}\n{}", String::from_utf8_lossy(&run.stderr));
    assert!(told.contains("88 passed"), "{told}");
}
