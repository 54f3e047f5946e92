//! Sizes, formats, layouts and offsets are constants, for arrays, `match`, `const fn` and statics.
#![deny(warnings)]

use view_core::{Kind, Layout, view};

view! {
    pub struct Header = "<2s:magic: 2x I:size: T{<h:x: >h:y:}:at: (2,3)B:Grid: H:type: H";
}

const BUFFER: [u8; Header::SIZE] = [0; Header::SIZE];
static EMPTY: Header = Header::new(BUFFER);
const SIZE_AT: usize = Header::OFFSETS.size;
const Y_AT: usize = Header::OFFSETS.at + HeaderAt::OFFSETS.y;
const LAYOUT: Layout = Header::LAYOUT;
const _: () = assert!(Header::SIZE == 22 && Header::OFFSETS.f0 == 20);

const fn over(bytes: &[u8; Header::SIZE]) -> Header<&[u8; Header::SIZE]> {
    Header::new(bytes)
}

fn what_is_at(offset: usize) -> &'static str {
    match offset {
        0 => "magic",
        SIZE_AT => "size",
        Y_AT => "y",
        _ => "something else",
    }
}

fn main() {
    const OVER: Header<&[u8; 22]> = over(&BUFFER);
    assert_eq!((EMPTY.size(), OVER.at().y()), (0, 0));
    assert_eq!((SIZE_AT, Y_AT, Header::OFFSETS.Grid, Header::OFFSETS.r#type), (4, 10, 12, 18));
    assert_eq!([0, 4, 10, 11].map(what_is_at), ["magic", "size", "y", "something else"]);
    assert_eq!(Layout::parse(Header::FORMAT).unwrap(), LAYOUT);
    assert!(matches!(LAYOUT.fields()[2].kind(), Kind::Record(of) if *of == HeaderAt::LAYOUT));
}
