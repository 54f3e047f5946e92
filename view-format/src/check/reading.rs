//! How readers of one string differ about padding: [`Reading`].
//!
//! A format says what stands in an element and, under `@`, leaves it to the reader how much room lies between. Each
//! reader has its own rule, and what numpy and ctypes write fits none of the readers quite:
//!
//! ```
//! use view_format::{BufferLayout, Layout, Reading, Target};
//!
//! // numpy wrote this for { n: { x: i4, y: u1 } aligned, b: u1 } aligned, 12 bytes. Its own reader finds `b` at 11.
//! let text = "T{T{i:x:B:y:}:n:xxxB:b:}";
//! let BufferLayout { layout, reading, doubts } = Layout::of_buffer(text, 12, &Target::LP64)?;
//! assert_eq!((layout.size(), reading), (12, Reading::Packed));
//! assert_eq!(layout.field("b").unwrap().offset(), 8);
//! assert!(doubts.is_empty());
//! # Ok::<(), view_format::FormatError>(())
//! ```
//!
//! # Differences between struct, numpy and ctypes
//!
//! | point | `struct` | numpy reads | numpy writes | ctypes writes | here |
//! |---|---|---|---|---|---|
//! | padding before an item under `@` | implied | implied | written, as single `x` | written, as `3x` | implied; as written in [`of_buffer`](crate::Layout::of_buffer) |
//! | padding at the end under `@` | none | implied, in each `T{}` and at the top | never written | written | none; filled up to the item size in `of_buffer` |
//! | white space | between items | an error | none | none | between items |
//! | mark in mid-string | an error | in force until the next | yes | before each item | in force until the next |
//! | mark before a shape, shape after a count, several shapes | - | an error | `(3)(2)h` | mark before shape | any order |
//! | complex numbers | `F D` from 3.14, also `Zf Zd` from 3.15 | `Zf Zd Zg` | `Zf Zd Zg` | `F D G`, later `Zf Zd Zg` | `F D Zf Zd Zg` |
//! | characters | - | `w` | `3w` | `<u`, a `wchar_t` | `w`; `u` in `of_buffer`, with 4 bytes |
//! | `long double` | - | `g` | `g`, `^g` | `<g` | native only; after any mark in `of_buffer` |
//! | `n N P` | native only | an error | never | `<P` | native only; after any mark in `of_buffer` |
//! | pointers `O & X{} z`, bare `Z` | - | `O` | `O` | all | named, no layout; an address in `of_buffer` |
//! | arrays without elements `(0)i`, `(3)T{}` | - | read | written | written | an error; no field in `of_buffer` |
//! | missing last brace, stray brace | - | accepted | - | - | an error, and the rest is read |
//! | two fields of one name | - | an error | never | by accident | an error |
//!
//! # Where we accept what an interpreter refuses
//!
//! Values, sizes and offsets are those of the interpreters. Only what they refuse may differ:
//!
//! | written | refused by | here |
//! |---|---|---|
//! | `F D` | `struct` before CPython 3.14 | complex numbers |
//! | `Zf Zd` | `struct` before CPython 3.15 | complex numbers |

/// Where a reader sees padding that is not written.
///
/// | reading | between items under `@` | at the end under `@` | who reads so |
/// |---|---|---|---|
/// | `Packed` | none | none | nobody, but it is what numpy and ctypes write |
/// | `Aligned` | up to the item's alignment | none | `struct`, and [`check`](crate::syntax::ast::Format::check) |
/// | `Padded` | up to the item's alignment | up to the strictest alignment, in each `T{}` and at the top | numpy |
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reading {
    /// All padding is written as `x`.
    Packed,
    /// Under `@` each item starts at a multiple of its alignment; after the last one there is nothing.
    #[default]
    Aligned,
    /// As [`Aligned`](Reading::Aligned), and each struct ends at a multiple of its alignment, as a C compiler does it.
    Padded,
}

/// Which codes have a size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Codes {
    /// Those that all readers agree on.
    Agreed,
    /// Also those of a buffer, whose writer had a size for each: what is an address has the target's size of one, `u` is
    /// a `wchar_t` of 4 bytes, and native sizes hold after any mark.
    Written,
}
