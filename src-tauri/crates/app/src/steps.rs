//! What may be done next about a dossier, or why not yet: asked before a person fills in a form, answered by the same
//! rules that judge the act.

use sceau_domain::action::ActionKind;
use sceau_domain::dossier::{Fact, Move, Stage};
use sceau_domain::id::DossierId;
use sceau_domain::permission::{Act, Permission, permit};
use sceau_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::dossier::{count, facts};
use crate::error::{AppError, Result};

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
        let state = self.dossier(dossier)?;
        let kinds: &[StepKind] = match (state.stage, state.round().is_some_and(|r| r.closed_at.is_some())) {
            (Stage::Admissible, _) => &[StepKind::Preselect],
            (Stage::Preselected | Stage::SecondLook, _) => &[StepKind::Assign],
            (Stage::Assigned, _) => &[StepKind::OpenRound, StepKind::Assign],
            (Stage::Scoring, false) => &[StepKind::CloseIntake, StepKind::Assign],
            _ => &[],
        };
        let judged =
            kinds.iter().map(|kind| NextStep { kind: *kind, refusal: self.judge(dossier, *kind).err() });
        Ok(judged.collect())
    }

    fn judge(&self, dossier: DossierId, kind: StepKind) -> Result<()> {
        let state = self.dossier(dossier)?;
        match kind {
            StepKind::Preselect => {
                self.permitted(ActionKind::DossierMove, &[dossier.0, [0; 16]])?;
                self.preselection(dossier).map(drop)
            }
            StepKind::Assign => {
                let free = self
                    .board()
                    .seated()
                    .find(|member| state.may_read(*member) && !state.is_recused(*member));
                let Some(member) = free else {
                    return Err(AppError::Procedure("assign.undeclared".to_owned()));
                };
                if state.round().is_none() {
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
