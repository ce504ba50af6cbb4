//! What came after its deadline: it waits outside the board until the chair accepts it, with a reason.

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DeviceId, DossierId, GroupId, MemberId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{Missing, may_preside};
use sceau_ledger::encoding::Record;
use sceau_ledger::header::EventName;
use sceau_ledger::payload::sealed::LateReason;
use sceau_ledger::replay::{Judged, Standing};

use crate::desk::Desk;
use crate::error::{AppError, Result};

/// A sheet or a ballot that came late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    /// Its name in the log.
    pub name: EventName,
    /// Whose.
    pub member: MemberId,
    /// A sheet or a ballot.
    pub kind: ActionKind,
    /// About which dossier.
    pub dossier: DossierId,
    /// When the registry received it.
    pub received: Moment,
}

impl Desk {
    /// What waits for the chair, in the order of receipt, as far as this laptop may know of it.
    #[must_use]
    pub fn late(&self) -> Vec<Late> {
        self.state.replay.waiting().iter().filter_map(|one| self.as_late(one)).collect()
    }

    /// Accepts a late sheet or ballot: from here on it counts like one that came in time. Only whoever acts as chair may, before
    /// anything is opened, and a ballot only where the bylaws provide for it.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `late.no-reason` or `late.not-provided`, [`AppError::Unknown`] for an act that does not
    /// wait for the chair, or the act is refused.
    pub fn accept_late(&mut self, device: DeviceId, seq: u64, reason: &str) -> Result<()> {
        let named = |one: &Late| (one.name.device, one.name.seq) == (device, seq);
        let late = self.late().into_iter().find(named).ok_or(AppError::Unknown("late act"))?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AppError::Procedure("late.no-reason".to_owned()));
        }
        if let Some(problem) = self.may_accept(&late)? {
            return Err(problem);
        }
        let action = Action::LateAccept { member: late.member, device, seq };
        let words = LateReason(reason.to_owned()).encode();
        self.act_beside(&action, GroupId::of_dossier(late.dossier), words).map(drop)
    }

    /// What stands against accepting a late act now, by this person.
    pub(crate) fn may_accept(&self, late: &Late) -> Result<Option<AppError>> {
        if late.kind == ActionKind::Ballot && !self.late_ballots_provided(late.name)? {
            return Ok(Some(AppError::Procedure("late.not-provided".to_owned())));
        }
        if let Err(why) = may_preside(self.board(), self.dossier(late.dossier)?, self.me()?) {
            return Ok(Some(why.into()));
        }
        Ok(self.permitted(ActionKind::LateAccept, &[late.member.0]).err())
    }

    /// Why a member's late acts were accepted, in the order of the log, as far as this laptop can read it.
    ///
    /// # Errors
    /// A reason that cannot be read.
    pub fn late_reasons(&self, member: MemberId) -> Result<Vec<String>> {
        let found = self.every::<LateReason>(ActionKind::LateAccept, member.0)?;
        Ok(found.into_iter().map(|(_, reason)| reason.0).collect())
    }

    /// The own acts of a kind about an object that came late and wait, in the order in which they were written.
    pub(crate) fn own_late(&self, kind: ActionKind, object: [u8; 16]) -> Result<Vec<&Judged>> {
        let me = self.me()?;
        let waits = |one: &&Judged| {
            one.member == me
                && one.standing == Standing::Undecided(Missing::Acceptance)
                && one.header.kind == kind.code()
                && one.header.objects.first() == Some(&object)
        };
        Ok(self.state.replay.waiting().iter().filter(waits).collect())
    }

    fn as_late(&self, one: &Judged) -> Option<Late> {
        if one.standing != Standing::Undecided(Missing::Acceptance) {
            return None;
        }
        let (kind, dossier) = match one.action.as_ref()? {
            Action::Sheet { dossier, .. } => (ActionKind::Sheet, *dossier),
            Action::Ballot { motion, .. } => (ActionKind::Ballot, self.board().motions.get(motion)?.dossier),
            _ => return None,
        };
        Some(Late { name: one.name, member: one.member, kind, dossier, received: one.received })
    }

    fn late_ballots_provided(&self, ballot: EventName) -> Result<bool> {
        let waiting = self.state.replay.waiting().iter().find(|one| one.name == ballot);
        let Some(Action::Ballot { motion, .. }) = waiting.and_then(|one| one.action.as_ref()) else {
            return Err(AppError::Unknown("late act"));
        };
        Ok(self.bylaws(&self.motion(*motion)?.terms.bylaws)?.late_may_be_accepted)
    }
}
