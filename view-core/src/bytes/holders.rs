//! Who holds bytes: slices, arrays and cells everywhere; boxes, `Arc` and `Vec` where there is a heap.

#[cfg(feature = "alloc")]
use alloc::{borrow::Cow, boxed::Box, rc::Rc, sync::Arc, vec::Vec};
use core::cell::Cell;

use super::byte::{chunk, chunk_mut};
use super::{Bytes, BytesMut, Holds, ReadOnly, ReadOnlyError, SplitMut, Writable, sealed::Sealed};

/// Holders of plain bytes. `$life` is how long what is read lives, `$part` and `$slice` are what is written.
macro_rules! plain {
    ($([$($generics:tt)*] $holder:ty, $life:lifetime, $readonly:literal, $part:ty, $slice:ty;)*) => { $(
        impl<$($generics)*> Sealed for $holder {}

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Bytes for $holder {
            type Unit = u8;
            type Part<'s, const K: usize> = &$life [u8; K] where Self: 's;
            type Text<'s, const K: usize> = &$life [u8; K] where Self: 's;
            type Slice<'s> = &$life [u8] where Self: 's;
            type PartMut<'s, const K: usize> = $part where Self: 's;
            type SliceMut<'s> = $slice where Self: 's;

            #[inline(always)]
            fn units(&self) -> &[u8] {
                &self[..]
            }
            #[inline(always)]
            #[track_caller]
            fn part<const K: usize>(&self, at: usize) -> Self::Part<'_, K> {
                chunk(&self[..], at)
            }
            #[inline(always)]
            #[track_caller]
            fn text<const K: usize>(&self, at: usize) -> Self::Text<'_, K> {
                chunk(&self[..], at)
            }
            #[inline(always)]
            fn slice(&self) -> Self::Slice<'_> {
                &self[..]
            }
            #[inline(always)]
            fn readonly(&self) -> bool {
                $readonly
            }
        }
    )* };
}

/// Holders of plain bytes that nobody else sees.
macro_rules! exclusive {
    ($([$($generics:tt)*] $holder:ty;)*) => { $(
        plain! { [$($generics)*] $holder, 's, false, &'s mut [u8; K], &'s mut [u8]; }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> BytesMut for $holder {
            #[inline(always)]
            #[track_caller]
            fn part_mut<const K: usize>(&mut self, at: usize) -> Self::PartMut<'_, K> {
                chunk_mut(&mut self[..], at)
            }
            #[inline(always)]
            fn slice_mut(&mut self) -> Self::SliceMut<'_> {
                &mut self[..]
            }
            #[inline(always)]
            #[track_caller]
            fn store<const K: usize>(&mut self, at: usize, value: [u8; K]) {
                *chunk_mut(&mut self[..], at) = value;
            }
            #[inline]
            #[track_caller]
            fn write(&mut self, at: usize, bytes: &[u8]) {
                self[at..][..bytes.len()].copy_from_slice(bytes);
            }
            #[inline]
            fn plain_mut(&mut self) -> Option<&mut [u8]> {
                Some(&mut self[..])
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Writable for $holder {
            #[inline(always)]
            fn writable(&mut self) -> Result<Self::SliceMut<'_>, ReadOnlyError> {
                Ok(self.slice_mut())
            }
        }
    )* };
}

/// Holders of bytes that others may write too. Their parts live as long as the bytes do, also those to write.
macro_rules! cells {
    ($([$($generics:tt)*] $holder:ty;)*) => { $(
        impl<'a, $($generics)*> Sealed for $holder {}

        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)*> Bytes for $holder {
            type Unit = Cell<u8>;
            type Part<'s, const K: usize> = &'a [Cell<u8>; K] where Self: 's;
            type Text<'s, const K: usize> = [u8; K] where Self: 's;
            type Slice<'s> = &'a [Cell<u8>] where Self: 's;
            type PartMut<'s, const K: usize> = &'a [Cell<u8>; K] where Self: 's;
            type SliceMut<'s> = &'a [Cell<u8>] where Self: 's;

            #[inline(always)]
            fn units(&self) -> &[Cell<u8>] {
                &self[..]
            }
            #[inline(always)]
            #[track_caller]
            fn part<const K: usize>(&self, at: usize) -> Self::Part<'_, K> {
                chunk(&self[..], at)
            }
            #[inline(always)]
            #[track_caller]
            fn text<const K: usize>(&self, at: usize) -> [u8; K] {
                self.load(at)
            }
            #[inline(always)]
            fn slice(&self) -> Self::Slice<'_> {
                &self[..]
            }
            #[inline(always)]
            fn readonly(&self) -> bool {
                false
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)*> BytesMut for $holder {
            #[inline(always)]
            #[track_caller]
            fn part_mut<const K: usize>(&mut self, at: usize) -> Self::PartMut<'_, K> {
                chunk(&self[..], at)
            }
            #[inline(always)]
            fn slice_mut(&mut self) -> Self::SliceMut<'_> {
                &self[..]
            }
            #[inline(always)]
            #[track_caller]
            fn store<const K: usize>(&mut self, at: usize, value: [u8; K]) {
                for (cell, byte) in chunk::<_, K>(&self[..], at).iter().zip(value) {
                    cell.set(byte);
                }
            }
            #[inline]
            #[track_caller]
            fn write(&mut self, at: usize, bytes: &[u8]) {
                for (cell, byte) in self[at..][..bytes.len()].iter().zip(bytes) {
                    cell.set(*byte);
                }
            }
            #[inline]
            fn plain_mut(&mut self) -> Option<&mut [u8]> {
                None
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)*> Writable for $holder {
            #[inline(always)]
            fn writable(&mut self) -> Result<Self::SliceMut<'_>, ReadOnlyError> {
                Ok(self.slice_mut())
            }
        }
    )* };
}

#[diagnostic::do_not_recommend]
impl SplitMut for &mut [u8] {
    #[inline]
    fn share(self) -> Result<(Self, Self), Self> {
        Err(self)
    }
    #[inline]
    fn split(self, at: usize) -> (Self, Self) {
        self.split_at_mut(at)
    }
}

#[diagnostic::do_not_recommend]
impl SplitMut for &[Cell<u8>] {
    #[inline]
    fn share(self) -> Result<(Self, Self), Self> {
        Ok((self, self))
    }
    #[inline]
    fn split(self, at: usize) -> (Self, Self) {
        self.split_at(at)
    }
}

macro_rules! holds {
    ($([$($generics:tt)*] $holder:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* const N: usize> Holds<N> for $holder {}
    )* };
}

plain! {
    ['a] &'a [u8], 'a, true, ReadOnly, ReadOnly;
    ['a, const N: usize] &'a [u8; N], 'a, true, ReadOnly, ReadOnly;
}
#[cfg(feature = "alloc")]
plain! {
    [] Arc<[u8]>, 's, true, ReadOnly, ReadOnly;
    [const N: usize] Arc<[u8; N]>, 's, true, ReadOnly, ReadOnly;
    [] Rc<[u8]>, 's, true, ReadOnly, ReadOnly;
    [const N: usize] Rc<[u8; N]>, 's, true, ReadOnly, ReadOnly;
    ['a] Cow<'a, [u8]>, 's, true, ReadOnly, ReadOnly;
}
#[cfg(feature = "bytes")]
plain! {
    [] bytes::Bytes, 's, true, ReadOnly, ReadOnly;
}
exclusive! {
    ['a] &'a mut [u8];
    ['a, const N: usize] &'a mut [u8; N];
    [const N: usize] [u8; N];
}
#[cfg(feature = "alloc")]
exclusive! {
    [] Box<[u8]>;
    [const N: usize] Box<[u8; N]>;
    [] Vec<u8>;
}
#[cfg(feature = "bytes")]
exclusive! {
    [] bytes::BytesMut;
}
cells! {
    [] &'a [Cell<u8>];
    [const N: usize] &'a [Cell<u8>; N];
}
holds! {
    [] [u8; N];
    ['a,] &'a [u8; N];
    ['a,] &'a mut [u8; N];
    ['a,] &'a [Cell<u8>; N];
}
#[cfg(feature = "alloc")]
holds! {
    [] Arc<[u8; N]>;
    [] Rc<[u8; N]>;
    [] Box<[u8; N]>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::{Owner, OwnerMut};

    /// Reads and writes through a holder of the bytes 1 to 8.
    #[track_caller]
    fn check_mut(mut holder: impl BytesMut) {
        check(&holder);
        assert!(!holder.readonly());
        holder.store_u16_be(1, 0x0a0b);
        holder.part_mut::<2>(3).store(0, [0x0c, 0x0d]);
        holder.slice_mut().write(5, &[0x0e]);
        holder.writable().unwrap().store_u8(6, 0x0f);
        assert_eq!(holder.load(0), [1, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 8]);
    }

    #[track_caller]
    fn check(holder: &impl Bytes) {
        assert_eq!(holder.units().len(), 8);
        assert_eq!(holder.load(0), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!((holder.load_u32_le(1), holder.load_u32_be(1)), (0x0504_0302, 0x0203_0405));
        assert_eq!((holder.load_u8(7), holder.load_i8(7), holder.load_bool(7)), (8, 8, true));
        assert_eq!(holder.part::<3>(2).load(0), [3, 4, 5]);
        assert_eq!(holder.text::<3>(2).as_ref(), [3, 4, 5]);
        assert_eq!(holder.slice().load(6), [7, 8]);
    }

    #[test]
    fn every_holder_reads_and_writes_alike() {
        let mut bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        check(&&bytes);
        check(&&bytes[..]);
        check_mut(bytes);
        check(&Owner(bytes));
        check_mut(OwnerMut(bytes));
        check_mut(&mut { bytes });
        check_mut(&mut { bytes }[..]);
        check_mut(Cell::from_mut(&mut { bytes }[..]).as_slice_of_cells());
        check_mut(Cell::from_mut(&mut bytes[..]).as_slice_of_cells().first_chunk::<8>().unwrap());
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn so_does_every_holder_on_the_heap() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        check(&Arc::new(bytes));
        check(&(Arc::from(bytes) as Arc<[u8]>));
        check(&Rc::new(bytes));
        check(&(Rc::from(bytes) as Rc<[u8]>));
        check(&Cow::Borrowed(&bytes[..]));
        check(&Cow::<[u8]>::Owned(bytes.to_vec()));
        check_mut(Box::new(bytes));
        check_mut(Box::from(bytes) as Box<[u8]>);
        check_mut(bytes.to_vec());
    }

    #[cfg(feature = "bytes")]
    #[test]
    fn so_do_those_of_the_bytes_crate() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        check(&bytes::Bytes::copy_from_slice(&bytes));
        check_mut(bytes::BytesMut::from(&bytes[..]));
    }
}
