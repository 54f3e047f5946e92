//! The languages whose sources are read.

use std::path::Path;

/// A language that format strings stand in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Language {
    /// Python, stubs (`.pyi`) included.
    Python,
    /// Rust.
    Rust,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::Python, Language::Rust];

    /// What the name of a file says.
    ///
    /// ```
    /// use view_lsp::Language;
    ///
    /// assert_eq!(Language::of_path("src/main.rs".as_ref()), Some(Language::Rust));
    /// assert_eq!(Language::of_path("notes.txt".as_ref()), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<Language> {
        match path.extension()?.to_str()? {
            "py" | "pyi" | "pyw" => Some(Language::Python),
            "rs" => Some(Language::Rust),
            _ => None,
        }
    }

    /// The name that editors give it: `python`, `rust`.
    pub const fn id(self) -> &'static str {
        match self {
            Language::Python => "python",
            Language::Rust => "rust",
        }
    }

    /// The language of this name.
    pub fn from_id(id: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.id() == id)
    }
}
