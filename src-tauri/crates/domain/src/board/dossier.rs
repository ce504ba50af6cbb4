//! Dossiers, rounds, motions, as headers and clear payloads show them.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use jiff::civil::Date;

use super::recourse::Recourse;
use crate::action::{Declaration, KeyShare, MotionTerms, RecusalLevel};
use crate::dossier::Stage;
use crate::id::{CommitteeId, DeviceId, DossierId, MemberId, MotionId, RoundId};
use crate::interests::{Validity, validity};
use crate::label::RecordedMove;
use crate::moment::Moment;

/// A submitted sheet: that it is in, never what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetIn {
    /// On which device.
    pub device: DeviceId,
    /// At which position of that device's series.
    pub seq: u64,
    /// When the registry received it; the author's claim until then.
    pub received: Moment,
    /// The box that holds its key.
    pub sealed_key: Vec<u8>,
}

/// A scoring round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundState {
    /// Named.
    pub id: RoundId,
    /// Which one of its scoring it is, from 1: a dossier that is assigned anew begins again.
    pub number: u32,
    /// Sheets received after are late.
    pub deadline: Moment,
    /// Fewest sheets that may be opened at the deadline.
    pub minimum_sheets: u16,
    /// The committee that opens them.
    pub committee: CommitteeId,
    /// SHA-256 of the bylaws frozen with it.
    pub bylaws: [u8; 32],
    /// The last sheet of each reviewer that was received while the round was open.
    pub sheets: BTreeMap<MemberId, SheetIn>,
    /// Index at which the intake ended.
    pub closed_at: Option<u64>,
    /// Shares by officer.
    pub shares: BTreeMap<MemberId, Vec<KeyShare>>,
}

/// A ballot: that it was cast, never for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// By whom.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// At which position of that device's series.
    pub seq: u64,
    /// When the registry received it; the author's claim until then.
    pub received: Moment,
    /// The box that holds its key.
    pub sealed_key: Vec<u8>,
    /// Accepted by the chair although late.
    pub late_accepted: bool,
}

/// A motion and its vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MotionState {
    /// About which dossier.
    pub dossier: DossierId,
    /// What was fixed before anybody voted.
    pub terms: MotionTerms,
    /// Every ballot received in time, in the order of receipt, and late ones in the order of their acceptance.
    pub ballots: Vec<Ballot>,
    /// Index at which the vote closed.
    pub closed_at: Option<u64>,
    /// How far everybody about whom it was decided was recused when it closed: a later recusal leaves the tally as it
    /// stands (rules §3).
    pub recusals: BTreeMap<MemberId, Option<RecusalLevel>>,
    /// Shares by officer.
    pub shares: BTreeMap<MemberId, Vec<KeyShare>>,
}

impl MotionState {
    /// The last ballot of each elector who is not among `recused`. One that was accepted although late counts only
    /// where none came in time (rules §6.2).
    #[must_use]
    pub fn last_ballots(&self, recused: &BTreeSet<MemberId>) -> BTreeMap<MemberId, &Ballot> {
        let mut last: BTreeMap<MemberId, &Ballot> = BTreeMap::new();
        for ballot in self.ballots.iter().filter(|ballot| !recused.contains(&ballot.member)) {
            let in_time = ballot.received <= self.terms.deadline;
            let counts = last
                .get(&ballot.member)
                .is_none_or(|known| in_time || (known.late_accepted && known.received <= ballot.received));
            if counts && (in_time || ballot.late_accepted) {
                last.insert(ballot.member, ballot);
            }
        }
        last
    }

    /// Whether a member may vote.
    #[must_use]
    pub fn is_elector(&self, member: MemberId) -> bool {
        self.terms.colleges.iter().any(|(_, members)| members.contains(&member))
    }
}

/// A dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierState {
    /// Where it stands in its life (rules §2.1). After a decision it stays *tallied* here, since the outcome is sealed,
    /// until an act in clear shows where it went.
    pub stage: Stage,
    /// Who declared what.
    pub declared: BTreeMap<MemberId, Declaration>,
    /// When the last declaration of each was received: a year runs from that day.
    pub declared_at: BTreeMap<MemberId, Moment>,
    /// Who is kept out, and how far. `None`: the chair let the declared link stand.
    pub recusals: BTreeMap<MemberId, Option<RecusalLevel>>,
    /// Who is asked to review.
    pub assigned: BTreeSet<MemberId>,
    /// Rounds in their order.
    pub rounds: Vec<RoundState>,
    /// The vote behind the decision on record and the commitment to its outcome; `None` again once another motion
    /// is put.
    pub decision: Option<(MotionId, [u8; 32])>,
    /// Number and digest of the certificate on record.
    pub certificate: Option<(String, [u8; 32])>,
    /// Whether the label is public.
    pub published: bool,
    /// What happened to the label since, in the order of the log.
    pub label_moves: Vec<RecordedMove>,
    /// The last decision against it, and what came of the appeal.
    pub recourse: Recourse,
}

impl DossierState {
    /// A dossier that has just been received.
    #[must_use]
    pub(super) const fn received() -> Self {
        Self {
            stage: Stage::Received,
            declared: BTreeMap::new(),
            declared_at: BTreeMap::new(),
            recusals: BTreeMap::new(),
            assigned: BTreeSet::new(),
            rounds: Vec::new(),
            decision: None,
            certificate: None,
            published: false,
            label_moves: Vec::new(),
            recourse: Recourse::none(),
        }
    }

    /// Recused so far that nothing of the dossier may be read.
    #[must_use]
    pub fn is_shut_out(&self, member: MemberId) -> bool {
        self.recusals.get(&member) == Some(&Some(RecusalLevel::Full))
    }

    /// Recused so far that sheet and ballot do not count (rules §3).
    #[must_use]
    pub fn is_recused(&self, member: MemberId) -> bool {
        matches!(self.recusals.get(&member), Some(Some(RecusalLevel::Full | RecusalLevel::Discuss)))
    }

    /// Whether a member may go to this level by themselves (rules §3). Stepping back goes one way, further than what
    /// stands, and out altogether while a declared link waits for its judge: the way back is the judge's to open.
    #[must_use]
    pub fn may_step_back(&self, member: MemberId, level: Option<RecusalLevel>) -> bool {
        if self.awaits_judge(member) {
            return level == Some(RecusalLevel::Full);
        }
        level > self.recusals.get(&member).copied().flatten()
    }

    /// Whether a member declared a link that nobody has decided about yet.
    #[must_use]
    pub fn awaits_judge(&self, member: MemberId) -> bool {
        self.declared.get(&member) == Some(&Declaration::Something) && !self.recusals.contains_key(&member)
    }

    /// How a member's declaration stands on a day. `None`: there is none.
    #[must_use]
    pub fn validity(&self, member: MemberId, on: Date) -> Option<Validity> {
        self.declared_at.get(&member).map(|at| validity(at.day_in_paris(), on))
    }

    /// Whether a member must declare, or declare again, before reviewing. Who reviews already goes on: only for a new
    /// assignment is a declaration that has run out as good as none (rules §3).
    #[must_use]
    pub fn declares_before_reviewing(&self, member: MemberId, on: Date) -> bool {
        match self.validity(member, on) {
            None => true,
            Some(Validity::RunOut) => !self.assigned.contains(&member),
            Some(Validity::Holds | Validity::Ending) => false,
        }
    }

    /// Members whose sheet and ballot do not count.
    #[must_use]
    pub fn recused(&self) -> BTreeSet<MemberId> {
        self.recusals.keys().copied().filter(|member| self.is_recused(*member)).collect()
    }

    /// Declared, and what was declared has been judged.
    #[must_use]
    pub fn may_read(&self, member: MemberId) -> bool {
        match self.declared.get(&member) {
            None => false,
            Some(Declaration::Nothing) => !self.is_shut_out(member),
            Some(Declaration::Something) => self.recusals.contains_key(&member) && !self.is_shut_out(member),
        }
    }

    /// The round that was opened last.
    #[must_use]
    pub fn round(&self) -> Option<&RoundState> {
        self.rounds.last()
    }

    /// The independent round that a round followed: the one whose marks its reviewers start from.
    #[must_use]
    pub fn round_before(&self, round: &RoundState) -> Option<&RoundState> {
        let place = self.rounds.iter().position(|known| known.id == round.id)?;
        self.rounds.get(place.checked_sub(1)?).filter(|_| round.number > 1)
    }

    /// The last round and those of the same scoring that it followed, the last one first.
    pub fn scoring(&self) -> impl Iterator<Item = &RoundState> {
        core::iter::successors(self.round(), |round| self.round_before(round))
    }

    /// Reviewers whose sheet is awaited, in the order of their identifiers.
    pub fn awaited(&self) -> impl Iterator<Item = MemberId> {
        self.assigned.iter().copied().filter(|member| {
            !self.is_recused(*member) && self.round().is_some_and(|round| !round.sheets.contains_key(member))
        })
    }
}
