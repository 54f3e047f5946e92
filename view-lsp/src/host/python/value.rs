//! What an expression is, as far as it can be told without running the program.

use ruff_python_ast::{Expr, ExprCall, Number, Operator, UnaryOp};
use smallvec::SmallVec;

use super::bind::{Bound, ScopeId};
use super::call::Finder;
use crate::site::Operation;

/// How far names are followed.
pub(super) const DEPTH: usize = 12;

/// A module, or something in one: `struct.unpack`. What no import binds is in `builtins`.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Path<'a> {
    /// With dots between them; the first may have dots of its own.
    parts: SmallVec<[&'a str; 4]>,
}

impl<'a> Path<'a> {
    fn new(parts: &[&'a str]) -> Path<'a> {
        Path { parts: SmallVec::from_slice(parts) }
    }

    fn then(mut self, name: &'a str) -> Path<'a> {
        self.parts.push(name);
        self
    }

    /// Whether it is `module.name`.
    pub(super) fn is(&self, module: &str, name: &str) -> bool {
        self.within(module) == Some(name)
    }

    /// Its name in a module.
    pub(super) fn within(&self, module: &str) -> Option<&'a str> {
        match *self.parts {
            [path] => path.strip_prefix(module)?.strip_prefix('.'),
            [first, name] if first == module => Some(name),
            _ => None,
        }
    }

    /// Whether it has this name in a module of a package or in one below it.
    pub(super) fn is_somewhere_in(&self, package: &str, name: &str) -> bool {
        let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) else { return false };
        let is_of_package = first.split('.').next() == Some(package);
        let is_long = self.parts.len() > 1 || first.contains('.');
        is_of_package && is_long && last.rsplit('.').next() == Some(name)
    }
}

/// The value of an expression.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Value<'a> {
    /// What an import or nothing in the source binds.
    Path(Path<'a>),
    /// The class's own object or the class itself.
    Class(ScopeId),
    /// An object made by `Struct(format)`.
    Struct(Formats),
    /// A method of one.
    Method(Formats, Operation),
    /// The tuple that a call of `unpack` gives, or what `iter_unpack` gives.
    Unpacked { site: usize, index: usize },
    /// A memoryview: the format that its elements have, where that is certain.
    Memoryview(Elements),
    /// Its method `cast`.
    Cast(Elements),
    /// A whole number.
    Integer(i128),
}

/// The sites that an expression may be the format of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Formats {
    pub(super) sites: SmallVec<[usize; 2]>,
    /// Whether it is surely the one of them.
    pub(super) is_certain: bool,
}

impl Formats {
    /// The one site that it surely is.
    pub(super) fn one(&self) -> Option<usize> {
        match self.sites.as_slice() {
            [site] if self.is_certain => Some(*site),
            _ => None,
        }
    }
}

/// What the elements of a memoryview are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Elements {
    /// Bytes.
    Bytes,
    /// Something else, after a cast.
    Numbers,
    /// Not known.
    Any,
}

impl<'a> Finder<'a> {
    pub(super) fn value(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<Value<'a>> {
        let depth = depth.checked_sub(1)?;
        match expr {
            Expr::Name(name) => {
                let (names, name) = (self.names, name.id.as_str());
                match names.lookup(name, scope) {
                    None => Some(Value::Path(Path::new(&["builtins", name]))),
                    Some(bound) => self.bound(bound, depth),
                }
            }
            Expr::Attribute(attribute) => {
                let name = attribute.attr.as_str();
                match self.value(&attribute.value, scope, depth)? {
                    Value::Path(path) => Some(Value::Path(path.then(name))),
                    Value::Class(class) => {
                        let names = self.names;
                        let bound = names.attribute(class, name)?;
                        self.bound(std::slice::from_ref(bound), depth)
                    }
                    Value::Struct(formats) => match name {
                        "size" => self.size(&formats),
                        _ => Some(Value::Method(formats, method(name)?)),
                    },
                    Value::Memoryview(elements) if name == "cast" => Some(Value::Cast(elements)),
                    _ => None,
                }
            }
            Expr::Call(call) => self.called(call, scope, depth),
            Expr::Subscript(subscript) if subscript.slice.is_slice_expr() => {
                match self.value(&subscript.value, scope, depth)? {
                    view @ Value::Memoryview(_) => Some(view),
                    _ => None,
                }
            }
            Expr::Named(named) => self.value(&named.value, scope, depth),
            Expr::NumberLiteral(number) => match &number.value {
                Number::Int(int) => int.as_u64().map(|int| Value::Integer(int.into())),
                _ => None,
            },
            Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => {
                let number = self.integer(&unary.operand, scope, depth)?;
                Some(Value::Integer(number.checked_neg()?))
            }
            Expr::BinOp(binary) => {
                let operate = match binary.op {
                    Operator::Add => i128::checked_add,
                    Operator::Sub => i128::checked_sub,
                    Operator::Mult => i128::checked_mul,
                    Operator::FloorDiv => |a: i128, b: i128| if b > 0 { a.checked_div_euclid(b) } else { None },
                    Operator::LShift => |a: i128, b: i128| {
                        let power = 2_i128.checked_pow(u32::try_from(b).ok()?)?;
                        a.checked_mul(power)
                    },
                    Operator::Pow => |a: i128, b: i128| a.checked_pow(u32::try_from(b).ok()?),
                    _ => return None,
                };
                let (left, right) =
                    (self.integer(&binary.left, scope, depth)?, self.integer(&binary.right, scope, depth)?);
                operate(left, right).map(Value::Integer)
            }
            _ => None,
        }
    }

    /// The whole number that an expression is.
    pub(super) fn integer(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<i128> {
        match self.value(expr, scope, depth)? {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    fn bound(&mut self, bound: &'a [Bound<'a>], depth: usize) -> Option<Value<'a>> {
        match bound {
            [Bound::Value(expr, scope)] => self.value(expr, *scope, depth),
            [Bound::Class(class) | Bound::SelfOf(class)] => Some(Value::Class(*class)),
            [Bound::Import(first), rest @ ..] => {
                // `except ImportError: struct = None`: what is called was there.
                let is_same = |other: &Bound<'a>| match other {
                    Bound::Import(path) => path == first,
                    Bound::Value(value, _) => value.is_none_literal_expr(),
                    _ => false,
                };
                rest.iter().all(is_same).then(|| Value::Path(Path::new(&[first])))
            }
            _ => None,
        }
    }

    /// What a call gives.
    fn called(&mut self, call: &'a ExprCall, scope: ScopeId, depth: usize) -> Option<Value<'a>> {
        let callee = self.value(&call.func, scope, depth)?;
        match callee {
            Value::Path(ref path) if path.is("builtins", "memoryview") => {
                Some(Value::Memoryview(match call.arguments.args.first() {
                    Some(Expr::BytesLiteral(_)) => Elements::Bytes,
                    Some(Expr::Call(inner)) => match self.value(&inner.func, scope, depth) {
                        Some(Value::Path(path)) if path.is("builtins", "bytes") || path.is("builtins", "bytearray") => {
                            Elements::Bytes
                        }
                        _ => Elements::Any,
                    },
                    _ => Elements::Any,
                }))
            }
            Value::Path(ref path) => match function(path)? {
                Operation::Compile => Some(Value::Struct(self.formats(format_argument(call)?, scope, depth))),
                Operation::Calcsize => {
                    let formats = self.formats(format_argument(call)?, scope, depth);
                    self.size(&formats)
                }
                operation if operation.unpacks() => self.unpacked(call, callee, scope),
                _ => None,
            },
            Value::Method(_, operation) if operation.unpacks() => self.unpacked(call, callee, scope),
            Value::Cast(_) => Some(Value::Memoryview(self.cast_elements(call))),
            _ => None,
        }
    }

    fn unpacked(&mut self, call: &'a ExprCall, callee: Value<'a>, scope: ScopeId) -> Option<Value<'a>> {
        let (site, index) = self.call(call, Some(callee), scope)?;
        Some(Value::Unpacked { site, index })
    }

    /// What the elements are after a cast.
    fn cast_elements(&self, call: &'a ExprCall) -> Elements {
        match call.arguments.args.first() {
            Some(Expr::StringLiteral(literal)) => match literal.value.to_str().trim_start_matches('@') {
                "B" | "b" | "c" => Elements::Bytes,
                _ => Elements::Numbers,
            },
            _ => Elements::Any,
        }
    }

    /// `calcsize`, where it is the same on all machines.
    fn size(&mut self, formats: &Formats) -> Option<Value<'a>> {
        let site = &self.sites[formats.one()?];
        let mut sizes = view_format::Target::ALL.iter().map(|(_, _, target)| site.outline(target).size);
        let first = sizes.next()??;
        sizes.all(|size| size == Some(first)).then_some(Value::Integer(first as i128))
    }
}

/// The format that a function of `struct` is called with.
pub(super) fn format_argument(call: &ExprCall) -> Option<&Expr> {
    let keyword = || {
        let named = |keyword: &&ruff_python_ast::Keyword| keyword.arg.as_ref().is_some_and(|name| name == "format");
        call.arguments.keywords.iter().find(named).map(|keyword| &keyword.value)
    };
    call.arguments.args.first().filter(|first| !first.is_starred_expr()).or_else(keyword)
}

/// The method of a `Struct`.
fn method(name: &str) -> Option<Operation> {
    Some(match name {
        "pack" => Operation::Pack,
        "pack_into" => Operation::PackInto,
        "unpack" => Operation::Unpack,
        "unpack_from" => Operation::UnpackFrom,
        "iter_unpack" => Operation::IterUnpack,
        _ => return None,
    })
}

/// The function of the module `struct`.
pub(super) fn function(path: &Path<'_>) -> Option<Operation> {
    let name = path.within("struct")?;
    match name {
        "Struct" => Some(Operation::Compile),
        "calcsize" => Some(Operation::Calcsize),
        _ => method(name),
    }
}
