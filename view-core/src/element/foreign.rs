//! Numbers of other crates, by features: `half::f16` and `num_complex::Complex`.

use view_format::ScalarKind;

#[cfg(feature = "half")]
use super::Half;
use super::number::sealed::Sealed;
use super::{Number, Ordered, ReadAs};

/// A number that lies in memory as one of ours does.
macro_rules! foreign {
    ($($t:ty: $ours:ty, $from_le:expr, $from_be:expr, $to_le:expr, $to_be:expr, $summand:expr;)*) => { $(
        impl Sealed for $t {}
        impl Number for $t {
            type Value = $t;
            type Sum = <$ours as Number>::Sum;
            type Raw = <$ours as Number>::Raw;
            const SIZE: usize = <$ours as Number>::SIZE;
            const EXACT: bool = <$ours as Number>::EXACT;
            const KIND: ScalarKind = <$ours as Number>::KIND;
            const FORMATS: [&'static str; 2] = <$ours as Number>::FORMATS;

            fn accepts(kind: ScalarKind) -> bool {
                <$ours as Number>::accepts(kind)
            }
            #[inline(always)]
            fn from_le(raw: Self::Raw) -> $t {
                $from_le(raw)
            }
            #[inline(always)]
            fn from_be(raw: Self::Raw) -> $t {
                $from_be(raw)
            }
            #[inline(always)]
            fn to_le(value: $t) -> Self::Raw {
                $to_le(value)
            }
            #[inline(always)]
            fn to_be(value: $t) -> Self::Raw {
                $to_be(value)
            }
            #[inline(always)]
            fn summand(value: $t) -> Self::Sum {
                $summand(value)
            }
        }

        #[diagnostic::do_not_recommend]
        impl ReadAs for $t {
            type Element = Ordered<$t>;
        }
    )* };
}

#[cfg(feature = "half")]
foreign! {
    half::f16: Half, half::f16::from_le_bytes, half::f16::from_be_bytes,
        half::f16::to_le_bytes, half::f16::to_be_bytes, half::f16::to_f64;
}

#[cfg(feature = "num-complex")]
mod complex {
    use super::super::Complex;
    use super::*;

    impl<T> From<num_complex::Complex<T>> for Complex<T> {
        fn from(number: num_complex::Complex<T>) -> Complex<T> {
            Complex { re: number.re, im: number.im }
        }
    }

    impl<T> From<Complex<T>> for num_complex::Complex<T> {
        fn from(number: Complex<T>) -> num_complex::Complex<T> {
            num_complex::Complex { re: number.re, im: number.im }
        }
    }

    macro_rules! complex {
        ($($t:ident)*) => {
            foreign! { $(
                num_complex::Complex<$t>: Complex<$t>,
                    |raw| Complex::<$t>::from_le(raw).into(), |raw| Complex::<$t>::from_be(raw).into(),
                    |value: num_complex::Complex<$t>| Complex::<$t>::to_le(value.into()),
                    |value: num_complex::Complex<$t>| Complex::<$t>::to_be(value.into()),
                    |value: num_complex::Complex<$t>| Complex::<$t>::summand(value.into());
            )* }
        };
    }
    complex!(f32 f64);
}
