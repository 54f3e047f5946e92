#![no_implicit_prelude]
#![deny(warnings)]
#![forbid(unsafe_code)]
//! `s!` needs nothing in scope but itself, warns of nothing, and slices where rank and format are known and where not.

use ::view_core::{Le, TypedView, View, s};

fn main() {
    let bytes: [u8; 12] = *b"ABCDEFGHIJKL";
    let grid = View::new(&bytes).reshape(&[3, 4]).unwrap();
    let key = s![2..0;-1, ..;2];
    ::std::assert_eq!(grid.slice(key).unwrap().to_bytes(), b"IKEG");
    let half: u8 = 2;
    ::std::assert_eq!(grid.slice(s![..., half]).unwrap().to_bytes(), b"CGK");
    ::std::assert_eq!(grid.slice(s![NewAxis, -1, ..half]).unwrap().shape(), [1, 2]);
    ::std::assert_eq!(grid.slice(1..).unwrap().shape(), [2, 4]);

    let grid = TypedView::<_, Le<u8>, 2>::contiguous(&bytes, [3, 4]).unwrap();
    // The rank follows from the key.
    let column: usize = 1;
    ::std::assert_eq!(grid.slice(s![..;-1]).unwrap().rows().map_first(), b'I');
    ::std::assert_eq!(grid.slice(s![.., column]).unwrap().to_vec(), b"BFJ");
    ::std::assert_eq!(grid.slice(s![NewAxis, -1, ..half]).unwrap().shape(), [1, 2]);
    // Or from what the result is used for, or it is written down.
    let last = -1;
    let row: TypedView<_, _, 1> = grid.slice(s![last]).unwrap();
    ::std::assert_eq!(row.to_vec(), b"IJKL");
    ::std::assert_eq!(grid.slice::<1>(s![.., last]).unwrap().to_vec(), b"DHL");
    ::std::assert_eq!(grid.slice(1..2).unwrap().get([0, 3]), ::std::option::Option::Some(b'H'));
}

/// Iterators are not in scope here.
trait MapFirst {
    fn map_first(self) -> u8;
}

impl<'v> MapFirst for ::view_core::AxisIter<'v, &'v [u8], Le<u8>, 2> {
    fn map_first(mut self) -> u8 {
        ::std::iter::Iterator::next(&mut self).unwrap().at(0)
    }
}
