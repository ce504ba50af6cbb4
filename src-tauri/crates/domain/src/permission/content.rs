//! What the clear content of an act adds to what its header shows.

use super::{Act, Missing, Permission, acting_chair, awaiting, leads_board, unless};
use crate::action::{Action, VoteMode};
use crate::board::{Board, DossierState};
use crate::id::{DeviceId, DossierId, GroupId, MemberId};
use crate::refusal::Refusal;
use crate::role::Role;

/// May an act with this content take effect? Asked after [`super::permit`] has allowed its header.
#[must_use]
pub fn content(act: &Act<'_>, action: &Action, board: &Board) -> Permission {
    judge(act, action, board).err().unwrap_or(Permission::Allowed)
}

fn judge(act: &Act<'_>, action: &Action, board: &Board) -> Result<(), Permission> {
    unless(action.kind().code() == act.kind && action.objects() == act.objects, Refusal::Malformed)?;
    match action {
        Action::Charter(facts) => {
            let counts = |key: &[u8; 32]| {
                facts.officers.values().chain(board.charter.officers.values()).any(|known| known == key)
            };
            unless(facts.signers.iter().any(counts), Refusal::CharterUnsigned)
        }
        Action::DeviceAdd { member, invite, .. } => device_add(act, *member == act.member, *invite, board),
        Action::KeyNew { group, epoch, .. } => {
            let known = board.groups.get(group).map_or(0, crate::board::GroupState::epoch);
            unless(*epoch == known.saturating_add(1), Refusal::AlreadyThere)
        }
        Action::KeyWrap { group, wraps, .. } => {
            let stranger = wraps.keys().any(|device| !may_hold_key(board, *group, *device));
            unless(!stranger, Refusal::RecipientNotEntitled)
        }
        Action::Recusal { dossier, member, level } if *member == act.member => {
            let further =
                board.dossiers.get(dossier).is_some_and(|state| state.may_step_back(*member, *level));
            unless(further, Refusal::NotByYou)
        }
        Action::Round { committee, .. } => {
            let in_force = board.committees.get(committee).is_some_and(|run| run.in_force_since.is_some());
            unless(in_force, Refusal::CommitteeNotInForce)
        }
        Action::Motion { dossier, terms, .. } => {
            unless(terms.mode == VoteMode::RollCall, Refusal::SecretVote)?;
            // Bylaws are fixed when a round opens, before anybody knows a mark (rules §5).
            let round = board.dossiers.get(dossier).and_then(DossierState::round);
            unless(round.is_some_and(|round| round.bylaws == terms.bylaws), Refusal::OtherBylaws)
        }
        Action::Certificate { dossier, number, decided, .. } => {
            let recorded = board.dossiers.get(dossier).and_then(|state| state.decision);
            let shown = recorded.is_some_and(|(motion, commitment)| {
                decided.commitment(&board.institute, motion) == commitment
            });
            unless(shown && decided.grants(), Refusal::NoDecision)?;
            let taken = board.numbers.get(number).is_some_and(|owner| owner != dossier);
            unless(!taken, Refusal::NumberTaken)
        }
        Action::Publication { dossier, number, document, figures, .. } => {
            let sealed = board.dossiers.get(dossier).and_then(|state| state.certificate.as_ref());
            unless(sealed == Some(&(number.clone(), *document)), Refusal::NoDecision)?;
            unless(figures.as_ref().is_none_or(|figures| figures.are_sound()), Refusal::Malformed)
        }
        Action::LabelMove { dossier, said } => super::label::content(act, *dossier, said, board),
        _ => Ok(()),
    }
}

fn device_add(
    act: &Act<'_>,
    own: bool,
    invite: Option<crate::id::InviteId>,
    board: &Board,
) -> Result<(), Permission> {
    let Some(invite) = invite else {
        // Founders are vouched for by charter 1; everybody later answers an invitation.
        return unless(board.devices.is_empty() && own, Refusal::InviteUnknown);
    };
    let Some(invitation) = board.invites.get(&invite) else {
        return Err(Permission::Undecided(Missing::Object));
    };
    unless(invitation.member.0 == act.object(0), Refusal::InviteUnknown)?;
    unless(!invitation.used, Refusal::InviteUsed)?;
    unless(act.received <= invitation.expires, Refusal::InviteExpired)?;
    awaiting(board.members.contains_key(&invitation.member), Missing::Object)
}

/// May a device hold the key of a group now? Asked before wrapping, by the registry before relaying and by
/// the recipient before opening (protocol §4).
///
/// A dossier's key goes to the secretariat and the chair from the start, unless recused, so that one dead
/// laptop does not lose a dossier; to everybody else once declared, judged and not recused. The board's goes
/// to every member; a member's own only to that member.
#[must_use]
pub fn may_hold_key(board: &Board, group: GroupId, device: DeviceId) -> bool {
    let Some(state) = board.devices.get(&device) else { return false };
    if state.revoked_from.is_some() {
        return false;
    }
    if group == GroupId::of_member(state.member) {
        return true;
    }
    if state.active_from.is_none() {
        return false;
    }
    if group == GroupId::of_board(&board.institute) {
        return board.members.contains_key(&state.member);
    }
    let Some(dossier) = board.dossiers.get(&DossierId(group.0)) else { return false };
    let leads = leads_board(board, state.member);
    let undeclared = !dossier.declared.contains_key(&state.member);
    !dossier.is_shut_out(state.member) && (dossier.may_read(state.member) || (leads && undeclared))
}

/// The computer that makes the next key of a group when one is needed: of those that hold the present one, a secretariat's
/// before a chair's before that of a vice-chair who acts as one, in the order of their numbers. Two at once would make two keys of one epoch, of which one is in vain.
#[must_use]
pub fn keeper_of_key(board: &Board, group: GroupId) -> Option<DeviceId> {
    let state = board.groups.get(&group)?;
    let holders = state.wraps.get(&state.epoch())?;
    let of = |may: &dyn Fn(MemberId) -> bool| {
        holders.keys().copied().find(|device| {
            let member = board.devices.get(device).map(|known| known.member);
            member.is_some_and(may) && may_hold_key(board, group, *device)
        })
    };
    let acting = || board.dossiers.get(&DossierId(group.0)).and_then(|dossier| acting_chair(board, dossier));
    of(&|member| board.has_role(member, Role::Secretariat))
        .or_else(|| of(&|member| board.has_role(member, Role::Chair)))
        .or_else(|| acting().and_then(|acting| of(&|member| member == acting)))
}
