//! What one number, character or string is: kind, size and byte order.

use core::fmt;

use crate::order::{ByteOrder, Mark};

/// A number, a character or a string: kind, size in bytes, and byte order.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_format::{ByteOrder, Layout, Scalar, ScalarKind};
///
/// let scalar = Layout::parse(">i")?.as_scalar().unwrap();
/// assert_eq!(scalar, Scalar::new(ScalarKind::Int, 4, ByteOrder::Big));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Scalar {
    kind: ScalarKind,
    order: ByteOrder,
    saturates: bool,
    size: usize,
}

impl Scalar {
    /// No bytes.
    #[cfg(feature = "alloc")]
    pub(crate) const NOTHING: Scalar = Scalar::new(ScalarKind::Void, 0, ByteOrder::Little);

    /// A scalar of `size` bytes. Where there is no byte to swap, the order counts as little-endian, so that equal
    /// meanings compare equal.
    pub const fn new(kind: ScalarKind, size: usize, order: ByteOrder) -> Scalar {
        let ordered = size > 1 && kind.has_byte_order();
        Scalar { kind, order: if ordered { order } else { ByteOrder::Little }, saturates: false, size }
    }

    /// The same, written under a mark. It holds the same bytes and compares equal; only packing tells a native `f` or `F`
    /// from another, see [`FloatRange`](crate::rule::FloatRange).
    #[must_use]
    pub const fn under(self, mark: Mark) -> Scalar {
        let matters = matches!((self.kind, self.size), (ScalarKind::Float, 4) | (ScalarKind::Complex, 8));
        Scalar { saturates: matters && mark.is_native_size(), ..self }
    }

    /// Whether packing turns a number that is too large into infinity, as C does, rather than refuse it.
    pub const fn saturates(self) -> bool {
        self.saturates
    }

    /// What kind of value it is.
    pub const fn kind(self) -> ScalarKind {
        self.kind
    }

    /// Bytes; of a string its whole length.
    pub const fn size(self) -> usize {
        self.size
    }

    /// Which byte stands first.
    pub const fn order(self) -> ByteOrder {
        self.order
    }
}

impl PartialEq for Scalar {
    fn eq(&self, other: &Scalar) -> bool {
        (self.kind, self.order, self.size) == (other.kind, other.order, other.size)
    }
}

impl Eq for Scalar {}

impl core::hash::Hash for Scalar {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        (self.kind, self.order, self.size).hash(state);
    }
}

impl fmt::Debug for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}{}", self.kind, self.size * 8)?;
        if self.size > 1 && self.kind.has_byte_order() {
            write!(f, "{}", if matches!(self.order, ByteOrder::Big) { "be" } else { "le" })?;
        }
        Ok(())
    }
}

/// The kinds of value that a code can stand for. Together with a size and a byte order they say how bytes are read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ScalarKind {
    /// A signed integer in two's complement (`b h i l q n`): 1, 2, 4 or 8 bytes.
    Int,
    /// An unsigned integer (`B H I L Q N`): 1, 2, 4 or 8 bytes.
    Uint,
    /// True if the byte is not zero (`?`).
    Bool,
    /// An IEEE 754 number (`e f d`): 2, 4 or 8 bytes.
    Float,
    /// Two IEEE 754 numbers, the real part first (`F D Zf Zd`): 8 or 16 bytes.
    Complex,
    /// One byte as a string of length 1 (`c`).
    Char,
    /// A string of bytes, kept whole (`s`).
    Bytes,
    /// A length byte, then a string of bytes (`p`).
    Pascal,
    /// An address (`P`).
    Pointer,
    /// A string of UCS-4 characters (`w`), 4 bytes each.
    Ucs4,
    /// C's `long double`, or two of them (`g Zg`): bytes that Rust has no number for.
    LongDouble,
    /// Bytes without a meaning: padding with a name (`4x:reserved:`).
    Void,
}

impl ScalarKind {
    /// Whether its bytes change places between little-endian and big-endian.
    pub const fn has_byte_order(self) -> bool {
        use ScalarKind::*;
        matches!(self, Int | Uint | Float | Complex | Pointer | Ucs4 | LongDouble)
    }
}
