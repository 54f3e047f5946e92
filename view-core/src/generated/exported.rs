//! What `#[derive(Buffer)]` calls: a field's view as its type says that it is to be seen; and how records export themselves.

use crate::bytes::Bytes;
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::Shape;
use crate::source::SliceSource;
use crate::typed::TypedView;
use crate::view::View;

/// A record over bytes of its own, as one element.
pub fn exported_record<E: Element<Order = ()>, S: SliceSource>(bytes: S) -> Result<View<S::Bytes>, ViewError> {
    Ok(TypedView::<S::Bytes, E, 0>::contiguous(bytes, [])?.into_view())
}

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

/// An integer of any type, as a length, an offset or a stride. What is none is more than any bytes hold, which the view then
/// says.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no length and no stride",
    label = "not an integer",
    note = "shapes, strides and offsets are integers of any type; fields of the value are `self.width`"
)]
pub trait Integer {
    /// As a length or an offset.
    fn extent(self) -> usize;
    /// As a stride.
    fn stride(self) -> isize;
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Integer for $t {
            #[inline]
            fn extent(self) -> usize {
                self.try_into().unwrap_or(usize::MAX)
            }
            #[inline]
            fn stride(self) -> isize {
                self.try_into().unwrap_or(isize::MAX)
            }
        }
    )* };
}
integers!(u8 i8 u16 i16 u32 i32 u64 i64 usize isize);
