//! Native formats are laid out as C lays out structs on the machine that runs this test. `.ci/cross` runs it on machines of 32
//! bits and of the other byte order.

use core::ffi::{c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort};
use std::mem::{align_of, offset_of, size_of};

use view_core::{ByteOrder, Layout, Record, Target, Value, View, view};

view! {
    struct Scalars = "@b:a: l:b: ?:c: d:d: q:e: P:f: h:g: n:h: L:i: (3)N:j:";
    struct Nested = "@b:a: T{b:x: l:y:}:b: (2)T{h:x: P:y:}:c: >H:d: ^L:e:";
    struct Agreed = "@hIb(2)H";
}

#[derive(Record, Debug, PartialEq)]
#[view(format = "@b 3l P n")]
struct Values {
    kind: i8,
    sizes: [c_long; 3],
    address: usize,
    count: isize,
}

/// What the macros have baked for this machine is what the library reads on it.
#[test]
fn generated_code_has_the_layout_of_this_machine() {
    macro_rules! same {
        ($($name:ident)*) => { $(
            let layout = Layout::parse($name::FORMAT).unwrap();
            assert_eq!($name::LAYOUT, layout);
            assert_eq!($name::SIZE, layout.size());
        )* };
    }
    assert_eq!((Scalars::LAYOUT.align(), Agreed::LAYOUT.align()), (align_of::<f64>().max(align_of::<c_longlong>()), 4));
    same!(Scalars Nested NestedB NestedC Agreed Values);

    let mut of = Nested::new([0; Nested::SIZE]);
    of.b_mut().set_y(c_long::MIN);
    of.c_mut().at_mut(1).set_y(usize::MAX);
    of.set_e(c_ulong::MAX);
    let bytes = of.into_inner();
    let read = View::new(&bytes).cast_shape(Nested::FORMAT, &[]).unwrap().get([]).unwrap().to_string();
    let expected = format!(
        "(a=0, b=(x=0, y={}), c=[(x=0, y=0x0), (x=0, y={:#x})], d=0, e={})",
        c_long::MIN,
        usize::MAX,
        c_ulong::MAX
    );
    assert_eq!(read, expected);
    assert_eq!((of.b().y(), of.c().at(1).y(), of.e()), (c_long::MIN, usize::MAX, c_ulong::MAX));

    let values = Values { kind: -1, sizes: [c_long::MIN, 0, c_long::MAX], address: usize::MAX, count: -2 };
    assert_eq!(Values::unpack(&values.pack()).unwrap(), values);
    assert_eq!(Layout::parse(Values::STRUCT_FORMAT).unwrap().size(), Values::SIZE);
}

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
