//! The output of the derives gives no warning of clippy's, and none of rustc's that are off by default.
#![deny(warnings, missing_docs, missing_copy_implementations, missing_debug_implementations, unreachable_pub)]
#![deny(unused_qualifications, trivial_casts, trivial_numeric_casts, single_use_lifetimes, unused_lifetimes)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![forbid(unsafe_code)]

use view_core::{Buffer, BufferMut, Record, view};

/// A kind.
#[derive(Record, Clone, Copy, Debug, PartialEq, Eq)]
#[view(big_endian)]
#[repr(u64)]
pub enum Kind {
    /// One.
    One = 1,
    /// Two.
    Two = u64::MAX,
}

#[allow(clippy::redundant_pub_crate, reason = "rustc wants what clippy does not")]
mod wide {
    pub(crate) fn unpack(of: u16) -> u64 {
        of.into()
    }
    #[allow(clippy::trivially_copy_pass_by_ref, clippy::cast_possible_truncation, reason = "the derive passes a reference")]
    pub(crate) const fn pack(of: &u64) -> u16 {
        *of as u16
    }
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

/// A line.
#[derive(Record, Clone, Copy, Debug, PartialEq, Eq)]
#[view(little_endian)]
pub struct Line<const N: usize = 2> {
    /// What it is.
    pub kind: Kind,
    /// Where it goes.
    pub points: [Point; N],
    /// How it is called.
    pub name: [u8; N],
    #[view(format = "H", with = wide, pad_after = 1)]
    wide: u64,
}

/// A figure.
#[derive(Record, Clone, Copy, Debug, PartialEq)]
#[view(little_endian)]
pub struct Figure {
    line: Line<3>,
    point: Point,
    points: [[Point; 2]; 2],
    kinds: [Kind; 2],
    weight: f32,
    #[view(skip)]
    cached: Option<u8>,
}

/// As a format.
#[derive(Record, Clone, Copy, Debug, PartialEq, Eq)]
#[view(format = "<Q(2)Q2h T{h:x:h:y:}")]
pub struct Written(Kind, [Kind; 2], [i16; 2], Point);

/// Native.
#[derive(Record, Clone, Copy, Debug, PartialEq, Eq)]
#[view(format = "@lPB")]
pub struct Native(core::ffi::c_long, usize, u8);

/// Pixels.
#[derive(Buffer, BufferMut, Debug)]
#[buffer(format = "B", shape = [self.width, 2], strides = [2, 1], offset = self.width)]
pub struct Image {
    width: u32,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

view! {
    /// An entry.
    #[derive(Debug, PartialEq, Eq, Hash, Default)]
    pub struct Entry = "<Q:kind: @l:size:" where kind: Kind;
}

fn main() {
    let point = Point { x: 1, y: 2 };
    let line = Line { kind: Kind::One, points: [point; 3], name: *b"abc", wide: 4 };
    let figure = Figure { line, point, points: [[point; 2]; 2], kinds: [Kind::Two; 2], weight: 0.5, cached: None };
    assert_eq!(Figure::unpack(&figure.pack()), Ok(figure));
    let written = Written(Kind::One, [Kind::Two; 2], [1, 2], point);
    assert_eq!(Written::unpack(&written.pack()), Ok(written));
    let native = Native(1, 2, 3);
    assert_eq!(Native::unpack(&native.pack()), Ok(native));
    let image = Image { width: 2, pixels: vec![0; 6] };
    assert!(view_core::View::of(&image).is_ok());
    assert!(Entry::default().kind().is_err());
}
