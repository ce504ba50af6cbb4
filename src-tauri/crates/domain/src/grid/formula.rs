//! The formula: from the points of each criterion to a mark, its bounds and its flags.
//!
//! Only maxima form the denominator; negative points are deductions. The floor at zero is applied once, at
//! the very end.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use num_traits::{Signed, Zero};

use super::mark::{Mark, Prerequisites};
use super::{Criterion, Grid, HasClass, Method, NotApplicable};
use crate::fraction::{Fraction, floored};

/// What is known of one criterion.
#[derive(Clone, Debug)]
pub(super) enum Known {
    Points(Fraction),
    NotApplicable,
    Missing,
}

/// Sums of one axis. `low` and `high` differ only by missing answers.
#[derive(Clone, Debug, Default)]
struct Sums {
    low: Fraction,
    high: Fraction,
    attainable: Fraction,
    counted: bool,
    incomplete: bool,
}

impl Grid {
    /// The criteria of the formula: scored, and applying to the class.
    pub(super) fn counted(&self, class: Option<HasClass>) -> impl Iterator<Item = &Criterion> {
        self.applicable(class).filter(|c| c.scored)
    }

    /// The mark from what is known of each counted criterion, in grid order. The prerequisites are the
    /// caller's: a board's mark has none.
    pub(super) fn mark(&self, known: &[(&Criterion, Known)]) -> Mark {
        let axes: Vec<(&super::Axis, Sums)> = self
            .axes
            .iter()
            .map(|axis| (axis, sums(known.iter().filter(|(c, _)| c.axis == axis.code))))
            .collect();
        let all = sums(known.iter());
        let full: Fraction = known.iter().map(|(c, _)| &c.weight * c.highest()).sum();
        let coverage = (!full.is_zero()).then(|| &all.attainable / &full);
        let undefined = !all.attainable.is_positive();

        let mut flags = Vec::new();
        if self.method == Method::Axes {
            for (axis, sums) in axes.iter().filter(|(_, s)| s.counted && s.attainable.is_zero()) {
                let code = if sums.low.is_negative() { "axis.penalty-pooled" } else { "axis.left-out" };
                flags.push(format!("{code}@{}", axis.code));
            }
        }
        if undefined {
            flags.push("mark.undefined".into());
        } else if coverage.as_ref().is_some_and(|c| *c < self.min_coverage) {
            flags.push("mark.low-coverage".into());
        }

        let bound = |side: fn(&Sums) -> &Fraction| {
            (!undefined).then(|| match self.method {
                Method::Pooled => floored(&self.scale * side(&all) / &all.attainable),
                Method::Axes => self.by_axes(&axes, &all, side),
            })
        };
        let (low, high) = (bound(|s| &s.low), bound(|s| &s.high));
        let missing: Vec<String> =
            known.iter().filter(|(_, k)| matches!(k, Known::Missing)).map(|(c, _)| c.code.clone()).collect();
        Mark {
            exact: if missing.is_empty() { low.clone() } else { None },
            low,
            high,
            coverage,
            missing,
            flags,
            axes: axes.iter().map(|(axis, sums)| (axis.code.clone(), self.own_mark(sums))).collect(),
            prerequisites: Prerequisites::default(),
        }
    }

    /// Weighted mean of the shares of the axes that can earn points, plus the pooled penalties of the
    /// others: a penalty never vanishes because its neighbours do not apply.
    fn by_axes(&self, axes: &[(&super::Axis, Sums)], all: &Sums, side: fn(&Sums) -> &Fraction) -> Fraction {
        let (mut shares, mut weights, mut penalty) = (Fraction::zero(), Fraction::zero(), Fraction::zero());
        for (axis, sums) in axes {
            if sums.attainable.is_positive() {
                shares += &axis.weight * side(sums) / &sums.attainable;
                weights += &axis.weight;
            } else {
                penalty += side(sums);
            }
        }
        let mean = if weights.is_zero() { Fraction::zero() } else { shares / weights };
        floored(&self.scale * (mean + penalty / &all.attainable))
    }

    /// An axis's own mark: shown, never used.
    fn own_mark(&self, sums: &Sums) -> Option<Fraction> {
        (sums.attainable.is_positive() && !sums.incomplete)
            .then(|| floored(&self.scale * &sums.low / &sums.attainable))
    }
}

fn sums<'a>(known: impl Iterator<Item = &'a (&'a Criterion, Known)>) -> Sums {
    let mut sums = Sums::default();
    for (criterion, known) in known {
        let weight = &criterion.weight;
        sums.counted = true;
        match known {
            Known::Points(points) => {
                sums.low += weight * points;
                sums.high += weight * points;
            }
            Known::NotApplicable if criterion.na == NotApplicable::Zero => {}
            Known::NotApplicable => continue,
            Known::Missing => {
                sums.incomplete = true;
                sums.low += weight * criterion.lowest();
                sums.high += weight * criterion.highest();
            }
        }
        sums.attainable += weight * criterion.highest();
    }
    sums
}
