//! One variant for each mistake. Facts only; the headline is in `Display`, the advice in `help`.

use core::fmt;

use alloc::string::String;

use super::{Lint, Severity};
use crate::code::Code;
use crate::order::Mark;
use crate::span::Span;

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// `"<y"`: a character, or a type name of another notation (`int32`), that is no code.
    UnknownCode {
        /// The character or the word.
        found: String,
    },
    /// `"u"`, where a layout is asked for: a code without one agreed size or meaning (`u z O & X{} t`, bare `Z`).
    IndefiniteCode {
        /// The code, as it is written.
        code: IndefiniteCode,
    },
    /// `"<n"`: a code that has no standard size, after a mark that asks for standard sizes.
    NativeOnly {
        /// The code.
        code: Code,
        /// The mark in force.
        mark: Mark,
        /// Where that mark stands.
        mark_span: Span,
    },
    /// `"Zi"`: only `Zf`, `Zd` and `Zg` are complex numbers.
    UnsupportedComplex {
        /// What follows the `Z`.
        part: char,
    },
    /// `"<i3"`: digits that no code follows.
    CountWithoutCode,
    /// `"(3)"`: a shape that no code follows.
    ShapeWithoutCode,
    /// `"3 i"`: white space between a count or shape and its code.
    SpaceInItem,
    /// `"2(3)4i"`: two counts in one item.
    SecondCount {
        /// The first one.
        first: Span,
    },
    /// `"i<h"`, in `struct`: an order mark that is not the first character.
    MarkNotFirst {
        /// The mark.
        mark: Mark,
        /// The mark that is the first character, if there is one.
        first: Option<Span>,
    },
    /// `"T{i"`: a brace that is never closed.
    UnclosedBrace,
    /// `"i}"`: a brace that belongs to nothing.
    StrayBrace {
        /// Whether it is a closing one.
        closes: bool,
    },
    /// `"(3i"`: a parenthesis that is never closed.
    UnclosedParenthesis,
    /// `"3)i"`: a parenthesis that was never opened.
    StrayParenthesis,
    /// `"i,h"`: a comma outside a shape.
    StrayComma,
    /// `"()i"`: a shape without a number.
    EmptyShape,
    /// `"(3,0)i"`, and `"0i:a:"`: an array without elements.
    ZeroDimension,
    /// `"9T{}"`: many of what takes no bytes.
    RepeatedNothing,
    /// `"(3,x)i"`: something in a shape that is no number.
    BadDimension,
    /// `"i:a"`: a name without its second colon.
    UnclosedName,
    /// `"i::"`: nothing between the colons.
    EmptyName,
    /// `"h:x h:y:"`: a name that can hardly be one, since a colon is missing or one is too many.
    MisreadName {
        /// What is read as a name.
        name: String,
        /// The colon that is too many; where one is missing, the empty place of it.
        colon: Span,
    },
    /// `":a:"`: a name that no code stands before.
    NameWithoutCode,
    /// `"i:a:h:a:"`: two fields of one struct have the same name.
    DuplicateName {
        /// The name.
        name: String,
        /// The first field's name.
        first: Span,
    },
    /// `"&"`: a pointer that no item follows.
    PointerToNothing,
    /// A NUL character.
    Nul,
    /// A character that is not ASCII, outside a name.
    NonAscii {
        /// The first of them.
        first: char,
    },
    /// Something of PEP 3118 where only `struct` reads the format.
    NotInStruct {
        /// What it is.
        feature: Feature,
    },
    /// A size that does not fit a signed integer of the machine's word.
    SizeOverflow,
    /// `"<q"` for a buffer whose items have 4 bytes.
    LargerThanItem {
        /// What the format takes.
        size: usize,
        /// What an item of the buffer has.
        itemsize: usize,
    },
    /// `"<B"` for a buffer whose items have 8 bytes: what the others hold is not said.
    MissingBytes {
        /// What the format takes.
        size: usize,
        /// What an item of the buffer has.
        itemsize: usize,
    },
    /// `"T{(2)T{i:x:B:y:}:p:}"` for a buffer whose items have 16 bytes: numpy does not write where structs are padded.
    HiddenPadding {
        /// How many structs.
        elements: usize,
        /// By how much each may be padded, at most.
        bytes: usize,
    },
    /// Valid, but it may surprise. Only [`lint`](crate::syntax::ast::Format::lint) looks for it.
    Lint(Lint),
    /// Structs inside structs beyond the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// More items than the limit.
    TooManyItems {
        /// The limit.
        limit: usize,
    },
    /// More dimensions in one item than the limit.
    TooManyDimensions {
        /// The limit.
        limit: usize,
    },
    /// More text than the limit.
    TextTooLong {
        /// The limit, in bytes.
        limit: usize,
    },
}

/// A code that has no size until somebody says what is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IndefiniteCode {
    /// One of the table.
    Code(Code),
    /// `&`
    Pointer,
    /// `X{}`
    Function,
}

impl fmt::Display for IndefiniteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IndefiniteCode::Code(code) => code.text(),
            IndefiniteCode::Pointer => "&",
            IndefiniteCode::Function => "X{}",
        })
    }
}

/// What PEP 3118 has and `struct` has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feature {
    /// `:name:`
    Name,
    /// `(3,4)`
    Shape,
    /// `T{...}`
    Nested,
    /// `&`
    Pointer,
    /// `X{...}`
    Function,
    /// `^`
    UnalignedMark,
    /// A code.
    Code(Code),
}

impl DiagnosticKind {
    /// A stable name, for suppressions and for links.
    pub fn id(&self) -> &'static str {
        use DiagnosticKind::*;
        match self {
            UnknownCode { .. } => "unknown-code",
            IndefiniteCode { .. } => "indefinite-code",
            NativeOnly { .. } => "native-only-code",
            UnsupportedComplex { .. } => "unsupported-complex",
            CountWithoutCode => "count-without-code",
            ShapeWithoutCode => "shape-without-code",
            SpaceInItem => "space-in-item",
            SecondCount { .. } => "second-count",
            MarkNotFirst { .. } => "mark-not-first",
            UnclosedBrace => "unclosed-brace",
            StrayBrace { .. } => "stray-brace",
            UnclosedParenthesis => "unclosed-parenthesis",
            StrayParenthesis => "stray-parenthesis",
            StrayComma => "stray-comma",
            EmptyShape => "empty-shape",
            ZeroDimension => "zero-dimension",
            RepeatedNothing => "repeated-nothing",
            BadDimension => "bad-dimension",
            UnclosedName => "unclosed-name",
            EmptyName => "empty-name",
            MisreadName { .. } => "misread-name",
            NameWithoutCode => "name-without-code",
            DuplicateName { .. } => "duplicate-name",
            PointerToNothing => "pointer-to-nothing",
            Nul => "nul",
            NonAscii { .. } => "non-ascii",
            NotInStruct { .. } => "not-in-struct",
            SizeOverflow => "size-overflow",
            LargerThanItem { .. } => "larger-than-item",
            MissingBytes { .. } => "missing-bytes",
            HiddenPadding { .. } => "hidden-padding",
            Lint(lint) => lint.id(),
            TooDeep { .. } => "too-deep",
            TooManyItems { .. } => "too-many-items",
            TooManyDimensions { .. } => "too-many-dimensions",
            TextTooLong { .. } => "text-too-long",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            DiagnosticKind::EmptyName | DiagnosticKind::MissingBytes { .. } | DiagnosticKind::HiddenPadding { .. } => {
                Severity::Warning
            }
            DiagnosticKind::Lint(lint) => lint.severity(),
            _ => Severity::Error,
        }
    }

    /// The other place that it holds.
    pub(super) fn other_span(&mut self) -> Option<&mut Span> {
        match self {
            DiagnosticKind::NativeOnly { mark_span, .. } => Some(mark_span),
            DiagnosticKind::SecondCount { first } | DiagnosticKind::DuplicateName { first, .. } => Some(first),
            DiagnosticKind::MisreadName { colon, .. } => Some(colon),
            DiagnosticKind::MarkNotFirst { first, .. } => first.as_mut(),
            _ => None,
        }
    }

    /// Whether it is a mistake in something that `struct` does not have at all. There that is the mistake.
    pub(crate) fn is_beyond_struct(&self) -> bool {
        use DiagnosticKind::*;
        matches!(
            self,
            IndefiniteCode { .. }
                | ShapeWithoutCode
                | UnclosedBrace
                | UnclosedParenthesis
                | EmptyShape
                | ZeroDimension
                | RepeatedNothing
                | BadDimension
                | UnclosedName
                | EmptyName
                | MisreadName { .. }
                | DuplicateName { .. }
                | PointerToNothing
        )
    }

    /// Another place that has to do with it, and the words there.
    pub(super) fn other_place(&self) -> Option<(Span, &'static str)> {
        match self {
            DiagnosticKind::NativeOnly { mark_span, .. } => Some((*mark_span, "asks for standard sizes")),
            DiagnosticKind::SecondCount { first } => Some((*first, "the first count")),
            DiagnosticKind::MarkNotFirst { first: Some(first), .. } => Some((*first, "the order is chosen here")),
            DiagnosticKind::DuplicateName { first, .. } => Some((*first, "first used here")),
            _ => None,
        }
    }
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use DiagnosticKind::*;
        match self {
            UnknownCode { found } => write!(f, "unknown code `{}`", found.escape_debug()),
            IndefiniteCode { code } => write!(f, "code `{code}` has no agreed size"),
            NativeOnly { code, mark, .. } => {
                write!(f, "code `{}` exists in native sizes only, not after `{mark}`", code.text())
            }
            UnsupportedComplex { part } => write!(f, "`Z{part}` is no complex number"),
            CountWithoutCode => f.write_str("count without a code"),
            ShapeWithoutCode => f.write_str("shape without a code"),
            SpaceInItem => f.write_str("white space inside an item"),
            SecondCount { .. } => f.write_str("second count in one item"),
            MarkNotFirst { mark, .. } => write!(f, "order mark `{mark}` is not the first character"),
            UnclosedBrace => f.write_str("brace is never closed"),
            StrayBrace { closes: true } => f.write_str("`}` closes nothing"),
            StrayBrace { closes: false } => f.write_str("`{` without a `T` before it"),
            UnclosedParenthesis => f.write_str("parenthesis is never closed"),
            StrayParenthesis => f.write_str("`)` closes nothing"),
            StrayComma => f.write_str("comma between items"),
            EmptyShape => f.write_str("shape without a number"),
            ZeroDimension => f.write_str("array without elements"),
            RepeatedNothing => f.write_str("many of what takes no bytes"),
            BadDimension => f.write_str("dimension that is no number"),
            UnclosedName => f.write_str("name without its second colon"),
            EmptyName => f.write_str("empty name"),
            MisreadName { name, .. } => {
                write!(f, "`{}` is read as a name: a colon is missing, or one is too many", name.escape_debug())
            }
            NameWithoutCode => f.write_str("name without a code before it"),
            DuplicateName { name, .. } => write!(f, "second field called `{}`", name.escape_debug()),
            PointerToNothing => f.write_str("pointer to nothing"),
            Nul => f.write_str("NUL character"),
            NonAscii { first } => write!(f, "`{}` is not ASCII", first.escape_debug()),
            NotInStruct { feature } => write!(f, "{feature} not in `struct`"),
            SizeOverflow => f.write_str("size is larger than memory can be"),
            LargerThanItem { size, itemsize } => {
                write!(f, "format takes {size} bytes, but an item of the buffer has {itemsize}")
            }
            MissingBytes { size, itemsize } => {
                write!(f, "format says nothing of {} of {itemsize} bytes", itemsize - size)
            }
            HiddenPadding { elements, bytes: 1 } => write!(f, "{elements} structs may be padded by a byte each"),
            HiddenPadding { elements, bytes } => {
                write!(f, "{elements} structs may be padded by up to {bytes} bytes each")
            }
            Lint(lint) => lint.fmt(f),
            TooDeep { limit } => write!(f, "nested more than {limit} deep"),
            TooManyItems { limit } => write!(f, "more than {limit} items"),
            TooManyDimensions { limit } => write!(f, "more than {limit} dimensions"),
            TextTooLong { limit } => write!(f, "format longer than {limit} bytes"),
        }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Feature::Name => f.write_str("names are"),
            Feature::Shape => f.write_str("shapes are"),
            Feature::Nested => f.write_str("`T{}` is"),
            Feature::Pointer => f.write_str("`&` is"),
            Feature::Function => f.write_str("`X{}` is"),
            Feature::UnalignedMark => f.write_str("`^` is"),
            Feature::Code(code) => write!(f, "code `{}` is", code.text()),
        }
    }
}
