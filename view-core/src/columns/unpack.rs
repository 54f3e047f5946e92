//! Columns out of records.

use alloc::vec::Vec;
use core::ops::Range;

use view_format::Layout;

use super::ROWS;
use crate::compiled::{Place, ReadAll, Struct, StructError, UnpackItem, check_count, each_tuple, places, plan_at};
use crate::kernel::{extend_records, read_records};

/// What [`Struct::unpack_columns`] gives: for a tuple of types, a tuple of vectors of them; for `Vec<Column>` itself, of any format.
#[diagnostic::on_unimplemented(
    message = "records cannot be unpacked to columns of `{Self}`",
    label = "not the types of columns",
    note = "tuples of numbers, `bool`, `[u8; N]`, `&[u8]` and arrays of these are: `(u32, f32)`; a single one as `(T,)`; of any format, `Vec<Column>`"
)]
pub trait UnpackColumns<'b> {
    /// The vectors.
    type Columns;

    #[doc(hidden)]
    fn unpack(format: &Struct, bytes: &'b [u8]) -> Result<Self::Columns, StructError>;
}

/// Columns to fill: a tuple of `&mut [T]`, `&mut Vec<T>` and `()`, or `&mut Vec<Column>`. What [`Struct::unpack_columns_into`] takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no tuple of columns",
    label = "not columns to fill",
    note = "give a tuple with `&mut [T]`, `&mut Vec<T>` or `()` for each value of the format; a single one as `(x,)`; of any format, `&mut Vec<Column>`"
)]
pub trait FillColumns<'b> {
    /// The bytes are a whole number of records of the layout, which take at least one byte.
    #[doc(hidden)]
    fn fill(self, layout: &Layout, bytes: &'b [u8]) -> Result<(), StructError>;
}

/// One column to fill: `&mut [T]`, `&mut Vec<T>`, or `()` where the values are passed over.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no column that can be filled",
    label = "not a column to fill",
    note = "`&mut [T]`, `&mut Vec<T>` and `()` are, where `T` is a number, `bool`, `[u8; N]`, `&[u8]` or an array of these"
)]
pub trait ColumnMut<'b> {
    #[doc(hidden)]
    type Plan;
    /// Where the values lie, and how they are read.
    #[doc(hidden)]
    fn plan(index: usize, place: Option<Place<'_>>) -> Result<Self::Plan, StructError>;
    /// For how many records there is room, where that is fixed.
    #[doc(hidden)]
    fn room(&self) -> Option<usize>;
    /// Makes room for so many.
    #[doc(hidden)]
    fn begin(&mut self, rows: usize);
    /// Takes the values of some of the records, which have `step` bytes each.
    #[doc(hidden)]
    fn take(&mut self, bytes: &'b [u8], step: usize, rows: Range<usize>, plan: &Self::Plan);
}

#[diagnostic::do_not_recommend]
impl<'b, T: UnpackItem<'b>> ColumnMut<'b> for &mut [T] {
    type Plan = (usize, T::Plan);

    fn plan(index: usize, place: Option<Place<'_>>) -> Result<Self::Plan, StructError> {
        plan_at::<T>(index, place)
    }
    fn room(&self) -> Option<usize> {
        Some(self.len())
    }
    fn begin(&mut self, _: usize) {}
    fn take(&mut self, bytes: &'b [u8], step: usize, rows: Range<usize>, (at, plan): &Self::Plan) {
        let bytes = &bytes[rows.start * step + at..];
        T::read_all(plan, Fill { bytes, step, to: &mut self[rows] });
    }
}

#[diagnostic::do_not_recommend]
impl<'b, T: UnpackItem<'b>, const N: usize> ColumnMut<'b> for &mut [T; N] {
    type Plan = (usize, T::Plan);

    fn plan(index: usize, place: Option<Place<'_>>) -> Result<Self::Plan, StructError> {
        plan_at::<T>(index, place)
    }
    fn room(&self) -> Option<usize> {
        Some(N)
    }
    fn begin(&mut self, _: usize) {}
    fn take(&mut self, bytes: &'b [u8], step: usize, rows: Range<usize>, plan: &Self::Plan) {
        (&mut self[..]).take(bytes, step, rows, plan);
    }
}

#[diagnostic::do_not_recommend]
impl<'b, T: UnpackItem<'b>> ColumnMut<'b> for &mut Vec<T> {
    type Plan = (usize, T::Plan);

    fn plan(index: usize, place: Option<Place<'_>>) -> Result<Self::Plan, StructError> {
        plan_at::<T>(index, place)
    }
    fn room(&self) -> Option<usize> {
        None
    }
    fn begin(&mut self, rows: usize) {
        self.clear();
        self.reserve(rows);
    }
    fn take(&mut self, bytes: &'b [u8], step: usize, rows: Range<usize>, (at, plan): &Self::Plan) {
        let bytes = &bytes[rows.start * step + at..];
        T::read_all(plan, Extend { bytes, step, rows: rows.len(), to: self });
    }
}

#[diagnostic::do_not_recommend]
impl ColumnMut<'_> for () {
    type Plan = ();

    fn plan(_: usize, _: Option<Place<'_>>) -> Result<(), StructError> {
        Ok(())
    }
    fn room(&self) -> Option<usize> {
        None
    }
    fn begin(&mut self, _: usize) {}
    fn take(&mut self, _: &[u8], _: usize, _: Range<usize>, (): &()) {}
}

/// The values of records of `step` bytes each, the first of which starts at the front of `bytes`, to the places of a slice.
struct Fill<'c, 'b, T> {
    bytes: &'b [u8],
    step: usize,
    to: &'c mut [T],
}

impl<'b, T> ReadAll<'b, T> for Fill<'_, 'b, T> {
    #[inline(always)]
    fn run(self, read: impl Fn(&'b [u8]) -> T) {
        read_records(self.bytes, self.step, self.to, read);
    }
}

/// The same for so many records to the end of a vector.
pub(super) struct Extend<'c, 'b, T> {
    pub(super) bytes: &'b [u8],
    pub(super) step: usize,
    pub(super) rows: usize,
    pub(super) to: &'c mut Vec<T>,
}

impl<'b, T> ReadAll<'b, T> for Extend<'_, 'b, T> {
    #[inline(always)]
    fn run(self, read: impl Fn(&'b [u8]) -> T) {
        extend_records(self.bytes, self.step, self.rows, self.to, read);
    }
}

macro_rules! tuples {
    ($($count:literal: $($t:ident $i:tt),*;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'b, $($t: ColumnMut<'b>),*> FillColumns<'b> for ($($t,)*) {
            fn fill(mut self, layout: &Layout, bytes: &'b [u8]) -> Result<(), StructError> {
                check_count(layout, $count)?;
                let mut places = places(layout);
                let plans = ($($t::plan($i, places.next())?,)*);
                let step = layout.size();
                let rows = bytes.len() / step;
                $(
                    if let Some(room) = self.$i.room().filter(|room| *room != rows) {
                        return Err(StructError::Rows { index: $i, room, rows });
                    }
                )*
                $(self.$i.begin(rows);)*
                for from in (0..rows).step_by(ROWS) {
                    $(self.$i.take(bytes, step, from..rows.min(from + ROWS), &plans.$i);)*
                }
                Ok(())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'b, $($t: UnpackItem<'b>),*> UnpackColumns<'b> for ($($t,)*) {
            type Columns = ($(Vec<$t>,)*);

            fn unpack(format: &Struct, bytes: &'b [u8]) -> Result<Self::Columns, StructError> {
                let mut columns = ($(Vec::<$t>::new(),)*);
                format.unpack_columns_into(bytes, ($(&mut columns.$i,)*))?;
                Ok(columns)
            }
        }
    )* };
}
each_tuple!(tuples);
