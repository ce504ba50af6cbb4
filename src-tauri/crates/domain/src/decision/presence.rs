//! Who is an elector, and who sits for whom.

use alloc::format;
use alloc::vec::Vec;

use super::People;
use super::reason::Reason;
use super::session::{Seat, Session};
use crate::bylaws::Alternates;
use crate::interests::{Recusal, standing};

/// The electors of a session: voting members in roster order, then alternates where the bylaws have any.
pub(super) struct Electorate<'a> {
    pub members: Vec<&'a Seat>,
    pub alternates: Vec<&'a Seat>,
    recusals: &'a [Recusal],
}

/// An alternate who sits for a member.
pub(super) struct Seated<'a> {
    pub alternate: &'a Seat,
    pub member: &'a Seat,
}

impl<'a> Electorate<'a> {
    pub fn of(session: &'a Session) -> Self {
        let votes = |seat: &&Seat| session.bylaws.voting_college(&seat.college).is_some();
        let alternates = match session.bylaws.alternates {
            Alternates::None => Vec::new(),
            Alternates::InOrder | Alternates::SameCollege => {
                session.roster.alternates.iter().filter(votes).collect()
            }
        };
        Self {
            members: session.roster.members.iter().filter(votes).collect(),
            alternates,
            recusals: &session.recusals,
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &'a Seat> {
        self.members.iter().chain(&self.alternates).copied()
    }

    pub fn seat(&self, id: &str) -> Option<&'a Seat> {
        self.all().find(|seat| seat.id == id)
    }

    pub fn member(&self, id: &str) -> Option<&'a Seat> {
        self.members.iter().copied().find(|seat| seat.id == id)
    }

    pub fn is_alternate(&self, id: &str) -> bool {
        self.member(id).is_none() && self.seat(id).is_some()
    }

    /// Recused from the vote: `full` or `discuss`.
    pub fn is_recused(&self, id: &str) -> bool {
        standing(self.recusals, id).is_some_and(|r| r.level.takes_vote())
    }

    pub fn recusal_reasons(&self) -> Vec<Reason> {
        self.all()
            .filter_map(|seat| standing(self.recusals, &seat.id))
            .map(|recusal| {
                let reason = Reason::new(format!("recusal.{}", recusal.level.name()));
                reason.with("who", &recusal.elector).with("criteria", recusal.criteria.join(", "))
            })
            .collect()
    }

    /// Each alternate who is there and not recused takes the first open place in roster order: that of a
    /// member who is recused, or neither there nor represented.
    pub fn seat_alternates(
        &self,
        session: &Session,
        there: &People<'_>,
        represented: &People<'_>,
    ) -> Vec<Seated<'a>> {
        let mut open: Vec<&'a Seat> = self
            .members
            .iter()
            .copied()
            .filter(|m| {
                let id = m.id.as_str();
                self.is_recused(id) || !(there.contains(id) || represented.contains(id))
            })
            .collect();
        let own_college = session.bylaws.alternates == Alternates::SameCollege;
        let mut seated = Vec::new();
        for alternate in &self.alternates {
            if self.is_recused(&alternate.id) || !there.contains(alternate.id.as_str()) {
                continue;
            }
            let place = open.iter().position(|m| !own_college || m.college == alternate.college);
            if let Some(place) = place {
                seated.push(Seated { alternate, member: open.remove(place) });
            }
        }
        seated
    }
}
