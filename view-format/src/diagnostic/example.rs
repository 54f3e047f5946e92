//! The shortest format that shows each mistake, and the list of all mistakes made from them.
//!
//! A kind without an example does not compile, and a test reads every example: one mistake gives one diagnostic.

use alloc::string::String;

use super::{DiagnosticKind, Feature, IndefiniteCode, Severity};
use crate::dialect::Dialect;

/// A short format with one mistake in it. [`all_examples`] lists one for each kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Example {
    /// The grammar that finds fault with it.
    pub dialect: Dialect,
    /// What stands before what is repeated; all of it, where nothing is.
    pub start: &'static str,
    /// What is repeated to get past a limit.
    pub repeated: &'static str,
    /// How often.
    pub times: usize,
    /// What stands after it.
    pub end: &'static str,
}

impl Example {
    /// The format.
    pub fn text(&self) -> String {
        let mut text = String::from(self.start);
        text.push_str(&self.repeated.repeat(self.times));
        text.push_str(self.end);
        text
    }
}

const fn short(dialect: Dialect, start: &'static str) -> Example {
    Example { dialect, start, repeated: "", times: 0, end: "" }
}

const fn long(start: &'static str, repeated: &'static str, times: usize, end: &'static str) -> Example {
    Example { dialect: Pep3118, start, repeated, times, end }
}

macro_rules! examples {
    ($($kind:pat => $example:expr;)*) => {
        static EXAMPLES: &[Example] = &[$($example),*];

        impl DiagnosticKind {
            /// The shortest format that shows it.
            pub fn example(&self) -> Example {
                use DiagnosticKind::*;
                match self {
                    $($kind => $example,)*
                }
            }
        }
    };
}

use Dialect::{Pep3118, Struct};
examples! {
    UnknownCode { .. } => short(Struct, "y");
    IndefiniteCode { code: self::IndefiniteCode::Code(_) } => short(Pep3118, "u");
    IndefiniteCode { code: self::IndefiniteCode::Pointer } => short(Pep3118, "&i");
    IndefiniteCode { code: self::IndefiniteCode::Function } => short(Pep3118, "X{}");
    NativeOnly { .. } => short(Struct, "<n");
    UnsupportedComplex { .. } => short(Pep3118, "Zi");
    CountWithoutCode => short(Struct, "3");
    ShapeWithoutCode => short(Pep3118, "(3)");
    SpaceInItem => short(Struct, "3 i");
    SecondCount { .. } => short(Pep3118, "2(3)4i");
    MarkNotFirst { .. } => short(Struct, "i<h");
    UnclosedBrace => short(Pep3118, "T{");
    StrayBrace { .. } => short(Struct, "}");
    UnclosedParenthesis => short(Pep3118, "(3i");
    StrayParenthesis => short(Struct, ")");
    StrayComma => short(Struct, ",");
    EmptyShape => short(Pep3118, "()i");
    ZeroDimension => short(Pep3118, "(0)i");
    RepeatedNothing => short(Pep3118, "9T{}");
    BadDimension => short(Pep3118, "(x)i");
    UnclosedName => short(Pep3118, "i:a");
    EmptyName => short(Pep3118, "i::");
    NameWithoutCode => short(Pep3118, ":a:");
    DuplicateName { .. } => short(Pep3118, "i:a:h:a:");
    PointerToNothing => short(Pep3118, "&");
    Nul => short(Struct, "\0");
    NonAscii { .. } => short(Struct, "é");
    NotInStruct { feature: Feature::Name } => short(Struct, "i:a:");
    NotInStruct { feature: Feature::Shape } => short(Struct, "(3)i");
    NotInStruct { feature: Feature::Nested } => short(Struct, "T{}");
    NotInStruct { feature: Feature::Pointer } => short(Struct, "&i");
    NotInStruct { feature: Feature::Function } => short(Struct, "X{}");
    NotInStruct { feature: Feature::UnalignedMark } => short(Struct, "^i");
    NotInStruct { feature: Feature::Code(_) } => short(Struct, "w");
    SizeOverflow => short(Struct, "9999999999999999999x");
    TooDeep { .. } => long("", "T{", crate::limit::MAX_DEPTH + 1, "");
    TooManyItems { .. } => long("", "b", crate::limit::MAX_ITEMS + 1, "");
    TooManyDimensions { .. } => long("(", "1,", crate::limit::MAX_DIMENSIONS, "1)b");
    TextTooLong { .. } => long("", " ", crate::limit::MAX_TEXT + 1, "");
}

/// One example of each mistake, and of each variety of those that are told of in several ways.
pub fn all_examples() -> &'static [Example] {
    EXAMPLES
}

impl core::fmt::Display for Severity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::vec::Vec;

    use super::*;
    use crate::{Diagnostic, Target, parse};

    fn diagnostics(example: &Example) -> Vec<Diagnostic> {
        let parse = parse(&example.text(), example.dialect);
        let mut found = parse.diagnostics;
        found.extend(parse.format.check(&Target::LP64).diagnostics);
        found
    }

    #[test]
    fn one_mistake_gives_one_diagnostic() {
        for example in all_examples() {
            let found = diagnostics(example);
            assert_eq!(found.len(), 1, "{:?}: {found:?}", example.start);
            assert_eq!(found[0].kind.example(), *example, "{found:?}");
        }
    }

    /// Where `struct` does not have the thing at all, that is what is said about it, and no more.
    #[test]
    fn what_struct_does_not_have_is_told_once() {
        for example in all_examples().iter().filter(|example| example.times == 0) {
            let found = diagnostics(&Example { dialect: Struct, ..*example });
            let mut ids: Vec<_> = found.iter().map(Diagnostic::id).collect();
            ids.dedup();
            // Two counts are two mistakes, whatever stands between them.
            let expected = if example.start == "2(3)4i" { 2 } else { 1 };
            assert_eq!(ids.len(), expected, "{:?}: {ids:?}", example.start);
        }
    }

    /// The list in the docs.
    #[test]
    fn the_list_of_kinds_is_fresh() {
        let mut text = String::from("| id | severity | dialect | shortest example | says |\n|---|---|---|---|---|\n");
        for example in all_examples() {
            let found = &diagnostics(example)[0];
            let shown = match example.times {
                0 => format!("`{}`", example.start.escape_debug()),
                times => {
                    let start = if example.start.is_empty() { String::new() } else { format!("`{}`, ", example.start) };
                    let end = if example.end.is_empty() { String::new() } else { format!(", `{}`", example.end) };
                    format!("{start}{times} times `{}`{end}", example.repeated)
                }
            };
            let dialect = if example.dialect == Struct { "both" } else { "PEP 3118" };
            let dialect =
                if found.id() == "not-in-struct" || found.id() == "mark-not-first" { "struct" } else { dialect };
            text.push_str(&format!("| `{}` | {} | {dialect} | {shown} | {found} |\n", found.id(), found.severity()));
        }
        expect_test::expect_file!["kinds.md"].assert_eq(&text);
    }
}
