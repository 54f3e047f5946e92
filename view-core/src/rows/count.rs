//! How many values a record has, as a constant where they are few: then the loops over one value of each record know how far
//! apart these are, and are unrolled.

use crate::kernel::{four, four_mut};
use crate::value::Value;

/// Records of `step` bytes, each from the place of one of its values on. What follows the last value may be shorter.
#[derive(Clone, Copy)]
pub(super) struct Records<'r> {
    pub(super) bytes: &'r [u8],
    pub(super) step: usize,
    pub(super) rows: usize,
}

/// The same, to be written.
pub(super) struct RecordsMut<'r> {
    pub(super) bytes: &'r mut [u8],
    pub(super) step: usize,
    pub(super) rows: usize,
}

impl Records<'_> {
    /// Calls `each` with every record and its value, of which there are `count`.
    pub(super) fn each(self, to: &mut [Value], count: usize, mut each: impl FnMut(&[u8], &mut Value)) {
        (0..self.rows).for_each(|row| each(&self.bytes[row * self.step..], &mut to[row * count]));
    }
}

/// Loops over one value of each record.
pub(super) trait Count: Copy {
    fn new(count: usize) -> Self;

    /// Puts the numbers of records over the values.
    fn fill<const N: usize, W>(
        self,
        from: Records<'_>,
        to: &mut [Value],
        number: impl Fn([u8; N]) -> W,
        put: impl Fn(W, &mut Value),
    );

    /// Writes the numbers of values to records, as long as there are such.
    fn write<const N: usize, W>(
        self,
        from: &[Value],
        to: RecordsMut<'_>,
        number: impl Fn(&Value) -> Option<W>,
        raw: impl Fn(W) -> [u8; N],
    ) -> bool;

    /// Whether all values are numbers.
    fn all<W>(self, of: &[Value], rows: usize, number: impl Fn(&Value) -> Option<W>) -> bool;
}

/// `K` values.
#[derive(Clone, Copy)]
pub(super) struct Fixed<const K: usize>;

/// Any number of them.
#[derive(Clone, Copy)]
pub(super) struct Any(pub(super) usize);

/// The number at the front of a record, to a value. All records have room for one.
#[inline(always)]
fn fill_one<const N: usize, W>(
    record: &[u8],
    to: &mut Value,
    number: &impl Fn([u8; N]) -> W,
    put: &impl Fn(W, &mut Value),
) {
    if let Some(raw) = record.first_chunk() {
        put(number(*raw), to);
    }
}

/// The number of a value, to the front of a record.
#[inline(always)]
fn write_one<const N: usize, W>(
    value: &Value,
    record: &mut [u8],
    number: &impl Fn(&Value) -> Option<W>,
    raw: &impl Fn(W) -> [u8; N],
) -> bool {
    let Some(number) = number(value) else { return false };
    if let Some(to) = record.first_chunk_mut() {
        *to = raw(number);
    }
    true
}

impl<const K: usize> Count for Fixed<K> {
    fn new(_: usize) -> Self {
        Fixed
    }
    #[inline(always)]
    fn fill<const N: usize, W>(
        self,
        from: Records<'_>,
        to: &mut [Value],
        number: impl Fn([u8; N]) -> W,
        put: impl Fn(W, &mut Value),
    ) {
        let Records { bytes, step, rows } = from;
        if step < N {
            // So that no record is asked for its length.
            return;
        }
        let (fours, records) = (to.as_chunks_mut::<K>().0.as_chunks_mut::<4>().0, bytes.chunks_exact(4 * step));
        let count = (rows / 4).min(fours.len()).min(records.len());
        for (to, records) in fours[..count].iter_mut().zip(records) {
            for (to, record) in to.iter_mut().zip(four(records, step)) {
                fill_one(record, &mut to[0], &number, &put);
            }
        }
        (4 * count..rows).for_each(|row| fill_one(&bytes[row * step..], &mut to[row * K], &number, &put));
    }
    #[inline(always)]
    fn write<const N: usize, W>(
        self,
        from: &[Value],
        to: RecordsMut<'_>,
        number: impl Fn(&Value) -> Option<W>,
        raw: impl Fn(W) -> [u8; N],
    ) -> bool {
        let RecordsMut { bytes, step, rows } = to;
        if step < N {
            return false;
        }
        let (fours, records) = (from.as_chunks::<K>().0.as_chunks::<4>().0, bytes.chunks_exact_mut(4 * step));
        let count = (rows / 4).min(fours.len()).min(records.len());
        for (values, records) in fours[..count].iter().zip(records) {
            for (values, record) in values.iter().zip(four_mut(records, step)) {
                if !write_one(&values[0], record, &number, &raw) {
                    return false;
                }
            }
        }
        (4 * count..rows).all(|row| write_one(&from[row * K], &mut bytes[row * step..], &number, &raw))
    }
    #[inline(always)]
    fn all<W>(self, of: &[Value], rows: usize, number: impl Fn(&Value) -> Option<W>) -> bool {
        let whole = of.as_chunks::<K>().0;
        let whole = &whole[..rows.min(whole.len())];
        whole.iter().all(|row| number(&row[0]).is_some())
            && (whole.len()..rows).all(|row| number(&of[row * K]).is_some())
    }
}

impl Count for Any {
    fn new(count: usize) -> Self {
        Any(count)
    }
    #[inline(always)]
    fn fill<const N: usize, W>(
        self,
        from: Records<'_>,
        to: &mut [Value],
        number: impl Fn([u8; N]) -> W,
        put: impl Fn(W, &mut Value),
    ) {
        let Records { bytes, step, rows } = from;
        let whole = to.chunks_exact_mut(self.0).zip(bytes.chunks_exact(step)).take(rows);
        let done = whole.len();
        whole.for_each(|(to, record)| fill_one(record, &mut to[0], &number, &put));
        (done..rows).for_each(|row| fill_one(&bytes[row * step..], &mut to[row * self.0], &number, &put));
    }
    #[inline(always)]
    fn write<const N: usize, W>(
        self,
        from: &[Value],
        to: RecordsMut<'_>,
        number: impl Fn(&Value) -> Option<W>,
        raw: impl Fn(W) -> [u8; N],
    ) -> bool {
        let RecordsMut { bytes, step, rows } = to;
        let mut whole = from.chunks_exact(self.0).zip(bytes.chunks_exact_mut(step)).take(rows);
        let done = whole.len();
        whole.all(|(values, record)| write_one(&values[0], record, &number, &raw))
            && (done..rows).all(|row| write_one(&from[row * self.0], &mut bytes[row * step..], &number, &raw))
    }
    #[inline(always)]
    fn all<W>(self, of: &[Value], rows: usize, number: impl Fn(&Value) -> Option<W>) -> bool {
        let whole = of.chunks_exact(self.0).take(rows);
        let done = whole.len();
        whole.into_iter().all(|row| number(&row[0]).is_some())
            && (done..rows).all(|row| number(&of[row * self.0]).is_some())
    }
}

/// Calls a function for a number of values.
macro_rules! with_count {
    ($count:expr, $function:ident ($($argument:expr),*)) => {
        match $count {
            1 => $function::<Fixed<1>>($($argument),*),
            2 => $function::<Fixed<2>>($($argument),*),
            3 => $function::<Fixed<3>>($($argument),*),
            4 => $function::<Fixed<4>>($($argument),*),
            5 => $function::<Fixed<5>>($($argument),*),
            6 => $function::<Fixed<6>>($($argument),*),
            7 => $function::<Fixed<7>>($($argument),*),
            8 => $function::<Fixed<8>>($($argument),*),
            _ => $function::<Any>($($argument),*),
        }
    };
}
pub(super) use with_count;
