//! `s!`: keys that read like Python's.

/// A key for [`slice`](crate::TypedView::slice): what to take along each axis, as in Python's `m[key]`.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_core::{View, s};
///
/// let view = View::new(b"ABCDEFGHIJKL").cast_shape("c", &[3, 4])?;
/// assert_eq!(view.slice(s![1, ..])?.to_bytes(), b"EFGH"); // m[1, :], an index drops its axis
/// assert_eq!(view.slice(s![.., -1])?.to_bytes(), b"DHL"); // m[:, -1]
/// assert_eq!(view.slice(s![.., ..;-2])?.to_bytes(), b"DBHFLJ"); // m[:, ::-2]
/// assert_eq!(view.slice(s![-2.., 1..3])?.to_bytes(), b"FGJK"); // m[-2:, 1:3]
/// assert_eq!(view.slice(s![..., 0])?.to_bytes(), b"AEI"); // m[..., 0]
/// assert_eq!(view.slice(s![NewAxis, ..1])?.shape(), [1, 1, 4]); // m[newaxis, :1]
/// assert_eq!(view.slice(s![7..])?.shape(), [0, 4]); // a slice is cut to what is there
/// assert!(view.slice(s![7]).is_err()); // an index has to be there
/// # }
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// | here | Python | selects |
/// |---|---|---|
/// | `i` | `i` | one index, and drops the axis; from the end where it is negative |
/// | `a..b`, `a..`, `..b`, `..` | `a:b`, `a:`, `:b`, `:` | the indices from `a` to before `b` |
/// | `a..=b` | | with `b` |
/// | `a..b;c`, `..;c` | `a:b:c`, `::c` | in steps of `c`; down, where that is negative |
/// | `...` | `...` | all of the axes that nothing else speaks of |
/// | `NewAxis` | `None` | no axis; adds one of length 1 |
///
/// Numbers are expressions of any integer type; an [`Index`](crate::Index) or a [`Slice`](crate::Slice) goes as well.
/// Axes that are left out at the end are taken whole. The key is an array of [`Index`](crate::Index).
///
/// Negative steps are Python's and not those of `ndarray`, whose `s![1..5;-1]` takes the range first and reverses it: here
/// `s![4..0;-1]` are the indices 4, 3, 2, 1, and `s![1..5;-1]` is empty.
#[macro_export]
macro_rules! s {
    (@ [$($key:expr,)*]) => { [$($key,)*] };
    (@ [$($key:expr,)*] ,) => { [$($key,)*] };
    (@ [$($key:expr,)*] ... , $($rest:tt)*) => {
        $crate::s!(@ [$($key,)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@ [$($key:expr,)*] NewAxis , $($rest:tt)*) => {
        $crate::s!(@ [$($key,)* $crate::Index::NewAxis,] $($rest)*)
    };
    (@ [$($key:expr,)*] $range:expr ; $step:expr , $($rest:tt)*) => {
        $crate::s!(@ [$($key,)* {
            #[allow(clippy::reversed_empty_ranges)]
            let slice = $crate::Slice::new($range, $step);
            $crate::Index::Slice(slice)
        },] $($rest)*)
    };
    (@ [$($key:expr,)*] $index:expr , $($rest:tt)*) => {
        $crate::s!(@ [$($key,)* <$crate::Index as ::core::convert::From<_>>::from($index),] $($rest)*)
    };
    () => { [$crate::Index::Ellipsis; 0] };
    ($($key:tt)+) => { $crate::s!(@ [] $($key)+ ,) };
}
