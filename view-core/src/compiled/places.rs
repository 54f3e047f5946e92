//! Where the values of a format lie, one after the other; and where an offset leads.

use view_format::{Field, Kind, Layout};

use super::StructError;

/// One value of a format.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Place<'l> {
    pub(crate) kind: &'l Kind,
    pub(crate) shape: &'l [usize],
    /// Bytes from the start.
    pub(crate) at: usize,
    /// Bytes of it.
    pub(crate) size: usize,
}

impl<'l> Place<'l> {
    pub(super) fn new(field: &'l Field, repeat: usize) -> Place<'l> {
        let size = field.item_size();
        Place { kind: field.kind(), shape: field.shape(), at: field.offset() + repeat * size, size }
    }
}

/// All values, in order.
pub(crate) fn places(layout: &Layout) -> impl Iterator<Item = Place<'_>> {
    layout.fields().iter().flat_map(|field| (0..field.repeat()).map(move |repeat| Place::new(field, repeat)))
}

/// The first of `size` bytes at an offset, as `struct` reads offsets: a negative one counts from the end, and what
/// starts there must also end there.
pub(super) fn locate(offset: isize, size: usize, length: usize) -> Result<usize, StructError> {
    let room = StructError::Room { needed: size, offset, length };
    match usize::try_from(offset) {
        Ok(at) if at <= length && size <= length - at => Ok(at),
        Ok(_) => Err(room),
        // In CPython's order: the end is looked at first.
        Err(_) if offset.unsigned_abs() < size => Err(room),
        Err(_) => length.checked_sub(offset.unsigned_abs()).ok_or(StructError::Offset { offset, length }),
    }
}
