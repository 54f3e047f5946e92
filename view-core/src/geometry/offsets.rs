//! Where each element starts, one after the other, from either end.
//!
//! The elements go by in rows, as long ones as there are: neighbouring axes that step on where the other ends are one, so that
//! packed elements of any shape are one row. Each end counts down what is left of the row that it is in, and a step is no more
//! than that and an addition. Only where nothing is left it looks for another row: the next one between the ends, and when there is
//! none, what the other end has left of its own.

use core::ops::Range;

use super::Geometry;

/// The offsets of all elements, in C order.
#[derive(Clone)]
pub(crate) struct Offsets<S, T> {
    /// With all axes that the rows are made of in the last one, and length 1 in place of them.
    geometry: Geometry<S, T>,
    /// Elements of a row, and the bytes from one to the next.
    length: usize,
    stride: isize,
    /// The numbers of the rows that neither end is in.
    rows: Range<usize>,
    /// The first and the last of these rows, if there are any.
    first: Row<S>,
    last: Row<S>,
    /// What is left of the row that the front is in, in order.
    front: Run,
    /// What is left of the row that the end is in, from its end.
    back: Run,
}

/// All indices of the last axis.
#[derive(Clone)]
struct Row<S> {
    /// The index of its first element.
    index: S,
    /// Where that starts.
    at: usize,
}

/// Some elements of a row that are still to come.
#[derive(Clone, Copy)]
struct Run {
    /// Where the one starts that comes next.
    at: usize,
    left: usize,
}

impl<S, T> Offsets<S, T>
where
    S: AsRef<[usize]> + AsMut<[usize]> + Clone,
    T: AsRef<[isize]> + AsMut<[isize]> + Clone,
{
    #[inline(always)]
    pub(crate) fn new(mut geometry: Geometry<S, T>) -> Self {
        let elements = geometry.elements();
        if elements > 0 {
            merge(&mut geometry);
        }
        // A view of no dimensions is a row of one element.
        let length = geometry.shape.as_ref().last().copied().unwrap_or(1);
        let rows = 0..elements.checked_div(length).unwrap_or(0);
        let stride = geometry.strides.as_ref().last().copied().unwrap_or(0);
        let mut first = Row { index: geometry.shape.clone(), at: geometry.offset };
        first.index.as_mut().fill(0);
        let mut last = first.clone();
        if !rows.is_empty() {
            last.retreat(&geometry);
        }
        let none = Run { at: geometry.offset, left: 0 };
        let mut offsets = Offsets { length, stride, rows, first, last, front: none, back: none, geometry };
        if offsets.geometry.shape.as_ref().len() < 2 {
            // So that a single row is nothing but a row to the compiler.
            offsets.next_row();
        }
        offsets
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.front.left + self.rows.len() * self.length + self.back.left
    }

    #[inline(always)]
    pub(crate) fn next(&mut self) -> Option<usize> {
        if self.front.left == 0 && !self.next_row() {
            return None;
        }
        Some(self.front.step(self.stride))
    }

    #[inline(always)]
    pub(crate) fn next_back(&mut self) -> Option<usize> {
        if self.back.left == 0 && !self.next_row_back() {
            return None;
        }
        Some(self.back.step(self.stride.wrapping_neg()))
    }

    /// As [`Iterator::nth`], without a look at what is left out.
    #[inline]
    pub(crate) fn nth(&mut self, n: usize) -> Option<usize> {
        let Some(mut n) = n.checked_sub(self.front.left) else {
            self.front.skip(n, self.stride);
            return self.next();
        };
        self.front.left = 0;
        let rows = n.checked_div(self.length).unwrap_or(0).min(self.rows.len());
        if rows > 0 {
            self.rows.start += rows;
            self.first.move_to(self.rows.start, &self.geometry);
            n -= rows * self.length;
        }
        if !self.next_row() || n >= self.front.left {
            self.front.left = 0;
            return None;
        }
        self.front.skip(n, self.stride);
        self.next()
    }

    /// As [`DoubleEndedIterator::nth_back`], likewise.
    #[inline]
    pub(crate) fn nth_back(&mut self, n: usize) -> Option<usize> {
        let back = self.stride.wrapping_neg();
        let Some(mut n) = n.checked_sub(self.back.left) else {
            self.back.skip(n, back);
            return self.next_back();
        };
        self.back.left = 0;
        let rows = n.checked_div(self.length).unwrap_or(0).min(self.rows.len());
        if rows > 0 {
            self.rows.end -= rows;
            self.last.move_to(self.rows.end.saturating_sub(1), &self.geometry);
            n -= rows * self.length;
        }
        if !self.next_row_back() || n >= self.back.left {
            self.back.left = 0;
            return None;
        }
        self.back.skip(n, back);
        self.next_back()
    }

    /// Calls `each` with all that is left, a row at a time: where its first element starts, the bytes from one to the next, and
    /// how many there are.
    #[inline]
    pub(crate) fn fold_rows<A>(mut self, init: A, mut each: impl FnMut(A, (usize, isize, usize)) -> A) -> A {
        let mut state = init;
        while self.front.left > 0 || self.next_row() {
            let Run { at, left } = self.front;
            state = each(state, (at, self.stride, left));
            self.front.left = 0;
        }
        state
    }

    /// As [`fold_rows`](Offsets::fold_rows), from the end.
    #[inline]
    pub(crate) fn rfold_rows<A>(mut self, init: A, mut each: impl FnMut(A, (usize, isize, usize)) -> A) -> A {
        let mut state = init;
        while self.back.left > 0 || self.next_row_back() {
            let Run { at, left } = self.back;
            state = each(state, (at, self.stride.wrapping_neg(), left));
            self.back.left = 0;
        }
        state
    }

    /// Finds the front another row; whether there is one.
    #[inline(always)]
    fn next_row(&mut self) -> bool {
        rare();
        if self.rows.next().is_some() {
            self.front = Run { at: self.first.at, left: self.length };
            self.first.advance(&self.geometry);
            return true;
        }
        self.front = self.back.reverse(self.stride.wrapping_neg());
        self.back.left = 0;
        self.front.left > 0
    }

    /// Finds the end another row; whether there is one.
    #[inline(always)]
    fn next_row_back(&mut self) -> bool {
        if self.rows.next_back().is_some() {
            self.back = Run { at: self.last.at, left: self.length }.reverse(self.stride);
            self.last.retreat(&self.geometry);
            return true;
        }
        self.back = self.front.reverse(self.stride);
        self.front.left = 0;
        self.back.left > 0
    }
}

/// Says that the way here is not often taken, so that the compiler keeps it out of the loop over a row.
#[cold]
#[inline]
fn rare() {}

/// Makes the last axis as long as a row can be. There are elements.
#[inline(always)]
fn merge<S, T>(geometry: &mut Geometry<S, T>)
where
    S: AsRef<[usize]> + AsMut<[usize]>,
    T: AsRef<[isize]> + AsMut<[isize]>,
{
    let (shape, strides) = (geometry.shape.as_mut(), geometry.strides.as_mut());
    let Some(last) = shape.len().checked_sub(1) else { return };
    // All axes are looked at, so that the loop unrolls where the rank is known, and the numbers stay in registers.
    let mut steps_on = true;
    for axis in (0..last).rev() {
        if shape[last] == 1 {
            strides[last] = strides[axis];
        } else if shape[axis] != 1 {
            steps_on &= strides[last].checked_mul(shape[last] as isize) == Some(strides[axis]);
        }
        if steps_on {
            shape[last] *= shape[axis];
            shape[axis] = 1;
        }
    }
}

impl Run {
    /// The next one, if there is one.
    #[inline(always)]
    fn step(&mut self, stride: isize) -> usize {
        let at = self.at;
        self.skip(1, stride);
        at
    }

    /// Leaves out so many, which there are.
    #[inline(always)]
    fn skip(&mut self, count: usize, stride: isize) {
        self.left -= count;
        self.at = self.at.wrapping_add_signed((count as isize).wrapping_mul(stride));
    }

    /// The same from the other end.
    #[inline(always)]
    fn reverse(self, stride: isize) -> Run {
        let before_last = self.left.saturating_sub(1) as isize;
        Run { at: self.at.wrapping_add_signed(before_last.wrapping_mul(stride)), ..self }
    }
}

impl<S: AsRef<[usize]> + AsMut<[usize]>> Row<S> {
    /// The axes but the last, the fastest first. Plain numbers, so that the loops over them unroll where the rank is known,
    /// and all of this stays in registers.
    #[inline(always)]
    fn outer(&self) -> impl Iterator<Item = usize> + use<S> {
        (0..self.index.as_ref().len().saturating_sub(1)).rev()
    }

    /// On to the next row; from the last one to the first.
    #[inline(always)]
    fn advance<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>) {
        for axis in self.outer() {
            let (length, stride) = (of.shape.as_ref()[axis], of.strides.as_ref()[axis]);
            let index = &mut self.index.as_mut()[axis];
            *index += 1;
            if *index < length {
                self.at = self.at.wrapping_add_signed(stride);
                return;
            }
            *index = 0;
            self.at = self.at.wrapping_sub(stride.wrapping_mul(length as isize - 1) as usize);
        }
    }

    /// Back to the row before; from the first one to the last.
    #[inline(always)]
    fn retreat<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>) {
        for axis in self.outer() {
            let (length, stride) = (of.shape.as_ref()[axis], of.strides.as_ref()[axis]);
            let index = &mut self.index.as_mut()[axis];
            if *index > 0 {
                *index -= 1;
                self.at = self.at.wrapping_sub(stride as usize);
                return;
            }
            *index = length - 1;
            self.at = self.at.wrapping_add_signed(stride.wrapping_mul(length as isize - 1));
        }
    }

    /// To the row of this number.
    #[inline(always)]
    fn move_to<T: AsRef<[isize]>>(&mut self, number: usize, of: &Geometry<S, T>) {
        self.at = of.offset;
        let mut rows = number;
        for axis in self.outer() {
            let (length, stride) = (of.shape.as_ref()[axis], of.strides.as_ref()[axis]);
            let index = rows % length;
            rows /= length;
            self.index.as_mut()[axis] = index;
            self.at = self.at.wrapping_add_signed((index as isize).wrapping_mul(stride));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    /// Shapes of which some axes are one, with gaps, backwards, repeated, and of length 1 and 0; from either end by turns of all kinds.
    #[test]
    fn elements_come_in_order_from_either_end() {
        let lengths: [usize; 5] = [0, 1, 2, 3, 5];
        let strides = [-6, -2, 0, 2, 4, 6, 10];
        let mut seed = 1_u32;
        let mut random = move |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize % below
        };
        for _ in 0..20_000 {
            let geometry = Geometry {
                shape: [0; 3].map(|_| lengths[random(5)]),
                strides: [0; 3].map(|_| strides[random(7)]),
                offset: 1000,
            };
            let index = |number: usize| {
                let [_, b, c] = geometry.shape;
                [number / (b * c), number / c % b, number % c]
            };
            let expected: Vec<_> =
                (0..geometry.elements()).filter_map(|number| geometry.locate(&index(number))).collect();
            let (mut offsets, mut left) = (Offsets::new(geometry), expected.iter().copied());
            for _ in 0..random(8) {
                assert_eq!(offsets.len(), left.len());
                let (n, from) = (random(7), offsets.clone());
                let (ours, theirs) = match random(4) {
                    0 => (offsets.next(), left.next()),
                    1 => (offsets.next_back(), left.next_back()),
                    2 => (offsets.nth(n), left.nth(n)),
                    _ => (offsets.nth_back(n), left.nth_back(n)),
                };
                assert_eq!(ours, theirs, "{geometry:?} {n}, {} left", from.len());
            }
            let elements = |mut all: Vec<usize>, (at, stride, left): (usize, isize, usize)| {
                all.extend((0..left as isize).map(|i| at.wrapping_add_signed(i * stride)));
                all
            };
            assert_eq!(
                offsets.clone().fold_rows(Vec::new(), elements),
                left.clone().collect::<Vec<_>>(),
                "{geometry:?}"
            );
            assert_eq!(offsets.rfold_rows(Vec::new(), elements), left.rev().collect::<Vec<_>>(), "{geometry:?}");
        }
    }
}
