//! `Debug` and `Display`: format, shape, and the first and last few values.

use core::fmt;

use super::View;
use crate::bytes::Bytes;
use crate::geometry::Shown;

/// Format, shape and values: ``view of `<i`, shape [3]: [1, 2, 3]``; of many elements the first and the last ones, a thousand in all
/// at most. `{:#}` gives each row a line.
///
/// ```
/// use view_core::View;
///
/// let mut bytes = [1, 0, 2, 0, 3, 0, 4, 0];
/// let view = View::new(&mut bytes).cast_shape("<h", &[2, 2])?;
/// assert_eq!(view.to_string(), "view of `<h`, shape [2, 2]: [[1, 2], [3, 4]]");
/// assert_eq!(format!("{view:#}"), "view of `<h`, shape [2, 2]:\n[[1, 2],\n [3, 4]]");
///
/// let many = view.cast("B")?.broadcast_to(&[1000, 8])?;
/// assert_eq!(many.slice(view_core::s![.., ..2])?.to_string(),
///     "read-only view of `B`, shape [1000, 2]: [[1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], ... 988 more ..., \
///      [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0]]");
/// # Ok::<(), view_core::ViewError>(())
/// ```
impl<B: Bytes> fmt::Display for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.readonly() { "read-only view" } else { "view" };
        write!(f, "{kind} of `{}`, shape {:?}:", self.format(), self.shape())?;
        f.write_str(if f.alternate() { "\n" } else { " " })?;
        self.write_part(0, self.geometry.offset, f)
    }
}

impl<B: Bytes> fmt::Debug for View<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<B: Bytes> View<B> {
    /// The elements whose first indices are known, as many as there are axes before `axis`.
    fn write_part(&self, axis: usize, offset: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(&length), Some(&stride)) = (self.shape().get(axis), self.strides().get(axis)) else {
            // Values have no form of several lines.
            return write!(f, "{}", self.value_at(offset));
        };
        f.write_str("[")?;
        for (place, index) in Shown::of(self.shape(), axis).indices(length).enumerate() {
            match place {
                0 => {}
                _ if f.alternate() && axis + 1 < self.ndim() => write!(f, ",\n{:1$}", "", axis + 1)?,
                _ => f.write_str(", ")?,
            }
            match index {
                Ok(i) => {
                    let offset = offset.wrapping_add_signed((i as isize).wrapping_mul(stride));
                    self.write_part(axis + 1, offset, f)?;
                }
                Err(left) => write!(f, "... {left} more ...")?,
            }
        }
        f.write_str("]")
    }
}
