//! Attributes of classes: what `self.name` stands for.

use ruff_python_ast::{Expr, StmtClassDef};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::bind::{Bindings, Bound, ScopeId};
use super::names::Names;

/// The classes of a chunk.
#[derive(Default)]
pub(super) struct Classes<'a> {
    classes: FxHashMap<ScopeId, Class<'a>>,
    /// What is set by `self.name = ...` in methods.
    attributes: FxHashMap<ScopeId, FxHashMap<&'a str, Vec<Bound<'a>>>>,
    /// Names of attributes that are set from outside of a class, on whatever object.
    outside: FxHashSet<&'a str>,
}

struct Class<'a> {
    bases: Vec<&'a Expr>,
    /// Where the class stands.
    scope: ScopeId,
}

/// How far bases are followed.
const DEPTH: usize = 16;

/// How many classes that derive from one are looked at.
const DERIVED: usize = 256;

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

    /// What the methods of a class bind to `self.name`.
    pub(super) fn of_methods(&self, class: ScopeId, name: &str) -> &[Bound<'a>] {
        let attributes = self.attributes.get(&class);
        attributes.and_then(|names| names.get(name)).map_or(&[], Vec::as_slice)
    }

    /// Names of attributes that are set from outside of a class.
    pub(super) fn outside(&self) -> impl Iterator<Item = &'a str> {
        self.outside.iter().copied()
    }
}

impl<'a> Names<'a> {
    /// The one thing that an attribute of a class is bound to; `None` where there are several, in the class or in those of
    /// this source that derive from it.
    pub(super) fn attribute(&self, class: ScopeId, name: &str) -> Option<&Bound<'a>> {
        if self.outside.contains(name) {
            return None;
        }
        let mut at = class;
        for _ in 0..DEPTH {
            let own = self.own(at, name);
            match own.as_slice() {
                [] => at = self.bases(at).next()?,
                [bound] => {
                    return (!self.is_overridden(at, name)).then_some(*bound);
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether a class of this source that derives from `class` binds the name anew. Where too many derive from it, nobody
    /// knows.
    fn is_overridden(&self, class: ScopeId, name: &str) -> bool {
        let mut seen: SmallVec<[ScopeId; 8]> = SmallVec::from_slice(&[class]);
        let mut next = 0;
        while let Some(&at) = seen.get(next) {
            next += 1;
            for &derived in self.derived.get(&at).into_iter().flatten() {
                if seen.contains(&derived) {
                    continue;
                }
                seen.push(derived);
                // In whatever order they are come by.
                if !self.own(derived, name).is_empty() || seen.len() > DERIVED {
                    return true;
                }
            }
        }
        false
    }

    /// Notes which class derives from which, once all names are known.
    pub(super) fn link_classes(&mut self, chunks: impl Iterator<Item = &'a Bindings<'a>>) {
        for (&id, class) in chunks.flat_map(|chunk| &chunk.classes.classes).filter(|(_, class)| !class.bases.is_empty())
        {
            let bases: Vec<_> = self.bases_of(class).collect();
            for base in bases {
                self.derived.entry(base).or_default().push(id);
            }
        }
    }

    fn class(&self, class: ScopeId) -> Option<&'a Class<'a>> {
        self.chunk(class)?.classes.classes.get(&class)
    }

    fn own(&self, class: ScopeId, name: &str) -> SmallVec<[&Bound<'a>; 4]> {
        let of_methods = self.chunk(class).map_or(&[][..], |chunk| chunk.classes.of_methods(class, name));
        self.in_class(name, class).iter().chain(of_methods).collect()
    }

    fn bases(&self, class: ScopeId) -> impl Iterator<Item = ScopeId> {
        self.class(class).into_iter().flat_map(|class| self.bases_of(class))
    }

    fn bases_of(&self, class: &'a Class<'a>) -> impl Iterator<Item = ScopeId> {
        class.bases.iter().filter_map(|base| match self.lookup(base.as_name_expr()?.id.as_str(), class.scope)? {
            [Bound::Class(base)] => Some(*base),
            _ => None,
        })
    }
}
