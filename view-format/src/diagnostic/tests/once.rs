//! How often a mistake is told: once, and not beyond the limits.

use std::vec::Vec;

use super::diagnostics;
use crate::{Diagnostic, Dialect};

/// Past the limits there is one diagnostic, whatever the rest of the text is.
#[test]
fn limits() {
    use crate::limit::{MAX_DIAGNOSTICS, MAX_DIMENSIONS, MAX_ITEMS, MAX_TEXT};
    let ids = |text: &str| -> Vec<_> { diagnostics(text, Dialect::Pep3118).iter().map(Diagnostic::id).collect() };
    assert_eq!(ids(&"T{".repeat(1000)).last(), Some(&"too-deep"));
    assert_eq!(ids(&"&".repeat(1000)).last(), Some(&"too-deep"));
    assert_eq!(ids(&"i".repeat(MAX_ITEMS)), [""; 0]);
    assert_eq!(ids(&"i".repeat(MAX_ITEMS + 1)), ["too-many-items"]);
    assert_eq!(ids(&std::format!("({}1)i", "1,".repeat(MAX_DIMENSIONS - 1))), [""; 0]);
    assert_eq!(ids(&std::format!("({}1)i", "1,".repeat(MAX_DIMENSIONS))), ["too-many-dimensions"]);
    assert_eq!(ids(&" ".repeat(MAX_TEXT + 1)), ["text-too-long"]);
    assert_eq!(ids(&"~".repeat(MAX_TEXT)).len(), MAX_DIAGNOSTICS);
}

/// What people write who think of C, or half of a pair: one mistake, one diagnostic, on all that belongs to it.
#[test]
fn one_mistake_is_told_once() {
    let array = "a count stands before its code, `4B`, and a shape in parentheses, `(3,4)f`";
    let structure = "a struct is written `T{...}`";
    let shape = "close the shape with `)`: `(3,4)f`";
    let cases = [
        ("uint32_t", "unknown-code 0..8", "for an unsigned 32-bit integer write `I`"),
        ("<int16_t:x: h:n:", "unknown-code 1..8", "for a signed 16-bit integer write `h`"),
        ("<unsigned:x:", "unknown-code 1..9", "for an unsigned 32-bit integer write `I`"),
        ("B[16]", "unknown-code 1..5", array),
        ("[3]i h", "unknown-code 0..3", array),
        ("B[2][3]:x: h", "unknown-code 1..7", array),
        ("(3", "unclosed-parenthesis 0..1", shape),
        ("(", "unclosed-parenthesis 0..1", shape),
        ("{i:x: h:y:} b", "stray-brace 0..1", structure),
        ("T{{i:x:}h:y:} b", "stray-brace 2..3", structure),
        // The other half is missing, or belongs to something else.
        ("T{{i} b", "unclosed-brace 0..2; stray-brace 2..3", "close it with `}`"),
        ("{i}}", "stray-brace 0..1; stray-brace 3..4", structure),
        ("{T{i}", "stray-brace 0..1", structure),
        ("B[", "unknown-code 1..2", array),
    ];
    for (text, expected, help) in cases {
        let found = diagnostics(text, Dialect::Pep3118);
        let shown: Vec<_> = found.iter().map(|d| std::format!("{} {:?}", d.id(), d.span)).collect();
        assert_eq!((&*shown.join("; "), found[0].help().as_deref()), (expected, Some(help)), "{text}");
    }
}
