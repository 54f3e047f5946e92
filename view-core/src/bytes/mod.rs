//! What can hold the bytes of a view or a record: the traits. Who implements them is in `holders` and `maybe_mut`.
//!
//! All code that reads is written once, over [`Bytes`]; all code that writes, over [`BytesMut`] or [`Writable`]. The
//! traits are sealed: a type outside of this crate cannot implement them, so that they can grow.

mod byte;
mod holders;
mod maybe_mut;
mod owner;
mod read_only;
mod scalars;

pub use byte::Byte;
pub use maybe_mut::MaybeMut;
pub use owner::{Owner, OwnerMut};
pub use read_only::{ReadOnly, ReadOnlyError};

use core::fmt::Debug;

mod sealed {
    /// Keeps the traits of this module to this crate.
    pub trait Sealed {}
}

/// Holds bytes that can be read.
///
/// | holder | reads | writes |
/// |---|---|---|
/// | `&[u8]`, `&[u8; N]`, `Arc<[u8]>`, `Arc<[u8; N]>`, the same with `Rc`, `Cow<[u8]>` | yes | no |
/// | `&mut [u8]`, `&mut [u8; N]`, `[u8; N]`, `Box<[u8]>`, `Box<[u8; N]>`, `Vec<u8>` | yes | yes |
/// | `&[Cell<u8>]`, `&[Cell<u8>; N]` | yes | yes, through any of many views at once |
/// | [`MaybeMut`] | yes | known at run time |
/// | [`Owner<T>`](Owner) of any `T` that lends bytes: memory maps | yes | no |
/// | [`OwnerMut<T>`](OwnerMut) of one that lends them to write too | yes | yes |
/// | with feature `bytes`: `bytes::Bytes` | yes | no |
/// | with feature `bytes`: `bytes::BytesMut` | yes | yes |
///
/// Generic code over records asks for it by `impl Bytes`:
///
/// ```
/// use view_core::Bytes;
///
/// fn readable(bytes: &impl Bytes) -> usize {
///     bytes.units().len()
/// }
/// assert_eq!(readable(b"RIFF"), 4);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hold bytes",
    label = "these are not bytes",
    note = "bytes are held by `[u8; N]`, `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, `Arc<[u8]>`, `Box<[u8]>` and references to arrays of `u8`"
)]
pub trait Bytes: sealed::Sealed {
    /// One byte in memory: `u8`, or `Cell<u8>` where others may write it too.
    type Unit: Byte;
    /// `K` of the bytes, to read. They live as long as the bytes do where they are shared, as long as the borrow where
    /// they are not.
    type Part<'s, const K: usize>: Bytes<Unit = Self::Unit>
    where
        Self: 's;
    /// A string of `K` bytes: borrowed, or a copy where others may write the bytes too.
    type Text<'s, const K: usize>: AsRef<[u8]> + Copy + Debug
    where
        Self: 's;
    /// All the bytes, to read.
    type Slice<'s>: Bytes<Unit = Self::Unit>
    where
        Self: 's;
    /// As [`Part`](Bytes::Part), to write; [`ReadOnly`] where that cannot be.
    type PartMut<'s, const K: usize>: BytesMut
    where
        Self: 's;
    /// As [`Slice`](Bytes::Slice), to write; [`ReadOnly`] where that cannot be.
    type SliceMut<'s>: SplitMut
    where
        Self: 's;

    /// All the bytes.
    fn units(&self) -> &[Self::Unit];

    /// The `K` bytes from `at` on.
    #[doc(hidden)]
    fn part<const K: usize>(&self, at: usize) -> Self::Part<'_, K>;

    /// The `K` bytes from `at` on, as a string.
    #[doc(hidden)]
    fn text<const K: usize>(&self, at: usize) -> Self::Text<'_, K>;

    /// All the bytes, borrowed.
    #[doc(hidden)]
    fn slice(&self) -> Self::Slice<'_>;

    /// Whether nothing can be written through this holder.
    fn readonly(&self) -> bool;

    /// The `K` bytes from `at` on, by value.
    #[doc(hidden)]
    #[inline(always)]
    #[track_caller]
    fn load<const K: usize>(&self, at: usize) -> [u8; K] {
        Self::Unit::load(byte::chunk(self.units(), at))
    }

    scalars::loads!();
}

/// Holds bytes that can be written, which the compiler knows.
///
/// Setters of records ask for it: `fn bump(header: &mut BmpHeader<impl BytesMut>)`.
#[diagnostic::on_unimplemented(
    message = "cannot write through `{Self}`",
    label = "these bytes are read-only",
    note = "make the view over `&mut [u8]`, over `&[Cell<u8>]`, or over an owned `[u8; N]`"
)]
pub trait BytesMut: Writable {
    /// The `K` bytes from `at` on, to write.
    #[doc(hidden)]
    fn part_mut<const K: usize>(&mut self, at: usize) -> Self::PartMut<'_, K>;

    /// All the bytes, borrowed to write.
    #[doc(hidden)]
    fn slice_mut(&mut self) -> Self::SliceMut<'_>;

    /// Writes `value` from `at` on.
    #[doc(hidden)]
    fn store<const K: usize>(&mut self, at: usize, value: [u8; K]);

    /// Writes `bytes` from `at` on.
    #[doc(hidden)]
    fn write(&mut self, at: usize, bytes: &[u8]);

    /// As plain bytes, where nobody else sees them.
    #[doc(hidden)]
    fn plain_mut(&mut self) -> Option<&mut [u8]>;

    scalars::stores!();
}

/// Bytes to write that can be handed out in parts: slices, and cells.
#[doc(hidden)]
pub trait SplitMut: BytesMut + Sized {
    /// All of them twice, where others may write them anyway; else themselves again.
    fn share(self) -> Result<(Self, Self), Self>;

    /// Those before `at`, and those from there on.
    fn split(self, at: usize) -> (Self, Self);
}

/// Holds bytes that may turn out to be writable: every [`BytesMut`], and [`MaybeMut`], which knows at run time only.
///
/// The writing methods of views ask for it, and return a `Result` anyway.
#[diagnostic::on_unimplemented(
    message = "cannot write through `{Self}`",
    label = "these bytes are read-only",
    note = "make the view over `&mut [u8]`, over `&[Cell<u8>]`, or over an owned `Vec<u8>`"
)]
pub trait Writable: Bytes {
    /// All the bytes, to write, if that can be.
    fn writable(&mut self) -> Result<Self::SliceMut<'_>, ReadOnlyError>;
}

/// Holds exactly `N` bytes, which the compiler knows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to hold {N} bytes",
    label = "not an array of {N} bytes",
    note = "`new` takes arrays of {N} bytes, owned or by reference; for slices there are `from_bytes` and `from_prefix`"
)]
pub trait Holds<const N: usize>: Bytes {}
