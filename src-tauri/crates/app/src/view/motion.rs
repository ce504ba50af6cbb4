//! Motions for those who lead: what can be put to the vote and why not yet, headcounts while it runs, the opening, the
//! result with its reasons, the decision on record. Choices by name are nowhere: a count needs none.

mod letter;
mod result;
mod what_if;

use sceau_certificate::content::Improvement;
use sceau_domain::board::DossierState;
use sceau_domain::decision::NO_QUORUM;
use sceau_domain::dossier::{Fact, Stage};
use sceau_domain::grid::Gate;
use sceau_domain::id::{DossierId, MemberId, MotionId};
use sceau_domain::moment::Moment;
use sceau_domain::permission::{acting_chair, leads_board, leads_dossier, may_preside};
use sceau_domain::refusal::Refusal;
use sceau_domain::visibility::{may_follow_dossier, may_read_dossier};
use serde::{Deserialize, Serialize};

use super::vote::{Headcount, VoteState};
use super::{Problem, Text};
use crate::desk::Desk;
use crate::dossier::{count, facts};
use crate::error::{AppError, Result};
use crate::vote::{MotionWords, OpinionWords};

pub use letter::{LetterFacts, OrientationLine};
pub use result::{ChoiceCount, DecisionView, Fault, Point, ReasonView, ResultView};
pub use what_if::{Asked, Elector, OtherOutcome, VoteReach};

/// The bylaws that the round of a dossier froze.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct FrozenBylaws {
    pub id: String,
    pub version: String,
    pub secret: bool,
    pub choices: Vec<String>,
}

/// A dossier about which a motion can be put, or why not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Tabling {
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub obstacle: Option<Problem>,
    pub grant_reached: bool,
    pub proposed: Text,
    pub electors: usize,
    pub undeclared: usize,
    pub again: Option<Again>,
    pub bylaws: Option<FrozenBylaws>,
}

/// What a second convocation asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct Again {
    pub closes_from: u64,
}

/// A motion in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MotionLine {
    pub motion: String,
    pub dossier: String,
    pub solution: String,
    pub question: Option<Text>,
    pub deadline: u64,
    pub state: VoteState,
    pub headcount: Headcount,
    pub outcome: Option<String>,
}

/// Votes as those who lead see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MotionsView {
    pub now: u64,
    pub motions: Vec<MotionLine>,
    pub dossiers: Vec<Tabling>,
}

/// The headcount of a college.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct CollegeHeads {
    pub title: Text,
    pub electors: u64,
    pub present: u64,
}

/// One motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the window's contract says what each field is")]
pub struct MotionView {
    pub now: u64,
    pub motion: String,
    pub dossier: String,
    pub number: String,
    pub solution: String,
    pub question: Option<Text>,
    pub options: Vec<String>,
    pub deadline: u64,
    pub state: VoteState,
    pub headcount: Headcount,
    pub colleges: Vec<CollegeHeads>,
    pub published: Vec<String>,
    pub awaited: Vec<String>,
    pub needed: usize,
    pub may_close: bool,
    pub may_record: bool,
    pub again: bool,
    pub result: Option<ResultView>,
    pub obstacle: Option<Problem>,
    pub asked_about: Vec<Elector>,
    pub decision: Option<DecisionView>,
}

impl Desk {
    /// Motions, and what could be put to the vote.
    ///
    /// # Errors
    /// [`Refusal::NotByYou`] for whoever does not lead, or the database.
    pub fn motions_view(&self) -> Result<MotionsView> {
        let me = self.me()?;
        let follows = |dossier: &DossierId| may_follow_dossier(self.board(), me, *dossier);
        if !leads_board(self.board(), me) && !self.board().dossiers.keys().any(follows) {
            return Err(Refusal::NotByYou.into());
        }
        let mut motions = Vec::new();
        for (motion, state) in &self.board().motions {
            let (true, Some(card)) = (
                follows(&state.dossier) && self.may_read(state.dossier).is_ok(),
                self.card_of(state.dossier)?,
            ) else {
                continue;
            };
            motions.push(MotionLine {
                motion: motion.to_string(),
                dossier: state.dossier.to_string(),
                solution: card.solution,
                question: self.question(*motion)?,
                deadline: state.terms.deadline.0,
                state: self.vote_state(*motion)?,
                headcount: self.headcount_view(*motion)?,
                outcome: self.outcome_on_record(*motion)?,
            });
        }
        motions.sort_by_key(|line| std::cmp::Reverse(line.deadline));
        let mut dossiers = Vec::new();
        for (dossier, state) in &self.board().dossiers {
            if follows(dossier)
                && matches!(state.stage, Stage::Opened | Stage::Discussion | Stage::Ready)
                && let Some(row) = self.tabling(*dossier)?
            {
                dossiers.push(row);
            }
        }
        dossiers.sort_by(|a: &Tabling, b| a.number.cmp(&b.number));
        Ok(MotionsView { now: self.env.now().0, motions, dossiers })
    }

    /// What a motion about a dossier would meet.
    pub(crate) fn tabling(&self, dossier: DossierId) -> Result<Option<Tabling>> {
        let Some(card) = self.card_of(dossier)? else { return Ok(None) };
        let known = match (self.may_read(dossier), self.answers(dossier)) {
            (Err(error), _) | (Ok(()), Err(error)) => Err(error),
            (Ok(()), Ok(answers)) => self.marks(dossier).map(|marks| (answers, marks)),
        };
        let state = self.dossier(dossier)?;
        let unread = |member: &MemberId| {
            self.awaits_declaration(dossier, state, *member)
                && !state.declared.contains_key(member)
                && !state.is_recused(*member)
        };
        let again = self.recalled(dossier)?.map(|again| Again { closes_from: again.closes_from.0 });
        let mut row = Tabling {
            dossier: dossier.to_string(),
            number: card.number,
            solution: card.solution,
            obstacle: None,
            grant_reached: false,
            proposed: Text::default(),
            electors: self.board().seated().count(),
            undeclared: self.board().seated().filter(unread).count(),
            again,
            bylaws: self.frozen_for(state)?,
        };
        match known {
            Err(error) => row.obstacle = Some(Problem::from(&error)),
            Ok((answers, marks)) => {
                let label = self.label_rule(&answers.label)?;
                row.proposed = Text::from(&label.name);
                row.grant_reached = marks.gate(&label.grant) == Gate::Reached;
                let pending = marks.unexamined.len();
                let opened = marks.board.is_some();
                row.obstacle = if !opened {
                    Some(Problem::from(&AppError::Refused(Refusal::NotOpenYet)))
                } else if pending > 0 {
                    Some(Problem::with("motion-mark-pending", "n", pending))
                } else {
                    self.tabling_refusal(dossier)?
                };
            }
        }
        Ok(Some(row))
    }

    /// The bylaws of the last round; none before there is one.
    fn frozen_for(&self, state: &DossierState) -> Result<Option<FrozenBylaws>> {
        let Some(round) = state.round() else { return Ok(None) };
        let rules = self.bylaws(&round.bylaws)?;
        Ok(Some(FrozenBylaws {
            choices: rules.choices().iter().map(|choice| (*choice).to_owned()).collect(),
            id: rules.id,
            version: rules.version,
            secret: rules.secret,
        }))
    }

    /// Why a motion that nothing else stands against cannot be put by whoever sits here.
    pub(crate) fn tabling_refusal(&self, dossier: DossierId) -> Result<Option<Problem>> {
        if self.board().committee_in_force().is_none() {
            return Ok(Some(Problem::from(&AppError::Refused(Refusal::CommitteeNotInForce))));
        }
        let nothing = facts([("verified_pending", count(0)), ("options_allowed", Fact::Flag(true))]);
        Ok(match self.judge_tabling(dossier, &nothing) {
            Ok(()) => None,
            Err(AppError::Procedure(code)) if code == "transition.not-by-you" => {
                Some(self.by_chair(dossier)?)
            }
            Err(AppError::Refused(Refusal::AnotherPresides)) => Some(self.by_chair(dossier)?),
            Err(error) => Some(Problem::from(&error)),
        })
    }

    /// That a motion is the chair's to put, with the name of whoever acts as chair of the dossier.
    fn by_chair(&self, dossier: DossierId) -> Result<Problem> {
        Ok(match acting_chair(self.board(), self.dossier(dossier)?) {
            Some(chair) => Problem::with("motion-by-chair", "who", self.name_of(chair)?),
            None => Problem::plain("motion-without-chair"),
        })
    }

    /// Whether whoever sits here may close a vote now: its time has come, or everybody voted.
    pub(crate) fn may_close(&self, motion: MotionId) -> Result<bool> {
        let state = self.motion(motion)?;
        let leads = leads_dossier(self.board(), self.dossier(state.dossier)?, self.me()?);
        if !leads || state.closed_at.is_some() {
            return Ok(false);
        }
        let counts = self.headcount(motion)?.counts;
        Ok(self.vote_state(motion)? == VoteState::Due || counts.voters >= counts.unrecused)
    }

    /// Whether whoever sits here may put the result of a vote on record: it can be counted, and it decides.
    pub(crate) fn may_record(&self, motion: MotionId) -> Result<bool> {
        let state = self.dossier(self.motion(motion)?.dossier)?;
        Ok(may_preside(self.board(), state, self.me()?).is_ok()
            && self.vote_state(motion)? == VoteState::Counted
            && self.headcount(motion)?.quorum.met
            && self.stage(self.motion(motion)?.dossier)? == Stage::Tallied
            && self.last_motion(self.motion(motion)?.dossier).is_some_and(|(last, _)| last == motion))
    }

    /// One motion, for those who lead and the electors once it is closed.
    ///
    /// # Errors
    /// Not this member's to see, or the database.
    pub fn motion_view(&self, motion: MotionId) -> Result<MotionView> {
        let me = self.me()?;
        let state = self.motion(motion)?;
        let leads = may_follow_dossier(self.board(), me, state.dossier);
        let reads = may_read_dossier(self.board(), me, state.dossier);
        if !reads || (!leads && state.closed_at.is_none()) {
            return Err(AppError::Unknown("motion"));
        }
        let card = self.card_of(state.dossier)?.ok_or(AppError::NoKey)?;
        let heads = self.headcount(motion)?;
        let committee = self.committee(state.terms.committee)?;
        let (mut published, mut awaited) = (Vec::new(), Vec::new());
        for officer in &committee.officers {
            let list = if state.shares.contains_key(officer) { &mut published } else { &mut awaited };
            list.push(self.name_of(*officer)?);
        }
        let (result, obstacle) = match state.closed_at.map(|_| self.result_view(motion)) {
            None | Some(Err(AppError::Refused(Refusal::NotOpenYet))) => (None, None),
            Some(Ok(result)) => (Some(result), None),
            Some(Err(error)) => (None, Some(Problem::from(&error))),
        };
        let opened = result.as_ref().is_some_and(|result| result.outcome != NO_QUORUM);
        let asked_about = self.asked_about(motion, opened)?;
        let vote = self.vote_state(motion)?;
        let again = leads && self.last_motion(state.dossier).is_some_and(|(last, _)| last == motion);
        Ok(MotionView {
            now: self.env.now().0,
            motion: motion.to_string(),
            dossier: state.dossier.to_string(),
            number: card.number,
            solution: card.solution,
            question: self.question(motion)?,
            options: state.terms.options.clone(),
            deadline: state.terms.deadline.0,
            state: vote,
            headcount: self.headcount_view(motion)?,
            colleges: heads
                .counts
                .colleges
                .iter()
                .map(|(code, count)| CollegeHeads {
                    title: self.college_title(code),
                    electors: count.unrecused,
                    present: count.present,
                })
                .collect(),
            published,
            awaited,
            needed: usize::from(committee.threshold),
            may_close: self.may_close(motion)?,
            may_record: result.is_some() && self.may_record(motion)?,
            again: again && matches!(self.stage(state.dossier)?, Stage::Tallied | Stage::Ready),
            result,
            obstacle,
            asked_about,
            decision: self.decision_view(motion)?,
        })
    }

    /// Puts a motion as the form says it, and answers it.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `motion.no-words` without a question in French; otherwise as [`Desk::table_motion`].
    pub fn motion_table(
        &mut self,
        dossier: DossierId,
        words: &MotionWords,
        deadline: u64,
    ) -> Result<MotionView> {
        if words.fr.trim().is_empty() {
            return Err(AppError::Procedure("motion.no-words".to_owned()));
        }
        let motion = self.table_motion(dossier, words, Moment(deadline))?;
        self.motion_view(motion)
    }

    /// Closes a vote, and answers the motion.
    ///
    /// # Errors
    /// As [`Desk::close_vote`].
    pub fn motion_close(&mut self, motion: MotionId) -> Result<MotionView> {
        self.close_vote(motion)?;
        self.motion_view(motion)
    }

    /// Records the decision as the form says it, and answers the motion.
    ///
    /// # Errors
    /// As [`Desk::record_decision`].
    pub fn motion_record(
        &mut self,
        motion: MotionId,
        outcome: &str,
        reasons: Vec<String>,
        improve: Vec<Point>,
    ) -> Result<MotionView> {
        let improve = improve.into_iter().map(Improvement::try_from).collect::<Result<_>>()?;
        let opinion = OpinionWords { reasons, improve };
        self.record_decision(motion, outcome, &opinion)?;
        self.motion_view(motion)
    }
}
