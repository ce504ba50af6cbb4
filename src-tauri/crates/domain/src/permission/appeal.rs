//! Steps that follow a decision against a dossier: the publisher's appeal, its answer, the second look, the end.
//!
//! What headers show is judged here, by the registry too. Terms rest on the label that a dossier asks for and on the day
//! of a letter, both sealed: they are judged where the act is made.

use super::{Act, Permission, leads, unless};
use crate::appeal::{acting_chair, sat_on_decision, second_look};
use crate::board::{Board, DossierState, possible};
use crate::dossier::{Move, Stage};
use crate::id::MemberId;
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
    let by = match step {
        Move::AcceptAppeal | Move::DismissAppeal => chairs(act.member, board),
        Move::Assign => leads(act.member, board),
        // What the publisher does is recorded by the secretariat.
        _ => board.has_role(act.member, Role::Secretariat),
    };
    unless(by, Refusal::NotByYou)?;
    unless(possible(dossier, step.name()).is_some(), Refusal::WrongStage)?;
    match step {
        Move::Appeal => unless(dossier.recourse.appeals == 0, Refusal::AppealUsed),
        Move::AcceptAppeal | Move::DismissAppeal => {
            unless(!dossier.is_recused(act.member), Refusal::Recused)?;
            unless(!sat_on_decision(board, dossier).contains(&act.member), Refusal::SatOnDecision)?;
            unless(acting_chair(board, dossier) == Some(act.member), Refusal::AnotherJudges)
        }
        Move::Assign => unless(second_look(dossier) == Some(step), Refusal::WrongStage),
        Move::ReExamine => {
            unless(second_look(dossier) == Some(step), Refusal::WrongStage)?;
            unless(!dossier.recourse.bars_examiner(act.member), Refusal::LookedFirst)
        }
        _ => Ok(()),
    }
}

/// Whether a member may answer the appeal that a dossier is in.
pub(super) fn answers(member: MemberId, board: &Board, dossier: &DossierState) -> bool {
    dossier.stage == Stage::Appeal && acting_chair(board, dossier) == Some(member)
}

fn chairs(member: MemberId, board: &Board) -> bool {
    board.has_role(member, Role::Chair) || board.has_role(member, Role::ViceChair)
}
