//! What `view!(bytes, "format", [shape])` calls: a view of bytes whose number the compiler checks where it knows it.
//!
//! The bounds are made for the errors they give. A source that will not do breaks one bound and is one error, on the user's
//! expression: what follows from the source is a type parameter that stays unknown, rather than a projection that fails too.

use core::cell::Cell;
use core::marker::PhantomData;

use crate::bytes::{Bytes, MaybeMut};
use crate::element::Element;
use crate::source::{SizeError, SliceSource};
use crate::typed::TypedView;

/// `NEEDED` bytes of `source`, made into the view that `plan` says: the view itself where the compiler knows the number of
/// bytes, else a `Result`.
///
/// The plan comes first: the compiler looks at arguments in order, and has to know what is needed before what is there.
#[inline(always)]
#[track_caller]
pub fn in_place<
    S,
    A,
    M,
    V,
    O,
    Of,
    const KNOWN: bool,
    const THERE: usize,
    const NEEDED: usize,
    const SIZE: usize,
    const COUNT: usize,
>(
    plan: Plan<M, Of, NEEDED, SIZE, COUNT>,
    source: S,
) -> O
where
    S: InPlace<KNOWN, THERE, NEEDED, V, Array = A, Out = O> + HoldsAll<KNOWN, THERE, NEEDED, SIZE, COUNT, Of>,
    M: Make<A, View = V>,
{
    source.in_place(|bytes| plan.make.make(bytes))
}

/// As many elements as `source` holds along one axis of a shape.
#[inline]
pub fn in_place_inferred<S, A, E, const R: usize>(
    plan: Inferred<E, R>,
    source: S,
) -> Result<TypedView<A, E, R>, SizeError>
where
    S: SliceSource<Bytes = A>,
    A: Bytes,
    E: Element<Order = ()>,
{
    TypedView::__inferred(source, plan.shape, plan.axis, plan.is_column_major)
}

/// What to make of `NEEDED` bytes: `COUNT` elements of `SIZE` bytes, all together an `Of`, which is what messages show.
#[derive(Clone, Copy, Debug)]
pub struct Plan<M, Of, const NEEDED: usize, const SIZE: usize, const COUNT: usize> {
    make: M,
    of: PhantomData<fn() -> Of>,
}

impl<M, Of, const NEEDED: usize, const SIZE: usize, const COUNT: usize> Plan<M, Of, NEEDED, SIZE, COUNT> {
    /// A plan that makes its view so.
    #[inline(always)]
    pub const fn new(make: M) -> Self {
        Plan { make, of: PhantomData }
    }
}

/// Makes a view of what holds its bytes.
pub trait Make<A> {
    /// The view.
    type View;
    /// Makes it.
    fn make(self, bytes: A) -> Self::View;
}

/// Elements of this shape, and whether the first index is the fastest.
#[derive(Clone, Copy, Debug)]
pub struct Grid<E, const R: usize>([usize; R], bool, PhantomData<fn() -> E>);

impl<E, const R: usize> Grid<E, R> {
    /// In elements.
    #[inline(always)]
    pub const fn new(shape: [usize; R], is_column_major: bool) -> Self {
        Grid(shape, is_column_major, PhantomData)
    }
}

impl<A: Bytes, E: Element<Order = ()>, const R: usize> Make<A> for Grid<E, R> {
    type View = TypedView<A, E, R>;

    #[inline(always)]
    #[track_caller]
    fn make(self, bytes: A) -> TypedView<A, E, R> {
        match self.1 {
            false => TypedView::__contiguous(bytes, self.0),
            true => TypedView::__contiguous_f(bytes, self.0),
        }
    }
}

/// Elements of this shape, of which one axis is as long as the bytes make it.
#[derive(Clone, Copy, Debug)]
pub struct Inferred<E, const R: usize> {
    shape: [usize; R],
    axis: usize,
    is_column_major: bool,
    element: PhantomData<fn() -> E>,
}

impl<E, const R: usize> Inferred<E, R> {
    /// In elements; the length of `axis` is not read.
    #[inline(always)]
    pub const fn new(shape: [usize; R], axis: usize, is_column_major: bool) -> Self {
        Inferred { shape, axis, is_column_major, element: PhantomData }
    }
}

/// A source of bytes that should be `N`, to be made into a view `V`. `THERE` is the number of them if it is `KNOWN`.
#[diagnostic::on_unimplemented(
    message = "cannot take bytes from `{Self}`",
    label = "not a reference to bytes",
    note = "give `&[u8]`, `&mut [u8]`, `&[Cell<u8>]`, or a reference to an array or a `Vec` of `u8`; often `&x[..]` helps"
)]
pub trait InPlace<const KNOWN: bool, const THERE: usize, const N: usize, V> {
    /// What holds the `N` bytes.
    type Array: Bytes;
    /// `V`, or `Result<V, SizeError>`.
    type Out;

    /// The bytes, made into a view by `make`.
    fn in_place(self, make: impl FnOnce(Self::Array) -> V) -> Self::Out;
}

/// That the bytes are as many as are needed, as far as the compiler knows.
#[diagnostic::on_unimplemented(
    message = "cannot view {THERE} bytes as `{Of}`, which takes {NEEDED}",
    label = "{NEEDED} bytes are needed, {THERE} are there",
    note = "elements of {SIZE} bytes, {COUNT} of them; for a part of the array take a slice, `&x[..{NEEDED}]`"
)]
pub trait HoldsAll<
    const KNOWN: bool,
    const THERE: usize,
    const NEEDED: usize,
    const SIZE: usize,
    const COUNT: usize,
    Of,
>
{
}

#[diagnostic::do_not_recommend]
impl<S, const N: usize, const SIZE: usize, const COUNT: usize, Of> HoldsAll<true, N, N, SIZE, COUNT, Of> for S {}

#[diagnostic::do_not_recommend]
impl<S, const N: usize, const SIZE: usize, const COUNT: usize, Of> HoldsAll<false, 0, N, SIZE, COUNT, Of> for S {}

/// An array of another length than [`HoldsAll`] lets through.
#[cold]
#[track_caller]
fn wrong_length(needed: usize, got: usize) -> ! {
    panic!("{}", SizeError::new(needed, got))
}

/// Where the length is known at run time only. `$bytes` makes the holder of what has `N` bytes; of others it gives their
/// number.
macro_rules! checked {
    ($([$($generics:tt)*] $source:ty, $array:ty, $bytes:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* const N: usize, V> InPlace<false, 0, N, V> for $source {
            type Array = $array;
            type Out = Result<V, SizeError>;

            #[inline(always)]
            fn in_place(self, make: impl FnOnce($array) -> V) -> Result<V, SizeError> {
                let bytes: fn($source) -> Result<$array, usize> = $bytes;
                bytes(self).map(make).map_err(|got| SizeError::new(N, got))
            }
        }
    )* };
}

/// Where the compiler knows the length. `$bytes` makes the holder of what has `N` bytes, which is all that gets so far.
macro_rules! known {
    ($([$($generics:tt)*] $source:ty, $array:ty, $bytes:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* const M: usize, const N: usize, V> InPlace<true, M, N, V> for $source {
            type Array = $array;
            type Out = V;

            #[inline(always)]
            #[track_caller]
            fn in_place(self, make: impl FnOnce($array) -> V) -> V {
                let bytes: fn($source) -> Result<$array, usize> = $bytes;
                match bytes(self) {
                    Ok(array) => make(array),
                    Err(got) => wrong_length(N, got),
                }
            }
        }
    )* };
}

/// All of a slice as an array, or its length.
#[inline(always)]
fn all<T, const N: usize>(slice: &[T]) -> Result<&[T; N], usize> {
    slice.try_into().map_err(|_| slice.len())
}

/// As [`all`], to write.
#[inline(always)]
fn all_mut<T, const N: usize>(slice: &mut [T]) -> Result<&mut [T; N], usize> {
    let got = slice.len();
    slice.try_into().map_err(|_| got)
}

known! {
    [] [u8; M], [u8; N], |source| all(&source).copied();
    ['a,] &'a [u8; M], &'a [u8; N], |source| all(source);
    ['a,] &'a mut [u8; M], &'a mut [u8; N], |source| all_mut(source);
    ['a,] &'a [Cell<u8>; M], &'a [Cell<u8>; N], |source| all(source);
}
checked! {
    ['a,] &'a [u8], &'a [u8; N], |source| all(source);
    ['a,] &'a mut [u8], &'a mut [u8; N], |source| all_mut(source);
    ['a,] &'a [Cell<u8>], &'a [Cell<u8>; N], |source| all(source);
    ['a,] MaybeMut<'a>, MaybeMut<'a>, |source| match source.units().len() {
        length if length == N => Ok(source),
        length => Err(length),
    };
}

// Slices of numbers are not among them: then the compiler would not know any more that `[1, 2, 3]` are bytes.
#[cfg(feature = "alloc")]
mod heap {
    use alloc::{boxed::Box, sync::Arc, vec::Vec};

    use super::*;

    known! {
        [] Box<[u8; M]>, Box<[u8; N]>, |source| (source as Box<[u8]>).try_into().map_err(|source: Box<[u8]>| source.len());
        [] Arc<[u8; M]>, Arc<[u8; N]>, |source| (source as Arc<[u8]>).try_into().map_err(|source: Arc<[u8]>| source.len());
        ['a,] &'a Box<[u8; M]>, &'a [u8; N], |source| all(&source[..]);
        ['a,] &'a mut Box<[u8; M]>, &'a mut [u8; N], |source| all_mut(&mut source[..]);
        ['a,] &'a Arc<[u8; M]>, &'a [u8; N], |source| all(&source[..]);
    }
    checked! {
        ['a,] &'a Vec<u8>, &'a [u8; N], |source| all(source);
        ['a,] &'a mut Vec<u8>, &'a mut [u8; N], |source| all_mut(source);
        ['a,] &'a Box<[u8]>, &'a [u8; N], |source| all(source);
        ['a,] &'a mut Box<[u8]>, &'a mut [u8; N], |source| all_mut(source);
        ['a,] &'a Arc<[u8]>, &'a [u8; N], |source| all(source);
        // Owners, which the view then is too.
        [] Vec<u8>, Box<[u8; N]>, |source| source.try_into().map_err(|source: Vec<u8>| source.len());
        [] Box<[u8]>, Box<[u8; N]>, |source| source.try_into().map_err(|source: Box<[u8]>| source.len());
        [] Arc<[u8]>, Arc<[u8; N]>, |source| source.try_into().map_err(|source: Arc<[u8]>| source.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Le;

    #[test]
    fn a_result_for_slices_only() {
        let plan = || Plan::<_, [u8; 3], 3, 1, 3>::new(Grid::<Le<u8>, 1>::new([3], false));
        let mut bytes = [1, 2, 3];
        assert_eq!(in_place(plan(), &bytes).at(2), 3);
        assert_eq!(in_place(plan(), bytes).at(2), 3);
        in_place(plan(), &mut bytes).set([2], 4).unwrap();
        assert_eq!(in_place(plan(), &bytes[..]).unwrap().at(2), 4);
        assert_eq!(in_place(plan(), &bytes[..2]).unwrap_err(), SizeError::new(3, 2));
        let rows = in_place_inferred(Inferred::<Le<u8>, 2>::new([0, 3], 0, false), &bytes).unwrap();
        assert_eq!(rows.shape(), [1, 3]);
    }
}
