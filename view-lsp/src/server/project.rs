//! The settings of the project that a document is in.

use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;

use crate::settings::Settings;

/// The files that settings stand in.
pub(super) const FILES: [&str; 3] = ["viewfmt.toml", "pyproject.toml", "Cargo.toml"];

/// The file that a document is; `None` for one that is none, as one that was never saved.
pub(super) fn path_of(uri: &lsp::Uri) -> Option<PathBuf> {
    let url = url::Url::parse(uri.as_ref()).ok()?;
    if url.scheme() == "file" { url.to_file_path().ok() } else { None }
}

/// The settings for a document.
pub(super) fn settings_of(_: Option<&Path>) -> Settings {
    Settings::default()
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
