//! What one index of a view selects: the traits, and the elements that are not records.

#[cfg(feature = "alloc")]
mod array;
#[cfg(any(feature = "half", feature = "num-complex"))]
mod foreign;
mod half;
mod number;
mod pascal;
mod raw;
mod text;
mod total;

pub use half::Half;
#[cfg(feature = "alloc")]
pub(crate) use half::{f32_to_half, f64_to_half, half_to_f32};
pub use number::{Be, Complex, Le, Ne, Number, Ordered};
pub use pascal::{Pascal, PascalText, pascal_bytes};
#[cfg(feature = "alloc")]
pub(crate) use pascal::{pascal_text, write_pascal};
pub use raw::{Difference, Raw, RawRow};
pub(crate) use text::write_string;
pub use text::{Bool, Text};
pub use total::Total;

use core::fmt;

use view_format::Layout;

use crate::bytes::{Byte, Bytes, BytesMut};
use crate::typed::TypedView;

/// What one index of a [`TypedView`] selects: a scalar, a string or a record.
///
/// ```
/// use view_core::{Be, Le, TypedView};
///
/// let bytes = [0, 1, 2, 3];
/// assert_eq!(TypedView::<_, Le<u16>>::from_bytes(&bytes)?.at(1), 0x0302);
/// assert_eq!(TypedView::<_, Be<u16>>::from_bytes(&bytes)?.at(1), 0x0203);
/// # Ok::<(), view_core::SizeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what an element of a view can be",
    label = "not an element",
    note = "elements are `Le<T>` and `Be<T>` of a number, `Bool`, `Text<N>`, and record types made by `view!`",
    note = "`View::typed` takes numbers, `bool` and `[u8; N]` as well"
)]
pub trait Element: Sized {
    /// Bytes of one element.
    const SIZE: usize;
    /// What a view has to know to read one: the byte order, where the type leaves it open; else `()`.
    #[doc(hidden)]
    type Order: Copy + Send + Sync + 'static;
    /// What reading one gives, from bytes held by `B`: `f64`, `Trade<&[u8; 45]>`, `&[u8; 3]`.
    type Of<'s, B: Bytes + 's>;

    /// The element that starts at byte `at`.
    #[doc(hidden)]
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, order: Self::Order) -> Self::Of<'s, B>;

    /// Folds the elements of one row, which lies in the bytes.
    #[doc(hidden)]
    #[inline]
    fn fold_row<'s, B: Bytes, A>(
        bytes: &'s B,
        row: impl RawRow,
        order: Self::Order,
        init: A,
        each: &mut impl FnMut(A, Self::Of<'s, B>) -> A,
    ) -> A {
        row.fold_places(init, |state, at| each(state, Self::read(bytes, at, order)))
    }

    /// Whether elements of this layout can be read so, and in which byte order.
    #[doc(hidden)]
    fn accept(layout: &Layout) -> Option<Self::Order>;

    /// As [`accept`](Element::accept), of one field of an element, or of what its dimensions are of.
    #[doc(hidden)]
    #[cfg(feature = "alloc")]
    fn accept_item(kind: &view_format::Kind, shape: &[usize]) -> Option<Self::Order> {
        match kind {
            _ if !shape.is_empty() => None,
            view_format::Kind::Scalar(scalar) => Self::accept(&Layout::scalar(*scalar)),
            view_format::Kind::Record(layout) => Self::accept(layout).filter(|_| layout.size() == Self::SIZE),
        }
    }

    /// What a run-time view of such elements has: the layout, and the format where it is written somewhere; else the
    /// layout's own will do.
    #[doc(hidden)]
    fn describe(order: Self::Order) -> (Option<&'static str>, Layout);

    /// Writes the element that starts at byte `at` as `Debug` would. A bound `for<'s> Of<'s, B>: Debug` in its place
    /// would make the compiler ask for `B: 'static`.
    #[doc(hidden)]
    fn debug<B: Bytes>(_bytes: &B, _at: usize, _order: Self::Order, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

/// An element that is a value by itself, which can be written as a whole: a number, a `bool`, a string; with `alloc` an array
/// of such.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not read and written as one value",
    label = "this needs elements that are single values",
    note = "numbers, `bool`, strings and arrays of them are; the fields of a record may do: `.columns().price()`, `.at_mut(0)`"
)]
pub trait Scalar: Element {
    /// The value: `u32`, `f64`, `bool`, `[u8; 4]`, `[f32; 3]`.
    type Value: Copy;
    /// Its bytes: `[u8; N]`, or an array of such.
    #[doc(hidden)]
    type Raw: Raw;

    /// The value of these bytes.
    #[doc(hidden)]
    fn decode(raw: Self::Raw, order: Self::Order) -> Self::Value;
    /// The bytes of this value.
    #[doc(hidden)]
    fn encode(value: Self::Value, order: Self::Order) -> Self::Raw;
    /// The values of elements that lie one after the other.
    #[doc(hidden)]
    #[inline(always)]
    fn decode_packed<U: Byte>(from: &[U], to: &mut [Self::Value], order: Self::Order) {
        Self::Raw::map_packed(from, to, |raw| Self::decode(raw, order));
    }
}

/// An element that can be added up: a number, or a `bool`, which counts as one.
#[diagnostic::on_unimplemented(
    message = "the elements are not numbers",
    label = "this needs numbers",
    note = "`{Self}` is a string, an array or a record; a column of it may do: `.columns().price()`"
)]
pub trait Numeric: Scalar {
    /// What a sum of them is: integers of 64 bits for those of fewer, of 128 for those of 64; `f64` for `f32`.
    type Sum: Total;
    /// Whether a sum of them is the same in any order.
    #[doc(hidden)]
    const EXACT: bool;

    /// One value as a sum. Where [`EXACT`](Numeric::EXACT), 2^31 of them can be added up without overflow.
    #[doc(hidden)]
    fn summand(value: Self::Value) -> Self::Sum;
}

/// An element with fields: what `view!` makes of a format.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fields",
    label = "not a record",
    note = "records are made by `view!` and by `#[derive(Record)]`"
)]
pub trait Record: Element<Order = ()> {
    /// The format it was made of.
    const FORMAT: &'static str;
    /// One method for each field, which gives the view of that field in all records.
    type Columns<B: Bytes, const R: usize>;
    /// As [`Element::Of`], to write.
    type Mut<'s, B: Bytes + 's>;

    #[doc(hidden)]
    fn __columns<B: Bytes, const R: usize>(of: TypedView<B, Self, R>) -> Self::Columns<B, R>;
    #[doc(hidden)]
    fn __read_mut<'s, B: BytesMut>(bytes: &'s mut B, at: usize) -> Self::Mut<'s, B>;
}

/// A type that the elements of a run-time view can be read as: what `View::typed` takes.
///
/// Numbers, also complex ones, and `bool` stand for themselves, in whichever byte order the format has; every [`Element`]
/// does too. Arrays of numbers, and arrays of such arrays, are fields with a shape: `[f32; 3]` reads `(3)f`. By features so do `half::f16` and `num_complex::Complex`.
#[diagnostic::on_unimplemented(
    message = "elements cannot be read as `{Self}`",
    label = "not a number, a string or a record",
    note = "`i8` to `i64`, `u8` to `u64`, `f32`, `f64`, `bool`, `[u8; N]`, and record types made by `view!` will do"
)]
pub trait ReadAs {
    /// The element that gives such values.
    type Element: Element;
}

#[diagnostic::do_not_recommend]
impl<E: Element> ReadAs for E {
    type Element = E;
}

macro_rules! read_as {
    ($($t:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl ReadAs for $t {
            type Element = Ordered<$t>;
        }
    )* };
}
read_as!(u8 i8 u16 i16 u32 i32 u64 i64 usize isize f32 f64 Complex<f32> Complex<f64>);

#[diagnostic::do_not_recommend]
impl ReadAs for bool {
    type Element = Bool;
}

#[diagnostic::do_not_recommend]
impl<const K: usize> ReadAs for [u8; K] {
    type Element = Text<K>;
}
