//! Macros by rules: `s!`, and the door of `view!`, which hands on the path of this crate, so that a renamed dependency works.

mod slice;

/// Makes views of bytes from a format that is known while the program is compiled: record types, or views in place.
///
/// # A named record
///
/// ```
/// use view_core::{Bytes, view};
///
/// view! {
///     /// The fixed part of a Windows bitmap.
///     #[derive(Debug)]
///     pub struct BmpHeader = "<2s:signature: I:file_size: 4x I:data_offset:";
/// }
///
/// # fn main() -> Result<(), view_core::SizeError> {
/// let mut file = *b"BM\x46\0\0\0....\x36\0\0\0rest of the file";
/// let (header, rest) = BmpHeader::from_prefix(&file)?;
/// assert_eq!(header.signature(), b"BM");
/// assert_eq!(header.file_size(), 70);
/// assert_eq!(rest, b"rest of the file");
///
/// // Setters are there where the bytes can be written.
/// BmpHeader::from_prefix(&mut file)?.0.set_file_size(71);
/// assert_eq!(file[2], 71);
///
/// // Over arrays nothing can fail, and a wrong length does not compile.
/// const EMPTY: BmpHeader = BmpHeader::new([0; 14]);
/// fn end(header: &BmpHeader<impl Bytes>) -> u32 {
///     header.file_size()
/// }
/// assert_eq!(end(&EMPTY), 0);
/// # Ok(())
/// # }
/// ```
///
/// Each `struct Name = "format";` becomes a type `Name<B>` over what holds the bytes (`[u8; N]`, `&[u8; N]`,
/// `&mut [u8; N]`, `&[Cell<u8>; N]`, `Arc<[u8; N]>`, `Box<[u8; N]>`), of the same size as that. It has
///
/// * the constants `FORMAT`, `SIZE` (in bytes), `LAYOUT` and `OFFSETS` (in bytes: `BmpHeader::OFFSETS.file_size` is 2);
/// * the constructors `new` (arrays), `from_bytes` (exactly so many bytes), `from_prefix` (and the rest) and
///   `from_offset` (in bytes), of which the last three are a `Result`; and `into_inner`;
/// * for each field `x` a getter `x()`, and a setter `set_x()` or, for arrays and nested records, a way in `x_mut()`.
///   Fields without a name are called `f0`, `f1` and so on, as numpy calls them. Padding is no field.
///
/// Nested structs `T{...}` are types of their own, named after both: the field `spot` of `Trade` is a `TradeSpot`. A shape
/// `(3,4)f` is a [`TypedView`](crate::TypedView) of rank 2, a string `5s` a `&[u8; 5]` (over cells a copy), a Pascal string
/// `5p` a [`PascalText`](crate::PascalText), `?` is `byte != 0`, `e` an `f32`, `Zf` and `Zd` a
/// [`Complex`](crate::Complex). Attributes and doc comments are passed on; `Debug`, `PartialEq`, `Eq`, `Hash` and `Default` are
/// implemented over the fields, not over raw bytes and padding. `Clone` and `Copy` every record has.
///
/// # In place
///
/// ```
/// use view_core::view;
///
/// let bytes = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
/// let numbers = view!(&bytes, "<i", [3, 1]); // an array: cannot fail
/// assert_eq!(numbers.get([2, 0]), Some(3));
///
/// let slice = &bytes[..];
/// assert!(view!(slice, "<i", [3, 1]).is_ok()); // a slice: checked at run time
/// assert!(view!(slice, "<i", [4]).is_err());
///
/// let rows = view!(slice, "<H:id: H:kind:", [_])?; // as many as there are: always a `Result`
/// assert_eq!(rows.at(2).id(), 3);
/// assert_eq!(rows.columns().id().sum(), 6);
/// # Ok::<(), view_core::SizeError>(())
/// ```
///
/// `view!(bytes, "format")` gives the record itself, or for a single scalar a view of rank 0, read by `value()`; with a shape, in elements,
/// a [`TypedView`](crate::TypedView), whose last index is the fastest, or with `order = "F"` the first:
///
/// ```
/// # use view_core::view;
/// let grid = view!(&[1, 2, 3, 4, 5, 6], "B", [2, 3], order = "F");
/// assert_eq!((grid.get([1, 0]), grid.get([0, 1])), (Some(2), Some(3)));
///
/// // To a view whose format is known at run time, and back, which is checked.
/// # #[cfg(feature = "alloc")] {
/// let view = grid.into_view();
/// assert_eq!((view.format(), view.strides()), ("B", &[1, 2][..]));
/// assert!(view.view().typed::<u8, 2>().is_ok());
/// assert!(view.typed::<u16, 2>().is_err());
/// # }
/// ```
///
/// | bytes | the view is over | |
/// |---|---|---|
/// | `[u8; N]`, `Box<[u8; N]>`, `Arc<[u8; N]>` | the same | cannot fail |
/// | `&[u8; N]`, `&mut [u8; N]`, `&[Cell<u8>; N]`, `&Box<[u8; N]>`, `&Arc<[u8; N]>` | a reference to an array | cannot fail |
/// | `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, `&Vec<u8>`, `&mut Vec<u8>`, `&Box<[u8]>`, `&Arc<[u8]>` | a reference to an array | a `Result` |
/// | `Vec<u8>`, `Box<[u8]>`, `Arc<[u8]>`, [`MaybeMut`](crate::MaybeMut) | an owned array; the same | a `Result` |
///
/// With a length that is found out (`_`) it is a `Result` always, and takes what [`SliceSource`](crate::SliceSource) does.
///
/// # Errors
///
/// A format that cannot be read does not compile: every mistake is drawn under the format, with what would do. Nor does an
/// array of another size:
///
/// ```compile_fail
/// view_core::view!(&[0u8; 12], "<i", [3, 2]); // 24 bytes are needed, 12 are there
/// ```
///
/// Formats are those of Python's `struct` with the additions of PEP 3118; see [`Layout::parse`](crate::Layout::parse).
/// Native sizes and alignments (no mark, `@`, `^`) are those of the target that the program is compiled for: `l` reads as
/// [`c_long`](core::ffi::c_long), `n` as `isize`, `N` and `P` as `usize`, and the compiler checks that C would lay the fields
/// out alike.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! view {
    ($($tokens:tt)*) => {
        $crate::__private::view_impl! { $crate, $($tokens)* }
    };
}

/// Makes a buffer of a record that owns its bytes. Where there is no heap there are no buffers.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __export_record {
    ($record:ty) => {
        impl $crate::__private::Buffer for $record {
            #[inline]
            fn buffer(
                &self,
            ) -> ::core::result::Result<$crate::__private::View<&[$crate::__private::u8]>, $crate::__private::ViewError>
            {
                $crate::__private::exported_record::<$record, _>(&self.0[..])
            }
        }
        impl $crate::__private::BufferMut for $record {
            #[inline]
            fn buffer_mut(
                &mut self,
            ) -> ::core::result::Result<
                $crate::__private::View<&mut [$crate::__private::u8]>,
                $crate::__private::ViewError,
            > {
                $crate::__private::exported_record::<$record, _>(&mut self.0[..])
            }
        }
    };
}

/// Makes a buffer of a record that owns its bytes. Where there is no heap there are no buffers.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __export_record {
    ($record:ty) => {};
}
