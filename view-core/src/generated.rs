//! What only generated code asks for: the values of fields of derived structs, and how records show theirs.

use core::fmt;

use view_format::{Layout, Target};

use crate::bytes::{Bytes, BytesMut};
use crate::element::{Complex, PascalText};

/// Of what a macro has computed for every data model, in the order of [`Target::ALL`], that of the target.
#[doc(hidden)]
pub const fn by_target<T: Copy>(values: [T; Target::ALL.len()]) -> T {
    match const { Target::HOST.data_model() } {
        Some(model) => values[model],
        None => panic!(
            "C's types have other sizes on this target than on any that native formats are known for: start the format with \
             `<`, `>` or `=`, for standard sizes"
        ),
    }
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
field_of!(u8, i8, u16, i16, u32, i32, u64, i64, usize, isize, f32, f64, bool, Complex<f32>, Complex<f64>);

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

/// Shows a string of bytes as the literal that it would be, `b"BM"`.
#[doc(hidden)]
pub struct Shown<T>(pub T);

impl<T: AsRef<[u8]>> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.as_ref().escape_ascii())
    }
}
