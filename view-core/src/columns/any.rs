//! Columns of a format that is known at run time only, out of records and back.

use alloc::vec::Vec;
use core::mem::discriminant;

use smallvec::SmallVec;
use view_format::rule::Accepts;
use view_format::{ByteOrder, Kind, Layout, ScalarKind};

use super::column::each_column;
use super::unpack::Extend;
use super::{Column, ColumnItem, FillColumns, PackColumns, ROWS, UnpackColumns};
use crate::compiled::{Place, Struct, StructError, UnpackItem, check_count, mismatch_of, places};
use crate::element::f32_to_half;
use crate::kernel::write_records;
use crate::value::{Value, decode, encode};

/// A column for each value of any format.
#[diagnostic::do_not_recommend]
impl<'b> UnpackColumns<'b> for Vec<Column> {
    type Columns = Vec<Column>;

    fn unpack(format: &Struct, bytes: &'b [u8]) -> Result<Vec<Column>, StructError> {
        let mut columns = Vec::new();
        format.unpack_columns_into(bytes, &mut columns)?;
        Ok(columns)
    }
}

/// Columns of any format: vectors of the right type are kept, and their items replaced.
#[diagnostic::do_not_recommend]
impl<'b> FillColumns<'b> for &mut Vec<Column> {
    fn fill(self, layout: &Layout, bytes: &'b [u8]) -> Result<(), StructError> {
        let step = layout.size();
        let rows = bytes.len() / step;
        self.truncate(layout.values());
        let mut plans: SmallVec<[(Place<'_>, usize); 8]> = SmallVec::new();
        for (index, place) in places(layout).enumerate() {
            let (empty, items) = Column::empty(place);
            match self.get_mut(index) {
                None => self.push(empty),
                Some(column) if discriminant(column) != discriminant(&empty) => *column = empty,
                Some(_) => {}
            }
            let room = rows.saturating_mul(items);
            each_column!(
                &mut self[index],
                to => { to.clear(); to.reserve(room); },
                bytes to => { to.clear(); to.reserve(room); },
                values to => { to.truncate(rows); to.reserve(rows - to.len()); }
            );
            plans.push((place, items));
        }
        for from in (0..rows).step_by(ROWS) {
            let (bytes, rows) = (&bytes[from * step..], ROWS.min(rows - from));
            for ((place, items), column) in plans.iter().zip(self.iter_mut()) {
                let records = Records { bytes: &bytes[place.at..], step, rows, place: *place, items: *items };
                each_column!(
                    column,
                    to => records.numbers(to),
                    bytes to => records.each(|bytes| to.extend_from_slice(&bytes[..place.size])),
                    values to => records.values(from, to)
                );
            }
        }
        Ok(())
    }
}

/// The records of one block, from the place of a value on.
struct Records<'l, 'b> {
    bytes: &'b [u8],
    step: usize,
    rows: usize,
    place: Place<'l>,
    items: usize,
}

impl<'b> Records<'_, 'b> {
    fn numbers<T: UnpackItem<'b>>(self, to: &mut Vec<T>) {
        // The variant is that of the place.
        let Some(plan) = T::plan(self.place.kind, &[]) else { return };
        if self.items == 1 {
            return T::read_all(&plan, Extend { bytes: self.bytes, step: self.step, rows: self.rows, to });
        }
        let (rows, step) = (self.items, self.place.size / self.items);
        self.each(|bytes| T::read_all(&plan, Extend { bytes, step, rows, to }));
    }

    /// Values that are there are used again; the first of these records has the index `from`.
    fn values(self, from: usize, to: &mut Vec<Value>) {
        let (Place { kind, shape, .. }, mut index) = (self.place, from);
        self.each(|mut bytes| {
            match to.get_mut(index) {
                Some(value) => decode::item_into(kind, shape, &mut bytes, value),
                None => to.push(decode::item(kind, shape, bytes)),
            }
            index += 1;
        });
    }

    fn each(self, mut each: impl FnMut(&'b [u8])) {
        (0..self.rows).for_each(|row| each(&self.bytes[row * self.step..]));
    }
}

#[diagnostic::do_not_recommend]
impl PackColumns for &[Column] {
    fn check(&self, layout: &Layout) -> Result<usize, StructError> {
        check_count(layout, self.len())?;
        let mut all_rows = None;
        let mut fault: Option<(usize, StructError)> = None;
        for (index, (column, place)) in self.iter().zip(places(layout)).enumerate() {
            let each = items_of(column, place, index)?;
            let got = column.len();
            if !got.is_multiple_of(each) {
                return Err(StructError::Items { index, each, got });
            }
            let rows = *all_rows.get_or_insert(got / each);
            if got / each != rows {
                return Err(StructError::Column { index, got: got / each, rows });
            }
            if let Some((row, value)) = bad_value(column, place) {
                let at = (row / each).saturating_mul(self.len()) + index;
                if fault.as_ref().is_none_or(|(first, _)| at < *first) {
                    fault = Some((at, StructError::Value { index: at, error: value }));
                }
            }
        }
        fault.map_or(Ok(all_rows.unwrap_or(0)), |(_, error)| Err(error))
    }

    fn write(&self, layout: &Layout, to: &mut [u8]) {
        let Some(rows) = to.len().checked_div(layout.size()) else { return };
        let plans: SmallVec<[(&Column, Place<'_>); 8]> = self.iter().zip(places(layout)).collect();
        for from in (0..rows).step_by(ROWS) {
            let until = rows.min(from + ROWS);
            for (column, place) in &plans {
                write(column, *place, from..until, to, layout.size());
            }
        }
    }
}

macro_rules! slices {
    ($([$($generics:tt)*] $t:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl $($generics)* PackColumns for $t {
            fn check(&self, layout: &Layout) -> Result<usize, StructError> {
                (&self[..]).check(layout)
            }
            fn write(&self, layout: &Layout, to: &mut [u8]) {
                (&self[..]).write(layout, to);
            }
        }
    )* };
}
slices! {
    [] &Vec<Column>;
    [<const N: usize>] &[Column; N];
}

/// How many items each record has in this column.
fn items_of(column: &Column, place: Place<'_>, index: usize) -> Result<usize, StructError> {
    let (empty, items) = Column::empty(place);
    match column {
        Column::Values(_) => Ok(1),
        column if discriminant(column) == discriminant(&empty) => Ok(items),
        column => Err(mismatch_of(index, place, column.type_name())),
    }
}

/// The first item that its code refuses, and why.
fn bad_value(column: &Column, place: Place<'_>) -> Option<(usize, crate::ValueError)> {
    match (column, place.kind) {
        (Column::Values(values), kind) => {
            let mut room: SmallVec<[u8; 64]> = SmallVec::from_elem(0, place.size);
            values
                .iter()
                .enumerate()
                .find_map(|(row, value)| Some((row, encode::item(kind, place.shape, value, &mut room).err()?)))
        }
        (Column::F32(numbers), Kind::Scalar(scalar)) if scalar.size() == 2 => {
            let Accepts::Float(range) = scalar.accepts() else { return None };
            let at = numbers.iter().position(|number| range.refuses((*number).into()))?;
            let error = encode::item(place.kind, &[], &Value::from(numbers[at]), &mut [0; 2]).err()?;
            Some((at, error))
        }
        _ => None,
    }
}

/// Writes one column to some records. It has been checked.
fn write(column: &Column, place: Place<'_>, rows: core::ops::Range<usize>, to: &mut [u8], step: usize) {
    let to = &mut to[rows.start * step + place.at..];
    match column {
        Column::Values(values) => {
            for (row, value) in values[rows].iter().enumerate() {
                let part = encode::part(to, row * step, place.size);
                // It was looked at before.
                let _ = encode::item(place.kind, place.shape, value, part);
            }
        }
        Column::F32(numbers) if is_half(place) => write_halves(numbers, place, rows, to, step),
        column => each_column!(
            column,
            numbers => write_numbers(numbers, place, rows, to, step),
            bytes bytes => {
                for (row, bytes) in bytes[rows.start * place.size..rows.end * place.size].chunks_exact(place.size).enumerate() {
                    to[row * step..][..place.size].copy_from_slice(bytes);
                }
            },
            values _values => {}
        ),
    }
}

fn is_half(place: Place<'_>) -> bool {
    matches!(place.kind, Kind::Scalar(scalar) if scalar.kind() == ScalarKind::Float && scalar.size() == 2)
}

fn write_numbers<T: ColumnItem + Copy>(
    numbers: &[T],
    place: Place<'_>,
    rows: core::ops::Range<usize>,
    to: &mut [u8],
    step: usize,
) {
    let (Some(order), items) = (T::order(place.kind, &[]), place.shape.iter().product::<usize>()) else { return };
    if items == 1 {
        return T::write_all(&numbers[rows], to, step, order);
    }
    for (row, numbers) in numbers[rows.start * items..rows.end * items].chunks_exact(items).enumerate() {
        T::write_all(numbers, &mut to[row * step..], place.size / items, order);
    }
}

fn write_halves(numbers: &[f32], place: Place<'_>, rows: core::ops::Range<usize>, to: &mut [u8], step: usize) {
    let items = place.shape.iter().product::<usize>();
    let is_big = matches!(place.kind, Kind::Scalar(scalar) if scalar.order() == ByteOrder::Big);
    for (row, numbers) in numbers[rows.start * items..rows.end * items].chunks_exact(items).enumerate() {
        write_records(numbers, &mut to[row * step..], 2, |number, to| {
            let half = f32_to_half(number);
            to[..2].copy_from_slice(&if is_big { half.to_be_bytes() } else { half.to_le_bytes() });
        });
    }
}
