//! The test that an option must pass, and the presider's casting vote.

use alloc::vec::Vec;

use super::reason::Reason;
use super::session::{Seat, SeatRole};
use super::winner::{Sides, Vote};
use crate::bylaws::{Base, Rule};
use crate::fraction::{Fraction, whole};

/// What the test says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Reached,
    NotReached,
    Tie,
}

/// What the casting vote says; a tie may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casting {
    For,
    Against,
    Stands,
}

impl Rule {
    /// The test of the bylaws on a base d. In a plurality nothing is a tie here: for a simple majority the lead is
    /// enough, and half is no absolute majority.
    pub(super) fn test(&self, sides: Sides, d: u64, plurality: bool) -> Verdict {
        let Sides { in_favour, against } = sides;
        let level = in_favour == against && !plurality;
        let of_base = |share: &Fraction| share * whole(d);
        let reached = match self {
            Self::Simple if level => return Verdict::Tie,
            Self::Simple => plurality || in_favour > against,
            Self::Absolute if level && d == in_favour + against => return Verdict::Tie,
            Self::Absolute => 2 * in_favour > d,
            Self::Qualified { share, strict: false } => whole(in_favour) >= of_base(share),
            Self::Qualified { share, strict: true } => whole(in_favour) > of_base(share),
            Self::ForAgainst { share, against_below } => {
                whole(in_favour) > of_base(share) && whole(against) < of_base(against_below)
            }
            Self::Unanimity => in_favour == d,
        };
        if reached { Verdict::Reached } else { Verdict::NotReached }
    }
}

impl<'a> Vote<'a> {
    /// The base d.
    pub(super) fn base(&self, sides: Sides) -> u64 {
        let majority = &self.session.bylaws.majority;
        let cast = sides.in_favour + sides.against;
        if majority.rule == Rule::Simple {
            return cast;
        }
        let counted = |yes: bool, choice: &str| if yes { self.votes(choice) } else { 0 };
        match majority.base {
            Base::Cast => {
                cast + counted(majority.abstentions_counted, "abstain")
                    + counted(majority.blanks_counted, "blank")
            }
            Base::Present => {
                let mut people = self.sifted.present.clone();
                people.extend(self.sifted.counted.iter().map(|b| b.elector.as_str()));
                people.len() as u64
            }
            Base::Unrecused => self.sifted.unrecused.len() as u64,
            Base::Members => self.electors.members.len() as u64,
            Base::Seats => self.session.bylaws.seats,
        }
    }

    /// Does a kind of ballot that is neither for nor against weigh in the base?
    pub(super) fn weighs(&self, counted_in_cast: bool) -> bool {
        let majority = &self.session.bylaws.majority;
        majority.rule != Rule::Simple && (majority.base != Base::Cast || counted_in_cast)
    }

    /// The test of the bylaws on this vote.
    pub(super) fn test(&self, sides: Sides, plurality: bool) -> Verdict {
        self.session.bylaws.majority.rule.test(sides, self.base(sides), plurality)
    }

    /// The sentence of a test.
    pub(super) fn said(&self, code: &str, option: &str, sides: Sides) -> Reason {
        let rule = &self.session.bylaws.majority.rule;
        let reason = Reason::new(code)
            .with("option", option)
            .with("for", sides.in_favour)
            .with("against", sides.against)
            .with("base", self.base(sides))
            .with("rule", rule.name());
        match rule {
            Rule::Qualified { share, strict: false } => reason.with("share", share),
            Rule::Qualified { share, strict: true } => reason.with("share", share).with("strict", "yes"),
            Rule::ForAgainst { share, against_below } => {
                reason.with("share", share).with("against_below", against_below)
            }
            Rule::Simple | Rule::Absolute | Rule::Unanimity => reason,
        }
    }

    /// The presider: the chair if present, else the first vice-chair present, in roster order.
    fn presider(&self) -> Option<&'a Seat> {
        let first = |role| {
            let members = self.electors.members.iter().copied();
            members.filter(|m| m.role == Some(role)).find(|m| self.sifted.present.contains(m.id.as_str()))
        };
        first(SeatRole::Chair).or_else(|| first(SeatRole::ViceChair))
    }

    /// The presider and their choice, if there is a casting vote to be had; else says why not.
    pub(super) fn casting_choice(&self, reasons: &mut Vec<Reason>) -> Option<(&'a Seat, &'a str)> {
        let bylaws = &self.session.bylaws;
        if !bylaws.casting_vote {
            reasons.push(Reason::new("casting.off"));
            return None;
        }
        // In a secret vote nobody knows how the presider voted.
        if bylaws.secret {
            reasons.push(Reason::new("casting.secret"));
            return None;
        }
        let Some(presider) = self.presider() else {
            reasons.push(Reason::new("casting.nobody"));
            return None;
        };
        let choice = self.sifted.ballot_of(&presider.id).map(|b| b.choice.as_str());
        match choice.filter(|c| !matches!(*c, "abstain" | "blank")) {
            Some(choice) => Some((presider, choice)),
            None => {
                // It does not pass to the next person.
                reasons.push(Reason::new("casting.presider-silent").with("who", &presider.id));
                None
            }
        }
    }

    /// The casting vote on one question.
    pub(super) fn casting(&self, favours: impl Fn(&str) -> bool, reasons: &mut Vec<Reason>) -> Casting {
        match self.casting_choice(reasons) {
            None => Casting::Stands,
            Some((presider, choice)) => {
                let favourable = favours(choice);
                let code = if favourable { "casting.for" } else { "casting.against" };
                reasons.push(Reason::new(code).with("who", &presider.id));
                if favourable { Casting::For } else { Casting::Against }
            }
        }
    }
}
