//! Every query on small formats; `|` is the cursor. `UPDATE_EXPECT=1` blesses.

mod complete;
mod edit;
mod picture;
mod place;

use std::string::{String, ToString};

use super::values;
use crate::syntax::ast::Format;
use crate::{Checked, Dialect, Target, parse};

fn read(marked: &str) -> (Format, Checked, u32) {
    let (marked, dialect) = match marked.strip_prefix("Struct:") {
        Some(text) => (text, Dialect::Struct),
        None => (marked, Dialect::Pep3118),
    };
    let offset = marked.find('|').unwrap();
    let format = parse(&marked.replace('|', ""), dialect).format;
    let checked = format.check(&Target::LP64);
    (format, checked, offset as u32)
}

/// On every short text and at every offset: an answer, extents inside one another, pictures within their width, and edits
/// that leave the meaning as it is.
#[test]
fn every_short_text_has_answers() {
    fn ask(text: &str, with_completions: bool) {
        for dialect in [Dialect::Struct, Dialect::Pep3118] {
            let parsed = parse(text, dialect);
            let (format, target) = (&parsed.format, &Target::LP64);
            let checked = format.check(target);
            let whole = checked.layout.as_ref().filter(|_| parsed.diagnostics.is_empty());
            for offset in 0..=text.len() as u32 {
                let place = format.place_at(&checked, offset);
                let nested = place.extents.windows(2).all(|pair| {
                    let [inner, outer] = pair else { return false };
                    outer.start <= inner.start && inner.end <= outer.end
                });
                assert!(nested, "{text:?} at {offset}: {:?}", place.extents);
                assert!(place.extents.iter().all(|span| text.get(span.range()).is_some()));
                let _ = place.meaning(&checked, target).map(|meaning| meaning.to_string());
                for fix in [format.expand_count(offset), format.fold_counts(offset)].into_iter().flatten() {
                    let edited = fix.apply(text);
                    let again = parse(&edited, dialect).format.check(target).layout;
                    assert!(whole.is_none() || again.as_ref() == whole, "{text:?}: {edited:?}");
                }
                if with_completions {
                    for completion in format.completions_at(&checked, target, offset) {
                        assert!(completion.insert.is_char_boundary(completion.cursor), "{completion:?}");
                    }
                }
            }
            if let (Some(fix), Some(whole)) = (format.explicit_order(target), whole) {
                let edited = parse(&fix.apply(text), dialect).format;
                assert_eq!(edited.check(&Target::ILP32.big_endian()).layout.as_ref(), Some(whole), "{text:?}");
                assert_eq!(edited.explicit_order(target), None, "{text:?}");
            }
            let drawn = std::format!("{}\n{}", checked.partial.picture(), checked.partial.table());
            assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
            assert!(values(&checked.partial).len() <= checked.partial.fields().len());
        }
    }
    fn all(length: usize, text: &mut String) {
        ask(text, text.len() <= 3);
        if length > 0 {
            for piece in ["h", "3", "<", "T{", "}", ":", "(", " ", "é"] {
                let end = text.len();
                text.push_str(piece);
                all(length - 1, text);
                text.truncate(end);
            }
        }
    }
    all(4, &mut String::new());
    for text in ["T{hh}:a:T{hh}:b:", "3T{2h3h}:a:", "<hT{>h}h", "hP", "2h 3h:a:", "@hg", "^hd", "s3s", "(2)hh"] {
        ask(text, true);
    }
}
