//! Owners of bytes from other crates: memory maps, buffers of a device, handles of another language.

use super::byte::{chunk, chunk_mut};
use super::{Bytes, BytesMut, ReadOnly, ReadOnlyError, Writable, sealed::Sealed};

/// Any owner of bytes as a holder, to read: whatever can lend them by `AsRef<[u8]>`.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{Owner, Value, View};
///
/// /// What a driver hands over, and takes back when it is dropped.
/// struct Frame([u8; 4]);
///
/// impl AsRef<[u8]> for Frame {
///     fn as_ref(&self) -> &[u8] {
///         &self.0
///     }
/// }
///
/// let view = View::new(Owner(Frame([1, 0, 2, 0]))).cast("<H")?;
/// assert_eq!(view.get([1])?, Value::from(2));
///
/// // The view owns the frame, and takes it along.
/// let value = std::thread::spawn(move || view.get([0])).join().unwrap()?;
/// assert_eq!(value, Value::from(1));
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// A memory map is one: making it is `unsafe`, since others may change the file, and so stays with the user.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{Owner, OwnerMut, Value, View};
///
/// # let path = std::env::temp_dir().join(format!("view-core-{}", std::process::id()));
/// std::fs::write(&path, [1, 0, 2, 0])?;
/// let file = std::fs::File::options().read(true).write(true).open(&path)?;
///
/// // SAFETY: nobody else writes this file while it is mapped.
/// let mut view = View::new(OwnerMut(unsafe { memmap2::MmapMut::map_mut(&file)? })).cast("<H")?;
/// view.set([1], 258)?;
/// drop(view);
///
/// // SAFETY: as above.
/// let view = View::new(Owner(unsafe { memmap2::Mmap::map(&file)? })).cast("<H")?;
/// assert_eq!(view.to_list(), Value::list([1, 258]));
/// # std::fs::remove_file(path)?;
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// An owner has to lend the same number of bytes each time. Where it lends fewer, reading panics, as an index of a slice
/// does. [`OwnerMut`] writes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Owner<T>(pub T);

/// Any owner of bytes as a holder, to read and write: whatever lends the same ones by `AsRef<[u8]>` and `AsMut<[u8]>`.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{OwnerMut, View};
///
/// // `memmap2::MmapMut` does as `Vec` does here.
/// let mut view = View::new(OwnerMut(vec![0_u8; 4])).cast("<H")?;
/// view.set([1], 258)?;
/// assert_eq!(view.into_inner().0, [0, 0, 2, 1]);
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct OwnerMut<T>(pub T);

macro_rules! owner {
    ($owner:ident: $bound:path, $readonly:literal, [$($part:tt)*] [$($slice:tt)*]) => {
        impl<T: $bound> Sealed for $owner<T> {}

        #[diagnostic::do_not_recommend]
        impl<T: $bound> Bytes for $owner<T> {
            type Unit = u8;
            type Part<'s, const K: usize> = &'s [u8; K] where Self: 's;
            type Text<'s, const K: usize> = &'s [u8; K] where Self: 's;
            type Slice<'s> = &'s [u8] where Self: 's;
            type PartMut<'s, const K: usize> = $($part)* where Self: 's;
            type SliceMut<'s> = $($slice)* where Self: 's;

            #[inline]
            fn units(&self) -> &[u8] {
                self.0.as_ref()
            }
            #[inline]
            #[track_caller]
            fn part<const K: usize>(&self, at: usize) -> &[u8; K] {
                chunk(self.0.as_ref(), at)
            }
            #[inline]
            #[track_caller]
            fn text<const K: usize>(&self, at: usize) -> &[u8; K] {
                chunk(self.0.as_ref(), at)
            }
            #[inline]
            fn slice(&self) -> &[u8] {
                self.0.as_ref()
            }
            #[inline]
            fn readonly(&self) -> bool {
                $readonly
            }
        }
    };
}
owner!(Owner: AsRef<[u8]>, true, [ReadOnly] [ReadOnly]);
owner!(OwnerMut: Lends, false, [&'s mut [u8; K]] [&'s mut [u8]]);

/// Both ways, as one bound.
#[doc(hidden)]
pub trait Lends: AsRef<[u8]> + AsMut<[u8]> {}
impl<T: AsRef<[u8]> + AsMut<[u8]>> Lends for T {}

#[diagnostic::do_not_recommend]
impl<T: Lends> BytesMut for OwnerMut<T> {
    #[inline]
    #[track_caller]
    fn part_mut<const K: usize>(&mut self, at: usize) -> &mut [u8; K] {
        chunk_mut(self.0.as_mut(), at)
    }
    #[inline]
    fn slice_mut(&mut self) -> &mut [u8] {
        self.0.as_mut()
    }
    #[inline]
    #[track_caller]
    fn store<const K: usize>(&mut self, at: usize, value: [u8; K]) {
        *chunk_mut(self.0.as_mut(), at) = value;
    }
    #[inline]
    fn plain_mut(&mut self) -> Option<&mut [u8]> {
        Some(self.0.as_mut())
    }
    #[inline]
    #[track_caller]
    fn write(&mut self, at: usize, bytes: &[u8]) {
        self.0.as_mut()[at..][..bytes.len()].copy_from_slice(bytes);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Lends> Writable for OwnerMut<T> {
    #[inline]
    fn writable(&mut self) -> Result<&mut [u8], ReadOnlyError> {
        Ok(self.0.as_mut())
    }
}
