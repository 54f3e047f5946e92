//! The dependency has another name for the derives too.
#![no_implicit_prelude]

mod deep {
    pub mod inside {
        pub use ::view_core as binary;
    }
}
use deep::inside::binary;

#[derive(binary::Record, Debug, PartialEq)]
#[view(crate = crate::deep::inside::binary)]
#[repr(u8)]
enum Kind {
    One = 1,
}

#[derive(binary::Record, Debug, PartialEq)]
#[view(little_endian, crate = "crate::deep::inside::binary")]
struct Header<const N: usize> {
    kind: Kind,
    name: [u8; N],
}

#[derive(binary::Record, Debug, PartialEq)]
#[view(big_endian, crate = binary)]
struct File {
    header: Header<2>,
}

#[derive(binary::Buffer, binary::BufferMut)]
#[buffer(crate = binary)]
struct Samples(::std::vec::Vec<u16>);

binary::view! {
    struct Entry = "<B:kind: I:size:" where kind: Kind;
}

fn main() {
    let file = File { header: Header { kind: Kind::One, name: *b"ab" } };
    ::std::assert_eq!(File::unpack(&file.pack()), ::std::result::Result::Ok(file));
    ::std::assert_eq!(binary::View::of(&Samples(::std::vec![1, 2])).map(|view| view.nbytes()), ::std::result::Result::Ok(4));
    ::std::assert!(Entry::new([0; 5]).kind().is_err());
}
