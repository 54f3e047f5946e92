//! Half precision (`e`): the conversions, since Rust has no stable `f16`.

/// An IEEE 754 number of 16 bits, which is read and written as `f32`: `Le<Half>`, `Be<Half>`.
#[derive(Debug)]
pub struct Half(());

/// The same number: every half is an `f32`.
pub(crate) fn half_to_f32(bits: u16) -> f32 {
    let sign = u32::from(bits & 0x8000) << 16;
    let exponent = u32::from(bits >> 10 & 0x1f);
    let fraction = u32::from(bits & 0x3ff);
    let magnitude = match exponent {
        // Zero and subnormals count in steps of 2^-24, exactly.
        0 => (fraction as f32 * f32::from_bits(0x3380_0000)).to_bits(),
        // Infinity and NaN, whose payload moves along.
        0x1f => 0x7f80_0000 | fraction << 13,
        _ => (exponent + 112) << 23 | fraction << 13,
    };
    f32::from_bits(sign | magnitude)
}

/// The nearest half; of two equally near ones the even one. From 65520 on that is infinity.
pub(crate) fn f32_to_half(value: f32) -> u16 {
    f64_to_half(value.into())
}

/// As [`f32_to_half`]; rounding twice, by way of `f32`, would be wrong for some.
pub(crate) fn f64_to_half(value: f64) -> u16 {
    let bits = value.to_bits();
    let sign = (bits >> 48) as u16 & 0x8000;
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1023;
    let fraction = bits & 0x000f_ffff_ffff_ffff;
    sign | match exponent {
        1024 if fraction != 0 => 0x7e00 | (fraction >> 42) as u16,
        16.. => 0x7c00,
        // A normal number. Rounding up may carry into the exponent, and so to the next power of two or to infinity.
        -14..16 => (((exponent + 15) as u16) << 10) + round(fraction, 42),
        // Subnormal: the hidden bit shifts into the fraction.
        -25..-14 => round(fraction | 1 << 52, (28 - exponent) as u32),
        _ => 0,
    }
}

/// `value` without its last `bits` bits, rounded half to even.
fn round(value: u64, bits: u32) -> u16 {
    let kept = value >> bits;
    let rest = value & ((1 << bits) - 1);
    let half = 1 << (bits - 1);
    (kept + u64::from(rest > half || (rest == half && kept & 1 == 1))) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_survives() {
        for bits in 0..=u16::MAX {
            let value = half_to_f32(bits);
            if value.is_nan() {
                assert_eq!(f32_to_half(value) & 0xfe00, bits & 0x8000 | 0x7e00);
            } else {
                assert_eq!(f32_to_half(value), bits, "{value}");
            }
        }
    }

    #[test]
    fn known_values() {
        for (bits, value) in
            [(0x3c00, 1.0), (0xc000, -2.0), (0x7bff, 65504.0), (0x0001, 2.0_f32.powi(-24)), (0x0400, 2.0_f32.powi(-14))]
        {
            assert_eq!(half_to_f32(bits), value);
        }
        assert_eq!(half_to_f32(0x7c00), f32::INFINITY);
        assert!(half_to_f32(0x7e00).is_nan());
    }

    /// Between any two neighbours: the middle goes to the even one, and what is just beside it to the nearer one.
    #[test]
    fn rounds_half_to_even() {
        for bits in 0..0x7bff_u16 {
            let (low, high) = (f64::from(half_to_f32(bits)), f64::from(half_to_f32(bits + 1)));
            let middle = (low + high) / 2.0;
            let even = bits + (bits & 1);
            assert_eq!(f64_to_half(middle), even);
            assert_eq!(f64_to_half(f64::from_bits(middle.to_bits() - 1)), bits);
            assert_eq!(f64_to_half(f64::from_bits(middle.to_bits() + 1)), bits + 1);
            assert_eq!(f64_to_half(-middle), even | 0x8000);
        }
        assert_eq!(f64_to_half(65519.999), 0x7bff);
        assert_eq!(f64_to_half(65520.0), 0x7c00);
        assert_eq!(f64_to_half(1e300), 0x7c00);
        assert_eq!(f64_to_half(1e-300), 0);
    }
}
