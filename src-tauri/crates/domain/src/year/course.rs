//! A dossier's way through its stages, day by day.

use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;

use crate::dossier::{Move, Stage, decided, targets};

/// A step on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The day on which it was received, in Paris.
    pub on: Date,
    /// Which.
    pub step: Move,
    /// Of a decision, its outcome, where it can be read.
    pub outcome: Option<String>,
}

/// A stage that a dossier reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reached {
    pub stage: Stage,
    pub on: Date,
    /// By which step.
    pub by: Move,
    pub outcome: Option<String>,
}

/// The stages that a dossier reached, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course(pub Vec<Reached>);

impl Course {
    /// The course that steps make. A step that leads nowhere from where the dossier stands is none of its course.
    pub fn of(steps: &[Happened]) -> Self {
        let mut reached: Vec<Reached> = Vec::new();
        for happened in steps {
            let from = reached.last().map(|last| last.stage);
            let to = match (happened.step, &happened.outcome) {
                (Move::Record, Some(outcome)) => {
                    decided(outcome).filter(|_| !targets(from, Move::Record).is_empty())
                }
                // Where it went cannot be read.
                (Move::Record, None) => None,
                (step, _) => targets(from, step).first().copied(),
            };
            if let Some(stage) = to {
                let Happened { on, step, outcome } = happened.clone();
                reached.push(Reached { stage, on, by: step, outcome });
            }
        }
        Self(reached)
    }

    /// When and what was decided about it first: at the door, before the board, or by it. The code of the outcome.
    pub fn first_decision(&self) -> Option<(Date, &'static str)> {
        self.0.iter().find_map(|one| Some((one.on, one.decision()?)))
    }

    /// Whether it had neither a decision nor an end by the last day of a year in which it had been received.
    pub fn stood_open(&self, year: i16) -> bool {
        let until: Vec<&Reached> = self.0.iter().filter(|one| one.on.year() <= year).collect();
        !until.is_empty() && until.iter().all(|one| one.decision().is_none() && !one.is_end())
    }

    /// Whether it ended in a year without any decision.
    pub fn ended_undecided(&self, year: i16) -> bool {
        self.first_decision().is_none() && self.0.iter().any(|one| one.on.year() == year && one.is_end())
    }
}

impl Reached {
    /// The decision that leads here, if it is one.
    pub fn decision(&self) -> Option<&'static str> {
        Some(match (self.by, self.stage) {
            (Move::Reject, _) => "inadmissible",
            (Move::Decline, _) => "not-preselected",
            (Move::Record, Stage::Granted) => match self.outcome.as_deref() {
                Some("grant-with-reservations") => "grant-with-reservations",
                _ => "grant",
            },
            (Move::Record, Stage::Deferred) => "defer",
            (Move::Record, Stage::RefusalDecided) => "refuse",
            _ => return None,
        })
    }

    const fn is_end(&self) -> bool {
        matches!(self.stage, Stage::Lapsed | Stage::Withdrawn | Stage::Closed)
    }
}
