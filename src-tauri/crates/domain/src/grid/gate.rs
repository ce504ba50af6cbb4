//! Thresholds: compared with the exact fraction, and shown so that nobody can doubt the comparison.

use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;

use num_traits::Signed;

use super::mark::{Mark, MarkError};
use crate::fraction::{Fraction, fixed, plain, rounded};

/// Screens show at most this many decimals before they fall back to naming the threshold.
const MOST_DECIMALS: u32 = 6;

/// Which of the three marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// The publisher's answers.
    Declared,
    /// The same answers after examination.
    Verified,
    /// The submitted sheets.
    Board,
}

impl MarkKind {
    /// Reads `declared`, `verified` or `board`.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "declared" => Some(Self::Declared),
            "verified" => Some(Self::Verified),
            "board" => Some(Self::Board),
            _ => None,
        }
    }
}

/// A bar that a mark must reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Of which mark.
    pub mark: MarkKind,
    /// The bar, itself included.
    pub at_least: Fraction,
}

/// What a threshold says of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// No such mark, an error, or nothing attainable.
    Undefined,
    /// A prerequisite failed.
    KnockOut,
    /// Too much does not apply for the mark to say anything.
    LowCoverage,
    /// Reached, whatever is still missing.
    Reached,
    /// Out of reach, whatever is still missing.
    NotReached,
    /// Depends on what is missing.
    Pending,
}

impl Gate {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Undefined => "gate.undefined",
            Self::KnockOut => "gate.knock-out",
            Self::LowCoverage => "gate.low-coverage",
            Self::Reached => "gate.reached",
            Self::NotReached => "gate.not-reached",
            Self::Pending => "gate.pending",
        }
    }
}

/// Compares a mark with a bar: the first answer that fits, on the exact fraction.
pub fn gate(mark: Option<&Result<Mark, MarkError>>, at_least: &Fraction) -> Gate {
    let Some(Ok(mark)) = mark else { return Gate::Undefined };
    let (Some(low), Some(high)) = (&mark.low, &mark.high) else { return Gate::Undefined };
    if !mark.prerequisites.failed.is_empty() {
        Gate::KnockOut
    } else if mark.flags.iter().any(|f| f == "mark.low-coverage") {
        Gate::LowCoverage
    } else if low >= at_least {
        if mark.prerequisites.pending.is_empty() { Gate::Reached } else { Gate::Pending }
    } else if high < at_least {
        Gate::NotReached
    } else {
        Gate::Pending
    }
}

/// The value as a screen shows it, with a point: rounded half away from zero, with as many more decimals, up
/// to six, as it takes to stand on the same side of every threshold in force as the exact value. If six do
/// not suffice, the nearest threshold with its sign: `<14`.
pub fn shown(exact: &Fraction, decimals: u32, thresholds: &[Fraction]) -> String {
    let honest = |d: &u32| {
        let round = rounded(exact, *d);
        thresholds.iter().all(|t| round.cmp(t) == exact.cmp(t))
    };
    if let Some(decimals) = (decimals..=MOST_DECIMALS.max(decimals)).find(honest) {
        return fixed(exact, decimals);
    }
    let nearest = thresholds.iter().min_by_key(|t| (exact - *t).abs());
    nearest.map_or_else(
        || fixed(exact, MOST_DECIMALS),
        |t| match exact.cmp(t) {
            Ordering::Less => format!("<{}", plain(t)),
            Ordering::Greater => format!(">{}", plain(t)),
            Ordering::Equal => plain(t),
        },
    )
}
