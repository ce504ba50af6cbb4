//! The state that follows from all acts so far: the only place where state changes.
//!
//! A laptop and the registry fold the same log through [`Board::apply`], so neither can allow what the
//! other forbids. Only what headers and clear payloads say is here; marks, texts and choices are not.

mod apply;
mod dossier;
mod implied;
mod people;
mod recourse;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

pub use apply::Event;
pub use dossier::{Ballot, DossierState, MotionState, RoundState, SheetIn};
pub use implied::{possible, step_object, step_of};
pub use people::{CharterState, CommitteeState, DeviceState, GroupState, InviteState, MemberState};
pub use recourse::Recourse;

use crate::action::ActionKind;
use crate::id::{CommitteeId, DeviceId, DossierId, GroupId, Institute, InviteId, MemberId, MotionId};

/// A published file of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesFile {
    /// Grid, bylaws or labels.
    pub kind: ActionKind,
    /// The file's `id`.
    pub id: String,
    /// The file's `version`.
    pub version: String,
    /// The file itself.
    pub text: String,
}

/// The state that follows from all acts so far.
#[derive(Debug, Clone)]
pub struct Board {
    /// Whose board it is.
    pub institute: Institute,
    /// The charter in force and those that gather signatures.
    pub charter: CharterState,
    /// Members in the order in which they took their places.
    pub roster: alloc::vec::Vec<MemberId>,
    /// What is known of each member; names are elsewhere.
    pub members: BTreeMap<MemberId, MemberState>,
    /// Devices, active or not.
    pub devices: BTreeMap<DeviceId, DeviceState>,
    /// Invitations, used or not.
    pub invites: BTreeMap<InviteId, InviteState>,
    /// Files of rules by SHA-256.
    pub rules: BTreeMap<[u8; 32], RulesFile>,
    /// The latest file of each kind, by kind and `id`.
    pub latest_rules: BTreeMap<(ActionKind, String), [u8; 32]>,
    /// Runs of the key generation.
    pub committees: BTreeMap<CommitteeId, CommitteeState>,
    /// Key groups.
    pub groups: BTreeMap<GroupId, GroupState>,
    /// Dossiers.
    pub dossiers: BTreeMap<DossierId, DossierState>,
    /// Motions.
    pub motions: BTreeMap<MotionId, MotionState>,
    /// Acts that the chair accepts although they came late, by device and position, with the index at which.
    pub accepted_late: BTreeMap<(DeviceId, u64), u64>,
    /// Public numbers that are taken, and by which dossier.
    pub numbers: BTreeMap<String, DossierId>,
}

impl Board {
    /// A board on which nothing has happened yet.
    #[must_use]
    pub fn new(institute: Institute) -> Self {
        Self {
            institute,
            charter: CharterState::default(),
            roster: alloc::vec::Vec::new(),
            members: BTreeMap::new(),
            devices: BTreeMap::new(),
            invites: BTreeMap::new(),
            rules: BTreeMap::new(),
            latest_rules: BTreeMap::new(),
            committees: BTreeMap::new(),
            groups: BTreeMap::new(),
            dossiers: BTreeMap::new(),
            motions: BTreeMap::new(),
            accepted_late: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// The committee whose key is in force and which was confirmed last.
    #[must_use]
    pub fn committee_in_force(&self) -> Option<(CommitteeId, &CommitteeState)> {
        self.committees
            .iter()
            .filter_map(|(id, state)| state.in_force_since.map(|since| (since, *id, state)))
            .max_by_key(|(since, ..)| *since)
            .map(|(_, id, state)| (id, state))
    }

    /// Bylaws in force, and those that rounds froze: together all that anything on this board was, or will be, done under.
    #[must_use]
    pub fn bylaws_followed(&self) -> BTreeSet<&[u8; 32]> {
        let latest = self.latest_rules.iter().filter(|((kind, _), _)| *kind == ActionKind::Bylaws);
        let frozen = self.dossiers.values().flat_map(|dossier| &dossier.rounds).map(|round| &round.bylaws);
        latest.map(|(_, digest)| digest).chain(frozen).collect()
    }

    /// Whether a member has a computer that is in force.
    #[must_use]
    pub fn has_computer(&self, member: MemberId) -> bool {
        self.devices.values().any(|device| device.member == member && device.is_active())
    }

    /// The officers of a committee whose share went with a computer that is no longer in force: the others open what is
    /// sealed to it, and a new committee is to be made (protocol §2).
    #[must_use]
    pub fn shares_lost(&self, committee: &CommitteeState) -> Vec<MemberId> {
        let gone = |device: &DeviceId| self.devices.get(device).is_none_or(|state| !state.is_active());
        committee.holders.iter().filter(|(_, device)| gone(device)).map(|(officer, _)| *officer).collect()
    }

    /// Officers who can no longer sign with the key that the charter in force names: they have shown another one since,
    /// or have no computer any more. A new charter is to be made (protocol §2).
    #[must_use]
    pub fn officers_to_replace(&self) -> Vec<MemberId> {
        let charter = &self.charter;
        let other = |member: &MemberId, key: &[u8; 32]| {
            charter.officer_keys.get(member).is_some_and(|shown| shown != key)
        };
        let to_replace = charter
            .officers
            .iter()
            .filter(|(member, key)| other(member, key) || !self.has_computer(**member));
        to_replace.map(|(member, _)| *member).collect()
    }

    /// Whether a round's sheets can be read: its intake has ended and enough officers have published their shares.
    #[must_use]
    pub fn is_opened(&self, round: &RoundState) -> bool {
        let needed = self.committees.get(&round.committee).map_or(u8::MAX, |known| known.threshold);
        round.closed_at.is_some() && round.shares.len() >= usize::from(needed)
    }

    /// The round whose sheets are read and talked about: the last one that is open, in the scoring that the dossier is in.
    #[must_use]
    pub fn opened_round<'a>(&self, dossier: &'a DossierState) -> Option<&'a RoundState> {
        dossier.scoring().find(|round| self.is_opened(round))
    }

    /// Devices of a member that are trusted now.
    pub fn active_devices(&self, member: MemberId) -> impl Iterator<Item = (DeviceId, &DeviceState)> {
        self.devices
            .iter()
            .filter(move |(_, state)| state.member == member && state.is_active())
            .map(|(id, state)| (*id, state))
    }
}
