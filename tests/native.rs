//! Native formats are laid out as C lays out structs on the machine that runs this test. `.ci/cross` runs it on machines of 32
//! bits and of the other byte order.

use core::ffi::{c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort};
use std::mem::{align_of, offset_of, size_of};

use view_core::{ByteOrder, Layout, Target, Value, View};

/// For each struct: that the format has its offsets, its sizes and its alignment.
macro_rules! same_layout {
    ($($format:literal => { $($field:ident: $type:ty),* })*) => { $({
        #[repr(C)]
        struct Twin { $($field: $type),* }

        let layout = Layout::parse($format).unwrap();
        let ours: Vec<_> = layout.fields().iter().map(|field| (field.offset(), field.size())).collect();
        assert_eq!(ours, [$((offset_of!(Twin, $field), size_of::<$type>())),*], "{}", $format);
        assert_eq!(layout.align(), align_of::<Twin>(), "{}", $format);
        // C fills the last bytes too; a format does so where it is told to.
        let filled = Layout::parse(concat!("T{", $format, "}")).unwrap();
        assert!(filled.size() <= size_of::<Twin>() && filled.size() >= layout.size(), "{}", $format);
    })* };
}

#[test]
fn native_formats_have_the_offsets_of_c() {
    same_layout! {
        "bl?dq" => { a: c_schar, b: c_long, c: bool, d: f64, e: c_longlong }
        "@hBi" => { a: c_short, b: c_uchar, c: c_int }
        "cQc" => { a: c_schar, b: c_ulonglong, c: c_schar }
        "BPBnBN" => { a: u8, b: *const u8, c: u8, d: isize, e: u8, f: usize }
        "@HILb" => { a: c_ushort, b: c_uint, c: c_ulong, d: c_schar }
        "fbd" => { a: f32, b: c_schar, c: f64 }
        "b(3)lb" => { a: c_schar, b: [c_long; 3], c: c_schar }
        "5sq" => { a: [u8; 5], b: c_longlong }
    }
}

#[test]
fn the_host_is_the_machine_that_runs_this() {
    assert_eq!(Target::HOST.order == ByteOrder::Big, cfg!(target_endian = "big"));
    let ours: Vec<_> = ["h", "i", "l", "q", "n", "P", "d"].map(|code| Layout::parse(code).unwrap().size()).into();
    let sizes = [
        size_of::<c_short>(),
        size_of::<c_int>(),
        size_of::<c_long>(),
        size_of::<c_longlong>(),
        size_of::<usize>(),
        size_of::<*const u8>(),
        size_of::<f64>(),
    ];
    assert_eq!(ours, sizes);
}

#[test]
fn native_values_are_in_the_machine_s_byte_order() {
    let read = |format: &str, bytes: &[u8]| View::new(bytes).cast_shape(format, &[]).unwrap().get([]).unwrap();
    assert_eq!(read("l", &(-70_000 as c_long).to_ne_bytes()), Value::Int(-70_000));
    assert_eq!(read("=i", &70_000_i32.to_ne_bytes()), Value::Int(70_000));
    assert_eq!(read("@d", &0.1_f64.to_ne_bytes()), Value::Float(0.1));
    assert_eq!(read("^N", &usize::MAX.to_ne_bytes()), Value::from(usize::MAX));
    assert_eq!(read("!H", &[1, 2]), Value::Int(258));
}
