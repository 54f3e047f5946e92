use view_core::{Bytes, Record, TypedView, UnpackError, View};

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[view(little_endain)]
struct Header {
    size: u32,
    kind: Kind,
}

#[derive(Record, Debug, Clone, Copy, PartialEq)]
#[repr(u16)]
enum Kind {
    File,
}

#[derive(Record)]
#[view(format = "<2sH")]
struct Line {
    tag: [u8; 2],
    at: u32,
}

#[derive(Record)]
#[view(big_endian)]
struct Text<const N: usize> {
    text: [u8; N],
    next: *const u8,
}

#[derive(Record)]
#[view(big_endian)]
struct File {
    header: Header,
    kind: Kind,
    text: Text<3>,
}

#[derive(Record)]
#[view(format = "<H2sH")]
struct Both {
    kind: Kind,
    line: [u8; 2],
    next: Kind,
}

fn of_any(header: &HeaderView<impl Bytes>, line: LineView<&[u8; 4]>) -> u32 {
    let _: Result<Kind, _> = header.kind();
    header.size() + line.at() + u32::from(line.tag()[0])
}

const LENGTHS: [usize; 3] = [Header::SIZE, Kind::SIZE, LineView::OFFSETS.at];
const _: () = assert!(Header::SIZE == 6 && Text::<3>::SIZE == 11);

fn main() -> Result<(), UnpackError> {
    let header = Header::unpack(b"....")?;
    header.pack_into(&mut [0; 4]).unwrap();
    let bytes: [u8; 6] = header.pack();
    let Header { size, kind } = Header::unpack_from(&bytes, 0)?;
    println!("{size} {LENGTHS:?} {} {:?} {}", Header::FORMAT, Header::LAYOUT, Header::STRUCT_FORMAT);
    let view = Header::view(b"....").unwrap();
    of_any(&view, Line::view(b"....").unwrap());
    println!("{:?} {}", View::of(&view), view.size() + 1);
    let number: [u8; 2] = kind.pack();
    assert!(Kind::unpack(number)? == Kind::File && Line { tag: [0; 2], at: 3 }.pack() == *b"....");
    let rows = TypedView::<_, Header>::from_bytes(&bytes).unwrap();
    println!("{:?} {}", rows.at(0), rows.columns().size().sum::<u64>() + rows.at(0).size);
    let file = File::unpack(&[0; File::SIZE])?;
    let [first, ..] = Text::unpack(b"abc")?.pack();
    println!("{first} {:?} {:?}", file.header, File::view(&file.pack()).unwrap().header().kind());
    println!("{:?}", Both::unpack(b"......")?.next);
    Ok(())
}
