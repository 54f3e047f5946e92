//! The settings of the project that a document is in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types as lsp;
use lsp::MessageType;

use super::position::{Encoding, Lines};
use super::session::{Document, Session};
pub(super) use crate::settings::FILES;
use crate::settings::{Broken, Finder, RuleSet, Settings};
use crate::source::line_index;

/// The file that a document is; `None` for one that is none, as one that was never saved.
pub(super) fn path_of(uri: &lsp::Uri) -> Option<PathBuf> {
    let url = url::Url::parse(uri.as_ref()).ok()?;
    if url.scheme() == "file" { url.to_file_path().ok() } else { None }
}

/// The settings for a document: those of the nearest file that has some. Where that is broken they are as they are by
/// default, and it is said what is wrong.
pub(super) fn settings_of(path: Option<&Path>, finder: &Finder) -> (Settings, Option<Arc<Broken>>) {
    let Some(path) = path else { return (Settings::default(), None) };
    match finder.of_file(path) {
        Ok(project) if project.excludes(path) => {
            let mut settings = project.settings_for(path);
            settings.rules = RuleSet::none();
            (settings, None)
        }
        Ok(project) => (project.settings_for(path), None),
        Err(broken) => (Settings::default(), Some(broken)),
    }
}

/// Files of settings that are broken, as the client was told of them.
pub(super) type Told = BTreeMap<PathBuf, Arc<Broken>>;

/// What is wrong with a text in a file of settings, as a diagnostic of that file.
fn diagnostic(broken: &Broken, encoding: Encoding) -> lsp::Diagnostic {
    let index = line_index(&broken.text);
    let lines = Lines { text: &broken.text, index: &index, encoding };
    lsp::Diagnostic {
        range: broken.span.as_ref().map(|span| lines.range(span)).unwrap_or_default(),
        severity: Some(lsp::DiagnosticSeverity::Error),
        code: Some(lsp::Code::String("invalid-settings".into())),
        source: Some(super::diagnostic::SOURCE.into()),
        message: broken.message.clone().into(),
        ..Default::default()
    }
}

impl Session<'_> {
    /// What is wrong with a document that is a file of settings, as it stands in the editor.
    pub(super) fn wrong_settings(&self, document: &Document) -> Vec<lsp::Diagnostic> {
        let path = path_of(&document.uri)
            .filter(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(|name| FILES.contains(&name)));
        let broken = path.filter(|_| self.preferences.diagnostics);
        let broken = broken.and_then(|path| Broken::of(&path, document.text.as_str()));
        broken.iter().map(|broken| diagnostic(broken, self.client.encoding)).collect()
    }

    /// Says what is wrong with files of settings that was not wrong before, and takes back what is mended. Clients that ask for
    /// diagnostics do not ask for those of files that they have not opened; they are sent to all.
    pub(super) fn tell_of_projects(&mut self) {
        let now = std::mem::take(&mut self.broken);
        let before = std::mem::replace(&mut self.told, now.clone());
        for path in before.keys().filter(|path| !now.contains_key(*path)) {
            self.publish_project(path, None);
        }
        for (path, broken) in &now {
            if before.get(path) != Some(broken) {
                let message = format!("viewfmt: {broken}. Until it is mended, the defaults hold.");
                self.tell("window/showMessage", lsp::ShowMessageParams { kind: MessageType::Error, message });
                self.publish_project(path, Some(broken));
            }
        }
        self.broken = now;
    }

    /// Files that nobody needed since they were told of may have been mended as well.
    pub(super) fn look_again_at_projects(&mut self) {
        for path in std::mem::take(&mut self.broken).into_keys() {
            let broken = fs::read_to_string(&path).ok().and_then(|text| Broken::of(&path, &text));
            if let Some(broken) = broken {
                self.broken.insert(path, Arc::new(broken));
            }
        }
    }

    /// The diagnostics of a file of settings as it is on the disk. Where it is open what is in the editor counts.
    pub(super) fn publish_project(&self, path: &Path, broken: Option<&Broken>) {
        let is_open = self.documents().any(|document| path_of(&document.uri).as_deref() == Some(path));
        let Some(url) = url::Url::from_file_path(path).ok().filter(|_| !is_open) else { return };
        let broken = broken.filter(|_| self.preferences.diagnostics);
        let diagnostics = broken.iter().map(|broken| diagnostic(broken, self.client.encoding)).collect();
        let uri = lsp::Uri::from(url.as_str());
        self.tell("textDocument/publishDiagnostics", lsp::PublishDiagnosticsParams { uri, version: None, diagnostics });
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
