//! What packing takes and unpacking gives, code by code, as plain data. Nothing here touches bytes or needs a heap: the
//! library that packs and the checker that reads programs hold their values against the same rules.
//!
//! Sources: `Modules/_struct.c` and `Objects/floatobject.c`; the rules of `w`, `g` and named padding, which `struct` does
//! not have, are those of a copy of the bytes.

mod give;
mod refuse;
#[cfg(test)]
mod tests;

pub use give::Gives;
pub use refuse::{Given, PythonError, Refusal};

use crate::code::{Code, CountMeaning};
use crate::order::Mark;
use crate::scalar::{Scalar, ScalarKind};
use crate::target::Target;

/// What packing accepts for one value, and what becomes of it.
///
/// ```
/// use view_format::{Code, Mark, Target, rule::{Accepts, Given, Refusal}};
///
/// let rule = Code::Short.accepts(1, Mark::Little, &Target::LP64).unwrap();
/// assert_eq!(rule, Accepts::Integer { low: -32768, high: 32767 });
/// let refusal = rule.check(Given::Integer(40_000)).unwrap_err();
/// assert_eq!(refusal, Refusal::Range { low: -32768, high: 32767 });
/// // As CPython says it.
/// let error = refusal.in_python(Code::Short).to_string();
/// assert_eq!(error, "struct.error: 'h' format requires -32768 <= number <= 32767");
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub enum Accepts {
    /// No value: padding (`x`) is written as zeros.
    Nothing,
    /// An integer in a range, both ends included; a bool is 0 or 1. No float, whatever its value.
    Integer {
        /// The least.
        low: i128,
        /// The greatest.
        high: i128,
    },
    /// An address (`P`): an integer in a range, both ends included. A negative one wraps: -1 is the greatest address.
    Address {
        /// The least.
        low: i128,
        /// The greatest.
        high: i128,
    },
    /// Anything that is true or false (`?`): Python takes any object by its truth.
    Truth,
    /// A number, rounded to the nearest float of the width, of two equally near ones to the even one. Infinity and NaN stay
    /// what they are.
    Float(FloatRange),
    /// A complex number, or a real one, both parts rounded as floats are.
    Complex(FloatRange),
    /// Bytes of length 1 (`c`). `struct` takes `bytes` only, no `bytearray`.
    OneByte,
    /// Bytes of any length (`s`): cut to this length without a word, or filled up with NULs.
    Bytes {
        /// The length that is stored.
        length: usize,
    },
    /// Bytes of any length (`p`): a length byte and as many bytes as there is room for, filled up with NULs.
    Pascal {
        /// How many bytes are stored. The length byte says at most 255, so that of more than those the rest is lost.
        stored: usize,
    },
    /// A string of at most so many characters (`w`), filled up with zeros.
    Characters {
        /// The greatest number of them.
        most: usize,
    },
    /// Bytes of just this length: what has no value of its own (`g`, padding with a name).
    Exactly {
        /// The length.
        length: usize,
    },
}

/// Where a floating-point format ends.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FloatRange {
    /// The least magnitude that rounds to infinity; for a double, infinity itself.
    pub overflow: f64,
    /// Whether a finite number of that magnitude becomes infinity. If not, it is refused. CPython packs a native `f` or
    /// `F` by a cast in C, which gives infinity, and everything else by functions that refuse.
    pub saturates: bool,
}

impl FloatRange {
    const fn new(size: usize, saturates: bool) -> FloatRange {
        match size {
            // Half a step above the greatest half, 65504.
            2 => FloatRange { overflow: 65520.0, saturates: false },
            // Half a step above the greatest float: 2^128 - 2^103.
            4 => FloatRange { overflow: 3.402_823_567_797_336_6e38, saturates },
            _ => FloatRange { overflow: f64::INFINITY, saturates: false },
        }
    }

    /// Whether `number` is refused.
    pub const fn refuses(self, number: f64) -> bool {
        !self.saturates && number.is_finite() && number.abs() >= self.overflow
    }
}

impl Scalar {
    /// What packing accepts for it.
    pub const fn accepts(self) -> Accepts {
        let size = self.size();
        match self.kind() {
            ScalarKind::Int => {
                let (low, high) = signed_range(size);
                Accepts::Integer { low, high }
            }
            ScalarKind::Uint => Accepts::Integer { low: 0, high: unsigned_range(size).1 },
            ScalarKind::Pointer => Accepts::Address { low: signed_range(size).0, high: unsigned_range(size).1 },
            ScalarKind::Bool => Accepts::Truth,
            ScalarKind::Float => Accepts::Float(FloatRange::new(size, self.saturates())),
            ScalarKind::Complex => Accepts::Complex(FloatRange::new(size / 2, self.saturates())),
            ScalarKind::Char => Accepts::OneByte,
            ScalarKind::Bytes => Accepts::Bytes { length: size },
            ScalarKind::Pascal => Accepts::Pascal { stored: size.saturating_sub(1) },
            ScalarKind::Ucs4 => Accepts::Characters { most: size / 4 },
            ScalarKind::LongDouble | ScalarKind::Void => Accepts::Exactly { length: size },
        }
    }
}

impl Code {
    /// What packing accepts for one value of it under a mark on a target; where the count is a length (`5s`), for a value
    /// of that length.
    ///
    /// `None` where the code has no size there: `n` after `<`, `O` anywhere.
    pub const fn accepts(self, count: usize, mark: Mark, target: &Target) -> Option<Accepts> {
        match self.scalar(count, mark, target) {
            Some(_) if matches!(self, Code::Pad) => Some(Accepts::Nothing),
            Some(scalar) => Some(scalar.accepts()),
            None => None,
        }
    }

    /// What unpacking gives for one value of it; `None` as for [`accepts`](Code::accepts).
    pub const fn gives(self, count: usize, mark: Mark, target: &Target) -> Option<Gives> {
        match self.scalar(count, mark, target) {
            Some(_) if matches!(self, Code::Pad) => Some(Gives::Nothing),
            Some(scalar) => Some(scalar.gives()),
            None => None,
        }
    }

    /// One value of it; `None` where it has no size or the size is too large.
    const fn scalar(self, count: usize, mark: Mark, target: &Target) -> Option<Scalar> {
        let info = self.info();
        let native = info.native(target);
        let (Some(kind), Some(native)) = (info.kind, native) else { return None };
        let size = match info.standard_size {
            _ if mark.is_native_size() => native.size,
            Some(size) => size,
            None => return None,
        };
        let count = if matches!(info.count_meaning(), CountMeaning::Length) { count } else { 1 };
        let Some(size) = (size as usize).checked_mul(count) else { return None };
        Some(Scalar::new(kind, size, mark.byte_order(target.order)).under(mark))
    }
}

const fn signed_range(size: usize) -> (i128, i128) {
    let half = 1_i128 << (bits(size) - 1);
    (-half, half - 1)
}

const fn unsigned_range(size: usize) -> (i128, i128) {
    (0, (1_i128 << bits(size)) - 1)
}

/// Bits of an integer of so many bytes, of which there are 1 to 8.
const fn bits(size: usize) -> u32 {
    match size {
        0 => 8,
        1..=8 => 8 * size as u32,
        _ => 64,
    }
}
