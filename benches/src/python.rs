//! CPython and numpy as peers: one interpreter that runs a statement whenever it is its turn.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A running interpreter.
pub struct Python {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

/// Reads a line for each turn, how often and which statement, and answers with nanoseconds, or with `-` where it cannot be run.
const SCRIPT: &str = r#"
import struct, sys, time
try:
    import numpy as np
except ImportError:
    pass
setup = bytes.fromhex(sys.stdin.readline().strip()).decode()
for part in setup.split("\n\n"):
    try:
        exec(part)
    except NameError:
        pass
print("ready", flush=True)
compiled = {}
for line in sys.stdin:
    calls, statement = line.rstrip("\n").split(" ", 1)
    try:
        if statement not in compiled:
            names = {}
            exec("def run(calls):\n for _ in range(calls): " + statement, globals(), names)
            compiled[statement] = names["run"]
        run = compiled[statement]
        start = time.perf_counter_ns()
        run(int(calls))
        print(time.perf_counter_ns() - start, flush=True)
    except NameError:
        print("-", flush=True)
"#;

impl Python {
    /// The interpreter that `PYTHON` names, after it has run `setup`, of which the parts between empty lines stand alone: one that
    /// uses a module that is not there is left out. `None` where there is none.
    pub fn start(setup: &str) -> Option<Python> {
        let name = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
        let child = Command::new(&name).args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let Ok(mut child) = child else {
            println!("({name} is not there: no peers in Python)");
            return None;
        };
        let (input, output) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        let mut python = Python { child, input, output };
        let hex: String = setup.trim().bytes().map(|byte| format!("{byte:02x}")).collect();
        let answer = python.ask(&hex);
        if answer.as_deref() != Some("ready") {
            println!("({name} failed: no peers in Python)");
            return None;
        }
        Some(python)
    }

    /// Nanoseconds that so many runs of a statement take.
    pub fn time(&mut self, statement: &str, calls: u32) -> Option<f64> {
        self.ask(&format!("{calls} {statement}"))?.parse().ok()
    }

    fn ask(&mut self, line: &str) -> Option<String> {
        writeln!(self.input, "{line}").ok()?;
        let mut answer = String::new();
        self.output.read_line(&mut answer).ok()?;
        Some(answer.trim().into())
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        // It only waits for the next line.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
