//! What the server knows of one client: its documents, its wishes, what was asked of it.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use gen_lsp_types as lsp;
use lsp::MessageType;
use lsp_server::{Request, RequestId, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::client::{Client, Preferences};
use super::document::Text;
use super::outbox::Outbox;
use super::position::Lines;
use super::project::{self, Told};
use crate::analysis::{Analysis, Incremental};
use crate::ide;
use crate::language::Language;
use crate::settings::{Finder, Settings};

/// A text that the client has open.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: lsp::Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    pub(super) language: Option<Language>,
    settings: Settings,
    /// Counts up with each change of the text and of the settings, and never twice the same in one session.
    pub(super) revision: u64,
    analysis: OnceCell<Analysis>,
    /// What is kept of it from one change to the next.
    kept: Option<RefCell<Incremental>>,
}

impl Document {
    /// What is known of it; it is found out when it is first asked for.
    pub(super) fn analysis(&self) -> &Analysis {
        self.analysis.get_or_init(|| match &self.kept {
            Some(kept) => kept.borrow_mut().analyse(self.text.as_str(), &self.settings),
            None => Analysis::default(),
        })
    }

    pub(super) fn file(&self) -> ide::File<'_> {
        ide::File { source: self.text.as_str(), sites: &self.analysis().sites, target: &self.settings.target.target }
    }
}

/// What was asked of the client.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Asked {
    Preferences,
    /// Nothing comes of the answer.
    ToDo,
}

/// What the server knows of one client.
#[derive(Debug)]
pub(super) struct Session<'c> {
    outbox: &'c Outbox,
    pub(super) client: Client,
    pub(super) preferences: Preferences,
    documents: BTreeMap<String, Document>,
    /// Documents whose diagnostics the client does not have yet.
    stale: BTreeSet<String>,
    asked: HashMap<RequestId, Asked>,
    questions: i32,
    revision: u64,
    /// Analyses of texts that are no more. They are dropped when nobody waits for anything, since that takes as long as
    /// parsing does.
    outdated: Vec<Analysis>,
    has_registered_tokens: bool,
    finder: Finder,
    /// Files of settings that are broken.
    pub(super) broken: Told,
    /// Those that the client was told of.
    pub(super) told: Told,
}

const TOKENS: &str = "textDocument/semanticTokens";

impl<'c> Session<'c> {
    /// Of the parameters of `initialize`.
    pub(super) fn new(outbox: &'c Outbox, params: &Value) -> Session<'c> {
        let sent = params.get("initializationOptions").unwrap_or(&Value::Null);
        let (preferences, wrong) = Preferences::of(sent);
        let session = Session {
            outbox,
            client: Client::of(params),
            preferences,
            documents: BTreeMap::new(),
            stale: BTreeSet::new(),
            asked: HashMap::new(),
            questions: 0,
            revision: 0,
            outdated: Vec::new(),
            has_registered_tokens: false,
            finder: Finder::new(),
            broken: Told::new(),
            told: Told::new(),
        };
        wrong.iter().for_each(|wrong| session.log(MessageType::Warning, wrong));
        session
    }

    /// What can only be asked for once the client is ready.
    pub(super) fn initialized(&mut self) {
        let mut registrations = Vec::new();
        if self.client.registers_watched_files {
            let watchers = project::FILES.map(|name| json!({ "globPattern": format!("**/{name}") }));
            registrations.push(registration("workspace/didChangeWatchedFiles", json!({ "watchers": watchers })));
        }
        if self.client.registers_configuration {
            let options = json!({ "section": "viewfmt" });
            registrations.push(registration("workspace/didChangeConfiguration", options));
        }
        if !registrations.is_empty() {
            self.ask("client/registerCapability", json!({ "registrations": registrations }), Asked::ToDo);
        }
        self.ask_for_preferences();
        self.register_tokens();
    }

    /// Colours are switched on and off as the user wishes, where the client can do that.
    fn register_tokens(&mut self) {
        let wanted = self.preferences.wants_tokens(&self.client);
        if !self.client.registers_semantic_tokens || wanted == self.has_registered_tokens {
            return;
        }
        self.has_registered_tokens = wanted;
        if wanted {
            let mut options = json!(super::capability::semantic_tokens());
            options["documentSelector"] = json!(Language::ALL.map(|language| json!({ "language": language.id() })));
            let params = json!({ "registrations": [registration(TOKENS, options)] });
            self.ask("client/registerCapability", params, Asked::ToDo);
        } else {
            // The protocol's own spelling.
            let params = json!({ "unregisterations": [{ "id": TOKENS, "method": TOKENS }] });
            self.ask("client/unregisterCapability", params, Asked::ToDo);
        }
    }

    fn ask_for_preferences(&mut self) {
        if self.client.answers_configuration {
            let params = json!({ "items": [{ "section": "viewfmt" }] });
            self.ask("workspace/configuration", params, Asked::Preferences);
        }
    }

    /// The client says that its settings are others now, and perhaps which.
    pub(super) fn configuration_changed(&mut self, settings: &Value) {
        if self.client.answers_configuration {
            self.ask_for_preferences();
        } else {
            self.prefer(settings);
        }
    }

    fn prefer(&mut self, sent: &Value) {
        let (preferences, wrong) = Preferences::of(sent);
        wrong.iter().for_each(|wrong| self.log(MessageType::Warning, wrong));
        if preferences != self.preferences {
            self.preferences = preferences;
            self.register_tokens();
            self.refresh();
            self.told.iter().for_each(|(path, broken)| self.publish_project(path, Some(broken)));
        }
    }

    /// A file that settings stand in is another now.
    pub(super) fn project_changed(&mut self) {
        self.finder.forget();
        self.look_again_at_projects();
        self.refresh();
        self.tell_of_projects();
    }

    pub(super) fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    fn settings_of(&mut self, path: Option<&Path>) -> Settings {
        let (mut settings, broken) = project::settings_of(path, &self.finder);
        if let Some(broken) = broken
            && let Some(file) = broken.file.clone()
        {
            self.broken.insert(file, broken);
        }
        if let Some(leave) = self.preferences.leave_to_compiler {
            settings.leave_to_compiler = leave;
        }
        settings
    }

    /// Where a client does not watch files, those that were broken are looked at again now and then.
    fn look_again_at_all(&mut self) {
        let before = self.broken.clone();
        self.look_again_at_projects();
        match self.broken == before {
            true => self.tell_of_projects(),
            false => self.project_changed(),
        }
    }

    /// All answers are others now.
    fn refresh(&mut self) {
        let mut documents = std::mem::take(&mut self.documents);
        for document in documents.values_mut() {
            self.revision += 1;
            document.revision = self.revision;
            document.settings = self.settings_of(project::path_of(&document.uri).as_deref());
            document.analysis.take();
        }
        self.documents = documents;
        self.stale.extend(self.documents.keys().cloned());
        let client = &self.client;
        let refreshes = [
            (client.refreshes_diagnostics && client.pulls_diagnostics, "workspace/diagnostic/refresh"),
            (client.refreshes_hints, "workspace/inlayHint/refresh"),
            (client.refreshes_tokens, "workspace/semanticTokens/refresh"),
        ];
        for (_, method) in refreshes.into_iter().filter(|(is_understood, _)| *is_understood) {
            self.ask(method, Value::Null, Asked::ToDo);
        }
    }

    pub(super) fn open(&mut self, item: lsp::TextDocumentItem) {
        let path = project::path_of(&item.uri);
        let of_path = path.as_deref().and_then(Language::of_path);
        let language = Language::from_id(item.language_id.as_str()).or(of_path);
        let settings = self.settings_of(path.as_deref());
        self.revision += 1;
        let document = Document {
            version: item.version,
            text: Text::new(item.text),
            settings,
            revision: self.revision,
            analysis: OnceCell::new(),
            language,
            kept: language.map(|language| RefCell::new(Incremental::new(language))),
            uri: item.uri,
        };
        let key = document.uri.as_ref().to_owned();
        // What was sent unasked would stand beside what is asked for from now on.
        if let Some(path) = path.filter(|path| self.told.contains_key(path)) {
            self.publish_project(&path, None);
        }
        self.stale.insert(key.clone());
        self.documents.insert(key, document);
        match self.client.registers_watched_files {
            true => self.tell_of_projects(),
            // Nobody says when a file of settings is mended.
            false => self.look_again_at_all(),
        }
    }

    pub(super) fn change(&mut self, params: lsp::DidChangeTextDocumentParams) {
        let lsp::VersionedTextDocumentIdentifier { version, text_document_identifier } = params.text_document;
        let uri = text_document_identifier.uri;
        let Some(document) = self.documents.get_mut(uri.as_ref()) else {
            return self.log(MessageType::Error, &format!("a change of {uri}, which is not open"));
        };
        self.revision += 1;
        document.revision = self.revision;
        document.version = version;
        self.outdated.extend(document.analysis.take());
        let kept = &mut document.kept;
        document.text.change(params.content_changes, self.client.encoding, |edited, inserted| {
            if let Some(kept) = kept {
                kept.get_mut().edit(edited, inserted);
            }
        });
        self.stale.insert(uri.as_ref().to_owned());
    }

    pub(super) fn close(&mut self, uri: &lsp::Uri) {
        self.stale.remove(uri.as_ref());
        if self.documents.remove(uri.as_ref()).is_some() && !self.client.pulls_diagnostics {
            let params = lsp::PublishDiagnosticsParams { uri: uri.clone(), version: None, diagnostics: Vec::new() };
            self.tell("textDocument/publishDiagnostics", params);
        }
        // What holds of a file of settings is again what is on the disk.
        if let Some(path) = project::path_of(uri)
            && let Some(broken) = self.told.get(&path)
        {
            self.publish_project(&path, Some(broken));
        }
    }

    pub(super) fn document(&self, uri: &lsp::Uri) -> Option<&Document> {
        self.documents.get(uri.as_ref())
    }

    pub(super) fn lines<'d>(&self, document: &'d Document) -> Lines<'d> {
        document.text.lines(self.client.encoding)
    }

    /// The documents whose diagnostics the client waits for: none where it asks itself.
    pub(super) fn take_stale(&mut self) -> Vec<String> {
        let stale = std::mem::take(&mut self.stale);
        if self.client.pulls_diagnostics { Vec::new() } else { stale.into_iter().collect() }
    }

    /// Drops what is known of texts that are no more.
    pub(super) fn drop_outdated(&mut self) {
        self.outdated.clear();
    }

    pub(super) fn publish(&self, uri: &str) {
        let Some(document) = self.documents.get(uri) else { return };
        let params = lsp::PublishDiagnosticsParams {
            uri: document.uri.clone(),
            version: Some(document.version),
            diagnostics: self.diagnostics(document),
        };
        self.tell("textDocument/publishDiagnostics", params);
    }

    pub(super) fn answered(&mut self, response: Response) {
        match (self.asked.remove(&response.id), response.response_result) {
            // Helix and Zed answer so where nothing is set under our name, whatever they sent in the beginning: that holds.
            (Some(Asked::Preferences), Ok(Value::Array(sent))) => {
                if let Some(sent) = sent.first().filter(|sent| !sent.is_null()) {
                    self.prefer(sent);
                }
            }
            (Some(_), Err(error)) => {
                self.log(MessageType::Warning, &format!("the client answers with an error: {}", error.message));
            }
            _ => {}
        }
    }

    fn ask(&mut self, method: &str, params: Value, what: Asked) {
        self.questions += 1;
        let id = RequestId::from(self.questions);
        self.asked.insert(id.clone(), what);
        self.outbox.send(Request { id, method: method.into(), params }.into());
    }

    pub(super) fn tell(&self, method: &str, params: impl Serialize) {
        self.outbox.tell(method, params);
    }

    /// A line in the client's log.
    pub(super) fn log(&self, kind: MessageType, message: &str) {
        self.tell("window/logMessage", lsp::LogMessageParams { kind, message: message.into() });
    }
}

fn registration(method: &str, options: Value) -> Value {
    json!({ "id": method, "method": method, "registerOptions": options })
}
