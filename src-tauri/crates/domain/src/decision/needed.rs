//! What the bylaws ask of a vote before anybody has voted: of what the majority is taken, and how many votes make it. It
//! is found with the very test that the count applies, and depends on nothing that a ballot says.

use super::Counts;
use super::majority::Verdict;
use super::winner::Sides;
use crate::bylaws::{Base, Bylaws, Rule};

/// What it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Electors who may vote.
    pub electors: u64,
    /// Of what the majority is taken.
    pub base: Base,
    /// How many that are, where every elector votes for or against.
    pub of: u64,
    /// The votes for that it takes then; none: all of them together would not do.
    pub votes: Option<u64>,
    /// Whether fewer votes for or against make the base smaller.
    pub moves: bool,
    /// Colleges that must be in favour besides, where all of them vote.
    pub colleges: Option<u64>,
}

impl Needed {
    /// What a vote under these bylaws takes with today's headcounts.
    #[must_use]
    pub fn of(bylaws: &Bylaws, counts: &Counts) -> Self {
        let majority = &bylaws.majority;
        // The simple majority knows no other base.
        let base = if majority.rule == Rule::Simple { Base::Cast } else { majority.base };
        let electors = counts.unrecused;
        let (of, moves) = match base {
            Base::Cast | Base::Present => (electors, true),
            Base::Unrecused => (counts.unrecused, false),
            Base::Members => (counts.members, false),
            Base::Seats => (counts.seats, false),
        };
        let carries = |in_favour: &u64| {
            let sides = Sides { in_favour: *in_favour, against: electors.saturating_sub(*in_favour) };
            majority.rule.test(sides, of, false) == Verdict::Reached
        };
        let colleges = bylaws.voting_colleges().count() as u64;
        let measure = majority.colleges.as_ref().and_then(|rule| rule.needed.as_ref());
        Self {
            electors,
            base,
            of,
            votes: (0..=electors).find(carries).filter(|_| electors > 0),
            moves,
            colleges: measure.map(|measure| measure.need(colleges)),
        }
    }
}
