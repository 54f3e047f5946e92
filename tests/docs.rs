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

/// `dir(memoryview)` of CPython 3.14, without what every object has.
#[rustfmt::skip]
const MEMORYVIEW: &[&str] = &[
    "__buffer__", "__class_getitem__", "__delitem__", "__enter__", "__eq__", "__exit__", "__getitem__", "__hash__",
    "__iter__", "__len__", "__lt__", "__ne__", "__release_buffer__", "__repr__", "__setitem__", "_from_flags",
    "c_contiguous", "cast", "contiguous", "count", "f_contiguous", "format", "hex", "index", "itemsize", "nbytes", "ndim",
    "obj", "readonly", "release", "shape", "strides", "suboffsets", "tobytes", "tolist", "toreadonly",
];

/// Each has a line of a table that says what it is here.
#[test]
fn the_page_on_memoryview_names_everything_that_it_has() {
    let page = include_str!("../docs/from-memoryview.md");
    let rows: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).collect();
    for &name in MEMORYVIEW {
        let written = match name {
            "__class_getitem__" => "memoryview[int]",
            "__delitem__" => "del m[i]",
            "__enter__" | "__exit__" => "with m:",
            "__eq__" => "m == n",
            "__getitem__" => "m[i]",
            "__hash__" => "hash(m)",
            "__iter__" => "iter(m)",
            "__len__" => "len(m)",
            "__lt__" => "m < n",
            "__ne__" => "m != n",
            "__repr__" => "repr(m)",
            "__setitem__" => "m[i] = x",
            name => name,
        };
        assert!(
            rows.iter().any(|row| row.contains(written)),
            "{name} ({written}) has no line in docs/from-memoryview.md"
        );
    }
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
