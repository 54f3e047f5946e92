//! What a piece of a source binds and does, read off its tree: scopes and what is bound in them, classes, and what there is to look
//! at in each scope. It hangs on nothing outside of the piece.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Alias, Comprehension, ExceptHandler, Expr, Parameters, Pattern, Stmt};
use ruff_text_size::Ranged;
use rustc_hash::FxHashMap;

use super::class::Classes;
use super::range;
use super::sift::{Item, Matters};
use crate::source::SourceRange;

/// A scope of a source.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct ScopeId {
    /// The chunk that it stands in.
    pub(super) chunk: u32,
    /// Which one of the chunk.
    pub(super) local: u32,
}

/// The scope of the whole file, in each chunk.
pub(super) const MODULE: u32 = 0;

/// What a chunk of a source binds and does.
pub(super) struct Bindings<'a> {
    chunk: u32,
    pub(super) scopes: Vec<Scope<'a>>,
    pub(super) classes: Classes<'a>,
    /// All there is, in the order of the source, while it is gathered.
    items: Vec<(ScopeId, Item<'a>)>,
    /// What of it may have to do with formats, and which of the roots has to, for that.
    pub(super) to_look_at: Vec<(ScopeId, Item<'a>, Option<u32>)>,
    /// Names of the whole file that something hangs on, each once.
    pub(super) roots: Vec<&'a str>,
    /// Where exceptions are expected: `with self.assertRaises(...):`. From the start of the chunk.
    pub(super) expect_errors: Vec<SourceRange>,
}

pub(super) struct Scope<'a> {
    pub(super) parent: Option<u32>,
    pub(super) is_class: bool,
    pub(super) names: FxHashMap<&'a str, Vec<Bound<'a>>>,
}

/// What a name is bound to.
#[derive(Clone, Debug)]
pub(super) enum Bound<'a> {
    /// An import: the dotted path.
    Import(String),
    /// The value of an expression.
    Value(&'a Expr, ScopeId),
    /// A class.
    Class(ScopeId),
    /// The first parameter of a method of this class.
    SelfOf(ScopeId),
    /// Something else.
    Other,
}

impl<'a> Bindings<'a> {
    pub(super) fn of(suite: &'a [Stmt], chunk: u32) -> Bindings<'a> {
        let names = Bindings {
            chunk,
            scopes: vec![Scope { parent: None, is_class: false, names: FxHashMap::default() }],
            classes: Classes::default(),
            items: Vec::new(),
            to_look_at: Vec::new(),
            roots: Vec::new(),
            expect_errors: Vec::new(),
        };
        let mut binder = Binder { names, scope: MODULE };
        binder.visit_body(suite);
        let mut names = binder.names;
        let items = std::mem::take(&mut names.items);
        let mut roots: FxHashMap<&str, u32> = FxHashMap::default();
        for (scope, item) in items {
            let root = match names.matters(item, scope.local) {
                Matters::Never => continue,
                Matters::Perhaps => None,
                Matters::With(name) => {
                    let next = roots.len() as u32;
                    Some(*roots.entry(name).or_insert_with(|| {
                        names.roots.push(name);
                        next
                    }))
                }
            };
            names.to_look_at.push((scope, item, root));
        }
        names
    }

    /// What a name is bound to in a scope or one around it, but for that of the whole file, to which other chunks add.
    pub(super) fn lookup_below_module(&self, name: &str, scope: u32) -> Option<&[Bound<'a>]> {
        let mut at = Some(scope);
        while let Some(id) = at.filter(|&id| id != MODULE) {
            let here = &self.scopes[id as usize];
            // The names of a class are seen from its own body only.
            if (!here.is_class || id == scope)
                && let Some(bound) = here.names.get(name)
            {
                return Some(bound);
            }
            at = here.parent;
        }
        None
    }
}

struct Binder<'a> {
    names: Bindings<'a>,
    scope: u32,
}

impl<'a> Binder<'a> {
    fn id(&self, local: u32) -> ScopeId {
        ScopeId { chunk: self.names.chunk, local }
    }

    fn bind_in(&mut self, scope: u32, name: &'a str, bound: Bound<'a>) {
        self.names.scopes[scope as usize].names.entry(name).or_default().push(bound);
    }

    fn bind(&mut self, name: &'a str, bound: Bound<'a>) {
        self.bind_in(self.scope, name, bound);
    }

    fn item(&mut self, item: Item<'a>) {
        self.names.items.push((self.id(self.scope), item));
    }

    /// Binds everything in a target to something that is not known.
    fn bind_target(&mut self, target: &'a Expr) {
        match target {
            Expr::Name(name) => self.bind(name.id.as_str(), Bound::Other),
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|target| self.bind_target(target)),
            Expr::List(list) => list.elts.iter().for_each(|target| self.bind_target(target)),
            Expr::Starred(starred) => self.bind_target(&starred.value),
            Expr::Attribute(_) => self.bind_attribute(target, Bound::Other),
            _ => {}
        }
    }

    /// `self.name = ...`
    fn bind_attribute(&mut self, target: &'a Expr, bound: Bound<'a>) {
        let Expr::Attribute(attribute) = target else { return };
        let class = match &*attribute.value {
            Expr::Name(name) => match self.names.lookup_below_module(name.id.as_str(), self.scope) {
                // Parameters are bound below the scope of the file.
                Some([Bound::SelfOf(class)]) => Some(*class),
                _ => None,
            },
            _ => None,
        };
        self.names.classes.bind(class, attribute.attr.as_str(), bound);
    }

    fn assign(&mut self, target: &'a Expr, value: &'a Expr) {
        self.item(Item::Assign(target, value));
        self.assign_names(target, value);
    }

    fn assign_names(&mut self, target: &'a Expr, value: &'a Expr) {
        let (targets, values) = match (target, value) {
            (Expr::Name(name), _) => {
                return self.bind(name.id.as_str(), Bound::Value(value, self.id(self.scope)));
            }
            (Expr::Attribute(_), _) => return self.bind_attribute(target, Bound::Value(value, self.id(self.scope))),
            (Expr::Tuple(targets), Expr::Tuple(values)) => (&targets.elts, &values.elts),
            _ => return self.bind_target(target),
        };
        let is_pairs = targets.len() == values.len() && !targets.iter().chain(values).any(Expr::is_starred_expr);
        match is_pairs {
            true => targets.iter().zip(values).for_each(|(target, value)| self.assign_names(target, value)),
            false => self.bind_target(target),
        }
    }

    fn import(&mut self, module: Option<&str>, alias: &'a Alias) {
        let name = alias.name.as_str();
        let (bound_name, path) = match (&alias.asname, module) {
            (Some(asname), None) => (asname.as_str(), name.to_owned()),
            // `import a.b` binds `a`.
            (None, None) => {
                let first = name.split('.').next().unwrap_or(name);
                (first, first.to_owned())
            }
            (asname, Some(module)) => (asname.as_ref().map_or(name, |name| name.as_str()), format!("{module}.{name}")),
        };
        if bound_name != "*" {
            return self.bind(bound_name, Bound::Import(path));
        }
        if module == Some("struct") {
            for name in ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct"] {
                self.bind(name, Bound::Import(format!("struct.{name}")));
            }
        }
    }

    /// Runs `body` in a new scope.
    fn within(&mut self, is_class: bool, body: impl FnOnce(&mut Self)) -> u32 {
        // Each scope takes more than a byte of source, of which there are less than 4 GiB.
        let id = self.names.scopes.len() as u32;
        self.names.scopes.push(Scope { parent: Some(self.scope), is_class, names: FxHashMap::default() });
        let outer = std::mem::replace(&mut self.scope, id);
        body(self);
        self.scope = outer;
        id
    }

    fn parameters(&mut self, parameters: &'a Parameters, self_of: Option<ScopeId>) {
        for (position, parameter) in parameters.iter().enumerate() {
            let bound = match self_of {
                Some(class) if position == 0 => Bound::SelfOf(class),
                _ => Bound::Other,
            };
            self.bind(parameter.name().as_str(), bound);
        }
    }

    fn comprehension(&mut self, generators: &'a [Comprehension], elements: &[&'a Expr]) {
        // What the first one goes through is evaluated outside.
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        self.within(false, |this| {
            for (position, generator) in generators.iter().enumerate() {
                this.item(Item::For(&generator.target, &generator.iter));
                this.bind_target(&generator.target);
                if position > 0 {
                    this.visit_expr(&generator.iter);
                }
                generator.ifs.iter().for_each(|test| this.visit_expr(test));
            }
            elements.iter().for_each(|element| this.visit_expr(element));
        });
    }
}

impl<'a> Visitor<'a> for Binder<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(assign) => {
                assign.targets.iter().for_each(|target| self.assign(target, &assign.value));
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.assign(&assign.target, value);
                }
            }
            Stmt::AugAssign(assign) => self.bind_target(&assign.target),
            Stmt::For(each) => {
                self.item(Item::For(&each.target, &each.iter));
                self.bind_target(&each.target);
            }
            Stmt::With(with) => {
                if with.items.iter().any(|item| expects_error(&item.context_expr)) {
                    self.names.expect_errors.push(range(with.range()));
                }
                with.items
                    .iter()
                    .filter_map(|item| item.optional_vars.as_deref())
                    .for_each(|vars| self.bind_target(vars));
            }
            Stmt::Delete(delete) => delete.targets.iter().for_each(|target| self.bind_target(target)),
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.import(None, alias)),
            Stmt::ImportFrom(import) => {
                let module = import.module.as_ref().map_or("", |module| module.as_str());
                // A relative import is of a module of the user's own.
                let module = if import.level > 0 { format!(".{module}") } else { module.to_owned() };
                import.names.iter().for_each(|alias| self.import(Some(&module), alias));
            }
            Stmt::Global(global) => {
                for name in &global.names {
                    self.bind(name.as_str(), Bound::Other);
                    self.bind_in(MODULE, name.as_str(), Bound::Other);
                }
            }
            Stmt::Nonlocal(nonlocal) => {
                for name in &nonlocal.names {
                    let mut at = Some(self.scope);
                    while let Some(scope) = at {
                        self.bind_in(scope, name.as_str(), Bound::Other);
                        at = self.names.scopes[scope as usize].parent;
                    }
                }
            }
            Stmt::FunctionDef(function) => {
                self.bind(function.name.as_str(), Bound::Other);
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                function
                    .parameters
                    .iter_non_variadic_params()
                    .filter_map(|p| p.default())
                    .for_each(|default| self.visit_expr(default));
                let is_static = function
                    .decorator_list
                    .iter()
                    .any(|decorator| decorator.expression.as_name_expr().is_some_and(|name| name.id == "staticmethod"));
                let class =
                    (self.names.scopes[self.scope as usize].is_class && !is_static).then(|| self.id(self.scope));
                self.within(false, |this| {
                    this.parameters(&function.parameters, class);
                    this.visit_body(&function.body);
                });
                return;
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                let id = self.within(true, |this| this.visit_body(&class.body));
                let id = self.id(id);
                self.bind(class.name.as_str(), Bound::Class(id));
                let scope = self.id(self.scope);
                self.names.classes.add(id, class, scope);
                return;
            }
            Stmt::Try(attempt) => {
                for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
                    if let Some(name) = &handler.name {
                        self.bind(name.as_str(), Bound::Other);
                    }
                }
            }
            _ => {}
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Call(call) => self.item(Item::Call(call)),
            Expr::Subscript(subscript) => self.item(Item::Subscript(subscript)),
            Expr::Compare(compare) => self.item(Item::Compare(compare)),
            Expr::Named(named) => self.bind_target(&named.target),
            Expr::Lambda(lambda) => {
                self.within(false, |this| {
                    if let Some(parameters) = &lambda.parameters {
                        parameters
                            .iter_non_variadic_params()
                            .filter_map(|p| p.default())
                            .for_each(|default| this.visit_expr(default));
                        this.parameters(parameters, None);
                    }
                    this.visit_expr(&lambda.body);
                });
                return;
            }
            Expr::ListComp(comp) => return self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::SetComp(comp) => return self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::Generator(comp) => return self.comprehension(&comp.generators, &[&comp.elt]),
            Expr::DictComp(comp) => {
                let elements: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
                return self.comprehension(&comp.generators, &elements);
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name.as_str(), Bound::Other);
        }
        visitor::walk_pattern(self, pattern);
    }

    // Annotations are not run.
    fn visit_annotation(&mut self, _: &'a Expr) {}
}

/// Whether a context manager waits for an exception: `assertRaises` and the like of unittest and pytest.
fn expects_error(expr: &Expr) -> bool {
    let name = match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            Expr::Name(name) => name.id.as_str(),
            _ => return false,
        },
        _ => return false,
    };
    name.to_ascii_lowercase().contains("raises")
}
