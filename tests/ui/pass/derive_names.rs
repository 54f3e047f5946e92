//! Types, fields and parameters may be called what the output of the derives calls its own.
#![deny(warnings)]

use view_core::{Buffer, Record, TypedView, UnpackError, View};

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[repr(u8)]
enum Option {
    Some = 1,
    None,
    Ok,
    Err,
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
struct B {
    bytes: u8,
    at: u16,
    item: i8,
    value: u8,
    error: u8,
    b: u8,
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
struct S {
    r#type: B,
    r#match: Option,
    i0: [[B; 1]; 2],
    codes: [Option; 2],
    layout: u8,
    format: u8,
    len: u32,
    shape: u32,
}

type Result = S;

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(big_endian)]
struct RANK<const SIZE: usize> {
    s: Result,
    rank: [u16; SIZE],
    text: [u8; SIZE],
}

#[derive(Record, Debug, PartialEq)]
#[view(native_endian)]
struct Tuple(B, Option, [u8; 2]);

#[derive(Buffer)]
#[buffer(shape = [self.shape, self.strides])]
struct Bytes {
    shape: u8,
    strides: u8,
    #[buffer(bytes)]
    lengths: [u16; 4],
}

fn main() {
    let b = B { bytes: 1, at: 2, item: 3, value: 4, error: 5, b: 6 };
    let s = S {
        r#type: b,
        r#match: Option::Ok,
        i0: [[b], [b]],
        codes: [Option::None, Option::Err],
        layout: 7,
        format: 8,
        len: 9,
        shape: 10,
    };
    assert_eq!(S::unpack(&s.pack()), Ok(s));
    let bytes = s.pack();
    let view = S::view(&bytes).unwrap();
    assert_eq!((view.r#type().at(), view.r#match(), view.len()), (2, Ok(Option::Ok), 9));
    let rows = TypedView::<_, S>::from_bytes(&bytes).unwrap();
    assert_eq!((rows.columns().len().at(0), rows.columns().r#type().at(0).b()), (9, 6));
    let rank = RANK { s, rank: [1, 2], text: *b"ab" };
    let mut bytes = [0; RANK::<2>::SIZE];
    rank.pack_into(&mut bytes).unwrap();
    assert_eq!(RANK::unpack(&bytes), Ok(rank));
    let tuple = Tuple(b, Option::Some, [1, 2]);
    assert_eq!(Tuple::view(&tuple.pack()).unwrap().f0().value(), 4);
    let mut bytes = tuple.pack();
    bytes[7] = 0;
    assert!(matches!(Tuple::unpack(&bytes), Err(UnpackError::Variant { offset: 7, .. })));
    let of = Bytes { shape: 2, strides: 2, lengths: [1, 2, 3, 4] };
    assert_eq!(View::of(&of).unwrap().to_list().to_string(), "[[1, 2], [3, 4]]");
}
