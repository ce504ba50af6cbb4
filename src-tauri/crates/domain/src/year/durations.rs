//! How many days dossiers spent at each stage before the first decision. The clock stops while something is missing.

use alloc::vec::Vec;

use jiff::civil::Date;

use super::Read;
use super::table::{Cell, Head, Row, SUMMARY, Table, summary};
use crate::dossier::Stage;
use crate::fraction::{Fraction, whole};

/// Stages whose days are told, in the order of a dossier's life.
const STAGES: [Stage; 10] = [
    Stage::Received,
    Stage::Admissible,
    Stage::Preselected,
    Stage::Assigned,
    Stage::Scoring,
    Stage::Opened,
    Stage::Discussion,
    Stage::Ready,
    Stage::Voting,
    Stage::Tallied,
];

pub(super) fn table(cohort: &[&Read<'_>]) -> Option<Table> {
    let row = |head: Head, days: Vec<Fraction>| Row { head, cells: summary(days, Cell::short).into() };
    let of = |stage: Stage| cohort.iter().filter_map(|one| days(one, |at| at == stage)).collect::<Vec<_>>();
    let mut rows: Vec<Row> = STAGES
        .iter()
        .map(|stage| (stage, of(*stage)))
        .filter(|(_, days)| !days.is_empty())
        .map(|(stage, days)| row(Head::Stage(stage.name()), days))
        .collect();
    let whole_way = cohort.iter().filter_map(|one| days(one, |at| at != Stage::Incomplete)).collect();
    rows.push(row(Head::Word("whole-way"), whole_way));
    (!cohort.is_empty()).then_some(Table { code: "durations", subject: None, columns: SUMMARY.into(), rows })
}

/// Days that a dossier spent at some stages before its first decision; `None`: it was never there.
fn days(one: &Read<'_>, counts: impl Fn(Stage) -> bool) -> Option<Fraction> {
    let (end, _) = one.course.first_decision()?;
    let place = one.course.0.iter().position(|reached| reached.decision().is_some())?;
    let before = one.course.0.get(..place)?;
    let mut spent =
        before.iter().enumerate().filter(|(_, reached)| counts(reached.stage)).map(|(at, reached)| {
            let left = before.get(at + 1).map_or(end, |next| next.on);
            between(reached.on, left)
        });
    let first = spent.next()?;
    Some(whole(spent.fold(first, |sum, days| sum + days)))
}

fn between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()).max(0)
}
