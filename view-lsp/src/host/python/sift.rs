//! Which of the things that a chunk does may have to do with formats, told once from what is bound in the chunk alone, so that the
//! rest is not looked at again after each edit.

use ruff_python_ast::{Expr, ExprCall, ExprCompare, ExprSubscript};

use super::bind::{Bindings, Bound, ScopeId};

/// How far names are followed.
const DEPTH: usize = 12;

/// What there is to look at.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    Call(&'a ExprCall),
    Assign(&'a Expr, &'a Expr),
    For(&'a Expr, &'a Expr),
    Subscript(&'a ExprSubscript),
    Compare(&'a ExprCompare),
}

/// Whether something may have to do with formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Matters<'a> {
    /// It comes of something that nobody knows.
    Never,
    /// Only if a name does that is bound in the scope of the whole file, or nowhere.
    With(&'a str),
    /// It may.
    Perhaps,
}

impl<'a> Matters<'a> {
    fn or(self, other: Matters<'a>) -> Matters<'a> {
        match (self, other) {
            (Matters::Never, one) | (one, Matters::Never) => one,
            _ if self == other => self,
            _ => Matters::Perhaps,
        }
    }
}

impl<'a> Bindings<'a> {
    /// Whether something of a format may be in an item, by what is bound below the scope of the whole file.
    pub(super) fn matters(&self, item: Item<'a>, scope: u32) -> Matters<'a> {
        match item {
            Item::Call(call) => self.of_value(&call.func, scope, DEPTH),
            Item::Assign(Expr::Tuple(_) | Expr::List(_), value) | Item::For(Expr::Tuple(_) | Expr::List(_), value) => {
                self.of_value(value, scope, DEPTH)
            }
            Item::Assign(..) | Item::For(..) => Matters::Never,
            Item::Subscript(subscript) => match &*subscript.slice {
                Expr::NumberLiteral(_) | Expr::UnaryOp(_) => self.of_value(&subscript.value, scope, DEPTH),
                _ => Matters::Never,
            },
            Item::Compare(compare) => {
                let sides = compare.comparators.iter().chain([&*compare.left]);
                sides.fold(Matters::Never, |all, side| all.or(self.of_value(side, scope, DEPTH)))
            }
        }
    }

    /// Whether the value of an expression may be told.
    fn of_value(&self, expr: &'a Expr, scope: u32, depth: usize) -> Matters<'a> {
        let Some(depth) = depth.checked_sub(1) else { return Matters::Perhaps };
        match expr {
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(name) => match self.lookup_below_module(name.id.as_str(), scope) {
                    Some([Bound::SelfOf(class)]) => self.of_attribute(*class, attribute.attr.as_str(), depth),
                    _ => self.of_value(&attribute.value, scope, depth),
                },
                value => self.of_value(value, scope, depth),
            },
            Expr::Name(name) => match self.lookup_below_module(name.id.as_str(), scope) {
                None => Matters::With(name.id.as_str()),
                Some([bound]) => self.of_bound(bound, depth),
                // An import, and something in its place where it fails.
                Some([Bound::Import(_), ..]) => Matters::Perhaps,
                Some(_) => Matters::Never,
            },
            Expr::Call(call) => self.of_value(&call.func, scope, depth),
            Expr::Subscript(subscript) => self.of_value(&subscript.value, scope, depth),
            Expr::Named(named) => self.of_value(&named.value, scope, depth),
            _ => Matters::Never,
        }
    }

    fn of_bound(&self, bound: &Bound<'a>, depth: usize) -> Matters<'a> {
        match bound {
            Bound::Value(value, scope) => self.of_value(value, scope.local, depth),
            Bound::Import(_) | Bound::Class(_) | Bound::SelfOf(_) => Matters::Perhaps,
            Bound::Other => Matters::Never,
        }
    }

    /// The same of an attribute of a class, all of whose body is here. Its bases may be elsewhere.
    fn of_attribute(&self, class: ScopeId, name: &str, depth: usize) -> Matters<'a> {
        let of_body = self.scopes[class.local as usize].names.get(name).map_or(&[][..], Vec::as_slice);
        match (of_body, self.classes.of_methods(class, name)) {
            ([], []) => Matters::Perhaps,
            ([bound], []) | ([], [bound]) => self.of_bound(bound, depth),
            _ => Matters::Never,
        }
    }
}

/// Whether what a name of the whole file stands for may have to do with formats.
pub(super) fn matters_in_file(name: &str, bound: Option<&[Bound<'_>]>) -> bool {
    match bound {
        // Of what Python itself binds, only one thing reads formats.
        None => name == "memoryview",
        Some([Bound::Import(path), ..]) => {
            let package = path.split('.').next();
            matches!(package, Some("struct" | "array" | "numpy"))
        }
        Some([Bound::Other]) => false,
        Some(bound) => bound.len() == 1,
    }
}
