//! Why packing refuses a value, and how Python says so.

use core::fmt;

use super::Accepts;
use crate::code::Code;

/// A value that somebody wants to pack, as far as rules ask about it.
///
/// ```
/// use view_format::rule::{Given, Refusal};
/// use view_format::{Code, Mark, Target};
///
/// let byte = Code::UnsignedChar.accepts(1, Mark::Little, &Target::LP64).unwrap();
/// assert_eq!(byte.check(Given::Integer(255)), Ok(()));
/// let refusal = byte.check(Given::Integer(256)).unwrap_err();
/// assert_eq!(refusal, Refusal::Range { low: 0, high: 255 });
/// assert_eq!(
///     refusal.in_python(Code::UnsignedChar).to_string(),
///     "struct.error: 'B' format requires 0 <= number <= 255"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub enum Given {
    /// An integer. One that is larger than `i128` is given as the end of `i128` on its side, which no code holds either.
    Integer(i128),
    /// A float.
    Float(f64),
    /// A complex number.
    Complex(f64, f64),
    /// A truth value.
    Bool(bool),
    /// Bytes of this length.
    Bytes(usize),
    /// A string of so many characters.
    Characters(usize),
    /// Something else.
    Other,
}

/// Why a value is refused.
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// An integer is out of range.
    Range {
        /// The least that fits.
        low: i128,
        /// The greatest that fits.
        high: i128,
    },
    /// A finite number is too large for the floating-point format.
    TooLarge {
        /// The number, or the part of it.
        number: f64,
    },
    /// A value of another type is needed.
    Type {
        /// What is needed, with its article.
        needed: &'static str,
    },
    /// A string of another length is needed.
    Length {
        /// The length that is needed; of characters, the greatest.
        needed: usize,
        /// What was given.
        got: usize,
    },
}

impl Accepts {
    /// What is needed, with its article where it has one: "an integer".
    pub const fn needed(self) -> &'static str {
        match self {
            Accepts::Nothing => "no value",
            Accepts::Integer { .. } | Accepts::Address { .. } => "an integer",
            Accepts::Truth => "a bool or a number",
            Accepts::Float(_) | Accepts::Complex(_) => "a number",
            Accepts::OneByte => "a string of 1 byte",
            Accepts::Bytes { .. } | Accepts::Pascal { .. } | Accepts::Exactly { .. } => "bytes",
            Accepts::Characters { .. } => "a string",
        }
    }

    /// Whether `given` can be packed.
    ///
    /// # Errors
    /// The reason why not.
    pub const fn check(self, given: Given) -> Result<(), Refusal> {
        let wrong = Err(Refusal::Type { needed: self.needed() });
        match self {
            Accepts::Nothing => wrong,
            Accepts::Truth => Ok(()),
            Accepts::Integer { low, high } | Accepts::Address { low, high } => {
                let number = match given {
                    Given::Integer(number) => number,
                    Given::Bool(truth) => truth as i128,
                    _ => return wrong,
                };
                if low <= number && number <= high { Ok(()) } else { Err(Refusal::Range { low, high }) }
            }
            Accepts::Float(range) | Accepts::Complex(range) => {
                let (re, im) = match given {
                    Given::Float(number) => (number, 0.0),
                    Given::Integer(number) => (number as f64, 0.0),
                    Given::Bool(_) => (0.0, 0.0),
                    Given::Complex(re, im) if matches!(self, Accepts::Complex(_)) => (re, im),
                    _ => return wrong,
                };
                if range.refuses(re) {
                    Err(Refusal::TooLarge { number: re })
                } else if range.refuses(im) {
                    Err(Refusal::TooLarge { number: im })
                } else {
                    Ok(())
                }
            }
            Accepts::OneByte => exactly(1, given, wrong),
            Accepts::Exactly { length } => exactly(length, given, wrong),
            Accepts::Bytes { .. } | Accepts::Pascal { .. } => match given {
                Given::Bytes(_) => Ok(()),
                _ => wrong,
            },
            Accepts::Characters { most } => match given {
                Given::Characters(got) if got > most => Err(Refusal::Length { needed: most, got }),
                Given::Characters(_) => Ok(()),
                _ => wrong,
            },
        }
    }
}

const fn exactly(needed: usize, given: Given, wrong: Result<(), Refusal>) -> Result<(), Refusal> {
    match given {
        Given::Bytes(got) if got == needed => Ok(()),
        Given::Bytes(got) => Err(Refusal::Length { needed, got }),
        _ => wrong,
    }
}

impl Refusal {
    /// What CPython raises when `pack` is given such a value for `code`.
    pub const fn in_python(self, code: Code) -> PythonError {
        PythonError { code, refusal: self }
    }
}

/// An exception of CPython's `struct` module, 3.12 and later. `Display` shows type and message, as the interpreter does.
///
/// Codes that `struct` does not have raise nothing there; for them the sentence is the one of the nearest code.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PythonError {
    code: Code,
    refusal: Refusal,
}

impl PythonError {
    /// The type of the exception: `struct.error`, but where a float is too large.
    pub const fn exception(self) -> &'static str {
        match self.refusal {
            Refusal::TooLarge { .. } => "OverflowError",
            _ => "struct.error",
        }
    }

    /// The message.
    pub const fn message(self) -> impl fmt::Display {
        Message(self)
    }
}

impl fmt::Display for PythonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.exception(), self.message())
    }
}

struct Message(PythonError);

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PythonError { code, refusal } = self.0;
        match (code, refusal) {
            (Code::Pointer, Refusal::Range { .. }) => f.write_str("int too large to convert"),
            (_, Refusal::Range { low, high }) => {
                write!(f, "'{}' format requires {low} <= number <= {high}", code.text())
            }
            // The parts of a complex number are told of as the float that they are.
            (_, Refusal::TooLarge { .. }) => {
                let part = match code {
                    Code::FloatComplex | Code::ZFloatComplex => "f",
                    Code::DoubleComplex | Code::ZDoubleComplex => "d",
                    other => other.text(),
                };
                write!(f, "float too large to pack with {part} format")
            }
            (Code::Char, _) => f.write_str("char format requires a bytes object of length 1"),
            (Code::Half | Code::Float | Code::Double, _) => f.write_str("required argument is not a float"),
            (Code::FloatComplex | Code::DoubleComplex | Code::ZFloatComplex | Code::ZDoubleComplex, _) => {
                f.write_str("required argument is not a complex")
            }
            (Code::Bytes | Code::Pascal, _) => write!(f, "argument for '{}' must be a bytes object", code.text()),
            _ => f.write_str("required argument is not an integer"),
        }
    }
}
