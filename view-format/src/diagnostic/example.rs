//! The shortest format that shows each mistake, and the list of all mistakes made from them.
//!
//! A kind without an example does not compile, and a test reads every example: one mistake gives one diagnostic.

use alloc::string::String;

use super::{DiagnosticKind, Feature, IndefiniteCode, Lint, Severity};
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
    /// Who finds the mistake.
    pub found_by: Finder,
}

/// Who finds a mistake.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finder {
    /// [`parse`](crate::parse) or [`check`](crate::syntax::ast::Format::check).
    Check,
    /// [`lint`](crate::syntax::ast::Format::lint).
    Lint,
    /// [`Layout::of_buffer`](crate::Layout::of_buffer), for items of so many bytes.
    Buffer {
        /// Bytes of one item.
        itemsize: usize,
    },
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
    Example { dialect, start, repeated: "", times: 0, end: "", found_by: Finder::Check }
}

const fn lint(start: &'static str) -> Example {
    Example { found_by: Finder::Lint, ..short(Struct, start) }
}

const fn buffer(start: &'static str, itemsize: usize) -> Example {
    Example { found_by: Finder::Buffer { itemsize }, ..short(Pep3118, start) }
}

const fn long(start: &'static str, repeated: &'static str, times: usize, end: &'static str) -> Example {
    Example { dialect: Pep3118, start, repeated, times, end, found_by: Finder::Check }
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
    MisreadName { .. } => short(Pep3118, "h:x h:y:");
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
    LargerThanItem { .. } => buffer("<q", 4);
    MissingBytes { .. } => buffer("<B", 8);
    HiddenPadding { .. } => buffer("T{(2)T{i:x:B:y:}:p:}", 16);
    Lint(self::Lint::NativeSize { .. }) => lint("l");
    Lint(self::Lint::NativeAlignment { .. }) => lint("bq");
    Lint(self::Lint::NativeOrder { .. }) => lint("i");
    Lint(self::Lint::ImplicitPadding { .. }) => lint("bi");
    Lint(self::Lint::PartialPadding { .. }) => lint("bxi");
    Lint(self::Lint::EndPadding { .. }) => lint("ib");
    Lint(self::Lint::EmptyString { .. }) => lint("0s");
    Lint(self::Lint::IdleMark { .. }) => lint("<");
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
            Severity::Hint => "hint",
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
    use crate::{Diagnostic, Layout, Target, parse};

    /// What is found in an example; of lints, which come in company, the one that it is of.
    fn diagnostics(example: &Example) -> Vec<Diagnostic> {
        diagnostics_in(&example.text(), example)
    }

    /// The same in another text, by the same finder.
    fn diagnostics_in(text: &str, example: &Example) -> Vec<Diagnostic> {
        let parse = parse(text, example.dialect);
        match example.found_by {
            Finder::Check => {
                let mut found = parse.diagnostics;
                found.extend(parse.format.check(&Target::LP64).diagnostics);
                found
            }
            Finder::Lint => {
                let lints = parse.format.lint(&Target::LP64);
                lints.into_iter().filter(|lint| lint.kind.example() == *example).collect()
            }
            Finder::Buffer { itemsize } => match Layout::of_buffer(text, itemsize, &Target::LP64) {
                Ok(buffer) => buffer.doubts,
                Err(error) => error.diagnostics().to_vec(),
            },
        }
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
        let short = |example: &&Example| example.times == 0 && example.found_by == Finder::Check;
        for example in all_examples().iter().filter(short) {
            let found = diagnostics(&Example { dialect: Struct, ..*example });
            let mut ids: Vec<_> = found.iter().map(Diagnostic::id).collect();
            ids.dedup();
            // Two counts are two mistakes, whatever stands between them.
            let expected = if example.start == "2(3)4i" { 2 } else { 1 };
            assert_eq!(ids.len(), expected, "{:?}: {ids:?}", example.start);
        }
    }

    /// The picture of each mistake and the text with its fix made, which removes it.
    #[test]
    fn every_mistake_has_its_picture() {
        let mut out = String::new();
        for example in all_examples() {
            let text = example.text();
            let found = diagnostics(example);
            out.push_str(&format!("{}\n", crate::Picture::new(&text, &found)));
            if let Some(fix) = found[0].fix() {
                let mended = fix.apply(&text);
                out.push_str(&format!("  fix: {}: {mended:?}\n", fix.title));
                let left = diagnostics_in(&mended, example);
                assert!(left.iter().all(|left| left.id() != found[0].id()), "{mended:?}: {left:?}");
            }
            out.push('\n');
        }
        expect_test::expect_file!["pictures.txt"].assert_eq(&out);
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
            let shown = match example.found_by {
                Finder::Buffer { itemsize } => format!("{shown}, {itemsize} bytes an item"),
                _ => shown,
            };
            text.push_str(&format!("| `{}` | {} | {dialect} | {shown} | {found} |\n", found.id(), found.severity()));
        }
        expect_test::expect_file!["kinds.md"].assert_eq(&text);
    }
}
