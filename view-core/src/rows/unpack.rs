//! Values out of records.

use alloc::vec::Vec;

use smallvec::SmallVec;
use view_format::{Kind, Layout, Scalar, ScalarKind};

use super::{ROWS, Room};
use crate::columns::steps::{Steps, with_steps};
use crate::compiled::places;
use crate::element::pascal_text;
use crate::kernel::{Row, Wide};
use crate::value::{Value, decode};

/// Reads whole records over their values. There are as many of these.
pub(super) fn unpack(layout: &Layout, bytes: &[u8], to: &mut [Value]) {
    let (step, count) = (layout.size(), layout.values());
    if step == 0 || count == 0 {
        return;
    }
    let places: SmallVec<[_; 8]> = places(layout).collect();
    let mut room = Room::new();
    for (block, to) in bytes.chunks(step * ROWS).zip(to.chunks_mut(count * ROWS)) {
        for (index, place) in places.iter().enumerate() {
            let column = Column { block, at: place.at, step, to: &mut to[index..], count };
            match (place.kind, place.shape) {
                (Kind::Scalar(scalar), []) => column.scalar(*scalar, &mut room),
                (kind, shape) => column.each(|bytes, to| *to = decode::item(kind, shape, bytes)),
            }
        }
    }
}

/// One value of each record of a block, and where they go.
struct Column<'r> {
    block: &'r [u8],
    at: usize,
    step: usize,
    to: &'r mut [Value],
    count: usize,
}

/// Over a value of the same kind only the number is written: the memory of another may have to be freed, which is a call.
macro_rules! numbers {
    ($column:expr, $scalar:expr, $room:expr, $kind:ident($number:ident: $wide:ty) $value:expr) => {
        $column.numbers($scalar, $room, |$number: $wide, to| match to {
            Value::$kind(to) => *to = $value,
            to => *to = Value::$kind($value),
        })
    };
}

impl Column<'_> {
    fn scalar(self, scalar: Scalar, room: &mut Room) {
        match scalar.kind() {
            ScalarKind::Int => numbers!(self, scalar, &mut room.signed, Int(number: i64) number),
            ScalarKind::Uint => numbers!(self, scalar, &mut room.unsigned, Uint(number: u64) number),
            ScalarKind::Pointer => numbers!(self, scalar, &mut room.unsigned, Pointer(number: u64) number),
            ScalarKind::Float => numbers!(self, scalar, &mut room.floats, Float(number: f64) number),
            ScalarKind::Bool => numbers!(self, scalar, &mut room.unsigned, Bool(number: u64) number != 0),
            ScalarKind::Bytes => self.each(|bytes, to| copy(&bytes[..scalar.size()], to)),
            ScalarKind::Pascal => self.each(|bytes, to| copy(pascal_text(&bytes[..scalar.size()]), to)),
            _ => {
                let kind = Kind::Scalar(scalar);
                self.each(|bytes, to| *to = decode::item(&kind, &[], bytes));
            }
        }
    }

    #[inline]
    fn numbers<W: Wide>(self, scalar: Scalar, room: &mut [W; ROWS], write: impl Fn(W, &mut Value)) {
        let length = self.block.len() / self.step;
        let numbers = &mut room[..length];
        W::read(scalar, self.block, Row { start: self.at, stride: self.step as isize, length }, numbers);
        with_steps!(values self.count, write(numbers, self.to, |number, to| write(number, &mut to[0])));
    }

    fn each(self, mut read: impl FnMut(&[u8], &mut Value)) {
        for (record, to) in self.block.chunks_exact(self.step).zip(self.to.chunks_mut(self.count)) {
            read(&record[self.at..], &mut to[0]);
        }
    }
}

/// A string, in the memory that one has which is there already.
fn copy(bytes: &[u8], to: &mut Value) {
    match to {
        Value::Bytes(to) => {
            to.clear();
            to.extend_from_slice(bytes);
        }
        to => *to = Value::Bytes(Vec::from(bytes)),
    }
}
