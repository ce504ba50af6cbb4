//! Measures that correct for chance: Krippendorff's α and Gwet's AC1 and AC2.

use alloc::vec::Vec;

use num_traits::{One, Zero};

use super::{Measure, Undefined, distinct, paired};
use crate::fraction::{Fraction, whole};

/// α = 1 − Do/De over the coincidences of the units with two marks or more.
pub(super) fn alpha(measure: Measure, raters: usize, units: &[Vec<Fraction>]) -> Result<Fraction, Undefined> {
    let paired = paired(units);
    if paired.is_empty() {
        return Err(Undefined::NoPair);
    }
    let values = distinct(paired.iter().flat_map(|unit| unit.iter()));
    if values.len() < 2 {
        return Err(Undefined::OneValue);
    }
    if raters < 2 || paired.len() < 2 {
        return Err(Undefined::TooSmall);
    }
    let of = |value: &Fraction, unit: &[Fraction]| unit.iter().filter(|v| *v == value).count();
    let totals: Vec<Fraction> =
        values.iter().map(|v| whole(paired.iter().map(|unit| of(v, unit)).sum::<usize>())).collect();
    let n: Fraction = totals.iter().cloned().sum();
    let (mut observed, mut expected) = (Fraction::zero(), Fraction::zero());
    for (c, (value_c, total_c)) in values.iter().zip(&totals).enumerate() {
        for (k, (value_k, total_k)) in values.iter().zip(&totals).enumerate().skip(c + 1) {
            let distance = match measure {
                Measure::AlphaNominal => Fraction::one(),
                Measure::AlphaInterval => value_c - value_k,
                _ => {
                    let between: Fraction = totals.iter().take(k + 1).skip(c).cloned().sum();
                    between - (total_c + total_k) / whole(2)
                }
            };
            let squared = &distance * &distance;
            let coincidences: Fraction = paired
                .iter()
                .map(|unit| {
                    Fraction::new((of(value_c, unit) * of(value_k, unit)).into(), (unit.len() - 1).into())
                })
                .sum();
            observed += coincidences * &squared;
            expected += total_c * total_k * squared;
        }
    }
    if expected.is_zero() {
        return Err(Undefined::NoVariance);
    }
    Ok(Fraction::one() - (n - Fraction::one()) * observed / expected)
}

/// AC = (pa − pe) / (1 − pe), with weights by the distance of the categories in their order.
pub(super) fn gwet(
    measure: Measure,
    raters: usize,
    units: &[Vec<Fraction>],
    categories: Option<&[Fraction]>,
) -> Result<Fraction, Undefined> {
    let paired = paired(units);
    if paired.is_empty() {
        return Err(Undefined::NoPair);
    }
    let occurring = distinct(units.iter().flatten());
    let categories = categories.map_or_else(|| occurring.clone(), <[Fraction]>::to_vec);
    if occurring.iter().any(|v| !categories.contains(v)) {
        return Err(Undefined::UnknownCategory);
    }
    let q = categories.len();
    if q < 2 {
        return Err(Undefined::OneValue);
    }
    if raters < 2 || paired.len() < 2 {
        return Err(Undefined::TooSmall);
    }
    let weight = |k: usize, l: usize| {
        let step = Fraction::new(k.abs_diff(l).into(), (q - 1).into());
        match measure {
            Measure::Ac1 => whole(u8::from(k == l)),
            Measure::Ac2Linear => Fraction::one() - step,
            _ => Fraction::one() - &step * &step,
        }
    };
    let counts = |unit: &[Fraction]| -> Vec<Fraction> {
        categories.iter().map(|c| whole(unit.iter().filter(|v| *v == c).count())).collect()
    };
    let mut agreed = Fraction::zero();
    for unit in &paired {
        let (counts, r) = (counts(unit), whole(unit.len()));
        for (k, count) in counts.iter().enumerate() {
            let near: Fraction = counts.iter().enumerate().map(|(l, other)| weight(k, l) * other).sum();
            agreed += count * (near - Fraction::one()) / (&r * (&r - Fraction::one()));
        }
    }
    let pa = agreed / whole(paired.len());
    // Units with a single mark still say how often a category is used.
    let rated: Vec<&Vec<Fraction>> = units.iter().filter(|u| !u.is_empty()).collect();
    let mut used: Vec<Fraction> = categories.iter().map(|_| Fraction::zero()).collect();
    for unit in &rated {
        for (sum, count) in used.iter_mut().zip(counts(unit)) {
            *sum += count / whole(unit.len());
        }
    }
    let spread: Fraction = used
        .into_iter()
        .map(|sum| sum / whole(rated.len()))
        .map(|share| &share * (Fraction::one() - &share))
        .sum();
    let weights: Fraction = (0..q).flat_map(|k| (0..q).map(move |l| (k, l))).map(|(k, l)| weight(k, l)).sum();
    let pe = weights * spread / whole(q * (q - 1));
    if pe.is_one() {
        return Err(Undefined::NoVariance);
    }
    Ok((pa - &pe) / (Fraction::one() - pe))
}
