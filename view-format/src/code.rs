//! The table of type codes. Everything that knows what a code is reads it here.

use crate::scalar::{Scalar, ScalarKind};
use crate::target::{CType, Target};

/// A type code: what stands in a format for one C type.
///
/// ```
/// use view_format::{Code, Target};
///
/// let long = Code::from_char('l').unwrap();
/// assert_eq!((long.info().c, long.info().standard_size), ("long", Some(4)));
/// assert_eq!(long.info().native(&Target::LP64).unwrap().size, 8);
/// assert_eq!(Code::from_complex('d').unwrap().text(), "Zd");
/// assert_eq!(Code::from_char('y'), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each variant is a row of the table below, which the docs of the crate print")]
#[rustfmt::skip]
pub enum Code {
    Pad, Char, SignedChar, UnsignedChar, Bool, Short, UnsignedShort, Int, UnsignedInt, Long, UnsignedLong,
    LongLong, UnsignedLongLong, Ssize, Size, Half, Float, Double, LongDouble, FloatComplex, DoubleComplex,
    LongDoubleComplex, ZFloatComplex, ZDoubleComplex, Bytes, Pascal, Pointer, Ucs4, Ucs2, CharPointer, WideCharPointer,
    Object, Bit,
}

/// What the size of a code on a target is taken from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Native {
    /// The same everywhere, and so is the alignment.
    Fixed(u8),
    Short,
    Int,
    Long,
    LongLong,
    /// `size_t` and pointers.
    Word,
    Double,
    LongDouble,
    /// Two of them, aligned as one.
    Complex(&'static Native),
    /// No agreed size.
    None,
}

/// What a count in front of a code without a name means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CountMeaning {
    /// That many values.
    Repeat,
    /// The length of one value, in units of the code's size (`5s` is one string of 5 bytes, `3w` one of 3 characters).
    Length,
}

/// One row of the table of codes.
#[derive(Debug)]
#[non_exhaustive]
pub struct CodeInfo {
    /// The code.
    pub code: Code,
    /// As it is written: one character, or `Z` and one more.
    pub text: &'static str,
    /// The type in C.
    pub c: &'static str,
    /// The type that Rust reads it as; empty for padding.
    pub rust: &'static str,
    /// The type of the value in Python; empty for padding.
    pub python: &'static str,
    /// The type in numpy's short notation, without byte order; empty where numpy has none.
    pub numpy: &'static str,
    /// The size in standard modes (`= < > !`), in bytes; `None` where the code exists in native mode only, or has no
    /// agreed size.
    pub standard_size: Option<u8>,
    /// What kind of value it holds; `None` where it has no agreed meaning.
    pub kind: Option<ScalarKind>,
    /// Whether Python's `struct` knows it. The others are of PEP 3118.
    pub in_struct: bool,
    pub(crate) native: Native,
}

impl CodeInfo {
    /// What a count in front of it means.
    pub const fn count_meaning(&self) -> CountMeaning {
        match self.code {
            Code::Pad | Code::Bytes | Code::Pascal | Code::Ucs4 | Code::Ucs2 => CountMeaning::Length,
            _ => CountMeaning::Repeat,
        }
    }

    /// Size and alignment in native mode (`@`) on `target`; `None` where the code has no agreed size.
    pub const fn native(&self, target: &Target) -> Option<CType> {
        native(self.native, target)
    }

    /// The first version of Python whose `struct` knows it; `None` where all versions do that are in use, or none does.
    pub const fn since(&self) -> Option<(u8, u8)> {
        match self.code {
            Code::Ssize | Code::Size => Some((3, 3)),
            Code::Half => Some((3, 6)),
            Code::FloatComplex | Code::DoubleComplex => Some((3, 14)),
            Code::ZFloatComplex | Code::ZDoubleComplex => Some((3, 15)),
            _ => None,
        }
    }

    /// Whether `n N P` and their like: native mode only.
    pub const fn is_native_only(&self) -> bool {
        self.standard_size.is_none() && self.kind.is_some()
    }
}

const fn native(of: Native, target: &Target) -> Option<CType> {
    Some(match of {
        Native::Fixed(size) => CType { size, align: size },
        Native::Short => target.short,
        Native::Int => target.int,
        Native::Long => target.long,
        Native::LongLong => target.long_long,
        Native::Word => target.pointer,
        Native::Double => target.double,
        Native::LongDouble => target.long_double,
        Native::Complex(part) => match native(*part, target) {
            Some(CType { size, align }) => CType { size: 2 * size, align },
            None => return None,
        },
        Native::None => return None,
    })
}

impl Code {
    /// Its row in the table.
    pub const fn info(self) -> &'static CodeInfo {
        &TABLE[self as usize]
    }

    /// As it is written.
    pub const fn text(self) -> &'static str {
        self.info().text
    }

    /// The code that `c` alone is. Codes of two characters (`Zd`) are found with [`from_complex`](Code::from_complex).
    pub const fn from_char(c: char) -> Option<Code> {
        if c.is_ascii() { BY_CHAR[c as usize] } else { None }
    }

    /// The code that `Z` followed by `c` is: complex numbers as numpy writes them.
    pub const fn from_complex(c: char) -> Option<Code> {
        Some(match c {
            'f' => Code::ZFloatComplex,
            'd' => Code::ZDoubleComplex,
            'g' => Code::LongDoubleComplex,
            _ => return None,
        })
    }

    /// The code that reads such a scalar, among those of standard sizes where one does: `q` for an integer of 8 bytes,
    /// whether it was written as `q`, `l` or `n`. Of a string, the code that its length stands before.
    ///
    /// ```
    /// use view_format::{ByteOrder, Code, Scalar, ScalarKind};
    ///
    /// assert_eq!(Code::of(Scalar::new(ScalarKind::Int, 8, ByteOrder::Big)), Code::LongLong);
    /// assert_eq!(Code::of(Scalar::new(ScalarKind::Bytes, 5, ByteOrder::Big)), Code::Bytes);
    /// ```
    pub const fn of(scalar: Scalar) -> Code {
        let size = scalar.size();
        match scalar.kind() {
            ScalarKind::Int if size == 1 => Code::SignedChar,
            ScalarKind::Int if size == 2 => Code::Short,
            ScalarKind::Int if size == 4 => Code::Int,
            ScalarKind::Int => Code::LongLong,
            ScalarKind::Uint if size == 1 => Code::UnsignedChar,
            ScalarKind::Uint if size == 2 => Code::UnsignedShort,
            ScalarKind::Uint if size == 4 => Code::UnsignedInt,
            ScalarKind::Uint => Code::UnsignedLongLong,
            ScalarKind::Bool => Code::Bool,
            ScalarKind::Float if size == 2 => Code::Half,
            ScalarKind::Float if size == 4 => Code::Float,
            ScalarKind::Float => Code::Double,
            // Python is giving up `F` and `D` for these.
            ScalarKind::Complex if size == 8 => Code::ZFloatComplex,
            ScalarKind::Complex => Code::ZDoubleComplex,
            ScalarKind::Char => Code::Char,
            ScalarKind::Bytes => Code::Bytes,
            ScalarKind::Pascal => Code::Pascal,
            ScalarKind::Pointer => Code::Pointer,
            ScalarKind::Ucs4 => Code::Ucs4,
            // Two long doubles take 24 bytes where one takes 12.
            ScalarKind::LongDouble if size > 16 => Code::LongDoubleComplex,
            ScalarKind::LongDouble => Code::LongDouble,
            ScalarKind::Void => Code::Pad,
        }
    }

    /// All rows of the table.
    pub const fn all() -> &'static [CodeInfo] {
        TABLE
    }
}

/// The code that each ASCII character is.
static BY_CHAR: [Option<Code>; 128] = {
    let mut by_char = [None; 128];
    let mut i = 0;
    while i < TABLE.len() {
        if let [c] = TABLE[i].text.as_bytes() {
            by_char[*c as usize] = Some(TABLE[i].code);
        }
        i += 1;
    }
    by_char
};

macro_rules! table {
    ($($code:ident $text:literal $c:literal $rust:literal $python:literal $numpy:literal $standard:tt $native:expr, $kind:tt $in_struct:literal;)*) => {
        &[$(CodeInfo {
            code: Code::$code, text: $text, c: $c, rust: $rust, python: $python, numpy: $numpy,
            standard_size: table!(@size $standard), kind: table!(@kind $kind), in_struct: $in_struct,
            native: {
                use Native::*;
                $native
            },
        }),*]
    };
    (@size -) => { None };
    (@size $n:literal) => { Some($n) };
    (@kind -) => { None };
    (@kind $kind:ident) => { Some(ScalarKind::$kind) };
}

/// Sizes and C types: the tables "Format Characters" of the struct docs and "Additions to the struct string-syntax" of
/// PEP 3118. In the order of [`Code`].
#[rustfmt::skip]
static TABLE: &[CodeInfo] = table! {
//  code               text  C                       Rust        Python     numpy  std native                       kind       in struct
    Pad                "x"  "pad byte"               ""          ""         "V"    1   Fixed(1),                    Void       true;
    Char               "c"  "char"                   "u8"        "bytes"    "S1"   1   Fixed(1),                    Char       true;
    SignedChar         "b"  "signed char"            "i8"        "int"      "i1"   1   Fixed(1),                    Int        true;
    UnsignedChar       "B"  "unsigned char"          "u8"        "int"      "u1"   1   Fixed(1),                    Uint       true;
    Bool               "?"  "_Bool"                  "bool"      "bool"     "?"    1   Fixed(1),                    Bool       true;
    Short              "h"  "short"                  "i16"       "int"      "i2"   2   Short,                       Int        true;
    UnsignedShort      "H"  "unsigned short"         "u16"       "int"      "u2"   2   Short,                       Uint       true;
    Int                "i"  "int"                    "i32"       "int"      "i4"   4   Int,                         Int        true;
    UnsignedInt        "I"  "unsigned int"           "u32"       "int"      "u4"   4   Int,                         Uint       true;
    Long               "l"  "long"                   "i32"       "int"      "i4"   4   Long,                        Int        true;
    UnsignedLong       "L"  "unsigned long"          "u32"       "int"      "u4"   4   Long,                        Uint       true;
    LongLong           "q"  "long long"              "i64"       "int"      "i8"   8   LongLong,                    Int        true;
    UnsignedLongLong   "Q"  "unsigned long long"     "u64"       "int"      "u8"   8   LongLong,                    Uint       true;
    Ssize              "n"  "ssize_t"                "isize"     "int"      "i8"   -   Word,                        Int        true;
    Size               "N"  "size_t"                 "usize"     "int"      "u8"   -   Word,                        Uint       true;
    Half               "e"  "_Float16"               "f32"       "float"    "f2"   2   Fixed(2),                    Float      true;
    Float              "f"  "float"                  "f32"       "float"    "f4"   4   Fixed(4),                    Float      true;
    Double             "d"  "double"                 "f64"       "float"    "f8"   8   Double,                      Float      true;
    LongDouble         "g"  "long double"            "bytes"     "float"    "f16"  -   LongDouble,                  LongDouble false;
    FloatComplex       "F"  "float complex"          "Complex"   "complex"  "c8"   8   Complex(&Fixed(4)),          Complex    true;
    DoubleComplex      "D"  "double complex"         "Complex"   "complex"  "c16"  16  Complex(&Double),            Complex    true;
    LongDoubleComplex  "Zg" "long double complex"    "bytes"     "complex"  "c32"  -   Complex(&LongDouble),        LongDouble false;
    ZFloatComplex      "Zf" "float complex"          "Complex"   "complex"  "c8"   8   Complex(&Fixed(4)),          Complex    true;
    ZDoubleComplex     "Zd" "double complex"         "Complex"   "complex"  "c16"  16  Complex(&Double),            Complex    true;
    Bytes              "s"  "char[]"                 "bytes"     "bytes"    "S"    1   Fixed(1),                    Bytes      true;
    Pascal             "p"  "char[], length first"   "bytes"     "bytes"    ""     1   Fixed(1),                    Pascal     true;
    Pointer            "P"  "void *"                 "usize"     "int"      ""     -   Word,                        Pointer    true;
    Ucs4               "w"  "UCS-4 character"        "String"    "str"      "U"    4   Fixed(4),                    Ucs4       false;
    Ucs2               "u"  "UCS-2 or wchar_t"       ""          "str"      ""     -   None,                -          false;
    CharPointer        "z"  "char *"                 ""          "bytes"    ""     -   None,                -          false;
    WideCharPointer    "Z"  "wchar_t *"              ""          "str"      ""     -   None,                -          false;
    Object             "O"  "PyObject *"             ""          "object"   "O"    -   None,                -          false;
    Bit                "t"  "bit"                    ""          "int"      ""     -   None,                -          false;
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    #[test]
    fn rows_stand_in_the_order_of_the_codes() {
        for (row, info) in TABLE.iter().enumerate() {
            assert_eq!(info.code as usize, row, "{}", info.text);
            match *info.text.as_bytes() {
                [c] => assert_eq!(Code::from_char(c.into()), Some(info.code)),
                [b'Z', c] => assert_eq!(Code::from_complex(c.into()), Some(info.code)),
                _ => panic!("{}", info.text),
            }
        }
    }

    #[test]
    fn scalars_have_the_code_of_their_kind_and_size() {
        for info in TABLE {
            let (Some(kind), Some(size)) = (info.kind, info.standard_size) else { continue };
            let found = Code::of(Scalar::new(kind, size.into(), crate::ByteOrder::Big)).info();
            assert_eq!((found.kind, found.standard_size), (Some(kind), Some(size)), "{}", info.text);
        }
    }

    /// The table in the docs of the crate.
    #[test]
    fn the_table_in_the_docs_is_fresh() {
        use std::format;
        use std::string::String;
        let mut text = String::from("| code | C | Rust | Python | numpy | standard |");
        Target::ALL.iter().for_each(|(name, ..)| text.push_str(&format!(" {name} |")));
        text.push_str(" `struct` |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        for info in TABLE {
            let quoted = |name: &str| if name.is_empty() { String::new() } else { format!("`{name}`") };
            text.push_str(&format!(
                "| `{}` | {} | {} | {} ",
                info.text,
                info.c,
                quoted(info.rust),
                quoted(info.python)
            ));
            text.push_str(&format!("| {} |", quoted(info.numpy)));
            text.push_str(&info.standard_size.map_or("  |".into(), |size| format!(" {size} |")));
            for (_, _, target) in &Target::ALL {
                text.push_str(&info.native(target).map_or("  |".into(), |c| match c.size == c.align {
                    true => format!(" {} |", c.size),
                    false => format!(" {}/{} |", c.size, c.align),
                }));
            }
            text.push_str(&match (info.in_struct, info.since()) {
                (false, _) => " no |\n".into(),
                (true, None) => " yes |\n".into(),
                (true, Some((major, minor))) => format!(" since {major}.{minor} |\n"),
            });
        }
        expect_test::expect_file!["codes.md"].assert_eq(&text);
    }

    #[test]
    fn native_sizes_of_struct_codes_on_lp64() {
        let size = |c| Code::from_char(c).unwrap().info().native(&Target::LP64).unwrap();
        let sizes: Vec<_> = "xcbB?hHiIlLqQnNefdFDspP".chars().map(|c| (size(c).size, size(c).align)).collect();
        // struct.calcsize of each, and ctypes.alignment, on x86-64 Linux
        #[rustfmt::skip]
        assert_eq!(sizes, [
            (1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (2, 2), (2, 2), (4, 4), (4, 4), (8, 8), (8, 8), (8, 8), (8, 8),
            (8, 8), (8, 8), (2, 2), (4, 4), (8, 8), (8, 4), (16, 8), (1, 1), (1, 1), (8, 8),
        ]);
    }
}
