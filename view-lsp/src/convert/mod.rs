//! Layouts in the notations of other programs, and back: `struct`, PEP 3118, numpy, ctypes, C, Rust.
//!
//! ```
//! use view_lsp::convert::{Conversion, Notation};
//!
//! let converted = Conversion::to(Notation::Numpy).convert("<2s:signature: I:size:")?;
//! assert_eq!(converted.text, "np.dtype([('signature', 'S2'), ('size', '<u4')])\n");
//!
//! let back = Conversion::to(Notation::Pep3118).convert(&converted.text)?;
//! assert_eq!(back.text, "<2s:signature:I:size:\n");
//!
//! let from_c = Conversion::to(Notation::Struct).convert("struct point { char kind; int x, y; };")?;
//! assert_eq!(from_c.text, "<c3xii\n");
//! # Ok::<(), view_lsp::convert::ConvertError>(())
//! ```

mod c;
mod ctypes;
mod error;
mod numpy;
mod rust;
mod structure;

use view_format::{Dialect, Layout};

pub use error::{Cannot, ConvertError, Mistake};
pub use numpy::numpy_scalar;
use structure::Names;

use crate::target::NamedTarget;

/// A way to write layouts down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notation {
    /// A format of Python's `struct`.
    Struct,
    /// A format of PEP 3118.
    Pep3118,
    /// A Python expression that makes a numpy dtype.
    Numpy,
    /// The same, always as a dictionary with offsets.
    NumpyDict,
    /// Structs of C.
    C,
    /// Classes of Python's `ctypes`.
    Ctypes,
    /// `view!`.
    View,
    /// A struct of Rust with `#[derive(Record)]`.
    Derive,
}

impl Notation {
    /// What `text` seems to be written in.
    ///
    /// ```
    /// use view_lsp::convert::Notation;
    ///
    /// assert_eq!(Notation::of("struct p { int x; };"), Notation::C);
    /// assert_eq!(Notation::of("np.dtype('<i4')"), Notation::Numpy);
    /// assert_eq!(Notation::of("(3,4)<f:m:"), Notation::Pep3118);
    /// ```
    pub fn of(text: &str) -> Notation {
        let text = text.trim_start();
        let quote = |text: &str| text.starts_with(['\'', '"']);
        let starts = ["np.", "numpy.", "dtype("].iter().any(|start| text.starts_with(start));
        let opens = text.strip_prefix(['[', '(', '{']).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['(', '[', ' ', '\n']);
            quote(rest) || rest.starts_with("np.")
        });
        match text {
            _ if starts || quote(text) || opens => Notation::Numpy,
            _ if text.contains("_fields_") && text.contains("class ") => Notation::Ctypes,
            _ if text.contains("view!") => Notation::View,
            _ if text.contains("#[") => Notation::Derive,
            _ if text.contains(';') || text.starts_with("struct ") || text.starts_with('#') => Notation::C,
            _ => Notation::Pep3118,
        }
    }
}

/// What is converted to what.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// What it is written in; `None` to tell from the text.
    pub from: Option<Notation>,
    /// What it shall be written in.
    pub to: Notation,
    /// The machine whose native sizes and alignments count, in formats and in C.
    pub target: NamedTarget,
    /// The name of the struct or type: which one is read, of several; how it is called, where it has none.
    pub name: Option<String>,
    /// Whether to say what can be said, and note the rest, where a notation cannot say it all.
    pub lossy: bool,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Converted {
    /// The layout in its new notation, with a line end.
    pub text: String,
    /// What the notation leaves out.
    pub notes: Vec<String>,
}

impl Conversion {
    /// A conversion from whatever it is, for the machine that this runs on.
    pub fn to(to: Notation) -> Conversion {
        Conversion { from: None, to, target: NamedTarget::host(), name: None, lossy: false }
    }

    /// Converts `text`.
    ///
    /// # Errors
    ///
    /// Where the text is not what it is taken for, and where the new notation cannot say what it means.
    pub fn convert(&self, text: &str) -> Result<Converted, ConvertError> {
        let Read { layout, name, format } = self.read(text)?;
        let mut writer = Writer {
            name: self.name.clone().or(name),
            target: &self.target,
            lossy: self.lossy,
            notes: Vec::new(),
            format,
        };
        let mut text = match self.to {
            Notation::Struct => writer.struct_format(&layout)?,
            Notation::Pep3118 => pep3118(&layout)?,
            Notation::Numpy => numpy::write(&layout, false, &mut writer)?,
            Notation::NumpyDict => numpy::write(&layout, true, &mut writer)?,
            Notation::C => c::write(&layout, &mut writer)?,
            Notation::Ctypes => ctypes::write(&layout, &mut writer)?,
            Notation::View => rust::view(&layout, &mut writer)?,
            Notation::Derive => rust::derive(&layout, &mut writer)?,
        };
        text.push('\n');
        Ok(Converted { text, notes: writer.notes })
    }

    fn read(&self, text: &str) -> Result<Read, ConvertError> {
        let target = &self.target.target;
        let of_format = |text: &str, dialect| -> Result<Read, ConvertError> {
            let layout = Layout::parse_as(text, dialect, target)?;
            Ok(Read { layout, name: None, format: Some(text.into()) })
        };
        let of_structure = |(structure, name): (structure::Structure, Option<String>)| -> Result<Read, ConvertError> {
            let layout = Layout::parse_for(&structure.to_format()?, target)?;
            Ok(Read { layout, name, format: None })
        };
        let from = self.from.unwrap_or_else(|| Notation::of(text));
        match from {
            Notation::Struct => of_format(text.trim_end_matches(['\n', '\r']), Dialect::Struct),
            Notation::Pep3118 => of_format(text.trim_end_matches(['\n', '\r']), Dialect::Pep3118),
            Notation::Numpy | Notation::NumpyDict => of_structure((numpy::read(text, target)?, None)),
            Notation::C => of_structure(c::read(text, target, self.name.as_deref())?),
            Notation::Ctypes => of_structure(ctypes::read(text, target, self.name.as_deref())?),
            Notation::View | Notation::Derive => {
                let (format, name) = rust::read(text, self.name.as_deref())?;
                Ok(Read { name, ..of_format(&format, Dialect::Pep3118)? })
            }
        }
    }
}

/// What was read.
struct Read {
    layout: Layout,
    /// The name of the type, where it has one.
    name: Option<String>,
    /// The format, where it was written as one.
    format: Option<String>,
}

/// How to write, and what cannot be written.
struct Writer<'t> {
    name: Option<String>,
    target: &'t NamedTarget,
    lossy: bool,
    notes: Vec<String>,
    format: Option<String>,
}

impl Writer<'_> {
    /// Notes that something is lost, or refuses where nothing may be.
    fn lose(&mut self, notation: &'static str, what: String, help: &str) -> Result<(), Cannot> {
        if self.lossy {
            self.notes.push(format!("{notation} cannot say it: {what}"));
            return Ok(());
        }
        let help = match help {
            "" => "`--lossy` writes what can be said".to_string(),
            help => format!("{help}; or `--lossy`, which writes what can be said"),
        };
        Err(Cannot { notation, what, help: Some(help) })
    }

    fn struct_format(&mut self, layout: &Layout) -> Result<String, Cannot> {
        let (names, nested, shapes) = structure::features(layout);
        let features = [("names", names), ("nested structs", nested), ("shapes", shapes)];
        let left_out: Vec<&str> =
            features.into_iter().filter(|(_, is_there)| *is_there).map(|(what, _)| what).collect();
        if !left_out.is_empty() {
            self.notes.push(format!("struct has no {}: the values come one after the other", left_out.join(", no ")));
        }
        layout.to_struct_format().ok_or_else(|| Cannot {
            notation: "struct",
            what: match structure::mixed_orders(layout) {
                Some((first, second)) => format!("`{first}` and `{second}` have different byte orders"),
                None => "the format would be longer than a format may be".into(),
            },
            help: Some("PEP 3118 has a mark for each field: `--to pep3118`".into()),
        })
    }

    /// A format that means the layout on every machine: as it was written, if it is one.
    fn stable_format(&self, layout: &Layout) -> Result<String, Cannot> {
        let holds = |text: &&String| {
            let on = |target: &NamedTarget| Layout::parse_for(text, &target.target).is_ok_and(|found| found == *layout);
            let swapped = NamedTarget { name: String::new(), target: view_format::Target::I386.big_endian() };
            NamedTarget::all().iter().all(on) && on(&swapped)
        };
        self.format.as_ref().filter(holds).map_or_else(|| pep3118(layout), |text| Ok(text.clone()))
    }

    /// Names for what has none: `field0`.
    fn names(&self, prefix: &'static str) -> Names {
        Names::new(prefix)
    }
}

fn pep3118(layout: &Layout) -> Result<String, Cannot> {
    layout.to_format().ok_or_else(|| Cannot {
        notation: "PEP 3118",
        what: "the format would be longer than a format may be".into(),
        help: None,
    })
}
