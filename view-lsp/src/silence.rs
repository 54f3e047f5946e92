//! Writes the comments that keep findings quiet.

use std::collections::BTreeMap;

use line_index::LineIndex;

use crate::analysis::{self, Analysis};
use crate::finding::Finding;
use crate::host::{self, Token};
use crate::language::Language;
use crate::rule::Rule;
use crate::settings::Settings;
use crate::site::Site;
use crate::source::{Edit, SourceRange, apply, comment_above, line_index};
use crate::suppress::{self, Suppression};

/// A source in which comments keep quiet what was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Silenced {
    /// The source.
    pub source: String,
    /// How many findings are quiet that were not.
    pub count: usize,
}

/// Writes a comment for each finding: above its line, or behind it where a comment above would be in a string or break a
/// continued line; rules are added to a comment that is there already. What unused comments are found is left.
///
/// Nothing but comments changes, which is checked token by token; where no comment can stand the finding is left.
///
/// ```
/// use view_lsp::{Language, Settings, silence};
///
/// let source = "import struct\ndef f():\n    struct.pack('<B', 300)\n";
/// let silenced = silence::silence(source, Language::Python, &Settings::default());
/// assert_eq!(
///     silenced.source,
///     "import struct\ndef f():\n    # view: ignore[pack-range]\n    struct.pack('<B', 300)\n"
/// );
/// assert_eq!(silence::silence(&silenced.source, Language::Python, &Settings::default()).count, 0);
/// ```
pub fn silence(source: &str, language: Language, settings: &Settings) -> Silenced {
    let unchanged = || Silenced { source: source.into(), count: 0 };
    let found = analysis::of(source, language, settings);
    if count(&found.findings) == 0 {
        return unchanged();
    }
    let silencer = Silencer::new(source, language, &found);
    let mut rules: BTreeMap<Place, Vec<&Rule>> = BTreeMap::new();
    let mut placed = 0;
    for finding in found.findings.iter().filter(|finding| is_meant(finding)) {
        let Some(place) = silencer.place(finding) else { continue };
        let named = rules.entry(place).or_default();
        if !named.contains(&finding.rule) {
            named.push(finding.rule);
        }
        placed += 1;
    }
    let edits = rules.iter().filter_map(|(place, rules)| silencer.edit(*place, rules));
    let edits: Vec<Edit> = edits.collect();
    let (after, _) = apply(source, edits.iter().map(std::slice::from_ref));
    let (before, left) = (count(&found.findings), count(&analysis::of(&after, language, settings).findings));
    let is_same = silencer.is_same_but_comments(&after);
    match placed > 0 && is_same && left + placed <= before {
        true => Silenced { source: after, count: before - left },
        false => unchanged(),
    }
}

/// Comments that are not needed are no reason to write another.
fn is_meant(finding: &Finding) -> bool {
    finding.rule.name != "unused-suppression"
}

fn count(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| is_meant(finding)).count()
}

/// Where a comment is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// On a line of its own, above this one.
    Above(u32),
    /// At the end of this line.
    Behind(u32),
    /// In the comment of this number, which names other rules.
    In(usize),
}

/// The comments that would keep findings of a source quiet, one by one, as editors offer them.
///
/// ```
/// use view_lsp::{Language, Settings, analysis, silence::Silencer, source::apply};
///
/// let source = "import struct\nstruct.pack('<B4s', 300, 'name')  # view: ignore[pack-type]\n";
/// let found = analysis::of(source, Language::Python, &Settings::default());
/// let edit = Silencer::new(source, Language::Python, &found).comment(&found.findings[0]).unwrap();
/// let (after, _) = apply(source, [[edit].as_slice()]);
/// assert!(after.ends_with("# view: ignore[pack-type, pack-range]\n"));
/// ```
#[derive(Debug)]
pub struct Silencer<'s> {
    source: &'s str,
    language: Language,
    sites: &'s [Site],
    tokens: Vec<Token>,
    lines: LineIndex,
    suppressions: Vec<Suppression>,
}

impl<'s> Silencer<'s> {
    /// For what was found in a source.
    pub fn new(source: &'s str, language: Language, found: &'s Analysis) -> Silencer<'s> {
        let lines = line_index(source);
        let suppressions = Suppression::all(source, &found.comments, &lines);
        let tokens = host::tokens(source, language);
        Silencer { source, language, sites: &found.sites, tokens, lines, suppressions }
    }

    /// The edit that keeps a finding quiet: rules are added to a comment that is there, else one is written, as [`silence`] does.
    /// `None` where no comment can stand, and for a comment that is not needed itself.
    pub fn comment(&self, finding: &Finding) -> Option<Edit> {
        let place = self.place(finding).filter(|_| is_meant(finding))?;
        self.edit(place, &[finding.rule])
    }

    /// Where a comment for a finding can stand.
    fn place(&self, finding: &Finding) -> Option<Place> {
        let (first, last) = suppress::lines_of(finding, self.sites, &self.lines);
        let takes = |one: &Suppression| one.is_for((first, last)) && one.with(&[finding.rule]).is_some();
        let known = self.suppressions.iter().position(takes);
        let above = || self.can_be_above(first).then_some(Place::Above(first));
        let behind = || (first..=last).find(|line| self.can_be_behind(*line)).map(Place::Behind);
        known.map(Place::In).or_else(above).or_else(behind)
    }

    fn can_be_above(&self, line: u32) -> bool {
        let Some(start) = self.lines.line(line).map(|range| u32::from(range.start())) else { return false };
        let before = self.source[..start as usize].trim_end_matches(['\r', '\n']);
        !self.is_in_token(start) && !self.continues(before)
    }

    fn can_be_behind(&self, line: u32) -> bool {
        let Some(content) = self.content(line) else { return false };
        let text = &self.source[content.range()];
        // What is written behind a comment is a part of it, and a comment that documents something is not to hold it.
        let last = self.tokens[..self.tokens.partition_point(|token| token.range.start < content.end)].last();
        let comment = last.filter(|last| last.is_comment && last.range.end >= content.end);
        let is_plain = comment.is_none_or(|comment| {
            let text = &self.source[comment.range.range()];
            text.starts_with('#') || text.starts_with("//") && !text.starts_with("///") && !text.starts_with("//!")
        });
        is_plain && !self.is_in_token(content.end) && !self.continues(text)
    }

    /// Whether the next line continues this one.
    fn continues(&self, line: &str) -> bool {
        self.language == Language::Python && line.ends_with('\\')
    }

    /// A line without what ends it, and without white space before that.
    fn content(&self, line: u32) -> Option<SourceRange> {
        let range = self.lines.line(line)?;
        let (start, end) = (u32::from(range.start()), u32::from(range.end()));
        let text = self.source.get(start as usize..end as usize)?;
        Some(SourceRange::new(start, start + text.trim_end_matches(['\r', '\n', ' ', '\t']).len() as u32))
    }

    /// Whether a token begins before `offset` and ends behind it.
    fn is_in_token(&self, offset: u32) -> bool {
        let before = self.tokens.partition_point(|token| token.range.start < offset);
        self.tokens[..before].last().is_some_and(|last| offset < last.range.end)
    }

    fn edit(&self, place: Place, rules: &[&Rule]) -> Option<Edit> {
        let names: Vec<_> = rules.iter().map(|rule| rule.name).collect();
        let (mark, words) = match self.language {
            Language::Python => ("#", format!("view: ignore[{}]", names.join(", "))),
            Language::Rust => ("//", format!("view: ignore({})", names.join(", "))),
        };
        match place {
            Place::In(number) => self.suppressions.get(number)?.with(rules),
            Place::Above(line) => comment_above(self.source, self.lines.line(line)?.start().into(), mark, &[words]),
            Place::Behind(line) => {
                let at = self.content(line)?.end;
                Some(Edit::new(SourceRange::empty(at), format!("  {mark} {words}")))
            }
        }
    }

    /// Whether `after` has the same tokens, but for comments.
    fn is_same_but_comments(&self, after: &str) -> bool {
        let others = host::tokens(after, self.language);
        let texts = |source: &str, tokens: &[Token]| {
            let tokens = tokens.iter().filter(|token| !token.is_comment);
            tokens.map(|token| source[token.range.range()].to_owned()).collect::<Vec<_>>()
        };
        texts(self.source, &self.tokens) == texts(after, &others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        python(
            "x = 1\r\nstruct.pack('<B', 300)\r\n",
            "x = 1\r\n# view: ignore[pack-range]\r\nstruct.pack('<B', 300)\r\n",
        );
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
        for source in
            ["import struct\nx = 1, \\\n  struct.unpack('<~', x), \\\n  2\n", "x = 1  # view: ignore[VF201]\n"]
        {
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
}
