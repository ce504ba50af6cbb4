//! Which step of a dossier's life an act implies, and how a step is named in a header.

use super::DossierState;
use crate::dossier::{Move, Stage, decided, targets};

/// Steps by number; a number is never used for another step.
const STEPS: [(u8, &str); 28] = [
    (1, "request-completion"),
    (2, "complete"),
    (3, "lapse"),
    (4, "admit"),
    (5, "reject"),
    (6, "preselect"),
    (7, "waive-entry"),
    (8, "decline"),
    (9, "assign"),
    (10, "open-round"),
    (11, "open-sheets"),
    (12, "discuss"),
    (13, "rescore"),
    (14, "table-motion"),
    (15, "open-vote"),
    (16, "close-vote"),
    (17, "recall"),
    (18, "re-table"),
    (19, "resume"),
    (20, "issue"),
    (21, "return-to-board"),
    (22, "notify"),
    (23, "appeal"),
    (24, "accept-appeal"),
    (25, "re-examine"),
    (26, "dismiss-appeal"),
    (27, "withdraw"),
    (28, "close"),
];

/// The object that names a step in a header.
#[must_use]
pub fn step_object(step: &str) -> [u8; 16] {
    let mut object = [0; 16];
    let code = STEPS.iter().find(|(_, name)| *name == step).map_or(0, |(code, _)| *code);
    if let Some(last) = object.last_mut() {
        *last = code;
    }
    object
}

/// The step that an object names.
#[must_use]
pub fn step_of(object: &[u8; 16]) -> Option<&'static str> {
    let (code, zeros) = object.split_last()?;
    let named = zeros.iter().all(|byte| *byte == 0);
    STEPS.iter().find(|(known, _)| named && known == code).map(|(_, name)| *name)
}

/// The stage after a step that was allowed; `None` where the step is not possible from here.
///
/// Headers show which step was taken; what the sealed facts of a step add is judged by [`crate::dossier::step`]
/// where the dossier's key is.
#[must_use]
fn after(stage: Stage, step: &str) -> Option<Stage> {
    targets(Some(stage), Move::read(step)?).first().copied()
}

/// The stage after a step from a decision whose outcome is sealed: the step shows which of them it was.
#[must_use]
fn after_decision(step: &str) -> Option<Stage> {
    [Stage::Granted, Stage::Deferred, Stage::RefusalDecided].into_iter().find_map(|stage| after(stage, step))
}

/// The stage after a step, as headers show it: where the outcome of a decision is sealed, the step says which it was.
/// `None` where it leads nowhere.
#[must_use]
pub fn possible(dossier: &DossierState, step: &str) -> Option<Stage> {
    if dossier.decision.is_some() && dossier.stage == Stage::Tallied {
        after_decision(step)
    } else {
        after(dossier.stage, step)
    }
}

/// The stage after a certificate has shown the outcome.
#[must_use]
pub(super) fn shown(stage: Stage, outcome: &str) -> Stage {
    match stage {
        Stage::Tallied => decided(outcome).unwrap_or(stage),
        _ => stage,
    }
}
