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
    for (page, least) in [("docs/getting-started.md", 8), ("README.md", 3)] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        let errors = errors(&text);
        assert!(errors.len() >= least, "{} errors are shown in {page}", errors.len());
        for (name, lines) in errors {
            let words = fs::read_to_string(root().join("tests/ui").join(name).with_extension("stderr")).unwrap();
            let mut words = words.lines();
            assert_eq!(lines.first(), words.clone().next().as_ref(), "{page}: {name}: the first line");
            for line in lines {
                // Lines may be left out, but none are made up, and none are in another order.
                assert!(
                    words.any(|word| word.trim_end() == line.trim_end()),
                    "{page}: {name}: {line:?} is not what the compiler says"
                );
            }
        }
    }
}

/// The tables of a page: each a list of rows, the head first, a row a list of cells.
fn tables(page: &str) -> Vec<Vec<Vec<&str>>> {
    let is_row = |line: &&str| line.starts_with('|');
    fn cells(row: &str) -> Vec<&str> {
        row.trim_matches('|').split('|').map(str::trim).collect()
    }
    let lines: Vec<&str> = page.lines().collect();
    let runs = lines.chunk_by(|a, b| is_row(a) == is_row(b)).filter(|run| is_row(&run[0]));
    runs.map(|run| run.iter().filter(|row| !row.starts_with("|---")).map(|row| cells(row)).collect()).collect()
}

/// What the README says of speed is what the benchmarks' page says.
#[test]
fn the_readme_s_numbers_are_those_of_the_benchmarks() {
    let [readme, benches] =
        ["README.md", "benches/README.md"].map(|page| fs::read_to_string(root().join(page)).unwrap());
    let fast = readme.split("\n## ").find(|section| section.starts_with("How fast\n")).unwrap();
    let (shown, measured) = (tables(fast), tables(&benches));
    assert_eq!(shown.len(), 2);
    for table in shown {
        let [head, rows @ ..] = &table[..] else { panic!("no rows") };
        assert!(rows.len() >= 2);
        for row in rows {
            let found = measured.iter().find_map(|table| {
                table.iter().skip(1).find(|measured| measured[0] == row[0]).map(|measured| (&table[0], measured))
            });
            let (measured_head, measured) = found.unwrap_or_else(|| panic!("{} is not measured", row[0]));
            for (name, cell) in head.iter().zip(row).skip(1) {
                // Ours, in cache.
                let name = if *name == "view" { "256 KiB" } else { name };
                let column = measured_head.iter().position(|head| *head == name).unwrap();
                assert_eq!(cell, &measured[column], "{}, {name}", row[0]);
            }
        }
    }
}

/// Files that the documents lead to are there.
#[test]
fn links_lead_somewhere() {
    let mut pages: Vec<_> = ["", "docs", "benches", "examples", "examples/data", "tests/vectors", "editors/vscode"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    pages.sort();
    let mut seen = 0;
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
        let defined = text.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: ")).map(|(_, to)| to);
        for link in links.chain(defined) {
            let file = link.split('#').next().unwrap();
            if link.contains("://") || file.is_empty() {
                continue;
            }
            seen += 1;
            assert!(page.parent().unwrap().join(file).exists(), "{} leads to {link}", page.display());
        }
    }
    assert!(seen >= 20, "{seen} links are found");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
