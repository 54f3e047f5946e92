#![deny(warnings)]

use view_core::{Record, SizeError, TypedView, UnpackError};

/// A point.
#[derive(Record, Clone, Copy, Debug, PartialEq)]
#[view(little_endian)]
struct Point {
    x: i16,
    y: i16,
}

#[derive(Record, Debug, PartialEq)]
#[view(format = "<I:id: (2)T{<h:x: h:y:}:ends: 2B 3x (2,3)f:m: e:half: ?:open: 3s:tag:")]
struct Line {
    id: u32,
    ends: [Point; 2],
    a: u8,
    b: u8,
    m: [[f32; 3]; 2],
    half: f32,
    open: bool,
    tag: [u8; 3],
}

#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
struct Number(u64, [u16; 2]);

fn main() -> Result<(), UnpackError> {
    let line = Line {
        id: 7,
        ends: [Point { x: 1, y: -2 }, Point { x: 3, y: 4 }],
        a: 5,
        b: 6,
        m: [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
        half: 0.5,
        open: true,
        tag: *b"abc",
    };
    let bytes = line.pack();
    assert_eq!(Line::unpack(&bytes)?, line);
    assert_eq!(Line::STRUCT_FORMAT, "<Ihhhh2B3x6fe?3s");
    assert_eq!(Line::view(&bytes)?.ends().at(0).y(), -2);

    // too short, and nothing is written
    let mut short = [0xff; 10];
    assert_eq!(line.pack_into(&mut short), Err(SizeError::new(Line::SIZE, 10)));
    assert_eq!(short, [0xff; 10]);
    let mut long = [0xff; Line::SIZE + 1];
    line.pack_into(&mut long)?;
    assert_eq!((&long[..Line::SIZE], long[Line::SIZE]), (&bytes[..], 0xff));

    let number = Number(1, [2, 3]);
    assert_eq!(number.pack(), [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 3]);
    assert_eq!((Number::FORMAT, Number::STRUCT_FORMAT), (">Q(2)H", ">Q2H"));

    // many of them, as values and by column
    let bytes = [Point { x: 1, y: 2 }.pack(), Point { x: 3, y: 4 }.pack()].concat();
    let points = TypedView::<_, Point>::from_bytes(&bytes)?;
    assert_eq!(points.iter().map(|point| point.x).sum::<i16>(), 4);
    assert_eq!(points.columns().y().sum(), 6);
    Ok(())
}
