//! A layout as classes of `ctypes` that mean it on every machine: types of fixed sizes, padding written down, byte orders of their
//! own.

use std::collections::HashSet;

use view_format::{ByteOrder, Field, Kind, Layout, Scalar, ScalarKind};

use super::scalar::{base, has_both_orders};
use crate::convert::error::Cannot;
use crate::convert::numpy::literal;
use crate::convert::{Names, Writer};

/// The name of a class that has none.
const NAME: &str = "Record";

/// The classes, those that others hold in front.
pub(in crate::convert) fn write(layout: &Layout, writer: &mut Writer<'_>) -> Result<String, Cannot> {
    let name = writer.name.clone().unwrap_or_else(|| NAME.into());
    if !is_identifier(&name) {
        let what = format!("`{}` is no name of a class", name.escape_debug());
        return Err(Cannot { notation: "ctypes", what, help: Some("give one with `--name`".into()) });
    }
    let mut classes = Classes { names: writer.names("field"), writer, written: Vec::new(), taken: HashSet::new() };
    let name = classes.class(layout, &name)?;
    let classes = classes.written.join("\n\n\n");
    Ok(format!("import ctypes\n\n\n{classes}\n\n\nassert ctypes.sizeof({name}) == {}", layout.size()))
}

struct Classes<'w, 't> {
    names: Names,
    writer: &'w mut Writer<'t>,
    written: Vec<String>,
    taken: HashSet<String>,
}

impl Classes<'_, '_> {
    /// Writes the class of a record; gives its name.
    fn class(&mut self, layout: &Layout, name: &str) -> Result<String, Cannot> {
        let mut own = name.to_owned();
        while !self.taken.insert(own.clone()) {
            own.push('_');
        }
        let names = self.names.of(layout.fields());
        let order = common_order(layout);
        let (mut at, mut gaps, mut is_packed) = (0, 0, false);
        let mut strictest = 1;
        let mut lines = Vec::new();
        let mut gap = |bytes: usize, lines: &mut Vec<String>| {
            let mut name = format!("padding{gaps}");
            while names.contains(&name) {
                name.push('_');
            }
            gaps += 1;
            lines.push(format!("        ('{name}', ctypes.c_ubyte * {bytes}),"));
        };
        for (field, field_name) in layout.fields().iter().zip(&names) {
            if is_special(field_name) {
                let what = format!("`{field_name}` means something to Python in a class");
                return Err(Cannot { notation: "ctypes", what, help: Some("give it another name".into()) });
            }
            if field.offset() > at {
                gap(field.offset() - at, &mut lines);
            }
            let align = largest(field);
            is_packed |= !field.offset().is_multiple_of(align);
            strictest = strictest.max(align);
            at = field.offset() + field.size();
            let of = self.field(field, field_name, &own, order)?;
            lines.push(format!("        ({}, {of}),", literal(field_name)));
        }
        if layout.size() > at {
            gap(layout.size() - at, &mut lines);
        }
        is_packed |= !layout.size().is_multiple_of(strictest);
        // What is aligned to its own size lies there on every machine. Python 3.14 asks for the layout beside `_pack_`.
        let pack = if is_packed { "    _pack_ = 1\n    _layout_ = 'ms'\n" } else { "" };
        let fields = match lines.is_empty() {
            true => "[]".into(),
            false => format!("[\n{}\n    ]", lines.join("\n")),
        };
        let base = order.map_or("ctypes.Structure", base);
        self.written.push(format!("class {own}({base}):\n{pack}    _fields_ = {fields}"));
        Ok(own)
    }

    /// The type of a field of the class `outer`, whose numbers are of `order`; where that is `None`, each says its own.
    fn field(&mut self, field: &Field, name: &str, outer: &str, order: Option<ByteOrder>) -> Result<String, Cannot> {
        let repeat = (field.repeat() != 1).then_some(field.repeat());
        let lengths: Vec<usize> = repeat.into_iter().chain(field.shape().iter().copied()).collect();
        let one = match field.kind() {
            Kind::Record(inner) => self.class(inner, &format!("{outer}_{}", identifier_of(name)))?,
            Kind::Scalar(scalar) => self.scalar(*scalar, name, order)?,
        };
        Ok(lengths.iter().rev().fold(one, |of, n| match of.contains(" * ") {
            true => format!("({of}) * {n}"),
            false => format!("{of} * {n}"),
        }))
    }

    fn scalar(&mut self, scalar: Scalar, name: &str, order: Option<ByteOrder>) -> Result<String, Cannot> {
        let size = scalar.size();
        let plain = match scalar.kind() {
            ScalarKind::Int => format!("c_int{}", 8 * size),
            ScalarKind::Uint => format!("c_uint{}", 8 * size),
            ScalarKind::Bool => return Ok("ctypes.c_bool".into()),
            ScalarKind::Float if size == 4 => "c_float".into(),
            ScalarKind::Float if size == 8 => "c_double".into(),
            ScalarKind::Float => {
                let what = format!("`{name}` is a half-precision number (`e`)");
                self.writer.lose("ctypes", what, "its bits are `H`")?;
                "c_uint16".into()
            }
            ScalarKind::Complex => {
                let note = format!("ctypes has complex numbers from Python 3.14 on: `{name}` is its two parts");
                self.writer.notes.push(note);
                let part = if size == 8 { "c_float" } else { "c_double" };
                return Ok(format!("{} * 2", ordered(part, scalar, order)));
            }
            ScalarKind::Char => return Ok("ctypes.c_char".into()),
            ScalarKind::Bytes => return Ok(format!("ctypes.c_char * {size}")),
            ScalarKind::Void => return Ok(format!("ctypes.c_ubyte * {size}")),
            ScalarKind::Pascal => {
                let what = format!("`{name}` is a string with its length in front (`p`)");
                self.writer.lose("ctypes", what, "as bytes it is `s`")?;
                return Ok(format!("ctypes.c_ubyte * {size}"));
            }
            ScalarKind::Ucs4 => {
                let note = format!("ctypes has wide characters of the machine's size: `{name}` is numbers");
                self.writer.notes.push(note);
                return Ok(format!("{} * {}", ordered("c_uint32", scalar, order), size / 4));
            }
            ScalarKind::Pointer => {
                self.native(scalar, name, "an address")?;
                return Ok("ctypes.c_void_p".into());
            }
            _ => {
                self.native(scalar, name, "a `long double`")?;
                return Ok("ctypes.c_longdouble".into());
            }
        };
        Ok(ordered(&plain, scalar, order))
    }

    /// What has the size and the byte order of a machine.
    fn native(&mut self, scalar: Scalar, name: &str, what: &str) -> Result<(), Cannot> {
        let target = &self.writer.target.target;
        let size = match scalar.kind() {
            ScalarKind::Pointer => target.pointer.size,
            _ => target.long_double.size,
        };
        if usize::from(size) != scalar.size() || scalar.order() != target.order {
            let what = format!("`{name}` is {what} of {} bytes, {}", scalar.size(), scalar.order());
            let help = format!("{} has them of {size}, {}", self.writer.target, target.order);
            return Err(Cannot { notation: "ctypes", what, help: Some(help) });
        }
        let note = format!("{what} has the size of a machine: `{name}` is right on {}", self.writer.target);
        self.writer.notes.push(note);
        Ok(())
    }
}

/// A type, which the class itself puts into its byte order, or which says its own.
fn ordered(plain: &str, scalar: Scalar, of_class: Option<ByteOrder>) -> String {
    let is_said = of_class.is_some() || scalar.size() == 1;
    match (is_said, scalar.order()) {
        (true, _) => format!("ctypes.{plain}"),
        (false, ByteOrder::Little) => format!("ctypes.{plain}.__ctype_le__"),
        (false, ByteOrder::Big) => format!("ctypes.{plain}.__ctype_be__"),
    }
}

/// The byte order of all numbers of a record itself, if they have one and `ctypes` has all its types in both.
fn common_order(layout: &Layout) -> Option<ByteOrder> {
    let scalars = layout.fields().iter().filter_map(|field| match field.kind() {
        Kind::Scalar(scalar) => Some(*scalar),
        Kind::Record(_) => None,
    });
    let scalars: Vec<_> = scalars.collect();
    let mut orders = scalars.iter().filter(|one| one.size() > 1 && one.kind().has_byte_order()).map(|one| one.order());
    let first = orders.next()?;
    let is_swappable = |one: &Scalar| {
        has_both_orders(*one) || matches!(one.kind(), ScalarKind::Float | ScalarKind::Complex | ScalarKind::Ucs4)
    };
    (orders.all(|order| order == first) && scalars.iter().all(is_swappable)).then_some(first)
}

/// The strictest alignment that a field may have on any machine: the size of its largest number.
fn largest(field: &Field) -> usize {
    match field.kind() {
        // A class without `_pack_` is aligned as its members are, one with it lies anywhere.
        Kind::Record(inner) => align_of_class(inner),
        Kind::Scalar(scalar) => match scalar.kind() {
            ScalarKind::Char | ScalarKind::Bytes | ScalarKind::Void | ScalarKind::Pascal | ScalarKind::Bool => 1,
            ScalarKind::Ucs4 => 4,
            ScalarKind::Complex => scalar.size() / 2,
            _ => scalar.size().next_power_of_two(),
        },
    }
}

fn align_of_class(layout: &Layout) -> usize {
    let strictest = layout.fields().iter().map(largest).max().unwrap_or(1);
    let lies = |field: &Field| field.offset().is_multiple_of(largest(field));
    match layout.fields().iter().all(lies) && layout.size().is_multiple_of(strictest) {
        true => strictest,
        false => 1,
    }
}

fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
        && !KEYWORDS.contains(&name)
}

/// A part of the name of a class.
fn identifier_of(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect()
}

fn is_special(name: &str) -> bool {
    let names = ["_fields_", "_pack_", "_anonymous_", "_layout_", "_align_", "_b_base_", "_b_needsfree_", "_objects"];
    names.contains(&name) || name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
