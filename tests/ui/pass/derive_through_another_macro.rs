//! Structs and enums that come out of somebody's macro, in parts.
#![deny(warnings)]

use view_core::{Record, View};

macro_rules! make {
    ($name:ident, $order:ident, $of:ty, $length:expr, $with:path, $item:literal) => {
        #[derive(view_core::Record, Debug, PartialEq)]
        #[view($order)]
        struct $name {
            first: $of,
            many: [$of; $length],
            crate_type: $crate::Point,
            #[view(format = $item, with = $with)]
            third: u64,
        }
    };
}

macro_rules! kinds {
    ($name:ident: $repr:ident { $($variant:ident = $number:expr),* }) => {
        #[derive(view_core::Record, Debug, PartialEq, Clone, Copy)]
        #[view(big_endian)]
        #[repr($repr)]
        enum $name { $($variant = $number),* }
    };
}

macro_rules! exported {
    ($name:ident { $field:ident: $of:ty } $shape:expr) => {
        #[derive(view_core::Buffer)]
        #[buffer(shape = [$shape, 2])]
        struct $name { $field: $of }
    };
}

mod wide {
    pub(crate) fn unpack(of: u16) -> u64 {
        of.into()
    }
    pub(crate) fn pack(of: &u64) -> u16 {
        *of as u16
    }
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Point {
    x: i16,
    y: i16,
}

kinds!(Kind: u32 { One = 1, Two = 1 + 1 });
make!(Little, little_endian, u16, 2, wide, "H");
make!(Big, big_endian, Kind, 1 + 1, crate::wide, "H");
make!(Nested, native_endian, Little, 2, wide, "<H");
exported!(Grid { cells: Vec<f32> } 2);

fn main() {
    let point = || Point { x: 1, y: 2 };
    let little = |n| Little { first: n, many: [2, 3], crate_type: point(), third: 4 };
    let big = Big { first: Kind::One, many: [Kind::Two; 2], crate_type: point(), third: 9 };
    let nested = Nested { first: little(1), many: [little(2), little(3)], crate_type: point(), third: 5 };
    assert_eq!(Big::unpack(&big.pack()), Ok(big));
    assert_eq!(Nested::unpack(&nested.pack()), Ok(nested));
    assert_eq!(View::of(&Grid { cells: vec![0.0; 4] }).unwrap().shape(), [2, 2]);
}
