//! Names that may have been meant where no field is called so.

use alloc::boxed::Box;
use alloc::vec::Vec;
use alloc::{borrow::Cow, format};

use view_format::record::unnamed;
use view_format::{Kind, Layout};

use crate::error::ViewError;

/// Fields that are all told.
const FEW: usize = 8;
/// Characters of names that are compared; longer ones would cost more than they are worth.
const LONGEST: usize = 64;

/// That no field has this path, and which ones there are where it leads to nothing.
pub(super) fn no_field(path: &str, layout: &Layout, format: &str) -> ViewError {
    let (prefix, record) = reached(path, layout);
    let (prefix, name) = path.split_at(prefix);
    let nearest = nearest(name, called(record));
    let fields = if record.fields().len() <= FEW {
        called(record).map(|name| full(prefix, &name)).collect()
    } else {
        Vec::new()
    };
    ViewError::Field {
        path: path.into(),
        format: format.into(),
        nearest: nearest.map(|name| full(prefix, &name)),
        fields: fields.into(),
    }
}

fn full(prefix: &str, name: &str) -> Box<str> {
    format!("{prefix}{name}").into()
}

/// How much of a path leads into records, and the innermost of them.
fn reached<'l>(path: &str, layout: &'l Layout) -> (usize, &'l Layout) {
    let inner =
        path.match_indices('.').find_map(|(dot, _)| match super::columns::named(layout, &path[..dot])?.kind() {
            Kind::Record(inner) => Some((dot + 1, inner)),
            Kind::Scalar(_) => None,
        });
    let Some((start, inner)) = inner else { return (0, layout) };
    let (further, record) = reached(&path[start..], inner);
    (start + further, record)
}

/// What the fields are called; those without a name `f0`, `f1` and so on, names that are taken left out.
fn called(layout: &Layout) -> impl Iterator<Item = Cow<'_, str>> {
    let mut unnamed = unnamed(layout);
    layout
        .fields()
        .iter()
        .filter_map(move |field| field.name().map(Cow::from).or_else(|| unnamed.next().map(Cow::from)))
}

/// The number of a name as it is printed, not `f01` or `f+1`.
pub(super) fn number(name: &str) -> Option<usize> {
    let digits = name.strip_prefix('f')?;
    let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| is_plain)
}

/// The name that is most like another, if one is: of three letters one may differ, but not all there are, and case does not
/// count.
fn nearest<'n>(name: &str, names: impl Iterator<Item = Cow<'n, str>>) -> Option<Cow<'n, str>> {
    let letters = |name: &str| {
        let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LONGEST + 1).collect();
        (letters.len() <= LONGEST).then_some(letters)
    };
    let wanted = letters(name)?;
    let near = names.filter_map(|name| {
        let letters = letters(&name)?;
        let most = wanted.len().max(letters.len()).max(3) / 3;
        let edits = if wanted.len().abs_diff(letters.len()) <= most { edits(&wanted, &letters) } else { usize::MAX };
        (edits <= most && edits < wanted.len().min(letters.len())).then_some((edits, name))
    });
    near.min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// How many letters have to be put in, left out, changed or exchanged with their neighbour to make one word of the other.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use crate::View;
    use alloc::format;
    use std::string::ToString;

    #[test]
    fn what_was_meant_is_told() {
        #[track_caller]
        fn check(format: &str, path: &str, expected: &str) {
            let bytes = std::vec![0; crate::Struct::calcsize(format).unwrap()];
            let error = View::new(&bytes).cast_shape(format, &[1]).unwrap().column(path).unwrap_err();
            assert_eq!(error.to_string(), format!("no field `{path}` in `{format}`{expected}"));
        }
        check("<d:price: I:size:", "prise", "; did you mean `price`?");
        check("<d:price: I:size:", "Size", "; did you mean `size`?");
        check("<d:price: I:size:", "sise", "; did you mean `size`?");
        check("<d:price: I:size:", "isze", "; did you mean `size`?");
        check("<d:price: I:size:", "volume", "; there are `price` and `size`");
        check("<d:price: I:size: H", "volume", "; there are `price`, `size` and `f0`");
        check("<d:price:", "", "; there is `price`");
        check("<H:f0: HH:f2: H", "f5", "; did you mean `f0`?");
        check("<HH", "a", "; there are `f0` and `f1`");
        // Where the path leads to nothing.
        check("T{H:x: H:why:}:at: H:x:", "at.whi", "; did you mean `at.why`?");
        check("T{H:x: H:why:}:at: H:x:", "at.left.x", "; there are `at.x` and `at.why`");
        check("T{H:x: H:why:}:at: H:x:", "ta.x", "; there are `at` and `x`");
        check("T{T{H:x:}:point:}:at:", "at.pint", "; did you mean `at.point`?");
        // Too many to tell, and names of which no one is like it.
        check("H:a:H:b:H:c:H:d:H:e:H:f:H:g:H:h:H:i:", "zzz", "");
        check("H:a:H:b:H:c:H:d:H:e:H:f:H:g:H:h:H:count:", "counts", "; did you mean `count`?");
        let long = "n".repeat(10_000);
        check("H:a:", &long, "; there is `a`");
        check("4x", "a", "");
    }
}
