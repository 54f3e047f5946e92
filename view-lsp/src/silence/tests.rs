//! What is written, and that nothing but comments changes.

use super::*;
use crate::host;

/// What is written, and that writing it again changes nothing.
#[track_caller]
fn check(source: &str, language: Language, expected: &str) {
    let settings = Settings::default();
    let silenced = silence(source, language, &settings);
    assert_eq!(silenced.source, expected);
    assert!(silenced.count > 0);
    let again = analysis::of(&silenced.source, language, &settings).findings;
    assert!(again.is_empty(), "{again:?}");
    assert_eq!(silence(&silenced.source, language, &settings), Silenced { source: expected.into(), count: 0 });
}

#[track_caller]
fn python(source: &str, expected: &str) {
    let head = "import struct\n";
    check(&format!("{head}{source}"), Language::Python, &format!("{head}{expected}"));
}

#[track_caller]
fn rust(source: &str, expected: &str) {
    check(source, Language::Rust, expected);
}

/// Where no comment can stand, or comments would do no good, nothing changes.
#[track_caller]
fn unchanged(source: &str) {
    let silenced = silence(source, Language::Python, &Settings::default());
    assert_eq!(silenced, Silenced { source: source.into(), count: 0 });
}

/// What cannot be helped comes first and stays.
#[track_caller]
fn check_some(stays: &str, source: &str, expected: &str) {
    let silenced = silence(&format!("{stays}{source}"), Language::Python, &Settings::default());
    assert_eq!(silenced, Silenced { source: format!("{stays}{expected}"), count: 1 });
}

#[test]
fn comments_stand_above_and_are_indented() {
    python("struct.pack('<B', 300)", "# view: ignore[pack-range]\nstruct.pack('<B', 300)");
    python("if x:\n\tstruct.pack('<B', 300)\n", "if x:\n\t# view: ignore[pack-range]\n\tstruct.pack('<B', 300)\n");
    python(
        "a = [\n    struct.pack('<Bk', 1),\n    struct.pack('<B', 300)]\n",
        "a = [\n    # view: ignore[unknown-code]\n    struct.pack('<Bk', 1),\n    # view: ignore[pack-range]\n    \
         struct.pack('<B', 300)]\n",
    );
    rust(
        "fn f() {\n    view_core::view!(b, \"<y\");\n}\n",
        "fn f() {\n    // view: ignore(unknown-code)\n    view_core::view!(b, \"<y\");\n}\n",
    );
    rust(
        "view_core::view! {\n    /// A point.\n    struct P = \"<y:x: u:y:\";\n}\n",
        "view_core::view! {\n    /// A point.\n    // view: ignore(unknown-code, indefinite-code)\n    struct P = \
         \"<y:x: u:y:\";\n}\n",
    );
}

#[test]
fn one_comment_for_all_of_a_line() {
    python(
        "struct.pack('<BB', 300, 'a'); struct.pack('<B', 300)\n",
        "# view: ignore[pack-range, pack-type]\nstruct.pack('<BB', 300, 'a'); struct.pack('<B', 300)\n",
    );
}

#[test]
fn ends_of_lines_are_those_of_the_line() {
    python("x = 1\r\nstruct.pack('<B', 300)\r\n", "x = 1\r\n# view: ignore[pack-range]\r\nstruct.pack('<B', 300)\r\n");
    check(
        "\u{feff}import struct; struct.pack('<B', 300)\r\n",
        Language::Python,
        "\u{feff}# view: ignore[pack-range]\r\nimport struct; struct.pack('<B', 300)\r\n",
    );
}

#[test]
fn comments_that_are_there_name_more_rules() {
    python(
        "struct.pack('<Bs', 300, 'a')  # view: ignore[pack-type] (it is fine)\n",
        "struct.pack('<Bs', 300, 'a')  # view: ignore[pack-type, pack-range] (it is fine)\n",
    );
    python(
        "# view: ignore[VF206]\nstruct.pack('<Bs', 300, 'a')\n",
        "# view: ignore[VF206, pack-range]\nstruct.pack('<Bs', 300, 'a')\n",
    );
    python(
        "struct.pack('<Bs', 300, 'a')  # noqa: E501, VF206\n",
        "struct.pack('<Bs', 300, 'a')  # noqa: E501, VF206, VF205\n",
    );
    // Those of others, and of nobody, are left as they are.
    python(
        "struct.pack('<B', 300)  # noqa: E501\n",
        "# view: ignore[pack-range]\nstruct.pack('<B', 300)  # noqa: E501\n",
    );
    python("# why\nstruct.pack('<B', 300)\n", "# why\n# view: ignore[pack-range]\nstruct.pack('<B', 300)\n");
    rust(
        "fn f() {\n    // view: ignore(unknown-code)\n    view_core::view!(b, \"<yu\");\n}\n",
        "fn f() {\n    // view: ignore(unknown-code, indefinite-code)\n    view_core::view!(b, \"<yu\");\n}\n",
    );
}

/// One at a time, as in an editor: each edit keeps its finding quiet, and all of them after one another keep all quiet.
#[test]
fn comments_one_by_one() {
    let cases = [
        (Language::Python, "struct.unpack('<~', x)\n", "# view: ignore[unknown-code]\nstruct.unpack('<~', x)\n"),
        (
            Language::Python,
            "struct.pack('<Bs', 300, 'a')  # view: ignore[data-length]\n",
            "struct.pack('<Bs', 300, 'a')  # view: ignore[data-length, pack-range, pack-type]\n",
        ),
        (
            Language::Python,
            "if x:\r\n    struct.pack('<Bs', 300, 'a')\r\n",
            "if x:\r\n    # view: ignore[pack-range, pack-type]\r\n    struct.pack('<Bs', 300, 'a')\r\n",
        ),
        (
            Language::Rust,
            "view_core::view! { struct H = \"<~u\"; }",
            "// view: ignore(unknown-code, indefinite-code)\nview_core::view! { struct H = \"<~u\"; }",
        ),
    ];
    let mut settings = Settings::default();
    settings.rules.ignore("unused-suppression").unwrap();
    for (language, source, expected) in cases {
        let head = if language == Language::Python { "import struct\n" } else { "" };
        let mut text = format!("{head}{source}");
        loop {
            let found = analysis::of(&text, language, &settings);
            let Some(finding) = found.findings.first() else { break };
            let edit = Silencer::new(&text, language, &found).comment(finding).unwrap();
            let (after, _) = apply(&text, [[edit].as_slice()]);
            assert!(analysis::of(&after, language, &settings).findings.len() < found.findings.len(), "{after}");
            text = after;
        }
        assert_eq!(text, format!("{head}{expected}"));
    }
    for source in ["import struct\nx = 1, \\\n  struct.unpack('<~', x), \\\n  2\n", "x = 1  # view: ignore[VF201]\n"] {
        let found = analysis::of(source, Language::Python, &Settings::default());
        let silencer = Silencer::new(source, Language::Python, &found);
        assert_eq!(silencer.comment(&found.findings[0]), None, "{source}");
    }
}

#[test]
fn strings_and_continued_lines_are_not_broken() {
    // The line is in a string; behind it a comment can stand.
    python("struct.unpack('''<\nk''', d)\n", "struct.unpack('''<\nk''', d)  # view: ignore[unknown-code]\n");
    python(
        "x = 1, \\\n    struct.pack('<B', 300)\n",
        "x = 1, \\\n    struct.pack('<B', 300)  # view: ignore[pack-range]\n",
    );
    python(
        "x = 1, \\\n    struct.pack('<B', 300)  # why\n",
        "x = 1, \\\n    struct.pack('<B', 300)  # why  # view: ignore[pack-range]\n",
    );
    python(
        "x = f'''{\nstruct.pack('<B', 300)}'''\n",
        "x = f'''{\nstruct.pack('<B', 300)}'''  # view: ignore[pack-range]\n",
    );
    // Neither above nor behind.
    let between = "import struct\nx = '''\n''', struct.pack('<B', 300), '''\n'''\n";
    unchanged(between);
    unchanged("import struct\nx = 1, \\\n  struct.pack('<B', 300), \\\n  2\n");
    unchanged("import struct\nx = f'''{\nstruct.pack('<B', 300)}\n'''\n");
    // The others are not left for that.
    check_some(between, "struct.pack('<B', 400)\n", "# view: ignore[pack-range]\nstruct.pack('<B', 400)\n");
}

/// The sources that rules are tested with, whole and cut off anywhere: nothing but comments changes, and once is enough.
#[test]
fn sources_of_all_kinds_keep_their_tokens() {
    let mut settings = Settings::default();
    settings.rules.select("ALL").unwrap();
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/findings");
    let mut total = 0;
    for (language, name) in [(Language::Python, "python"), (Language::Rust, "rust")] {
        for entry in std::fs::read_dir(format!("{directory}/{name}")).unwrap() {
            let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let step = source.len() / 20 + 1;
            for end in (1..=20).map(|i| source.floor_char_boundary(i * step)) {
                let source = &source[..end];
                let silenced = silence(source, language, &settings);
                let texts = |source: &str| -> Vec<String> {
                    let tokens = host::tokens(source, language).into_iter().filter(|token| !token.is_comment);
                    tokens.map(|token| source[token.range.range()].to_owned()).collect()
                };
                assert_eq!(texts(source), texts(&silenced.source), "{source}");
                assert_eq!(silence(&silenced.source, language, &settings).count, 0, "{}", silenced.source);
                total += silenced.count;
            }
        }
    }
    assert!(total > 1000, "{total}");
}

#[test]
fn nothing_changes_where_nothing_is_found_or_nothing_helps() {
    unchanged("");
    unchanged("import struct\nstruct.pack('<B', 3)\n");
    unchanged("import struct\nstruct.pack('<B', 3)  # view: ignore[pack-range]\n");
}
