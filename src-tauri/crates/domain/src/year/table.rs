//! Tables of figures, and what of them is withheld.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use num_traits::Zero;

use crate::agreement::quantile;
use crate::fraction::{Fraction, fixed, plain, rounded, whole};
use crate::id::MemberId;

/// A rate of fewer is shown as the two numbers alone (rules §9).
const FEWEST_FOR_PERCENT: u64 = 10;

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// So many.
    Count(u64),
    /// So many of so many; in percent only where there are enough.
    Share {
        /// How many.
        n: u64,
        /// Of how many.
        of: u64,
        /// In percent, rounded.
        percent: Option<String>,
    },
    /// A value, as a decimal text.
    Value(String),
    /// A share of votes in percent, as a decimal text.
    Percent(String),
    /// Too few people to be shown.
    Withheld,
    /// There is none.
    None,
}

impl Cell {
    /// A rate; none of nothing.
    pub(super) fn share(n: u64, of: u64) -> Self {
        if of == 0 {
            return Self::None;
        }
        let percent = (of >= FEWEST_FOR_PERCENT).then(|| fixed(&(whole(n * 100) / whole(of)), 0));
        Self::Share { n, of, percent }
    }

    /// A value with exactly so many decimals, as marks are shown.
    pub(super) fn exact(value: &Fraction, decimals: u32) -> Self {
        Self::Value(fixed(value, decimals))
    }

    /// A value with a decimal only where it has one, as days and sheets are counted.
    pub(super) fn short(value: &Fraction) -> Self {
        Self::Value(plain(&rounded(value, 1)))
    }
}

/// What a row or a column is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// A word of the procedure, by its code.
    Word(&'static str),
    /// A stage of a dossier's life, by its name.
    Stage(&'static str),
    /// A quarter, from 1.
    Quarter(u8),
    /// A label, by its code.
    Label(String),
    /// A HAS class.
    Class(String),
    /// A criterion, by its code.
    Criterion(String),
    /// A college, by its code.
    College(String),
    /// A category of links, by its code.
    Category(String),
    /// A state of a label, by its code.
    Standing(&'static str),
    /// Marks from the first number to the second, decimal texts; the first is among them, the second only at the end of
    /// the scale.
    Band(String, String),
    /// A number of things.
    Number(u64),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub head: Head,
    /// A figure for each column.
    pub cells: Vec<Cell>,
}

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Stable code.
    pub code: &'static str,
    /// What it is about, where there are several of a kind: a grid and its version.
    pub subject: Option<String>,
    /// What its columns are about.
    pub columns: Vec<Head>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Number, quartiles and median, in the order of [`SUMMARY`].
pub(super) fn summary(mut values: Vec<Fraction>, shown: impl Fn(&Fraction) -> Cell) -> [Cell; 4] {
    values.sort();
    let at = |quarters: u64| {
        let found = quantile(&values, &(whole(quarters) / whole(4)));
        found.map_or(Cell::None, |value| shown(&value))
    };
    [Cell::Count(values.len() as u64), at(1), at(2), at(3)]
}

/// What [`summary`] gives.
pub(super) const SUMMARY: [Head; 4] =
    [Head::Word("n"), Head::Word("low-quartile"), Head::Word("median"), Head::Word("high-quartile")];

/// The middle of some values; `None` of none.
pub(super) fn median(mut values: Vec<Fraction>) -> Option<Fraction> {
    values.sort();
    quantile(&values, &(whole(1) / whole(2)))
}

/// Something that people did, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is.
    pub head: Head,
    /// How often.
    pub n: u64,
    /// Who.
    pub people: BTreeSet<MemberId>,
}

/// Counts about people with their total, of which none speaks of fewer than `floor` of them, nor does what is left of the
/// total without the rows that stand alone: as votes are published (rules §7). Groups that are too small are counted
/// together, without being named; where that is not enough, so is the smallest of the others.
#[must_use]
pub fn grouped(groups: Vec<Group>, floor: u64) -> Vec<Row> {
    let row = |head: Head, cell: Cell| Row { head, cells: [cell].into() };
    let (mut shown, mut pool): (Vec<Group>, Vec<Group>) =
        groups.into_iter().filter(|group| group.n > 0).partition(|group| heads([group]) >= floor);
    if shown.is_empty() && pool.is_empty() {
        return Vec::new();
    }
    let total: u64 = shown.iter().chain(&pool).map(|group| group.n).sum();
    if heads(shown.iter().chain(&pool)) < floor {
        return [row(Head::Word("all"), Cell::Withheld)].into();
    }
    while !pool.is_empty() && heads(&pool) < floor {
        let smallest = shown.iter().enumerate().min_by_key(|(_, group)| (heads([*group]), group.n));
        let Some(at) = smallest.map(|(at, _)| at) else { break };
        pool.push(shown.remove(at));
    }
    let mut rows: Vec<Row> = Vec::new();
    let pooled: u64 = pool.iter().map(|group| group.n).sum();
    // Everything together is the total, which is said anyway.
    if !shown.is_empty() {
        rows.extend(shown.into_iter().map(|group| row(group.head, Cell::Count(group.n))));
        if !pooled.is_zero() {
            rows.push(row(Head::Word("together"), Cell::Count(pooled)));
        }
    }
    rows.push(row(Head::Word("all"), Cell::Count(total)));
    rows
}

/// Distinct people.
fn heads<'a>(groups: impl IntoIterator<Item = &'a Group>) -> u64 {
    groups.into_iter().flat_map(|group| &group.people).collect::<BTreeSet<_>>().len() as u64
}

/// For each cell the people of whom it speaks: whether it may be shown, and last whether a figure of all of them may be.
/// That one may not where it would give back what is withheld of fewer than `floor`.
pub(super) fn showable(cells: &[BTreeSet<MemberId>], floor: u64) -> (Vec<bool>, bool) {
    let enough = |people: &BTreeSet<MemberId>| people.len() as u64 >= floor;
    let shown: Vec<bool> = cells.iter().map(enough).collect();
    let union = |wanted: bool| -> BTreeSet<MemberId> {
        let chosen = cells.iter().zip(&shown).filter(|(_, shown)| **shown == wanted || wanted);
        chosen.flat_map(|(people, _)| people.iter().copied()).collect()
    };
    let (all, withheld) = (union(true), union(false));
    let whole = enough(&all) && (withheld.is_empty() || enough(&withheld));
    (shown, whole)
}
