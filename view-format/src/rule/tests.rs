//! The rules of every code of `struct`, and the sentences that CPython 3.13 says.

use std::fmt::Write;
use std::string::String;

use expect_test::{Expect, expect};

use super::*;

#[test]
fn every_code_of_struct() {
    let mut table = String::new();
    for info in Code::all().iter().filter(|info| info.in_struct) {
        for (name, mark) in [("@", Mark::Native), ("<", Mark::Little)] {
            if let Some(accepts) = info.code.accepts(5, mark, &Target::LP64) {
                let gives = info.code.gives(5, mark, &Target::LP64).unwrap();
                writeln!(table, "{name}{}: {accepts:?} -> {gives:?}", info.text).unwrap();
            }
        }
    }
    expect![[r#"
        @x: Nothing -> Nothing
        <x: Nothing -> Nothing
        @c: OneByte -> Bytes { shortest: 1, longest: 1 }
        <c: OneByte -> Bytes { shortest: 1, longest: 1 }
        @b: Integer { low: -128, high: 127 } -> Integer { low: -128, high: 127 }
        <b: Integer { low: -128, high: 127 } -> Integer { low: -128, high: 127 }
        @B: Integer { low: 0, high: 255 } -> Integer { low: 0, high: 255 }
        <B: Integer { low: 0, high: 255 } -> Integer { low: 0, high: 255 }
        @?: Truth -> Truth
        <?: Truth -> Truth
        @h: Integer { low: -32768, high: 32767 } -> Integer { low: -32768, high: 32767 }
        <h: Integer { low: -32768, high: 32767 } -> Integer { low: -32768, high: 32767 }
        @H: Integer { low: 0, high: 65535 } -> Integer { low: 0, high: 65535 }
        <H: Integer { low: 0, high: 65535 } -> Integer { low: 0, high: 65535 }
        @i: Integer { low: -2147483648, high: 2147483647 } -> Integer { low: -2147483648, high: 2147483647 }
        <i: Integer { low: -2147483648, high: 2147483647 } -> Integer { low: -2147483648, high: 2147483647 }
        @I: Integer { low: 0, high: 4294967295 } -> Integer { low: 0, high: 4294967295 }
        <I: Integer { low: 0, high: 4294967295 } -> Integer { low: 0, high: 4294967295 }
        @l: Integer { low: -9223372036854775808, high: 9223372036854775807 } -> Integer { low: -9223372036854775808, high: 9223372036854775807 }
        <l: Integer { low: -2147483648, high: 2147483647 } -> Integer { low: -2147483648, high: 2147483647 }
        @L: Integer { low: 0, high: 18446744073709551615 } -> Integer { low: 0, high: 18446744073709551615 }
        <L: Integer { low: 0, high: 4294967295 } -> Integer { low: 0, high: 4294967295 }
        @q: Integer { low: -9223372036854775808, high: 9223372036854775807 } -> Integer { low: -9223372036854775808, high: 9223372036854775807 }
        <q: Integer { low: -9223372036854775808, high: 9223372036854775807 } -> Integer { low: -9223372036854775808, high: 9223372036854775807 }
        @Q: Integer { low: 0, high: 18446744073709551615 } -> Integer { low: 0, high: 18446744073709551615 }
        <Q: Integer { low: 0, high: 18446744073709551615 } -> Integer { low: 0, high: 18446744073709551615 }
        @n: Integer { low: -9223372036854775808, high: 9223372036854775807 } -> Integer { low: -9223372036854775808, high: 9223372036854775807 }
        @N: Integer { low: 0, high: 18446744073709551615 } -> Integer { low: 0, high: 18446744073709551615 }
        @e: Float(FloatRange { overflow: 65520.0, saturates: false }) -> Float
        <e: Float(FloatRange { overflow: 65520.0, saturates: false }) -> Float
        @f: Float(FloatRange { overflow: 3.4028235677973366e38, saturates: true }) -> Float
        <f: Float(FloatRange { overflow: 3.4028235677973366e38, saturates: false }) -> Float
        @d: Float(FloatRange { overflow: inf, saturates: false }) -> Float
        <d: Float(FloatRange { overflow: inf, saturates: false }) -> Float
        @F: Complex(FloatRange { overflow: 3.4028235677973366e38, saturates: true }) -> Complex
        <F: Complex(FloatRange { overflow: 3.4028235677973366e38, saturates: false }) -> Complex
        @D: Complex(FloatRange { overflow: inf, saturates: false }) -> Complex
        <D: Complex(FloatRange { overflow: inf, saturates: false }) -> Complex
        @Zf: Complex(FloatRange { overflow: 3.4028235677973366e38, saturates: true }) -> Complex
        <Zf: Complex(FloatRange { overflow: 3.4028235677973366e38, saturates: false }) -> Complex
        @Zd: Complex(FloatRange { overflow: inf, saturates: false }) -> Complex
        <Zd: Complex(FloatRange { overflow: inf, saturates: false }) -> Complex
        @s: Bytes { length: 5 } -> Bytes { shortest: 5, longest: 5 }
        <s: Bytes { length: 5 } -> Bytes { shortest: 5, longest: 5 }
        @p: Pascal { stored: 4 } -> Bytes { shortest: 0, longest: 4 }
        <p: Pascal { stored: 4 } -> Bytes { shortest: 0, longest: 4 }
        @P: Address { low: -9223372036854775808, high: 18446744073709551615 } -> Integer { low: 0, high: 18446744073709551615 }
    "#]].assert_eq(&table);
}

/// What `struct.pack(code, given)` raises.
#[track_caller]
fn check(code: Code, mark: Mark, given: Given, expected: Expect) {
    let error = match code.accepts(1, mark, &Target::LP64).unwrap().check(given) {
        Ok(()) => "accepted".into(),
        Err(refusal) => std::format!("{}", refusal.in_python(code)),
    };
    expected.assert_eq(&error);
}

#[test]
fn sentences_are_cpython_s() {
    use Given::*;
    check(
        Code::Short,
        Mark::Native,
        Integer(40_000),
        expect!["struct.error: 'h' format requires -32768 <= number <= 32767"],
    );
    check(
        Code::Long,
        Mark::Little,
        Integer(1 << 31),
        expect!["struct.error: 'l' format requires -2147483648 <= number <= 2147483647"],
    );
    check(Code::Long, Mark::Native, Integer(1 << 31), expect!["accepted"]);
    check(
        Code::UnsignedLongLong,
        Mark::Little,
        Integer(-1),
        expect!["struct.error: 'Q' format requires 0 <= number <= 18446744073709551615"],
    );
    check(Code::Pointer, Mark::Native, Integer(-1), expect!["accepted"]);
    check(Code::Pointer, Mark::Native, Integer(1 << 64), expect!["struct.error: int too large to convert"]);
    check(Code::Int, Mark::Little, Float(1.0), expect!["struct.error: required argument is not an integer"]);
    check(Code::Int, Mark::Little, Bool(true), expect!["accepted"]);
    check(Code::Double, Mark::Little, Characters(1), expect!["struct.error: required argument is not a float"]);
    check(Code::Half, Mark::Native, Float(65519.9), expect!["accepted"]);
    check(Code::Half, Mark::Native, Float(65520.0), expect!["OverflowError: float too large to pack with e format"]);
    check(Code::Float, Mark::Little, Float(3.402_823_567_797_336e38), expect!["accepted"]);
    check(
        Code::Float,
        Mark::Little,
        Float(-3.402_823_567_797_336_6e38),
        expect!["OverflowError: float too large to pack with f format"],
    );
    check(Code::Float, Mark::Native, Float(1e39), expect!["accepted"]);
    check(Code::Float, Mark::Little, Float(f64::INFINITY), expect!["accepted"]);
    check(
        Code::FloatComplex,
        Mark::Little,
        Complex(0.0, 1e39),
        expect!["OverflowError: float too large to pack with f format"],
    );
    check(Code::DoubleComplex, Mark::Little, Bytes(1), expect!["struct.error: required argument is not a complex"]);
    check(Code::Float, Mark::Little, Complex(0.0, 1.0), expect!["struct.error: required argument is not a float"]);
    check(Code::Char, Mark::Little, Bytes(2), expect!["struct.error: char format requires a bytes object of length 1"]);
    check(
        Code::Char,
        Mark::Little,
        Integer(65),
        expect!["struct.error: char format requires a bytes object of length 1"],
    );
    check(Code::Bytes, Mark::Little, Characters(1), expect!["struct.error: argument for 's' must be a bytes object"]);
    check(Code::Pascal, Mark::Little, Bytes(1000), expect!["accepted"]);
    check(Code::Bool, Mark::Little, Other, expect!["accepted"]);
}

/// However a format is read, a native float is known as one.
#[test]
fn native_floats_saturate() {
    for (text, expected) in [("f", true), ("@2f", true), ("hf", true), ("^hf", true), ("=f", false), ("<hf", false)] {
        let layouts = [
            crate::Layout::parse(text).ok(),
            crate::parse(text, crate::Dialect::Pep3118).format.check(&Target::HOST).layout,
        ];
        for layout in layouts.into_iter().flatten() {
            let crate::Kind::Scalar(scalar) = layout.fields().last().unwrap().kind() else { panic!("{text}") };
            assert_eq!(scalar.saturates(), expected, "{text}");
        }
    }
}
