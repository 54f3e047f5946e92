//! How large and how deep a format may be. Past a limit there is a diagnostic, and the rest is not read.

/// Bytes of text that are read: 1 MiB.
pub const MAX_TEXT: usize = 1 << 20;

/// Items and order marks in one format, those in nested structs included: 16,384. A count of any size is one item.
pub const MAX_ITEMS: usize = 1 << 14;

/// `T{` and `&` inside one another.
pub const MAX_DEPTH: usize = 64;

/// Dimensions of one field, as many as a buffer may have in Python (`PyBUF_MAX_NDIM`).
pub const MAX_DIMENSIONS: usize = 64;

/// Mistakes that are reported before reading stops.
pub const MAX_DIAGNOSTICS: usize = 64;
