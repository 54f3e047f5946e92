//! The same format with names, taken from the program where it has some.

use view_format::syntax::ast::{CodeNode, Item, Node, Part};
use view_format::{Dialect, parse};

use super::reading::Reading;
use crate::site::ResultUse;

/// How many fields get names.
const MOST: usize = 64;

impl Reading<'_> {
    /// The format with a name for each field that has none: that of the name that its value is unpacked to, else as the
    /// macros number them. `None` where there is nothing to name, and where the bytes would mean something else.
    pub(super) fn with_names(&self, source: &str) -> Option<String> {
        let layout = self.checked.layout.as_ref().filter(|_| self.is_whole() && self.is_right)?;
        let fields = layout.fields();
        if fields.len() > MOST || layout.values() > MOST || fields.iter().all(|field| field.name().is_some()) {
            return None;
        }
        let names = self.target_names(source);
        let mut writer = Writer { reading: self, names, text: String::new(), value: 0, taken: Vec::new() };
        writer.taken.extend(fields.iter().filter_map(|field| field.name().map(String::from)));
        writer.nodes(self.format.nodes());
        let text = writer.text.trim().to_owned();
        let parsed = parse(&text, Dialect::Pep3118);
        let named = parsed.format.check(self.target).layout.filter(|_| parsed.diagnostics.is_empty())?;
        let is_same = named.size() == layout.size() && named.fields().iter().all(|field| field.name().is_some());
        is_same.then_some(text)
    }

    /// The names that the values are unpacked to, by value.
    fn target_names(&self, source: &str) -> Vec<Option<String>> {
        let results = self.site.uses.iter().flat_map(|of| &of.results).filter_map(ResultUse::targets);
        let total = self.values().unwrap_or_default();
        let Some(targets) = results.filter(|targets| targets.value_of(0, total).is_some()).max_by_key(|t| t.each.len())
        else {
            return Vec::new();
        };
        let mut names = vec![None; total];
        for (i, range) in targets.each.iter().enumerate() {
            if let Some(name) = targets.value_of(i, total).and_then(|value| names.get_mut(value)) {
                *name = source.get(range.range()).and_then(identifier);
            }
        }
        names
    }
}

/// `size` of `size` and of `self.size`.
fn identifier(target: &str) -> Option<String> {
    let name = target.rsplit('.').next()?.trim();
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    let is_name = name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit());
    (is_name && name.chars().any(|c| c != '_')).then(|| name.to_owned())
}

struct Writer<'r> {
    reading: &'r Reading<'r>,
    names: Vec<Option<String>>,
    text: String,
    value: usize,
    taken: Vec<String>,
}

impl Writer<'_> {
    /// The items of the outermost struct.
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Mark(mark, _) => self.text.push(mark.as_char()),
                Node::Space(_) | Node::Error(_) => {}
                Node::Item(item) => match &item.code {
                    // A format that is one `T{...}` means the struct in it.
                    CodeNode::Struct(inside) if self.is_whole(item) => {
                        self.text += "T{";
                        self.nodes(inside);
                        self.text.truncate(self.text.trim_end().len());
                        self.text += "} ";
                    }
                    _ => self.item(item),
                },
            }
        }
    }

    /// Whether the fields of the layout are those in the item, rather than the item.
    fn is_whole(&self, item: &Item) -> bool {
        !self.reading.checked.origins.iter().any(|origin| origin.item == item.span)
    }

    fn item(&mut self, item: &Item) {
        let origins = &self.reading.checked.origins;
        let field = origins.iter().position(|origin| origin.item == item.span);
        let Some(field) = field.and_then(|i| self.reading.checked.partial.fields().get(i)) else {
            // Padding.
            self.text += self.reading.text(item.span);
            self.text.push(' ');
            return;
        };
        let repeat = field.repeat();
        if item.name.is_some() {
            self.value += repeat;
            self.text += self.reading.text(item.span);
            self.text.push(' ');
            return;
        }
        let mine: Vec<_> = (self.value..self.value + repeat).map(|i| self.names.get(i).cloned().flatten()).collect();
        self.value += repeat;
        if repeat > 1 && mine.iter().all(Option::is_some) {
            // Each has a name of its own.
            let mut code = String::new();
            for part in &item.parts {
                if let Part::Mark(mark, _) = part {
                    code.push(mark.as_char());
                }
            }
            let counted =
                item.parts.iter().any(|part| matches!(part, Part::Count(_))) && item.dimensions().next().is_none();
            if counted {
                code += self.reading.text(item.code_span);
                for name in mine {
                    self.push(&code.clone(), name);
                }
                return;
            }
        }
        let name = mine.into_iter().next().flatten().filter(|_| repeat == 1);
        let text = self.reading.text(item.span).to_owned();
        self.push(&text, name);
    }

    fn push(&mut self, item: &str, name: Option<String>) {
        let name = name.filter(|name| !self.taken.contains(name));
        let name = name.unwrap_or_else(|| {
            let numbered = (0..).map(|n| format!("f{n}"));
            numbered.into_iter().find(|name| !self.taken.contains(name)).unwrap_or_default()
        });
        self.text += &format!("{item}:{name}: ");
        self.taken.push(name);
    }
}
