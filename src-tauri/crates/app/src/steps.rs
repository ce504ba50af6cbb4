//! What may be done next about a dossier, or why not yet: asked before a person fills in a form, answered by the same
//! rules that judge the act.

use sceau_domain::action::ActionKind;
use sceau_domain::appeal::second_look;
use sceau_domain::dossier::{Fact, Move, Stage, targets};
use sceau_domain::id::DossierId;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::dossier::{SAME_RAPPORTEURS, count, facts};
use crate::error::{AppError, Result};
use crate::label::day_in_paris;

/// A step that has its form on the page of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// The entry mark is reached: the board may read the dossier.
    Preselect,
    /// Reviewers are named, or exchanged.
    Assign,
    /// Scoring begins.
    OpenRound,
    /// The intake of sheets ends.
    CloseIntake,
    /// The chair begins another independent round.
    Rescore,
    /// The chair lets the board read a dossier under the entry mark.
    WaiveEntry,
    /// The dossier is not preselected.
    Decline,
    /// The publisher is told of a refusal.
    Notify,
    /// A deferred dossier goes on.
    Resume,
    /// A vote without its quorum is held again, before fewer.
    Recall,
    /// A vote is held anew: it had no quorum, or somebody was recused since.
    ReTable,
    /// A granted dossier goes back to the board.
    ReturnToBoard,
    /// The publisher takes the dossier back.
    Withdraw,
    /// The publisher appeals.
    Appeal,
    /// Whoever acts as chair accepts the appeal.
    AcceptAppeal,
    /// Whoever acts as chair dismisses the appeal.
    DismissAppeal,
    /// The examination begins again.
    ReExamine,
    /// A dossier that is examined again may go on.
    Admit,
    /// What a deferral waited for has not come.
    Lapse,
    /// The time to appeal is over.
    Close,
}

impl StepKind {
    /// The step of the procedure that is taken by hand; `None` for those that have an act of their own.
    #[must_use]
    pub const fn by_hand(self) -> Option<Move> {
        match self {
            Self::WaiveEntry => Some(Move::WaiveEntry),
            Self::Decline => Some(Move::Decline),
            Self::Notify => Some(Move::Notify),
            Self::Resume => Some(Move::Resume),
            Self::Recall => Some(Move::Recall),
            Self::ReTable => Some(Move::ReTable),
            Self::ReturnToBoard => Some(Move::ReturnToBoard),
            Self::Withdraw => Some(Move::Withdraw),
            Self::Appeal => Some(Move::Appeal),
            Self::AcceptAppeal => Some(Move::AcceptAppeal),
            Self::DismissAppeal => Some(Move::DismissAppeal),
            Self::ReExamine => Some(Move::ReExamine),
            Self::Admit => Some(Move::Admit),
            Self::Lapse => Some(Move::Lapse),
            Self::Close => Some(Move::Close),
            Self::Preselect | Self::Assign | Self::OpenRound | Self::CloseIntake | Self::Rescore => None,
        }
    }
}

impl StepKind {
    /// Whether the dossier waits for it; else it may be taken, and need not be.
    pub(crate) const fn is_owed(self) -> bool {
        !matches!(
            self,
            Self::Rescore
                | Self::WaiveEntry
                | Self::Recall
                | Self::ReTable
                | Self::ReturnToBoard
                | Self::Withdraw
                | Self::Appeal
                | Self::DismissAppeal
        )
    }
}

/// A step, and the rule that stands against it if one does.
#[derive(Debug)]
pub struct NextStep {
    /// Which.
    pub kind: StepKind,
    /// Why not now, or not by this person.
    pub refusal: Option<AppError>,
}

impl Desk {
    /// The steps that the stage of a dossier calls for, each judged for whoever sits at this desk.
    ///
    /// # Errors
    /// The dossier is not known.
    pub fn next_steps(&self, dossier: DossierId) -> Result<Vec<NextStep>> {
        use StepKind as K;
        let state = self.dossier(dossier)?;
        // What a desk cannot read it cannot weigh either: it is offered what everybody is.
        let below = || self.entry_gate(dossier).is_ok_and(|gate| gate == "gate.not-reached");
        let stage = self.stage(dossier)?;
        let mut kinds = match (stage, state.round().is_some_and(|r| r.closed_at.is_some())) {
            (Stage::Admissible, _) if below() => vec![K::Decline, K::WaiveEntry, K::Preselect],
            (Stage::Admissible, _) => vec![K::Preselect],
            (Stage::Received, _) => vec![K::Admit],
            (Stage::SecondLook, _) if second_look(state) == Some(Move::ReExamine) => vec![K::ReExamine],
            (Stage::Preselected | Stage::SecondLook, _) => vec![K::Assign],
            (Stage::Refused | Stage::NotPreselected | Stage::Inadmissible, _) => vec![K::Appeal, K::Close],
            (Stage::Appeal, _) => vec![K::AcceptAppeal, K::DismissAppeal],
            (Stage::Deferred, _) if self.is_overdue(dossier)? => vec![K::Lapse, K::Resume],
            (Stage::Assigned, _) => vec![K::OpenRound, K::Assign],
            (Stage::Scoring, false) => vec![K::CloseIntake, K::Assign],
            (Stage::Opened | Stage::Discussion, _) => vec![K::Rescore],
            (Stage::Deferred, _) => vec![K::Resume, K::Lapse],
            (Stage::RefusalDecided, _) => vec![K::Notify],
            (Stage::Tallied, _) => {
                let (second, anew) = self.votes_again(dossier)?;
                [(second, K::Recall), (anew, K::ReTable)]
                    .into_iter()
                    .filter_map(|(open, kind)| open.then_some(kind))
                    .collect()
            }
            (Stage::Granted, _) => vec![K::ReturnToBoard],
            _ => Vec::new(),
        };
        if targets(Some(stage), Move::Withdraw).contains(&Stage::Withdrawn) {
            kinds.push(K::Withdraw);
        }
        let judged =
            kinds.iter().map(|kind| NextStep { kind: *kind, refusal: self.judge(dossier, *kind).err() });
        Ok(judged.collect())
    }

    fn judge(&self, dossier: DossierId, kind: StepKind) -> Result<()> {
        let state = self.dossier(dossier)?;
        if let Some(step) = kind.by_hand() {
            return self.judge_by_hand(dossier, step);
        }
        match kind {
            StepKind::Preselect => {
                self.permitted(ActionKind::DossierMove, &[dossier.0, [0; 16]])?;
                self.preselection(dossier).map(drop)
            }
            StepKind::Assign => {
                let today = day_in_paris(self.env.now());
                let declared = || {
                    let seated = self.board().seated();
                    seated.filter(|member| state.may_read(*member) && !state.is_recused(*member))
                };
                let mut able =
                    declared().filter(|member| !state.declares_before_reviewing(*member, today)).peekable();
                let again = able.peek().is_some();
                let Some(member) = able.find(|member| !state.recourse.bars_rapporteur(*member)) else {
                    let code = match declared().next() {
                        _ if again => SAME_RAPPORTEURS,
                        Some(_) => "assign.ran-out",
                        None => "assign.undeclared",
                    };
                    return Err(AppError::Procedure(code.to_owned()));
                };
                if matches!(self.stage(dossier)?, Stage::Preselected | Stage::SecondLook) {
                    let wanted =
                        [("undeclared", count(0)), ("recused_assigned", count(0)), ("shortfall", count(0))];
                    self.judge_step(dossier, Move::Assign, &facts(wanted))?;
                }
                self.permitted(ActionKind::Assignment, &[dossier.0, member.0])
            }
            StepKind::OpenRound => {
                let frozen = self.grid_of(dossier).is_ok();
                self.judge_step(dossier, Move::OpenRound, &facts([("rules_frozen", Fact::Flag(frozen))]))?;
                self.permitted(ActionKind::Round, &[dossier.0, [0; 16]])?;
                let in_force = self.board().committee_in_force().is_some();
                if in_force { Ok(()) } else { Err(Refusal::CommitteeNotInForce.into()) }
            }
            StepKind::CloseIntake => {
                let round = state.round().ok_or(AppError::Unknown("round"))?.id;
                self.permitted(ActionKind::SheetsOpen, &[dossier.0, round.0])
            }
            StepKind::Rescore => self.judge_rescore(dossier),
            // Taken by hand: judged above.
            _ => Ok(()),
        }
    }

    /// Whether an act with this header would take effect now.
    pub(crate) fn permitted(&self, kind: ActionKind, objects: &[[u8; 16]]) -> Result<()> {
        match self.answer_to(kind, objects)? {
            Permission::Allowed => Ok(()),
            Permission::Refused(reason) => Err(AppError::Refused(reason)),
            Permission::Undecided(missing) => Err(AppError::Undecided(missing)),
        }
    }

    /// How an act with this header would be judged now.
    pub(crate) fn answer_to(&self, kind: ActionKind, objects: &[[u8; 16]]) -> Result<Permission> {
        let act = Act {
            member: self.me()?,
            device: self.device(),
            kind: kind.code(),
            objects,
            seq: self.head()?.next_seq,
            index: u64::MAX,
            received: self.env.now(),
        };
        Ok(permit(&act, self.board()))
    }
}
