//! A colon too few or too many: all that follows is read as what it is not, and every bit of it is a mistake. One is told.

use view_format::diagnostic::Label;
use view_format::syntax::ast::{CodeNode, Format, Node};
use view_format::{Diagnostic, Span};

use crate::literal::FormatLiteral;
use crate::report::Report;

/// The first name of a broken format that can hardly be one, where no mistake stands before it: in `h:x h:y:` it is `x h`.
pub(super) fn misread(format: &Format, diagnostics: &[Diagnostic]) -> Option<Span> {
    let first = diagnostics.first()?.span.start;
    let name = odd_name(format.nodes(), format.text())?;
    (name.start < first).then_some(name)
}

fn odd_name(nodes: &[Node], text: &str) -> Option<Span> {
    nodes.iter().find_map(|node| {
        let Node::Item(item) = node else { return None };
        let inside = match &item.code {
            CodeNode::Struct(nodes) => odd_name(nodes, text),
            _ => None,
        };
        // Names with blanks are good in other places, and then nothing after them is wrong.
        inside
            .or_else(|| item.name.map(|name| name.text).filter(|name| text[name.range()].contains(char::is_whitespace)))
    })
}

pub(super) fn report(name: Span, literal: &FormatLiteral, report: &mut Report) {
    let read = &literal.text()[name.range()];
    literal.draw(
        &format!("`{}` is read as a name: a colon is missing, or one is too many", read.escape_debug()),
        &[Label { span: name, text: "between two colons".into(), is_primary: true }],
        Some("a name has a colon before it and one after it, `h:x: h:y:`; a code without a name has none"),
        report,
    );
}
