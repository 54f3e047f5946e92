//! The walk over what a source does: which calls read which formats, and what becomes of the results.

use ruff_python_ast::{CmpOp, Expr, ExprCall, ExprCompare, ExprSubscript};
use ruff_text_size::Ranged;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;
use view_format::Dialect;

use super::argument::FormatArgument;
use super::bind::{Bound, ScopeId};
use super::chunk::Chunk;
use super::fill::is_text;
use super::names::Names;
use super::range;
use super::sift::{Item, matters_in_file};
use super::value::{DEPTH, Elements, Formats, Value, format_argument, function};
use crate::site::{Operation, ResultUse, Site, Targets, Use};
use crate::source::SourceRange;

/// The sites of a source, of which the chunks are given in its order, with where they start.
pub(super) fn sites<'a>(source: &'a str, chunks: &'a [(u32, &'a Chunk)]) -> Vec<Site> {
    let names = Names::of(chunks.iter().map(|(_, chunk)| (chunk.number, chunk.bindings())));
    let items = chunks.iter().map(|(_, chunk)| chunk.bindings().to_look_at.len()).sum();
    let mut finder = Finder {
        source,
        names: &names,
        chunks: chunks.iter().map(|&(start, chunk)| (chunk.number, (start, chunk))).collect(),
        sites: Vec::new(),
        known: FxHashMap::default(),
        calls: FxHashMap::with_capacity_and_hasher(items, FxBuildHasher),
    };
    let mut matters = Vec::new();
    for (_, chunk) in chunks {
        let bindings = chunk.bindings();
        matters.clear();
        matters.extend(bindings.roots.iter().map(|root| matters_in_file(root, names.in_file(root))));
        for &(scope, item, root) in &bindings.to_look_at {
            // Most names are of something else, and the tree behind them need not be touched.
            if root.is_none_or(|root| matters[root as usize]) {
                finder.look_at(item, scope);
            }
        }
    }
    finder.into_sites()
}

/// Finds sites.
pub(super) struct Finder<'a> {
    pub(super) source: &'a str,
    pub(super) names: &'a Names<'a>,
    /// The chunks with where they start, by their numbers.
    chunks: FxHashMap<u32, (u32, &'a Chunk)>,
    pub(super) sites: Vec<Site>,
    /// The sites by where they stand.
    known: FxHashMap<SourceRange, usize>,
    /// The calls that were looked at, with the site and which of its uses they are.
    calls: FxHashMap<SourceRange, Option<(usize, usize)>>,
}

impl<'a> Finder<'a> {
    fn look_at(&mut self, item: Item<'a>, scope: ScopeId) {
        match item {
            Item::Call(call) => {
                self.call(call, None, scope);
            }
            Item::Assign(target, value) => self.assign(target, value, scope),
            Item::For(target, iterable) => self.each(target, iterable, scope),
            Item::Subscript(subscript) => self.index(subscript, scope),
            Item::Compare(compare) => self.compare(compare, scope),
        }
    }

    /// Where a piece of the tree stands that is seen from `scope`.
    pub(super) fn range(&self, node: &impl Ranged, scope: ScopeId) -> SourceRange {
        let start = self.chunks.get(&scope.chunk).map_or(0, |(start, _)| *start);
        range(node.range()).moved(start)
    }

    pub(super) fn into_sites(mut self) -> Vec<Site> {
        for site in &mut self.sites {
            site.uses.sort_by_key(|one| one.range);
            if let Some(first) = site.uses.first() {
                site.operation = first.operation;
            }
        }
        self.sites
    }

    /// Looks at a call; gives the site whose format it reads and which of its uses this is, where that is certain. What is called
    /// may be known already.
    pub(super) fn call(
        &mut self,
        call: &'a ExprCall,
        callee: Option<Value<'a>>,
        scope: ScopeId,
    ) -> Option<(usize, usize)> {
        let place = self.range(call, scope);
        if let Some(known) = self.calls.get(&place) {
            return *known;
        }
        self.calls.insert(place, None);
        let found = match callee {
            Some(callee) => self.call_of(call, callee, place, scope),
            None => self.value(&call.func, scope, DEPTH).and_then(|callee| self.call_of(call, callee, place, scope)),
        };
        self.calls.insert(place, found);
        found
    }

    fn call_of(
        &mut self,
        call: &'a ExprCall,
        callee: Value<'a>,
        place: SourceRange,
        scope: ScopeId,
    ) -> Option<(usize, usize)> {
        let mut is_second_cast = false;
        let (formats, operation, is_method) = match callee {
            Value::Path(path) => {
                let (operation, format) = match function(&path) {
                    Some(operation) => (operation, format_argument(call)?),
                    None if path.is("array", "array") => (Operation::Array, call.arguments.args.first()?),
                    None if path.is_somewhere_in("numpy", "_dtype_from_pep3118") => {
                        (Operation::Buffer, call.arguments.args.first()?)
                    }
                    None => return None,
                };
                (self.formats_for(operation, format, scope, DEPTH), operation, false)
            }
            Value::Method(formats, operation) => (formats, operation, true),
            Value::Cast(elements) => {
                let format = call.arguments.args.first()?;
                let formats = self.formats_for(Operation::MemoryviewCast, format, scope, DEPTH);
                is_second_cast = elements == Elements::Numbers;
                (formats, Operation::MemoryviewCast, false)
            }
            _ => return None,
        };
        let site = formats.one()?;
        let format = match (is_method, call.arguments.args.is_empty()) {
            (true, _) => FormatArgument::None,
            (false, true) => FormatArgument::Keyword,
            (false, false) => FormatArgument::First,
        };
        let arguments = self.arguments(&call.arguments, format, operation, scope);
        let expects_error = self.expects_error(call, scope);
        let is_complete = !self.chunks.get(&scope.chunk).is_some_and(|(_, chunk)| {
            let place = range(call.range());
            chunk.errors.iter().any(|&error| place.touches(error))
        });
        let (callee, parentheses) = (self.range(&*call.func, scope), self.range(&call.arguments, scope));
        let uses = &mut self.sites[site].uses;
        // Most formats are used once.
        uses.reserve_exact(usize::from(uses.is_empty()));
        uses.push(Use {
            operation,
            range: place,
            callee,
            parentheses,
            is_method,
            is_complete,
            is_second_cast,
            expects_error,
            arguments,
            results: Vec::new(),
        });
        Some((site, uses.len() - 1))
    }

    /// The sites that an expression may be the format of.
    pub(super) fn formats(&mut self, expr: &'a Expr, scope: ScopeId, depth: usize) -> Formats {
        self.formats_for(Operation::Compile, expr, scope, depth)
    }

    fn formats_for(&mut self, operation: Operation, expr: &'a Expr, scope: ScopeId, depth: usize) -> Formats {
        let Some(depth) = depth.checked_sub(1) else { return Formats::default() };
        match expr {
            _ if is_text(expr) => match self.site(operation, expr, scope, depth) {
                Some(site) => Formats { sites: SmallVec::from_slice(&[site]), is_certain: true },
                None => Formats::default(),
            },
            Expr::Name(name) => match self.names.lookup(name.id.as_str(), scope) {
                Some(bound) => self.formats_bound(operation, bound, Some(name.id.as_str()), depth),
                None => Formats::default(),
            },
            Expr::Attribute(attribute) => match self.value(&attribute.value, scope, depth) {
                Some(Value::Class(class)) => {
                    let names = self.names;
                    match names.attribute(class, attribute.attr.as_str()) {
                        Some(bound) => self.formats_bound(operation, std::slice::from_ref(bound), None, depth),
                        None => Formats::default(),
                    }
                }
                // `S.format`
                Some(Value::Struct(formats)) if attribute.attr.as_str() == "format" => formats,
                _ => Formats::default(),
            },
            Expr::If(test) => {
                let mut formats = self.formats_for(operation, &test.body, scope, depth);
                formats.sites.extend(self.formats_for(operation, &test.orelse, scope, depth).sites);
                formats.is_certain = false;
                formats
            }
            Expr::Named(named) => self.formats_for(operation, &named.value, scope, depth),
            _ => Formats::default(),
        }
    }

    fn formats_bound(
        &mut self,
        operation: Operation,
        bound: &[Bound<'a>],
        name: Option<&str>,
        depth: usize,
    ) -> Formats {
        match bound {
            [Bound::Value(expr, scope)] => self.formats_for(operation, expr, *scope, depth),
            // What is built up step by step is no format before its end. Beside something that stands elsewhere, a literal may
            // be a word that is told from a format before it is used.
            _ => {
                let is_whole = |expr: &Expr| is_text(expr) && !name.is_some_and(|name| mentions(expr, name));
                let literal = |bound: &Bound<'a>| match bound {
                    Bound::Value(expr, scope) if is_whole(expr) => Some((*expr, *scope)),
                    _ => None,
                };
                let literals: Option<Vec<_>> = bound.iter().take(9).map(literal).collect();
                let mut formats = Formats::default();
                for (expr, scope) in literals.filter(|all| all.len() <= 8).into_iter().flatten() {
                    formats.sites.extend(self.formats_for(operation, expr, scope, depth).sites);
                }
                formats
            }
        }
    }

    /// The site of a format that stands in place.
    fn site(&mut self, operation: Operation, expr: &'a Expr, scope: ScopeId, depth: usize) -> Option<usize> {
        let place = self.range(expr, scope);
        if let Some(&site) = self.known.get(&place) {
            return Some(site);
        }
        let text = self.text(expr, scope, depth);
        if text.map.is_all_holes() && !text.map.is_whole() {
            return None;
        }
        let dialect = match operation {
            Operation::Buffer => Dialect::Pep3118,
            _ => Dialect::Struct,
        };
        let site = Site {
            range: place,
            map: text.map,
            dialect,
            operation,
            uses: Vec::new(),
            is_cut: text.is_cut,
            expects_error: self.expects_error(expr, scope),
            record: None,
        };
        self.sites.push(site);
        self.known.insert(place, self.sites.len() - 1);
        Some(self.sites.len() - 1)
    }

    fn expects_error(&self, node: &impl Ranged, scope: ScopeId) -> bool {
        let place = range(node.range());
        let chunk = self.names.chunk(scope);
        chunk.is_some_and(|chunk| chunk.expect_errors.iter().any(|around| around.contains(place)))
    }

    /// What an expression unpacks, where it is one tuple.
    fn tuple(&mut self, expr: &'a Expr, scope: ScopeId) -> Option<&mut Use> {
        match self.value(expr, scope, DEPTH)? {
            Value::Unpacked { site, index } => {
                let one = &mut self.sites[site].uses[index];
                (one.operation != Operation::IterUnpack).then_some(one)
            }
            _ => None,
        }
    }

    /// The names that a tuple is taken apart into; `None` where it is kept as one.
    fn targets(&self, target: &Expr, scope: ScopeId) -> Option<Targets> {
        let each = match target {
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::List(list) => &list.elts,
            _ => return None,
        };
        Some(Targets {
            range: self.range(target, scope),
            each: each.iter().map(|target| self.range(target, scope)).collect(),
            starred: each.iter().position(Expr::is_starred_expr),
        })
    }

    /// `a, b = ...`
    pub(super) fn assign(&mut self, target: &'a Expr, value: &'a Expr, scope: ScopeId) {
        if let Some(targets) = self.targets(target, scope)
            && let Some(one) = self.tuple(value, scope)
        {
            one.results.push(ResultUse::Targets(targets));
        }
    }

    /// `for a, b in ...`
    pub(super) fn each(&mut self, target: &'a Expr, iterable: &'a Expr, scope: ScopeId) {
        let Some(targets) = self.targets(target, scope) else { return };
        if let Some(Value::Unpacked { site, index }) = self.value(iterable, scope, DEPTH) {
            let one = &mut self.sites[site].uses[index];
            if one.operation == Operation::IterUnpack {
                one.results.push(ResultUse::Targets(targets));
            }
        }
    }

    /// `...[3]`
    pub(super) fn index(&mut self, subscript: &'a ExprSubscript, scope: ScopeId) {
        if !matches!(&*subscript.slice, Expr::NumberLiteral(_) | Expr::UnaryOp(_)) || !subscript.ctx.is_load() {
            return;
        }
        let Some(index) = self.integer(&subscript.slice, scope, DEPTH) else { return };
        let range = self.range(&*subscript.slice, scope);
        if let Some(one) = self.tuple(&subscript.value, scope) {
            one.results.push(ResultUse::Index { index, range });
        }
    }

    /// `... == 3`
    pub(super) fn compare(&mut self, compare: &'a ExprCompare, scope: ScopeId) {
        let mut left = &*compare.left;
        for (operator, right) in compare.ops.iter().zip(&compare.comparators) {
            let is_value = |expr: &Expr| match expr {
                Expr::UnaryOp(unary) => unary.operand.is_number_literal_expr(),
                expr => expr.is_number_literal_expr() || expr.is_string_literal_expr() || expr.is_bytes_literal_expr(),
            };
            let compares =
                matches!(operator, CmpOp::Eq | CmpOp::NotEq | CmpOp::Lt | CmpOp::LtE | CmpOp::Gt | CmpOp::GtE);
            if compares {
                for (tuple, with) in [(left, right), (right, left)] {
                    let compared = (self.range(tuple, scope), self.range(with, scope));
                    if is_value(with)
                        && let Some(one) = self.tuple(tuple, scope)
                    {
                        one.results.push(ResultUse::Compared { range: compared.0, with: compared.1 });
                    }
                }
            }
            left = right;
        }
    }
}

/// Whether an expression names `name`.
fn mentions(expr: &Expr, name: &str) -> bool {
    ruff_python_ast::helpers::any_over_expr(expr, &mut |expr: &Expr| {
        expr.as_name_expr().is_some_and(|other| other.id == name)
    })
}
