//! What bytes can be unpacked to: tuples and arrays of types that fit the codes, and values of any.

use alloc::{boxed::Box, format, string::ToString, vec::Vec};
use core::any::type_name;

use view_format::{Kind, Layout};

use super::StructError;
use super::places::{Place, places};
use super::tuples::each_tuple;
use super::unpack_item::UnpackItem;
use super::values::Values;
use crate::element::Complex;
use crate::value::{Value, decode};

/// All values of a format: what [`Struct::unpack`](super::Struct::unpack) gives.
///
/// Tuples of up to sixteen values, arrays of one type, `()` for none, a single number; `Vec<Value>` and
/// [`Values`](super::Values) for formats that are not known at build time, and [`Value`] for the whole record with the
/// names of its fields.
#[diagnostic::on_unimplemented(
    message = "bytes cannot be unpacked to `{Self}`",
    label = "not the values of a format",
    note = "tuples of numbers, `bool`, `[u8; N]`, `&[u8]` and arrays of these are: `(u32, f32)`; a single one as `(T,)`",
    note = "for any format there are `Vec<Value>`, `Values` and `Value`"
)]
pub trait Unpack<'b>: Sized {
    /// What has to be known of a format to read: found once for many records.
    #[doc(hidden)]
    type Plan: Clone;
    #[doc(hidden)]
    fn plan(layout: &Layout) -> Result<Self::Plan, StructError>;
    /// The bytes are those of one record.
    #[doc(hidden)]
    fn read(bytes: &'b [u8], plan: &Self::Plan) -> Self;
}

/// Where a value lies, and how it is read.
pub(crate) type At<'b, T> = (usize, <T as UnpackItem<'b>>::Plan);

pub(crate) fn plan_at<'b, T: UnpackItem<'b>>(index: usize, place: Option<Place<'_>>) -> Result<At<'b, T>, StructError> {
    // The caller has counted the places.
    let Some(place) = place else { return Err(StructError::Count { needed: index, got: index + 1 }) };
    match T::plan(place.kind, place.shape) {
        Some(plan) => Ok((place.at, plan)),
        None => Err(mismatch::<T>(index, place)),
    }
}

/// That a value cannot be read as this type.
pub(crate) fn mismatch<T>(index: usize, place: Place<'_>) -> StructError {
    mismatch_of(index, place, type_name::<T>())
}

/// The same of a type by name.
pub(crate) fn mismatch_of(index: usize, place: Place<'_>, type_name: &'static str) -> StructError {
    StructError::Type { index, format: describe(place), type_name }
}

/// The format of one value: `(3,4)<f`.
fn describe(place: Place<'_>) -> Box<str> {
    let item = match place.kind {
        Kind::Scalar(scalar) => Layout::scalar(*scalar).to_format().unwrap_or_default(),
        Kind::Record(layout) => format!("T{{{}}}", layout.to_format().unwrap_or_default()),
    };
    let shape: Vec<_> = place.shape.iter().map(ToString::to_string).collect();
    if shape.is_empty() { item.into() } else { format!("({}){item}", shape.join(",")).into() }
}

pub(crate) fn check_count(layout: &Layout, got: usize) -> Result<(), StructError> {
    let needed = layout.values();
    if needed == got { Ok(()) } else { Err(StructError::Count { needed, got }) }
}

#[diagnostic::do_not_recommend]
impl<'b, T: UnpackItem<'b>, const N: usize> Unpack<'b> for [T; N] {
    type Plan = [At<'b, T>; N];

    fn plan(layout: &Layout) -> Result<Self::Plan, StructError> {
        check_count(layout, N)?;
        let mut fault = None;
        let mut places = places(layout).enumerate();
        let plan = core::array::from_fn(|_| {
            let (index, place) = places.next().unzip();
            match plan_at::<T>(index.unwrap_or(N), place) {
                Ok(plan) => plan,
                Err(error) => {
                    fault.get_or_insert(error);
                    At::<'b, T>::default()
                }
            }
        });
        fault.map_or(Ok(plan), Err)
    }
    #[inline(always)]
    fn read(bytes: &'b [u8], plan: &Self::Plan) -> Self {
        core::array::from_fn(|i| T::read(bytes, plan[i].0, &plan[i].1))
    }
}

#[diagnostic::do_not_recommend]
impl<'b> Unpack<'b> for Vec<Value> {
    type Plan = Layout;

    fn plan(layout: &Layout) -> Result<Layout, StructError> {
        Ok(layout.clone())
    }
    fn read(bytes: &'b [u8], layout: &Layout) -> Vec<Value> {
        Values::new(layout, bytes).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<'b> Unpack<'b> for Values<'b> {
    type Plan = Layout;

    fn plan(layout: &Layout) -> Result<Layout, StructError> {
        Ok(layout.clone())
    }
    fn read(bytes: &'b [u8], layout: &Layout) -> Values<'b> {
        Values::new(layout, bytes)
    }
}

/// The whole record, with its names; of one value without a name that value.
#[diagnostic::do_not_recommend]
impl Unpack<'_> for Value {
    type Plan = Layout;

    fn plan(layout: &Layout) -> Result<Layout, StructError> {
        Ok(layout.clone())
    }
    fn read(bytes: &[u8], layout: &Layout) -> Value {
        decode::decode(layout, bytes)
    }
}

/// Types of one value, which are also all the values of a format that has one.
macro_rules! single {
    ($($t:ty),*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'b> Unpack<'b> for $t {
            type Plan = At<'b, $t>;

            fn plan(layout: &Layout) -> Result<Self::Plan, StructError> {
                check_count(layout, 1)?;
                plan_at::<$t>(0, places(layout).next())
            }
            #[inline(always)]
            fn read(bytes: &'b [u8], (at, plan): &Self::Plan) -> $t {
                <$t as UnpackItem>::read(bytes, *at, plan)
            }
        }
    )* };
}
single!(u8, i8, u16, i16, u32, i32, u64, i64, usize, isize, f32, f64, bool, Complex<f32>, Complex<f64>, &'b [u8]);
#[cfg(feature = "half")]
single!(half::f16);
#[cfg(feature = "num-complex")]
single!(num_complex::Complex<f32>, num_complex::Complex<f64>);

#[diagnostic::do_not_recommend]
impl Unpack<'_> for () {
    type Plan = ();

    fn plan(layout: &Layout) -> Result<(), StructError> {
        check_count(layout, 0)
    }
    fn read(_: &[u8], (): &()) {}
}

macro_rules! tuples {
    ($($count:literal: $($t:ident $i:tt),*;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<'b, $($t: UnpackItem<'b>),*> Unpack<'b> for ($($t,)*) {
            type Plan = ($(At<'b, $t>,)*);

            fn plan(layout: &Layout) -> Result<Self::Plan, StructError> {
                check_count(layout, $count)?;
                let mut places = places(layout);
                Ok(($(plan_at::<$t>($i, places.next())?,)*))
            }
            #[inline(always)]
            fn read(bytes: &'b [u8], plan: &Self::Plan) -> Self {
                ($($t::read(bytes, plan.$i.0, &plan.$i.1),)*)
            }
        }
    )* };
}
each_tuple!(tuples);
