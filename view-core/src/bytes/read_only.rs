//! What there is to write in bytes that are read-only: nothing, as a type and as an error.

use core::fmt;

use super::{Bytes, BytesMut, SplitMut, Writable, sealed::Sealed};

/// What there is to write in read-only bytes: it has no values.
///
/// It stands where a type for writing is called for, so that a misuse is told in one sentence ("cannot write through
/// `&[u8]`") and not as a type that is missing.
#[derive(Clone, Copy, Debug)]
pub enum ReadOnly {}

impl Sealed for ReadOnly {}

#[diagnostic::do_not_recommend]
impl Bytes for ReadOnly {
    type Unit = u8;
    type Part<'s, const K: usize> = ReadOnly;
    type Text<'s, const K: usize> = &'s [u8; K];
    type Slice<'s> = ReadOnly;
    type PartMut<'s, const K: usize> = ReadOnly;
    type SliceMut<'s> = ReadOnly;

    fn units(&self) -> &[u8] {
        match *self {}
    }
    fn part<const K: usize>(&self, _: usize) -> ReadOnly {
        match *self {}
    }
    fn text<const K: usize>(&self, _: usize) -> &[u8; K] {
        match *self {}
    }
    fn slice(&self) -> ReadOnly {
        match *self {}
    }
    fn readonly(&self) -> bool {
        match *self {}
    }
}

#[diagnostic::do_not_recommend]
impl BytesMut for ReadOnly {
    fn part_mut<const K: usize>(&mut self, _: usize) -> ReadOnly {
        match *self {}
    }
    fn slice_mut(&mut self) -> ReadOnly {
        match *self {}
    }
    fn store<const K: usize>(&mut self, _: usize, _: [u8; K]) {
        match *self {}
    }
    fn write(&mut self, _: usize, _: &[u8]) {
        match *self {}
    }
    fn plain_mut(&mut self) -> Option<&mut [u8]> {
        match *self {}
    }
}

#[diagnostic::do_not_recommend]
impl SplitMut for ReadOnly {
    fn share(self) -> Result<(Self, Self), Self> {
        match self {}
    }
    fn split(self, _: usize) -> (Self, Self) {
        match self {}
    }
}

#[diagnostic::do_not_recommend]
impl Writable for ReadOnly {
    fn writable(&mut self) -> Result<ReadOnly, ReadOnlyError> {
        match *self {}
    }
}

/// Bytes whose mutability is known at run time only turned out to be read-only.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ReadOnlyError;

impl fmt::Display for ReadOnlyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot modify read-only memory")
    }
}

impl core::error::Error for ReadOnlyError {}
