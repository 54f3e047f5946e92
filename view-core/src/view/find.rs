//! Search by value: how often, where, whether.

use core::ops::{Bound, Range, RangeBounds};

use view_format::{Scalar, ScalarKind};

use super::View;
use crate::bytes::{Byte, Bytes};
use crate::geometry::renumber;
use crate::kernel::{Domain, Row, Wide, blocks};
use crate::value::Value;

impl<B: Bytes> View<B> {
    /// How many elements equal a value, as Python compares: `1`, `1.0` and `True` are equal, NaN is equal to nothing.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(&[1, 0, 2, 0, 1, 0]).cast("<H")?;
    /// assert_eq!((view.count(1), view.count(1.0), view.count(true), view.count(b"a")), (2, 2, 2, 0));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    pub fn count(&self, value: impl Into<Value>) -> usize {
        let (once, times) = self.once();
        let mut count = 0;
        once.search(&value.into(), &mut |_, equal| {
            count += equal.iter().filter(|equal| **equal).count();
            true
        });
        count * times
    }

    /// The number of the first element that equals a value, of those whose number lies in a range; elements are numbered in C
    /// order, which of one dimension is the index. What of the range lies outside is not looked at.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"abcabc");
    /// assert_eq!(view.index(b'b', ..), Some(1));
    /// assert_eq!(view.index(b'b', 2..), Some(4));
    /// assert_eq!(view.index(b'b', 2..4), None);
    /// ```
    pub fn index(&self, value: impl Into<Value>, range: impl RangeBounds<usize>) -> Option<usize> {
        let start = match range.start_bound() {
            Bound::Unbounded => 0,
            Bound::Included(&start) => start,
            Bound::Excluded(&before) => before.checked_add(1)?,
        };
        let end = match range.end_bound() {
            Bound::Unbounded => usize::MAX,
            Bound::Excluded(&end) => end,
            Bound::Included(&last) => last.saturating_add(1),
        };
        let value = value.into();
        if !self.strides().contains(&0) {
            return self.first(&value, start..end);
        }
        if start == 0 {
            // The first of those that are repeated is where none of the repetitions has begun.
            let once = self.once().0;
            let number = once.first(&value, 0..usize::MAX)?;
            return Some(renumber(number, once.shape(), self.shape())).filter(|number| *number < end);
        }
        self.view().first_from(&value, start).filter(|number| *number < end)
    }

    /// The number of the first element from `start` on that equals a value.
    fn first_from(&self, value: &Value, start: usize) -> Option<usize> {
        let (Some(&length), true) = (self.shape().first(), self.strides().contains(&0)) else {
            return self.first(value, start..usize::MAX);
        };
        let each: usize = self.shape()[1..].iter().product();
        let part = |index: usize, start: usize| {
            let part = Self::with_geometry(self.bytes.slice(), self.geometry.at(&[index])?, &self.element);
            part.first_from(value, start).map(|number| index * each + number)
        };
        let index = start.checked_div(each).filter(|index| *index < length)?;
        let found = part(index, start - index * each);
        match self.strides()[0] {
            // All that follow are the same.
            0 => found.or_else(|| (index + 1 < length).then(|| part(index + 1, 0))?),
            _ => found.or_else(|| (index + 1..length).find_map(|index| part(index, 0))),
        }
    }

    /// The number of the first element that equals a value, of those whose number lies in a range.
    fn first(&self, value: &Value, range: Range<usize>) -> Option<usize> {
        let mut found = None;
        self.search(value, &mut |first, equal| {
            if first >= range.end {
                return false;
            }
            let skipped = range.start.saturating_sub(first).min(equal.len());
            let place = equal[skipped..].iter().position(|equal| *equal).map(|place| first + skipped + place);
            found = place.filter(|&place| place < range.end);
            place.is_none()
        });
        found
    }

    /// Whether an element equals a value, as Python compares.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// assert!(View::new(b"abc").contains(99));
    /// assert!(!View::new(b"abc").contains(b"c"));
    /// ```
    pub fn contains(&self, value: impl Into<Value>) -> bool {
        self.index(value, ..).is_some()
    }

    /// Compares all elements to a value, in C order: calls `each` with the number of the first one of a block, and with whether
    /// each of them is equal, as long as it says so.
    fn search(&self, value: &Value, each: &mut impl FnMut(usize, &[bool]) -> bool) {
        let Some(axes) = self.own_axes() else { return };
        let units = self.bytes.units();
        let scalar = self.layout().as_scalar();
        let mut number = 0;
        if let Some(scalar) = scalar
            && let Some(needle) = Needle::of(value)
            && let Some(domain) = Domain::of(scalar)
        {
            let mut axes = axes;
            let row = axes.take_row();
            axes.all(&mut |start, _| {
                let row = Row { start, stride: row.a, length: row.length };
                let first = number;
                number += row.length;
                match domain {
                    Domain::Signed => equal(scalar, units, row, needle.signed(), |n| each(first + n.0, n.1)),
                    Domain::Unsigned => equal(scalar, units, row, needle.unsigned(), |n| each(first + n.0, n.1)),
                    Domain::Float => equal(scalar, units, row, needle.float(), |n| each(first + n.0, n.1)),
                }
            });
            return;
        }
        let is_string = scalar.is_some_and(|scalar| matches!(scalar.kind(), ScalarKind::Char | ScalarKind::Bytes));
        let string = value.as_bytes().filter(|_| is_string);
        axes.all(&mut |at, _| {
            let is_equal = match string {
                Some(string) => {
                    let element = units[at..][..self.itemsize()].iter().map(Byte::get);
                    element.eq(string.iter().copied())
                }
                None => self.value_at(at) == *value,
            };
            number += 1;
            each(number - 1, &[is_equal])
        });
    }
}

/// Compares the numbers of one row, in blocks. Where the number is none that the format can hold, none is equal.
fn equal<U: Byte, W: Wide + PartialEq>(
    scalar: Scalar,
    units: &[U],
    row: Row,
    needle: Option<W>,
    mut each: impl FnMut((usize, &[bool])) -> bool,
) -> bool {
    let Some(needle) = needle else { return true };
    let mut equal = [false; crate::kernel::BLOCK];
    blocks(scalar, units, row, |first, numbers: &[W]| {
        for (equal, number) in equal.iter_mut().zip(numbers) {
            *equal = *number == needle;
        }
        each((first, &equal[..numbers.len()]))
    })
}

/// A number to look for.
#[derive(Clone, Copy)]
enum Needle {
    Integer(i128),
    Float(f64),
}

impl Needle {
    fn of(value: &Value) -> Option<Needle> {
        match value {
            Value::Float(number) => Some(Needle::Float(*number)),
            Value::Complex(re, 0.0) => Some(Needle::Float(*re)),
            other => other.as_integer().map(Needle::Integer),
        }
    }

    /// The integer that it is.
    fn integer(self) -> Option<i128> {
        match self {
            Needle::Integer(number) => Some(number),
            Needle::Float(number) => Some(number as i128).filter(|&integer| number.is_integer(integer)),
        }
    }

    fn signed(self) -> Option<i64> {
        self.integer()?.try_into().ok()
    }

    fn unsigned(self) -> Option<u64> {
        self.integer()?.try_into().ok()
    }

    /// The float that it is, exactly.
    fn float(self) -> Option<f64> {
        match self {
            Needle::Float(number) => Some(number),
            Needle::Integer(number) => Some(number as f64).filter(|float| float.is_integer(number)),
        }
    }
}
