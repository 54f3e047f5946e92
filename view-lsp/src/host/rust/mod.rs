//! Rust sources, as tokens: `view!`, `#[view(format = "...")]`, `#[buffer(format = "...")]`, and calls that read a format.

mod fields;
mod literal;
mod tokens;

use view_format::Dialect;

use super::Read;
use super::token::Token;
use crate::site::{Operation, RecordSite, Site, Use};
use crate::source::SourceRange;
use tokens::{Kind, Tokens};

/// Words of which a source with formats has at least one.
const WORDS: [&str; 3] = ["view", "Layout", "cast"];

/// Frameworks whose own `view!` takes a string as well.
const OTHERS: [&str; 4] = ["leptos", "sycamore", "dioxus", "yew"];

/// Sites and comments.
pub(super) fn read(source: &str) -> Read {
    if !WORDS.iter().any(|word| source.contains(word)) {
        return Read::default();
    }
    let is_ours = source.contains("view_core") || source.contains("view_format");
    let is_others = OTHERS.iter().any(|word| source.contains(word));
    let mut reader = Reader {
        tokens: Tokens::new(source),
        source,
        groups: Vec::new(),
        sites: Vec::new(),
        is_ours,
        has_own_view: is_ours || !is_others,
    };
    reader.run();
    let wants_comments = !reader.sites.is_empty() || super::has_word_for_us(source);
    let comments = if wants_comments { reader.tokens.into_comments() } else { Vec::new() };
    Read { sites: reader.sites, comments }
}

/// All tokens.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    Tokens::new(source).into_all()
}

struct Reader<'s> {
    tokens: Tokens<'s>,
    source: &'s str,
    /// The open delimiters.
    groups: Vec<Group>,
    sites: Vec<Site>,
    /// Whether the source names our crates.
    is_ours: bool,
    /// Whether an unqualified `view!` is ours.
    has_own_view: bool,
}

/// An open delimiter.
struct Group {
    /// Its token.
    open: usize,
    of: GroupOf,
    /// Commas in it so far.
    commas: usize,
}

/// What stands before an open delimiter.
#[derive(Clone, Copy, PartialEq)]
enum GroupOf {
    /// `view!`, and the token that its path starts with.
    View {
        start: usize,
    },
    /// `view` in an attribute, or `buffer`, whose fields are not those of the format.
    Attribute {
        is_of_record: bool,
    },
    /// A call of a function or a method that reads a format first.
    Call {
        operation: Operation,
        start: usize,
    },
    Other,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(kind) = self.tokens.kind(at) {
            match kind {
                Kind::Open(_) => {
                    let of = self.group(at);
                    self.groups.push(Group { open: at, of, commas: 0 });
                }
                Kind::Close(_) => {
                    self.groups.pop();
                }
                Kind::Comma => {
                    if let Some(group) = self.groups.last_mut() {
                        group.commas += 1;
                    }
                }
                Kind::Str | Kind::RawStr => self.literal(at),
                Kind::Ident | Kind::Other => {}
            }
            at += 1;
        }
    }

    fn is(&mut self, at: Option<usize>, text: &str) -> bool {
        at.is_some_and(|at| self.tokens.text(at) == Some(text))
    }

    /// What the delimiter at `at` opens.
    fn group(&mut self, at: usize) -> GroupOf {
        let before = |n: usize| at.checked_sub(n);
        if self.is(before(1), "!") && self.is(before(2), "view") {
            let mut start = at - 2;
            let is_qualified = self.is(before(3), ":") && self.is(before(4), ":");
            while start >= 3 && self.is(Some(start - 1), ":") && self.is(Some(start - 2), ":") {
                start -= 3;
            }
            // A crate may have been renamed, but hardly to something else altogether.
            let first = self.tokens.text(start).unwrap_or_default();
            let is_ours = match is_qualified {
                true => first.contains("view") || self.is_ours && !OTHERS.contains(&first),
                false => self.has_own_view,
            };
            return if is_ours { GroupOf::View { start } } else { GroupOf::Other };
        }
        if self.tokens.text(at) != Some("(") {
            return GroupOf::Other;
        }
        let is_after = |reader: &mut Self, n: usize| reader.is(before(n), "[") || reader.is(before(n), ",");
        for (name, is_of_record) in [("view", true), ("buffer", false)] {
            if self.is(before(1), name) && is_after(self, 2) && (is_of_record || self.is_ours) {
                return GroupOf::Attribute { is_of_record };
            }
        }
        if !self.is_ours {
            return GroupOf::Other;
        }
        let name = before(1).and_then(|at| self.tokens.text(at)).unwrap_or_default();
        let is_method = self.is(before(2), ".");
        let is_of_layout = self.is(before(2), ":")
            && self.is(before(3), ":")
            && (self.is(before(4), "Layout") || self.is(before(4), "Format"));
        let operation = match name {
            "parse" | "parse_for" | "parse_as" | "of_buffer" if is_of_layout => Operation::Parse,
            "cast" | "cast_shape" if is_method => Operation::ViewCast,
            _ => return GroupOf::Other,
        };
        GroupOf::Call { operation, start: at - if is_method { 1 } else { 4 } }
    }

    fn literal(&mut self, at: usize) {
        let Some(group) = self.groups.last() else { return };
        let (open, of, commas) = (group.open, group.of, group.commas);
        let before = |n: usize| at.checked_sub(n);
        match of {
            GroupOf::View { start } => {
                // A record: `struct Name = "..."`.
                if self.is(before(1), "=") && self.is(before(3), "struct") {
                    let name = self.tokens.range(at - 2);
                    let record = RecordSite { name, fields: Vec::new() };
                    self.site(at, Operation::Record, at - 3, Some(record));
                } else if commas == 1 && self.is(before(1), ",") {
                    self.site(at, Operation::InPlace, start, None);
                }
            }
            GroupOf::Attribute { is_of_record } if self.is(before(1), "=") && self.is(before(2), "format") => {
                self.site(at, Operation::Derive, open - 1, None);
                let record = is_of_record.then(|| fields::after_attribute(&mut self.tokens, at + 1)).flatten();
                if let Some(site) = self.sites.last_mut() {
                    site.record = record;
                }
            }
            GroupOf::Call { operation, start } if commas == 0 && open + 1 == at => {
                self.site(at, operation, start, None);
            }
            _ => {}
        }
    }

    /// The literal at `at` is a format, in something that starts at the token `start`.
    fn site(&mut self, at: usize, operation: Operation, start: usize, record: Option<RecordSite>) {
        let whole = self.tokens.range(at);
        let cut = match self.tokens.kind(at) {
            Some(Kind::Str) => literal::cut(self.source, whole),
            _ => None,
        };
        let range = cut.unwrap_or(whole);
        if let Some(cut) = cut {
            // What the literal swallowed is read anew.
            self.tokens.restart_after(at, cut.end);
        }
        let map = literal::decode(self.source, range, cut.is_some());
        // `parse_as` names the dialect.
        let names_struct = matches!(operation, Operation::Parse)
            && self.is(Some(at + 1), ",")
            && (2..6).any(|n| self.is(Some(at + n), "Struct") && self.is(Some(at + n - 1), ":"));
        let dialect = if names_struct { Dialect::Struct } else { Dialect::Pep3118 };
        let start = self.tokens.range(start).start;
        let callee = SourceRange::new(start, range.start);
        let one = Use {
            operation,
            range: SourceRange::new(start, range.end),
            callee,
            parentheses: range,
            is_method: false,
            is_complete: true,
            is_second_cast: false,
            expects_error: false,
            arguments: Vec::new(),
            results: Vec::new(),
        };
        self.sites.push(Site {
            range,
            map,
            dialect,
            operation,
            uses: vec![one],
            is_cut: cut.is_some(),
            expects_error: false,
            record,
        });
    }
}
