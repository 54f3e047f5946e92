//! Columns out of records.

use alloc::vec::Vec;

use view_format::Layout;

use super::ROWS;
use super::steps::{Steps, with_steps};
use crate::compiled::{Place, Struct, StructError, UnpackItem, check_count, places, plan_at};

/// What [`Struct::unpack_columns`] gives: for a tuple of types, a tuple of vectors of them.
#[diagnostic::on_unimplemented(
    message = "records cannot be unpacked to columns of `{Self}`",
    label = "not the types of columns",
    note = "tuples of numbers, `bool`, `[u8; N]`, `&[u8]` and arrays of these are: `(u32, f32)`; a single one as `(T,)`"
)]
pub trait UnpackColumns<'b> {
    /// The vectors.
    type Columns;

    #[doc(hidden)]
    fn unpack(format: &Struct, bytes: &'b [u8]) -> Result<Self::Columns, StructError>;
}

/// Columns to fill: a tuple of `&mut [T]`, `&mut Vec<T>` and `()`. What [`Struct::unpack_columns_into`] takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no tuple of columns",
    label = "not columns to fill",
    note = "give a tuple with `&mut [T]`, `&mut Vec<T>` or `()` for each value of the format; a single one as `(x,)`"
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
    /// Takes the values of the records of one block, of which the first is number `from`.
    #[doc(hidden)]
    fn take(&mut self, block: &'b [u8], step: usize, from: usize, plan: &Self::Plan);
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
    fn take(&mut self, block: &'b [u8], step: usize, from: usize, (at, plan): &Self::Plan) {
        // Of its own, so that no write to the column can change it, and the loop need not look at it each time.
        let plan = plan.clone();
        let to = &mut self[from..][..block.len() / step];
        with_steps!(step, read(&block[*at..], to, |bytes| T::read(bytes, 0, &plan)));
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
    fn take(&mut self, block: &'b [u8], step: usize, from: usize, plan: &Self::Plan) {
        (&mut self[..]).take(block, step, from, plan);
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
    fn take(&mut self, block: &'b [u8], step: usize, _: usize, (at, plan): &Self::Plan) {
        let plan = plan.clone();
        with_steps!(step, extend(&block[*at..], block.len() / step, self, |bytes| T::read(bytes, 0, &plan)));
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
    fn take(&mut self, _: &[u8], _: usize, _: usize, (): &()) {}
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
                for (number, block) in bytes.chunks(step * ROWS).enumerate() {
                    $(self.$i.take(block, step, number * ROWS, &plans.$i);)*
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
super::each_tuple!(tuples);
