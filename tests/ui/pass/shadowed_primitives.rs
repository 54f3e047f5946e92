//! The user's own types have the names of the primitive ones, and of keywords.
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

use core::primitive;
use view_core::{Buffer, BufferMut, Record, TypedView, View, view};

pub struct u8;
pub struct i8(primitive::i8);
pub enum u16 {}
pub trait i16 {}
pub struct u32;
pub type i32 = primitive::u64;
pub struct u64<T>(T);
pub struct i64;
pub type i128 = primitive::bool;
pub type usize = primitive::i8;
pub type isize = primitive::i8;
pub type f32 = primitive::f64;
pub struct f64;
pub struct bool;
pub mod str {}
pub struct char;

view! {
    #[derive(Debug, PartialEq, Default)]
    pub struct All = "<b?hH2iqQ c:letter: 3s:tag: 4p:name: T{<h:x: f:y:}:at: (2,3)H:grid: (2)T{B:a:}:rows: (2)2s:tags: e:e: d:d: Zf:z:";
    #[derive(PartialEq, Eq, Hash)]
    pub struct Order = "=H:kind: I:own: (2)Q:more: 2s:text:" where kind: Kind;
    struct r#type = "<H:kind:";
    struct Native = "@b:kind: l:size: P:next: N:n: 3s:s:";
}

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[view(native_endian)]
#[repr(u16)]
pub enum Kind {
    File = 1,
}

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[repr(i8)]
pub enum Small {
    No = -1,
}

mod convert {
    pub fn unpack(of: u16) -> u8 {
        of as u8
    }
    pub fn pack(of: &u8) -> u16 {
        u16::from(*of)
    }
}

/// Its fields' types are the user's own words.
#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[view(native_endian)]
pub struct Types<const N: primitive::usize> {
    kind: Kind,
    size: core::primitive::u32,
    text: [core::primitive::u8; N],
    kinds: [Small; N],
    more: [[std::primitive::f32; 2]; 2],
    #[view(format = "H", with = convert)]
    with: core::primitive::u8,
}

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[view(big_endian)]
pub struct Whole {
    types: Types<3>,
    open: core::primitive::bool,
    text: [core::primitive::u8; LENGTH],
}
const LENGTH: primitive::usize = 2;

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[view(format = "@2sIlH")]
pub struct Format {
    text: [primitive::u8; 2],
    size: primitive::u32,
    long: core::ffi::c_long,
    kind: Kind,
}

#[derive(Buffer, BufferMut)]
#[buffer(format = "<H", shape = [self.n, 1], strides = [2, -2], offset = 0)]
pub struct Numbers {
    n: primitive::u16,
    #[buffer(bytes)]
    of: Vec<primitive::u8>,
}

fn main() {
    let mut all = All::new([0; All::SIZE]);
    all.set_f2(-3);
    all.at_mut().set_y(0.5);
    assert_eq!((all.f2(), all.f1(), all.letter(), all.tag(), all.e()), (-3, false, 0, b"\0\0\0", 0.0));
    assert!(all != All::default() && All::OFFSETS.f2 == 2);
    let order = Order::new([0; Order::SIZE]);
    assert!(order == order && order.kind().is_err());
    assert_eq!(r#type::new([1, 0]).kind(), 1);
    assert_eq!(Native::from_offset(&[0; 80], 8).unwrap().next(), 0);
    let types = Types { kind: Kind::File, size: 7, text: *b"abc", kinds: [Small::No; 3], more: [[0.5; 2]; 2], with: 3 };
    let whole = Whole { types, open: true, text: *b"xy" };
    let bytes = whole.pack();
    assert_eq!(Whole::unpack(&bytes), Ok(whole));
    assert!(Whole::view(&bytes).unwrap().open());
    let rows = TypedView::<_, Whole>::from_bytes(&bytes).unwrap();
    assert_eq!((rows.len(), rows.columns().text().at(0)), (1, b"xy"));
    let format = Format { text: *b"ab", size: 1, long: -1, kind: Kind::File };
    assert_eq!(Format::unpack_from(&format.pack(), 0), Ok(format));
    assert_eq!(Kind::File.pack().len() + Small::No.pack().len(), 3);
    let mut numbers = Numbers { n: 2, of: vec![1, 0, 2, 0] };
    assert!(View::of_mut(&mut numbers).is_ok() && View::of(&all).is_ok());
    assert_eq!(view!(&[1, 0], "<H").get([]), Some(1));
    assert_eq!(view!(&[1, 0, 2, 0][..], "<H:x:", [_]).unwrap().columns().x().at(1), 2);
}
