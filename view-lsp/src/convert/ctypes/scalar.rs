//! The names that `ctypes` gives to scalars.

use view_format::{ByteOrder, Code, Scalar, ScalarKind, Target};

/// The type of this name, in `ctypes` or in `ctypes.wintypes`.
pub(super) fn named(name: &str, target: &Target) -> Option<Scalar> {
    let fixed = |kind, bits: &str| {
        let bits: usize = bits.parse().ok().filter(|bits| matches!(bits, 8 | 16 | 32 | 64))?;
        Some(Scalar::new(kind, bits / 8, target.order))
    };
    if let Some(bits) = name.strip_prefix("c_int").filter(|bits| !bits.is_empty()) {
        return fixed(ScalarKind::Int, bits);
    }
    if let Some(bits) = name.strip_prefix("c_uint").filter(|bits| !bits.is_empty()) {
        return fixed(ScalarKind::Uint, bits);
    }
    let code = match name {
        "c_byte" => Code::SignedChar,
        "c_ubyte" | "BYTE" => Code::UnsignedChar,
        "c_short" | "SHORT" => Code::Short,
        "c_ushort" | "WORD" | "USHORT" => Code::UnsignedShort,
        "c_int" | "INT" => Code::Int,
        "c_uint" | "UINT" => Code::UnsignedInt,
        "c_long" | "LONG" | "BOOL" => Code::Long,
        "c_ulong" | "DWORD" | "ULONG" => Code::UnsignedLong,
        "c_longlong" | "LARGE_INTEGER" => Code::LongLong,
        "c_ulonglong" | "ULARGE_INTEGER" => Code::UnsignedLongLong,
        "c_size_t" => Code::Size,
        "c_ssize_t" => Code::Ssize,
        "c_float" => Code::Float,
        "c_double" => Code::Double,
        "c_longdouble" => Code::LongDouble,
        "c_float_complex" => Code::ZFloatComplex,
        "c_double_complex" => Code::ZDoubleComplex,
        "c_longdouble_complex" => Code::LongDoubleComplex,
        "c_bool" => Code::Bool,
        "c_char" | "CHAR" => Code::Char,
        "c_void_p" | "c_char_p" | "c_wchar_p" | "py_object" | "HANDLE" | "LPVOID" | "LPSTR" | "LPWSTR" => Code::Pointer,
        "c_wchar" | "WCHAR" => return Some(wide_character(target)),
        _ => return None,
    };
    let info = code.info();
    Some(Scalar::new(info.kind?, info.native(target)?.size.into(), target.order))
}

/// UTF-16 on Windows, whose `long` has 4 bytes beside addresses of 8; elsewhere a code point.
fn wide_character(target: &Target) -> Scalar {
    let is_windows = target.pointer.size == 8 && target.long.size == 4;
    match is_windows {
        true => Scalar::new(ScalarKind::Uint, 2, target.order),
        false => Scalar::new(ScalarKind::Ucs4, 4, target.order),
    }
}

/// Whether `ctypes` has the type in both byte orders: numbers of fixed sizes, and characters, which have none.
pub(super) fn has_both_orders(scalar: Scalar) -> bool {
    match scalar.kind() {
        ScalarKind::Int | ScalarKind::Uint => true,
        ScalarKind::Float => matches!(scalar.size(), 4 | 8),
        ScalarKind::Char | ScalarKind::Bytes | ScalarKind::Void | ScalarKind::Pascal => true,
        _ => false,
    }
}

pub(super) fn base(order: ByteOrder) -> &'static str {
    match order {
        ByteOrder::Little => "ctypes.LittleEndianStructure",
        ByteOrder::Big => "ctypes.BigEndianStructure",
    }
}
