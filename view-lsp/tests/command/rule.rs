//! `viewfmt rule`, `viewfmt completions`, and help.

use crate::session::{check, run};

#[test]
fn rules_are_shown() {
    check("rule.txt");
}

#[test]
fn help_teaches_by_examples() {
    check("help.txt");
}

/// The scripts are read by the shells they are for, where those are installed.
#[test]
fn shells_read_their_completions() {
    for (shell, command) in [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish --no-execute")] {
        let script = run(&format!("viewfmt completions {shell}"));
        assert!(script.contains("explain") && script.contains("stride"), "{script}");
        if run(&format!("command -v {shell}")).contains("exit code") {
            println!("skipped: {shell} is not installed");
            continue;
        }
        assert_eq!(run(&format!("viewfmt completions {shell} | {command} /dev/stdin")), "", "{shell}");
    }
    // What bash completes after `viewfmt exp`.
    let bash = run(
        "source <(viewfmt completions bash); COMP_WORDS=(viewfmt exp) COMP_CWORD=1; _viewfmt viewfmt exp viewfmt; echo \"${COMPREPLY[@]}\"",
    );
    assert_eq!(bash, "explain\n");
    assert!(run("viewfmt completions tcsh").contains("[possible values: bash, elvish, fish, powershell, zsh]"));
}

/// Pages of the manual hold what the help holds, and are read by `man` without complaint where that is installed.
#[test]
fn pages_of_the_manual() {
    let directory = format!("{}/man", env!("CARGO_TARGET_TMPDIR"));
    assert_eq!(run(&format!("viewfmt man --output '{directory}'")), "");
    let pages: Vec<_> = std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(pages.len(), 10);
    for page in &pages {
        let name = page.file_stem().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(page).unwrap();
        assert!(text.contains(&format!(".TH {name} 1 ")) && text.contains(".SH SYNOPSIS"), "{text}");
        let command = name.strip_prefix("viewfmt-").unwrap_or_default();
        assert_eq!(run(&format!("viewfmt man {command}")), text);
        if run("command -v groff").contains("exit code") {
            println!("skipped: groff is not installed");
            continue;
        }
        assert_eq!(run(&format!("groff -ww -man -Tutf8 '{}' 2>&1 >/dev/null", page.display())), "", "{name}");
    }
    let check = std::fs::read_to_string(format!("{directory}/viewfmt-check.1")).unwrap();
    // Examples stand as they are written, a line for each.
    assert!(check.contains("\n.nf\nExamples:\n  viewfmt check "), "{check}");
    assert_eq!(
        run("viewfmt man nothing"),
        "error: no page of that name; there are check, extract, explain, dump, convert, rule, completions, man, lsp, and \
         viewfmt itself\n[exit code 2]\n"
    );
}

/// Each example of the help is one that can be run.
#[test]
fn examples_in_help_are_read() {
    for command in ["explain", "dump", "convert", "rule"] {
        let help = run(&format!("viewfmt {command} --help"));
        let examples: Vec<&str> = help.lines().filter(|line| line.starts_with("  viewfmt ")).collect();
        assert!(examples.len() > 3, "{help}");
        for example in examples {
            let line = example.trim().split(" > ").next().unwrap().split(" | ").next().unwrap();
            let answer = run(line);
            assert!(!answer.contains("exit code 2") || answer.contains("cannot open"), "{line}\n{answer}");
        }
    }
}
