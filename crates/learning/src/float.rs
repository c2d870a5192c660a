//! Exponential and logarithm, the same to the last bit natively and in a browser: std's differ between platforms, and
//! what progress holds must not. IEEE's basic operations alone, in one order. To about 13 digits, for results that are
//! normal numbers. And rounding, which costs old browsers' builds many bytes where it is a cast.

use std::f64::consts::{FRAC_1_SQRT_2, LOG2_E};

/// ln 2 in two parts: the first has zeros at its end, so that a whole number times it is exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000);
const LN_2_LOW: f64 = f64::from_bits(0x3DEA_39EF_3579_3C76);
/// 1.5 · 2^52: added to a number it leaves that number, rounded, in the lowest bits.
const SHIFT: f64 = 6_755_399_441_055_744.0;
/// The same with the bias of an exponent.
const SHIFT_EXPONENT: f64 = SHIFT + 1023.0;
const MANTISSA_BITS: u32 = 52;

/// e to the `power`. Past ±708 as at ±708, where normal numbers end.
pub const fn exp(power: f64) -> f64 {
    let power = power.clamp(-708.0, 708.0);
    let shifted = power * LOG2_E + SHIFT_EXPONENT;
    let twos = shifted - SHIFT_EXPONENT;
    let rest = power - twos * LN_2_HIGH - twos * LN_2_LOW;
    // The power series, from its end: rest is at most ln 2 / 2.
    let mut sum = 1.0;
    let mut term = 13.0;
    while term > 0.0 {
        sum = 1.0 + sum * rest / term;
        term -= 1.0;
    }
    sum * f64::from_bits(shifted.to_bits() << MANTISSA_BITS)
}

/// The natural logarithm. Of what is no positive normal number, that of the smallest.
pub const fn ln(number: f64) -> f64 {
    let bits = number.max(f64::MIN_POSITIVE).to_bits();
    // number = 2^twos · rest, where rest is between √½ and √2.
    let twos = bits.wrapping_sub(FRAC_1_SQRT_2.to_bits()).cast_signed() >> MANTISSA_BITS;
    let rest = f64::from_bits(bits.wrapping_sub((twos << MANTISSA_BITS).cast_unsigned()));
    // The series of the area tangent, from its end: ln rest = 2 (t + t³/3 + t⁵/5 + …).
    let tangent = (rest - 1.0) / (rest + 1.0);
    let mut sum = 0.0;
    let mut term = 21.0;
    while term > 0.0 {
        sum = sum * (tangent * tangent) + 2.0 / term;
        term -= 2.0;
    }
    let twos = twos as f64;
    twos * LN_2_HIGH + (sum * tangent + twos * LN_2_LOW)
}

/// A positive number to a power.
pub const fn pow(number: f64, power: f64) -> f64 {
    exp(power * ln(number))
}

/// The nearest whole number, of halves the even one, for what is within ±2^51.
pub const fn round(number: f64) -> i64 {
    (number + SHIFT).to_bits().wrapping_sub(SHIFT.to_bits()).cast_signed()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "std is what we compare with")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Apart by how much of `expected`.
    fn apart(found: f64, expected: f64) -> f64 {
        if found.to_bits() == expected.to_bits() {
            0.0
        } else {
            ((found - expected) / expected).abs()
        }
    }

    proptest! {
        #[test]
        fn as_std_says(power in -708.0..708.0, near_zero in -1e-3..1e-3, exponent in -1021.0..1023.0, near_one in 0.99..1.01) {
            prop_assert!(apart(exp(power), f64::exp(power)) < 1e-12);
            prop_assert!(apart(exp(near_zero), f64::exp(near_zero)) < 1e-15);
            let number = f64::exp2(exponent);
            prop_assert!(apart(ln(number), f64::ln(number)) < 1e-15, "{number}");
            prop_assert!(apart(ln(near_one), f64::ln(near_one)) < 1e-15, "{near_one}");
        }

        #[test]
        fn powers_as_std_says(number in 1e-6..1e6, power in -20.0..20.0) {
            prop_assert!(apart(pow(number, power), f64::powf(number, power)) < 1e-12);
        }

        #[test]
        fn rounds_as_std_does(number in -2e15..2e15, halves in -100..100_i64) {
            prop_assert_eq!(round(number), number.round_ties_even() as i64);
            let half = halves as f64 / 2.0;
            prop_assert_eq!(round(half), half.round_ties_even() as i64);
        }

        #[test]
        fn any_number_has_a_result(bits: u64) {
            let number = f64::from_bits(bits);
            prop_assert!(number.is_nan() || exp(number).is_normal());
            prop_assert!(ln(number).is_finite());
        }
    }

    #[test]
    fn exact_where_it_is_expected() {
        let cases = [
            ("e^0", exp(0.0), 1.0),
            ("ln 1", ln(1.0), 0.0),
            ("ln 2", ln(2.0), std::f64::consts::LN_2),
            ("ln 0", ln(0.0), ln(f64::MIN_POSITIVE)),
            ("ln of less than nothing", ln(-1.0), ln(f64::MIN_POSITIVE)),
            ("past the end", exp(1e9), exp(708.0)),
        ];
        for (case, found, expected) in cases {
            assert_eq!(found.to_bits(), expected.to_bits(), "{case}");
        }
    }

    /// The same bits on every platform: these are what any of them must give.
    #[test]
    fn bits() {
        let sum = |function: fn(f64) -> f64, from: f64| {
            (0..1000).fold(0_u64, |sum, step| {
                let bits = function(from + f64::from(step) * 0.711).to_bits();
                sum.rotate_left(5) ^ bits
            })
        };
        assert_eq!(sum(exp, -350.0), 12_242_805_932_773_944_696);
        assert_eq!(sum(ln, 0.001), 6_952_714_915_249_918_939);
    }
}
