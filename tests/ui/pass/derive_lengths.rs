//! Lengths that are parameters of the struct: all but arrays of the whole size, which stable Rust cannot name.
#![deny(warnings)]

use view_core::{Layout, Record, SizeError, TypedView, UnpackError};

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[repr(u8)]
enum Kind {
    Data = 1,
}

#[derive(Record, Debug, PartialEq, Clone)]
#[view(big_endian)]
struct Packet<const N: usize, const M: usize = 2> {
    id: u32,
    data: [u8; N],
    #[view(pad_before = 1)]
    grid: [[u16; M]; N],
    kinds: [Kind; M],
    crc: u16,
}

#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
struct Pair {
    first: Packet<1>,
    second: Packet<2, 1>,
}

fn main() {
    let packet = Packet::<3> { id: 7, data: *b"abc", grid: [[1, 2], [3, 4], [5, 6]], kinds: [Kind::Data; 2], crc: 9 };
    assert_eq!(Packet::<3>::SIZE, 4 + 3 + 1 + 12 + 2 + 2);
    assert_eq!(Packet::<3>::FORMAT, ">I:id:3s:data:x(3,2)H:grid:(2)<B:kinds:>H:crc:");
    assert_eq!(Packet::<12, 100>::STRUCT_FORMAT, ">I12sx1200H100sH");
    assert_eq!(Layout::parse(Packet::<3>::FORMAT).unwrap(), Packet::<3>::LAYOUT);
    let mut bytes = [0xff; Packet::<3>::SIZE];
    packet.pack_into(&mut bytes).unwrap();
    assert_eq!(bytes[..8], *b"\0\0\0\x07abc\0");
    assert_eq!(Packet::unpack(&bytes), Ok(packet.clone()));
    assert_eq!(Packet::unpack_from(&bytes, 0), Ok(packet.clone()));
    assert_eq!(packet.pack_into(&mut bytes[1..]), Err(SizeError::new(24, 23)));
    let short = Packet::<3>::unpack(&bytes[1..]);
    assert_eq!(short, Err(UnpackError::Size(SizeError::new(24, 23))));
    assert_eq!(Packet::<3>::unpack_from(&bytes, 1), Err(UnpackError::Size(SizeError::at(1, 24, 23))));
    let many = TypedView::<_, Packet<3>>::from_bytes(&bytes).unwrap();
    assert_eq!(many.at(0), Ok(packet));

    let pair = Pair {
        first: Packet { id: 1, data: [2], grid: [[3, 4]], kinds: [Kind::Data; 2], crc: 5 },
        second: Packet { id: 6, data: [7, 8], grid: [[9], [10]], kinds: [Kind::Data], crc: 11 },
    };
    assert_eq!(Pair::unpack(&pair.pack()).unwrap(), pair);
    assert_eq!(Layout::parse(Pair::FORMAT).unwrap(), Pair::LAYOUT);
    assert_eq!(Pair::STRUCT_FORMAT, "<14s14s");
}
