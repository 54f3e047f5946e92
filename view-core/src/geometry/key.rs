//! What selects: one index or slice for each axis, as in Python's `m[key]`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use super::change::{Change, Same, Unknown};

mod sealed {
    /// Keeps the traits of this module to this crate.
    pub trait Sealed {}
}

/// A key of `N` parts, as [`s!`](crate::s) makes them: a list of [`Index`], and as a type what it does to the number of dimensions
/// (each number drops one, each `NewAxis` adds one).
///
/// ```
/// use view_core::{Index, Le, TypedView, s};
///
/// let grid = TypedView::<_, Le<u8>, 2>::contiguous(b"ABCDEFGH", [2, 4])?;
/// let key = s![.., 1];
/// assert_eq!(key[1], Index::At(1));
/// assert!(grid.slice(key)?.iter().eq(*b"BF")); // one dimension, as the compiler knows
/// # Ok::<(), view_core::ViewError>(())
/// ```
pub struct Key<const N: usize, C> {
    parts: [Index; N],
    change: PhantomData<C>,
}

impl<const N: usize, C> Key<N, C> {
    /// `blank` has as many indices as there are parts, whichever.
    #[doc(hidden)]
    #[inline]
    pub fn new(blank: [Index; N], parts: impl KeyParts<Change = C>) -> Key<N, C> {
        let mut key = Key { parts: blank, change: PhantomData };
        parts.fill(&mut key.parts);
        key
    }
}

impl<const N: usize, C> Deref for Key<N, C> {
    type Target = [Index];

    #[inline]
    fn deref(&self) -> &[Index] {
        &self.parts
    }
}

impl<const N: usize, C> Clone for Key<N, C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<const N: usize, C> Copy for Key<N, C> {}

impl<const N: usize, C> fmt::Debug for Key<N, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}

/// What selects along one axis. [`s!`](crate::s) makes them of what stands between its commas; code that knows at run time
/// only how many there are makes a list.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{Index, View};
///
/// let view = View::new(b"ABCDEFGH").cast_shape("c", &[2, 4])?;
/// let key = [Index::from(-1), Index::from(1..)];
/// assert_eq!(view.slice(&key[..])?.to_bytes(), b"FGH");
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Index {
    /// One index, which drops the axis. Negative ones count from the end. It has to exist.
    At(isize),
    /// Some of the indices.
    Slice(Slice),
    /// All axes that no other part of the key speaks of: Python's `...`. At most one in a key; without one it stands at the
    /// end.
    Ellipsis,
    /// No axis of the view, but one of length 1 in the result: numpy's `newaxis`.
    NewAxis,
}

/// Python's `start:stop:step`, for one axis: from `start` on, in steps, as long as `stop` is not reached.
///
/// Negative numbers count from the end, and what lies outside is cut off, so that no slice is out of range; only a step of
/// 0 is an error. With a negative step it goes down, from `start` (the last, if there is none) as long as `stop` is not
/// reached (to the first, if there is none). That is Python's rule and not that of `ndarray`, which takes the range first
/// and then reverses it: `s![5..1;-1]` are the indices 5, 4, 3, 2.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Slice {
    /// The first index.
    pub start: Option<isize>,
    /// The first index that is too far.
    pub stop: Option<isize>,
    /// From one index to the next.
    pub step: isize,
}

impl Slice {
    /// A range in steps: `Slice::new(1.., 2)` is Python's `1::2`.
    ///
    /// A range with `=` has the last index in it, whichever way the steps go: `Slice::new(3..=0, -1)` is `3::-1`, and
    /// `..=-1` is everything.
    pub fn new(range: impl SliceRange, step: impl Integer) -> Slice {
        range.slice(step.saturate())
    }

    /// The first index, and how many there are, of an axis of `length`; `None` where the step is 0.
    ///
    /// After `PySlice_AdjustIndices`; numbers that are too large have been cut to those of an `isize`, which no axis is
    /// long enough to tell apart.
    pub(crate) fn resolve(&self, length: usize) -> Option<(usize, usize)> {
        let Slice { start, stop, step } = *self;
        let end = isize::try_from(length).unwrap_or(isize::MAX);
        // Going down, the places are those of the indices; going up, also the one past the end.
        let (low, high) = if step < 0 { (-1, end - 1) } else { (0, end) };
        let place = |bound: isize| {
            let bound = if bound < 0 { bound.saturating_add(end) } else { bound };
            bound.clamp(low, high)
        };
        let (first, past) = if step < 0 { (high, low) } else { (low, high) };
        let (start, stop) = (start.map_or(first, place), stop.map_or(past, place));
        let span = if step < 0 { start - stop } else { stop - start };
        if step == 0 {
            return None;
        }
        if span <= 0 {
            return Some((usize::try_from(start).unwrap_or(0), 0));
        }
        Some((usize::try_from(start).unwrap_or(0), (span as usize - 1) / step.unsigned_abs() + 1))
    }
}

/// A number that an index or a step can be: every integer type. What no `isize` holds is cut to the nearest that it does.
/// Sealed.
pub trait Integer: sealed::Sealed + Copy {
    /// The nearest `isize`.
    #[doc(hidden)]
    fn saturate(self) -> isize;
}

/// What one index or slice of a key can be written as. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` selects nothing along an axis",
    label = "not an index",
    note = "a key is made of integers, ranges of integers, `...` and `NewAxis`: `s![0, 1..-1, ..;2]`"
)]
pub trait KeyPart: sealed::Sealed {
    /// The change of a key of the change `C` that gets this part as well.
    #[doc(hidden)]
    type After<C: Change>: Change;
    #[doc(hidden)]
    fn index(self) -> Index;
}

/// A range that a slice can be made of. Sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot have a step",
    label = "not a range of integers",
    note = "a step stands behind a range: `s![1..5;2]`, `s![..;-1]`"
)]
pub trait SliceRange: sealed::Sealed {
    #[doc(hidden)]
    fn slice(self, step: isize) -> Slice;
}

/// Parts of a key: how they change the number of dimensions, and what they are at run time. All but `Index` itself make one.
macro_rules! parts {
    ($([$($generics:tt)*] $part:ty, $after:ty, |$value:ident| $index:expr;)*) => { $(
        impl<$($generics)*> sealed::Sealed for $part {}
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> KeyPart for $part {
            type After<C: Change> = $after;

            #[inline]
            fn index(self) -> Index {
                let $value = self;
                $index
            }
        }
    )* };
}

macro_rules! into_index {
    ($([$($generics:tt)*] $part:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> From<$part> for Index {
            #[inline]
            fn from(part: $part) -> Index {
                part.index()
            }
        }
    )* };
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl Integer for $t {
            #[inline]
            fn saturate(self) -> isize {
                isize::try_from(self).unwrap_or(if self > 0 { isize::MAX } else { isize::MIN })
            }
        }
        parts!([] $t, C::Down, |number| Index::At(number.saturate()););
        into_index!([] $t;);
    )* };
}
integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! ranges {
    ($([$($generics:tt)*] $range:ty, |$r:ident, $step:ident| $start:expr, $stop:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> SliceRange for $range {
            #[inline]
            fn slice(self, $step: isize) -> Slice {
                let $r = self;
                Slice { start: $start, stop: $stop, step: $step }
            }
        }
        parts!([$($generics)*] $range, C, |range| Index::Slice(range.slice(1)););
        into_index!([$($generics)*] $range;);
    )* };
}
ranges! {
    [] RangeFull, |_r, step| None, None;
    [T: Integer] Range<T>, |r, step| Some(r.start.saturate()), Some(r.end.saturate());
    [T: Integer] RangeFrom<T>, |r, step| Some(r.start.saturate()), None;
    [T: Integer] RangeTo<T>, |r, step| None, Some(r.end.saturate());
    [T: Integer] RangeInclusive<T>, |r, step| Some(r.start().saturate()), past(r.end().saturate(), step);
    [T: Integer] RangeToInclusive<T>, |r, step| None, past(r.end.saturate(), step);
}

parts! {
    [] Slice, C, |slice| Index::Slice(slice);
    // It may be any of them, at run time.
    [] Index, Unknown, |index| index;
    [] Literal, C::Down, |literal| literal.0;
    [] Ellipsis, C, |_ellipsis| Index::Ellipsis;
    [] NewAxis, C::Up, |_new_axis| Index::NewAxis;
}
into_index!([] Slice;);

/// A literal number, whose change is known before its type is.
#[derive(Clone, Copy, Debug)]
pub struct Literal(Index);

/// A number that is written as such in a key.
#[inline]
pub fn literal(number: impl KeyPart) -> Literal {
    Literal(number.index())
}

/// `...`
#[derive(Clone, Copy, Debug)]
pub struct Ellipsis;

/// `NewAxis`
#[derive(Clone, Copy, Debug)]
pub struct NewAxis;

/// What stands between the commas, in pairs of what comes before and the part itself.
#[doc(hidden)]
pub trait KeyParts {
    type Change: Change;
    fn fill(self, to: &mut [Index]);
}

impl KeyParts for () {
    type Change = Same;

    #[inline]
    fn fill(self, _: &mut [Index]) {}
}

impl<B: KeyParts, P: KeyPart> KeyParts for (B, P) {
    type Change = P::After<B::Change>;

    #[inline]
    fn fill(self, to: &mut [Index]) {
        if let Some((last, before)) = to.split_last_mut() {
            *last = self.1.index();
            self.0.fill(before);
        }
    }
}

/// The stop that has `last` before it; `None` where that is beyond the end, since -1 would be the last but one.
fn past(last: isize, step: isize) -> Option<isize> {
    match (last, step < 0) {
        (-1, false) | (0, true) => None,
        (_, false) => Some(last.saturating_add(1)),
        (_, true) => Some(last.saturating_sub(1)),
    }
}
