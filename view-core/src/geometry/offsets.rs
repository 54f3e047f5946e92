//! Where each element starts, one after the other, from either end.

use core::ops::Range;

use super::Geometry;

/// The offsets of all elements, in C order. A step is an addition and a look at whether the row ends there; only then the
/// other axes are looked at.
#[derive(Clone)]
pub(crate) struct Offsets<S, T> {
    geometry: Geometry<S, T>,
    /// The numbers, in C order, of the elements that are still to come.
    left: Range<usize>,
    /// Elements of a row, and the bytes from one to the next.
    length: usize,
    stride: isize,
    /// The row of the element that comes next, and where that one starts.
    front: Row<S>,
    front_at: usize,
    /// The same from the end.
    back: Row<S>,
    back_at: usize,
}

/// All indices of the last axis.
#[derive(Clone)]
struct Row<S> {
    /// The index of its first element.
    index: S,
    /// Where that starts.
    at: usize,
    /// Its number in C order.
    number: usize,
}

impl<S, T> Offsets<S, T>
where
    S: AsRef<[usize]> + AsMut<[usize]> + Clone,
    T: AsRef<[isize]> + AsMut<[isize]> + Clone,
{
    #[inline(always)]
    pub(crate) fn new(geometry: Geometry<S, T>) -> Self {
        let elements = geometry.elements();
        // A view of no dimensions is a row of one element.
        let length = geometry.shape.as_ref().last().copied().unwrap_or(1);
        let stride = geometry.strides.as_ref().last().copied().unwrap_or(0);
        let mut front = Row { index: geometry.shape.clone(), at: geometry.offset, number: 0 };
        front.index.as_mut().fill(0);
        let (back, at) = (front.clone(), front.at);
        let mut offsets =
            Offsets { left: 0..elements, length, stride, front, front_at: at, back, back_at: at, geometry };
        if elements > 0 {
            offsets.turn_back();
        }
        offsets
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.left.len()
    }

    #[inline(always)]
    pub(crate) fn next(&mut self) -> Option<usize> {
        self.left.next()?;
        let at = self.front_at;
        self.front_at = at.wrapping_add_signed(self.stride);
        if self.has_rows() && self.left.start == self.front.number + self.length && !self.left.is_empty() {
            self.front.advance(&self.geometry, self.length);
            self.front_at = self.front.at;
        }
        Some(at)
    }

    #[inline(always)]
    pub(crate) fn next_back(&mut self) -> Option<usize> {
        self.left.next_back()?;
        let at = self.back_at;
        self.back_at = at.wrapping_sub(self.stride as usize);
        if self.has_rows() && self.left.end == self.back.number && !self.left.is_empty() {
            self.back.retreat(&self.geometry, self.length);
            self.back_at = self.in_row(&self.back, self.left.end - 1);
        }
        Some(at)
    }

    /// As [`Iterator::nth`], without a look at what is left out.
    #[inline]
    pub(crate) fn nth(&mut self, n: usize) -> Option<usize> {
        if n > 0 {
            self.left.nth(n - 1)?;
            if !self.left.is_empty() {
                self.front.move_to(self.left.start, &self.geometry);
                self.front_at = self.in_row(&self.front, self.left.start);
            }
        }
        self.next()
    }

    /// As [`DoubleEndedIterator::nth_back`], likewise.
    #[inline]
    pub(crate) fn nth_back(&mut self, n: usize) -> Option<usize> {
        if n > 0 {
            self.left.nth_back(n - 1)?;
            if !self.left.is_empty() {
                self.turn_back();
            }
        }
        self.next_back()
    }

    /// Whether there can be several rows, which the compiler knows where it knows the rank.
    #[inline(always)]
    fn has_rows(&self) -> bool {
        self.geometry.shape.as_ref().len() > 1
    }

    /// Sets the end to the last of the elements that are left; there is one.
    #[inline(always)]
    fn turn_back(&mut self) {
        self.back.move_to(self.left.end - 1, &self.geometry);
        self.back_at = self.in_row(&self.back, self.left.end - 1);
    }

    /// Where the element of this number starts, which lies in this row.
    #[inline(always)]
    fn in_row(&self, row: &Row<S>, number: usize) -> usize {
        row.at.wrapping_add_signed(((number - row.number) as isize).wrapping_mul(self.stride))
    }

    /// The index of the element that comes next, if there is one.
    #[inline]
    pub(crate) fn index(&self) -> S {
        Self::index_in(&self.front, self.left.start)
    }

    /// The index of the element that comes next from the end, if there is one.
    #[inline]
    pub(crate) fn index_back(&self) -> S {
        Self::index_in(&self.back, self.left.end.saturating_sub(1))
    }

    #[inline]
    fn index_in(row: &Row<S>, number: usize) -> S {
        let mut index = row.index.clone();
        if let Some(last) = index.as_mut().last_mut() {
            *last = number.saturating_sub(row.number);
        }
        index
    }

    /// The geometry, where nothing has been taken yet: then loops over it are faster.
    #[inline]
    pub(crate) fn untouched(&self) -> Option<&Geometry<S, T>> {
        (self.left.len() == self.geometry.elements()).then_some(&self.geometry)
    }
}

impl<S: AsRef<[usize]> + AsMut<[usize]>> Row<S> {
    /// The axes but the last, the fastest first. Plain numbers, so that the loops over them unroll where the rank is known,
    /// and all of this stays in registers.
    #[inline(always)]
    fn outer(&self) -> impl Iterator<Item = usize> + use<S> {
        (0..self.index.as_ref().len().saturating_sub(1)).rev()
    }

    /// On to the next row, which exists.
    #[inline(always)]
    fn advance<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>, row: usize) {
        self.number += row;
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

    /// Back to the row before, which exists.
    #[inline(always)]
    fn retreat<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>, row: usize) {
        self.number -= row;
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

    /// To the row of the element of this number, which exists.
    #[inline(always)]
    fn move_to<T: AsRef<[isize]>>(&mut self, number: usize, of: &Geometry<S, T>) {
        let row = of.shape.as_ref().last().copied().unwrap_or(1);
        (self.at, self.number) = (of.offset, number - number % row);
        let mut rows = number / row;
        for axis in self.outer() {
            let (length, stride) = (of.shape.as_ref()[axis], of.strides.as_ref()[axis]);
            let index = rows % length;
            rows /= length;
            self.index.as_mut()[axis] = index;
            self.at = self.at.wrapping_add_signed((index as isize).wrapping_mul(stride));
        }
    }
}
