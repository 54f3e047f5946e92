//! numpy's short names of scalars: `<u4`, `S2`, `int32`.

use view_format::{ByteOrder, Code, Mark, Scalar, ScalarKind, Target};

/// A scalar in numpy's short notation: `<u4`, `S2`, `V3`. `None` where numpy has none.
pub fn numpy_scalar(scalar: Scalar) -> Option<String> {
    let size = scalar.size();
    let mark = scalar.order().mark();
    Some(match scalar.kind() {
        ScalarKind::Bytes => format!("S{size}"),
        ScalarKind::Char => "S1".into(),
        ScalarKind::Void => format!("V{size}"),
        ScalarKind::Ucs4 => format!("{mark}U{}", size / 4),
        ScalarKind::Bool => "?".into(),
        ScalarKind::Int | ScalarKind::Uint if size == 1 => Code::of(scalar).info().numpy.into(),
        ScalarKind::Int => format!("{mark}i{size}"),
        ScalarKind::Uint | ScalarKind::Pointer => format!("{mark}u{size}"),
        ScalarKind::Float => format!("{mark}f{size}"),
        ScalarKind::Complex => format!("{mark}c{size}"),
        ScalarKind::LongDouble if size > 16 => format!("{mark}c{size}"),
        ScalarKind::LongDouble => format!("{mark}f{size}"),
        _ => return None,
    })
}

/// Why a name is none that a layout has room for.
pub(super) enum Unreadable {
    /// No type has it.
    Unknown,
    /// Python objects: addresses in one process.
    Object,
    /// Dates and differences of them.
    Date,
}

/// The scalar that numpy calls so: `<i4`, `S5`, `?`, `int32`, `l`.
pub(super) fn scalar_of(name: &str, target: &Target) -> Result<Scalar, Unreadable> {
    let (order, name) = match name.chars().next() {
        Some('<') => (ByteOrder::Little, &name[1..]),
        Some('>' | '!') => (ByteOrder::Big, &name[1..]),
        Some('=' | '|' | '@') => (target.order, &name[1..]),
        _ => (target.order, name),
    };
    let word = |kind, bits: usize| Ok(Scalar::new(kind, bits / 8, order));
    let digits = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
    let (letters, size) = name.split_at(digits);
    let size: Option<usize> = size.parse().ok();
    match (letters, size) {
        ("bool" | "bool_" | "b", _) if letters.len() > 1 || size == Some(1) => word(ScalarKind::Bool, 8),
        ("?", None) => word(ScalarKind::Bool, 8),
        ("i" | "u", Some(1 | 2 | 4 | 8)) | ("f", Some(2 | 4 | 8)) | ("c", Some(8 | 16)) => {
            let kind = match letters {
                "i" => ScalarKind::Int,
                "u" => ScalarKind::Uint,
                "f" => ScalarKind::Float,
                _ => ScalarKind::Complex,
            };
            word(kind, 8 * size.unwrap_or(0))
        }
        ("f", Some(size @ (12 | 16))) | ("c", Some(size @ (24 | 32))) => word(ScalarKind::LongDouble, 8 * size),
        ("int", Some(bits @ (8 | 16 | 32 | 64))) => word(ScalarKind::Int, bits),
        ("uint", Some(bits @ (8 | 16 | 32 | 64))) => word(ScalarKind::Uint, bits),
        ("float", Some(bits @ (16 | 32 | 64))) => word(ScalarKind::Float, bits),
        ("complex", Some(bits @ (64 | 128))) => word(ScalarKind::Complex, bits),
        // Since numpy 2, as large as an address.
        ("int" | "int_" | "intp" | "p", None) => word(ScalarKind::Int, 8 * usize::from(target.pointer.size)),
        ("uint" | "uintp" | "P", None) => word(ScalarKind::Uint, 8 * usize::from(target.pointer.size)),
        ("float" | "double", None) => word(ScalarKind::Float, 64),
        ("half", None) => word(ScalarKind::Float, 16),
        ("single", None) => word(ScalarKind::Float, 32),
        ("complex" | "cdouble", None) => word(ScalarKind::Complex, 128),
        ("csingle", None) => word(ScalarKind::Complex, 64),
        ("byte", None) => word(ScalarKind::Int, 8),
        ("ubyte", None) => word(ScalarKind::Uint, 8),
        ("short", None) => of_code(Code::Short, order, target),
        ("ushort", None) => of_code(Code::UnsignedShort, order, target),
        ("intc", None) => of_code(Code::Int, order, target),
        ("uintc", None) => of_code(Code::UnsignedInt, order, target),
        ("long", None) => of_code(Code::Long, order, target),
        ("ulong", None) => of_code(Code::UnsignedLong, order, target),
        ("longlong", None) => of_code(Code::LongLong, order, target),
        ("ulonglong", None) => of_code(Code::UnsignedLongLong, order, target),
        ("longdouble", None) => of_code(Code::LongDouble, order, target),
        ("clongdouble", None) | ("G", None) => of_code(Code::LongDoubleComplex, order, target),
        ("S" | "a" | "bytes" | "bytes_", size) if letters.len() == 1 || size.is_none() => {
            Ok(Scalar::new(ScalarKind::Bytes, size.unwrap_or(0), order))
        }
        ("c", None) => Ok(Scalar::new(ScalarKind::Char, 1, order)),
        ("V" | "void", size) if letters.len() == 1 || size.is_none() => {
            Ok(Scalar::new(ScalarKind::Void, size.unwrap_or(0), order))
        }
        ("U" | "str" | "str_", size) if letters.len() == 1 || size.is_none() => {
            let bytes = size.unwrap_or(0).checked_mul(4).ok_or(Unreadable::Unknown)?;
            Ok(Scalar::new(ScalarKind::Ucs4, bytes, order))
        }
        ("O" | "object" | "object_", _) => Err(Unreadable::Object),
        _ if letters.starts_with("datetime") || letters.starts_with("timedelta") || letters.starts_with(['M', 'm']) => {
            Err(Unreadable::Date)
        }
        // The letters of C's types are those of `struct`.
        (letter, None) if letter.len() == 1 && "bBhHiIlLqQnNefdgFD".contains(letter) => {
            let code = letter.chars().next().and_then(Code::from_char).ok_or(Unreadable::Unknown)?;
            of_code(code, order, target)
        }
        _ => Err(Unreadable::Unknown),
    }
}

/// What a code of native size holds.
pub(in crate::convert) fn of_code<E: From<NoSize>>(code: Code, order: ByteOrder, target: &Target) -> Result<Scalar, E> {
    match (code.info().kind, code.info().native(target)) {
        (Some(kind), Some(c)) => Ok(Scalar::new(kind, c.size.into(), order).under(Mark::Standard)),
        _ => Err(NoSize.into()),
    }
}

/// A code that has no size.
pub(in crate::convert) struct NoSize;

impl From<NoSize> for Unreadable {
    fn from(_: NoSize) -> Unreadable {
        Unreadable::Unknown
    }
}

/// Where C, and numpy with it, puts such a scalar.
pub(in crate::convert) fn align_of(scalar: Scalar, target: &Target) -> usize {
    let part = match scalar.kind() {
        ScalarKind::Complex => scalar.size() / 2,
        ScalarKind::Ucs4 => 4,
        ScalarKind::LongDouble => return target.long_double.align.into(),
        ScalarKind::Pointer => return target.pointer.align.into(),
        ScalarKind::Int | ScalarKind::Uint | ScalarKind::Float => scalar.size(),
        _ => return 1,
    };
    match (part, scalar.kind()) {
        (8, ScalarKind::Float | ScalarKind::Complex) => target.double.align.into(),
        (8, _) => target.long_long.align.into(),
        (part, _) => part.max(1),
    }
}
