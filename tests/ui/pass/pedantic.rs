//! The output gives no warning of clippy's, and none of rustc's that are off by default. (This program is also run through
//! clippy, by the test `clippy`.)
#![deny(warnings, missing_docs, missing_copy_implementations, missing_debug_implementations, unreachable_pub)]
#![deny(unused_qualifications, trivial_casts, trivial_numeric_casts, single_use_lifetimes, unused_lifetimes)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![forbid(unsafe_code)]

use view_core::{Record, view};

view! {
    /// A trade.
    #[derive(Debug, PartialEq, Default)]
    pub struct Trade = "<I:id: d:price: ?:open: T{<h:x: h:y:}:spot: (2,3)<f:m: 3s:tag: e:half: Zd:z: 5p:name:";
}

/// A point.
#[derive(Record, Clone, Copy, Debug, PartialEq, Eq)]
#[view(little_endian)]
pub struct Point {
    /// To the right.
    pub x: i16,
    /// Down.
    pub y: i16,
}

fn main() {
    let trade = Trade::default();
    assert!(!trade.open());
    let point = Point { x: 1, y: 2 };
    assert_eq!(Point::unpack(&point.pack()), Ok(point));
    assert_eq!(view!(&[1u8, 0], "<H").value(), 1);
    assert!(view!(&[1u8, 0][..], "<H:a: x", [_]).is_err());
}
