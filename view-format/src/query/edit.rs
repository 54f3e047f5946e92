//! Edits that leave the meaning of a format as it is: counts written out or taken together, the byte order written down.

use alloc::format;

use crate::code::CountMeaning;
use crate::diagnostic::Fix;
use crate::dialect::Dialect;
use crate::layout::Layout;
use crate::order::{ByteOrder, Mark};
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Count, Format, Item, Node, Part};
use crate::target::Target;

/// The most codes that a count is written out to.
const WRITTEN_OUT: usize = 64;

impl Format {
    /// Writes the count of the item at `offset` out: `3h` as `hhh`. `None` where there is none, where it is a length, where
    /// the item is a struct or has a name or a shape, and where it would become too long to read.
    ///
    /// ```
    /// use view_format::{Dialect, parse};
    ///
    /// let format = parse("<i3h", Dialect::Struct).format;
    /// assert_eq!(format.expand_count(2).unwrap().apply(format.text()), "<ihhh");
    /// ```
    pub fn expand_count(&self, offset: u32) -> Option<Fix> {
        let items = siblings(self.nodes(), offset);
        let item = items.iter().filter_map(as_item).rfind(|item| item.span.touches(offset))?;
        let Repeated { count, .. } = Repeated::of(item)?;
        let code = &self.text()[item.code_span.range()];
        if !(2..=WRITTEN_OUT).contains(&count) || code.len() * count > 4 * WRITTEN_OUT {
            return None;
        }
        let replacement = code.repeat(count);
        Some(Fix { title: format!("write the count out: `{replacement}`"), span: item.span, replacement })
    }

    /// Takes the item at `offset` and its equal neighbours together under one count: `hhh` as `3h`. `None` where it has no
    /// such neighbours.
    ///
    /// ```
    /// use view_format::{Dialect, parse};
    ///
    /// let format = parse("<ihh 2h", Dialect::Struct).format;
    /// assert_eq!(format.fold_counts(2).unwrap().apply(format.text()), "<i4h");
    /// ```
    pub fn fold_counts(&self, offset: u32) -> Option<Fix> {
        let nodes = siblings(self.nodes(), offset);
        let at = nodes.iter().rposition(|node| as_item(node).is_some_and(|item| item.span.touches(offset)))?;
        let code = |item: &Item| &self.text()[item.code_span.range()];
        let first = code(as_item(&nodes[at])?);
        let same = |node: &Node| match node {
            Node::Space(_) => Some(0),
            Node::Item(item) if code(item) == first => Repeated::of(item).map(|repeated| repeated.count),
            _ => None,
        };
        let start = nodes[..at].iter().rposition(|node| same(node).is_none()).map_or(0, |i| i + 1);
        let end = at + nodes[at..].iter().position(|node| same(node).is_none()).unwrap_or(nodes.len() - at);
        let run = &nodes[start..end];
        let (mut items, mut total) = (0_usize, 0_usize);
        for item in run.iter().filter(|node| as_item(node).is_some()) {
            items += 1;
            total = total.checked_add(same(item)?)?;
        }
        let mut ends = run.iter().filter_map(as_item);
        let head = ends.next()?;
        let last = ends.next_back()?;
        isize::try_from(total).ok()?;
        let replacement = format!("{total}{first}");
        let title = format!("take {items} items together: `{replacement}`");
        Some(Fix { title, span: head.span.to(last.span), replacement })
    }

    /// Says which byte order it means, so that the bytes are the same on every machine: as it is on `target` with the byte
    /// order of that. Where sizes or gaps are not the standard ones, the format is written anew, with gaps as `x`.
    ///
    /// `None` where every byte order in it is written down, and where no format can say it: an address (`P`) has no size
    /// that holds everywhere.
    ///
    /// ```
    /// use view_format::{Dialect, Target, parse};
    ///
    /// let explicit = |text| {
    ///     let format = parse(text, Dialect::Struct).format;
    ///     format.explicit_order(&Target::LP64).map(|fix| fix.apply(text))
    /// };
    /// assert_eq!(explicit("=hi").as_deref(), Some("<hi"));
    /// assert_eq!(explicit("hh").as_deref(), Some("<hh"));
    /// assert_eq!(explicit("hi").as_deref(), Some("<h2xi"));
    /// assert_eq!(explicit("!hi"), None);
    /// ```
    pub fn explicit_order(&self, target: &Target) -> Option<Fix> {
        let layout = self.check(target).layout?;
        if !depends_on_target(self.nodes(), &mut Mark::Native) {
            return None;
        }
        let mark = match target.order {
            ByteOrder::Little => Mark::Little,
            ByteOrder::Big => Mark::Big,
        };
        let span = match self.nodes().first() {
            Some(Node::Mark(_, span)) => *span,
            _ => Span::empty(0),
        };
        let title = format!("say that it is {}", target.order);
        let short = Fix { title: title.clone(), span, replacement: format!("{mark}") };
        if self.still_means(&short, &layout) {
            return Some(short);
        }
        let replacement = match self.dialect() {
            Dialect::Struct => layout.to_struct_format(),
            Dialect::Pep3118 => layout.to_format(),
        }?;
        let fix = Fix { title, span: Span::new(0, self.text().len() as u32), replacement };
        self.still_means(&fix, &layout).then_some(fix)
    }

    /// Whether the edited text means `layout`, and that on every target.
    fn still_means(&self, fix: &Fix, layout: &Layout) -> bool {
        let format = crate::parse(&fix.apply(self.text()), self.dialect()).format;
        let elsewhere = [Target::LP64, Target::I386.big_endian()];
        !depends_on_target(format.nodes(), &mut Mark::Native)
            && elsewhere.iter().all(|target| format.check(target).layout.as_ref() == Some(layout))
    }
}

/// An item that is a code and perhaps a count, which repeats it.
struct Repeated {
    count: usize,
}

impl Repeated {
    fn of(item: &Item) -> Option<Repeated> {
        let is_repeat = match &item.code {
            CodeNode::Code(code) => code.info().count_meaning() == CountMeaning::Repeat,
            // Structs that repeat are aligned once and structs in a row each by itself, and marks in them stay in force.
            CodeNode::Struct(_) | CodeNode::Pointer(_) | CodeNode::Function | CodeNode::Error => false,
        };
        let count = match item.parts.as_slice() {
            [] => 1,
            [Part::Count(Count { value: Some(count), .. })] => *count,
            _ => return None,
        };
        (is_repeat && item.name.is_none() && count > 0).then_some(Repeated { count })
    }
}

/// The nodes of the innermost struct around `offset`.
fn siblings(nodes: &[Node], offset: u32) -> &[Node] {
    let inside = nodes.iter().filter_map(as_item).find_map(|item| match &item.code {
        CodeNode::Struct(nodes) if nodes.first().is_some_and(|first| first.span().start <= offset) => {
            nodes.last().filter(|last| offset <= last.span().end).map(|_| nodes)
        }
        _ => None,
    });
    inside.map_or(nodes, |nodes| siblings(nodes, offset))
}

fn as_item(node: &Node) -> Option<&Item> {
    match node {
        Node::Item(item) => Some(item),
        _ => None,
    }
}

/// Whether something stands under a mark that leaves the order, and perhaps sizes, to the target.
fn depends_on_target(nodes: &[Node], mark: &mut Mark) -> bool {
    nodes.iter().any(|node| match node {
        Node::Mark(new, _) => {
            *mark = *new;
            false
        }
        Node::Item(item) => {
            for part in &item.parts {
                if let Part::Mark(new, _) = part {
                    *mark = *new;
                }
            }
            match &item.code {
                CodeNode::Struct(nodes) => depends_on_target(nodes, mark),
                _ => !mark.is_explicit(),
            }
        }
        Node::Space(_) | Node::Error(_) => false,
    })
}
