//! What would change if. Another person's ballot is never an argument.

use alloc::string::String;
use alloc::vec::Vec;

use super::session::{Ballot, Session};
use super::{Decision, DecisionError, decide};
use crate::bylaws::Bylaws;
use crate::interests::Recusal;

/// A change of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Further recusals.
    pub recuse: Vec<Recusal>,
    /// People who leave attendance and ballots.
    pub absent: Vec<String>,
    /// People who attend.
    pub attend: Vec<String>,
    /// Other bylaws.
    pub bylaws: Option<Bylaws>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// Outcome of the changed session.
    pub outcome: String,
    /// Would the quorum be met?
    pub quorum_met: bool,
    /// Does the outcome differ from the real one?
    pub changes: bool,
}

/// How much of an answer may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfScope {
    /// Only the quorum and the colleges: headcounts, to everyone alike.
    Headcounts,
    /// Outcomes too.
    Outcomes,
}

/// Before closing, and in a secret vote always, only headcount questions are answered. In a roll call after
/// the opening, whoever leads or runs the board may ask about outcomes.
#[must_use]
pub fn what_if_scope(secret: bool, opened: bool, leads_or_runs_the_board: bool) -> WhatIfScope {
    if !secret && opened && leads_or_runs_the_board { WhatIfScope::Outcomes } else { WhatIfScope::Headcounts }
}

impl Change {
    /// The changed session.
    #[must_use]
    pub fn applied_to(&self, session: &Session) -> Session {
        let mut changed = session.clone();
        changed.recusals.extend(self.recuse.iter().cloned());
        changed.meeting.attending.extend(self.attend.iter().cloned());
        changed.meeting.attending.retain(|id| !self.absent.contains(id));
        changed.ballots.retain(|b| !self.absent.contains(&b.elector));
        if let Some(bylaws) = &self.bylaws {
            changed.bylaws = bylaws.clone();
        }
        changed
    }
}

/// How many could vote at most, and whether that is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attainable {
    /// Those who could.
    pub possible: u64,
    /// Voting members in office, whoever is recused among them.
    pub members: u64,
    /// The quorum.
    pub need: u64,
    /// Whether quorum and minima of colleges are met once all of them vote.
    pub met: bool,
}

/// The headcount of the changed session if everybody voted who may. Not one ballot of the session is looked at: before the
/// opening, who has voted and who has not must not be told by it.
///
/// # Errors
/// As [`decide`].
pub fn attainable(session: &Session, change: &Change) -> Result<Attainable, DecisionError> {
    let mut all = change.applied_to(session);
    let seats = all.roster.members.iter().map(|seat| &seat.id);
    let there: Vec<String> = seats.filter(|id| !change.absent.contains(id)).cloned().collect();
    all.meeting.attending.extend(there.iter().cloned());
    // A choice that is valid under all bylaws, and decides nothing.
    let ballot = |elector| Ballot {
        elector,
        choice: "abstain".into(),
        received_at: None,
        cast_by: None,
        late_accepted: false,
        safety: false,
    };
    all.ballots = there.into_iter().map(ballot).collect();
    let decision = decide(&all)?;
    Ok(Attainable {
        possible: decision.quorum.have,
        members: decision.counts.members,
        need: decision.quorum.need,
        met: decision.quorum.met,
    })
}

/// Decides the changed session and compares.
///
/// # Errors
/// As [`decide`].
pub fn what_if(session: &Session, real: &Decision, change: &Change) -> Result<WhatIf, DecisionError> {
    let other = decide(&change.applied_to(session))?;
    Ok(WhatIf {
        changes: other.outcome != real.outcome,
        quorum_met: other.quorum.met,
        outcome: other.outcome,
    })
}
