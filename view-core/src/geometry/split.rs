//! An axis cut in parts, and whether the parts lie apart in memory.

use super::{Geometry, GeometryError, check_axis, reach};
use crate::error::Numbers;

impl<S, T> Geometry<S, T>
where
    S: AsRef<[usize]> + AsMut<[usize]> + Clone,
    T: AsRef<[isize]> + AsMut<[isize]> + Clone,
{
    /// The indices of an axis before `at`, and the others.
    pub(crate) fn split_axis(&self, axis: usize, at: usize) -> Result<(Self, Self), GeometryError> {
        let length = self.shape.as_ref()[check_axis(axis, self.shape.as_ref().len())?];
        let rest = length.checked_sub(at).ok_or(GeometryError::Split { at, axis, length })?;
        Ok((self.clone().slice_axis(axis, 0, 1, at), self.clone().slice_axis(axis, at, 1, rest)))
    }

    /// How many parts of `size` indices an axis has; the last may be shorter.
    pub(crate) fn count_chunks(&self, axis: usize, size: usize) -> Result<usize, GeometryError> {
        let length = self.shape.as_ref()[check_axis(axis, self.shape.as_ref().len())?];
        if size == 0 { Err(GeometryError::Size { size, axis, length }) } else { Ok(length.div_ceil(size)) }
    }

    /// The part of this number, of those with `size` indices each; it exists.
    #[inline]
    pub(crate) fn chunk(&self, axis: usize, size: usize, number: usize) -> Self {
        let start = number * size;
        self.clone().slice_axis(axis, start, 1, size.min(self.shape.as_ref()[axis] - start))
    }

    /// That the parts of single indices of an axis lie one behind the other: none begins before another has ended.
    pub(crate) fn check_apart(&self, axis: usize, itemsize: usize) -> Result<(), GeometryError> {
        let one = self.clone().slice_axis(axis, 0, 1, self.shape.as_ref()[axis].min(1));
        let span = reach(one.shape.as_ref(), one.strides.as_ref(), one.offset, itemsize).map_or(0, |bytes| bytes.len());
        match self.shape.as_ref()[axis] < 2 || span <= self.strides.as_ref()[axis].unsigned_abs() {
            true => Ok(()),
            false => Err(GeometryError::Interleaved { axis, shape: Numbers::new(self.shape.as_ref()) }),
        }
    }

    /// Where to cut the bytes so that one part lies before and the other behind, and whether the first is the one before.
    /// `None` where they lie among each other.
    pub(crate) fn cut(first: &Self, second: &Self, itemsize: usize) -> Option<(usize, bool)> {
        let bytes = |of: &Self| reach(of.shape.as_ref(), of.strides.as_ref(), of.offset, itemsize);
        let (a, b) = (bytes(first)?, bytes(second)?);
        if b.is_empty() || a.is_empty() {
            // What has no bytes may stand anywhere.
            return Some(if b.is_empty() { (a.end, true) } else { (b.end, false) });
        }
        match (a.end <= b.start, b.end <= a.start) {
            (true, _) => Some((a.end, true)),
            (_, true) => Some((b.end, false)),
            _ => None,
        }
    }

    /// As seen from bytes that begin at `start`.
    pub(crate) fn seen_from(mut self, start: usize) -> Self {
        // Only a view without bytes can stand before.
        self.offset = self.offset.saturating_sub(start);
        self
    }
}
