//! What the public is told of a decision in numbers, beside its certificate: headcounts, totals, recusals, and how far the
//! reviewers' marks lie apart on each axis. Nothing about fewer people than the smallest group (rules §7).

use alloc::string::String;
use alloc::vec::Vec;

use crate::agreement::quantile;
use crate::decision::Decision;
use crate::fraction::{Fraction, decimal, fixed, plain};
use crate::grid::{Axis, Grid, HasClass, Sheet, Words};
use crate::interests::Recusal;
use crate::publication::{Choices, Publication, ballots, is_safe, publication, sum};

/// Nothing is published about fewer people, whatever bylaws say: three marks could be told from their quartiles.
pub const FEWEST: u64 = 5;

/// Heads of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heads {
    /// Electors who were not recused.
    pub electors: u64,
    /// Present, as the bylaws count it.
    pub present: u64,
    /// Needed for the quorum.
    pub needed: u64,
    /// Ballots that counted.
    pub voters: u64,
}

/// A code with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The code, as in its file.
    pub code: String,
    /// The words.
    pub title: Words,
}

/// How reviewers marked an axis. Decimals with a point, rounded as the grid shows marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisFigures {
    /// Which.
    pub axis: Named,
    /// Sheets that give it a mark.
    pub sheets: u64,
    /// First quartile.
    pub low: String,
    /// Median.
    pub median: String,
    /// Third quartile.
    pub high: String,
}

/// The published figures of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// No figure is about fewer people.
    pub smallest_group: u64,
    /// Heads; none where so few voted that nothing but the outcome is published.
    pub heads: Option<Heads>,
    /// Totals, and rows of colleges by code.
    pub ballots: Publication,
    /// The colleges that the rows name.
    pub colleges: Vec<Named>,
    /// How many were recused; how far, whose and why is nobody's to read here.
    pub recusals: u64,
    /// The mark is out of this.
    pub scale: String,
    /// The axes that enough reviewers marked, in grid order.
    pub axes: Vec<AxisFigures>,
}

/// What figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The decision of the rules.
    pub decision: &'k Decision,
    /// The recusals that it counted with.
    pub recusals: &'k [Recusal],
    /// The colleges of its bylaws.
    pub colleges: &'k [Named],
    /// The smallest group whose counts may be shown.
    pub smallest_group: u64,
    /// The grid of the dossier.
    pub grid: &'k Grid,
    /// Its HAS class.
    pub class: Option<HasClass>,
    /// The sheets that count.
    pub sheets: &'k [Sheet],
}

impl Figures {
    /// What of a decision may be published.
    #[must_use]
    pub fn of(known: &Known<'_>) -> Self {
        let decision = known.decision;
        let smallest_group = known.smallest_group.max(FEWEST);
        let counts = &decision.counts;
        let ballots = publication(&counts.by_college, smallest_group);
        let named = |code: &String| ballots.rows.iter().any(|row| row.colleges.contains(code));
        let heads = Heads {
            electors: counts.unrecused,
            present: decision.quorum.have,
            needed: decision.quorum.need,
            voters: counts.voters,
        };
        Self {
            smallest_group,
            heads: ballots.total.is_some().then_some(heads),
            colleges: known.colleges.iter().filter(|one| named(&one.code)).cloned().collect(),
            ballots,
            recusals: known.recusals.len() as u64,
            scale: plain(&known.grid.scale),
            axes: axes(known, smallest_group),
        }
    }

    /// Whether they add up and tell of nobody in particular: whoever published them, they are judged as they stand.
    #[must_use]
    pub fn are_sound(&self) -> bool {
        self.smallest_group >= FEWEST && self.ballots_are_sound() && self.axes_are_sound()
    }

    fn ballots_are_sound(&self) -> bool {
        let rows = &self.ballots.rows;
        let (Some(heads), Some(total)) = (&self.heads, &self.ballots.total) else {
            return self.heads.is_none() && self.ballots.total.is_none() && rows.is_empty();
        };
        let enough = heads.voters >= self.smallest_group && heads.voters <= heads.electors;
        let of = |choices: &Choices, one: &String| {
            choices.iter().find(|(choice, _)| choice == one).map(|(_, n)| *n)
        };
        let in_rows = sum(rows.iter().map(|row| &row.choices));
        let adds_up = rows.is_empty()
            || (total.iter().all(|(choice, n)| of(&in_rows, choice).unwrap_or_default() == *n)
                && in_rows.iter().all(|(choice, _)| of(total, choice).is_some()));
        let safe = rows.iter().all(|row| is_safe(&row.choices, self.smallest_group));
        enough && ballots(total) == heads.voters && adds_up && safe
    }

    fn axes_are_sound(&self) -> bool {
        self.axes.iter().all(|one| {
            let marks = [&one.low, &one.median, &one.high, &self.scale].map(|text| decimal(text));
            let [Some(low), Some(median), Some(high), Some(scale)] = marks else { return false };
            one.sheets >= self.smallest_group
                && low <= median
                && median <= high
                && high <= scale
                && low != high
        })
    }

    /// The words of a college; its code where it has none.
    #[must_use]
    pub fn college(&self, code: &str) -> Words {
        let named = self.colleges.iter().find(|one| one.code == code);
        named.map_or_else(|| Words { fr: code.into(), en: None }, |one| one.title.clone())
    }
}

fn axes(known: &Known<'_>, smallest_group: u64) -> Vec<AxisFigures> {
    let grid = known.grid;
    let marks = grid.axis_marks(known.class, known.sheets, known.recusals);
    let figures = |(axis, marks): (&Axis, Vec<Fraction>)| {
        let sheets = marks.len() as u64;
        let shown = |quarters: u32| {
            let found = quantile(&marks, &Fraction::new(quarters.into(), 4.into()))?;
            Some(fixed(&found, grid.decimals))
        };
        let (low, median, high) = (shown(1)?, shown(2)?, shown(3)?);
        let axis = Named { code: axis.code.clone(), title: axis.title.clone() };
        // Of one mind, they would tell what nearly each of them wrote.
        let safe = sheets >= smallest_group && low != high;
        safe.then_some(AxisFigures { axis, sheets, low, median, high })
    };
    grid.axes.iter().zip(marks).filter_map(figures).collect()
}
