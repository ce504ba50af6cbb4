//! Which step of a dossier's life an act implies, and how a step is named in a header.

use crate::dossier::Stage;

/// Steps by number; a number is never used for another step.
const STEPS: [(u8, &str); 27] = [
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
/// Only the edges that headers show are walked here; what the sealed facts of a step add is judged by
/// [`crate::dossier`] where the dossier's key is.
#[must_use]
pub(super) fn after(stage: Stage, step: &str) -> Option<Stage> {
    use Stage as S;
    let next = match (stage, step) {
        (S::Received, "request-completion") => S::Incomplete,
        (S::Incomplete, "complete") | (S::SecondLook, "re-examine") => S::Received,
        (S::Incomplete | S::Deferred, "lapse") => S::Lapsed,
        (S::Received, "admit") => S::Admissible,
        (S::Received, "reject") => S::Inadmissible,
        (S::Admissible, "preselect" | "waive-entry") | (S::Deferred, "resume") => S::Preselected,
        (S::Admissible, "decline") => S::NotPreselected,
        (S::Preselected | S::SecondLook, "assign") => S::Assigned,
        (S::Assigned, "open-round") | (S::Opened | S::Discussion, "rescore" | "open-round") => S::Scoring,
        (S::Scoring, "open-sheets") => S::Opened,
        (S::Opened, "discuss") | (S::Granted, "return-to-board") => S::Discussion,
        (S::Opened | S::Discussion, "table-motion") | (S::Tallied, "recall" | "re-table") => S::Ready,
        (S::Ready, "open-vote") => S::Voting,
        (S::Voting, "close-vote") => S::Tallied,
        (S::Granted, "issue") => S::Labelled,
        (S::RefusalDecided, "notify") => S::Refused,
        (S::Refused | S::NotPreselected | S::Inadmissible, "appeal") => S::Appeal,
        (S::Appeal, "accept-appeal") => S::SecondLook,
        (S::Appeal, "dismiss-appeal") => S::Closed,
        (_, "withdraw") => S::Withdrawn,
        _ => return None,
    };
    Some(next)
}

/// The stage after the decision was recorded.
#[must_use]
pub(super) fn recorded(stage: Stage, outcome: &str) -> Stage {
    match (stage, outcome) {
        (Stage::Tallied, "grant" | "grant-with-reservations") => Stage::Granted,
        (Stage::Tallied, "defer") => Stage::Deferred,
        (Stage::Tallied, "refuse") => Stage::RefusalDecided,
        _ => stage,
    }
}
