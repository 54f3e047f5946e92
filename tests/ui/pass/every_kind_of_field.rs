//! Every kind of field: read, written, shown.
#![deny(warnings)]

use view_core::{Complex, view};

view! {
    #[derive(Debug, PartialEq, Default)]
    pub struct All = "<b:int8: B:uint8: >h:int16: H:uint16: <i:int32: I:uint32: q:int64: Q:uint64: l:long: L:ulong: \
        e:half: f:single: d:double: Zf:complex: Zd:wide: ?:flag: c:letter: 4s:text: 5p:pascal: 3w:ucs4: 2x \
        (2,2)h:grid: 3B (2)?:flags: (2)Zf:points: (2)e:halves: T{>H:kind: T{<I:deep:}:inside:}:nested: (2)T{B:a:}:rows: \
        B:type: B:Größe:";
}

fn main() {
    let mut all = All::default();
    macro_rules! number {
        ($($get:ident $set:ident $value:expr;)*) => { $(
            all.$set($value);
            assert_eq!(all.$get(), $value);
        )* };
    }
    number! {
        int8 set_int8 -1;
        uint8 set_uint8 255;
        int16 set_int16 -2;
        uint16 set_uint16 0x1234;
        int32 set_int32 -3;
        uint32 set_uint32 u32::MAX;
        int64 set_int64 i64::MIN;
        uint64 set_uint64 u64::MAX;
        long set_long -4;
        ulong set_ulong 5;
        half set_half 0.5;
        single set_single 1.25;
        double set_double -1e300;
        complex set_complex Complex { re: 1.0, im: -1.0 };
        wide set_wide Complex { re: 1e300, im: -0.5 };
        flag set_flag true;
        letter set_letter b'x';
        r#type set_type 7;
        Größe set_Größe 8;
    }
    all.set_text(b"abcd");
    assert_eq!(all.text(), b"abcd");
    // At most four of them fit, as Python packs them.
    all.set_pascal(b"abcdef");
    assert_eq!(&*all.pascal(), b"abcd");
    for (i, letter) in "äöü".chars().enumerate() {
        all.ucs4_mut().set([i], letter.into()).unwrap();
    }
    assert_eq!(all.ucs4().iter().filter_map(char::from_u32).collect::<String>(), "äöü");
    all.grid_mut().set([1, 0], -7).unwrap();
    assert_eq!(all.grid().sum(), -7);
    all.f0_mut().set([2], 9).unwrap();
    assert_eq!(all.f0().at(2), 9);
    all.flags_mut().set([1], true).unwrap();
    assert_eq!(all.flags().iter().collect::<Vec<_>>(), [false, true]);
    all.points_mut().set([0], Complex { re: 2.0, im: 3.0 }).unwrap();
    assert_eq!(all.points().at(0).im, 3.0);
    all.halves_mut().set([1], 0.25).unwrap();
    assert_eq!(all.halves().at(1), 0.25);
    all.nested_mut().set_kind(1);
    all.nested_mut().inside_mut().set_deep(2);
    assert_eq!((all.nested().kind(), all.nested().inside().deep()), (1, 2));
    all.rows_mut().at_mut(1).set_a(3);
    assert_eq!(all.rows().at(1).a(), 3);

    let shown = format!("{all:?}");
    for part in ["int16: -2", "letter: 120", "text: b\"abcd\"", "grid: [[0, 0], [-7, 0]]", "AllNested { kind: 1,"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    assert_ne!(all, All::default());
    assert_eq!(All::LAYOUT.size(), All::SIZE);
}
