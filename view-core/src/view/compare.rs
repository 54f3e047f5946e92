//! Equality by value, whatever the formats.

use super::View;
use super::pair::{Pair, is_full, is_same, pairs};
use crate::bytes::Bytes;
use crate::geometry::compared;
use crate::kernel::{self, Axes, BLOCK, Domain, Row, Wide, blocks};
use smallvec::SmallVec;
use view_format::{ByteOrder, ScalarKind};

/// Views are equal where their shapes are, and all their values, whatever the formats, the strides and what holds the bytes:
/// `<i`, `>h` and `d` are equal if their numbers are. The rules are those of Python's `memoryview`:
///
/// ```
/// use view_core::View;
///
/// let (little, big) = ([1, 0, 2, 0], [0, 0, 0, 1, 0, 0, 0, 2]);
/// assert_eq!(View::new(&little).cast("<h")?, View::new(&big).cast(">I")?);
/// // The number of dimensions counts.
/// assert_ne!(View::new(&little), View::new(&little).cast_shape("B", &[2, 2])?);
/// // NaN is equal to nothing, so that a view need not be equal to itself.
/// let nan = View::new(&[0x7f, 0xc0, 0, 0]).cast(">f")?;
/// assert_ne!(nan, nan);
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// Records compare by their values in order, names and padding aside, where `memoryview` takes any two for different. Shapes are
/// equal up to and including the first 0.
impl<B: Bytes, C: Bytes> PartialEq<View<C>> for View<B> {
    fn eq(&self, other: &View<C>) -> bool {
        if self.ndim() != other.ndim() {
            return false;
        }
        for (a, b) in self.shape().iter().zip(other.shape()) {
            if a != b {
                return false;
            }
            if *a == 0 {
                return true;
            }
        }
        let all = |shape: SmallVec<[usize; 4]>| {
            let (a, b) = ((self.strides(), self.geometry.offset), (other.strides(), other.geometry.offset));
            Axes::new(&shape, a, b).is_none_or(|axes| equal(self, other, axes))
        };
        let (shape, other_shape) = compared(&self.geometry.shape, self.strides(), other.strides());
        all(shape) && other_shape.is_none_or(all)
    }
}

/// Whether all pairs of elements of these axes are equal.
fn equal<B: Bytes, C: Bytes>(view: &View<B>, other: &View<C>, axes: Axes) -> bool {
    let Some(pairs) = pairs(&view.element, &other.element) else { return equal_values(view, other, axes) };
    if pairs.iter().all(is_bits) && is_same(&pairs, &view.element, &other.element) && is_full(&pairs, &view.element) {
        let (a, b) = (view.bytes.units(), other.bytes.units());
        return kernel::equal_bits(a, b, axes.simplify(), view.itemsize());
    }
    if !pairs.iter().all(is_comparable) {
        return equal_values(view, other, axes);
    }
    match &pairs[..] {
        [pair] => equal_pair(view, other, axes, pair),
        pairs => pairs.iter().all(|pair| equal_pair(view, other, axes.clone(), pair)),
    }
}

/// Whether equal values are equal bytes, and different ones different.
fn is_bits(pair: &Pair) -> bool {
    use ScalarKind::{Bytes, Char, Int, LongDouble, Pointer, Uint, Void};
    pair.a == pair.b && matches!(pair.a.kind(), Int | Uint | Pointer | Char | Bytes | Void | LongDouble)
}

fn is_comparable(pair: &Pair) -> bool {
    is_bits(pair) || pair.domains().is_some()
}

fn equal_pair<B: Bytes, C: Bytes>(view: &View<B>, other: &View<C>, mut axes: Axes, pair: &Pair) -> bool {
    let (a, b) = (view.bytes.units(), other.bytes.units());
    axes.a += pair.a_offset;
    axes.b += pair.b_offset;
    let axes = axes.with_parts(pair.count, pair.a.size(), pair.b.size()).simplify();
    if is_bits(pair) {
        return kernel::equal_bits(a, b, axes, pair.a.size());
    }
    let is_float = pair.a.kind() == ScalarKind::Float;
    if let Some(size) = pair.swapped().filter(|_| !is_float) {
        return kernel::equal_swapped(a, b, axes, size);
    }
    if is_float && pair.b.kind() == ScalarKind::Float && pair.a.size() == pair.b.size() && pair.a.size() > 2 {
        let is_big = (pair.a.order() == ByteOrder::Big, pair.b.order() == ByteOrder::Big);
        return kernel::equal_floats(a, b, axes, pair.a.size(), is_big);
    }
    use Domain::{Float, Signed, Unsigned};
    // An `i64` that is no `u64` is equal to none; and a float only to the integer that it is, which is not always the one that it
    // is the nearest to.
    match pair.domains() {
        Some((Signed, Signed)) => equal_numbers(a, b, axes, pair, |a: i64, b: i64| a == b),
        Some((Unsigned, Unsigned)) => equal_numbers(a, b, axes, pair, |a: u64, b: u64| a == b),
        Some((Float, Float)) => equal_numbers(a, b, axes, pair, |a: f64, b: f64| a == b),
        Some((Signed, Unsigned)) => equal_numbers(a, b, axes, pair, |a: i64, b: u64| a >= 0 && a as u64 == b),
        Some((Unsigned, Signed)) => equal_numbers(a, b, axes, pair, |a: u64, b: i64| b >= 0 && b as u64 == a),
        Some((Float, Signed)) => equal_numbers(a, b, axes, pair, |a: f64, b: i64| a.is_integer(b.into())),
        Some((Float, Unsigned)) => equal_numbers(a, b, axes, pair, |a: f64, b: u64| a.is_integer(b.into())),
        Some((Signed, Float)) => equal_numbers(a, b, axes, pair, |a: i64, b: f64| b.is_integer(a.into())),
        Some((Unsigned, Float)) => equal_numbers(a, b, axes, pair, |a: u64, b: f64| b.is_integer(a.into())),
        None => false,
    }
}

fn equal_numbers<U: crate::Byte, V: crate::Byte, W: Wide, X: Wide>(
    a: &[U],
    b: &[V],
    mut axes: Axes,
    pair: &Pair,
    equal: impl Fn(W, X) -> bool,
) -> bool {
    let row = axes.take_row();
    let mut others = [X::default(); BLOCK];
    axes.all(&mut |at_a, at_b| {
        let a_row = Row { start: at_a, stride: row.a, length: row.length };
        blocks(pair.a, a, a_row, |from, numbers: &[W]| {
            let start = at_b.wrapping_add_signed((from as isize).wrapping_mul(row.b));
            let others = &mut others[..numbers.len()];
            X::read(pair.b, b, Row { start, stride: row.b, length: numbers.len() }, others);
            numbers.iter().zip(others).fold(true, |all, (a, b)| all & equal(*a, *b))
        })
    })
}

fn equal_values<B: Bytes, C: Bytes>(view: &View<B>, other: &View<C>, axes: Axes) -> bool {
    axes.all(&mut |a, b| view.value_at(a) == other.value_at(b))
}
