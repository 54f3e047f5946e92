//! Records out of values.

use core::cell::Cell;

use smallvec::SmallVec;
use view_format::rule::Accepts;
use view_format::{Kind, Layout, Scalar};

use super::{ROWS, Room};
use crate::columns::steps::{Steps, with_steps};
use crate::compiled::{Place, StructError, places};
use crate::kernel::{Domain, Row, Wide};
use crate::value::{Value, encode};

/// Writes whole records over `to`, which has room for exactly these. After an error some of it may be written.
pub(super) fn pack(layout: &Layout, values: &[Value], to: &mut [u8]) -> Result<(), StructError> {
    let (step, count) = (layout.size(), layout.values());
    if step == 0 || count == 0 {
        return check(layout, values);
    }
    let places: SmallVec<[_; 8]> = places(layout).collect();
    let mut room = Room::new();
    for (number, (values, to)) in values.chunks(count * ROWS).zip(to.chunks_mut(step * ROWS)).enumerate() {
        for (index, &place) in places.iter().enumerate() {
            let column = Column { values: &values[index..], count };
            if column.write(place, to, step, &mut room) {
                continue;
            }
            for (value, record) in column.iter().zip(to.chunks_exact_mut(step)) {
                let part = encode::part(record, place.at, place.size);
                if encode::item(place.kind, place.shape, value, part).is_err() {
                    // The first one in the order of the values may be another.
                    return rows(layout, values, number * ROWS * count);
                }
            }
        }
    }
    Ok(())
}

/// Whether every value fits its code.
pub(super) fn check(layout: &Layout, values: &[Value]) -> Result<(), StructError> {
    let count = layout.values();
    if count == 0 {
        return Ok(());
    }
    let places: SmallVec<[_; 8]> = places(layout).collect();
    let mut room = Room::new();
    for (number, values) in values.chunks(count * ROWS).enumerate() {
        let mut columns = places.iter().enumerate();
        if !columns.all(|(index, &place)| Column { values: &values[index..], count }.fits(place, &mut room)) {
            rows(layout, values, number * ROWS * count)?;
        }
    }
    Ok(())
}

/// Whether every value fits its code, one after the other. The first of them has the index `first`.
#[cold]
fn rows(layout: &Layout, values: &[Value], first: usize) -> Result<(), StructError> {
    let mut room: SmallVec<[u8; 64]> = SmallVec::new();
    for (number, row) in values.chunks(layout.values()).enumerate() {
        for (index, (value, place)) in row.iter().zip(places(layout)).enumerate() {
            room.resize(place.size, 0);
            encode::item(place.kind, place.shape, value, &mut room)
                .map_err(|error| StructError::Value { index: first + number * layout.values() + index, error })?;
        }
    }
    Ok(())
}

/// One value of each record of a block, of so many each.
#[derive(Clone, Copy)]
struct Column<'v> {
    values: &'v [Value],
    count: usize,
}

impl<'v> Column<'v> {
    fn iter(self) -> impl ExactSizeIterator<Item = &'v Value> {
        self.values.chunks(self.count).map(|row| &row[0])
    }

    /// Whether these are numbers of the usual kinds, and all fit. Others may, too.
    fn fits(self, place: Place<'_>, room: &mut Room) -> bool {
        let Some((scalar, domain)) = number(place) else { return false };
        match domain {
            Domain::Signed => self.read(scalar, &mut room.signed),
            Domain::Unsigned => self.read(scalar, &mut room.unsigned),
            Domain::Float => self.read(scalar, &mut room.floats),
        }
    }

    /// Writes them if they are such; else nothing.
    fn write(self, place: Place<'_>, to: &mut [u8], step: usize, room: &mut Room) -> bool {
        let Some((scalar, domain)) = number(place) else { return false };
        let row = Row { start: place.at, stride: step as isize, length: to.len() / step };
        match domain {
            Domain::Signed => self.write_as(scalar, to, row, &mut room.signed),
            Domain::Unsigned => self.write_as(scalar, to, row, &mut room.unsigned),
            Domain::Float => self.write_as(scalar, to, row, &mut room.floats),
        }
    }

    fn write_as<W: Given>(self, scalar: Scalar, mut to: &mut [u8], row: Row, room: &mut [W; ROWS]) -> bool {
        let is_good = self.read(scalar, room);
        if is_good {
            W::write(&room[..row.length], scalar, &mut to, row);
        }
        is_good
    }

    /// The numbers, and whether all are such that the code takes.
    fn read<W: Given>(self, scalar: Scalar, room: &mut [W; ROWS]) -> bool {
        let Some(rule) = W::rule(scalar.accepts()) else { return false };
        let all = Cell::new(true);
        let length = self.values.len().div_ceil(self.count);
        with_steps!(
            values self.count,
            read(self.values, &mut room[..length], |row| {
                let number = W::given(&row[0], &rule);
                all.set(all.get() & number.is_some());
                number.unwrap_or_default()
            })
        );
        all.get()
    }
}

/// A value that is one number.
fn number(place: Place<'_>) -> Option<(Scalar, Domain)> {
    match (place.kind, place.shape) {
        (Kind::Scalar(scalar), []) => Some((*scalar, Domain::of(*scalar)?)),
        _ => None,
    }
}

/// Numbers out of values of the usual kinds, as the rules of packing take them: what is `None` here may be taken all the same.
trait Given: Wide {
    type Rule;
    fn rule(accepts: Accepts) -> Option<Self::Rule>;
    fn given(value: &Value, rule: &Self::Rule) -> Option<Self>;
}

impl Given for i64 {
    type Rule = (i64, i64);

    fn rule(accepts: Accepts) -> Option<(i64, i64)> {
        match accepts {
            Accepts::Integer { low, high } => Some((low.try_into().ok()?, high.try_into().ok()?)),
            _ => None,
        }
    }
    #[inline(always)]
    fn given(value: &Value, &(low, high): &(i64, i64)) -> Option<i64> {
        let number = match *value {
            Value::Int(number) => number,
            Value::Uint(number) => i64::try_from(number).ok()?,
            _ => return None,
        };
        (low <= number && number <= high).then_some(number)
    }
}

/// Also `bool`, as 0 and 1.
impl Given for u64 {
    type Rule = Option<u64>;

    fn rule(accepts: Accepts) -> Option<Option<u64>> {
        match accepts {
            Accepts::Integer { high, .. } | Accepts::Address { high, .. } => Some(Some(high.try_into().ok()?)),
            Accepts::Truth => Some(None),
            _ => None,
        }
    }
    #[inline(always)]
    fn given(value: &Value, rule: &Option<u64>) -> Option<u64> {
        match (value, *rule) {
            (Value::Uint(number) | Value::Pointer(number), Some(high)) => (*number <= high).then_some(*number),
            (Value::Int(number), Some(high)) => u64::try_from(*number).ok().filter(|number| *number <= high),
            (Value::Bool(truth), None) => Some((*truth).into()),
            _ => None,
        }
    }
}

impl Given for f64 {
    /// From which magnitude on a number is refused. Infinity and NaN are not.
    type Rule = f64;

    fn rule(accepts: Accepts) -> Option<f64> {
        match accepts {
            Accepts::Float(range) => Some(range.overflow),
            _ => None,
        }
    }
    #[inline(always)]
    fn given(value: &Value, overflow: &f64) -> Option<f64> {
        let number = match *value {
            Value::Float(number) => number,
            Value::Int(number) => number as f64,
            Value::Uint(number) => number as f64,
            _ => return None,
        };
        (number.abs() < *overflow || !number.is_finite()).then_some(number)
    }
}
