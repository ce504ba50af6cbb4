//! The life of a dossier: stages, moves, and who may make them on which facts.
//!
//! Facts are computed by other rules and checked again by everybody who holds the dossier's key. Guards are
//! tried in a stated order, so that two desks refuse with the same code. Drawing:
//! `src-tauri/docs/states/dossier.md`.

mod names;
mod table;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use names::{Hand, Move, Stage};
use table::{Guard, ROWS, Row, Target};

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// True or false.
    Flag(bool),
    /// A number of things.
    Count(i64),
    /// A code, such as a gate's or an outcome's.
    Code(String),
}

/// The facts that accompany a move, by name.
pub type Facts = BTreeMap<String, Fact>;

/// One arrow of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// From; none: the dossier did not exist.
    pub from: Option<Stage>,
    /// By what.
    pub step: Move,
    /// Where to.
    pub to: Stage,
}

impl Stage {
    /// Whether a newer version of a file of evidence may still come in: once sheets are open, everybody speaks of what
    /// was read.
    #[must_use]
    pub const fn takes_evidence(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::Incomplete
                | Self::Admissible
                | Self::Preselected
                | Self::Assigned
                | Self::Scoring
                | Self::Deferred
                | Self::Appeal
                | Self::SecondLook
        )
    }
}

/// Makes a move, or says why not.
///
/// # Errors
/// The stable code of the first guard that fails: `transition.not-from-here`, `transition.not-by-you`, then
/// the guards of the move in the order of the table.
pub fn step(from: Option<Stage>, step: Move, by: Hand, facts: &Facts) -> Result<Stage, &'static str> {
    let row = row(from, step).ok_or("transition.not-from-here")?;
    if !row.by.contains(&by) {
        return Err("transition.not-by-you");
    }
    for (guard, refusal) in row.guards {
        if !guard.holds(facts) {
            return Err(refusal);
        }
    }
    match row.to {
        Target::Stage([stage]) => Ok(*stage),
        Target::Outcome => match facts.get("outcome") {
            Some(Fact::Code(outcome)) => decided(outcome).ok_or("decision.no-outcome"),
            _ => Err("decision.no-outcome"),
        },
    }
}

/// The stage that a recorded outcome leads to; none for an outcome that decides nothing.
#[must_use]
pub fn decided(outcome: &str) -> Option<Stage> {
    match outcome {
        "grant" | "grant-with-reservations" => Some(Stage::Granted),
        "defer" => Some(Stage::Deferred),
        "refuse" => Some(Stage::RefusalDecided),
        _ => None,
    }
}

/// Where a move leads if all its guards hold, whoever makes it; several stages for `record` only.
#[must_use]
pub fn targets(from: Option<Stage>, step: Move) -> &'static [Stage] {
    row(from, step).map_or(&[], |row| row.to.stages())
}

/// Who may make a move from a stage.
#[must_use]
pub fn hands(from: Option<Stage>, step: Move) -> &'static [Hand] {
    row(from, step).map_or(&[], |row| row.by)
}

/// The facts that a move from a stage is judged on, in the order of its guards.
#[must_use]
pub fn facts_of(from: Option<Stage>, step: Move) -> Vec<&'static str> {
    row(from, step).map_or_else(Vec::new, |row| row.guards.iter().map(|(guard, _)| guard.fact()).collect())
}

/// Every arrow, sorted.
#[must_use]
pub fn edges() -> Vec<Edge> {
    let mut edges = Vec::new();
    for row in ROWS {
        let mut from: Vec<Option<Stage>> = row.from.iter().copied().map(Some).collect();
        if from.is_empty() {
            from.push(None);
        }
        for from in from {
            edges.extend(row.to.stages().iter().map(|to| Edge { from, step: row.step, to: *to }));
        }
    }
    edges.sort();
    edges
}

fn row(from: Option<Stage>, step: Move) -> Option<&'static Row> {
    ROWS.iter()
        .find(|row| row.step == step && from.map_or(row.from.is_empty(), |from| row.from.contains(&from)))
}

impl Guard {
    fn holds(self, facts: &Facts) -> bool {
        let flag = |name: &str| match facts.get(name) {
            Some(Fact::Flag(flag)) => Some(*flag),
            _ => None,
        };
        let count = |name: &str| match facts.get(name) {
            Some(Fact::Count(n)) => Some(*n),
            _ => None,
        };
        match self {
            Self::Holds(name) => flag(name) == Some(true),
            Self::Not(name) => flag(name) == Some(false),
            Self::NotOrAbsent(name) => !facts.contains_key(name) || flag(name) == Some(false),
            Self::Zero(name) => count(name) == Some(0),
            Self::Above(name, bound) => count(name).is_some_and(|n| n > bound),
            Self::Is(name, code) => facts.get(name) == Some(&Fact::Code(code.to_string())),
        }
    }

    fn fact(self) -> &'static str {
        match self {
            Self::Holds(name)
            | Self::Not(name)
            | Self::NotOrAbsent(name)
            | Self::Zero(name)
            | Self::Above(name, _)
            | Self::Is(name, _) => name,
        }
    }
}

impl Target {
    fn stages(self) -> &'static [Stage] {
        match self {
            Self::Stage(stage) => stage,
            Self::Outcome => &[Stage::Granted, Stage::Deferred, Stage::RefusalDecided],
        }
    }
}
