//! What `view!(bytes, "format", [shape])` calls: a view of bytes whose number the compiler checks where it knows it.
//!
//! The bounds are made for the errors they give. A source that will not do breaks one bound and is one error, on the user's
//! expression: what follows from the source is a type parameter that stays unknown, rather than a projection that fails too.

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, sync::Arc, vec::Vec};
use core::cell::Cell;
use core::marker::PhantomData;

use crate::bytes::Bytes;
use crate::element::Element;
use crate::source::{SizeError, SliceSource, Source};
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
    TypedView::__inferred(source, plan.shape, plan.axis)
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

/// Elements of this shape.
#[derive(Clone, Copy, Debug)]
pub struct Grid<E, const R: usize>([usize; R], PhantomData<fn() -> E>);

impl<E, const R: usize> Grid<E, R> {
    /// In elements.
    #[inline(always)]
    pub const fn new(shape: [usize; R]) -> Self {
        Grid(shape, PhantomData)
    }
}

impl<A: Bytes, E: Element<Order = ()>, const R: usize> Make<A> for Grid<E, R> {
    type View = TypedView<A, E, R>;

    #[inline(always)]
    #[track_caller]
    fn make(self, bytes: A) -> TypedView<A, E, R> {
        TypedView::__contiguous(bytes, self.0)
    }
}

/// Elements of this shape, of which one axis is as long as the bytes make it.
#[derive(Clone, Copy, Debug)]
pub struct Inferred<E, const R: usize> {
    shape: [usize; R],
    axis: usize,
    element: PhantomData<fn() -> E>,
}

impl<E, const R: usize> Inferred<E, R> {
    /// In elements; the length of `axis` is not read.
    #[inline(always)]
    pub const fn new(shape: [usize; R], axis: usize) -> Self {
        Inferred { shape, axis, element: PhantomData }
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

/// Where the length is known at run time only.
macro_rules! checked {
    ($($source:ty, $array:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'a, const N: usize, V> InPlace<false, 0, N, V> for $source {
            type Array = $array;
            type Out = Result<V, SizeError>;

            #[inline(always)]
            fn in_place(self, make: impl FnOnce($array) -> V) -> Result<V, SizeError> {
                self.exact().map(make)
            }
        }
    )* };
}

/// Where the compiler knows the length.
macro_rules! known {
    ($([$($life:tt)*] $source:ty, $array:ty, [$($borrow:tt)*];)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($life)* const M: usize, const N: usize, V> InPlace<true, M, N, V> for $source {
            type Array = $array;
            type Out = V;

            #[inline(always)]
            #[track_caller]
            fn in_place(self, make: impl FnOnce($array) -> V) -> V {
                match ($($borrow)* self[..]).try_into() {
                    Ok(array) => make(array),
                    Err(_) => wrong_length(N, M),
                }
            }
        }
    )* };
}

checked! {
    &'a [u8], &'a [u8; N];
    &'a mut [u8], &'a mut [u8; N];
    &'a [Cell<u8>], &'a [Cell<u8>; N];
}
#[cfg(feature = "alloc")]
checked! {
    &'a Vec<u8>, &'a [u8; N];
    &'a mut Vec<u8>, &'a mut [u8; N];
    &'a Box<[u8]>, &'a [u8; N];
    &'a mut Box<[u8]>, &'a mut [u8; N];
    &'a Arc<[u8]>, &'a [u8; N];
}
known! {
    [] [u8; M], [u8; N], [&];
    ['a,] &'a [u8; M], &'a [u8; N], [&];
    ['a,] &'a mut [u8; M], &'a mut [u8; N], [&mut];
    ['a,] &'a [Cell<u8>; M], &'a [Cell<u8>; N], [&];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Le;

    #[test]
    fn a_result_for_slices_only() {
        let plan = || Plan::<_, [u8; 3], 3, 1, 3>::new(Grid::<Le<u8>, 1>::new([3]));
        let mut bytes = [1, 2, 3];
        assert_eq!(in_place(plan(), &bytes).at(2), 3);
        assert_eq!(in_place(plan(), bytes).at(2), 3);
        in_place(plan(), &mut bytes).set([2], 4).unwrap();
        assert_eq!(in_place(plan(), &bytes[..]).unwrap().at(2), 4);
        assert_eq!(in_place(plan(), &bytes[..2]).unwrap_err(), SizeError::new(3, 2));
        let rows = in_place_inferred(Inferred::<Le<u8>, 2>::new([0, 3], 0), &bytes).unwrap();
        assert_eq!(rows.shape(), [1, 3]);
    }
}
