//! What a record with a method for each field asks of a format beyond its being valid: names that methods can have, and
//! sizes that are known. The macros that make such records report these, and so do tools that read their sources.
//!
//! ```
//! use view_format::{Dialect, Target, parse, record};
//!
//! let format = parse("<h:x: h:set_x: i:file size:", Dialect::Pep3118).format;
//! let checked = format.check(&Target::LP64);
//! let is_identifier = |name: &str| name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
//! let faults = record::check(&checked.partial, &checked.origins, &is_identifier);
//! assert_eq!(faults[0].to_string(), "two methods called `set_x`");
//! assert_eq!(faults[1].help().as_deref(), Some("a name such as `file_size` can"));
//! ```

use alloc::collections::BTreeMap;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::check::Origin;
use crate::diagnostic::{Diagnostic, Label};
use crate::layout::{Field, Kind, Layout, Scalar, ScalarKind};
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Format, Node};
use crate::target::Target;

/// One thing that a record cannot be made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordFault {
    /// What is wrong, with the facts.
    pub kind: RecordFaultKind,
    /// Where.
    pub span: Span,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum RecordFaultKind {
    /// `"h:file size:"`: a name that has characters which identifiers have not.
    NotAnIdentifier {
        /// The name.
        name: String,
        /// One that would do.
        instead: String,
    },
    /// `"h:self:"`: a keyword that `r#` does not free.
    Keyword {
        /// The name.
        name: String,
    },
    /// `"h:new:"`: a name that every record has for something else.
    Reserved {
        /// The name.
        name: String,
        /// What it is there.
        what: &'static str,
    },
    /// `"h:x: h:set_x:"`: two fields whose methods have the same name.
    MethodClash {
        /// The name of both methods.
        method: String,
        /// The field.
        field: String,
        /// The field before it.
        other: String,
        /// Where the name of that one stands.
        other_span: Span,
    },
    /// `"h:x h:y:"`: a name that can hardly be one, since a colon is missing or one is too many.
    MisreadName {
        /// What is read as a name.
        name: String,
    },
    /// `"T{h:x:}:spot: T{h:y:}:spot_:"`: two records inside whose types have the same name.
    SameType {
        /// The name of both.
        name: String,
        /// Where the name of the first field stands; `None` where it is the record itself.
        first: Option<Span>,
    },
    /// `"g"`: C's `long double`, whose size hangs on more than the data model.
    LongDouble,
}

/// What every record has, whatever its fields are: the names, and what they are.
pub const RESERVED: [(&str, &str); 9] = [
    ("new", "constructor"),
    ("from_bytes", "constructor"),
    ("from_prefix", "constructor"),
    ("from_offset", "constructor"),
    ("into_inner", "method"),
    ("FORMAT", "constant"),
    ("SIZE", "constant"),
    ("LAYOUT", "constant"),
    ("OFFSETS", "constant"),
];

impl RecordFault {
    /// The stable name of the kind, as [`Diagnostic::id`](crate::Diagnostic::id) of a mistake in the format.
    pub fn id(&self) -> &'static str {
        match self.kind {
            RecordFaultKind::NotAnIdentifier { .. } | RecordFaultKind::Keyword { .. } => "field-name",
            RecordFaultKind::Reserved { .. } => "reserved-name",
            RecordFaultKind::MethodClash { .. } => "method-clash",
            RecordFaultKind::MisreadName { .. } => "misread-name",
            RecordFaultKind::SameType { .. } => "same-type",
            RecordFaultKind::LongDouble => "long-double",
        }
    }

    /// What stands under the text, the place itself first.
    pub fn labels(&self) -> Vec<Label> {
        let primary = |text: String| Label { span: self.span, text, is_primary: true };
        match &self.kind {
            RecordFaultKind::NotAnIdentifier { .. } => [primary("not an identifier".into())].into(),
            RecordFaultKind::Keyword { .. } => [primary("a keyword that `r#` does not free".into())].into(),
            RecordFaultKind::Reserved { what, .. } => [primary(format!("a {what} of every record"))].into(),
            RecordFaultKind::MethodClash { field, other, other_span, .. } => [
                primary(format!("for the field `{field}`")),
                Label { span: *other_span, text: format!("for the field `{other}`"), is_primary: false },
            ]
            .into(),
            RecordFaultKind::MisreadName { .. } => [primary("between two colons".into())].into(),
            RecordFaultKind::SameType { first, .. } => {
                let other = first.map(|span| Label { span, text: "and of this one".into(), is_primary: false });
                [primary("of this field".into())].into_iter().chain(other).collect()
            }
            RecordFaultKind::LongDouble => {
                let sizes = Target::ALL.map(|(_, machine, target)| format!("{} on {machine}", target.long_double.size));
                [primary(format!("bytes: {}, and others elsewhere", sizes.join(", ")))].into()
            }
        }
    }

    /// What would do.
    pub fn help(&self) -> Option<String> {
        Some(match &self.kind {
            RecordFaultKind::NotAnIdentifier { instead, .. } => format!("a name such as `{instead}` can"),
            RecordFaultKind::Keyword { name } => format!("a name such as `{}_` can", name.to_lowercase()),
            RecordFaultKind::Reserved { name, .. } => format!("call it `{name}_` or something else"),
            RecordFaultKind::MethodClash { .. } => {
                "a field `x` has the methods `x`, and `set_x` or `x_mut`: give one of the two another name".into()
            }
            RecordFaultKind::MisreadName { .. } => {
                "a name has a colon before it and one after it, `h:x: h:y:`; a code without a name has none".into()
            }
            RecordFaultKind::SameType { .. } => {
                "the type of a record inside is called after the record and the field: give the field another name"
                    .into()
            }
            RecordFaultKind::LongDouble => "take its bytes as a string, such as `16s`".into(),
        })
    }
}

impl fmt::Display for RecordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            RecordFaultKind::NotAnIdentifier { name, .. } | RecordFaultKind::Keyword { name } => {
                write!(f, "`{}` cannot be the name of a method", name.escape_debug())
            }
            RecordFaultKind::Reserved { name, what } => write!(f, "field `{name}` would hide the {what} `{name}`"),
            RecordFaultKind::MethodClash { method, .. } => write!(f, "two methods called `{method}`"),
            RecordFaultKind::MisreadName { name } => {
                write!(f, "`{}` is read as a name: a colon is missing, or one is too many", name.escape_debug())
            }
            RecordFaultKind::SameType { name, .. } => write!(f, "two types called `{name}`"),
            RecordFaultKind::LongDouble => {
                f.write_str("C's `long double` has another size on every platform, and Rust has no number for it")
            }
        }
    }
}

/// All that is wrong with a format as that of a record, structs in it included. `is_identifier` says whether a text is an
/// identifier, be it with `r#` in front.
pub fn check(layout: &Layout, origins: &[Origin], is_identifier: &dyn Fn(&str) -> bool) -> Vec<RecordFault> {
    let mut faults: Vec<RecordFault> = long_double(layout, origins).into_iter().collect();
    names(layout, origins, is_identifier, &mut faults);
    faults.sort_by_key(|fault| fault.span);
    faults
}

fn names(layout: &Layout, origins: &[Origin], is_identifier: &dyn Fn(&str) -> bool, faults: &mut Vec<RecordFault>) {
    let mut unnamed = unnamed(layout);
    let mut methods = Methods::default();
    for (field, origin) in layout.fields().iter().zip(origins) {
        let span = origin.name.unwrap_or(origin.code);
        let name = match field.name() {
            None => unnamed.next().unwrap_or_default(),
            Some(name) => match check_name(name, span, is_identifier) {
                Ok(()) => name.to_string(),
                Err(fault) => {
                    faults.push(fault);
                    unnamed.next().unwrap_or_default()
                }
            },
        };
        if let Kind::Record(inside) = field.kind() {
            names(inside, &origin.fields, is_identifier, faults);
        }
        if let Err(Some(fault)) = methods.add(&name, span) {
            faults.push(fault);
        }
    }
}

/// numpy's names for fields that have none: `f0`, `f1` and so on, those that are taken left out.
pub fn unnamed(layout: &Layout) -> impl Iterator<Item = String> + use<> {
    let taken: BTreeSet<String> = layout.fields().iter().filter_map(Field::name).map(Into::into).collect();
    (0..).map(|n: usize| format!("f{n}")).filter(move |name| !taken.contains(name))
}

/// Whether a method can have this name, which stands at `span`.
///
/// # Errors
/// Why not.
pub fn check_name(name: &str, span: Span, is_identifier: impl FnOnce(&str) -> bool) -> Result<(), RecordFault> {
    let name = name.to_string();
    let kind = if matches!(&*name, "self" | "Self" | "super" | "crate" | "_") {
        RecordFaultKind::Keyword { name }
    } else if !is_identifier(&name) {
        RecordFaultKind::NotAnIdentifier { instead: snake_case(&name), name }
    } else {
        return Ok(());
    };
    Err(RecordFault { kind, span })
}

/// A name that would do in the place of one that does not.
fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if out.ends_with('_') || out.is_empty() => {}
            _ => out.push('_'),
        }
    }
    let out = out.trim_end_matches('_');
    match out.chars().next() {
        None => "field".into(),
        Some(first) if first.is_ascii_digit() => format!("field_{out}"),
        Some(_) => out.into(),
    }
}

/// The methods of a record, by name.
#[derive(Clone, Default, Debug)]
pub struct Methods {
    /// Which field each is of, and where that stands.
    of: BTreeMap<String, (String, Span)>,
}

impl Methods {
    /// The methods of one more field: of an identifier without `r#`, whose name stands at `span`.
    ///
    /// # Errors
    /// That one of them has a name that is taken; nothing of a field of the same name, since that is a mistake of the format
    /// itself and told with it.
    pub fn add(&mut self, name: &str, span: Span) -> Result<(), Option<RecordFault>> {
        if let Some((_, what)) = RESERVED.iter().find(|(reserved, _)| *reserved == name) {
            return Err(Some(RecordFault { kind: RecordFaultKind::Reserved { name: name.into(), what }, span }));
        }
        let own = [name.to_string(), format!("set_{name}"), format!("{name}_mut")];
        if let Some((method, (other, other_span))) = own.iter().find_map(|method| self.of.get_key_value(method)) {
            let kind = RecordFaultKind::MethodClash {
                method: method.clone(),
                field: name.into(),
                other: other.clone(),
                other_span: *other_span,
            };
            return Err((other != name).then_some(RecordFault { kind, span }));
        }
        self.of.extend(own.map(|method| (method, (name.into(), span))));
        Ok(())
    }
}

/// The first `long double`, if there is one. Its size is not even that of the data model.
pub fn long_double(layout: &Layout, origins: &[Origin]) -> Option<RecordFault> {
    layout.fields().iter().zip(origins).find_map(|(field, origin)| match field.kind() {
        Kind::Record(inside) => long_double(inside, &origin.fields),
        Kind::Scalar(scalar) if scalar.kind() == ScalarKind::LongDouble => {
            Some(RecordFault { kind: RecordFaultKind::LongDouble, span: origin.code })
        }
        Kind::Scalar(_) => None,
    })
}

/// The name of the type of a record inside: that of the outer one and that of the field, `Trade` and `spot` to `TradeSpot`.
pub fn nested_type(outer: &str, field: &str) -> String {
    let mut name = String::from(outer);
    for word in field.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(letters.as_str());
    }
    name
}

/// Records inside of the record `name` whose types would have the name of another.
pub fn same_types(layout: &Layout, origins: &[Origin], name: &str) -> Vec<RecordFault> {
    let mut types = BTreeMap::from([(name.to_string(), None)]);
    let mut faults = Vec::new();
    add_types(layout, origins, name, &mut types, &mut faults);
    faults
}

fn add_types(
    layout: &Layout,
    origins: &[Origin],
    outer: &str,
    types: &mut BTreeMap<String, Option<Span>>,
    faults: &mut Vec<RecordFault>,
) {
    let mut unnamed = unnamed(layout);
    for (field, origin) in layout.fields().iter().zip(origins) {
        let own = field.name().map_or_else(|| unnamed.next().unwrap_or_default(), Into::into);
        let Kind::Record(inside) = field.kind() else { continue };
        let (name, span) = (nested_type(outer, &own), origin.name.unwrap_or(origin.code));
        if let Some(first) = types.get(&name) {
            faults.push(RecordFault { kind: RecordFaultKind::SameType { first: *first, name }, span });
            continue;
        }
        add_types(inside, &origin.fields, &name, types, faults);
        types.insert(name, Some(span));
    }
}

/// The first name of a broken format that can hardly be one, where no mistake stands before it: in `h:x h:y:` it is `x h`.
/// All that follows it is read as what it is not, and every bit of that is a mistake; this one says it all.
pub fn misread_name(format: &Format, diagnostics: &[Diagnostic]) -> Option<RecordFault> {
    let first = diagnostics.iter().map(|diagnostic| diagnostic.span.start).min()?;
    let span = odd_name(format.nodes(), format.text()).filter(|name| name.start < first)?;
    Some(RecordFault { kind: RecordFaultKind::MisreadName { name: format.text()[span.range()].into() }, span })
}

fn odd_name(nodes: &[Node], text: &str) -> Option<Span> {
    nodes.iter().find_map(|node| {
        let Node::Item(item) = node else { return None };
        let inside = match &item.code {
            CodeNode::Struct(nodes) => odd_name(nodes, text),
            _ => None,
        };
        // Names with blanks are good in other places, and then nothing after them is wrong.
        inside
            .or_else(|| item.name.map(|name| name.text).filter(|name| text[name.range()].contains(char::is_whitespace)))
    })
}

/// The type of one item of a field in Rust, as a record gives it; of a string of bytes that of one byte.
pub fn item_type(scalar: Scalar) -> String {
    let bits = 8 * scalar.size();
    match scalar.kind() {
        ScalarKind::Int => format!("i{bits}"),
        ScalarKind::Uint | ScalarKind::Pointer => format!("u{bits}"),
        ScalarKind::Float if bits == 16 => "f32".into(),
        ScalarKind::Float => format!("f{bits}"),
        ScalarKind::Bool => "bool".into(),
        ScalarKind::Complex => format!("Complex<f{}>", bits / 2),
        ScalarKind::Pascal => format!("PascalText<[u8; {}]>", scalar.size()),
        _ => "u8".into(),
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;
    use std::vec::Vec;

    use super::*;
    use crate::{Dialect, parse};

    #[test]
    fn faults_are_told_with_what_would_do() {
        let cases = [
            ("<h:x: h:y:", ""),
            ("<h:x: h:x:", ""),
            ("<h:x: h:set_x:", "method-clash 8..13 two methods called `set_x`"),
            // Fields without a name have methods too.
            ("<hh:f0_mut:", "method-clash 4..10 two methods called `f0_mut`"),
            ("<hh:f0:", ""),
            ("<h:new:", "reserved-name 3..6 field `new` would hide the constructor `new`"),
            ("<h:self:", "field-name 3..7 `self` cannot be the name of a method"),
            ("<h:1 a:", "field-name 3..6 `1 a` cannot be the name of a method"),
            ("<T{h:SIZE:}:a:", "reserved-name 5..9 field `SIZE` would hide the constant `SIZE`"),
            (
                "@hg",
                "long-double 2..3 C's `long double` has another size on every platform, and Rust has no number for it",
            ),
        ];
        for (text, expected) in cases {
            let checked = parse(text, Dialect::Pep3118).format.check(&Target::LP64);
            let is_identifier = |name: &str| !name.contains(' ');
            let faults = check(&checked.partial, &checked.origins, &is_identifier);
            let told: Vec<_> = faults.iter().map(|fault| format!("{} {:?} {fault}", fault.id(), fault.span)).collect();
            assert_eq!(told.join("; "), expected, "{text}");
            assert!(faults.iter().all(|fault| fault.help().is_some() && !fault.labels().is_empty()), "{text}");
        }
        let same = |text: &str| {
            let checked = parse(text, Dialect::Pep3118).format.check(&Target::LP64);
            let faults = same_types(&checked.partial, &checked.origins, "Trade");
            faults.iter().map(|fault| format!("{:?} {fault}", fault.span)).collect::<Vec<_>>()
        };
        assert_eq!(same("<T{h:x:}:spot: T{h:y:}:spot_:"), ["23..28 two types called `TradeSpot`"]);
        assert!(same("<T{h:x:}:spot: T{h:y:}:spot_b:").is_empty());
        let misread = |text: &str| {
            let parse = parse(text, Dialect::Pep3118);
            misread_name(&parse.format, &parse.diagnostics).map(|fault| (fault.id(), fault.span))
        };
        assert_eq!(misread("<h:x h:y:"), Some(("misread-name", Span::new(3, 6))));
        assert_eq!((misread("<h:x h: h:y:"), misread("<k h:x h:y:")), (None, None));
        assert_eq!(snake_case("File Size (bytes)").to_string(), "file_size_bytes");
        assert_eq!((&*snake_case("é"), &*snake_case("1 a")), ("field", "field_1_a"));
    }
}
