//! How far reviewers agree on one criterion (RAND/UCLA method), and when to stop scoring.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use num_traits::Signed;

use crate::fraction::{Fraction, whole};

/// Below this number of marks no figure is given.
pub const FEWEST_MARKS: usize = 3;

/// Which figure decides whether there is disagreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The disagreement index, for criteria with five or more distinct values.
    Index,
    /// A third low and a third high, for coarser ones.
    Thirds,
}

impl Decider {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Index => "di",
            Self::Thirds => "thirds",
        }
    }
}

/// How far the marks agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// Two camps.
    Disagreement,
    /// More than 95 % in the region of the median.
    Strong,
    /// More than 75 %.
    Consensus,
    /// More than half.
    Majority,
    /// No more than half.
    None,
    /// Fewer marks than it takes.
    TooFew,
}

impl Band {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Disagreement => "agreement.disagreement",
            Self::Strong => "agreement.strong",
            Self::Consensus => "agreement.consensus",
            Self::Majority => "agreement.majority",
            Self::None => "agreement.none",
            Self::TooFew => "agreement.too-few",
        }
    }
}

/// What the marks say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// High median, no disagreement.
    Favourable,
    /// Disagreement, or a middle median.
    Uncertain,
    /// Low median, no disagreement.
    Unfavourable,
}

impl Class {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Favourable => "favourable",
            Self::Uncertain => "uncertain",
            Self::Unfavourable => "unfavourable",
        }
    }
}

/// Everything about the marks of one criterion, on the scale 1–9. Percentiles are interpolated linearly
/// (type 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Median.
    pub median: Fraction,
    /// 30th percentile.
    pub p30: Fraction,
    /// 70th percentile.
    pub p70: Fraction,
    /// P70 − P30.
    pub ipr: Fraction,
    /// 2.35 + 1.5 · |5 − (P30 + P70) / 2|.
    pub ipras: Fraction,
    /// IPR / IPRAS.
    pub di: Fraction,
    /// Marks below 3.5.
    pub low: usize,
    /// Marks from 3.5 and below 6.5.
    pub middle: usize,
    /// Marks from 6.5.
    pub high: usize,
    /// Which figure decides.
    pub by: Decider,
    /// Share of the marks in the region of the median.
    pub share: Fraction,
    /// What they say.
    pub class: Class,
    /// To be discussed: disagreement, or no majority.
    pub discuss: bool,
}

/// Agreement on one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Marks counted.
    pub n: usize,
    /// How far they agree.
    pub band: Band,
    /// The figures; none with too few marks.
    pub figures: Option<Figures>,
}

/// All answers of the criterion are worth the same: there is no scale to put marks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("agreement.flat")]
pub struct Flat;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Region {
    Low,
    Middle,
    High,
}

/// A decimal constant of the method, in hundredths.
fn hundredths(n: i64) -> Fraction {
    Fraction::new(n.into(), 100.into())
}

fn region(r: &Fraction) -> Region {
    if *r < hundredths(350) {
        Region::Low
    } else if *r < hundredths(650) {
        Region::Middle
    } else {
        Region::High
    }
}

/// Points on the scale 1–9: 1 for the fewest of the criterion, 9 for the most, exact.
///
/// # Errors
/// [`Flat`] where fewest and most are the same.
pub fn on_nine(points: &Fraction, levels: &[Fraction]) -> Result<Fraction, Flat> {
    let (lo, hi) = levels.iter().min().zip(levels.iter().max()).ok_or(Flat)?;
    if lo == hi {
        return Err(Flat);
    }
    Ok(whole(1) + whole(8) * (points - lo) / (hi - lo))
}

/// Agreement of the points given to one criterion (those that are missing, n/a or recused left out).
/// `levels` are the points of each possible answer.
///
/// # Errors
/// [`Flat`] where all answers are worth the same.
pub fn agreement(levels: &[Fraction], points: &[Fraction], min_raters: usize) -> Result<Agreement, Flat> {
    let n = points.len();
    let mut marks = points.iter().map(|p| on_nine(p, levels)).collect::<Result<Vec<_>, _>>()?;
    marks.sort();
    let percentile = |tenths: u32| quantile(&marks, &Fraction::new(tenths.into(), 10.into()));
    let enough = n >= min_raters.max(1);
    let Some(((median, p30), p70)) = percentile(5).zip(percentile(3)).zip(percentile(7)).filter(|_| enough)
    else {
        return Ok(Agreement { n, band: Band::TooFew, figures: None });
    };
    let count = |wanted: Region| marks.iter().filter(|r| region(r) == wanted).count();
    let (low, middle, high) = (count(Region::Low), count(Region::Middle), count(Region::High));
    let ipr = &p70 - &p30;
    let asymmetry = (whole(5) - (&p30 + &p70) / whole(2)).abs();
    let ipras = hundredths(235) + hundredths(150) * asymmetry;
    let di = &ipr / &ipras;
    let distinct: BTreeSet<&Fraction> = levels.iter().collect();
    let by = if distinct.len() >= 5 { Decider::Index } else { Decider::Thirds };
    let disagreement = match by {
        Decider::Index => di > whole(1),
        Decider::Thirds => 3 * low >= n && 3 * high >= n,
    };
    let here = region(&median);
    let share = Fraction::new(count(here).into(), n.into());
    let band = if disagreement {
        Band::Disagreement
    } else if share > hundredths(95) {
        Band::Strong
    } else if share > hundredths(75) {
        Band::Consensus
    } else if share > hundredths(50) {
        Band::Majority
    } else {
        Band::None
    };
    let class = match here {
        _ if disagreement => Class::Uncertain,
        Region::Middle => Class::Uncertain,
        Region::High => Class::Favourable,
        Region::Low => Class::Unfavourable,
    };
    let discuss = matches!(band, Band::Disagreement | Band::None);
    let figures = Figures { median, p30, p70, ipr, ipras, di, low, middle, high, by, share, class, discuss };
    Ok(Agreement { n, band, figures: Some(figures) })
}

/// A quantile of sorted values by linear interpolation (type 7): h = (n − 1) p.
pub(crate) fn quantile(sorted: &[Fraction], share: &Fraction) -> Option<Fraction> {
    let last = sorted.len().checked_sub(1)?;
    let h = whole(last) * share;
    let below = usize::try_from(h.floor().to_integer()).ok()?;
    let lower = sorted.get(below)?;
    let upper = sorted.get(below + 1).unwrap_or(lower);
    Some(lower + (upper - lower) * (h - whole(below)))
}

/// A criterion on the agenda of the discussion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its place in the grid.
    pub place: usize,
    /// Its weight.
    pub weight: Fraction,
    /// Its agreement.
    pub agreement: Agreement,
}

/// Orders the discussion: disagreement first, then index falling, weight falling, grid order.
pub fn order_agenda(items: &mut [AgendaItem]) {
    let index = |item: &AgendaItem| item.agreement.figures.as_ref().map(|f| f.di.clone());
    items.sort_by(|a, b| {
        let torn = |item: &AgendaItem| item.agreement.band == Band::Disagreement;
        (torn(b).cmp(&torn(a)))
            .then_with(|| index(b).cmp(&index(a)))
            .then_with(|| b.weight.cmp(&a.weight))
            .then_with(|| a.place.cmp(&b.place))
    });
}

/// Why scoring stops. Stopping ends scoring, not debate: the vote decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Nothing is to be discussed.
    NothingToDiscuss,
    /// The last round is done.
    LastRound,
    /// No criterion changed band and fewer than a tenth of the marks changed.
    Stable,
}

/// What a round ended with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundEnd {
    /// Criteria with enough marks to say how far they agree.
    pub measured: usize,
    /// Criteria to discuss.
    pub to_discuss: usize,
    /// Number of this round, from 1.
    pub round: u32,
    /// Rounds at most, frozen before the first.
    pub max_rounds: u32,
    /// Criteria whose band changed since the round before.
    pub bands_changed: usize,
    /// Marks that changed since the round before.
    pub marks_changed: usize,
    /// Marks in all.
    pub marks: usize,
}

/// Should scoring stop after this round? The first reason that is true. Where agreement cannot be measured, that nothing
/// is to be discussed says nothing.
#[must_use]
pub fn stop(end: &RoundEnd) -> Option<Stop> {
    if end.to_discuss == 0 && end.measured > 0 {
        Some(Stop::NothingToDiscuss)
    } else if end.round >= end.max_rounds {
        Some(Stop::LastRound)
    } else if end.round > 1 && end.bands_changed == 0 && 10 * end.marks_changed < end.marks {
        Some(Stop::Stable)
    } else {
        None
    }
}
