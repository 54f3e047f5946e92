//! `viewfmt convert`: one notation to another.

use std::path::PathBuf;

use clap::ValueEnum;

use super::explain::{format, read_text, target};
use super::{Console, Failure, Outcome};
use crate::colour;
use crate::convert::{Conversion, ConvertError, Notation};

/// Write a layout in another notation: struct, PEP 3118, numpy, ctypes, C, Rust
#[derive(clap::Args, Debug)]
#[command(after_long_help = "\
Sizes, offsets, byte orders and names are kept; where a notation cannot say one of them, that is an error, and with --lossy a
note.

Exit code: 0; 1 if the text cannot be read or the notation cannot say it; 2 on bad usage.

Examples:
  viewfmt convert '<2s:signature: I:file_size: 4x I:data_offset:' --to c --name bmp_header
  viewfmt convert '@bql' --to pep3118 --target llp64       # what 64-bit Windows means by it
  viewfmt convert \"np.dtype([('x', '<i4'), ('m', '<f4', (3, 4))])\" --to view --name Sample
  viewfmt convert '>H:port: 4s:address:' --to ctypes --name Peer
  viewfmt convert --file header.h --name packet --to derive
  viewfmt convert 'struct point { char kind; int32_t x, y; };' --to struct")]
pub(super) struct Args {
    /// A format, an expression of numpy, a declaration in C, a class of ctypes, a record in Rust; `-` reads it from standard input
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    text: Option<String>,
    /// A file that holds it
    #[arg(long)]
    file: Option<PathBuf>,
    /// What it is written in [default: as it looks]
    #[arg(long, value_enum, value_name = "NOTATION")]
    from: Option<From>,
    /// What it shall be written in
    #[arg(short, long, value_enum, value_name = "NOTATION")]
    to: To,
    /// The struct or type: which one, of several that are read; how it is called, where it is written
    #[arg(long)]
    name: Option<String>,
    /// The machine whose native sizes, alignments and byte order count: lp64, llp64, ilp32, i386, each also with -be; host
    #[arg(long, default_value = "host")]
    target: String,
    /// Write what can be said, and note what cannot
    #[arg(long)]
    lossy: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum From {
    /// A format of Python's struct
    Struct,
    /// A format of PEP 3118
    Pep3118,
    /// The expression of a numpy dtype, of literals
    Numpy,
    /// Declarations of structs
    C,
    /// A source with classes of `ctypes`
    Ctypes,
    /// A source with `view!` or `#[derive(Record)]`
    Rust,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
enum To {
    /// A format of Python's struct
    Struct,
    /// A format of PEP 3118
    Pep3118,
    /// The expression of a numpy dtype
    Numpy,
    /// The same, as a dictionary with offsets
    NumpyDict,
    /// A struct, packed where it must be
    C,
    /// Classes of `ctypes`, the same on every machine
    Ctypes,
    /// A record with `view!`
    View,
    /// A struct with `#[derive(Record)]`
    Derive,
}

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Outcome, Failure> {
    let text = match (&args.file, &args.text) {
        (Some(path), _) => {
            let name = path.display().to_string();
            let mut file =
                std::fs::File::open(path).map_err(|error| Failure::new(format!("cannot open {name}: {error}")))?;
            read_text(&mut file, &name)?
        }
        (None, Some(text)) => format(text)?,
        (None, None) => String::new(),
    };
    let conversion = Conversion {
        from: args.from.map(|from| match from {
            From::Struct => Notation::Struct,
            From::Pep3118 => Notation::Pep3118,
            From::Numpy => Notation::Numpy,
            From::C => Notation::C,
            From::Ctypes => Notation::Ctypes,
            From::Rust => Notation::View,
        }),
        to: match args.to {
            To::Struct => Notation::Struct,
            To::Pep3118 => Notation::Pep3118,
            To::Numpy => Notation::Numpy,
            To::NumpyDict => Notation::NumpyDict,
            To::C => Notation::C,
            To::Ctypes => Notation::Ctypes,
            To::View => Notation::View,
            To::Derive => Notation::Derive,
        },
        target: target(&args.target)?,
        name: args.name.clone(),
        lossy: args.lossy,
    };
    match conversion.convert(&text) {
        Ok(converted) => {
            console.out.write_all(converted.text.as_bytes())?;
            console.out.flush()?;
            let bold = colour::BOLD;
            for note in converted.notes {
                writeln!(console.err, "{bold}note:{bold:#} {note}")?;
            }
            Ok(Outcome::Clean)
        }
        Err(error) => {
            let style = colour::ERROR;
            match &error {
                ConvertError::Format(error) => {
                    for (i, diagnostic) in error.diagnostics().iter().enumerate() {
                        let gap = if i > 0 { "\n" } else { "" };
                        let picture = view_format::Picture::new(error.text(), std::slice::from_ref(diagnostic));
                        writeln!(console.err, "{gap}{style}error[{}]:{style:#} {picture}", diagnostic.id())?;
                    }
                }
                error => writeln!(console.err, "{style}error:{style:#} {error}")?,
            }
            Ok(Outcome::Findings)
        }
    }
}
