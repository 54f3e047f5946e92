//! The axes of an operation on the elements of two geometries of one shape, as few and as simple as they can be.
//!
//! Where the order of the elements makes no difference, axes are turned round, sorted and merged: a transposed view copied
//! into a transposed view is one run of bytes, an image read backwards in both directions one row.

use smallvec::SmallVec;

/// One axis: how many elements, and the bytes from one to the next in each of the two geometries.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Axis {
    pub(crate) length: usize,
    pub(crate) a: isize,
    pub(crate) b: isize,
}

/// The axes, the outermost first, and where the first element starts in each geometry.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Axes {
    pub(crate) axes: SmallVec<[Axis; 4]>,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

impl Axes {
    /// The axes of two geometries of one shape, each given as strides and offset; `None` where there are no elements.
    pub(crate) fn new(shape: &[usize], a: (&[isize], usize), b: (&[isize], usize)) -> Option<Axes> {
        let axes = shape.iter().zip(a.0).zip(b.0).filter(|((length, _), _)| **length != 1);
        let axes = axes.map(|((&length, &a), &b)| Axis { length, a, b }).collect();
        (!shape.contains(&0)).then_some(Axes { axes, a: a.1, b: b.1 })
    }

    /// The same elements, of each of them `count` parts that lie one after the other: fields that repeat.
    pub(crate) fn with_parts(mut self, count: usize, a_size: usize, b_size: usize) -> Axes {
        if count > 1 {
            self.axes.push(Axis { length: count, a: a_size as isize, b: b_size as isize });
        }
        self
    }

    /// The same pairs of elements in another order: `b` only upwards, its greatest strides outside, neighbours merged.
    pub(crate) fn simplify(mut self) -> Axes {
        for axis in &mut self.axes {
            if axis.b < 0 || (axis.b == 0 && axis.a < 0) {
                let last = (axis.length - 1) as isize;
                self.a = self.a.wrapping_add_signed(axis.a.wrapping_mul(last));
                self.b = self.b.wrapping_add_signed(axis.b.wrapping_mul(last));
                (axis.a, axis.b) = (-axis.a, -axis.b);
            }
        }
        if self.axes.len() < 2 {
            return self;
        }
        self.axes.sort_by_key(|axis| core::cmp::Reverse((axis.b, axis.a.unsigned_abs())));
        self.merge()
    }

    /// Neighbours that step on where the other one ends become one axis. The order stays.
    pub(crate) fn merge(mut self) -> Axes {
        let mut merged: SmallVec<[Axis; 4]> = SmallVec::new();
        for &axis in &self.axes {
            let length = axis.length as isize;
            match merged.last_mut() {
                Some(outer)
                    if axis.a.checked_mul(length) == Some(outer.a) && axis.b.checked_mul(length) == Some(outer.b) =>
                {
                    *outer = Axis { length: outer.length * axis.length, ..axis };
                }
                _ => merged.push(axis),
            }
        }
        self.axes = merged;
        self
    }

    /// Whether no two elements of `b` share a byte, so that they can be written in any order. Of axes that
    /// [`simplify`](Axes::simplify) has sorted.
    pub(crate) fn is_apart(&self, size: usize) -> bool {
        let mut extent = size as isize;
        self.axes.iter().rev().all(|axis| {
            let apart = axis.b >= extent;
            extent = extent.saturating_add(axis.b.saturating_mul(axis.length as isize - 1));
            apart
        })
    }

    /// Takes the innermost axis away if its elements of `size` bytes lie one after the other in both geometries; the bytes
    /// that can then be taken at once.
    pub(crate) fn take_run(&mut self, size: usize) -> usize {
        match self.axes.last() {
            Some(axis) if axis.a == size as isize && axis.b == size as isize => {
                let length = axis.length;
                self.axes.pop();
                size * length
            }
            _ => size,
        }
    }

    /// Takes the innermost axis away; one of a single element where there is none.
    pub(crate) fn take_row(&mut self) -> Axis {
        self.axes.pop().unwrap_or(Axis { length: 1, a: 0, b: 0 })
    }

    /// Calls `each` with the two offsets of every element, as long as it says so.
    pub(crate) fn all(&self, each: &mut impl FnMut(usize, usize) -> bool) -> bool {
        all(&self.axes, self.a, self.b, each)
    }

    /// Calls `each` with the two offsets of every element.
    pub(crate) fn each(&self, mut each: impl FnMut(usize, usize)) {
        self.all(&mut |a, b| {
            each(a, b);
            true
        });
    }
}

fn all(axes: &[Axis], a: usize, b: usize, each: &mut impl FnMut(usize, usize) -> bool) -> bool {
    match axes {
        [] => each(a, b),
        [axis] => (0..axis.length as isize).all(|i| {
            each(a.wrapping_add_signed(i.wrapping_mul(axis.a)), b.wrapping_add_signed(i.wrapping_mul(axis.b)))
        }),
        [axis, axes @ ..] => (0..axis.length as isize).all(|i| {
            let a = a.wrapping_add_signed(i.wrapping_mul(axis.a));
            all(axes, a, b.wrapping_add_signed(i.wrapping_mul(axis.b)), each)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        shape: &[usize],
        a: (&[isize], usize),
        b: (&[isize], usize),
        axes: &[(usize, isize, isize)],
        at: [usize; 2],
    ) {
        let found = Axes::new(shape, a, b).unwrap().simplify();
        let found_axes: std::vec::Vec<_> = found.axes.iter().map(|axis| (axis.length, axis.a, axis.b)).collect();
        assert_eq!((&found_axes[..], [found.a, found.b]), (axes, at));
    }

    #[test]
    fn geometries_become_simple() {
        check(&[3, 4], (&[16, 4], 0), (&[16, 4], 0), &[(12, 4, 4)], [0, 0]);
        check(&[3, 4], (&[-16, -4], 44), (&[16, 4], 0), &[(12, -4, 4)], [44, 0]);
        check(&[3, 4], (&[16, 4], 0), (&[-16, -4], 44), &[(12, -4, 4)], [44, 0]);
        check(&[4, 3], (&[4, 16], 0), (&[4, 16], 8), &[(12, 4, 4)], [0, 8]);
        check(&[3, 1, 4], (&[16, 99, 4], 0), (&[16, 7, 4], 0), &[(12, 4, 4)], [0, 0]);
        check(&[4, 3], (&[4, 16], 0), (&[12, 4], 0), &[(4, 4, 12), (3, 16, 4)], [0, 0]);
        check(&[3, 2, 2], (&[1, 6, 3], 0), (&[4, 2, 1], 0), &[(3, 1, 4), (4, 3, 1)], [0, 0]);
        check(&[2, 3], (&[0, 4], 0), (&[12, 4], 0), &[(2, 0, 12), (3, 4, 4)], [0, 0]);
        assert!(Axes::new(&[2, 0], (&[1, 1], 0), (&[1, 1], 0)).is_none());
    }

    #[test]
    fn elements_that_share_bytes_are_told() {
        let is_apart =
            |strides: &[isize], size| Axes::new(&[3, 2], (&[0, 0], 0), (strides, 9)).unwrap().simplify().is_apart(size);
        assert!(is_apart(&[4, 2], 2) && is_apart(&[2, 6], 2) && is_apart(&[-4, 2], 2));
        assert!(!is_apart(&[4, 2], 3) && !is_apart(&[2, 2], 2) && !is_apart(&[0, 2], 2) && !is_apart(&[2, 3], 2));
    }
}
