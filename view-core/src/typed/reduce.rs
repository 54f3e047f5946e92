//! All elements to one value: folds, sums, the least and the greatest.

use super::TypedView;
use crate::bytes::{Byte, Bytes};
use crate::element::{Element, Numeric, Raw, Scalar, Total};
use crate::geometry::{Fixed, Offsets};
use crate::kernel::{Row, fold_row, sum_row};

impl<B: Bytes, E: Scalar, const R: usize> TypedView<B, E, R> {
    /// Folds all values in C order: the last index fastest.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(b"ABC")?;
    /// assert_eq!(numbers.fold(0, |most, value| value.max(most)), b'C');
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn fold<A>(&self, init: A, mut each: impl FnMut(A, E::Value) -> A) -> A {
        let order = self.order;
        self.fold_rows(init, |state, units, row| {
            fold_row(units, row, E::SIZE, state, |state, raw| each(state, E::decode(raw, order)))
        })
    }

    /// Folds all rows, in C order.
    #[inline]
    pub(super) fn fold_rows<A>(&self, init: A, each: impl FnMut(A, &[B::Unit], Row) -> A) -> A {
        fold_all_rows(self.bytes.units(), &self.geometry, init, each)
    }

    /// The least value; `None` where there are no elements. Of floats it is NaN if any of them is.
    ///
    /// ```
    /// use view_core::{Be, TypedView};
    ///
    /// let numbers = TypedView::<_, Be<i16>>::from_bytes(b"\x00\x07\xff\xff")?;
    /// assert_eq!((numbers.min(), numbers.max()), (Some(-1), Some(7)));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn min(&self) -> Option<E::Value>
    where
        E::Value: PartialOrd,
    {
        self.reduce(|least, value| if least <= value || is_nan(&least) { least } else { value })
    }

    /// The greatest value; else as [`min`](TypedView::min).
    #[inline]
    pub fn max(&self) -> Option<E::Value>
    where
        E::Value: PartialOrd,
    {
        self.reduce(|greatest, value| if greatest >= value || is_nan(&greatest) { greatest } else { value })
    }

    #[inline]
    fn reduce(&self, choose: impl Fn(E::Value, E::Value) -> E::Value) -> Option<E::Value> {
        if self.geometry.elements() == 0 {
            return None;
        }
        let first = E::decode(E::Raw::load(&self.bytes, self.geometry.offset), self.order);
        Some(self.once().0.fold(first, choose))
    }

    /// The elements without their repetitions, and how often each is there.
    #[inline]
    pub(super) fn once(&self) -> (TypedView<B::Slice<'_>, E, R>, usize) {
        let (geometry, times) = self.geometry.once();
        (TypedView { geometry, ..self.view() }, times)
    }
}

// The bounds stand on the methods, so that a sum of strings is told as such.
impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The sum of all values, in a type wide enough: integers of up to 32 bits in `i64` or `u64`, those of 64 bits in
    /// `i128` or `u128`, floating-point numbers in `f64`, of `bool` the number of `true`. The elements say which one it is, so
    /// that the call needs no type.
    ///
    /// ```
    /// use view_core::{Be, Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Be<i16>>::from_bytes(b"\x00\x07\xff\xff")?;
    /// let sum: i64 = numbers.sum();
    /// assert_eq!(sum, 6);
    ///
    /// let most = TypedView::<_, Le<u64>>::from_bytes(&[0xff; 16])?;
    /// assert_eq!(most.sum(), 2 * u128::from(u64::MAX));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    ///
    /// Floating-point numbers are added up row by row in eight interleaved lanes, which are then added up in order; neighbouring
    /// axes of which one steps on where the other ends are one row. [`fold`](TypedView::fold) adds strictly one after the other.
    /// Numbers that strides of 0 repeat are read once, and the sum multiplied.
    ///
    /// # Panics
    ///
    /// Where integers of 32 bits, more than 2^31 of them, add up to more than 64 bits hold; [`checked_sum`](TypedView::checked_sum)
    /// does not.
    #[inline]
    #[track_caller]
    pub fn sum<S>(&self) -> S
    where
        E: Numeric<Sum = S>,
        S: Total,
    {
        match self.checked_sum() {
            Some(sum) => sum,
            None => overflow(),
        }
    }

    /// As [`sum`](TypedView::sum); `None` where the sum of integers does not fit.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let most = TypedView::<_, Le<u32>>::from_bytes(&[0xff; 4])?;
    /// assert_eq!(most.broadcast_to([1 << 20])?.checked_sum(), Some((1 << 52) - (1 << 20)));
    /// # #[cfg(target_pointer_width = "64")]
    /// assert_eq!(most.broadcast_to([1 << 33])?.checked_sum(), None);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    #[inline]
    pub fn checked_sum<S>(&self) -> Option<S>
    where
        E: Numeric<Sum = S>,
        S: Total,
    {
        let (units, order) = (self.bytes.units(), self.order);
        let summand = |raw| E::summand(E::decode(raw, order));
        let (geometry, times) = self.geometry.once();
        let sum = match E::EXACT {
            true => sum_in_blocks(units, &geometry, E::SIZE, EXACT, summand)?,
            false => fold_all_rows(units, &geometry, S::default(), |total, units, row| {
                sum_row(units, row, E::SIZE, total, summand)
            }),
        };
        sum.checked_times(times)
    }
}

/// Elements whose sum cannot overflow, as [`Numeric::summand`] promises.
const EXACT: usize = 1 << 31;

/// The sum of integers: no more than `block` are added up without a look at overflow.
#[inline]
fn sum_in_blocks<U: Byte, W: Raw, S: Total, const R: usize>(
    units: &[U],
    geometry: &Fixed<R>,
    size: usize,
    block: usize,
    summand: impl Fn(W) -> S,
) -> Option<S> {
    let sum = |row, total| fold_row(units, row, size, total, |total, raw| total + summand(raw));
    if geometry.elements() <= block {
        return Some(fold_all_rows(units, geometry, S::default(), |total, _, row| sum(row, total)));
    }
    fold_all_rows(units, geometry, Some(S::default()), |total, _, row| {
        (0..row.length).step_by(block).try_fold(total?, |total, first| {
            let start = row.start.wrapping_add_signed((first as isize).wrapping_mul(row.stride));
            let part = Row { start, length: block.min(row.length - first), ..row };
            total.checked_add(sum(part, S::default()))
        })
    })
}

#[cold]
#[inline(never)]
#[track_caller]
fn overflow() -> ! {
    panic!("the sum does not fit 64 bits; `checked_sum` tells so, and `fold` adds up in any type")
}

/// Folds all rows, in C order, which are as long as they can be: short ones are slow.
#[inline]
fn fold_all_rows<U, A, const R: usize>(
    units: &[U],
    geometry: &Fixed<R>,
    init: A,
    mut each: impl FnMut(A, &[U], Row) -> A,
) -> A {
    Offsets::new(*geometry).fold_rows(init, |state, row| each(state, units, row.into()))
}

/// Whether it has no order, not even to itself.
fn is_nan<T: PartialOrd>(value: &T) -> bool {
    value.partial_cmp(value).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::element::Le;

    /// However the elements lie, and however few are added up at once.
    #[test]
    fn sums_in_blocks_are_sums() {
        let bytes: [u8; 60] = core::array::from_fn(|i| (i * 37) as u8);
        let cases = [
            ([3, 5], [20, 4], 0),
            ([5, 3], [4, 20], 0),
            ([4, 7], [-8, -1], 40),
            ([1, 9], [0, 6], 3),
            ([6, 2], [2, 0], 1),
        ];
        for (shape, strides, offset) in cases {
            let view = TypedView::<_, Le<u32>, 2>::strided(&bytes, shape, strides, offset).unwrap();
            let expected: u64 = view.iter().map(u64::from).sum();
            assert_eq!((view.sum(), view.checked_sum()), (expected, Some(expected)), "{shape:?}");
            for block in [1, 2, 3, 4, 7, 100] {
                let summand = |raw| u64::from(u32::from_le_bytes(raw));
                assert_eq!(
                    sum_in_blocks(&bytes, &view.geometry, 4, block, summand),
                    Some(expected),
                    "{shape:?} {block}"
                );
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_no_sum() {
        let ones = Fixed::row_major([6], 1).unwrap();
        for block in [1, 2, 5] {
            let sum = |each: u64| sum_in_blocks(&[1; 6], &ones, 1, block, move |_: [u8; 1]| each);
            assert_eq!(sum(u64::MAX / 6), Some(u64::MAX - u64::MAX % 6));
            if block == 1 {
                assert_eq!(sum(u64::MAX / 6 + 1), None);
            }
        }
        let signed = |each: i64| sum_in_blocks(&[1; 6], &ones, 1, 1, move |_: [u8; 1]| each);
        assert_eq!((signed(i64::MIN / 6), signed(i64::MIN / 6 - 1)), (Some(i64::MIN / 6 * 6), None));
    }

    #[cfg(target_pointer_width = "64")]
    #[test]
    fn repeated_elements_cost_no_more_than_their_bytes() {
        let view = TypedView::<_, Le<u32>>::from_bytes(&[0xff; 8]).unwrap().reshape([2, 1]).unwrap();
        let all = |count: usize| view.broadcast_to([2, count]).unwrap();
        assert_eq!(all(1 << 31).sum(), (1 << 32) * u64::from(u32::MAX));
        assert_eq!(all((1 << 31) + 1).checked_sum(), None);
        assert_eq!(all(0).checked_sum(), Some(0));
        let bytes = TypedView::<_, Le<i8>>::from_bytes(&[0x80]).unwrap();
        assert_eq!(bytes.broadcast_to([1 << 56]).unwrap().checked_sum(), Some(i64::MIN));
        assert_eq!(bytes.broadcast_to([(1 << 56) + 1]).unwrap().checked_sum(), None);
        let wide = TypedView::<_, Le<u64>>::from_bytes(&[0xff; 8]).unwrap();
        assert_eq!(wide.broadcast_to([1 << 50]).unwrap().sum(), u128::from(u64::MAX) << 50);
    }

    #[cfg(target_pointer_width = "64")]
    #[test]
    #[should_panic(expected = "the sum does not fit 64 bits")]
    fn sums_that_do_not_fit_panic_in_every_build() {
        let view = TypedView::<_, Le<u32>>::from_bytes(&[0xff; 4]).unwrap();
        view.broadcast_to([1 << 33]).unwrap().sum();
    }
}
