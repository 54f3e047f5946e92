//! What is known of an argument: its value as packing sees it, and how many bytes it is.

use ruff_python_ast::{Arguments, Expr, ExprSlice, Keyword, Number, Operator, UnaryOp};
use view_format::rule::Given;

use super::bind::{Bound, ScopeId};
use super::call::Finder;
use super::value::{DEPTH, Value, format_argument};
use crate::site::{Argument, Length, Operation};

/// How a call is given its format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FormatArgument {
    /// As the first argument.
    First,
    /// As `format=`.
    Keyword,
    /// Not at all: the object has it.
    None,
}

impl<'a> Finder<'a> {
    /// The arguments of a call of an operation, those before its `format` and that itself left out.
    pub(super) fn arguments(
        &mut self,
        arguments: &'a Arguments,
        format: FormatArgument,
        operation: Operation,
        scope: ScopeId,
    ) -> Vec<Argument> {
        let positional = arguments.args.iter().skip(usize::from(format == FormatArgument::First));
        let positional = positional.map(|arg| (None, arg));
        let is_format = |keyword: &&Keyword| {
            format == FormatArgument::Keyword && keyword.arg.as_ref().is_some_and(|name| name == "format")
        };
        let named = arguments.keywords.iter().filter(|keyword| !is_format(keyword));
        let named = named.map(|keyword| (Some(keyword.arg.as_ref().map(|arg| arg.to_string())), &keyword.value));
        positional
            .chain(named)
            .enumerate()
            .map(|(at, (keyword, expr)): (usize, (Option<Option<String>>, &'a Expr))| {
                let is_starred = expr.is_starred_expr() || keyword == Some(None);
                // To find out what nobody asks for takes as long as all the rest of a call.
                let is_data = at == 0 && operation.takes_data() && !is_starred;
                let is_offset = at == 1 && operation.takes_offset();
                Argument {
                    range: self.range(expr, scope),
                    keyword: keyword.flatten(),
                    is_starred,
                    value: if is_starred { None } else { self.given(expr, scope, DEPTH) },
                    length: if is_data { self.length(expr, scope, DEPTH) } else { None },
                    integer: if is_offset { self.integer(expr, scope, DEPTH) } else { None },
                }
            })
            .collect()
    }

    /// The value of an expression as packing sees it.
    pub(super) fn given(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<Given> {
        let depth = depth.checked_sub(1)?;
        Some(match expr {
            Expr::NumberLiteral(number) => match &number.value {
                Number::Int(int) => Given::Integer(int.as_u64().map_or(i128::MAX, i128::from)),
                Number::Float(float) => Given::Float(*float),
                Number::Complex { real, imag } => Given::Complex(*real, *imag),
            },
            Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => match self.given(&unary.operand, scope, depth)? {
                Given::Integer(i128::MAX) => Given::Integer(i128::MIN),
                Given::Integer(int) => Given::Integer(-int),
                Given::Float(float) => Given::Float(-float),
                _ => return None,
            },
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => return None,
            Expr::BooleanLiteral(truth) => Given::Bool(truth.value),
            Expr::StringLiteral(string) => Given::Characters(string.value.chars().count()),
            Expr::FString(_) => Given::Characters(0),
            Expr::BytesLiteral(bytes) => Given::Bytes(bytes.value.bytes().count()),
            Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::Tuple(_)
            | Expr::List(_)
            | Expr::Dict(_)
            | Expr::Set(_)
            | Expr::ListComp(_)
            | Expr::SetComp(_)
            | Expr::DictComp(_)
            | Expr::Generator(_)
            | Expr::Lambda(_) => Given::Other,
            Expr::Name(name) => match self.names.lookup(name.id.as_str(), scope)? {
                // Only constants of this source: a local name bound once may be bound in a branch that never runs.
                [Bound::Value(value, scope)] if is_constant(value) => self.given(value, *scope, depth)?,
                _ => return None,
            },
            Expr::BinOp(_) => Given::Integer(self.integer(expr, scope, depth)?),
            _ => return None,
        })
    }

    /// How many bytes an expression is.
    pub(super) fn length(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<Length> {
        let depth = depth.checked_sub(1)?;
        match expr {
            Expr::BytesLiteral(bytes) => Some(Length::Exactly(bytes.value.bytes().count())),
            Expr::Subscript(subscript) => match &*subscript.slice {
                Expr::Slice(slice) => self.slice(slice, scope, depth),
                _ => None,
            },
            Expr::Call(call) => {
                let first = call.arguments.args.first();
                let is_only = call.arguments.args.len() == 1 && call.arguments.keywords.is_empty();
                if let Expr::Attribute(attribute) = &*call.func
                    && attribute.attr.as_str() == "read"
                    && is_only
                {
                    let argument = first?;
                    let most = usize::try_from(self.integer(argument, scope, depth)?).ok()?;
                    let number = argument.is_number_literal_expr().then(|| self.range(argument, scope));
                    return Some(Length::AtMost { most, number });
                }
                match self.value(&call.func, scope, depth)? {
                    Value::Path(path)
                        if is_only && (path.is("builtins", "bytes") || path.is("builtins", "bytearray")) =>
                    {
                        match self.integer(first?, scope, depth) {
                            Some(size) => Some(Length::Exactly(usize::try_from(size).ok()?)),
                            None => self.length(first?, scope, depth),
                        }
                    }
                    Value::Path(path) if path.is("struct", "pack") => {
                        let formats = self.formats(format_argument(call)?, scope, depth);
                        self.packed(&formats)
                    }
                    Value::Method(formats, Operation::Pack) => self.packed(&formats),
                    _ => None,
                }
            }
            Expr::BinOp(binary) if binary.op == Operator::Add => {
                let (left, right) =
                    (self.length(&binary.left, scope, depth)?, self.length(&binary.right, scope, depth)?);
                left.plus(right)
            }
            Expr::BinOp(binary) if binary.op == Operator::Mult => {
                let (bytes, times) = match &*binary.left {
                    Expr::BytesLiteral(_) => (&binary.left, &binary.right),
                    _ => (&binary.right, &binary.left),
                };
                let Expr::BytesLiteral(bytes) = &**bytes else { return None };
                let times = usize::try_from(self.integer(times, scope, depth)?).ok()?;
                Some(Length::Exactly(bytes.value.bytes().count().checked_mul(times)?))
            }
            Expr::Name(name) => match self.names.lookup(name.id.as_str(), scope)? {
                [Bound::Value(value, scope)] => self.length(value, *scope, depth),
                _ => None,
            },
            _ => None,
        }
    }

    fn packed(&mut self, formats: &super::value::Formats) -> Option<Length> {
        let size = self.sites[formats.one()?].outline(&view_format::Target::LP64).size?;
        Some(Length::Exactly(size))
    }

    /// `[2:6]`, `[-4:]`, `[at:at + 4]`
    fn slice(&mut self, slice: &'a ExprSlice, scope: ScopeId, depth: usize) -> Option<Length> {
        if slice.step.is_some() {
            return None;
        }
        let (lower, upper) = (slice.lower.as_deref(), slice.upper.as_deref());
        let start = match lower {
            Some(lower) => self.linear(lower, scope, depth)?,
            None => ("", 0),
        };
        let Some(upper) = upper else {
            // The last bytes.
            let last = (start.0.is_empty() && start.1 < 0).then_some(-start.1)?;
            return Some(Length::AtMost { most: usize::try_from(last).ok()?, number: None });
        };
        let end = self.linear(upper, scope, depth)?;
        // Negative ends count from the other side.
        let is_same_side = start.0 == end.0 && (!start.0.is_empty() || (start.1 < 0) == (end.1 < 0));
        let most = usize::try_from(end.1.checked_sub(start.1)?).ok()?;
        let number = (lower.is_none() && upper.is_number_literal_expr()).then(|| self.range(upper, scope));
        is_same_side.then_some(Length::AtMost { most, number })
    }

    /// An expression as a name and a number that is added to it.
    fn linear(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<(&'a str, i128)> {
        let depth = depth.checked_sub(1)?;
        if let Some(number) = self.integer(expr, scope, depth) {
            return Some(("", number));
        }
        match expr {
            Expr::Name(_) | Expr::Attribute(_) => Some((self.source.get(self.range(expr, scope).range())?, 0)),
            Expr::BinOp(binary) => {
                let right = self.linear(&binary.right, scope, depth)?;
                let left = self.linear(&binary.left, scope, depth)?;
                match binary.op {
                    Operator::Add if right.0.is_empty() => Some((left.0, left.1.checked_add(right.1)?)),
                    Operator::Add if left.0.is_empty() => Some((right.0, left.1.checked_add(right.1)?)),
                    Operator::Sub if right.0.is_empty() => Some((left.0, left.1.checked_sub(right.1)?)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Whether it is a literal, perhaps with a sign.
fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::UnaryOp(unary) => unary.op == UnaryOp::USub && is_constant(&unary.operand),
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => true,
        _ => false,
    }
}

impl Length {
    fn plus(self, other: Length) -> Option<Length> {
        let parts = |length| match length {
            Length::Exactly(n) => (n, true),
            Length::AtMost { most, .. } => (most, false),
        };
        let ((a, is_exact), (b, is_other_exact)) = (parts(self), parts(other));
        let sum = a.checked_add(b)?;
        Some(if is_exact && is_other_exact { Length::Exactly(sum) } else { Length::AtMost { most: sum, number: None } })
    }
}
