//! Why bytes are not the values of a struct or an enum: the errors of derived `unpack`s.

use core::fmt;

use crate::source::SizeError;

/// A number that stands for no variant of an enum with `#[derive(Record)]`.
///
#[cfg_attr(feature = "macros", doc = "```")]
#[cfg_attr(not(feature = "macros"), doc = "```ignore")]
/// use view_core::{Record, UnpackError};
///
/// #[derive(Record, Debug)]
/// #[view(big_endian)]
/// #[repr(u16)]
/// enum Kind {
///     Query = 1,
///     Answer,
/// }
/// let Err(UnpackError::Variant { error, .. }) = Kind::unpack(b"\0\x07") else { panic!() };
/// assert_eq!((error.name, error.value), ("Kind", 7));
/// assert_eq!(error.to_string(), "`7` is no `Kind`: 1 is `Query`, 2 is `Answer`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct VariantError {
    /// The enum.
    pub name: &'static str,
    /// The number that was read.
    pub value: i128,
    /// The variants that there are, with their numbers.
    pub variants: &'static [(&'static str, i128)],
}

impl VariantError {
    #[doc(hidden)]
    pub const fn new(name: &'static str, value: i128, variants: &'static [(&'static str, i128)]) -> VariantError {
        VariantError { name, value, variants }
    }
}

/// So many variants are named in a message.
const SHOWN: usize = 8;

impl fmt::Display for VariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let VariantError { name, value, variants } = self;
        write!(f, "`{value}` is no `{name}`")?;
        for (i, (variant, number)) in variants.iter().take(SHOWN).enumerate() {
            write!(f, "{}{number} is `{variant}`", if i == 0 { ": " } else { ", " })?;
        }
        match variants.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

impl core::error::Error for VariantError {}

/// Why bytes are not the values of a struct or an enum with `#[derive(Record)]`.
///
#[cfg_attr(feature = "macros", doc = "```")]
#[cfg_attr(not(feature = "macros"), doc = "```ignore")]
/// use view_core::{Record, SizeError, UnpackError};
///
/// #[derive(Record, Debug)]
/// #[repr(u8)]
/// enum Kind {
///     File = 1,
///     Folder = 2,
/// }
/// #[derive(Record, Debug)]
/// #[view(little_endian)]
/// struct Entry {
///     size: u32,
///     kind: Kind,
/// }
/// assert!(Entry::unpack(b"\x05\0\0\0\x01").is_ok());
/// assert_eq!(Entry::unpack(b"\x05\0\0").unwrap_err(), UnpackError::Size(SizeError::new(5, 3)));
/// let error = Entry::unpack(b"\x05\0\0\0\x09").unwrap_err();
/// assert_eq!(error.to_string(), "at byte 4: `9` is no `Kind`: 1 is `File`, 2 is `Folder`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnpackError {
    /// There are fewer bytes, or more.
    Size(SizeError),
    /// An enum has no variant of this number.
    Variant {
        /// Where the number stands, in bytes from the start of what was unpacked.
        offset: usize,
        /// The number, and the variants.
        error: VariantError,
    },
    /// The conversion of a field (`#[view(with = module)]`) did not take what was read.
    Refused {
        /// Where it stands, in bytes from the start of what was unpacked.
        offset: usize,
        /// The field.
        field: &'static str,
    },
}

impl fmt::Display for UnpackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnpackError::Size(error) => error.fmt(f),
            UnpackError::Variant { offset: 0, error } => error.fmt(f),
            UnpackError::Variant { offset, error } => write!(f, "at byte {offset}: {error}"),
            UnpackError::Refused { offset, field } => {
                write!(f, "at byte {offset}: what stands there is no `{field}`, says its conversion")
            }
        }
    }
}

impl core::error::Error for UnpackError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            UnpackError::Size(error) => Some(error),
            UnpackError::Variant { error, .. } => Some(error),
            UnpackError::Refused { .. } => None,
        }
    }
}

impl From<SizeError> for UnpackError {
    #[inline]
    fn from(error: SizeError) -> Self {
        UnpackError::Size(error)
    }
}

/// Of a number that stands alone, or at the start.
impl From<VariantError> for UnpackError {
    #[inline]
    fn from(error: VariantError) -> Self {
        UnpackError::Variant { offset: 0, error }
    }
}
