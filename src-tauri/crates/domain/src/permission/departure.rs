//! May a mandate end now? Several acts make it; this asks whether somebody is left who could go on afterwards.

use alloc::vec::Vec;

use crate::board::Board;
use crate::id::MemberId;
use crate::refusal::Refusal;
use crate::role::Role;

/// Whether the board can go on without a member: somebody else chairs, somebody else keeps the secretariat, and enough
/// officers remain to sign the next charter. Nobody ends their own mandate: the last act would be cut off halfway.
///
/// # Errors
/// Why not.
pub fn may_depart(board: &Board, by: MemberId, member: MemberId) -> Result<(), Refusal> {
    if by == member {
        return Err(Refusal::SamePerson);
    }
    if !board.members.contains_key(&member) {
        return Err(Refusal::NotAMember);
    }
    let works = |one: &MemberId| *one != member && board.has_computer(*one);
    let irreplaceable = |role: Role| {
        let mut others = board.members.keys().filter(|one| works(one));
        board.has_role(member, role) && !others.any(|one| board.has_role(*one, role))
    };
    if irreplaceable(Role::Chair) {
        return Err(Refusal::LastChair);
    }
    if irreplaceable(Role::Secretariat) {
        return Err(Refusal::LastSecretariat);
    }
    let officers = board.charter.officers.keys().filter(|one| works(one)).count();
    if board.is_officer(member) && officers < usize::from(board.charter.threshold) {
        return Err(Refusal::TooFewOfficers);
    }
    Ok(())
}

/// Members whose mandate ended and who still hold roles: no seat, and computers of which none is in force. An officer takes
/// the roles back; that of a reviewer gives nothing without a seat.
#[must_use]
pub fn roles_left(board: &Board) -> Vec<MemberId> {
    let over = |member: &MemberId| {
        let known = board.devices.values().any(|device| device.member == *member);
        known && !board.has_computer(*member) && !board.is_seated(*member)
    };
    let gives = |role: &Role| *role != Role::Reviewer;
    let holders = board.members.iter().filter(|(_, state)| state.roles.iter().any(gives));
    holders.map(|(member, _)| *member).filter(over).collect()
}
