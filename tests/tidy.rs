//! House rules that a machine can hold: files open with a sentence, stay short, and know only what stands below them.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// All files below `folder` whose names end so, but for what is built.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.file_name().unwrap().to_str().unwrap() {
                "target" | ".git" | "wip" | "node_modules" => {}
                _ if path.is_dir() => folders.push(path),
                name if name.ends_with(end) => found.push(path),
                _ => {}
            }
        }
    }
    assert!(!found.is_empty(), "nothing in {folder} ends in {end}");
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Asserts that nothing is wrong, or names all that is.
#[track_caller]
fn none(faults: impl Iterator<Item = String>) {
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

const CRATES: [&str; 4] = ["view-format", "view-core", "view-macros", "view-lsp"];

fn sources() -> impl Iterator<Item = PathBuf> {
    CRATES.iter().flat_map(|name| files(&format!("{name}/src"), ".rs"))
}

#[test]
fn files_open_with_what_they_are() {
    let programs = files("tests", ".rs").into_iter();
    // A program that must not compile is told by its name.
    let programs = programs.filter(|path| !path.to_str().unwrap().contains("/ui/"));
    none(
        sources().chain(programs).filter(|path| !read(path).starts_with("//!")).map(|path| path.display().to_string()),
    );
}

#[test]
fn files_stay_short() {
    none(sources().filter(|path| path.file_name().unwrap() != "tests.rs").filter_map(|path| {
        let text = read(&path);
        let lines = text.split("#[cfg(test)]\nmod tests {").next().unwrap().lines().count();
        (lines > 400).then(|| format!("{}: {lines} lines, perhaps two rooms in one", path.display()))
    }));
}

/// What gives memory of its own has a twin that fills what is there, and both stand in the table of the crate's page.
#[test]
fn calls_that_allocate_have_a_twin() {
    let page = read(&root().join("view-core/src/lib.rs"));
    let table: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("//! | ")).collect();
    let named = |name: &str, column: usize| {
        let mut cells = table.iter().filter_map(|row| row.split(" | ").nth(column));
        cells.any(|cell| {
            cell.split('`').skip(1).step_by(2).any(|code| {
                let code = code.split('(').next().unwrap_or_default();
                code.rsplit("::").next() == Some(name)
            })
        })
    };
    // Numbers, and values that are numbers, take no memory.
    let free = ["sum", "min", "max"];
    let mut seen = 0;
    let mut faults = Vec::new();
    for folder in ["view", "typed", "compiled", "rows", "columns"] {
        for path in files(&format!("view-core/src/{folder}"), ".rs") {
            let text = read(&path);
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for signature in text.split("    pub fn ").skip(1) {
                let signature = signature.split(" {\n").next().unwrap_or_default();
                let name = signature.split(['<', '(']).next().unwrap_or_default();
                let Some((_, result)) = signature.split_once("-> ") else { continue };
                let result = result.split("where").next().unwrap_or_default();
                if !["Vec<", "String", "Value"].iter().any(|owned| result.contains(owned)) || free.contains(&name) {
                    continue;
                }
                seen += 1;
                let base = name.trim_end_matches("_in").trim_end_matches("_with");
                if !named(name, 0) || !named(&format!("{base}_into"), 1) {
                    faults.push(format!("{}: {name}", path.display()));
                }
            }
        }
    }
    assert!(seen >= 12, "{seen} are found");
    none(faults.into_iter());
}

#[test]
fn lines_end_where_they_end() {
    none(sources().chain(files("tests", ".rs")).flat_map(|path| {
        let text = read(&path);
        let faults: Vec<_> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.ends_with([' ', '\t']) || line.contains('\t'))
            .map(|(number, _)| format!("{}:{}: a tab, or white space at the end", path.display(), number + 1))
            .collect();
        faults
    }));
}

/// The rows of a crate's table in ARCHITECTURE.md: the modules that each names.
fn table(name: &str) -> Vec<Vec<String>> {
    let page = read(&root().join("ARCHITECTURE.md"));
    let section = page.split("\n## ").find(|section| section.starts_with(&format!("{name}\n"))).unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    rows.map(|cell| cell.split('`').step_by(2).map(Into::into).collect()).collect()
}

/// What a source names of its own crate: `crate::code`, `crate::{code, span}`.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().map(|line| line.split("//").next().unwrap_or_default().trim()).collect();
    let names = code.split("crate::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split(';').next().unwrap().split([',', '{', '}']).collect(),
        None => vec![rest],
    });
    names.map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap().into()).collect()
}

/// Each module stands in the table of its crate, and knows only those above it.
#[test]
fn arrows_between_modules_go_one_way() {
    // Errors wrap what goes wrong below them, and arrays read as typed views.
    let may = [("view-core", "error", ""), ("view-core", "element", "typed")];
    let mut faults = Vec::new();
    for name in ["view-format", "view-core", "view-lsp"] {
        let table = table(name);
        let row = |module: &str| table.iter().position(|row| row.iter().any(|named| named == module));
        let folder = format!("{name}/src");
        let mut seen = 0;
        for path in files(&folder, ".rs") {
            let inside = path.strip_prefix(root().join(&folder)).unwrap().to_str().unwrap();
            let module = inside.split(['/', '.']).next().unwrap();
            if matches!(module, "lib" | "main") || inside.ends_with("tests.rs") || inside.contains("/tests/") {
                continue;
            }
            let Some(own) = row(module) else {
                faults.push(format!("{module} of {name} is not in ARCHITECTURE.md"));
                continue;
            };
            let text = read(&path);
            for other in named(text.split("#[cfg(test)]\nmod tests {").next().unwrap()) {
                let Some(below) = row(&other) else { continue };
                seen += usize::from(other != module);
                let is_meant =
                    may.iter().any(|&(of, from, to)| (of, from) == (name, module) && ["", &*other].contains(&to));
                if below > own && !is_meant {
                    faults.push(format!("{}: {module} knows {other}, which stands below it", path.display()));
                }
            }
        }
        assert!(seen > table.len(), "{name}: {seen} arrows are found");
        let sources = root().join(folder);
        let is_gone =
            |module: &&String| !sources.join(module).exists() && !sources.join(format!("{module}.rs")).exists();
        faults.extend(table.iter().flatten().filter(is_gone).map(|module| format!("{name} has no {module}")));
    }
    none(faults.into_iter());
}

/// `view-format` knows no other crate, `view-macros` only that one, and only `view-core` both.
#[test]
fn arrows_between_crates_go_one_way() {
    let depends = |name: &str, on: &str| {
        let manifest = read(&root().join(name).join("Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
        dependencies.lines().any(|line| line.starts_with(on))
    };
    for (name, on) in [("view-format", "view-"), ("view-macros", "view-core"), ("view-core", "tests")] {
        assert!(!depends(name, on), "{name} depends on {on}");
    }
    assert!(depends("view-macros", "view-format") && depends("view-core", "view-macros"));
}

/// One place draws carets, and one place knows the codes.
#[test]
fn there_is_one_renderer() {
    none(sources().filter_map(|path| {
        let draws = read(&path).contains("write_char(f, mark)");
        (draws && !path.ends_with("diagnostic/render.rs")).then(|| path.display().to_string())
    }));
}

/// Words of the compiler without a program are left over.
#[test]
fn no_words_of_the_compiler_are_left_over() {
    none(
        files("tests/ui", ".stderr")
            .into_iter()
            .filter(|words| !words.with_extension("rs").exists())
            .map(|words| format!("{}: its program is gone", words.display())),
    );
}

#[test]
fn the_crates_forbid_unsafe_code() {
    none(CRATES.iter().filter_map(|name| {
        let library = read(&root().join(name).join("src/lib.rs"));
        (!library.contains("#![forbid(unsafe_code)]")).then(|| format!("{name} does not forbid unsafe code"))
    }));
}

/// What the registry shows of a crate, and the words that its licences ask to stand beside it.
#[test]
fn crates_come_with_a_page_and_their_licences() {
    none(CRATES.iter().flat_map(|name| {
        let folder = root().join(name);
        let manifest = read(&folder.join("Cargo.toml"));
        let page = (!manifest.contains("readme.workspace = true")).then(|| format!("{name} has no page"));
        let licences = ["LICENSE-APACHE", "LICENSE-MIT"].into_iter().filter_map(move |file| {
            let same = fs::read(folder.join(file)).ok() == fs::read(root().join(file)).ok();
            (!same).then(|| format!("{name}/{file} is not that of the repository"))
        });
        page.into_iter().chain(licences)
    }));
}
