//! Search by value: how often, where, whether.

use core::ops::ControlFlow;

use super::TypedView;
use crate::bytes::Bytes;
use crate::element::Scalar;
use crate::geometry::renumber;
use crate::kernel::{Row, fold_row};

/// Elements that are searched before the search may end.
const SEARCHED: usize = 256;

impl<B: Bytes, E: Scalar, const R: usize> TypedView<B, E, R> {
    /// How many elements equal a value. NaN is equal to nothing.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u16>>::from_bytes(b"\x01\0\x02\0\x01\0")?;
    /// assert_eq!((numbers.count(1), numbers.contains(2), numbers.index(3)), (2, true, None));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn count(&self, value: E::Value) -> usize
    where
        E::Value: PartialEq,
    {
        let (view, times) = self.once();
        view.fold(0, |count, other| count + usize::from(other == value)) * times
    }

    /// The number of the first element that equals a value; elements are numbered in C order, which of one dimension is the index.
    #[inline]
    pub fn index(&self, value: E::Value) -> Option<usize>
    where
        E::Value: PartialEq,
    {
        let (view, order) = (self.once().0, self.order);
        let found = view.try_fold_rows(0, |before, units, row| {
            // Rows in parts, so that the search ends soon after the first one.
            for first in (0..row.length).step_by(SEARCHED) {
                let length = SEARCHED.min(row.length - first);
                let start = row.start.wrapping_add_signed((first as isize).wrapping_mul(row.stride));
                let part = Row { start, length, ..row };
                let mut place = before + first;
                let found = fold_row(units, part, E::SIZE, None, |found: Option<usize>, raw| {
                    let equal = E::decode(raw, order) == value;
                    place += 1;
                    found.or(if equal { Some(place - 1) } else { None })
                });
                if let Some(place) = found {
                    return ControlFlow::Break(place);
                }
            }
            ControlFlow::Continue(before + row.length)
        });
        found.break_value().map(|number| renumber(number, &view.geometry.shape, &self.geometry.shape))
    }

    /// Whether an element equals a value.
    #[inline]
    pub fn contains(&self, value: E::Value) -> bool
    where
        E::Value: PartialEq,
    {
        self.index(value).is_some()
    }

    fn try_fold_rows<A, T>(
        &self,
        init: A,
        mut each: impl FnMut(A, &[B::Unit], Row) -> ControlFlow<T, A>,
    ) -> ControlFlow<T, A> {
        self.fold_rows(ControlFlow::Continue(init), |state, units, row| match state {
            ControlFlow::Continue(state) => each(state, units, row),
            found => found,
        })
    }
}
