//! Views to whatever serde writes: with feature `serde`.

use ::serde::ser::{Serialize, SerializeSeq, Serializer};

use super::View;
use crate::bytes::Bytes;

/// The values of all elements, in nested sequences, as [`to_list`](View::to_list) gives them but without a list.
///
/// ```
/// use view_core::View;
///
/// let grid = [[1, 2], [3, 4]];
/// assert_eq!(serde_json::to_string(&View::of(&grid)?.transpose())?, "[[1,3],[2,4]]");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<B: Bytes> Serialize for View<B> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Axes { view: self, axis: 0, offset: self.geometry.offset }.serialize(to)
    }
}

/// The elements from one axis on.
struct Axes<'v, B> {
    view: &'v View<B>,
    axis: usize,
    offset: usize,
}

impl<B: Bytes> Serialize for Axes<'_, B> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Axes { view, axis, offset } = *self;
        let (Some(&length), Some(&stride)) = (view.shape().get(axis), view.strides().get(axis)) else {
            return view.value_at(offset).serialize(to);
        };
        let mut items = to.serialize_seq(Some(length))?;
        for i in 0..length {
            let offset = offset.wrapping_add_signed((i as isize).wrapping_mul(stride));
            items.serialize_element(&Axes { view, axis: axis + 1, offset })?;
        }
        items.end()
    }
}
