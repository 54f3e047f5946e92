//! The user's own types, traits, modules and macros have the names that the output uses.
#![deny(warnings)]
#![allow(dead_code)]

use view_core::view as made;

pub struct Result;
pub struct Option;
pub struct Some;
pub struct Ok;
pub struct Vec;
pub struct Bytes;
pub struct TypedView;
pub struct Layout;
pub struct SizeError;
pub struct Columns;
pub struct Offsets;
pub mod core {}
pub mod std {}
pub mod alloc {}
pub mod __private {}
pub trait Clone {
    fn clone(&self) {}
}
impl<T> Clone for T {}
pub trait Len {
    fn len(&self) -> i8 {
        -1
    }
    fn load(&self) -> i8 {
        -1
    }
    fn part(&self) -> i8 {
        -1
    }
    fn exact(&self) -> i8 {
        -1
    }
    fn map(&self) -> i8 {
        -1
    }
}
impl<T> Len for T {}
#[allow(unused_macros)]
macro_rules! view {
    () => {};
}
#[allow(unused_macros)]
macro_rules! compile_error {
    () => {};
}
const SIZE: i8 = 1;
const FIELDS: i8 = 1;
const NAME: i8 = 1;

made! {
    #[derive(Debug, PartialEq, Eq, Hash, Default)]
    pub struct Header = "<I:size: (2)H:len: 3s:Some: 4p:Ok: ?:u32: T{I:Columns: b:i8:}:core: (2)T{B:x:}:Result:";
    #[derive(Debug)]
    pub struct Trade = "<T{<h:x:}:columns: T{<h:y:}:offsets: h:self_: h:f:";
}

fn main() {
    let header = Header::default();
    assert_eq!((header.size(), header.len().at(1), header.core().i8()), (0, 0, 0));
    assert_eq!(header.Result().at(0).x(), 0);
    let bytes = [0; 2 * Header::SIZE];
    let rows = ::view_core::TypedView::<_, Header>::from_bytes(&bytes).unwrap();
    assert_eq!(rows.columns().len().sum() + rows.columns().core().columns().Columns().sum(), 0);
    assert_eq!(made!(&bytes, "<I:size: 19x", [2]).at(0).size(), 0);
    let trades = made!(&[0u8; 8], "<T{<h:x:}:columns: T{<h:y:}:offsets: h:self_: h:f:", [1]);
    assert_eq!(trades.columns().columns().at(0).x(), 0);
    assert_eq!(Trade::new([1; 8]).offsets().y(), 257);
}
