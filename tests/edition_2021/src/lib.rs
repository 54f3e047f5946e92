//! What the macros make, in a crate of edition 2021: all their forms, with every warning of that edition and of the move to
//! the next one.
#![cfg(test)]
#![deny(warnings, rust_2021_compatibility, rust_2024_compatibility)]
#![expect(keyword_idents_2024, reason = "the names of fields are to be plain words, if this edition has them so")]

use view_core::{Buffer, Record, TypedView, View, ViewError, view};

view! {
    /// A field called `gen` is a keyword of the next edition only, `async` and `try` of this one too.
    #[derive(Debug, PartialEq, Eq, Hash, Default)]
    pub struct Entry = "<H:gen: h:async: T{B:try: 3s:tag:}:inner: (2,2)H:grid:";
    struct Native = "@b:kind: l:size: P:next:";
    struct Tagged = ">H:kind: I:size:" where kind: Kind;
}

#[derive(Record, Clone, Copy, Debug, PartialEq)]
#[repr(u16)]
#[view(big_endian)]
enum Kind {
    File = 1,
    Folder = 2,
}

#[derive(Record, Debug, PartialEq)]
#[view(format = "<HH2h")]
struct Tile {
    width: u16,
    height: u16,
    offset: [i16; 2],
}

#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
struct Outer {
    kind: Kind,
    #[view(rename = "dyn")]
    level: u8,
}

mod keywords {
    //! What is a name in this edition is one everywhere.
    #![expect(non_camel_case_types, reason = "the name of a type, too, is a keyword of the next edition")]

    #[derive(view_core::Record, Debug, PartialEq)]
    #[view(little_endian)]
    pub(super) struct gen {
        pub(super) gen: u16,
        pub(super) r#try: [u8; 2],
    }
}

mod shadowed {
    //! Types of the user's with the names of the primitive ones.
    #![expect(non_camel_case_types, reason = "the names are those of primitive types")]

    #[derive(Debug, PartialEq)]
    pub(super) struct u8;
    pub(super) type usize = u8;
    pub(super) type bool = u8;

    view_core::view! {
        #[derive(Debug, PartialEq)]
        pub(super) struct Entry = "<B:kind: ?:open: 3s:tag: I:size:";
    }
    #[derive(view_core::Record, Debug, PartialEq)]
    #[view(little_endian)]
    pub(super) struct Values {
        pub(super) kind: core::primitive::u8,
        pub(super) tag: [core::primitive::u8; 3],
    }
}

#[derive(Buffer)]
#[buffer(format = "B", shape = [self.height, self.width])]
struct Image {
    height: usize,
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

#[test]
fn names_of_the_next_edition_s_keywords() {
    use keywords::{gen, genView};

    let values = gen { gen: 1, r#try: [2, 3] };
    assert_eq!(values.pack(), [1, 0, 2, 3]);
    assert_eq!((gen::view(&[1, 0, 2, 3]).unwrap().gen(), genView::OFFSETS.r#try), (1, 2));
    assert_eq!(gen::unpack(&[1, 0, 2, 3]), Ok(values));
    assert_eq!(gen::FORMAT, "<H:gen:2s:try:");
}

#[test]
fn names_of_primitive_types() {
    use shadowed::{Entry, Values};

    let unlike: (shadowed::usize, shadowed::bool) = (shadowed::u8, shadowed::u8);
    assert_eq!(unlike.0, unlike.1);
    assert_eq!((Entry::new([1; 9]).kind(), Entry::SIZE, Entry::OFFSETS.size), (1, 9, 5));
    assert_eq!(Values::unpack(b"\x01abc"), Ok(Values { kind: 1, tag: *b"abc" }));
}

#[test]
fn records() {
    let mut entry = Entry::new([0; Entry::SIZE]);
    entry.set_gen(7);
    entry.set_async(-1);
    entry.inner_mut().set_try(3);
    entry.grid_mut().set([1, 0], 9).unwrap();
    assert_eq!((entry.gen(), entry.r#async(), entry.inner().r#try(), entry.grid().get([1, 0])), (7, -1, 3, Some(9)));
    let bytes = entry.into_inner();
    assert_eq!(TypedView::<_, Entry>::from_bytes(&bytes).unwrap().columns().gen().at(0), 7);

    assert_eq!(Native::new([0; Native::SIZE]).size(), 0);
    assert_eq!(Tagged::new([0, 2, 0, 0, 0, 1]).kind().unwrap(), Kind::Folder);
}

#[test]
fn derives() -> Result<(), ViewError> {
    let tile = Tile { width: 1, height: 2, offset: [3, -4] };
    assert_eq!(Tile::unpack(&tile.pack())?, tile);
    assert_eq!(Tile::view(&tile.pack())?.height(), 2);

    let outer = Outer { kind: Kind::File, level: 5 };
    assert_eq!(outer.pack(), [0, 1, 5]);
    assert!(Outer::unpack(&[0, 9, 5]).unwrap_err().to_string().contains("`9` is no `Kind`"));

    let image = Image { height: 2, width: 3, pixels: vec![1, 2, 3, 4, 5, 6] };
    assert_eq!(View::of(&image)?.to_list().to_string(), "[[1, 2, 3], [4, 5, 6]]");
    Ok(())
}

#[test]
fn in_place() -> Result<(), ViewError> {
    let bytes = [1, 0, 0, 0, 2, 0, 0, 0];
    assert_eq!(view!(&bytes, "<i", [2]).sum(), 3);
    assert_eq!(view!(&bytes[..], "<H:low: H:high:", [_])?.columns().low().at(1), 2);
    Ok(())
}
