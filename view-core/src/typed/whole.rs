//! Operations on all elements of a view of scalars: they run through the kernels, a row at a time.

#[cfg(feature = "alloc")]
use alloc::{vec, vec::Vec};

use super::TypedView;
use crate::bytes::Bytes;
#[cfg(feature = "alloc")]
use crate::element::Raw;
use crate::element::{Element, Scalar};
use crate::kernel::{Row, fold_row, fold_rows, sum_row};

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
        if R != 1 && geometry.is_row_major(E::SIZE) {
            // All one row: short rows are slow.
            let row = Row { start: geometry.offset, stride: E::SIZE as isize, length: geometry.elements() };
            return each(init, units, row);
        }
        fold_rows(&geometry.shape, &geometry.strides, geometry.offset, init, |state, row| each(state, units, row))
    }

    /// All values, in C order.
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn to_vec(&self) -> Vec<E::Value> {
        let (elements, order) = (self.geometry.elements(), self.order);
        if elements == 0 {
            return Vec::new();
        }
        // Filled first, so that each value is stored without a test for room.
        let first = E::decode(E::Raw::load(&self.bytes, self.geometry.offset), order);
        let mut values = vec![first; elements];
        let mut rest = values.iter_mut();
        self.fold((), |(), value| {
            if let Some(place) = rest.next() {
                *place = value;
            }
        });
        values
    }
}

// The bounds stand on the methods, so that a sum of strings is told as such.
impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The sum of all values, in a type wide enough: integers of up to 32 bits in `i64` or `u64`, those of 64 bits in
    /// `i128` or `u128`, floating-point numbers in `f64`, of `bool` the number of `true`.
    ///
    /// Floating-point numbers are added up row by row in eight interleaved lanes, which are then added up in order; elements that
    /// lie one after the other are one row. [`fold`](TypedView::fold) adds strictly one after the other.
    #[inline]
    pub fn sum<S>(&self) -> S
    where
        E: Scalar<Sum = S>,
        S: Copy + Default + core::ops::Add<Output = S>,
    {
        let order = self.order;
        self.fold_rows(S::default(), |total, units, row| {
            let summand = |raw| E::summand(E::decode(raw, order));
            if E::EXACT {
                fold_row(units, row, E::SIZE, total, |total, raw| total + summand(raw))
            } else {
                sum_row(units, row, E::SIZE, total, summand)
            }
        })
    }
}
