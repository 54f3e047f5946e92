//! Names of C's types, and numbers as C writes them.

use view_format::{ByteOrder, Code, Scalar, ScalarKind, Target};

pub(super) fn is_type_word(word: &str) -> bool {
    matches!(
        word,
        "signed"
            | "unsigned"
            | "char"
            | "short"
            | "int"
            | "long"
            | "float"
            | "double"
            | "_Complex"
            | "complex"
            | "void"
    )
}

/// `unsigned long int`
pub(super) fn spelled(words: &[&str], target: &Target) -> Option<Scalar> {
    let count = |word: &str| words.iter().filter(|other| **other == word).count();
    let has = |word: &str| count(word) > 0;
    let unsigned = has("unsigned");
    let either = |signed, other| if unsigned { other } else { signed };
    let is_complex = has("_Complex") || has("complex");
    let code = match () {
        () if has("void") => return (words == ["void"]).then(|| Scalar::new(ScalarKind::Void, 0, target.order)),
        () if has("double") && has("long") && is_complex => Code::LongDoubleComplex,
        () if has("double") && has("long") => Code::LongDouble,
        () if has("double") && is_complex => Code::ZDoubleComplex,
        () if has("double") => Code::Double,
        () if has("float") && is_complex => Code::ZFloatComplex,
        () if has("float") => Code::Float,
        () if has("char") && unsigned => Code::UnsignedChar,
        () if has("char") && has("signed") => Code::SignedChar,
        () if has("char") => Code::Char,
        () if has("short") => either(Code::Short, Code::UnsignedShort),
        () if count("long") >= 2 => either(Code::LongLong, Code::UnsignedLongLong),
        () if has("long") => either(Code::Long, Code::UnsignedLong),
        () => either(Code::Int, Code::UnsignedInt),
    };
    of_code(code, target)
}

fn of_code(code: Code, target: &Target) -> Option<Scalar> {
    let info = code.info();
    Some(Scalar::new(info.kind?, info.native(target)?.size.into(), target.order))
}

/// `uint32_t` and other names of types whose size is known.
pub(super) fn named(word: &str, target: &Target) -> Option<Scalar> {
    let fixed = |kind, bits: &str, order| {
        let bits: usize = bits.parse().ok().filter(|bits| matches!(bits, 8 | 16 | 32 | 64))?;
        Some(Scalar::new(kind, bits / 8, order))
    };
    let bare = word.strip_prefix("__").unwrap_or(word);
    let bits = bare.strip_suffix("_t").unwrap_or(bare);
    let is_t = bits.len() < bare.len();
    // `uint32_t`, `__u32`, `u8`, and the kernel's `__be32`.
    for (prefix, kind, order) in [
        ("uint", ScalarKind::Uint, target.order),
        ("int", ScalarKind::Int, target.order),
        ("u_int", ScalarKind::Uint, target.order),
        ("u", ScalarKind::Uint, target.order),
        ("s", ScalarKind::Int, target.order),
        ("be", ScalarKind::Uint, ByteOrder::Big),
        ("le", ScalarKind::Uint, ByteOrder::Little),
    ] {
        if (is_t || prefix.len() <= 2)
            && let Some(scalar) = bits.strip_prefix(prefix).and_then(|bits| fixed(kind, bits, order))
        {
            return Some(scalar);
        }
    }
    match word {
        "bool" | "_Bool" | "BOOLEAN" => Some(Scalar::new(ScalarKind::Bool, 1, target.order)),
        "size_t" | "uintptr_t" => of_code(Code::Size, target),
        "ssize_t" | "intptr_t" | "ptrdiff_t" => of_code(Code::Ssize, target),
        "char32_t" => Some(Scalar::new(ScalarKind::Ucs4, 4, target.order)),
        "char16_t" => Some(Scalar::new(ScalarKind::Uint, 2, target.order)),
        "_Float16" | "__fp16" => of_code(Code::Half, target),
        "BYTE" | "UCHAR" | "uchar" => of_code(Code::UnsignedChar, target),
        "WORD" | "USHORT" | "ushort" => of_code(Code::UnsignedShort, target),
        "uint" | "UINT" => of_code(Code::UnsignedInt, target),
        // Windows' `long`s have 4 bytes, and these are its types.
        "DWORD" | "ULONG" => fixed(ScalarKind::Uint, "32", target.order),
        "LONG" => fixed(ScalarKind::Int, "32", target.order),
        "ULONGLONG" | "DWORD64" => fixed(ScalarKind::Uint, "64", target.order),
        _ => None,
    }
}

/// `0x10u`, `1'000`, `010`
pub(super) fn number(text: &str) -> Option<usize> {
    let digits = text.trim_end_matches(['u', 'U', 'l', 'L', 'z', 'Z']).replace('\'', "");
    if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        return usize::from_str_radix(hex, 16).ok();
    }
    match digits.strip_prefix('0').filter(|octal| !octal.is_empty()) {
        Some(octal) => usize::from_str_radix(octal, 8).ok(),
        None => digits.parse().ok(),
    }
}
