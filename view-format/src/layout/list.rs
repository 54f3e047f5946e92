//! Lists and names that are either baked into the program by a macro or made at run time and shared.

/// A list that a macro has baked into the program, or that was made at run time. Cheap to clone either way.
#[derive(Clone)]
#[non_exhaustive]
pub enum List<T: 'static> {
    /// Part of the program.
    Baked(&'static [T]),
    /// Made at run time.
    #[cfg(feature = "alloc")]
    Shared(alloc::sync::Arc<[T]>),
}

impl<T> List<T> {
    /// No items.
    pub const EMPTY: List<T> = List::Baked(&[]);

    /// The items.
    pub fn as_slice(&self) -> &[T] {
        match self {
            List::Baked(items) => items,
            #[cfg(feature = "alloc")]
            List::Shared(items) => items,
        }
    }
}

#[cfg(feature = "alloc")]
impl<T> From<alloc::vec::Vec<T>> for List<T> {
    fn from(items: alloc::vec::Vec<T>) -> List<T> {
        if items.is_empty() { List::EMPTY } else { List::Shared(items.into()) }
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &List<T>) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T: core::fmt::Debug> core::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.as_slice().fmt(f)
    }
}

/// The name of a field, or none.
#[derive(Clone)]
pub struct Name(Option<Text>);

#[derive(Clone)]
enum Text {
    Baked(&'static str),
    #[cfg(feature = "alloc")]
    Shared(alloc::sync::Arc<str>),
}

impl Name {
    /// No name.
    pub const NONE: Name = Name(None);

    pub(crate) const fn baked(name: Option<&'static str>) -> Name {
        match name {
            Some(name) => Name(Some(Text::Baked(name))),
            None => Name::NONE,
        }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn new(name: &str) -> Name {
        Name(Some(Text::Shared(name.into())))
    }

    /// The name, if there is one and it is baked.
    pub(super) const fn as_baked(&self) -> Option<&'static str> {
        match self.0 {
            Some(Text::Baked(name)) => Some(name),
            _ => None,
        }
    }

    /// The name, if there is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            None => None,
            Some(Text::Baked(name)) => Some(name),
            #[cfg(feature = "alloc")]
            Some(Text::Shared(name)) => Some(name),
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Name {}

impl core::fmt::Debug for Name {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.as_str().fmt(f)
    }
}
