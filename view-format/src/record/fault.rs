//! What is wrong with a format as that of a record: the facts, and the words.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::diagnostic::Label;
use crate::span::Span;
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

impl RecordFault {
    /// The stable name of the kind, as [`Diagnostic::id`](crate::Diagnostic::id) of a mistake in the format.
    pub fn id(&self) -> &'static str {
        match self.kind {
            RecordFaultKind::NotAnIdentifier { .. } | RecordFaultKind::Keyword { .. } => "field-name",
            RecordFaultKind::Reserved { .. } => "reserved-name",
            RecordFaultKind::MethodClash { .. } => "method-clash",
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
            RecordFaultKind::SameType { name, .. } => write!(f, "two types called `{name}`"),
            RecordFaultKind::LongDouble => {
                f.write_str("C's `long double` has another size on every platform, and Rust has no number for it")
            }
        }
    }
}
