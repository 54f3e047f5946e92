//! What may stand in a hole, and the texts that stand for all of them.
//!
//! Each hole is filled with a few texts that no other fill can go beyond: a count of 0 and one that outweighs any
//! alignment, every mark, no item and one that moves and aligns all that follows. Sizes and offsets only grow with what is
//! put in, so what all of these texts agree on, all fills agree on.

use alloc::string::String;
use alloc::vec::Vec;

use crate::dialect::Dialect;
use crate::span::Span;

/// A part of a format that is not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hole<'t> {
    /// Where it is: a placeholder in the text (`%d`, `{order}`), or nothing between two characters.
    pub span: Span,
    /// What may stand there.
    pub holds: Holds<'t>,
}

/// What may stand in a [`Hole`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds<'t> {
    /// An order mark, or nothing.
    Order,
    /// One of these texts.
    OneOf(&'t [&'t str]),
    /// A number: the count before a code, or a dimension.
    Count,
    /// Whole items, any number of them, with their marks. In `struct` a mark can only be the first character.
    Items,
    /// An order mark, a number or whole items.
    Any,
}

impl Holds<'_> {
    /// Whether there is no end to what it may hold.
    pub(super) fn is_endless(&self) -> bool {
        matches!(self, Holds::Count | Holds::Items | Holds::Any)
    }
}

/// One mark for each effect: `=` and `!` do what `<` or `>` do. In `struct` there is no `^`, the last one.
const MARKS: [&str; 4] = ["@", "<", ">", "^"];

/// More than any alignment, and odd. Small enough that many of them fit an address.
const FAR: &str = "1048577";

/// The texts that stand for all that may stand in a hole.
fn fills(holds: Holds<'_>, span: Span, dialect: Dialect) -> Vec<String> {
    let marks = match dialect {
        Dialect::Struct => &MARKS[..3],
        Dialect::Pep3118 => &MARKS[..],
    };
    // Padding, which is no value.
    let far = [FAR, "x"].concat();
    let mut texts = alloc::vec![String::new()];
    match (holds, dialect) {
        (Holds::Order, _) => texts.extend(marks.iter().copied().map(String::from)),
        (Holds::OneOf(known), _) => return known.iter().copied().map(String::from).collect(),
        (Holds::Count, _) => return ["0", "1", "2", FAR].map(String::from).into(),
        (Holds::Any, _) => {
            let as_one = |holds| fills(holds, span, dialect);
            return [Holds::Order, Holds::Count, Holds::Items].into_iter().flat_map(as_one).collect();
        }
        (Holds::Items, Dialect::Struct) => {
            // Nothing, what moves, what aligns; under each mark, if there may be one.
            let marks = if span.start == 0 { marks } else { &[] };
            for mark in [""].iter().chain(marks) {
                texts.extend(["", &far, "q"].map(|items| [mark, items].concat()));
            }
        }
        (Holds::Items, Dialect::Pep3118) => {
            // The same; what aligns needs `@`, and another mark may come after it.
            texts.extend([far.clone(), String::from("g")]);
            for mark in marks {
                texts.extend(["", &far, "@g"].map(|items| [items, mark].concat()));
            }
        }
    }
    texts
}

/// A text with all holes filled.
pub(super) struct Filled {
    pub(super) text: String,
    /// For each hole, where its fill stands, and where the hole is.
    fills: Vec<(Span, Span)>,
}

impl Filled {
    /// Whether what starts at `offset` stands in a hole.
    pub(super) fn is_in_hole(&self, offset: u32) -> bool {
        self.fills.iter().any(|(fill, _)| fill.start <= offset && offset < fill.end)
    }

    /// Where a piece of this text is in the one with holes. What is partly in a hole reaches to the end of the hole.
    pub(super) fn to_text(&self, span: Span) -> Span {
        let (mut start, mut end) = (span.start, span.end);
        for (fill, hole) in self.fills.iter().rev() {
            if start >= fill.end {
                start = start - fill.end + hole.end;
                break;
            } else if start >= fill.start {
                start = hole.start;
                break;
            }
        }
        for (fill, hole) in self.fills.iter().rev() {
            if end > fill.end {
                end = end - fill.end + hole.end;
                break;
            } else if end > fill.start {
                end = hole.end;
                break;
            } else if end == fill.start {
                end = hole.start;
                break;
            }
        }
        Span::new(start, end.max(start))
    }
}

/// All ways to fill the holes, which stand in order and apart; `None` where there are too many.
pub(super) fn all(text: &str, dialect: Dialect, holes: &[Hole<'_>], most: usize) -> Option<Vec<Filled>> {
    let choices: Vec<_> = holes.iter().map(|hole| fills(hole.holds, hole.span, dialect)).collect();
    let count = choices.iter().try_fold(1usize, |n, fills| n.checked_mul(fills.len()))?;
    if count.checked_mul(text.len().max(1))? > most {
        return None;
    }
    let fill = |mut choice: usize| {
        let mut filled = Filled { text: String::new(), fills: Vec::new() };
        let mut at = 0;
        for (hole, fills) in holes.iter().zip(&choices) {
            let range = hole.span.range();
            filled.text.push_str(&text[at..range.start]);
            let start = filled.text.len() as u32;
            filled.text.push_str(&fills[choice % fills.len()]);
            choice /= fills.len();
            filled.fills.push((Span::new(start, filled.text.len() as u32), hole.span));
            at = range.end;
        }
        filled.text.push_str(&text[at..]);
        filled
    };
    Some((0..count).map(fill).collect())
}
