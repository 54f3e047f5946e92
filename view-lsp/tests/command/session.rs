//! Sessions: commands and what they print, as text.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// What a command line prints, in a directory of its own beside the repository's data: standard output, then standard
/// error, then the exit code if it is not 0.
pub(crate) fn run(line: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_viewfmt"));
    let path = format!("{}:{}", binary.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", line])
        .current_dir(root().join("examples/data"))
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text.push_str(&String::from_utf8(output.stderr).unwrap());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str("\n[no newline at the end]\n");
    }
    match output.status.code() {
        Some(0) => {}
        Some(code) => text.push_str(&format!("[exit code {code}]\n")),
        None => text.push_str("[killed]\n"),
    }
    text
}

/// Runs each line of `text` that begins with `$ ` again, and puts what it prints in place of the lines up to the next
/// such line or the end of the block (a line of three backticks, or two empty lines).
pub(crate) fn again(text: &str) -> String {
    let mut fresh = String::new();
    let mut in_output = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(command) = line.strip_prefix("$ ") {
            let mut command = command.to_string();
            fresh.push_str(line);
            fresh.push('\n');
            while command.ends_with('\\') {
                let next = lines.next().unwrap();
                fresh.push_str(next);
                fresh.push('\n');
                command = format!("{command}\n{next}");
            }
            let output = run(&command);
            fresh.push_str(&output);
            // What is there already is passed over line by line, whatever is in it.
            let mut ahead = lines.clone();
            let is_fresh = output.lines().all(|line| ahead.next() == Some(line));
            if is_fresh {
                lines = ahead;
            }
            in_output = !is_fresh;
        } else if line.starts_with("```") || line.starts_with("# ") && in_output {
            if in_output && line.starts_with("# ") {
                fresh.push('\n');
            }
            in_output = false;
            fresh.push_str(line);
            fresh.push('\n');
        } else if !in_output {
            fresh.push_str(line);
            fresh.push('\n');
        }
        if in_output && lines.peek().is_some_and(|next| next.starts_with("$ ")) {
            fresh.push('\n');
        }
    }
    fresh
}

/// Asserts that a session reads as it stands in its file, beside this one.
#[track_caller]
pub(crate) fn check(file: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/command").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    expect_test::expect_file![path].assert_eq(&again(&text));
}
