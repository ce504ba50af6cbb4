//! Founding an institute, inviting, joining, vouching, charters, profiles.

mod absence;
mod charter;
pub mod defaults;
mod departure;
mod founding;
mod joining;
mod list;
pub mod roster;
mod seal;

pub use departure::Departure;
pub use founding::{Card, Founding, found, found_in};
pub use joining::{Joining, Progress};
pub use seal::{SealState, SealView};

use sceau_domain::action::{Action, ActionKind};
use sceau_domain::id::{DeviceId, GroupId, InviteId, MemberId};
use sceau_domain::moment::{DAY, Moment};
use sceau_domain::role::Role;
use sceau_ledger::device::{Digits, InviteSecret, SignedJoin};
use sceau_ledger::encoding::Record;
use sceau_ledger::invitation::Invitation;
use sceau_ledger::payload::sealed::Profile;
use sceau_protocol::join::{JoinStep, WaitingJoin};

use crate::act::{Body, Intent};
use crate::desk::{Desk, secret};
use crate::error::{AppError, Result};

/// Vault name of the seal key (PKCS#8 DER).
pub const SEAL_KEY: &str = "seal/key";
/// Vault name of the seal's certificate (DER).
pub const SEAL_CERTIFICATE: &str = "seal/certificate";
/// Vault name of the seal authority's certificate (DER).
pub const SEAL_AUTHORITY: &str = "seal/authority";
/// Vault name of the newest revocation list (DER), with the officer who holds the authority.
pub const SEAL_LIST: &str = "seal/list";
/// Vault name of the seal authority's key (PKCS#8 DER), with the officer who founded the institute.
pub const SEAL_AUTHORITY_KEY: &str = "seal/authority-key";

/// Days during which an invitation is good (protocol §2: at most 14).
const INVITATION_DAYS: u64 = 14;

impl Desk {
    /// The member that the vault knows before the log does: a founder's own.
    pub(crate) fn own_member_id(&self) -> Result<MemberId> {
        let bytes = self.store.read(|read| read.secret(secret::MEMBER))?.ok_or(AppError::NotOpen)?;
        Ok(MemberId(bytes.as_slice().try_into().map_err(|_| AppError::NotOpen)?))
    }

    /// Adds a member to the roster, with the name sealed under the board's key.
    ///
    /// # Errors
    /// Not by this member, or the disk.
    pub fn add_member(&mut self, profile: &Profile, college: Option<&str>) -> Result<MemberId> {
        let member = MemberId(self.env.draw_id());
        let digest = self.seal_profile(member, profile)?;
        self.act(vec![
            Intent::clear(Action::Member { member, college: college.map(str::to_owned) }),
            Intent::clear(Action::ProfileSet { member, digest }),
        ])?;
        Ok(member)
    }

    /// Grants or takes back roles; an officer's act.
    ///
    /// # Errors
    /// Not by this member, or the disk.
    pub fn set_roles(&mut self, roles: &[(MemberId, Role, bool)]) -> Result<()> {
        let acts = roles.iter().map(|(member, role, granted)| {
            Intent::clear(Action::Role { member: *member, role: *role, granted: *granted })
        });
        self.act(acts.collect()).map(|_| ())
    }

    /// Draws a one-time invitation for a member, to be handed over by any road.
    ///
    /// # Errors
    /// Not by this member, or the disk.
    pub fn invite(&mut self, member: MemberId) -> Result<Invitation> {
        let secret = InviteSecret::draw(&mut self.env.chance());
        let expires = self.env.now().plus(INVITATION_DAYS.saturating_mul(DAY));
        let invite = secret.id();
        self.store.write(|write| write.put_secret(&format!("invite/{invite}"), secret.expose()))?;
        self.act(vec![Intent::clear(Action::Invite { member, invite, expires })])?;
        Ok(Invitation { institute: self.institute(), url: self.log().url.clone(), secret, expires })
    }

    /// Adds the device of a waiting request, after its digits were read aloud and typed here.
    ///
    /// # Errors
    /// The digits differ, the request does not come from the invitation, or not by this member.
    pub fn add_device(&mut self, waiting: &WaitingJoin, typed: &str) -> Result<DeviceId> {
        let invite = InviteId(waiting.invite);
        let join = SignedJoin {
            request: waiting.join.request.clone(),
            signature: waiting.join.signature,
            code: waiting.join.mac,
        };
        if Digits::typed(typed) != Some(join.digits()) {
            return Err(AppError::DigitsDiffer);
        }
        let secret = self.store.read(|read| read.secret(&format!("invite/{invite}")))?;
        let secret = secret.ok_or(AppError::Unknown("invitation"))?;
        let secret =
            InviteSecret::from_bytes(secret.as_slice().try_into().map_err(|_| AppError::InvitationSpent)?);
        let request = join.check_code(&self.institute(), &secret).map_err(|_| AppError::WrongInstitute)?;
        let member = self.board().invites.get(&invite).ok_or(AppError::Unknown("invitation"))?.member;
        let device = request.keys.id();
        self.act(vec![Intent {
            action: Action::DeviceAdd {
                member,
                device,
                signing: request.keys.sign,
                receiving: request.keys.receive,
                invite: Some(invite),
            },
            body: Body::Signed(join.encode()),
        }])?;
        if self.board().devices.get(&device).is_some_and(sceau_domain::board::DeviceState::is_active) {
            self.give_board_key()?;
        }
        Ok(device)
    }

    /// Devices that wait for a second person.
    #[must_use]
    pub fn awaiting_second(&self) -> Vec<DeviceId> {
        let waits = |state: &sceau_domain::board::DeviceState| {
            state.active_from.is_none() && state.revoked_from.is_none()
        };
        self.board().devices.iter().filter(|(_, state)| waits(state)).map(|(id, _)| *id).collect()
    }

    /// The second person confirms a device, and gives it the board's key.
    ///
    /// # Errors
    /// Not by this member, or the disk.
    pub fn countersign(&mut self, device: DeviceId) -> Result<()> {
        self.act(vec![Intent::clear(Action::DeviceCountersign { device })])?;
        self.give_board_key()
    }

    /// Revokes a device and changes every key that it held: the one click of a lost laptop. Answers how many keys were
    /// changed, and how many are for somebody else to change.
    ///
    /// # Errors
    /// Not by this member, or the disk.
    pub fn revoke(&mut self, device: DeviceId) -> Result<(usize, usize)> {
        let held = self.held_by(&[device]);
        self.act(vec![Intent::clear(Action::DeviceRevoke { device })])?;
        self.change_keys(&held)
    }

    fn give_board_key(&mut self) -> Result<()> {
        self.wrap_missing(GroupId::of_board(&self.institute())).map(|_| ())
    }

    /// The group of own devices has a key that lies here before the first own act that needs it: a further computer does
    /// not wait for the other one, which may be lost.
    ///
    /// # Errors
    /// The disk.
    pub fn ensure_own_key(&mut self) -> Result<()> {
        let group = GroupId::of_member(self.me()?);
        if self.holds_key(group) { Ok(()) } else { self.new_key(group) }
    }

    /// Requests that wait for this secretariat's typing, with when they came.
    ///
    /// # Errors
    /// No network, or not by this member.
    pub async fn waiting_joins(desk: &std::sync::Mutex<Self>) -> Result<Vec<WaitingJoin>> {
        use crate::synchronise::{Asker, lock};
        let (client, asker, now): (_, _, Moment) = {
            let desk = lock(desk);
            (desk.client()?, Asker::of(&desk), desk.env.now())
        };
        let joins = client.joins(&asker.caller(), now).await;
        let joins = joins.map_err(|failure| AppError::Registry(failure.code().to_owned()))?;
        Ok(joins.waiting.into_iter().filter(|join| join.step == JoinStep::Waiting).collect())
    }

    /// Raw clear payloads of a kind, in the order of the log.
    pub(crate) fn clear_payloads(&self, kind: ActionKind) -> Result<Vec<Vec<u8>>> {
        let found: Vec<_> = self.state.catalogue.iter().filter(|one| one.kind == kind).cloned().collect();
        let mut payloads = Vec::with_capacity(found.len());
        for one in found {
            payloads.extend(self.clear_payload(&one)?);
        }
        Ok(payloads)
    }
}
