//! Numbers, in one of the two byte orders or in the one that a format names at run time.

use core::fmt;
use core::marker::PhantomData;

use view_format::{ByteOrder, Layout, ScalarKind};

use super::half::{f32_to_half, half_to_f32};
use super::text::plain;
use super::{Element, Half, Numeric, Raw, RawRow, Scalar, Total};
use crate::bytes::{Byte, Bytes};

pub(super) mod sealed {
    /// Keeps [`Number`](super::Number) to this crate.
    pub trait Sealed {}
}

/// A number that bytes can hold: `u8` to `u64`, `i8` to `i64`, `usize`, `isize`, `f32`, `f64`, [`Half`], [`Complex`]; by
/// features `half::f16` and `num_complex::Complex`. Sealed.
pub trait Number: sealed::Sealed + 'static {
    /// What reading one gives: the type itself; `f32` for [`Half`].
    type Value: Copy + fmt::Debug;
    /// What a sum of them is.
    #[doc(hidden)]
    type Sum: Total;
    /// Its bytes.
    #[doc(hidden)]
    type Raw: Raw;
    /// Bytes of one.
    #[doc(hidden)]
    const SIZE: usize;
    /// Whether a sum of them is the same in any order.
    #[doc(hidden)]
    const EXACT: bool;
    #[doc(hidden)]
    const KIND: ScalarKind;
    /// The format, little-endian and big-endian.
    #[doc(hidden)]
    const FORMATS: [&'static str; 2];

    #[doc(hidden)]
    fn accepts(kind: ScalarKind) -> bool;
    #[doc(hidden)]
    fn from_le(raw: Self::Raw) -> Self::Value;
    #[doc(hidden)]
    fn from_be(raw: Self::Raw) -> Self::Value;
    #[doc(hidden)]
    fn to_le(value: Self::Value) -> Self::Raw;
    #[doc(hidden)]
    fn to_be(value: Self::Value) -> Self::Raw;
    #[doc(hidden)]
    fn summand(value: Self::Value) -> Self::Sum;
}

macro_rules! numbers {
    ($($t:ident $sum:ident $formats:expr, $first:ident $(| $kind:ident)*;)*) => { $(
        impl sealed::Sealed for $t {}
        impl Number for $t {
            type Value = $t;
            type Sum = $sum;
            type Raw = [u8; size_of::<$t>()];
            const SIZE: usize = size_of::<$t>();
            const EXACT: bool = matches!(ScalarKind::$first, ScalarKind::Int | ScalarKind::Uint);
            const KIND: ScalarKind = ScalarKind::$first;
            const FORMATS: [&'static str; 2] = $formats;

            fn accepts(kind: ScalarKind) -> bool {
                matches!(kind, ScalarKind::$first $(| ScalarKind::$kind)*)
            }
            #[inline(always)]
            fn from_le(raw: Self::Raw) -> $t {
                $t::from_le_bytes(raw)
            }
            #[inline(always)]
            fn from_be(raw: Self::Raw) -> $t {
                $t::from_be_bytes(raw)
            }
            #[inline(always)]
            fn to_le(value: $t) -> Self::Raw {
                value.to_le_bytes()
            }
            #[inline(always)]
            fn to_be(value: $t) -> Self::Raw {
                value.to_be_bytes()
            }
            #[inline(always)]
            fn summand(value: $t) -> $sum {
                value as $sum
            }
        }
    )* };
}
// Sums of up to 32 bits in 64 bits hold for 2^31 elements, whatever these are; those of 64 bits in 128 for all there can be.
numbers! {
    u8 u64 ["B", "B"], Uint | Char;
    u16 u64 ["<H", ">H"], Uint;
    u32 u64 ["<I", ">I"], Uint | Pointer;
    u64 u128 ["<Q", ">Q"], Uint | Pointer;
    usize u128 if usize::BITS == 64 { ["<Q", ">Q"] } else { ["<I", ">I"] }, Uint | Pointer;
    i8 i64 ["b", "b"], Int;
    i16 i64 ["<h", ">h"], Int;
    i32 i64 ["<i", ">i"], Int;
    i64 i128 ["<q", ">q"], Int;
    isize i128 if isize::BITS == 64 { ["<q", ">q"] } else { ["<i", ">i"] }, Int;
    f32 f64 ["<f", ">f"], Float;
    f64 f64 ["<d", ">d"], Float;
}

impl sealed::Sealed for Half {}
impl Number for Half {
    type Value = f32;
    type Sum = f64;
    type Raw = [u8; 2];
    const SIZE: usize = 2;
    const EXACT: bool = false;
    const KIND: ScalarKind = ScalarKind::Float;
    const FORMATS: [&'static str; 2] = ["<e", ">e"];

    fn accepts(kind: ScalarKind) -> bool {
        matches!(kind, ScalarKind::Float)
    }
    #[inline]
    fn from_le(raw: [u8; 2]) -> f32 {
        half_to_f32(u16::from_le_bytes(raw))
    }
    #[inline]
    fn from_be(raw: [u8; 2]) -> f32 {
        half_to_f32(u16::from_be_bytes(raw))
    }
    #[inline]
    fn to_le(value: f32) -> [u8; 2] {
        f32_to_half(value).to_le_bytes()
    }
    #[inline]
    fn to_be(value: f32) -> [u8; 2] {
        f32_to_half(value).to_be_bytes()
    }
    #[inline]
    fn summand(value: f32) -> f64 {
        value.into()
    }
}

/// A complex number, the real part first in memory (`F`, `D`, `Zf`, `Zd`).
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Complex<T> {
    /// The real part.
    pub re: T,
    /// The imaginary part.
    pub im: T,
}

impl<T: core::ops::Add<Output = T>> core::ops::Add for Complex<T> {
    type Output = Complex<T>;

    fn add(self, other: Complex<T>) -> Complex<T> {
        Complex { re: self.re + other.re, im: self.im + other.im }
    }
}

macro_rules! complex {
    ($($t:ident $size:literal $formats:expr;)*) => { $(
        impl sealed::Sealed for Complex<$t> {}
        impl Number for Complex<$t> {
            type Value = Complex<$t>;
            type Sum = Complex<f64>;
            type Raw = [u8; $size];
            const SIZE: usize = $size;
            const EXACT: bool = false;
            const KIND: ScalarKind = ScalarKind::Complex;
            const FORMATS: [&'static str; 2] = $formats;

            fn accepts(kind: ScalarKind) -> bool {
                matches!(kind, ScalarKind::Complex)
            }
            #[inline]
            fn from_le(raw: Self::Raw) -> Self::Value {
                let [re, im] = halves(raw);
                Complex { re: $t::from_le_bytes(re), im: $t::from_le_bytes(im) }
            }
            #[inline]
            fn from_be(raw: Self::Raw) -> Self::Value {
                let [re, im] = halves(raw);
                Complex { re: $t::from_be_bytes(re), im: $t::from_be_bytes(im) }
            }
            #[inline]
            fn to_le(value: Self::Value) -> Self::Raw {
                join(value.re.to_le_bytes(), value.im.to_le_bytes())
            }
            #[inline]
            fn to_be(value: Self::Value) -> Self::Raw {
                join(value.re.to_be_bytes(), value.im.to_be_bytes())
            }
            #[inline]
            fn summand(value: Self::Value) -> Complex<f64> {
                Complex { re: value.re.into(), im: value.im.into() }
            }
        }
    )* };
}
complex! { f32 8 ["<Zf", ">Zf"]; f64 16 ["<Zd", ">Zd"]; }

#[inline]
fn halves<const WHOLE: usize, const PART: usize>(raw: [u8; WHOLE]) -> [[u8; PART]; 2] {
    core::array::from_fn(|half| core::array::from_fn(|i| raw[half * PART + i]))
}

#[inline]
fn join<const WHOLE: usize, const PART: usize>(first: [u8; PART], second: [u8; PART]) -> [u8; WHOLE] {
    core::array::from_fn(|i| if i < PART { first[i] } else { second[i - PART] })
}

/// `T` in little-endian byte order (`<`): `Le<u32>`, `Le<Half>`.
#[derive(Debug)]
pub struct Le<T>(PhantomData<fn() -> T>);

/// `T` in big-endian byte order (`>`, `!`).
#[derive(Debug)]
pub struct Be<T>(PhantomData<fn() -> T>);

/// `T` in the byte order that a format names at run time, which the view keeps. Reading costs a test and at most a
/// swap more.
#[derive(Debug)]
pub struct Ordered<T>(PhantomData<fn() -> T>);

/// `T` in the byte order of the machine that the program is compiled for (`@`, `=`).
#[cfg(target_endian = "little")]
pub type Ne<T> = Le<T>;
/// `T` in the byte order of the machine that the program is compiled for (`@`, `=`).
#[cfg(target_endian = "big")]
pub type Ne<T> = Be<T>;

/// The byte order of a layout that is one such number; where there is nothing to swap, it is little-endian.
fn order_of<T: Number>(layout: &Layout) -> Option<ByteOrder> {
    let scalar = layout.as_scalar()?;
    (scalar.size() == T::SIZE && T::accepts(scalar.kind())).then(|| scalar.order())
}

/// What a run-time view of such numbers has.
fn describe<T: Number>(order: ByteOrder) -> (Option<&'static str>, Layout) {
    let [little, big] = T::FORMATS;
    let (format, fields) = match order {
        ByteOrder::Little => (little, const { &[plain(T::KIND, T::SIZE, ByteOrder::Little)] }),
        ByteOrder::Big => (big, const { &[plain(T::KIND, T::SIZE, ByteOrder::Big)] }),
    };
    (Some(format), Layout::baked(T::SIZE, 1, fields))
}

macro_rules! ordered {
    ($($element:ident $order:ty, $name:ident, $known:expr, $accept:expr, $decode:expr, $encode:expr;)*) => { $(
        impl<T: Number> Element for $element<T> {
            const SIZE: usize = T::SIZE;
            type Order = $order;
            type Of<'s, B: Bytes + 's> = T::Value;

            #[inline(always)]
            #[track_caller]
            fn read<B: Bytes>(bytes: &B, at: usize, $name: $order) -> T::Value {
                $decode(T::Raw::load(bytes, at), $name)
            }
            #[inline]
            fn fold_row<'s, B: Bytes, A>(
                bytes: &'s B,
                row: impl RawRow,
                $name: $order,
                init: A,
                each: &mut impl FnMut(A, Self::Of<'s, B>) -> A,
            ) -> A {
                row.fold_raw(bytes.units(), Self::SIZE, init, |state, raw| each(state, $decode(raw, $name)))
            }
            fn accept(layout: &Layout) -> Option<$order> {
                order_of::<T>(layout).and_then($accept)
            }
            fn describe($name: $order) -> (Option<&'static str>, Layout) {
                let _ = $name;
                describe::<T>($known)
            }
            fn debug<B: Bytes>(bytes: &B, at: usize, order: $order, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&Self::read(bytes, at, order), f)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Number> Scalar for $element<T> {
            type Value = T::Value;
            type Raw = T::Raw;

            #[inline(always)]
            fn decode(raw: T::Raw, $name: $order) -> T::Value {
                $decode(raw, $name)
            }
            #[inline(always)]
            fn encode(value: T::Value, $name: $order) -> T::Raw {
                $encode(value, $name)
            }
            #[inline(always)]
            fn decode_packed<U: Byte>(from: &[U], to: &mut [T::Value], $name: $order) {
                let _ = $name;
                // Chosen once, so that no element has to ask.
                match $known {
                    ByteOrder::Little => T::Raw::map_packed(from, to, T::from_le),
                    ByteOrder::Big => T::Raw::map_packed(from, to, T::from_be),
                }
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Number> Numeric for $element<T> {
            type Sum = T::Sum;
            const EXACT: bool = T::EXACT;

            #[inline(always)]
            fn summand(value: T::Value) -> T::Sum {
                T::summand(value)
            }
        }
    )* };
}
ordered! {
    Le (), order, ByteOrder::Little, |order| (T::SIZE == 1 || order == ByteOrder::Little).then_some(()), |raw, ()| T::from_le(raw), |value, ()| T::to_le(value);
    Be (), order, ByteOrder::Big, |order| (T::SIZE == 1 || order == ByteOrder::Big).then_some(()), |raw, ()| T::from_be(raw), |value, ()| T::to_be(value);
    Ordered ByteOrder, order, order, Some,
        |raw, order| if order == ByteOrder::Little { T::from_le(raw) } else { T::from_be(raw) },
        |value, order| if order == ByteOrder::Little { T::to_le(value) } else { T::to_be(value) };
}
