//! Where each element starts, one after the other, from either end.

use core::ops::Range;

use super::Geometry;

/// The offsets of all elements, in C order. A step costs an addition; only where a row ends, another.
#[derive(Clone)]
pub(crate) struct Offsets<S, T> {
    geometry: Geometry<S, T>,
    /// The numbers, in C order, of the elements that are still to come.
    left: Range<usize>,
    front: Cursor<S>,
    back: Cursor<S>,
}

/// An element: its index, and where it starts.
#[derive(Clone)]
struct Cursor<S> {
    index: S,
    at: usize,
}

impl<S, T> Offsets<S, T>
where
    S: AsRef<[usize]> + AsMut<[usize]> + Clone,
    T: AsRef<[isize]> + AsMut<[isize]> + Clone,
{
    #[inline]
    pub(crate) fn new(geometry: Geometry<S, T>) -> Self {
        let elements = geometry.elements();
        let mut first = Cursor { index: geometry.shape.clone(), at: geometry.offset };
        first.index.as_mut().fill(0);
        let mut last = first.clone();
        if let Some(number) = elements.checked_sub(1) {
            last.move_to(number, &geometry);
        }
        Offsets { left: 0..elements, front: first, back: last, geometry }
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.left.len()
    }

    #[inline]
    pub(crate) fn next(&mut self) -> Option<usize> {
        self.left.next()?;
        let at = self.front.at;
        self.front.advance(&self.geometry);
        Some(at)
    }

    #[inline]
    pub(crate) fn next_back(&mut self) -> Option<usize> {
        self.left.next_back()?;
        let at = self.back.at;
        self.back.retreat(&self.geometry);
        Some(at)
    }

    /// As [`Iterator::nth`], without a look at what is left out.
    #[inline]
    pub(crate) fn nth(&mut self, n: usize) -> Option<usize> {
        if n > 0 {
            self.left.nth(n - 1)?;
            if !self.left.is_empty() {
                self.front.move_to(self.left.start, &self.geometry);
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
                self.back.move_to(self.left.end - 1, &self.geometry);
            }
        }
        self.next_back()
    }

    /// The index of the element that comes next.
    #[inline]
    pub(crate) fn index(&self) -> &S {
        &self.front.index
    }

    /// The index of the element that comes next from the end.
    #[inline]
    pub(crate) fn index_back(&self) -> &S {
        &self.back.index
    }

    /// The geometry, where nothing has been taken yet: then loops over it are faster.
    #[inline]
    pub(crate) fn untouched(&self) -> Option<&Geometry<S, T>> {
        (self.left.len() == self.geometry.elements()).then_some(&self.geometry)
    }
}

/// An axis: index, length, stride.
type Axis<'c> = (&'c mut usize, usize, isize);

impl<S: AsRef<[usize]> + AsMut<[usize]>> Cursor<S> {
    /// The axes, the fastest first.
    #[inline(always)]
    fn axes<'c, T: AsRef<[isize]>>(index: &'c mut S, of: &'c Geometry<S, T>) -> impl Iterator<Item = Axis<'c>> {
        let (shape, strides) = (of.shape.as_ref().iter(), of.strides.as_ref().iter());
        index.as_mut().iter_mut().zip(shape).zip(strides).rev().map(|((i, length), stride)| (i, *length, *stride))
    }

    /// On to the next element; past the last one it stands anywhere.
    #[inline(always)]
    fn advance<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>) {
        for (index, length, stride) in Self::axes(&mut self.index, of) {
            *index += 1;
            if *index < length {
                self.at = self.at.wrapping_add_signed(stride);
                return;
            }
            *index = 0;
            self.at = self.at.wrapping_sub(stride.wrapping_mul(length as isize - 1) as usize);
        }
    }

    /// Back to the one before; before the first one it stands anywhere.
    #[inline(always)]
    fn retreat<T: AsRef<[isize]>>(&mut self, of: &Geometry<S, T>) {
        for (index, length, stride) in Self::axes(&mut self.index, of) {
            if *index > 0 {
                *index -= 1;
                self.at = self.at.wrapping_sub(stride as usize);
                return;
            }
            *index = length - 1;
            self.at = self.at.wrapping_add_signed(stride.wrapping_mul(length as isize - 1));
        }
    }

    /// To the element of this number, which exists.
    #[inline]
    fn move_to<T: AsRef<[isize]>>(&mut self, mut number: usize, of: &Geometry<S, T>) {
        self.at = of.offset;
        for (index, length, stride) in Self::axes(&mut self.index, of) {
            *index = number % length;
            number /= length;
            self.at = self.at.wrapping_add_signed((*index as isize).wrapping_mul(stride));
        }
    }
}
