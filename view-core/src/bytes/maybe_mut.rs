//! Bytes whose mutability is known at run time only.

use super::byte::chunk;
use super::{Bytes, ReadOnlyError, Writable, sealed::Sealed};

/// Bytes whose mutability is known at run time only: a file mapped as its mode says, a buffer that another language
/// hands over.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{MaybeMut, View};
///
/// let mut world = *b"World";
/// let mut view = View::new(MaybeMut::from(&mut world[..]));
/// view.set([0], 119)?;
/// assert!(!view.readonly());
///
/// let mut view = View::new(MaybeMut::from(&world[..]));
/// assert!(view.readonly());
/// assert_eq!(view.set([0], 119).unwrap_err().to_string(), "cannot modify read-only memory");
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[derive(Debug)]
pub enum MaybeMut<'a> {
    /// Others may read them too; nobody writes.
    ReadOnly(&'a [u8]),
    /// Nobody else sees them.
    Writable(&'a mut [u8]),
}

impl MaybeMut<'_> {
    /// The bytes, to read.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            MaybeMut::ReadOnly(bytes) => bytes,
            MaybeMut::Writable(bytes) => bytes,
        }
    }
}

impl<'a> From<&'a [u8]> for MaybeMut<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        MaybeMut::ReadOnly(bytes)
    }
}

impl<'a> From<&'a mut [u8]> for MaybeMut<'a> {
    fn from(bytes: &'a mut [u8]) -> Self {
        MaybeMut::Writable(bytes)
    }
}

impl Sealed for MaybeMut<'_> {}

#[diagnostic::do_not_recommend]
impl Bytes for MaybeMut<'_> {
    type Unit = u8;
    type Part<'s, const K: usize>
        = &'s [u8; K]
    where
        Self: 's;
    type Text<'s, const K: usize>
        = &'s [u8; K]
    where
        Self: 's;
    type Slice<'s>
        = &'s [u8]
    where
        Self: 's;
    type PartMut<'s, const K: usize>
        = &'s mut [u8; K]
    where
        Self: 's;
    type SliceMut<'s>
        = &'s mut [u8]
    where
        Self: 's;

    #[inline]
    fn units(&self) -> &[u8] {
        self.as_slice()
    }
    #[inline]
    fn part<const K: usize>(&self, at: usize) -> &[u8; K] {
        chunk(self.as_slice(), at)
    }
    #[inline]
    fn text<const K: usize>(&self, at: usize) -> &[u8; K] {
        chunk(self.as_slice(), at)
    }
    #[inline]
    fn slice(&self) -> &[u8] {
        self.as_slice()
    }
    #[inline]
    fn readonly(&self) -> bool {
        matches!(self, MaybeMut::ReadOnly(_))
    }
}

#[diagnostic::do_not_recommend]
impl Writable for MaybeMut<'_> {
    #[inline]
    fn writable(&mut self) -> Result<&mut [u8], ReadOnlyError> {
        match self {
            MaybeMut::ReadOnly(_) => Err(ReadOnlyError),
            MaybeMut::Writable(bytes) => Ok(bytes),
        }
    }
}
