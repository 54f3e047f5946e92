//! What can be packed: tuples, arrays and slices of what is a value, and values themselves.

use alloc::{string::String, vec::Vec};

use view_format::{Kind, Layout};

use super::StructError;
use super::places::{Place, places};
use super::tuples::each_tuple;
use crate::element::Complex;
use crate::value::encode::{self, Parts};
use crate::value::{Value, ValueError};

/// All values of a format: what [`Struct::pack`](super::Struct::pack) takes.
///
/// Tuples of up to sixteen values, arrays, slices and vectors of one type, `()` for none; a single number; and
/// [`Value`], of which a record or a list is all values and anything else is one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be packed",
    label = "not the values of a format",
    note = "give a tuple of numbers, `bool`s, strings and arrays of them: `(1, 2.5, b\"abc\")`; a single one as `(x,)`",
    note = "or give `Value`s: an array, a slice or a `Vec` of them"
)]
pub trait Pack {
    /// How many values there are.
    fn count(&self) -> usize;

    /// Writes them over the bytes of one record, as many as the layout has.
    #[doc(hidden)]
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError>;
}

/// One value to pack: a number of any width, `bool`, bytes, a string, an array of these, or a [`Value`].
///
/// As in Python, the code decides and the type does not: any integer that is in range packs as `B`, and any as `d`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value that can be packed",
    label = "not a value of a format",
    note = "numbers, `bool`, `&[u8]`, `[u8; N]`, `&str`, arrays of these, and `Value` are"
)]
pub trait PackItem {
    /// Writes it over all bytes of `to`.
    #[doc(hidden)]
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError>;

    /// Writes some in a row, as one field with a shape; bytes also as a string.
    #[doc(hidden)]
    fn pack_items(of: &[Self], kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError>
    where
        Self: Sized,
    {
        let Some((&length, shape)) = shape.split_first() else {
            return Err(unfit(kind, "a list"));
        };
        let mut parts = Parts::new(length, of.len(), to)?;
        of.iter().try_for_each(|item| item.pack_item(kind, shape, parts.next()))
    }
}

/// That a value of another type was given.
fn unfit(kind: &Kind, got: &'static str) -> ValueError {
    let (code, needed) = match kind {
        Kind::Scalar(scalar) => (view_format::Code::of(*scalar).text(), scalar.accepts().needed()),
        Kind::Record(_) => ("", "a record"),
    };
    ValueError::Type { code, needed, got }
}

/// One value at its place.
fn put<T: PackItem + ?Sized>(item: &T, index: usize, place: Place<'_>, to: &mut [u8]) -> Result<(), StructError> {
    item.pack_item(place.kind, place.shape, encode::part(to, place.at, place.size))
        .map_err(|error| StructError::Value { index, error })
}

fn put_all<'i, T: PackItem + 'i>(
    items: impl IntoIterator<Item = &'i T>,
    layout: &Layout,
    to: &mut [u8],
) -> Result<(), StructError> {
    items.into_iter().zip(places(layout)).enumerate().try_for_each(|(index, (item, place))| put(item, index, place, to))
}

/// Types of one value, which are also all the values of a format that has one.
macro_rules! single {
    ($($t:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Pack for $t {
            fn count(&self) -> usize {
                1
            }
            fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
                put_all([self], layout, to)
            }
        }
    )* };
}

/// What a `Value` is made of without a heap.
macro_rules! numbers {
    ($($t:ty)*) => { $(
        #[diagnostic::do_not_recommend]
        impl PackItem for $t {
            fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
                encode::item(kind, shape, &Value::from(*self), to)
            }
        }
    )* };
}
single! { i8 u16 i16 u32 i32 u64 i64 usize isize f32 f64 bool u8 Complex<f32> Complex<f64> }
numbers! { i8 i16 i32 i64 isize u16 u32 u64 usize f32 f64 bool Complex<f32> Complex<f64> }
#[cfg(feature = "half")]
single! { half::f16 }
#[cfg(feature = "half")]
numbers! { half::f16 }
#[cfg(feature = "num-complex")]
single! { num_complex::Complex<f32> num_complex::Complex<f64> }
#[cfg(feature = "num-complex")]
numbers! { num_complex::Complex<f32> num_complex::Complex<f64> }

#[diagnostic::do_not_recommend]
impl PackItem for u8 {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        encode::item(kind, shape, &Value::from(*self), to)
    }
    fn pack_items(of: &[u8], kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        match (kind, shape) {
            (Kind::Scalar(scalar), []) => encode::bytes(*scalar, of, to),
            (_, &[length, ref shape @ ..]) => {
                let mut parts = Parts::new(length, of.len(), to)?;
                of.iter().try_for_each(|item| item.pack_item(kind, shape, parts.next()))
            }
            (Kind::Record(_), []) => Err(unfit(kind, "bytes")),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem> PackItem for [T] {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        T::pack_items(self, kind, shape, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem, const N: usize> PackItem for [T; N] {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        T::pack_items(self, kind, shape, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem> PackItem for Vec<T> {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        T::pack_items(self, kind, shape, to)
    }
}

#[diagnostic::do_not_recommend]
impl PackItem for str {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        encode::item(kind, shape, &Value::from(self), to)
    }
}

#[diagnostic::do_not_recommend]
impl PackItem for String {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        self.as_str().pack_item(kind, shape, to)
    }
}

#[diagnostic::do_not_recommend]
impl PackItem for Value {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        encode::item(kind, shape, self, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem + ?Sized> PackItem for &T {
    fn pack_item(&self, kind: &Kind, shape: &[usize], to: &mut [u8]) -> Result<(), ValueError> {
        (**self).pack_item(kind, shape, to)
    }
}

#[diagnostic::do_not_recommend]
impl Pack for Value {
    fn count(&self) -> usize {
        match self {
            Value::Record(members) => members.len(),
            Value::List(values) => values.len(),
            _ => 1,
        }
    }
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
        match self {
            Value::Record(members) => put_all(members.iter().map(|member| &member.value), layout, to),
            Value::List(values) => put_all(values, layout, to),
            value => put_all([value], layout, to),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem> Pack for [T] {
    fn count(&self) -> usize {
        self.len()
    }
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
        put_all(self, layout, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem, const N: usize> Pack for [T; N] {
    fn count(&self) -> usize {
        N
    }
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
        put_all(self, layout, to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PackItem> Pack for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
        put_all(self, layout, to)
    }
}

#[diagnostic::do_not_recommend]
impl<P: Pack + ?Sized> Pack for &P {
    fn count(&self) -> usize {
        (**self).count()
    }
    fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
        (**self).pack(layout, to)
    }
}

macro_rules! tuples {
    ($($count:literal: $($t:ident $i:tt),*;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($t: PackItem),*> Pack for ($($t,)*) {
            fn count(&self) -> usize {
                $count
            }
            fn pack(&self, layout: &Layout, to: &mut [u8]) -> Result<(), StructError> {
                let mut places = places(layout);
                $(
                    if let Some(place) = places.next() {
                        put(&self.$i, $i, place, to)?;
                    }
                )*
                Ok(())
            }
        }
    )* };
}
each_tuple!(tuples);

#[diagnostic::do_not_recommend]
impl Pack for () {
    fn count(&self) -> usize {
        0
    }
    fn pack(&self, _: &Layout, _: &mut [u8]) -> Result<(), StructError> {
        Ok(())
    }
}
