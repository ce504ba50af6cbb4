//! What happened to dossiers in the year, what the first decision was, and the labels in force at its end.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::course::Reached;
use super::table::{Cell, Head, Row, Table};
use super::{Read, quarter};
use crate::dossier::Move;
use crate::label::LabelState;

/// Why a dossier was not admitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejection {
    /// Prerequisites that it failed, by code; none where another reason was written, `None` where they cannot be read.
    pub prerequisites: Option<Vec<String>>,
}

/// What may happen in a year, in the order in which it is shown.
const HAPPENED: [&str; 14] = [
    "received",
    "completed",
    "inadmissible",
    "not-preselected",
    "preselected",
    "grant",
    "grant-with-reservations",
    "defer",
    "refuse",
    "withdrawn",
    "lapsed",
    "appeal",
    "appeal-accepted",
    "appeal-dismissed",
];

/// What a first decision may be, in the order in which it is shown.
const DECISIONS: [&str; 6] =
    ["grant", "grant-with-reservations", "defer", "refuse", "not-preselected", "inadmissible"];

/// By what dossiers are told apart.
#[derive(Clone, Copy)]
enum By {
    Quarter,
    Label,
    Class,
}

pub(super) fn tables(year: i16, all: &[Read<'_>], cohort: &[&Read<'_>]) -> Vec<Table> {
    let mut tables = Vec::new();
    for (by, happened, first) in [
        (By::Quarter, "happened-quarter", "first-quarter"),
        (By::Label, "happened-label", "first-label"),
        (By::Class, "happened-class", "first-class"),
    ] {
        tables.push(happened_by(year, all, by, happened));
        tables.push(first_by(cohort, by, first));
    }
    tables.push(open(year, all));
    tables.extend(prerequisites(year, all));
    tables.extend(standing(all));
    tables
}

/// What a step means to the year.
fn event(reached: &Reached) -> Option<&'static str> {
    reached.decision().or(match reached.by {
        Move::Receive => Some("received"),
        Move::Complete => Some("completed"),
        Move::Preselect | Move::WaiveEntry => Some("preselected"),
        Move::Withdraw => Some("withdrawn"),
        Move::Lapse => Some("lapsed"),
        Move::Appeal => Some("appeal"),
        Move::AcceptAppeal => Some("appeal-accepted"),
        Move::DismissAppeal => Some("appeal-dismissed"),
        _ => None,
    })
}

fn head(by: By, one: &Read<'_>, on: jiff::civil::Date) -> Head {
    match by {
        By::Quarter => Head::Quarter(quarter(on)),
        By::Label => Head::Label(one.facts.label.clone()),
        By::Class => one.facts.class.clone().map_or(Head::Word("no-class"), Head::Class),
    }
}

/// Columns that occur, quarters all four, and last the sum.
fn columns(by: By, found: BTreeSet<Head>) -> Vec<Head> {
    let mut columns: Vec<Head> = match by {
        By::Quarter => (1..=4).map(Head::Quarter).collect(),
        By::Label | By::Class => found.into_iter().collect(),
    };
    columns.push(Head::Word("all"));
    columns
}

fn happened_by(year: i16, all: &[Read<'_>], by: By, code: &'static str) -> Table {
    let mut found: Vec<(&'static str, Head)> = Vec::new();
    for one in all {
        for reached in one.course.0.iter().filter(|reached| reached.on.year() == year) {
            found.extend(event(reached).map(|event| (event, head(by, one, reached.on))));
        }
    }
    let columns = columns(by, found.iter().map(|(_, head)| head.clone()).collect());
    let rows = HAPPENED.map(|wanted| {
        let of = |column: &Head| {
            let counts = |(event, head): &&(&str, Head)| {
                *event == wanted && (head == column || *column == Head::Word("all"))
            };
            Cell::Count(found.iter().filter(counts).count() as u64)
        };
        Row { head: Head::Word(wanted), cells: columns.iter().map(of).collect() }
    });
    Table { code, subject: None, rows: rows.into(), columns }
}

fn first_by(cohort: &[&Read<'_>], by: By, code: &'static str) -> Table {
    let first = |one: &&Read<'_>| {
        let (on, decision) = one.course.first_decision()?;
        Some((decision, head(by, one, on)))
    };
    let found: Vec<(&str, Head)> = cohort.iter().filter_map(first).collect();
    let columns = columns(by, found.iter().map(|(_, head)| head.clone()).collect());
    let within = |column: &Head, wanted: Option<&str>| {
        let counts = |(decision, head): &&(&str, Head)| {
            (head == column || *column == Head::Word("all"))
                && wanted.is_none_or(|wanted| wanted == *decision)
        };
        found.iter().filter(counts).count() as u64
    };
    let mut rows: Vec<Row> = DECISIONS
        .iter()
        .map(|wanted| Row {
            head: Head::Word(wanted),
            cells: columns
                .iter()
                .map(|column| Cell::share(within(column, Some(wanted)), within(column, None)))
                .collect(),
        })
        .collect();
    let totals = columns.iter().map(|column| Cell::Count(within(column, None))).collect();
    rows.push(Row { head: Head::Word("decided"), cells: totals });
    Table { code, subject: None, columns, rows }
}

/// Dossiers without a decision, which no rate counts.
fn open(year: i16, all: &[Read<'_>]) -> Table {
    let count = |counts: &dyn Fn(&Read<'_>) -> bool| {
        [Cell::Count(all.iter().filter(|one| counts(one)).count() as u64)].into()
    };
    let rows = [
        Row { head: Head::Word("open"), cells: count(&|one| one.course.stood_open(year)) },
        Row { head: Head::Word("ended"), cells: count(&|one| one.course.ended_undecided(year)) },
    ];
    Table { code: "open", subject: None, columns: [Head::Word("dossiers")].into(), rows: rows.into() }
}

fn prerequisites(year: i16, all: &[Read<'_>]) -> Option<Table> {
    let mut heads: Vec<Head> = Vec::new();
    for one in all {
        let rejected =
            one.course.0.iter().any(|reached| reached.by == Move::Reject && reached.on.year() == year);
        if !rejected {
            continue;
        }
        match one.facts.rejection.as_ref().and_then(|rejection| rejection.prerequisites.as_deref()) {
            None => heads.push(Head::Word("unreadable")),
            Some([]) => heads.push(Head::Word("other-reason")),
            Some(failed) => heads.extend(failed.iter().cloned().map(Head::Criterion)),
        }
    }
    let kinds: BTreeSet<Head> = heads.iter().cloned().collect();
    let rows: Vec<Row> = kinds
        .into_iter()
        .map(|kind| {
            let n = heads.iter().filter(|head| **head == kind).count() as u64;
            Row { head: kind, cells: [Cell::Count(n)].into() }
        })
        .collect();
    let columns = [Head::Word("dossiers")].into();
    (!rows.is_empty()).then_some(Table { code: "prerequisites", subject: None, columns, rows })
}

/// States of a label that has not ended.
const IN_FORCE: [LabelState; 4] =
    [LabelState::Active, LabelState::ActiveProvisional, LabelState::FormalNotice, LabelState::Suspended];

/// Labels in force at the end of the year, by state.
fn standing(all: &[Read<'_>]) -> Option<Table> {
    let found: Vec<(&str, LabelState)> = all
        .iter()
        .filter_map(|one| Some((one.facts.label.as_str(), one.facts.standing?)))
        .filter(|(_, state)| IN_FORCE.contains(state))
        .collect();
    let labels: BTreeSet<&str> = found.iter().map(|(label, _)| *label).collect();
    let mut columns: Vec<Head> = labels.iter().map(|label| Head::Label((*label).into())).collect();
    columns.push(Head::Word("all"));
    let states = IN_FORCE.into_iter().filter(|state| found.iter().any(|(_, known)| known == state));
    let rows: Vec<Row> = states
        .map(|state| {
            let of = |label: Option<&&str>| {
                let counts = |(known, stands): &&(&str, LabelState)| {
                    *stands == state && label.is_none_or(|label| label == known)
                };
                Cell::Count(found.iter().filter(counts).count() as u64)
            };
            let mut cells: Vec<Cell> = labels.iter().map(|label| of(Some(label))).collect();
            cells.push(of(None));
            Row { head: Head::Standing(state.code()), cells }
        })
        .collect();
    (!rows.is_empty()).then_some(Table { code: "standing", subject: None, columns, rows })
}
