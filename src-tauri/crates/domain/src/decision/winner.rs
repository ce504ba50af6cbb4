//! The winner: motion, ladder or plurality.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::ballots::Sifted;
use super::majority::{Casting, Verdict};
use super::presence::Electorate;
use super::reason::Reason;
use super::session::Session;
use crate::bylaws::Method;
use crate::publication::Choices;

/// Votes for and against one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    pub in_favour: u64,
    pub against: u64,
}

/// What became of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Carried {
    Yes,
    No,
    TieStands,
}

/// The counted ballots of a vote that has a quorum.
pub(super) struct Vote<'a> {
    pub session: &'a Session,
    pub electors: &'a Electorate<'a>,
    pub sifted: &'a Sifted<'a>,
}

impl<'a> Vote<'a> {
    pub fn new(session: &'a Session, electors: &'a Electorate<'a>, sifted: &'a Sifted<'a>) -> Self {
        Self { session, electors, sifted }
    }

    /// Ballots that say this.
    pub fn votes(&self, choice: &str) -> u64 {
        self.sifted.counted.iter().filter(|b| b.choice == choice).count() as u64
    }

    /// Every valid choice with its ballots.
    pub fn choices(&self) -> Choices {
        self.session.bylaws.choices().into_iter().map(|c| (c.to_string(), self.votes(c))).collect()
    }

    /// The same of each voting college, in the order of the bylaws.
    pub fn by_college(&self) -> Vec<(String, Choices)> {
        let of = |college: &str, choice: &str| {
            let here = |id: &str| self.electors.seat(id).is_some_and(|s| s.college == college);
            self.sifted.counted.iter().filter(|b| b.choice == choice && here(&b.elector)).count() as u64
        };
        let bylaws = &self.session.bylaws;
        let row =
            |college: &str| bylaws.choices().into_iter().map(|c| (c.to_string(), of(college, c))).collect();
        bylaws.voting_colleges().map(|college| (college.code.clone(), row(&college.code))).collect()
    }

    /// Ballots of a college.
    pub fn ballots_of(&self, college: &str) -> u64 {
        let of = |id: &str| self.electors.seat(id).is_some_and(|s| s.college == college);
        self.sifted.counted.iter().filter(|b| of(&b.elector)).count() as u64
    }

    /// Votes in favour of a question and against it, of the board or one college. Abstentions and blanks are
    /// neither.
    pub fn sides(&self, favours: impl Fn(&str) -> bool, college: Option<&str>) -> Sides {
        let mut sides = Sides { in_favour: 0, against: 0 };
        for ballot in &self.sifted.counted {
            let of = |c: &str| self.electors.seat(&ballot.elector).is_some_and(|s| s.college == c);
            if matches!(ballot.choice.as_str(), "abstain" | "blank") || !college.is_none_or(of) {
                continue;
            }
            if favours(&ballot.choice) {
                sides.in_favour += 1;
            } else {
                sides.against += 1;
            }
        }
        sides
    }

    /// The outcome, before safety. `option` is the motion's.
    pub fn outcome(&self, option: &str, reasons: &mut Vec<Reason>) -> String {
        let bylaws = &self.session.bylaws;
        let kinds = [
            ("abstain", "abstentions", bylaws.majority.abstentions_counted),
            ("blank", "blanks", bylaws.majority.blanks_counted),
        ];
        for (choice, word, counted) in kinds {
            let n = self.votes(choice);
            if n > 0 {
                let how = if self.weighs(counted) { "counted" } else { "ignored" };
                reasons.push(Reason::new(alloc::format!("{word}.{how}")).with("n", n));
            }
        }
        let expressed = self.sides(|_| true, None).in_favour;
        if expressed == 0 {
            reasons.push(Reason::new("majority.none-expressed"));
            return bylaws.on_silence.clone();
        }
        match bylaws.method {
            Method::Motion => match self.carried(option, |choice| choice == "for", reasons) {
                Carried::Yes => option.to_string(),
                Carried::TieStands => bylaws.on_tie.clone(),
                Carried::No => bylaws.on_not_carried.clone(),
            },
            Method::Ladder => self.ladder(reasons),
            Method::Plurality => self.plurality(reasons),
        }
    }

    /// Puts one question: the test, the casting vote on a tie, then the colleges.
    fn carried(&self, option: &str, favours: impl Fn(&str) -> bool, reasons: &mut Vec<Reason>) -> Carried {
        let sides = self.sides(&favours, None);
        match self.test(sides, false) {
            Verdict::Reached => reasons.push(self.said("majority.reached", option, sides)),
            Verdict::NotReached => {
                reasons.push(self.said("majority.not-reached", option, sides));
                return Carried::No;
            }
            Verdict::Tie => {
                reasons.push(self.said("majority.tie", option, sides));
                match self.casting(&favours, reasons) {
                    Casting::For => {}
                    Casting::Against => return Carried::No,
                    Casting::Stands => return Carried::TieStands,
                }
            }
        }
        if self.colleges_agree(favours, reasons) { Carried::Yes } else { Carried::No }
    }

    /// The first rung carried wins; the last needs no majority. A ballot for a rung supports every less
    /// favourable one too.
    fn ladder(&self, reasons: &mut Vec<Reason>) -> String {
        let ladder = &self.session.bylaws.ladder;
        let Some((last, rungs)) = ladder.split_last() else { return String::new() };
        for (at, rung) in rungs.iter().enumerate() {
            let supports = |choice: &str| ladder.iter().take(at + 1).any(|option| option == choice);
            if self.carried(rung, supports, reasons) == Carried::Yes {
                return rung.clone();
            }
        }
        last.clone()
    }

    fn plurality(&self, reasons: &mut Vec<Reason>) -> String {
        let bylaws = &self.session.bylaws;
        let most = bylaws.ladder.iter().map(|o| self.votes(o)).max().unwrap_or_default();
        let leaders: Vec<&str> =
            bylaws.ladder.iter().map(String::as_str).filter(|o| self.votes(o) == most).collect();
        let (leader, by_casting) = match leaders.as_slice() {
            [leader] => (*leader, false),
            _ => {
                let tied = leaders.join(", ");
                reasons.push(self.said("majority.tie", &tied, Sides { in_favour: most, against: most }));
                let Some((presider, choice)) = self.casting_choice(reasons) else {
                    return bylaws.on_tie.clone();
                };
                if !leaders.contains(&choice) {
                    reasons.push(Reason::new("casting.not-among-tied").with("who", &presider.id));
                    return bylaws.on_tie.clone();
                }
                reasons.push(Reason::new("casting.for").with("who", &presider.id));
                (choice, true)
            }
        };
        let favours = |choice: &str| choice == leader;
        let sides = self.sides(favours, None);
        let reached = self.test(sides, true) == Verdict::Reached;
        if !reached {
            reasons.push(self.said("majority.not-reached", leader, sides));
        } else if !by_casting {
            reasons.push(self.said("majority.reached", leader, sides));
        }
        if reached && self.colleges_agree(favours, reasons) {
            leader.to_string()
        } else {
            bylaws.on_not_carried.clone()
        }
    }
}
