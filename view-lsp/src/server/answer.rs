//! What [`ide`](crate::ide) says, in the types of the protocol.

use gen_lsp_types as lsp;
use view_format::query::CompletionKind;

use super::capability::token_type;
use super::position::Lines;
use super::session::{Document, Session};
use crate::ide::{self, HighlightKind, HintKind};
use crate::source::SourceRange;

/// A document and a byte in it.
fn place<'s>(
    session: &'s Session<'_>,
    params: &lsp::TextDocumentPositionParams,
) -> Option<(&'s Document, Lines<'s>, u32)> {
    let document = session.document(&params.text_document.uri)?;
    let lines = session.lines(document);
    let offset = lines.offset(params.position) as u32;
    Some((document, lines, offset))
}

fn range(lines: &Lines<'_>, range: SourceRange) -> lsp::Range {
    lines.range(&range.range())
}

fn markup(value: String, is_markdown: bool) -> lsp::MarkupContent {
    lsp::MarkupContent { kind: if is_markdown { lsp::MarkupKind::Markdown } else { lsp::MarkupKind::PlainText }, value }
}

pub(super) fn hover(session: &Session<'_>, params: lsp::HoverParams) -> Option<lsp::Hover> {
    let (document, lines, offset) = place(session, &params.text_document_position_params)?;
    let hover = document.file().hover(offset)?;
    let is_markdown = session.client.has_markdown_hover;
    let contents = markup(hover_text(&hover, is_markdown), is_markdown);
    Some(lsp::Hover { contents: contents.into(), range: Some(range(&lines, hover.range)) })
}

/// What the code means, then the values, then the bytes.
fn hover_text(hover: &ide::Hover, is_markdown: bool) -> String {
    let words = |text: &str| match is_markdown {
        // Lines stay lines.
        true => escaped(text).replace('\n', "  \n"),
        false => text.into(),
    };
    let parts = [
        hover.meaning.as_deref().map(words),
        hover.values.as_deref().map(words),
        hover.picture.as_ref().map(|picture| match is_markdown {
            true => format!("```text\n{picture}\n```"),
            false => picture.clone(),
        }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// What Markdown would take for marks, outside of backticks.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for c in text.chars() {
        in_code ^= c == '`';
        if !in_code && matches!(c, '*' | '_' | '[' | ']' | '<' | '>' | '#' | '\\' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

pub(super) fn completion(session: &Session<'_>, params: lsp::CompletionParams) -> Option<lsp::CompletionResponse> {
    let (document, lines, offset) = place(session, &params.text_document_position_params)?;
    let all = document.file().completions(offset)?;
    let items = all.into_iter().enumerate().map(|(i, completion)| {
        let insert = &completion.edit.replacement;
        let is_snippet = session.client.has_snippets && completion.cursor < insert.len();
        let new_text = if is_snippet { snippet(insert, completion.cursor) } else { insert.clone() };
        let edit = lsp::TextEdit { range: range(&lines, completion.edit.range), new_text };
        lsp::CompletionItem {
            label: insert.clone(),
            kind: Some(match completion.kind {
                CompletionKind::Code => lsp::CompletionItemKind::Value,
                CompletionKind::Mark => lsp::CompletionItemKind::Operator,
                CompletionKind::Shape | CompletionKind::Struct => lsp::CompletionItemKind::Struct,
                CompletionKind::Name => lsp::CompletionItemKind::Field,
            }),
            detail: Some(completion.detail),
            // The order of the table of codes.
            sort_text: Some(format!("{i:03}")),
            filter_text: Some(insert.clone()),
            insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
            text_edit: Some(edit.into()),
            ..Default::default()
        }
    });
    // What fits, and what it would add, is another with each character.
    let list = lsp::CompletionList { is_incomplete: true, items: items.collect(), ..Default::default() };
    Some(list.into())
}

fn snippet(insert: &str, cursor: usize) -> String {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    let (before, after) = insert.split_at_checked(cursor).unwrap_or((insert, ""));
    format!("{}$0{}", escaped(before), escaped(after))
}

pub(super) fn hints(session: &Session<'_>, params: lsp::InlayHintParams) -> Option<Vec<lsp::InlayHint>> {
    let document = session.document(&params.text_document.uri)?;
    let lines = session.lines(document);
    let within = lines.span(params.range);
    let preferences = session.preferences;
    let is_wanted = |hint: &ide::Hint| match hint.kind {
        HintKind::Format => preferences.format_hints,
        HintKind::Target => preferences.target_hints,
        HintKind::Argument => preferences.argument_hints,
    };
    let hints = document.file().hints(within.start as u32..within.end as u32).into_iter().filter(is_wanted);
    let hints = hints.map(|hint| lsp::InlayHint {
        position: lines.position(hint.offset as usize),
        label: hint.label.into(),
        kind: match hint.kind {
            HintKind::Format => None,
            HintKind::Target => Some(lsp::InlayHintKind::Type),
            HintKind::Argument => Some(lsp::InlayHintKind::Parameter),
        },
        text_edits: None,
        tooltip: hint.tooltip.map(Into::into),
        padding_left: Some(hint.kind == HintKind::Format),
        padding_right: Some(hint.kind == HintKind::Argument),
        data: None,
    });
    Some(hints.collect())
}

pub(super) fn tokens(session: &Session<'_>, params: lsp::SemanticTokensParams) -> Option<lsp::SemanticTokens> {
    let document = session.document(&params.text_document.uri)?;
    Some(tokens_of(session, document, 0..document.text.as_str().len()))
}

pub(super) fn tokens_in_range(
    session: &Session<'_>,
    params: lsp::SemanticTokensRangeParams,
) -> Option<lsp::SemanticTokens> {
    let document = session.document(&params.text_document.uri)?;
    let within = session.lines(document).span(params.range);
    Some(tokens_of(session, document, within))
}

fn tokens_of(session: &Session<'_>, document: &Document, within: std::ops::Range<usize>) -> lsp::SemanticTokens {
    let lines = session.lines(document);
    let mut last = lsp::Position::default();
    let mut data = Vec::new();
    for token in document.file().tokens(within.start as u32..within.end as u32) {
        let text = lines.text.get(token.range.range()).unwrap_or_default();
        let Some(token_type) = token_type(token.kind).filter(|_| !text.contains('\n')) else { continue };
        let start = lines.position(token.range.start as usize);
        let is_same_line = start.line == last.line;
        data.push(lsp::SemanticToken {
            delta_line: start.line - last.line,
            delta_start: start.character - if is_same_line { last.character } else { 0 },
            length: lines.encoding.measure(text),
            token_type,
            token_modifiers_bitset: 0,
        });
        last = start;
    }
    lsp::SemanticTokens { result_id: None, data }
}

pub(super) fn highlights(
    session: &Session<'_>,
    params: lsp::DocumentHighlightParams,
) -> Option<Vec<lsp::DocumentHighlight>> {
    let (document, lines, offset) = place(session, &params.text_document_position_params)?;
    let found = document.file().highlights(offset)?.into_iter().map(|highlight| lsp::DocumentHighlight {
        range: range(&lines, highlight.range),
        kind: Some(match highlight.kind {
            HighlightKind::Item => lsp::DocumentHighlightKind::Text,
            HighlightKind::Read => lsp::DocumentHighlightKind::Read,
            HighlightKind::Write => lsp::DocumentHighlightKind::Write,
        }),
    });
    Some(found.collect())
}

pub(super) fn signature(session: &Session<'_>, params: lsp::SignatureHelpParams) -> Option<lsp::SignatureHelp> {
    let (document, _, offset) = place(session, &params.text_document_position_params)?;
    let signature = document.file().signature(offset)?;
    let is_markdown = session.client.has_markdown_signatures;
    // Labels are counted in UTF-16, whatever positions are counted in.
    let units = |at: usize| signature.label[..at].encode_utf16().count() as u32;
    let parameters = signature.parameters.iter().map(|parameter| lsp::ParameterInformation {
        label: match session.client.has_label_offsets {
            true => lsp::ParameterInformationLabel::Tuple((units(parameter.label.start), units(parameter.label.end))),
            false => signature.label[parameter.label.clone()].to_owned().into(),
        },
        documentation: Some(match is_markdown {
            true => markup(escaped(&parameter.documentation), true).into(),
            false => parameter.documentation.clone().into(),
        }),
    });
    let parameters: Vec<_> = parameters.collect();
    // One past the last is none of them: clients that know no `null` take 0 where nothing is said.
    let active = signature.active.unwrap_or(parameters.len()) as u32;
    Some(lsp::SignatureHelp {
        signatures: vec![lsp::SignatureInformation {
            label: signature.label.clone(),
            documentation: None,
            parameters: Some(parameters),
            active_parameter: None,
        }],
        active_signature: Some(0),
        active_parameter: Some(active.into()),
    })
}

pub(super) fn selections(session: &Session<'_>, params: lsp::SelectionRangeParams) -> Option<Vec<lsp::SelectionRange>> {
    let document = session.document(&params.text_document.uri)?;
    let lines = session.lines(document);
    let found: Vec<_> =
        params.positions.iter().map(|at| document.file().selections(lines.offset(*at) as u32)).collect();
    // Nothing to say about any of them; else there is one for each.
    found.iter().any(Option::is_some).then_some(())?;
    let nested = params.positions.iter().zip(found).map(|(at, ranges)| {
        let outer = ranges.into_iter().flatten().rev().fold(None, |parent, inner| {
            Some(lsp::SelectionRange { range: range(&lines, inner), parent: parent.map(Box::new) })
        });
        outer.unwrap_or(lsp::SelectionRange { range: lsp::Range { start: *at, end: *at }, parent: None })
    });
    Some(nested.collect())
}
