//! What sums are: numbers that tell when they overflow.

use core::ops::Add;

use super::Complex;

/// The type of a sum. Floating-point ones overflow to infinity, and never fail.
#[doc(hidden)]
pub trait Total: Copy + Default + Add<Output = Self> {
    fn checked_add(self, other: Self) -> Option<Self>;
    /// The sum of `count` times the same.
    fn checked_times(self, count: usize) -> Option<Self>;
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl Total for $t {
            #[inline]
            fn checked_add(self, other: $t) -> Option<$t> {
                $t::checked_add(self, other)
            }
            #[inline]
            fn checked_times(self, count: usize) -> Option<$t> {
                $t::checked_mul(self, $t::try_from(count).ok()?)
            }
        }
    )* };
}
integers!(u64 i64 u128 i128);

impl Total for f64 {
    #[inline]
    fn checked_add(self, other: f64) -> Option<f64> {
        Some(self + other)
    }
    #[inline]
    fn checked_times(self, count: usize) -> Option<f64> {
        Some(self * count as f64)
    }
}

impl Total for Complex<f64> {
    #[inline]
    fn checked_add(self, other: Complex<f64>) -> Option<Complex<f64>> {
        Some(self + other)
    }
    #[inline]
    fn checked_times(self, count: usize) -> Option<Complex<f64>> {
        Some(Complex { re: self.re * count as f64, im: self.im * count as f64 })
    }
}
