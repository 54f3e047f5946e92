//! What the user prefers, and the settings of projects.

use super::*;

#[test]
fn preferences_are_asked_for_and_heeded() {
    let mut client = Client::ready(capable());
    client.open(PYTHON, "import struct\na, b = struct.unpack('<Hh', x)\nstruct.unpack('~', x)\n");
    let hints = |client: &mut Client| {
        let params = json!({ "textDocument": { "uri": PYTHON }, "range": whole_line(1) });
        let hints = client.ask("textDocument/inlayHint", params).unwrap();
        hints.as_array().unwrap().iter().map(|hint| hint["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let registered = client.request("client/registerCapability").params;
    let methods: Vec<_> = registered["registrations"].as_array().unwrap().iter().map(|r| &r["method"]).collect();
    assert_eq!(methods, ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"]);
    let asked = client.request("workspace/configuration");
    assert_eq!(asked.params, json!({ "items": [{ "section": "viewfmt" }] }));
    client.reply(asked, json!([null]));
    assert_eq!(hints(&mut client), [": H", ": h", "4 B, 2 values"]);
    let tokens = client.request("client/registerCapability").params;
    assert_eq!(tokens["registrations"][0]["method"], "textDocument/semanticTokens");
    assert_eq!(tokens["registrations"][0]["registerOptions"]["documentSelector"][1], json!({ "language": "rust" }));

    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    let asked = client.request("workspace/configuration");
    let sent = json!({
        "inlayHints": { "targets": false }, "semanticTokens": { "enable": false }, "diagnostics": { "enable": false },
    });
    client.reply(asked, json!([sent]));
    assert_eq!(
        client.request("client/unregisterCapability").params["unregisterations"][0]["method"],
        "textDocument/semanticTokens"
    );
    for method in ["workspace/diagnostic/refresh", "workspace/inlayHint/refresh", "workspace/semanticTokens/refresh"] {
        let asked = client.request(method);
        client.reply(asked, Value::Null);
    }
    assert_eq!(hints(&mut client), ["4 B, 2 values"]);
    let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": PYTHON } })).unwrap();
    assert_eq!(report["items"], json!([]));
    client.end();
}

/// A client that says its settings by itself, with a mistake in them.
#[test]
fn preferences_are_taken_as_they_come() {
    let mut client = Client::with(
        json!({ "capabilities": {}, "initializationOptions": { "inlayHints": 3, "diagnostics": { "enable": 7 } } }),
    );
    let told = client.notification("window/logMessage");
    assert!(
        told["message"].as_str().unwrap().contains("`viewfmt.diagnostics.enable` is true or false, not 7"),
        "{told}"
    );
    client.open(PYTHON, "import struct\nstruct.unpack('~', x)\n");
    assert_eq!(client.published()["diagnostics"].as_array().unwrap().len(), 1);
    let settings = json!({ "settings": { "viewfmt": { "diagnostics": { "enable": false } } } });
    client.tell("workspace/didChangeConfiguration", settings);
    assert_eq!(client.published()["diagnostics"], json!([]));
    client.end();
}

/// What a client says in the beginning holds where it says nothing when it is asked.
#[test]
fn preferences_of_the_beginning_hold() {
    let preferences = json!({ "inlayHints": { "enable": false } });
    let mut client = Client::with(json!({ "capabilities": capable(), "initializationOptions": preferences }));
    let asked = client.request("workspace/configuration");
    client.open(PYTHON, "import struct\nstruct.unpack('<H', data)\n");
    let hints = |client: &mut Client| {
        let params = json!({ "textDocument": { "uri": PYTHON }, "range": whole_line(1) });
        client.ask("textDocument/inlayHint", params).unwrap()
    };
    client.reply(asked, json!([null]));
    assert_eq!(hints(&mut client), json!([]));
    client.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    let asked = client.request("workspace/configuration");
    client.reply(asked, json!([{}]));
    assert_ne!(hints(&mut client), json!([]));
    client.end();
}

/// Each document has the settings of the file nearest to it, whatever folders are open; a change of the file is seen.
#[test]
fn projects_have_settings_of_their_own() {
    let root = std::env::temp_dir().join(format!("viewfmt-projects-{}", std::process::id()));
    let write = |name: &str, text: &str| {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("quiet/viewfmt.toml", "ignore = ['unknown-code']\n");
    write("windows/pyproject.toml", "[tool.viewfmt]\ntarget = 'llp64'\n");
    write("broken/viewfmt.toml", "target = 'nowhere'\n");
    let folders = ["quiet", "windows", "broken"].map(|name| root.join(name));
    let uri = |i: usize| url::Url::from_file_path(folders[i].join("a.py")).unwrap().to_string();
    let folder =
        |i: usize| json!({ "uri": url::Url::from_file_path(&folders[i]).unwrap().as_str(), "name": i.to_string() });
    let codes = |published: &Value| {
        published["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let mut client = Client::with(json!({ "capabilities": {}, "workspaceFolders": [folder(0), folder(1)] }));
    let text = "import struct\nstruct.pack('@l', 1)\nstruct.unpack('~', x)\n";
    let mut seen: Vec<Vec<String>> = Vec::new();
    for i in 0..3 {
        client.open(&uri(i), text);
        if i == 2 {
            let told = client.notification("window/showMessage");
            assert!(told["message"].as_str().unwrap().contains("no target is called `nowhere`"), "{told}");
            let settings = client.published();
            assert!(settings["uri"].as_str().unwrap().ends_with("broken/viewfmt.toml"), "{settings}");
        }
        let published = client.published();
        assert_eq!(published["uri"], uri(i));
        seen.push(codes(&published));
    }
    assert_eq!(seen, [vec!["native-size"], vec!["native-size", "unknown-code"], vec!["native-size", "unknown-code"]]);
    let mut size = |i: usize| {
        let params = json!({ "textDocument": { "uri": uri(i) }, "range": whole_line(1) });
        client.ask("textDocument/inlayHint", params).unwrap()[0]["label"].clone()
    };
    assert_eq!([size(0), size(1)], ["8 B, 1 value", "4 B, 1 value"]);

    client.tell("workspace/didChangeWorkspaceFolders", json!({ "event": { "added": [folder(2)], "removed": [] } }));
    (0..3).for_each(|_| drop(client.published()));
    write("quiet/viewfmt.toml", "ignore = ['native-size']\n");
    let changed = url::Url::from_file_path(folders[0].join("viewfmt.toml")).unwrap().to_string();
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": changed, "type": 2 }] }));
    let published: Vec<Vec<String>> = (0..3).map(|_| codes(&client.published())).collect();
    assert!(published.contains(&vec!["unknown-code".to_owned()]), "{published:?}");
    client.end();
    std::fs::remove_dir_all(root).unwrap();
}

/// Broken settings are shown where they stand: once, until they are mended.
#[test]
fn broken_settings_are_shown_in_their_file() {
    let root = std::env::temp_dir().join(format!("viewfmt-broken-{}", std::process::id()));
    std::fs::create_dir_all(&root).unwrap();
    let write = |text: &str| std::fs::write(root.join("pyproject.toml"), text).unwrap();
    let uri = |name: &str| url::Url::from_file_path(root.join(name)).unwrap().to_string();
    let settings = uri("pyproject.toml");
    // Others may come between.
    let of_settings = |client: &mut Client| loop {
        let published = client.published();
        if published["uri"] == *settings {
            return published;
        }
    };
    let shown = |client: &mut Client| {
        let message = client.notification("window/showMessage")["message"].as_str().unwrap().to_owned();
        let message = message.replace(root.to_str().unwrap(), "ROOT");
        let found = of_settings(client)["diagnostics"][0].clone();
        assert_eq!(found["severity"], 1);
        let range = |at: &str| (found["range"][at]["line"].clone(), found["range"][at]["character"].clone());
        (message, range("start"), range("end"))
    };
    // The columns of the protocol are of UTF-16, those of the message characters.
    for pulls in [true, false] {
        let mut capabilities = capable();
        if !pulls {
            capabilities["textDocument"].as_object_mut().unwrap().remove("diagnostic");
        }
        write("[project]\nname = 'é'\n[tool.viewfmt]\nignore = ['VF1', 'VF7']\n");
        let mut client = Client::ready(capabilities);
        client.open(&uri("a.py"), "import struct\n");
        let (message, start, end) = shown(&mut client);
        assert_eq!(
            message,
            "viewfmt: ROOT/pyproject.toml:4:18: `VF7` is no rule: rules are selected by code (`VF201`), by the start of \
             one (`VF2`), by name (`unpack-targets`), or by `ALL`. Until it is mended, the defaults hold."
        );
        assert_eq!((start, end), ((json!(3), json!(17)), (json!(3), json!(22))));
        // A second document of the project says nothing new.
        client.open(&uri("b.py"), "import struct\n");
        // Another mistake is another message.
        write("[tool.viewfmt]\nper-file-ignores = { '𝕒[' = [] }\n");
        let changed = json!({ "changes": [{ "uri": settings, "type": 2 }] });
        client.tell("workspace/didChangeWatchedFiles", changed.clone());
        let (message, start, end) = shown(&mut client);
        assert!(message.contains("pyproject.toml:2:22: bad glob `𝕒[`"), "{message}");
        assert_eq!((start, end), ((json!(1), json!(21)), (json!(1), json!(26))));
        // In the editor it counts as it stands there.
        client.open(&settings, "[tool.viewfmt]\nseverity = { VF1 = 'loud' }\n");
        let found = match pulls {
            true => {
                assert_eq!(of_settings(&mut client)["diagnostics"], json!([]), "taken back, since it is asked for");
                let params = json!({ "textDocument": { "uri": settings } });
                client.ask("textDocument/diagnostic", params).unwrap()["items"].clone()
            }
            false => {
                assert_eq!(of_settings(&mut client)["diagnostics"], json!([]));
                of_settings(&mut client)["diagnostics"].clone()
            }
        };
        assert_eq!(found[0]["code"], "invalid-settings");
        assert!(found[0]["message"].as_str().unwrap().contains("unknown variant `loud`"), "{found}");
        assert_eq!(found[0]["range"]["start"], json!({ "line": 1, "character": 19 }));
        // Closed, it counts as it is on the disk; and mended there it is taken back.
        client.tell("textDocument/didClose", json!({ "textDocument": { "uri": settings } }));
        if !pulls {
            assert_eq!(of_settings(&mut client)["diagnostics"], json!([]), "of what was open");
        }
        assert_ne!(of_settings(&mut client)["diagnostics"], json!([]));
        write("[tool.viewfmt]\nper-file-ignores = { 'a' = [] }\n");
        client.tell("workspace/didChangeWatchedFiles", changed);
        assert_eq!(of_settings(&mut client)["diagnostics"], json!([]));
        assert!(client.notifications.iter().all(|other| other.method != "window/showMessage"));
        client.end();
    }
    std::fs::remove_dir_all(root).unwrap();
}

/// A client that does not watch files hears of a mended file when it opens the next one.
#[test]
fn settings_that_nobody_watches_are_looked_at_again() {
    let root = std::env::temp_dir().join(format!("viewfmt-unwatched-{}", std::process::id()));
    std::fs::create_dir_all(&root).unwrap();
    let uri = |name: &str| url::Url::from_file_path(root.join(name)).unwrap().to_string();
    std::fs::write(root.join("viewfmt.toml"), "= 3").unwrap();
    let mut client = Client::ready(json!({}));
    client.open(&uri("a.py"), "import struct\nstruct.pack('<B', 300)\n");
    assert!(client.notification("window/showMessage")["message"].as_str().unwrap().contains("viewfmt.toml:1:1: "));
    assert_eq!(client.published()["uri"], uri("viewfmt.toml"));
    assert_eq!(client.published()["diagnostics"][0]["severity"], 1);
    std::fs::write(root.join("viewfmt.toml"), "[severity]\nVF2 = 'hint'\n").unwrap();
    client.open(&uri("b.py"), "import struct\n");
    let mended = client.published();
    assert_eq!((&mended["uri"], &mended["diagnostics"]), (&json!(uri("viewfmt.toml")), &json!([])));
    let again = client.published();
    assert_eq!((&again["uri"], &again["diagnostics"][0]["severity"]), (&json!(uri("a.py")), &json!(3)));
    client.end();
    std::fs::remove_dir_all(root).unwrap();
}
