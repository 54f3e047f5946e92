//! What the item under a cursor means.

use core::fmt;

use super::Place;
use crate::check::Checked;
use crate::code::{Code, CountMeaning};
use crate::layout::Layout;
use crate::order::{ByteOrder, Mark};
use crate::scalar::Scalar;
use crate::span::Span;
use crate::syntax::ast::{CodeNode, Count};
use crate::target::{CType, Target};

/// What a code means where it stands. `Display` says it in a few lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meaning {
    /// The code; `None` for a struct, a pointer (`&`) and a function.
    pub code: Option<Code>,
    /// As it is written: `T{}` for a struct.
    pub text: &'static str,
    /// Where the code stands.
    pub span: Span,
    /// The type in C.
    pub c: &'static str,
    /// The type that Rust reads it as; empty where there is none.
    pub rust: &'static str,
    /// The type of its value in Python; empty for padding.
    pub python: &'static str,
    /// The type in numpy's short notation; empty where numpy has none.
    pub numpy: &'static str,
    /// Size and alignment where it stands, on the target that was asked for; `None` where it has none.
    pub here: Option<CType>,
    /// The size after `= < > !`; `None` where it has none.
    pub standard_size: Option<u8>,
    /// Size and alignment in native mode, target by target.
    pub native: [(&'static str, Option<CType>); 4],
    /// The mark in force.
    pub mark: Mark,
    /// The byte order in force; `None` where there are no bytes to order.
    pub order: Option<ByteOrder>,
    /// The count in front of it.
    pub count: Option<Count>,
    /// What a count in front of it means, if it has no name.
    pub count_means: CountMeaning,
    /// Offset and size of its field; `None` for padding, and where the layout is open.
    pub field: Option<FieldPlace>,
}

/// Where a field lies in an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldPlace {
    /// Bytes from the start of the whole element; of a record that repeats, in the first one.
    pub offset: usize,
    /// Bytes of the whole field.
    pub size: usize,
}

impl Place<'_> {
    /// What the item under the cursor means on `target`. `checked` is what the format's check gave on it.
    pub fn meaning(&self, checked: &Checked, target: &Target) -> Option<Meaning> {
        let item = self.item.or_else(|| self.structs.last().copied())?;
        let native = |code: Code| Target::ALL.map(|(name, _, target)| (name, code.info().native(&target)));
        let field = checked.layout.as_ref().and_then(|layout| self.place_in(layout));
        let unknown = Meaning {
            code: None,
            text: "",
            span: item.code_span,
            c: "",
            rust: "",
            python: "",
            numpy: "",
            here: None,
            standard_size: None,
            native: Target::ALL.map(|(name, ..)| (name, None)),
            mark: self.mark,
            order: None,
            count: item.count(),
            count_means: CountMeaning::Repeat,
            field,
        };
        Some(match &item.code {
            CodeNode::Error => return None,
            CodeNode::Code(code) => {
                let info = code.info();
                let here = match info.standard_size {
                    _ if self.mark.is_aligned() => info.native(target),
                    _ if self.mark.is_native_size() => info.native(target).map(|c| CType { align: 1, ..c }),
                    size => size.map(|size| CType { size, align: 1 }),
                };
                let is_ordered = info.kind.is_some_and(|kind| kind.has_byte_order());
                // `l` has more than one size: Rust and numpy call it by that.
                let sized = match (info.kind, here) {
                    (Some(kind), Some(c)) if !info.is_native_only() => {
                        Code::of(Scalar::new(kind, c.size.into(), ByteOrder::Little)).info()
                    }
                    _ => info,
                };
                Meaning {
                    code: Some(*code),
                    text: info.text,
                    c: info.c,
                    rust: sized.rust,
                    python: info.python,
                    numpy: sized.numpy,
                    here,
                    standard_size: info.standard_size,
                    native: native(*code),
                    order: (is_ordered && here.is_some_and(|c| c.size > 1)).then(|| self.mark.byte_order(target.order)),
                    count_means: info.count_meaning(),
                    ..unknown
                }
            }
            CodeNode::Struct(_) => {
                Meaning { text: "T{}", c: "struct", rust: "record", python: "tuple", numpy: "V", ..unknown }
            }
            CodeNode::Pointer(_) => Meaning { text: "&", c: "pointer", ..unknown },
            CodeNode::Function => Meaning { text: "X{}", c: "pointer to a function", ..unknown },
        })
    }

    fn place_in(&self, layout: &Layout) -> Option<FieldPlace> {
        self.field_in(layout).map(|(field, offset)| FieldPlace { offset, size: field.size() })
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.text, self.c)?;
        for (language, name) in [("Rust", self.rust), ("Python", self.python), ("numpy", self.numpy)] {
            if !name.is_empty() {
                write!(f, ", {language} {name}")?;
            }
        }
        if let Some(here) = self.here {
            write!(f, "\n{}", Bytes(here.size.into()))?;
            if here.align > 1 {
                write!(f, ", aligned to {}", here.align)?;
            }
            if let Some(order) = self.order {
                write!(f, ", {order}")?;
            }
        }
        if let (Some(code), true) = (self.code, self.varies()) {
            write!(f, "\nnative sizes:")?;
            for (i, (name, c)) in self.native.iter().enumerate() {
                if let Some(c) = c {
                    write!(f, "{} {name} {}", if i == 0 { "" } else { "," }, c.size)?;
                }
            }
            match self.standard_size {
                Some(size) => write!(f, "; standard {size}")?,
                None if code.info().is_native_only() => f.write_str("; no standard size")?,
                None => {}
            }
        }
        if let Some(Count { value: Some(count), .. }) = self.count {
            match self.count_means {
                CountMeaning::Repeat => write!(f, "\n{count} of them, one after the other")?,
                CountMeaning::Length if self.python.is_empty() => write!(f, "\n{} of padding", Bytes(count))?,
                CountMeaning::Length => write!(f, "\none value of length {count}")?,
            }
        }
        if let Some(FieldPlace { offset, size }) = self.field {
            write!(f, "\nat offset {offset}, {} in all", Bytes(size))?;
        }
        Ok(())
    }
}

impl Meaning {
    /// Whether its size depends on target or mark.
    fn varies(&self) -> bool {
        let sizes = self.native.iter().filter_map(|(_, c)| c.map(|c| c.size));
        sizes.clone().any(|size| Some(size) != self.standard_size)
    }
}

/// A number of bytes, in words.
pub(super) struct Bytes(pub(super) usize);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} byte{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}
