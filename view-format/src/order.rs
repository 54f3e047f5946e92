//! Byte order, and the marks `@ = < > ! ^` that choose it together with sizes and alignment.

use core::fmt;

/// Which byte of a number stands first in memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ByteOrder {
    /// The least significant byte first (`<`).
    Little,
    /// The most significant byte first (`>`, and the network's `!`).
    Big,
}

impl ByteOrder {
    /// The order of the machine that this code was compiled for. A procedural macro must not ask: it runs on the
    /// compiling machine.
    pub const NATIVE: ByteOrder = if cfg!(target_endian = "big") { ByteOrder::Big } else { ByteOrder::Little };

    /// The mark that means it in standard sizes: `<` or `>`.
    pub const fn mark(self) -> char {
        match self {
            ByteOrder::Little => '<',
            ByteOrder::Big => '>',
        }
    }
}

impl fmt::Display for ByteOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ByteOrder::Little => "little-endian",
            ByteOrder::Big => "big-endian",
        })
    }
}

/// An order mark.
///
/// ```
/// use view_format::{ByteOrder, Mark};
///
/// let network = Mark::from_char('!').unwrap();
/// assert_eq!(network.byte_order(ByteOrder::Little), ByteOrder::Big);
/// assert!(!network.is_native_size() && Mark::Native.is_aligned());
/// ```
///
/// Besides the byte order it decides whether sizes are the target's own or the standard ones, and
/// whether items are aligned.
///
/// | mark | byte order | sizes | alignment | source |
/// |---|---|---|---|---|
/// | `@`, or none | the target's | the target's | the target's | struct |
/// | `^` | the target's | the target's | none | PEP 3118 |
/// | `=` | the target's | standard | none | struct |
/// | `<` | little | standard | none | struct |
/// | `>` | big | standard | none | struct |
/// | `!` | big | standard | none | struct |
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mark {
    /// `@`, also where nothing is written.
    #[default]
    Native,
    /// `^`
    NativeUnaligned,
    /// `=`
    Standard,
    /// `<`
    Little,
    /// `>`
    Big,
    /// `!`
    Network,
}

impl Mark {
    /// All of them, in the order of the table above.
    pub const ALL: [Mark; 6] =
        [Mark::Native, Mark::NativeUnaligned, Mark::Standard, Mark::Little, Mark::Big, Mark::Network];

    /// The mark that `c` is.
    pub const fn from_char(c: char) -> Option<Mark> {
        Some(match c {
            '@' => Mark::Native,
            '^' => Mark::NativeUnaligned,
            '=' => Mark::Standard,
            '<' => Mark::Little,
            '>' => Mark::Big,
            '!' => Mark::Network,
            _ => return None,
        })
    }

    /// As it is written.
    pub const fn as_char(self) -> char {
        match self {
            Mark::Native => '@',
            Mark::NativeUnaligned => '^',
            Mark::Standard => '=',
            Mark::Little => '<',
            Mark::Big => '>',
            Mark::Network => '!',
        }
    }

    /// What it means, in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Mark::Native => "native order, sizes and alignment",
            Mark::NativeUnaligned => "native order and sizes, no alignment",
            Mark::Standard => "native order, standard sizes",
            Mark::Little => "little-endian, standard sizes",
            Mark::Big => "big-endian, standard sizes",
            Mark::Network => "big-endian (as on networks), standard sizes",
        }
    }

    /// Whether codes have the sizes of the target's C types. If not, they have standard sizes.
    pub const fn is_native_size(self) -> bool {
        matches!(self, Mark::Native | Mark::NativeUnaligned)
    }

    /// Whether items stand at multiples of their alignment.
    pub const fn is_aligned(self) -> bool {
        matches!(self, Mark::Native)
    }

    /// The byte order on a target whose own is `native`.
    pub const fn byte_order(self, native: ByteOrder) -> ByteOrder {
        match self {
            Mark::Native | Mark::NativeUnaligned | Mark::Standard => native,
            Mark::Little => ByteOrder::Little,
            Mark::Big | Mark::Network => ByteOrder::Big,
        }
    }

    /// Whether the mark fixes the byte order whatever the target.
    pub const fn is_explicit(self) -> bool {
        matches!(self, Mark::Little | Mark::Big | Mark::Network)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Write::write_char(f, self.as_char())
    }
}
