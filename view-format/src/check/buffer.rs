//! The layout of a buffer's elements: its format read in the way its writer meant it, its item size believed.
//!
//! # The rule
//!
//! 1. The [packed](Reading::Packed) reading holds, with what it leaves over added at the end: numpy, ctypes and pybind11
//!    write every gap as `x`, and numpy leaves out the padding at the end.
//! 2. Only where an item under `@` would lie off its alignment, which numpy writes under another mark, and another reading
//!    has exactly the size of the item, that one holds: somebody wrote the format by hand, for a C struct.
//! 3. A format that takes more bytes than the item has is refused.
//!
//! Where the string does not say enough for that, the answer has [doubts](BufferLayout::doubts).

use alloc::vec::Vec;

use super::place::Placement;
use super::reading::{Codes, Reading};
use super::{Checked, hidden};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::dialect::Dialect;
use crate::error::FormatError;
use crate::layout::{Kind, Layout};
use crate::order::Mark;
use crate::scalar::ScalarKind;
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Format, Item, Node, Part};
use crate::syntax::parse;
use crate::target::Target;

/// The layout of a buffer's elements, and how far the string can be trusted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BufferLayout {
    /// The layout, of exactly the item size of the buffer.
    pub layout: Layout,
    /// How the format was read.
    pub reading: Reading,
    /// Warnings about what the string does not hold, so that fields may lie elsewhere. Empty where the layout is certain:
    ///
    /// * [`HiddenPadding`](DiagnosticKind::HiddenPadding): structs in an array may be padded, which numpy does not write.
    ///   They are taken to be padded as C does it, if there is room for that.
    /// * [`MissingBytes`](DiagnosticKind::MissingBytes): the writer fills its formats up to the end, and this one ends
    ///   early. ctypes does so for unions and for what is derived from another structure.
    pub doubts: Vec<Diagnostic>,
}

impl Layout {
    /// The layout of the elements of a buffer that came with `format` and `itemsize`, as numpy, ctypes and others export
    /// them (`Py_buffer`). The item size is believed, since numpy does not write the padding at the end.
    ///
    /// Codes that have no agreed size have one here, since whoever exported the buffer had one: `O`, `&`, `X{}`, `z` and
    /// `Z` are addresses of the target's size, `u` is a `wchar_t` of 4 bytes, `P` and `g` are native after any mark. An array
    /// without elements, such as C's flexible array members, is no field, since it holds nothing.
    ///
    /// # Errors
    /// [`FormatError`] if the format cannot be read, or takes more than `itemsize` bytes.
    ///
    /// ```
    /// use view_format::{Layout, Target};
    ///
    /// // Three bytes of padding that numpy left out.
    /// let buffer = Layout::of_buffer("T{i:a:B:b:}", 8, &Target::LP64)?;
    /// assert_eq!(buffer.layout.size(), 8);
    /// assert!(buffer.doubts.is_empty());
    ///
    /// // Here they could be at the end of each `p`, and then the second `p` is not where it seems.
    /// let buffer = Layout::of_buffer("T{(2)T{i:x:B:y:}:p:}", 16, &Target::LP64)?;
    /// assert_eq!(buffer.doubts[0].to_string(), "2 structs may be padded by up to 3 bytes each");
    /// # Ok::<(), view_format::FormatError>(())
    /// ```
    pub fn of_buffer(format: &str, itemsize: usize, target: &Target) -> Result<BufferLayout, FormatError> {
        let parse = parse(format, Dialect::Pep3118);
        let read = |reading| parse.format.check_with(target, reading, Codes::Written);
        let Placement { checked, is_off_alignment, .. } = read(Reading::Packed);
        let refuse = |mut diagnostics: Vec<Diagnostic>| {
            diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
            diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            FormatError::new(format, diagnostics)
        };
        let mistakes = || parse.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        let Checked { layout: Some(packed), origins, .. } = checked else {
            return Err(refuse([parse.diagnostics, checked.diagnostics].concat()));
        };
        if mistakes() {
            return Err(refuse(parse.diagnostics));
        }
        if is_off_alignment && packed.size() != itemsize {
            for reading in [Reading::Padded, Reading::Aligned] {
                if let Some(layout) = read(reading).checked.layout.filter(|layout| layout.size() == itemsize) {
                    return Ok(BufferLayout { layout, reading, doubts: Vec::new() });
                }
            }
        }
        let whole = Span::new(0, format.len() as u32);
        if isize::try_from(itemsize).is_err() {
            return Err(refuse(alloc::vec![Diagnostic::new(DiagnosticKind::SizeOverflow, whole)]));
        }
        let Some(missing) = itemsize.checked_sub(packed.size()) else {
            let kind = DiagnosticKind::LargerThanItem { size: packed.size(), itemsize };
            return Err(refuse(alloc::vec![Diagnostic::new(kind, whole)]));
        };
        let mut doubts = Vec::new();
        let fills_ends = fills_ends(&parse.format, target);
        if missing > 0 && (fills_ends || !is_one_struct(parse.format.nodes()) || is_one_byte(&packed)) {
            let kind = DiagnosticKind::MissingBytes { size: packed.size(), itemsize };
            doubts.push(Diagnostic::new(kind, whole));
        }
        let filled = match fills_ends {
            true => packed,
            false => hidden::fill(packed, &origins, missing, target, &mut doubts),
        };
        doubts.sort_by_key(|doubt| doubt.span);
        Ok(BufferLayout { layout: filled.extended(itemsize), reading: Reading::Packed, doubts })
    }
}

/// Whether the format is one `T{...}`, as all that numpy and ctypes write for structures.
fn is_one_struct(nodes: &[Node]) -> bool {
    let mut items = nodes.iter().filter(|node| !matches!(node, Node::Space(_) | Node::Mark(..)));
    let first = items.next();
    items.next().is_none()
        && matches!(first, Some(Node::Item(item)) if matches!(item.code, CodeNode::Struct(_)) && item.parts.is_empty())
}

/// Whether it holds an unsigned byte and nothing else, which ctypes writes in place of a union.
fn is_one_byte(layout: &Layout) -> bool {
    match layout.fields() {
        [field] if layout.size() == 1 => match field.kind() {
            Kind::Scalar(scalar) => scalar.kind() == ScalarKind::Uint,
            Kind::Record(record) => is_one_byte(record),
        },
        _ => false,
    }
}

/// Whether it shows that its writer is not numpy, and so writes the padding at the end of a struct. numpy writes gaps as
/// single `x`, and `@` or `=` for the order of the machine, never `<` on a little-endian one.
fn fills_ends(format: &Format, target: &Target) -> bool {
    let is_foreign_mark =
        |mark: &Mark| mark.is_explicit() && (*mark == Mark::Network || mark.byte_order(target.order) == target.order);
    any(format.nodes(), &mut |node| match node {
        Node::Mark(mark, _) => is_foreign_mark(mark),
        Node::Item(item) => {
            is_counted_padding(item)
                || item.parts.iter().any(|part| matches!(part, Part::Mark(mark, _) if is_foreign_mark(mark)))
        }
        _ => false,
    })
}

fn is_counted_padding(item: &Item) -> bool {
    item.name.is_none()
        && item.count().is_some()
        && matches!(item.code, CodeNode::Code(code) if code == crate::Code::Pad)
}

/// Whether `is` holds for any node, those in structs included.
fn any(nodes: &[Node], is: &mut dyn FnMut(&Node) -> bool) -> bool {
    nodes.iter().any(|node| {
        is(node)
            || match node {
                Node::Item(item) => matches!(&item.code, CodeNode::Struct(inside) if any(inside, is)),
                _ => false,
            }
    })
}
