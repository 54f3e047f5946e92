//! Which settings hold for which file, and the schema of files of settings.

use std::fs;
use std::path::{Path, PathBuf};

use view_format::Severity;

use super::{Finder, Options, Over, Project};
use crate::rule::Rule;

/// A directory with these files, which is removed at the end.
struct Tree(PathBuf);

impl Tree {
    fn new(name: &str, files: &[(&str, &str)]) -> Tree {
        let root = std::env::temp_dir().join(format!("viewfmt-settings-{}-{name}", std::process::id()));
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Tree(root)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

fn target(finder: &Finder, path: &Path) -> String {
    finder.of_file(path).unwrap().settings.target.to_string()
}

#[test]
fn the_nearest_file_wins() {
    let tree = Tree::new(
        "nearest",
        &[
            ("pyproject.toml", "[project]\nname = 'x'\n[tool.viewfmt]\ntarget = 'llp64'\n"),
            ("a/viewfmt.toml", "target = 'ilp32'\n"),
            ("a/pyproject.toml", "[tool.viewfmt]\ntarget = 'i386'\n"),
            ("a/b/pyproject.toml", "[tool.other]\n"),
            ("c/Cargo.toml", "[package.metadata.viewfmt]\ntarget = 'lp64-be'\n"),
            ("d/Cargo.toml", "[workspace.metadata.viewfmt]\ntarget = 'i386'\n[package]\nname = 'd'\n"),
        ],
    );
    let finder = Finder::new();
    for (path, expected) in
        [("x.py", "llp64"), ("a/x.py", "ilp32"), ("a/b/x.py", "ilp32"), ("c/src/x.rs", "lp64-be"), ("d/x.rs", "i386")]
    {
        assert_eq!(target(&finder, &tree.at(path)), expected, "{path}");
    }
    let over = Over { options: Options { target: Some("lp64".into()), ..Options::default() }, ..Over::default() };
    assert_eq!(target(&Finder::with(over), &tree.at("a/x.py")), "lp64");
    let over = Over { file: Some(tree.at("a/viewfmt.toml")), ..Over::default() };
    assert_eq!(target(&Finder::with(over), &tree.at("c/x.py")), "ilp32");
    assert_eq!(target(&Finder::with(Over { is_isolated: true, ..Over::default() }), &tree.at("a/x.py")), "lp64");
}

#[test]
fn what_means_nothing_is_told_with_its_file() {
    for (name, file, text, words) in [
        ("field", "viewfmt.toml", "tarjet = 'lp64'\n", "unknown field `tarjet`"),
        ("target", "viewfmt.toml", "target = 'win64'\n", "no target is called `win64`"),
        ("rule", "viewfmt.toml", "select = ['VF7']\n", "`VF7` is no rule"),
        ("ignored", "viewfmt.toml", "per-file-ignores = { 'a.py' = ['nothing'] }\n", "`nothing` is no rule"),
        ("glob", "viewfmt.toml", "exclude = ['[a']\n", "bad glob `[a`"),
        ("type", "pyproject.toml", "[tool.viewfmt]\nselect = 'VF1'\n", "invalid type: string"),
        ("toml", "Cargo.toml", "[package.metadata.viewfmt\n", "Cargo.toml:1:26: unclosed table"),
        ("weight", "viewfmt.toml", "severity = { VF1 = 'loud' }\n", "viewfmt.toml:1:20: unknown variant `loud`"),
        ("weighed", "viewfmt.toml", "[severity]\nVF1 = 'off'\nVF7 = 'hint'\n", "viewfmt.toml:3:1: `VF7` is no rule"),
        ("second", "viewfmt.toml", "extend-exclude = ['a', '[b']\n", "viewfmt.toml:1:24: bad glob `[b`"),
        (
            "where",
            "Cargo.toml",
            "[workspace.metadata.viewfmt]\nselect = ['VF7']\n",
            "Cargo.toml:2:11: `VF7` is no rule",
        ),
    ] {
        let tree = Tree::new(name, &[(file, text)]);
        let error = Finder::new().of_file(&tree.at("x.py")).unwrap_err().to_string();
        assert!(error.contains(words) && error.contains(file), "{error}");
    }
}

/// The file is not blamed for what the command line says.
#[test]
fn arguments_that_mean_nothing_are_told_without_a_file() {
    let tree = Tree::new("blame", &[("viewfmt.toml", "select = ['VF2']\n")]);
    let options = Options { select: Some(vec!["VF7".into()]), ..Options::default() };
    let error = Finder::with(Over { options, ..Over::default() }).of_file(&tree.at("x.py")).unwrap_err();
    assert!(error.file.is_none() && error.to_string().starts_with("`VF7` is no rule"), "{error}");
}

#[test]
fn the_more_specific_weight_wins() {
    let text = "select = ['ALL']\n[severity]\nALL = 'hint'\nVF2 = 'off'\npack-range = 'error'\nVF101 = 'warning'\n";
    let options: Options = toml::from_str(text).unwrap();
    let settings = Project::new(options, "/p".into(), None).unwrap().settings;
    let weights = ["VF001", "VF101", "VF201", "VF205"].map(|code| {
        let rule = Rule::find(code).unwrap();
        settings.rules.contains(rule).then(|| settings.severity(rule))
    });
    use Severity::{Error, Hint, Warning};
    assert_eq!(weights, [Some(Hint), Some(Warning), None, Some(Error)]);
    // A weight alone selects nothing.
    let options: Options = toml::from_str("severity = { native-order = 'error' }").unwrap();
    let settings = Project::new(options, "/p".into(), None).unwrap().settings;
    assert!(!settings.rules.contains(Rule::find("native-order").unwrap()));
}

#[test]
fn files_may_have_less() {
    let options: Options = toml::from_str(
        "ignore = ['VF1']\nextend-select = ['idle-mark']\nexclude = ['build', 'gen/*.py']\n\
         [per-file-ignores]\n'tests/**' = ['VF2']\n'*_test.py' = ['ALL']\n",
    )
    .unwrap();
    let project = Project::new(options, "/p".into(), None).unwrap();
    let count = |path: &str| project.settings_for(Path::new(path)).rules.iter().count();
    let all = project.settings.rules.iter().count();
    assert_eq!(count("/p/a.py"), all);
    assert_eq!(count("/p/tests/deep/a.py"), all - 11);
    assert_eq!(count("/p/src/a_test.py"), 0);
    assert!(project.settings.rules.iter().any(|rule| rule.name == "idle-mark"));
    assert!(!project.settings.rules.iter().any(|rule| rule.name == "native-size"));
    for (path, excluded) in [
        ("/p/build/a.py", true),
        ("/p/x/build", true),
        ("/p/gen/a.py", true),
        ("/p/gen/x.rs", false),
        ("/p/a.py", false),
    ] {
        assert_eq!(project.excludes(Path::new(path)), excluded, "{path}");
    }
}

#[test]
fn the_schema_is_fresh() {
    let schema = schemars::schema_for!(Options);
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    expect_test::expect_file!["../../viewfmt.schema.json"].assert_eq(&text);
}
