//! Formats that are a mark, counts, codes and blanks and nothing else, read in one pass without a tree: what most formats
//! are that are read while a program runs.
//!
//! This is no second grammar: it knows no mistakes. Whatever it does not take as it stands, it leaves to the grammar, which
//! says what is wrong; and a test holds the two against each other on every short text.

use alloc::sync::Arc;

use crate::code::{Code, CountMeaning};
use crate::layout::{Field, Kind, Layout, List, Name, baked_scalar};
use crate::order::Mark;
use crate::scalar::Scalar;
use crate::target::{CType, Target};

/// Longer texts go the long way, where the time to read them is the smaller part.
const LONGEST: usize = 256;

/// The layout, if the text is plain and right.
pub(super) fn layout(text: &str, target: &Target) -> Option<Layout> {
    let bytes = text.as_bytes();
    if bytes.len() > LONGEST {
        return None;
    }
    let (mark, items) = match bytes.first().and_then(|&first| Mark::from_char(first.into())) {
        Some(Mark::NativeUnaligned) => return None,
        Some(mark) => (mark, &bytes[1..]),
        None => (Mark::Native, bytes),
    };
    // Each code but padding is one field: those with a count of 0 are left to the grammar.
    let is_field = |&&byte: &&u8| !matches!(byte, b'0'..=b'9' | b' ' | b'\t'..=b'\r' | b'x');
    let count = items.iter().filter(is_field).count();
    let mut run = Run { rest: items, mark, target, size: 0, align: 1 };
    if count == 1 {
        let field = run.field()?;
        let is_whole = run.field().is_none() && run.rest.is_empty() && field.offset == 0 && field.repeat == 1;
        let fields = match baked_scalar(field.scalar) {
            Some(fields) if is_whole => List::Baked(fields),
            _ if run.rest.is_empty() => List::Shared(Arc::new([field.into()])),
            _ => return None,
        };
        return Some(Layout::of_parts(run.size, run.align, fields));
    }
    let mut is_plain = true;
    let fields: Arc<[Field]> = (0..count)
        .map(|_| {
            let field = run.field();
            is_plain &= field.is_some();
            field.unwrap_or(Placed { offset: 0, scalar: Scalar::NOTHING, repeat: 0 }).into()
        })
        .collect();
    // What is left is padding, or a count without a code.
    let is_whole = is_plain && run.field().is_none() && run.rest.is_empty();
    is_whole.then(|| Layout::of_parts(run.size, run.align, List::Shared(fields)))
}

/// One run over the items.
struct Run<'t> {
    /// What is not read yet. Empty after the last item; never empty where something is not plain.
    rest: &'t [u8],
    mark: Mark,
    target: &'t Target,
    size: usize,
    align: usize,
}

/// One field with its place.
struct Placed {
    offset: usize,
    scalar: Scalar,
    repeat: usize,
}

impl From<Placed> for Field {
    #[inline(always)]
    fn from(placed: Placed) -> Field {
        Field::new(Name::NONE, placed.offset, Kind::Scalar(placed.scalar), placed.repeat, List::EMPTY)
    }
}

impl Run<'_> {
    /// The next field, padding before it taken in; `None` at the end, and where this is not plain.
    ///
    /// Inlined, so that a field is put together in its place: copying one that was just written in pieces costs more than
    /// reading its item.
    #[inline(always)]
    fn field(&mut self) -> Option<Placed> {
        let mut count = None::<usize>;
        let mut rest = self.rest;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            match byte {
                b'0'..=b'9' => {
                    let digit = usize::from(byte - b'0');
                    count = Some(count.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                }
                b' ' | b'\t'..=b'\r' if count.is_none() => {}
                b'x' => {
                    self.size = within_memory(self.size.checked_add(count.unwrap_or(1))?)?;
                    (self.rest, count) = (rest, None);
                }
                _ => {
                    let placed = self.place(Code::from_char(byte.into())?, count)?;
                    self.rest = rest;
                    return Some(placed);
                }
            }
        }
        if count.is_none() {
            self.rest = rest;
        }
        None
    }

    #[inline(always)]
    fn place(&mut self, code: Code, count: Option<usize>) -> Option<Placed> {
        let info = code.info();
        let kind = info.kind.filter(|_| info.in_struct)?;
        let CType { size, align } = match info.standard_size {
            _ if self.mark.is_native_size() => info.native(self.target)?,
            Some(size) => CType { size, align: 1 },
            None => return None,
        };
        let (size, repeat) = match info.count_meaning() {
            CountMeaning::Length => (usize::from(size).checked_mul(count.unwrap_or(1))?, 1),
            CountMeaning::Repeat => (size.into(), count.unwrap_or(1)),
        };
        let mut offset = self.size;
        if self.mark.is_aligned() {
            let align = usize::from(align);
            // Alignments are powers of two, so that no division is needed.
            let past = align.checked_sub(1)?;
            offset = offset.checked_add(past)? & !past;
            self.align = self.align.max(align);
        }
        if repeat == 0 {
            return None;
        }
        self.size = within_memory(offset.checked_add(size.checked_mul(repeat)?)?)?;
        let scalar = Scalar::new(kind, size, self.mark.byte_order(self.target.order)).under(self.mark);
        Some(Placed { offset, scalar, repeat })
    }
}

/// A size that a signed integer holds.
fn within_memory(size: usize) -> Option<usize> {
    isize::try_from(size).ok().map(|_| size)
}

#[cfg(test)]
mod tests {
    use std::string::String;

    use super::*;
    use crate::{Dialect, parse};

    /// On every short text over these characters: what is taken here has no mistakes, and the same layout.
    #[test]
    fn plain_formats_are_those_of_the_grammar() {
        fn all(length: usize, text: &mut String, taken: &mut usize) {
            for target in [Target::LP64, Target::I386.big_endian()] {
                let parse = parse(text, Dialect::Struct);
                let checked = parse.format.check(&target);
                let whole = parse.diagnostics.is_empty() && checked.diagnostics.is_empty();
                let grammars = checked.layout.filter(|_| whole);
                if let Some(plain) = layout(text, &target) {
                    let grammars = grammars.unwrap_or_else(|| panic!("{text:?} is wrong, and was taken"));
                    assert_eq!((&plain, plain.align()), (&grammars, grammars.align()), "{text:?}");
                    assert_eq!(plain.fields(), grammars.fields(), "{text:?}");
                    for (plain, grammars) in plain.fields().iter().zip(grammars.fields()) {
                        let saturates =
                            |field: &Field| matches!(field.kind(), Kind::Scalar(scalar) if scalar.saturates());
                        assert_eq!(saturates(plain), saturates(grammars), "{text:?}");
                    }
                    *taken += 1;
                } else {
                    let aligns_only = text.contains('0');
                    assert!(grammars.is_none() || aligns_only, "{text:?} is right, and was not taken");
                }
            }
            if length > 0 {
                for c in ['<', '@', '3', '0', 'b', 'l', 'd', 's', 'x', 'P', ' ', ':'] {
                    text.push(c);
                    all(length - 1, text, taken);
                    text.pop();
                }
            }
        }
        let mut taken = 0;
        all(4, &mut String::new(), &mut taken);
        assert!(taken > 1000);
    }

    #[test]
    fn what_is_too_large_is_not_taken() {
        for text in
            ["9223372036854775808x", "99999999999999999999x", "9223372036854775807xb", "4611686018427387904h", "b 3"]
        {
            assert!(layout(text, &Target::LP64).is_none(), "{text}");
        }
        assert!(layout("9223372036854775807x", &Target::LP64).is_some());
    }
}
