//! Native formats have the layout of the target, which is the one that C gives the same struct.
#![deny(warnings)]

use std::ffi::{c_char, c_double, c_long, c_longlong, c_short, c_ulong};
use std::mem::{offset_of, size_of};

use view_core::{Layout, Record, TypedView, View, view};

#[repr(C)]
struct C {
    kind: c_char,
    size: c_long,
    flags: [c_short; 3],
    time: c_longlong,
    address: usize,
    ratio: c_double,
    count: isize,
    total: c_ulong,
}

view! {
    #[derive(Debug, PartialEq, Default)]
    struct Native = "@b:kind: l:size: 3h:flags: q:time: P:address: d:ratio: n:count: L:total:";
    struct Unaligned = "^b:kind: l:size: P:address:";
    struct Mixed = "@b:kind: l:size: >H:port: @T{b:x: l:y:}:at: (2)N:sizes:";
}

#[derive(Record, Debug, PartialEq)]
#[view(format = "@b l 3h N P")]
struct Values {
    kind: i8,
    size: c_long,
    flags: [i16; 3],
    length: usize,
    address: usize,
}

fn main() {
    let offset = |name| Native::LAYOUT.field(name).unwrap().offset();
    assert_eq!(offset("size"), offset_of!(C, size));
    assert_eq!(offset("flags"), offset_of!(C, flags));
    assert_eq!(offset("time"), offset_of!(C, time));
    assert_eq!(offset("address"), offset_of!(C, address));
    assert_eq!(offset("ratio"), offset_of!(C, ratio));
    assert_eq!(offset("count"), offset_of!(C, count));
    assert_eq!(offset("total"), offset_of!(C, total));
    assert_eq!(Native::LAYOUT.padded_size(), size_of::<C>());
    let _ = |c: C| (c.kind, c.size, c.flags, c.time, c.address, c.ratio, c.count, c.total);

    assert_eq!(Layout::parse(Native::FORMAT).unwrap(), Native::LAYOUT);
    assert_eq!(Layout::parse(Unaligned::FORMAT).unwrap(), Unaligned::LAYOUT);
    assert_eq!(Layout::parse(Mixed::FORMAT).unwrap(), Mixed::LAYOUT);
    assert_eq!(Layout::parse(MixedAt::FORMAT).unwrap(), MixedAt::LAYOUT);

    let mut native = Native::new([0; Native::SIZE]);
    native.set_size(c_long::MIN);
    native.set_address(7);
    native.set_count(-1);
    native.set_total(c_ulong::MAX);
    let size: c_long = native.size();
    assert_eq!((size, native.address(), native.count(), native.total()), (c_long::MIN, 7, -1, c_ulong::MAX));
    assert_ne!(native, Native::default());

    let mut mixed = Mixed::new([0; Mixed::SIZE]);
    mixed.at_mut().set_y(-2);
    mixed.sizes_mut().set([1], 3).unwrap();
    let bytes = mixed.into_inner();
    let rows = TypedView::<_, Mixed>::from_bytes(&bytes).unwrap();
    assert_eq!((rows.at(0).at().y(), rows.columns().at().at(0).y(), rows.at(0).sizes().sum()), (-2, -2, 3));
    assert_eq!(View::new(&bytes).cast(Mixed::FORMAT).unwrap().typed::<Mixed, 1>().unwrap().at(0).sizes().at(1), 3);

    let value = c_long::MAX.to_ne_bytes();
    assert_eq!(view!(&value, "l").value(), c_long::MAX);
    assert_eq!(view!(&value[..], "@l", [_]).unwrap().at(0), c_long::MAX);
    assert_eq!(view!(&value, "@l:size:").size(), c_long::MAX);

    let values = Values { kind: -1, size: -2, flags: [1, 2, 3], length: 4, address: 5 };
    assert_eq!(Values::unpack(&values.pack()).unwrap(), values);
    assert_eq!(Values::SIZE, Layout::parse("@bl3hNP").unwrap().size());
    assert_eq!(Layout::parse(Values::STRUCT_FORMAT).unwrap().size(), Values::SIZE);
}
