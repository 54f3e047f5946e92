//! What a column is made of: types that are written as they are read, whatever their value.

use view_format::{ByteOrder, Kind};

use crate::compiled::UnpackItem;
use crate::element::{Complex, Number, Raw};
use crate::kernel::write_records;

/// A type whose every value is one of a format: numbers, `bool`, `[u8; N]` and arrays of these. What
/// [`Struct::pack_columns`](crate::Struct::pack_columns) takes.
#[diagnostic::on_unimplemented(
    message = "a column cannot be packed from `{Self}`",
    label = "not an element of a column",
    note = "numbers, `bool`, `[u8; N]` and arrays of these are; anything else is packed by `Struct::pack`, record by record"
)]
pub trait ColumnItem: for<'b> UnpackItem<'b> {
    /// How it is written: found once for a column.
    #[doc(hidden)]
    type Order: Copy;
    #[doc(hidden)]
    fn order(kind: &Kind, shape: &[usize]) -> Option<Self::Order>;
    /// How `length` of them in a row are, and the bytes from one to the next.
    #[doc(hidden)]
    fn order_of_array(kind: &Kind, shape: &[usize], length: usize) -> Option<(usize, Self::Order)> {
        let (&first, rest) = shape.split_first()?;
        let size = match kind {
            Kind::Scalar(scalar) => scalar.size(),
            Kind::Record(layout) => layout.size(),
        };
        (first == length).then_some((rest.iter().product::<usize>() * size, Self::order(kind, rest)?))
    }
    /// Writes it at the front of a slice.
    #[doc(hidden)]
    fn write(self, to: &mut [u8], order: Self::Order);
    /// Writes one at the front of each record of `step` bytes.
    #[doc(hidden)]
    #[inline]
    fn write_all(values: &[Self], to: &mut [u8], step: usize, order: Self::Order)
    where
        Self: Copy,
    {
        write_records(values, to, step, |value, to| value.write(to, order));
    }
}

macro_rules! numbers {
    ($($t:ty),*) => { $(
        #[diagnostic::do_not_recommend]
        impl ColumnItem for $t {
            type Order = ByteOrder;

            fn order(kind: &Kind, shape: &[usize]) -> Option<ByteOrder> {
                let (Kind::Scalar(scalar), []) = (kind, shape) else { return None };
                let fits = scalar.size() == <$t as Number>::SIZE && <$t as Number>::accepts(scalar.kind());
                fits.then(|| scalar.order())
            }
            #[inline(always)]
            fn write(self, to: &mut [u8], order: ByteOrder) {
                match order {
                    ByteOrder::Little => <$t as Number>::to_le(self).write_first(to),
                    ByteOrder::Big => <$t as Number>::to_be(self).write_first(to),
                }
            }
            // A loop for each order, and not a look at it for each number.
            #[inline]
            fn write_all(values: &[$t], to: &mut [u8], step: usize, order: ByteOrder) {
                match order {
                    ByteOrder::Little => {
                        write_records(values, to, step, |value, to| <$t as Number>::to_le(value).write_first(to));
                    }
                    ByteOrder::Big => {
                        write_records(values, to, step, |value, to| <$t as Number>::to_be(value).write_first(to));
                    }
                }
            }
        }
    )* };
}
numbers!(i8, u16, i16, u32, i32, u64, i64, usize, isize, f32, f64, Complex<f32>, Complex<f64>);
#[cfg(feature = "half")]
numbers!(half::f16);
#[cfg(feature = "num-complex")]
numbers!(num_complex::Complex<f32>, num_complex::Complex<f64>);

macro_rules! bytes {
    ($($t:ty, |$value:ident| $byte:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl ColumnItem for $t {
            type Order = ();

            fn order(kind: &Kind, shape: &[usize]) -> Option<()> {
                <$t as UnpackItem>::plan(kind, shape)
            }
            fn order_of_array(kind: &Kind, shape: &[usize], length: usize) -> Option<(usize, ())> {
                <$t as UnpackItem>::plan_array(kind, shape, length)
            }
            #[inline(always)]
            fn write(self, to: &mut [u8], (): ()) {
                let $value = self;
                [$byte].write_first(to);
            }
        }
    )* };
}
bytes! {
    u8, |byte| byte;
    bool, |truth| u8::from(truth);
}

#[diagnostic::do_not_recommend]
impl<T: ColumnItem, const N: usize> ColumnItem for [T; N] {
    type Order = (usize, T::Order);

    fn order(kind: &Kind, shape: &[usize]) -> Option<(usize, T::Order)> {
        T::order_of_array(kind, shape, N)
    }
    #[inline(always)]
    fn write(self, to: &mut [u8], (step, order): (usize, T::Order)) {
        for (i, item) in self.into_iter().enumerate() {
            item.write(to.get_mut(i * step..).unwrap_or_default(), order);
        }
    }
}
