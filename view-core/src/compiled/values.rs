//! The values of one record, one by one, without a heap.

use core::iter::FusedIterator;

use view_format::Layout;

use super::places::Place;
use crate::value::{Value, decode};

/// The values of one record, one by one: numbers need no heap.
///
/// ```
/// use view_core::{Struct, Value, Values};
///
/// let format = Struct::new("<H2bf")?;
/// let bytes = format.pack((1, 2, 3, 0.5))?;
/// let values: Values = format.unpack(&bytes)?;
/// assert_eq!(values.len(), 4);
/// assert_eq!(values.filter_map(|value| value.as_f64()).sum::<f64>(), 6.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Values<'b> {
    layout: Layout,
    bytes: &'b [u8],
    field: usize,
    repeat: usize,
    left: usize,
}

impl<'b> Values<'b> {
    /// The values of `bytes`, which are one record.
    pub(super) fn new(layout: &Layout, bytes: &'b [u8]) -> Values<'b> {
        Values { layout: layout.clone(), bytes, field: 0, repeat: 0, left: layout.values() }
    }
}

impl Iterator for Values<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        let field = self.layout.fields().get(self.field)?;
        let place = Place::new(field, self.repeat);
        let value = decode::item(place.kind, place.shape, decode::from(self.bytes, place.at));
        self.repeat += 1;
        self.left -= 1;
        if self.repeat == field.repeat() {
            (self.field, self.repeat) = (self.field + 1, 0);
        }
        Some(value)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Values<'_> {}
impl FusedIterator for Values<'_> {}
