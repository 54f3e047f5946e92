//! Tables: peers that take turns, medians, ratios, goals.

use std::time::{Duration, Instant};

use crate::{Python, option};

/// What a row has to reach: at most so many times the limit.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    plain: f64,
    simd: f64,
}

/// At most `plain` times the limit; with feature `simd` at most `simd` times.
pub const fn goal(plain: f64, simd: f64) -> Option<Goal> {
    Some(Goal { plain, simd })
}

impl Goal {
    fn most(self) -> f64 {
        if cfg!(feature = "simd") { self.simd } else { self.plain }
    }
}

enum Run<'r> {
    Rust(Box<dyn FnMut() + 'r>),
    Python(String),
}

struct Row<'r> {
    name: String,
    run: Run<'r>,
    /// How much of the work one run does: 1, or a part of it where a whole one would take minutes.
    share: f64,
    goal: Option<Goal>,
    limit: usize,
    calls: u32,
    times: Vec<f64>,
}

/// One workload at one size.
pub struct Table<'r> {
    title: String,
    items: usize,
    bytes: usize,
    rows: Vec<Row<'r>>,
    limit: usize,
    python: Option<Python>,
}

/// About how long one turn lasts: short, so that many of them are not interrupted by what else the machine does.
const TURN: Duration = Duration::from_millis(2);

impl<'r> Table<'r> {
    /// A workload of so many items and bytes.
    pub fn new(title: impl Into<String>, items: usize, bytes: usize) -> Table<'r> {
        Table { title: title.into(), items, bytes, rows: Vec::new(), limit: 0, python: None }
    }

    /// What the machine cannot do faster: the rows that follow are held against it.
    pub fn limit(mut self, name: &str, run: impl FnMut() + 'r) -> Self {
        self.limit = self.rows.len();
        self.row(name, None, run)
    }

    /// One of ours, with its goal, or a peer.
    pub fn row(self, name: &str, goal: Option<Goal>, run: impl FnMut() + 'r) -> Self {
        self.push(name, goal, 1.0, Run::Rust(Box::new(run)))
    }

    /// A peer that does `share` of the work, where the whole would take too long.
    pub fn part(self, name: &str, share: f64, run: impl FnMut() + 'r) -> Self {
        self.push(name, None, share, Run::Rust(Box::new(run)))
    }

    /// A statement of Python, which does `share` of the work. Where there is no Python, there is no row.
    pub fn python(self, name: &str, share: f64, statement: &str) -> Self {
        self.push(name, None, share, Run::Python(statement.into()))
    }

    fn push(mut self, name: &str, goal: Option<Goal>, share: f64, run: Run<'r>) -> Self {
        let limit = self.limit;
        self.rows.push(Row { name: name.into(), run, share, goal, limit, calls: 1, times: Vec::new() });
        self
    }

    /// Prepares Python for its rows: `setup` makes what their statements use. Statements whose modules are missing, which
    /// `setup` then has not made, drop out.
    pub fn setup(mut self, setup: &str) -> Self {
        self.python = Python::start(setup);
        self
    }

    /// Runs all rows in turns and prints them.
    pub fn run(mut self) {
        let python = &mut self.python;
        self.rows.retain_mut(|row| match time(&mut row.run, 1, python) {
            Some(once) => {
                row.calls = (TURN.as_nanos() as f64 / once.max(1.0)).clamp(1.0, 1e6) as u32;
                true
            }
            None => false,
        });
        for round in 0..option("BENCH_ROUNDS", 31) {
            // Another one begins in every round.
            let count = self.rows.len();
            for turn in 0..count {
                let row = &mut self.rows[(turn * 7 + round) % count];
                if row.times.len() == round
                    && let Some(time) = time(&mut row.run, row.calls, python)
                {
                    row.times.push(time / f64::from(row.calls) / row.share);
                }
            }
            for row in &mut self.rows {
                if row.times.len() == round
                    && let Some(time) = time(&mut row.run, row.calls, python)
                {
                    row.times.push(time / f64::from(row.calls) / row.share);
                }
            }
        }
        self.print();
    }

    fn print(&self) {
        println!("\n{}", self.title);
        println!("    {:44} {:>12} {:>9} {:>9} {:>8} {:>8}", "", "us", "ns/item", "GB/s", "x limit", "x best");
        let medians: Vec<f64> = self.rows.iter().map(|row| median(&row.times)).collect();
        // Of the best rounds, which nothing else has disturbed.
        let best: Vec<f64> =
            self.rows.iter().map(|row| row.times.iter().copied().fold(f64::INFINITY, f64::min)).collect();
        for ((row, time), least) in self.rows.iter().zip(&medians).zip(&best) {
            let (ratio, best) = (time / medians[row.limit], least / best[row.limit]);
            let told = row.goal.map_or(String::new(), |goal| {
                let most = goal.most();
                let met = match (ratio <= most * 1.005, best <= most * 1.005) {
                    (true, _) => "met",
                    (false, true) => "met by the best rounds",
                    (false, false) => "MISSED",
                };
                format!("  goal {most:.2}: {met}")
            });
            let (each, speed) = (time / self.items as f64, self.bytes as f64 / time);
            println!("    {:44} {:12.2} {each:9.3} {speed:9.2} {ratio:8.2} {best:8.2}{told}", row.name, time / 1e3);
        }
    }
}

/// Nanoseconds that so many runs take; `None` where they cannot be run.
fn time(run: &mut Run<'_>, calls: u32, python: &mut Option<Python>) -> Option<f64> {
    match run {
        Run::Rust(run) => {
            let start = Instant::now();
            (0..calls).for_each(|_| run());
            Some(start.elapsed().as_nanos() as f64)
        }
        Run::Python(statement) => python.as_mut()?.time(statement, calls),
    }
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
