//! The errors that the documents show are those that the compiler gives: each is part of a `.stderr` in `tests/ui`, which
//! `<!-- error: folder/name -->` before it names.

use std::fs;
use std::path::Path;

/// The blocks of a page that show errors: the test's name, and the lines.
fn errors(page: &str) -> Vec<(&str, Vec<&str>)> {
    page.split("<!-- error: ")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once(" -->\n").expect("the comment ends in its line");
            let block = rest.strip_prefix("```text\n").unwrap_or_else(|| panic!("{name}: a block of text comes next"));
            let (block, _) = block.split_once("\n```").unwrap_or_else(|| panic!("{name}: the block ends"));
            (name, block.lines().collect())
        })
        .collect()
}

#[test]
fn errors_in_the_documents_are_the_compiler_s() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(tests.join("../docs/getting-started.md")).unwrap();
    let errors = errors(&page);
    assert!(errors.len() >= 8, "{} errors are shown", errors.len());
    for (name, lines) in errors {
        let words = fs::read_to_string(tests.join("ui").join(name).with_extension("stderr")).unwrap();
        let mut words = words.lines();
        assert_eq!(lines.first(), words.clone().next().as_ref(), "{name}: the first line");
        for line in lines {
            // Lines may be left out, but none are made up, and none are in another order.
            assert!(
                words.any(|word| word.trim_end() == line.trim_end()),
                "{name}: {line:?} is not what the compiler says"
            );
        }
    }
}
