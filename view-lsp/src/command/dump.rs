//! `viewfmt dump`: a file, read by a format.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use view_format::Layout;

use super::explain::{DialectName, target};
use super::{Console, Failure, Outcome};
use crate::colour;
use crate::dump::{Dump, DumpError, Elements, End, Plan};

/// Show what is in a file, read by a format: bytes and values, a table, or JSON
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Numbers may be written as 4096, 0x1000 or 4k (also M, G).

Exit code: 0; 1 if the format cannot be used, or the file ends in the midst of an element or before the last one that was
asked for; 2 if it cannot be read.

Examples:
  viewfmt dump image.bmp -f '<2s:signature: I:size: 4x I:data:' --count 1
  viewfmt dump samples.raw --format '<h' --shape _,2           # stereo: [frame][channel]
  viewfmt dump table.db -f '<I:id: d:price:' --offset 0x40 --stride 16 -o table
  viewfmt dump /var/log/wtmp -f '<h:type: 2x i:pid: 32s:line: 344x' -o ndjson | jq .line
  curl -s https://example.org/data | viewfmt dump - -f '>I' --count 4")]
pub(super) struct Args {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// The format of an element
    #[arg(short, long)]
    format: String,
    /// How the elements are written
    #[arg(short, long, value_enum, default_value_t)]
    output_format: OutputFormat,
    /// Bytes before the first element
    #[arg(long, value_parser = number, value_name = "BYTES", default_value = "0")]
    offset: u64,
    /// Bytes from the start of one element to the start of the next [default: the size of an element]
    #[arg(long, value_parser = number, value_name = "BYTES")]
    stride: Option<u64>,
    /// How many elements, at most
    #[arg(long, value_parser = number, conflicts_with = "shape")]
    count: Option<u64>,
    /// The lengths of the axes, as in 480,640; `_` in the first place stands for as many as there are
    #[arg(long, value_parser = shape)]
    shape: Option<Shape>,
    /// Bytes in a row of the hex dump
    #[arg(long, default_value = "16", value_parser = clap::value_parser!(u16).range(1..=256))]
    width: u16,
    /// Show elements, too, that are equal to the one before, in the hex dump
    #[arg(short = 'v', long)]
    all: bool,
    /// The grammar of the format
    #[arg(long, value_enum, default_value_t)]
    dialect: DialectName,
    /// The machine whose native sizes count: lp64, llp64, ilp32, i386, each also with -be; host
    #[arg(long, default_value = "host")]
    target: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Default, Debug)]
enum OutputFormat {
    /// Bytes in hex and as text, the values beside them
    #[default]
    Hex,
    /// A line for each element, a column for each value
    Table,
    /// A line of JSON for each element
    #[value(alias = "json", alias = "json-lines")]
    Ndjson,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let target = target(&args.target)?;
    let layout = match Layout::parse_as(&args.format, args.dialect.into(), &target.target) {
        Ok(layout) => layout,
        Err(_) => {
            let explanation = crate::explain::Explanation::new(&args.format, args.dialect.into(), &target);
            explanation.write_diagnostics(&mut console.err, view_format::Severity::Error)?;
            return Ok(Outcome::Findings);
        }
    };
    let bad = |error: crate::dump::BadPlan| Failure::new(error.to_string());
    let mut plan = Plan::new(&layout);
    plan.offset = args.offset;
    plan.stride = args.stride.unwrap_or(plan.stride);
    plan.count = args.count;
    if let Some(Shape(shape)) = &args.shape {
        plan = plan.shaped(shape).map_err(bad)?;
    }
    let plan = plan.checked().map_err(bad)?;
    let dump = match args.output_format {
        OutputFormat::Hex => Dump::Hex { width: args.width.into(), all: args.all },
        OutputFormat::Table => Dump::Table,
        OutputFormat::Ndjson => Dump::Json,
    };
    let (name, end) = if args.file == Path::new("-") {
        let elements = Elements::of_stream(io::stdin().lock(), &plan);
        ("standard input".into(), elements.and_then(|elements| write(dump, elements, &plan, console)))
    } else {
        let name = args.file.display().to_string();
        let file = open(&args.file).map_err(|error| Failure::new(format!("cannot open {name}: {error}")))?;
        let elements = Elements::of_file(file, &plan);
        (name, elements.and_then(|elements| write(dump, elements, &plan, console)))
    };
    let end = end.map_err(|error| match error {
        DumpError::Write(error) => error.into(),
        error => Failure::new(format!("{name}: {error}")),
    })?;
    report(&name, &end, &plan, args.count.is_none(), console)
}

fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    match file.metadata()?.is_dir() {
        true => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        false => Ok(file),
    }
}

fn write<R: Read>(dump: Dump, mut elements: Elements<R>, plan: &Plan, console: &mut Console) -> Result<End, DumpError> {
    let end = dump.write(&mut elements, plan, &mut console.out);
    console.out.flush()?;
    end
}

/// Says what of the file is no whole element, and what is missing.
fn report(name: &str, end: &End, plan: &Plan, is_shaped: bool, console: &mut Console) -> Result<Outcome, Failure> {
    let warning = colour::WARNING;
    let mut outcome = Outcome::Clean;
    let elements = |n: u64| format!("{n} element{}", if n == 1 { "" } else { "s" });
    let mut warn = |text: String| {
        outcome = Outcome::Findings;
        writeln!(console.err, "{warning}warning:{warning:#} {name}: {text}")
    };
    if let Some((offset, size)) = end.partial {
        let itemsize = plan.itemsize();
        warn(format!("it ends in the midst of an element: at offset {offset} there are {size} of {itemsize} bytes"))?;
    }
    match plan.count {
        // `--count` says how many at most; a shape says how many there are.
        Some(count) if is_shaped && end.elements < count => {
            warn(format!("it has {} of {count}", elements(end.elements)))?;
        }
        None if !end.elements.is_multiple_of(plan.row().max(1)) => {
            warn(format!("{} are no multiple of {}, one row of the shape", elements(end.elements), plan.row()))?;
        }
        _ => {}
    }
    Ok(outcome)
}

/// The lengths of a shape.
#[derive(Clone, Debug)]
struct Shape(Vec<Option<usize>>);

fn shape(text: &str) -> Result<Shape, String> {
    let text = text.trim_matches(['(', ')', '[', ']', ' ']).trim_end_matches(',');
    let length = |part: &str| match part.trim() {
        "_" | "-1" | "?" => Ok(None),
        part => number(part).map(|n| usize::try_from(n).ok()).and_then(|n| n.map(Some).ok_or("too long".into())),
    };
    if text.is_empty() {
        Ok(Shape(Vec::new()))
    } else {
        text.split(',').map(length).collect::<Result<_, _>>().map(Shape)
    }
}

/// `4096`, `0x1000`, `4k`.
fn number(text: &str) -> Result<u64, String> {
    let digits = text.replace('_', "");
    let parsed = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hex) => u64::from_str_radix(hex, 16).ok(),
        None => {
            let units = [('k', 10), ('K', 10), ('M', 20), ('G', 30), ('T', 40)];
            let unit = units.iter().find(|(unit, _)| digits.ends_with(*unit));
            let (digits, shift) = unit.map_or((&*digits, 0), |(_, shift)| (&digits[..digits.len() - 1], *shift));
            digits.parse::<u64>().ok().and_then(|n| n.checked_mul(1 << shift))
        }
    };
    parsed.ok_or_else(|| "not a number: write 4096, 0x1000 or 4k".into())
}
