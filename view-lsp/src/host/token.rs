//! The tokens of a source, as far as it matters where a comment can stand.

use crate::language::Language;
use crate::source::SourceRange;

/// A token or a comment. White space and the ends of lines are none; a string with replacement fields is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub(crate) range: SourceRange,
    pub(crate) is_comment: bool,
}

/// All tokens, in the order of the source.
pub(crate) fn tokens(source: &str, language: Language) -> Vec<Token> {
    match language {
        Language::Python => super::python::tokens(source),
        Language::Rust => super::rust::tokens(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str, language: Language) -> Vec<&str> {
        tokens(source, language).iter().map(|token| &source[token.range.range()]).collect()
    }

    #[test]
    fn strings_are_one_token_whatever_is_in_them() {
        let source = "if f'{a:{b}}{\"c\"}' 'd':\n    x = '''e\n#''' # f\n\n";
        assert_eq!(
            texts(source, Language::Python),
            ["if", "f'{a:{b}}{\"c\"}'", "'d'", ":", "x", "=", "'''e\n#'''", "# f"]
        );
        let source = "#!/usr/bin/x\nfn f() /* a\n*/ { r#\"// \n\"# // b\n}";
        assert_eq!(texts(source, Language::Rust), ["fn", "f", "(", ")", "/* a\n*/", "{", "r#\"// \n\"#", "// b", "}"]);
    }
}
