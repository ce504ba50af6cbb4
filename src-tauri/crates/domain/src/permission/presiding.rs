//! Who acts as chair of a dossier, and who judges the links of a member with it.
//!
//! One answer for laptops and the registry: recusals, roles and computers stand in clear. The chair acts, unless recused
//! from the dossier as a whole or without a computer that is in force; then the first vice-chair of the roster who is
//! neither. Nobody acts by halves: where a vice-chair acts, the chair does not, and no other vice-chair does.

use super::{Permission, unless};
use crate::appeal::sat_on_decision;
use crate::board::{Board, DossierState};
use crate::dossier::Stage;
use crate::id::MemberId;
use crate::refusal::Refusal;
use crate::role::Role;

/// Who acts as chair of a dossier. `None` where nobody may: a vice-chair has to be named.
///
/// Of an appeal whoever sat on the decision is no judge (rules §2.1).
#[must_use]
pub fn acting_chair(board: &Board, dossier: &DossierState) -> Option<MemberId> {
    succession(board).find(|member| is_free(board, dossier, *member) && !sat(board, dossier, *member))
}

/// Whether a member acts as chair of a dossier without being the chair.
#[must_use]
pub fn stands_in(board: &Board, dossier: &DossierState, member: MemberId) -> bool {
    !board.has_role(member, Role::Chair) && acting_chair(board, dossier) == Some(member)
}

/// Who decides about a member's links with a dossier: whoever acts as chair of it, and somebody else about that person
/// (rules §3). `None` where nobody may.
#[must_use]
pub fn judge_of_links(board: &Board, dossier: &DossierState, of: MemberId) -> Option<MemberId> {
    succession(board).find(|member| *member != of && is_free(board, dossier, *member))
}

/// Whether a member leads a dossier through its life: the secretariat, and whoever acts as chair of it.
#[must_use]
pub fn leads_dossier(board: &Board, dossier: &DossierState, member: MemberId) -> bool {
    leading(member, board, dossier).is_ok()
}

/// Whether a member acts as chair of a dossier now.
///
/// # Errors
/// Why not.
pub fn may_preside(board: &Board, dossier: &DossierState, member: MemberId) -> Result<(), Refusal> {
    if !chairs(member, board) {
        return Err(Refusal::NotByYou);
    }
    if dossier.is_recused(member) {
        return Err(Refusal::Recused);
    }
    if sat(board, dossier, member) {
        return Err(Refusal::SatOnDecision);
    }
    if acting_chair(board, dossier) != Some(member) {
        return Err(Refusal::AnotherPresides);
    }
    Ok(())
}

/// Whoever acts as chair of a dossier, and nobody else.
pub(super) fn presiding(member: MemberId, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    may_preside(board, dossier, member).map_err(Permission::Refused)
}

/// The secretariat, or whoever acts as chair of a dossier.
pub(super) fn leading(member: MemberId, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    if board.has_role(member, Role::Secretariat) {
        return Ok(());
    }
    presiding(member, board, dossier)
}

/// The chair and the vice-chairs: those who may come to act as chair.
pub(super) fn chairs(member: MemberId, board: &Board) -> bool {
    board.has_role(member, Role::Chair) || board.has_role(member, Role::ViceChair)
}

/// Refuses those who never lead any dossier, before it is asked which one it is.
pub(super) fn may_come_to_lead(member: MemberId, board: &Board) -> Result<(), Permission> {
    unless(board.has_role(member, Role::Secretariat) || chairs(member, board), Refusal::NotByYou)
}

/// The chair, then the vice-chairs, in the order of the roster.
fn succession(board: &Board) -> impl Iterator<Item = MemberId> + '_ {
    [Role::Chair, Role::ViceChair].into_iter().flat_map(move |role| {
        board.roster.iter().copied().filter(move |member| board.has_role(*member, role))
    })
}

/// Not kept out of the dossier as a whole, and with a computer on which to act: a mandate that ended has none.
fn is_free(board: &Board, dossier: &DossierState, member: MemberId) -> bool {
    !dossier.is_recused(member) && board.has_computer(member)
}

fn sat(board: &Board, dossier: &DossierState, member: MemberId) -> bool {
    dossier.stage == Stage::Appeal && sat_on_decision(board, dossier).contains(&member)
}
