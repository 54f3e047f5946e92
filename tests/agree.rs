//! What the macros bake agrees with what the library reads at run time: layouts, and values of every kind of field.

use view_core::{Layout, Record, TypedView, Value, View, view};

view! {
    struct Numbers = "<bBhHiIqQefd?c";
    struct Swapped = ">bBhHiIqQefd?c";
    struct Padded = "<B3xI 2x";
    struct Strings = "<5s:tag: 3p:name: 4x:spare: 0s:none:";
    struct Nested = "<H:id: T{>h:x: T{<3B:rgb:}:color:}:at: (2)T{I:n:}:rows:";
    struct Grid = "<(2,3)f:m: 4H:row: (2)2s:tags:";
    struct Complexes = "<Zf:a: >Zd:b:";
    struct Own = "=HIQ";
    struct Wide = "<3w:text:";
    struct OwnNested = "=T{H:a: T{I:b:}:c:}:at:";
    struct Aligned = "@hI 2x";
    struct Counted = "<3I2h";
    struct Whole = "T{<H:w: <H:h:}";
}

#[derive(Record)]
#[view(little_endian)]
struct Derived {
    id: u32,
    name: [u8; 5],
    grid: [[i16; 2]; 3],
}

#[track_caller]
fn same(layout: &Layout, format: &str) {
    let parsed = Layout::parse(format).unwrap();
    assert_eq!(*layout, parsed, "{format}");
    assert_eq!(layout.fields().len(), parsed.fields().len());
}

#[test]
fn baked_layouts_are_parsed_layouts() {
    macro_rules! all {
        ($($name:ident)*) => { $(same(&$name::LAYOUT, $name::FORMAT); assert_eq!($name::SIZE, $name::LAYOUT.size());)* };
    }
    // Nested records have formats that stand on their own, whatever marks are in force around them.
    all!(NestedAt NestedAtColor NestedRows OwnNestedAt Aligned);
    assert_eq!((Aligned::LAYOUT.align(), NestedRows::FORMAT), (4, "<I:n:"));
    all!(Numbers Swapped Padded Strings Nested Grid Complexes Own Wide Counted Whole Derived);
}

#[test]
fn typed_views_of_records_become_views() {
    macro_rules! all {
        ($($name:ident)*) => { $(
            let bytes: Vec<u8> = (0..2 * $name::SIZE).map(|i| (i % 61) as u8).collect();
            let view = TypedView::<_, $name>::from_bytes(&bytes).unwrap().into_view();
            assert_eq!((view.format(), view.layout()), ($name::FORMAT, &$name::LAYOUT));
            assert_eq!(view.to_list(), View::new(&bytes).cast($name::FORMAT).unwrap().to_list());
            assert_eq!(view.typed::<$name, 1>().unwrap().shape(), [2]);
        )* };
    }
    all!(Numbers Swapped Padded Strings Nested NestedAt NestedRows Grid Complexes Own Aligned Counted Whole Derived);
}

/// Bytes that are all different, and make numbers that are.
fn bytes<const N: usize>() -> [u8; N] {
    core::array::from_fn(|i| (i as u8).wrapping_mul(37).wrapping_add(11))
}

/// The value of one element, read by the run-time view.
fn dynamic(bytes: &[u8], format: &str) -> Value {
    View::new(bytes).cast_shape(format, &[1]).unwrap().get([0]).unwrap()
}

#[track_caller]
fn record(values: Value) -> Vec<Value> {
    match values {
        Value::Record(members) => members.into_iter().map(|member| member.value).collect(),
        other => panic!("{other:?} is no record"),
    }
}

#[test]
fn getters_read_what_run_time_views_read() {
    macro_rules! numbers {
        ($($name:ident)*) => { $({
            let bytes = bytes::<{ $name::SIZE }>();
            let of = $name::new(&bytes);
            let values = record(dynamic(&bytes, $name::FORMAT));
            let ours: Vec<Value> = vec![
                of.f0().into(), of.f1().into(), of.f2().into(), of.f3().into(), of.f4().into(), of.f5().into(),
                of.f6().into(), of.f7().into(), of.f8().into(), of.f9().into(), of.f10().into(), of.f11().into(),
            ];
            assert_eq!(values[..12], ours, "{}", $name::FORMAT);
            assert_eq!(values[12].to_string(), format!("b'\\x{:02x}'", of.f12()));
        })* };
    }
    numbers!(Numbers Swapped);

    let bytes = bytes::<{ Nested::SIZE }>();
    let of = Nested::new(&bytes);
    let values = record(dynamic(&bytes, Nested::FORMAT));
    assert_eq!(values[0], of.id().into());
    let at = record(values[1].clone());
    assert_eq!(at[0], of.at().x().into());
    assert_eq!(record(at[1].clone())[0], Value::list(of.at().color().rgb().iter()));
    assert_eq!(values[2].to_string(), format!("[(n={}), (n={})]", of.rows().at(0).n(), of.rows().at(1).n()));
}

#[test]
fn setters_write_what_run_time_views_write() {
    let (mut ours, mut theirs) = ([0; Padded::SIZE], [0; Padded::SIZE]);
    let mut of = Padded::new(&mut ours);
    of.set_f0(200);
    of.set_f1(0x0102_0304);
    let mut view = View::new(&mut theirs).cast_shape(Padded::FORMAT, &[1]).unwrap();
    view.set([0], Value::tuple([Value::from(200), Value::from(0x0102_0304)])).unwrap();
    assert_eq!(ours, theirs);
}

#[test]
fn records_are_elements_of_run_time_views() {
    let bytes = bytes::<{ 2 * Nested::SIZE }>();
    let view = View::new(&bytes).cast(Nested::FORMAT).unwrap();
    let rows = view.typed::<Nested, 1>().unwrap();
    assert_eq!(rows.at(1).id(), TypedView::<_, Nested>::from_bytes(&bytes).unwrap().at(1).id());
    assert!(View::new(&bytes).cast("<H").unwrap().typed::<Nested, 1>().is_err());
}
