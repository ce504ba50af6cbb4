//! Agreement over several units (criteria or dossiers) and reviewers: an appendix of the opinion, never a
//! gate. Exact fractions; undefined is a reason, never 0, 1 or NaN.

mod chance;
mod ranks;
mod variance;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::fraction::{Fraction, whole};

/// Marks: a row per reviewer, a column per unit; none where a mark is missing.
pub type Matrix = Vec<Vec<Option<Fraction>>>;

/// A measure of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Krippendorff's α, values as names.
    AlphaNominal,
    /// Krippendorff's α, values as ranks.
    AlphaOrdinal,
    /// Krippendorff's α, values as numbers.
    AlphaInterval,
    /// Gwet's AC1.
    Ac1,
    /// Gwet's AC2 with linear weights.
    Ac2Linear,
    /// Gwet's AC2 with quadratic weights.
    Ac2Quadratic,
    /// ICC(2,1): absolute agreement of single marks, random reviewers.
    IccSingle,
    /// ICC(2,k): the same of their mean.
    IccMean,
    /// Kendall's W with ties.
    KendallW,
}

impl Measure {
    /// Reads the name that files use.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "alpha-nominal" => Some(Self::AlphaNominal),
            "alpha-ordinal" => Some(Self::AlphaOrdinal),
            "alpha-interval" => Some(Self::AlphaInterval),
            "ac1" => Some(Self::Ac1),
            "ac2-linear" => Some(Self::Ac2Linear),
            "ac2-quadratic" => Some(Self::Ac2Quadratic),
            "icc2-1" => Some(Self::IccSingle),
            "icc2-k" => Some(Self::IccMean),
            "kendall-w" => Some(Self::KendallW),
            _ => None,
        }
    }
}

/// Why a measure has no value; the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undefined {
    /// No unit has two marks.
    #[error("statistic.no-pair")]
    NoPair,
    /// All marks are the same, or there are fewer than two categories.
    #[error("statistic.one-value")]
    OneValue,
    /// The measure needs every mark.
    #[error("statistic.incomplete")]
    Incomplete,
    /// Fewer than two reviewers, or fewer than two units with two marks.
    #[error("statistic.too-small")]
    TooSmall,
    /// Nothing varies.
    #[error("statistic.no-variance")]
    NoVariance,
    /// A mark lies outside the categories that were given.
    #[error("statistic.unknown-category")]
    UnknownCategory,
}

impl Undefined {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPair => "statistic.no-pair",
            Self::OneValue => "statistic.one-value",
            Self::Incomplete => "statistic.incomplete",
            Self::TooSmall => "statistic.too-small",
            Self::NoVariance => "statistic.no-variance",
            Self::UnknownCategory => "statistic.unknown-category",
        }
    }
}

/// What a value of Krippendorff's α lets one conclude (Krippendorff 2004, § 11.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// At least 0.80.
    Reliable,
    /// At least 0.667: to be taken with caution.
    Caution,
    /// Below: to be discussed before anything is concluded.
    Low,
}

impl Reading {
    /// The reading of a value.
    #[must_use]
    pub fn of(alpha: &Fraction) -> Self {
        let [caution, reliable] = Self::bounds();
        if *alpha >= reliable {
            Self::Reliable
        } else if *alpha >= caution {
            Self::Caution
        } else {
            Self::Low
        }
    }

    /// The least value that is read with caution, and the least that is reliable.
    #[must_use]
    pub fn bounds() -> [Fraction; 2] {
        [667, 800].map(|thousandths| whole(thousandths) / whole(1000))
    }

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reliable => "reading.reliable",
            Self::Caution => "reading.caution",
            Self::Low => "reading.low",
        }
    }
}

/// Computes a measure. `categories` serve AC only; without them, the values that occur.
///
/// # Errors
/// Why there is no value.
pub fn statistic(
    measure: Measure,
    matrix: &Matrix,
    categories: Option<&[Fraction]>,
) -> Result<Fraction, Undefined> {
    let units = units(matrix);
    match measure {
        Measure::AlphaNominal | Measure::AlphaOrdinal | Measure::AlphaInterval => {
            chance::alpha(measure, matrix.len(), &units)
        }
        Measure::Ac1 | Measure::Ac2Linear | Measure::Ac2Quadratic => {
            chance::gwet(measure, matrix.len(), &units, categories)
        }
        Measure::IccSingle | Measure::IccMean => variance::icc(measure, &complete(matrix)?),
        Measure::KendallW => ranks::kendall(&complete(matrix)?),
    }
}

/// The marks of each unit.
fn units(matrix: &Matrix) -> Vec<Vec<Fraction>> {
    let width = matrix.iter().map(Vec::len).max().unwrap_or_default();
    (0..width)
        .map(|unit| matrix.iter().filter_map(|row| row.get(unit).cloned().flatten()).collect())
        .collect()
}

/// Units with at least two marks.
fn paired(units: &[Vec<Fraction>]) -> Vec<&Vec<Fraction>> {
    units.iter().filter(|marks| marks.len() >= 2).collect()
}

/// A table without a gap: rows are reviewers.
fn complete(matrix: &Matrix) -> Result<Vec<Vec<Fraction>>, Undefined> {
    let width = matrix.iter().map(Vec::len).max().unwrap_or_default();
    let rows: Option<Vec<Vec<Fraction>>> =
        matrix.iter().map(|row| row.iter().cloned().collect::<Option<Vec<_>>>()).collect();
    let rows = rows.filter(|rows| rows.iter().all(|row| row.len() == width)).ok_or(Undefined::Incomplete)?;
    if rows.len() < 2 || width < 2 { Err(Undefined::TooSmall) } else { Ok(rows) }
}

fn distinct<'a>(marks: impl Iterator<Item = &'a Fraction>) -> Vec<Fraction> {
    marks.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}
