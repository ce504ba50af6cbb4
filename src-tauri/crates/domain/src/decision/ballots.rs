//! Which ballots count. Every ballot that does not has a code, and
//! received = counted + superseded + set aside.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::People;
use super::presence::{Electorate, Seated};
use super::reason::Reason;
use super::session::{Ballot, Session};

/// The codes in the order in which reasons give them.
const ORDER: [&str; 9] = [
    "ballot.not-an-elector",
    "ballot.recused",
    "ballot.invalid-choice",
    "ballot.not-present",
    "ballot.late",
    "ballot.proxy-refused",
    "ballot.alternate-not-seated",
    "ballot.late-accepted",
    "ballot.superseded",
];

/// The ballots after sifting, and who is present by them.
pub(super) struct Sifted<'a> {
    /// Set aside, by code.
    pub aside: BTreeMap<&'static str, u64>,
    pub late_accepted: u64,
    pub superseded: u64,
    /// One ballot for each voter, in the order of receipt.
    pub counted: Vec<&'a Ballot>,
    /// P: present as the bylaws count it.
    pub present: People<'a>,
    /// U: unrecused members, and alternates seated for recused ones.
    pub unrecused: People<'a>,
    pub seated: Vec<Seated<'a>>,
}

impl<'a> Sifted<'a> {
    pub fn sift(session: &'a Session, electors: &Electorate<'a>) -> Self {
        let quorum = &session.bylaws.quorum;
        let mut first = FirstPass::default();
        for ballot in by_receipt(session) {
            first.judge(session, electors, ballot);
        }
        let FirstPass { mut aside, late_accepted, standing, .. } = first;

        let own_voters: People<'a> =
            standing.iter().filter(|b| b.own_hand()).map(|b| b.elector.as_str()).collect();
        let there: People<'a> = electors
            .all()
            .map(|seat| seat.id.as_str())
            .filter(|id| {
                (quorum.by_attendance && session.meeting.attending.contains(*id))
                    || (quorum.by_ballot && own_voters.contains(id))
            })
            .collect();

        let mut proxies =
            Proxies { session, electors, there: &there, own_voters: &own_voters, givers: BTreeMap::new() };
        let mut kept = Vec::new();
        for ballot in standing {
            if ballot.own_hand() || proxies.accepts(ballot) {
                kept.push(ballot);
            } else {
                *aside.entry("ballot.proxy-refused").or_default() += 1;
            }
        }
        let represented: People<'a> = proxies.givers.into_values().flatten().collect();

        let seated = electors.seat_alternates(session, &there, &represented);
        let sits = |id: &str| seated.iter().any(|s| s.alternate.id == id);
        let mut last: BTreeMap<&str, &'a Ballot> = BTreeMap::new();
        let mut superseded = 0;
        for ballot in &kept {
            if electors.is_alternate(&ballot.elector) && !sits(&ballot.elector) {
                *aside.entry("ballot.alternate-not-seated").or_default() += 1;
            } else if last.insert(&ballot.elector, ballot).is_some() {
                superseded += 1;
            }
        }
        let counts = |b: &&&Ballot| last.get(b.elector.as_str()).is_some_and(|l| core::ptr::eq(*l, **b));
        let counted = kept.iter().filter(counts).copied().collect();

        let free = |id: &&str| !electors.is_recused(id);
        let members = || electors.members.iter().map(|m| m.id.as_str());
        let mut present: People<'a> = members().filter(free).filter(|id| there.contains(id)).collect();
        if session.bylaws.proxies.quorum {
            present.extend(&represented);
        }
        present.extend(seated.iter().map(|s| s.alternate.id.as_str()));
        let mut unrecused: People<'a> = members().filter(free).collect();
        let for_recused = seated.iter().filter(|s| electors.is_recused(&s.member.id));
        unrecused.extend(for_recused.map(|s| s.alternate.id.as_str()));
        Self { aside, late_accepted, superseded, counted, present, unrecused, seated }
    }

    /// Who was seated, then each code that occurred, once.
    pub fn reasons(&self, electors: &Electorate<'_>) -> Vec<Reason> {
        debug_assert!(self.seated.iter().all(|s| electors.is_alternate(&s.alternate.id)));
        let seated = self.seated.iter().map(|s| {
            Reason::new("alternate.seated").with("alternate", &s.alternate.id).with("member", &s.member.id)
        });
        let codes = ORDER.iter().filter_map(|code| {
            let n = match *code {
                "ballot.late-accepted" => self.late_accepted,
                "ballot.superseded" => self.superseded,
                code => self.aside.get(code).copied().unwrap_or_default(),
            };
            (n > 0).then(|| Reason::new(*code).with("n", n))
        });
        seated.chain(codes).collect()
    }

    /// The ballot that counts for an elector.
    pub fn ballot_of(&self, elector: &str) -> Option<&'a Ballot> {
        self.counted.iter().copied().find(|b| b.elector == elector)
    }
}

/// Receipt time, then list order; ballots without a time come first.
fn by_receipt(session: &Session) -> Vec<&Ballot> {
    let mut ballots: Vec<&Ballot> = session.ballots.iter().collect();
    ballots.sort_by_key(|b| b.received_at);
    ballots
}

/// Everything that can be said of a ballot without knowing who is present.
#[derive(Default)]
struct FirstPass<'a> {
    aside: BTreeMap<&'static str, u64>,
    late_accepted: u64,
    in_time: BTreeSet<&'a str>,
    standing: Vec<&'a Ballot>,
}

impl<'a> FirstPass<'a> {
    fn judge(&mut self, session: &Session, electors: &Electorate<'_>, ballot: &'a Ballot) {
        let late = ballot.received_at.zip(session.closes_at).is_some_and(|(at, close)| at > close);
        let accepted = late
            && session.bylaws.late_may_be_accepted
            && ballot.late_accepted
            && ballot.own_hand()
            && !self.in_time.contains(ballot.elector.as_str());
        let attends = session.meeting.attending.contains(&ballot.elector);
        let code = if electors.seat(&ballot.elector).is_none() {
            "ballot.not-an-elector"
        } else if electors.is_recused(&ballot.elector) {
            "ballot.recused"
        } else if !session.bylaws.choices().contains(&ballot.choice.as_str()) {
            "ballot.invalid-choice"
        } else if ballot.own_hand() && !session.bylaws.quorum.by_ballot && !attends {
            "ballot.not-present"
        } else if late && !accepted {
            "ballot.late"
        } else {
            if late {
                self.late_accepted += 1;
            } else if ballot.own_hand() {
                self.in_time.insert(&ballot.elector);
            }
            self.standing.push(ballot);
            return;
        };
        *self.aside.entry(code).or_default() += 1;
    }
}

/// Judges proxy ballots in the order of receipt.
struct Proxies<'a, 'b> {
    session: &'a Session,
    electors: &'b Electorate<'a>,
    there: &'b People<'a>,
    own_voters: &'b People<'a>,
    /// Givers by holder.
    givers: BTreeMap<&'a str, People<'a>>,
}

impl<'a> Proxies<'a, '_> {
    fn accepts(&mut self, ballot: &'a Ballot) -> bool {
        let rule = self.session.bylaws.proxies;
        let Some(by) = ballot.cast_by.as_deref() else { return true };
        let giver = ballot.elector.as_str();
        let registered = self.session.proxies.iter().any(|p| p.from == giver && p.to == by);
        if rule.per_holder == 0 || !registered {
            return false;
        }
        let Some(giver_seat) = self.electors.member(giver) else { return false };
        if self.there.contains(giver) || self.own_voters.contains(giver) {
            return false;
        }
        let Some(holder) = self.electors.member(by) else { return false };
        if self.electors.is_recused(by) || !self.there.contains(by) {
            return false;
        }
        if rule.same_college && holder.college != giver_seat.college {
            return false;
        }
        let givers = self.givers.entry(holder.id.as_str()).or_default();
        let others = givers.iter().filter(|g| **g != giver).count() as u64;
        if others >= rule.per_holder {
            return false;
        }
        givers.insert(giver);
        true
    }
}
