//! The settings of the project that a document is in.

use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;

pub(super) use crate::settings::FILES;
use crate::settings::{Finder, RuleSet, Settings};

/// The file that a document is; `None` for one that is none, as one that was never saved.
pub(super) fn path_of(uri: &lsp::Uri) -> Option<PathBuf> {
    let url = url::Url::parse(uri.as_ref()).ok()?;
    if url.scheme() == "file" { url.to_file_path().ok() } else { None }
}

/// The settings for a document: those of the nearest file that has some. Where that is broken they are as they are by
/// default, and the sentence says what is wrong.
pub(super) fn settings_of(path: Option<&Path>, finder: &Finder) -> (Settings, Option<String>) {
    let Some(path) = path else { return (Settings::default(), None) };
    match finder.of_file(path) {
        Ok(project) if project.excludes(path) => {
            (Settings { rules: RuleSet::none(), ..project.settings_for(path) }, None)
        }
        Ok(project) => (project.settings_for(path), None),
        Err(told) => (Settings::default(), Some(told)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_files() {
        let path = |uri: &str| path_of(&uri.into());
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("no address"), None);
        if cfg!(unix) {
            assert_eq!(path("file:///a%20b/%C3%A9.py"), Some("/a b/é.py".into()));
        }
    }
}
