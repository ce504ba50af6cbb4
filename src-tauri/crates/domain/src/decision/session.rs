//! What a decision is computed from.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::bylaws::Bylaws;
use crate::interests::Recusal;

/// What a member is besides a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatRole {
    /// Presides.
    Chair,
    /// Presides where the chair does not, in roster order.
    ViceChair,
}

/// A member or an alternate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Identifier, as ballots and recusals spell it.
    pub id: String,
    /// Code of the college.
    pub college: String,
    /// Office, if any.
    pub role: Option<SeatRole>,
}

/// Members in roster order, alternates in order of appointment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// Members.
    pub members: Vec<Seat>,
    /// Alternates.
    pub alternates: Vec<Seat>,
}

/// The meeting, or the round of correspondence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// 1, or 2 for a second convocation.
    pub convocation: u8,
    /// Who attends.
    pub attending: BTreeSet<String>,
    /// Day of the first convocation's meeting, told for a second one.
    pub first_on: Option<Date>,
    /// Day of this meeting.
    pub on: Option<Date>,
    /// Does the second convocation keep the agenda of the first?
    pub same_agenda: bool,
}

impl Default for Meeting {
    fn default() -> Self {
        Self { convocation: 1, attending: BTreeSet::new(), first_on: None, on: None, same_agenda: false }
    }
}

/// A registered proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// The giver.
    pub from: String,
    /// The holder.
    pub to: String,
}

/// What somebody says in the consensus round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Agrees.
    Agree,
    /// Stands aside.
    StandAside,
    /// Objects.
    Object,
}

impl Stance {
    /// Reads `agree`, `stand-aside` or `object`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "agree" => Some(Self::Agree),
            "stand-aside" => Some(Self::StandAside),
            "object" => Some(Self::Object),
            _ => None,
        }
    }
}

/// A position in the consensus round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Who.
    pub elector: String,
    /// What.
    pub stance: Stance,
    /// Is it about safety?
    pub safety: bool,
}

/// A ballot as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Whose vote it is.
    pub elector: String,
    /// What it says.
    pub choice: String,
    /// When it was received; ballots without a time come first, in list order.
    pub received_at: Option<Timestamp>,
    /// Who cast it, where it was not the elector.
    pub cast_by: Option<String>,
    /// Did the chair accept it although late, before the opening?
    pub late_accepted: bool,
    /// Does it raise a safety objection?
    pub safety: bool,
}

impl Ballot {
    /// Was it cast by the elector's own hand?
    #[must_use]
    pub fn own_hand(&self) -> bool {
        self.cast_by.as_ref().is_none_or(|by| *by == self.elector)
    }
}

/// Everything that a decision depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The bylaws.
    pub bylaws: Bylaws,
    /// Who sits.
    pub roster: Roster,
    /// The option of the motion, where there is one.
    pub option: Option<String>,
    /// Recusals in the order in which they were decided.
    pub recusals: Vec<Recusal>,
    /// The meeting.
    pub meeting: Meeting,
    /// When the vote closes; a ballot received at that very instant is in time.
    pub closes_at: Option<Timestamp>,
    /// Registered proxies.
    pub proxies: Vec<Proxy>,
    /// Positions in the consensus round, in order.
    pub positions: Vec<Position>,
    /// Ballots in list order.
    pub ballots: Vec<Ballot>,
}
