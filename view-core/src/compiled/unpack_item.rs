//! What one value of a format can be read as.

use alloc::vec::Vec;
use core::fmt::Debug;

use smallvec::SmallVec;
use view_format::{ByteOrder, Kind, ScalarKind};

use crate::element::{Complex, Half, Number, Raw, pascal_text};
use crate::value::{Value, decode};

/// One value of a format as a type of Rust.
///
/// | type | format |
/// |---|---|
/// | `u8` to `u64`, `i8` to `i64`, `usize`, `isize` | an integer of that size and sign, in either byte order; `P` and `c` as unsigned |
/// | `f32`, `f64` | `f`, `d`; `f32` also `e`, of which it holds every number |
/// | [`Complex<f32>`](Complex), `Complex<f64>`; with feature `num-complex` those of that crate | `Zf`, `Zd` |
/// | with feature `half`: `half::f16` | `e` |
/// | `bool` | `?` |
/// | `[u8; N]`, `&[u8; N]`, `&[u8]` | `s` and named padding of that length; `&[u8]` also the string of a `p` |
/// | `[T; N]` | a field of that shape |
/// | [`Value`] | any |
#[diagnostic::on_unimplemented(
    message = "a value of a format cannot be read as `{Self}`",
    label = "not a value of a format",
    note = "numbers, `bool`, `[u8; N]`, `&[u8]`, arrays of these, and `Value` are"
)]
pub trait UnpackItem<'b>: Sized {
    #[doc(hidden)]
    type Plan: Clone + Default + Debug;
    /// How to read one value of this kind and shape, if it can be.
    #[doc(hidden)]
    fn plan(kind: &Kind, shape: &[usize]) -> Option<Self::Plan>;
    /// How to read `length` of them in a row: the bytes from one to the next, and each.
    #[doc(hidden)]
    fn plan_array(kind: &Kind, shape: &[usize], length: usize) -> Option<(usize, Self::Plan)> {
        match shape.split_first() {
            Some((&first, rest)) if first == length => {
                Some((rest.iter().product::<usize>() * size_of_kind(kind), Self::plan(kind, rest)?))
            }
            _ => None,
        }
    }
    #[doc(hidden)]
    fn read(bytes: &'b [u8], at: usize, plan: &Self::Plan) -> Self;
    /// Reads many of them in one loop.
    #[doc(hidden)]
    #[inline]
    fn read_all(plan: &Self::Plan, all: impl ReadAll<'b, Self>) {
        // A plan of its own, so that no write to a column can change it, and the loop need not look at it each time.
        let plan = plan.clone();
        all.run(|bytes| Self::read(bytes, 0, &plan));
    }
}

/// A loop over values of one type, each at the front of its bytes.
#[doc(hidden)]
pub trait ReadAll<'b, T> {
    fn run(self, read: impl Fn(&'b [u8]) -> T);
}

const fn size_of_kind(kind: &Kind) -> usize {
    match kind {
        Kind::Scalar(scalar) => scalar.size(),
        Kind::Record(layout) => layout.size(),
    }
}

/// Whether this is a string of so many bytes, to be read as it stands.
fn is_string(kind: &Kind, shape: &[usize], length: usize) -> bool {
    matches!((kind, shape), (Kind::Scalar(scalar), []) if scalar.size() == length
        && matches!(scalar.kind(), ScalarKind::Bytes | ScalarKind::Char | ScalarKind::Void))
}

/// The bytes of a number. A plan has seen to it that they are there.
#[inline(always)]
fn raw<W: Raw>(bytes: &[u8], at: usize) -> W {
    bytes.get(at..).and_then(W::first).unwrap_or(W::ZERO)
}

/// The byte order in which a number of this type stands there.
fn order_of<T: Number>(kind: &Kind, shape: &[usize]) -> Option<ByteOrder> {
    match (kind, shape) {
        (Kind::Scalar(scalar), []) if scalar.size() == T::SIZE && T::accepts(scalar.kind()) => Some(scalar.order()),
        _ => None,
    }
}

/// Whether the big end comes first: a byte order that has a default.
type IsBig = bool;

macro_rules! numbers {
    ($($t:ty),*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'b> UnpackItem<'b> for $t {
            type Plan = IsBig;

            fn plan(kind: &Kind, shape: &[usize]) -> Option<IsBig> {
                order_of::<$t>(kind, shape).map(|order| order == ByteOrder::Big)
            }
            #[inline(always)]
            fn read(bytes: &[u8], at: usize, big: &IsBig) -> $t {
                let raw = raw(bytes, at);
                if *big { <$t as Number>::from_be(raw) } else { <$t as Number>::from_le(raw) }
            }
            // A loop for each order, and not a look at it for each number.
            #[inline]
            fn read_all(big: &IsBig, all: impl ReadAll<'b, $t>) {
                match *big {
                    true => all.run(|bytes| <$t as Number>::from_be(self::raw(bytes, 0))),
                    false => all.run(|bytes| <$t as Number>::from_le(self::raw(bytes, 0))),
                }
            }
        }
    )* };
}
numbers!(i8, u16, i16, u32, i32, u64, i64, usize, isize, f64, Complex<f32>, Complex<f64>);
#[cfg(feature = "half")]
numbers!(half::f16);
#[cfg(feature = "num-complex")]
numbers!(num_complex::Complex<f32>, num_complex::Complex<f64>);

/// Bytes stand in arrays as they do in strings.
#[diagnostic::do_not_recommend]
impl UnpackItem<'_> for u8 {
    type Plan = ();

    fn plan(kind: &Kind, shape: &[usize]) -> Option<()> {
        order_of::<u8>(kind, shape).map(|_| ())
    }
    fn plan_array(kind: &Kind, shape: &[usize], length: usize) -> Option<(usize, ())> {
        let is_array = shape == [length] && <u8 as UnpackItem>::plan(kind, &[]).is_some();
        (is_array || is_string(kind, shape, length)).then_some((1, ()))
    }
    #[inline(always)]
    fn read(bytes: &[u8], at: usize, (): &()) -> u8 {
        bytes.get(at).copied().unwrap_or(0)
    }
}

/// How an `f32` is read: as wide as it is, or as a half.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default)]
pub struct Single {
    half: bool,
    big: IsBig,
}

#[diagnostic::do_not_recommend]
impl<'b> UnpackItem<'b> for f32 {
    type Plan = Single;

    fn plan(kind: &Kind, shape: &[usize]) -> Option<Single> {
        let whole = order_of::<f32>(kind, shape).map(|order| (false, order));
        let (half, order) = whole.or_else(|| order_of::<Half>(kind, shape).map(|order| (true, order)))?;
        Some(Single { half, big: order == ByteOrder::Big })
    }
    #[inline(always)]
    fn read(bytes: &[u8], at: usize, plan: &Single) -> f32 {
        match (plan.half, plan.big) {
            (false, false) => f32::from_le(raw(bytes, at)),
            (false, true) => f32::from_be(raw(bytes, at)),
            (true, false) => Half::from_le(raw(bytes, at)),
            (true, true) => Half::from_be(raw(bytes, at)),
        }
    }
    #[inline]
    fn read_all(plan: &Single, all: impl ReadAll<'b, f32>) {
        match (plan.half, plan.big) {
            (false, false) => all.run(|bytes| f32::from_le(raw(bytes, 0))),
            (false, true) => all.run(|bytes| f32::from_be(raw(bytes, 0))),
            (true, false) => all.run(|bytes| Half::from_le(raw(bytes, 0))),
            (true, true) => all.run(|bytes| Half::from_be(raw(bytes, 0))),
        }
    }
}

#[diagnostic::do_not_recommend]
impl UnpackItem<'_> for bool {
    type Plan = ();

    fn plan(kind: &Kind, shape: &[usize]) -> Option<()> {
        matches!((kind, shape), (Kind::Scalar(scalar), []) if scalar.kind() == ScalarKind::Bool).then_some(())
    }
    #[inline(always)]
    fn read(bytes: &[u8], at: usize, (): &()) -> bool {
        <u8 as UnpackItem>::read(bytes, at, &()) != 0
    }
}

#[diagnostic::do_not_recommend]
impl<'b, T: UnpackItem<'b>, const N: usize> UnpackItem<'b> for [T; N] {
    type Plan = (usize, T::Plan);

    fn plan(kind: &Kind, shape: &[usize]) -> Option<(usize, T::Plan)> {
        T::plan_array(kind, shape, N)
    }
    #[inline(always)]
    fn read(bytes: &'b [u8], at: usize, (step, plan): &(usize, T::Plan)) -> [T; N] {
        core::array::from_fn(|i| T::read(bytes, at + i * step, plan))
    }
}

#[diagnostic::do_not_recommend]
impl<'b, const N: usize> UnpackItem<'b> for &'b [u8; N] {
    type Plan = ();

    fn plan(kind: &Kind, shape: &[usize]) -> Option<()> {
        <u8 as UnpackItem>::plan_array(kind, shape, N).map(|_| ())
    }
    #[inline(always)]
    fn read(bytes: &'b [u8], at: usize, (): &()) -> &'b [u8; N] {
        bytes.get(at..).and_then(<[u8]>::first_chunk).unwrap_or(&[0; N])
    }
}

/// How many bytes there are, and whether the first one says how many of them count.
#[diagnostic::do_not_recommend]
impl<'b> UnpackItem<'b> for &'b [u8] {
    type Plan = (usize, bool);

    fn plan(kind: &Kind, shape: &[usize]) -> Option<(usize, bool)> {
        match (kind, shape) {
            (Kind::Scalar(scalar), []) if scalar.kind() == ScalarKind::Pascal => Some((scalar.size(), true)),
            (kind, []) => is_string(kind, shape, size_of_kind(kind)).then_some((size_of_kind(kind), false)),
            (_, &[length]) => <u8 as UnpackItem>::plan_array(kind, shape, length).map(|_| (length, false)),
            _ => None,
        }
    }
    #[inline]
    fn read(bytes: &'b [u8], at: usize, &(size, is_pascal): &(usize, bool)) -> &'b [u8] {
        let field = bytes.get(at..).and_then(|rest| rest.get(..size)).unwrap_or_default();
        if is_pascal { pascal_text(field) } else { field }
    }
}

#[diagnostic::do_not_recommend]
impl UnpackItem<'_> for Value {
    type Plan = Option<(Kind, SmallVec<[usize; 4]>)>;

    fn plan(kind: &Kind, shape: &[usize]) -> Option<Self::Plan> {
        Some(Some((kind.clone(), shape.into())))
    }
    fn read(bytes: &[u8], at: usize, plan: &Self::Plan) -> Value {
        match plan {
            Some((kind, shape)) => decode::item(kind, shape, decode::from(bytes, at)),
            None => Value::Void(Vec::new()),
        }
    }
}
