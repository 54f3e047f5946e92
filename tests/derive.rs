//! Derived structs agree with Python: `struct` packs the same bytes by their formats, and numpy sees the same fields.
//!
//! The answers stand in `vectors/derive.jsonl`, written by `vectors/gen_derive.py`.

use std::fmt::Debug;

use serde_json::Value;
use view_core::{Layout, PascalText, Record, UnpackError};

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Numbers {
    a: i8,
    b: u8,
    c: i16,
    d: u16,
    e: i32,
    f: u32,
    g: i64,
    h: u64,
    i: f32,
    j: f64,
    k: bool,
    #[view(format = "e")]
    l: f32,
}

#[derive(Record, Debug, PartialEq)]
#[view(format = ">H:id:3s:tag:(2,3)i:grid:d:ratio:")]
struct Swapped {
    id: u16,
    tag: [u8; 3],
    grid: [[i32; 3]; 2],
    ratio: f64,
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Padded {
    #[view(pad_after = 3)]
    kind: u8,
    #[view(rename = "file size")]
    size: u32,
    #[view(pad_before = 2)]
    name: PascalText<[u8; 5]>,
    #[view(pad_after = 4)]
    end: u16,
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
#[repr(u16)]
enum Kind {
    One = 1,
    Two,
    Other = 0x0102,
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Point {
    x: i16,
    y: i16,
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Line {
    kind: Kind,
    from: Point,
    to: [Point; 2],
    weight: f32,
}

#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
struct Corner {
    x: i16,
    y: i16,
}

const CORNERS: usize = 3;

#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
struct Figure {
    id: u32,
    name: [u8; CORNERS + 2],
    points: [Corner; CORNERS],
    marks: [[f32; 2]; 2],
    end: u8,
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Packet<const N: usize> {
    length: u16,
    data: [u8; N],
    numbers: [u32; N],
    crc: i16,
}

/// One value, as the vectors have it.
trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($($t:ty, $value:ident => $shown:expr;)*) => { $(
        impl Shown for $t {
            fn shown(&self) -> String {
                let $value = self;
                $shown
            }
        }
    )* };
}
shown! {
    i8, it => it.to_string();
    u8, it => it.to_string();
    i16, it => it.to_string();
    u16, it => it.to_string();
    i32, it => it.to_string();
    u32, it => it.to_string();
    i64, it => it.to_string();
    u64, it => it.to_string();
    bool, it => u8::from(*it).to_string();
    f64, it => format!("{:016x}", it.to_bits());
    f32, it => f64::from(*it).shown();
    [u8], it => it.iter().map(|byte| format!("{byte:02x}")).collect();
    Kind, it => (*it as u16).to_string();
}

/// The values of one struct, in order.
macro_rules! values {
    ($($of:expr),*) => { vec![$($of.shown()),*] };
}

/// A derived struct, for the test.
struct Derived<T> {
    format: &'static str,
    struct_format: &'static str,
    layout: Layout,
    unpack: fn(&[u8]) -> Result<T, UnpackError>,
    pack_into: fn(&T, &mut [u8]),
    values: fn(&T) -> Vec<String>,
}

macro_rules! derived {
    ($t:ty, |$of:ident| $values:expr) => {
        Derived::<$t> {
            format: <$t>::FORMAT,
            struct_format: <$t>::STRUCT_FORMAT,
            layout: <$t>::LAYOUT,
            unpack: |bytes| <$t>::unpack(bytes),
            pack_into: |of, bytes| of.pack_into(bytes).unwrap(),
            values: |$of| $values,
        }
    };
}

impl<T: Debug + PartialEq> Derived<T> {
    #[track_caller]
    fn check(&self, name: &str) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/derive.jsonl");
        let text = std::fs::read_to_string(path).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let lines: Vec<_> = lines.filter(|line| line["name"] == name).collect();
        assert_eq!(lines.len(), 12, "{name}");
        for line in lines {
            assert_eq!((&line["format"], &line["struct_format"]), (&self.format.into(), &self.struct_format.into()));
            assert_eq!(Layout::parse(self.format).as_ref(), Ok(&self.layout), "{name}");
            assert_eq!(line["size"], self.layout.size(), "{name}");
            let offsets: Vec<_> = self.layout.fields().iter().map(|field| field.offset()).collect();
            assert_eq!(line["offsets"], Value::from(offsets), "{name}");
            let packed = bytes(line["packed"].as_str().unwrap());
            let of = (self.unpack)(&packed).unwrap();
            assert_eq!(Value::from((self.values)(&of)), line["values"], "{name}");
            let mut again = vec![0xff; packed.len()];
            (self.pack_into)(&of, &mut again);
            // Behind the text of a Pascal string `struct` writes zeros too.
            assert_eq!(again, packed, "{name}");
        }
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap()).collect()
}

#[test]
fn structs_are_what_python_packs() {
    derived!(Numbers, |of| values![of.a, of.b, of.c, of.d, of.e, of.f, of.g, of.h, of.i, of.j, of.k, of.l])
        .check("Numbers");
    derived!(Swapped, |of| {
        let mut values = values![of.id, of.tag[..]];
        values.extend(of.grid.as_flattened().iter().map(Shown::shown));
        values.push(of.ratio.shown());
        values
    })
    .check("Swapped");
    derived!(Padded, |of| values![of.kind, of.size, of.name[..], of.end]).check("Padded");
}

#[test]
fn structs_of_structs_are_what_python_packs() {
    derived!(Line, |of| {
        let [a, b] = &of.to;
        values![of.kind, of.from.x, of.from.y, a.x, a.y, b.x, b.y, of.weight]
    })
    .check("Line");
    derived!(Figure, |of| {
        let mut values = values![of.id, of.name[..]];
        values.extend(of.points.iter().flat_map(|point| values![point.x, point.y]));
        values.extend(of.marks.as_flattened().iter().map(Shown::shown));
        values.push(of.end.shown());
        values
    })
    .check("Figure");
}

#[test]
fn structs_with_lengths_as_parameters_are_what_python_packs() {
    derived!(Packet<3>, |of| {
        let [a, b, c] = of.numbers;
        values![of.length, of.data[..], a, b, c, of.crc]
    })
    .check("Packet");
}
