//! The values of a format: what `pack` takes and `unpack` gives, one after the other.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::code::Code;
use crate::layout::{Field, Kind, Layout};
use crate::rule::{Accepts, Gives};
use crate::scalar::{Scalar, ScalarKind};

/// Some equal values one after the other: what a run of `pack`'s arguments has to be, and of `unpack`'s results is.
#[derive(Clone, PartialEq, Debug)]
pub struct Values {
    /// How many.
    pub count: usize,
    /// The name of the field; then there is one value.
    pub name: Option<String>,
    /// The type of each in Python: `int`, `tuple` for a record, `list` for an array.
    pub python: &'static str,
    /// The type of each in Rust: `u32`, `[[f32; 4]; 3]`, `record`.
    pub rust: String,
    /// What packing accepts for each; of an array, for each item. `None` for a record.
    pub accepts: Option<Accepts>,
    /// What unpacking gives for each; of an array, for each item. `None` for a record.
    pub gives: Option<Gives>,
    /// The index of the field in the layout; of several fields that were taken together, the first.
    pub field: usize,
}

/// The values of an element of `layout`, equal neighbours without names taken together.
///
/// ```
/// use view_format::{Layout, query::values};
///
/// let layout = Layout::parse("<2sHH4xI:size:")?;
/// let values: Vec<_> = values(&layout).iter().map(|values| (values.count, values.rust.clone())).collect();
/// assert_eq!(values, [(1, "[u8; 2]".into()), (2, "u16".into()), (1, "u32".into())]);
/// # Ok::<(), view_format::FormatError>(())
/// ```
pub fn values(layout: &Layout) -> Vec<Values> {
    let mut runs: Vec<Values> = Vec::new();
    for (i, field) in layout.fields().iter().enumerate() {
        let same = layout.fields().get(i.wrapping_sub(1)).is_some_and(|before| {
            let unnamed = before.name().is_none() && field.name().is_none();
            unnamed && before.shape() == field.shape() && before.kind() == field.kind()
        });
        match runs.last_mut() {
            // A sum of sizes fits, but what takes no bytes can be repeated beyond it.
            Some(run) if same => run.count = run.count.saturating_add(field.repeat()),
            _ => runs.push(Values::at(field, i)),
        }
    }
    runs
}

impl Values {
    /// The values of one field.
    pub fn of(field: &Field) -> Values {
        Values::at(field, 0)
    }

    fn at(field: &Field, i: usize) -> Values {
        let scalar = match field.kind() {
            Kind::Scalar(scalar) => Some(*scalar),
            Kind::Record(_) => None,
        };
        let one = scalar.map_or_else(|| "record".to_string(), rust_type);
        let python = match scalar {
            _ if !field.shape().is_empty() => "list",
            Some(scalar) => scalar.gives().python(),
            None => "tuple",
        };
        Values {
            count: field.repeat(),
            name: field.name().map(Into::into),
            python,
            rust: field.shape().iter().rev().fold(one, |of, n| format!("[{of}; {n}]")),
            accepts: scalar.map(Scalar::accepts),
            gives: scalar.map(Scalar::gives),
            field: i,
        }
    }
}

/// The type that Rust has for a scalar; for strings of bytes, an array of them.
pub fn rust_type(scalar: Scalar) -> String {
    match scalar.kind() {
        ScalarKind::Bytes | ScalarKind::LongDouble | ScalarKind::Void => format!("[u8; {}]", scalar.size()),
        ScalarKind::Pascal => format!("Pascal<{}>", scalar.size()),
        ScalarKind::Pointer => format!("u{}", 8 * scalar.size()),
        _ => Code::of(scalar).info().rust.into(),
    }
}

/// `3 x int`, `name: bytes`
impl fmt::Display for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            write!(f, "{}: ", name.escape_debug())?;
        }
        if self.count != 1 {
            write!(f, "{} x ", self.count)?;
        }
        f.write_str(self.python)
    }
}
