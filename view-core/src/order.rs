//! In which order elements stand in memory.

/// In which order the elements of a copy stand: what Python calls `'C'`, `'F'` and `'A'`.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{MemoryOrder, View};
///
/// let view = View::new(b"abcdef").cast_shape("c", &[2, 3])?;
/// assert_eq!(view.to_bytes_in(MemoryOrder::C), b"abcdef");
/// assert_eq!(view.to_bytes_in(MemoryOrder::F), b"adbecf");
/// assert_eq!(view.transpose().to_bytes_in(MemoryOrder::Any), b"abcdef");
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum MemoryOrder {
    /// The last index fastest, as in C.
    #[default]
    C,
    /// The first index fastest, as in Fortran.
    F,
    /// As they stand, if they lie one after the other in either order; else as in C.
    Any,
}
