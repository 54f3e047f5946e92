//! Which indices are worth printing of views that have many.

/// How many indices are shown at the start and at the end of one axis; all, where they do not leave any out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Shown {
    head: usize,
    tail: usize,
}

/// The most elements that are printed, of a view of any shape: also of one that has a million million of them, all in one place.
const MOST: usize = 1000;

/// Axes that show two indices, where there are very many axes: 2^9 of them are [`MOST`] at most.
const INNER: usize = 9;

impl Shown {
    /// How much of an axis of `length` is shown, of a view of this shape. All axes of a view are cut alike: as little as makes the
    /// elements shown few.
    pub(crate) fn of(shape: &[usize], axis: usize) -> Shown {
        let level = (0..3).find(|&level| {
            let mut shown = shape.iter().map(|&length| Shown::at_level(length, level).count(length));
            shown.try_fold(1_usize, |all, shown| all.checked_mul(shown)).is_some_and(|all| all <= MOST)
        });
        match (level, shape.get(axis)) {
            (_, None) => Shown { head: 0, tail: 0 },
            (Some(level), Some(&length)) => Shown::at_level(length, level),
            (None, Some(_)) if shape.len() - axis > INNER => Shown { head: 1, tail: 0 },
            (None, Some(&length)) => Shown::at_level(length, 2),
        }
    }

    /// How much is shown of fields, of which those of a usual record all are.
    #[cfg(feature = "alloc")]
    pub(crate) fn most(length: usize) -> Shown {
        if length <= 64 { Shown { head: length, tail: 0 } } else { Shown { head: 24, tail: 8 } }
    }

    fn at_level(length: usize, level: usize) -> Shown {
        let (whole, edge) = [(16, 6), (6, 3), (2, 1)][level];
        if length <= whole { Shown { head: length, tail: 0 } } else { Shown { head: edge, tail: edge } }
    }

    fn count(self, length: usize) -> usize {
        (self.head + self.tail).min(length)
    }

    /// The indices that are shown of an axis of `length`, and once, in their place, `Err` of how many are not.
    pub(crate) fn indices(self, length: usize) -> impl Iterator<Item = Result<usize, usize>> {
        let head = self.head.min(length);
        let left = (length - head).saturating_sub(self.tail);
        let gap = (left > 0).then_some(Err(left));
        (0..head).map(Ok).chain(gap).chain((head + left..length).map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    fn shown(shape: &[usize], axis: usize) -> Vec<Result<usize, usize>> {
        Shown::of(shape, axis).indices(shape[axis]).collect()
    }

    #[test]
    fn long_axes_and_many_axes_are_cut() {
        assert_eq!(shown(&[0], 0), []);
        assert_eq!(shown(&[3], 0), [Ok(0), Ok(1), Ok(2)]);
        assert_eq!(shown(&[16], 0).len(), 16);
        let cut = [Ok(0), Ok(1), Ok(2), Ok(3), Ok(4), Ok(5), Err(8), Ok(14), Ok(15), Ok(16), Ok(17), Ok(18), Ok(19)];
        assert_eq!(shown(&[20], 0), cut);
        assert_eq!(shown(&[100, 100, 100], 1), [Ok(0), Ok(1), Ok(2), Err(94), Ok(97), Ok(98), Ok(99)]);
        assert_eq!(shown(&[100; 5], 4), [Ok(0), Err(98), Ok(99)]);
        assert_eq!(shown(&[2; 64], 0), [Ok(0), Err(1)]);
        assert_eq!(shown(&[2; 64], 63), [Ok(0), Ok(1)]);
    }
}
