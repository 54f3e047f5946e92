//! Where records and views take their bytes from: a known number of them ([`Source`]), or all of them ([`SliceSource`]).

#[cfg(feature = "alloc")]
use alloc::{borrow::Cow, boxed::Box, rc::Rc, sync::Arc, vec::Vec};
use core::{cell::Cell, fmt};

use crate::bytes::{Bytes, MaybeMut, Owner, OwnerMut};

/// There are fewer bytes than needed, or more.
///
/// ```
/// use view_core::SizeError;
///
/// assert_eq!(SizeError::new(14, 12).to_string(), "14 bytes needed, 12 there");
/// assert_eq!(SizeError::at(512, 14, 3).to_string(), "14 bytes needed at offset 512, 3 there");
/// assert_eq!(SizeError::new(14, 118).to_string(), "exactly 14 bytes needed, 118 there; `[..14]` takes the first of them");
/// ```
///
/// What would do instead is in the sentence. Errors with the same numbers are equal, whatever that is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct SizeError {
    /// Bytes that are needed.
    pub needed: usize,
    /// Bytes that are there, from `offset` on.
    pub got: usize,
    /// Where they were looked for.
    pub offset: usize,
    instead: Instead,
}

/// What would do in the place of a call that takes no more bytes than needed.
#[derive(Debug, Clone, Copy)]
enum Instead {
    /// The bytes that are needed alone.
    Part,
    /// A constructor of the same type.
    FromPrefix,
    /// A function of the same type.
    UnpackFrom,
    /// Bytes for one element more or less, of so many bytes each.
    MultipleOf(usize),
}

impl SizeError {
    /// `needed` bytes needed, `got` there.
    pub const fn new(needed: usize, got: usize) -> SizeError {
        SizeError::at(0, needed, got)
    }

    /// `needed` bytes needed from `offset` on, `got` there.
    pub const fn at(offset: usize, needed: usize, got: usize) -> SizeError {
        SizeError { needed, got, offset, instead: Instead::Part }
    }

    /// Bytes for whole elements of `size` bytes needed, `got` there.
    pub(crate) fn multiple(size: usize, got: usize) -> SizeError {
        let needed = got.checked_next_multiple_of(size).unwrap_or(usize::MAX);
        SizeError { instead: Instead::MultipleOf(size), ..SizeError::new(needed, got) }
    }

    /// The same of a type that has `from_prefix`.
    pub(crate) const fn or_from_prefix(self) -> SizeError {
        SizeError { instead: Instead::FromPrefix, ..self }
    }

    /// The same of a type that has `unpack_from`.
    pub(crate) const fn or_unpack_from(self) -> SizeError {
        SizeError { instead: Instead::UnpackFrom, ..self }
    }
}

impl PartialEq for SizeError {
    fn eq(&self, other: &SizeError) -> bool {
        (self.needed, self.got, self.offset) == (other.needed, other.got, other.offset)
    }
}

impl Eq for SizeError {}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SizeError { needed, got, offset, instead } = *self;
        if let Instead::MultipleOf(size) = instead {
            return write!(f, "{got} bytes are not a multiple of {size}");
        }
        match needed {
            usize::MAX => f.write_str("more bytes needed than there can be")?,
            _ if got > needed => write!(f, "exactly {needed} bytes needed")?,
            _ => write!(f, "{needed} bytes needed")?,
        }
        if offset > 0 {
            write!(f, " at offset {offset}")?;
        }
        write!(f, ", {got} there")?;
        match instead {
            _ if got <= needed => Ok(()),
            Instead::FromPrefix => f.write_str("; `from_prefix` takes the first of more"),
            Instead::UnpackFrom => f.write_str("; `unpack_from` takes them out of more"),
            _ => write!(f, "; `[..{needed}]` takes the first of them"),
        }
    }
}

impl core::error::Error for SizeError {}

/// A reference to bytes of any number, to take `N` of them from: what the constructors of records accept.
///
/// `&[u8]`, `&mut [u8]` and `&[Cell<u8>]`, and references to arrays of any length, to `Vec`, `Box`, `Rc`, `Arc` and `Cow`;
/// with feature `bytes` also to `bytes::Bytes` and `BytesMut`.
#[diagnostic::on_unimplemented(
    message = "cannot take bytes from `{Self}`",
    label = "not a reference to bytes",
    note = "give `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, or a reference to an array or a `Vec` of `u8`; often `&x[..]` helps"
)]
pub trait Source<const N: usize>: SliceSource {
    /// What holds `N` of them: `&[u8; N]`, `&mut [u8; N]` or `&[Cell<u8>; N]`.
    type Array: Bytes;
    /// What holds the others.
    type Rest;

    /// All the bytes, which must be `N`.
    fn exact(self) -> Result<Self::Array, SizeError>;
    /// The first `N` bytes, and the rest.
    fn prefix(self) -> Result<(Self::Array, Self::Rest), SizeError>;
    /// The `N` bytes from `offset` on.
    fn at(self, offset: usize) -> Result<Self::Array, SizeError>;

    /// As [`prefix`](Source::prefix), the bytes made into something.
    #[doc(hidden)]
    #[inline(always)]
    fn prefix_as<T>(self, make: fn(Self::Array) -> T) -> Result<(T, Self::Rest), SizeError>
    where
        Self: Sized,
    {
        let (bytes, rest) = self.prefix()?;
        Ok((make(bytes), rest))
    }
}

/// Bytes of any number, taken whole: what run-time views and views of many records are made over.
///
/// All that [`Source`] takes; [`MaybeMut`]; and by value, so that the view owns them, `Vec<u8>`, `Cow<[u8]>`,
/// `Box`, `Rc` and `Arc` of slices and arrays, and any [`Owner`]; with feature `bytes` also `bytes::Bytes` and `BytesMut`.
#[diagnostic::on_unimplemented(
    message = "cannot take bytes from `{Self}`",
    label = "not a reference to bytes",
    note = "give `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, or a reference to an array or a `Vec` of `u8`; often `&x[..]` helps"
)]
pub trait SliceSource {
    /// What holds the bytes.
    type Bytes: Bytes;

    /// All the bytes.
    fn into_bytes(self) -> Self::Bytes;
}

/// References. `$slice` is the slice they become; the names are of the slice's own methods.
macro_rules! sources {
    ($([$($generics:tt)*] $source:ty, $unit:ty, [$($mutability:tt)*] $split:ident $get:ident $first:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)* const N: usize> Source<N> for $source {
            type Array = &'a $($mutability)* [$unit; N];
            type Rest = &'a $($mutability)* [$unit];

            #[inline(always)]
            fn exact(self) -> Result<Self::Array, SizeError> {
                let bytes = self.into_bytes();
                let got = bytes.len();
                bytes.try_into().map_err(|_| SizeError::new(N, got).or_from_prefix())
            }
            #[inline(always)]
            fn prefix(self) -> Result<(Self::Array, Self::Rest), SizeError> {
                let bytes = self.into_bytes();
                let got = bytes.len();
                bytes.$split().ok_or(SizeError::new(N, got))
            }
            #[inline(always)]
            fn at(self, offset: usize) -> Result<Self::Array, SizeError> {
                let bytes = self.into_bytes();
                let got = bytes.len().saturating_sub(offset);
                bytes.$get(offset..).and_then(|rest| rest.$first()).ok_or(SizeError::at(offset, N, got))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)*> SliceSource for $source {
            type Bytes = &'a $($mutability)* [$unit];

            #[inline(always)]
            fn into_bytes(self) -> Self::Bytes {
                &$($mutability)* self[..]
            }
        }
    )* };
}

/// Owners that a view of the whole may be made of. Arrays are none: they are `Copy`, and a view of a copy, made where
/// `&mut` was forgotten, would be written without a trace. `OwnerMut` takes one.
macro_rules! owners {
    ($([$($life:tt)*] $owner:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl $($life)* SliceSource for $owner {
            type Bytes = $owner;

            #[inline(always)]
            fn into_bytes(self) -> $owner {
                self
            }
        }
    )* };
}

sources! {
    [] &'a [u8], u8, [] split_first_chunk get first_chunk;
    [] &'a mut [u8], u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
    [] &'a [Cell<u8>], Cell<u8>, [] split_first_chunk get first_chunk;
    [const M: usize,] &'a [u8; M], u8, [] split_first_chunk get first_chunk;
    [const M: usize,] &'a mut [u8; M], u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
    [const M: usize,] &'a [Cell<u8>; M], Cell<u8>, [] split_first_chunk get first_chunk;
}
#[cfg(feature = "alloc")]
sources! {
    [] &'a Vec<u8>, u8, [] split_first_chunk get first_chunk;
    [] &'a mut Vec<u8>, u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
    [] &'a Box<[u8]>, u8, [] split_first_chunk get first_chunk;
    [] &'a mut Box<[u8]>, u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
    [] &'a Arc<[u8]>, u8, [] split_first_chunk get first_chunk;
    [] &'a Rc<[u8]>, u8, [] split_first_chunk get first_chunk;
    [] &'a Cow<'_, [u8]>, u8, [] split_first_chunk get first_chunk;
    [const M: usize,] &'a Box<[u8; M]>, u8, [] split_first_chunk get first_chunk;
    [const M: usize,] &'a mut Box<[u8; M]>, u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
    [const M: usize,] &'a Arc<[u8; M]>, u8, [] split_first_chunk get first_chunk;
    [const M: usize,] &'a Rc<[u8; M]>, u8, [] split_first_chunk get first_chunk;
}
#[cfg(feature = "bytes")]
sources! {
    [] &'a bytes::Bytes, u8, [] split_first_chunk get first_chunk;
    [] &'a bytes::BytesMut, u8, [] split_first_chunk get first_chunk;
    [] &'a mut bytes::BytesMut, u8, [mut] split_first_chunk_mut get_mut first_chunk_mut;
}
owners! {
    [<'a>] MaybeMut<'a>;
    [<T: AsRef<[u8]>>] Owner<T>;
    [<T: AsRef<[u8]> + AsMut<[u8]>>] OwnerMut<T>;
}
#[cfg(feature = "alloc")]
owners! {
    [] Vec<u8>;
    [] Box<[u8]>;
    [] Arc<[u8]>;
    [] Rc<[u8]>;
    [<'a>] Cow<'a, [u8]>;
    [<const N: usize>] Box<[u8; N]>;
    [<const N: usize>] Arc<[u8; N]>;
    [<const N: usize>] Rc<[u8; N]>;
}
#[cfg(feature = "bytes")]
owners! {
    [] bytes::Bytes;
    [] bytes::BytesMut;
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::*;

    #[test]
    fn exact_prefix_and_offset() {
        let bytes: &[u8] = &[1, 2, 3, 4];
        assert_eq!(Source::<4>::exact(bytes), Ok(&[1, 2, 3, 4]));
        assert_eq!(Source::<3>::exact(bytes), Err(SizeError::new(3, 4)));
        assert_eq!(Source::<3>::prefix(bytes), Ok((&[1, 2, 3], &[4][..])));
        assert_eq!(Source::<5>::prefix(bytes), Err(SizeError::new(5, 4)));
        assert_eq!(Source::<3>::at(bytes, 1), Ok(&[2, 3, 4]));
        assert_eq!(Source::<3>::at(bytes, 2), Err(SizeError::at(2, 3, 2)));
        assert_eq!(Source::<3>::at(bytes, usize::MAX), Err(SizeError::at(usize::MAX, 3, 0)));
        assert_eq!(Source::<0>::at(bytes, 4), Ok(&[]));
    }

    #[test]
    fn what_would_do_is_told() {
        let bytes: &[u8] = &[1, 2, 3, 4];
        let told = [
            (
                Source::<3>::exact(bytes).unwrap_err(),
                "exactly 3 bytes needed, 4 there; `from_prefix` takes the first of more",
            ),
            (Source::<5>::exact(bytes).unwrap_err(), "5 bytes needed, 4 there"),
            (Source::<3>::at(bytes, 2).unwrap_err(), "3 bytes needed at offset 2, 2 there"),
            (SizeError::new(3, 4), "exactly 3 bytes needed, 4 there; `[..3]` takes the first of them"),
            (
                SizeError::new(3, 4).or_unpack_from(),
                "exactly 3 bytes needed, 4 there; `unpack_from` takes them out of more",
            ),
            (SizeError::new(5, 4).or_unpack_from(), "5 bytes needed, 4 there"),
            (SizeError::new(0, 4), "exactly 0 bytes needed, 4 there; `[..0]` takes the first of them"),
            (SizeError::new(usize::MAX, 4), "more bytes needed than there can be, 4 there"),
            (SizeError::at(2, usize::MAX, 4), "more bytes needed than there can be at offset 2, 4 there"),
            (SizeError::multiple(3, 4), "4 bytes are not a multiple of 3"),
            (SizeError::multiple(8, usize::MAX), "BIG bytes are not a multiple of 8"),
        ];
        for (error, words) in told {
            assert_eq!(error.to_string(), words.replace("BIG", &usize::MAX.to_string()));
        }
        assert_eq!(SizeError::multiple(3, 4), SizeError::new(6, 4));
        assert_eq!(Source::<3>::exact(bytes).unwrap_err(), SizeError::new(3, 4));
    }

    #[test]
    fn two_exclusive_parts_at_once() {
        let mut bytes = [1, 2, 3, 4];
        let (first, rest) = Source::<2>::prefix(&mut bytes).unwrap();
        let (second, _) = Source::<2>::prefix(rest).unwrap();
        first[0] = 5;
        second[0] = 6;
        assert_eq!(bytes, [5, 2, 6, 4]);
    }
}
