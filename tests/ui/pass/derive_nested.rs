//! Structs in structs, with byte order alone: rustc computes what the macro cannot see.
#![deny(warnings)]

use view_core::{Layout, Record, TypedView, UnpackError, Value, View, view};

view! {
    #[derive(Debug, PartialEq)]
    struct Spot = ">h:x: h:y:";
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
#[repr(u16)]
enum Kind {
    Point = 1,
    Line = 0x0102,
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
struct Point {
    x: i16,
    y: i16,
}

#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(little_endian)]
struct Line {
    kind: Kind,
    from: Point,
    to: Point,
    via: [[Point; 2]; 3],
    weight: f32,
}

const LENGTH: usize = 3;

#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
struct Figure {
    id: u32,
    name: [u8; LENGTH + 2],
    line: Line,
    marks: [[f32; LENGTH]; 2],
    spot: Spot,
    end: u8,
}

#[derive(Record, Debug, PartialEq)]
#[view(format = "<H:kind: T{h:x: h:y:}:at: (2)H:kinds:")]
struct Written {
    kind: Kind,
    at: Point,
    kinds: [Kind; 2],
}

fn main() {
    let at = |x, y| Point { x, y };
    let via = [[at(5, 6), at(7, 8)], [at(9, 10), at(11, 12)], [at(13, 14), at(15, 16)]];
    let line = Line { kind: Kind::Line, from: at(1, 2), to: at(3, 4), via, weight: 0.5 };
    assert_eq!(Line::SIZE, 2 + 8 * 4 + 4);
    assert_eq!(Line::FORMAT, "<H:kind:T{<h:x:h:y:}:from:T{<h:x:h:y:}:to:(3,2)T{<h:x:h:y:}:via:<f:weight:");
    assert_eq!(Line::STRUCT_FORMAT, "<Hhhhhhhhhhhhhhhhhf");
    assert_eq!(Layout::parse(Line::FORMAT).unwrap(), Line::LAYOUT);
    let bytes = line.pack();
    assert_eq!(Line::unpack(&bytes), Ok(line));
    assert_eq!(Layout::parse(Line::STRUCT_FORMAT).unwrap().size(), Line::SIZE);

    let view = Line::view(&bytes).unwrap();
    assert_eq!(view.kind(), Ok(Kind::Line));
    assert_eq!((view.to().x(), view.via().get([2, 1]).unwrap().y()), (3, 16));
    assert!(format!("{view:?}").contains("from: PointView { x: 1, y: 2 }"), "{view:?}");

    let spot = Spot::new([0, 1, 0, 2]);
    let figure = Figure { id: 7, name: *b"shape", line, marks: [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], spot, end: 9 };
    let mut bytes = figure.pack();
    assert_eq!(Layout::parse(Figure::FORMAT).unwrap(), Figure::LAYOUT);
    assert_eq!(Figure::unpack(&bytes).unwrap(), figure);
    let mut view = Figure::view_mut(&mut bytes).unwrap();
    view.line_mut().set_kind(&Kind::Point);
    view.line_mut().from_mut().set_y(-2);
    view.spot_mut().set_x(-1);
    view.marks_mut().set([1, 2], 6.5).unwrap();
    view.set_name(b"SHAPE");
    view.set_end(10);
    let mut expected = figure;
    expected.line.kind = Kind::Point;
    expected.line.from.y = -2;
    expected.spot.set_x(-1);
    expected.marks[1][2] = 6.5;
    expected.name = *b"SHAPE";
    expected.end = 10;
    assert_eq!(Figure::unpack(&bytes).unwrap(), expected);

    // The run-time view reads the same.
    let dynamic = View::new(&bytes).cast(Figure::FORMAT).unwrap();
    let Value::Record(members) = dynamic.get([0]).unwrap() else { panic!() };
    assert_eq!(members[5].value, Value::from(10));
    let rows = TypedView::<_, Figure>::from_bytes(&bytes).unwrap();
    assert_eq!(rows.at(0).as_ref(), Ok(&expected));
    assert_eq!(rows.columns().line().at(0).weight(), 0.5);
    assert_eq!(rows.columns().id().sum(), 7);

    // A number that is no variant is told where it stands.
    bytes[9] = 9;
    let error = Figure::unpack(&bytes).unwrap_err();
    assert!(matches!(error, UnpackError::Variant { offset: 9, error } if error.value == 9), "{error}");
    assert_eq!(error.to_string(), "at byte 9: `9` is no `Kind`: 1 is `Point`, 258 is `Line`");
    assert_eq!(Figure::view(&bytes).unwrap().line().kind().unwrap_err().value, 9);

    let written = Written { kind: Kind::Line, at: at(1, 2), kinds: [Kind::Point, Kind::Line] };
    assert_eq!(written.pack(), [2, 1, 1, 0, 2, 0, 1, 0, 2, 1]);
    assert_eq!(Written::unpack(&written.pack()), Ok(written));
    let error = Written::unpack(&[2, 1, 1, 0, 2, 0, 1, 0, 2, 2]).unwrap_err();
    assert_eq!(error.to_string(), "at byte 6: `514` is no `Kind`: 1 is `Point`, 258 is `Line`");
}
