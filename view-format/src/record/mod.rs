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

mod fault;
#[cfg(test)]
mod tests;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use fault::{RecordFault, RecordFaultKind};

use crate::check::Origin;
use crate::layout::{Field, Kind, Layout};
use crate::scalar::{Scalar, ScalarKind};
use crate::span::Span;

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
