//! Exact fractions: every number a pupil is asked for, and every step towards it.

use crate::codec::{Decode, DecodeError, Encode, Out, Reader};
use crate::digits::digits;
use std::cmp::Ordering;
use std::fmt;

/// A fraction in lowest terms with a positive denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rational {
    num: i64,
    den: i64,
}

#[expect(clippy::should_implement_trait, reason = "each may fail, which the operators cannot say")]
impl Rational {
    /// Nought.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// One.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num / den` in lowest terms; `None` if `den` is nought or the result does not fit.
    pub fn new(num: i64, den: i64) -> Option<Self> {
        Self::reduce(num, den)
    }

    /// The whole number `n`.
    pub const fn whole(n: i64) -> Self {
        Self { num: n, den: 1 }
    }

    /// The numerator, which carries the sign.
    pub const fn num(self) -> i64 {
        self.num
    }

    /// The denominator, at least 1.
    pub const fn den(self) -> i64 {
        self.den
    }

    /// The value as a whole number, if it is one.
    pub const fn as_whole(self) -> Option<i64> {
        if self.den == 1 { Some(self.num) } else { None }
    }

    /// The largest whole number not above the value.
    pub const fn floor(self) -> i64 {
        self.num.div_euclid(self.den)
    }

    /// `13`, `-2`, `3/4`.
    pub fn written(self) -> String {
        let num = digits(self.num);
        if self.den == 1 { num } else { [&num, "/", &digits(self.den)].concat() }
    }

    /// The sum, or `None` when it does not fit.
    pub fn add(self, other: Self) -> Option<Self> {
        let (left, right) = (self.num.checked_mul(other.den)?, other.num.checked_mul(self.den)?);
        Self::reduce(left.checked_add(right)?, self.den.checked_mul(other.den)?)
    }

    /// The difference, or `None` when it does not fit.
    pub fn sub(self, other: Self) -> Option<Self> {
        self.add(other.neg()?)
    }

    /// The product, or `None` when it does not fit.
    pub fn mul(self, other: Self) -> Option<Self> {
        Self::reduce(self.num.checked_mul(other.num)?, self.den.checked_mul(other.den)?)
    }

    /// The quotient, or `None` when it does not fit or `other` is nought.
    pub fn div(self, other: Self) -> Option<Self> {
        Self::reduce(self.num.checked_mul(other.den)?, self.den.checked_mul(other.num)?)
    }

    /// The value with the other sign, or `None` when it does not fit.
    pub fn neg(self) -> Option<Self> {
        Some(Self { num: self.num.checked_neg()?, den: self.den })
    }

    fn reduce(num: i64, den: i64) -> Option<Self> {
        if den == 0 {
            return None;
        }
        // At most 2^63, so one case does not fit; the sign of the denominator goes to the numerator.
        let divisor =
            i64::try_from(gcd(num.unsigned_abs(), den.unsigned_abs())).ok()? * den.signum();
        Some(Self { num: num.checked_div(divisor)?, den: den.checked_div(divisor)? })
    }
}

/// The greatest common divisor; `gcd(0, n)` is `n`.
pub const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        let rest = a % b;
        a = b;
        b = rest;
    }
    a
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.sub(*other) {
            Some(difference) => difference.num.cmp(&0),
            // Too far apart to be subtracted, or with denominators past any that is taught.
            None => self.floor().cmp(&other.floor()),
        }
    }
}

/// `13`, `-2`, `3/4`.
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

impl Encode for Rational {
    fn encode(&self, out: &mut impl Out) {
        self.num.encode(out);
        self.den.encode(out);
    }
}

impl Decode for Rational {
    fn decode(input: &mut Reader<'_>) -> Self {
        let (num, den) = (i64::decode(input), i64::decode(input));
        Self::new(num, den).unwrap_or_else(|| {
            input.fail(DecodeError::Malformed);
            Self::ZERO
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: i64, den: i64) -> Rational {
        Rational::new(num, den).expect("small")
    }

    #[test]
    fn lowest_terms_with_the_sign_on_top() {
        assert_eq!(ratio(2, -4), ratio(-1, 2));
        assert_eq!(ratio(6, 3).as_whole(), Some(2));
        assert_eq!(Rational::new(1, 0), None);
    }

    #[test]
    fn what_does_not_fit_is_none_and_never_wraps() {
        let large = Rational::whole(i64::MAX);
        assert_eq!(large.add(Rational::ONE), None);
        assert_eq!(large.mul(large), None);
        assert_eq!(Rational::ONE.div(Rational::ZERO), None);
        assert_eq!(Rational::new(i64::MIN, -1), None);
        assert_eq!(Rational::whole(i64::MIN).neg(), None);
    }

    #[test]
    fn order_is_by_value() {
        assert!(ratio(1, 2) < ratio(2, 3));
        assert!(ratio(-1, 2) > ratio(-2, 3));
    }
}
