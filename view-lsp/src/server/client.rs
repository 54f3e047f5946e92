//! What the client can do, and what its user wants.

use serde_json::Value;

use super::position::Encoding;

/// What the client says of itself. It is read leniently: a client that describes a feature in a strange way is still a
/// client.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// It asks for diagnostics, so that none are sent unasked.
    pub(super) pulls_diagnostics: bool,
    pub(super) has_related_information: bool,
    pub(super) has_code_description: bool,
    pub(super) has_diagnostic_data: bool,
    pub(super) has_document_changes: bool,
    /// Code actions are objects, not only commands.
    pub(super) has_code_action_literals: bool,
    /// Edits of code actions may come later.
    pub(super) resolves_actions: bool,
    pub(super) has_preferred_actions: bool,
    pub(super) has_snippets: bool,
    pub(super) has_markdown_hover: bool,
    pub(super) has_markdown_signatures: bool,
    pub(super) has_label_offsets: bool,
    pub(super) answers_configuration: bool,
    pub(super) registers_configuration: bool,
    pub(super) registers_watched_files: bool,
    pub(super) registers_semantic_tokens: bool,
    pub(super) refreshes_hints: bool,
    pub(super) refreshes_tokens: bool,
    pub(super) refreshes_diagnostics: bool,
    /// It shows the tokens of one server only, so that ours would hide those of the language.
    pub(super) has_one_token_provider: bool,
}

impl Client {
    /// Of the parameters of `initialize`.
    pub(super) fn of(params: &Value) -> Client {
        let at = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let is = |path: &str| at(path).and_then(Value::as_bool).unwrap_or_default();
        let strings = |path: &str| at(path).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        // Where several are offered the first is preferred.
        let markdown = |path: &str| strings(path).next() == Some("markdown");
        let name = params.pointer("/clientInfo/name").and_then(Value::as_str).unwrap_or_default();
        Client {
            encoding: Encoding::of_offered(strings("general/positionEncodings")),
            pulls_diagnostics: at("textDocument/diagnostic").is_some_and(Value::is_object),
            has_related_information: is("textDocument/publishDiagnostics/relatedInformation")
                || is("textDocument/diagnostic/relatedInformation"),
            has_code_description: is("textDocument/publishDiagnostics/codeDescriptionSupport")
                || is("textDocument/diagnostic/codeDescriptionSupport"),
            has_diagnostic_data: is("textDocument/publishDiagnostics/dataSupport")
                || is("textDocument/diagnostic/dataSupport"),
            has_document_changes: is("workspace/workspaceEdit/documentChanges"),
            has_code_action_literals: at("textDocument/codeAction/codeActionLiteralSupport").is_some(),
            resolves_actions: is("textDocument/codeAction/dataSupport")
                && strings("textDocument/codeAction/resolveSupport/properties").any(|property| property == "edit"),
            has_preferred_actions: is("textDocument/codeAction/isPreferredSupport"),
            has_snippets: is("textDocument/completion/completionItem/snippetSupport"),
            has_markdown_hover: markdown("textDocument/hover/contentFormat"),
            has_markdown_signatures: markdown("textDocument/signatureHelp/signatureInformation/documentationFormat"),
            has_label_offsets: is(
                "textDocument/signatureHelp/signatureInformation/parameterInformation/labelOffsetSupport",
            ),
            answers_configuration: is("workspace/configuration"),
            registers_configuration: is("workspace/didChangeConfiguration/dynamicRegistration"),
            registers_watched_files: is("workspace/didChangeWatchedFiles/dynamicRegistration"),
            registers_semantic_tokens: is("textDocument/semanticTokens/dynamicRegistration"),
            refreshes_hints: is("workspace/inlayHint/refreshSupport"),
            refreshes_tokens: is("workspace/semanticTokens/refreshSupport"),
            refreshes_diagnostics: is("workspace/diagnostics/refreshSupport"),
            // microsoft/vscode#145530
            has_one_token_provider: name.starts_with("Visual Studio Code") || name.starts_with("Code"),
        }
    }
}

/// What the user sets in the editor. (Which rules are looked for stands in the project.)
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Preferences {
    pub(super) diagnostics: bool,
    /// Whether what the compiler refuses is left to it, since cargo's own diagnostics show it. `None`: as the project says.
    pub(super) leave_to_compiler: Option<bool>,
    pub(super) format_hints: bool,
    pub(super) target_hints: bool,
    pub(super) argument_hints: bool,
    /// `None`: where the client merges the tokens of several servers.
    pub(super) semantic_tokens: Option<bool>,
}

impl Default for Preferences {
    fn default() -> Preferences {
        Preferences {
            diagnostics: true,
            leave_to_compiler: None,
            format_hints: true,
            target_hints: true,
            argument_hints: true,
            semantic_tokens: None,
        }
    }
}

/// What the user can set, below the section `viewfmt`.
const SETTINGS: [&str; 7] = [
    "/diagnostics/enable",
    "/diagnostics/leaveToCompiler",
    "/inlayHints/enable",
    "/inlayHints/formats",
    "/inlayHints/targets",
    "/inlayHints/arguments",
    "/semanticTokens/enable",
];

impl Preferences {
    /// Of what the editor sends: the section `viewfmt`, or an object that has it. What is missing is as it is by default;
    /// what is of a wrong type too, and is told.
    pub(super) fn of(sent: &Value) -> (Preferences, Vec<String>) {
        let section = sent.get("viewfmt").unwrap_or(sent);
        let mut wrong = Vec::new();
        let [diagnostics, leave_to_compiler, hints, formats, targets, arguments, tokens] =
            SETTINGS.map(|path| match section.pointer(path) {
                None | Some(Value::Null) => None,
                Some(Value::Bool(value)) => Some(*value),
                Some(other) => {
                    let name = path.replace('/', ".");
                    wrong
                        .push(format!("`viewfmt{name}` is true or false, not {other}; it is left as it is by default"));
                    None
                }
            });
        let default = Preferences::default();
        let hints = hints.unwrap_or(true);
        let preferences = Preferences {
            diagnostics: diagnostics.unwrap_or(default.diagnostics),
            leave_to_compiler,
            format_hints: hints && formats.unwrap_or(default.format_hints),
            target_hints: hints && targets.unwrap_or(default.target_hints),
            argument_hints: hints && arguments.unwrap_or(default.argument_hints),
            semantic_tokens: tokens,
        };
        (preferences, wrong)
    }

    pub(super) fn wants_tokens(&self, client: &Client) -> bool {
        self.semantic_tokens.unwrap_or(!client.has_one_token_provider)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn preferences_are_read_with_and_without_their_section() {
        let bare = json!({ "inlayHints": { "targets": false }, "semanticTokens": { "enable": true } });
        let (preferences, wrong) = Preferences::of(&bare);
        assert_eq!(wrong, [""; 0]);
        let expected = Preferences { target_hints: false, semantic_tokens: Some(true), ..Preferences::default() };
        assert_eq!(preferences, expected);
        assert_eq!(Preferences::of(&json!({ "viewfmt": bare })).0, expected);
        let off = Preferences::of(&json!({ "inlayHints": { "enable": false, "targets": true } })).0;
        assert!(!off.target_hints && !off.format_hints && !off.argument_hints);
    }

    /// The extension for VS Code and the docs have the settings that there are, and no others.
    #[test]
    fn settings_are_the_same_everywhere() {
        let known: Vec<String> = SETTINGS.iter().map(|path| format!("viewfmt{}", path.replace('/', "."))).collect();
        let package: Value = serde_json::from_str(include_str!("../../../editors/vscode/package.json")).unwrap();
        let properties = package.pointer("/contributes/configuration/properties").unwrap().as_object().unwrap();
        // These two are for the extension itself.
        let own = ["viewfmt.path", "viewfmt.trace.server"];
        let mut offered: Vec<&str> = properties.keys().map(String::as_str).filter(|name| !own.contains(name)).collect();
        let mut sorted: Vec<&str> = known.iter().map(String::as_str).collect();
        offered.sort_unstable();
        sorted.sort_unstable();
        assert_eq!(offered, sorted);
        for page in [include_str!("../../../docs/server.md"), include_str!("../../../docs/editors.md")] {
            let rows = page.lines().filter_map(|line| line.strip_prefix("| `viewfmt.")?.split_once('`'));
            let rows: Vec<String> = rows.map(|(name, _)| format!("viewfmt.{name}")).collect();
            assert_eq!(rows, known);
        }
        let defaults = properties.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        let defaults: Vec<_> = defaults.map(|(name, property)| (name.as_str(), &property["default"])).collect();
        for (name, default) in defaults {
            let expected = match name {
                "viewfmt.diagnostics.leaveToCompiler" => Value::Null,
                name => json!(name != "viewfmt.semanticTokens.enable"),
            };
            assert_eq!(*default, expected, "{name}");
        }
    }

    #[test]
    fn preferences_of_a_wrong_type_are_told_and_left() {
        for sent in [json!(null), json!(3), json!([]), json!({ "viewfmt": null }), json!({ "diagnostics": true })] {
            assert_eq!(Preferences::of(&sent).0, Preferences::default(), "{sent}");
        }
        let (preferences, wrong) = Preferences::of(&json!({ "diagnostics": { "enable": "no" } }));
        assert_eq!(preferences, Preferences::default());
        assert_eq!(
            wrong,
            ["`viewfmt.diagnostics.enable` is true or false, not \"no\"; it is left as it is by default"]
        );
    }

    #[test]
    fn clients_that_say_little_or_nonsense() {
        for params in [json!(null), json!({}), json!({ "capabilities": { "textDocument": 3, "general": [] } })] {
            let client = Client::of(&params);
            assert_eq!(client.encoding, Encoding::Utf16);
            assert!(!client.pulls_diagnostics);
        }
        let client = Client::of(&json!({ "clientInfo": { "name": "Visual Studio Code - Insiders" } }));
        assert!(!Preferences::default().wants_tokens(&client));
    }
}
