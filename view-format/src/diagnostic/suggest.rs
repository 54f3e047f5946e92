//! What people write who think of numpy, Rust, C or Perl, and the code they mean.

use crate::code::Code;

/// What was probably meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The code.
    pub code: &'static str,
    /// What it stands for, with its article.
    pub meaning: &'static str,
}

/// The length of the longest word that is looked for.
pub(crate) const LONGEST: usize = 16;

/// The code that somebody means who writes `found`: one character that is no code, or a type of another notation.
pub fn suggest(found: &str) -> Option<Suggestion> {
    let (_, meaning, code) = WORDS.iter().find(|(words, ..)| words.split(' ').any(|word| word == found))?;
    Some(Suggestion { code, meaning })
}

/// Whether `word` at the start of an item, with `rest` after it, is a type of another notation rather than a run of
/// codes. `i4` is a code and a count if a code follows; at the end of an item it is numpy's for `i`.
pub(crate) fn is_foreign(word: &str, rest: &str) -> bool {
    // A run of codes is none, which is what most words are.
    let is_run = |word: &str| word.bytes().all(|c| Code::from_char(c.into()).is_some_and(|code| code.info().in_struct));
    if word.len() < 2 || is_run(word) || suggest(word).is_none() {
        return false;
    }
    // A count may stand before a shape, a mark or `?`, which are no letters.
    let digits_at_end = word.ends_with(|c: char| c.is_ascii_digit());
    let ends = rest.chars().next().is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | ':' | '}' | ','));
    !digits_at_end || ends
}

/// Words, what they mean, the code. No word of letters only may be a run of codes that `struct` reads.
const WORDS: &[(&str, &str, &str)] = &[
    ("i8", "a signed 8-bit integer (as Rust's `i8`; for numpy's write `q`)", "b"),
    ("int8 int8_t a schar", "a signed 8-bit integer", "b"),
    ("u8", "an unsigned 8-bit integer (as Rust's `u8`; for numpy's write `Q`)", "B"),
    ("u1 uint8 uint8_t byte ubyte uchar", "an unsigned 8-bit integer", "B"),
    ("i2 i16 int16 int16_t short s16", "a signed 16-bit integer", "h"),
    ("u2 u16 uint16 uint16_t ushort word S v", "an unsigned 16-bit integer", "H"),
    ("i4 i32 int32 int32_t int s32", "a signed 32-bit integer", "i"),
    ("u4 u32 uint32 uint32_t uint unsigned V dword", "an unsigned 32-bit integer", "I"),
    ("i64 int64 int64_t long s64 j", "a signed 64-bit integer", "q"),
    ("u64 uint64 uint64_t ulong J qword", "an unsigned 64-bit integer", "Q"),
    ("f2 f16 float16 half", "a half-precision float", "e"),
    ("f4 f32 float32 float single", "a single-precision float", "f"),
    ("f8 f64 float64 double", "a double-precision float", "d"),
    ("c8 complex64", "a complex number of two floats", "Zf"),
    ("c16 complex128 complex", "a complex number of two doubles", "Zd"),
    ("bool b1", "a truth value", "?"),
    ("char", "one character", "c"),
    ("usize size_t uintptr_t", "an unsigned integer of the machine's word", "N"),
    ("isize ssize_t intptr_t ptrdiff_t", "a signed integer of the machine's word", "n"),
    ("str string bytes", "a string of bytes, its length in front,", "s"),
    ("U", "a string of 4-byte characters", "w"),
    ("C", "an unsigned 8-bit integer", "B"),
    ("X", "a pad byte", "x"),
    ("_", "a pad byte", "x"),
    ("k", "an unsigned long", "L"),
    ("y", "an unsigned 8-bit integer", "B"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dialect, parse};

    #[test]
    fn suggestions_are_codes_and_words_are_none() {
        for (words, _, code) in WORDS {
            assert!(parse(code, Dialect::Pep3118).diagnostics.is_empty(), "{code}");
            for word in words.split(' ') {
                assert!(word.len() <= LONGEST, "{word}");
                let of_struct = word.chars().all(|c| Code::from_char(c).is_some_and(|c| c.info().in_struct));
                assert!(!of_struct, "{word} is a run of codes");
            }
        }
    }

    #[test]
    fn a_count_before_the_next_code_is_no_foreign_type() {
        for text in ["i4h", "i4?", "f4(2)i", "i8<h"] {
            assert!(parse(text, Dialect::Pep3118).diagnostics.is_empty(), "{text}");
        }
        for (text, code) in [("f4", "f"), ("<u16:w:", "H"), ("int32 h", "i"), ("T{i4}", "i"), ("double", "d")] {
            let diagnostics = parse(text, Dialect::Pep3118).diagnostics;
            assert_eq!(diagnostics.len(), 1, "{text}");
            assert_eq!(diagnostics[0].fix().map(|fix| fix.replacement).as_deref(), Some(code), "{text}");
        }
    }
}
