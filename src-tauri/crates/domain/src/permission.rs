//! May this member do this now? The only place that decides it, for the laptop and for the registry.
//!
//! Three answers: allowed; refused, with the reason; undecided, with what is missing, so that the act can be
//! judged again when it comes. Judged from the header alone: kind, objects, author. What clear content adds
//! (recipients of a key, the mode of a vote) is judged by [`content`], in the same words.

mod appeal;
mod content;
mod departure;
mod label;
mod presiding;
mod review;
mod vote;

pub use content::{content, keeper_of_key, may_hold_key};
pub use departure::{may_depart, roles_left};
pub use label::may_make;
pub use presiding::{acting_chair, judge_of_links, leads_dossier, may_preside, stands_in};

use crate::action::ActionKind;
use crate::board::Board;
use crate::id::{DeviceId, DossierId, MemberId};
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::role::Role;

/// What must come before an act can be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The device is not known yet.
    Device,
    /// The device waits for its second person.
    Countersignature,
    /// The device was revoked before this arrived; its member must confirm it from another one.
    Confirmation,
    /// The kind was made by a newer version.
    Version,
    /// The dossier, round, motion, committee, member or invitation is not known yet.
    Object,
    /// It came after the deadline; the chair decides.
    Acceptance,
}

impl Missing {
    /// The stable code that the locale files translate.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Device => "missing-device",
            Self::Countersignature => "missing-countersignature",
            Self::Confirmation => "missing-confirmation",
            Self::Version => "missing-version",
            Self::Object => "missing-object",
            Self::Acceptance => "missing-acceptance",
        }
    }
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// It takes effect.
    Allowed,
    /// It has no effect, and never will have.
    Refused(Refusal),
    /// It has no effect until what is missing comes.
    Undecided(Missing),
}

/// What permission looks at: an act as its header shows it.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// Who acts, as the batch says.
    pub member: MemberId,
    /// On which device.
    pub device: DeviceId,
    /// The header's kind, known to this version or not.
    pub kind: u16,
    /// The header's objects.
    pub objects: &'a [[u8; 16]],
    /// At which position of the device's series.
    pub seq: u64,
    /// Index of its batch in the log; `u64::MAX` for an act that is about to be written.
    pub index: u64,
    /// When the registry received it; now, for an act that is about to be written.
    pub received: Moment,
}

impl Act<'_> {
    fn object(&self, place: usize) -> [u8; 16] {
        // `permit` has compared the number of objects with the kind's before any rule looks at them.
        self.objects.get(place).copied().unwrap_or_default()
    }

    fn dossier(&self) -> DossierId {
        DossierId(self.object(0))
    }
}

/// Reads "refused unless": the reason when the condition does not hold.
fn unless(holds: bool, reason: Refusal) -> Result<(), Permission> {
    if holds { Ok(()) } else { Err(Permission::Refused(reason)) }
}

/// Reads "undecided unless": what is missing when the condition does not hold.
fn awaiting(holds: bool, missing: Missing) -> Result<(), Permission> {
    if holds { Ok(()) } else { Err(Permission::Undecided(missing)) }
}

/// Whether the chair has accepted this very act although it came late. An act cannot be accepted before it has come.
fn accepted_late(act: &Act<'_>, board: &Board) -> bool {
    board.accepted_late.get(&(act.device, act.seq)).is_some_and(|index| *index > act.index)
}

/// May this act take effect now?
#[must_use]
pub fn permit(act: &Act<'_>, board: &Board) -> Permission {
    judge(act, board).err().unwrap_or(Permission::Allowed)
}

fn judge(act: &Act<'_>, board: &Board) -> Result<(), Permission> {
    let Some(kind) = ActionKind::from_code(act.kind) else {
        return Err(Permission::Undecided(Missing::Version));
    };
    unless(act.objects.len() == kind.objects(), Refusal::Malformed)?;
    if board.devices.is_empty() {
        return founding(act, kind, board);
    }
    trusted(act, kind, board)?;
    by_kind(act, kind, board)
}

/// Before the first device, the first charter's officers may do what founds the institute, and nothing else.
fn founding(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    let of_self = act.object(0) == act.member.0;
    let allowed = match kind {
        ActionKind::Charter => board.charter.version == 0,
        ActionKind::Member => of_self && board.is_officer(act.member),
        ActionKind::Role | ActionKind::DeviceAdd => of_self && board.members.contains_key(&act.member),
        _ => false,
    };
    unless(allowed, Refusal::DeviceNotActive)
}

fn trusted(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    let Some(device) = board.devices.get(&act.device) else {
        return Err(Permission::Undecided(Missing::Device));
    };
    unless(device.member == act.member, Refusal::DeviceNotActive)?;
    awaiting(device.revoked_from.is_none(), Missing::Confirmation)?;
    // What changes nothing for others may travel before the second person has come.
    let harmless = matches!(kind, ActionKind::Draft | ActionKind::Notes | ActionKind::ProfileSet);
    awaiting(device.active_from.is_some() || harmless, Missing::Countersignature)
}

/// Secretariat, chair, or an officer: those who keep the roster.
fn keeps_roster(member: MemberId, board: &Board) -> bool {
    board.has_role(member, Role::Secretariat)
        || board.has_role(member, Role::Chair)
        || board.is_officer(member)
}

/// Whether a member looks after all dossiers of the board: secretariat or chair. Which of them may lead a given one
/// through its life, [`leads_dossier`] says.
#[must_use]
pub fn leads_board(board: &Board, member: MemberId) -> bool {
    board.has_role(member, Role::Secretariat) || board.has_role(member, Role::Chair)
}

fn by_kind(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    use ActionKind as K;
    match kind {
        K::Charter | K::OfficerKey => unless(board.members.contains_key(&act.member), Refusal::NotByYou),
        K::Member
        | K::Invite
        | K::DeviceAdd
        | K::DeviceCountersign
        | K::DeviceRevoke
        | K::Role
        | K::ProfileSet => people(act, kind, board),
        K::Bylaws | K::Grid | K::Labels | K::Orientation => {
            unless(keeps_roster(act.member, board), Refusal::NotByYou)
        }
        K::CommitteeCommit | K::CommitteePolynomial | K::CommitteeShare | K::CommitteeConfirm => {
            unless(board.is_officer(act.member), Refusal::NotByYou)
        }
        K::KeyNew | K::KeyWrap => keys(act, board),
        K::Motion
        | K::MotionText
        | K::Ballot
        | K::Close
        | K::BallotShares
        | K::LateAccept
        | K::Tally
        | K::Decision
        | K::Opinion => vote::judge(act, kind, board),
        K::LabelMove => label::judge(act, board),
        _ => review::judge(act, kind, board),
    }
}

fn people(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    let member = MemberId(act.object(0));
    match kind {
        ActionKind::Member => unless(keeps_roster(act.member, board), Refusal::NotByYou),
        ActionKind::Role => {
            unless(board.is_officer(act.member), Refusal::NotByYou)?;
            awaiting(board.members.contains_key(&member), Missing::Object)
        }
        ActionKind::Invite => {
            unless(keeps_roster(act.member, board) || member == act.member, Refusal::NotByYou)?;
            awaiting(board.members.contains_key(&member), Missing::Object)
        }
        ActionKind::DeviceAdd => {
            unless(keeps_roster(act.member, board) || member == act.member, Refusal::NotByYou)?;
            awaiting(board.members.contains_key(&member), Missing::Object)
        }
        ActionKind::DeviceCountersign => {
            let second = board.is_officer(act.member) || board.has_role(act.member, Role::Chair);
            unless(second, Refusal::NotByYou)?;
            let device = board.devices.get(&DeviceId(act.object(0)));
            awaiting(device.is_some(), Missing::Object)?;
            unless(device.is_some_and(|state| state.added_by != act.member), Refusal::SamePerson)
        }
        ActionKind::DeviceRevoke => {
            let device = board.devices.get(&DeviceId(act.object(0)));
            awaiting(device.is_some(), Missing::Object)?;
            let own = device.is_some_and(|state| state.member == act.member);
            unless(own || keeps_roster(act.member, board), Refusal::NotByYou)
        }
        ActionKind::ProfileSet => {
            unless(member == act.member || keeps_roster(act.member, board), Refusal::NotByYou)
        }
        _ => Err(Permission::Refused(Refusal::Malformed)),
    }
}

/// Whether a member makes the next key of a group that is not their own: it takes handing it on to everybody else.
#[must_use]
pub fn renews_keys(board: &Board, member: MemberId) -> bool {
    leads_board(board, member) || board.has_role(member, Role::ViceChair) || board.is_officer(member)
}

fn keys(act: &Act<'_>, board: &Board) -> Result<(), Permission> {
    // Any group: a member's own device to another of the same member. Dossier and board: secretariat, chair
    // and, where the chair is concerned, a vice-chair.
    let own = act.object(0) == act.member.0;
    let wraps = renews_keys(board, act.member);
    let holder =
        board.groups.get(&crate::id::GroupId(act.object(0))).is_some_and(|group| group.holds(act.device));
    unless(own || wraps || holder, Refusal::NotByYou)
}
