//! A layout as a struct of C, with assertions that hold the compiler to it.

use view_format::{Field, Kind, Layout, Scalar, ScalarKind};

use crate::convert::error::Cannot;
use crate::convert::numpy::align_of;
use crate::convert::structure::ordered;
use crate::convert::{Names, Writer};

/// The name of a struct that has none.
const NAME: &str = "record";

/// The struct, packed only where C's own places are others.
pub(in crate::convert) fn write(layout: &Layout, writer: &mut Writer<'_>) -> Result<String, Cannot> {
    let name = writer.name.clone().unwrap_or_else(|| NAME.into());
    identifier(&name)?;
    let target = writer.target.target;
    if let Some((path, order)) = ordered(layout, "").into_iter().find(|(_, order)| *order != target.order) {
        let what = format!("`{path}` is {order}, and {} is {}", writer.target, target.order);
        let help = format!(
            "`--target {}-{}`",
            writer.target.name.trim_end_matches("-be").trim_end_matches("-le"),
            match order {
                view_format::ByteOrder::Little => "le",
                view_format::ByteOrder::Big => "be",
            }
        );
        writer.lose("C", what, &help)?;
    }
    let is_packed = align(layout, &target).is_none();
    let names = writer.names("field");
    let mut c = Structs { names, is_packed, writer, lines: Vec::new(), asserts: Vec::new() };
    c.fields(layout, 1, Some(&name))?;
    let mut out = String::from("#include <stddef.h>\n#include <stdint.h>\n\n");
    if is_packed {
        out.push_str("#pragma pack(push, 1)\n");
    }
    out.push_str(&format!("struct {name} {{\n{}\n}};\n", c.lines.join("\n")));
    if is_packed {
        out.push_str("#pragma pack(pop)\n");
    }
    out.push_str(&format!("\n_Static_assert(sizeof(struct {name}) == {}, \"size\");", layout.size()));
    for (path, offset) in c.asserts {
        out.push_str(&format!("\n_Static_assert(offsetof(struct {name}, {path}) == {offset}, \"{path}\");"));
    }
    Ok(out)
}

struct Structs<'w, 't> {
    names: Names,
    is_packed: bool,
    writer: &'w mut Writer<'t>,
    lines: Vec<String>,
    /// The members of the outermost struct, with their offsets.
    asserts: Vec<(String, usize)>,
}

impl Structs<'_, '_> {
    /// The members of a struct; `top` is the name of the outermost.
    fn fields(&mut self, layout: &Layout, depth: usize, top: Option<&str>) -> Result<(), Cannot> {
        let target = self.writer.target.target;
        let indent = "    ".repeat(depth);
        let names = self.names.of(layout.fields());
        let (mut at, mut strictest, mut gaps) = (0_usize, 1, 0);
        for (field, name) in layout.fields().iter().zip(&names) {
            identifier(name)?;
            let align = if self.is_packed { 1 } else { align_of_field(field, &target).unwrap_or(1) };
            strictest = strictest.max(align);
            if at.next_multiple_of(align) != field.offset() {
                self.gap(field.offset() - at, &mut gaps, &names, &indent);
            }
            at = field.offset() + field.size();
            if top.is_some() {
                self.asserts.push((name.clone(), field.offset()));
            }
            self.field(field, name, depth, &indent)?;
        }
        if at.next_multiple_of(strictest) != layout.size() {
            self.gap(layout.size() - at, &mut gaps, &names, &indent);
        } else if layout.fields().is_empty() && layout.size() == 0 {
            return Err(cannot("a struct without members"));
        }
        Ok(())
    }

    fn gap(&mut self, bytes: usize, gaps: &mut usize, names: &[String], indent: &str) {
        let mut name = format!("padding{gaps}");
        while names.contains(&name) {
            name.push('_');
        }
        *gaps += 1;
        self.lines.push(format!("{indent}uint8_t {name}[{bytes}];"));
    }

    fn field(&mut self, field: &Field, name: &str, depth: usize, indent: &str) -> Result<(), Cannot> {
        let mut lengths: Vec<usize> = Vec::new();
        if field.repeat() != 1 {
            lengths.push(field.repeat());
        }
        lengths.extend(field.shape());
        let (of, note) = match field.kind() {
            Kind::Record(inner) => {
                self.lines.push(format!("{indent}struct {{"));
                self.fields(inner, depth + 1, None)?;
                (format!("{indent}}}"), String::new())
            }
            Kind::Scalar(scalar) => {
                let (of, length) = self.scalar(*scalar, name)?;
                lengths.extend(length);
                let is_swapped = scalar.size() > 1
                    && scalar.kind().has_byte_order()
                    && scalar.order() != self.writer.target.target.order;
                let note = match (is_swapped, scalar.kind()) {
                    (true, _) => format!(" /* {} */", scalar.order()),
                    (false, ScalarKind::Pascal) => " /* its length, then its characters */".into(),
                    _ => String::new(),
                };
                (format!("{indent}{of}"), note)
            }
        };
        if lengths.contains(&0) {
            return Err(cannot(&format!("`{name}` has no bytes, and there are no arrays of no elements")));
        }
        let lengths: String = lengths.iter().map(|n| format!("[{n}]")).collect();
        self.lines.push(format!("{of} {name}{lengths};{note}"));
        Ok(())
    }

    /// The type, and the length that comes after the name.
    fn scalar(&self, scalar: Scalar, name: &str) -> Result<(String, Option<usize>), Cannot> {
        let size = scalar.size();
        let target = &self.writer.target.target;
        let of = match scalar.kind() {
            ScalarKind::Int => format!("int{}_t", 8 * size),
            ScalarKind::Uint => format!("uint{}_t", 8 * size),
            ScalarKind::Bool => "_Bool".into(),
            ScalarKind::Float if size == 2 => "_Float16".into(),
            ScalarKind::Float if size == 4 => "float".into(),
            ScalarKind::Float => "double".into(),
            ScalarKind::Complex if size == 8 => "float _Complex".into(),
            ScalarKind::Complex => "double _Complex".into(),
            ScalarKind::Char => "char".into(),
            ScalarKind::Bytes => return Ok(("char".into(), Some(size))),
            ScalarKind::Ucs4 => return Ok(("uint32_t".into(), Some(size / 4))),
            ScalarKind::Pointer if size == usize::from(target.pointer.size) => "void *".into(),
            ScalarKind::Pointer => {
                return Err(cannot(&format!("`{name}` is an address of {size} bytes, which the target has not")));
            }
            ScalarKind::LongDouble if size == usize::from(target.long_double.size) => "long double".into(),
            ScalarKind::LongDouble if size == 2 * usize::from(target.long_double.size) => "long double _Complex".into(),
            _ => return Ok(("uint8_t".into(), Some(size))),
        };
        Ok((of, None))
    }
}

/// The alignment of the struct in C, if all its fields lie where C puts them or at least may lie there.
fn align(layout: &Layout, target: &view_format::Target) -> Option<usize> {
    let mut strictest = 1;
    for field in layout.fields() {
        let align = align_of_field(field, target)?;
        if !field.offset().is_multiple_of(align) {
            return None;
        }
        strictest = strictest.max(align);
    }
    layout.size().is_multiple_of(strictest).then_some(strictest)
}

fn align_of_field(field: &Field, target: &view_format::Target) -> Option<usize> {
    match field.kind() {
        Kind::Scalar(scalar) => Some(align_of(*scalar, target)),
        Kind::Record(inner) => align(inner, target),
    }
}

fn cannot(what: &str) -> Cannot {
    Cannot { notation: "C", what: what.into(), help: None }
}

fn identifier(name: &str) -> Result<(), Cannot> {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    let is_word = starts && characters.all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_word && !KEYWORDS.contains(&name) {
        return Ok(());
    }
    let what = match is_word {
        true => format!("`{name}` is a keyword"),
        false => format!("`{}` is no identifier", name.escape_debug()),
    };
    Err(Cannot { notation: "C", what, help: Some("give it another name".into()) })
}

const KEYWORDS: [&str; 34] = [
    "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float",
    "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof",
    "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
];
