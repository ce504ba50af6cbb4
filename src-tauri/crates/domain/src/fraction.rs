//! Exact numbers. Every mark, share and threshold is a fraction until a screen shows it.

use alloc::format;
use alloc::string::{String, ToString};
use core::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// An exact fraction in lowest terms; prints as `14` or `92/5`.
pub type Fraction = BigRational;

/// A longer number in a data file is a mistake or an attack, not a weight.
const LONGEST: usize = 64;

/// A whole number as a fraction.
pub fn whole(n: impl Into<BigInt>) -> Fraction {
    Fraction::from_integer(n.into())
}

/// Reads a decimal as data files write it: `-2`, `2.5`; no exponent, no fraction, no float.
pub fn decimal(text: &str) -> Option<Fraction> {
    if text.len() > LONGEST {
        return None;
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (before, after) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if before.is_empty() || !all_digits(before) || !all_digits(after) {
        return None;
    }
    let value = Fraction::new(BigInt::from_str(&format!("{before}{after}")).ok()?, power_of_ten(after.len()));
    Some(if text.starts_with('-') { -value } else { value })
}

/// Reads a share: a decimal, or two whole numbers around a slash (`2/3`).
pub fn share(text: &str) -> Option<Fraction> {
    match text.split_once('/') {
        None => decimal(text),
        Some((above, below)) => {
            let (above, below) = (decimal(above)?, decimal(below)?);
            if !above.is_integer() || !below.is_integer() || !below.is_positive() {
                return None;
            }
            Some(above / below)
        }
    }
}

/// Rounds to a number of decimals, half away from zero.
pub fn rounded(value: &Fraction, decimals: u32) -> Fraction {
    let unit = Fraction::from_integer(power_of_ten(usize::try_from(decimals).unwrap_or(0)));
    (value * &unit).round() / unit
}

/// Writes a value with exactly that many decimals, rounded half away from zero, with a point.
pub fn fixed(value: &Fraction, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or(0);
    let units = (value * Fraction::from_integer(power_of_ten(places))).round().to_integer();
    let sign = if units.is_negative() { "-" } else { "" };
    let digits = format!("{:0>width$}", units.abs().to_string(), width = places + 1);
    let (before, after) = digits.split_at(digits.len() - places);
    if places == 0 { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") }
}

/// Writes a terminating decimal in full (`13.5`), any other value as a fraction.
pub fn plain(value: &Fraction) -> String {
    (0..=LONGEST as u32)
        .find(|d| rounded(value, *d) == *value)
        .map_or_else(|| value.to_string(), |d| fixed(value, d))
}

/// The larger of zero and a value.
pub(crate) fn floored(value: Fraction) -> Fraction {
    if value.is_negative() { Fraction::zero() } else { value }
}

fn power_of_ten(n: usize) -> BigInt {
    (0..n).fold(BigInt::one(), |power, _| power * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_as_written_and_nothing_else_is() {
        assert_eq!(decimal("-2.50"), Some(Fraction::new((-5).into(), 2.into())));
        assert_eq!(share("2/3"), Some(Fraction::new(2.into(), 3.into())));
        for wrong in ["", "-", "1.", ".5", "1e3", "1/2", "+1", " 1", "1,5", "NaN"] {
            assert_eq!(decimal(wrong), None, "{wrong}");
        }
        assert_eq!(share("1/0"), None);
    }

    #[test]
    fn rounding_goes_half_away_from_zero() {
        let half = decimal("0.25").unwrap();
        assert_eq!(fixed(&half, 1), "0.3");
        assert_eq!(fixed(&-half, 1), "-0.3");
        assert_eq!(fixed(&decimal("14").unwrap(), 1), "14.0");
        assert_eq!(plain(&decimal("13.5").unwrap()), "13.5");
        assert_eq!(plain(&share("1/3").unwrap()), "1/3");
    }
}
