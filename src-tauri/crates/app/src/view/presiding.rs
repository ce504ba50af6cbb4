//! Who acts as chair where the chair cannot, as screens say it, and what only officers can mend.

use sceau_domain::dossier::Stage;
use sceau_domain::id::{DossierId, MemberId};
use sceau_domain::permission::{acting_chair, judge_of_links, may_preside, stands_in};
use sceau_domain::refusal::Refusal;
use serde::{Deserialize, Serialize};

use super::dossiers::goes_on;
use crate::desk::Desk;
use crate::error::Result;

/// Who acts for the chair of a dossier; without a name: nobody may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct StandIn {
    pub name: Option<String>,
    pub me: bool,
}

impl Desk {
    /// Who acts for the chair of a dossier; `None` where the chair does, or where nobody has to any more. Who answers an
    /// appeal is said with the appeal.
    pub(crate) fn stand_in(&self, dossier: DossierId) -> Result<Option<StandIn>> {
        let (board, state) = (self.board(), self.dossier(dossier)?);
        if !goes_on(self.stage(dossier)?) || state.stage == Stage::Appeal {
            return Ok(None);
        }
        Ok(match acting_chair(board, state) {
            Some(member) if !stands_in(board, state, member) => None,
            Some(member) => Some(StandIn { name: Some(self.name_of(member)?), me: member == self.me()? }),
            None => Some(StandIn { name: None, me: false }),
        })
    }

    /// Dossiers that nobody may lead as chair, or in which nobody may decide about a declared link: a vice-chair has to
    /// be named.
    pub(crate) fn without_chair(&self) -> Result<usize> {
        let (board, mut waiting) = (self.board(), 0_usize);
        for (dossier, state) in &board.dossiers {
            if !goes_on(self.stage(*dossier)?) {
                continue;
            }
            let unjudged = |member| judge_of_links(board, state, member).is_none();
            let stuck = acting_chair(board, state).is_none() || self.to_judge(*dossier, state).any(unjudged);
            waiting = waiting.saturating_add(usize::from(stuck));
        }
        Ok(waiting)
    }

    /// Whether a decision about somebody's links made me act as chair of a dossier.
    pub(super) fn came_to_preside(&self, dossier: DossierId, kept_out: MemberId, me: MemberId) -> bool {
        let board = self.board();
        board.dossiers.get(&dossier).is_some_and(|state| {
            // Kept out, and not for want of a role in which to act.
            let passed_over = may_preside(board, state, kept_out) == Err(Refusal::Recused);
            passed_over && stands_in(board, state, me)
        })
    }
}
