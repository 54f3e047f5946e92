//! An element in Python's notation, with what is long cut: it costs what is shown, not what the element takes.

use core::fmt::{Display, Formatter, Result};

use view_format::{Kind, Layout, Scalar, ScalarKind};

use super::decode;
use crate::bytes::Byte;
use crate::geometry::Shown;

/// The most bytes, or characters, of one string.
const STRING: usize = 64;

/// The most values, fields of records and items of arrays, of all elements that are written with one of these.
const VALUES: usize = 5000;

/// How much more is written: where nothing is left, values are dots.
pub(crate) struct Brief {
    left: usize,
}

impl Brief {
    pub(crate) fn new() -> Brief {
        Brief { left: VALUES }
    }

    /// Writes the element whose bytes are the first of `units`, as the value that [`decode::decode`] makes of it.
    pub(crate) fn write<U: Byte>(&mut self, layout: &Layout, units: &[U], f: &mut Formatter<'_>) -> Result {
        let fields = layout.fields();
        if let [field] = fields
            && field.name().is_none()
            && field.repeat() == 1
        {
            return self.item(field.kind(), field.shape(), 0, decode::from(units, field.offset()), f);
        }
        f.write_str("(")?;
        let shown = Shown::most(fields.len());
        let mut is_first = true;
        for index in shown.indices(fields.len()) {
            let Some(field) = separate(&mut is_first, index, f)?.and_then(|index| fields.get(index)) else { continue };
            let mut is_first = true;
            for index in Shown::most(field.repeat()).indices(field.repeat()) {
                let Some(index) = separate(&mut is_first, index, f)? else { continue };
                if let Some(name) = field.name() {
                    write!(f, "{name}=")?;
                }
                let at = field.offset() + index * field.item_size();
                self.item(field.kind(), field.shape(), 0, decode::from(units, at), f)?;
            }
        }
        let is_lone = matches!(fields, [field] if field.name().is_none() && field.repeat() == 1);
        f.write_str(if is_lone { ",)" } else { ")" })
    }

    /// One value of a field, of which the dimensions before `axis` are known.
    fn item<U: Byte>(
        &mut self,
        kind: &Kind,
        shape: &[usize],
        axis: usize,
        units: &[U],
        f: &mut Formatter<'_>,
    ) -> Result {
        let size = match kind {
            Kind::Scalar(scalar) => scalar.size(),
            Kind::Record(layout) => layout.size(),
        };
        let Some(&length) = shape.get(axis) else {
            let Some(left) = self.left.checked_sub(1) else { return f.write_str("...") };
            self.left = left;
            return match kind {
                Kind::Scalar(scalar) => string_or_number(*scalar, units, f),
                Kind::Record(layout) => self.write(layout, units, f),
            };
        };
        let step = shape[axis + 1..].iter().product::<usize>() * size;
        f.write_str("[")?;
        let mut is_first = true;
        for index in Shown::of(shape, axis).indices(length) {
            if let Some(index) = separate(&mut is_first, index, f)? {
                self.item(kind, shape, axis + 1, decode::from(units, index * step), f)?;
            }
        }
        f.write_str("]")
    }
}

/// Writes what stands before an index that is shown, and those that are not.
fn separate(
    is_first: &mut bool,
    index: core::result::Result<usize, usize>,
    f: &mut Formatter<'_>,
) -> core::result::Result<Option<usize>, core::fmt::Error> {
    if !core::mem::replace(is_first, false) {
        f.write_str(", ")?;
    }
    match index {
        Ok(index) => Ok(Some(index)),
        Err(left) => write!(f, "... {left} more ...").map(|()| None),
    }
}

fn string_or_number<U: Byte>(scalar: Scalar, units: &[U], f: &mut Formatter<'_>) -> Result {
    let unit = match scalar.kind() {
        ScalarKind::Bytes | ScalarKind::Void => 1,
        ScalarKind::Ucs4 => 4,
        _ => scalar.size(),
    };
    let length = scalar.size().checked_div(unit).unwrap_or(0);
    if length <= STRING {
        return decode::item(&Kind::Scalar(scalar), &[], units).fmt(f);
    }
    let start = Scalar::new(scalar.kind(), STRING * unit, scalar.order());
    decode::item(&Kind::Scalar(start), &[], units).fmt(f)?;
    write!(f, "... {} more ...", length - STRING)
}
