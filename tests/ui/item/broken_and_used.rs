use view_core::{Bytes, BytesMut, SizeError, TypedView, View};

view_core::view! {
    #[derive(Debug, PartialEq, Default)]
    pub struct Header = "<I:id: Y:kind: H:size: T{B:x: 3k:y:}:at: 0I:none: 0T{B:z:}:empty: (2)H:grid:" where size: Size;
    #[derive(Debug)]
    struct Good = "<H:id:";
}

#[derive(view_core::Record, Clone, Copy, PartialEq)]
#[view(little_endian)]
#[repr(u16)]
enum Size {
    Small,
}

/// What is certain is still checked, and what is not is not.
fn of_any(header: &Header<impl Bytes>) -> u32 {
    let kind: u64 = header.kind().into();
    let flags = header.kind() & 0x7f == 3 && !header.kind() < 4;
    let text = format!("{:04x} {kind} {flags}", header.kind());
    let rest = &text[header.kind() as usize..];
    let _ = (header.at().y() + 1, header.at().x(), header.none().to_string(), header.empty().z(), header.grid().at(1));
    match header.kind() {
        1 | 2 => {}
        n => println!("{n} {rest}"),
    }
    if let Ok(Size::Small) = header.size() {}
    header.id()
}

fn of_parts(at: HeaderAt<&[u8; 8]>, empty: &HeaderEmpty<impl Bytes>) -> u32 {
    at.y() + empty.x()
}

fn parts(header: &Header<&[u8; 20]>) -> u32 {
    of_parts(header.at(), &header.empty())
}

fn write(header: &mut Header<impl BytesMut>) {
    header.set_id(3);
    header.set_kind(3);
    header.set_size(Size::Small);
    header.at_mut().set_y(*b"abc");
    header.grid_mut().set([0], 3).unwrap();
}

impl Header {
    fn area(&self) -> u32 {
        u32::from(self.kind()) * self.size()
    }
}

const EMPTY: Header = Header::new([0; 20]);
const LENGTHS: [usize; 2] = [Header::SIZE, Header::OFFSETS.kind];
const _: () = assert!(Header::SIZE == 20 && std::mem::size_of::<Header>() == 20);

fn make(bytes: &[u8]) -> Result<Header<&[u8; 20]>, SizeError> {
    let (header, rest) = Header::from_prefix(bytes)?;
    let all = [0; Header::SIZE];
    println!("{:?} {} {:?} {:?}", header, rest.len(), Header::FORMAT, Header::LAYOUT.size() + all.len());
    Header::from_bytes(bytes)
}

fn main() -> Result<(), SizeError> {
    let mut owned = Header::new([0; 20]);
    owned.set_kind(owned.kind() + 1);
    let n: u16 = owned.kind();
    let parts: [u8; 2] = owned.kind().to_le_bytes();
    write(&mut owned);
    println!("{owned:?} {} {n} {parts:?} {:?}", of_any(&owned), View::of(&owned));
    let other = make(&owned.into_inner())?;
    assert!(other == owned && other.kind() == 3 && EMPTY == Header::default());
    of_parts(owned.at(), &other.empty());
    parts(&other);
    let rows = TypedView::<_, Header>::from_bytes(&[0; 40]).unwrap();
    let sum = rows.columns().kind().sum::<u64>() + rows.at(1).kind() + rows.at(0).id();
    let kinds: Vec<_> = rows.iter().map(|row| row.kind()).collect();
    println!("{sum} {kinds:?} {LENGTHS:?} {}", owned.area());
    Good::new([0; 2]).id();
    Ok(())
}
