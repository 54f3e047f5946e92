//! Operations on all elements of a view of scalars: they run through the kernels, a row at a time.

#[cfg(feature = "alloc")]
use alloc::vec::Vec;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Scalar;
use crate::kernel::{Row, fold_row, fold_rows};

/// Sums that grow side by side, so that no addition has to wait for the one before.
const LANES: usize = 8;

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

    #[inline]
    fn fold_rows<A>(&self, init: A, mut each: impl FnMut(A, &[B::Unit], Row) -> A) -> A {
        let units = self.bytes.units();
        let geometry = &self.geometry;
        fold_rows(&geometry.shape, &geometry.strides, geometry.offset, init, |state, row| each(state, units, row))
    }

    /// All values, in C order.
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn to_vec(&self) -> Vec<E::Value> {
        self.fold(Vec::with_capacity(self.geometry.elements()), |mut values, value| {
            values.push(value);
            values
        })
    }
}

// The bounds stand on the methods, so that a sum of strings is told as such.
impl<B: Bytes, E: crate::element::Element, const R: usize> TypedView<B, E, R> {
    /// The sum of all values, in a type wide enough: integers of up to 32 bits in `i64` or `u64`, those of 64 bits in
    /// `i128` or `u128`, floating-point numbers in `f64`, of `bool` the number of `true`.
    ///
    /// Each row is added up in eight interleaved lanes, which are then added up in order; that is the order of a
    /// floating-point sum. [`fold`](TypedView::fold) adds strictly one after the other.
    #[inline]
    pub fn sum<S>(&self) -> S
    where
        E: Scalar<Sum = S>,
        S: Copy + Default + core::ops::Add<Output = S>,
    {
        let order = self.order;
        self.fold_rows(S::default(), |total, units, row| {
            let lanes = [S::default(); LANES];
            let (lanes, _) = fold_row(units, row, E::SIZE, (lanes, 0_usize), |(mut lanes, lane), raw| {
                lanes[lane % LANES] = lanes[lane % LANES] + E::summand(E::decode(raw, order));
                (lanes, lane + 1)
            });
            lanes.into_iter().fold(total, |total, lane| total + lane)
        })
    }
}
