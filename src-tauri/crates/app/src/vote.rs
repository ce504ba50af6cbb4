//! Votes by roll call: a motion is put, members choose offline, the vote closes, officers open the choices.
//!
//! [`count`] turns the opened choices into the decision of the rules; [`convocation`] holds a vote again that had no
//! quorum; [`what_if`] says what would be if somebody did not vote.

mod convocation;
mod count;
mod what_if;

use sceau_ballot::{Label, SealError};
use sceau_domain::action::{Action, ActionKind, MotionTerms, VoteMode};
use sceau_domain::board::MotionState;
use sceau_domain::bylaws::{Bylaws, Method};
use sceau_domain::dossier::{Fact, Facts, Hand, Move, Stage, step};
use sceau_domain::grid::Gate;
use sceau_domain::id::{DossierId, GroupId, MemberId, MotionId};
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_ledger::encoding::Record;
use sceau_ledger::header::EventName;
use sceau_ledger::payload::sealed::{Choice, MotionText};

use crate::act::{Intent, SealedAct};
use crate::desk::Desk;
use crate::dossier::{count as number, facts};
use crate::error::{AppError, Result};
use crate::opening::SealedOne;

pub use count::{Count, OpinionWords};
pub use what_if::Apart;

/// Options that grant a label: offered only where the grant mark is reached (rules §2.1).
const GRANTS: [&str; 2] = ["grant", "grant-with-reservations"];
/// What a motion with for and against asks about: the only question that a dossier is put to the vote for.
const QUESTION: &str = "grant";

/// What is put to the vote, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionWords {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Desk {
    /// Puts a motion about a dossier under the bylaws that its round froze (rules §5), and opens its vote: nobody chooses
    /// quorum and majority who has seen the marks. Electors are frozen: the seated members of voting colleges; whoever is
    /// recused is left out by the count.
    ///
    /// # Errors
    /// [`Refusal::SecretVote`] or [`Refusal::MeetingNeeded`] under bylaws that ask for either; [`AppError::Procedure`] with the code of the guard
    /// that fails: `motion.mark-pending`, `motion.gate`, `vote.electors-not-frozen`, `vote.no-deadline`.
    pub fn table_motion(
        &mut self,
        dossier: DossierId,
        words: &MotionWords,
        deadline: Moment,
    ) -> Result<MotionId> {
        let bylaws = self.dossier(dossier)?.round().ok_or(AppError::Refused(Refusal::NotOpenYet))?.bylaws;
        let rules = self.bylaws(&bylaws)?;
        rules.may_be_voted()?;
        let options = self.options(dossier, &rules)?;
        let colleges = self.electors(&rules);
        let frozen = colleges.iter().any(|(_, members)| !members.is_empty());
        let opening = facts([
            ("electors_frozen", Fact::Flag(frozen)),
            ("closing_in_future", Fact::Flag(deadline > self.env.now())),
        ]);
        // The motion is on the table by the same act that opens the vote.
        step(Some(Stage::Ready), Move::OpenVote, Hand::Chair, &opening)
            .map_err(|code| AppError::Procedure(code.to_owned()))?;
        let (committee, _) =
            self.board().committee_in_force().ok_or(AppError::Refused(Refusal::CommitteeNotInForce))?;
        let motion = MotionId(self.env.draw_id());
        let text = MotionText {
            fr: words.fr.clone(),
            en: words.en.clone(),
            bylaws: self.rules_file(ActionKind::Bylaws, &bylaws)?.text.clone(),
        };
        let terms = MotionTerms {
            mode: VoteMode::RollCall,
            options,
            colleges,
            committee,
            deadline,
            smallest_group: u16::try_from(rules.secrecy.min_group).unwrap_or(u16::MAX),
            bylaws,
        };
        let sealed = Action::Sealed { kind: ActionKind::MotionText, objects: vec![motion.0, dossier.0] };
        self.act(vec![
            Intent::clear(Action::Motion { motion, dossier, terms }),
            Intent::group(sealed, GroupId::of_dossier(dossier), text.encode()),
        ])?;
        Ok(motion)
    }

    /// What a ballot may say: the bylaws' choices, without those that grant while the grant mark is not reached.
    fn options(&self, dossier: DossierId, rules: &Bylaws) -> Result<Vec<String>> {
        let marks = self.marks(dossier)?;
        let label = self.label_rule(&self.answers(dossier)?.label)?;
        let reached = marks.gate(&label.grant) == Gate::Reached;
        let choices = rules.choices();
        let options: Vec<String> = choices
            .iter()
            .filter(|option| reached || !GRANTS.contains(option))
            .map(|option| (*option).to_owned())
            .collect();
        // A motion with for and against is about the grant itself: there is nothing to leave out.
        let allowed = reached || rules.method != Method::Motion;
        let tabling = facts([
            ("verified_pending", number(marks.unexamined.len())),
            ("options_allowed", Fact::Flag(allowed)),
        ]);
        self.judge_tabling(dossier, &tabling)?;
        Ok(options)
    }

    /// Whether whoever sits here may put this dossier to the vote, a first time or again. After a vote without a quorum
    /// the motion is still on the table, but its question is worded anew: the same hand, on the same facts.
    pub(crate) fn judge_tabling(&self, dossier: DossierId, tabling: &Facts) -> Result<()> {
        if self.stage(dossier)? != Stage::Ready {
            self.judge_step(dossier, Move::TableMotion, tabling)?;
        } else {
            self.judge_step_from(dossier, Stage::Discussion, Move::TableMotion, tabling)?;
        }
        self.permitted(ActionKind::Motion, &[[0; 16], dossier.0])
    }

    /// Members of voting colleges, by college in the order of the bylaws, then of the roster.
    fn electors(&self, rules: &Bylaws) -> Vec<(String, Vec<MemberId>)> {
        let board = self.board();
        let of = |member: &MemberId, code: &str| {
            board.members.get(member).is_some_and(|state| state.college.as_deref() == Some(code))
        };
        rules
            .voting_colleges()
            .map(|college| {
                (college.code.clone(), board.seated().filter(|member| of(member, &college.code)).collect())
            })
            .collect()
    }

    /// The words of a motion.
    ///
    /// # Errors
    /// The dossier's key is not on this laptop.
    pub fn motion_text(&self, motion: MotionId) -> Result<MotionText> {
        self.last(ActionKind::MotionText, motion.0)?.ok_or(AppError::NoKey)
    }

    /// Casts a choice, offline too. It is sealed until the vote closes; a later one replaces it.
    ///
    /// # Errors
    /// An option that the motion does not offer; or the act is refused.
    pub fn cast(&mut self, motion: MotionId, option: &str, safety: bool) -> Result<EventName> {
        let state = self.motion(motion)?;
        if !state.terms.options.iter().any(|known| known == option) {
            return Err(AppError::Unknown("option"));
        }
        let (dossier, committee) = (state.dossier, self.committee_keys(state.terms.committee)?);
        let content = Choice { option: option.to_owned(), safety }.encode();
        self.act_sealed(&SealedAct::Ballot(motion, dossier), &committee, content)
    }

    /// Closes a vote: everybody has voted, or the deadline has passed.
    ///
    /// # Errors
    /// [`Refusal::VoteStillOpen`], or another reason of the rules.
    pub fn close_vote(&mut self, motion: MotionId) -> Result<()> {
        self.act(vec![Intent::clear(Action::Close { motion })]).map(drop)
    }

    /// Publishes this officer's shares of the ballots that count. Without a quorum choices are never opened. A box
    /// that is not in order gets no share, and is answered with its author.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `quorum.not-met`; the vote is not closed; this desk is no officer's.
    pub fn publish_ballot_shares(&mut self, motion: MotionId) -> Result<Vec<(MemberId, SealError)>> {
        let state = self.motion(motion)?;
        if state.closed_at.is_none() {
            return Err(Refusal::VoteStillOpen.into());
        }
        if state.shares.contains_key(&self.me()?) {
            return Err(Refusal::AlreadyThere.into());
        }
        if !self.headcount(motion)?.quorum.met {
            return Err(AppError::Procedure("quorum.not-met".to_owned()));
        }
        let counting = self.counting(motion)?;
        let institute = self.institute();
        let label = |one: &SealedOne<'_>| Label::roll_call(&institute.0, &motion.0, &one.author.0, one.seq);
        let (shares, faults) = self.shares_of(state.terms.committee, counting.into_iter(), label)?;
        self.act(vec![Intent::clear(Action::BallotShares { motion, shares })])?;
        Ok(faults)
    }

    pub(crate) fn motion(&self, motion: MotionId) -> Result<&MotionState> {
        self.board().motions.get(&motion).ok_or(AppError::Unknown("motion"))
    }
}
