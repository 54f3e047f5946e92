//! What records cost to compile: `cargo bench -p benches --bench compile`.
//!
//! 300 records of 5 fields, by `view!`, by `#[derive(Record)]`, by hand, and by the derives of zerocopy, bytemuck and binrw:
//! a crate for each, checked in rounds that take turns. Medians of rustc's processor time, less that of an empty crate, and the
//! most memory that it took. What is written by hand offers the same methods and traits as what it stands beside.
//!
//! `ROUNDS` says how many rounds, `VARIANTS` which crates, by the start of their names.
//!
//! Cargo runs this same program in the place of rustc, so that it can measure that alone.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio, exit};
use std::time::Duration;

#[path = "compile/variants.rs"]
mod variants;

use variants::VARIANTS;

/// Where the stand-in for rustc writes what it has measured.
const LOG: &str = "VIEW_BENCH_LOG";

fn main() -> ExitCode {
    match std::env::var_os(LOG) {
        Some(log) => stand_in(Path::new(&log)),
        None => {
            bench();
            ExitCode::SUCCESS
        }
    }
}

/// Runs rustc with the arguments that cargo gives, and writes down its processor time and its memory.
fn stand_in(log: &Path) -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let rustc = arguments.next().expect("cargo names rustc");
    let before = children_seconds();
    let mut child = Command::new(rustc).args(arguments).spawn().expect("rustc starts");
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    let code = loop {
        if let Ok(text) = fs::read_to_string(&status) {
            memory = memory.max(kilobytes(&text));
        }
        match child.try_wait().expect("rustc is a child of this") {
            Some(code) => break code,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let line = format!("{} {memory}\n", children_seconds() - before);
    let old = fs::read_to_string(log).unwrap_or_default();
    fs::write(log, old + &line).expect("the log can be written");
    exit(code.code().unwrap_or(1))
}

/// The most memory so far, of `/proc/.../status`.
fn kilobytes(status: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Processor time of all children that have ended.
fn children_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name, in parentheses, may hold blanks. `cutime` and `cstime` are the 14th and 15th after it, in hundredths.
    let after = text.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// What one run of rustc took.
struct Run {
    seconds: f64,
    megabytes: f64,
}

fn bench() {
    if !Path::new("/proc/self/stat").exists() {
        println!("skipped: time and memory of other programs are read from /proc");
        return;
    }
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(7);
    let wanted = std::env::var("VARIANTS").unwrap_or_default();
    let variants: Vec<_> = VARIANTS
        .iter()
        .filter(|variant| wanted.split(',').any(|start| variant.name.starts_with(start)) || variant.name == "empty")
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = root.join("target/compile");
    let mut members = String::new();
    for variant in &variants {
        let folder = workspace.join(variant.name);
        fs::create_dir_all(folder.join("src")).expect("target can be written");
        let manifest = format!(
            "[package]\nname = \"with-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n{}\n",
            variant.name, variant.dependencies
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("target can be written");
        fs::write(folder.join("src/lib.rs"), variant.source()).expect("target can be written");
        _ = write!(members, "{:?}, ", variant.name);
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
    fs::write(workspace.join("Cargo.toml"), manifest).expect("target can be written");

    // All that they depend on, and each of them once.
    let log = workspace.join("log");
    for variant in &variants {
        check(&workspace, variant.name, &log);
    }
    let mut runs: Vec<Vec<Run>> = variants.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (variant, runs) in variants.iter().zip(&mut runs) {
            let source = workspace.join(variant.name).join("src/lib.rs");
            fs::write(source, variant.source()).expect("target can be written");
            runs.push(check(&workspace, variant.name, &log));
        }
    }

    let medians: Vec<_> =
        runs.iter().map(|runs| (median(runs, |run| run.seconds), median(runs, |run| run.megabytes))).collect();
    let net = |name: &str| {
        let at = variants.iter().position(|variant| variant.name == name)?;
        Some(medians[at].0 - medians[0].0)
    };
    println!("\n{} records of {} fields; median of {rounds} rounds\n", variants::RECORDS, variants::FIELDS);
    println!("{:14} {:>9} {:>9} {:>9} {:>8}  what", "", "rustc s", "ms/record", "x zerocopy", "MiB");
    for (variant, &(seconds, megabytes)) in variants.iter().zip(&medians) {
        let net_seconds = seconds - medians[0].0;
        let per_record = 1000.0 * net_seconds / variants::RECORDS as f64;
        let ratio = net("zerocopy").map_or(String::new(), |zerocopy| format!("{:.3}", net_seconds / zerocopy));
        println!("{:14} {seconds:9.2} {per_record:9.2} {ratio:>10} {megabytes:8.0}  {}", variant.name, variant.what);
    }
    println!();
    for variant in &variants {
        if let Some((hand, ours)) = variant.by_hand.and_then(|hand| Some((hand, net(variant.name)? / net(hand)?))) {
            println!("{} is {ours:.2} times {hand} (aim: 1.20)", variant.name);
        }
        if let Some(ratio) = net("zerocopy").zip(net(variant.name)).map(|(zerocopy, own)| zerocopy / own)
            && variant.by_hand.is_some()
        {
            println!("zerocopy is {ratio:.1} times {} (aim: 8.0)", variant.name);
        }
    }
}

/// Checks one of the crates, and says what rustc took for it.
fn check(workspace: &Path, name: &str, log: &PathBuf) -> Run {
    // Nobody is to find the last round's.
    _ = fs::remove_file(log);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--quiet", "-p", &format!("with-{name}")])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe().expect("this program has a path"))
        .env(LOG, log)
        .stdin(Stdio::null())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(log).unwrap_or_default();
    // The last line: rustc is asked for its version too.
    let mut numbers =
        text.lines().last().unwrap_or_default().split(' ').filter_map(|number| number.parse::<f64>().ok());
    let (seconds, kilobytes) = (numbers.next().unwrap_or(f64::NAN), numbers.next().unwrap_or(f64::NAN));
    Run { seconds, megabytes: kilobytes / 1024.0 }
}

fn median(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    let mut numbers: Vec<_> = runs.iter().map(of).collect();
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
