//! Steps that follow a decision against a dossier: the publisher's appeal, its answer, the second look, the end.
//!
//! What headers show is judged here, by the registry too. Terms rest on the label that a dossier asks for and on the day
//! of a letter, both sealed: they are judged where the act is made.

use super::presiding::{chairs, leading, presiding};
use super::{Act, Permission, unless};
use crate::appeal::second_look;
use crate::board::{Board, DossierState, possible};
use crate::dossier::{Move, Stage};
use crate::refusal::Refusal;
use crate::role::Role;

/// Whether a step is judged here.
pub(super) const fn governs(step: Move, dossier: &DossierState) -> bool {
    match step {
        Move::Appeal
        | Move::AcceptAppeal
        | Move::DismissAppeal
        | Move::ReExamine
        | Move::Lapse
        | Move::Close => true,
        // Before the first decision the board's own rules hold.
        Move::Assign => matches!(dossier.stage, Stage::SecondLook),
        _ => false,
    }
}

pub(super) fn judge(
    act: &Act<'_>,
    step: Move,
    board: &Board,
    dossier: &DossierState,
) -> Result<(), Permission> {
    match step {
        // Who sat on the decision shows once there is an appeal: whether there is one is asked first.
        Move::AcceptAppeal | Move::DismissAppeal => unless(chairs(act.member, board), Refusal::NotByYou)?,
        Move::Assign => leading(act.member, board, dossier)?,
        // What the publisher does is recorded by the secretariat.
        _ => unless(board.has_role(act.member, Role::Secretariat), Refusal::NotByYou)?,
    }
    unless(possible(dossier, step.name()).is_some(), Refusal::WrongStage)?;
    match step {
        Move::Appeal => unless(dossier.recourse.appeals == 0, Refusal::AppealUsed),
        Move::AcceptAppeal | Move::DismissAppeal => presiding(act.member, board, dossier),
        Move::Assign => unless(second_look(dossier) == Some(step), Refusal::WrongStage),
        Move::ReExamine => {
            unless(second_look(dossier) == Some(step), Refusal::WrongStage)?;
            unless(!dossier.recourse.bars_examiner(act.member), Refusal::LookedFirst)
        }
        _ => Ok(()),
    }
}
