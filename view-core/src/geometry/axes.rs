//! Axes in another order, turned round, left out and added: the elements stay where they are.

use super::{Geometry, GeometryError, Grow, MAX_RANK, is_bounded};
use crate::error::Numbers;

/// `axis`, if a view of so many dimensions has it.
#[inline]
pub(crate) fn check_axis(axis: usize, dimensions: usize) -> Result<usize, GeometryError> {
    if axis < dimensions { Ok(axis) } else { Err(GeometryError::Axis { axis, dimensions }) }
}

/// The axes in another order: the first is what was `axes[0]`.
pub(crate) fn permute<G: Grow>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    axes: &[usize],
) -> Result<G::Out, GeometryError> {
    let mut seen = [false; MAX_RANK];
    let mut out = G::start();
    let is_new = |&axis: &usize| axis < shape.len() && !core::mem::replace(&mut seen[axis % MAX_RANK], true);
    if axes.len() != shape.len() || !axes.iter().all(is_new) {
        return Err(GeometryError::Permutation { axes: Numbers::new(axes), dimensions: shape.len() });
    }
    axes.iter().for_each(|&axis| out.push(shape[axis], strides[axis]));
    out.finish(offset)
}

/// Axes of length 1 left out.
#[cfg(feature = "alloc")]
pub(crate) fn squeeze<G: Grow>(shape: &[usize], strides: &[isize], offset: usize) -> Result<G::Out, GeometryError> {
    let mut out = G::start();
    let axes = shape.iter().zip(strides).filter(|(length, _)| **length != 1);
    axes.for_each(|(&length, &stride)| out.push(length, stride));
    out.finish(offset)
}

/// One axis more, of `length` elements `stride` bytes apart, in front of `axis` or behind the last.
pub(crate) fn insert_axis<G: Grow>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    axis: usize,
    (length, stride): (usize, isize),
) -> Result<G::Out, GeometryError> {
    check_axis(axis, shape.len() + 1)?;
    let mut out = G::start();
    let axes = shape.iter().copied().zip(strides.iter().copied());
    axes.clone().take(axis).for_each(|(length, stride)| out.push(length, stride));
    out.push(length, stride);
    axes.skip(axis).for_each(|(length, stride)| out.push(length, stride));
    out.finish(offset)
}

/// The same elements repeated to a larger shape, by strides of 0: numpy's rule.
pub(crate) fn broadcast<G: Grow>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    itemsize: usize,
    to: &[usize],
) -> Result<G::Out, GeometryError> {
    let cannot = || GeometryError::Broadcast { from: Numbers::new(shape), to: Numbers::new(to) };
    let added = to.len().checked_sub(shape.len()).ok_or_else(cannot)?;
    if !is_bounded(to.iter().copied(), itemsize) {
        return Err(GeometryError::TooLarge { shape: Numbers::new(to) });
    }
    let mut out = G::start();
    to[..added].iter().for_each(|&length| out.push(length, 0));
    for ((&length, &stride), &to) in shape.iter().zip(strides).zip(&to[added..]) {
        match length {
            _ if length == to => out.push(length, stride),
            1 => out.push(to, 0),
            _ => return Err(cannot()),
        }
    }
    out.finish(offset)
}

/// Every run of `size` elements along an axis: the axis counts the runs, and a new one at the end is the run.
pub(crate) fn windows<G: Grow>(
    shape: &[usize],
    strides: &[isize],
    offset: usize,
    itemsize: usize,
    axis: usize,
    size: usize,
) -> Result<G::Out, GeometryError> {
    let (length, stride) = (shape[check_axis(axis, shape.len())?], strides[axis]);
    if size == 0 || size > length {
        return Err(GeometryError::Size { size, axis, length });
    }
    let runs = length - size + 1;
    let lengths = shape.iter().enumerate().map(|(i, &length)| if i == axis { runs } else { length });
    if !is_bounded(lengths.chain([size]), itemsize) {
        return Err(GeometryError::TooLarge { shape: Numbers::new(&[runs, size]) });
    }
    let mut out = G::start();
    for (i, (&length, &stride)) in shape.iter().zip(strides).enumerate() {
        out.push(if i == axis { runs } else { length }, stride);
    }
    out.push(size, stride);
    out.finish(offset)
}

impl<S: AsRef<[usize]> + AsMut<[usize]>, T: AsRef<[isize]> + AsMut<[isize]>> Geometry<S, T> {
    /// One axis turned round: its last index first.
    pub(crate) fn flip(mut self, axis: usize) -> Result<Self, GeometryError> {
        let length = self.shape.as_ref()[check_axis(axis, self.shape.as_ref().len())?];
        let stride = self.strides.as_ref()[axis];
        if self.elements() > 0 {
            self.offset = self.offset.wrapping_add_signed((length as isize - 1).wrapping_mul(stride));
        }
        self.strides.as_mut()[axis] = stride.wrapping_neg();
        Ok(self)
    }

    /// The elements with one index along an axis, without that axis.
    pub(crate) fn index_axis<G: Grow>(&self, axis: usize, index: usize) -> Result<G::Out, GeometryError> {
        let (shape, strides) = (self.shape.as_ref(), self.strides.as_ref());
        let (length, stride) = (shape[check_axis(axis, shape.len())?], strides[axis]);
        if index >= length {
            let index = isize::try_from(index).unwrap_or(isize::MAX);
            return Err(GeometryError::Index { index, axis, length });
        }
        let mut out = G::start();
        let mut is_empty = false;
        for (i, (&length, &stride)) in shape.iter().zip(strides).enumerate() {
            if i != axis {
                out.push(length, stride);
                is_empty |= length == 0;
            }
        }
        let shift = if is_empty { 0 } else { (index as isize).wrapping_mul(stride) };
        out.finish(self.offset.wrapping_add_signed(shift))
    }

    /// Two axes in each other's place.
    pub(crate) fn swap_axes(mut self, a: usize, b: usize) -> Result<Self, GeometryError> {
        let rank = self.shape.as_ref().len();
        let (a, b) = (check_axis(a, rank)?, check_axis(b, rank)?);
        self.shape.as_mut().swap(a, b);
        self.strides.as_mut().swap(a, b);
        Ok(self)
    }
}
