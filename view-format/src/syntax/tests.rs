//! Every short text over an alphabet of awkward characters: parsing is total, spans are sound, the tree prints back.

use std::string::{String, ToString};
use std::vec::Vec;

use crate::{Dialect, Layout, Target, parse};

/// Calls `check` with all texts of up to `length` characters of `alphabet`.
fn texts(alphabet: &[char], length: usize, check: &mut dyn FnMut(&str)) {
    fn longer(alphabet: &[char], length: usize, text: &mut String, check: &mut dyn FnMut(&str)) {
        check(text);
        if length > 0 {
            for &c in alphabet {
                text.push(c);
                longer(alphabet, length - 1, text, check);
                text.pop();
            }
        }
    }
    longer(alphabet, length, &mut String::new(), check);
}

#[track_caller]
fn sound(text: &str) {
    for dialect in [Dialect::Struct, Dialect::Pep3118] {
        let parse = parse(text, dialect);
        let mut end = 0;
        for leaf in parse.format.leaves() {
            assert_eq!(leaf.span.start, end, "a gap in {text:?}");
            end = leaf.span.end;
        }
        assert_eq!(end as usize, text.len(), "{text:?} is not read to its end");
        assert_eq!(parse.format.to_string(), text);
        let checked = parse.format.check(&Target::LP64);
        let all: Vec<_> = parse.diagnostics.iter().chain(&checked.diagnostics).collect();
        for diagnostic in &all {
            for label in diagnostic.labels() {
                assert!(text.get(label.span.range()).is_some(), "{diagnostic:?} points out of {text:?}");
            }
            if let Some(fix) = diagnostic.fix() {
                fix.apply(text);
            }
        }
        match Layout::parse_as(text, dialect, &Target::LP64) {
            Ok(_) => assert!(all.iter().all(|d| d.severity() < crate::Severity::Error), "{text:?}"),
            Err(error) => assert!(!error.diagnostics().is_empty(), "{text:?} is refused without a reason"),
        }
    }
}

#[test]
fn short_texts_of_brackets_and_codes() {
    texts(&['T', '{', '}', 'i', ':', '3', '(', ')'], 6, &mut sound);
}

#[test]
fn short_texts_of_names() {
    texts(&['i', 'y', ':', ' ', '}'], 7, &mut |text| {
        sound(text);
        let found = parse(text, Dialect::Pep3118).diagnostics;
        for misread in found.iter().filter(|found| found.id() == "misread-name") {
            let mended = misread.fix().unwrap().apply(text);
            let left = parse(&mended, Dialect::Pep3118).diagnostics;
            assert!(left.len() < found.len(), "{text:?} {mended:?} {found:?} {left:?}");
        }
    });
}

#[test]
fn short_texts_of_marks_spaces_and_letters() {
    texts(&['<', ' ', '9', 'Z', 'f', '&', '\u{e9}', '\0'], 6, &mut sound);
}

/// A megabyte of the same few characters: there is never more to it than the limits allow, whatever it is. (Where mistakes
/// were reported without end, or each one looked for its bracket to the end of the text, this took minutes.)
#[test]
fn hostile_megabytes_stay_within_the_limits() {
    use crate::limit::{MAX_DIAGNOSTICS, MAX_ITEMS, MAX_TEXT};
    let units = [
        "i",
        "<",
        " ",
        "9",
        "u",
        "~",
        ":",
        "(",
        ")",
        "{",
        "}",
        "&",
        "\u{e9}",
        "\0",
        "T{",
        "T{}",
        "X{",
        "Zi",
        "(1,",
        "(1)",
        "3 ",
        "i:a:",
        "u ",
        "u16 ",
        "T{i:a:}:b:",
        "2(3)",
        "i::",
        "< ",
        "0s",
        "<n",
        "bi",
        "i:x i:y:",
        "i:x ",
        "i:x y:",
        "T{i:x ",
    ];
    for unit in units {
        let text = unit.repeat(MAX_TEXT / unit.len());
        for dialect in [Dialect::Struct, Dialect::Pep3118] {
            let parse = parse(&text, dialect);
            assert!(parse.diagnostics.len() <= MAX_DIAGNOSTICS + 2, "{unit:?}: {}", parse.diagnostics.len());
            let leaves = parse.format.leaves().len();
            assert!(leaves <= 8 * MAX_ITEMS, "{unit:?}: {leaves} leaves");
            let checked = parse.format.check(&Target::LP64);
            assert!(checked.diagnostics.len() <= MAX_DIAGNOSTICS, "{unit:?}: {}", checked.diagnostics.len());
            assert!(parse.format.lint(&Target::LP64).len() <= MAX_DIAGNOSTICS, "{unit:?}");
        }
    }
}
