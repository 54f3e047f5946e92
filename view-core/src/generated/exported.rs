//! What `#[derive(Buffer)]` calls: a field's view as its type says that it is to be seen.

use crate::bytes::Bytes;
use crate::error::ViewError;
use crate::geometry::Shape;
use crate::view::View;

/// The view of a field in another format, a shape (and whether that is in Fortran order), or with strides and an offset.
pub fn exported<B: Bytes>(
    view: View<B>,
    format: Option<&str>,
    shape: Option<(&[usize], bool)>,
    strides: Option<(&[isize], usize)>,
) -> Result<View<B>, ViewError> {
    let own;
    let format = match format {
        Some(format) => format,
        None if shape.is_none() => return Ok(view),
        None => {
            own = alloc::string::String::from(view.format());
            &own
        }
    };
    match (shape, strides) {
        (Some((shape, _)), Some((strides, offset))) => view.cast_strided(format, shape, strides, offset),
        (Some((shape, true)), None) => view.cast_shape(format, Shape::new(shape).fortran()),
        (Some((shape, false)), None) => view.cast_shape(format, shape),
        (None, _) => view.cast(format),
    }
}

/// A length or an offset of any integer type. What is none is more than any bytes hold, which the view then says.
pub fn extent(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or(usize::MAX)
}

/// The same for a stride.
pub fn stride(number: impl TryInto<isize>) -> isize {
    number.try_into().unwrap_or(isize::MAX)
}
