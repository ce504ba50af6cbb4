//! What would be if somebody did not vote, as the window asks it.

use sceau_domain::id::{DossierId, MotionId};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Result;
use crate::view::judging::member_id;
use crate::vote::Apart;

/// How somebody is thought not to have voted, as the window writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each is")]
pub enum Asked {
    Recused,
    Absent,
}

/// An elector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Elector {
    pub member: String,
    pub name: String,
}

/// How many could still vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VoteReach {
    pub possible: u64,
    pub electors: u64,
    pub need: u64,
    pub met: bool,
}

/// What an opened vote would have decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct OtherOutcome {
    pub outcome: String,
    pub changes: bool,
}

impl Desk {
    /// What a recusal would leave of the vote that is open about a dossier; `None`: nothing is to be said of one.
    ///
    /// # Errors
    /// As [`Desk::recusal_reaches`].
    pub fn vote_reach(&self, dossier: DossierId, member: &str) -> Result<Option<VoteReach>> {
        let found = self.recusal_reaches(dossier, member_id(member)?)?;
        Ok(found.map(|one| VoteReach {
            possible: one.possible,
            electors: one.members,
            need: one.need,
            met: one.met,
        }))
    }

    /// What an opened vote would have decided without somebody.
    ///
    /// # Errors
    /// As [`Desk::what_if`].
    pub fn motion_what_if(&self, motion: MotionId, member: &str, apart: Asked) -> Result<OtherOutcome> {
        let apart = match apart {
            Asked::Recused => Apart::Recused,
            Asked::Absent => Apart::Absent,
        };
        let found = self.what_if(motion, member_id(member)?, apart)?;
        Ok(OtherOutcome { outcome: found.outcome, changes: found.changes })
    }

    pub(super) fn asked_about(&self, motion: MotionId, opened: bool) -> Result<Vec<Elector>> {
        let electors = self.whom_to_ask_about(motion, opened)?.into_iter();
        electors
            .map(|member| Ok(Elector { member: member.to_string(), name: self.name_of(member)? }))
            .collect()
    }
}
