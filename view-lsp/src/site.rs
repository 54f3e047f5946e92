//! A site: a place in a source where a format stands, and what the program does with it. Plain data.

use view_format::rule::Given;
use view_format::{Dialect, Layout, Outline, Parse, Target};

use crate::literal::LiteralMap;
use crate::source::SourceRange;

/// A place where a format stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Site {
    /// The whole expression that is the format: a literal with its quotes, several in a row, a sum.
    pub range: SourceRange,
    /// The text, and where it stands.
    pub map: LiteralMap,
    /// The grammar that reads it.
    pub dialect: Dialect,
    /// What reads it: of the first [use](Site::uses), or what its place is made for.
    pub operation: Operation,
    /// What the program does with it, in the order of the source. A format in a constant has one for each call that names
    /// the constant; one of several that a name may stand for has none.
    pub uses: Vec<Use>,
    /// Whether its literal is not closed, since it is being typed. Nothing behind it is certain.
    pub is_cut: bool,
    /// Whether it stands where an exception is expected, in a test.
    pub expects_error: bool,
    /// The record that it is the format of: of `struct Name = "..."` in `view!`, and of a struct that a derive stands on.
    pub record: Option<RecordSite>,
}

/// What reads a format.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Operation {
    /// `struct.Struct(format)`
    Compile,
    /// `struct.calcsize(format)`
    Calcsize,
    /// `struct.pack(format, ...)`, `Struct.pack(...)`
    Pack,
    /// `struct.pack_into(format, buffer, offset, ...)`
    PackInto,
    /// `struct.unpack(format, buffer)`
    Unpack,
    /// `struct.unpack_from(format, buffer, offset=0)`
    UnpackFrom,
    /// `struct.iter_unpack(format, buffer)`
    IterUnpack,
    /// `memoryview.cast(format, shape)`
    MemoryviewCast,
    /// `array.array(typecode, ...)`
    Array,
    /// Elsewhere in Python, where a format of PEP 3118 is certain.
    Buffer,
    /// `view! { struct Name = "..."; }`
    Record,
    /// `view!(bytes, "...", [shape])`
    InPlace,
    /// `#[view(format = "...")]`
    Derive,
    /// `Layout::parse("...")` and the like, in Rust.
    Parse,
    /// `View::cast("...")` and the like, in Rust.
    ViewCast,
}

impl Operation {
    /// How the source calls it: `struct.unpack`, `view!`.
    pub const fn name(self) -> &'static str {
        match self {
            Operation::Compile => "struct.Struct",
            Operation::Calcsize => "struct.calcsize",
            Operation::Pack => "struct.pack",
            Operation::PackInto => "struct.pack_into",
            Operation::Unpack => "struct.unpack",
            Operation::UnpackFrom => "struct.unpack_from",
            Operation::IterUnpack => "struct.iter_unpack",
            Operation::MemoryviewCast => "memoryview.cast",
            Operation::Array => "array.array",
            Operation::Buffer => "PEP 3118",
            Operation::Record | Operation::InPlace => "view!",
            Operation::Derive => "#[view(format)]",
            Operation::Parse => "Layout::parse",
            Operation::ViewCast => "View::cast",
        }
    }

    /// Whether values are packed, so that [arguments](Use::arguments) from [`Operation::first_value`] on are values.
    pub const fn packs(self) -> bool {
        matches!(self, Operation::Pack | Operation::PackInto)
    }

    /// Whether a tuple of values comes out, or several.
    pub const fn unpacks(self) -> bool {
        matches!(self, Operation::Unpack | Operation::UnpackFrom | Operation::IterUnpack)
    }

    /// Whether the first of the [arguments](Use::arguments) is data or a buffer.
    pub const fn takes_data(self) -> bool {
        matches!(self, Operation::PackInto) || self.unpacks()
    }

    /// Whether the second of the [arguments](Use::arguments) is an offset in the first.
    pub const fn takes_offset(self) -> bool {
        matches!(self, Operation::PackInto | Operation::UnpackFrom)
    }

    /// Which of the [arguments](Use::arguments) is the first value that is packed.
    pub const fn first_value(self) -> usize {
        match self {
            Operation::PackInto => 2,
            _ => 0,
        }
    }

    /// Whether it is of Python.
    pub const fn is_python(self) -> bool {
        !self.is_rust()
    }

    /// Whether it is of Rust.
    pub const fn is_rust(self) -> bool {
        use Operation::*;
        matches!(self, Record | InPlace | Derive | Parse | ViewCast)
    }

    /// Whether a macro compiles the format, so that its native sizes have to be the same on all targets.
    pub const fn is_macro(self) -> bool {
        matches!(self, Operation::Record | Operation::InPlace | Operation::Derive)
    }
}

/// One thing that the program does with a format.
#[derive(Clone, PartialEq, Debug)]
pub struct Use {
    /// What.
    pub operation: Operation,
    /// The whole call.
    pub range: SourceRange,
    /// What is called: `struct.unpack`, `self._header.unpack`.
    pub callee: SourceRange,
    /// Between the parentheses.
    pub parentheses: SourceRange,
    /// Whether the method of a `Struct` is called, so that the format stands elsewhere.
    pub is_method: bool,
    /// Whether the parser found nothing missing in the call. In one that is being typed, what is missing is no mistake yet.
    pub is_complete: bool,
    /// Whether what is cast has elements of more than a byte already.
    pub is_second_cast: bool,
    /// Whether it stands where an exception is expected, in a test.
    pub expects_error: bool,
    /// The arguments behind the format, in order.
    pub arguments: Vec<Argument>,
    /// What becomes of the tuple, or of each tuple of `iter_unpack`.
    pub results: Vec<ResultUse>,
}

impl Use {
    /// The values that are packed.
    pub fn values(&self) -> &[Argument] {
        match self.operation.packs() {
            true => self.arguments.get(self.operation.first_value()..).unwrap_or_default(),
            false => &[],
        }
    }
}

/// An argument of a call.
#[derive(Clone, PartialEq, Debug)]
pub struct Argument {
    /// Where it stands, without a keyword in front.
    pub range: SourceRange,
    /// The keyword that it is given with.
    pub keyword: Option<String>,
    /// Whether it is `*many` or `**many`.
    pub is_starred: bool,
    /// What is known of its value, in the words of the rules of packing.
    pub value: Option<Given>,
    /// How many bytes it is. Only known of the first one, which is the data or the buffer, where the operation takes one.
    pub length: Option<Length>,
    /// Its value as a whole number. Only known of the second one, which is the offset, where the operation takes one.
    pub integer: Option<i128>,
}

/// How many bytes something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// Just so many.
    Exactly(usize),
    /// No more than so many, and so many in a buffer that is long enough: a slice, `read(4)`.
    AtMost {
        /// The greatest number of them.
        most: usize,
        /// Where the number stands, if one number says it: the `4` of `read(4)`.
        number: Option<SourceRange>,
    },
}

/// What becomes of the tuple that unpacking gives.
#[derive(Clone, PartialEq, Debug)]
pub enum ResultUse {
    /// `a, b = ...`, and `for a, b in ...`
    Targets(Targets),
    /// `...[3]`
    Index {
        /// The number.
        index: i128,
        /// Where it stands.
        range: SourceRange,
    },
    /// `... == 3`: the tuple where a value of it is meant.
    Compared {
        /// The tuple, or the name that it has.
        range: SourceRange,
        /// What it is compared with.
        with: SourceRange,
    },
}

/// The names that a tuple is taken apart into.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Targets {
    /// All of them, with the parentheses or brackets if there are some.
    pub range: SourceRange,
    /// Each of them.
    pub each: Vec<SourceRange>,
    /// Which of them takes what is left (`*rest`).
    pub starred: Option<usize>,
}

/// The record that a format is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordSite {
    /// Its name; of the format of a single field, that of the field.
    pub name: SourceRange,
    /// The fields of a struct that a derive stands on; empty where the format makes them, or fields have formats of their
    /// own.
    pub fields: Vec<RecordField>,
}

/// A field of a struct that a derive stands on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordField {
    /// Its name; in a tuple struct, none.
    pub name: Option<SourceRange>,
    /// Its type.
    pub field_type: SourceRange,
}

impl Site {
    /// The tree of the text. Of one with holes it is that of the text with their placeholders, which is only good for what
    /// stands before the first.
    pub fn parse(&self) -> Parse {
        view_format::parse(self.map.text(), self.dialect)
    }

    /// What is certain of the format on `target`, whatever stands in its holes.
    pub fn outline(&self, target: &Target) -> Outline {
        self.map.outline(self.dialect, target)
    }

    /// The layout; `None` where the format has holes or mistakes.
    pub fn layout(&self, target: &Target) -> Option<Layout> {
        if !self.map.is_whole() {
            return None;
        }
        Layout::parse_as(self.map.text(), self.dialect, target).ok()
    }

    /// Whether a cursor is in it or touches it.
    pub fn touches(&self, offset: u32) -> bool {
        self.range.touches(offset)
    }
}
