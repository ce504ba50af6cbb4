//! The table of moves, row by row as the procedure states it.

use super::Hand::{self, Chair, Officers, Publisher, Secretariat};
use super::Move;
use super::Stage::{self, *};

/// A condition on one fact. An absent fact refuses, unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// Must be true.
    Holds(&'static str),
    /// Must be false.
    Not(&'static str),
    /// Must be false; absent means false.
    NotOrAbsent(&'static str),
    /// Must be zero.
    Zero(&'static str),
    /// Must be more than that.
    Above(&'static str, i64),
    /// Must be this code.
    Is(&'static str, &'static str),
}
use Guard::{Above, Holds, Is, Not, NotOrAbsent, Zero};

/// Where a move leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Always there.
    Stage(&'static [Stage; 1]),
    /// Where the fact `outcome` says.
    Outcome,
}

/// One row. An empty `from` means that the dossier does not exist yet.
pub(super) struct Row {
    pub from: &'static [Stage],
    pub step: Move,
    pub by: &'static [Hand],
    /// With the code of the refusal, in the order in which they are tried.
    pub guards: &'static [(Guard, &'static str)],
    pub to: Target,
}

const fn row(
    from: &'static [Stage],
    step: Move,
    by: &'static [Hand],
    guards: &'static [(Guard, &'static str)],
    to: &'static [Stage; 1],
) -> Row {
    Row { from, step, by, guards, to: Target::Stage(to) }
}

/// Every row, in the order of the procedure.
pub(super) const ROWS: &[Row] = &[
    row(&[], Move::Receive, &[Publisher, Secretariat], &[], &[Received]),
    row(
        &[Received],
        Move::RequestCompletion,
        &[Secretariat],
        &[(Above("missing_items", 0), "completion.nothing-asked")],
        &[Incomplete],
    ),
    row(
        &[Incomplete],
        Move::Complete,
        &[Publisher, Secretariat],
        &[(Holds("in_time"), "completion.too-late")],
        &[Received],
    ),
    row(
        &[Incomplete, Deferred],
        Move::Lapse,
        &[Secretariat],
        &[(Not("in_time"), "completion.not-yet-due")],
        &[Lapsed],
    ),
    row(
        &[Received],
        Move::Admit,
        &[Secretariat],
        &[
            (Zero("missing_items"), "admission.incomplete"),
            (Holds("grid_frozen"), "admission.grid-not-frozen"),
            (Zero("knock_outs_failed"), "admission.knock-out"),
        ],
        &[Admissible],
    ),
    row(
        &[Received],
        Move::Reject,
        &[Secretariat],
        &[(Holds("reason"), "admission.no-reason")],
        &[Inadmissible],
    ),
    row(
        &[Admissible],
        Move::Preselect,
        &[Secretariat],
        &[(Is("gate", "gate.reached"), "entry.not-reached")],
        &[Preselected],
    ),
    row(
        &[Admissible],
        Move::WaiveEntry,
        &[Chair],
        &[(Holds("reason"), "entry.no-reason"), (Holds("waiver_allowed"), "entry.no-waiver")],
        &[Preselected],
    ),
    row(
        &[Admissible],
        Move::Decline,
        &[Secretariat],
        &[
            (Is("gate", "gate.not-reached"), "entry.not-decided"),
            (Above("points_to_improve", 0), "refusal.no-points"),
        ],
        &[NotPreselected],
    ),
    row(
        &[Preselected, SecondLook],
        Move::Assign,
        &[Secretariat],
        &[
            (Zero("undeclared"), "assign.undeclared"),
            (Zero("recused_assigned"), "assign.recused"),
            (Zero("shortfall"), "assign.too-few"),
            (NotOrAbsent("same_rapporteurs"), "second-look.same-rapporteurs"),
        ],
        &[Assigned],
    ),
    row(
        &[Assigned],
        Move::OpenRound,
        &[Chair, Secretariat],
        &[(Holds("rules_frozen"), "round.rules-not-frozen")],
        &[Scoring],
    ),
    row(
        &[Scoring],
        Move::OpenSheets,
        &[Officers],
        &[(Above("officers", 1), "round.one-officer"), (Holds("sheets_ready"), "round.sheets-missing")],
        &[Opened],
    ),
    row(&[Opened], Move::Discuss, &[Chair], &[], &[Discussion]),
    row(
        &[Opened, Discussion],
        Move::Rescore,
        &[Chair],
        &[(Above("rounds_left", 0), "round.last-round-done")],
        &[Scoring],
    ),
    row(
        &[Opened, Discussion],
        Move::TableMotion,
        &[Chair],
        &[(Zero("verified_pending"), "motion.mark-pending"), (Holds("options_allowed"), "motion.gate")],
        &[Ready],
    ),
    row(
        &[Ready],
        Move::OpenVote,
        &[Chair, Secretariat],
        &[
            (Holds("electors_frozen"), "vote.electors-not-frozen"),
            (Holds("closing_in_future"), "vote.no-deadline"),
        ],
        &[Voting],
    ),
    row(
        &[Voting],
        Move::CloseVote,
        &[Chair, Secretariat],
        &[(Holds("closable"), "vote.still-open")],
        &[Tallied],
    ),
    row(
        &[Tallied],
        Move::Recall,
        &[Chair],
        &[
            (Is("outcome", "no-quorum"), "recall.quorum-was-met"),
            (Holds("second_allowed"), "recall.not-provided"),
        ],
        &[Ready],
    ),
    row(&[Tallied], Move::ReTable, &[Chair], &[(Holds("reason"), "vote.no-reason")], &[Ready]),
    Row {
        from: &[Tallied],
        step: Move::Record,
        by: &[Chair],
        guards: &[
            (Holds("matches_tally"), "decision.differs-from-tally"),
            (Holds("opinion_final"), "decision.no-opinion"),
        ],
        to: Target::Outcome,
    },
    row(&[Deferred], Move::Resume, &[Chair], &[(Holds("new_material"), "defer.nothing-new")], &[Preselected]),
    row(
        &[Granted],
        Move::Issue,
        &[Secretariat],
        &[
            (Holds("agreement_signed"), "issue.no-agreement"),
            (Is("grant_gate", "gate.reached"), "issue.gate"),
            (Holds("certificate_sealed"), "issue.not-sealed"),
        ],
        &[Labelled],
    ),
    row(&[Granted], Move::ReturnToBoard, &[Chair], &[(Holds("reason"), "decision.no-reason")], &[Discussion]),
    row(
        &[RefusalDecided],
        Move::Notify,
        &[Secretariat],
        &[
            (Above("points_to_improve", 0), "refusal.no-points"),
            (Holds("orientation"), "refusal.no-orientation"),
        ],
        &[Refused],
    ),
    row(
        &[Refused, NotPreselected, Inadmissible],
        Move::Appeal,
        &[Publisher],
        &[(Zero("appeals_used"), "appeal.already-used"), (Holds("in_time"), "appeal.too-late")],
        &[Appeal],
    ),
    row(
        &[Appeal],
        Move::AcceptAppeal,
        &[Chair],
        &[(Holds("ground"), "appeal.no-ground"), (NotOrAbsent("sat_on_decision"), "appeal.same-judge")],
        &[SecondLook],
    ),
    row(
        &[SecondLook],
        Move::ReExamine,
        &[Secretariat],
        &[(NotOrAbsent("same_examiner"), "second-look.same-examiner")],
        &[Received],
    ),
    row(
        &[Appeal],
        Move::DismissAppeal,
        &[Chair],
        &[(Holds("reason"), "appeal.no-reason"), (NotOrAbsent("sat_on_decision"), "appeal.same-judge")],
        &[Closed],
    ),
    row(
        &[Refused, NotPreselected, Inadmissible],
        Move::Close,
        &[Secretariat],
        &[(Not("in_time"), "close.appeal-open")],
        &[Closed],
    ),
    row(
        &[
            Received,
            Incomplete,
            Admissible,
            Preselected,
            Assigned,
            Scoring,
            Opened,
            Discussion,
            Ready,
            Voting,
            Tallied,
            Deferred,
            Granted,
            Appeal,
            SecondLook,
        ],
        Move::Withdraw,
        &[Publisher],
        &[],
        &[Withdrawn],
    ),
];
