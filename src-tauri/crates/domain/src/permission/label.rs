//! The life of a label after its publication: who may do what to it, and when.
//!
//! The chair or a vice-chair decides about a label; the secretariat records what its holder did. Nobody decides about a
//! label of a dossier from which they are recused. The fold knows the moves and not the dates that the certificate
//! prints: a label that has expired by itself is refused where the certificate is read.

use alloc::vec::Vec;

use super::presiding::chairs;
use super::{Act, Missing, Permission, awaiting, unless};
use crate::board::{Board, DossierState};
use crate::id::{DossierId, MemberId};
use crate::label::{self, Deed, LabelEvent, LabelMove, RecordedMove};
use crate::refusal::Refusal;
use crate::role::Role;
use crate::visibility::is_published;

/// Longest public reason, in bytes of one language.
const LONGEST_REASON: usize = 2_000;

pub(super) fn judge(act: &Act<'_>, board: &Board) -> Result<(), Permission> {
    let dossier = dossier(board, act.dossier())?;
    let part = decides(act.member, board) || records(act.member, board);
    unless(part, Refusal::NotByYou)?;
    unless(!dossier.is_recused(act.member), Refusal::Recused)?;
    unless(dossier.published, Refusal::NoDecision)
}

pub(super) fn content(
    act: &Act<'_>,
    dossier_id: DossierId,
    said: &LabelMove,
    board: &Board,
) -> Result<(), Permission> {
    let dossier = dossier(board, dossier_id)?;
    let own_number = dossier.certificate.as_ref().is_some_and(|(number, _)| *number == said.number);
    unless(said.is_well_formed() && own_number && is_worded(said), Refusal::Malformed)?;
    unless(may_make(board, act.member, said.deed), Refusal::NotByYou)?;
    if let Some(successor) = &said.successor {
        awaiting(board.numbers.contains_key(successor), Missing::Object)?;
    }
    let event = said.event(act.received.day_in_paris());
    unless(label::refused(&event).is_none(), Refusal::LabelDates)?;
    let before: Vec<LabelEvent> = dossier.label_moves.iter().map(RecordedMove::event).collect();
    unless(label::possible(&before, said.deed, event.on), Refusal::LabelState)
}

/// Whether a member's roles include a deed: what the institute decides, or what a holder did.
#[must_use]
pub fn may_make(board: &Board, member: MemberId, deed: Deed) -> bool {
    match deed {
        Deed::Granted { .. } => false,
        Deed::EvidenceReceived | Deed::ChangeNotified | Deed::Renounced | Deed::Superseded => {
            records(member, board)
        }
        Deed::Extended { .. }
        | Deed::Confirmed { .. }
        | Deed::FormalNotice { .. }
        | Deed::NoticeLifted
        | Deed::Suspended
        | Deed::Reinstated
        | Deed::ChangeCleared
        | Deed::Withdrawn => decides(member, board),
    }
}

fn dossier(board: &Board, dossier: DossierId) -> Result<&DossierState, Permission> {
    board.dossiers.get(&dossier).ok_or(Permission::Undecided(Missing::Object))
}

fn decides(member: MemberId, board: &Board) -> bool {
    chairs(member, board)
}

fn records(member: MemberId, board: &Board) -> bool {
    board.has_role(member, Role::Secretariat)
}

/// What the public is told has a reason that it may read, but for a replacement, whose number says it; of anything else
/// nothing is said in clear.
fn is_worded(said: &LabelMove) -> bool {
    match &said.public {
        None => !is_published(said.deed) || matches!(said.deed, Deed::Superseded),
        Some(reason) => {
            let fits = |text: &str| !text.trim().is_empty() && text.len() <= LONGEST_REASON;
            is_published(said.deed) && fits(&reason.fr) && reason.en.as_deref().is_none_or(fits)
        }
    }
}
