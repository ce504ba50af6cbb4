//! Bylaws: how the board reaches a decision, as data (`sceau-bylaws/1`).
//!
//! Reading is strict for import ([`Bylaws::read`]) and structural for whoever recomputes a decision that was
//! taken under bylaws that somebody else admitted ([`Bylaws::as_written`]).

mod import;
mod read;

use alloc::string::String;
use alloc::vec::Vec;

pub use import::Imported;
use jiff::Span;
use jiff::civil::Date;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::fraction::{Fraction, whole};
use crate::refusal::Refusal;

/// How the outcome is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For or against one option.
    Motion,
    /// Options from most to least favourable; support adds up downwards.
    Ladder,
    /// Most votes.
    Plurality,
}

/// A number of people: heads, or a share of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// At least that many heads.
    Heads(u64),
    /// More than that many heads.
    MoreHeads(u64),
    /// At least this share, rounded up.
    Share(Fraction),
    /// More than this share.
    MoreShare(Fraction),
}

impl Measure {
    /// How many of a base it takes, at least one.
    #[must_use]
    pub fn need(&self, base: u64) -> u64 {
        let of_base = |share: &Fraction| share * whole(base);
        let heads = |n: BigInt| n.to_u64().unwrap_or(u64::MAX);
        let need = match self {
            Self::Heads(n) => *n,
            Self::MoreHeads(n) => n.saturating_add(1),
            Self::Share(share) => heads(of_base(share).ceil().to_integer()),
            Self::MoreShare(share) => heads(of_base(share).floor().to_integer() + 1),
        };
        need.max(1)
    }
}

/// Of what a share is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// For and against, and what the bylaws count with them.
    Cast,
    /// People present or whose ballot counts.
    Present,
    /// Members who are not recused, and alternates seated for recused ones.
    Unrecused,
    /// Voting members in office.
    Members,
    /// Seats.
    Seats,
}

/// A college of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct College {
    /// Stable code.
    pub code: String,
    /// Its seats.
    pub seats: u64,
    /// Does it vote? An advisory college has no electors and is counted nowhere.
    pub votes: bool,
}

/// The quorum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// Base of shares: seats, members or unrecused.
    pub base: Base,
    /// How many must be present.
    pub needed: Measure,
    /// Does attendance make present?
    pub by_attendance: bool,
    /// Does an own ballot make present?
    pub by_ballot: bool,
    /// Is a college whose every member is recused passed over?
    pub empty_college_waived: bool,
    /// Minimum present by college.
    pub colleges: Vec<(String, Measure)>,
}

/// The second convocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondConvocation {
    /// Days that must lie between both.
    pub after_days: i64,
    /// Replaces the quorum.
    pub needed: Measure,
    /// Are the minima of colleges lifted?
    pub colleges_waived: bool,
}

impl SecondConvocation {
    /// The first day on which it may be held after a meeting on this day; none beyond the calendar.
    #[must_use]
    pub fn earliest(&self, first: Date) -> Option<Date> {
        first.checked_add(Span::new().try_days(self.after_days).ok()?).ok()
    }
}

/// The consensus round before a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consensus {
    /// Share of the positions that must agree.
    pub at_least: Fraction,
    /// More objections than this break it.
    pub max_objections: u64,
}

/// The test that an option must pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// More for than against.
    Simple,
    /// More than half of the base.
    Absolute,
    /// A share of the base, itself included unless `strict`.
    Qualified {
        /// The share.
        share: Fraction,
        /// More than the share.
        strict: bool,
    },
    /// More than a share for, and less than another against.
    ForAgainst {
        /// Share that the votes for must exceed.
        share: Fraction,
        /// Share that the votes against must stay below.
        against_below: Fraction,
    },
    /// The whole base.
    Unanimity,
}

impl Rule {
    /// The stable name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Absolute => "absolute",
            Self::Qualified { .. } => "qualified",
            Self::ForAgainst { .. } => "for-against",
            Self::Unanimity => "unanimity",
        }
    }
}

/// What colleges must say besides the board as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleMajority {
    /// How many colleges must be in favour; none: only vetoes count.
    pub needed: Option<Measure>,
    /// Does a college that cast no vote for or against count against?
    pub silent_counts: bool,
    /// Colleges that can stop a decision.
    pub veto: Vec<String>,
}

/// The majority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Majority {
    /// The test.
    pub rule: Rule,
    /// Its base.
    pub base: Base,
    /// Are abstentions in the base `cast`?
    pub abstentions_counted: bool,
    /// Are blanks in the base `cast`?
    pub blanks_counted: bool,
    /// Double majority.
    pub colleges: Option<DoubleMajority>,
}

/// Who sits for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alternates {
    /// Nobody.
    None,
    /// In order of appointment.
    InOrder,
    /// In order, each only in the own college.
    SameCollege,
}

/// Proxies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    /// Givers that one person may vote for; 0: none.
    pub per_holder: u64,
    /// Only within a college?
    pub same_college: bool,
    /// Do givers count as present?
    pub quorum: bool,
}

/// What leaves the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secrecy {
    /// Smallest group whose figures may leave the board.
    pub min_group: u64,
    /// Smallest group that has its own column on screens of the board.
    pub inside_group: u64,
}

/// Bylaws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bylaws {
    /// Stable identifier.
    pub id: String,
    /// Version; any edit makes a new one.
    pub version: String,
    /// Seats of the board.
    pub seats: u64,
    /// Secret ballot?
    pub secret: bool,
    /// How the outcome is found.
    pub method: Method,
    /// Options from most to least favourable; the options of a plurality vote.
    pub ladder: Vec<String>,
    /// Outcome of a motion or plurality that is not carried.
    pub on_not_carried: String,
    /// Outcome of a tie that stands.
    pub on_tie: String,
    /// Outcome where nobody voted for or against.
    pub on_silence: String,
    /// Colleges in order.
    pub colleges: Vec<College>,
    /// Quorum.
    pub quorum: Quorum,
    /// Second convocation, where it is allowed.
    pub second_convocation: Option<SecondConvocation>,
    /// Consensus round.
    pub consensus: Option<Consensus>,
    /// Majority.
    pub majority: Majority,
    /// Does the presider break ties?
    pub casting_vote: bool,
    /// Safety objections that block a grant; none: they never do.
    pub safety_block_at: Option<u64>,
    /// Alternates.
    pub alternates: Alternates,
    /// Proxies.
    pub proxies: Proxies,
    /// May the chair accept late ballots before the opening?
    pub late_may_be_accepted: bool,
    /// What leaves the board.
    pub secrecy: Secrecy,
    /// Are reviewers' names shown beside their marks once the sheets are open?
    pub names_shown: bool,
}

impl Bylaws {
    /// The voting college of a code.
    #[must_use]
    pub fn voting_college(&self, code: &str) -> Option<&College> {
        self.colleges.iter().find(|c| c.votes && c.code == code)
    }

    /// The voting colleges, in order.
    pub fn voting_colleges(&self) -> impl Iterator<Item = &College> {
        self.colleges.iter().filter(|c| c.votes)
    }

    /// Whether a vote by roll call can be held under these bylaws with what exists today.
    ///
    /// # Errors
    /// They ask for secrecy, or count nobody but those who attend a meeting.
    pub const fn may_be_voted(&self) -> Result<(), Refusal> {
        if self.secret {
            return Err(Refusal::SecretVote);
        }
        if self.quorum.by_attendance && !self.quorum.by_ballot {
            return Err(Refusal::MeetingNeeded);
        }
        Ok(())
    }

    /// What a ballot may say, in order.
    #[must_use]
    pub fn choices(&self) -> Vec<&str> {
        let mut choices: Vec<&str> = match self.method {
            Method::Motion => ["for", "against"].into(),
            Method::Ladder | Method::Plurality => self.ladder.iter().map(String::as_str).collect(),
        };
        choices.extend(["abstain", "blank"]);
        choices
    }
}
