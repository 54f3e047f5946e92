use std::cell::Cell;
use std::sync::Arc;

use view_core::{Bytes, BytesMut, view};

view! {
    #[derive(Debug)]
    struct Header = "<2s:magic: I:size:";
}

const EMPTY: Header = Header::new([0; 6]);
static FILE: [u8; 8] = *b"BM\x46\0\0\0..";

fn size(header: &Header<impl Bytes>) -> u32 {
    header.size()
}

fn bump(header: &mut Header<impl BytesMut>) {
    header.set_size(header.size() + 1);
}

/// What is read lives as long as the bytes, not as long as the header.
fn magic(file: &[u8]) -> &[u8; 2] {
    let (header, _) = Header::from_prefix(file).unwrap();
    header.magic()
}

fn main() {
    assert_eq!(EMPTY.size(), 0);
    assert_eq!(magic(&FILE), b"BM");
    assert_eq!(size(&Header::from_offset(&FILE, 0).unwrap()), 70);

    let mut owned = Header::new([0; 6]);
    bump(&mut owned);
    assert_eq!(owned.into_inner(), [0, 0, 1, 0, 0, 0]);

    let mut file = FILE.to_vec();
    let (mut first, rest) = Header::from_prefix(&mut file).unwrap();
    bump(&mut first);
    assert_eq!(rest, b"..");
    assert_eq!(file[2], 71);

    let shared = Header::new(Arc::new([1u8; 6]));
    let other = shared.clone();
    std::thread::spawn(move || assert_eq!(other.size(), 0x01010101)).join().unwrap();
    bump(&mut Header::new(Box::new([0; 6])));

    let cells = Cell::from_mut(&mut file[..]).as_slice_of_cells();
    let (mut one, _) = Header::from_prefix(cells).unwrap();
    let (mut two, _) = Header::from_prefix(cells).unwrap();
    one.set_size(1);
    two.set_size(two.size() + 1);
    assert_eq!((one.size(), two.size(), one.magic()), (2, 2, *b"BM"));
}
