//! The text of an expression that makes a string: literals in a row, f-strings, `+`, `%`, `*` and `.format`, with holes for
//! what is not known.

use ruff_python_ast::{Expr, ExprCall, FStringPart, InterpolatedStringElement, Operator, StringFlags};

use super::bind::{Bound, ScopeId};
use super::call::Finder;
use super::literal;
use crate::literal::{Fill, LiteralMap};
use crate::source::SourceRange;

/// The longest repeated text that is written out.
const WRITTEN_OUT: usize = 4096;

/// The text of an expression.
pub(super) struct Text {
    pub(super) map: LiteralMap,
    /// Whether a literal in it has no end.
    pub(super) is_cut: bool,
}

/// Whether the expression makes a string with some of its text in place.
pub(super) fn is_text(expr: &Expr) -> bool {
    match expr {
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::FString(_) => true,
        Expr::BinOp(binary) => match binary.op {
            Operator::Add => is_text(&binary.left) || is_text(&binary.right),
            Operator::Mod => is_text(&binary.left),
            Operator::Mult => is_text(&binary.left) || is_text(&binary.right),
            _ => false,
        },
        Expr::Call(call) => template(call).is_some(),
        _ => false,
    }
}

/// The string that `.format(...)` is called on.
fn template(call: &ExprCall) -> Option<&Expr> {
    let attribute = call.func.as_attribute_expr()?;
    (attribute.attr.as_str() == "format" && is_text(&attribute.value)).then_some(&*attribute.value)
}

impl<'a> Finder<'a> {
    /// The text of an expression; all of it a hole where nothing is known.
    pub(super) fn text(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Text {
        let place = self.range(expr, scope);
        let mut text = Text { map: LiteralMap::new(place.start), is_cut: false };
        let Some(depth) = depth.checked_sub(1) else {
            text.map.push_hole("{}", place, Fill::Open);
            return text;
        };
        match expr {
            Expr::StringLiteral(string) => {
                for part in &string.value {
                    text.add(literal::string(self.source, self.range(part, scope), part));
                }
            }
            Expr::BytesLiteral(bytes) => {
                for part in &bytes.value {
                    text.add(literal::bytes(self.source, self.range(part, scope), part));
                }
            }
            Expr::FString(string) => {
                for part in &string.value {
                    match part {
                        FStringPart::Literal(part) => {
                            text.add(literal::string(self.source, self.range(part, scope), part))
                        }
                        FStringPart::FString(part) => {
                            let is_raw = part.flags.prefix().is_raw();
                            for element in &part.elements {
                                self.element(element, is_raw, scope, depth, &mut text);
                            }
                            text.is_cut |= part.flags.is_unclosed();
                        }
                    }
                }
            }
            Expr::BinOp(binary) if binary.op == Operator::Add && is_text(expr) => {
                for side in [&binary.left, &binary.right] {
                    let side = self.text(side, scope, depth);
                    text.map.extend(side.map);
                    text.is_cut |= side.is_cut;
                }
            }
            Expr::BinOp(binary) if binary.op == Operator::Mod && is_text(&binary.left) => {
                let template = self.text(&binary.left, scope, depth);
                text.is_cut = template.is_cut;
                text.map = self.percent(&template.map, &binary.right, scope, depth);
            }
            Expr::Call(call) if template(call).is_some() => {
                if let Some(template) = template(call) {
                    let template = self.text(template, scope, depth);
                    text.is_cut = template.is_cut;
                    text.map = self.braces(&template.map, call, scope, depth);
                }
            }
            _ => {
                // A number cannot be added to a string, so it is none.
                let fill = match self.fill(expr, scope, depth) {
                    Fill::Count => Fill::Open,
                    fill => fill,
                };
                text.map.push_hole(&self.placeholder(place), place, fill);
            }
        }
        text
    }

    fn element(
        &mut self,
        element: &'a InterpolatedStringElement,
        is_raw: bool,
        scope: ScopeId,
        depth: usize,
        text: &mut Text,
    ) {
        match element {
            InterpolatedStringElement::Literal(part) => {
                text.map.extend(literal::element(self.source, self.range(part, scope), part, is_raw));
            }
            InterpolatedStringElement::Interpolation(hole) => {
                let place = self.range(hole, scope);
                let fill = match &hole.format_spec {
                    None => self.fill(&hole.expression, scope, depth),
                    Some(spec) if self.source.get(self.range(&**spec, scope).range()) == Some("d") => Fill::Count,
                    Some(_) => Fill::Open,
                };
                let placeholder = self.source.get(place.range()).unwrap_or("{}").to_owned();
                text.map.push_hole(&placeholder, place, fill);
            }
        }
    }

    /// What an unknown part is shown as.
    fn placeholder(&self, place: SourceRange) -> String {
        match self.source.get(place.range()) {
            Some(written) if written.len() <= 40 && !written.contains(['\n', '\r']) => format!("{{{written}}}"),
            _ => "{...}".into(),
        }
    }

    /// What may stand in the place of an expression.
    fn fill(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Fill {
        if let Some(number) = self.integer(expr, scope, depth) {
            return Fill::OneOf(vec![number.to_string()]);
        }
        if let Some(texts) = self.known_texts(expr, scope, depth) {
            return Fill::OneOf(texts);
        }
        match expr {
            Expr::BinOp(binary) => match binary.op {
                Operator::Mult if is_text(&binary.left) || is_text(&binary.right) => Fill::Items,
                Operator::Sub | Operator::FloorDiv | Operator::Pow | Operator::LShift | Operator::RShift => Fill::Count,
                Operator::Add => match [&binary.left, &binary.right].iter().any(|side| side.is_number_literal_expr()) {
                    true => Fill::Count,
                    false => Fill::Open,
                },
                _ => Fill::Open,
            },
            Expr::Call(call) => match &*call.func {
                Expr::Name(name) if name.id == "len" || name.id == "int" => Fill::Count,
                _ => Fill::Open,
            },
            Expr::Name(name) => by_name(name.id.as_str()),
            Expr::Attribute(attribute) => by_name(attribute.attr.as_str()),
            _ => Fill::Open,
        }
    }

    /// The texts that an expression may be, where all of them stand in the source.
    fn known_texts(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<Vec<String>> {
        let depth = depth.checked_sub(1)?;
        let both = |mut one: Vec<String>, other: Vec<String>| {
            one.extend(other);
            one
        };
        match expr {
            Expr::If(test) => {
                let (body, orelse) =
                    (self.known_texts(&test.body, scope, depth)?, self.known_texts(&test.orelse, scope, depth)?);
                Some(both(body, orelse))
            }
            Expr::BinOp(binary) if binary.op == Operator::Mult => {
                let (text, times) = match is_text(&binary.left) {
                    true => (&binary.left, &binary.right),
                    false => (&binary.right, &binary.left),
                };
                let times = usize::try_from(self.integer(times, scope, depth)?).ok()?;
                let texts = self.known_texts(text, scope, depth)?;
                let repeated =
                    |text: String| (text.len().checked_mul(times)? <= WRITTEN_OUT).then(|| text.repeat(times));
                texts.into_iter().map(repeated).collect()
            }
            _ if is_text(expr) => {
                let text = self.text(expr, scope, depth);
                (text.map.is_whole() && !text.is_cut).then(|| vec![text.map.text().to_owned()])
            }
            Expr::Name(name) => {
                let bound = self.names.lookup(name.id.as_str(), scope)?;
                self.bound_texts(bound, depth)
            }
            Expr::Attribute(attribute) => match self.value(&attribute.value, scope, depth)? {
                super::value::Value::Class(class) => {
                    let names = self.names;
                    let bound = names.attribute(class, attribute.attr.as_str())?;
                    self.bound_texts(std::slice::from_ref(bound), depth)
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn bound_texts(&mut self, bound: &[Bound<'a>], depth: usize) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        for bound in bound.iter().take(8) {
            match bound {
                Bound::Value(expr, scope) => texts.extend(self.known_texts(expr, *scope, depth)?),
                _ => return None,
            }
        }
        (bound.len() <= 8 && !texts.is_empty()).then_some(texts)
    }

    /// `"%ds" % n`
    fn percent(&mut self, template: &LiteralMap, right: &'a Expr, scope: ScopeId, depth: usize) -> LiteralMap {
        let arguments: Vec<&'a Expr> = match right {
            Expr::Tuple(tuple) => tuple.elts.iter().collect(),
            _ => vec![right],
        };
        let mut arguments = arguments.into_iter();
        let mut is_certain = !right.is_dict_expr();
        template.rewrite('%', |text| {
            let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%')?;
            // `%(name)s`
            let end = match text.starts_with('(') {
                true => {
                    is_certain = false;
                    let close = text.find(')')?;
                    close + text[close..].find(|c: char| c.is_ascii_alphabetic())?
                }
                false => end,
            };
            let kind = text[end..].chars().next()?;
            if kind == '%' {
                return Some((end + 1, None));
            }
            let argument = if is_certain { arguments.next() } else { None };
            is_certain &= !argument.is_some_and(Expr::is_starred_expr);
            let fill = match (kind, argument) {
                ('d' | 'i' | 'u' | 's', Some(argument)) if end == 0 && is_certain => {
                    match self.fill(argument, scope, depth) {
                        Fill::OneOf(texts) => Fill::OneOf(texts),
                        _ if kind != 's' => Fill::Count,
                        fill => fill,
                    }
                }
                ('d' | 'i' | 'u', _) => Fill::Count,
                _ => Fill::Open,
            };
            Some((end + 1, Some(fill)))
        })
    }

    /// `"{}s".format(n)`
    fn braces(&mut self, template: &LiteralMap, call: &'a ExprCall, scope: ScopeId, depth: usize) -> LiteralMap {
        let mut next = 0;
        let mut rewritten = template.rewrite('{', |text| {
            if text.starts_with('{') {
                return Some((1, None));
            }
            let close = text.find('}')?;
            let (name, spec) = text[..close].split_once(':').unwrap_or((&text[..close], ""));
            let is_starred = call.arguments.args.iter().any(Expr::is_starred_expr);
            let argument = match name.parse::<usize>() {
                _ if is_starred => None,
                Ok(position) => call.arguments.args.get(position),
                Err(_) if name.is_empty() => {
                    next += 1;
                    call.arguments.args.get(next - 1)
                }
                Err(_) => {
                    let named =
                        |keyword: &&ruff_python_ast::Keyword| keyword.arg.as_ref().is_some_and(|arg| arg == name);
                    call.arguments.keywords.iter().find(named).map(|keyword| &keyword.value)
                }
            };
            let fill = match (spec, argument) {
                ("", Some(argument)) => self.fill(argument, scope, depth),
                ("d", _) => Fill::Count,
                _ => Fill::Open,
            };
            Some((close + 1, Some(fill)))
        });
        rewritten = rewritten.rewrite('}', |text| text.starts_with('}').then_some((1, None)));
        rewritten
    }
}

impl Text {
    fn add(&mut self, (map, is_cut): (LiteralMap, bool)) {
        self.map.extend(map);
        self.is_cut |= is_cut;
    }
}

/// What people call it.
fn by_name(name: &str) -> Fill {
    let name = name.trim_start_matches('_').to_ascii_lowercase();
    let name = name.as_str();
    let words = || name.split('_');
    let counts = ["n", "num", "count", "cnt", "length", "len", "size", "nbytes", "width"];
    if name.contains("endian") || name.contains("byteorder") || name.contains("byte_order") {
        Fill::Order
    } else if words().next().is_some_and(|word| counts.contains(&word))
        || words().next_back().is_some_and(|word| counts.contains(&word))
    {
        Fill::Count
    } else {
        Fill::Open
    }
}
