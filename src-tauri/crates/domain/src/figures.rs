//! What the public is told of a decision in numbers, beside its certificate: headcounts, totals, recusals, and how far the
//! reviewers' marks lie apart on each axis. Nothing about fewer people than the smallest group (rules §7).

use alloc::string::String;
use alloc::vec::Vec;

use crate::agreement::quantile;
use crate::decision::Decision;
use crate::fraction::{Fraction, fixed, plain};
use crate::grid::{Axis, Grid, HasClass, Sheet, Words};
use crate::interests::{Level, Recusal};
use crate::publication::{Publication, publication};

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

/// Recusals by level; whose and why is nobody's to read here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recusals {
    /// From everything.
    pub full: u64,
    /// From marking and voting, not from reading and speaking.
    pub discuss: u64,
    /// From some criteria.
    pub criterion: u64,
}

impl Recusals {
    /// All of them.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.full.saturating_add(self.discuss).saturating_add(self.criterion)
    }
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
    /// How many were recused.
    pub recusals: Recusals,
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
        let Known { decision, smallest_group, .. } = *known;
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
            recusals: recusals(known.recusals),
            scale: plain(&known.grid.scale),
            axes: axes(known),
        }
    }

    /// The words of a college; its code where it has none.
    #[must_use]
    pub fn college(&self, code: &str) -> Words {
        let named = self.colleges.iter().find(|one| one.code == code);
        named.map_or_else(|| Words { fr: code.into(), en: None }, |one| one.title.clone())
    }
}

fn recusals(recusals: &[Recusal]) -> Recusals {
    let count = |level: Level| recusals.iter().filter(|one| one.level == level).count() as u64;
    Recusals { full: count(Level::Full), discuss: count(Level::Discuss), criterion: count(Level::Criterion) }
}

fn axes(known: &Known<'_>) -> Vec<AxisFigures> {
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
        (sheets >= known.smallest_group).then_some(AxisFigures { axis, sheets, low, median, high })
    };
    grid.axes.iter().zip(marks).filter_map(figures).collect()
}
