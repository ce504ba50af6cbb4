//! Charter, members, devices, committees and key groups.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::action::{ActionKind, CharterFacts};
use crate::board::{Board, Event};
use crate::id::{DeviceId, GroupId, InviteId, MemberId};
use crate::moment::Moment;
use crate::role::Role;

/// The charter in force and those that gather signatures.
#[derive(Debug, Clone, Default)]
pub struct CharterState {
    /// SHA-256 of the record in force; zeros before the first.
    pub digest: [u8; 32],
    /// Its version; 0 before the first.
    pub version: u64,
    /// The institute's name.
    pub name: String,
    /// The officers and the keys with which they sign charters.
    pub officers: BTreeMap<MemberId, [u8; 32]>,
    /// How many of them must act together.
    pub threshold: u8,
    /// Proposals by digest, with every valid signature seen so far.
    pub proposals: BTreeMap<[u8; 32], CharterFacts>,
    /// Keys that members showed for a coming charter.
    pub officer_keys: BTreeMap<MemberId, [u8; 32]>,
}

impl CharterState {
    /// Takes a charter or further signatures; it is in force once enough officers of both versions signed
    /// (protocol §2).
    pub(super) fn gather(&mut self, facts: &CharterFacts) {
        let known = self.proposals.entry(facts.digest).or_insert_with(|| facts.clone());
        let fresh: Vec<_> =
            facts.signers.iter().filter(|key| !known.signers.contains(key)).copied().collect();
        known.signers.extend(fresh);
        let next = known.clone();
        let count = |officers: &BTreeMap<MemberId, [u8; 32]>| {
            officers.values().collect::<BTreeSet<_>>().intersection(&next.signers.iter().collect()).count()
        };
        let first = self.version == 0 && next.version == 1 && count(&next.officers) == next.officers.len();
        let follows = self.version > 0
            && next.version == self.version.saturating_add(1)
            && next.previous == self.digest
            && count(&self.officers) >= usize::from(self.threshold)
            && count(&next.officers) >= usize::from(next.threshold);
        if first || follows {
            self.digest = next.digest;
            self.version = next.version;
            self.name = next.name;
            self.officers = next.officers;
            self.threshold = next.threshold;
        }
    }
}

/// What is known of a member without naming anybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberState {
    /// Code of the college; `None` for the secretariat, which holds no seat.
    pub college: Option<String>,
    /// Roles granted.
    pub roles: BTreeSet<Role>,
    /// SHA-256 of the sealed profile.
    pub profile: Option<[u8; 32]>,
}

/// What is known of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceState {
    /// Whose.
    pub member: MemberId,
    /// Ed25519 public key.
    pub signing: [u8; 32],
    /// X25519 public key.
    pub receiving: [u8; 32],
    /// Who vouched for it.
    pub added_by: MemberId,
    /// The second person, once there is one.
    pub countersigned_by: Option<MemberId>,
    /// Index from which its acts count; `None` while it waits for the second person.
    pub active_from: Option<u64>,
    /// Index from which its acts no longer count.
    pub revoked_from: Option<u64>,
}

impl DeviceState {
    /// Whether its acts count now.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.active_from.is_some() && self.revoked_from.is_none()
    }
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InviteState {
    /// For whom.
    pub member: MemberId,
    /// Not accepted after.
    pub expires: Moment,
    /// Whether a device came of it.
    pub used: bool,
}

/// A run of the officers' key generation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommitteeState {
    /// Participants in their order, as the first commitment states them.
    pub officers: Vec<MemberId>,
    /// How many of them open together.
    pub threshold: u8,
    /// Messages by round and author.
    pub messages: BTreeMap<(ActionKind, MemberId), Vec<u8>>,
    /// The computer from which each participant spoke first: it alone holds that participant's share.
    pub holders: BTreeMap<MemberId, DeviceId>,
    /// Index at which the last participant confirmed the same keys.
    pub in_force_since: Option<u64>,
}

impl CommitteeState {
    pub(super) fn take(&mut self, round: ActionKind, message: &[u8], event: &Event<'_>) {
        let author = event.member;
        // The first word of a participant in a round stands: a second one would let them choose after
        // having seen the others'.
        self.messages.entry((round, author)).or_insert_with(|| message.to_vec());
        self.holders.entry(author).or_insert(event.device);
        let confirmations: Vec<_> = self
            .officers
            .iter()
            .map(|officer| self.messages.get(&(ActionKind::CommitteeConfirm, *officer)))
            .collect();
        let agreed = confirmations.first().is_some_and(|first| {
            first.is_some() && confirmations.iter().all(|confirmation| confirmation == first)
        });
        if agreed && self.in_force_since.is_none() {
            self.in_force_since = Some(event.index);
        }
    }
}

/// Epochs of a key group and who was given which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupState {
    /// Commitment to the key of each epoch.
    pub commitments: BTreeMap<u64, [u8; 32]>,
    /// The previous key sealed under that of each epoch.
    pub history: BTreeMap<u64, Vec<u8>>,
    /// Wraps by epoch and recipient.
    pub wraps: BTreeMap<u64, BTreeMap<DeviceId, Vec<u8>>>,
}

impl GroupState {
    /// The newest epoch; 0 before the first key.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.commitments.last_key_value().map_or(0, |(epoch, _)| *epoch)
    }

    /// Whether a device was given the newest key.
    #[must_use]
    pub fn holds(&self, device: DeviceId) -> bool {
        self.wraps.get(&self.epoch()).is_some_and(|wraps| wraps.contains_key(&device))
    }
}

impl Board {
    /// Whether a member holds a role.
    #[must_use]
    pub fn has_role(&self, member: MemberId, role: Role) -> bool {
        self.members.get(&member).is_some_and(|state| state.roles.contains(&role))
    }

    /// Whether a member holds a seat, hence reviews and votes.
    #[must_use]
    pub fn is_seated(&self, member: MemberId) -> bool {
        self.members.get(&member).is_some_and(|state| state.college.is_some())
    }

    /// Whether the charter in force names a member as officer.
    #[must_use]
    pub fn is_officer(&self, member: MemberId) -> bool {
        self.charter.officers.contains_key(&member)
    }

    /// Members in roster order who hold a seat.
    pub fn seated(&self) -> impl Iterator<Item = MemberId> {
        self.roster.iter().copied().filter(|member| self.is_seated(*member))
    }

    pub(super) fn add_device(&mut self, device: DeviceId, state: DeviceState, invite: Option<InviteId>) {
        if let Some(invitation) = invite.and_then(|id| self.invites.get_mut(&id)) {
            invitation.used = true;
        }
        self.devices.entry(device).or_insert(state);
    }

    pub(super) fn group(&mut self, group: GroupId) -> &mut GroupState {
        self.groups.entry(group).or_default()
    }
}
