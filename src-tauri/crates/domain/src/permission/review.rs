//! Dossiers, interests, assignment, rounds, sheets, certificates.

use super::presiding::{chairs, judge_of_links, leading, presiding};
use super::{Act, Missing, Permission, accepted_late, appeal, awaiting, keeps_roster, unless};
use crate::action::ActionKind;
use crate::board::{Board, DossierState, RoundState, possible, step_of};
use crate::dossier::{Move, Stage};
use crate::id::{MemberId, RoundId};
use crate::refusal::Refusal;
use crate::role::Role;
use crate::rounds::MAX_ROUNDS;
use crate::visibility::may_read_interests;

pub(super) fn judge(act: &Act<'_>, kind: ActionKind, board: &Board) -> Result<(), Permission> {
    use ActionKind as K;
    if kind == K::DossierNew {
        unless(board.has_role(act.member, Role::Secretariat), Refusal::NotByYou)?;
        return unless(!board.dossiers.contains_key(&act.dossier()), Refusal::AlreadyThere);
    }
    let Some(dossier) = board.dossiers.get(&act.dossier()) else {
        return Err(Permission::Undecided(Missing::Object));
    };
    match kind {
        K::DossierCard
        | K::Evidence
        | K::Answers
        | K::Renewal
        | K::AppealTerms
        | K::Certificate
        | K::Publication => {
            unless(board.has_role(act.member, Role::Secretariat), Refusal::NotByYou)?;
            label(kind, dossier)
        }
        K::Examination => {
            let examines =
                board.has_role(act.member, Role::Secretariat) || board.has_role(act.member, Role::Examiner);
            unless(examines, Refusal::NotByYou)?;
            unless(!dossier.recourse.bars_examiner(act.member), Refusal::LookedFirst)
        }
        K::DossierMove => dossier_move(act, board, dossier),
        K::StepWords => leading(act.member, board, dossier),
        K::Interests => {
            // Whoever examines answers reads them, with a seat or without.
            let reads = board.is_seated(act.member) || board.has_role(act.member, Role::Examiner);
            unless(reads || keeps_roster(act.member, board), Refusal::NotByYou)
        }
        K::Recusal | K::RecusalWords | K::RecusalCriteria => recusal(act, board, dossier),
        K::NameMatch => {
            let reads = may_read_interests(board, dossier, act.member, MemberId(act.object(1)));
            unless(reads, Refusal::NotByYou)?;
            unless(!dossier.is_shut_out(act.member), Refusal::Recused)
        }
        K::Assignment => assignment(act, board, dossier),
        K::Round => open_round(act, board, dossier),
        K::Sheet => sheet(act, board, dossier),
        K::SheetsOpen => sheets_open(act, board, dossier),
        K::SheetShares => {
            let round = round(act, dossier)?;
            let officer =
                board.committees.get(&round.committee).is_some_and(|run| run.officers.contains(&act.member));
            unless(officer, Refusal::NotByYou)?;
            unless(round.closed_at.is_some(), Refusal::NotOpenYet)
        }
        K::Revision => revision(act, board, dossier),
        K::Thread => thread(act, board, dossier),
        K::Notes | K::Draft => may_take_part(act.member, dossier),
        _ => Err(Permission::Refused(Refusal::Malformed)),
    }
}

/// A certificate stands on a decision (in favour, as its content must show), a label on a certificate.
fn label(kind: ActionKind, dossier: &DossierState) -> Result<(), Permission> {
    match kind {
        ActionKind::Certificate => unless(dossier.decision.is_some(), Refusal::NoDecision),
        ActionKind::Publication => unless(dossier.certificate.is_some(), Refusal::NoDecision),
        _ => Ok(()),
    }
}

/// Whoever acts as chair decides, somebody else about that person (rules §3).
fn recusal(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    let member = MemberId(act.object(1));
    // Stepping back is everybody's own right.
    if member != act.member {
        unless(chairs(act.member, board), Refusal::NotByYou)?;
        unless(!dossier.is_recused(act.member), Refusal::Recused)?;
        let decides = judge_of_links(board, dossier, member) == Some(act.member);
        unless(decides, Refusal::AnotherPresides)?;
    }
    awaiting(board.members.contains_key(&member), Missing::Object)
}

fn assignment(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    let member = MemberId(act.object(1));
    leading(act.member, board, dossier)?;
    awaiting(board.is_seated(member), Missing::Object)?;
    unless(!dossier.is_recused(member), Refusal::Recused)?;
    unless(dossier.declared.contains_key(&member), Refusal::NotDeclared)?;
    unless(dossier.may_read(member), Refusal::DeclarationPending)?;
    unless(!dossier.recourse.bars_rapporteur(member), Refusal::LookedFirst)
}

fn dossier_move(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    let step = step_of(&act.object(1)).and_then(Move::read);
    if let Some(step) = step.filter(|step| appeal::governs(*step, dossier)) {
        return appeal::judge(act, step, board, dossier);
    }
    leading(act.member, board, dossier)?;
    match step {
        Some(Move::Rescore) => {
            presiding(act.member, board, dossier)?;
            unless(matches!(dossier.stage, Stage::Opened | Stage::Discussion), Refusal::WrongStage)?;
            another_round(board, dossier)
        }
        // That there was no quorum rests on recusals, which are sealed: it is judged where the act is made, and the
        // count of the second vote judges it again.
        Some(step @ (Move::Recall | Move::ReTable)) => {
            presiding(act.member, board, dossier)?;
            unless(possible(dossier, step.name()).is_some(), Refusal::WrongStage)
        }
        _ => Ok(()),
    }
}

/// A first round, or another one right after the step with which the chair begins it.
fn open_round(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    leading(act.member, board, dossier)?;
    let known = dossier.rounds.iter().any(|round| round.id == RoundId(act.object(1)));
    unless(!known, Refusal::AlreadyThere)?;
    match dossier.stage {
        Stage::Scoring if !dossier.rounds.is_empty() => {
            presiding(act.member, board, dossier)?;
            another_round(board, dossier)?;
        }
        stage => unless(dossier.rounds.is_empty() || stage == Stage::Assigned, Refusal::WrongStage)?,
    }
    unless(board.charter.officers.len() > 1, Refusal::OneOfficer)
}

/// Whether an independent round may follow the last one: it is open, and rounds are left (rules §5).
fn another_round(board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    let last = dossier.round().filter(|last| board.is_opened(last));
    let number = last.map(|last| last.number).ok_or(Permission::Refused(Refusal::WrongStage))?;
    unless(number < MAX_ROUNDS, Refusal::LastRound)
}

fn may_take_part(member: MemberId, dossier: &DossierState) -> Result<(), Permission> {
    unless(!dossier.is_shut_out(member), Refusal::Recused)?;
    unless(dossier.declared.contains_key(&member), Refusal::NotDeclared)
}

fn round<'a>(act: &Act<'_>, dossier: &'a DossierState) -> Result<&'a RoundState, Permission> {
    let id = RoundId(act.object(1));
    dossier.rounds.iter().find(|round| round.id == id).ok_or(Permission::Undecided(Missing::Object))
}

fn sheet(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    unless(!dossier.is_recused(act.member), Refusal::Recused)?;
    unless(dossier.declared.contains_key(&act.member), Refusal::NotDeclared)?;
    let round = round(act, dossier)?;
    unless(dossier.assigned.contains(&act.member), Refusal::NotAssigned)?;
    unless(round.closed_at.is_none(), Refusal::AlreadyOpen)?;
    awaiting(act.received <= round.deadline || accepted_late(act, board), Missing::Acceptance)
}

/// Only when every assigned sheet is in, or the deadline has passed with enough of them (protocol §6).
fn sheets_open(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    leading(act.member, board, dossier)?;
    let round = round(act, dossier)?;
    unless(round.closed_at.is_none(), Refusal::AlreadyOpen)?;
    let counted = round.sheets.keys().filter(|member| !dossier.is_recused(**member)).count();
    let enough = counted >= usize::from(round.minimum_sheets);
    let due = act.received > round.deadline;
    let all_in = dossier.awaited().next().is_none() && counted > 0;
    unless(enough && (all_in || due), Refusal::SheetsMissing)
}

/// A mark changes between the opening and the motion (rules §5); whoever has no sheet that counts has none to change.
fn revision(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    unless(!dossier.is_recused(act.member), Refusal::Recused)?;
    let round = under_discussion(act, board, dossier)?;
    unless(round.sheets.contains_key(&act.member), Refusal::NoSheet)?;
    unless(matches!(dossier.stage, Stage::Opened | Stage::Discussion), Refusal::WrongStage)
}

/// Stopping ends scoring, not debate (rules §5): one may speak until the vote closes.
fn thread(act: &Act<'_>, board: &Board, dossier: &DossierState) -> Result<(), Permission> {
    under_discussion(act, board, dossier)?;
    let open = matches!(dossier.stage, Stage::Opened | Stage::Discussion | Stage::Ready | Stage::Voting);
    unless(open, Refusal::WrongStage)
}

/// The round about which readers of the dossier talk: the last one, once its sheets can be read. That a new one has
/// begun may be news to whoever writes, hence another reason than for a round whose sheets were never open.
fn under_discussion<'a>(
    act: &Act<'_>,
    board: &Board,
    dossier: &'a DossierState,
) -> Result<&'a RoundState, Permission> {
    may_take_part(act.member, dossier)?;
    unless(dossier.may_read(act.member), Refusal::DeclarationPending)?;
    let round = round(act, dossier)?;
    unless(board.is_opened(round), Refusal::NotOpenYet)?;
    unless(dossier.round().is_some_and(|last| last.id == round.id), Refusal::WrongStage)?;
    Ok(round)
}
