//! Decoding, encoding, equality and notation. What is expected is what CPython's `struct` gives.

use alloc::{format, vec};
use std::string::ToString;

use view_format::Layout;

use super::*;
use crate::View;

/// The bytes read as `shown`, and what was read writes the same bytes.
#[track_caller]
fn check(format: &str, bytes: &[u8], shown: &str) {
    let layout = Layout::parse(format).unwrap();
    assert_eq!(layout.size(), bytes.len());
    let value = decode::decode(&layout, bytes);
    assert_eq!(value.to_string(), shown);
    let mut written = vec![0; bytes.len()];
    encode::encode(&layout, &value, &mut written).unwrap();
    assert_eq!(written, bytes);
}

/// Whatever was there before: the same value as a fresh one, and strings where they were.
#[test]
fn values_are_read_over_values() {
    let bytes: [u8; 96] = core::array::from_fn(|i| (i * 7) as u8);
    let formats = [
        "<h",
        "3s",
        "5p",
        "<2w",
        "?",
        "<Zf",
        "<h3s",
        "2s:a: (2)H:b:",
        "(2,2)3s",
        "T{2s:x: B:y:}:p: B:q:",
        "3B",
        "<(2)T{B:a: 2s:b:}",
        "",
        "c",
        "4x:pad:",
    ];
    let view = |format: &str| {
        let size = crate::Struct::calcsize(format).unwrap();
        View::from_layout(
            &bytes[3..][..2 * size],
            format,
            Layout::parse(format).unwrap(),
            &[2 - usize::from(size == 0)],
        )
    };
    for before in formats {
        for format in formats {
            let (Ok(before), Ok(view)) = (view(before), view(format)) else { panic!("{before} {format}") };
            let mut value = before.get([0]).unwrap();
            view.get_into([view.shape()[0] - 1], &mut value).unwrap();
            assert_eq!(format!("{value:?}"), format!("{:?}", view.iter().next_back().unwrap()), "{}", before.format());
            let mut list = before.to_list();
            view.to_list_into(&mut list);
            assert_eq!(format!("{list:?}"), format!("{:?}", view.to_list()));
        }
    }
    let (rows, mut row) = (view("2s:tag: B:id:").unwrap(), Value::Bool(false));
    let place = |value: &Value| value.field("tag").and_then(Value::as_bytes).map(<[u8]>::as_ptr);
    rows.get_into([0], &mut row).unwrap();
    let first = place(&row);
    rows.get_into([1], &mut row).unwrap();
    assert_eq!(place(&row), first);
    assert!(rows.get_into([2], &mut row).is_err() && place(&row) == first);
}

#[test]
fn every_kind_reads_and_writes() {
    check("<h", &[0xfe, 0xff], "-2");
    check(">h", &[0xff, 0xfe], "-2");
    check("<q", &[0, 0, 0, 0, 0, 0, 0, 0x80], "-9223372036854775808");
    check(">Q", &[0xff; 8], "18446744073709551615");
    check("b", &[0x80], "-128");
    check("<e", &[0, 0x3c], "1.0");
    check(">f", &[0x3f, 0x80, 0, 0], "1.0");
    check("<d", &0.1_f64.to_le_bytes(), "0.1");
    check("<Zf", &[0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], "(1-2j)");
    check("?", &[1], "True");
    check("c", b"a", "b'a'");
    check("3s", b"ab\0", "b'ab\\x00'");
    check("5p", b"\x02ab\0\0", "b'ab'");
    check("<2w", b"a\0\0\0\xe9\0\0\0", "'aé'");
    check("<hB", &[1, 0, 2], "(1, 2)");
    check("2B", &[1, 2], "(1, 2)");
    check("(2,2)B", &[1, 2, 3, 4], "[[1, 2], [3, 4]]");
    check("B:a: 2s:b:", b"\x01xy", "(a=1, b=b'xy')");
    check("T{B:a:T{B:b:}:n:}:r: B", &[1, 2, 3], "(r=(a=1, n=(b=2)), 3)");
    check("", &[], "()");
}

#[test]
fn values_out_of_range_are_refused() {
    #[track_caller]
    fn check(format: &str, value: impl Into<Value>, error: &str) {
        let layout = Layout::parse(format).unwrap();
        let mut to = vec![0; layout.size()];
        assert_eq!(encode::encode(&layout, &value.into(), &mut to).unwrap_err().to_string(), error);
    }
    check("h", 40000, "`h` requires -32768 <= number <= 32767, got 40000");
    check("B", -1, "`B` requires 0 <= number <= 255, got -1");
    check("<Q", -1, "`Q` requires 0 <= number <= 18446744073709551615, got -1");
    check("i", 1.0, "`i` requires an integer, got a float");
    check("i", "1", "`i` requires an integer, got a string");
    check("d", b"1", "`d` requires a number, got bytes");
    check("<f", 1e39, "1e39 is too large for `f`");
    check("<e", 65520, "6.552e4 is too large for `e`");
    check("c", b"ab", "`c` requires a string of 1 byte, got 2");
    check("s", 1, "`s` requires bytes, got an integer");
    check("2w", "abc", "`2w` requires at most 2 characters, got 3");
    check("2B", Value::list([1]), "2 values needed, got 1");
    check("2B", 1, "a record needed, got an integer");
    check("(2)B", 1, "a list needed, got an integer");
    check("(2)B", Value::list([1, 2, 3]), "2 values needed, got 3");
}

#[test]
fn numbers_are_equal_by_value() {
    assert_eq!(Value::Int(1), Value::Uint(1));
    assert_eq!(Value::Int(1), Value::Float(1.0));
    assert_eq!(Value::Bool(true), Value::Float(1.0));
    assert_eq!(Value::Complex(1.0, 0.0), Value::Bool(true));
    assert_eq!(Value::Char(b'a'), Value::from(b"a"));
    assert_eq!(Value::Float(-0.0), Value::Int(0));
    assert_ne!(Value::Int(97), Value::Char(b'a'));
    assert_ne!(Value::Int(-1), Value::Uint(u64::MAX));
    assert_ne!(Value::Int((1 << 53) + 1), Value::Float(9_007_199_254_740_992.0));
    assert_ne!(Value::Uint(u64::MAX), Value::Float(18_446_744_073_709_551_616.0));
    assert_ne!(Value::Float(f64::NAN), Value::Float(f64::NAN));
    assert_ne!(Value::list([1]), Value::tuple([1.into()]));
    assert_ne!(Value::Text("a".into()), Value::from(b"a"));
}

#[test]
fn notation_is_python_s() {
    #[track_caller]
    fn check(value: impl Into<Value>, shown: &str) {
        assert_eq!(format!("{}", value.into()), shown);
    }
    check(1e16, "1e+16");
    check(1.5e-7, "1.5e-07");
    check(1e100, "1e+100");
    check(0.0001, "0.0001");
    check(1e15, "1000000000000000.0");
    check(f64::NEG_INFINITY, "-inf");
    check(f64::NAN, "nan");
    check(b"it's", "b\"it's\"");
    check(b"'\"\\\n\xff", "b'\\'\"\\\\\\n\\xff'");
    check("it's", "\"it's\"");
    check("a\n\u{7f}\\", "'a\\n\\x7f\\\\'");
    check(Value::Complex(0.5, -0.0), "(0.5-0j)");
    check(Value::tuple([1.into()]), "(1,)");
    check(Value::List(vec![]), "[]");
}

/// What CPython 3.13 writes where two texts of 16 or 17 digits read back and are equally near: the even one. And the ends.
#[test]
fn floats_halfway_between_two_texts_are_written_as_in_python() {
    for (bits, repr) in [
        (0x4023_e30a_0000_0000_u64, "9.943435668945312"),
        (0xc032_80f3_0000_0000_u64, "-18.503707885742188"),
        (0xc034_11fb_0000_0000_u64, "-20.070236206054688"),
        (0xc037_5437_0000_0000_u64, "-23.328964233398438"),
        (0x4059_d3b2_8000_0000_u64, "103.30776977539062"),
        (0x4030_6a35_0000_0000_u64, "16.414871215820312"),
        (0xc03e_5741_0000_0000_u64, "-30.340835571289062"),
        (0xc02b_a0ee_0000_0000_u64, "-13.814315795898438"),
        (0xc03c_c501_0000_0000_u64, "-28.769546508789062"),
        (0x4021_2b3e_0000_0000_u64, "8.584457397460938"),
        (0x406b_2ce3_4000_0000_u64, "217.40274047851562"),
        (0x4068_bef2_c000_0000_u64, "197.96713256835938"),
        (0x4057_e501_8000_0000_u64, "95.57821655273438"),
        (0xc063_d7e6_c000_0000_u64, "-158.74691772460938"),
        (0x4380_0000_0000_0002_u64, "1.4411518807585594e+17"),
        (0x0000_0000_0000_0001_u64, "5e-324"),
        (0x7fef_ffff_ffff_ffff_u64, "1.7976931348623157e+308"),
        (0x3d30_0000_0000_0000_u64, "5.684341886080802e-14"),
        (0x4340_0000_0000_0000_u64, "9007199254740992.0"),
        (0x437b_69b4_ba63_0f35_u64, "1.2345678901234568e+17"),
    ] {
        assert_eq!(Value::Float(f64::from_bits(bits)).to_string(), repr);
    }
}
