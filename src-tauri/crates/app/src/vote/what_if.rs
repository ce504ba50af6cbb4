//! What would be if somebody did not vote (rules §6.4): headcounts of an open vote, outcomes of one that was opened.

use sceau_domain::decision::{Attainable, Change, NO_QUORUM, WhatIf, WhatIfScope, attainable, what_if};
use sceau_domain::id::{DossierId, MemberId, MotionId};
use sceau_domain::interests::{Level, Recusal};
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::what_may_be_asked;

use super::count::Said;
use crate::desk::Desk;
use crate::error::{AppError, Result};

/// How somebody is thought not to have voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Recused: out of every base.
    Recused,
    /// Absent: no ballot, and still one of those who might have voted.
    Absent,
}

impl Desk {
    /// How many could still vote about a dossier if a member were recused, and whether that reaches the quorum. `None`:
    /// no vote is open, the member is no elector, or it is not for whoever sits here to ask.
    ///
    /// # Errors
    /// The dossier is not known, or the database.
    pub fn recusal_reaches(&self, dossier: DossierId, member: MemberId) -> Result<Option<Attainable>> {
        let Some((motion, state)) = self.last_motion(dossier) else { return Ok(None) };
        let asks = what_may_be_asked(self.board(), self.me()?, state, false).is_some();
        if state.closed_at.is_some() || !state.is_elector(member) || !asks {
            return Ok(None);
        }
        let change = Change { recuse: vec![recused(member)], ..Change::default() };
        let found = attainable(&self.session(motion, &Said::new())?, &change);
        found.map(Some).map_err(|error| AppError::Procedure(error.to_string()))
    }

    /// The electors about whom whoever sits here may ask what would have been; `opened`: the choices of the vote are.
    ///
    /// # Errors
    /// The motion is not known, or the database.
    pub(crate) fn whom_to_ask_about(&self, motion: MotionId, opened: bool) -> Result<Vec<MemberId>> {
        let state = self.motion(motion)?;
        if what_may_be_asked(self.board(), self.me()?, state, opened) != Some(WhatIfScope::Outcomes) {
            return Ok(Vec::new());
        }
        let before = self.recusals_before_closing(motion)?;
        let votes = |member: &MemberId| {
            let out = |one: &Recusal| one.level.takes_vote() && one.elector == member.to_string();
            !before.iter().any(out)
        };
        let electors = self.board().roster.iter().copied().filter(|member| state.is_elector(*member));
        Ok(electors.filter(votes).collect())
    }

    /// What an opened vote would have decided if an elector had not voted.
    ///
    /// # Errors
    /// [`Refusal::VoteStillOpen`] and [`Refusal::NotOpenYet`] before the opening, also where there was no quorum to open
    /// for; [`Refusal::NotByYou`] for whoever does not lead the dossier, and about whoever is no elector who may vote.
    pub fn what_if(&self, motion: MotionId, member: MemberId, apart: Apart) -> Result<WhatIf> {
        let count = self.count(motion)?;
        if count.decision.outcome == NO_QUORUM {
            return Err(Refusal::NotOpenYet.into());
        }
        if !self.whom_to_ask_about(motion, true)?.contains(&member) {
            return Err(Refusal::NotByYou.into());
        }
        let change = match apart {
            Apart::Recused => Change { recuse: vec![recused(member)], ..Change::default() },
            Apart::Absent => Change { absent: vec![member.to_string()], ..Change::default() },
        };
        let session = self.session(motion, &self.ballots_opened(motion)?.said)?;
        what_if(&session, &count.decision, &change).map_err(|error| AppError::Procedure(error.to_string()))
    }
}

fn recused(member: MemberId) -> Recusal {
    Recusal { elector: member.to_string(), level: Level::Full, criteria: Vec::new() }
}
