//! ICC(2,·) of Shrout and Fleiss: absolute agreement, reviewers and units both drawn at random.

use alloc::vec::Vec;

use num_traits::Zero;

use super::{Measure, Undefined};
use crate::fraction::{Fraction, whole};

/// Rows are reviewers (k), columns units (n).
pub(super) fn icc(measure: Measure, rows: &[Vec<Fraction>]) -> Result<Fraction, Undefined> {
    let k = rows.len();
    let n = rows.first().map_or(0, Vec::len);
    let columns: Vec<Vec<Fraction>> =
        (0..n).map(|unit| rows.iter().filter_map(|row| row.get(unit).cloned()).collect()).collect();
    let all: Fraction = rows.iter().flatten().cloned().sum();
    let correction = &all * &all / whole(n * k);
    let of_sums = |groups: &[Vec<Fraction>], size: usize| {
        let squares: Fraction =
            groups.iter().map(|group| group.iter().cloned().sum::<Fraction>()).map(|sum| &sum * &sum).sum();
        squares / whole(size) - &correction
    };
    let between = of_sums(&columns, k);
    let judges = of_sums(rows, n);
    let total = rows.iter().flatten().map(|v| v * v).sum::<Fraction>() - &correction;
    let error = total - &between - &judges;
    let msb = between / whole(n - 1);
    let msj = judges / whole(k - 1);
    let mse = error / whole((n - 1) * (k - 1));
    let drift = (&msj - &mse) / whole(n);
    let denominator = match measure {
        Measure::IccMean => &msb + drift,
        _ => &msb + whole(k - 1) * &mse + whole(k) * drift,
    };
    if denominator.is_zero() { Err(Undefined::NoVariance) } else { Ok((msb - mse) / denominator) }
}
