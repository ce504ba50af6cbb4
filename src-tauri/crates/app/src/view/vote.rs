//! The vote as an elector sees it: what is asked, how secret it is, the choices, and what became of the own ballot.
//! Nobody's choice is here, not even the reader's own: whoever looks over the shoulder learns that a ballot is in.

use sceau_domain::action::{Action, ActionKind, VoteMode};
use sceau_domain::board::{Ballot, MotionState};
use sceau_domain::decision::Decision;
use sceau_domain::id::{MemberId, MotionId};
use sceau_domain::permission::{Missing, Permission};
use sceau_domain::visibility::may_read_dossier;
use sceau_ledger::device::Digits;
use sceau_ledger::tree::sha256;
use serde::{Deserialize, Serialize};

use super::Text;
use super::majority::MajorityView;
use crate::desk::{Catalogued, Desk};
use crate::error::{AppError, Result};

/// How far a vote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the window's contract says what each state is")]
pub enum VoteState {
    Open,
    Due,
    Closed,
    Counted,
    Decided,
}

/// My ballot: that it is in, never for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MyBallot {
    pub at: u64,
    pub received: bool,
    pub tracking: String,
    pub replaces: usize,
    pub counts: Option<bool>,
    pub late: bool,
}

/// A motion in the list of votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VoteLine {
    pub motion: String,
    pub dossier: String,
    pub solution: String,
    pub question: Text,
    pub deadline: u64,
    pub state: VoteState,
    pub ballot: Option<MyBallot>,
    pub outcome: Option<String>,
}

/// The votes of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VotesView {
    pub now: u64,
    pub open: Vec<VoteLine>,
    pub past: Vec<VoteLine>,
}

/// The electors of a college, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VoteCollege {
    pub title: Text,
    pub mine: bool,
    pub electors: Vec<String>,
}

/// How secret a vote is, computed from what was frozen with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Secrecy {
    pub mode: String,
    pub openers: usize,
    pub officers: usize,
    pub smallest_group: u64,
    pub unanimity_shows: bool,
}

/// The headcount of a vote: how many, never for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Headcount {
    pub met: bool,
    pub need: u64,
    pub have: u64,
    pub voters: u64,
    pub electors: u64,
}

impl From<&Decision> for Headcount {
    fn from(counted: &Decision) -> Self {
        Self {
            met: counted.quorum.met,
            need: counted.quorum.need,
            have: counted.quorum.have,
            voters: counted.counts.voters,
            electors: counted.counts.unrecused,
        }
    }
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct VoteView {
    pub now: u64,
    pub motion: String,
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub solution_version: String,
    pub publisher: String,
    pub summary: Option<Text>,
    pub label: Option<Text>,
    pub months: Option<u32>,
    pub question: Text,
    pub options: Vec<String>,
    pub deadline: u64,
    pub state: VoteState,
    pub secrecy: Secrecy,
    pub colleges: Vec<VoteCollege>,
    pub headcount: Headcount,
    pub majority: MajorityView,
    pub comparison: bool,
    pub safety_block_at: Option<u64>,
    pub may_be_late: bool,
    pub ballot: Option<MyBallot>,
    pub outcome: Option<String>,
}

/// Reads a motion's id as screens hold it.
///
/// # Errors
/// Not an id of ours.
pub fn motion_id(text: &str) -> Result<MotionId> {
    text.parse().map_err(|_| AppError::Unknown("motion"))
}

/// The number by which a sealed ballot is found in the list of those that counted: twenty digits of its box's hash.
pub(crate) fn tracking(sealed_key: &[u8]) -> String {
    Digits::of_hash(&sha256(sealed_key)).to_string()
}

impl Desk {
    /// Whether a vote is mine: an elector who is not recused and may read the dossier. For everybody else it is absent.
    pub(crate) fn votes_in(&self, state: &MotionState, me: MemberId) -> bool {
        let board = self.board();
        let recused = board.dossiers.get(&state.dossier).is_none_or(|dossier| dossier.is_recused(me));
        state.is_elector(me) && !recused && may_read_dossier(board, me, state.dossier)
    }

    /// The votes that are mine, open ones by deadline, past ones newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn votes_view(&self) -> Result<VotesView> {
        let me = self.me()?;
        let (mut open, mut past) = (Vec::new(), Vec::new());
        for (motion, state) in self.board().motions.iter().filter(|(_, state)| self.votes_in(state, me)) {
            let (Some(card), Some(question)) = (self.card_of(state.dossier)?, self.question(*motion)?) else {
                // The key or the words are still on their way.
                continue;
            };
            let line = VoteLine {
                motion: motion.to_string(),
                dossier: state.dossier.to_string(),
                solution: card.solution,
                question,
                deadline: state.terms.deadline.0,
                state: self.vote_state(*motion)?,
                ballot: self.my_ballot(*motion)?,
                outcome: self.outcome_on_record(*motion)?,
            };
            let list = if line.state == VoteState::Open { &mut open } else { &mut past };
            list.push(line);
        }
        open.sort_by_key(|line: &VoteLine| line.deadline);
        past.sort_by_key(|line: &VoteLine| std::cmp::Reverse(line.deadline));
        Ok(VotesView { now: self.env.now().0, open, past })
    }

    /// One vote, for an elector.
    ///
    /// # Errors
    /// Not a vote of this member's, or its words are not here.
    pub fn vote_view(&self, motion: MotionId) -> Result<VoteView> {
        let me = self.me()?;
        let state = self.motion(motion)?;
        if !self.votes_in(state, me) {
            return Err(AppError::Unknown("motion"));
        }
        let card = self.card_of(state.dossier)?.ok_or(AppError::NoKey)?;
        let bylaws = self.bylaws(&state.terms.bylaws)?;
        let label = self.answers(state.dossier).and_then(|answers| self.label_rule(&answers.label)).ok();
        let committee = self.committee(state.terms.committee)?;
        let mut colleges = Vec::new();
        for (code, members) in &state.terms.colleges {
            let names = members.iter().map(|member| self.name_of(*member)).collect::<Result<_>>()?;
            let mine = members.contains(&me);
            colleges.push(VoteCollege { title: self.college_title(code), mine, electors: names });
        }
        let (fr, en) = card.summary;
        let counted = self.headcount(motion)?;
        Ok(VoteView {
            now: self.env.now().0,
            motion: motion.to_string(),
            dossier: state.dossier.to_string(),
            number: card.number,
            solution: card.solution,
            solution_version: card.version,
            publisher: card.publisher,
            summary: (!fr.is_empty()).then_some(Text { fr, en }),
            label: label.as_ref().map(|rule| Text::from(&rule.name)),
            months: label.map(|rule| rule.validity_months),
            question: self.question(motion)?.ok_or(AppError::NoKey)?,
            options: state.terms.options.clone(),
            deadline: state.terms.deadline.0,
            state: self.vote_state(motion)?,
            secrecy: Secrecy {
                mode: if state.terms.mode == VoteMode::Secret { "secret" } else { "roll-call" }.to_owned(),
                openers: usize::from(committee.threshold),
                officers: committee.officers.len(),
                smallest_group: state.terms.smallest_group.into(),
                unanimity_shows: state.terms.mode == VoteMode::Secret,
            },
            colleges,
            headcount: Headcount::from(&counted),
            majority: MajorityView::of(&bylaws, &counted),
            comparison: self.dossier(state.dossier)?.scoring().any(|round| self.board().is_opened(round)),
            safety_block_at: bylaws.safety_block_at,
            may_be_late: bylaws.late_may_be_accepted && self.would_be_late(motion)?,
            ballot: self.my_ballot(motion)?,
            outcome: self.outcome_on_record(motion)?,
        })
    }

    /// Casts my ballot and answers the vote as it stands then.
    ///
    /// # Errors
    /// As [`Desk::cast`].
    pub fn vote_cast(&mut self, motion: MotionId, option: &str, safety: bool) -> Result<VoteView> {
        self.cast(motion, option, safety)?;
        self.vote_view(motion)
    }

    /// What is asked, in the motion's own words; `None` until they or the dossier's key are here.
    pub(crate) fn question(&self, motion: MotionId) -> Result<Option<Text>> {
        let words = match self.motion_text(motion) {
            Ok(words) => words,
            Err(AppError::NoKey) => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(Some(Text { fr: words.fr, en: (!words.en.is_empty()).then_some(words.en) }))
    }

    pub(crate) fn vote_state(&self, motion: MotionId) -> Result<VoteState> {
        let state = self.motion(motion)?;
        let needed = usize::from(self.committee(state.terms.committee)?.threshold);
        Ok(match state.closed_at {
            None if self.env.now() > state.terms.deadline => VoteState::Due,
            None => VoteState::Open,
            Some(_) if self.decision_on(motion) => VoteState::Decided,
            // Without a quorum the choices stay sealed, and that is the result.
            Some(_) if state.shares.len() >= needed || !self.headcount(motion)?.quorum.met => {
                VoteState::Counted
            }
            Some(_) => VoteState::Closed,
        })
    }

    /// Whether the decision of this very motion is on record.
    pub(crate) fn decision_on(&self, motion: MotionId) -> bool {
        let named = |one: &&crate::desk::Catalogued| one.objects.get(1) == Some(&motion.0);
        self.state.catalogue.iter().filter(|one| one.kind == ActionKind::Decision).any(|one| named(&one))
    }

    /// The outcome on record of a motion, from its sealed tally; `None` before the decision.
    pub(crate) fn outcome_on_record(&self, motion: MotionId) -> Result<Option<String>> {
        if !self.decision_on(motion) {
            return Ok(None);
        }
        Ok(self.tally(motion)?.map(|tally| tally.outcome))
    }

    /// How many have voted, never for what.
    pub(crate) fn headcount_view(&self, motion: MotionId) -> Result<Headcount> {
        Ok(Headcount::from(&self.headcount(motion)?))
    }

    /// Whether a ballot that is sent now would wait for the chair: the deadline has passed, nothing is opened, and none
    /// came in time, beside which a late one would never count.
    fn would_be_late(&self, motion: MotionId) -> Result<bool> {
        let me = self.me()?;
        let voted = self.motion(motion)?.ballots.iter().any(|ballot| ballot.member == me);
        Ok(!voted
            && self.answer_to(ActionKind::Ballot, &[motion.0])? == Permission::Undecided(Missing::Acceptance))
    }

    /// My ballot where none came in time: the last one that waits for the chair.
    fn my_late_ballot(&self, motion: MotionId) -> Result<Option<MyBallot>> {
        let late = self.own_late(ActionKind::Ballot, motion.0)?;
        let Some(last) = late.last() else { return Ok(None) };
        let Some(Action::Ballot { sealed_key, .. }) = &last.action else { return Ok(None) };
        Ok(Some(MyBallot {
            at: last.received.0,
            received: self.has_arrived(&Catalogued::of(last, ActionKind::Ballot))?,
            tracking: tracking(sealed_key),
            replaces: late.len().saturating_sub(1),
            counts: None,
            late: true,
        }))
    }

    /// My last ballot: when it was received, or written if it has not left; its number; how many it replaced.
    pub(crate) fn my_ballot(&self, motion: MotionId) -> Result<Option<MyBallot>> {
        let me = self.me()?;
        let state = self.motion(motion)?;
        let mine: Vec<&Ballot> = state.ballots.iter().filter(|ballot| ballot.member == me).collect();
        let Some(last) = mine.last() else { return self.my_late_ballot(motion) };
        let named = |one: &&Catalogued| one.name.device == last.device && one.name.seq == last.seq;
        let received = match self.sealed(ActionKind::Ballot, motion.0).find(named) {
            Some(event) => self.has_arrived(event)?,
            None => false,
        };
        let counts = match state.closed_at {
            None => None,
            Some(_) => {
                let counted = self.counting(motion)?;
                Some(counted.iter().any(|one| (one.device, one.seq) == (last.device, last.seq)))
            }
        };
        Ok(Some(MyBallot {
            at: last.received.0,
            received,
            tracking: tracking(&last.sealed_key),
            replaces: mine.len().saturating_sub(1),
            counts,
            late: false,
        }))
    }
}
