//! Which expression a name stands for, in all of a source.
//!
//! Nothing is followed through branches and loops. A name is known if it is bound once in its scope.

use rustc_hash::{FxHashMap, FxHashSet};

use super::bind::{Bindings, Bound, MODULE, ScopeId};

/// What a source binds: what its chunks bind, taken together.
pub(super) struct Names<'a> {
    /// Each chunk's, by its number.
    chunks: FxHashMap<u32, &'a Bindings<'a>>,
    /// What is bound in the scope of the whole file, in the order of the source.
    module: FxHashMap<&'a str, Vec<Bound<'a>>>,
    /// The classes that derive from each.
    pub(super) derived: FxHashMap<ScopeId, Vec<ScopeId>>,
    /// Names of attributes that are set from outside of a class, on whatever object.
    pub(super) outside: FxHashSet<&'a str>,
}

impl<'a> Names<'a> {
    /// Of the chunks in the order of the source.
    pub(super) fn of(chunks: impl Iterator<Item = (u32, &'a Bindings<'a>)> + Clone) -> Names<'a> {
        let mut names = Names {
            chunks: chunks.clone().collect(),
            module: FxHashMap::default(),
            derived: FxHashMap::default(),
            outside: FxHashSet::default(),
        };
        for (_, bindings) in chunks.clone() {
            for (name, bound) in &bindings.scopes[MODULE as usize].names {
                names.module.entry(name).or_default().extend_from_slice(bound);
            }
            names.outside.extend(bindings.classes.outside());
        }
        names.link_classes(chunks.map(|(_, bindings)| bindings));
        names
    }

    /// What a name is bound to, seen from a scope; `None` where nothing in the source binds it.
    pub(super) fn lookup(&self, name: &str, scope: ScopeId) -> Option<&[Bound<'a>]> {
        match self.chunk(scope)?.lookup_below_module(name, scope.local) {
            Some(bound) => Some(bound),
            None => self.in_file(name),
        }
    }

    /// What a name is bound to in the scope of the whole file.
    pub(super) fn in_file(&self, name: &str) -> Option<&[Bound<'a>]> {
        self.module.get(name).map(Vec::as_slice)
    }

    /// What is bound to a name in the body of a class.
    pub(super) fn in_class(&self, name: &str, class: ScopeId) -> &[Bound<'a>] {
        let scope = self.chunk(class).map(|chunk| &chunk.scopes[class.local as usize]);
        scope.and_then(|scope| scope.names.get(name)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn chunk(&self, scope: ScopeId) -> Option<&'a Bindings<'a>> {
        self.chunks.get(&scope.chunk).copied()
    }
}
