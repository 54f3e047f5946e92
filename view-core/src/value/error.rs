//! Why a value cannot be written in a format. The sentences are those of Python's `struct`, with the facts added.

use core::fmt;

use view_format::rule::Refusal;
use view_format::{Code, Scalar};

use super::Value;

/// A value does not fit the format. Codes are those of standard sizes: a native `l` of 8 bytes is called `q`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ValueError {
    /// An integer is out of range.
    Range {
        /// The code.
        code: &'static str,
        /// The least that fits.
        low: i128,
        /// The greatest that fits.
        high: i128,
        /// What was given.
        number: i128,
    },
    /// A finite number is too large for the floating-point format.
    TooLarge {
        /// The code.
        code: &'static str,
        /// What was given.
        number: f64,
    },
    /// A value of another type is needed.
    Type {
        /// The code; empty for records and lists.
        code: &'static str,
        /// What is needed.
        needed: &'static str,
        /// What was given.
        got: &'static str,
    },
    /// A string of another length is needed.
    Length {
        /// The code.
        code: &'static str,
        /// The length that is needed; the greatest one for `w`.
        needed: usize,
        /// What was given.
        got: usize,
    },
    /// A record or a list of another length is needed.
    Count {
        /// The number of values that is needed.
        needed: usize,
        /// What was given.
        got: usize,
    },
}

impl ValueError {
    /// That packing a scalar refuses `value`.
    pub(super) fn new(scalar: Scalar, refusal: Refusal, value: &Value) -> ValueError {
        let code = Code::of(scalar).text();
        let wrong = |needed| ValueError::Type { code, needed, got: value.noun() };
        match refusal {
            Refusal::Range { low, high } => match value.as_integer() {
                Some(number) => ValueError::Range { code, low, high, number },
                None => wrong("an integer"),
            },
            Refusal::TooLarge { number } => ValueError::TooLarge { code, number },
            Refusal::Length { needed, got } => ValueError::Length { code, needed, got },
            Refusal::Type { needed } => wrong(needed),
            // A reason that this crate does not know yet.
            _ => wrong("another value"),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            ValueError::Range { code, low, high, number } => {
                write!(f, "`{code}` requires {low} <= number <= {high}, got {number}")
            }
            ValueError::TooLarge { code, number } => write!(f, "{number:e} is too large for `{code}`"),
            ValueError::Type { code: "", needed, got } => write!(f, "{needed} needed, got {got}"),
            ValueError::Type { code, needed, got } => write!(f, "`{code}` requires {needed}, got {got}"),
            ValueError::Length { code: "w", needed, got } => {
                write!(f, "`{needed}w` requires at most {needed} characters, got {got}")
            }
            ValueError::Length { code, needed: 1, got } => {
                write!(f, "`{code}` requires a string of 1 byte, got {got}")
            }
            ValueError::Length { code, needed, got } => {
                write!(f, "`{code}` requires a string of {needed} bytes, got {got}")
            }
            ValueError::Count { needed: 1, got } => write!(f, "1 value needed, got {got}"),
            ValueError::Count { needed, got } => write!(f, "{needed} values needed, got {got}"),
        }
    }
}

impl core::error::Error for ValueError {}
