//! Which of the two grammars a string is read by.

/// The grammar a format is read by. A string that both accept means the same in both.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_format::{Dialect, parse};
///
/// let mistakes = |dialect| parse("<2H >I:size:", dialect).diagnostics.len();
/// assert_eq!((mistakes(Dialect::Struct), mistakes(Dialect::Pep3118)), (2, 0));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Dialect {
    /// What Python's `struct` module accepts: one order mark at the very start, counts, codes, white space.
    Struct,
    /// The superset that PEP 3118 describes, as numpy and ctypes write it: also names, `T{}`, shapes, order marks in
    /// mid-string, and more codes.
    #[default]
    Pep3118,
}
