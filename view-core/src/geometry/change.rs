//! How many dimensions more or less a key leaves, as a type: stable Rust computes with types, and not with constant parameters.

use core::marker::PhantomData;

/// How a key changes the number of dimensions. Sealed.
pub trait Change: sealed::Sealed {
    /// With one dimension more.
    #[doc(hidden)]
    type Up: Change;
    /// With one dimension less.
    #[doc(hidden)]
    type Down: Change;
}

/// A [`Change`] that makes `Q` dimensions of `R`.
#[doc(hidden)]
pub trait Leads<const R: usize, const Q: usize>: Change {}

/// As many dimensions.
#[derive(Clone, Copy, Debug)]
pub struct Same;

/// One dimension more than `C`.
#[derive(Clone, Copy, Debug)]
pub struct More<C>(PhantomData<C>);

/// One dimension less than `C`.
#[derive(Clone, Copy, Debug)]
pub struct Less<C>(PhantomData<C>);

/// What is known at run time only.
#[derive(Clone, Copy, Debug)]
pub struct Unknown;

mod sealed {
    /// Keeps the trait to this crate.
    pub trait Sealed {}
}

impl sealed::Sealed for Same {}
impl Change for Same {
    type Up = More<Same>;
    type Down = Less<Same>;
}
impl<const R: usize> Leads<R, R> for Same {}

impl<C: Change> sealed::Sealed for More<C> {}
impl<C: Change> Change for More<C> {
    type Up = More<More<C>>;
    type Down = C;
}

impl<C: Change> sealed::Sealed for Less<C> {}
impl<C: Change> Change for Less<C> {
    type Up = C;
    type Down = Less<Less<C>>;
}

impl sealed::Sealed for Unknown {}
impl Change for Unknown {
    type Up = Unknown;
    type Down = Unknown;
}
impl<const R: usize, const Q: usize> Leads<R, Q> for Unknown {}

/// From the first of these ranks to each one after it, and back; and so on from the second.
macro_rules! ranks {
    ($high:literal $($low:literal)*) => {
        ranks!($high, Less<Same>, More<Same>, $($low)*);
        ranks!($($low)*);
    };
    () => {};
    ($high:literal, $less:ty, $more:ty, $low:literal $($rest:literal)*) => {
        impl Leads<$high, $low> for $less {}
        impl Leads<$low, $high> for $more {}
        ranks!($high, Less<$less>, More<$more>, $($rest)*);
    };
    ($high:literal, $less:ty, $more:ty,) => {};
}
ranks!(8 7 6 5 4 3 2 1 0);
