//! From electors, ballots and bylaws to a decision with its reasons. Pure: the same session always gives the
//! same decision, whoever computes it.
//!
//! The order of the steps is the order of the reasons, and both are part of the rule.

mod ballots;
mod colleges;
mod example;
mod majority;
mod needed;
mod presence;
mod quorum;
mod reason;
mod sealed;
mod session;
mod what_if;
mod winner;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub use example::Example;
pub use needed::Needed;
pub use quorum::{CollegeCount, QuorumResult};
pub use reason::Reason;
pub use sealed::SealedOutcome;
pub use session::{Ballot, Meeting, Position, Proxy, Roster, Seat, SeatRole, Session, Stance};
pub use what_if::{Attainable, Change, WhatIf, WhatIfScope, attainable, what_if, what_if_scope};

use crate::bylaws::Method;
use crate::publication::Choices;
use ballots::Sifted;
use presence::Electorate;
use winner::Vote;

/// Outcome without a quorum.
pub const NO_QUORUM: &str = "no-quorum";
/// Outcome that waits for something.
pub const DEFER: &str = "defer";

/// The headcounts of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Seats of the bylaws.
    pub seats: u64,
    /// Voting members in office.
    pub members: u64,
    /// Members recused from the vote.
    pub recused: u64,
    /// Members who are not, and alternates seated for those who are.
    pub unrecused: u64,
    /// People present, as the bylaws count it.
    pub present: u64,
    /// Ballots counted.
    pub voters: u64,
    /// Ballots received: counted, superseded and set aside.
    pub received: u64,
    /// Ballots replaced by a later one of the same elector.
    pub superseded: u64,
    /// Ballots set aside, whatever the reason.
    pub set_aside: u64,
    /// Voting colleges, in the order of the bylaws.
    pub colleges: Vec<(String, CollegeCount)>,
    /// Every valid choice with its ballots, zeros included; none unless a vote was opened.
    pub choices: Option<Choices>,
    /// The same of each voting college, in the order of the bylaws: for `publication` alone, never to be shown as it is.
    pub by_college: Vec<(String, Choices)>,
}

/// A decision and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// An option of the bylaws, or `no-quorum`.
    pub outcome: String,
    /// The quorum.
    pub quorum: QuorumResult,
    /// The headcounts.
    pub counts: Counts,
    /// Why, in order; the sentences lie in the locale files.
    pub reasons: Vec<Reason>,
}

/// Why a session cannot be decided at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// Bylaws with the method `motion`, and no motion.
    #[error("decision.no-motion")]
    NoMotion,
    /// A ladder or plurality without options.
    #[error("decision.no-options")]
    NoOptions,
}

/// Decides a session.
///
/// # Errors
/// Only where the session lacks its question.
pub fn decide(session: &Session) -> Result<Decision, DecisionError> {
    let bylaws = &session.bylaws;
    let option = match (bylaws.method, &session.option) {
        (Method::Motion, None) => return Err(DecisionError::NoMotion),
        (_, option) => option.as_deref(),
    };
    if bylaws.method != Method::Motion && bylaws.ladder.is_empty() {
        return Err(DecisionError::NoOptions);
    }
    let electors = Electorate::of(session);
    let mut reasons = electors.recusal_reasons();
    let second = quorum::second_convocation(session, &mut reasons);
    let sifted = Sifted::sift(session, &electors);
    reasons.extend(sifted.reasons(&electors));

    let quorum = quorum::check(session, &electors, &sifted, second, &mut reasons);
    let mut counts = counts(session, &electors, &sifted);
    let outcome = if !quorum.met {
        // Choices are never opened without a quorum.
        NO_QUORUM.to_string()
    } else if let Some(outcome) = consensus(session, &sifted, option, &mut reasons) {
        outcome
    } else {
        let vote = Vote::new(session, &electors, &sifted);
        counts.choices = Some(vote.choices());
        counts.by_college = vote.by_college();
        let outcome = vote.outcome(option.unwrap_or_default(), &mut reasons);
        let flagged = sifted.counted.iter().filter(|b| b.safety).count();
        safety(session, flagged, outcome, &mut reasons)
    };
    reasons.push(Reason::new(alloc::format!("outcome.{outcome}")));
    Ok(Decision { outcome, quorum, counts, reasons })
}

fn counts(session: &Session, electors: &Electorate<'_>, sifted: &Sifted<'_>) -> Counts {
    let n = |count: usize| count as u64;
    Counts {
        seats: session.bylaws.seats,
        members: n(electors.members.len()),
        recused: n(electors.members.iter().filter(|m| electors.is_recused(&m.id)).count()),
        unrecused: n(sifted.unrecused.len()),
        present: n(sifted.present.len()),
        voters: n(sifted.counted.len()),
        received: n(session.ballots.len()),
        superseded: sifted.superseded,
        set_aside: sifted.aside.values().sum(),
        colleges: quorum::by_college(session, electors, sifted),
        choices: None,
        by_college: Vec::new(),
    }
}

/// The consensus round: the outcome if it was reached. Positions of people who are not present do not count;
/// of several positions of one person the last holds.
fn consensus(
    session: &Session,
    sifted: &Sifted<'_>,
    option: Option<&str>,
    reasons: &mut Vec<Reason>,
) -> Option<String> {
    let rule = session.bylaws.consensus.as_ref()?;
    let mut last: BTreeMap<&str, &Position> = BTreeMap::new();
    for position in session.positions.iter().filter(|p| sifted.present.contains(p.elector.as_str())) {
        last.insert(&position.elector, position);
    }
    let Some(option) = option.filter(|_| !last.is_empty()) else {
        reasons.push(Reason::new("consensus.not-tried"));
        return None;
    };
    let count = |stance: Stance| last.values().filter(|p| p.stance == stance).count() as u64;
    let (agree, object, all) = (count(Stance::Agree), count(Stance::Object), last.len() as u64);
    let share = crate::fraction::Fraction::new(agree.into(), all.into());
    let reached = share >= rule.at_least && object <= rule.max_objections;
    let code = if reached { "consensus.reached" } else { "consensus.not-reached" };
    reasons.push(Reason::new(code).with("agree", agree).with("positions", all).with("objections", object));
    if !reached {
        return None;
    }
    let flagged = last.values().filter(|p| p.safety).count();
    Some(safety(session, flagged, option.to_string(), reasons))
}

/// Enough safety objections turn a grant into a deferral.
fn safety(session: &Session, flagged: usize, outcome: String, reasons: &mut Vec<Reason>) -> String {
    let grants = matches!(outcome.as_str(), "grant" | "grant-with-reservations");
    match session.bylaws.safety_block_at {
        Some(block_at) if grants && flagged as u64 >= block_at => {
            reasons.push(Reason::new("safety.blocks").with("n", flagged));
            DEFER.to_string()
        }
        _ => outcome,
    }
}

/// People by identifier, in a stable order.
type People<'a> = BTreeSet<&'a str>;
