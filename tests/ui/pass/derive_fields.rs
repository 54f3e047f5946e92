//! What attributes say about fields: names, padding, items, conversions, fields without bytes.
#![deny(warnings, missing_docs)]

use std::marker::PhantomData;
use std::time::Duration;

use view_core::{Complex, Layout, PascalText, Record, UnpackError};

mod seconds {
    use std::time::Duration;

    pub(super) fn unpack(seconds: u32) -> Duration {
        Duration::from_secs(seconds.into())
    }
    pub(super) fn pack(of: &Duration) -> u32 {
        of.as_secs() as u32
    }
}

mod name {
    pub fn unpack(bytes: [u8; 6]) -> Result<String, std::string::FromUtf8Error> {
        String::from_utf8(bytes.into_iter().take_while(|byte| *byte != 0).collect())
    }
    pub fn pack(of: &str) -> [u8; 6] {
        std::array::from_fn(|i| of.as_bytes().get(i).copied().unwrap_or(0))
    }
}

/// All that can stand on a field.
#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
pub struct Header {
    #[view(rename = "magic number", pad_after = 2)]
    magic: [u8; 2],
    #[view(format = "I", with = seconds)]
    time: Duration,
    #[view(pad_before = 1, format = "6s", with = crate::name)]
    name: String,
    #[view(format = "e")]
    half: f32,
    #[view(format = "<H")]
    low: u16,
    high: u16,
    z: Complex<f32>,
    #[view(format = "(2,2)b")]
    grid: [[i8; 2]; 2],
    #[view(skip)]
    cached: Option<String>,
    #[view(skip)]
    of: PhantomData<u64>,
}

/// Names in the written format may be other ones.
#[derive(Record, Debug, PartialEq)]
#[view(format = "<H:file size: 2x 3p:title: H:type:")]
pub struct Written {
    #[view(rename = "file size")]
    size: u16,
    #[view(skip)]
    note: u8,
    title: PascalText<[u8; 3]>,
    r#type: u16,
}

/// One field after the other.
#[derive(Record, Debug, PartialEq)]
#[view(format = "<2h3B2h")]
pub struct Tuple(i16, i16, [u8; 3], [i16; 2]);

/// No bytes at all.
#[derive(Record, Debug, PartialEq)]
#[view(little_endian)]
pub struct Nothing;

fn main() {
    let header = Header {
        magic: *b"HD",
        time: Duration::from_secs(258),
        name: "view".into(),
        half: 1.5,
        low: 1,
        high: 2,
        z: Complex { re: 1.0, im: -1.0 },
        grid: [[1, 2], [3, -4]],
        cached: None,
        of: PhantomData,
    };
    assert_eq!(
        Header::FORMAT,
        ">2s:magic number:2xI:time:x6s:name:e:half:<H:low:>H:high:Zf:z:(2,2)b:grid:"
    );
    let bytes = header.pack();
    assert_eq!(bytes[..20], *b"HD\0\0\0\0\x01\x02\0view\0\0\x3e\0\x01\0\0");
    assert_eq!(Header::unpack(&bytes), Ok(header));
    let view = Header::view(&bytes).unwrap();
    assert_eq!((view.magic(), view.time(), view.name(), view.high()), (b"HD", 258, b"view\0\0", 2));

    let mut broken = bytes;
    broken[10] = 0xff;
    let error = Header::unpack(&broken).unwrap_err();
    assert_eq!(error, Header::unpack_from(&broken, 0).unwrap_err());
    assert!(matches!(error, UnpackError::Refused { offset: 9, field: "name", .. }));
    assert_eq!(error.to_string(), "at byte 9: what stands there is no `name`, says its conversion");

    let bytes = *b"\x01\x02??\x02ab\x03\0";
    let written = Written::unpack(&bytes).unwrap();
    assert_eq!((written.size, written.note, &written.title[..], written.r#type), (0x0201, 0, &b"ab"[..], 3));
    assert_eq!(written.pack(), *b"\x01\x02\0\0\x02ab\x03\0");
    assert_eq!(Written::view(&bytes).unwrap().r#type(), 3);
    assert_eq!(Written::view(&bytes).unwrap().size(), 0x0201);

    let tuple = Tuple(1, -1, [1, 2, 3], [4, 5]);
    assert_eq!(Tuple::unpack(&tuple.pack()), Ok(tuple));
    let bytes = [0; Tuple::SIZE];
    let view = Tuple::view(&bytes).unwrap();
    assert_eq!((view.f1(), view.f2().at(2), view.f3().get([1])), (0, 0, Some(0)));
    assert_eq!(Layout::parse(Tuple::FORMAT).unwrap(), Tuple::LAYOUT);
    assert_eq!((Nothing::SIZE, Nothing.pack(), Nothing::unpack(&[0_u8; 0])), (0, [], Ok(Nothing)));
}
