//! The page of a rule, in Markdown.

use super::{Example, GROUPS, Rule};

impl Rule {
    /// Its page: what it finds, why, a bad and a good example.
    pub fn page(&self) -> String {
        let mut page = format!("### {}\n\n`{}`, {}", self.name, self.code, self.severity);
        if !self.is_default {
            page.push_str(", off unless selected");
        }
        page.push_str(&format!(": {}.\n\n{}\n", self.summary, self.why));
        for (title, example) in [("Finds", self.bad), ("Instead", self.good)] {
            if !example.source.is_empty() {
                page.push_str(&format!("\n{title}:\n\n{}", fenced(example)));
            }
        }
        page
    }

    /// The pages of all rules.
    pub fn pages() -> String {
        let mut pages = String::new();
        for group in GROUPS {
            pages.push_str(&format!("\n## {}: {}\n", group.prefix, group.title));
            for rule in Rule::all().filter(|rule| rule.code.starts_with(group.prefix)) {
                pages.push('\n');
                pages.push_str(&rule.page());
            }
        }
        pages
    }
}

fn fenced(example: Example) -> String {
    format!("```{}\n{}```\n", example.language.id(), example.source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages in the docs.
    #[test]
    fn the_pages_in_the_docs_are_fresh() {
        let mut text = String::from(
            "# Rules\n\nWhat `viewfmt check` and the language server look for. Settings and comments name rules by code, by the \
             start of a code, or by name. Written by `UPDATE_EXPECT=1 cargo test -p view-lsp --lib rule`.\n\n",
        );
        text.push_str("| code | name | severity | default | finds |\n|---|---|---|---|---|\n");
        for rule in Rule::all() {
            let default = if rule.is_default { "on" } else { "off" };
            let (code, name, severity, summary) = (rule.code, rule.name, rule.severity, rule.summary);
            text.push_str(&format!("| `{code}` | [{name}](#{name}) | {severity} | {default} | {summary} |\n"));
        }
        text.push_str(&Rule::pages());
        expect_test::expect_file!["../../../docs/rules.md"].assert_eq(&text);
    }
}
