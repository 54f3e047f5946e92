//! Formats with unknown parts: what stays certain whatever stands in them.

mod fill;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

pub use fill::{Holds, Hole};

use crate::check::{Origin, Placement};
use crate::diagnostic::Diagnostic;
use crate::dialect::Dialect;
use crate::layout::{Field, Kind, Layout};
use crate::order::ByteOrder;
use crate::scalar::ScalarKind;
use crate::span::Span;
use crate::syntax::parse;
use crate::target::Target;
use fill::Filled;

/// How many bytes of text are read for one outline at most, all fills together.
const MOST_TEXT: usize = 1 << 18;

/// What is certain of a format with holes. Each `None` is a thing that hangs on what stands in them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outline {
    /// Bytes of one element.
    pub size: Option<usize>,
    /// The least number of values that unpacking gives.
    pub least_values: usize,
    /// The greatest number of them. Where it is [`least_values`](Outline::least_values), the number is certain.
    pub most_values: Option<usize>,
    /// The fields whose codes stand in the text, in order.
    pub fields: Vec<OutlineField>,
    /// Mistakes that remain whatever stands in the holes.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is certain of one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineField {
    /// The whole item, in the text with holes. So are the other spans.
    pub item: Span,
    /// Its code.
    pub code: Span,
    /// Its name, without the colons.
    pub name: Option<Span>,
    /// Bytes from the start of the element.
    pub offset: Option<usize>,
    /// What it holds.
    pub holds: OutlineKind,
    /// Bytes of one item of it.
    pub scalar_size: Option<usize>,
    /// How many values it is. A field that may be none, since its count may be 0, has no certain number.
    pub repeat: Option<usize>,
    /// Its shape.
    pub shape: Option<Vec<usize>>,
}

/// What a field holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OutlineKind {
    /// A value of this kind; its byte order, if that is certain. (Where there are no bytes to swap, it is little-endian.)
    Scalar(ScalarKind, Option<ByteOrder>),
    /// Fields of its own.
    Record(Vec<OutlineField>),
    /// One or the other.
    Open,
}

/// What stays certain of a format with unknown parts: a byte order, a count, any run of items. The holes stand in the order
/// of the text and do not overlap.
///
/// Nothing is guessed: where a size, a place or a kind hangs on what stands in a hole, the answer has none. Formats that
/// would be refused take no part, so a hole that only makes sense one way is taken that way. Where there are too many holes
/// to look into, nothing is certain.
///
/// ```
/// use view_format::{Dialect, Hole, Holds, Span, Target, outline};
///
/// // f"{order}HH%ds" % n
/// let text = "{order}HH%ds";
/// let holes = [
///     Hole { span: Span::new(0, 7), holds: Holds::Order },
///     Hole { span: Span::new(9, 11), holds: Holds::Count },
/// ];
/// let outline = outline(text, Dialect::Struct, &Target::LP64, &holes);
/// assert_eq!((outline.size, outline.least_values, outline.most_values), (None, 3, Some(3)));
/// assert_eq!(outline.fields[2].offset, Some(4));
/// ```
///
/// # Panics
/// If a hole does not lie in the text, on character boundaries, behind the one before it.
pub fn outline(text: &str, dialect: Dialect, target: &Target, holes: &[Hole<'_>]) -> Outline {
    let mut end = 0;
    for Hole { span, .. } in holes {
        let is_inside = end <= span.start && span.start <= span.end && text.get(span.range()).is_some();
        assert!(is_inside, "the hole at {span:?} is not behind {end} in the text");
        end = span.end;
    }
    // Without holes it is read once, whatever its length.
    let most = if holes.is_empty() { usize::MAX } else { MOST_TEXT };
    let Some(filled) = fill::all(text, dialect, holes, most) else { return Outline::default() };
    let mut common: Option<Vec<Diagnostic>> = None;
    let mut outline: Option<(Outline, bool)> = None;
    let mut is_mixed = false;
    for filled in &filled {
        let parse = parse(&filled.text, dialect);
        let Placement { checked, is_inside, .. } = parse.format.place(target);
        let is_right = parse.diagnostics.iter().all(|diagnostic| !diagnostic.is_error());
        let found = parse.diagnostics.into_iter().chain(checked.diagnostics);
        let found: Vec<_> = found.map(|diagnostic| diagnostic.moved(&|span| filled.to_text(span))).collect();
        match &mut common {
            None => common = Some(found),
            Some(common) => common.retain(|diagnostic| found.contains(diagnostic)),
        }
        if let (Some(layout), true) = (checked.layout, is_right) {
            let one = of_layout(&layout, &checked.origins, filled);
            match &mut outline {
                None => outline = Some((one, is_inside)),
                Some((all, inside)) => {
                    // Where it hangs on the fill whether a `T{...}` is the whole or a field, its fields are not told.
                    is_mixed |= is_inside != *inside;
                    all.and(one);
                }
            }
        }
    }
    let mut outline = outline.map(|(outline, _)| outline).unwrap_or_default();
    if is_mixed {
        outline.fields.clear();
    }
    if outline.most_values != Some(outline.least_values) && holes.iter().any(|hole| hole.holds.is_endless()) {
        outline.most_values = None;
    }
    let mut diagnostics = common.unwrap_or_default();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Outline { diagnostics, ..outline }
}

fn of_layout(layout: &Layout, origins: &[Origin], filled: &Filled) -> Outline {
    Outline {
        size: Some(layout.size()),
        least_values: layout.values(),
        most_values: Some(layout.values()),
        fields: of_fields(layout, origins, filled),
        diagnostics: Vec::new(),
    }
}

fn of_fields(layout: &Layout, origins: &[Origin], filled: &Filled) -> Vec<OutlineField> {
    let fields = layout.fields().iter().zip(origins);
    fields.filter(|(_, o)| !filled.is_in_hole(o.code.start)).map(|(f, o)| of_field(f, o, filled)).collect()
}

fn of_field(field: &Field, origin: &Origin, filled: &Filled) -> OutlineField {
    OutlineField {
        item: filled.to_text(origin.item),
        code: filled.to_text(origin.code),
        name: origin.name.map(|name| filled.to_text(name)),
        offset: Some(field.offset()),
        holds: match field.kind() {
            Kind::Scalar(scalar) => OutlineKind::Scalar(scalar.kind(), Some(scalar.order())),
            Kind::Record(layout) => OutlineKind::Record(of_fields(layout, &origin.fields, filled)),
        },
        scalar_size: Some(field.scalar_size()),
        repeat: Some(field.repeat()),
        shape: Some(field.shape().to_vec()),
    }
}

impl Outline {
    /// What holds of both.
    fn and(&mut self, other: Outline) {
        keep(&mut self.size, &other.size);
        self.least_values = self.least_values.min(other.least_values);
        self.most_values = self.most_values.max(other.most_values);
        both(&mut self.fields, other.fields);
    }
}

impl OutlineField {
    fn and(&mut self, other: OutlineField) {
        self.item = Span::new(self.item.start.min(other.item.start), self.item.end.max(other.item.end));
        keep(&mut self.name, &other.name);
        keep(&mut self.offset, &other.offset);
        keep(&mut self.scalar_size, &other.scalar_size);
        keep(&mut self.repeat, &other.repeat);
        keep(&mut self.shape, &other.shape);
        match (&mut self.holds, other.holds) {
            (OutlineKind::Scalar(one, order), OutlineKind::Scalar(two, other)) if *one == two => keep(order, &other),
            (OutlineKind::Record(one), OutlineKind::Record(two)) => both(one, two),
            (holds, _) => *holds = OutlineKind::Open,
        }
    }
}

fn keep<T: PartialEq>(one: &mut Option<T>, other: &Option<T>) {
    if one != other {
        *one = None;
    }
}

/// The fields of both, told by where their codes stand. What only one of them has may be missing.
fn both(one: &mut Vec<OutlineField>, other: Vec<OutlineField>) {
    let mut at = 0;
    let mut seen = 0;
    for mut field in other {
        while at < one.len() && one[at].code < field.code {
            one[at].repeat = None;
            at += 1;
        }
        if at < one.len() && one[at].code == field.code {
            one[at].and(field);
        } else {
            field.repeat = None;
            one.insert(at, field);
        }
        at += 1;
        seen = at;
    }
    one[seen..].iter_mut().for_each(|field| field.repeat = None);
}
