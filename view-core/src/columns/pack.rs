//! Records out of columns.

use alloc::vec::Vec;

use view_format::Layout;

use super::{ColumnItem, ROWS};
use crate::compiled::{Place, StructError, check_count, each_tuple, mismatch, places};

/// Columns to pack: a tuple of `&[T]`, of references to arrays and of `&Vec<T>`; or a slice of [`Column`](crate::Column). What
/// [`Struct::pack_columns`](crate::Struct::pack_columns) takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no tuple of columns",
    label = "not columns to pack",
    note = "give a tuple with `&[T]`, `&[T; N]` or `&Vec<T>` for each value of the format; a single one as `(x,)`; of any format, `&[Column]`"
)]
pub trait PackColumns {
    /// That they are the columns of this layout, and all as long; how many records they are, which the first one says.
    #[doc(hidden)]
    fn check(&self, layout: &Layout) -> Result<usize, StructError>;
    /// Writes all records, for which there is room. They have been checked.
    #[doc(hidden)]
    fn write(&self, layout: &Layout, to: &mut [u8]);
}

/// One column to pack: `&[T]`, a reference to an array, `&Vec<T>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no column that can be packed",
    label = "not a column to pack",
    note = "`&[T]`, `&[T; N]` and `&Vec<T>` are, where `T` is a number, `bool`, `[u8; N]` or an array of these"
)]
pub trait ColumnRef {
    /// What it is made of.
    type Item: ColumnItem + Copy;

    /// The values.
    fn values(&self) -> &[Self::Item];
}

macro_rules! columns {
    ($([$($generics:tt)*] $column:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<T: ColumnItem + Copy, $($generics)*> ColumnRef for $column {
            type Item = T;

            fn values(&self) -> &[T] {
                &self[..]
            }
        }
    )* };
}
columns! {
    [] &[T];
    [const N: usize] &[T; N];
    [] &Vec<T>;
}

/// How the values of a column are written, and where.
fn order_at<T: ColumnItem>(index: usize, place: Option<Place<'_>>) -> Result<Option<(usize, T::Order)>, StructError> {
    let Some(place) = place else { return Ok(None) };
    match T::order(place.kind, place.shape) {
        Some(order) => Ok(Some((place.at, order))),
        None => Err(mismatch::<T>(index, place)),
    }
}

macro_rules! tuples {
    ($($count:literal: $($t:ident $i:tt),*;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($t: ColumnRef),*> PackColumns for ($($t,)*) {
            fn check(&self, layout: &Layout) -> Result<usize, StructError> {
                check_count(layout, $count)?;
                let mut places = places(layout);
                let needed = self.0.values().len();
                $(
                    order_at::<$t::Item>($i, places.next())?;
                    let got = self.$i.values().len();
                    if got != needed {
                        return Err(StructError::Column { index: $i, got, rows: needed });
                    }
                )*
                Ok(needed)
            }
            fn write(&self, layout: &Layout, to: &mut [u8]) {
                let step = layout.size();
                if step == 0 {
                    return;
                }
                let mut places = places(layout);
                let orders = ($(order_at::<$t::Item>($i, places.next()).ok().flatten(),)*);
                let rows = to.len() / step;
                for from in (0..rows).step_by(ROWS) {
                    $(
                        if let Some((at, order)) = orders.$i {
                            let values = &self.$i.values()[from..rows.min(from + ROWS)];
                            ColumnItem::write_all(values, &mut to[from * step + at..], step, order);
                        }
                    )*
                }
            }
        }
    )* };
}
each_tuple!(tuples);
