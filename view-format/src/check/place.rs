//! Offsets, alignment, padding and totals: checked arithmetic over the items in order.
//!
//! The rules are those of `Modules/_struct.c`, function `prepare_s`: an item of native mode is aligned once, before all
//! that its count repeats, and only where something stands before it; there is no padding at the end. A struct in `T{}`
//! is aligned as its strictest aligned field is, if `@` is still in force at its end. A mark stays in force until the next, also across the end of a `T{}`
//! (as numpy and ctypes write and read it).

use alloc::vec::Vec;

use super::reading::{Codes, Reading};
use super::{Checked, Origin};
use crate::code::{Code, CountMeaning};
use crate::diagnostic::IndefiniteCode;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::dialect::Dialect;
use crate::layout::{Field, Kind, Layout, List, Name};
use crate::limit::MAX_DIAGNOSTICS;
use crate::order::Mark;
use crate::scalar::{Scalar, ScalarKind};
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Count, Format, Item, Node, Part};
use crate::target::{CType, Target};

/// What laying out gives.
pub(crate) struct Placement {
    pub(crate) checked: Checked,
    /// Whether an item under `@` lies off its alignment, which only the packed reading allows.
    pub(super) is_off_alignment: bool,
    /// Items that padding is implied before, and how many bytes. Those that do nothing but align (`0i`) are left out.
    pub(crate) gaps: Vec<(Span, usize)>,
    /// Whether the format is one `T{...}`, and the layout that of the struct in it.
    pub(crate) is_inside: bool,
}

/// Lays out the whole format.
pub(super) fn place(format: &Format, target: &Target, reading: Reading, codes: Codes) -> Placement {
    let mut run = Run {
        format,
        target,
        reading,
        codes,
        mark: (Mark::Native, None),
        base: 0,
        is_off_alignment: false,
        gaps: Vec::new(),
        diagnostics: Vec::new(),
        is_open: false,
    };
    let mut whole = run.structure(format.nodes());
    // A format that is one `T{...}` and nothing else means the struct in it.
    if let ([field], [_]) = (&*whole.fields, &*whole.origins)
        && let (Kind::Record(layout), None, 0, 1, []) =
            (field.kind(), field.name(), field.offset(), field.repeat(), field.shape())
        && layout.size() == whole.size
    {
        let layout = layout.clone();
        let origins = whole.origins.remove(0).fields;
        return Placement { is_inside: true, ..run.finish(layout, origins) };
    }
    let Placed { size, align, fields, origins } = whole;
    run.finish(Layout::new(size, align, fields), origins)
}

/// One run over one format.
struct Run<'f> {
    format: &'f Format,
    target: &'f Target,
    reading: Reading,
    codes: Codes,
    /// The mark in force, and where it stands.
    mark: (Mark, Option<Span>),
    /// Where the struct that is being laid out starts.
    base: usize,
    is_off_alignment: bool,
    gaps: Vec<(Span, usize)>,
    diagnostics: Vec<Diagnostic>,
    /// Whether something could not be read or has no size, so that the layout stays open.
    is_open: bool,
}

/// The fields of one struct so far.
struct Placed {
    size: usize,
    align: usize,
    fields: Vec<Field>,
    origins: Vec<Origin>,
}

/// What the code of an item takes.
struct Taken {
    /// Size and alignment of one.
    size: usize,
    align: usize,
    /// What it holds; `None` for padding.
    kind: Option<Kind>,
    /// The origins of its fields.
    fields: Vec<Origin>,
    /// What a count means.
    count: CountMeaning,
}

impl Run<'_> {
    fn finish(self, layout: Layout, origins: Vec<Origin>) -> Placement {
        let partial = layout.clone();
        let layout = (!self.is_open).then_some(layout);
        let checked = Checked { layout, partial, origins, diagnostics: self.diagnostics };
        Placement { checked, is_off_alignment: self.is_off_alignment, gaps: self.gaps, is_inside: false }
    }

    fn report(&mut self, kind: DiagnosticKind, span: Span) {
        self.is_open = true;
        // That `struct` does not have it at all, the grammar has said.
        let is_told = self.format.dialect() == Dialect::Struct && kind.is_beyond_struct();
        // And beyond so many mistakes, more help nobody.
        if !is_told && self.diagnostics.len() < MAX_DIAGNOSTICS {
            self.diagnostics.push(Diagnostic::new(kind, span));
        }
    }

    /// The items of a struct, one after the other.
    fn structure(&mut self, nodes: &[Node]) -> Placed {
        // As many as there are items, as far as a hostile text may ask for room.
        let room = nodes.len().min(16);
        let mut placed =
            Placed { size: 0, align: 1, fields: Vec::with_capacity(room), origins: Vec::with_capacity(room) };
        for node in nodes {
            match node {
                Node::Space(_) => {}
                Node::Mark(mark, span) => self.mark = (*mark, Some(*span)),
                Node::Error(_) => self.is_open = true,
                Node::Item(item) => self.item(item, &mut placed),
            }
        }
        if self.reading == Reading::Padded && self.mark.0.is_aligned() {
            match placed.size.checked_next_multiple_of(placed.align).filter(|&end| isize::try_from(end).is_ok()) {
                Some(end) => placed.size = end,
                None => self.is_open = true,
            }
        }
        placed
    }

    fn item(&mut self, item: &Item, placed: &mut Placed) {
        self.marks(&item.parts);
        // In the packed reading this is where the item starts; in others it may be before its padding.
        let outer = self.base;
        self.base = outer.saturating_add(placed.size);
        let was_open = core::mem::take(&mut self.is_open);
        let taken = self.code(item);
        let is_open_inside = self.is_open;
        self.is_open |= was_open;
        self.base = outer;
        let Some(taken) = taken else {
            self.is_open = true;
            return;
        };
        // What could not be read inside may take bytes.
        let empty = match zero_dimension(item, taken.count) {
            Some(zero) => Some((DiagnosticKind::ZeroDimension, zero)),
            None if !is_open_inside && repeats_nothing(item, &taken) => {
                Some((DiagnosticKind::RepeatedNothing, item.span))
            }
            None => None,
        };
        if let Some((kind, span)) = empty {
            // The buffer is there, whoever exported it: what it holds nothing of is no field, and aligns all the same.
            match placed.size.checked_next_multiple_of(taken.align).filter(|_| self.codes == Codes::Written) {
                Some(size) => (placed.size, placed.align) = (size, placed.align.max(taken.align)),
                None => self.report(kind, span),
            }
            return;
        }
        match add(item, taken, self.format, placed) {
            None => self.report(DiagnosticKind::SizeOverflow, item.span),
            Some(gap) if gap > 0 && item.count().is_none_or(|count| count.value != Some(0)) => {
                self.gaps.push((item.span, gap));
            }
            Some(_) => {}
        }
    }

    /// Size, alignment and kind of the code of an item.
    fn code(&mut self, item: &Item) -> Option<Taken> {
        match &item.code {
            CodeNode::Error => None,
            CodeNode::Code(code) => self.letter(*code, item.code_span),
            CodeNode::Pointer(to) => {
                // Marks inside are in force after it, whatever it points to.
                self.marks_of(to);
                self.address(IndefiniteCode::Pointer, item.code_span)
            }
            CodeNode::Function => self.address(IndefiniteCode::Function, item.code_span),
            CodeNode::Struct(nodes) => {
                let Placed { size, align, fields, origins } = self.structure(nodes);
                Some(Taken {
                    size,
                    // The mark at its end is what numpy's reader asks as well.
                    align: if self.mark.0.is_aligned() { align } else { 1 },
                    kind: Some(Kind::Record(Layout::new(size, align, fields))),
                    fields: origins,
                    count: CountMeaning::Repeat,
                })
            }
        }
    }

    /// The marks among the parts of an item.
    fn marks(&mut self, parts: &[Part]) {
        for part in parts {
            if let Part::Mark(mark, span) = part {
                self.mark = (*mark, Some(*span));
            }
        }
    }

    /// All marks of an item that takes no room here.
    fn marks_of(&mut self, item: &Item) {
        self.marks(&item.parts);
        match &item.code {
            CodeNode::Pointer(to) => self.marks_of(to),
            CodeNode::Struct(nodes) => nodes.iter().for_each(|node| match node {
                Node::Mark(mark, span) => self.mark = (*mark, Some(*span)),
                Node::Item(item) => self.marks_of(item),
                Node::Space(_) | Node::Error(_) => {}
            }),
            _ => {}
        }
    }

    fn letter(&mut self, code: Code, span: Span) -> Option<Taken> {
        let info = code.info();
        let (mark, mark_span) = self.mark;
        let (Some(kind), Some(native)) = (info.kind, info.native(self.target)) else {
            return match (self.codes, code) {
                (Codes::Written, Code::Ucs2) => {
                    let wide = CType { size: WIDE, align: WIDE };
                    Some(self.scalar(ScalarKind::Ucs4, wide, info.count_meaning()))
                }
                _ => self.address(IndefiniteCode::Code(code), span),
            };
        };
        let size = match info.standard_size {
            _ if mark.is_native_size() => native,
            Some(size) => CType { size, align: 1 },
            None if self.codes == Codes::Written => native,
            None => {
                let mark_span = mark_span.unwrap_or(Span::empty(0));
                self.report(DiagnosticKind::NativeOnly { code, mark, mark_span }, span);
                return None;
            }
        };
        Some(self.scalar(kind, size, info.count_meaning()))
    }

    /// A code without an agreed size: an address where the one who wrote it had one, else nothing.
    fn address(&mut self, code: IndefiniteCode, span: Span) -> Option<Taken> {
        if self.codes == Codes::Agreed || code == IndefiniteCode::Code(Code::Bit) {
            self.report(DiagnosticKind::IndefiniteCode { code }, span);
            return None;
        }
        Some(self.scalar(ScalarKind::Pointer, self.target.pointer, CountMeaning::Repeat))
    }

    fn scalar(&mut self, kind: ScalarKind, CType { size, align }: CType, count: CountMeaning) -> Taken {
        let (mark, _) = self.mark;
        let is_aligned = mark.is_aligned() && self.reading != Reading::Packed;
        self.is_off_alignment |= mark.is_aligned() && !self.base.is_multiple_of(align.into());
        let scalar = Scalar::new(kind, size.into(), mark.byte_order(self.target.order)).under(mark);
        Taken {
            size: size.into(),
            align: if is_aligned { align.into() } else { 1 },
            kind: Some(Kind::Scalar(scalar)),
            fields: Vec::new(),
            count,
        }
    }
}

/// `sizeof(wchar_t)` outside Windows.
const WIDE: u8 = 4;

/// Where an item says that an array has no elements. The count of an unnamed item (`0i`) says only that it aligns.
fn zero_dimension(item: &Item, count: CountMeaning) -> Option<Span> {
    let mut dimensions: Vec<Count> = item.dimensions().collect();
    let is_array = item.name.is_some_and(|name| !name.text.is_empty()) || !dimensions.is_empty();
    if is_array && count == CountMeaning::Repeat {
        dimensions.extend(item.count());
    }
    dimensions.iter().find(|dimension| dimension.value == Some(0)).map(|dimension| dimension.span)
}

/// Whether an item is many values that take no bytes, of which there could be any number.
fn repeats_nothing(item: &Item, taken: &Taken) -> bool {
    let is_many = |count: Count| !matches!(count.value, Some(0 | 1));
    match taken.count {
        CountMeaning::Repeat => taken.size == 0 && item.dimensions().chain(item.count()).any(is_many),
        CountMeaning::Length => item.count().is_some_and(|n| n.value == Some(0)) && item.dimensions().any(is_many),
    }
}

/// Appends what an item takes to the struct it stands in, and gives the padding before it; `None` where a size no longer
/// fits.
fn add(item: &Item, taken: Taken, format: &Format, placed: &mut Placed) -> Option<usize> {
    let Taken { mut size, align, mut kind, fields, count } = taken;
    let name_span = item.name.map(|name| name.text).filter(|name| !name.is_empty());
    let written = match item.count() {
        Some(count) => Some(count.value?),
        None => None,
    };
    let mut shape: Vec<usize> = item.dimensions().map(|dimension| dimension.value).collect::<Option<_>>()?;
    let mut repeat = 1;
    if let Some(n) = written {
        match count {
            CountMeaning::Length => {
                size = size.checked_mul(n)?;
                kind = match kind {
                    Some(Kind::Scalar(scalar)) => Some(Kind::Scalar(Scalar::new(scalar.kind(), size, scalar.order()))),
                    other => other,
                };
            }
            // A named count is one field of that shape, and beside a shape it is the innermost dimension.
            CountMeaning::Repeat if name_span.is_some() || !shape.is_empty() => shape.push(n),
            CountMeaning::Repeat => repeat = n,
        }
    }
    let each = shape.iter().try_fold(size, |size, &n| size.checked_mul(n))?;
    let total = each.checked_mul(repeat)?;
    // The step to the alignment counts as well, and nothing may pass what `isize` holds.
    let offset = placed.size.checked_next_multiple_of(align)?;
    let end = offset.checked_add(total).filter(|&end| isize::try_from(end).is_ok())?;
    let gap = offset - placed.size;
    placed.size = end;
    placed.align = placed.align.max(align);
    let is_padding = matches!(&kind, Some(Kind::Scalar(s)) if s.kind() == ScalarKind::Void) && name_span.is_none();
    if let (Some(kind), false, false) = (kind, is_padding, repeat == 0) {
        let name = name_span.map_or(Name::NONE, |span| Name::new(&format.text()[span.range()]));
        placed.fields.push(Field::new(name, offset, kind, repeat, List::from(shape)));
        placed.origins.push(Origin { item: item.span, code: item.code_span, name: name_span, fields });
    }
    Some(gap)
}
