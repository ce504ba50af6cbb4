//! Kendall's W: do reviewers rank dossiers alike? With mean ranks and the correction for ties.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use num_traits::Zero;

use super::Undefined;
use crate::fraction::{Fraction, whole};

/// Rows are reviewers (m), columns the dossiers that they rank (n).
pub(super) fn kendall(rows: &[Vec<Fraction>]) -> Result<Fraction, Undefined> {
    let m = rows.len();
    let n = rows.first().map_or(0, Vec::len);
    let mut sums: Vec<Fraction> = (0..n).map(|_| Fraction::zero()).collect();
    let mut ties = Fraction::zero();
    for row in rows {
        let mut sizes: BTreeMap<&Fraction, usize> = BTreeMap::new();
        for value in row {
            *sizes.entry(value).or_default() += 1;
        }
        ties += sizes.values().map(|t| whole(t * t * t - t)).sum::<Fraction>();
        for (sum, value) in sums.iter_mut().zip(row) {
            let below: usize = sizes.iter().filter(|(v, _)| **v < value).map(|(_, t)| *t).sum();
            let same = sizes.get(value).copied().unwrap_or_default();
            *sum += whole(below) + Fraction::new((same + 1).into(), 2.into());
        }
    }
    let mean = Fraction::new((m * (n + 1)).into(), 2.into());
    let spread: Fraction = sums.iter().map(|sum| sum - &mean).map(|d| &d * &d).sum();
    let denominator = whole(m * m * (n * n * n - n)) - whole(m) * ties;
    if denominator.is_zero() { Err(Undefined::NoVariance) } else { Ok(whole(12) * spread / denominator) }
}
