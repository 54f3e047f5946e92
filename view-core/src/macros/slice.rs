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
/// Axes that are left out at the end are taken whole. The result is a [`Key`](crate::Key): a list of [`Index`](crate::Index), whose
/// type knows how many dimensions it drops and adds, as long as no part is an `Index` itself.
///
/// Negative steps are Python's and not those of `ndarray`, whose `s![1..5;-1]` takes the range first and reverses it: here
/// `s![4..0;-1]` are the indices 4, 3, 2, 1, and `s![1..5;-1]` is empty.
#[macro_export]
macro_rules! s {
    // Parts in pairs, of all before and one, so that the types of all are known; a blank for each; and what is left to read.
    (@ $parts:tt [$($blank:expr,)*]) => { $crate::Key::new([$($blank,)*], $parts) };
    (@ $parts:tt [$($blank:expr,)*] ,) => { $crate::Key::new([$($blank,)*], $parts) };
    (@ $parts:tt [$($blank:tt)*] ... , $($rest:tt)*) => {
        $crate::s!(@ ($parts, $crate::__private::Ellipsis) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@ $parts:tt [$($blank:tt)*] NewAxis , $($rest:tt)*) => {
        $crate::s!(@ ($parts, $crate::__private::NewAxis) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    // A number that is written as such: what it is says the macro, since its type may be known too late.
    (@ $parts:tt [$($blank:tt)*] - $number:literal , $($rest:tt)*) => {
        $crate::s!(@ ($parts, $crate::__private::literal(-$number)) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@ $parts:tt [$($blank:tt)*] $one:tt , $($rest:tt)*) => {
        $crate::s!(@ ($parts, $crate::s!(@one $one)) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@ $parts:tt [$($blank:tt)*] $range:expr ; $step:expr , $($rest:tt)*) => {
        $crate::s!(@ ($parts, {
            #[allow(clippy::reversed_empty_ranges, reason = "a range that goes down is what a negative step asks for")]
            let slice = $crate::Slice::new($range, $step);
            slice
        }) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@ $parts:tt [$($blank:tt)*] $part:expr , $($rest:tt)*) => {
        $crate::s!(@ ($parts, $part) [$($blank)* $crate::Index::Ellipsis,] $($rest)*)
    };
    (@one $number:literal) => { $crate::__private::literal($number) };
    (@one $part:expr) => { $part };
    () => { $crate::Key::new([], ()) };
    ($($key:tt)+) => { $crate::s!(@ () [] $($key)+ ,) };
}

#[cfg(test)]
#[expect(clippy::allow_attributes, reason = "it stands in the macro, where nothing may be expected")]
mod tests {
    use std::string::ToString;

    use crate::Index::{At, Ellipsis, NewAxis};
    use crate::{Index, Le, Slice, TypedView};

    fn slice(start: impl Into<Option<isize>>, stop: impl Into<Option<isize>>, step: isize) -> Index {
        Index::Slice(Slice { start: start.into(), stop: stop.into(), step })
    }

    #[test]
    fn keys_read_like_pythons() {
        assert_eq!(s![].len(), 0);
        assert_eq!(*s![1], [At(1)]);
        assert_eq!(*s![-1, ...], [At(-1), Ellipsis]);
        assert_eq!(*s![..., 0,], [Ellipsis, At(0)]);
        assert_eq!(*s![NewAxis, .., NewAxis], [NewAxis, slice(None, None, 1), NewAxis]);
        assert_eq!(
            *s![1..5, 2.., ..-3, ..],
            [slice(1, 5, 1), slice(2, None, 1), slice(None, -3, 1), slice(None, None, 1)]
        );
        assert_eq!(*s![1..5;2, ..;-1, 4..0;-2], [slice(1, 5, 2), slice(None, None, -1), slice(4, 0, -2)]);
        assert_eq!(*s![..;2, ...,], [slice(None, None, 2), Ellipsis]);
    }

    #[test]
    fn numbers_are_expressions_of_any_integer_type() {
        let (row, steps, all) = (3_u64, [1_i8, -2], Slice { start: None, stop: None, step: 1 });
        assert_eq!(*s![row + 1, row..row * 2, ..;steps[1]], [At(4), slice(3, 6, 1), slice(None, None, -2)]);
        assert_eq!(*s![u128::MAX, i128::MIN..0], [At(isize::MAX), slice(isize::MIN, 0, 1)]);
        assert_eq!(*s![all, At(2), Ellipsis], [Index::Slice(all), At(2), Ellipsis]);
        let by_name = 1_u8..7;
        assert_eq!(*s![by_name.clone();3_usize, by_name], [slice(1, 7, 3), slice(1, 7, 1)]);
    }

    /// Whatever a key says of its rank without being asked: what follows is called on the result at once.
    #[test]
    fn a_key_knows_the_rank_that_it_leaves() {
        let bytes = *b"ABCDEFGHIJKLMNOPQRSTUVWX";
        let cube = TypedView::<_, Le<u8>, 3>::contiguous(&bytes, [2, 3, 4]).unwrap();
        let (one, steps): (usize, i64) = (1, -1);
        assert_eq!(cube.slice(s![0]).unwrap().shape(), [3, 4]);
        assert_eq!(cube.slice(s![-1, 0..2]).unwrap().shape(), [2, 4]);
        assert_eq!(cube.slice(s![.., one, ..;steps]).unwrap().shape(), [2, 4]);
        assert!(cube.slice(s![one, 2, ..]).unwrap().iter().eq(*b"UVWX"));
        assert_eq!(cube.slice(s![..., 2u8, 1..]).unwrap().shape(), [2, 3]);
        assert_eq!(cube.slice(s![one, one + 1, -4]).unwrap().get([]), Some(b'U'));
        assert_eq!(cube.slice(s![NewAxis, .., NewAxis, 2, NewAxis]).unwrap().shape(), [1, 2, 1, 1, 4]);
        assert_eq!(cube.slice(s![0, NewAxis, ...]).unwrap().shape(), [1, 3, 4]);
        assert_eq!(cube.slice(s![]).unwrap().shape(), [2, 3, 4]);
        assert_eq!(cube.slice(s![..]).unwrap().slice(s![.., .., 1]).unwrap().shape(), [2, 3]);
        let key = s![.., 0, ..];
        assert_eq!(cube.slice(key).unwrap().slice(&key[1..]).map(|view: TypedView<_, _, 1>| view.shape()[0]), Ok(4));
        // An `Index` may be any of them: the rank is told, or found out to be another.
        let index = At(1);
        assert_eq!(cube.slice::<2>(s![index]).unwrap().shape(), [3, 4]);
        let error = cube.slice::<3>(s![index]).unwrap_err();
        assert_eq!(error.to_string(), "3 dimensions asked for, the result has 2");
        // Of any rank, a key that drops as many as it adds.
        fn same<const R: usize>(view: &TypedView<&[u8], Le<u8>, R>) -> usize {
            view.slice(s![..;-1, ...]).unwrap().shape().len() + view.slice(s![0, NewAxis]).unwrap().shape().len()
        }
        assert_eq!(same(&cube), 6);
    }

    /// A range with `=` has its last index, also where that is the very end, going up or down.
    #[test]
    fn inclusive_ranges_have_their_last_index() {
        let indices = |key: Index| match key {
            Index::Slice(slice) => slice.resolve(5).map(|(start, count)| (start, slice.step, count)),
            _ => None,
        };
        for (key, expected) in [
            (s![1..=3], (1, 1, 3)),
            (s![..=-1], (0, 1, 5)),
            (s![..=-2], (0, 1, 4)),
            (s![3..=0;-1], (3, -1, 4)),
            (s![..=0;-2], (4, -2, 3)),
            (s![..=-5;-1], (4, -1, 5)),
            (s![..=isize::MAX], (0, 1, 5)),
        ] {
            assert_eq!(indices(key[0]), Some(expected), "{key:?}");
        }
        assert_eq!(indices(s![..;0][0]), None);
    }

    /// Against every index that Python's `range` would give.
    #[test]
    fn slices_are_cut_to_what_is_there() {
        let bounds = (-7..=7).map(Some).chain([None, Some(isize::MIN), Some(isize::MAX)]);
        for (length, step) in
            (0..6).flat_map(|length| [-7, -2, -1, 1, 3, isize::MIN, isize::MAX].map(|step| (length, step)))
        {
            for (start, stop) in bounds.clone().flat_map(|start| bounds.clone().map(move |stop| (start, stop))) {
                let place = |bound: isize| {
                    let bound = if bound < 0 { bound as i128 + length } else { bound as i128 };
                    if step < 0 { bound.clamp(-1, length - 1) } else { bound.clamp(0, length) }
                };
                let (first, past) = if step < 0 { (length - 1, -1) } else { (0, length) };
                let (mut at, end) = (start.map_or(first, place), stop.map_or(past, place));
                let begin = at;
                let mut count = 0;
                while if step < 0 { at > end } else { at < end } {
                    at += step as i128;
                    count += 1;
                }
                let (start, resolved) = Slice { start, stop, step }.resolve(length as usize).unwrap();
                assert_eq!(resolved, count, "{begin} to {end} by {step}");
                assert!(count == 0 || start as i128 == begin);
            }
        }
    }
}
