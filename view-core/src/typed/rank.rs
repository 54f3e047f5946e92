//! The ranks next to a rank, which stable Rust cannot compute.

use super::TypedView;
use crate::element::Element;
use crate::geometry::{Fixed, Grow, GrowFixed};

/// A number of dimensions, for [`OneLess`] and [`OneMore`].
#[derive(Clone, Copy, Debug)]
pub struct Rank<const R: usize>(());

/// A rank that has one below it: from 1 to 8. [`TypedView::index_axis`] and its like give views of that. Sealed.
#[diagnostic::on_unimplemented(
    message = "one dimension less than `{Self}` cannot be named",
    label = "not of 1 to 8 dimensions",
    note = "a view of 0 dimensions has no axis to take; of more than 8, `slice::<9>(&[Index::At(0)])` says how many are left"
)]
pub trait OneLess: sealed::Sealed {
    /// The view of one dimension less.
    type View<B, E: Element>;
    #[doc(hidden)]
    type Axes: Grow;
    #[doc(hidden)]
    fn view<B, E: Element>(bytes: B, geometry: <Self::Axes as Grow>::Out, order: E::Order) -> Self::View<B, E>;
}

/// A rank that has one above it: from 0 to 7. [`TypedView::windows`] and its like give views of that. Sealed.
#[diagnostic::on_unimplemented(
    message = "one dimension more than `{Self}` cannot be named",
    label = "of more than 7 dimensions",
    note = "`into_view` makes a `View`, which has room for 64"
)]
pub trait OneMore: sealed::Sealed {
    /// The view of one dimension more.
    type View<B, E: Element>;
    #[doc(hidden)]
    type Axes: Grow;
    #[doc(hidden)]
    fn view<B, E: Element>(bytes: B, geometry: <Self::Axes as Grow>::Out, order: E::Order) -> Self::View<B, E>;
}

mod sealed {
    /// Keeps the traits to this crate.
    pub trait Sealed {}
}

impl<const R: usize> sealed::Sealed for Rank<R> {}

macro_rules! ranks {
    ($($less:literal $more:literal)*) => { $(
        ranks!(OneLess, $more, $less);
        ranks!(OneMore, $less, $more);
    )* };
    ($neighbour:ident, $of:literal, $is:literal) => {
        #[diagnostic::do_not_recommend]
        impl $neighbour for Rank<$of> {
            type View<B, E: Element> = TypedView<B, E, $is>;
            type Axes = GrowFixed<$is>;

            #[inline]
            fn view<B, E: Element>(bytes: B, geometry: Fixed<$is>, order: E::Order) -> TypedView<B, E, $is> {
                TypedView { bytes, geometry, order }
            }
        }
    };
}
ranks!(0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8);
