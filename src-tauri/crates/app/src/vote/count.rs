//! The count of a roll call: opened choices, the rules' decision, and the decision on record.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sceau_ballot::Label;
use sceau_certificate::content::Improvement;
use sceau_domain::action::{Action, ActionKind, SealedOutcome};
use sceau_domain::board::Ballot;
use sceau_domain::decision::{Ballot as Counted, Decision, Reason, Roster, Seat, SeatRole, Session, decide};
use sceau_domain::dossier::{Fact, Move};
use sceau_domain::id::{DeviceId, DossierId, GroupId, MemberId, MotionId};
use sceau_domain::interests::Recusal;
use sceau_domain::moment::Moment;
use sceau_domain::refusal::Refusal;
use sceau_domain::role::Role;
use sceau_ledger::encoding::Record;
use sceau_ledger::payload::sealed::{Choice, Opinion, Tally};

use crate::act::Intent;
use crate::desk::Desk;
use crate::dossier::facts;
use crate::error::{AppError, Result};
use crate::opening::{Published, SealedOne, ShareFault, Unreadable};
use crate::wording::printable;

/// A choice that is valid under all bylaws, for ballots that are never opened because they do not count.
const UNOPENED: &str = "abstain";
/// No choice under any bylaws: a ballot whose author sealed something else.
const NO_CHOICE: &str = "";

/// A count, and whatever was not in order on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The decision of the rules (rules §6.2).
    pub decision: Decision,
    /// Who chose what, in the order of identifiers; empty without a quorum.
    pub choices: BTreeMap<MemberId, Choice>,
    /// Ballots that cannot be read, and hence count as no choice, together with their author's earlier ones: those
    /// were replaced.
    pub unreadable: BTreeMap<MemberId, Unreadable>,
    /// Shares that are not in order.
    pub faults: Vec<ShareFault>,
}

/// The board's opinion, as the chair records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpinionWords {
    /// Reasons in French, a sentence each; at least one.
    pub reasons: Vec<String>,
    /// What would improve the solution; at least one for a refusal or reservations.
    pub improve: Vec<Improvement>,
}

/// What becomes of each ballot: opened or not in order, by device and place in its series.
pub(super) type Said = BTreeMap<(DeviceId, u64), Result<Choice, Unreadable>>;

/// The ballots of a vote, opened as far as they can be.
pub(super) struct Opened {
    pub said: Said,
    choices: BTreeMap<MemberId, Choice>,
    unreadable: BTreeMap<MemberId, Unreadable>,
    faults: Vec<ShareFault>,
}

impl Desk {
    /// What can be said of a vote before its choices are opened: quorum and colleges.
    ///
    /// # Errors
    /// The motion or its bylaws are not known here.
    pub fn headcount(&self, motion: MotionId) -> Result<Decision> {
        self.decide(motion, &Said::new())
    }

    /// Counts a closed vote from its opened choices.
    ///
    /// # Errors
    /// [`Refusal::VoteStillOpen`], [`Refusal::NotOpenYet`] until enough officers have published shares in order, and
    /// [`AppError::NoKey`] where the dossier cannot be read.
    pub fn count(&self, motion: MotionId) -> Result<Count> {
        if self.motion(motion)?.closed_at.is_none() {
            return Err(Refusal::VoteStillOpen.into());
        }
        let headcount = self.headcount(motion)?;
        if !headcount.quorum.met {
            let (choices, unreadable, faults) = Default::default();
            return Ok(Count { decision: headcount, choices, unreadable, faults });
        }
        let Opened { said, choices, unreadable, faults } = self.ballots_opened(motion)?;
        let decision = self.decide(motion, &said)?;
        Ok(Count { decision, choices, unreadable, faults })
    }

    /// Opens the ballots of a closed vote.
    pub(super) fn ballots_opened(&self, motion: MotionId) -> Result<Opened> {
        let state = self.motion(motion)?;
        let (mut choices, mut unreadable, mut faults) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let keys = self.committee_keys(state.terms.committee)?;
        let committee = self.committee(state.terms.committee)?;
        let published = Published { keys: &keys, committee, shares: &state.shares };
        let mut said = Said::new();
        for one in self.counting(motion)? {
            let label = Label::roll_call(&self.institute().0, &motion.0, &one.author.0, one.seq);
            let (key, more) = published.unseal(one, &label);
            faults.extend(more);
            let choice = match key {
                Ok(key) => self.sealed_content::<Choice>(one, &key)?,
                Err(why) => Err(why),
            };
            match &choice {
                // Not this ballot's fault: a count without it would be another count.
                Err(Unreadable::Shares { .. }) => return Err(Refusal::NotOpenYet.into()),
                Err(Unreadable::NotHere) => return Err(AppError::NoKey),
                Err(why) => drop(unreadable.insert(one.author, *why)),
                Ok(choice) => drop(choices.insert(one.author, choice.clone())),
            }
            said.insert((one.device, one.seq), choice);
        }
        Ok(Opened { said, choices, unreadable, faults })
    }

    /// The last ballot of each elector who may vote: those that are opened. A late one stays shut where the bylaws do not
    /// provide for it, whatever a chair accepted.
    pub(crate) fn counting(&self, motion: MotionId) -> Result<Vec<SealedOne<'_>>> {
        let out: BTreeSet<MemberId> = {
            let recusals = self.recusals_before_closing(motion)?;
            let named = |member: &MemberId| {
                recusals.iter().any(|one| one.elector == member.to_string() && one.level.takes_vote())
            };
            self.board().roster.iter().copied().filter(named).collect()
        };
        let state = self.motion(motion)?;
        let late = self.bylaws(&state.terms.bylaws)?.late_may_be_accepted;
        let last = state.last_ballots(&out).into_values();
        Ok(last.filter(|ballot| late || !ballot.late_accepted).map(one).collect())
    }

    /// Recusals as they stood when the vote closed: a later one leaves the tally as it stands (rules §3).
    pub(crate) fn recusals_before_closing(&self, motion: MotionId) -> Result<Vec<Recusal>> {
        let state = self.motion(motion)?;
        match state.closed_at {
            Some(_) => self.standing(state.dossier, &state.recusals),
            None => self.recusals(state.dossier),
        }
    }

    fn decide(&self, motion: MotionId, said: &Said) -> Result<Decision> {
        decide(&self.session(motion, said)?).map_err(|error| AppError::Procedure(error.to_string()))
    }

    /// What the rules decide a vote from, with its ballots as far as they are opened.
    pub(super) fn session(&self, motion: MotionId, said: &Said) -> Result<Session> {
        let state = self.motion(motion)?;
        let bylaws = self.bylaws(&state.terms.bylaws)?;
        let spoilt: BTreeSet<MemberId> = state
            .ballots
            .iter()
            .filter(|ballot| matches!(said.get(&(ballot.device, ballot.seq)), Some(Err(_))))
            .map(|ballot| ballot.member)
            .collect();
        let ballots = state.ballots.iter().map(|ballot| {
            let (choice, safety) = match said.get(&(ballot.device, ballot.seq)) {
                _ if spoilt.contains(&ballot.member) => (NO_CHOICE, false),
                Some(Ok(choice)) if state.terms.options.contains(&choice.option) => {
                    (choice.option.as_str(), choice.safety)
                }
                Some(_) => (NO_CHOICE, false),
                None => (UNOPENED, false),
            };
            Counted {
                elector: ballot.member.to_string(),
                choice: choice.to_owned(),
                received_at: timestamp(ballot.received),
                cast_by: None,
                late_accepted: ballot.late_accepted,
                safety,
            }
        });
        Ok(Session {
            bylaws,
            roster: Roster { members: self.seats(motion)?, alternates: Vec::new() },
            option: Some(super::QUESTION.to_owned()),
            recusals: self.recusals_before_closing(motion)?,
            meeting: self.meeting(motion)?,
            closes_at: timestamp(state.terms.deadline),
            proxies: Vec::new(),
            positions: Vec::new(),
            ballots: ballots.collect(),
        })
    }

    /// The frozen electors in roster order.
    fn seats(&self, motion: MotionId) -> Result<Vec<Seat>> {
        let (board, terms) = (self.board(), &self.motion(motion)?.terms);
        let seat = |member: &MemberId| {
            let (college, _) = terms.colleges.iter().find(|(_, members)| members.contains(member))?;
            let role = if board.has_role(*member, Role::Chair) {
                Some(SeatRole::Chair)
            } else {
                board.has_role(*member, Role::ViceChair).then_some(SeatRole::ViceChair)
            };
            Some(Seat { id: member.to_string(), college: college.clone(), role })
        };
        Ok(board.roster.iter().filter_map(seat).collect())
    }

    /// Puts the decision of a closed vote on record, with its tally and the board's opinion: only the outcome that
    /// the count gives anew.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `decision.differs-from-tally`, `decision.no-opinion`, `decision.no-outcome`,
    /// `refusal.no-points`; [`AppError::Unfit`] for words that a certificate cannot carry; or an act is refused.
    pub fn record_decision(&mut self, motion: MotionId, outcome: &str, opinion: &OpinionWords) -> Result<()> {
        let counted = self.count(motion)?.decision;
        let dossier = self.motion(motion)?.dossier;
        let worded = !opinion.reasons.is_empty() && opinion.reasons.iter().all(|why| !why.trim().is_empty());
        let facts = facts([
            ("matches_tally", Fact::Flag(counted.outcome == outcome)),
            ("opinion_final", Fact::Flag(worded)),
            ("outcome", Fact::Code(outcome.to_owned())),
        ]);
        self.judge_step(dossier, Move::Record, &facts)?;
        if matches!(outcome, "refuse" | "grant-with-reservations") && opinion.improve.is_empty() {
            return Err(AppError::Procedure("refusal.no-points".to_owned()));
        }
        if matches!(outcome, "grant" | "grant-with-reservations") {
            let points = opinion
                .improve
                .iter()
                .flat_map(|point| [&point.criterion, &point.observation, &point.change]);
            // They will stand on the certificate, and nothing amends an opinion on record.
            points.chain(&opinion.reasons).try_for_each(|text| printable(text, true))?;
        }
        let mut opening = [0; 32];
        rand_core::Rng::fill_bytes(&mut self.env.chance(), &mut opening);
        let recorded = SealedOutcome { outcome: outcome.to_owned(), opening };
        let tally = Tally {
            outcome: recorded.outcome.clone(),
            choices: counted.counts.choices.clone().unwrap_or_default(),
            reasons: counted.reasons.iter().map(as_json).collect(),
            opening,
        };
        let commitment = recorded.commitment(&self.institute(), motion);
        let improve = opinion
            .improve
            .iter()
            .map(|point| serde_json::to_string(point).map_err(|error| AppError::Input(error.to_string())));
        let words = Opinion { reasons: opinion.reasons.clone(), improve: improve.collect::<Result<_>>()? };
        let group = GroupId::of_dossier(dossier);
        let tallied = Action::Sealed { kind: ActionKind::Tally, objects: vec![motion.0, dossier.0] };
        let opined = Action::Sealed { kind: ActionKind::Opinion, objects: vec![dossier.0] };
        self.act(vec![
            Intent::group(tallied, group, tally.encode()),
            Intent::group(opined, group, words.encode()),
            Intent::clear(Action::Decision { dossier, motion, commitment }),
        ])
        .map(drop)
    }

    /// The tally on record of a motion; `None` before the decision.
    ///
    /// # Errors
    /// A tally that cannot be read.
    pub fn tally(&self, motion: MotionId) -> Result<Option<Tally>> {
        self.last(ActionKind::Tally, motion.0)
    }

    /// What was decided about a dossier, if this laptop can read the tally; `None` before the decision.
    ///
    /// # Errors
    /// [`AppError::Procedure`] `decision.differs-from-tally` where the tally does not open the decision's commitment.
    pub fn decided(&self, dossier: DossierId) -> Result<Option<SealedOutcome>> {
        let Some((motion, commitment)) = self.dossier(dossier)?.decision else { return Ok(None) };
        let Some(tally) = self.tally(motion)? else { return Ok(None) };
        let found = SealedOutcome { outcome: tally.outcome, opening: tally.opening };
        if found.commitment(&self.institute(), motion) == commitment {
            Ok(Some(found))
        } else {
            Err(AppError::Procedure("decision.differs-from-tally".to_owned()))
        }
    }

    /// The board's opinion on a dossier; `None` before the decision.
    ///
    /// # Errors
    /// An opinion that cannot be read.
    pub fn opinion(&self, dossier: DossierId) -> Result<Option<OpinionWords>> {
        let Some(found) = self.last::<Opinion>(ActionKind::Opinion, dossier.0)? else { return Ok(None) };
        let read =
            |text: &String| serde_json::from_str(text).map_err(|error| AppError::Input(error.to_string()));
        let improve = found.improve.iter().map(read).collect::<Result<_>>()?;
        Ok(Some(OpinionWords { reasons: found.reasons, improve }))
    }
}

fn one(ballot: &Ballot) -> SealedOne<'_> {
    SealedOne {
        author: ballot.member,
        device: ballot.device,
        seq: ballot.seq,
        sealed_key: &ballot.sealed_key,
    }
}

fn timestamp(moment: Moment) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::try_from(moment.0).ok()?).ok()
}

/// A reason as the tally keeps it.
fn as_json(reason: &Reason) -> String {
    serde_json::json!({ "code": reason.code, "params": reason.params }).to_string()
}
