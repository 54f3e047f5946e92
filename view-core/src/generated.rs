//! What only generated code asks for: lengths that the compiler knows, and the values of fields of derived structs.

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, sync::Arc, vec::Vec};
use core::cell::Cell;

use view_format::Layout;

use crate::bytes::{Bytes, BytesMut};
use crate::element::{Complex, PascalText};

/// What stands for the length of bytes whose number is known at run time only.
#[doc(hidden)]
pub const UNKNOWN_LENGTH: usize = usize::MAX;

/// A source of bytes with the number of them in its type: `LENGTH`, or [`UNKNOWN_LENGTH`].
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "cannot take bytes from `{Self}`",
    label = "not a reference to bytes",
    note = "give `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, or a reference to an array or a `Vec` of `u8`; often `&x[..]` helps"
)]
pub trait Counted<const LENGTH: usize> {}

macro_rules! counted {
    ($([$($generics:tt)*] $source:ty, $length:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Counted<{ $length }> for $source {}
    )* };
}
counted! {
    [const N: usize] [u8; N], N;
    [const N: usize] &[u8; N], N;
    [const N: usize] &mut [u8; N], N;
    [const N: usize] &[Cell<u8>; N], N;
    [] &[u8], UNKNOWN_LENGTH;
    [] &mut [u8], UNKNOWN_LENGTH;
    [] &[Cell<u8>], UNKNOWN_LENGTH;
}
#[cfg(feature = "alloc")]
counted! {
    [] &Vec<u8>, UNKNOWN_LENGTH;
    [] &mut Vec<u8>, UNKNOWN_LENGTH;
    [] &Box<[u8]>, UNKNOWN_LENGTH;
    [] &mut Box<[u8]>, UNKNOWN_LENGTH;
    [] &Arc<[u8]>, UNKNOWN_LENGTH;
}

/// A type that a field of a derived struct can have where an item of the format reads as `Item`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` cannot hold an item that reads as `{Item}`",
    label = "the format has a `{Item}` here",
    note = "the type of the field and its item in the format have to agree: `u32` and `I`, `[u8; 4]` and `4s`"
)]
pub trait FieldOf<Item> {
    /// From what was read.
    fn from_item(item: Item) -> Self;
    /// To what is written.
    fn to_item(&self) -> Item;
}

macro_rules! field_of {
    ($($t:ty),*) => { $(
        #[diagnostic::do_not_recommend]
        impl FieldOf<$t> for $t {
            #[inline(always)]
            fn from_item(item: $t) -> $t {
                item
            }
            #[inline(always)]
            fn to_item(&self) -> $t {
                *self
            }
        }
    )* };
}
field_of!(u8, i8, u16, i16, u32, i32, u64, i64, f32, f64, bool, Complex<f32>, Complex<f64>);

#[diagnostic::do_not_recommend]
impl<const K: usize> FieldOf<PascalText<[u8; K]>> for PascalText<[u8; K]> {
    #[inline(always)]
    fn from_item(item: PascalText<[u8; K]>) -> Self {
        item
    }
    #[inline(always)]
    fn to_item(&self) -> PascalText<[u8; K]> {
        *self
    }
}

/// Arrays of what agrees.
#[diagnostic::do_not_recommend]
impl<Item, T: FieldOf<Item>, const N: usize> FieldOf<[Item; N]> for [T; N] {
    #[inline(always)]
    fn from_item(items: [Item; N]) -> Self {
        items.map(T::from_item)
    }
    #[inline(always)]
    fn to_item(&self) -> [Item; N] {
        self.each_ref().map(T::to_item)
    }
}

/// A struct with `#[derive(Record)]`, as a field of another.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` cannot hold a record",
    label = "the format has a `T{{...}}` here",
    note = "a nested record is a struct with `#[derive(Record)]` of its own"
)]
pub trait Nested {
    /// Where its fields lie.
    const LAYOUT: &'static Layout;
    /// The values that start at byte `at`.
    fn read<B: Bytes>(bytes: &B, at: usize) -> Self;
    /// Writes the values from byte `at` on. Padding stays as it is.
    fn write<B: BytesMut>(&self, bytes: &mut B, at: usize);
}
