//! What only generated code asks for: the values of fields of derived structs, and how records show theirs.

#[cfg(feature = "alloc")]
mod exported;
mod made;
mod pack;
mod text;

#[cfg(feature = "alloc")]
pub use exported::{Integer, exported, exported_record};
pub use made::{ByValue, ByView, Facts, FromRead, RecordType, Values, Viewed, layout_of};
pub use pack::{pack, pack_into, unpack_at, unpack_exact};
pub use text::{Piece, codes_length, offsets, text_bytes, text_length, text_of};

use core::fmt;
use core::marker::PhantomData;

use view_format::layout::same_layout;
use view_format::{Kind, Layout, Target};

use crate::bytes::{Bytes, BytesMut};
use crate::element::{Complex, Element, PascalText, write_string};
use crate::unpack::{UnpackError, VariantError};

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
    note = "the type of the field and its item in the format have to agree: `u32` and `I`, `[u8; 4]` and `4s`",
    note = "an enum with `#[derive(Record)]` holds what its `repr` says; for other types there is `#[view(with = module)]`"
)]
pub trait FieldOf<Item>: Sized {
    /// From what was read.
    fn from_item(item: Item) -> Result<Self, VariantError>;
    /// To what is written.
    fn to_item(&self) -> Item;
    /// The name of the variant that it would be.
    fn name_of(_item: &Item) -> Option<&'static str> {
        None
    }
}

macro_rules! field_of {
    ($($t:ty),*) => { $(
        #[diagnostic::do_not_recommend]
        impl FieldOf<$t> for $t {
            #[inline(always)]
            fn from_item(item: $t) -> Result<$t, VariantError> {
                Ok(item)
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
    fn from_item(item: PascalText<[u8; K]>) -> Result<Self, VariantError> {
        Ok(item)
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
    fn from_item(items: [Item; N]) -> Result<Self, VariantError> {
        let mut items = items.into_iter();
        try_array(|_| match items.next() {
            Some(item) => T::from_item(item),
            None => unreachable!("both arrays have {N} items"),
        })
    }
    #[inline(always)]
    fn to_item(&self) -> [Item; N] {
        self.each_ref().map(T::to_item)
    }
}

/// As [`core::array::from_fn`], of what may fail.
#[doc(hidden)]
#[inline]
pub fn try_array<T, E, const N: usize>(mut item: impl FnMut(usize) -> Result<T, E>) -> Result<[T; N], E> {
    let mut error = None;
    let items: [Option<T>; N] = core::array::from_fn(|i| match error {
        None => item(i).map_err(|it| error = Some(it)).ok(),
        Some(_) => None,
    });
    match error {
        Some(error) => Err(error),
        None => Ok(items.map(|item| match item {
            Some(item) => item,
            None => unreachable!("there was no error"),
        })),
    }
}

/// What the function `unpack` of `#[view(with = module)]` may give: the value, or a `Result` of it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`unpack` gives `{Self}`, which is not what the field holds",
    label = "gives `{Self}`, the field is `{T}`",
    note = "`unpack` of a module for `with` takes what was read and gives `{T}`, or `Result<{T}, E>`"
)]
pub trait Unpacked<T> {
    /// The value; nothing where it was refused.
    fn value(self) -> Option<T>;
}

#[diagnostic::do_not_recommend]
impl<T> Unpacked<T> for T {
    #[inline(always)]
    fn value(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> Unpacked<T> for Result<T, E> {
    #[inline(always)]
    fn value(self) -> Option<T> {
        self.ok()
    }
}

/// A type with a layout of its own, as a field of a derived struct: records and enums.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no layout that is known here",
    label = "neither a number by its own name nor a record",
    note = "what can be a field: numbers, `bool`, `[u8; N]`, records by `view!`, structs and enums with `#[derive(Record)]`, and \
            arrays of these",
    note = "another name for a number hides it from the macro: write `u32` itself, or `#[view(format = \"I\")]` on the field"
)]
pub trait Nested: Sized {
    /// Bytes of one.
    const SIZE: usize;
    /// What it is in the layout of another.
    const KIND: Kind;
    /// What it is in the format of another: `T{<h:x:<h:y:}`.
    const ITEM: &'static str;
    /// As Python's `struct` has it behind a `<`, and behind a `>`.
    const CODES: [Option<&'static str>; 2];
    /// How views show it.
    type View: Element<Order = ()>;
    /// The values that start at byte `at`.
    fn read<B: Bytes>(bytes: &B, at: usize) -> Result<Self, UnpackError>;
    /// Writes the values from byte `at` on. Padding stays as it is.
    fn write<B: BytesMut>(&self, bytes: &mut B, at: usize);
}

/// A [`Nested`] that views show as `V`: what asks for fields of a field of a type that the macro does not see.
#[doc(hidden)]
pub trait NestedAs<V> {}

impl<T: Nested> NestedAs<T::View> for T {}

/// Whether a nested type lays its bytes out as this layout says.
#[doc(hidden)]
pub const fn same_kind(kind: &Kind, layout: &Layout) -> bool {
    match kind {
        Kind::Record(own) => same_layout(own, layout),
        Kind::Scalar(_) => false,
    }
}

/// Shows a number as the variant that it is, without asking the enum for `Debug`.
#[doc(hidden)]
pub struct ShownVariant<T, Item>(pub Item, pub PhantomData<fn() -> T>);

impl<T: FieldOf<Item>, Item: fmt::Debug> fmt::Debug for ShownVariant<T, Item> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match T::name_of(&self.0) {
            Some(name) => f.write_str(name),
            None => self.0.fmt(f),
        }
    }
}

/// Shows a field as its element does.
#[doc(hidden)]
pub struct ShownElement<'b, B, E>(pub &'b B, pub usize, pub PhantomData<fn() -> E>);

impl<B: Bytes, E: Element<Order = ()>> fmt::Debug for ShownElement<'_, B, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        E::debug(self.0, self.1, (), f)
    }
}

/// Shows a string of bytes as the literal that it would be, `b"BM"`.
#[doc(hidden)]
pub struct Shown<T>(pub T);

impl<T: AsRef<[u8]>> fmt::Debug for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_string(self.0.as_ref(), f)
    }
}
