//! Copies of values between formats, by the rules of Python's `struct`.
//!
//! Numbers go in blocks and a column at a time. Where some may not fit, all are looked at before any is written; everything that
//! has no such way goes value by value, and so do numbers of which one does not fit, for the error that names it.

use view_format::Scalar;
use view_format::rule::{Accepts, FloatRange};

use super::copy::{Writer, index_of, try_each};
use super::pair::{Pair, Pairs, is_same, pairs};
use super::{ElementType, View};
use crate::bytes::{Byte, Bytes, BytesMut};
use crate::error::ViewError;
use crate::geometry::Dynamic;
use crate::kernel::{self, Axes, Domain, Row, Same, Swapped, Wide, blocks};

/// Copies all values of `from` to elements of another type, which lie in other bytes, in a geometry of the same shape.
pub(super) fn convert<B: Bytes>(
    from: &View<B>,
    to: &mut impl BytesMut,
    geometry: &Dynamic,
    element: &ElementType,
) -> Result<(), ViewError> {
    let Some(axes) = from.axes((&geometry.strides, geometry.offset)) else { return Ok(()) };
    let units = from.bytes.units();
    if let Some(pairs) = pairs(&from.element, element) {
        if is_same(&pairs, &from.element, element) {
            kernel::copy(units, to, axes, element.itemsize(), Same);
            return Ok(());
        }
        if pairs.iter().all(is_direct) && all_fit(units, &axes, &pairs) {
            pairs.iter().for_each(|pair| convert_pair(units, to, at(&axes, pair), pair));
            return Ok(());
        }
    }
    let mut writer = Writer::over(to.units(), geometry, element);
    try_each(&from.geometry, |number, at| {
        let result = writer.push(&from.value_at(at));
        result.map_err(|error| ViewError::Element { index: index_of(from.shape(), number), error: error.into() })
    })?;
    writer.put(to, geometry);
    Ok(())
}

fn at(axes: &Axes, pair: &Pair) -> Axes {
    let mut axes = axes.clone();
    axes.a += pair.a_offset;
    axes.b += pair.b_offset;
    axes.with_parts(pair.count, pair.a.size(), pair.b.size())
}

fn is_direct(pair: &Pair) -> bool {
    pair.a == pair.b || pair.swapped().is_some() || pair.domains().is_some()
}

fn all_fit<U: Byte>(units: &[U], axes: &Axes, pairs: &Pairs) -> bool {
    pairs.iter().all(|pair| always_fits(pair.a, pair.b) || fits(units, at(axes, pair), pair))
}

/// Whether every number of one kind can be packed as the other.
fn always_fits(from: Scalar, to: Scalar) -> bool {
    let bits = |scalar: Scalar| 8 * scalar.size();
    match (from.accepts(), to.accepts()) {
        _ if from.kind() == to.kind() && from.size() == to.size() => true,
        (Accepts::Integer { low, high }, Accepts::Integer { low: least, high: most }) => least <= low && high <= most,
        (_, Accepts::Truth) => true,
        (Accepts::Truth, Accepts::Integer { .. } | Accepts::Float(_)) => true,
        (Accepts::Integer { .. }, Accepts::Float(range)) => range.overflow > 1e20,
        (Accepts::Float(_), Accepts::Float(range)) => bits(from) <= bits(to) || range.saturates,
        _ => false,
    }
}

/// Whether all numbers that are there can be.
fn fits<U: Byte>(units: &[U], axes: Axes, pair: &Pair) -> bool {
    let rule = pair.b.accepts();
    match Domain::of(pair.a) {
        Some(Domain::Signed) => match rule {
            Accepts::Integer { low, high } | Accepts::Address { low, high } => {
                let low = i64::try_from(low).unwrap_or(i64::MIN);
                let high = i64::try_from(high).unwrap_or(i64::MAX);
                all(units, axes, pair.a, |number: i64| low <= number && number <= high)
            }
            Accepts::Float(range) => all(units, axes, pair.a, |number: i64| !range.refuses(number.real())),
            _ => false,
        },
        Some(Domain::Unsigned) => match rule {
            Accepts::Integer { high, .. } | Accepts::Address { high, .. } => {
                let high = u64::try_from(high).unwrap_or(u64::MAX);
                all(units, axes, pair.a, |number: u64| number <= high)
            }
            Accepts::Float(range) => all(units, axes, pair.a, |number: u64| !range.refuses(number.real())),
            _ => false,
        },
        Some(Domain::Float) => match rule {
            Accepts::Float(FloatRange { overflow, .. }) => {
                all(units, axes, pair.a, |number: f64| number.abs() < overflow || !number.is_finite())
            }
            _ => false,
        },
        None => false,
    }
}

fn all<U: Byte, W: Wide>(units: &[U], axes: Axes, scalar: Scalar, is_good: impl Fn(W) -> bool) -> bool {
    let mut axes = axes.merge();
    let row = axes.take_row();
    axes.all(&mut |start, _| {
        let row = Row { start, stride: row.a, length: row.length };
        blocks(scalar, units, row, |_, numbers: &[W]| numbers.iter().fold(true, |all, &number| all & is_good(number)))
    })
}

fn convert_pair<U: Byte>(units: &[U], to: &mut impl BytesMut, axes: Axes, pair: &Pair) {
    if pair.a == pair.b {
        return kernel::copy(units, to, axes, pair.a.size(), Same);
    }
    if let Some(size) = pair.swapped() {
        // A complex number is two floats.
        let axes = axes.with_parts(pair.a.size() / size, size, size);
        return kernel::copy(units, to, axes, size, Swapped);
    }
    match Domain::of(pair.a) {
        Some(Domain::Signed) => write::<U, i64>(units, to, axes, pair),
        Some(Domain::Unsigned) => write::<U, u64>(units, to, axes, pair),
        Some(Domain::Float) => write::<U, f64>(units, to, axes, pair),
        None => {}
    }
}

fn write<U: Byte, W: Wide>(units: &[U], to: &mut impl BytesMut, axes: Axes, pair: &Pair) {
    let simple = axes.clone().simplify();
    let mut axes = if simple.is_apart(pair.b.size()) { simple } else { axes.merge() };
    let row = axes.take_row();
    axes.each(|a, b| {
        let from = Row { start: a, stride: row.a, length: row.length };
        blocks(pair.a, units, from, |first, numbers: &[W]| {
            let start = b.wrapping_add_signed((first as isize).wrapping_mul(row.b));
            W::write(numbers, pair.b, to, Row { start, stride: row.b, length: numbers.len() });
            true
        });
    });
}
