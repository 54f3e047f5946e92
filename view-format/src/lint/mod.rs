//! What is valid and may still surprise: [`Format::lint`]. `check` knows nothing of it, so that nothing fails on a lint.

#[cfg(test)]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;

use crate::check::Origin;
use crate::code::{Code, CodeInfo};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Lint};
use crate::layout::{Kind, Layout};
use crate::limit::MAX_DIAGNOSTICS;
use crate::order::Mark;
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Format, Item, Node, Part};
use crate::target::Target;

impl Format {
    /// What may surprise in a format that is valid on `target`: sizes, places and byte orders that differ between
    /// machines, padding that is not written, marks without effect. Nothing where the format cannot be used at all.
    ///
    /// What only matters to some is a [`Severity::Hint`](crate::Severity::Hint): the machine's own byte order, padding
    /// that is implied, padding at the end that C would have. Where there is a [fix](Diagnostic::fix), the format means
    /// the same on `target` with it, except that one for the end adds the padding.
    ///
    /// ```
    /// use view_format::{Dialect, Severity, Target, parse};
    ///
    /// let text = "Hxl";
    /// let lints = parse(text, Dialect::Struct).format.lint(&Target::LP64);
    /// let warnings: Vec<_> = lints.iter().filter(|lint| lint.severity() == Severity::Warning).collect();
    /// assert_eq!(warnings[0].to_string(), "padding that is written in part");
    /// assert_eq!(warnings[0].fix().unwrap().apply(text), "H6xl");
    /// assert_eq!(warnings[1].to_string(), "size of `l` differs between machines");
    /// ```
    pub fn lint(&self, target: &Target) -> Vec<Diagnostic> {
        let placement = self.place(target);
        let Some(layout) = placement.checked.layout.filter(|_| self.is_right) else { return Vec::new() };
        let sorted = |mut gaps: Vec<(Span, usize)>| {
            gaps.sort_unstable();
            gaps
        };
        let gaps_on = |target| sorted(self.place(target).gaps);
        let mut run = Run {
            format: self,
            target,
            layout: &layout,
            gaps: sorted(placement.gaps),
            wide: [gaps_on(&Target::ILP32), gaps_on(&Target::I386)],
            mark: Mark::Native,
            idle: None,
            order: Some(Span::empty(0)),
            has_tried_order: false,
            found: Vec::new(),
        };
        run.nodes(self.nodes());
        run.used_mark(false);
        run.ends(&layout, &placement.checked.origins);
        run.found.sort_by_key(|lint| lint.span);
        run.found.truncate(MAX_DIAGNOSTICS);
        run.found
    }
}

/// One walk over one format.
struct Run<'f> {
    format: &'f Format,
    target: &'f Target,
    layout: &'f Layout,
    /// Items with padding implied before them, in the order of the text.
    gaps: Vec<(Span, usize)>,
    /// The same where numbers of 8 bytes are aligned to 8, and to 4.
    wide: [Vec<(Span, usize)>; 2],
    mark: Mark,
    /// The mark in force, as long as no item is under it.
    idle: Option<(Mark, Span)>,
    /// Where the mark in force stands, as long as no order under it is reported.
    order: Option<Span>,
    has_tried_order: bool,
    found: Vec<Diagnostic>,
}

fn gap(gaps: &[(Span, usize)], item: Span) -> usize {
    gaps.binary_search_by_key(&item, |gap| gap.0).map_or(0, |at| gaps[at].1)
}

impl Run<'_> {
    fn report(&mut self, lint: Lint, span: Span) {
        self.found.push(Diagnostic::new(DiagnosticKind::Lint(lint), span));
    }

    fn nodes(&mut self, nodes: &[Node]) {
        // Padding that is written directly before the next item.
        let mut written: Option<(Span, usize)> = None;
        for node in nodes {
            match node {
                Node::Space(_) | Node::Error(_) => {}
                Node::Mark(mark, span) => self.set_mark(*mark, *span),
                Node::Item(item) => written = self.item(item, written),
            }
        }
    }

    /// The padding that the item is, if it is some.
    fn item(&mut self, item: &Item, written: Option<(Span, usize)>) -> Option<(Span, usize)> {
        for part in &item.parts {
            if let Part::Mark(mark, span) = part {
                self.set_mark(*mark, *span);
            }
        }
        self.gap(item, written);
        match &item.code {
            CodeNode::Code(code) => {
                self.used_mark(true);
                self.code(*code, item);
                let is_padding = *code == Code::Pad && item.name.is_none() && item.dimensions().next().is_none();
                let count = item.count().map_or(Some(1), |count| count.value)?;
                (is_padding && count > 0).then_some((item.span, count))
            }
            CodeNode::Struct(nodes) => {
                self.nodes(nodes);
                // Whether the struct is aligned hangs on the mark at its end.
                self.used_mark(true);
                None
            }
            _ => None,
        }
    }

    fn gap(&mut self, item: &Item, written: Option<(Span, usize)>) {
        let implied = gap(&self.gaps, item.span);
        let wide = self.wide.each_ref().map(|gaps| gap(gaps, item.span));
        match (item_code(item), written) {
            (Some(code), _) if is_wide(code) && wide[0] != wide[1] => {
                let bytes = (implied == wide[0] && implied > 0).then_some(implied);
                self.report(Lint::NativeAlignment { code, bytes }, item.span);
            }
            _ if implied == 0 => {}
            (_, Some((span, written))) => self.report(Lint::PartialPadding { written, implied }, span),
            (_, None) => self.report(Lint::ImplicitPadding { bytes: implied }, item.span),
        }
    }

    fn code(&mut self, code: Code, item: &Item) {
        let info = code.info();
        if matches!(code, Code::Bytes | Code::Pascal) && item.count().is_some_and(|count| count.value == Some(0)) {
            self.report(Lint::EmptyString { code }, item.span);
        }
        if self.mark.is_native_size()
            && let Some(lint) = native_size(info, self.target)
        {
            self.report(lint, item.code_span);
        }
        let size = info.standard_size.unwrap_or(2);
        let has_order = size > 1 && info.kind.is_some_and(|kind| kind.has_byte_order());
        if has_order
            && !self.mark.is_explicit()
            && let Some(span) = self.order.take()
        {
            let fixed = self.fixed_order(span);
            self.report(Lint::NativeOrder { mark: self.mark, fixed }, span);
        }
    }

    fn set_mark(&mut self, mark: Mark, span: Span) {
        self.used_mark(false);
        (self.mark, self.idle, self.order) = (mark, Some((mark, span)), Some(span));
    }

    /// The mark in force has an effect, or is at its end without one.
    fn used_mark(&mut self, is_used: bool) {
        if let Some((mark, span)) = self.idle.take()
            && !is_used
        {
            self.report(Lint::IdleMark { mark }, span);
        }
    }

    /// The mark of the target's order, if the format means the same with it. Tried once only for marks that sizes and
    /// alignment hang on, since it takes another reading of the whole text.
    fn fixed_order(&mut self, span: Span) -> Option<Mark> {
        let mark = Mark::from_char(self.target.order.mark())?;
        if self.mark == Mark::Standard {
            return Some(mark);
        }
        if core::mem::replace(&mut self.has_tried_order, true) {
            return None;
        }
        let text = self.format.text();
        let mut mended = String::from(&text[..span.range().start]);
        mended.push(mark.as_char());
        mended.push_str(&text[span.range().end..]);
        let again = Layout::parse_as(&mended, self.format.dialect(), self.target);
        (again.as_ref() == Ok(self.layout)).then_some(mark)
    }

    /// Padding at the end, of the whole format and of structs in arrays.
    fn ends(&mut self, layout: &Layout, origins: &[Origin]) {
        let text = self.format.text().trim_ascii_end();
        let end = text.len() - usize::from(self.is_unwrapped());
        self.end(layout, end as u32);
        self.array_ends(layout, origins);
    }

    /// Whether the layout is that of the one struct that the format is.
    fn is_unwrapped(&self) -> bool {
        let mut items = self.format.nodes().iter().filter_map(|node| match node {
            Node::Item(item) => Some(item),
            _ => None,
        });
        let first = items.next();
        items.next().is_none()
            && first.is_some_and(|item| {
                item.parts.is_empty() && item.name.is_none() && matches!(item.code, CodeNode::Struct(_))
            })
    }

    fn array_ends(&mut self, layout: &Layout, origins: &[Origin]) {
        for (field, origin) in layout.fields().iter().zip(origins) {
            if let Kind::Record(record) = field.kind() {
                if field.size() > record.size() {
                    self.end(record, origin.code.end - 1);
                }
                self.array_ends(record, &origin.fields);
            }
        }
    }

    fn end(&mut self, layout: &Layout, at: u32) {
        let (size, padded) = (layout.size(), layout.padded_size());
        if size < padded {
            self.report(Lint::EndPadding { size, padded }, Span::empty(at));
        }
    }
}

fn item_code(item: &Item) -> Option<Code> {
    match item.code {
        CodeNode::Code(code) => Some(code),
        _ => None,
    }
}

/// Whether 32-bit x86 aligns it otherwise than other machines do.
fn is_wide(code: Code) -> bool {
    let align = |target| code.info().native(target).map(|c| c.align);
    code.info().kind.is_some() && align(&Target::ILP32) != align(&Target::I386)
}

/// A native size that is another elsewhere, and a code that has the size of `target` everywhere.
fn native_size(info: &CodeInfo, target: &Target) -> Option<Lint> {
    let here = info.native(target)?;
    let sizes = Target::ALL.iter().filter_map(|(_, _, target)| info.native(target)).map(|c| c.size);
    let (least, most) = (sizes.clone().min()?, sizes.max()?);
    if least == most {
        return None;
    }
    let same = |other: &&CodeInfo| {
        other.kind == info.kind
            && Target::ALL.iter().all(|(_, _, target)| other.native(target).is_some_and(|c| c.size == here.size))
            && other.native(target) == Some(here)
    };
    let fixed = Code::all().iter().find(same).map(|other| other.code);
    Some(Lint::NativeSize { code: info.code, size: here.size, sizes: (least, most), fixed })
}
