//! Votes that were closed in the year.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;
use serde::Deserialize;

use super::table::{Cell, Head, Row, Table, median};
use super::{Read, quarter};
use crate::bylaws::Method;
use crate::fraction::{Fraction, fixed, whole};

/// A vote that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The day on which it was closed.
    pub on: Date,
    /// Whether its quorum was met.
    pub quorum: bool,
    /// Whether it was a second convocation.
    pub second: bool,
    /// Ballots for what was decided, of those for or against; none before it is on record.
    pub majority: Option<(u64, u64)>,
    /// Ballots that counted.
    pub ballots: u64,
}

/// A reason of a decision as a tally on record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Told {
    /// Its code, for example `majority.reached`.
    pub code: String,
    /// Parameters of the sentence.
    pub params: BTreeMap<String, String>,
}

/// Ballots for what was decided, of those for or against: of the last question that a tally answers. `None` where
/// colleges, a veto or a tie decided otherwise than the ballots did.
#[must_use]
pub fn deciding_share(method: Method, outcome: &str, reasons: &[Told]) -> Option<(u64, u64)> {
    let told = reasons.iter().rfind(|told| told.code.starts_with("majority."))?;
    let count = |name: &str| told.params.get(name)?.parse::<u64>().ok();
    let (in_favour, against) = (count("for")?, count("against")?);
    let won = match told.code.as_str() {
        "majority.reached" if told.params.get("option").is_some_and(|option| option == outcome) => in_favour,
        // Of several options, those that were given to another one went to none that was chosen.
        "majority.not-reached" if method != Method::Plurality => against,
        _ => return None,
    };
    Some((won, in_favour.saturating_add(against)))
}

pub(super) fn table(year: i16, all: &[Read<'_>], floor: u64) -> Option<Table> {
    let held: Vec<&Held> =
        all.iter().flat_map(|one| &one.facts.votes).filter(|vote| vote.on.year() == year).collect();
    let mut columns: Vec<Head> = (1..=4).map(Head::Quarter).collect();
    columns.push(Head::Word("all"));
    let of = |column: &Head| -> Vec<&Held> {
        let counts =
            |vote: &&&Held| *column == Head::Word("all") || *column == Head::Quarter(quarter(vote.on));
        held.iter().filter(counts).copied().collect()
    };
    let row = |name: &'static str, cell: &dyn Fn(&[&Held]) -> Cell| Row {
        head: Head::Word(name),
        cells: columns.iter().map(|column| cell(&of(column))).collect(),
    };
    let number = |held: &[&Held], counts: &dyn Fn(&Held) -> bool| {
        held.iter().filter(|vote| counts(vote)).count() as u64
    };
    let rows = [
        row("closed", &|held| Cell::Count(held.len() as u64)),
        row("no-quorum", &|held| Cell::share(number(held, &|vote| !vote.quorum), held.len() as u64)),
        row("second", &|held| Cell::share(number(held, &|vote| vote.second), held.len() as u64)),
        row("majority", &|held| majority(held, floor)),
    ];
    (!held.is_empty()).then_some(Table { code: "votes", subject: None, rows: rows.into(), columns })
}

/// The median share of what was decided. A vote of few counts for nothing here: a majority that nobody may be told of
/// must not be found again as the median of one.
fn majority(held: &[&Held], floor: u64) -> Cell {
    let decided: Vec<(&Held, (u64, u64))> =
        held.iter().filter_map(|vote| Some((*vote, vote.majority.filter(|(_, of)| *of > 0)?))).collect();
    let told: Vec<Fraction> = decided
        .iter()
        .filter(|(vote, _)| vote.ballots >= floor)
        .map(|(_, (won, of))| whole(won * 100) / whole(*of))
        .collect();
    match median(told) {
        Some(share) => Cell::Percent(fixed(&share, 0)),
        None if decided.is_empty() => Cell::None,
        None => Cell::Withheld,
    }
}
