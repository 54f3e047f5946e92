//! What unpacking gives.

use super::{bits, signed_range, unsigned_range};
use crate::scalar::{Scalar, ScalarKind};

/// The value that unpacking gives.
///
/// ```
/// use view_format::{Code, Mark, Target, rule::Gives};
///
/// let gives = |code: Code, count| code.gives(count, Mark::Little, &Target::LP64).unwrap();
/// assert_eq!(gives(Code::UnsignedChar, 1), Gives::Integer { low: 0, high: 255 });
/// assert_eq!(gives(Code::Bytes, 5), Gives::Bytes { shortest: 5, longest: 5 });
/// assert_eq!(gives(Code::Pascal, 5), Gives::Bytes { shortest: 0, longest: 4 });
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Gives {
    /// No value: padding.
    Nothing,
    /// An integer in a range, both ends included.
    Integer {
        /// The least.
        low: i128,
        /// The greatest.
        high: i128,
    },
    /// True for any byte that is not zero.
    Truth,
    /// A float, widened to 64 bits.
    Float,
    /// A complex number of two of those.
    Complex,
    /// Bytes, NULs and all. Of a Pascal string as many as its first byte says, or as there are.
    Bytes {
        /// The least length.
        shortest: usize,
        /// The greatest length.
        longest: usize,
    },
    /// A string of characters, without the zeros at its end.
    Characters {
        /// The greatest number of them.
        most: usize,
    },
}

impl Scalar {
    /// What unpacking gives for it.
    pub const fn gives(self) -> Gives {
        let size = self.size();
        match self.kind() {
            ScalarKind::Int => {
                let (low, high) = signed_range(size);
                Gives::Integer { low, high }
            }
            ScalarKind::Uint | ScalarKind::Pointer => Gives::Integer { low: 0, high: unsigned_range(size).1 },
            ScalarKind::Bool => Gives::Truth,
            ScalarKind::Float => Gives::Float,
            ScalarKind::Complex => Gives::Complex,
            ScalarKind::Char | ScalarKind::Bytes | ScalarKind::LongDouble | ScalarKind::Void => {
                Gives::Bytes { shortest: size, longest: size }
            }
            ScalarKind::Pascal => {
                let room = size.saturating_sub(1);
                let sayable = (1 << bits(1)) - 1;
                Gives::Bytes { shortest: 0, longest: if room < sayable { room } else { sayable } }
            }
            ScalarKind::Ucs4 => Gives::Characters { most: size / 4 },
        }
    }
}

impl Gives {
    /// The name of its type in Python; empty for padding.
    pub const fn python(self) -> &'static str {
        match self {
            Gives::Nothing => "",
            Gives::Integer { .. } => "int",
            Gives::Truth => "bool",
            Gives::Float => "float",
            Gives::Complex => "complex",
            Gives::Bytes { .. } => "bytes",
            Gives::Characters { .. } => "str",
        }
    }
}
