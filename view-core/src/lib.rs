//! Zero-copy views of binary data, described by the format strings of Python's `struct` module and of PEP 3118.
//!
//! ```
//! # #[cfg(feature = "alloc")] {
//! use view_core::{Be, TypedView, Value, View};
//!
//! // What `memoryview` is to Python: bytes of others, read and written in place.
//! let mut data = *b"ABCDEFGH";
//! let mut view = View::new(&mut data);
//! view.slice_mut(2..4)?.copy_from(b"XY")?;
//! assert_eq!(view.to_bytes(), b"ABXYEFGH");
//!
//! // Over cells, views live side by side, and all of them write.
//! let mut view = View::cells(&mut data);
//! let mut part = view.slice(1..5)?;
//! part.set([0], 90)?;
//! view.set([4], b'-')?;
//! assert_eq!(part.to_bytes(), b"ZXY-");
//!
//! // Any format and any shape over the same bytes.
//! let bytes = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
//! let view = View::new(&bytes).cast("<i")?;
//! assert_eq!((view.ndim(), view.shape(), view.strides()), (1, &[3][..], &[4][..]));
//! assert_eq!(view.to_list(), Value::list([1, 2, 3]));
//!
//! // Format and rank checked once, then one load for each access.
//! let grid = view.cast_shape("<i", &[3, 1])?.typed::<i32, 2>()?;
//! assert_eq!(grid.get([2, 0]), Some(3));
//!
//! // Known at build time, there is nothing left to check.
//! let numbers = TypedView::<_, Be<u16>>::from_bytes(b"\x01\x02\x03\x04")?;
//! assert_eq!(numbers.at(1), 0x0304);
//! # }
//! # Ok::<(), view_core::ViewError>(())
//! ```
//!
//! # Slices, shapes, parts
//!
//! Whatever can be said by a shape, strides and an offset is a view, and costs no copy:
//!
//! | | |
//! |---|---|
//! | slices of all axes, as Python has them | `slice(s![.., ..;-2])`, `slice(1..5)`: see [`s!`] |
//! | parts | `part`, `index_axis`, `slice_axis`, `split_at`, `chunks`, `axis_iter`, `column("at.x")` |
//! | axes | `transpose`, `permute`, `swap_axes`, `flip`, `insert_axis`, `squeeze` |
//! | shapes | `reshape`, `broadcast_to`, `windows`, `cast_shape`, `cast_strided` |
//!
//! Each takes the view or borrows it; those that borrow have a twin that writes (`slice_mut`). Two parts can be written at
//! once where their bytes lie apart, and over cells always.
//!
//! # What holds the bytes
//!
//! Both view types are generic over it, and it is always inferred: `&[u8]` and `Arc<[u8]>` read; `&mut [u8]`, arrays,
//! `Box` and `Vec` write too; `&[Cell<u8>]` is written through many views at once; [`MaybeMut`] knows at run time. The
//! traits [`Bytes`], [`BytesMut`] and [`Writable`] tell them apart, and a write through read-only bytes does not compile.
//!
//! # Two view types
//!
//! * `View<B>`: format and rank are known at run time. Elements are read as `Value`s, or through
//!   `typed` as numbers.
//! * [`TypedView<B, E, R>`](TypedView): element and rank are known at build time. Rows of records, columns of them and
//!   fields with a shape are all this one type.
//!
//! Values are decoded, never reinterpreted: alignment does not matter, and there is no `unsafe` in this crate.
//!
//! # Memory that is there already
//!
//! Fresh memory costs more than what is written to it. Whatever makes a vector, a text or a value has a twin that fills one of
//! yours, and writes nothing where it does not fit:
//!
//! | fresh | over what is there |
//! |---|---|
//! | `View::to_bytes`, `to_bytes_in` | `to_bytes_into(order, &mut bytes)` |
//! | `View::to_vec` | `to_vec_into(&mut numbers)` |
//! | `View::to_list` | `to_list_into(&mut value)`, which keeps lists, records and strings |
//! | `View::get` | `get_into(index, &mut value)` |
//! | `View::hex`, `hex_with` | `hex_into(&mut writer, separator, bytes)` |
//! | `TypedView::to_vec`, `to_bytes` | `to_vec_into(&mut numbers)`, `to_bytes_into(&mut bytes)` |
//! | `Struct::pack` | `pack_into(&mut buffer, offset, values)` |
//! | `Struct::unpack` to a `Vec<Value>` | `unpack_into(bytes, &mut values)` |
//! | `Struct::pack_rows`, `unpack_rows` | `pack_rows_into(&mut bytes, values)`, `unpack_rows_into(bytes, &mut values)` |
//! | `Struct::pack_columns`, `unpack_columns` | `pack_columns_into(&mut bytes, columns)`, `unpack_columns_into(bytes, columns)` |
//! | `pack` of a derived record, an array | `pack_into(&mut bytes)` |
//!
//! # Features
//!
//! * `std` (on by default): implies `alloc`.
//! * `alloc`: `View`, `Value`, and holders on the heap. Without it there are records and typed views.
//! * `macros` (on by default): `view!` and the derives.
//! * `bytes`: `bytes::Bytes` and `BytesMut` hold bytes. A memory map needs no feature: see [`Owner`].
//! * `half`: `half::f16` is a number, for `e`. (`bf16` is none: no format has a code for it.)
//! * `ndarray`: arrays export themselves, and `View::as_array` lends a view as one.
//! * `num-complex`: `num_complex::Complex` is a number, for `Zf` and `Zd`.
//! * `serde`: `Value` is written and read, `View` is written.
//! * `simd`: loops over whole views use the widest instructions of the machine that runs the program. Implies `std`.
//! * `zerocopy`: its numbers of a fixed byte order, and records that derive its traits, export themselves and are lent in
//!   place.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
extern crate std;

// Which of them knows which others: ARCHITECTURE.md has them in reading order.
mod baked;
#[cfg(feature = "alloc")]
mod buffer;
mod bytes;
#[cfg(feature = "alloc")]
mod columns;
#[cfg(feature = "alloc")]
mod compiled;
mod element;
mod error;
mod generated;
mod geometry;
mod in_place;
mod kernel;
mod macros;
mod order;
#[cfg(feature = "alloc")]
mod rows;
mod source;
mod typed;
mod unpack;
#[cfg(feature = "alloc")]
mod value;
#[cfg(feature = "alloc")]
mod view;

#[cfg(feature = "alloc")]
pub use buffer::{Buffer, BufferElement, BufferElementMut, BufferMut, Plain};
pub use bytes::{Byte, Bytes, BytesMut, Holds, MaybeMut, Owner, OwnerMut, ReadOnly, ReadOnlyError, SplitMut, Writable};
#[cfg(feature = "alloc")]
pub use columns::{Column, ColumnItem, ColumnMut, ColumnRef, ColumnType, FillColumns, PackColumns, UnpackColumns};
#[cfg(feature = "alloc")]
pub use compiled::{IterUnpack, Pack, PackItem, Struct, StructError, Unpack, UnpackItem, Values};
pub use element::{
    Be, Bool, Complex, Element, Half, Le, Ne, Number, Numeric, Ordered, Pascal, PascalText, ReadAs, Record, Scalar,
    Text,
};
pub use error::{Numbers, ViewError};
#[cfg(feature = "alloc")]
pub use geometry::Shape;
pub use geometry::{GeometryError, Index, Key, MAX_RANK, Slice, SliceKey, SliceTo};
pub use order::MemoryOrder;
pub use source::{SizeError, SliceSource, Source};
pub use typed::{AxisIter, AxisIterMut, Chunks, ChunksMut, IndexedIter, Iter, OneLess, OneMore, Rank, TypedView};
pub use unpack::{UnpackError, VariantError};
#[cfg(feature = "alloc")]
pub use value::{Member, Value, ValueError};
#[cfg(feature = "alloc")]
pub use view::{CopySource, Elements, IndexedElements, Parts, PartsMut, View};

#[cfg(feature = "alloc")]
pub use view_format::FormatError;
pub use view_format::{ByteOrder, Field, Kind, Layout, Target};
#[cfg(feature = "macros")]
#[doc = include_str!("macros/record.md")]
#[doc(inline)]
pub use view_macros::Record;
#[cfg(all(feature = "macros", feature = "alloc"))]
#[doc = include_str!("macros/buffer.md")]
#[doc(inline)]
pub use view_macros::{Buffer, BufferMut};

/// What generated code needs, under names that stay.
#[doc(hidden)]
pub mod __private {
    pub use crate::__export_record as export_record;
    pub use crate::baked::named;
    #[cfg(feature = "alloc")]
    pub use crate::buffer::{Buffer, BufferMut};
    pub use crate::bytes::{Byte, Bytes, BytesMut, Holds, MaybeMut, ReadOnly, Writable};
    pub use crate::element::{
        Be, Bool, Complex, Difference, Element, Half, Le, Ne, Number, Ordered, Pascal, PascalText, Raw, RawRow, ReadAs,
        Record, Scalar, Text, Total, pascal_bytes,
    };
    pub use crate::error::ViewError;
    pub use crate::generated::{
        ByValue, ByView, Facts, FieldOf, FromRead, Nested, NestedAs, Piece, RecordType, Shown, ShownElement,
        ShownVariant, Unpacked, Values, Viewed, by_target, codes_length, layout_of, offsets, pack, pack_into,
        same_kind, text_bytes, text_length, text_of, try_array, unpack_at, unpack_exact,
    };
    #[cfg(feature = "alloc")]
    pub use crate::generated::{Integer, exported, exported_record};
    pub use crate::geometry::{Ellipsis, NewAxis, literal};
    pub use crate::in_place::{Grid, HoldsAll, InPlace, Inferred, Make, Plan, in_place, in_place_inferred};
    pub use crate::source::{SizeError, SliceSource, Source};
    pub use crate::typed::TypedView;
    pub use crate::unpack::{UnpackError, VariantError};
    #[cfg(feature = "alloc")]
    pub use crate::view::View;
    // Whatever the user has in scope.
    pub use core::{
        option::Option,
        primitive::{bool, f32, f64, i8, i16, i32, i64, i128, isize, str, u8, u16, u32, u64, usize},
        result::Result,
    };
    pub use view_format::{
        ByteOrder, Field, Kind, Layout, Mark, Scalar as LayoutScalar, ScalarKind, layout::same_layout,
    };
    #[cfg(feature = "macros")]
    pub use view_macros::view_impl;

    /// What fields of layouts are, under short names.
    pub mod baked {
        pub use crate::baked::*;
    }

    /// A value of any type, for code after an error that the compiler has already been told of. It is never run.
    #[track_caller]
    pub fn fallback<T>() -> T {
        unreachable!("the program does not compile")
    }
}
