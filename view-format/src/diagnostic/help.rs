//! What stands under the carets, what would do, and the edit that does it.

use alloc::format;
use alloc::string::{String, ToString};

use super::kind::IndefiniteCode;
use super::{DiagnosticKind, Feature, Fix, suggest};
use crate::code::Code;
use crate::span::Span;

impl DiagnosticKind {
    /// The words under the carets. Perhaps none, where the headline says it all.
    pub(super) fn label(&self) -> String {
        use DiagnosticKind::*;
        match self {
            UnknownCode { found } if found.len() > 1 && !found.starts_with('[') => "not a run of codes".into(),
            UnknownCode { .. } => "not a code".into(),
            IndefiniteCode { .. } => "no layout".into(),
            NativeOnly { .. } => "no standard size".into(),
            CountWithoutCode | ShapeWithoutCode => "a code must follow".into(),
            SpaceInItem => "not allowed here".into(),
            MarkNotFirst { .. } => "not at the start".into(),
            UnclosedBrace => "opened here".into(),
            UnclosedParenthesis => "opened here".into(),
            MisreadName { .. } => "between two colons".into(),
            NameWithoutCode => "names no field".into(),
            DuplicateName { .. } => "used again".into(),
            NotInStruct { .. } => "PEP 3118 only".into(),
            SizeOverflow => "too large".into(),
            Lint(lint) => lint.label(),
            _ => String::new(),
        }
    }

    /// What to do about it.
    pub(super) fn help(&self) -> Option<String> {
        use DiagnosticKind::*;
        Some(match self {
            UnknownCode { found } => match suggest::suggest(found) {
                Some(s) => format!("for {} write `{}`", s.meaning, s.code),
                None if found == "T" => "a struct is written `T{...}`".into(),
                None if matches!(&**found, "-" | "+") => "counts have no sign".into(),
                None if found.starts_with('[') => {
                    "a count stands before its code, `4B`, and a shape in parentheses, `(3,4)f`".into()
                }
                None => {
                    "codes are `x c b B ? h H i I l L q Q n N e f d s p P`, and of PEP 3118 `g w Zf Zd Zg T{}`".into()
                }
            },
            IndefiniteCode { code } => indefinite(code),
            NativeOnly { code, .. } => {
                let (fixed, bits) = fixed(*code);
                format!("for a {bits} write `{fixed}`; native sizes need `@` or no mark")
            }
            UnsupportedComplex { .. } => "complex numbers are `Zf` (two floats), `Zd` (two doubles) and `Zg`".into(),
            CountWithoutCode => "a count stands before its code: `4h`, not `h4`".into(),
            ShapeWithoutCode => "a shape stands before its code: `(3,4)f`".into(),
            SpaceInItem => "write count and code together: `3i`".into(),
            SecondCount { .. } => "write an array of arrays as a shape: `(2,4)i`".into(),
            MarkNotFirst { .. } => {
                "`struct` has one byte order for the whole format: move the mark to the start, or use two formats"
                    .into()
            }
            UnclosedBrace => "close it with `}`".into(),
            StrayBrace { closes: true } => "remove it, or open a struct with `T{`".into(),
            StrayBrace { closes: false } => "a struct is written `T{...}`".into(),
            UnclosedParenthesis => "close the shape with `)`: `(3,4)f`".into(),
            StrayParenthesis => "remove it, or open a shape with `(`".into(),
            StrayComma => "separate items with spaces, or with nothing".into(),
            EmptyShape => "write the dimensions, as in `(3,4)f`, or no shape for a single item".into(),
            ZeroDimension => "leave the item out, or write how many there are".into(),
            RepeatedNothing => "write it once: nothing can tell how many there are".into(),
            BadDimension => "dimensions are whole numbers, separated by commas: `(3,4)f`".into(),
            UnclosedName => "a name stands between two colons: `H:width:`".into(),
            EmptyName => "leave the colons out, or write a name between them".into(),
            MisreadName { .. } => {
                "a name has a colon before it and one after it, `h:x: h:y:`; a code without a name has none".into()
            }
            NameWithoutCode => "a name stands after its code: `H:width:`".into(),
            DuplicateName { .. } => "give the fields different names".into(),
            PointerToNothing => "what it points to follows: `&d`".into(),
            Nul => "pad bytes in the data are `x`; the format itself holds no NUL".into(),
            NonAscii { .. } => "codes, counts and marks are ASCII".into(),
            NotInStruct { feature } => not_in_struct(feature),
            SizeOverflow => format!("a size may be {} bytes at most", isize::MAX),
            Lint(lint) => lint.help(),
            LargerThanItem { .. } => {
                "ask for the format of the machine that wrote the buffer: its native sizes may be smaller".into()
            }
            MissingBytes { .. } => "the writer left out fields, or where they lie: ask it for the offsets".into(),
            HiddenPadding { .. } => {
                "the format would be the same without the padding: ask the writer for the size of one struct".into()
            }
            TooDeep { .. } | TooManyItems { .. } | TooManyDimensions { .. } | TextTooLong { .. } => {
                "split it into several formats".into()
            }
        })
    }

    /// The edit that does it.
    pub(super) fn fix(&self, span: Span) -> Option<Fix> {
        use DiagnosticKind::*;
        let replace = |with: &str| Fix { title: format!("write `{with}`"), span, replacement: with.into() };
        let remove = || Fix { title: "remove it".into(), span, replacement: String::new() };
        Some(match self {
            UnknownCode { found } => replace(suggest::suggest(found)?.code),
            IndefiniteCode { code: self::IndefiniteCode::Code(Code::Ucs2) } => replace("H"),
            NativeOnly { code, .. } => replace(fixed(*code).0),
            SpaceInItem => remove(),
            StrayBrace { closes: true } | StrayParenthesis | Nul | EmptyName | NonAscii { .. } => remove(),
            Lint(lint) => return lint.fix(span),
            MisreadName { colon, .. } if colon.is_empty() => {
                Fix { title: "close the name".into(), span: *colon, replacement: ":".into() }
            }
            MisreadName { colon, .. } => {
                Fix { title: "remove the colon".into(), span: *colon, replacement: String::new() }
            }
            StrayComma => Fix { title: "write a space".into(), span, replacement: " ".into() },
            _ => return None,
        })
    }
}

/// The code of fixed size that a native-only one has on 64-bit machines, and its words.
fn fixed(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::Ssize => ("q", "signed 64-bit integer"),
        Code::Size => ("Q", "unsigned 64-bit integer"),
        Code::Pointer => ("Q", "64-bit address"),
        Code::LongDoubleComplex => ("Zd", "complex number of two doubles"),
        _ => ("d", "double"),
    }
}

fn indefinite(code: &IndefiniteCode) -> String {
    match code {
        IndefiniteCode::Code(Code::Ucs2) => "for an unsigned 16-bit integer write `H`; for a string of 4-byte characters `w`",
        IndefiniteCode::Code(Code::CharPointer | Code::WideCharPointer) => {
            "it is a pointer to a string; for its address write `P`, for bytes in place `16s`, for a complex number `Zd`"
        }
        IndefiniteCode::Code(Code::Object) => "it is a pointer that means something inside one Python process; for an address write `P`",
        IndefiniteCode::Code(Code::Bit) => "whole bytes have codes: write `B` and take the bits from it",
        _ => "for an address write `P`",
    }
    .to_string()
}

fn not_in_struct(feature: &Feature) -> String {
    match feature {
        Feature::Name => "name the values where they are unpacked",
        Feature::Shape => "write the number of values as a count: `12f`",
        Feature::Nested => "write the items of the struct one after the other",
        Feature::Pointer | Feature::Function => "for an address write `P`",
        Feature::UnalignedMark => "write `=`, `<` or `>` for standard sizes without alignment",
        Feature::Code(Code::Ucs2) => "for an unsigned 16-bit integer write `H`",
        Feature::Code(Code::Ucs4) => "write `4s` for each character and decode it as UTF-32",
        Feature::Code(_) => "use a code of `struct`, or bytes: `16s`",
    }
    .to_string()
}
