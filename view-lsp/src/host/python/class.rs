//! Attributes of classes: what `self.name` stands for.

use std::collections::{HashMap, HashSet};

use ruff_python_ast::{Expr, StmtClassDef};

use super::names::{Bound, Names, ScopeId};

/// The classes of a source.
#[derive(Default)]
pub(super) struct Classes<'a> {
    classes: HashMap<ScopeId, Class<'a>>,
    /// What is set by `self.name = ...` in methods.
    attributes: HashMap<ScopeId, HashMap<&'a str, Vec<Bound<'a>>>>,
    /// Names of attributes that are set from outside of a class, on whatever object.
    outside: HashSet<&'a str>,
}

struct Class<'a> {
    bases: Vec<&'a Expr>,
    /// Where the class stands.
    scope: ScopeId,
}

/// How far bases are followed.
const DEPTH: usize = 16;

impl<'a> Classes<'a> {
    pub(super) fn add(&mut self, id: ScopeId, class: &'a StmtClassDef, scope: ScopeId) {
        let bases = class.arguments.as_ref().map_or(Vec::new(), |arguments| arguments.args.iter().collect());
        self.classes.insert(id, Class { bases, scope });
    }

    /// `self.name = ...` in a method of `class`, or `object.name = ...` anywhere.
    pub(super) fn bind(&mut self, class: Option<ScopeId>, name: &'a str, bound: Bound<'a>) {
        match class {
            Some(class) => self.attributes.entry(class).or_default().entry(name).or_default().push(bound),
            None => _ = self.outside.insert(name),
        }
    }
}

impl<'a> Names<'a> {
    /// The one thing that an attribute of a class is bound to; `None` where there are several, in the class or in those of
    /// this source that derive from it.
    pub(super) fn attribute(&self, class: ScopeId, name: &str) -> Option<&Bound<'a>> {
        if self.classes.outside.contains(name) {
            return None;
        }
        let mut at = class;
        for _ in 0..DEPTH {
            let own = self.own(at, name);
            match own.as_slice() {
                [] => at = self.bases(at).next()?,
                [bound] => {
                    let is_overridden = self.classes.classes.keys().any(|&other| {
                        other != at && !self.own(other, name).is_empty() && self.derives(other, at, DEPTH)
                    });
                    return (!is_overridden).then_some(*bound);
                }
                _ => return None,
            }
        }
        None
    }

    fn own(&self, class: ScopeId, name: &str) -> Vec<&Bound<'a>> {
        let of_methods = self.classes.attributes.get(&class).and_then(|names| names.get(name)).into_iter().flatten();
        self.in_class(name, class).iter().chain(of_methods).collect()
    }

    fn bases(&self, class: ScopeId) -> impl Iterator<Item = ScopeId> {
        let class = self.classes.classes.get(&class);
        class.into_iter().flat_map(|class| class.bases.iter().map(|base| (*base, class.scope))).filter_map(
            |(base, scope)| match self.lookup(base.as_name_expr()?.id.as_str(), scope)? {
                [Bound::Class(base)] => Some(*base),
                _ => None,
            },
        )
    }

    fn derives(&self, class: ScopeId, from: ScopeId, depth: usize) -> bool {
        depth > 0 && self.bases(class).any(|base| base == from || self.derives(base, from, depth - 1))
    }
}
