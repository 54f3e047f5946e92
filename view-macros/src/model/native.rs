//! Formats whose sizes and places are those of C's types on the target. A macro runs on the compiling machine and does not
//! know the target, so it lays such a format out for every data model, and the compiler of the target picks.

use view_format::check::Origin;
use view_format::syntax::ast::Format;
use view_format::target::CType;
use view_format::{ByteOrder, Layout, Target};

use super::{Field, Number};

/// A machine that there is not, on which every C type has a size and an alignment of its own.
const ODD: Target = Target {
    order: ByteOrder::Little,
    short: CType { size: 3, align: 3 },
    int: CType { size: 5, align: 5 },
    long: CType { size: 7, align: 7 },
    long_long: CType { size: 11, align: 11 },
    pointer: CType { size: 13, align: 13 },
    double: CType { size: 17, align: 17 },
    long_double: CType { size: 19, align: 19 },
};

/// Whether a format that has this layout on the first data model would have another one elsewhere.
pub(super) fn depends_on_target(format: &Format, layout: &Layout) -> bool {
    format.check(&ODD).partial != *layout
}

/// The layouts on the other data models, as the first has it: on a little-endian machine and on a big-endian one. None,
/// where all are alike.
pub(super) fn other_models(format: &Format, first: &[Layout; 2]) -> Vec<[Layout; 2]> {
    let targets = Target::ALL[1..].iter().map(|(_, _, target)| target);
    let all: Vec<_> =
        targets.map(|target| [*target, target.big_endian()].map(|target| format.check(&target).partial)).collect();
    let is_alike = |[layout, _]: &[Layout; 2]| *layout == first[0] && layout.align() == first[0].align();
    if all.iter().all(is_alike) { Vec::new() } else { all }
}

/// C's own struct of the same fields: their types, and how many of each.
#[derive(Clone)]
pub(crate) struct CStruct {
    pub(crate) members: Vec<(CName, usize)>,
}

/// A type of C's, or one that is laid out as it.
#[derive(Clone, Copy)]
pub(crate) enum CName {
    /// A type in `core::ffi`, by name.
    Ffi(&'static str),
    /// A type that needs no import.
    Own(&'static str),
}

impl CStruct {
    /// `None` where C would have the fields elsewhere: behind padding that is written, under marks that do not align.
    pub(super) fn of(text: &str, fields: &[Field], layouts: &[[Layout; 2]], origins: &[Origin]) -> Option<CStruct> {
        let mut members = Vec::new();
        let mut ends = Target::ALL.map(|_| 0usize);
        for (position, (field, origin)) in fields.iter().zip(origins).enumerate() {
            let count = field.repeat * field.shape.iter().map(Number::known).product::<Option<usize>>()?;
            let (name, c_type, count) = match text[origin.code.range()].trim_start_matches(|c: char| c.is_ascii_digit())
            {
                "s" | "p" => (CName::Own("u8"), Fixed(1), count * field.element.size().known()?),
                code => {
                    let (name, c_type) = c_type(code)?;
                    (name, c_type, count)
                }
            };
            for (model, (_, _, target)) in Target::ALL.iter().enumerate() {
                let CType { size, align } = c_type.on(target);
                let [layout, _] = layouts.get(model).unwrap_or(&layouts[0]);
                let offset = ends[model].next_multiple_of(usize::from(align));
                if layout.fields()[position].offset() != offset {
                    return None;
                }
                ends[model] = offset + usize::from(size) * count;
            }
            members.push((name, count));
        }
        Some(CStruct { members })
    }
}

/// Size and alignment of a type, by target.
enum CSize {
    Fixed(u8),
    Of(fn(&Target) -> CType),
}
use CSize::{Fixed, Of};

impl CSize {
    fn on(&self, target: &Target) -> CType {
        match self {
            Fixed(size) => CType { size: *size, align: *size },
            Of(of) => of(target),
        }
    }
}

/// What a code is in C.
fn c_type(code: &str) -> Option<(CName, CSize)> {
    use CName::{Ffi, Own};
    Some(match code {
        "b" | "c" => (Ffi("c_schar"), Fixed(1)),
        "B" | "?" => (Ffi("c_uchar"), Fixed(1)),
        "h" => (Ffi("c_short"), Of(|target| target.short)),
        "H" => (Ffi("c_ushort"), Of(|target| target.short)),
        "i" => (Ffi("c_int"), Of(|target| target.int)),
        "I" => (Ffi("c_uint"), Of(|target| target.int)),
        "l" => (Ffi("c_long"), Of(|target| target.long)),
        "L" => (Ffi("c_ulong"), Of(|target| target.long)),
        "q" => (Ffi("c_longlong"), Of(|target| target.long_long)),
        "Q" => (Ffi("c_ulonglong"), Of(|target| target.long_long)),
        "n" => (Own("isize"), Of(|target| target.pointer)),
        "N" | "P" => (Own("usize"), Of(|target| target.pointer)),
        "e" => (Own("u16"), Fixed(2)),
        "f" => (Ffi("c_float"), Fixed(4)),
        "d" => (Ffi("c_double"), Of(|target| target.double)),
        _ => return None,
    })
}
