//! The year's figures (rules §9): what came of the dossiers, how long it took, how votes went, and who stepped back.
//!
//! Facts come in, tables go out. Whoever gathers the facts gives those that they may read, and nothing here adds a guess
//! to them. Figures about people are withheld where they would speak of too few, in such a way that no subtraction gives
//! them back.
//!
//! | here | what |
//! | --- | --- |
//! | [`table`] | cells, heads, and the withholding |
//! | [`course`] | a dossier's stages by day, from the steps on record |
//! | [`outcomes`] | what happened, and what the first decision was |
//! | [`durations`] | days at each stage, the completion clock stopped |
//! | [`marks`] | the three marks, beside what is known of the reference population |
//! | [`votes`] | quorum, second convocations, majorities |
//! | [`reviewers`] | sheets, rounds, agreement, recusals |

mod course;
mod durations;
mod marks;
mod outcomes;
mod reviewers;
mod table;
mod votes;

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;

pub use course::Happened;
pub use marks::{KNOWN, KnownPopulation, Marked};
pub use outcomes::Rejection;
pub use reviewers::{Recused, Scored, alpha};
pub use table::{Cell, Group, Head, Row, Table, grouped};
pub use votes::{Held, Told, deciding_share};

use crate::label::LabelState;
use course::Course;

/// Fewest people that a figure speaks of, whatever bylaws say.
pub use crate::figures::FEWEST;

/// A dossier as its records tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierFacts {
    /// Code of the label asked for.
    pub label: String,
    /// HAS class, where it has one that can be read.
    pub class: Option<String>,
    /// Its steps, in the order of the log.
    pub steps: Vec<Happened>,
    /// Why it was not admitted, where it was not.
    pub rejection: Option<Rejection>,
    /// Its marks; none where they cannot be read.
    pub marks: Option<Marked>,
    /// Its votes that were closed.
    pub votes: Vec<Held>,
    /// Its rounds whose sheets are open, the first one first.
    pub rounds: Vec<Scored>,
    /// Who was recused, and when that was decided.
    pub recusals: Vec<Recused>,
    /// How its label stands on the last day of the year, or today if that comes first.
    pub standing: Option<LabelState>,
}

/// The figures of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearFigures {
    /// Whether anything was decided about any dossier for the first time.
    pub decisions: usize,
    /// Fewest people that a figure about people speaks of.
    pub smallest_group: u64,
    /// The tables, in the order in which they are shown.
    pub tables: Vec<Table>,
}

impl YearFigures {
    /// The figures of a year from the dossiers of the board.
    #[must_use]
    pub fn of(year: i16, dossiers: &[DossierFacts], smallest_group: u64) -> Self {
        let smallest_group = smallest_group.max(FEWEST);
        let read: Vec<Read<'_>> =
            dossiers.iter().map(|facts| Read { facts, course: Course::of(&facts.steps) }).collect();
        // Denominators are dossiers with a first decision in the year (rules §9).
        let cohort: Vec<&Read<'_>> = read
            .iter()
            .filter(|one| one.course.first_decision().is_some_and(|(on, _)| on.year() == year))
            .collect();
        let mut tables = outcomes::tables(year, &read, &cohort);
        tables.extend(durations::table(&cohort));
        tables.extend(marks::tables(&cohort, smallest_group));
        tables.extend(votes::table(year, &read, smallest_group));
        tables.extend(reviewers::tables(year, &read, &cohort, smallest_group));
        Self { decisions: cohort.len(), smallest_group, tables }
    }
}

/// The day of a dossier's first decision: at the door, before the board, or by it.
#[must_use]
pub fn first_decision(steps: &[Happened]) -> Option<Date> {
    Course::of(steps).first_decision().map(|(on, _)| on)
}

/// The years in which something is on record, the latest first.
#[must_use]
pub fn years<'a>(steps: impl Iterator<Item = &'a Happened>) -> Vec<i16> {
    steps.map(|step| step.on.year()).collect::<BTreeSet<i16>>().into_iter().rev().collect()
}

/// A dossier with its course.
struct Read<'a> {
    facts: &'a DossierFacts,
    course: Course,
}

/// Quarter of a day, from 1.
fn quarter(on: Date) -> u8 {
    u8::try_from((on.month() - 1) / 3 + 1).unwrap_or(1)
}
