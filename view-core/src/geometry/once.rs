//! Repeated elements: along an axis of stride 0 there is one element, however long the axis. What has to be done to it once, or can
//! be multiplied, costs no more than the bytes.

use super::Geometry;

impl<S: AsRef<[usize]> + AsMut<[usize]>, T: AsRef<[isize]> + AsMut<[isize]>> Geometry<S, T> {
    /// The same elements without their repetitions, which have length 1 then; and how often each is there.
    #[inline]
    pub(crate) fn once(mut self) -> (Self, usize) {
        let mut times = 1;
        if self.elements() > 0 {
            for (length, _) in self.shape.as_mut().iter_mut().zip(self.strides.as_ref()).filter(|axis| *axis.1 == 0) {
                times *= core::mem::replace(length, 1);
            }
        }
        (self, times)
    }
}

/// The number, in C order, that the first of some repeated elements has, from its number without repetitions.
pub(crate) fn renumber(mut number: usize, once: &[usize], shape: &[usize]) -> usize {
    let (mut renumbered, mut step) = (0, 1);
    for (&length, &whole) in once.iter().zip(shape).rev() {
        renumbered += number.checked_rem(length).unwrap_or(0) * step;
        number = number.checked_div(length).unwrap_or(0);
        step *= whole;
    }
    renumbered
}

/// The shape of two geometries without what both repeat, which has length 1 then.
pub(crate) fn once_in_both<S: AsRef<[usize]> + AsMut<[usize]> + Clone>(shape: &S, a: &[isize], b: &[isize]) -> S {
    match shape.as_ref().contains(&0) {
        true => shape.clone(),
        false => without(shape, a, b, |a, b| a == 0 && b == 0),
    }
}

/// The shape with length 1 for the axes whose strides are such.
fn without<S: AsMut<[usize]> + Clone>(
    shape: &S,
    a: &[isize],
    b: &[isize],
    is_such: impl Fn(isize, isize) -> bool,
) -> S {
    let mut shape = shape.clone();
    for ((length, &a), &b) in shape.as_mut().iter_mut().zip(a).zip(b) {
        if is_such(a, b) {
            *length = 1;
        }
    }
    shape
}

/// The shapes that have to be compared to know whether all pairs of elements of two geometries of one shape are equal. There are
/// elements.
///
/// What both repeat is compared once. Where `a` repeats along some axes and `b` along others, all are equal if those of `a` equal
/// the first of `b`, and those of `b` the first of `a`: equality is transitive.
pub(crate) fn compared<S: AsRef<[usize]> + AsMut<[usize]> + Clone>(
    shape: &S,
    a: &[isize],
    b: &[isize],
) -> (S, Option<S>) {
    let is_any = |is_such: fn(isize, isize) -> bool| {
        let mut axes = shape.as_ref().iter().zip(a).zip(b);
        axes.any(|((length, a), b)| *length > 1 && is_such(*a, *b))
    };
    if is_any(|a, b| a == 0 && b != 0) && is_any(|a, b| a != 0 && b == 0) {
        return (without(shape, a, b, |a, _| a == 0), Some(without(shape, a, b, |_, b| b == 0)));
    }
    (once_in_both(shape, a, b), None)
}
