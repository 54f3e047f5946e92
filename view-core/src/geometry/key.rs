//! What selects: one index or slice for each axis, as in Python's `m[key]`.

use core::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

mod sealed {
    /// Keeps the traits of this module to this crate.
    pub trait Sealed {}
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
pub trait Key: sealed::Sealed {
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

impl<K: Key> From<K> for Index {
    fn from(key: K) -> Index {
        key.index()
    }
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl sealed::Sealed for $t {}
        impl Integer for $t {
            #[inline]
            fn saturate(self) -> isize {
                isize::try_from(self).unwrap_or(if self > 0 { isize::MAX } else { isize::MIN })
            }
        }
        #[diagnostic::do_not_recommend]
        impl Key for $t {
            #[inline]
            fn index(self) -> Index {
                Index::At(self.saturate())
            }
        }
    )* };
}
integers!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

macro_rules! ranges {
    ($([$($generics:tt)*] $range:ty, |$r:ident, $step:ident| $start:expr, $stop:expr;)*) => { $(
        impl<$($generics)*> sealed::Sealed for $range {}
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> SliceRange for $range {
            #[inline]
            fn slice(self, $step: isize) -> Slice {
                let $r = self;
                Slice { start: $start, stop: $stop, step: $step }
            }
        }
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Key for $range {
            #[inline]
            fn index(self) -> Index {
                Index::Slice(self.slice(1))
            }
        }
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

/// The stop that has `last` before it; `None` where that is beyond the end, since -1 would be the last but one.
fn past(last: isize, step: isize) -> Option<isize> {
    match (last, step < 0) {
        (-1, false) | (0, true) => None,
        (_, false) => Some(last.saturating_add(1)),
        (_, true) => Some(last.saturating_sub(1)),
    }
}

impl sealed::Sealed for Slice {}
impl Key for Slice {
    fn index(self) -> Index {
        Index::Slice(self)
    }
}
