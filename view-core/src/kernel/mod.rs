//! The loops that everything bulk runs through: rows of a geometry, over any kind of byte.
//!
//! A row is one checked slice, cut by `as_chunks` or `chunks_exact`: then there is no test for each element, and the
//! compiler can vectorise. (`chunks` costs a division for each element; a test for each element three times the time.)
//! Operations on two geometries first make them as simple as they can be: [`axes`].

#[cfg(feature = "alloc")]
mod axes;
mod compare;
#[cfg(feature = "alloc")]
mod copy;
mod fill;
#[cfg(feature = "alloc")]
mod gather;
#[cfg(feature = "alloc")]
mod number;
#[cfg(feature = "alloc")]
mod planes;
#[cfg(feature = "alloc")]
mod records;
mod row;
mod simd;
mod sum;
#[cfg(feature = "alloc")]
mod transpose;

#[cfg(feature = "alloc")]
pub(crate) use axes::Axes;
pub(crate) use compare::{all_row_pairs, equal_rows};
#[cfg(feature = "alloc")]
pub(crate) use compare::{equal_bits, equal_floats, equal_swapped};
#[cfg(feature = "alloc")]
pub(crate) use copy::{Same, Swapped, copy};
pub(crate) use fill::{fill_row, write_row};
#[cfg(feature = "alloc")]
pub(crate) use number::{BLOCK, Domain, Wide, blocks};
#[cfg(feature = "alloc")]
pub(crate) use records::{extend_records, four, four_mut, read_records, write_records};
#[cfg(feature = "alloc")]
pub(crate) use row::fold_offsets;
pub(crate) use row::{Row, fold_row, map_row};
pub(crate) use simd::{Loop, dispatch};
pub(crate) use sum::sum_row;
