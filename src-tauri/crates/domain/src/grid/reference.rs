//! Comparison with the known reference population: a band, never a percentile, rank or curve.

use alloc::string::String;

use super::{Grid, Mark, MarkKind};
use crate::fraction::Fraction;

/// What is known of the reference population: nothing but a median and the bar of the best quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Grid on which the population was marked.
    pub grid: String,
    /// Which mark it was.
    pub mark: MarkKind,
    /// How many solutions.
    pub n: u32,
    /// Half of them reached this.
    pub median: Fraction,
    /// A quarter of them reached this.
    pub q3: Fraction,
}

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// No reference, or no mark.
    None,
    /// The reference speaks of another grid, or this grid is illustrative.
    OtherGrid,
    /// The reference speaks of another mark.
    OtherMark,
    /// At the level of the best quarter.
    BestQuarter,
    /// Above the median.
    UpperHalf,
    /// At the median.
    AtMedian,
    /// Below the median.
    LowerHalf,
}

impl Band {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "reference.none",
            Self::OtherGrid => "reference.other-grid",
            Self::OtherMark => "reference.other-mark",
            Self::BestQuarter => "reference.best-quarter",
            Self::UpperHalf => "reference.upper-half",
            Self::AtMedian => "reference.at-median",
            Self::LowerHalf => "reference.lower-half",
        }
    }
}

/// The band of a mark; the first answer that fits.
pub fn reference(grid: &Grid, kind: MarkKind, mark: &Mark, reference: Option<&Reference>) -> Band {
    let (Some(reference), Some(exact)) = (reference, &mark.exact) else { return Band::None };
    if grid.illustrative || grid.id != reference.grid {
        Band::OtherGrid
    } else if kind != reference.mark {
        Band::OtherMark
    } else if *exact >= reference.q3 {
        Band::BestQuarter
    } else if *exact > reference.median {
        Band::UpperHalf
    } else if *exact == reference.median {
        Band::AtMedian
    } else {
        Band::LowerHalf
    }
}

/// Exact counts among the institute's own dossiers on the same grid version: (of how many, lower, the same).
/// None below thirty: fewer say nothing.
pub fn own_dossiers(mark: &Fraction, others: &[Fraction]) -> Option<(usize, usize, usize)> {
    const FEWEST: usize = 30;
    (others.len() >= FEWEST).then(|| {
        let lower = others.iter().filter(|m| *m < mark).count();
        (others.len(), lower, others.iter().filter(|m| *m == mark).count())
    })
}
