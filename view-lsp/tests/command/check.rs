//! `viewfmt check` and `viewfmt extract`.

#[test]
fn sessions() {
    super::session::check("check.txt");
}

#[test]
fn reports_of_all_forms() {
    super::session::check("reports.txt");
}

/// XML and JSON whatever names and sources there are.
#[test]
fn reports_for_machines_can_be_read() {
    let report = |format: &str| {
        let odd = "source ../../view-lsp/tests/command/odd.sh; printf 'import struct\\nstruct.unpack(\"<\\x01\\x1b\", d)\\n' > \
                   $'e\\x1b\\tf.py'";
        super::session::run(&format!("{odd}; viewfmt check --exit-zero --output-format {format}"))
    };
    for format in ["json", "gitlab", "rdjson", "sarif"] {
        let text = report(format);
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
    }
    for line in report("json-lines").lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
    let junit = report("junit");
    assert!(junit.chars().all(|c| c == '\n' || c >= ' '), "{junit}");
    // Every tag that opens closes, and no attribute or text holds markup.
    let mut open: Vec<&str> = Vec::new();
    let (_, rest) = junit.split_once("?>\n").unwrap();
    for tag in rest.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap();
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{junit}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    assert!(open.is_empty(), "{junit}");
    assert!(junit.contains("100% &lt;a&gt;;].py") && junit.contains("e\u{fffd}&#9;f.py"), "{junit}");
}
